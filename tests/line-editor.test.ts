import { PassThrough } from 'node:stream';
import type { ReadStream } from 'node:tty';
import { describe, expect, test } from 'vitest';
import { readKeys } from '../src/browse/keyboard.ts';
import { EDITS, type EditedLine, insert } from '../src/browse/line-editor.ts';

/** A line with `|` where the caret is. */
const line = (shown: string): EditedLine => ({ text: shown.replace('|', ''), caret: shown.indexOf('|') });
const shown = ({ text, caret }: EditedLine) => `${text.slice(0, caret)}|${text.slice(caret)}`;

test.each([
  ['left', 'ab|c', 'a|bc'],
  ['left', '|abc', '|abc'],
  ['right', 'ab|c', 'abc|'],
  ['ctrl-f', 'abc|', 'abc|'],
  ['left', 'to 🇰🇵|', 'to |🇰🇵'],
  ['right', '|é!', 'é|!'],
  ['ctrl-a', 'ab|c', '|abc'],
  ['end', 'ab|c', 'abc|'],
  ['alt-b', 'kim jong | il', 'kim |jong  il'],
  ['ctrl-right', 'kim| jong il', 'kim jong| il'],
  ['backspace', 'ab|c', 'a|c'],
  ['backspace', '|abc', '|abc'],
  ['backspace', 'family 👨‍👩‍👧|', 'family |'],
  ['delete', 'ab|c', 'ab|'],
  ['delete', '|🇰🇵 flag', '| flag'],
  ['ctrl-w', 'kim jong  | il', 'kim | il'],
  ['alt-d', 'kim| jong il', 'kim| il'],
  ['ctrl-u', 'kim| jong', '| jong'],
  ['ctrl-k', 'kim| jong', 'kim|'],
])('%s makes %s of a line: %s', (key, before, after) => {
  expect(shown(EDITS[key]?.(line(before)) as EditedLine)).toBe(after);
});

test('text goes in at the caret, on one line', () => {
  expect(shown(insert(line('ab|c'), 'x\ty\nz'))).toBe('abx y z|c');
});

describe('what is typed arrives in its order', () => {
  /** A line edited by the bytes that a terminal sends, in these pieces. */
  async function typed(...pieces: string[]): Promise<string> {
    const keyboard = Object.assign(new PassThrough(), { setRawMode: () => keyboard });
    let edited = line('|');
    const keys: string[] = [];
    const stop = readKeys(keyboard as unknown as ReadStream, (stroke) => {
      if ('text' in stroke) edited = insert(edited, stroke.text);
      else if (EDITS[stroke.key]) edited = EDITS[stroke.key]?.(edited) ?? edited;
      else keys.push(stroke.key);
    });
    for (const piece of pieces) {
      keyboard.write(piece);
      await new Promise((resolve) => setImmediate(resolve));
    }
    stop();
    return [shown(edited), ...keys].join(' ');
  }

  const HOME = '\u0001';
  const PASTE = (text: string) => `\u001b[200~${text}\u001b[201~`;

  test.each([
    ['a paste at the start', ['abcdef', HOME, PASTE('xyz')], 'xyz|abcdef'],
    ['a paste in one go with keys', [`abcdef${HOME}${PASTE('xyz')}!`], 'xyz!|abcdef'],
    ['a paste of lines, with keys in it', [PASTE('a\tb\r\u0001c')], 'a b  c|'],
    ['an input method’s commit in the middle', ['习访问', '\u001b[D\u001b[D', '近平'], '习近平|访问'],
    ['characters beyond the basic plane', ['🚆', HOME, '𝒳'], '𝒳|🚆'],
    ['named keys', ['a\u001b[A\u001b[Z\u0010\u001bb\u001b[3~'], '| up shift-tab ctrl-p'],
  ])('%s', async (_, pieces, expected) => {
    expect(await typed(...pieces)).toBe(expected);
  });
});

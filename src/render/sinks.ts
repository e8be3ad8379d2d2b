import { lazily } from '../lazily.ts';

/*
 * What each sink escapes, and nothing else does. A terminal (and Markdown and CSV, which people print) shows as `\u{1b}`
 * whatever could drive it or hide; JSON escapes the same characters as JSON does, and reads back the same; HTML and SQL
 * hold the text itself.
 */

// Controls, format characters (bidi among them), separators of lines, lone surrogates, and what has no width of its own.
const INVISIBLE = '[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Default_Ignorable_Code_Point}\\u2800]';

/** Scripts whose letters change their form at a joiner or non-joiner, such as Persian and Hindi. */
const JOINING_SCRIPTS =
  'Arabic Syriac Mandaic Mongolian Nko Phags_Pa Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar Tibetan'
    .split(' ')
    .map((script) => `\\p{Script=${script}}`)
    .join('');
const PICTOGRAPH = '\\p{Extended_Pictographic}';

/** Invisible characters that belong to the emoji or the word beside them. */
const NEEDED = [
  // The dress of an emoji or a keycap: ❤️, 1️⃣.
  '(?<=\\p{Emoji})[\\ufe0e\\ufe0f]',
  // What joins several emoji to one: 👩‍🚀.
  `(?<=${PICTOGRAPH}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]?)\\u200d(?=${PICTOGRAPH})`,
  // The flag of a region: 🏴󠁧󠁢󠁳󠁣󠁴󠁿.
  '(?<=\\u{1f3f4})[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{2,6}\\u{e007f}',
  // Persian می‌خواهم, Hindi क्‍ष.
  `(?<=[${JOINING_SCRIPTS}\\p{M}])[\\u200c\\u200d]`,
  // One of several forms of a letter.
  '(?<=[\\p{Script=Han}\\p{Script=Myanmar}\\p{Script=Phags_Pa}])[\\ufe00-\\ufe0d\\u{e0100}-\\u{e01ef}]',
  '(?<=\\p{Script=Mongolian})[\\u180b-\\u180d\\u180f]',
].join('|');

const invisible = lazily(() => new RegExp(INVISIBLE, 'gu'));
const neededOrInvisible = lazily(() => new RegExp(`${NEEDED}|(${INVISIBLE})`, 'gu'));
// Latin letters and common punctuation are none of them; told apart at a tenth of what those properties take to compile.
const VISIBLE = ' -~\xa0-\xac\xae-\u034e\u2010-\u2027\u2030-\u205e';
const MAY_HOLD_INVISIBLE = new RegExp(`[^${VISIBLE}]`);
const MAY_HOLD_MORE_THAN_LINES = new RegExp(`[^\n${VISIBLE}]`);

const byNumber = (character: string) => `\\u{${character.codePointAt(0)?.toString(16)}}`;

/**
 * Text as a person may be shown it: nothing in it can drive a terminal or hide. Joiners and variation selectors stay
 * where a word or an emoji needs them.
 *
 * @example visible('a\u001b[2Jb') // 'a\\u{1b}[2Jb'
 */
export function visible(text: string): string {
  if (!MAY_HOLD_INVISIBLE.test(text)) return text;
  return text.replace(neededOrInvisible(), (character, hidden?: string) =>
    hidden === undefined ? character : byNumber(character),
  );
}

/** The same, code point by code point: where each ends, so that offsets in the text still hold. */
export function visibleCodePoints(text: string): string[] {
  if (!MAY_HOLD_INVISIBLE.test(text)) return Array.from(text);
  const cells: string[] = [];
  let end = 0;
  for (const { 0: character, 1: hidden, index } of text.matchAll(neededOrInvisible())) {
    if (hidden === undefined) continue;
    for (const cell of text.slice(end, index)) cells.push(cell);
    cells.push(byNumber(character));
    end = index + character.length;
  }
  for (const cell of text.slice(end)) cells.push(cell);
  return cells;
}

/** JSON in which invisible characters are `\u` escapes, so that it reads back the same. */
export function toJson(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, null, indent);
  if (!MAY_HOLD_MORE_THAN_LINES.test(json)) return json;
  // A line feed between values is layout; one inside a string is escaped already.
  return json.replace(invisible(), (character) => (character === '\n' ? character : jsonEscape(character)));
}

/** A character, or both halves of it, as `\u` escapes. */
const jsonEscape = (character: string): string =>
  character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * Text that UTF-8, HTML and databases can hold: a replacement character stands for NUL and for half of a character, one
 * for one, so that offsets still hold.
 */
const holdable = (text: string): string => text.replace(/\0|\p{Cs}/gu, '\ufffd');

/** Text as HTML, between tags or in an attribute; a carriage return would become a line feed. */
export const htmlText = (text: string): string =>
  holdable(text).replace(/[&<>"'\r]/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * A cell of CSV: visible, with a `'` before it where a spreadsheet would run it as a formula. Some take the full-width
 * signs of East Asian keyboards for the plain ones.
 */
export const csvCell = (text: string): string =>
  (/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? "'" : '') + visible(text);

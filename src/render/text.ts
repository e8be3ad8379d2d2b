import { codePointLength } from '../code-points.ts';
import { lazily } from '../lazily.ts';
import type { Span } from '../model.ts';

// Controls, format characters (bidi among them), separators of lines, lone surrogates, and what has no width of its own.
const invisible = lazily(() => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu);
// Latin letters and common punctuation are none of them; told apart at a tenth of what those properties take to compile.
const VISIBLE = ' -~\xa0-\xac\xae-\u034e\u2010-\u2027\u2030-\u205e';
const MAY_HOLD_INVISIBLE = new RegExp(`[^${VISIBLE}]`);
const MAY_HOLD_MORE_THAN_LINES = new RegExp(`[^\n${VISIBLE}]`);

/** Text as it may be shown: nothing in it can drive a terminal or hide (`\u{1b}`). */
export function visible(text: string): string {
  if (!MAY_HOLD_INVISIBLE.test(text)) return text;
  return text.replace(invisible(), (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** JSON in which such characters are `\u` escapes, so that it reads back the same. */
export function toJson(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, null, indent);
  if (!MAY_HOLD_MORE_THAN_LINES.test(json)) return json;
  // A line feed between values is layout; one inside a string is escaped already.
  return json.replace(invisible(), (character) =>
    character === '\n'
      ? character
      : character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

/** A span of a text and how to paint it. */
export interface Mark extends Span {
  readonly paint: (text: string) => string;
}

/** Text as the data has it, and how to paint stretches of it, which may overlap. */
export interface Styled {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Text painted in one way, or not at all. */
export function styled(text: string, paint?: Mark['paint']): Styled {
  return { text, marks: paint ? [{ start: 0, end: codePointLength(text), paint }] : [] };
}

/** One text of several, their marks moved along. */
export function joined(parts: readonly Styled[], between = ''): Styled {
  let text = '';
  let length = 0;
  const marks: Mark[] = [];
  parts.forEach((part, index) => {
    if (index) {
      text += between;
      length += codePointLength(between);
    }
    for (const mark of part.marks)
      marks.push({ ...mark, start: mark.start + length, end: mark.end + length });
    text += part.text;
    length += codePointLength(part.text);
  });
  return { text, marks };
}

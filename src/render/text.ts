import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Span } from '../model.ts';

// Controls, format characters (bidi among them), separators of lines, lone surrogates, and what has no width of its own.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** Text as it may be shown: nothing in it can drive a terminal or hide (`\u{1b}`). */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** JSON in which such characters are `\u` escapes, so that it reads back the same. */
export function toJson(value: unknown, indent?: number): string {
  // A line feed between values is layout; one inside a string is escaped already.
  return JSON.stringify(value, null, indent).replace(INVISIBLE, (character) =>
    character === '\n'
      ? character
      : character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

/** A span of a text and how to paint it. */
export interface Mark extends Span {
  readonly paint: (text: string) => string;
}

/**
 * Paints spans of a text, which may overlap; they are in code points of the text as given.
 *
 * @param show makes the text safe to show
 */
export function paintMarks(
  text: string,
  marks: readonly Mark[],
  show: (text: string) => string = visible,
): string {
  const codePoints = Array.from(text);
  const edges = new Set([0, codePoints.length, ...marks.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts
    .slice(0, -1)
    .map((start, index) => {
      const piece = show(codePoints.slice(start, cuts[index + 1]).join(''));
      return marks
        .filter((mark) => mark.start <= start && start < mark.end)
        .reduce((painted, { paint }) => paint(painted), piece);
    })
    .join('');
}

/** Wraps to `width` columns; an infinite width wraps nothing. Long words are broken. */
export function wrap(text: string, width: number): string {
  return Number.isFinite(width) ? wrapAnsi(text, Math.max(1, width), { hard: true }) : text;
}

/** Puts `first` before the first line and as many columns of space before the others. */
export function hang(first: string, text: string): string {
  return first + text.replaceAll('\n', `\n${' '.repeat(stringWidth(first))}`);
}

/** Fills up with spaces to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

export const widest = (texts: readonly string[]): number =>
  texts.reduce((width, text) => Math.max(width, stringWidth(text)), 0);

import stringWidth from 'string-width';
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

/** Text as the data has it, and how to paint stretches of it, which may overlap. */
export interface Styled {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Text painted in one way, or not at all. */
export function styled(text: string, paint?: Mark['paint']): Styled {
  return { text, marks: paint ? [{ start: 0, end: Infinity, paint }] : [] };
}

/**
 * Makes text visible, wraps it to `width` columns (an infinite width wraps nothing; long words are broken) and paints it.
 * The words stay the same, code point by code point, which wrap-ansi does not grant: it normalizes.
 */
export function draw({ text, marks }: Styled, width = Infinity): string {
  const cells = wrapCells(Array.from(text, visible), width);
  const edges = new Set([0, cells.length]);
  for (const { start, end } of marks)
    for (const edge of [start, end]) edges.add(Math.min(edge, cells.length));
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts
    .slice(0, -1)
    .map((start, index) =>
      marks
        .filter((mark) => mark.start <= start && start < mark.end)
        .reduce((painted, { paint }) => paint(painted), cells.slice(start, cuts[index + 1]).join('')),
    )
    .join('');
}

/** Turns spaces into line feeds, or puts one before a cell of a word that is too long, so that no line is wider. */
function wrapCells(cells: readonly string[], width: number): string[] {
  if (!Number.isFinite(width) || stringWidth(cells.join('')) <= width) return [...cells];
  const limit = Math.max(1, width);
  const wrapped = [...cells];
  const widths = cells.map((cell) => stringWidth(cell));
  let line = 0;
  for (let at = 0; at < cells.length; ) {
    const space = at;
    while (cells[at] === ' ') at += 1;
    const start = at;
    let word = 0;
    for (; at < cells.length && cells[at] !== ' '; at += 1) word += widths[at] ?? 0;
    const gap = start - space;
    if (line + gap + word <= limit) {
      line += gap + word;
      continue;
    }
    if (line > 0) for (let each = space; each < start; each += 1) wrapped[each] = each === space ? '\n' : '';
    line = line > 0 ? 0 : gap;
    for (let each = start; each < at; each += 1) {
      const cell = widths[each] ?? 0;
      if (line > 0 && line + cell > limit) {
        wrapped[each] = `\n${cells[each]}`;
        line = 0;
      }
      line += cell;
    }
  }
  return wrapped;
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

import stringWidth from 'string-width';
import type { Terminal } from '../io.ts';
import { visible, visibleCodePoints } from './sinks.ts';
import type { Styled } from './text.ts';

/** Characters of one column each, alone and together, as nearly all text has them. */
const NARROW = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u0391-\u0482\u2010-\u2027\u2030-\u205e]*$/;

/** Whether each code unit takes one column. */
export const isNarrow = (text: string): boolean => NARROW.test(text);

/** The columns that a text takes. string-width looks at every cluster of it, so that what is narrow is told apart first. */
export const widthOf = (text: string): number => (isNarrow(text) ? text.length : stringWidth(text));

/**
 * Makes text visible, wraps it to `width` columns (an infinite width wraps nothing; long words are broken) and paints it.
 * The words stay the same, code point by code point, which wrap-ansi does not grant: it normalizes.
 */
export function draw({ text, marks }: Styled, width = Infinity): string {
  const cells = wrapCells(visibleCodePoints(text), width);
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
  if (!Number.isFinite(width) || widthOf(cells.join('')) <= width) return [...cells];
  const limit = Math.max(1, width);
  const wrapped = [...cells];
  const widths = cells.map((cell) => widthOf(cell));
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

/** Makes text visible and cuts it to `width` columns; an ellipsis says that it was cut. */
export function cut(text: string, width: number): string {
  return drawCut({ text, marks: [] }, width);
}

/** Makes text visible, paints it and cuts it to `width` columns, between characters as people count them. */
export function drawCut({ text, marks }: Styled, width: number): string {
  const shown = visible(text);
  if (widthOf(shown) <= width) return draw({ text, marks });
  if (width < 1) return '';
  let left = width - 1;
  let beginning = '';
  const segments = graphemesOf(text);
  for (const [at, character] of visibleCharacters(text).entries()) {
    left -= widthOf(character);
    if (left < 0) break;
    beginning += segments[at];
  }
  return `${draw({ text: beginning, marks })}…`;
}

/** The characters of a text as people count them, each made visible, such as a flag of two code points. */
export function visibleCharacters(text: string): string[] {
  const cells = visibleCodePoints(text);
  let start = 0;
  return graphemesOf(text).map((segment) => {
    const end = start + Array.from(segment).length;
    const character = cells.slice(start, end).join('');
    start = end;
    return character;
  });
}

const graphemesOf = (text: string) => Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Puts `first` before the first line and as many columns of space before the others. */
export function hang(first: string, text: string): string {
  return first + text.replaceAll('\n', `\n${' '.repeat(widthOf(first))}`);
}

/** Lines as a terminal shows them: wrapped at words, and indented below. Elsewhere they stay whole. */
export function drawLines(lines: readonly string[], { isTerminal, width }: Terminal): string {
  return lines
    .map((line) => {
      const [start = ''] = /^ *(?:\d+\. )?/.exec(line) ?? [];
      const below = ' '.repeat(start.length || 2);
      const room = isTerminal ? width - below.length : Infinity;
      const wrapped = draw({ text: line.slice(start.length), marks: [] }, room);
      return `${start}${wrapped.replaceAll('\n', `\n${below}`)}\n`;
    })
    .join('');
}

/** Fills up with spaces to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export const widest = (texts: readonly string[]): number =>
  texts.reduce((width, text) => Math.max(width, widthOf(text)), 0);

import Table from 'cli-table3';
import type { Terminal } from '../io.ts';
import { cellText } from './cells.ts';
import { draw, isNarrow, widest } from './draw.ts';
import type { JsonRecord } from './records.ts';
import { type Styled, styled } from './text.ts';
import type { View } from './view.ts';

/** A row an item. */
export function renderTable<T>(items: readonly T[], view: View<T>, terminal: Terminal): string {
  const columns = view.columns(terminal.width < NARROW);
  return renderGrid(
    columns.map(({ head, wide = false, whole = false }) => ({ head, wide, whole })),
    items.map((item) => columns.map(({ cell }) => cell(item, terminal))),
    terminal,
  );
}

/** A row a record, a column a field. */
export function renderFieldTable(
  records: readonly JsonRecord[],
  fields: readonly string[],
  terminal: Terminal,
): string {
  return renderGrid(
    fields.map((head) => ({ head, wide: !SHORT_FIELD.test(head), whole: false })),
    records.map((record) => fields.map((field) => [styled(cellText(record, field))])),
    terminal,
  );
}

/** Below this many columns a table takes fewer of its own. */
const NARROW = 64;
const SHORT_FIELD =
  /(^|\.)(id|type|certainty|polarity|stance|conditional|edtf|start|end|paragraph|score|kind)$/;

/** `wide` columns share what the others leave of the width. */
function renderGrid(
  heads: readonly { readonly head: string; readonly wide: boolean; readonly whole: boolean }[],
  rows: readonly (readonly (readonly Styled[])[])[],
  { width, paint }: Terminal,
): string {
  const natural = heads.map(({ head }, column) =>
    widest([head, ...rows.flatMap((row) => (row[column] ?? []).map((each) => draw(each)))]),
  );
  const widths = columnWidths(natural, heads, width - GAP * (heads.length - 1));
  const head = heads.map(({ head }, column) => draw(styled(head, paint.dim), widths[column]));
  const cells = rows.flatMap((row) =>
    linesOf(row.map((cell, column) => cell.flatMap((each) => draw(each, widths[column]).split('\n')))),
  );
  return `${drawRows(head, cells)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')}\n`;
}

const linesOf = (cells: readonly (readonly string[])[]): string[][] =>
  Array.from({ length: Math.max(1, ...cells.map((lines) => lines.length)) }, (_, line) =>
    cells.map((lines) => lines[line] ?? ''),
  );

/** cli-table3 takes time by the square of the rows, so long tables are drawn in parts of this many. */
const PART = 100;

/** All rows under their head, as one table draws them: each part is as wide as the widest of them needs. */
function drawRows(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const parts = Array.from({ length: Math.max(1, Math.ceil(rows.length / PART)) }, (_, index) =>
    rows.slice(index * PART, (index + 1) * PART),
  );
  if (parts.length === 1) return drawPart(head, rows).text;
  const needed = parts.map((part) => widthsOf(head, part));
  const widths = head.map((_, column) => Math.max(...needed.map((each) => each[column] ?? 0)));
  return parts.map((part, index) => drawPart(index ? [] : head, part, widths).text).join('\n');
}

/** How wide the library makes each column; it has its own idea of what is not narrow. */
function widthsOf(head: readonly string[], rows: readonly (readonly string[])[]): readonly (number | null)[] {
  const table = [head, ...rows];
  if (!table.flat().every(isNarrow)) return drawPart(head, rows).widths;
  return head.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
}

/** @param colWidths by default as wide as the widest cell */
function drawPart(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  colWidths: readonly number[] = [],
): { readonly text: string; readonly widths: readonly (number | null)[] } {
  const table = new Table({
    head: [...head],
    chars: BORDERLESS,
    // cli-table3 would colour heads and borders by itself, on a terminal or not.
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
    colWidths: [...colWidths],
  });
  for (const row of rows) table.push([...row]);
  return { text: table.toString(), widths: table.options.colWidths };
}

const GAP = 2;
const BORDERLESS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '─',
  'mid-mid': '──',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(GAP),
};

/**
 * Columns keep their width where there is room; else the wide ones share what the others leave, at least half of what
 * there is, and of the others the widest yield first. Whole ones never do.
 */
function columnWidths(
  natural: readonly number[],
  heads: readonly { readonly wide: boolean; readonly whole: boolean }[],
  available: number,
): number[] {
  if (sum(natural) <= available) return [...natural];
  const others = natural.filter((_, column) => !heads[column]?.wide);
  const flexible = sum(natural) - sum(others);
  const room = Math.max(available - sum(others), Math.floor(Math.min(available, flexible) / 2));
  const capped = (cap: number) =>
    natural.map((each, column) =>
      heads[column]?.wide ? 0 : heads[column]?.whole ? each : Math.min(each, cap),
    );
  let cap = Math.max(0, ...others);
  while (cap > MINIMUM && sum(capped(cap)) > available - room) cap -= 1;
  const fixed = capped(cap);
  const left = available - sum(fixed);
  return fixed.map((each, column) =>
    Math.max(1, each || Math.floor((left * (natural[column] ?? 0)) / flexible)),
  );
}

const MINIMUM = 1;
const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);

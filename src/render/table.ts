import Table from 'cli-table3';
import type { Terminal } from '../io.ts';
import { cellText } from './cells.ts';
import { draw, isNarrow, widest, widthOf } from './draw.ts';
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
  const drawn = (row: readonly (readonly Styled[])[]) =>
    linesOf(row.map((cell, column) => cell.flatMap((each) => draw(each, widths[column]).split('\n'))));
  const head = drawn(heads.map(({ head }) => [styled(head, paint.dim)]));
  return `${drawRows(head, rows.flatMap(drawn))
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

/** All lines under those of the head, as one table draws them: each part is as wide as the widest of them needs. */
function drawRows(head: readonly (readonly string[])[], rows: readonly (readonly string[])[]): string {
  const lines = [...head, ...rows];
  const widths = head[0]?.map((_, column) => widest(lines.map((line) => line[column] ?? '')));
  const parts = Array.from({ length: Math.max(1, Math.ceil(rows.length / PART)) }, (_, index) =>
    rows.slice(index * PART, (index + 1) * PART),
  );
  return [
    ...head.slice(0, -1).map((line) => drawPart([], [line], widths)),
    ...parts.map((part, index) => drawPart(index ? [] : (head.at(-1) ?? []), part, widths)),
  ].join('\n');
}

function drawPart(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  colWidths: readonly number[] = [],
): string {
  const table = new Table({
    head: head.map(standIn),
    chars: BORDERLESS,
    // cli-table3 would colour heads and borders by itself, on a terminal or not.
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
    colWidths: [...colWidths],
  });
  for (const row of rows) table.push(row.map(standIn));
  const cells = [head, ...rows].flat().filter(needsStandIn).values();
  return table.toString().replaceAll(STAND_INS, () => cells.next().value ?? '');
}

/**
 * cli-table3 counts the columns of some scripts wrongly (か with U+3099: four, not two), so it lays out stand-ins as wide
 * as the cells: lone surrogates, which no cell holds, since those are shown escaped.
 */
const standIn = (cell: string): string => (needsStandIn(cell) ? STAND_IN.repeat(widthOf(cell)) : cell);
const needsStandIn = (cell: string): boolean => !isNarrow(cell) && widthOf(cell) > 0;
const STAND_IN = '\ud800';
const STAND_INS = /\ud800+/g;

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

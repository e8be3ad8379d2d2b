import type { Terminal } from '../io.ts';
import { cellText } from './cells.ts';
import { draw, hang, padEnd, widest } from './draw.ts';
import type { JsonRecord } from './records.ts';
import { type Styled, styled } from './text.ts';
import type { View } from './view.ts';

/** A card an item, its id in the margin, a blank line between. */
export function renderCards<T>(items: readonly T[], view: View<T>, terminal: Terminal): string {
  const { width, paint } = terminal;
  const margin = widest(items.map((item) => view.id(item))) + MARGIN_GAP;
  const card = (item: T) =>
    besideMargin(styled(view.id(item), paint.bold), margin, view.body(item, terminal), width);
  return items.map((item) => `${card(item)}\n`).join('\n');
}

/** The same with a line a field, its name before it. */
export function renderFieldCards(
  records: readonly JsonRecord[],
  fields: readonly string[],
  { width, paint }: Terminal,
): string {
  const margin = widest(fields) + MARGIN_GAP;
  const line = (record: JsonRecord, field: string) => {
    const text = styled(cellText(record, field));
    return `${besideMargin(styled(field, paint.dim), margin, [text], width)}\n`;
  };
  return records.map((record) => fields.map((field) => line(record, field)).join('')).join('\n');
}

const MARGIN_GAP = 2;
/** In columns; where the margin leaves less, what would stand in it has a line to itself. */
const NARROWEST_BODY = 22;

function besideMargin(label: Styled, margin: number, body: readonly Styled[], width: number): string {
  if (width - margin < NARROWEST_BODY) return [label, ...body].map((line) => draw(line, width)).join('\n');
  return hang(padEnd(draw(label), margin), body.map((line) => draw(line, width - margin)).join('\n'));
}

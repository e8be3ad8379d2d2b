import { cellText } from './cells.ts';
import { draw, hang, padEnd, widest } from './draw.ts';
import type { JsonRecord } from './records.ts';
import { styled } from './text.ts';
import type { Setting, View } from './view.ts';

/** A card an item, its id in the margin, a blank line between. */
export function renderCards<T>(items: readonly T[], view: View<T>, setting: Setting): string {
  const { width, paint } = setting.terminal;
  const margin = widest(items.map((item) => view.id(item))) + MARGIN_GAP;
  const card = (item: T) => {
    const id = paint.bold(view.id(item));
    const body = view.body(item, setting);
    // Too narrow for a margin: the id has a line to itself.
    if (width < NARROWEST_WITH_MARGIN) return [id, ...body.map((line) => draw(line, width))].join('\n');
    return hang(padEnd(id, margin), body.map((line) => draw(line, width - margin)).join('\n'));
  };
  return items.map((item) => `${card(item)}\n`).join('\n');
}

const MARGIN_GAP = 2;
const NARROWEST_WITH_MARGIN = 30;

/** The same with a line a field, its name before it. */
export function renderFieldCards(
  records: readonly JsonRecord[],
  fields: readonly string[],
  { article, terminal }: Setting,
): string {
  const margin = widest(fields) + MARGIN_GAP;
  const line = (record: JsonRecord, field: string) => {
    const text = draw(styled(cellText(record, field, article)), terminal.width - margin);
    return `${hang(padEnd(terminal.paint.dim(field), margin), text)}\n`;
  };
  return records.map((record) => fields.map((field) => line(record, field)).join('')).join('\n');
}

import { UsageError } from '../errors.ts';
import { didYouMean } from '../nearest.ts';
import { cellText } from './cells.ts';
import { renderCsv } from './csv.ts';
import { pick } from './fields.ts';
import { escapeMarkdown } from './markdown.ts';
import type { JsonRecord } from './records.ts';
import { renderTable } from './table.ts';
import { draw, hang, padEnd, styled, toJson, visible, widest } from './text.ts';
import type { Setting, View } from './view.ts';

/** @param fields what to show of each item; null for what the format shows by itself */
type Renderer = <T>(
  items: readonly T[],
  view: View<T>,
  fields: readonly string[] | null,
  setting: Setting,
) => string;

const NARROW = 64;

/** Every format by its name. Each ends with a line feed unless it is empty. */
export const FORMATS = {
  table: (items, view, fields, setting) => {
    if (!items.length) return '';
    const { terminal, article } = setting;
    const columns = fields
      ? fields.map((field) => ({
          head: field,
          wide: !/^(id|certainty|polarity|stance|conditional|.*\.(id|type|edtf|start|end))$/.test(field),
          cell: (item: (typeof items)[number]) => [styled(cellText(view.record(item), field, article))],
        }))
      : view.columns(terminal.width < NARROW);
    const heads = columns.map(({ head, wide = false }) => ({ head, wide }));
    return renderTable(
      heads,
      items.map((item) => columns.map(({ cell }) => cell(item, setting))),
      terminal,
    );
  },
  cards: (items, view, fields, setting) => {
    if (fields) return items.map((item) => fieldCard(view.record(item), fields, setting)).join('\n');
    const idWidth = widest(items.map((item) => String(view.record(item)['id'])));
    return items.map((item) => `${view.card(item, idWidth, setting)}\n`).join('\n');
  },
  lines: (items, view, fields, setting) =>
    items
      .map((item) => {
        const cells = fields
          ? fields.map((field) => cellText(view.record(item), field, setting.article))
          : view.line(item, setting);
        return `${cells.map(visible).join('\t')}\n`;
      })
      .join(''),
  json: (items, view, fields) => `${toJson(recordsOf(items, view, fields), 2)}\n`,
  jsonl: (items, view, fields) =>
    recordsOf(items, view, fields)
      .map((record) => `${toJson(record)}\n`)
      .join(''),
  csv: (items, view, fields, { article }) => {
    const columns = fields ?? view.csvFields;
    const rows = items
      .map(view.record)
      .map((record) => columns.map((field) => visible(cellText(record, field, article))));
    return renderCsv(columns, rows);
  },
  markdown: (items, view, fields, setting) => {
    if (!fields) return items.map((item) => `${view.markdown(item, setting)}\n`).join('\n');
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
    const rows = items
      .map(view.record)
      .map((record) => row(fields.map((field) => escapeMarkdown(cellText(record, field, setting.article)))));
    return row(fields) + row(fields.map(() => '---')) + rows.join('');
  },
} satisfies Record<string, Renderer>;

export type FormatName = keyof typeof FORMATS;

/** @throws {UsageError} where there is no such format */
export function formatNamed<Name extends string>(typed: string, names: readonly Name[]): Name {
  const name = names.find((each) => each === typed);
  if (name === undefined)
    throw new UsageError(
      `no such format: ${typed}${didYouMean(typed, names)}; choose from ${names.join(', ')}`,
    );
  return name;
}

/** A line a field, its name before it. */
function fieldCard(record: JsonRecord, fields: readonly string[], { article, terminal }: Setting): string {
  const margin = widest(fields) + 2;
  return fields
    .map((field) => {
      const text = draw(styled(cellText(record, field, article)), terminal.width - margin);
      return `${hang(padEnd(terminal.paint.dim(field), margin), text)}\n`;
    })
    .join('');
}

function recordsOf<T>(items: readonly T[], view: View<T>, fields: readonly string[] | null) {
  return items.map(view.record).map((record) => (fields ? pick(record, fields) : record));
}

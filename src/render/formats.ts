import type { Terminal } from '../io.ts';
import { cellText } from './cells.ts';
import { pick } from './fields.ts';
import type { FormatName } from './format-names.ts';
import { escapeMarkdown } from './markdown.ts';
import { toJson, visible } from './sinks.ts';
import type { View } from './view.ts';

/** @param fields what to show of each item; null for what the format shows by itself */
type Renderer = <T>(
  items: readonly T[],
  view: View<T>,
  fields: readonly string[] | null,
  terminal: Terminal,
) => string | Promise<string>;

/**
 * Every format by its name. Each ends with a line feed unless it is empty. What only some formats need is loaded by
 * them: the widths of characters alone take a third of the time that starting does.
 */
export const FORMATS: Readonly<Record<FormatName, Renderer>> = {
  table: async (items, view, fields, terminal) => {
    const { renderFieldTable, renderTable } = await import('./table.ts');
    return fields
      ? renderFieldTable(items.map(view.record), fields, terminal)
      : renderTable(items, view, terminal);
  },
  cards: async (items, view, fields, terminal) => {
    const { renderCards, renderFieldCards } = await import('./cards.ts');
    return fields
      ? renderFieldCards(items.map(view.record), fields, terminal)
      : renderCards(items, view, terminal);
  },
  lines: (items, view, fields) =>
    items
      .flatMap((item) =>
        fields ? [fields.map((field) => cellText(view.record(item), field))] : view.lines(item),
      )
      .map((cells) => `${cells.map(visible).join('\t')}\n`)
      .join(''),
  json: (items, view, fields) => `${toJson(recordsOf(items, view, fields), 2)}\n`,
  jsonl: (items, view, fields) =>
    recordsOf(items, view, fields)
      .map((record) => `${toJson(record)}\n`)
      .join(''),
  csv: async (items, view, fields) => {
    const { renderCsv } = await import('./csv.ts');
    return renderCsv(fields ?? view.csvFields, items.map(view.record));
  },
  markdown: (items, view, fields, terminal) => {
    if (!fields) return view.markdown(items, terminal);
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
    const rows = items
      .map(view.record)
      .map((record) => row(fields.map((field) => escapeMarkdown(cellText(record, field)))));
    return row(fields) + row(fields.map(() => '---')) + rows.join('');
  },
};

function recordsOf<T>(items: readonly T[], view: View<T>, fields: readonly string[] | null) {
  return items.map(view.record).map((record) => (fields ? pick(record, fields) : record));
}

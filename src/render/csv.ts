import { stringify } from 'csv-stringify/sync';
import { visible } from './text.ts';

/** RFC 4180, with a header. An only cell that is empty is quoted, since readers skip blank lines. */
export function renderCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], {
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    quoted_empty: columns.length === 1,
  });
}

/** A cell made visible, with a `'` before it where a spreadsheet would run it as a formula. */
export function csvCell(text: string): string {
  return (/^[=+\-@\t\r]/.test(text) ? "'" : '') + visible(text);
}

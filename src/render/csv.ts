import { stringify } from 'csv-stringify/sync';

/** RFC 4180, with a header; a cell that a spreadsheet would run as a formula gets a `'` before it. */
export function renderCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], {
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}

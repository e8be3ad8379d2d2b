import { stringify } from 'csv-stringify/sync';

/** RFC 4180, with a header. An only cell that is empty is quoted, since readers skip blank lines. */
export function renderCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], {
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    quoted_empty: columns.length === 1,
  });
}

import { cellText } from './cells.ts';
import type { JsonRecord } from './records.ts';
import { csvCell } from './sinks.ts';

/** RFC 4180, with a header. An only cell that is empty is quoted, since readers skip blank lines. */
export function renderCsv(columns: readonly string[], records: readonly JsonRecord[]): string {
  const rows = records.map((record) => columns.map((field) => csvCell(cellText(record, field))));
  const isOnly = columns.length === 1;
  const quoted = (cell: string) =>
    /[",\r\n]/.test(cell) || (isOnly && cell === '') ? `"${cell.replaceAll('"', '""')}"` : cell;
  return [columns, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

import { timeText } from './dates.ts';
import { valueAt } from './fields.ts';
import type { Json, JsonRecord } from './records.ts';

/** A field of a record as one text: an attribution reads outermost first, lists are joined, null is empty. */
export function cellText(record: JsonRecord, field: string): string {
  return inWords(valueAt(record, (field === 'attribution' ? 'saidBy' : field).split('.')));
}

function inWords(value: Json): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(inWords).filter(Boolean).join('; ');
  const record = value as JsonRecord;
  if (typeof record['edtf'] === 'string')
    return timeText({ edtf: record['edtf'], inferred: record['inferred'] === true });
  // A quote is its words, a sentence its text, an entity its name; anything else is said as JSON.
  const words = record['exact'] ?? record['text'] ?? record['name'];
  return typeof words === 'string' ? words : JSON.stringify(record);
}

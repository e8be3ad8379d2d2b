import { timeText } from './dates.ts';
import { valueAt } from './fields.ts';
import { isList, isRecord, type Json, type JsonRecord } from './records.ts';

/** A field of a record as one text: an attribution reads outermost first, lists are joined, null is empty. */
export function cellText(record: JsonRecord, field: string): string {
  return inWords(valueAt(record, (field === 'attribution' ? 'saidBy' : field).split('.')));
}

function inWords(value: Json): string {
  if (value === null) return '';
  if (isList(value)) return value.map(inWords).filter(Boolean).join('; ');
  if (!isRecord(value)) return String(value);
  const { edtf, inferred, exact, text, name } = value;
  if (typeof edtf === 'string') return timeText({ edtf, inferred: inferred === true });
  // A quote is its words, a sentence its text, an entity its name; anything else is said as JSON.
  const words = exact ?? text ?? name;
  return typeof words === 'string' ? words : JSON.stringify(value);
}

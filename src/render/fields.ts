import { isList, isRecord, type Json, type JsonRecord } from './records.ts';

/** What stands at a path: null where nothing does, a list of what stands there in each of a list's items. */
export function valueAt(value: Json | undefined, path: readonly string[]): Json {
  if (value === undefined || value === null) return null;
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (isList(value)) return value.map((item) => valueAt(item, path));
  return isRecord(value) ? valueAt(value[key], rest) : null;
}

/** A record with only these fields, each in its place, in the order asked for. */
export function pick(record: JsonRecord, fields: readonly string[]): JsonRecord {
  return fields.reduce<JsonRecord>(
    (picked, field) => mergeRecords(picked, pruneRecord(record, field.split('.'))),
    {},
  );
}

function pruneRecord(record: JsonRecord, [key = '', ...rest]: readonly string[]): JsonRecord {
  return { [key]: prune(record[key], rest) };
}

function prune(value: Json | undefined, path: readonly string[]): Json {
  if (path.length === 0) return value ?? null;
  if (isList(value)) return value.map((item) => prune(item, path));
  return isRecord(value) ? pruneRecord(value, path) : null;
}

function mergeRecords(a: JsonRecord, b: JsonRecord): JsonRecord {
  const merged = Object.entries(b).map(([key, value]) => [key, merge(a[key], value)] as const);
  return { ...a, ...Object.fromEntries(merged) };
}

function merge(a: Json | undefined, b: Json): Json {
  if (isList(a) && isList(b)) return b.map((item, index) => merge(a[index], item));
  return isRecord(a) && isRecord(b) ? mergeRecords(a, b) : b;
}

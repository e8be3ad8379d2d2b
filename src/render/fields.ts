import type { Json, JsonRecord } from './records.ts';

/** What stands at a path: null where nothing does, a list of what stands there in each of a list's items. */
export function valueAt(value: Json | undefined, path: readonly string[]): Json {
  if (value === undefined || value === null) return null;
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => valueAt(item, path));
  return valueAt((value as JsonRecord)[key], rest);
}

/** A record with only these fields, each in its place, in the order asked for. */
export function pick(record: JsonRecord, fields: readonly string[]): JsonRecord {
  return fields.reduce<JsonRecord>(
    (picked, field) => merge(picked, prune(record, field.split('.'))) as JsonRecord,
    {},
  );
}

function prune(value: Json | undefined, path: readonly string[]): Json {
  if (value === undefined || value === null) return null;
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => prune(item, path));
  return { [key]: prune((value as JsonRecord)[key], rest) };
}

function merge(a: Json | undefined, b: Json): Json {
  if (Array.isArray(a) && Array.isArray(b)) return b.map((item, index) => merge(a[index], item));
  if (!isRecord(a) || !isRecord(b)) return b;
  const merged = Object.entries(b).map(([key, value]) => [key, merge(a[key], value)] as const);
  return { ...a, ...Object.fromEntries(merged) };
}

const isRecord = (value: Json | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

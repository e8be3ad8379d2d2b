import schema from '../../data/kimtrip.schema.json' with { type: 'json' };
import { UsageError } from '../errors.ts';
import { didYouMean } from '../nearest.ts';
import type { Json, JsonRecord } from './records.ts';

/** The names of the schema's output records. */
export type RecordName = 'claimRecord' | 'entityRecord' | 'topicRecord' | 'sourceRecord' | 'sentenceRecord';

/**
 * Reads `--fields id,sentence.text`: dotted names reach inside, through lists too.
 *
 * @param absent fields of the record that are never there
 * @throws {UsageError} at a field that the record does not have
 */
export function parseFields(typed: string, record: RecordName, absent: readonly string[]): string[] {
  const known = fieldsOf(record, absent);
  return typed.split(',').map((part) => {
    const field = part.trim();
    if (known.includes(field)) return field;
    const top = known.filter((path) => !path.includes('.'));
    const near = didYouMean(field, known);
    throw new UsageError(
      `no such field: ${field || 'an empty name'}${near}; the fields are ${top.join(', ')}`,
    );
  });
}

/** Every field of a record, those inside by dotted names. */
export function fieldsOf(record: RecordName, absent: readonly string[]): string[] {
  return pathsOf(DEFINITIONS[record]).filter((path) => !absent.includes(path.split('.')[0] ?? ''));
}

interface SchemaNode {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly items?: unknown;
  readonly anyOf?: readonly unknown[];
}

const DEFINITIONS: Readonly<Record<string, unknown>> = schema.$defs;

function pathsOf(node: unknown): string[] {
  const { $ref, properties = {}, items, anyOf = [] } = node as SchemaNode;
  if ($ref) return pathsOf(DEFINITIONS[$ref.replace('#/$defs/', '')]);
  return [
    ...Object.entries(properties).flatMap(([key, inner]) => [
      key,
      ...pathsOf(inner).map((path) => `${key}.${path}`),
    ]),
    ...(typeof items === 'object' ? pathsOf(items) : []),
    ...anyOf.flatMap(pathsOf),
  ];
}

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

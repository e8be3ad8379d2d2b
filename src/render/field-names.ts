import schema from '../../data/kimtrip.schema.json' with { type: 'json' };
import { UsageError } from '../errors.ts';
import { didYouMean } from '../nearest.ts';

/** The names of the schema's output records. */
export type RecordName =
  | 'claimRecord'
  | 'entityRecord'
  | 'topicRecord'
  | 'sourceRecord'
  | 'sentenceRecord'
  | 'articleRecord'
  | 'checkRecord';

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
  return pathsOf(DEFINITIONS[record]).filter(
    (path) => !absent.some((field) => `${path}.`.startsWith(`${field}.`)),
  );
}

type Schema = boolean | SchemaNode;

interface SchemaNode {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  /** What it says besides. */
  readonly [keyword: string]: unknown;
}

const DEFINITIONS: Readonly<Record<string, Schema>> = schema.$defs;

function pathsOf(node: Schema = true): string[] {
  if (typeof node === 'boolean') return [];
  const { $ref, properties = {}, items, anyOf = [] } = node;
  if ($ref) return pathsOf(DEFINITIONS[$ref.replace('#/$defs/', '')]);
  return [
    ...Object.entries(properties).flatMap(([key, inner]) => [
      key,
      ...pathsOf(inner).map((path) => `${key}.${path}`),
    ]),
    ...pathsOf(items),
    ...anyOf.flatMap((each) => pathsOf(each)),
  ];
}

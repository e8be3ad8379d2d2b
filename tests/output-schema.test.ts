import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { claimSetFolder, kimtrip, kimtripJson } from './helpers.ts';
import { CLAIMS, portHope } from './port-hope.ts';

const schema = JSON.parse((await kimtrip(['schema'])).stdout);
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

function faultsOf(json: unknown) {
  validate(json);
  return validate.errors ?? [];
}

const COMMANDS = [
  ['search', 'putin', '--limit', '0'],
  ['search', 'vladimr puttin pyongyang'],
  ['search', 'zzzzzz'],
  ['list'],
  ['list', 'entities'],
  ['list', 'topics'],
  ['list', 'sources'],
  ['list', 'sentences'],
  ['quote', '1-28'],
  ['quote', '1-28', '--context', '2'],
  ['verify'],
];

describe('kimtrip schema', () => {
  test('is JSON Schema of 2020-12 and prints the file that ships', async () => {
    const file = JSON.parse(await readFile(join(import.meta.dirname, '../data/kimtrip.schema.json'), 'utf8'));
    expect(schema).toEqual(file);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  test.each(COMMANDS)('passes what %s %s prints under --json', async (...argv) => {
    expect(faultsOf(await kimtripJson(argv))).toEqual([]);
  });

  test('passes the output of a claim set with all that a claim may carry', async () => {
    const env = { KIMTRIP_DATA: await portHope() };
    for (const argv of [
      ['search', 'pier'],
      ['list'],
      ['list', 'sources'],
      ['quote', '1-5', '--context', '1'],
    ])
      expect(faultsOf(await kimtripJson(argv, { env }))).toEqual([]);
  });

  test('passes the faults that verify tells', async () => {
    const data = await claimSetFolder(CLAIMS, 'Another article.\n');
    const faults = await kimtripJson(['verify', data]);
    expect(faults.length).toBeGreaterThan(0);
    expect(faultsOf(faults)).toEqual([]);
  });

  test('passes the claim set that ships', async () => {
    const file = await readFile(join(import.meta.dirname, '../data/kim-trip/claims.json'), 'utf8');
    expect(faultsOf(JSON.parse(file))).toEqual([]);
  });

  test('passes the claim set of Port Hope, and not with a misspelt field', () => {
    expect(faultsOf(CLAIMS)).toEqual([]);
    expect(faultsOf({ ...CLAIMS, claims: [{ ...CLAIMS.claims[0], certanty: 'certain' }] })).not.toEqual([]);
  });

  test.each([
    ['a missing key', ({ hedge: _, ...rest }: Record<string, unknown>) => rest],
    ['a key more', (record: Record<string, unknown>) => ({ ...record, extra: 1 })],
    ['an offset that is none', (record: Record<string, unknown>) => ({ ...record, quote: { start: -1 } })],
  ])('does not pass a record with %s', async (_, change) => {
    const [record = {}] = await kimtripJson(['quote', 's1.1']);
    expect(faultsOf([record])).toEqual([]);
    expect(faultsOf([change(record)])).not.toEqual([]);
  });
});

describe('the schema', () => {
  test('is compiled by Ajv in its strict mode', () => {
    expect(() => new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)).not.toThrow();
  });

  test('is read by hyperjump, which passes and refuses the same', async () => {
    const { registerSchema, validate: validator } = await import('@hyperjump/json-schema/draft-2020-12');
    registerSchema(schema, 'https://example.com/kimtrip');
    const isValid = await validator('https://example.com/kimtrip');
    const records = await kimtripJson(['quote', '1-3']);
    expect(isValid(records as never).valid).toBe(true);
    expect(isValid([{ ...records[0], extra: 1 }] as never).valid).toBe(false);
  });

  test.each([
    ['a time that is no EDTF', { edtf: 'yesterday' }],
    ['a day that no calendar has', { earliest: '2015-02-30' }],
    ['February 29 of a year without one', { latest: '1900-02-29' }],
  ])('refuses %s', async (_, change) => {
    const [record] = await kimtripJson(['list', '--from', '2000', '--to', '2000']);
    expect(faultsOf([record])).toEqual([]);
    expect(faultsOf([{ ...record, time: { ...(record?.['time'] as object), ...change } }])).not.toEqual([]);
  });

  test.each(['2012-02-29', '2000-02-29', '-000044-02-29', '+012000-12-31', '0033-01-01'])(
    'passes %s',
    async (earliest) => {
      const [record] = await kimtripJson(['list', '--from', '2000', '--to', '2000']);
      expect(faultsOf([{ ...record, time: { ...(record?.['time'] as object), earliest } }])).toEqual([]);
    },
  );
});

describe('a record of a claim', () => {
  const KEYS =
    'id text saidBy howSure quote sentence subject entities topics attribution certainty polarity stance conditional hedge time qualifiedBy article'.split(
      ' ',
    );
  const INNER: Record<string, string[]> = {
    quote: ['exact', 'prefix', 'suffix', 'start', 'end'],
    sentence: ['id', 'text', 'paragraph', 'start', 'end'],
    subject: ['id', 'name', 'type'],
    entities: ['id', 'name', 'type'],
    topics: ['id', 'name'],
    attribution: ['source', 'name', 'anonymous'],
    time: ['edtf', 'text', 'earliest', 'latest', 'inferred', 'basis'],
    qualifiedBy: ['id', 'text'],
    article: ['id', 'title', 'publisher', 'author', 'issued', 'url', 'accessed'],
    match: ['score', 'kind', 'terms', 'unmatched', 'ranges'],
    context: ['before', 'after'],
  };

  test.each([
    [['list'], KEYS],
    [['quote', '1-28'], KEYS],
    [
      ['quote', '1-28', '--context', '1'],
      [...KEYS, 'context'],
    ],
    [
      ['search', 'kim', '--limit', '0'],
      [...KEYS, 'match'],
    ],
  ])('of %j has the same keys in the same order, all of them', async (argv, keys) => {
    for (const record of await kimtripJson(argv)) {
      expect(Object.keys(record)).toEqual(keys);
      for (const [key, inner] of Object.entries(INNER))
        for (const object of [record[key] ?? []].flat()) expect(Object.keys(object)).toEqual(inner);
    }
  });

  test('is the same from list, quote and search but for what search and --context add', async () => {
    const env = { KIMTRIP_DATA: await portHope() };
    const [listed] = await kimtripJson(['list', '--about', 'ferry'], { env });
    const [{ match: _, ...found } = {}] = await kimtripJson(['search', 'ferry'], { env });
    const [quoted] = await kimtripJson(['quote', 's2.1'], { env });
    const [{ context: __, ...inContext } = {}] = await kimtripJson(['quote', 's2.1', '--context', '1'], {
      env,
    });
    expect([found, quoted, inContext]).toEqual([listed, listed, listed]);
  });

  test('marks where it matched, in code points of the text and of the sentence', async () => {
    type Ranges = Record<'text' | 'sentence', [number, number][]>;
    type Found = { text: string; sentence: { text: string }; match: { ranges: Ranges } };
    const data = await claimSetFolder(
      { article: {}, claims: [{ id: 's1.1', text: '😀😀 the ferry sails.', quote: 'ferry' }] },
      '😀 A ferry sails.\n',
    );
    const [found] = await kimtripJson<Found>(['search', 'ferry', '--data', data]);
    expect(found?.match).toEqual({
      score: 1,
      kind: 'exact',
      terms: [{ query: 'ferry', matched: 'ferry', kind: 'exact' }],
      unmatched: [],
      ranges: { text: [[7, 12]], sentence: [[4, 9]] },
    });
  });
});

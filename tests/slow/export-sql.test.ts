import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { claimSetFolder, installed, kimtrip, kimtripJson, type Ran, shell } from '../helpers.ts';
import { CLAIMS, portHope } from '../port-hope.ts';
import { startPostgres } from './postgres.ts';

type Row = Record<string, string | number | boolean | null>;

/** A database, empty at first. */
interface Database {
  /** Runs a script as the README says to load one: to its end or to its first error. */
  load(script: string): Promise<Ran>;
  rows(query: string): Promise<Row[]>;
}

const hasSqlite = await installed('sqlite3');
const server = await startPostgres();
afterAll(() => server?.stop());

async function sqlite(): Promise<Database> {
  const folder = await claimSetFolder(null, null);
  const run = async (options: string, script: string) => {
    await writeFile(join(folder, 'script.sql'), script);
    return shell(`sqlite3 -bail ${options} story.db < script.sql`, folder);
  };
  return {
    // SQLite leaves foreign keys unchecked unless it is asked to.
    load: (script) => run('', `PRAGMA foreign_keys = ON;\n${script}`),
    rows: async (query) => JSON.parse((await run('-json', `${query};`)).stdout || '[]'),
  };
}

let databases = 0;

async function postgres(): Promise<Database> {
  databases += 1;
  const name = `story${databases}`;
  const folder = await claimSetFolder(null, null);
  const run = async (script: string) => {
    await writeFile(join(folder, 'script.sql'), script);
    return shell(`psql -XAtq -v ON_ERROR_STOP=1 ${name} -f script.sql`, folder, server?.env);
  };
  await shell(`createdb ${name}`, folder, server?.env);
  return {
    load: run,
    rows: async (query) => {
      // In hexadecimal digits, because psql leaves out some characters that it does not know.
      const json = `encode(convert_to(json_agg(line)::text, 'UTF8'), 'hex')`;
      const { stdout } = await run(`SELECT ${json} FROM (${query}) AS line`);
      return JSON.parse(Buffer.from(stdout.trim(), 'hex').toString() || '[]');
    },
  };
}

const PROGRAMS = [
  { name: 'SQLite', isHere: hasSqlite, create: sqlite },
  { name: 'PostgreSQL', isHere: server !== null, create: postgres },
];

const LOADED = { stdout: '', stderr: '', code: 0 };

async function exported(...argv: string[]): Promise<string> {
  const { stdout, stderr, code } = await kimtrip(['export', 'sql', ...argv]);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return stdout;
}

/** The record of a claim, as far as the view shows it. */
interface Shown {
  readonly id: string;
  readonly text: string;
  readonly saidBy: string;
  readonly howSure: string;
  readonly quote: { readonly exact: string };
  readonly sentence: { readonly text: string; readonly paragraph: number };
  readonly article: {
    readonly id: string;
    readonly publisher: string | null;
    readonly issued: { readonly edtf: string } | null;
  };
}

/** What the view is to show of the claims of a folder. */
async function quotations(data: string): Promise<Row[]> {
  return (await kimtripJson<Shown>(['list', '--data', data])).map(({ sentence, article, ...claim }) => ({
    article_id: article.id,
    id: claim.id,
    claim: claim.text,
    said_by: claim.saidBy,
    how_sure: claim.howSure,
    quote: claim.quote.exact,
    sentence: sentence.text,
    paragraph: sentence.paragraph,
    publisher: article.publisher,
    issued: article.issued?.edtf ?? null,
  }));
}

const QUOTATIONS = `
  SELECT article_id, id, claim, said_by, how_sure, quote, sentence, paragraph, publisher, issued
  FROM quotation ORDER BY article_id DESC, position`;

describe.for(PROGRAMS)('export sql in $name', ({ name, isHere, create }) => {
  beforeEach(({ skip }) => skip(!isHere, `${name} is not installed here`));

  test('each claim comes with who says it, how sure, when it was written, and the words', async () => {
    const database = await create();
    const data = await portHope();
    expect(await database.load(await exported('--data', data))).toEqual(LOADED);
    expect(await database.rows(QUOTATIONS)).toEqual(await quotations(data));
  });

  test('every field of the claim set is in some table', async () => {
    const database = await create();
    const data = await portHope();
    await database.load(await exported('--data', data));
    const isTrue = name === 'SQLite' ? 1 : true;
    const isFalse = name === 'SQLite' ? 0 : false;
    const of = { article_id: 'port-hope' };
    expect(await database.rows('SELECT * FROM article')).toEqual([
      {
        id: 'port-hope',
        type: 'article-newspaper',
        title: 'Storm over Port Hope',
        publisher: 'Example News',
        issued_edtf: '2015-01',
        issued_earliest: '2015-01-01',
        issued_latest: '2015-01-31',
        issued_inferred: isTrue,
        issued_basis: 'The pier of 2016 is a plan.',
        language: 'en',
        url: null,
        accessed: null,
        text: expect.stringContaining('the ferry will not sail.\n\nPort Hope plans'),
        claims: 5,
      },
    ]);
    expect(await database.rows('SELECT * FROM author')).toEqual([
      { ...of, position: 1, family: 'Rae', given: 'Ada', literal: null },
    ]);
    expect(await database.rows("SELECT * FROM sentence WHERE id = 's2'")).toEqual([
      {
        ...of,
        id: 's2',
        position: 2,
        paragraph: 1,
        text: 'Local radio quoted unnamed officials as saying the ferry will not sail.',
        text_start: 51,
        text_end: 122,
      },
    ]);
    expect(await database.rows('SELECT id, name, type, description FROM entity ORDER BY position')).toEqual(
      CLAIMS.entities.map(({ id, name, type, description = null }) => ({ id, name, type, description })),
    );
    expect(await database.rows('SELECT * FROM entity_alias ORDER BY entity_id')).toEqual([
      { ...of, entity_id: 'council', position: 1, alias: 'Port Hope' },
      { ...of, entity_id: 'weather-service', position: 1, alias: 'Met Office' },
    ]);
    expect(await database.rows('SELECT * FROM topic ORDER BY position')).toEqual([
      { ...of, id: 'weather', position: 1, name: 'The weather', description: null },
      { ...of, id: 'piers', position: 2, name: 'The piers', description: 'The old pier and the new one.' },
    ]);
    const [record] = await kimtripJson<Record<string, unknown>>(['quote', 's1.1', '--data', data]);
    const { quote, time } = record as {
      quote: { exact: string; prefix: string; suffix: string; start: number; end: number };
      time: { edtf: string; text: string; earliest: string; latest: string; basis: string };
    };
    expect(await database.rows("SELECT * FROM claim WHERE id = 's1.1'")).toEqual([
      {
        ...of,
        id: 's1.1',
        position: 1,
        text: record?.['text'],
        said_by: record?.['saidBy'],
        how_sure: record?.['howSure'],
        certainty: 'possible',
        polarity: 'affirmed',
        stance: 'asserted',
        conditional: isFalse,
        hedge: 'may',
        sentence_id: 's1',
        quote: quote.exact,
        quote_prefix: quote.prefix,
        quote_suffix: quote.suffix,
        quote_start: quote.start,
        quote_end: quote.end,
        subject_id: null,
        time_edtf: time.edtf,
        time_text: time.text,
        time_earliest: time.earliest,
        time_latest: time.latest,
        time_inferred: isTrue,
        time_basis: time.basis,
      },
    ]);
    expect(await database.rows('SELECT * FROM attribution ORDER BY claim_id, position')).toEqual([
      { ...of, claim_id: 's1.1', position: 1, source_id: 'weather-service', anonymous: isFalse },
      { ...of, claim_id: 's2.1', position: 1, source_id: 'local-radio', anonymous: isFalse },
      { ...of, claim_id: 's2.1', position: 2, source_id: 'officials', anonymous: isTrue },
    ]);
    expect(
      await database.rows("SELECT * FROM claim_entity WHERE claim_id = 's4.2' ORDER BY position"),
    ).toEqual([
      { ...of, claim_id: 's4.2', position: 1, entity_id: 'old-pier' },
      { ...of, claim_id: 's4.2', position: 2, entity_id: 'port-hope' },
    ]);
    expect(
      await database.rows("SELECT * FROM claim_topic WHERE topic_id = 'weather' ORDER BY claim_id"),
    ).toEqual([
      { ...of, claim_id: 's1.1', position: 1, topic_id: 'weather' },
      { ...of, claim_id: 's2.1', position: 1, topic_id: 'weather' },
    ]);
  });

  test('several stories load in any order, again without harm: a story replaces itself', async () => {
    const database = await create();
    const data = await portHope();
    const shipped = 'data/kim-trip';
    expect(await database.load(await exported())).toEqual(LOADED);
    expect(await database.load(await exported('--data', data, '--data', shipped))).toEqual(LOADED);
    expect(await database.load(await exported('--data', data))).toEqual(LOADED);
    expect(await database.rows(QUOTATIONS)).toEqual([
      ...(await quotations(data)),
      ...(await quotations(shipped)),
    ]);
    // Only some of its claims, and of them all that belongs to them.
    expect(await database.load(await exported('--data', data, '--certainty', 'possible'))).toEqual(LOADED);
    const ids = await database.rows("SELECT id FROM claim WHERE article_id = 'port-hope' ORDER BY position");
    expect(ids).toEqual([{ id: 's1.1' }, { id: 's4.2' }]);
    expect(await database.rows("SELECT claim_id FROM attribution WHERE article_id = 'port-hope'")).toEqual([
      { claim_id: 's1.1' },
    ]);
  });

  test('the database refuses what a claim set cannot have', async () => {
    const database = await create();
    await database.load(await exported('--data', await portHope()));
    const accepted: string[] = [];
    for (const statement of [
      "UPDATE claim SET certainty = 'sure'",
      "UPDATE claim SET polarity = 'denied'",
      "UPDATE claim SET stance = 'guessed'",
      "UPDATE claim SET sentence_id = 's99'",
      "UPDATE claim SET subject_id = 'nobody'",
      'UPDATE claim SET said_by = NULL',
      'UPDATE claim SET how_sure = NULL',
      "UPDATE entity SET type = 'animal'",
      "UPDATE attribution SET source_id = 'nobody'",
      "UPDATE attribution SET claim_id = 's9.9' WHERE position = 2",
      "UPDATE claim_entity SET entity_id = 'nobody'",
      "UPDATE claim_topic SET topic_id = 'nothing'",
    ])
      if ((await database.load(`${statement};`)).code === 0) accepted.push(statement);
    expect(accepted).toEqual([]);
  });

  test('tables of another version are refused, and stay as they are', async () => {
    const database = await create();
    await database.load('CREATE TABLE kimtrip_schema (version INTEGER PRIMARY KEY CHECK (version = 99));');
    await database.load('INSERT INTO kimtrip_schema VALUES (99);');
    expect(await database.load(await exported('--data', await portHope()))).toMatchObject({
      stderr: expect.stringMatching(/constraint/i),
      code: expect.not.toBeOneOf([0]),
    });
    expect(await database.rows('SELECT version FROM kimtrip_schema')).toEqual([{ version: 99 }]);
  });

  test('any text comes back as it is', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(TEXT, { minLength: 1, maxLength: 30 }), async (texts) => {
        const claims = texts.map((text, index) => ({
          id: `s1.${index + 1}`,
          text,
          quote: 'Rain',
          certainty: 'certain',
        }));
        const article = { id: 'rain', title: texts[0], publisher: texts.at(-1) };
        const data = await claimSetFolder({ article, claims }, 'Rain fell.');
        const database = await create();
        expect(await database.load(await exported('--data', data))).toEqual(LOADED);
        expect(await database.rows('SELECT text, said_by FROM claim ORDER BY position')).toEqual(
          texts.map((text) => ({ text: stored(text), said_by: stored(texts.at(-1) ?? '') })),
        );
      }),
      { numRuns: 15 },
    );
  });
});

/** What no database of UTF-8 can hold becomes the character that stands for it. */
const stored = (text: string) => text.toWellFormed().replaceAll('\0', '\ufffd');

/** What a shell or a string literal might stumble over, among all else. */
const TEXT = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        "'",
        "''",
        '\\',
        "\\'",
        '"',
        '\n',
        '\r\n',
        ';',
        '--',
        '/*',
        '*/',
        '$$',
        ':x',
        ":'x'",
        '%',
        '\0',
      ),
      fc.constantFrom(
        '\n.shell echo ran\n',
        '\n.quit\n',
        '\n\\! echo ran\n',
        '\n\\q\n',
        "');\nDROP TABLE claim;\n",
      ),
      fc.constantFrom('\u202e', '\u200b', '\ufeff', '\ud800', '🦆', 'é', '\u2028', '\u001b[2J'),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => /\S/.test(text));

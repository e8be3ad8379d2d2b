import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { visible } from '../../src/render/text.ts';
import { claimSetFolder, installed, kimtrip, type Ran, shell } from '../helpers.ts';
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

describe.for(PROGRAMS)('export sql in $name', ({ name, isHere, create }) => {
  beforeEach(({ skip }) => skip(!isHere, `${name} is not installed here`));

  test('each claim comes with who says it, how sure, and the words', async () => {
    const database = await create();
    expect(await database.load(await exported('--data', await portHope()))).toEqual(LOADED);
    const rows = await database.rows(
      'SELECT id, claim, said_by, how_sure, quote, sentence, paragraph FROM quotation ORDER BY position',
    );
    const sentences = {
      rain: 'Rain may fall on Monday, the weather service said.',
      ferry: 'Local radio quoted unnamed officials as saying the ferry will not sail.',
      plan: 'Port Hope plans to open its new pier in 2016.',
      pier: 'The old pier, built in 1901, would close if Port Hope agreed.',
    };
    expect(rows).toEqual([
      {
        id: 's1.1',
        claim: 'The weather service says rain may fall on Monday.',
        said_by: 'the weather service',
        how_sure: 'possible · “may” · 2015-01-05 (inferred)',
        quote: 'Rain may fall on Monday',
        sentence: sentences.rain,
        paragraph: 1,
      },
      {
        id: 's2.1',
        claim: 'Unnamed officials, quoted by local radio, say the ferry will not sail.',
        said_by: 'local radio > unnamed officials',
        how_sure: 'certain · negated',
        quote: 'the ferry will not sail',
        sentence: sentences.ferry,
        paragraph: 1,
      },
      {
        id: 's3.1',
        claim: 'The council of Port Hope plans to open a new pier in 2016.',
        said_by: 'Example News',
        how_sure: 'probable · intended · 2016',
        quote: 'Port Hope plans to open its new pier in 2016',
        sentence: sentences.plan,
        paragraph: 2,
      },
      {
        id: 's4.1',
        claim: 'The old pier was built in 1901.',
        said_by: 'Example News',
        how_sure: 'certain · presupposed · 1901',
        quote: 'built in 1901',
        sentence: sentences.pier,
        paragraph: 2,
      },
      {
        id: 's4.2',
        claim: 'The old pier would close if Port Hope agreed.',
        said_by: 'Example News',
        how_sure: 'possible · “would” · conditional',
        quote: 'would close if Port Hope agreed',
        sentence: sentences.pier,
        paragraph: 2,
      },
    ]);
  });

  test('every field of the claim set is in some table', async () => {
    const database = await create();
    await database.load(await exported('--data', await portHope()));
    const isTrue = name === 'SQLite' ? 1 : true;
    const isFalse = name === 'SQLite' ? 0 : false;
    expect(await database.rows('SELECT * FROM article')).toEqual([
      {
        id: 1,
        type: 'article-newspaper',
        title: 'Storm over Port Hope',
        publisher: 'Example News',
        issued: '2015-01',
        issued_inferred: isTrue,
        issued_basis: 'The pier of 2016 is a plan.',
        language: 'en',
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(await database.rows('SELECT * FROM author')).toEqual([
      { position: 1, family: 'Rae', given: 'Ada', literal: null },
    ]);
    expect(await database.rows("SELECT * FROM sentence WHERE id = 's2'")).toEqual([
      {
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
      { entity_id: 'council', position: 1, alias: 'Port Hope' },
      { entity_id: 'weather-service', position: 1, alias: 'Met Office' },
    ]);
    expect(await database.rows('SELECT * FROM topic ORDER BY position')).toEqual([
      { id: 'weather', position: 1, name: 'The weather', description: null },
      { id: 'piers', position: 2, name: 'The piers', description: 'The old pier and the new one.' },
    ]);
    expect(await database.rows("SELECT * FROM claim WHERE id = 's1.1'")).toEqual([
      {
        id: 's1.1',
        position: 1,
        text: 'The weather service says rain may fall on Monday.',
        said_by: 'the weather service',
        how_sure: 'possible · “may” · 2015-01-05 (inferred)',
        certainty: 'possible',
        polarity: 'affirmed',
        stance: 'asserted',
        conditional: isFalse,
        hedge: 'may',
        sentence_id: 's1',
        quote: 'Rain may fall on Monday',
        quote_prefix: '',
        quote_suffix: ', the weather service said. Loca',
        quote_start: 0,
        quote_end: 23,
        subject_id: null,
        time_edtf: '2015-01-05',
        time_text: 'Monday',
        time_earliest: '2015-01-05',
        time_latest: '2015-01-05',
        time_inferred: isTrue,
        time_basis: 'The first Monday of 2015.',
      },
    ]);
    expect(await database.rows('SELECT * FROM attribution ORDER BY claim_id, position')).toEqual([
      { claim_id: 's1.1', position: 1, source_id: 'weather-service', anonymous: isFalse },
      { claim_id: 's2.1', position: 1, source_id: 'local-radio', anonymous: isFalse },
      { claim_id: 's2.1', position: 2, source_id: 'officials', anonymous: isTrue },
    ]);
    expect(
      await database.rows("SELECT * FROM claim_entity WHERE claim_id = 's4.2' ORDER BY position"),
    ).toEqual([
      { claim_id: 's4.2', position: 1, entity_id: 'old-pier' },
      { claim_id: 's4.2', position: 2, entity_id: 'port-hope' },
    ]);
    expect(
      await database.rows("SELECT * FROM claim_topic WHERE topic_id = 'weather' ORDER BY claim_id"),
    ).toEqual([
      { claim_id: 's1.1', position: 1, topic_id: 'weather' },
      { claim_id: 's2.1', position: 1, topic_id: 'weather' },
    ]);
  });

  test('the claims of the article load, with their keywords', async () => {
    const database = await create();
    expect(await database.load(await exported())).toEqual(LOADED);
    expect(await database.rows('SELECT count(*) AS number FROM quotation')).toEqual([{ number: 132 }]);
    expect(
      await database.rows("SELECT keyword FROM keyword WHERE claim_id = 's18.2' AND position = 1"),
    ).toEqual([{ keyword: 'never' }]);
  });

  test('filters choose the claims, and the rest of the article stays', async () => {
    const database = await create();
    const data = await portHope();
    expect(
      await database.load(await exported('--data', data, '--topic', 'piers', '--certainty', 'possible')),
    ).toEqual(LOADED);
    expect(await database.rows('SELECT id FROM claim')).toEqual([{ id: 's4.2' }]);
    expect(await database.rows('SELECT count(*) AS number FROM sentence')).toEqual([{ number: 5 }]);
    expect(await database.rows('SELECT * FROM attribution')).toEqual([]);
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
      "UPDATE claim SET time_text = NULL WHERE id = 's1.1'",
      'UPDATE claim SET said_by = NULL',
      "UPDATE entity SET type = 'animal'",
      "UPDATE attribution SET source_id = 'nobody'",
      "UPDATE attribution SET claim_id = 's9.9' WHERE position = 2",
      "UPDATE claim_entity SET entity_id = 'nobody'",
      "UPDATE claim_topic SET topic_id = 'nothing'",
      "INSERT INTO article (id, type, digest) VALUES (2, 'article', '')",
    ])
      if ((await database.load(`${statement};`)).code === 0) accepted.push(statement);
    expect(accepted).toEqual([]);
  });

  test('a second story does not mix with the first', async () => {
    const database = await create();
    await database.load(await exported('--data', await portHope()));
    const before = await database.rows('SELECT * FROM quotation ORDER BY position');
    expect(await database.load(await exported())).toMatchObject({
      stderr: expect.stringContaining('already exists'),
      code: expect.not.toBeOneOf([0]),
    });
    expect(await database.rows('SELECT * FROM quotation ORDER BY position')).toEqual(before);
    expect(await database.rows('SELECT count(*) AS number FROM attribution')).toEqual([{ number: 3 }]);
  });

  test('any text comes back as it is shown', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(TEXT, { minLength: 1, maxLength: 30 }), async (texts) => {
        const claims = texts.map((text, index) => ({ id: `s1.${index + 1}`, text, quote: 'Rain' }));
        const article = { title: texts[0], publisher: texts.at(-1) };
        const data = await claimSetFolder({ article, claims }, 'Rain fell.');
        const database = await create();
        expect(await database.load(await exported('--data', data))).toEqual(LOADED);
        const shown = texts.map((text) => ({ text: visible(text), said_by: visible(texts.at(-1) ?? '') }));
        expect(await database.rows('SELECT text, said_by FROM claim ORDER BY position')).toEqual(shown);
      }),
      { numRuns: 15 },
    );
  });
});

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

describe('in SQLite', () => {
  beforeEach(({ skip }) => skip(!hasSqlite, 'sqlite3 is not installed here'));

  test('even a shell that goes on after an error keeps a second story out', async () => {
    const folder = await claimSetFolder(null, null);
    await writeFile(join(folder, 'one.sql'), await exported('--data', await portHope()));
    await writeFile(join(folder, 'two.sql'), await exported());
    const { stdout } = await shell(
      'sqlite3 story.db < one.sql; sqlite3 story.db .dump > one; sqlite3 story.db < two.sql; sqlite3 story.db .dump > two; diff one two',
      folder,
    );
    expect(stdout).toBe('');
  });

  test('every foreign key has an index', async () => {
    const database = await sqlite();
    await database.load(await exported());
    const unindexed = await database.rows(`
      SELECT m.name AS "table", f."from" AS "column"
      FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS f
      WHERE m.type = 'table' AND NOT EXISTS (
        SELECT 1 FROM pragma_index_list(m.name) AS l, pragma_index_info(l.name) AS i
        WHERE i.seqno = 0 AND i.name = f."from"
      )`);
    expect(unindexed).toEqual([]);
    expect(
      await database.rows(
        'SELECT count(*) AS number FROM sqlite_schema AS m, pragma_foreign_key_list(m.name)',
      ),
    ).toEqual([{ number: 10 }]);
  });
});

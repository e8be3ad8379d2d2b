import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
// @ts-expect-error: it has no types.
import { writeStories } from '../../bench/made-up-stories.js';
import { claimSetFolder, kimtrip, type Ran, shell } from '../helpers.ts';
import { portHope } from '../port-hope.ts';
import { startPostgres } from './postgres.ts';

const server = await startPostgres();
afterAll(() => server?.stop());

const environment = { ...process.env, ...server?.env };
let databases = 0;

/** An archive of its own, filled with what these words of the command line name. */
async function archive(...data: string[]): Promise<string> {
  databases += 1;
  const name = `archive${databases}`;
  await shell(`createdb ${name}`, undefined, server?.env);
  await fill(name, ...data);
  return name;
}

/** Loads stories with psql as the documents say. */
async function fill(name: string, ...data: string[]): Promise<Ran> {
  const { stdout } = await kimtrip(['export', 'sql', ...data]);
  const folder = await claimSetFolder(null, null);
  await writeFile(join(folder, 'stories.sql'), stdout);
  const loaded = await shell(`psql -Xq -v ON_ERROR_STOP=1 -d ${name} -f stories.sql`, folder, server?.env);
  expect(loaded).toEqual({ stdout: '', stderr: '', code: 0 });
  return loaded;
}

const urlOf = (name: string, user = 'kimtrip') =>
  `postgresql://${user}@/${name}?host=${encodeURIComponent(server?.env['PGHOST'] ?? '')}`;

/** In the order of their ids, as an archive has them. */
const TWO = ['--data', 'data/harbour-story', '--data', 'data/kim-trip'];

/** Of both stories: what they say, what they say otherwise, and what neither says. */
const DRAFT = `Kim will visit Russia on May 9. Putin visited Pyongyang in 2000, soon after he became president.
Kim Jong Il travelled to Russia by train – or so "they say" – in 2002 and 2011. The bakery on the corner sells bread.
The old crane will be taken down before winter. Ushakov said -Kim had accepted or might accept the invitation.
South Korean media quoted anonymous sources in Beijing as saying that Kim is likely to accept.
`;

/** Expects one line on stderr with the reason, and no password. */
async function expectRefusal(argv: readonly string[], reason: string): Promise<void> {
  const { stdout, stderr, code } = await kimtrip(argv);
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  expect(stderr).toMatch(/^kimtrip: cannot read postgresql:[^\n]*\n$/);
  expect(stderr).toContain(reason);
  expect(stderr).not.toContain('secret');
}

const COPIES = 20_000;

/** A record of `check`. */
interface Checked {
  readonly text: string;
  readonly verdict: string;
  readonly claims: readonly { readonly id: string }[];
  readonly differences: readonly unknown[];
}

describe('an archive in PostgreSQL', () => {
  beforeEach(({ skip }) => skip(server === null, 'PostgreSQL is not installed here'));

  test('answers as the files do that filled it', { timeout: 180_000 }, async () => {
    const url = urlOf(await archive(...TWO));
    const different: string[] = [];
    for (const line of [
      'search putin --json',
      'search vladmir puttin pyongyang --json',
      'search crane winter --json',
      'search redsquare --json',
      'search bei jing --json',
      'search 2000 --json --limit 0',
      'search july 2014 --json',
      // Words of a near sense, which no claim has.
      'search atomic program --json',
      'search acquire missiles --json',
      'search kim --limit 0 --json --certainty probable,possible',
      'search may --said-by article --json',
      'search visit --said-by south-korean-media --json',
      'search victory day or crane --json',
      'search zzzz --json',
      'list --json',
      'list entities --json',
      'list topics --json --article kim-trip',
      'list sources --format table',
      'list sentences --about putin',
      'list articles --json',
      'list --hedged --fields id',
      'list --anonymous --fields id',
      'list --from 2014 --to 2014 --json',
      'quote kim-trip:s4.1 --context 1 --json',
      'quote kim-trip:3-6 harbour-story:s2',
      'quote kim-trip:s99.1',
      'quote s99',
      'quote nowhere:s1',
      'search crane --about putin',
      'search zzzz --about putin',
      'list --about putin --certainty uncommitted',
      // Their first claims come with others that qualify them.
      'search crane --about personality-cult',
      'search crane --about missile-program',
      'list --about kim-trip:putin --fields id',
      'list --said-by article --fields id',
      'list --said-by Courier --fields id',
      'list --topic invitation --fields id',
      'quote s1.1',
      'quote 18.3 --fields id',
      'timeline --json',
      'article --article harbour-story',
      'export jsonld --article harbour-story',
      'export sql',
      'export sql --article harbour-story',
    ]) {
      const argv = line.split(' ');
      const fromFiles = await kimtrip([...argv, ...TWO]);
      const fromArchive = await kimtrip([...argv, '--data', url]);
      if (JSON.stringify(fromFiles) !== JSON.stringify(fromArchive)) different.push(line);
    }
    expect(different).toEqual([]);
  });

  test('holds a draft against its claims sentence by sentence, as files do', {
    timeout: 180_000,
  }, async () => {
    const folder = await claimSetFolder(null, null);
    await writeFile(join(folder, 'draft.txt'), DRAFT);
    const few = ['check', join(folder, 'draft.txt'), '--json'];
    expect(await kimtrip([...few, '--data', urlOf(await archive(...TWO))])).toEqual(
      await kimtrip([...few, ...TWO]),
    );
    // So many that the archive is not read whole.
    const many = join(folder, 'stories');
    writeStories(many, 6000);
    const data = [...TWO, '--data', many];
    const judged = async (...from: string[]) => {
      const { stdout } = await kimtrip([...few, ...from]);
      return JSON.parse(stdout).map(({ text, verdict, claims, differences }: Checked) => ({
        text,
        verdict,
        best: claims[0]?.id,
        differences,
      }));
    };
    expect(await judged('--data', urlOf(await archive(...data)))).toEqual(await judged(...data));
  });

  test('of one story names its claims as one story does', async () => {
    const url = urlOf(await archive('--data', await portHope()));
    const { stdout } = await kimtrip(['search', 'ferry', '--fields', 'id', '--data', url]);
    expect(stdout).toBe('s2.1\n');
  });

  test('lists more claims than are held at once, as parts of one list', { timeout: 180_000 }, async () => {
    const name = await archive('--data', await portHope());
    const alone = await kimtrip(['list', '--json', '--data', urlOf(name)]);
    // So many copies of the story, which the script would take minutes to fill.
    const columns = (table: string) =>
      `(SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) FROM information_schema.columns WHERE table_name = '${table}' AND ordinal_position > 1)`;
    const copies = [
      'article',
      'author',
      'sentence',
      'entity',
      'entity_alias',
      'topic',
      'claim',
      'attribution',
      'claim_entity',
      'claim_topic',
      'keyword',
    ].map(
      (table) =>
        `SELECT format('INSERT INTO ${table} SELECT ''copy-'' || lpad(number::text, 6, ''0''), %s FROM ${table}, generate_series(1, ${COPIES}) AS number', ${columns(table)}) \\gexec`,
    );
    await shell(`printf '%s\n' "$SCRIPT" | psql -Xq -v ON_ERROR_STOP=1 -d ${name}`, undefined, {
      ...server?.env,
      SCRIPT: copies.join('\n'),
    });
    const data = ['--data', urlOf(name)];
    const each = JSON.parse(alone.stdout).length;
    const { stdout, stderr, code } = await kimtrip(['list', '--fields', 'id', '--format', 'lines', ...data]);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout.split('\n').length - 1).toBe(each * (COPIES + 1));
    expect(new Set(stdout.split('\n')).size - 1).toBe(each * (COPIES + 1));
    expect(await kimtrip(['list', '-n', '1', '--fields', 'id', ...data])).toEqual({
      stdout: 'copy-000001:s1.1\n',
      stderr: 'kimtrip: the first 1 claims; --limit 0 shows all\n',
      code: 0,
    });
    expect(await kimtrip(['timeline', ...data])).toMatchObject({
      stderr: expect.stringContaining('more than 100,000 claims'),
      code: 2,
    });
  });

  test('is filled again and again: a story replaces itself', async () => {
    const name = await archive(...TWO);
    const before = await kimtrip(['list', '--json', '--data', urlOf(name)]);
    await fill(name, ...TWO);
    expect(await kimtrip(['list', '--json', '--data', urlOf(name)])).toEqual(before);
    await fill(name, '--data', 'data/harbour-story', '--certainty', 'possible');
    const { stdout } = await kimtrip(['list', 'articles', '--data', urlOf(name), '--json']);
    const claims = JSON.parse(stdout).map(({ claims }: { claims: string[] }) => claims.length > 5);
    expect(claims).toEqual([false, true]);
  });

  test('needs no more than a role that may read', async () => {
    const name = await archive('--data', await portHope());
    const grants = `CREATE ROLE reader${databases} LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader${databases};`;
    await shell(`psql -Xq -d ${name} -c "${grants}"`, undefined, server?.env);
    const { code } = await kimtrip(['search', 'ferry', '--data', urlOf(name, `reader${databases}`)]);
    expect(code).toBe(0);
  });

  test.each([
    ['no server', 'postgresql://kimtrip:secret@127.0.0.1:1/archive', 'no server answers there'],
    ['no such database', urlOf('nowhere'), 'there is no such database'],
    ['no archive', urlOf('postgres'), 'it is no archive; fill it with kimtrip export sql'],
    ['no TLS', `${urlOf('postgres')}&sslmode=require`, 'the server offers no TLS, which sslmode asks for'],
    ['no such user', urlOf('postgres', 'nobody:secret@secret'), 'the server refuses this user'],
    ['no address', 'postgresql://kimtrip:secret/secret@host:port/archive', 'it is no address such as'],
    [
      'a service',
      `${urlOf('postgres')}&service=archive`,
      'service files are not read; write what the service stands for',
    ],
  ])('where there is %s, one line says so, without a password', async (_, url, reason) => {
    await expectRefusal(['search', 'putin', '--data', url], reason);
  });

  test('that asks for a password says where to put it, and shows none', async () => {
    const name = await archive('--data', await portHope());
    // The server writes the file of who may log in itself.
    const sql = `
      CREATE ROLE member LOGIN PASSWORD 'the-secret';
      GRANT SELECT ON ALL TABLES IN SCHEMA public TO member;
      SELECT format('COPY (SELECT unnest(array[''local all member scram-sha-256'', ''local all all trust''])) TO %L', setting) FROM pg_settings WHERE name = 'hba_file' \\gexec
      SELECT pg_reload_conf();`;
    await shell(`printf '%s\n' "$SCRIPT" | psql -Xq -v ON_ERROR_STOP=1 -d ${name}`, undefined, {
      ...server?.env,
      SCRIPT: sql,
    });
    const reason = 'the password is missing or wrong; set PGPASSWORD or use ~/.pgpass';
    const search = ['search', 'ferry', '--fields', 'id', '--data'];
    await expectRefusal([...search, urlOf(name, 'member')], reason);
    await expectRefusal([...search, urlOf(name, 'member:another-secret')], reason);
    await expectRefusal([...search, `${urlOf(name, 'member')}&password=another-secret`], reason);
    expect((await kimtrip([...search, urlOf(name, 'member:the-secret')])).stdout).toBe('s2.1\n');
  });

  test.each([
    ['is lost', 'pg_terminate_backend', 'the connection was lost; try again'],
    ['takes too long', 'pg_cancel_backend', 'the answer took longer than 30 seconds; ask for less'],
  ])('whose answer %s is told in one line', async (_, end, reason) => {
    const name = await archive('--data', await portHope());
    // The search waits for the lock, until the session that holds it ends the search.
    const ending = `BEGIN; LOCK TABLE claim_words; \\echo locked
      DO $$BEGIN LOOP PERFORM pg_sleep(0.1), pg_stat_clear_snapshot();
        EXIT WHEN (SELECT ${end}(pid) FROM pg_stat_activity WHERE application_name = 'kimtrip' AND wait_event_type = 'Lock' AND datname = current_database());
      END LOOP; END$$;`;
    const psql = spawn('psql', ['-Xq', '-d', name], {
      env: environment,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    psql.stdin.end(ending);
    await once(psql.stdout, 'data');
    await expectRefusal(['search', 'ferry', '--data', urlOf(name)], reason);
  });

  test('of another version is refused with advice', async () => {
    const name = await archive('--data', await portHope());
    const alter = `ALTER TABLE kimtrip_schema DROP CONSTRAINT these_tables_are_of_another_version_of_kimtrip; UPDATE kimtrip_schema SET version = 99;`;
    await shell(`psql -Xq -d ${name} -c "${alter}"`, undefined, server?.env);
    expect(await kimtrip(['list', '--data', urlOf(name)])).toMatchObject({
      stderr: expect.stringMatching(/its tables are of version 99, and this kimtrip reads version \d+; load/),
      code: 2,
    });
  });

  test('beside a folder is refused', async () => {
    const ran = await kimtrip(['list', '--data', urlOf('postgres'), '--data', 'data/kim-trip']);
    expect(ran).toEqual({
      stdout: '',
      stderr: 'kimtrip: an archive cannot be combined with other claim sets; give --data once\n',
      code: 2,
    });
  });

  test('lets ten readers read one whole state while it is filled', async () => {
    const name = await archive(...TWO);
    const before = await kimtrip(['list', '--json', '--data', urlOf(name)]);
    const loads = [fill(name, ...TWO), fill(name, '--data', 'data/harbour-story')];
    const reads = Array.from({ length: 10 }, () => kimtrip(['list', '--json', '--data', urlOf(name)]));
    for (const ran of await Promise.all(reads)) expect(ran).toEqual(before);
    await Promise.all(loads);
  });

  test('stays as it was where a load is killed in the middle', async () => {
    const name = await archive('--data', await portHope());
    const before = await kimtrip(['list', '--json', '--data', urlOf(name)]);
    const { stdout: script } = await kimtrip([
      'export',
      'sql',
      '--data',
      await portHope(),
      '--certainty',
      'possible',
    ]);
    const psql = spawn('psql', ['-Xq', '-d', name], {
      env: environment,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    psql.stdin.write(script.slice(0, script.lastIndexOf('COMMIT')));
    psql.stdin.write('SELECT pg_notify($$loaded$$, $$$$);\n');
    psql.kill('SIGKILL');
    await once(psql, 'exit');
    expect(await kimtrip(['list', '--json', '--data', urlOf(name)])).toEqual(before);
  });
});

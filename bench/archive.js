// @ts-check
// npm run bench -- archive [CLAIMS …]: an archive in the PostgreSQL server that PGHOST and the like name, filled with made-up stories. How
// long it takes to fill, how large it is, how fast it answers, and how it agrees with files.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { queriesFor } from './made-up-queries.js';
import { writeStories } from './made-up-stories.js';

const { main } = createRequire(import.meta.url)('../dist/kimtrip.cjs');

const BIN = fileURLToPath(new URL('../bin/kimtrip.js', import.meta.url));
const SIZES = [10_000, 100_000, 1_000_000];
const QUERIES = 100;
/** Up to so many claims are held against what files answer. */
const FILES = 10_000;

/** @param sizes numbers of claims */
export async function reportArchive(sizes) {
  for (const size of sizes.length ? sizes : SIZES) {
    const folder = mkdtempSync(join(tmpdir(), 'kimtrip-archive-'));
    const database = `kimtrip_bench_${size}`;
    try {
      writeStories(folder, size);
      run('dropdb', ['--if-exists', database]);
      run('createdb', [database]);
      await report(size, folder, database);
    } finally {
      rmSync(folder, { recursive: true });
      run('dropdb', ['--if-exists', database]);
    }
  }
}

async function report(size, folder, database) {
  const queries = queriesFor(folder, QUERIES);
  const archive = ['--data', `postgresql:///${database}`];
  const files = ['--data', folder];
  console.log(`\n${size} made-up claims, ${QUERIES} queries\n`);
  const load = timed('bash', [
    '-c',
    'set -o pipefail; "$0" "$1" export sql --data "$2" | psql -q -v ON_ERROR_STOP=1 "$3" && psql -qc "VACUUM ANALYZE" "$3"',
    process.execPath,
    BIN,
    folder,
    database,
  ]);
  console.log(`filled in ${(load.time / 1000).toFixed(1)} s, exporter and psql within ${load.memory} MB`);
  await reportDatabase(size, queries, archive, files, database);
}

/** What is asked of a filled archive. */
async function reportDatabase(size, queries, archive, files, database) {
  const megabytes = run('psql', ['-AtXc', `SELECT pg_database_size('${database}') / 1000000`, database]);
  console.log(`${megabytes.trim()} MB on disk\n`);
  console.log('| search | median, ms | 95 %, ms | memory, MB |\n| --- | --- | --- | --- |');
  const row = (name, times, memory) =>
    console.log(`| ${name} | ${at(times, 0.5)} | ${at(times, 0.95)} | ${memory} |`);
  const inProcess = async (data) => {
    const answers = [];
    for (const query of queries) answers.push(await answer(query, data));
    return answers;
  };
  await answer('warm up', archive);
  const answers = await inProcess(archive);
  row(
    'archive, in a process that runs',
    answers.map(({ time }) => time),
    '',
  );
  const runs = queries.map((query) => timed(process.execPath, [BIN, ...searchFor(query, archive)]));
  row(
    'archive, whole process',
    runs.map(({ time }) => time),
    Math.max(...runs.map(({ memory }) => memory)),
  );
  row('plain websearch_to_tsquery, in the server', plainTimes(queries, database), '');
  if (size > FILES) return;
  const whole = queries
    .slice(0, 5)
    .map((query) => timed(process.execPath, [BIN, ...searchFor(query, files)]));
  row(
    'files, whole process',
    whole.map(({ time }) => time),
    Math.max(...whole.map(({ memory }) => memory)),
  );
  const fromFiles = await filesAnswers(queries, files);
  const different = queries.filter((_, each) => fromFiles[each] !== answers[each]?.ids);
  console.log(
    `\nthe first ten equal those of files for ${queries.length - different.length} of ${queries.length}`,
  );
  for (const query of different) {
    const each = queries.indexOf(query);
    console.log(`- ${query}\n  files:   ${fromFiles[each]}\n  archive: ${answers[each]?.ids}`);
  }
}

const searchFor = (query, data) => ['search', ...data, '--fields', 'id', '--format', 'lines', '--', query];

/** Runs the program within this process. */
async function answer(query, data) {
  const written = [];
  const sink = (keep) => ({
    write: (text, done) => {
      if (keep) written.push(text);
      done();
    },
  });
  const start = performance.now();
  const io = { stdin: [], stdout: sink(true), stderr: sink(false), env: process.env, on() {}, off() {} };
  await main(searchFor(query, data), io);
  return { time: performance.now() - start, ids: written.join('').trim().replaceAll('\n', ' ') };
}

/** What PostgreSQL's own search takes, on the same texts, with an index for it. */
function plainTimes(queries, database) {
  const words = `to_tsvector('english', text || ' ' || quote)`;
  const asked = (query) => `websearch_to_tsquery('english', '${query.replaceAll("'", "''")}')`;
  run('psql', ['-qXc', `CREATE INDEX bench_plain ON claim USING gin (${words})`, database]);
  const statements = queries.map(
    (query) =>
      `SELECT article_id, id FROM claim WHERE ${words} @@ ${asked(query)} ORDER BY ts_rank(${words}, ${asked(query)}) DESC LIMIT 10;`,
  );
  const told = run('psql', ['-AtX', database], ['\\timing on', ...statements].join('\n'));
  run('psql', ['-qXc', 'DROP INDEX bench_plain', database]);
  return [...told.matchAll(/^Time: ([\d.]+) ms/gm)].map(([, time]) => Number(time));
}

/** The first ten of each query, from files. */
async function filesAnswers(queries, files) {
  const answers = [];
  for (const query of queries) answers.push((await answer(query, files)).ids);
  return answers;
}

/** Runs a program, and says how long it took and how much memory it held at most, in megabytes. */
function timed(program, argv) {
  const start = performance.now();
  const { stderr, status } = spawnSync('/usr/bin/time', ['-f', 'held %M', program, ...argv], {
    encoding: 'utf8',
  });
  const [, held = '0'] = /held (\d+)/.exec(stderr) ?? [];
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return { time: performance.now() - start, memory: Math.round(Number(held) / 1000) };
}

function run(program, argv, input = '') {
  const { stdout, stderr, status, error } = spawnSync(program, argv, {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (error || status !== 0) throw error ?? new Error(stderr);
  return stdout;
}

const at = (times, share) => {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
};

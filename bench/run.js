// @ts-check
// npm run bench [-- QUERIES.json …]: how well and how fast kimtrip searches beside other searchers, on the same claims, and
// how fast it starts; npm run bench -- startup: this alone; npm run bench -- segment LANGUAGE=FILE …: how well it finds sentences.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createSearch, loadClaimSet } from '../dist/index.js';
import { reportArchive } from './archive.js';
import { madeUpClaimSet } from './made-up.js';
import { PEERS } from './searchers.js';
import { reportSegments } from './segment.js';
import { reportStartUp } from './startup.js';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const SIZES = [100, 1_000, 10_000, 100_000];
/** Milliseconds after which a searcher is asked no more queries of a size. */
const PATIENCE = 8_000;
/** Each query counts with the median of so many rounds, each on a new index: code is compiled meanwhile, as in a process that goes on. */
const ROUNDS = 5;

const claimSet = await loadClaimSet(at('../data/kim-trip'));
const KIMTRIP = { name: 'kimtrip', isFast: true };
const asked = process.argv.slice(2);

if (asked[0] === 'segment') {
  await reportSegments(asked.slice(1));
  process.exit();
}
if (asked[0] === 'archive') await reportArchive(asked.slice(1).map(Number));
else if (asked[0] !== 'startup') {
  const files = asked.length ? asked : [at('queries.json'), at('held-out.json')];
  for (const file of files) reportQuality(file);
  for (const size of SIZES) reportSpeed(size, JSON.parse(readFileSync(files[0], 'utf8')));
}
if (asked[0] !== 'archive') reportStartUp();

function documentsOf({ claims }) {
  return claims.map(({ id, text, quote, entities }) => ({
    id,
    text,
    quote: quote.exact,
    names: entities.map(({ name }) => name).join(', '),
  }));
}

function searcherOf(searcher, set) {
  if (searcher !== KIMTRIP) return searcher.build(documentsOf(set));
  const search = createSearch(set);
  return (query) => search(query).map(({ claim }) => claim.id);
}

/** nDCG@5 (Järvelin & Kekäläinen 2002, gain 2^grade − 1), first right, share of relevant sentences, silence where none is. */
function reportQuality(file) {
  const queries = JSON.parse(readFileSync(file, 'utf8'));
  console.log(`\n${queries.length} judged queries of ${file.split('/').pop()}\n`);
  console.log(
    '| searcher | nDCG@5 | first right | precision | nothing for the unanswerable |\n| --- | --- | --- | --- | --- |',
  );
  for (const searcher of [KIMTRIP, ...PEERS]) {
    let search;
    try {
      search = searcherOf(searcher, claimSet);
    } catch (error) {
      console.log(
        `| ${searcher.name} | not run: ${error instanceof Error && 'code' in error ? error.code : error} |`,
      );
      continue;
    }
    const rows = queries.map(({ query, relevant }) => judge(relevant, sentencesOf(search(query))));
    const mean = (key) => {
      const values = rows.map((row) => row[key]).filter((value) => value !== undefined);
      return (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3).replace(/^0/, '');
    };
    const silent = rows.filter(({ silent }) => silent !== undefined);
    const silence = `${silent.filter(({ silent }) => silent).length} of ${silent.length}`;
    console.log(
      `| ${searcher.name} | ${mean('ndcg')} | ${mean('first')} | ${mean('precision')} | ${silence} |`,
    );
  }
}

function sentencesOf(ids) {
  return [...new Set(ids.map((id) => id.split('.')[0]))];
}

function judge(relevant, sentences) {
  const ideal = Object.values(relevant).sort((a, b) => b - a);
  if (!ideal.includes(2)) return { silent: sentences.length === 0 };
  const gains = sentences.map((id) => relevant[id] ?? 0);
  const gainOf = (grades) =>
    grades.slice(0, 5).reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);
  return {
    ndcg: gainOf(gains) / gainOf(ideal),
    first: gains[0] === 2 ? 1 : 0,
    precision: gains.length ? gains.filter(Boolean).length / gains.length : 0,
  };
}

function reportSpeed(size, queries) {
  const set = madeUpClaimSet(claimSet, size);
  console.log(`\n${size} made-up claims (times in milliseconds, and how many times kimtrip's)\n`);
  console.log(
    '| searcher | index | memory, MB | query, median | query, 95 % |\n| --- | --- | --- | --- | --- |',
  );
  let base;
  for (const searcher of [KIMTRIP, ...PEERS.filter(({ isFast }) => isFast)]) {
    const row = measure(searcher, set, queries);
    base ??= row;
    const cell = (key) => `${rounded(row[key])} (${(row[key] / base[key]).toPrecision(2)}×)`;
    console.log(
      `| ${searcher.name} | ${cell('index')} | ${rounded(row.memory)} | ${cell('median')} | ${cell('slow')} |`,
    );
  }
}

function rounded(value) {
  return value < 10 ? value.toPrecision(2) : Math.round(value).toString();
}

/** A function of its own, so that what one searcher holds is gone before the next one's memory is measured. */
function measure(searcher, set, queries) {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const search = searcherOf(searcher, set);
  search('warm up');
  const index = performance.now() - start;
  globalThis.gc?.();
  const memory = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  const rounds = [timesOf(search, queries)];
  while (rounds.length < ROUNDS) rounds.push(timesOf(searcherOf(searcher, set), queries));
  const asked = Math.min(...rounds.map(({ length }) => length));
  const times = inOrder(
    Array.from({ length: asked }, (_, at) => inOrder(rounds.map((each) => each[at]))[ROUNDS >> 1]),
  );
  return {
    index,
    memory,
    median: times[Math.floor(times.length / 2)],
    slow: times[Math.floor(times.length * 0.95)],
  };
}

function timesOf(search, queries) {
  const times = [];
  const end = performance.now() + PATIENCE;
  for (const { query } of queries) {
    const start = performance.now();
    search(query);
    times.push(performance.now() - start);
    if (performance.now() > end) break;
  }
  return times;
}

function inOrder(numbers) {
  return numbers.sort((a, b) => a - b);
}

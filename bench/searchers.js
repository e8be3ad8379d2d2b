// @ts-check
// The searchers that are compared. Each is given the same documents, {id, text, quote, names}, and is asked for ids, best first.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import UFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';

const FIELDS = ['text', 'quote', 'names'];

const fuse = (options) => (documents) => {
  const index = new Fuse(documents, { keys: FIELDS, ...options });
  return (query) => index.search(query).map(({ item }) => item.id);
};

function miniSearch(documents) {
  const index = new MiniSearch({ fields: FIELDS, searchOptions: { fuzzy: 0.2, prefix: true } });
  index.addAll(documents);
  return (query) => index.search(query).map(({ id }) => id);
}

function uFuzzy(documents) {
  const haystack = documents.map(({ text, quote, names }) => `${text} ${quote} ${names}`);
  const matcher = new UFuzzy({ intraMode: 1 });
  return (query) => {
    const [indexes, , order] = matcher.search(haystack, query, 1);
    const found = order ? order.map((at) => indexes[at]) : (indexes ?? []);
    return found.map((at) => documents[at].id);
  };
}

/** Debian's sqlite3, asked for each query anew: good for quality, not for speed. */
function sqlite(documents) {
  const folder = mkdtempSync(join(tmpdir(), 'kimtrip-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'claims.db');
  const text = (value) => `'${value.replaceAll("'", "''")}'`;
  const rows = documents.map(
    ({ id, ...rest }) => `(${[id, ...FIELDS.map((field) => rest[field])].map(text).join(',')})`,
  );
  const sql = `create virtual table claims using fts5(id unindexed, ${FIELDS.join(', ')}, tokenize = 'porter');
    insert into claims values ${rows.join(',')};`;
  execFileSync('sqlite3', [file], { input: sql });
  return (query) => {
    const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
    const match = words.map((word) => `"${word}"`).join(' OR ');
    const asked = `select id from claims where claims match ${text(match)} order by rank;`;
    return execFileSync('sqlite3', [file], { input: asked, encoding: 'utf8' }).split('\n').filter(Boolean);
  };
}

/** Peers by name. `isFast`: worth timing beside the others. */
export const PEERS = [
  { name: 'Fuse.js, default options', isFast: true, build: fuse({}) },
  {
    name: 'Fuse.js, token search, any term, .3',
    isFast: true,
    build: fuse({ useTokenSearch: true, ignoreLocation: true, threshold: 0.3 }),
  },
  { name: 'MiniSearch, fuzzy .2 and prefix', isFast: true, build: miniSearch },
  { name: 'uFuzzy', isFast: true, build: uFuzzy },
  { name: 'SQLite FTS5, porter, any term', isFast: false, build: sqlite },
];

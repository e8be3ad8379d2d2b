// How many slips that annotators make `verify --strict` catches: each of slips.json changes fields of one claim of a shipped
// claim set; it is caught where a warning or fault that the claim set does not have anyway names that claim and one of
// the fields expected. One without fields is faithful, and must not be asked about. Usage:
// node bench/slips.js [FILE] [even|odd]; slips-by-others.json was written by somebody who had read no rule.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const file = process.argv.find((word) => word.endsWith('.json')) ?? join(root, 'bench/slips.json');
const slips = JSON.parse(readFileSync(file, 'utf8'));
const half = process.argv.at(-1);

function verify(folder) {
  const { stdout } = spawnSync(
    'node',
    [join(root, 'bin/kimtrip.js'), 'verify', '--strict', '--json', folder],
    {
      encoding: 'utf8',
    },
  );
  return JSON.parse(stdout);
}

const said = new Map();
const key = ({ id, path, rule, message }) => [id, path, rule, message].join('|');
let [caught, rightClaim, total, faithful, falseAlarms] = [0, 0, 0, 0, 0];
for (const [index, { story, claim, fields, change }] of slips.entries()) {
  if (half === 'even' && index % 2 === 1) continue;
  if (half === 'odd' && index % 2 === 0) continue;
  const source = join(root, 'data', story);
  if (!said.has(story)) said.set(story, new Set(verify(source).map(key)));
  const folder = mkdtempSync(join(tmpdir(), 'slip-'));
  cpSync(source, folder, { recursive: true });
  const path = join(folder, 'claims.json');
  const claimSet = JSON.parse(readFileSync(path, 'utf8'));
  const at = claimSet.claims.findIndex(({ id }) => id === claim);
  if (at < 0) throw new Error(`${story} has no claim ${claim}`);
  Object.assign(claimSet.claims[at], change);
  writeFileSync(path, JSON.stringify(claimSet));
  const found = verify(folder).filter((fault) => !said.get(story).has(key(fault)));
  rmSync(folder, { recursive: true });
  if (fields.length === 0) {
    faithful += 1;
    if (found.length) falseAlarms += 1;
    continue;
  }
  const own = found.filter(({ id }) => id === claim);
  const hit = own.find((fault) => fields.some((field) => fault.path.startsWith(`claims[${at}].${field}`)));
  total += 1;
  if (own.length) rightClaim += 1;
  if (hit) caught += 1;
  const what = hit ?? own[0] ?? found[0];
  console.log(
    `${hit ? 'caught' : own.length ? 'other ' : 'MISSED'} ${index} ${story} ${claim} ${fields.join('|')}: ${what ? `${what.rule}: ${what.path} ${what.message}` : ''}`,
  );
}
console.log(
  `${caught} of ${total} caught at the field, ${rightClaim} at the claim; ${falseAlarms} of ${faithful} faithful ones asked about`,
);

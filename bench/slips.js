// How many slips that annotators make `verify --strict` catches: each of slips.json changes fields of one claim of a shipped
// claim set; it is caught where a warning or fault that the claim set does not have anyway names that claim and one of
// the fields expected. One without fields is faithful, and must not be asked about. Usage:
// node bench/slips.js [FILE] [FOLDER of claim sets] [even|odd]; slips-by-others.json was written by somebody who had read no rule.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');
const words = process.argv.slice(2);
const half = words.find((word) => word === 'even' || word === 'odd');
const file = words.find((word) => word.endsWith('.json')) ?? join(root, 'bench/slips.json');
const stories = words.find((word) => word !== half && word !== file) ?? join(root, 'data');
const slips = JSON.parse(readFileSync(file, 'utf8'));

const bundle = await rolldown({ input: join(root, 'src/claim-set/verify.ts'), platform: 'node' });
const { output } = await bundle.generate({ codeSplitting: false });
const { verifyTexts } = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);

const toldOf = ({ rule, path, message }) => `${rule}: ${path} ${message}`;
const key = ({ id, ...fault }) => `${id} ${toldOf(fault)}`;
const asked = (claimSet, article) => {
  const { faults, warnings } = verifyTexts(JSON.stringify(claimSet), article);
  return [...faults, ...warnings];
};

const read = new Map();
function storyOf(name) {
  if (!read.has(name)) {
    const [claimSet, article] = ['claims.json', 'article.txt'].map((each) =>
      readFileSync(join(stories, name, each), 'utf8'),
    );
    read.set(name, { claimSet, article, anyway: new Set(asked(JSON.parse(claimSet), article).map(key)) });
  }
  return read.get(name);
}

let [caught, rightClaim, total, faithful, falseAlarms] = [0, 0, 0, 0, 0];
for (const [index, { story, claim, fields, change }] of slips.entries()) {
  if (half === 'even' && index % 2 === 1) continue;
  if (half === 'odd' && index % 2 === 0) continue;
  const { claimSet: text, article, anyway } = storyOf(story);
  const claimSet = JSON.parse(text);
  const at = claimSet.claims.findIndex(({ id }) => id === claim);
  if (at < 0) throw new Error(`${story} has no claim ${claim}`);
  Object.assign(claimSet.claims[at], change);
  const found = asked(claimSet, article).filter((fault) => !anyway.has(key(fault)));
  if (fields.length === 0) {
    faithful += 1;
    if (found.length) {
      falseAlarms += 1;
      console.log(`ASKED  ${index} ${story} ${claim}: ${found.map(toldOf).join('; ')}`);
    }
    continue;
  }
  const own = found.filter(({ id }) => id === claim);
  const hit = own.find((fault) => fields.some((field) => fault.path.startsWith(`claims[${at}].${field}`)));
  total += 1;
  if (own.length) rightClaim += 1;
  if (hit) caught += 1;
  const what = hit ?? own[0] ?? found[0];
  console.log(
    `${hit ? 'caught' : own.length ? 'other ' : 'MISSED'} ${index} ${story} ${claim} ${fields.join('|')}: ${what ? toldOf(what) : ''}`,
  );
}
console.log(
  `${caught} of ${total} caught at the field, ${rightClaim} at the claim; ${falseAlarms} of ${faithful} faithful ones asked about`,
);

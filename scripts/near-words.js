// Makes src/reading/near-words.json out of the database files of WordNet 3.1: words that may stand for each other, and
// words that say the opposite, as Porter stems. Only senses in which a word is met in WordNet's tagged texts count.
// node scripts/near-words.js DICT > src/reading/near-words.json
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stemmer } from 'stemmer';

const [dictionary] = process.argv.slice(2);
if (!dictionary) throw new Error('usage: node scripts/near-words.js DICT > src/reading/near-words.json');

/** Senses of a word that are common enough to be meant. */
const MOST_SENSES = 4;
const LARGEST_GROUP = 12;

const near = new Set();
const opposite = new Set();
for (const part of ['noun', 'verb', 'adj', 'adv']) {
  const common = commonSenses(part);
  for (const [offset, { words, pointers }] of synsetsOf(part)) {
    const stems = [...new Set([...(common.get(offset) ?? [])].map((word) => stemmer(word)))].sort();
    if (stems.length > 1 && stems.length <= LARGEST_GROUP) near.add(stems.join(' '));
    for (const { symbol, target, from, to } of pointers) {
      const other = symbol === '!' ? synsetsOf(part).get(target)?.words[to - 1] : undefined;
      const word = words[from - 1];
      if (!word || !other || !common.get(offset)?.has(word) || !common.get(target)?.has(other)) continue;
      opposite.add([stemmer(word), stemmer(other)].sort().join(' '));
    }
  }
}
process.stdout.write(
  `${JSON.stringify({ near: [...near].sort(), opposite: [...opposite].sort() }, null, 0)}\n`,
);

/** The words for which a synset is a common sense, by its offset. */
function commonSenses(part) {
  const senses = new Map();
  for (const line of linesOf(`index.${part}`)) {
    const fields = line.trim().split(' ');
    const [word, , count] = fields;
    const offsets = fields.slice(-Number(count));
    const tagged = Number(fields[fields.length - Number(count) - 1]);
    if (tagged === 0 || !/^[a-z]{3,}$/.test(word)) continue;
    for (const offset of offsets.slice(0, Math.min(tagged, MOST_SENSES)))
      senses.set(offset, (senses.get(offset) ?? new Set()).add(word));
  }
  return senses;
}

/** Words and pointers of each synset, by its offset. */
function synsetsOf(part) {
  synsetsOf.read ??= new Map();
  if (!synsetsOf.read.has(part)) synsetsOf.read.set(part, new Map(linesOf(`data.${part}`).map(synset)));
  return synsetsOf.read.get(part);
}

function synset(line) {
  const fields = line.split(' ');
  const count = Number.parseInt(fields[3], 16);
  const words = Array.from({ length: count }, (_, index) => fields[4 + 2 * index].toLowerCase());
  const first = 4 + 2 * count;
  const pointers = Array.from({ length: Number(fields[first]) }, (_, index) => {
    const [symbol, target, , ends] = fields.slice(first + 1 + 4 * index);
    return {
      symbol,
      target,
      from: Number.parseInt(ends.slice(0, 2), 16),
      to: Number.parseInt(ends.slice(2), 16),
    };
  });
  return [fields[0], { words, pointers }];
}

/** The lines of a file but for the licence at its head. */
function linesOf(file) {
  return readFileSync(join(dictionary, file), 'latin1')
    .split('\n')
    .filter((line) => line && !line.startsWith(' '));
}

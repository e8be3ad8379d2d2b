// @ts-check
// Queries as people type them, made of the words and names of made-up stories, and the shipped judged ones.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomFrom } from './random.js';

const SEED = 1945;
const judged = JSON.parse(readFileSync(fileURLToPath(new URL('queries.json', import.meta.url)), 'utf8'));

/**
 * Ten kinds in turn, from one word to a phrase, a misspelt name and a year.
 *
 * @param folder of stories
 */
export function queriesFor(folder, count) {
  const random = randomFrom(SEED);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const stories = readdirSync(folder).sort();
  const read = () => JSON.parse(readFileSync(join(folder, pick(stories), 'claims.json'), 'utf8'));
  return Array.from({ length: count }, (_, at) => {
    const { claims, entities } = read();
    const { text } = pick(claims);
    const word = () => pick(text.match(/\p{L}{5,}/gu) ?? ['visit']);
    const name = () => pick(entities).name;
    const kinds = [
      word,
      () => `${word()} ${word()}`,
      () => `${word()} ${word()} ${word()}`,
      name,
      () => `${name()} ${word()}`,
      () => misspelt(word(), random),
      () => `${misspelt(name(), random)} ${word()}`,
      () => `"${pick(text.match(/\p{L}{4,} \p{L}{4,}/gu) ?? ['Red Square'])}" or ${word()}`,
      () => `${name()} ${pick(text.match(/\b(?:19|20)\d\d\b/g) ?? ['2000'])}`,
      () => pick(judged).query,
    ];
    return kinds[at % kinds.length]();
  });
}

/** One slip of the hand: two letters swapped, one left out, or one typed twice. */
function misspelt(text, random) {
  const at = 1 + Math.floor(random() * Math.max(1, text.length - 3));
  const [before, first, second, after] = [
    text.slice(0, at),
    text[at],
    text[at + 1] ?? '',
    text.slice(at + 2),
  ];
  const slips = [`${second}${first}`, second, `${first}${first}${second}`];
  return before + slips[Math.floor(random() * slips.length)] + after;
}

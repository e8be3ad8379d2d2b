import { ENGLISH_WORDS } from '../generated/english-words.js';
import { lazily } from '../lazily.ts';
import { placeIn } from './place-in.ts';

/** Endings that make no other word of one; `scripts/build/english-words.js` leaves out the words that these make. */
const ENDING = /(?:(?<=e)d|(?<=[^aeiouwxy]{2})(?:ed|ing)|(?<=[^sxzhy])s|ly|ness|ments?|able)$/;

/** How many bits of each step stand as they are. */
const BITS = 8;

/**
 * The common words of English by their places among 256 times as many, as a Golomb-coded set (Putze, Sanders & Singler 2007): of 256
 * words that are none, it takes one for a word. It takes 9.5 bits a word, where a Bloom filter takes 12 for as few.
 */
const places = lazily(() => {
  const { count, text } = ENGLISH_WORDS;
  const bytes = fromBase85(text);
  const found = new Uint32Array(count);
  let [place, bit] = [0, count * 8];
  for (let word = 0; word < count; word += 1) {
    for (; ((bytes[bit >> 3] ?? 0) << (bit & 7)) & 128; bit += 1) place += 1 << BITS;
    bit += 1;
    place += bytes[word] ?? 0;
    found[word] = place;
  }
  return found;
});

/** The bytes of a text that `scripts/build/base85.js` made: five characters hold four. */
function fromBase85(text: string): Uint8Array {
  const words = new DataView(new ArrayBuffer((text.length / 5) * 4));
  let word = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    word = 85 * word + unit - 40 - Number(unit > 60) - Number(unit > 62);
    if (at % 5 !== 4) continue;
    words.setUint32(((at - 4) / 5) * 4, word);
    word = 0;
  }
  return new Uint8Array(words.buffer);
}

/** Whether it is a word of English, and so no slip. */
export const isRealWord = (term: string): boolean => isListed(term) || isListed(term.replace(ENDING, ''));

/** To halve what is left of the 29,000 places takes 0.1 µs, to go through them all 40. */
function isListed(word: string): boolean {
  const place = placeOf(word);
  return places()[placeIn(places(), place)] === place;
}

/** FNV-1a (Fowler, Noll & Vo 1991), mixed as MurmurHash3 ends (Appleby 2011), scaled to the range. */
function placeOf(word: string): number {
  let hash = 2166136261;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return Math.floor((((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32) * ENGLISH_WORDS.range);
}

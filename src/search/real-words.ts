import { ENGLISH_WORDS } from '../generated/english-words.js';
import { lazily } from '../lazily.ts';

/** Endings that make no other word of one; `scripts/build/english-words.js` leaves out the words that these make. */
const ENDING = /(?:(?<=e)d|(?<=[^aeiouwxy]{2})(?:ed|ing)|(?<=[^sxzhy])s|ly|ness|ments?|able)$/;

/** How many bits stand for a word. */
const BITS = 6;

/**
 * The common words of English as a Bloom filter (Bloom 1970), a third of what the packed words take: of 75 words that are none, it takes one for a word. 12 bits a word would find 1 % more slips of one edit, and a page would be 15 KB larger.
 */
const filter = lazily(() => {
  const bytes = atob(ENGLISH_WORDS);
  const bits = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) bits[at] = bytes.charCodeAt(at);
  return bits;
});

/** Whether it is a word of English, and so no slip. */
export const isRealWord = (term: string): boolean => isListed(term) || isListed(term.replace(ENDING, ''));

function isListed(word: string): boolean {
  const size = filter().length * 8;
  const [first, step] = [hashOf(word, 1), hashOf(word, 2)];
  for (let turn = 0; turn < BITS; turn += 1) {
    const bit = (first + turn * step) % size;
    if (((filter()[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}

/** FNV-1a (Fowler, Noll & Vo 1991), begun elsewhere for each seed. */
function hashOf(word: string, seed: number): number {
  let hash = Math.imul(2166136261, seed);
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 16777619);
  return (hash ^ (hash >>> 15)) >>> 0;
}

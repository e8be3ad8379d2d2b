import Fuse from 'fuse.js/basic';
import { groupBy } from '../group-by.ts';
import { lazily } from '../lazily.ts';
import { editDistance } from './edit-distance.ts';
import { isRealWord } from './real-words.ts';
import { isSmallWord } from './small-words.ts';
import { mayBeginAlike, soundDistance } from './sound.ts';

/** A word of the claim set that a misspelt one may have been meant for. */
export interface NearWord {
  readonly word: string;
  /** How much of a match it is. */
  readonly weight: number;
}

/** A word, or the stem of words that lack it, and the words that it stands for. */
interface Spelling {
  readonly spelling: string;
  /** See {@link lettersOf}. */
  readonly letters: number;
  readonly isStem: boolean;
  readonly words: readonly string[];
}

/** Shorter words are near too many others, and longer ones are no words. */
const SHORTEST = 4;
const LONGEST = 32;
/** Fuse finds what differs in at most half of its letters; the rules below choose among that. */
const FUSE = { threshold: 0.5, ignoreLocation: true, ignoreFieldNorm: true, shouldSort: false };
/** A word of so many letters more or less is not looked at. */
const LENGTHS = 4;
/** More than this share of the letters typed is never a slip. */
const MOST_EDITS = 0.4;

/** In edits: what beginning alike and sounding alike are worth, and what a stem costs that is no word itself. */
const SAME_INITIAL = 0.6;
const SAME_SOUND = 0.6;
const STEM = 0.6;

/** A slip in a long word costs less than one in a short word. */
const weightOf = (edits: number, length: number) => Math.max(0.57, 0.8 - edits / length);

/**
 * Finds the words that a misspelt one may have been meant for: Fuse.js those that are spelt alike, and of these the ones with the fewest edits,
 * where a word that begins or sounds alike is nearer. A word of English is no slip, though the claim set lacks it.
 *
 * @param terms all words of the claim set, asked for when a word is first misspelt
 */
export function createNearWords(
  terms: () => readonly string[],
  stemOf: (term: string) => string,
): (typed: string) => readonly NearWord[] {
  const spellings = lazily(() => spellingsOf(terms(), stemOf));
  return (typed) => {
    if (typed.length < SHORTEST || typed.length > LONGEST || /\d/.test(typed) || isRealWord(typed)) return [];
    let least = Infinity;
    let nearest: Spelling[] = [];
    for (const { spelling, cost } of spelledAlike(typed, spellings())) {
      if (cost === least) nearest.push(spelling);
      else if (cost < least) [least, nearest] = [cost, [spelling]];
    }
    return [...new Set(nearest.flatMap(({ words }) => words))].map((word) => ({
      word,
      weight: weightOf(editDistance(typed, word), typed.length),
    }));
  };
}

type Spellings = ReadonlyMap<number, readonly Spelling[]>;

/** A spelling, and how far it is from what was typed. */
interface Candidate {
  readonly spelling: Spelling;
  readonly cost: number;
}

/** What Fuse finds among the spellings that are near enough: to make a search of it takes longer than to tell which are. */
function spelledAlike(typed: string, byLength: Spellings): Candidate[] {
  const most = Math.min(LENGTHS, Math.floor(MOST_EDITS * typed.length));
  const letters = lettersOf(typed);
  const candidates: Candidate[] = [];
  for (let length = typed.length - most; length <= typed.length + most; length += 1)
    for (const spelling of byLength.get(length) ?? []) {
      const own = count(letters & ~spelling.letters);
      const others = count(spelling.letters & ~letters);
      const least = Math.max(own, others, Math.abs(length - typed.length));
      const mayBeNear =
        least <= 1 || (least <= most && mayBeginAlike(typed[0] ?? '', spelling.spelling[0] ?? ''));
      const cost = mayBeNear ? costOf(typed, spelling) : Infinity;
      if (cost < Infinity) candidates.push({ spelling, cost });
    }
  if (candidates.length === 0) return [];
  const fuse = new Fuse(
    candidates.map(({ spelling }) => spelling.spelling),
    FUSE,
  );
  return fuse.search(typed).flatMap(({ refIndex }) => candidates[refIndex] ?? []);
}

/** The letters of a word as bits: each that one word has and another lacks is an edit at least. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** How many bits are set. */
function count(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** By length, since most words are not near in it. */
function spellingsOf(terms: readonly string[], stemOf: (term: string) => string): Spellings {
  const words = terms.filter((term) => term.length >= SHORTEST - 1 && !isSmallWord(term) && !/\d/.test(term));
  const known = new Set(words);
  const byStem = groupBy(words, stemOf);
  const stems = [...byStem].filter(([stem]) => !known.has(stem));
  const spellingOf = (spelling: string, isStem: boolean, meant: readonly string[]): Spelling => ({
    spelling,
    letters: lettersOf(spelling),
    isStem,
    words: meant,
  });
  const spellings = [
    ...words.map((word) => spellingOf(word, false, [word])),
    ...stems.map(([stem, forms]) => spellingOf(stem, true, forms)),
  ];
  return groupBy(spellings, ({ spelling }) => spelling.length);
}

/** How far a word is from what was typed, in edits; infinitely where it is too far to have been meant. */
function costOf(typed: string, { spelling, isStem }: Spelling): number {
  const edits = editDistance(typed, spelling);
  if (edits > MOST_EDITS * typed.length) return Infinity;
  // "amde": the first two letters changed places.
  const beginsAlike =
    typed[0] === spelling[0] || (edits === 1 && typed[0] === spelling[1] && typed[1] === spelling[0]);
  const mayAlike = mayBeginAlike(typed[0] ?? '', spelling[0] ?? '');
  const sound = beginsAlike || edits <= 3 ? soundDistance(typed, spelling) : Infinity;
  const length = Math.min(typed.length, spelling.length);
  if (isStem && sound > 0) return Infinity;
  if (edits > allowedEdits(length, beginsAlike || (mayAlike && sound <= 1), sound, isSwap(typed, spelling)))
    return Infinity;
  return edits - (beginsAlike ? SAME_INITIAL : 0) - (sound === 0 ? SAME_SOUND : 0) + (isStem ? STEM : 0);
}

/** One slip in a short word, more in a long one or in one that sounds the same. */
function allowedEdits(length: number, beginsAlike: boolean, sound: number, swap: boolean): number {
  if (length < SHORTEST) return swap ? 1 : 0;
  if (!beginsAlike) return 1;
  const bySpelling = length <= 5 ? 1 : length <= 8 ? 2 : 3;
  if (sound === 0) return bySpelling + 2;
  return sound === 1 && length > 5 ? bySpelling + 1 : bySpelling;
}

const isSwap = (a: string, b: string) => [...a].sort().join('') === [...b].sort().join('');

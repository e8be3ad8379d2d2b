import { groupBy } from '../group-by.ts';
import { lazily, remembered } from '../lazily.ts';
import type { MatchKind } from '../model.ts';
import { isFunctionWord, stemOf as stemmed } from './analysis.ts';
import { editDistance } from './edit-distance.ts';
import type { Postings } from './postings.ts';

/** A word of the claim set that a typed word may stand for. */
export interface Candidate {
  readonly term: string;
  readonly kind: Extract<MatchKind, 'exact' | 'form' | 'prefix' | 'typo'>;
  /** How much of a match it is: 1 for the word itself. */
  readonly weight: number;
}

/** All words of a claim set, and what a typed word may stand for among them. */
export interface Vocabulary {
  /**
   * Empty where the word is unknown. Only where nothing better is there do prefixes, then typos count.
   *
   * @param isAlone it is all that was typed, perhaps so far: three letters may then begin a word
   */
  candidates(term: string, isAlone: boolean): readonly Candidate[];
  has(term: string): boolean;
}

const FORM = 0.9;
const DERIVED = 0.7;
const PREFIX = 0.75;
/** A slip in a long word costs less than one in a short word. */
const typoWeight = (edits: number, length: number) => 0.8 - edits / length;

/** Works out what a query needs when it first needs it: most need few stems, and no spellings. */
export function createVocabulary({ has, termsFrom }: Postings): Vocabulary {
  const stemOf = remembered(stemmed);
  const formsFrom = remembered((beginning: string) => formsOf(termsFrom(beginning), stemOf));
  /** Forms with this stem, or with one that a letter parts from it: a word has all letters of its stem but perhaps the last. */
  const formsNear = (stem: string) => formsFrom(stem.slice(0, Math.max(1, stem.length - 2)));
  const telling = lazily(() => termsFrom('').filter((term) => !isFunctionWord(term)));
  const spelledTerms = lazily(() => bySpelling(telling()));
  const spelledStems = lazily(() => bySpelling([...new Set(telling().map(stemOf))]));

  const candidates = (term: string, isAlone: boolean): Candidate[] => {
    const found: Candidate[] = has(term) ? [{ term, kind: 'exact', weight: 1 }] : [];
    const stem = stemOf(term);
    const { byStem } = formsNear(stem);
    for (const form of byStem.get(stem) ?? [])
      if (form !== term) found.push({ term: form, kind: 'form', weight: FORM });
    for (const derived of derivedFrom(stem))
      for (const form of byStem.get(derived) ?? []) found.push({ term: form, kind: 'form', weight: DERIVED });
    if (found.length) return found;
    const longer = longerThan(term, isAlone);
    return longer.length ? longer : typos(term);
  };

  /** Porter's rules leave some forms apart by a letter: economi (economy) and econom (economic), korea and korean. */
  const derivedFrom = (stem: string): string[] => {
    const { byStem, byStemHead } = formsNear(stem);
    const shorter = stem.slice(0, -1);
    const longer = stem.length >= SHARED_STEM ? (byStemHead.get(stem) ?? []) : [];
    return shorter.length >= SHARED_STEM && byStem.has(shorter) ? [shorter, ...longer] : [...longer];
  };

  const longerThan = (term: string, isAlone: boolean): Candidate[] => {
    if (term.length < SHORTEST_PREFIX || /^\d/.test(term)) return [];
    // Three letters begin too many words, unless they are all that is there or lack just an ending ("die", "died").
    const most = isAlone || term.length > SHORTEST_PREFIX ? Infinity : term.length + 1;
    const longer = termsFrom(term).filter(({ length }) => length <= most);
    return longer.map((each) => ({ term: each, kind: 'prefix', weight: PREFIX }));
  };

  /** Words a slip or two away, and the forms of words whose stems are: "mistery" for "mysteries". */
  const typos = (term: string): Candidate[] => {
    const near = new Map(nearTo(term, spelledTerms()));
    for (const [stem, edits] of nearTo(stemOf(term), spelledStems()))
      for (const form of formsNear(stem).byStem.get(stem) ?? [])
        near.set(form, Math.min(edits, near.get(form) ?? edits));
    const least = Math.min(...near.values());
    return [...near]
      .filter(([, edits]) => edits === least)
      .map(([other]) => ({ term: other, kind: 'typo', weight: typoWeight(least, term.length) }));
  };

  return { candidates, has };
}

/** Words by their stem, and stems by all but their last letter, to find those that only an ending parts. */
interface Forms {
  readonly byStem: ReadonlyMap<string, readonly string[]>;
  readonly byStemHead: ReadonlyMap<string, readonly string[]>;
}

function formsOf(terms: readonly string[], stemOf: (term: string) => string): Forms {
  const byStem = groupBy(terms, stemOf);
  return { byStem, byStemHead: groupBy(byStem.keys(), (stem) => stem.slice(0, -1)) };
}

const SHORTEST_PREFIX = 3;
const SHARED_STEM = 5;

/** Words by their length, each with its letters. */
type Spelled = ReadonlyMap<number, readonly { readonly word: string; readonly letters: number }[]>;

function bySpelling(words: readonly string[]): Spelled {
  const byLength = groupBy(words, (word) => word.length);
  return new Map(
    [...byLength].map(([length, list]) => [length, list.map((word) => ({ word, letters: lettersIn(word) }))]),
  );
}

/** Words that may be meant by a misspelt one, and how many edits away they are. */
function nearTo(typed: string, spelled: Spelled): [word: string, edits: number][] {
  const allowed = allowedEdits(typed);
  const typedLetters = lettersIn(typed);
  const near: [string, number][] = [];
  for (let length = typed.length - allowed; length <= typed.length + allowed; length += 1)
    for (const { word, letters } of spelled.get(length) ?? []) {
      // Each edit changes at most two of the letters that a word is made of.
      if (differing(typedLetters, letters) > 2 * allowed) continue;
      const most = Math.min(allowed, allowedEdits(word));
      const edits = most === 0 ? 0 : editDistance(typed, word);
      if (edits > 0 && edits <= most && (Math.max(typed.length, length) > SHORT || isSwap(typed, word)))
        near.push([word, edits]);
    }
  return near;
}

/** A slip every four letters; numbers are taken as typed. */
function allowedEdits(term: string): number {
  return /\d/.test(term) ? 0 : Math.min(3, Math.floor(term.length / 4));
}

/** Too many short words are a letter apart; among them only swapped letters count as a slip. */
const SHORT = 4;
const isSwap = (a: string, b: string) => [...a].sort().join('') === [...b].sort().join('');

/** The letters of a word as a set of 32 bits, other scripts folded onto them. */
function lettersIn(term: string): number {
  let letters = 0;
  for (let at = 0; at < term.length; at += 1) letters |= 1 << (term.charCodeAt(at) & 31);
  return letters;
}

function differing(a: number, b: number): number {
  let bits = a ^ b;
  let count = 0;
  for (; bits; bits &= bits - 1) count += 1;
  return count;
}

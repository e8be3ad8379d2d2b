import type { MatchKind } from '../model.ts';
import { stemOf } from './analysis.ts';
import { editDistance } from './edit-distance.ts';

/** A word of the claim set that a typed word may stand for. */
export interface Candidate {
  readonly term: string;
  readonly kind: Extract<MatchKind, 'exact' | 'form' | 'prefix' | 'typo'>;
  /** How much of a match it is: 1 for the word itself. */
  readonly weight: number;
}

/** All words of a claim set, and what a typed word may stand for among them. */
export interface Vocabulary {
  /** Empty where the word is unknown. Only where nothing better is there do prefixes, then typos count. */
  candidates(term: string): readonly Candidate[];
  has(term: string): boolean;
}

const FORM = 0.9;
const DERIVED = 0.7;
const PREFIX = 0.75;
/** A slip in a long word costs less than one in a short word. */
const typoWeight = (edits: number, length: number) => 0.8 - edits / length;

export function createVocabulary(terms: ReadonlySet<string>): Vocabulary {
  const sorted = [...terms].sort();
  const byStem = groupBy(sorted, stemOf);
  // Stems by all but their last letter, to find those that only an ending parts.
  const byStemHead = groupBy([...byStem.keys()], (stem) => stem.slice(0, -1));
  const byLength = groupBy(sorted, (term) => term.length);
  const lettersOf = new Map(sorted.map((term) => [term, lettersIn(term)]));

  const candidates = (term: string): Candidate[] => {
    const found: Candidate[] = terms.has(term) ? [{ term, kind: 'exact', weight: 1 }] : [];
    const stem = stemOf(term);
    for (const form of byStem.get(stem) ?? [])
      if (form !== term) found.push({ term: form, kind: 'form', weight: FORM });
    for (const derived of derivedFrom(stem))
      for (const form of byStem.get(derived) ?? []) found.push({ term: form, kind: 'form', weight: DERIVED });
    if (found.length) return found;
    const longer = longerThan(term);
    return longer.length ? longer : typos(term);
  };

  /** Porter's rules leave some forms apart by a letter: economi (economy) and econom (economic), korea and korean. */
  const derivedFrom = (stem: string): string[] => {
    const shorter = stem.slice(0, -1);
    const longer = stem.length >= SHARED_STEM ? (byStemHead.get(stem) ?? []) : [];
    return shorter.length >= SHARED_STEM && byStem.has(shorter) ? [shorter, ...longer] : [...longer];
  };

  const longerThan = (term: string): Candidate[] => {
    if (term.length < MINIMUM_PREFIX || /^\d/.test(term)) return [];
    const found: Candidate[] = [];
    for (let at = firstFrom(sorted, term); sorted[at]?.startsWith(term); at += 1)
      found.push({ term: sorted[at] as string, kind: 'prefix', weight: PREFIX });
    return found;
  };

  const typos = (term: string): Candidate[] => {
    const allowed = allowedEdits(term);
    const letters = lettersIn(term);
    const near: { term: string; edits: number }[] = [];
    for (let length = term.length - allowed; length <= term.length + allowed; length += 1)
      for (const other of byLength.get(length) ?? []) {
        const most = Math.min(allowed, allowedEdits(other));
        // Each edit changes at most two of the letters that a word is made of.
        if (most === 0 || differing(letters, lettersOf.get(other) ?? 0) > 2 * most) continue;
        const edits = editDistance(term, other);
        if (edits <= most && (Math.max(term.length, length) > SHORT || isSwap(term, other)))
          near.push({ term: other, edits });
      }
    const least = Math.min(...near.map(({ edits }) => edits));
    return near
      .filter(({ edits }) => edits === least)
      .map((other) => ({ term: other.term, kind: 'typo', weight: typoWeight(least, term.length) }));
  };

  return { candidates, has: (term) => terms.has(term) };
}

const MINIMUM_PREFIX = 3;
const SHARED_STEM = 5;

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

/** Where `term` is or would be in a sorted list. */
function firstFrom(sorted: readonly string[], term: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

function groupBy<Key>(terms: readonly string[], keyOf: (term: string) => Key): Map<Key, string[]> {
  const groups = new Map<Key, string[]>();
  for (const term of terms) {
    const key = keyOf(term);
    const group = groups.get(key);
    if (group) group.push(term);
    else groups.set(key, [term]);
  }
  return groups;
}

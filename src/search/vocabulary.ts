import Fuse from 'fuse.js';
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
  /** Best first; empty where the word is unknown. Only where nothing better is there do prefixes, then typos count. */
  candidates(term: string): readonly Candidate[];
  has(term: string): boolean;
}

export function createVocabulary(terms: ReadonlySet<string>): Vocabulary {
  const byStem = new Map<string, string[]>();
  for (const term of terms) {
    const stem = stemOf(term);
    const forms = byStem.get(stem);
    if (forms) forms.push(term);
    else byStem.set(stem, [term]);
  }
  const stems = [...byStem.keys()];
  const fuse = new Fuse([...terms], { threshold: 0.4, ignoreLocation: true, includeScore: false });
  const known = new Map<string, readonly Candidate[]>();

  const find = (term: string): Candidate[] => {
    const found: Candidate[] = terms.has(term) ? [{ term, kind: 'exact', weight: 1 }] : [];
    const stem = stemOf(term);
    for (const form of byStem.get(stem) ?? [])
      if (form !== term) found.push({ term: form, kind: 'form', weight: 0.9 });
    for (const near of stems)
      if (near !== stem && isDerived(stem, near))
        for (const form of byStem.get(near) ?? []) found.push({ term: form, kind: 'form', weight: 0.7 });
    if (found.length) return found;
    for (const longer of terms)
      if (isPrefix(term, longer)) found.push({ term: longer, kind: 'prefix', weight: 0.75 });
    if (found.length) return found;
    return typos(term);
  };

  const typos = (term: string): Candidate[] => {
    const allowed = allowedEdits(term);
    if (!allowed) return [];
    const near = fuse
      .search(term)
      .map(({ item }) => ({ item, distance: editDistance(term, item) }))
      .filter(({ item, distance }) => distance <= Math.min(allowed, allowedEdits(item)))
      .filter(({ item }) => Math.max(term.length, item.length) > SHORT || isSwap(term, item));
    const least = Math.min(...near.map(({ distance }) => distance));
    return near
      .filter(({ distance }) => distance === least)
      .map(({ item, distance }) => ({ term: item, kind: 'typo', weight: 0.8 - distance / term.length }));
  };

  return {
    has: (term) => terms.has(term),
    candidates(term) {
      const found = known.get(term) ?? find(term);
      known.set(term, found);
      return found;
    },
  };
}

/** A slip every four letters; short words and numbers are taken as typed. */
function allowedEdits(term: string): number {
  return /\d/.test(term) ? 0 : Math.min(3, Math.floor(term.length / 4));
}

/** Too many short words are a letter apart; among them only swapped letters count as a slip. */
const SHORT = 4;
const isSwap = (a: string, b: string) => [...a].sort().join('') === [...b].sort().join('');

const MINIMUM_PREFIX = 3;

function isPrefix(term: string, longer: string): boolean {
  return term.length >= MINIMUM_PREFIX && longer.startsWith(term) && !/^\d/.test(term);
}

const SHARED_STEM = 5;

/** Stems that only an ending parts, which Porter's rules leave apart: economi(c), economi-y; korea, korea-n. */
function isDerived(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHARED_STEM && long.length - short.length === 1 && long.startsWith(short);
}

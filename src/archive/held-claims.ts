import { groupBy } from '../group-by.ts';
import { ASSERTED_BONUS, BREVITY_BONUS, PHRASE_BONUS, SENTENCE_BONUS } from '../search/ranking.ts';
import { SENTENCE_SHARE } from '../search/term-matches.ts';
import { type Entry, entriesOf, placesFor, placesOf } from './entries.ts';
import { LABELS } from './lexemes.ts';
import type { TermQuery } from './term-queries.ts';

/** The claims of a story that hold a word. */
export interface Posting {
  readonly term: string;
  readonly article_id: string;
  readonly claims: string;
}

/** A claim that holds words of a query. */
export interface HeldClaim extends Entry {
  /** Where each of them stands. */
  readonly words: Map<string, string>;
}

/** How a term matches a claim. */
interface Cover {
  readonly weight: number;
  /** The claim itself matches, and not just the rest of its sentence. */
  readonly isOwn: boolean;
}

/** Claims by the words that they hold. */
export class HeldClaims {
  readonly #byKey = new Map<string, HeldClaim>();

  get all(): HeldClaim[] {
    return [...this.#byKey.values()];
  }

  /** Adds claims by where a word stands. */
  add(postings: readonly Posting[]): void {
    for (const { term, article_id, claims } of postings)
      for (const entry of entriesOf(article_id, claims)) {
        const key = `${article_id}:${entry.claim_id}`;
        const known = this.#byKey.get(key);
        if (known) known.words.set(term, entry.places);
        else this.#byKey.set(key, { ...entry, words: new Map([[term, entry.places]]) });
      }
  }

  /** Notes where further words stand in the claims that are here. */
  note(postings: readonly Posting[]): void {
    const byStory = groupBy(this.#byKey.values(), ({ article_id }) => article_id);
    for (const { term, article_id, claims } of postings)
      for (const { claim_id, words } of byStory.get(article_id) ?? []) {
        const places = placesFor(claim_id, claims);
        if (places) words.set(term, places);
      }
  }

  /** Takes out claims that hold a word in text, quote or name. */
  remove(words: ReadonlySet<string>): void {
    for (const [key, claim] of this.#byKey)
      for (const [word, places] of claim.words)
        if (words.has(word) && !places.startsWith(LABELS.sentence)) this.#byKey.delete(key);
  }

  /** Keeps only some claims. */
  keep(isKept: (claim: HeldClaim) => boolean): void {
    for (const [key, claim] of this.#byKey) if (!isKept(claim)) this.#byKey.delete(key);
  }
}

/** How well a claim matches a term; of several ways the best. */
export function coverOf({ words, row }: TermQuery, claim: HeldClaim): Cover {
  let own = 0;
  let isInSentence = false;
  for (const [word, places] of claim.words) {
    const weights = words.get(word);
    if (!weights) continue;
    isInSentence ||= weights[LABELS.sentence] !== undefined;
    for (const label of places.match(/[A-C]/g) ?? []) own = Math.max(own, weights[label] ?? 0);
  }
  if (row?.terms.every((term) => claim.words.has(term))) {
    isInSentence = true;
    for (const [label, weight = 0] of Object.entries(row.weights))
      if (weight > own && hasRow(row, claim, label)) own = weight;
  }
  if (own > SENTENCE_SHARE || (own > 0 && !isInSentence)) return { weight: own, isOwn: true };
  return { weight: isInSentence ? SENTENCE_SHARE : 0, isOwn: false };
}

/** Whether a field holds all words of a row. */
function hasRow(
  { terms, isInOrder }: NonNullable<TermQuery['row']>,
  claim: HeldClaim,
  label: string,
): boolean {
  const places = terms.map((term) => placesIn(claim.words.get(term) ?? '', label));
  if (!isInOrder) return places.every(({ length }) => length > 0);
  return (places[0] ?? []).some((start) => places.every((each, at) => each.includes(start + at)));
}

const placesIn = (places: string, label: string): number[] =>
  placesOf((places.match(/[A-D]\d+/g) ?? []).filter((each) => each.startsWith(label)).join(' '));

/** What a claim counts besides: words in the order typed, brevity, and being said outright. */
export function bonusOf(claim: HeldClaim, typed: readonly string[]): number {
  const run = longestRun(typed.map((word) => placesOf(claim.words.get(word) ?? '')));
  return (
    (run > 1 ? PHRASE_BONUS * (run / typed.length) ** 2 : 0) +
    (claim.isPresupposed ? 0 : ASSERTED_BONUS) +
    BREVITY_BONUS / (1 + claim.length / 10)
  );
}

function longestRun(places: readonly (readonly number[])[]): number {
  let longest = 0;
  let before = new Map<number, number>();
  for (const each of places) {
    before = new Map(each.map((place) => [place, (before.get(place - 1) ?? 0) + 1]));
    longest = Math.max(longest, ...before.values());
  }
  return longest;
}

/** What being about it too in the rest of a sentence adds to its claims, by what each of them that is known covers. */
export function sentenceBonus(coverages: readonly number[], inSentence: number): number {
  const sum = coverages.reduce((total, each) => total + each, 0);
  const others = (inSentence - coverages.length) * SENTENCE_SHARE * Math.max(0, ...coverages);
  return (SENTENCE_BONUS * (sum + others)) / inSentence;
}

import { ASSERTED_BONUS, BREVITY_BONUS, PHRASE_BONUS, SENTENCE_BONUS } from '../search/ranking.ts';
import { IN_OTHERS_NAME, SENTENCE_SHARE } from '../search/term-matches.ts';
import { type Entry, entriesOf, placesFor, placesOf } from './entries.ts';
import { LABELS } from './lexemes.ts';
import type { TermQuery } from './term-queries.ts';

/** The claims of a story that hold a word. */
export interface Posting {
  readonly term: string;
  readonly article_id: string;
  readonly claims: string;
}

/** A word of a query that a claim holds, and where. */
interface Held {
  readonly term: string;
  readonly places: string;
}

/** A claim that holds words of a query. */
export interface HeldClaim extends Omit<Entry, 'places'> {
  readonly story: string;
  readonly words: Held[];
}

/** Claims by the words that they hold. */
export class HeldClaims {
  /** By story, then by claim: a key of both would have to be made for each of thousands of entries. */
  readonly #stories = new Map<string, Map<string, HeldClaim>>();

  get all(): HeldClaim[] {
    return [...this.#stories.values()].flatMap((claims) => [...claims.values()]);
  }

  /** Adds claims by where a word stands. */
  add(postings: readonly Posting[]): void {
    for (const { term, article_id: story, claims } of postings) {
      const known = this.#stories.get(story) ?? new Map<string, HeldClaim>();
      this.#stories.set(story, known);
      for (const entry of entriesOf(claims)) {
        const held = { term, places: entry.places };
        const claim = known.get(entry.claim);
        if (claim) claim.words.push(held);
        else known.set(entry.claim, { ...entry, story, words: [held] });
      }
    }
  }

  /** Notes where further words stand in the claims that are here. */
  note(postings: readonly Posting[]): void {
    for (const { term, article_id, claims } of postings)
      for (const { claim, words } of this.#stories.get(article_id)?.values() ?? []) {
        const places = placesFor(claim, claims);
        if (places) words.push({ term, places });
      }
  }

  /** Takes out claims that hold a word in text, quote or name. */
  remove(unwanted: ReadonlySet<string>): void {
    this.keep(
      ({ words }) =>
        !words.some(({ term, places }) => unwanted.has(term) && !places.startsWith(LABELS.sentence)),
    );
  }

  /** Keeps only some claims. */
  keep(isKept: (claim: HeldClaim) => boolean): void {
    for (const claims of this.#stories.values())
      for (const [id, claim] of claims) if (!isKept(claim)) claims.delete(id);
  }
}

const OF_ITS_OWN = [LABELS.text, LABELS.quote, LABELS.name];

/** How well a claim matches a term, from 0 to 1; of several ways the best. */
export function coverOf(term: TermQuery, claim: HeldClaim): number {
  const { words, row } = term;
  let own = 0;
  let isInSentence = false;
  for (const { term: word, places } of claim.words) {
    const weights = words.get(word);
    if (!weights) continue;
    isInSentence ||= weights[LABELS.sentence] !== undefined;
    for (const label of OF_ITS_OWN) if (places.includes(label)) own = Math.max(own, weights[label] ?? 0);
  }
  if (row?.terms.every((term) => placesIn(claim, term) !== undefined)) {
    isInSentence = true;
    for (const [label, weight = 0] of Object.entries(row.weights))
      if (weight > own && hasRow(row, claim, label)) own = weight;
  }
  if (isInOthersName(term, claim)) own *= IN_OTHERS_NAME;
  return isInSentence ? Math.max(own, SENTENCE_SHARE) : own;
}

/** Whether a claim has a name of one word only in the name of someone else whom it is on. */
const isInOthersName = ({ row, bearers }: TermQuery, claim: HeldClaim): boolean =>
  bearers.size > 0 &&
  row?.terms.length === 1 &&
  placesIn(claim, row.terms[0] ?? '')?.endsWith(LABELS.name) === true &&
  !isOnBearer(bearers, claim);

const isOnBearer = (bearers: ReadonlySet<string>, { words }: HeldClaim) =>
  words.some(({ term }) => bearers.has(term));

/** Whether a claim on whom a name means has a word of the name in its sentence. */
export const isNamedIn = ({ row, bearers }: TermQuery, claim: HeldClaim): boolean =>
  isOnBearer(bearers, claim) &&
  row?.terms.some((word) => (placesIn(claim, word) ?? LABELS.name) !== LABELS.name) === true;

/** Whether a claim that is so covered matches itself, and not just by the rest of its sentence. */
export const isOwn = (cover: number): boolean => cover > 0 && cover !== SENTENCE_SHARE;

/** Where a claim holds a word; undefined where it does not. */
const placesIn = ({ words }: HeldClaim, word: string): string | undefined =>
  words.find(({ term }) => term === word)?.places;

/** Whether a field holds all words of a row. */
function hasRow(
  { terms, isInOrder }: NonNullable<TermQuery['row']>,
  claim: HeldClaim,
  label: string,
): boolean {
  const places = terms.map((term) => placesUnder(label, placesIn(claim, term) ?? ''));
  if (!isInOrder) return places.every(({ length }) => length > 0);
  return (places[0] ?? []).some((start) => places.every((each, at) => each.includes(start + at)));
}

const placesUnder = (label: string, places: string): number[] =>
  placesOf((places.match(/[A-D]\d+/g) ?? []).filter((each) => each.startsWith(label)).join(' '));

/** What a claim counts besides: words in the order typed, brevity, and being said outright. */
export function bonusOf(claim: HeldClaim, typed: readonly string[]): number {
  const run = claim.words.length > 1 ? longestRun(typed.map((word) => placesIn(claim, word) ?? '')) : 0;
  return (
    (run > 1 ? PHRASE_BONUS * (run / typed.length) ** 2 : 0) +
    (claim.isPresupposed ? 0 : ASSERTED_BONUS) +
    BREVITY_BONUS / (1 + claim.length / 10)
  );
}

/** The most words that stand side by side, by the places of each. */
function longestRun(places: readonly string[]): number {
  let longest = 0;
  let before = new Map<number, number>();
  for (const each of places.map(placesOf)) {
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

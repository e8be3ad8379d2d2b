import type { Entity } from '../model.ts';
import type { IndexedClaim, IndexedSentence } from './search-index.ts';

/** Where a word may stand in a claim, best first; a posting holds the place in this list. */
export const FIELDS = ['text', 'quote', 'name', 'keyword'] as const;
export const [TEXT, QUOTE, NAME] = [0, 1, 2];
const KEYWORD = 3;

/** Who holds a word: {@link posting}s in ascending order. */
export interface Holders {
  readonly claims: readonly number[];
  /** With the best field of any claim of the sentence, or its own text. */
  readonly sentences: readonly number[];
}

/** All words of a claim set, and who holds each. */
export interface Postings {
  holdersOf(term: string): Holders | undefined;
  /** The words that begin with a letter, sorted; with '' all words. */
  termsFrom(letter: string): string[];
}

const FIELD_BITS = 2;

/** A position and a field as one number. */
const posting = (position: number, field: number) => (position << FIELD_BITS) | field;
export const positionOf = (code: number): number => code >> FIELD_BITS;
export const fieldOf = (code: number): number => code & ((1 << FIELD_BITS) - 1);

export const firstLetter = (term: string): string => term.charAt(0);

type HoldersByTerm = Map<string, { claims: number[]; sentences: number[] }>;

/**
 * Posts words letter by letter, each when a word that begins with it is first asked for: a query has few, and to post all
 * words takes longer than all else that a single search does. Where there are many claims, all are posted at once.
 *
 * @param nameTerms the words of all names of an entity
 */
export function createPostings(
  claims: readonly IndexedClaim[],
  sentences: readonly IndexedSentence[],
  nameTerms: ReadonlyMap<Entity, readonly string[]>,
): Postings {
  const byLetter = new Map<string, HoldersByTerm>();
  let isWhole = false;

  const holdersWith = (term: string) => {
    const ofLetter: HoldersByTerm = byLetter.get(firstLetter(term)) ?? new Map();
    const holders = ofLetter.get(term) ?? { claims: [], sentences: [] };
    byLetter.set(firstLetter(term), ofLetter.set(term, holders));
    return holders;
  };
  const post = (letter: string) => {
    const begins = (term: string) => term.startsWith(letter);
    // Entities come up again and again, with few names of a letter.
    const namesFrom = new Map([...nameTerms].map(([entity, terms]) => [entity, terms.filter(begins)]));
    sentences.forEach(({ terms, from, to }, sentence) => {
      for (const term of terms) if (begins(term)) addPosting(holdersWith(term).sentences, sentence, TEXT);
      for (let position = from; position < to; position += 1) {
        const claim = claims[position] as IndexedClaim;
        const add = (terms: readonly string[], field: number) => {
          for (const term of terms) {
            if (!begins(term)) continue;
            const holders = holdersWith(term);
            addPosting(holders.claims, position, field);
            addPosting(holders.sentences, sentence, field);
          }
        };
        add(claim.terms, TEXT);
        add(claim.quoteTerms, QUOTE);
        for (const entity of claim.entities) add(namesFrom.get(entity) ?? [], NAME);
        add(claim.keywordTerms, KEYWORD);
      }
    });
  };
  const from = (letter: string): HoldersByTerm => {
    const known = byLetter.get(letter);
    if (known || isWhole || letter === '') return known ?? new Map();
    byLetter.set(letter, new Map());
    post(letter);
    return byLetter.get(letter) as HoldersByTerm;
  };
  const whole = (): string[] => {
    if (!isWhole) {
      byLetter.clear();
      post('');
      isWhole = true;
    }
    return [...byLetter.values()].flatMap((ofLetter) => [...ofLetter.keys()]);
  };
  if (claims.length > FEW) whole();
  return {
    holdersOf: (term) => from(firstLetter(term)).get(term),
    termsFrom: (letter) => (letter === '' ? whole() : [...from(letter).keys()]).sort(),
  };
}

/** Who has more claims than these searches them again and again, and no query is to wait for its letters. */
const FEW = 1000;

/** Adds a posting to those of a word, unless the last one is of the same place, which keeps its best field. */
function addPosting(postings: number[], position: number, field: number): void {
  const last = postings.at(-1);
  if (last === undefined || positionOf(last) < position) postings.push(posting(position, field));
  else if (field < fieldOf(last)) postings[postings.length - 1] = posting(position, field);
}

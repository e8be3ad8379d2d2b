import { addTo } from '../group-by.ts';
import { remembered } from '../lazily.ts';
import type { Entity } from '../model.ts';
import type { IndexedClaim, IndexedSentence } from './search-index.ts';
import { holding, split, wordsFrom } from './words.ts';

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
  has(term: string): boolean;
  holdersOf(term: string): Holders | undefined;
  /** The words that begin so, sorted; with '' all words. */
  termsFrom(beginning: string): readonly string[];
}

const FIELD_BITS = 2;

/** A position and a field as one number. */
const posting = (position: number, field: number) => (position << FIELD_BITS) | field;
export const positionOf = (code: number): number => code >> FIELD_BITS;
export const fieldOf = (code: number): number => code & ((1 << FIELD_BITS) - 1);

/**
 * Posts words when they are first asked for: a query has few, and to post all takes longer than all else that a single search
 * does. Where there are many claims, all are posted at once.
 *
 * @param namesOf the words of all names of each entity that claims are on
 */
export function createPostings(
  claims: readonly IndexedClaim[],
  sentences: readonly IndexedSentence[],
  namesOf: ReadonlyMap<Entity, string>,
): Postings {
  /** Posts the words that are found in each text. */
  const post = (find: (words: string, found: (term: string) => void) => void): Map<string, PostedHolders> => {
    const posted = new Map<string, PostedHolders>();
    const holdersWith = (term: string) => {
      const holders = posted.get(term) ?? { claims: [], sentences: [] };
      posted.set(term, holders);
      return holders;
    };
    // Entities come up again and again, and of most nothing is found.
    const foundIn = new Map<Entity, string[]>();
    for (const [entity, names] of namesOf) find(names, (term) => addTo(foundIn, entity, term));
    sentences.forEach(({ words, from, to }, sentence) => {
      find(words, (term) => addPosting(holdersWith(term).sentences, sentence, TEXT));
      for (let position = from; position < to; position += 1) {
        const { text, quote, keywords, entities } = claims[position] as IndexedClaim;
        const add = (field: number) => (term: string) => {
          const holders = holdersWith(term);
          addPosting(holders.claims, position, field);
          addPosting(holders.sentences, sentence, field);
        };
        find(text, add(TEXT));
        find(quote, add(QUOTE));
        if (foundIn.size) for (const entity of entities) foundIn.get(entity)?.forEach(add(NAME));
        find(keywords, add(KEYWORD));
      }
    });
    return posted;
  };

  if (claims.length > FEW) {
    const posted = post((text, found) => split(text).forEach(found));
    const sorted = [...posted.keys()].sort();
    return {
      has: (term) => posted.has(term),
      holdersOf: (term) => posted.get(term),
      termsFrom: (beginning) =>
        sorted.slice(placeIn(sorted, beginning), placeIn(sorted, `${beginning}\uffff`)),
    };
  }
  const all = [
    ...sentences.map(({ words }) => words),
    ...claims.map(({ text, quote, keywords }) => text + quote + keywords),
    ...namesOf.values(),
  ].join('');
  return {
    has: remembered((term: string) => holding(term)(all)),
    holdersOf: remembered((term: string) => {
      const isIn = holding(term);
      const posted = post((text, found) => {
        if (isIn(text)) found(term);
      });
      return posted.get(term);
    }),
    termsFrom: (beginning) => [...new Set(wordsFrom(beginning, all))].sort(),
  };
}

type PostedHolders = { readonly [Of in keyof Holders]: number[] };

/** Who has more claims than these searches them again and again, and no query is to wait for its words. */
const FEW = 1000;

/** Adds a posting to those of a word, unless the last one is of the same place, which keeps its best field. */
function addPosting(postings: number[], position: number, field: number): void {
  const last = postings.at(-1);
  if (last === undefined || positionOf(last) < position) postings.push(posting(position, field));
  else if (field < fieldOf(last)) postings[postings.length - 1] = posting(position, field);
}

/** Where a word is or would be in a sorted list. */
function placeIn(sorted: readonly string[], term: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

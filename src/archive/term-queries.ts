import type { QueryTerm } from '../search/query-terms.ts';
import { FIELDS, MEANT, NAME_WEIGHT, SENTENCE_SHARE } from '../search/term-matches.ts';
import { entityWord, keywordWord, LABELS, periodWords } from './lexemes.ts';

/** How much of a match it is that a claim holds a word, by the label of the field. */
export type Weights = Readonly<Partial<Record<string, number>>>;

/** Words that a claim has to hold together. */
interface Row {
  readonly terms: readonly string[];
  readonly weights: Weights;
  /** Side by side, in this order. */
  readonly isInOrder: boolean;
}

/** What a term asks of an archive: about what the program's own search finds for it. */
export interface TermQuery {
  /** Each of these words by itself. */
  readonly words: ReadonlyMap<string, Weights>;
  readonly row: Row | null;
}

const [TEXT, QUOTE, KEYWORD] = FIELDS;

const inFields = (weight: number): Weights => ({
  [LABELS.text]: TEXT.weight * weight,
  [LABELS.quote]: QUOTE.weight * weight,
});

/** What a term of a query asks for. */
export function termQuery(term: QueryTerm): TermQuery {
  const words = new Map<string, Record<string, number>>();
  const offer = (word: string, weights: Weights) => {
    const known = words.get(word) ?? {};
    for (const [label, weight = 0] of Object.entries(weights))
      known[label] = Math.max(known[label] ?? 0, weight);
    words.set(word, known);
  };
  const meant = (word: string, weight: number) => offer(word, { [LABELS.name]: weight });
  if (term.type === 'name') for (const { id } of term.entities) meant(entityWord(id), MEANT * term.weight);
  if (term.type === 'date') for (const word of periodWords(term)) meant(word, MEANT);
  if (term.words.length === 1)
    for (const { term: word, weight } of term.words[0] ?? []) {
      offer(word, { [LABELS.sentence]: SENTENCE_SHARE });
      if (term.type === 'phrase') continue;
      offer(word, inFields(weight));
      meant(keywordWord(word), KEYWORD.weight * weight);
      if (term.type === 'name') continue;
      meant(word, NAME_WEIGHT * weight);
    }
  if (term.type === 'word') return { words, row: null };
  const weights = inFields(term.type === 'name' ? term.weight : 1);
  return { words, row: { terms: term.terms, weights, isInOrder: term.type !== 'date' } };
}

/** All words that a term needs to know of. */
export const wordsIn = ({ words, row }: TermQuery): string[] => [...words.keys(), ...(row?.terms ?? [])];

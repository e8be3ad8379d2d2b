import type { QueryTerm } from '../search/query-terms.ts';
import { APART, FIELDS, MEANT, NAME_WEIGHT, SENTENCE_SHARE } from '../search/term-matches.ts';
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
  /** What stands for each who goes by a name. */
  readonly bearers: ReadonlySet<string>;
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
  const bearers = new Set(term.type === 'name' ? term.entities.map(({ id }) => entityWord(id)) : []);
  if (term.type === 'name') for (const bearer of bearers) meant(bearer, MEANT * term.weight);
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
  if (term.type === 'word') return { words, row: null, bearers };
  // The words of the name of a thing count where they stand apart, too.
  const isThing = term.type === 'name' && term.entities.every(({ type }) => ['event', 'work'].includes(type));
  const weights = inFields(term.type === 'name' ? term.weight * (isThing ? APART : 1) : 1);
  const isInOrder = term.type !== 'date' && !isThing;
  const terms = (term.type === 'date' ? term.spellings[0] : undefined) ?? term.terms;
  return { words, row: { terms, weights, isInOrder }, bearers };
}

/** All words that a term needs to know of. */
export const wordsIn = ({ words, row }: TermQuery): string[] => [...words.keys(), ...(row?.terms ?? [])];

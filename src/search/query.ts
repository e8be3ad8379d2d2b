import type { Entity } from '../model.ts';
import { isFunctionWord, type Token, tokenize } from './analysis.ts';
import type { SearchIndex } from './index.ts';
import type { Candidate } from './vocabulary.ts';

/** One thing that a query asks for: a word, or a name of one or more words. */
export interface Unit {
  /** As it was typed. */
  readonly query: string;
  /** For each word, what it may stand for. */
  readonly words: readonly (readonly Candidate[])[];
  /** Whom or what the words name; empty for a plain word. */
  readonly entities: readonly Entity[];
}

/**
 * Reads a query: names are found first, longest first and misspelt or not, so that "kim jong il" is one person and not
 * three words; the small words between are dropped, unless there is nothing else.
 */
export function parseQuery(query: string, { vocabulary, names }: SearchIndex): Unit[] {
  const tokens = tokenize(query);
  const candidates = tokens.map(({ term }) => vocabulary.candidates(term));
  const codePoints = Array.from(query);
  const typed = (first: Token, last: Token) => codePoints.slice(first.start, last.end).join('');
  const units: Unit[] = [];
  const asWord = (token: Token, index: number): Unit => ({
    query: typed(token, token),
    words: [candidates[index] ?? []],
    entities: [],
  });

  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index] as Token;
    const name = isFunctionWord(token.term) ? undefined : longestName(candidates, index, names);
    const length = name?.terms.length ?? 1;
    if (name) {
      const words = candidates.slice(index, index + length);
      units.push({
        query: typed(token, tokens[index + length - 1] ?? token),
        words: words.map((list, offset) => list.filter(({ term }) => term === name.terms[offset])),
        entities: name.entities,
      });
    } else if (!isFunctionWord(token.term)) units.push(asWord(token, index));
    index += length;
  }
  return units.length ? units : tokens.map(asWord);
}

function longestName(
  candidates: readonly (readonly Candidate[])[],
  index: number,
  names: SearchIndex['names'],
) {
  const found = (candidates[index] ?? [])
    .filter(isName)
    .flatMap(({ term }) => names.get(term) ?? [])
    .filter(({ terms }) =>
      terms.every((term, offset) =>
        candidates[index + offset]?.some((each) => isName(each) && each.term === term),
      ),
    );
  return found.reduce<(typeof found)[number] | undefined>(
    (best, name) => (best && best.terms.length >= name.terms.length ? best : name),
    undefined,
  );
}

/** Half a name, or another form of one ("Russians"), names nobody. */
const isName = ({ kind }: Candidate) => kind === 'exact' || kind === 'typo';

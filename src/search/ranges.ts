import { groupBy } from '../group-by.ts';
import type { Claim, Match, Span } from '../model.ts';
import type { Names } from './names.ts';
import type { QueryTerm } from './query-terms.ts';
import { tokenize } from './tokens.ts';

/** Words in a row. */
type Phrase = readonly string[];

/** What to highlight: the words that plain words may stand for, and any name of those whom the query named. */
export function rangesOf(claim: Claim, terms: readonly QueryTerm[], names: Names): Match['ranges'] {
  const phrases = terms.flatMap((term): Phrase[] => {
    const { words } = term;
    if (term.type === 'phrase') return [term.terms];
    const named = term.type === 'name' ? term.entities : [];
    const ofNamed = named
      .filter((entity) => claim.subject === entity || claim.entities.includes(entity))
      .flatMap((entity) => names.of(entity));
    return ofNamed.length
      ? ofNamed
      : words.flatMap((expansions) => expansions.map(({ term: word }) => [word]));
  });
  const phrasesFrom = groupBy(phrases, ([first = '']) => first);
  return { text: spansOf(claim.text, phrasesFrom), sentence: spansOf(claim.sentence.text, phrasesFrom) };
}

/** Where phrases stand in a text; the longest wins where several begin. */
function spansOf(text: string, phrasesFrom: ReadonlyMap<string, readonly Phrase[]>): Span[] {
  const tokens = tokenize(text);
  const spans: Span[] = [];
  let end = 0;
  tokens.forEach(({ term, start }, at) => {
    if (start < end) return;
    const isHere = (phrase: Phrase) => phrase.every((word, offset) => tokens[at + offset]?.term === word);
    const begun = (phrasesFrom.get(term) ?? []).filter(isHere);
    const length = begun.reduce((longest, phrase) => Math.max(longest, phrase.length), 0);
    const last = length === 0 ? undefined : tokens[at + length - 1];
    if (!last) return;
    end = last.end;
    spans.push({ start, end });
  });
  return spans;
}

import { groupBy } from '../group-by.ts';
import type { Claim, Match, Span } from '../model.ts';
import { type Token, tokenize } from './analysis.ts';
import type { Names } from './names.ts';
import type { Unit } from './query.ts';

/** Words in a row. */
type Phrase = readonly string[];

/** What to highlight: the words that plain words may stand for, and any name of those whom the query named. */
export function rangesOf(claim: Claim, units: readonly Unit[], names: Names): Match['ranges'] {
  const phrases = units.flatMap(({ words, entities: named }) => {
    const ofNamed = named
      .filter((entity) => claim.subject === entity || claim.entities.includes(entity))
      .flatMap((entity) => names.of(entity));
    return ofNamed.length ? ofNamed : words.flatMap((candidates) => candidates.map(({ term }) => [term]));
  });
  const phrasesFrom = groupBy(phrases, ([first = '']) => first);
  return { text: spansOf(claim.text, phrasesFrom), sentence: spansOf(claim.sentence.text, phrasesFrom) };
}

/** Where phrases stand in a text; the longest wins where several begin. */
function spansOf(text: string, phrasesFrom: ReadonlyMap<string, readonly Phrase[]>): Span[] {
  const tokens = tokenize(text);
  const spans: Span[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const first = tokens[at] as Token;
    const begun = phrasesFrom.get(first.term);
    if (!begun) continue;
    const isHere = (phrase: Phrase) => phrase.every((term, offset) => tokens[at + offset]?.term === term);
    const length = Math.max(0, ...begun.filter(isHere).map((phrase) => phrase.length));
    if (length === 0) continue;
    at += length - 1;
    spans.push({ start: first.start, end: (tokens[at] as Token).end });
  }
  return spans;
}

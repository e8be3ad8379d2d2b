import type { Claim, Match, Span } from '../model.ts';
import { tokenize } from './analysis.ts';
import type { Names } from './names.ts';
import type { Unit } from './query.ts';

/** What to highlight: the words that plain words may stand for, and any name of those whom the query named. */
export function rangesOf(claim: Claim, units: readonly Unit[], names: Names): Match['ranges'] {
  const phrases = units.flatMap(({ words, entities: named }) => {
    const ofNamed = named
      .filter((entity) => claim.subject === entity || claim.entities.includes(entity))
      .flatMap((entity) => names.of(entity));
    return ofNamed.length ? ofNamed : words.flatMap((candidates) => candidates.map(({ term }) => [term]));
  });
  return { text: spansOf(claim.text, phrases), sentence: spansOf(claim.sentence.text, phrases) };
}

/** Where phrases stand in a text; the longest wins where several begin. */
function spansOf(text: string, phrases: readonly (readonly string[])[]): Span[] {
  const tokens = tokenize(text);
  const spans: Span[] = [];
  for (let at = 0; at < tokens.length; ) {
    let length = 0;
    for (const phrase of phrases)
      if (
        phrase.length > length &&
        phrase[0] === tokens[at]?.term &&
        phrase.every((term, offset) => tokens[at + offset]?.term === term)
      )
        length = phrase.length;
    const [first, last] = [tokens[at], tokens[at + length - 1]];
    if (length && first && last) spans.push({ start: first.start, end: last.end });
    at += Math.max(1, length);
  }
  return spans;
}

import type { Token } from './tokens.ts';

/** What people say with, and where it is said: words of asking, which no claim need hold. */
const SAYING = new Set(
  `say says said saying tell tells told report reports reported claim claims claimed state states stated mention mentions mentioned
  think thinks thought believe believes believed predict predicts predicted according article story text news`.split(
    /\s+/,
  ),
);
const SOURCES = new Set(['source', 'sources', 'speaker', 'speakers']);
const ASKS = new Set('who what which whom whose how does do did according'.split(' '));
const ASKS_WHO = new Set(['who', 'whom', 'whose', 'which']);

/** What a question asks about, and whether it asks who says so. */
export interface Asked {
  readonly words: readonly Token[];
  /** Claims that come from a source answer it best. */
  readonly isForSource: boolean;
}

/**
 * Takes the words of asking and saying out of a question: "what does the article say about Obama" is about Obama, and "who says Kim will
 * come" about who says it. A query that is no question keeps all its words, and so does one that would have none left.
 *
 * @param isSmall whether a word says little by itself
 */
export function readAsking(words: readonly Token[], isSmall: (word: Token) => boolean): Asked {
  const first = words[0]?.term ?? '';
  const isSaying = ({ term }: Token) => SAYING.has(term) || SOURCES.has(term);
  const isQuestion = words.length > 2 && (ASKS.has(first) || SOURCES.has(first)) && words.some(isSaying);
  const rest = words.filter((word) => !isSaying(word));
  if (!isQuestion || rest.every(isSmall)) return { words, isForSource: false };
  return { words: rest, isForSource: ASKS_WHO.has(first) || words.some(({ term }) => SOURCES.has(term)) };
}

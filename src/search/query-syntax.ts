import { codePointLength } from '../code-points.ts';
import type { Span } from '../model.ts';
import { type Token, tokenize } from './tokens.ts';

/** A word, or words in a row, as a query has them; `start` and `end` in code points of the query. */
export interface Clause extends Span {
  readonly tokens: readonly Token[];
}

/** What one side of an `or` asks for. */
export interface Alternative {
  /** Words without operators: names and dates among them are yet to be found. */
  readonly words: readonly Token[];
  /** Words in a row, in quotation marks. */
  readonly phrases: readonly Clause[];
  /** What a claim must not hold: `-word` and `-"a phrase"`. */
  readonly excluded: readonly Clause[];
}

/** A word with a minus before it, a phrase with one or without, or a bare word. */
const CLAUSE = /(?<![^\s("“])(-?)["“”]([^"“”]*)["“”]|(?<![^\s("“])-(?=[\p{L}\p{N}])(\S+)|\S+/gu;

/**
 * Reads the syntax of PostgreSQL's `websearch_to_tsquery`: words, `"a phrase"`, `or`, `-word`. A mark that opens nothing says
 * nothing, so that every text is a query.
 */
export function parseSyntax(query: string): Alternative[] {
  const alternatives: Alternative[] = [];
  let [words, phrases, excluded]: [Token[], Clause[], Clause[]] = [[], [], []];
  const endAlternative = () => {
    if (words.length || phrases.length || excluded.length) alternatives.push({ words, phrases, excluded });
    [words, phrases, excluded] = [[], [], []];
  };
  for (const { 0: clause, 1: minus, 2: phrase, 3: unwanted, index } of query.matchAll(CLAUSE)) {
    const start = codePointLength(query.slice(0, index));
    const end = start + codePointLength(clause);
    const tokens = tokenize(clause).map((token) => ({
      ...token,
      start: start + token.start,
      end: start + token.end,
    }));
    if (phrase === undefined && /^or$/i.test(clause)) endAlternative();
    else if (tokens.length === 0) continue;
    else if (minus === '-' || unwanted !== undefined) excluded.push({ tokens, start, end });
    else if (phrase !== undefined) phrases.push({ tokens, start, end });
    else words.push(...tokens);
  }
  endAlternative();
  // "or" alone is a word.
  return alternatives.length ? alternatives : [{ words: tokenize(query), phrases: [], excluded: [] }];
}

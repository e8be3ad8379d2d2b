import { lazily } from '../lazily.ts';
import {
  type Claim,
  type Hit,
  type Match,
  type MatchedTerm,
  type MatchKind,
  type Stories,
  weaker,
} from '../model.ts';

import { asksWhenWritten } from './asking.ts';
import type { Names } from './names.ts';
import { type Alternative, type Clause, parseSyntax } from './query-syntax.ts';
import { createQueryReader, isGuess, type Without } from './query-terms.ts';
import { rangesOf } from './ranges.ts';
import { byScore, type RankedClaim, rank, type WeightedTerm, weighTerms } from './ranking.ts';
import { createIndex } from './search-index.ts';
import { containing, spaced } from './spaced-words.ts';
import { matchTerm, matchTerms } from './term-matches.ts';
import { accentedTermsOf } from './tokens.ts';

/** A claim that search found; `match` is worked out when it is first asked for. */
export interface Found extends Hit {
  readonly match: Match;
}

/** What a search found, best first, and what it can say besides. */
export interface SearchResults extends ReadonlyArray<Found> {
  /** The words of the query that no claim has, as they were typed. */
  readonly unmatched: readonly string[];
  /** Words of a near sense that claims have in place of those: *nuclear* for *atomic*. */
  readonly near: readonly string[];
  /** Where nothing was found: the words that are to blame, and the query without them; null where none would be left. */
  readonly blamed: { readonly words: readonly string[]; readonly remainder: string } | null;
  /** It asks when the article was written, which its citation tells and no claim. */
  readonly asksWhenWritten: boolean;
  /** Where it says whom not to find, “kim not putin”: who that is, and how search is told so: “kim -putin”. */
  readonly without: Without | null;
}

export interface SearchOptions {
  /** Only claims whose text or quote holds every word as typed: no other forms, aliases, near words or typos. */
  readonly exact?: boolean;
  /** Only these; what is found among them is some of what is found without. */
  readonly filter?: (claim: Claim) => boolean;
}

/** A search reads so many characters of a query. */
export const LONGEST_QUERY = 2000;

/**
 * Finds claims by what a person half remembers: those that match, best first; the score never rises down the list. A query takes
 * `"a phrase"`, `or` and `-word` as well as words.
 *
 * @example
 * const search = createSearch(await loadStories('my-story'));
 * const found = search('puttin "red square" -rodman', { filter: ({ certainty }) => certainty !== 'certain' });
 * for (const { claim, match } of found) console.log(claim.id, match.score);
 * if (found.unmatched.length) console.log(`no claim has: ${found.unmatched.join(', ')}`);
 */
export type Search = (query: string, options?: SearchOptions) => SearchResults;

/** What one alternative of a query finds. */
interface Answered {
  readonly terms: readonly WeightedTerm[];
  readonly without: Without | null;
  /** Best first. */
  readonly ranked: readonly RankedClaim[];
  /** The score of each of these claims, by position. */
  scores(): ReadonlyMap<number, number>;
}

/** Indexes a claim set, once for many searches. */
export function createSearch(stories: Stories): Search {
  const index = createIndex(stories);
  const size = stories.collection?.claims ?? index.claims.length;
  const reader = createQueryReader(index.expansions, index.names, index.postings.areNeighbours);

  const answer = (alternative: Alternative, query: string, exact: boolean): Answered => {
    const {
      terms: asked,
      asksFor,
      without,
    } = exact ? reader.readExactly(alternative, query) : reader.read(alternative, query);
    const terms = weighTerms(
      matchTerms(asked, index, !exact && asksFor === null),
      size,
      stories.collection?.counts,
    );
    const words = alternative.words.map(({ term }) => term);
    // "-putin" alone asks for all other claims.
    const others = alternative.excluded.length
      ? index.claims.map((_, position) => ({ position, score: 1 }))
      : [];
    const ranked = terms.length ? rank({ terms, words, asksFor, claims: size }, index) : others;
    const unwanted = unwantedClaims(alternative.excluded);
    const isAsTyped = exact ? holdsAsTyped(alternative, query) : () => true;
    const hasPhrases = havingPhrases(terms);
    const kept = ranked.filter(({ position }) => {
      const claim = index.claims[position]?.claim;
      return !unwanted.has(position) && hasPhrases(position) && claim && isAsTyped(claim);
    });
    const scores = lazily(() => new Map(kept.map(({ position, score }) => [position, score])));
    return { terms, without, ranked: kept, scores };
  };

  /** Claims that have an excluded word, in any form, in their text, their quote or a name. */
  const unwantedClaims = (excluded: readonly Clause[]): ReadonlySet<number> => {
    const unwanted = new Set<number>();
    for (const clause of excluded) {
      const asked = { words: clause.tokens, phrases: [], excluded: [] };
      const asPhrase = { words: [], phrases: [clause], excluded: [] };
      for (const term of reader.read(clause.tokens.length > 1 ? asPhrase : asked, '').terms)
        matchTerm(term, index).own.forEach(({ kind }, position) => {
          if (kind !== 'typo' && kind !== 'prefix') unwanted.add(position);
        });
    }
    return unwanted;
  };

  return (query, { exact = false, filter = () => true } = {}) => {
    const read = query.slice(0, LONGEST_QUERY);
    const alternatives = parseSyntax(read);
    const isOnWriting =
      !exact && alternatives.every(({ words, phrases }) => !phrases.length && asksWhenWritten(words));
    const answers = isOnWriting ? [] : alternatives.map((alternative) => answer(alternative, read, exact));
    const found: Found[] = [];
    let best = 1;
    const explain = (claim: Claim, position: number) => matchOf(claim, position, answers, best, index.names);
    for (const { position, score } of bestOf(answers)) {
      const claim = index.claims[position]?.claim;
      if (!claim || !filter(claim)) continue;
      if (found.length === 0) best = score;
      found.push(new FoundClaim(claim, position, explain));
    }
    const isKnown = ({ term, matches }: WeightedTerm) => !matches.isEmpty && !isGuess(term);
    const unmatched = answers.flatMap(({ terms }) => unmatchedIn(terms, isKnown));
    const guesses = answers.flatMap(({ terms }) => terms.filter(({ term }) => isGuess(term)));
    const near = new Set<string>();
    for (const { matches } of guesses)
      matches.forEach(({ matched }) => {
        near.add(matched);
      });
    const blamed = found.length ? null : blamedFor(answers, unmatched);
    const without = answers.length === 1 ? (answers[0]?.without ?? null) : null;
    return Object.assign(found, {
      unmatched,
      near: [...near],
      blamed,
      asksWhenWritten: isOnWriting,
      without,
    });
  };
}

/** A getter of a class, since a getter of each claim takes a microsecond to make. */
class FoundClaim implements Found {
  readonly context = null;
  readonly claim: Claim;
  private readonly position: number;
  private readonly explain: (claim: Claim, position: number) => Match;
  private explained: Match | null = null;

  constructor(claim: Claim, position: number, explain: (claim: Claim, position: number) => Match) {
    this.claim = claim;
    this.position = position;
    this.explain = explain;
  }

  get match(): Match {
    this.explained ??= this.explain(this.claim, this.position);
    return this.explained;
  }

  /** A getter of a class is no property of its own, and belongs to what is written as JSON all the same. */
  toJSON(): Found {
    return { claim: this.claim, context: this.context, match: this.match };
  }
}

/** The claims that any alternative finds, best first, each as what it answers best. */
function bestOf(answers: readonly Answered[]): readonly RankedClaim[] {
  const [first, ...others] = answers;
  if (first && !others.length) return first.ranked;
  const scores = new Map<number, number>();
  for (const { ranked } of answers)
    for (const { position, score } of ranked)
      scores.set(position, Math.max(score, scores.get(position) ?? 0));
  return [...scores].map(([position, score]) => ({ position, score })).sort(byScore);
}

const unmatchedIn = (terms: readonly WeightedTerm[], isMatched: (term: WeightedTerm) => boolean): string[] =>
  terms.flatMap((each) => (isMatched(each) ? [] : [each.term.query]));

/** Why a claim was found: by the alternative that it answers best. */
function matchOf(
  claim: Claim,
  position: number,
  answers: readonly Answered[],
  best: number,
  names: Names,
): Match {
  const answered = answers.filter(({ scores }) => scores().has(position));
  const scoreBy = ({ scores }: Answered) => scores().get(position) ?? 0;
  const [first, ...others] = answered;
  if (!first) throw new Error(`${claim.id} was not found`);
  const by = others.reduce((most, each) => (scoreBy(each) > scoreBy(most) ? each : most), first);
  const matchedTerms = by.terms.flatMap(({ term, matches, share }): MatchedTerm[] => {
    const match = matches.get(position);
    if (!match) return [];
    const { kind, matched, field, weight } = match;
    return [{ query: term.query, matched, kind, field, score: rounded((weight * share) / best) }];
  });
  const isMatched = ({ matches }: WeightedTerm) => matches.get(position) !== undefined;
  const highlighted = answered.flatMap(({ terms }) => terms.filter(isMatched).map(({ term }) => term));
  return {
    score: rounded(scoreBy(by) / best),
    kind: matchedTerms.map(({ kind }) => kind).reduce<MatchKind>(weaker, 'exact'),
    terms: matchedTerms,
    unmatched: unmatchedIn(by.terms, isMatched),
    ranges: rangesOf(claim, highlighted, names),
  };
}

/** A phrase is asked for in the claim itself, or in its sentence where no claim has it. */
function havingPhrases(terms: readonly WeightedTerm[]): (position: number) => boolean {
  const phrases = terms.filter(({ term }) => term.type === 'phrase');
  return (position) =>
    phrases.every(({ matches }) => (matches.own.positions.length ? matches.own : matches).get(position));
}

/** Whether the text or the quote of a claim holds every word and every phrase as it was typed, accents and all. */
function holdsAsTyped({ words, phrases }: Alternative, query: string): (claim: Claim) => boolean {
  const codePoints = Array.from(query);
  const typed = [...words.map((token) => [token]), ...phrases.map(({ tokens }) => tokens)].map((tokens) =>
    containing(...accentedTermsOf(codePoints.slice(tokens[0]?.start, tokens.at(-1)?.end).join(''))),
  );
  return ({ text, quote }) => {
    const own = [text, quote.exact].map((each) => spaced(accentedTermsOf(each)));
    return typed.every((holds) => own.some(holds));
  };
}

/** The words that no claim has; where each word is known, the one that fewest claims have. */
function blamedFor(answers: readonly Answered[], unmatched: readonly string[]): SearchResults['blamed'] {
  const all = answers.flatMap(({ terms }) => terms);
  const rarest = all.reduce<WeightedTerm | null>(
    (most, each) => (each.share > (most?.share ?? 0) ? each : most),
    null,
  );
  const words = unmatched.length || !rarest ? unmatched : [rarest.term.query];
  const remainder = answers
    .map(({ terms }) =>
      terms
        .filter(({ term }) => !words.includes(term.query))
        .map(({ term: { type, query } }) => (type === 'phrase' ? `"${query}"` : query))
        .join(' '),
    )
    .filter(Boolean)
    .join(' or ');
  return words.length && remainder ? { words, remainder } : null;
}

const rounded = (score: number) => Math.round(score * 1e4) / 1e4;

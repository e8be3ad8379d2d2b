import type { ClaimSet, Hit, MatchedTerm } from '../model.ts';
import { type Token, tokenize } from './analysis.ts';
import { createIndex, type IndexedClaim, type SearchIndex } from './index.ts';
import { matchUnit, type UnitMatch, weaker } from './match.ts';
import { parseQuery, type Unit } from './query.ts';
import { rangesOf } from './ranges.ts';

/**
 * Finds claims by what a person half remembers: those that match, best first; the score never rises down the list.
 *
 * @param exact only claims that hold every word as typed: no other forms, aliases, near words or typos
 */
export type Search = (query: string, exact?: boolean) => Hit[];

/** Indexes a claim set. */
export function createSearch(claimSet: ClaimSet): Search {
  const index = createIndex(claimSet);
  return (query, exact = false) => {
    const units = parseQuery(query, index.vocabulary, index.names);
    const found = rank(units, tokenize(query), index);
    const kept = exact
      ? found.filter(({ matches }) => matches.every((match) => match?.kind === 'exact'))
      : found;
    const best = kept[0]?.score ?? 1;
    return kept.map((each) => toHit(each, units, best));
  };
}

interface Ranked {
  readonly indexed: IndexedClaim;
  /** For each unit of the query. */
  readonly matches: readonly (UnitMatch | undefined)[];
  readonly score: number;
}

/** A claim must answer this share of what the query asks, by the weight of its units, */
const LEAST_COVERAGE = 0.42;
/** or this share where that is no accident: it meets several telling words, or the article knows all that is asked; */
const LEAST_OF_SEVERAL = 0.25;
/** and this share of what the best claim answers: what follows is about something else. */
const LEAST_OF_BEST = 0.5;
/** A word is telling that has this share of the weight of a word that no claim holds. */
const TELLING = 0.4;
/** What words side by side in the order typed add. */
const PHRASE_BONUS = 0.5;
/** What being about it first adds. */
const SUBJECT_BONUS = 0.15;
/** What the rest of its sentence adds by being about it too. */
const SENTENCE_BONUS = 0.2;
/** What is said outright comes before what is taken for granted on the way. */
const ASSERTED_BONUS = 0.05;
/** What a claim that says little else adds. */
const BREVITY_BONUS = 0.05;

/** What a claim answers of a query. */
interface Answer {
  /** The share of the query's weight, 0 to 1. */
  coverage: number;
  /** How many telling units it meets. */
  telling: number;
  /** It meets some unit itself, not only by its sentence. */
  own: boolean;
  /** It meets a unit that is neither a name nor a time. */
  plain: boolean;
}

function rank(units: readonly Unit[], query: readonly Token[], index: SearchIndex): Ranked[] {
  const { claims } = index;
  const found = units.map((unit) => matchesOf(unit, index));
  const answers = answersOf(units, found, claims.length);
  const allKnown = units.length > 1 && found.every((matches) => matches.size > 0);
  let best = 0;
  for (const { coverage } of answers.values()) best = Math.max(best, coverage);
  const ranked: Ranked[] = [];
  for (const [position, { coverage, telling, own, plain }] of answers) {
    const indexed = claims[position];
    const least = allKnown || telling > 1 ? LEAST_OF_SEVERAL : LEAST_COVERAGE;
    // "putin wedding": whom it is about is known, but nothing of what is asked.
    const isBesideThePoint = units.length > 1 && !allKnown && !plain;
    if (!indexed || !own || isBesideThePoint || coverage < Math.max(least, LEAST_OF_BEST * best)) continue;
    const { sentence } = indexed;
    const around = sentence.claims.reduce((sum, each) => sum + (answers.get(each)?.coverage ?? 0), 0);
    const score =
      coverage + (SENTENCE_BONUS * around) / sentence.claims.length + bonus(indexed, units, query);
    ranked.push({ indexed, matches: found.map((matches) => matches.get(position)), score });
  }
  return ranked.sort(
    (a, b) => b.score - a.score || a.indexed.claim.quote.start - b.indexed.claim.quote.start,
  );
}

/** Sums up, for each claim that any unit meets, what it answers. */
function answersOf(
  units: readonly Unit[],
  found: readonly ReadonlyMap<number, UnitMatch>[],
  claims: number,
): Map<number, Answer> {
  const weights = found.map((matches) => {
    let own = 0;
    for (const match of matches.values()) if (match.own) own += 1;
    return informativeness(own, claims);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const telling = TELLING * informativeness(0, claims);
  const answers = new Map<number, Answer>();
  found.forEach((matches, unit) => {
    const weight = weights[unit] ?? 0;
    const plain = isPlain(units[unit]);
    for (const [position, match] of matches) {
      const answer = answers.get(position) ?? { coverage: 0, telling: 0, own: false, plain: false };
      answer.coverage += (match.weight * weight) / total;
      if (weight >= telling) answer.telling += 1;
      answer.own ||= match.own;
      answer.plain ||= plain;
      answers.set(position, answer);
    }
  });
  return answers;
}

const isPlain = (unit: Unit | undefined) =>
  unit !== undefined && unit.entities.length === 0 && unit.period === null;

/** The claims that a unit meets, by their position in the index. */
function matchesOf(unit: Unit, { claims, sentencesWith }: SearchIndex): Map<number, UnitMatch> {
  const keys = new Set([...unit.words.flatMap((list) => list.map(({ term }) => term)), ...unit.entities]);
  const positions = new Set<number>();
  for (const key of keys)
    for (const sentence of sentencesWith.get(key) ?? [])
      for (const position of sentence.claims) positions.add(position);
  if (unit.period)
    claims.forEach(({ claim: { time } }, position) => {
      if (time && unit.period?.contains(time)) positions.add(position);
    });
  const matches = new Map<number, UnitMatch>();
  for (const position of positions) {
    const indexed = claims[position];
    const match = indexed && matchUnit(unit, indexed);
    if (match) matches.set(position, match);
  }
  return matches;
}

/** How much a word tells: the fewer claims hold it the more (Robertson & Spärck Jones 1976, as BM25 has it). */
function informativeness(holders: number, claims: number): number {
  return Math.log(1 + (claims - holders + 0.5) / (holders + 0.5));
}

function bonus(
  { claim, tokens, sentence }: IndexedClaim,
  units: readonly Unit[],
  query: readonly Token[],
): number {
  const isSubject = units.some(({ entities }) => claim.subject && entities.includes(claim.subject));
  const run = query.length > 1 ? Math.max(longestRun(query, tokens), longestRun(query, sentence.tokens)) : 0;
  return (
    (isSubject ? SUBJECT_BONUS : 0) +
    (claim.stance === 'presupposed' ? 0 : ASSERTED_BONUS) +
    (run > 1 ? PHRASE_BONUS * (run / query.length) ** 2 : 0) +
    BREVITY_BONUS / (1 + tokens.length / 10)
  );
}

/** The most words of the query that stand side by side, in order, in the text. */
function longestRun(query: readonly Token[], tokens: readonly Token[]): number {
  let longest = 0;
  let previous: number[] = [];
  for (const { term } of query) {
    const runs = tokens.map((token, at) => (token.term === term ? (previous[at - 1] ?? 0) + 1 : 0));
    longest = Math.max(longest, ...runs);
    previous = runs;
  }
  return longest;
}

function toHit({ indexed, matches, score }: Ranked, units: readonly Unit[], best: number): Hit {
  const found = units.flatMap((unit, position) => {
    const match = matches[position];
    return match ? [{ unit, match }] : [];
  });
  const terms = found.map(
    ({ unit, match: { matched, kind } }): MatchedTerm => ({ query: unit.query, matched, kind }),
  );
  const match = {
    score: Math.round((score / best) * 1e4) / 1e4,
    kind: terms.map(({ kind }) => kind).reduce(weaker, 'exact'),
    terms,
    ranges: rangesOf(
      indexed,
      found.map(({ unit }) => unit),
    ),
  };
  return { ...indexed.claim, match };
}

import type { Claim, ClaimSet, Hit, MatchedTerm, MatchKind, Sentence, Span } from '../model.ts';
import { MATCH_KINDS } from '../model.ts';
import { type Token, tokenize } from './analysis.ts';
import { createIndex, FIELD_WEIGHTS, type IndexedClaim, type SearchIndex } from './index.ts';
import { termsOfName } from './names.ts';
import { parseQuery, type Unit } from './query.ts';

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
    const units = parseQuery(query, index);
    const found = rank(units, tokenize(query), index);
    const kept = exact
      ? found.filter(({ matches }) => matches.every((match) => match?.kind === 'exact'))
      : found;
    const best = kept[0]?.score ?? 1;
    return kept.map((each) => toHit(each, units, best));
  };
}

/** How one unit of the query met one claim. */
interface UnitMatch {
  readonly kind: MatchKind;
  readonly matched: string;
  /** 0 to 1. */
  readonly weight: number;
}

interface Ranked {
  readonly indexed: IndexedClaim;
  readonly matches: readonly (UnitMatch | null)[];
  readonly score: number;
}

/** A claim must answer this share of what the query asks, by the weight of its words, */
const LEAST_COVERAGE = 0.42;
/** and this share of what the best claim answers: what follows is about something else. */
const LEAST_OF_BEST = 0.6;
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

function rank(units: readonly Unit[], query: readonly Token[], index: SearchIndex): Ranked[] {
  const table = index.claims.map((indexed) => units.map((unit) => matchUnit(unit, indexed)));
  const weights = units.map((_, position) =>
    informativeness(table.filter((row) => isOwn(row[position])).length, table.length),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const rows = index.claims.map((indexed, row) => {
    const matches = table[row] ?? [];
    const coverage =
      matches.reduce((sum, match, position) => sum + (match?.weight ?? 0) * (weights[position] ?? 0), 0) /
      total;
    return { indexed, matches, coverage };
  });
  const best = Math.max(0, ...rows.map(({ coverage }) => coverage));
  const enough = Math.max(LEAST_COVERAGE, LEAST_OF_BEST * best);
  const ofSentence = averages(rows);
  return rows
    .filter(({ coverage, matches }) => coverage >= enough && matches.some(isOwn))
    .map(({ indexed, matches, coverage }) => {
      const around = SENTENCE_BONUS * (ofSentence.get(indexed.claim.sentence) ?? 0);
      return { indexed, matches, score: coverage + around + bonus(indexed, units, query) };
    })
    .sort((a, b) => b.score - a.score || a.indexed.claim.quote.start - b.indexed.claim.quote.start);
}

/** How well the claims of each sentence answer on average. */
function averages(rows: readonly { indexed: IndexedClaim; coverage: number }[]): Map<Sentence, number> {
  const sums = new Map<Sentence, { sum: number; count: number }>();
  for (const { indexed, coverage } of rows) {
    const { sum, count } = sums.get(indexed.claim.sentence) ?? { sum: 0, count: 0 };
    sums.set(indexed.claim.sentence, { sum: sum + coverage, count: count + 1 });
  }
  return new Map([...sums].map(([sentence, { sum, count }]) => [sentence, sum / count]));
}

/** The claim itself matches, and not just its sentence. */
const isOwn = (match: UnitMatch | null | undefined) => match != null && match.weight > FIELD_WEIGHTS.sentence;

/** How much a word tells: the fewer claims hold it the more (Robertson & Spärck Jones 1976, as BM25 has it). */
function informativeness(holders: number, claims: number): number {
  return Math.log(1 + (claims - holders + 0.5) / (holders + 0.5));
}

function matchUnit(unit: Unit, indexed: IndexedClaim): UnitMatch | null {
  const words = unit.words.map((candidates) => matchWord(candidates, indexed));
  const named = unit.entities.find((entity) => indexed.entities.has(entity));
  if (unit.entities.length === 0) return words[0] ?? null;
  const typo = unit.words.some(([candidate]) => candidate?.kind === 'typo');
  const slip = Math.min(...unit.words.map(([candidate]) => candidate?.weight ?? 1));
  const asTyped =
    words.every((word) => word && word.weight > FIELD_WEIGHTS.name * slip) && hasPhrase(indexed.text, unit);
  if (named) {
    const matched = asTyped ? unit.words.map(([candidate]) => candidate?.term).join(' ') : named.name;
    return {
      kind: typo ? 'typo' : asTyped ? 'exact' : 'alias',
      matched,
      weight: slip * (asTyped ? 1 : 0.85),
    };
  }
  if (hasPhrase(indexed.text, unit))
    return {
      kind: typo ? 'typo' : 'exact',
      matched: unit.words.map(([candidate]) => candidate?.term).join(' '),
      weight: slip,
    };
  const nearby = unit.entities.find((entity) => indexed.sentenceEntities.has(entity));
  return nearby
    ? { kind: typo ? 'typo' : 'alias', matched: nearby.name, weight: FIELD_WEIGHTS.sentence * slip }
    : null;
}

function matchWord(candidates: Unit['words'][number], { fields }: IndexedClaim): UnitMatch | null {
  let best: UnitMatch | null = null;
  for (const { term, kind, weight } of candidates) {
    const field = fields.get(term);
    if (!field) continue;
    const found = {
      kind: weaker(kind, field === 'keyword' ? 'related' : field === 'name' ? 'alias' : 'exact'),
      matched: term,
      weight: weight * FIELD_WEIGHTS[field],
    };
    if (!best || found.weight > best.weight) best = found;
  }
  return best;
}

function hasPhrase(tokens: readonly Token[], unit: Unit): boolean {
  const terms = unit.words.map(([candidate]) => candidate?.term);
  return tokens.some((_, at) => terms.every((term, offset) => tokens[at + offset]?.term === term));
}

function bonus(indexed: IndexedClaim, units: readonly Unit[], query: readonly Token[]): number {
  const { claim } = indexed;
  const isSubject = units.some(({ entities }) => claim.subject && entities.includes(claim.subject));
  const run = Math.max(longestRun(query, indexed.text), longestRun(query, indexed.sentence));
  const phrase = query.length > 1 && run > 1 ? run / query.length : 0;
  return (
    (isSubject ? SUBJECT_BONUS : 0) +
    (claim.stance === 'presupposed' ? 0 : ASSERTED_BONUS) +
    PHRASE_BONUS * phrase ** 2 +
    BREVITY_BONUS / (1 + indexed.text.length / 10)
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
    ({ unit, match }): MatchedTerm => ({ query: unit.query, matched: match.matched, kind: match.kind }),
  );
  const match = {
    score: Math.round((score / best) * 1e4) / 1e4,
    kind: terms.map(({ kind }) => kind).reduce(weaker, 'exact'),
    terms,
    ranges: {
      text: rangesOf(
        indexed.text,
        found.map(({ unit }) => unit),
        indexed.claim,
      ),
      sentence: rangesOf(
        indexed.sentence,
        found.map(({ unit }) => unit),
        indexed.claim,
      ),
    },
  };
  return { ...indexed.claim, match };
}

/** The words that matched: those that a plain word may stand for, and any name of an entity that was named. */
function rangesOf(tokens: readonly Token[], units: readonly Unit[], claim: Claim): Span[] {
  const spans: Span[] = [];
  const phrases = units.flatMap(({ words, entities }) =>
    entities.length
      ? entities
          .filter((entity) => claim.subject === entity || claim.entities.includes(entity))
          .flatMap(({ name, aliases }) => [name, ...aliases].map(termsOfName))
      : (words[0] ?? []).map(({ term }) => [term]),
  );
  for (let at = 0; at < tokens.length; ) {
    const length = Math.max(
      0,
      ...phrases
        .filter((phrase) => phrase.every((term, offset) => tokens[at + offset]?.term === term))
        .map((phrase) => phrase.length),
    );
    const [first, last] = [tokens[at], tokens[at + length - 1]];
    if (length && first && last) spans.push({ start: first.start, end: last.end });
    at += Math.max(1, length);
  }
  return spans;
}

function weaker(a: MatchKind, b: MatchKind): MatchKind {
  return MATCH_KINDS.indexOf(a) > MATCH_KINDS.indexOf(b) ? a : b;
}

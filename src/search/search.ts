import { lazily } from '../lazily.ts';
import type { Claim, Hit, Match, MatchedTerm, Stories } from '../model.ts';
import { termsOf } from './analysis.ts';
import { describe, type Meeting, meet, type UnitMatch, weaker } from './match.ts';
import { parseQuery, type Unit } from './query.ts';
import { rangesOf } from './ranges.ts';
import { createIndex, type IndexedClaim, type IndexedSentence, type SearchIndex } from './search-index.ts';
import { count } from './words.ts';

/** A claim that search found; `match` is worked out when it is first asked for. */
export interface Found extends Hit {
  readonly match: Match;
}

export interface SearchOptions {
  /** Only claims whose text or quote holds every word as typed: no other forms, aliases, near words or typos. */
  readonly exact?: boolean;
  /** Only these; what is found among them is some of what is found without. */
  readonly filter?: (claim: Claim) => boolean;
}

/**
 * Finds claims by what a person half remembers: those that match, best first; the score never rises down the list.
 *
 * @example
 * const search = createSearch(await loadClaimSet('my-story'));
 * for (const { claim, match } of search('puttin', { filter: ({ certainty }) => certainty !== 'certain' }))
 *   console.log(claim.id, match.score);
 */
export type Search = (query: string, options?: SearchOptions) => Found[];

/** Indexes a claim set, once for many searches. */
export function createSearch(stories: Stories): Search {
  const index: SearchIndex = createIndex(stories);
  return (query, { exact = false, filter = () => true } = {}) => {
    const units = parseQuery(query, index.vocabulary, index.names, exact);
    const meetings = units.map((unit) => meet(unit, index));
    const { claims, shares } = rank(units, meetings, termsOf(query), index);
    const claimAt = (position: number) => (index.claims[position] as IndexedClaim).claim;
    const metAt = (position: number) =>
      units.map((unit, at) => describe(unit, meetings[at] as Meeting, position, claimAt(position)));
    const kept = claims.filter(
      ({ position }) => filter(claimAt(position)) && (!exact || metAt(position).every(isAsTyped)),
    );
    const best = kept[0]?.score ?? 1;
    const matchOf = (position: number, score: number): Match => {
      const met = metAt(position);
      const terms = met.flatMap((match, at): MatchedTerm[] => {
        const part = ((meetings[at] as Meeting).weights[position] as number) * (shares[at] as number);
        return match ? [{ query: units[at]?.query ?? '', ...match, score: rounded(part / best) }] : [];
      });
      const kind = terms.map(({ kind }) => kind).reduce(weaker, 'exact');
      const ranges = rangesOf(
        claimAt(position),
        units.filter((_, at) => met[at]),
        index.names,
      );
      return { score: rounded(score / best), kind, terms, ranges };
    };
    return kept.map(({ position, score }) => {
      const match = lazily(() => matchOf(position, score));
      return {
        claim: claimAt(position),
        context: null,
        get match() {
          return match();
        },
      };
    });
  };
}

const isAsTyped = (match: UnitMatch | null) =>
  match?.kind === 'exact' && (match.field === 'text' || match.field === 'quote');

const rounded = (score: number) => Math.round(score * 1e4) / 1e4;

/** A claim must answer this share of what the query asks, by the weight of its units, */
const LEAST_COVERAGE = 0.42;
/** or this share where that is no accident: it meets several telling words, or the article knows all that is asked; */
const LEAST_OF_SEVERAL = 0.25;
/** and this share of what the best claim answers: what follows is about something else. */
const LEAST_OF_BEST = 0.55;
/** A word is telling that has this share of the weight of a word that no claim holds. */
const TELLING = 0.4;
/** What words side by side in the order typed add. */
const PHRASE_BONUS = 0.5;
/** What being about it first adds. */
const SUBJECT_BONUS = 0.08;
/** What the rest of its sentence adds by being about it too. */
const SENTENCE_BONUS = 0.3;
/** What is said outright comes before what is taken for granted on the way. */
const ASSERTED_BONUS = 0.05;
/** What a claim that says little else adds. */
const BREVITY_BONUS = 0.05;

/** Claims by their position in the index, best first, and the share of each unit in the weight of the query. */
interface Ranked {
  readonly claims: readonly { readonly position: number; readonly score: number }[];
  readonly shares: readonly number[];
}

function rank(
  units: readonly Unit[],
  meetings: readonly Meeting[],
  query: readonly string[],
  index: SearchIndex,
): Ranked {
  const size = index.claims.length;
  const informative = meetings.map(({ positions, own }) =>
    informativeness(positions.filter((position) => own[position]).length, size),
  );
  const total = informative.reduce((sum, weight) => sum + weight, 0);
  const shares = informative.map((weight) => weight / total);
  // What each claim answers of the query, how many telling units it meets, and whether it meets one that is no name or time.
  const coverage = new Float64Array(size);
  const telling = new Uint8Array(size);
  const plain = new Uint8Array(size);
  const own = new Uint8Array(size);
  meetings.forEach((meeting, at) => {
    const isTelling = (informative[at] as number) >= TELLING * informativeness(0, size);
    const isPlain = units[at]?.phrase === null;
    for (const position of meeting.positions) {
      coverage[position] =
        (coverage[position] as number) + (meeting.weights[position] as number) * (shares[at] as number);
      if (isTelling) telling[position] = (telling[position] as number) + 1;
      if (isPlain) plain[position] = 1;
      if (meeting.own[position]) own[position] = 1;
    }
  });
  const best = coverage.reduce((most, each) => Math.max(most, each), 0);
  const allKnown = units.length > 1 && meetings.every(({ positions }) => positions.length > 0);
  const beside = index.sentences.map(({ from, to }) => {
    let around = 0;
    for (let position = from; position < to; position += 1) around += coverage[position] as number;
    return (SENTENCE_BONUS * around) / (to - from);
  });
  const claims: { position: number; score: number }[] = [];
  for (let position = 0; position < size; position += 1) {
    const covered = coverage[position] as number;
    if (!own[position] || covered < LEAST_OF_BEST * best) continue;
    const isNoAccident = allKnown || (telling[position] as number) > 1;
    // "putin birthday": whom it is about is known, but nothing of what is asked.
    const isBesideThePoint = units.length > 1 && !allKnown && !plain[position];
    if (isBesideThePoint || covered < (isNoAccident ? LEAST_OF_SEVERAL : LEAST_COVERAGE)) continue;
    const indexed = index.claims[position] as IndexedClaim;
    const sentence = index.sentences[indexed.sentence] as IndexedSentence;
    const score = covered + (beside[indexed.sentence] as number) + bonus(indexed, sentence, units, query);
    claims.push({ position, score });
  }
  // Positions are in reading order, which settles ties.
  claims.sort((a, b) => b.score - a.score || a.position - b.position);
  return { claims, shares };
}

/** How much a word tells: the fewer claims hold it the more (Robertson & Spärck Jones 1976, as BM25 has it). */
function informativeness(holders: number, claims: number): number {
  return Math.log(1 + (claims - holders + 0.5) / (holders + 0.5));
}

function bonus(
  { claim, text }: IndexedClaim,
  sentence: IndexedSentence,
  units: readonly Unit[],
  query: readonly string[],
): number {
  const isSubject = units.some(({ entities }) => claim.subject && entities.includes(claim.subject));
  const run = Math.max(longestRun(query, text), longestRun(query, sentence.words));
  return (
    (isSubject ? SUBJECT_BONUS : 0) +
    (claim.stance === 'presupposed' ? 0 : ASSERTED_BONUS) +
    (run > 1 ? PHRASE_BONUS * (run / query.length) ** 2 : 0) +
    BREVITY_BONUS / (1 + count(text) / 10)
  );
}

/** The most words of the query that stand side by side, in order, in the text; 0 where no two do. */
function longestRun(query: readonly string[], text: string): number {
  let longest = 0;
  for (let from = 0; from < query.length - 1; from += 1) {
    let run = ` ${query[from]} `;
    let to = from + 1;
    while (to < query.length && text.includes(`${run}${query[to]} `)) {
      run += `${query[to]} `;
      to += 1;
    }
    if (to > from + 1) longest = Math.max(longest, to - from);
  }
  return longest;
}

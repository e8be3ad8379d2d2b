import { groupBy } from '../group-by.ts';
import type { Collection } from '../model.ts';
import { createExpansions, type Expansion, vocabularyOf } from '../search/expansions.ts';
import { createNames, namesIn } from '../search/names.ts';
import { type Alternative, parseSyntax } from '../search/query-syntax.ts';
import { createQueryReader, type QueryTerm } from '../search/query-terms.ts';
import { informativeness, leastShown, NAMED_BONUS } from '../search/ranking.ts';
import { LONGEST_QUERY } from '../search/search.ts';
import type { Condition } from './conditions.ts';
import type { Connection } from './connection.ts';
import {
  bonusOf,
  coverOf,
  type HeldClaim,
  HeldClaims,
  isNamedIn,
  isOwn,
  type Posting,
  sentenceBonus,
} from './held-claims.ts';
import type { ClaimKey } from './stories.ts';
import { type TermQuery, termQuery, wordsIn } from './term-queries.ts';
import { namedBy, neighboursIn, wordsFor } from './vocabulary.ts';

/** What an archive knows of a query: the claims that may answer it, and what weighs its words. */
export interface Candidates {
  readonly keys: readonly ClaimKey[];
  readonly collection: Collection;
}

/** How much an archive has. */
export interface Size {
  readonly stories: number;
  readonly claims: number;
}

/** What is asked of an archive. */
export interface Question {
  readonly query: string;
  /** Only words as typed. */
  readonly exact: boolean;
  /** How many claims are to be shown; 0 for all. */
  readonly limit: number;
}

/** More claims than these are not ranked. */
const MOST = 1000;
/** What a page of ten is chosen among. */
const FEWEST = 80;
/** So many claims are weighed; words that more hold are looked for beside rarer ones. */
const WEIGHED = 10_000;
/** Of the claims of so many stories it is asked whether they hold a common word as well. */
const STORIES = 400;
/** In words; more is no question. */
const LONGEST = 100;

/**
 * Finds the claims that may answer a query, the best of them. The query is read as the program reads it, by the words and
 * names that the archive has; claims are weighed by the words that they hold, without reading them. To rank them is left to
 * the program's own search.
 *
 * @param condition what else must be true of a claim
 * @param size what the archive has in all
 */
export async function candidatesFor(
  connection: Connection,
  { query, exact, limit }: Question,
  condition: Condition,
  size: Size,
): Promise<Candidates> {
  const read = query.slice(0, LONGEST_QUERY);
  const parsed = parseSyntax(read);
  const asked = [...new Set(parsed.flatMap(typedIn))].slice(0, LONGEST);
  const holders = await wordsFor(connection, asked);
  const expansions = createExpansions(vocabularyOf([...holders.keys()]));
  const [names, neighbours] = await Promise.all([
    exact ? [] : namedBy(connection, asked, expansions, holders),
    neighboursIn(connection, asked, holders),
  ]);
  const reader = createQueryReader(expansions, createNames(namesIn(names)), (...pair) =>
    neighbours.has(pair.join(' ')),
  );
  const most = limit === 0 ? MOST : Math.min(MOST, Math.max(FEWEST, 3 * limit));
  const counts = new Map<string, number>();
  const keys = new Map<string, ClaimKey>();
  let isComplete = condition.sql === '';
  for (const alternative of parsed) {
    const { terms } = exact ? reader.readExactly(alternative, read) : reader.read(alternative, read);
    const unwanted = alternative.excluded.flatMap(({ tokens }) =>
      tokens.length === 1 ? tokens.flatMap(({ term }) => formsOf(expansions.of(term, false))) : [],
    );
    const found = await bestClaims(connection, {
      terms: terms.map((term) => ({
        ...anchored(termQuery(term), holders),
        query: term.query,
        count: countOf(term, holders, size),
        isPhrase: term.type === 'phrase',
      })),
      words: alternative.words.map(({ term }) => term),
      unwanted,
      condition,
      most,
      size,
    });
    for (const key of found.keys) keys.set(`${key.article_id}:${key.claim_id}`, key);
    for (const [term, count] of found.counts) counts.set(term, count);
    isComplete &&= found.isComplete;
  }
  return { keys: [...keys.values()], collection: { claims: size.claims, holders, counts, isComplete } };
}

const typedIn = ({ words, phrases, excluded }: Alternative): string[] => [
  ...words.map(({ term }) => term),
  ...[...phrases, ...excluded].flatMap(({ tokens }) => tokens.map(({ term }) => term)),
];

const formsOf = (words: readonly Expansion[]): string[] =>
  words.filter(({ kind }) => kind === 'exact' || kind === 'form').map(({ term }) => term);

/** Of words that have to be there together, the one that fewest claims hold finds them. */
function anchored(term: TermQuery, holders: ReadonlyMap<string, number>) {
  const [rarest] = [...(term.row?.terms ?? [])].sort((a, b) => (holders.get(a) ?? 0) - (holders.get(b) ?? 0));
  return { ...term, anchors: [...term.words.keys(), ...(rarest === undefined ? [] : [rarest])] };
}

/** A term of a query, and about how many claims match it. */
interface Weighed extends TermQuery {
  /** Any of these words is in every claim that matches it. */
  readonly anchors: readonly string[];
  readonly query: string;
  readonly count: number;
  /** All of its words have to be there. */
  readonly isPhrase: boolean;
}

/** About how many claims match a term: those that have the rarest of its words in any form. */
const countOf = ({ words }: QueryTerm, holders: ReadonlyMap<string, number>, { claims }: Size) =>
  Math.min(
    claims,
    ...words.map((expansions) => expansions.reduce((sum, { term }) => sum + (holders.get(term) ?? 0), 0)),
  );

interface Asked {
  readonly terms: readonly Weighed[];
  readonly words: readonly string[];
  /** What no claim may hold. */
  readonly unwanted: readonly string[];
  readonly condition: Condition;
  readonly most: number;
  readonly size: Size;
}

interface Best {
  readonly keys: readonly ClaimKey[];
  readonly counts: ReadonlyMap<string, number>;
  /** Every claim that matches any term is among them. */
  readonly isComplete: boolean;
}

/** The claims that answer most of what was asked, with all others of their sentences, by which they are ranked. */
async function bestClaims(connection: Connection, asked: Asked): Promise<Best> {
  const terms = asked.terms.filter((term) => wordsIn(term).length).sort((a, b) => a.count - b.count);
  if (asked.terms.length && !terms.length)
    return { keys: [], counts: new Map(asked.terms.map(({ query }) => [query, 0])), isComplete: true };
  let total = 0;
  const rare = terms.filter(({ count }) => {
    total += count;
    return total <= WEIGHED;
  });
  const isWhole = rare.length === terms.length;
  const first = rare.length ? rare : terms.slice(0, 1);
  const postings = rare.length
    ? await postingsOf(connection, rare)
    : await firstPostings(connection, first, asked);
  const held = new HeldClaims();
  held.add(postings);
  if (!terms.length) held.add(await anyClaims(connection, asked.condition));
  const anchors = new Set(first.flatMap((term) => term.anchors));
  const others = terms.flatMap(wordsIn).filter((word) => !anchors.has(word));
  const further = [...others, ...asked.unwanted];
  if (further.length) held.note(await postingsIn(connection, further, likeliest(held.all, first)));
  held.remove(new Set(asked.unwanted));
  if (asked.condition.sql) await keepPassing(connection, held, asked.condition);
  for (const term of terms) if (term.isPhrase) held.keep((claim) => coverOf(term, claim) > 0);
  const claims = held.all;
  const covers = terms.map((term) => Float64Array.from(claims, (claim) => coverOf(term, claim)));
  const counts = new Map(asked.terms.map(({ query, count }) => [query, count]));
  const isCounted =
    postings.length < MOST_POSTINGS && !asked.condition.sql && !terms.some(({ isPhrase }) => isPhrase);
  terms.forEach((term, at) => {
    if (isCounted && rare.includes(term)) counts.set(term.query, covers[at]?.filter(isOwn).length ?? 0);
  });
  const weights = terms.map(({ query }) => informativeness(counts.get(query) ?? 0, asked.size.claims));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => weight / whole);
  const coverages = Float64Array.from(claims, (_, at) =>
    whole ? covers.reduce((sum, each, term) => sum + (each[at] ?? 0) * (shares[term] ?? 0), 0) : 1,
  );
  const bonusFor = (claim: HeldClaim) =>
    bonusOf(claim, asked.words) +
    NAMED_BONUS * Math.max(0, ...terms.map((term, at) => (isNamedIn(term, claim) ? (shares[at] ?? 0) : 0)));
  const best = coverages.reduce((most, each) => Math.max(most, each), 0);
  const least = ESTIMATED * best * leastShown(Math.max(1, terms.length));
  const covered = claims.flatMap((claim, at) => {
    const coverage = coverages[at] ?? 0;
    return coverage < least ? [] : [{ claim, coverage }];
  });
  const chosen = bestSentences(covered, bonusFor, asked.most);
  return {
    keys: await claimsIn(connection, chosen),
    counts,
    isComplete: isWhole && isCounted && claims.length < asked.most,
  };
}

/** Coverages here are near those that the program's own search works out; a claim is left out only where it is far from being shown. */
const ESTIMATED = 0.6;

/** A claim, and about how much of the query it answers. */
interface CoveredClaim {
  readonly claim: HeldClaim;
  readonly coverage: number;
}

/** The sentences of the claims with the highest scores. */
function bestSentences(
  covered: readonly CoveredClaim[],
  bonusFor: (claim: HeldClaim) => number,
  most: number,
): HeldClaim[] {
  const sentences = groupBy(covered, ({ claim }) => `${claim.story}:${claim.sentence}`);
  const scored = [...sentences].flatMap(([sentence, held]) => {
    const around = held.map(({ coverage }) => coverage);
    const bonus = sentenceBonus(around, held[0]?.claim.inSentence ?? 1);
    return held.map(({ claim, coverage }) => ({
      sentence,
      claim,
      score: coverage + bonus + bonusFor(claim),
    }));
  });
  // As many are as good, the program's own search takes the first stories.
  scored.sort((a, b) => b.score - a.score || (a.claim.story < b.claim.story ? -1 : 1));
  const best = scored.slice(0, most).map(({ sentence, claim }): [string, HeldClaim] => [sentence, claim]);
  return [...new Map(best).values()];
}

/** The stories of the claims that answer most of some terms. */
function likeliest(claims: readonly HeldClaim[], terms: readonly TermQuery[]): string[] {
  const scored = claims.map((claim) => ({
    story: claim.story,
    score: terms.reduce((sum, term) => sum + coverOf(term, claim), 0),
  }));
  scored.sort((a, b) => b.score - a.score);
  return [...new Set(scored.map(({ story }) => story))].slice(0, STORIES);
}

/** Where the words of terms stand that few claims hold. */
const postingsOf = ({ rows }: Connection, terms: readonly Weighed[]) =>
  rows<Posting>(
    `SELECT term, article_id, claims FROM claim_words WHERE term = ANY($1) LIMIT ${MOST_POSTINGS}`,
    [anchorsOf(terms)],
  );

/** More are not read, if whom a name means is spoken of more often than it is named. */
const MOST_POSTINGS = WEIGHED;

/** Where the words of a common term stand in so many of the first stories with claims that pass as are enough. */
async function firstPostings(
  { rows }: Connection,
  terms: readonly Weighed[],
  { condition: { sql, values }, size }: Asked,
): Promise<Posting[]> {
  const [{ count } = { count: 0 }] = terms;
  if (!count) return [];
  const enough = Math.ceil((size.stories * WEIGHED) / count);
  const passing = sql
    ? `WHERE EXISTS (SELECT FROM claim WHERE claim.article_id = article.id AND ${sql})`
    : '';
  return rows<Posting>(
    `WITH first AS MATERIALIZED (
       SELECT article.id COLLATE "C" AS id FROM article ${passing} ORDER BY 1 LIMIT ${enough}
     )
     SELECT term, article_id, claims FROM claim_words
     WHERE term = ANY($${values.length + 1}) AND article_id <= (SELECT max(id) FROM first) AND article_id IN (SELECT id FROM first)`,
    [...values, anchorsOf(terms)],
  );
}

const anchorsOf = (terms: readonly Weighed[]) => [...new Set(terms.flatMap(({ anchors }) => anchors))];

/** Where words stand in some stories. */
const postingsIn = ({ rows }: Connection, words: readonly string[], stories: readonly string[]) =>
  rows<Posting>(
    'SELECT term, article_id, claims FROM claim_words WHERE term = ANY($1) AND article_id = ANY($2)',
    [[...new Set(words)], stories],
  );

/** Any claims, where nothing is asked for but what they must not hold. */
const anyClaims = ({ rows }: Connection, { sql, values }: Condition) =>
  rows<Posting>(
    `SELECT '' AS term, article_id, string_agg(substr(id, 2) || '/1/10D', ' ') AS claims
     FROM (SELECT * FROM claim ${sql ? `WHERE ${sql}` : ''} ORDER BY article_id, position LIMIT ${WEIGHED}) AS claim GROUP BY article_id`,
    values,
  );

/** Leaves out the claims that do not pass a condition. */
async function keepPassing(
  { rows }: Connection,
  held: HeldClaims,
  { sql, values }: Condition,
): Promise<void> {
  const claims = held.all;
  const passing = await rows<ClaimKey>(
    `SELECT claim.article_id, claim.id AS claim_id
     FROM unnest($${values.length + 1}::text[], $${values.length + 2}::text[]) AS key (article_id, id)
     JOIN claim ON claim.article_id = key.article_id AND claim.id = key.id WHERE ${sql}`,
    [...values, claims.map(({ story }) => story), claims.map(({ claim }) => `s${claim}`)],
  );
  const kept = new Set(passing.map(({ article_id, claim_id }) => `${article_id}:${claim_id}`));
  held.keep(({ story, claim }) => kept.has(`${story}:s${claim}`));
}

/** All claims of sentences. */
const claimsIn = ({ rows }: Connection, sentences: readonly HeldClaim[]) =>
  rows<ClaimKey>(
    `SELECT claim.article_id, claim.id AS claim_id
     FROM unnest($1::text[], $2::text[]) AS chosen (article_id, sentence_id) JOIN claim USING (article_id, sentence_id)`,
    [sentences.map(({ story }) => story), sentences.map(({ sentence }) => `s${sentence}`)],
  );

import type { Collection } from '../model.ts';
import { createExpansions, vocabularyOf } from '../search/expansions.ts';
import { numeralsFor } from '../search/numerals.ts';
import { parseSyntax } from '../search/query-syntax.ts';
import { isSmallWord } from '../search/small-words.ts';
import { stemOf } from '../search/tokens.ts';
import type { Condition } from './conditions.ts';
import type { Connection } from './connection.ts';
import type { ClaimKey } from './stories.ts';

/** What an archive knows of a query: the claims that may answer it, and what weighs its words. */
export interface Candidates {
  readonly keys: readonly ClaimKey[];
  readonly collection: Collection;
}

/** More than any page shows, and as many as are ranked in some 50 ms. */
const MOST = 400;
/** Words that this many claims hold are looked for only among claims that hold a rarer word of the query. */
const FREQUENT = 20_000;

/**
 * Finds the claims that may answer a query. PostgreSQL finds the words that it may mean (as typed, other forms, then
 * beginnings, then near words by trigrams) and the claims with most of them; to rank them is left to the program's search.
 *
 * @param condition what else must be true of a claim
 */
export async function candidatesFor(
  connection: Connection,
  query: string,
  condition: Condition,
): Promise<Candidates> {
  const alternatives = parseSyntax(query);
  const typed = alternatives.flatMap(({ words, phrases, excluded }) => [
    ...words.map(({ term }) => term),
    ...[...phrases, ...excluded].flatMap(({ tokens }) => tokens.map(({ term }) => term)),
  ]);
  const telling = typed.filter((term) => !isSmallWord(term));
  const asked = [...new Set(telling.length ? telling : typed)].slice(0, LONGEST);
  const [{ claims = 0 } = {}] = await connection.rows<{ claims: number }>(
    'SELECT COALESCE(sum(claims), 0)::integer AS claims FROM article',
  );
  const holders = await vocabularyFor(connection, asked);
  const vocabulary = vocabularyOf(holders);
  const known = vocabulary.termsFrom('');
  const expansions = createExpansions(vocabulary);
  const meanings = asked.map((term) => {
    const own = expansions.of(term, asked.length === 1).map((each) => each.term);
    // Words run together or apart, which the program mends.
    const isKnown = own.length > 0 && holders.has(term);
    const respelt = known.filter((each) => isJoined(term, each, asked) || (!isKnown && isHalf(term, each)));
    return [...new Set([...own, ...respelt])];
  });
  const weighed = meanings
    .filter((terms) => terms.length > 0)
    .map((terms) => {
      const count = terms.reduce((sum, term) => sum + (holders.get(term) ?? 0), 0);
      return { terms, count, weight: Math.log(1 + claims / (count + 1)) };
    })
    .sort((a, b) => a.count - b.count);
  const years = asked.filter((term) => /^[12]\d{3}$/.test(term));
  const excludesAlone = alternatives.some(({ words, phrases }) => words.length + phrases.length === 0);
  const keys = [
    ...(weighed.length ? await bestClaims(connection, weighed, condition) : []),
    ...(years.length ? await claimsOfYears(connection, years, condition) : []),
    ...(excludesAlone ? await anyClaims(connection, condition) : []),
  ];
  const total = weighed.reduce((sum, { count }) => sum + count, 0);
  const isComplete = condition.sql === '' && keys.length < MOST && total <= FREQUENT;
  return { keys: await withSiblings(connection, keys), collection: { claims, holders, isComplete } };
}

/** In words; more is no question. */
const LONGEST = 100;

const isJoined = (term: string, known: string, asked: readonly string[]) =>
  known.startsWith(term) && asked.includes(known.slice(term.length));

const isHalf = (term: string, known: string) =>
  known.length > 1 && (term.startsWith(known) || term.endsWith(known));

/** The words that typed ones may stand for, and how many claims hold each. */
async function vocabularyFor(
  { rows }: Connection,
  asked: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const together = asked.map((term, at) => term + (asked[at + 1] ?? ''));
  const stems = asked.map(stemOf);
  const found = await rows<{ term: string; stem: string }>(
    `SELECT term, stem FROM vocabulary
     WHERE term = ANY($1) OR stem = ANY($2) OR stem LIKE ANY($3)`,
    [
      [...new Set([...asked, ...together, ...asked.flatMap(numeralsFor)])],
      // Porter's rules leave some forms apart by a letter.
      [...new Set(stems.flatMap((stem) => (stem.length > 5 ? [stem, stem.slice(0, -1)] : [stem])))],
      stems.filter((stem) => stem.length >= 5).map((stem) => `${literalPattern(stem)}_`),
    ],
  );
  const isKnown = (term: string) => found.some((each) => each.term === term || each.stem === stemOf(term));
  const unknown = asked.filter((term) => !isKnown(term));
  const near = unknown.length
    ? await rows<{ term: string }>(
        `SELECT term FROM vocabulary WHERE term LIKE ANY($1) OR term = ANY($2)
         UNION
         SELECT near.term FROM unnest($3::text[]) AS typed (term),
           LATERAL (SELECT term FROM vocabulary WHERE vocabulary.term % typed.term
             ORDER BY similarity(vocabulary.term, typed.term) DESC, term LIMIT ${NEAREST}) AS near`,
        [
          unknown.filter(({ length }) => length >= 3).map((term) => `${literalPattern(term)}%`),
          unknown.flatMap(partsOf),
          unknown,
        ],
      )
    : [];
  const terms = [...new Set([...found, ...near].map(({ term }) => term))];
  const counts = await rows<{ term: string; claims: number }>(
    'SELECT term, sum(claims)::integer AS claims FROM term_count WHERE term = ANY($1) GROUP BY term',
    [terms],
  );
  return new Map(counts.map(({ term, claims }) => [term, claims]));
}

const NEAREST = 60;

const literalPattern = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** Every beginning and every end of a word, of two letters or more. */
function partsOf(term: string): string[] {
  const cuts = Array.from({ length: Math.max(0, Math.min(term.length, 40) - 3) }, (_, index) => index + 2);
  return cuts.flatMap((at) => [term.slice(0, at), term.slice(at)]);
}

interface Weighed {
  readonly terms: readonly string[];
  readonly count: number;
  readonly weight: number;
}

/** The claims that hold most of what was asked, the rarest words first. */
function bestClaims(
  { rows }: Connection,
  weighed: readonly Weighed[],
  condition: Condition,
): Promise<ClaimKey[]> {
  let total = 0;
  const anchors = weighed.filter(({ count }, at) => {
    total += count;
    return at === 0 || total <= FREQUENT;
  });
  const values: unknown[] = [...condition.values];
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const query = (terms: readonly string[]) => `${parameter(terms.map(lexeme).join(' | '))}::tsquery`;
  const anchor = query(anchors.flatMap(({ terms }) => terms));
  const score = weighed
    .map(({ terms, weight }) => `${parameter(weight)}::float8 * (words @@ ${query(terms)})::integer`)
    .join(' + ');
  return rows<ClaimKey>(
    `SELECT article_id, claim_id FROM (
       SELECT claim_words.article_id, claim_words.claim_id, words FROM claim_words
       ${condition.sql ? 'JOIN claim ON claim.article_id = claim_words.article_id AND claim.id = claim_words.claim_id' : ''}
       WHERE words @@ ${anchor} ${condition.sql ? `AND ${condition.sql}` : ''}
       LIMIT ${FREQUENT}
     ) AS found
     ORDER BY ${score} DESC, article_id, claim_id LIMIT ${MOST}`,
    values,
  );
}

/** A word as a query of PostgreSQL's text search writes it. */
const lexeme = (term: string) => `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

function claimsOfYears(
  { rows }: Connection,
  years: readonly string[],
  condition: Condition,
): Promise<ClaimKey[]> {
  const values: unknown[] = [
    ...condition.values,
    years.map((year) => `${year}-01-01`),
    years.map((year) => `${year}-12-31`),
  ];
  const [first, last] = [values.length - 1, values.length];
  return rows<ClaimKey>(
    `SELECT DISTINCT claim.article_id, claim.id AS claim_id FROM claim, unnest($${first}::text[], $${last}::text[]) AS year (first, last)
     WHERE time_earliest >= year.first AND time_latest <= year.last ${condition.sql ? `AND ${condition.sql}` : ''}
     LIMIT ${MOST}`,
    values,
  );
}

function anyClaims({ rows }: Connection, condition: Condition): Promise<ClaimKey[]> {
  return rows<ClaimKey>(
    `SELECT claim.article_id, claim.id AS claim_id FROM claim ${condition.sql ? `WHERE ${condition.sql}` : ''}
     ORDER BY article_id, position LIMIT ${MOST}`,
    condition.values,
  );
}

/** A claim is ranked by what the rest of its sentence answers, too. */
async function withSiblings({ rows }: Connection, keys: readonly ClaimKey[]): Promise<ClaimKey[]> {
  return rows<ClaimKey>(
    `SELECT DISTINCT sibling.article_id, sibling.id AS claim_id
     FROM unnest($1::text[], $2::text[]) AS key (article_id, claim_id)
     JOIN claim ON claim.article_id = key.article_id AND claim.id = key.claim_id
     JOIN claim AS sibling ON sibling.article_id = claim.article_id AND sibling.sentence_id = claim.sentence_id`,
    [keys.map(({ article_id }) => article_id), keys.map(({ claim_id }) => claim_id)],
  );
}

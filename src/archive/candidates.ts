import { remembered } from '../lazily.ts';
import type { Collection } from '../model.ts';
import { createExpansions, type Expansion, vocabularyOf } from '../search/expansions.ts';
import { createNames, namesIn } from '../search/names.ts';
import { type Alternative, parseSyntax } from '../search/query-syntax.ts';
import { createQueryReader, type QueryTerm } from '../search/query-terms.ts';
import { ASSERTED_BONUS, BREVITY_BONUS, PHRASE_BONUS, SENTENCE_BONUS } from '../search/ranking.ts';
import { LONGEST_QUERY } from '../search/search.ts';
import { SENTENCE_SHARE } from '../search/term-matches.ts';
import type { Condition } from './conditions.ts';
import type { Connection } from './connection.ts';
import { lexeme } from './lexemes.ts';
import type { ClaimKey } from './stories.ts';
import { anyOf, type TermQuery, termQuery } from './term-queries.ts';
import { namedBy, neighboursIn, wordsFor } from './vocabulary.ts';

/** What an archive knows of a query: the claims that may answer it, and what weighs its words. */
export interface Candidates {
  readonly keys: readonly ClaimKey[];
  readonly collection: Collection;
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
const FEWEST = 100;
/** So many claims PostgreSQL weighs itself; words that more hold are looked for beside rarer ones. */
const WEIGHED = 10_000;
/** In words; more is no question. */
const LONGEST = 100;

/**
 * Finds the claims that may answer a query, the best of them. The query is read as the program reads it, by the words and
 * names that the archive has; PostgreSQL weighs claims about as the program does. To rank them is left to the program.
 *
 * @param condition what else must be true of a claim
 * @param claims how many the archive has
 */
export async function candidatesFor(
  connection: Connection,
  { query, exact, limit }: Question,
  condition: Condition,
  claims: number,
): Promise<Candidates> {
  const read = query.slice(0, LONGEST_QUERY);
  const parsed = parseSyntax(read);
  const asked = [...new Set(parsed.flatMap(typedIn))].slice(0, LONGEST);
  const holders = await wordsFor(connection, asked);
  const expansions = createExpansions(vocabularyOf([...holders.keys()]));
  const names = exact ? [] : await namedBy(connection, asked, expansions, holders);
  const neighbours = await neighboursIn(connection, asked, holders);
  const reader = createQueryReader(expansions, createNames(namesIn(names)), (...pair) =>
    neighbours.has(pair.join(' ')),
  );
  const withWord = remembered((word: string) => [
    ...new Set(
      names
        .filter(({ name, aliases }) => [name, ...aliases].some((each) => each.split(' ').includes(word)))
        .map(({ id }) => id),
    ),
  ]);
  const most = limit === 0 ? MOST : Math.min(MOST, Math.max(FEWEST, 3 * limit));
  const counts = new Map<string, number>();
  const keys = new Map<string, ClaimKey>();
  let isComplete = condition.sql === '';
  for (const alternative of parsed) {
    const { terms } = exact ? reader.readExactly(alternative, read) : reader.read(alternative, read);
    const unwanted = alternative.excluded.flatMap(({ tokens }) =>
      tokens.length === 1 ? tokens.map(({ term }) => unwantedForms(expansions.of(term, false))) : [],
    );
    const found = await bestClaims(connection, {
      terms: terms.map((term) => ({
        ...termQuery(term, withWord),
        query: term.query,
        count: countOf(term, holders, claims),
        isPhrase: term.type === 'phrase',
      })),
      words: alternative.words.map(({ term }) => term),
      unwanted: unwanted.filter(Boolean),
      condition,
      most,
      claims,
    });
    for (const key of found.keys) keys.set(`${key.article_id}:${key.claim_id}`, key);
    for (const [term, count] of found.counts) counts.set(term, count);
    isComplete &&= found.isComplete;
  }
  return { keys: [...keys.values()], collection: { claims, holders, counts, isComplete } };
}

const typedIn = ({ words, phrases, excluded }: Alternative): string[] => [
  ...words.map(({ term }) => term),
  ...[...phrases, ...excluded].flatMap(({ tokens }) => tokens.map(({ term }) => term)),
];

/** A word that no claim may hold, in any form. */
const unwantedForms = (words: readonly Expansion[]) =>
  anyOf(
    words.filter(({ kind }) => kind === 'exact' || kind === 'form'),
    ':ABC',
  );

/** A term of a query, and about how many claims match it. */
interface Weighed extends TermQuery {
  readonly query: string;
  readonly count: number;
  /** All of its words have to be there. */
  readonly isPhrase: boolean;
}

/** About how many claims match a term: those that have the rarest of its words in any form. */
const countOf = ({ words }: QueryTerm, holders: ReadonlyMap<string, number>, claims: number) =>
  Math.min(
    claims,
    ...words.map((expansions) => expansions.reduce((sum, { term }) => sum + (holders.get(term) ?? 0), 0)),
  );

interface Asked {
  readonly terms: readonly Weighed[];
  readonly words: readonly string[];
  /** Queries of what no claim may hold. */
  readonly unwanted: readonly string[];
  readonly condition: Condition;
  readonly most: number;
  /** How many the archive has. */
  readonly claims: number;
}

interface Best {
  readonly keys: readonly ClaimKey[];
  readonly counts: ReadonlyMap<string, number>;
  /** Every claim that matches any term is among them. */
  readonly isComplete: boolean;
}

/** The claims that answer most of what was asked, with all others of their sentences, by which they are ranked. */
async function bestClaims(connection: Connection, asked: Asked): Promise<Best> {
  const terms = asked.terms.filter(({ any }) => any !== '').sort((a, b) => a.count - b.count);
  if (asked.terms.length && !terms.length)
    return { keys: [], counts: new Map(asked.terms.map(({ query }) => [query, 0])), isComplete: true };
  const phrases = terms.filter(({ isPhrase }) => isPhrase);
  let total = 0;
  const rare = terms.filter(({ count }) => {
    total += count;
    return total <= WEIGHED;
  });
  const oneOf = (some: readonly Weighed[]) => some.map(({ any }) => `(${any})`).join(' | ');
  const all = terms.map(({ any }) => `(${any})`).join(' & ');
  const must = [...phrases.map(({ any }) => `(${any})`), ...asked.unwanted.map((each) => `!(${each})`)];
  const isWhole = rare.length === terms.length;
  const anchors = isWhole ? oneOf(terms) : [oneOf(rare), `(${all})`].filter(Boolean).join(' | ');
  const isRare = (term: string) => must.length === 0 && rare.some(({ query }) => query === term);
  const first = await weigh(connection, terms, {
    ...asked,
    isRare,
    anchor: [anchors && `(${anchors})`, ...must],
  });
  const isEnough = isWhole || rare.length > 0 || first.keys.length >= asked.most || terms.length < 2;
  const others = isEnough
    ? null
    : await weigh(connection, terms, {
        ...asked,
        isRare,
        anchor: [`(${oneOf(terms.slice(0, 1))})`, ...must],
      });
  const counted = new Map(asked.terms.map(({ query, count }) => [query, count]));
  for (const { query } of rare.filter(({ query }) => isRare(query)))
    counted.set(query, Number(first.own.get(query) ?? 0));
  return {
    keys: [...first.keys, ...(others?.keys ?? [])],
    counts: counted,
    isComplete: isWhole && first.matched < asked.most,
  };
}

interface Found {
  readonly keys: readonly ClaimKey[];
  /** How many claims match each term themselves. */
  readonly own: ReadonlyMap<string, number>;
  /** How many match any. */
  readonly matched: number;
}

/** Which claims PostgreSQL weighs. */
interface Anchor {
  /** Queries of which a claim must match each. */
  readonly anchor: readonly string[];
  /** Whether every claim that matches a term is among them, so that they can be counted. */
  readonly isRare: (term: string) => boolean;
}

async function weigh(
  { rows }: Connection,
  terms: readonly Weighed[],
  { words, condition, most, claims, anchor, isRare }: Asked & Anchor,
): Promise<Found> {
  const values: unknown[] = [...condition.values];
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const holds = (query: string) => `words @@ ${parameter(query)}::tsquery`;
  const asked = anchor.filter(Boolean).join(' & ');
  // Less than 0 where only the sentence has it.
  const covers = terms.map(({ ways }, at) => {
    const cases = ways.map(
      ({ query, weight, isOwn }) => `WHEN ${holds(query)} THEN ${isOwn ? weight : -weight}`,
    );
    return `CASE ${cases.join(' ')} ELSE 0 END AS cover${at}`;
  });
  const weights = terms.map(({ query, count }, at) => {
    const matched = isRare(query) ? `own${at}` : String(count);
    return `ln(1 + (${claims} - ${matched} + 0.5) / (${matched} + 0.5))`;
  });
  const coverage = weights.length
    ? `(${weights.map((weight, at) => `abs(cover${at}) * ${weight}`).join(' + ')}) / (${weights.join(' + ')})`
    : '1';
  const pairs = words.slice(1).map((word, at) => `${lexeme(words[at] ?? '')} <-> ${lexeme(word)}`);
  const row = words.map(lexeme).join(' <-> ');
  const beside =
    words.length > 1
      ? `CASE WHEN ${holds(row)} THEN ${PHRASE_BONUS} WHEN ${holds(pairs.join(' | '))} THEN ${PHRASE_BONUS * (2 / words.length) ** 2} ELSE 0 END`
      : '0';
  const found = await rows<ClaimKey & Record<string, string>>(
    `WITH matched AS MATERIALIZED (
       SELECT claim_words.article_id, claim_words.position, claim_words.sentence_id, in_sentence${covers.map((each) => `,\n         ${each}`).join('')},
         ${beside} + CASE WHEN presupposed THEN 0 ELSE ${ASSERTED_BONUS} END + ${BREVITY_BONUS} / (1 + length / 10.0) AS bonus
       FROM claim_words
       ${condition.sql ? 'JOIN claim ON claim.article_id = claim_words.article_id AND claim.id = claim_words.claim_id' : ''}
       WHERE ${[...(asked ? [holds(asked)] : []), ...(condition.sql ? [condition.sql] : [])].join(' AND ') || 'TRUE'}
       LIMIT ${WEIGHED}
     ), counted AS (
       SELECT count(*) AS matched${terms.map((_, at) => `, count(*) FILTER (WHERE cover${at} > 0) AS own${at}`).join('')} FROM matched
     ), covered AS (SELECT matched.*, ${coverage} AS coverage FROM matched, counted), best AS (
       SELECT article_id, sentence_id, position, bonus + coverage + ${SENTENCE_BONUS} * (
         sum(coverage) OVER of_sentence + (in_sentence - count(*) OVER of_sentence) * ${SENTENCE_SHARE} * max(coverage) OVER of_sentence
       ) / in_sentence AS score
       FROM covered WINDOW of_sentence AS (PARTITION BY article_id, sentence_id)
       ORDER BY score DESC, article_id, position LIMIT ${most}
     )
     SELECT claim.article_id, claim.id AS claim_id, counted.*
     FROM (SELECT DISTINCT article_id, sentence_id FROM best) AS chosen
     JOIN claim USING (article_id, sentence_id), counted`,
    values,
  );
  const [counted] = found;
  return {
    keys: found.map(({ article_id, claim_id }) => ({ article_id, claim_id })),
    own: new Map(terms.map(({ query }, at) => [query, Number(counted?.[`own${at}`] ?? 0)])),
    matched: Number(counted?.['matched'] ?? 0),
  };
}

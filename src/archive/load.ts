import { TooManyError } from '../errors.ts';
import type { FilterOptions } from '../select/filter.ts';
import { joinStories } from '../stories/join.ts';
import type { Loaded } from '../stories/load.ts';
import { candidatesFor, type Question, type Size } from './candidates.ts';
import { conditionOf } from './conditions.ts';
import { type Connection, openArchive, withoutPassword } from './connection.ts';
import { draftCandidates, draftCollection } from './draft-candidates.ts';
import { type ClaimKey, readStories } from './stories.ts';

/** What a command needs of the stories; an archive gives so much, and perhaps more. */
export type Need =
  /** The claims that may answer a query, under filters. */
  | ({ readonly of: 'query'; readonly filters: FilterOptions } & Question)
  /** The claims that the sentences of a draft may rest on, under filters; of each sentence the words that say something. */
  | { readonly of: 'draft'; readonly sentences: readonly string[]; readonly filters: FilterOptions }
  /** The claims that references may name: those of their sentences. */
  | { readonly of: 'references'; readonly references: readonly string[] }
  /** All claims that pass filters, their articles whole. */
  | { readonly of: 'filters'; readonly filters: FilterOptions };

/** More claims than these are not held at once; some 4 KB each. */
const MOST = 100_000;
/** An archive of no more claims than these is read whole for a draft, as files are. */
const FEW = 5000;

/**
 * Loads from an archive what a command needs.
 *
 * @throws {UnreadableError} where the archive cannot be read, or more is asked for than can be held at once
 */
export async function loadFromArchive(url: string, need: Need): Promise<Loaded> {
  const connection = await openArchive(url);
  try {
    const [size = { stories: 0, claims: 0 }] = await connection.rows<Size>(
      'SELECT count(*)::integer AS stories, COALESCE(sum(claims), 0)::integer AS claims FROM article',
    );
    const isPart = need.of === 'draft' && size.claims > FEW;
    const { keys: found, collection: asked } = await keysFor(connection, need, url, size);
    const keys =
      'filters' in need ? distinct([...found, ...(await namedBy(connection, need.filters))]) : found;
    const claimSets = await readStories(connection, keys, need.of !== 'query');
    const collection = isPart
      ? await draftCollection(connection, need.sentences, claimSets, size.claims)
      : asked;
    const { stories, notes } = joinStories(claimSets, size.stories > 1);
    return { stories: collection ? { ...stories, collection } : stories, claimSets, notes, broken: [] };
  } finally {
    await connection.close();
  }
}

async function keysFor(connection: Connection, need: Need, url: string, size: Size) {
  if (need.of === 'query') {
    const condition = conditionOf(need.filters);
    const found = await candidatesFor(connection, need, condition, size);
    // What there is without the filters can be told where there is nothing with them.
    return found.keys.length || !condition.sql
      ? found
      : candidatesFor(connection, need, conditionOf({}), size);
  }
  if (need.of === 'references')
    return { keys: await referenced(connection, need.references), collection: undefined };
  if (need.of === 'draft' && size.claims > FEW)
    return {
      keys: await draftCandidates(connection, need.sentences, conditionOf(need.filters), size),
      collection: undefined,
    };
  const { sql, values } = conditionOf(need.filters);
  const keys = await connection.rows<ClaimKey>(
    `SELECT article_id, id AS claim_id FROM claim ${sql ? `WHERE ${sql}` : ''} LIMIT ${MOST + 1}`,
    values,
  );
  if (keys.length > MOST)
    throw new TooManyError(
      `more than ${MOST.toLocaleString('en')} claims of ${withoutPassword(url)} pass; narrow them, as with --article ID or --topic TOPIC; kimtrip list --format jsonl, json, csv or lines writes them all`,
    );
  return { keys, collection: undefined };
}

/** A claim for each name in filters, so that a name without a claim that passes is known all the same. */
async function namedBy({ rows }: Connection, filters: FilterOptions): Promise<ClaimKey[]> {
  const each: FilterOptions[] = [
    ...(filters.about ?? []).map((name) => ({ about: [name] })),
    ...(filters.saidBy ?? []).map((name) => ({ saidBy: [name] })),
    ...(filters.topic ?? []).map((name) => ({ topic: [name] })),
    ...(filters.article ?? []).map((id) => ({ article: [id] })),
  ];
  const found: ClaimKey[] = [];
  for (const { sql, values } of each.map(conditionOf))
    found.push(
      ...(await rows<ClaimKey>(`SELECT article_id, id AS claim_id FROM claim WHERE ${sql} LIMIT 1`, values)),
    );
  return found;
}

const distinct = (keys: readonly ClaimKey[]): ClaimKey[] => [
  ...new Map(keys.map((key) => [`${key.article_id}:${key.claim_id}`, key])).values(),
];

/** The claims of the sentences that references may name, and others to say what is near. */
async function referenced(connection: Connection, references: readonly string[]): Promise<ClaimKey[]> {
  const wanted = [...new Set(references)].flatMap(placesOf);
  const found = await connection.rows<ClaimKey>(
    `WITH reference AS MATERIALIZED (
       SELECT * FROM unnest($1::text[], $2::text[], $3::integer[], $4::integer[]) AS reference (story, claim, first, last)
     ), place AS (
       SELECT story, first, last FROM reference WHERE story IS NOT NULL
       UNION SELECT holder.article_id, first, last FROM reference CROSS JOIN LATERAL (
         SELECT article_id FROM sentence WHERE position BETWEEN first - ${NEAR} AND last + ${NEAR} GROUP BY article_id
         ORDER BY bool_or(position BETWEEN first AND last AND (reference.claim IS NULL OR EXISTS (
           SELECT FROM claim WHERE claim.article_id = sentence.article_id AND claim.id = reference.claim))) DESC, article_id
         LIMIT ${HOLDERS}
       ) AS holder WHERE story IS NULL
     )
     SELECT DISTINCT claim.article_id, claim.id AS claim_id
     FROM place JOIN sentence ON sentence.article_id = place.story
       AND sentence.position BETWEEN first - ${NEAR} AND last + ${NEAR}
     JOIN claim ON claim.article_id = sentence.article_id AND claim.sentence_id = sentence.id
     LIMIT ${MOST}`,
    [
      wanted.map(({ story }) => story),
      wanted.map(({ claim }) => claim),
      wanted.map(({ first }) => first),
      wanted.map(({ last }) => last),
    ],
  );
  const known = new Set(found.map(({ article_id }) => article_id));
  const absent = wanted.flatMap(({ story }) => (story === null || known.has(story) ? [] : [story]));
  return found.length && !absent.length
    ? found
    : distinct([...found, ...(await lastClaims(connection, absent))]);
}

/** Where a reference looks. */
interface Place {
  /** Null for any story. */
  readonly story: string | null;
  /** Null for all claims of its sentences. */
  readonly claim: string | null;
  readonly first: number;
  readonly last: number;
}

function placesOf(reference: string): Place[] {
  const [, story, first, number, last] = /^(?:([^:]+):)?s?(\d+)(?:\.(\d+)|-s?(\d+))?$/i.exec(reference) ?? [];
  if (first === undefined) return [];
  return [
    {
      story: story?.toLowerCase() ?? null,
      claim: number === undefined ? null : `s${first}.${number}`,
      first: Math.min(Number(first), HIGHEST),
      last: Math.min(Number(last ?? first), HIGHEST),
    },
  ];
}

/** In sentences, to say what is near. */
const NEAR = 3;
/** So many stories are read for a reference that names none: those first that have what it names. */
const HOLDERS = 10;

/** The last claims of some stories; of the first few where there are none of them. */
const lastClaims = ({ rows }: Connection, stories: readonly string[]) =>
  rows<ClaimKey>(
    `WITH named AS (SELECT id FROM article WHERE id = ANY($1)), shown AS (
       SELECT id FROM named
       UNION ALL (SELECT id FROM article WHERE NOT EXISTS (SELECT FROM named) ORDER BY id LIMIT 10)
     )
     SELECT last.article_id, last.id AS claim_id
     FROM shown CROSS JOIN LATERAL (
       SELECT article_id, id FROM claim WHERE claim.article_id = shown.id ORDER BY position DESC LIMIT 30
     ) AS last`,
    [stories],
  );

/** PostgreSQL's integers end a little above. */
const HIGHEST = 2_000_000_000;

import { boundsOf } from '../edtf.ts';
import { OWN_VOICE } from '../model.ts';
import type { FilterOptions } from '../select/filter.ts';

/** What must be true of a row of the table `claim`, in SQL; empty where nothing must. */
export interface Condition {
  readonly sql: string;
  /** What `$1`, `$2` … in it stand for. */
  readonly values: readonly unknown[];
}

/**
 * What filters ask, as far as a database can tell: it may let more claims through than the filters do, never fewer. The
 * program's own filters follow, which also say of a name that there is none.
 */
export function conditionOf(filters: FilterOptions): Condition {
  const values: unknown[] = [];
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const isOneOf = (column: string, list: readonly string[]) =>
    `claim.${column} = ANY(${parameter(list)}::text[])`;
  const parts: string[] = [];
  if (filters.certainty) parts.push(isOneOf('certainty', filters.certainty));
  if (filters.stance) parts.push(isOneOf('stance', filters.stance));
  if (filters.polarity) parts.push(isOneOf('polarity', [filters.polarity]));
  if (filters.article)
    parts.push(
      isOneOf(
        'article_id',
        filters.article.map((id) => id.toLowerCase()),
      ),
    );
  if (filters.hedged) parts.push('claim.hedge IS NOT NULL');
  if (filters.conditional) parts.push('claim.conditional');
  if (filters.anonymous)
    parts.push(
      'EXISTS (SELECT 1 FROM attribution AS a WHERE a.article_id = claim.article_id AND a.claim_id = claim.id AND a.anonymous)',
    );
  // Years of four digits compare as text; of others the program tells.
  const first = filters.from === undefined ? null : dayOf(filters.from, 'earliest');
  const last = filters.to === undefined ? null : dayOf(filters.to, 'latest');
  if (filters.from !== undefined || filters.to !== undefined) parts.push('claim.time_edtf IS NOT NULL');
  if (first)
    parts.push(
      `(claim.time_latest IS NULL OR claim.time_latest >= ${parameter(first)} OR claim.time_latest !~ '^\\d{4}-')`,
    );
  if (last)
    parts.push(
      `(claim.time_earliest IS NULL OR claim.time_earliest <= ${parameter(last)} OR claim.time_earliest !~ '^\\d{4}-')`,
    );
  for (const name of filters.about ?? [])
    parts.push(
      `(EXISTS (SELECT 1 FROM claim_entity AS e WHERE e.article_id = claim.article_id AND e.claim_id = claim.id AND ${isNamed('e.entity_id', parameter(name))})
        OR claim.subject_id IS NOT NULL AND ${isNamed('claim.subject_id', parameter(name))})`,
    );
  for (const name of filters.saidBy ?? []) {
    const typed = parameter(name);
    const ownVoice =
      name.trim().toLowerCase() === OWN_VOICE
        ? 'TRUE'
        : `EXISTS (SELECT 1 FROM article WHERE article.id = claim.article_id AND article.publisher IS NOT NULL AND (${bare('article.publisher')} = ${bare(typed)}
            OR EXISTS (SELECT 1 FROM entity WHERE entity.article_id = article.id AND ${bare('entity.name')} = ${bare('article.publisher')} AND ${isNamed('entity.id', typed)})))`;
    parts.push(
      `(EXISTS (SELECT 1 FROM attribution AS s WHERE s.article_id = claim.article_id AND s.claim_id = claim.id AND ${isNamed('s.source_id', typed)})
        OR NOT EXISTS (SELECT 1 FROM attribution AS s WHERE s.article_id = claim.article_id AND s.claim_id = claim.id) AND ${ownVoice})`,
    );
  }
  for (const name of filters.topic ?? []) {
    const typed = parameter(name);
    parts.push(
      `EXISTS (SELECT 1 FROM claim_topic AS t JOIN topic ON topic.article_id = t.article_id AND topic.id = t.topic_id
        WHERE t.article_id = claim.article_id AND t.claim_id = claim.id AND (t.topic_id = ${typed} OR lower(topic.name) = lower(${typed})))`,
    );
  }
  return { sql: parts.join(' AND '), values };
}

const bare = (sql: string) => `regexp_replace(lower(${sql}), '^the ', '')`;

/** Whether an entity of the claim's story goes by a typed id, name or alias; an id may have its story before it. */
const isNamed = (id: string, typed: string) =>
  `(${id} = lower(${typed}) OR claim.article_id || ':' || ${id} = lower(${typed})
    OR EXISTS (SELECT 1 FROM entity WHERE entity.article_id = claim.article_id AND entity.id = ${id} AND lower(entity.name) = lower(${typed}))
    OR EXISTS (SELECT 1 FROM entity_alias AS alias WHERE alias.article_id = claim.article_id AND alias.entity_id = ${id} AND lower(alias.alias) = lower(${typed})))`;

function dayOf(edtf: string, bound: 'earliest' | 'latest'): string | null {
  try {
    const day = boundsOf(edtf)[bound];
    return day !== null && /^\d{4}-/.test(day) ? day : null;
  } catch {
    // The program's own filter says what is wrong with it.
    return null;
  }
}

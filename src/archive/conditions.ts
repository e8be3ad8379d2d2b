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
  for (const name of filters.about ?? []) {
    const entity = namedBy(parameter(name));
    parts.push(
      isIn(
        `SELECT e.article_id, e.claim_id FROM ${entity} JOIN claim_entity AS e ON e.article_id = named.article_id AND e.entity_id = named.id`,
        `SELECT s.article_id, s.id FROM ${entity} JOIN claim AS s ON s.article_id = named.article_id AND s.subject_id = named.id`,
      ),
    );
  }
  for (const name of filters.saidBy ?? []) {
    const typed = parameter(name);
    const isSource = isIn(
      `SELECT s.article_id, s.claim_id FROM ${namedBy(typed)} JOIN attribution AS s ON s.article_id = named.article_id AND s.source_id = named.id`,
    );
    const isPublished =
      name.trim().toLowerCase() === OWN_VOICE
        ? 'TRUE'
        : `claim.article_id IN (SELECT article.id FROM article WHERE ${publishedBy(typed)})`;
    parts.push(
      `(${isSource} OR ${isPublished}
        AND NOT EXISTS (SELECT FROM attribution AS s WHERE s.article_id = claim.article_id AND s.claim_id = claim.id))`,
    );
  }
  for (const name of filters.topic ?? []) {
    const typed = parameter(name);
    parts.push(
      isIn(`SELECT t.article_id, t.claim_id FROM topic JOIN claim_topic AS t ON t.article_id = topic.article_id AND t.topic_id = topic.id
            WHERE topic.id = ${typed} OR lower(topic.name) = lower(${typed})`),
    );
  }
  return { sql: parts.join(' AND '), values };
}

/** Whether a claim is among those of some statements, which find few by indexes: a test of each claim takes minutes for a million. */
const isIn = (...statements: readonly string[]) =>
  `(claim.article_id, claim.id) IN (${statements.join(' UNION ALL ')})`;

/** The entities of all stories that go by a typed id, name or alias; an id may have its story before it. */
const namedBy = (typed: string) =>
  `(SELECT article_id, id FROM entity WHERE id = lower(${typed}) OR lower(name) = lower(${typed})
    UNION SELECT article_id, id FROM entity WHERE article_id = split_part(lower(${typed}), ':', 1) AND id = split_part(lower(${typed}), ':', 2)
    UNION SELECT article_id, entity_id FROM entity_alias WHERE lower(alias) = lower(${typed})) AS named`;

/** Whether an article's publisher goes by a typed name, or is an entity that does. */
const publishedBy = (typed: string) =>
  `article.publisher IS NOT NULL AND (${bare('article.publisher')} = ${bare(typed)}
    OR EXISTS (SELECT FROM entity JOIN ${namedBy(typed)} ON named.article_id = entity.article_id AND named.id = entity.id
      WHERE entity.article_id = article.id AND ${bare('entity.name')} = ${bare('article.publisher')}))`;

const bare = (sql: string) => `regexp_replace(lower(${sql}), '^the ', '')`;

function dayOf(edtf: string, bound: 'earliest' | 'latest'): string | null {
  try {
    const day = boundsOf(edtf)[bound];
    return day !== null && /^\d{4}-/.test(day) ? day : null;
  } catch {
    // The program's own filter says what is wrong with it.
    return null;
  }
}

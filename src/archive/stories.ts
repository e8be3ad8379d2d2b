import { groupBy } from '../group-by.ts';
import type {
  Article,
  Author,
  Claim,
  ClaimSet,
  Entity,
  EntityType,
  Sentence,
  Time,
  Topic,
} from '../model.ts';
import type { Connection } from './connection.ts';

/** A claim of an archive. */
export interface ClaimKey {
  readonly article_id: string;
  readonly claim_id: string;
}

interface ArticleRow {
  readonly id: string;
  readonly type: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly issued_edtf: string | null;
  readonly issued_earliest: string | null;
  readonly issued_latest: string | null;
  readonly issued_inferred: boolean | null;
  readonly issued_basis: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly accessed: string | null;
  readonly text: string;
  readonly author: readonly Author[];
}

interface SentenceRow {
  readonly article_id: string;
  readonly id: string;
  readonly paragraph: number;
  readonly text: string;
  readonly text_start: number;
  readonly text_end: number;
}

interface EntityRow extends Entity {
  readonly article_id: string;
}

interface TopicRow extends Topic {
  readonly article_id: string;
}

type Scalars = Pick<Claim, 'id' | 'text' | 'certainty' | 'polarity' | 'stance' | 'conditional' | 'hedge'>;

interface ClaimRow extends Scalars {
  readonly article_id: string;
  readonly position: number;
  readonly sentence_id: string;
  readonly quote: string;
  readonly quote_prefix: string;
  readonly quote_suffix: string;
  readonly quote_start: number;
  readonly quote_end: number;
  readonly subject_id: string | null;
  readonly time_edtf: string | null;
  readonly time_text: string | null;
  readonly time_earliest: string | null;
  readonly time_latest: string | null;
  readonly time_inferred: boolean | null;
  readonly time_basis: string | null;
  readonly attribution: readonly (readonly [source: string, anonymous: boolean])[];
  readonly entities: readonly string[];
  readonly topics: readonly string[];
  readonly keywords: readonly string[];
  readonly qualifiers: readonly string[];
}

const listOf = (column: string, table: string) =>
  `COALESCE((SELECT json_agg(${column} ORDER BY part.position) FROM ${table} AS part WHERE part.article_id = claim.article_id AND part.claim_id = claim.id), '[]')`;

const CLAIMS = `
  SELECT claim.*,
    ${listOf('json_build_array(part.source_id, part.anonymous)', 'attribution')} AS attribution,
    ${listOf('part.entity_id', 'claim_entity')} AS entities,
    ${listOf('part.topic_id', 'claim_topic')} AS topics,
    ${listOf('part.keyword', 'keyword')} AS keywords,
    ${listOf('part.qualifier_id', 'qualifier')} AS qualifiers
  FROM unnest($1::text[], $2::text[]) AS key (article_id, claim_id)
  JOIN claim ON claim.article_id = key.article_id AND claim.id = key.claim_id`;

/** Claims, those that qualify them, and those that qualify these, in the order of their articles. */
async function readClaims({ rows }: Connection, keys: readonly ClaimKey[]): Promise<ClaimRow[]> {
  const known = new Map<string, ClaimRow>();
  let wanted = keys;
  while (wanted.length) {
    const read = await rows<ClaimRow>(CLAIMS, [
      wanted.map(({ article_id }) => article_id),
      wanted.map(({ claim_id }) => claim_id),
    ]);
    for (const claim of read) known.set(`${claim.article_id}:${claim.id}`, claim);
    // Most come with their whole sentence, and so with what qualifies them.
    wanted = read.flatMap(({ article_id, qualifiers }) =>
      qualifiers.flatMap((claim_id) =>
        known.has(`${article_id}:${claim_id}`) ? [] : [{ article_id, claim_id }],
      ),
    );
  }
  return [...known.values()].sort((a, b) => a.position - b.position);
}

const TOPIC = 'article_id, id, name, description';

/** Parts of stories by the ids that claims name them by, for a statement that takes {@link keysOf}. */
const KEYS = 'unnest($1::text[], $2::text[]) AS key (article_id, id)';

/** Each of them once: the server then knows how many there are, and takes an index for a few. */
function keysOf(
  claims: readonly ClaimRow[],
  idsOf: (claim: ClaimRow) => readonly string[],
): [articles: string[], ids: string[]] {
  const byArticle = groupBy(claims, ({ article_id }) => article_id);
  const keys = [...byArticle].flatMap(([article, own]) =>
    [...new Set(own.flatMap(idsOf))].map((id): [string, string] => [article, id]),
  );
  return [keys.map(([article]) => article), keys.map(([, id]) => id)];
}

/**
 * Reads claims with all that belongs to them, and those that qualify them, story by story.
 *
 * @param isWhole with the whole text and every sentence of their articles, and not only what the claims need
 */
export async function readStories(
  connection: Connection,
  keys: readonly ClaimKey[],
  isWhole: boolean,
): Promise<ClaimSet[]> {
  const { rows } = connection;
  const claims = await readClaims(connection, keys);
  const byArticle = groupBy(claims, ({ article_id }) => article_id);
  const ids = [...byArticle.keys()];
  const [articles, sentences, entities, topics] = await Promise.all([
    rows<ArticleRow>(
      `SELECT id, type, title, publisher, issued_edtf, issued_earliest, issued_latest, issued_inferred, issued_basis,
         language, url, accessed, ${isWhole ? 'text' : "'' AS text"},
         COALESCE((SELECT json_agg(json_strip_nulls(json_build_object('family', family, 'given', given, 'literal', literal)) ORDER BY position)
           FROM author WHERE article_id = article.id), '[]') AS author
       FROM article WHERE id = ANY($1) ORDER BY id`,
      [ids],
    ),
    isWhole
      ? rows<SentenceRow>('SELECT * FROM sentence WHERE article_id = ANY($1) ORDER BY article_id, position', [
          ids,
        ])
      : rows<SentenceRow>(
          `SELECT sentence.* FROM ${KEYS} JOIN sentence USING (article_id, id) ORDER BY article_id, position`,
          keysOf(claims, ({ sentence_id }) => [sentence_id]),
        ),
    rows<EntityRow>(
      `SELECT entity.article_id, id, name, type, description,
         COALESCE((SELECT json_agg(alias ORDER BY entity_alias.position) FROM entity_alias
           WHERE entity_alias.article_id = entity.article_id AND entity_id = entity.id), '[]') AS aliases
       FROM ${KEYS} JOIN entity USING (article_id, id) ORDER BY article_id, position`,
      keysOf(claims, ({ subject_id, entities, attribution }) => [
        ...(subject_id === null ? [] : [subject_id]),
        ...entities,
        ...attribution.map(([source]) => source),
      ]),
    ),
    isWhole
      ? rows<TopicRow>(
          `SELECT ${TOPIC} FROM topic WHERE article_id = ANY($1) ORDER BY article_id, position`,
          [ids],
        )
      : rows<TopicRow>(
          `SELECT ${TOPIC} FROM ${KEYS} JOIN topic USING (article_id, id) ORDER BY article_id, position`,
          keysOf(claims, ({ topics }) => topics),
        ),
  ]);
  const sentencesOf = groupBy(sentences, ({ article_id }) => article_id);
  const entitiesOf = groupBy(entities, ({ article_id }) => article_id);
  const topicsOf = groupBy(topics, ({ article_id }) => article_id);
  return articles.map((row) =>
    claimSetOf(
      row,
      sentencesOf.get(row.id) ?? [],
      entitiesOf.get(row.id) ?? [],
      topicsOf.get(row.id) ?? [],
      byArticle.get(row.id) ?? [],
    ),
  );
}

function claimSetOf(
  row: ArticleRow,
  sentenceRows: readonly SentenceRow[],
  entityRows: readonly EntityRow[],
  topicRows: readonly TopicRow[],
  claimRows: readonly ClaimRow[],
): ClaimSet {
  const sentences = sentenceRows.map(
    ({ id, text, paragraph, text_start, text_end }): Sentence => ({
      id,
      text,
      paragraph,
      start: text_start,
      end: text_end,
    }),
  );
  const article: Article = {
    id: row.id,
    type: row.type,
    title: row.title,
    author: row.author,
    publisher: row.publisher,
    issued:
      row.issued_edtf === null
        ? null
        : {
            edtf: row.issued_edtf,
            inferred: row.issued_inferred === true,
            basis: row.issued_basis,
            earliest: row.issued_earliest,
            latest: row.issued_latest,
          },
    language: row.language,
    url: row.url,
    accessed: row.accessed,
    text: row.text,
    sentences,
  };
  const entities = entityRows.map(({ id, name, type, aliases, description }) => ({
    id,
    name,
    type: type as EntityType,
    aliases,
    description,
  }));
  const topics = topicRows.map(({ id, name, description }) => ({ id, name, description }));
  const sentenceOf = byId(sentences);
  const entityOf = byId(entities);
  const topicOf = byId(topics);
  const qualifiersOf = new Map(claimRows.map(({ id }): [string, Claim[]] => [id, []]));
  const claims = claimRows.map(
    (claim): Claim => ({
      id: claim.id,
      article,
      text: claim.text,
      sentence: sentenceOf(claim.sentence_id),
      quote: {
        exact: claim.quote,
        prefix: claim.quote_prefix,
        suffix: claim.quote_suffix,
        start: claim.quote_start,
        end: claim.quote_end,
      },
      subject: claim.subject_id === null ? null : entityOf(claim.subject_id),
      entities: claim.entities.map(entityOf),
      topics: claim.topics.map(topicOf),
      attribution: claim.attribution.map(([source, anonymous]) => ({ source: entityOf(source), anonymous })),
      certainty: claim.certainty,
      polarity: claim.polarity,
      stance: claim.stance,
      conditional: claim.conditional,
      hedge: claim.hedge,
      time: timeOf(claim),
      qualifiedBy: qualifiersOf.get(claim.id) ?? [],
      keywords: claim.keywords,
    }),
  );
  const claimOf = byId(claims);
  for (const { id, qualifiers } of claimRows) qualifiersOf.get(id)?.push(...qualifiers.map(claimOf));
  return { article, articles: [article], entities, topics, claims };
}

function timeOf(row: ClaimRow): Time | null {
  if (row.time_edtf === null || row.time_text === null) return null;
  return {
    edtf: row.time_edtf,
    text: row.time_text,
    inferred: row.time_inferred === true,
    basis: row.time_basis,
    earliest: row.time_earliest,
    latest: row.time_latest,
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): (id: string) => T {
  const known = new Map(items.map((item) => [item.id, item]));
  return (id) => {
    const item = known.get(id);
    if (!item) throw new TypeError(`the archive lacks ${id}`);
    return item;
  };
}

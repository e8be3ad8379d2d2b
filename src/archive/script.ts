import { groupBy } from '../group-by.ts';
import type { Article, Claim, ClaimSet, Entity } from '../model.ts';
import { articleCitation, certaintyText, speakersText } from '../render/wording.ts';
import { stemOf, termsOf } from '../search/tokens.ts';
import { entryOf } from './entries.ts';
import { claimWordsOf, typedWord } from './lexemes.ts';
import {
  COUNTING,
  either,
  FORGETTING,
  POSTGRESQL_ALONE,
  SEARCH_TABLES,
  STORY_TABLES,
  TABLES,
} from './schema.ts';

/**
 * A script that makes tables where there are none and fills them with stories, in SQLite, PostgreSQL or DuckDB. A story
 * that is there already is replaced, all in one transaction. In PostgreSQL it makes an archive as well, which `--data`
 * reads. It comes in parts, one for each story; without stories there is none.
 *
 * @param forDuckDb leaves out what PostgreSQL alone reads: DuckDB reads comments as it does
 */
export async function* renderScript(
  claimSets: Iterable<ClaimSet> | AsyncIterable<ClaimSet>,
  forDuckDb: boolean,
): AsyncGenerator<string> {
  const alone = (line: string) => (forDuckDb ? [] : [`${POSTGRESQL_ALONE}${line}`]);
  const part = (...statements: readonly string[]) => `${statements.join('\n')}\n`;
  let isBegun = false;
  for await (const claimSet of claimSets) {
    if (!isBegun)
      yield part(
        ABOUT,
        'BEGIN;',
        ...SETTINGS.flatMap(alone),
        forDuckDb ? withoutForeignKeys(TABLES) : TABLES,
        ...(forDuckDb ? [] : [SEARCH_TABLES]),
      );
    isBegun = true;
    yield part(
      `-- Claims of ${oneLine(articleCitation(claimSet.article))}.`,
      ...FORGETTING(literal(claimSet.article.id)).flatMap(alone),
      ...STORY_TABLES.toReversed().map((table) => deletion(table, claimSet.article)),
      ...insertions(claimSet),
      ...searchInsertions(claimSet).flatMap(alone),
    );
  }
  if (isBegun) yield part(...COUNTING.flatMap(alone), 'COMMIT;');
}

const ABOUT = `\
--   sqlite3 -bail stories.db < stories.sql
--   psql -v ON_ERROR_STOP=1 -d stories -f stories.sql
-- Begin with the view quotation. Offsets count Unicode code points of the article's text, from 0, the end excluded.
-- A line that begins with ${POSTGRESQL_ALONE.trim()} is read by PostgreSQL alone.
`;

/** DuckDB checks them at once, and so lets no story replace itself in one transaction (1.5.6). */
const withoutForeignKeys = (tables: string) =>
  tables.replace(/ REFERENCES \w+ \(id\)/g, '').replace(/,\n {2}FOREIGN KEY [^\n]*?(?=,?\n)/g, '');

/** The text is in UTF-8 and its strings are as the standard has them, whatever a server's default; loads wait for each other. */
const SETTINGS = [
  "SET LOCAL client_encoding = 'UTF8';",
  'SET LOCAL standard_conforming_strings = on;',
  'SET LOCAL client_min_messages = warning;',
  "DO $$BEGIN PERFORM pg_advisory_xact_lock(hashtext('kimtrip')); END$$;",
];

const deletion = (table: string, { id }: Article) =>
  `DELETE FROM ${table} WHERE ${table === 'article' ? 'id' : 'article_id'} = ${literal(id)};`;

type Value = string | number | boolean | null;

/** Values by column, the same columns in the same order in every row of a table. */
type Row = Readonly<Record<string, Value>>;

function insertions(claimSet: ClaimSet): string[] {
  const rows = rowsOf(claimSet);
  return STORY_TABLES.flatMap((table) => {
    const [first] = rows[table];
    if (!first) return [];
    const tuples = rows[table].map((row) => `  (${Object.values(row).map(literal).join(', ')})`);
    return [`INSERT INTO ${table} (${Object.keys(first).join(', ')}) VALUES\n${tuples.join(',\n')};`];
  });
}

function rowsOf({
  article,
  entities,
  topics,
  claims,
}: ClaimSet): Record<(typeof STORY_TABLES)[number], readonly Row[]> {
  const of = { article_id: article.id };
  const ofClaim = (claim: Claim, at: number) => ({ ...of, claim_id: claim.id, position: at + 1 });
  return {
    article: [{ ...articleRow(article), claims: claims.length }],
    author: article.author.map(({ family = null, given = null, literal = null }, at) => ({
      ...of,
      position: at + 1,
      family,
      given,
      literal,
    })),
    sentence: article.sentences.map(({ id, paragraph, text, start, end }, at) => ({
      ...of,
      id,
      position: at + 1,
      paragraph,
      text,
      text_start: start,
      text_end: end,
    })),
    entity: entities.map(({ id, name, type, description }, at) => ({
      ...of,
      id,
      position: at + 1,
      name,
      type,
      description,
    })),
    entity_alias: entities.flatMap(({ id, aliases }) =>
      aliases.map((alias, at) => ({ ...of, entity_id: id, position: at + 1, alias })),
    ),
    topic: topics.map(({ id, name, description }, at) => ({
      ...of,
      id,
      position: at + 1,
      name,
      description,
    })),
    claim: claims.map((claim, at) => ({ ...of, ...claimRow(claim, at + 1) })),
    qualifier: claims.flatMap((claim) =>
      claim.qualifiedBy.map(({ id }, at) => ({ ...ofClaim(claim, at), qualifier_id: id })),
    ),
    attribution: claims.flatMap((claim) =>
      claim.attribution.map(({ source, anonymous }, at) => ({
        ...ofClaim(claim, at),
        source_id: source.id,
        anonymous,
      })),
    ),
    claim_entity: claims.flatMap((claim) =>
      claim.entities.map(({ id }, at) => ({ ...ofClaim(claim, at), entity_id: id })),
    ),
    claim_topic: claims.flatMap((claim) =>
      claim.topics.map(({ id }, at) => ({ ...ofClaim(claim, at), topic_id: id })),
    ),
    keyword: claims.flatMap((claim) =>
      claim.keywords.map((keyword, at) => ({ ...ofClaim(claim, at), keyword })),
    ),
  };
}

function articleRow({ id, type, title, publisher, issued, language, url, accessed, text }: Article): Row {
  return {
    id,
    type,
    title,
    publisher,
    issued_edtf: issued?.edtf ?? null,
    issued_earliest: issued?.earliest ?? null,
    issued_latest: issued?.latest ?? null,
    issued_inferred: issued?.inferred ?? null,
    issued_basis: issued?.basis ?? null,
    language,
    url,
    accessed,
    text,
  };
}

function claimRow(claim: Claim, position: number): Row {
  const { quote, time } = claim;
  return {
    id: claim.id,
    position,
    text: claim.text,
    said_by: speakersText(claim),
    how_sure: certaintyText(claim),
    certainty: claim.certainty,
    polarity: claim.polarity,
    stance: claim.stance,
    conditional: claim.conditional,
    hedge: claim.hedge,
    sentence_id: claim.sentence.id,
    quote: quote.exact,
    quote_prefix: quote.prefix,
    quote_suffix: quote.suffix,
    quote_start: quote.start,
    quote_end: quote.end,
    subject_id: claim.subject?.id ?? null,
    time_edtf: time?.edtf ?? null,
    time_text: time?.text ?? null,
    time_earliest: time?.earliest ?? null,
    time_latest: time?.latest ?? null,
    time_inferred: time?.inferred ?? null,
    time_basis: time?.basis ?? null,
  };
}

/** The words of a story's claims, for PostgreSQL to find them by; each a statement of one line. */
function searchInsertions({ article, entities, claims }: ClaimSet): string[] {
  if (!claims.length) return [];
  const namesOf = new Map(entities.map((entity) => [entity, nameWordsOf(entity)]));
  const inSentence = groupBy(claims, ({ sentence }) => sentence);
  const terms = new Map<string, number>();
  const entries = new Map<string, string[]>();
  for (const claim of claims) {
    const words = claimWordsOf(claim, (entity) => namesOf.get(entity) ?? []);
    for (const word of new Set([...words.keys()].map(typedWord)))
      if (word) terms.set(word, (terms.get(word) ?? 0) + 1);
    const entry = entryOf(claim, inSentence.get(claim.sentence)?.length ?? 1);
    for (const [word, places] of words) {
      const known = entries.get(word);
      if (known) known.push(entry + places);
      else entries.set(word, [entry + places]);
    }
  }
  const claimWords = [...entries].flatMap(([word, all]) =>
    rowsOfLength(all).map((claims) => `(${[word, article.id, claims].map(literal).join(', ')})`),
  );
  const names = [...namesOf].flatMap(([{ id, type }, all]) =>
    all.map((words) => `(${[words, id, all[0] ?? '', type].map(literal).join(', ')})`),
  );
  const list = (texts: readonly (string | number)[]) => `string_to_array(${literal(texts.join(' '))}, ' ')`;
  const words = [...terms.keys()];
  return [
    `INSERT INTO word_change SELECT * FROM unnest(${list(words)}, ${list(words.map(stemOf))}, ${list([...terms.values()])}::integer[]);`,
    `INSERT INTO claim_words VALUES ${claimWords.join(', ')};`,
    ...(names.length ? [`INSERT INTO entity_name VALUES ${names.join(', ')} ON CONFLICT DO NOTHING;`] : []),
  ];
}

/** Joined, in rows that an index takes. */
function rowsOfLength(entries: readonly string[]): string[] {
  const [first = '', ...others] = entries;
  const rows = [first];
  for (const entry of others) {
    const last = rows.at(-1) ?? '';
    if (last.length + entry.length < LONGEST_ROW) rows[rows.length - 1] = `${last} ${entry}`;
    else rows.push(entry);
  }
  return rows;
}

/** In characters. */
const LONGEST_ROW = 1500;

/** Each name and alias as its words. */
const nameWordsOf = ({ name, aliases }: Entity): string[] => [
  ...new Set([name, ...aliases].map((each) => termsOf(each).join(' ')).filter(Boolean)),
];

/** A value as SQL writes it: the text itself, save what PostgreSQL cannot hold (NUL) and UTF-8 cannot write (half a character). */
function literal(value: Value): string {
  if (typeof value === 'string')
    return value
      .toWellFormed()
      .replaceAll('\0', '\ufffd')
      .split('\r')
      .map((part) => `'${part.replaceAll("'", "''")}'`)
      .join(RETURN);
  return String(value).toUpperCase();
}

/** A carriage return by its number, since the shell of SQLite drops one at the end of a line. */
const RETURN = ` ||\n${either('char(13)', 'chr(13)')} || `;

const oneLine = (text: string) => text.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');

import { createHash } from 'node:crypto';
import {
  type Article,
  CERTAINTIES,
  type Claim,
  type ClaimSet,
  ENTITY_TYPES,
  POLARITIES,
  STANCES,
} from '../model.ts';
import { visible } from './text.ts';
import { articleCitation, certaintyText, speakersText } from './wording.ts';

/** A script that makes and fills tables, and loads unchanged into an empty database of SQLite or of PostgreSQL. */
export function renderSql({ article, entities, topics, claims }: ClaimSet): string {
  const rows: Record<string, readonly Row[]> = {
    author: article.author.map(({ family = null, given = null, literal = null }, index) => ({
      position: index + 1,
      family,
      given,
      literal,
    })),
    sentence: article.sentences.map(({ id, paragraph, text, start, end }, index) => ({
      id,
      position: index + 1,
      paragraph,
      text,
      text_start: start,
      text_end: end,
    })),
    entity: entities.map(({ id, name, type, description }, index) => ({
      id,
      position: index + 1,
      name,
      type,
      description,
    })),
    entity_alias: entities.flatMap(({ id, aliases }) =>
      aliases.map((alias, index) => ({ entity_id: id, position: index + 1, alias })),
    ),
    topic: topics.map(({ id, name, description }, index) => ({ id, position: index + 1, name, description })),
    claim: claims.map((claim, index) => claimRow(claim, index + 1)),
    attribution: claims.flatMap(({ id, attribution }) =>
      attribution.map(({ source, anonymous }, index) => ({
        claim_id: id,
        position: index + 1,
        source_id: source.id,
        anonymous,
      })),
    ),
    claim_entity: claims.flatMap((claim) =>
      claim.entities.map(({ id }, index) => ({ claim_id: claim.id, position: index + 1, entity_id: id })),
    ),
    claim_topic: claims.flatMap((claim) =>
      claim.topics.map(({ id }, index) => ({ claim_id: claim.id, position: index + 1, topic_id: id })),
    ),
    keyword: claims.flatMap(({ id, keywords }) =>
      keywords.map((keyword, index) => ({ claim_id: id, position: index + 1, keyword })),
    ),
  };
  const digest = createHash('sha256')
    .update(JSON.stringify([article, rows]))
    .digest('hex');
  const tables = Object.entries({ article: [{ ...articleRow(article), digest }], ...rows });
  const inserts = tables.flatMap(([table, rows]) => (rows.length ? [insert(table, rows, digest)] : []));
  const about = `-- Claims of an article: ${visible(articleCitation(article))}.`;
  return [about, SCHEMA, ...inserts, 'COMMIT;\n'].join('\n');
}

type Value = string | number | boolean | null;

/** Values by column, the same columns in the same order in every row of a table. */
type Row = Readonly<Record<string, Value>>;

function articleRow({ type, title, publisher, issued, language }: Article): Row {
  return {
    id: 1,
    type,
    title,
    publisher,
    issued: issued?.edtf ?? null,
    issued_inferred: issued?.inferred ?? null,
    issued_basis: issued?.basis ?? null,
    language,
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

/** Tables in which every story has a row 1, so that a second story collides with the first. */
const NEVER_EMPTY: readonly string[] = ['article', 'sentence', 'claim'];

/**
 * Adds all rows of a table or none. A shell that goes on after an error, as sqlite3 does unless told otherwise, would give
 * the claims of a story that is there already the speakers of this one; so where nothing collides, rows go in only beside
 * the article of their own script.
 */
function insert(table: string, rows: readonly Row[], digest: string): string {
  const into = `INSERT INTO ${table} (${Object.keys(rows[0] ?? {}).join(', ')})`;
  const values = `VALUES\n${rows.map((row) => `  (${Object.values(row).map(literal).join(', ')})`).join(',\n')}`;
  if (NEVER_EMPTY.includes(table)) return `${into} ${values};\n`;
  return `${into}\nSELECT * FROM (${values}\n) AS loaded WHERE EXISTS (SELECT 1 FROM article WHERE digest = ${literal(digest)});\n`;
}

/** Never more than one line, so that no line of the data begins a line of the script, which a shell might run. */
function literal(value: Value): string {
  if (typeof value === 'string') return `'${visible(value).replaceAll("'", "''")}'`;
  return String(value).toUpperCase();
}

const oneOf = (values: readonly string[]) => `IN (${values.map(literal).join(', ')})`;

/** In what SQLite (3.23, for TRUE and FALSE) and PostgreSQL have in common; no name needs quotes in either. */
const SCHEMA = `-- Load it into an empty database:
--   sqlite3 -bail story.db < story.sql
--   psql -v ON_ERROR_STOP=1 -d story -f story.sql
-- Begin with the view quotation: each claim with who says it, how sure, and the words.
-- Offsets count Unicode code points of the article's text (sentences joined by a space, paragraphs by a
-- blank line), from 0, the end excluded. Control and other invisible characters are written as \\u{1b}.

BEGIN;

CREATE TABLE article (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  type TEXT NOT NULL,
  title TEXT,
  publisher TEXT,
  issued TEXT, -- EDTF
  issued_inferred BOOLEAN CHECK (issued_inferred IN (TRUE, FALSE)),
  issued_basis TEXT,
  language TEXT,
  digest TEXT NOT NULL, -- of all that is loaded beside it (SHA-256)
  CHECK ((issued IS NULL) = (issued_inferred IS NULL))
);

CREATE TABLE author (
  position INTEGER PRIMARY KEY,
  family TEXT,
  given TEXT,
  literal TEXT,
  CHECK (family IS NOT NULL OR literal IS NOT NULL)
);

CREATE TABLE sentence (
  id TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL UNIQUE,
  paragraph INTEGER NOT NULL CHECK (paragraph >= 1),
  text TEXT NOT NULL,
  text_start INTEGER NOT NULL CHECK (text_start >= 0),
  text_end INTEGER NOT NULL,
  CHECK (text_end > text_start)
);

CREATE TABLE entity (
  id TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type ${oneOf(ENTITY_TYPES)}),
  description TEXT
);

CREATE TABLE entity_alias (
  entity_id TEXT NOT NULL REFERENCES entity (id),
  position INTEGER NOT NULL,
  alias TEXT NOT NULL,
  PRIMARY KEY (entity_id, position)
);

CREATE TABLE topic (
  id TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  description TEXT
);

CREATE TABLE claim (
  id TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL UNIQUE,
  text TEXT NOT NULL,
  said_by TEXT NOT NULL, -- the attribution in words, outermost first; the publisher is the article's own voice
  how_sure TEXT NOT NULL, -- certainty, hedge, polarity, stance, condition and time in words
  certainty TEXT NOT NULL CHECK (certainty ${oneOf(CERTAINTIES)}),
  polarity TEXT NOT NULL CHECK (polarity ${oneOf(POLARITIES)}),
  stance TEXT NOT NULL CHECK (stance ${oneOf(STANCES)}),
  conditional BOOLEAN NOT NULL CHECK (conditional IN (TRUE, FALSE)),
  hedge TEXT,
  sentence_id TEXT NOT NULL REFERENCES sentence (id),
  quote TEXT NOT NULL,
  quote_prefix TEXT NOT NULL,
  quote_suffix TEXT NOT NULL,
  quote_start INTEGER NOT NULL CHECK (quote_start >= 0),
  quote_end INTEGER NOT NULL,
  subject_id TEXT REFERENCES entity (id),
  time_edtf TEXT,
  time_text TEXT,
  time_earliest TEXT, -- a day (ISO 8601); NULL where the time is open on this side
  time_latest TEXT,
  time_inferred BOOLEAN CHECK (time_inferred IN (TRUE, FALSE)),
  time_basis TEXT,
  CHECK (quote_end > quote_start),
  CHECK ((time_edtf IS NULL) = (time_text IS NULL) AND (time_edtf IS NULL) = (time_inferred IS NULL))
);
CREATE INDEX claim_sentence ON claim (sentence_id);
CREATE INDEX claim_subject ON claim (subject_id);

CREATE TABLE attribution ( -- who says it, outermost first; a claim without a row is in the article's own voice
  claim_id TEXT NOT NULL REFERENCES claim (id),
  position INTEGER NOT NULL,
  source_id TEXT NOT NULL REFERENCES entity (id),
  anonymous BOOLEAN NOT NULL CHECK (anonymous IN (TRUE, FALSE)),
  PRIMARY KEY (claim_id, position)
);
CREATE INDEX attribution_source ON attribution (source_id);

CREATE TABLE claim_entity (
  claim_id TEXT NOT NULL REFERENCES claim (id),
  position INTEGER NOT NULL,
  entity_id TEXT NOT NULL REFERENCES entity (id),
  PRIMARY KEY (claim_id, position),
  UNIQUE (entity_id, claim_id)
);

CREATE TABLE claim_topic (
  claim_id TEXT NOT NULL REFERENCES claim (id),
  position INTEGER NOT NULL,
  topic_id TEXT NOT NULL REFERENCES topic (id),
  PRIMARY KEY (claim_id, position),
  UNIQUE (topic_id, claim_id)
);

CREATE TABLE keyword ( -- words to search by that the text lacks
  claim_id TEXT NOT NULL REFERENCES claim (id),
  position INTEGER NOT NULL,
  keyword TEXT NOT NULL,
  PRIMARY KEY (claim_id, position)
);

CREATE VIEW quotation AS
SELECT
  claim.id,
  claim.text AS claim,
  claim.said_by,
  claim.how_sure,
  claim.quote,
  sentence.text AS sentence,
  sentence.paragraph,
  claim.certainty,
  claim.hedge,
  claim.position
FROM claim
JOIN sentence ON sentence.id = claim.sentence_id;
`;

import { CERTAINTIES, ENTITY_TYPES, POLARITIES, STANCES } from '../model.ts';

/** Of the tables below. A database of another version is refused, by the script and by the program. */
export const SCHEMA_VERSION = 3;

/**
 * Before a line: only PostgreSQL reads the rest of it. Comments nest there, as in the standard, so that the second `*\/`
 * ends the comment. In SQLite they do not nest: the first one ends it, and `--` begins another.
 */
export const POSTGRESQL_ALONE = '/*/**/--*/ ';

/** A line of which SQLite reads one half and the others the other one. */
export const either = (sqlite: string, others: string): string => `/* /* */ ${sqlite} -- */ ${others}\n`;

const oneOf = (values: readonly string[]) => `IN (${values.map((value) => `'${value}'`).join(', ')})`;

/** In what SQLite (3.23, for TRUE and FALSE), PostgreSQL and DuckDB have in common; no name needs quotes in any of them. */
export const TABLES = `\
-- The version of these tables; a script of another version stops here.
CREATE TABLE IF NOT EXISTS kimtrip_schema (
  version INTEGER PRIMARY KEY,
  CONSTRAINT these_tables_are_of_another_version_of_kimtrip CHECK (version = ${SCHEMA_VERSION})
);
INSERT INTO kimtrip_schema (version)
SELECT ${SCHEMA_VERSION} WHERE NOT EXISTS (SELECT 1 FROM kimtrip_schema WHERE version = ${SCHEMA_VERSION});

CREATE TABLE IF NOT EXISTS article (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  title TEXT,
  publisher TEXT,
  issued_edtf TEXT,
  issued_earliest TEXT, -- a day (ISO 8601); NULL where it is open on this side
  issued_latest TEXT,
  issued_inferred BOOLEAN,
  issued_basis TEXT,
  language TEXT, -- BCP 47
  url TEXT,
  accessed TEXT, -- EDTF
  text TEXT NOT NULL, -- what offsets count in
  claims INTEGER NOT NULL -- how many it has here
);

CREATE TABLE IF NOT EXISTS author (
  article_id TEXT NOT NULL REFERENCES article (id),
  position INTEGER NOT NULL,
  family TEXT,
  given TEXT,
  literal TEXT,
  PRIMARY KEY (article_id, position)
);

CREATE TABLE IF NOT EXISTS sentence (
  article_id TEXT NOT NULL REFERENCES article (id),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  paragraph INTEGER NOT NULL,
  text TEXT NOT NULL,
  text_start INTEGER NOT NULL,
  text_end INTEGER NOT NULL,
  PRIMARY KEY (article_id, id)
);

CREATE TABLE IF NOT EXISTS entity (
  article_id TEXT NOT NULL REFERENCES article (id),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type ${oneOf(ENTITY_TYPES)}),
  description TEXT,
  PRIMARY KEY (article_id, id)
);

CREATE TABLE IF NOT EXISTS entity_alias (
  article_id TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  alias TEXT NOT NULL,
  PRIMARY KEY (article_id, entity_id, position),
  FOREIGN KEY (article_id, entity_id) REFERENCES entity (article_id, id)
);

CREATE TABLE IF NOT EXISTS topic (
  article_id TEXT NOT NULL REFERENCES article (id),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  description TEXT,
  PRIMARY KEY (article_id, id)
);

CREATE TABLE IF NOT EXISTS claim (
  article_id TEXT NOT NULL REFERENCES article (id),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  said_by TEXT NOT NULL, -- who says it, in words, outermost first; the article's own voice is its publisher
  how_sure TEXT NOT NULL, -- certainty, hedge, and what else a reader must know, in words
  certainty TEXT NOT NULL CHECK (certainty ${oneOf(CERTAINTIES)}),
  polarity TEXT NOT NULL CHECK (polarity ${oneOf(POLARITIES)}),
  stance TEXT NOT NULL CHECK (stance ${oneOf(STANCES)}),
  conditional BOOLEAN NOT NULL,
  hedge TEXT,
  sentence_id TEXT NOT NULL,
  quote TEXT NOT NULL,
  quote_prefix TEXT NOT NULL,
  quote_suffix TEXT NOT NULL,
  quote_start INTEGER NOT NULL,
  quote_end INTEGER NOT NULL,
  subject_id TEXT,
  time_edtf TEXT,
  time_text TEXT,
  time_earliest TEXT, -- a day (ISO 8601); NULL where the time is open on this side
  time_latest TEXT,
  time_inferred BOOLEAN,
  time_basis TEXT,
  PRIMARY KEY (article_id, id),
  FOREIGN KEY (article_id, sentence_id) REFERENCES sentence (article_id, id),
  FOREIGN KEY (article_id, subject_id) REFERENCES entity (article_id, id)
);
CREATE INDEX IF NOT EXISTS claim_sentence ON claim (article_id, sentence_id);
CREATE INDEX IF NOT EXISTS claim_subject ON claim (subject_id, article_id);

CREATE TABLE IF NOT EXISTS qualifier ( -- claims without which a claim says too much
  article_id TEXT NOT NULL,
  claim_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  qualifier_id TEXT NOT NULL,
  PRIMARY KEY (article_id, claim_id, position),
  FOREIGN KEY (article_id, claim_id) REFERENCES claim (article_id, id),
  FOREIGN KEY (article_id, qualifier_id) REFERENCES claim (article_id, id)
);

CREATE TABLE IF NOT EXISTS attribution ( -- who says it, outermost first; a claim without a row is in the article's own voice
  article_id TEXT NOT NULL,
  claim_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  source_id TEXT NOT NULL,
  anonymous BOOLEAN NOT NULL,
  PRIMARY KEY (article_id, claim_id, position),
  FOREIGN KEY (article_id, claim_id) REFERENCES claim (article_id, id),
  FOREIGN KEY (article_id, source_id) REFERENCES entity (article_id, id)
);
CREATE INDEX IF NOT EXISTS attribution_source ON attribution (source_id, article_id);

CREATE TABLE IF NOT EXISTS claim_entity (
  article_id TEXT NOT NULL,
  claim_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  entity_id TEXT NOT NULL,
  PRIMARY KEY (article_id, claim_id, position),
  FOREIGN KEY (article_id, claim_id) REFERENCES claim (article_id, id),
  FOREIGN KEY (article_id, entity_id) REFERENCES entity (article_id, id)
);
CREATE INDEX IF NOT EXISTS claim_entity_entity ON claim_entity (entity_id, article_id);

CREATE TABLE IF NOT EXISTS claim_topic (
  article_id TEXT NOT NULL,
  claim_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  topic_id TEXT NOT NULL,
  PRIMARY KEY (article_id, claim_id, position),
  FOREIGN KEY (article_id, claim_id) REFERENCES claim (article_id, id),
  FOREIGN KEY (article_id, topic_id) REFERENCES topic (article_id, id)
);
CREATE INDEX IF NOT EXISTS claim_topic_topic ON claim_topic (topic_id, article_id);

CREATE TABLE IF NOT EXISTS keyword ( -- words to search by that the text lacks
  article_id TEXT NOT NULL,
  claim_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  keyword TEXT NOT NULL,
  PRIMARY KEY (article_id, claim_id, position),
  FOREIGN KEY (article_id, claim_id) REFERENCES claim (article_id, id)
);

-- Each claim with who says it, how sure, when it was written, and the exact words.
${either('CREATE VIEW IF NOT EXISTS quotation AS', 'CREATE OR REPLACE VIEW quotation AS')}SELECT
  claim.article_id,
  claim.id,
  claim.text AS claim,
  claim.said_by,
  claim.how_sure,
  claim.quote,
  sentence.text AS sentence,
  sentence.paragraph,
  claim.certainty,
  claim.hedge,
  article.title,
  article.publisher,
  article.issued_edtf AS issued,
  article.url,
  claim.position
FROM claim
JOIN sentence ON sentence.article_id = claim.article_id AND sentence.id = claim.sentence_id
JOIN article ON article.id = claim.article_id;
`;

/** Tables of a story's rows, each before those that refer to it. */
export const STORY_TABLES = [
  'article',
  'author',
  'sentence',
  'entity',
  'entity_alias',
  'topic',
  'claim',
  'qualifier',
  'attribution',
  'claim_entity',
  'claim_topic',
  'keyword',
] as const;

/** What search in an archive needs besides; in PostgreSQL alone. */
export const SEARCH_TABLES = `\
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
CREATE TABLE IF NOT EXISTS vocabulary (term TEXT COLLATE "C" PRIMARY KEY, stem TEXT COLLATE "C" NOT NULL, claims INTEGER NOT NULL); -- every word, folded as kimtrip compares words, and how many claims hold it or stand in a sentence that does
CREATE INDEX IF NOT EXISTS vocabulary_stem ON vocabulary (stem);
CREATE TABLE IF NOT EXISTS entity_name (words TEXT COLLATE "C" NOT NULL, entity_id TEXT NOT NULL, name TEXT COLLATE "C" NOT NULL, type TEXT NOT NULL, PRIMARY KEY (words, entity_id, name, type)); -- the words of each name and alias in any story, and those of the name itself
CREATE INDEX IF NOT EXISTS entity_name_word ON entity_name USING gin (string_to_array(words, ' '));
CREATE TABLE IF NOT EXISTS claim_words (term TEXT COLLATE "C" NOT NULL, article_id TEXT COLLATE "C" NOT NULL, claims TEXT COLLATE "C" NOT NULL); -- where each word stands in a story: 18.3/5/12A4B19 is claim s18.3, one of 5 of its sentence, with a text of 12 words (p: presupposed), that has it as word 4 of its text (A) and word 19 of text and quote (B); C: it is in the name of whoever the claim is on; D: in the rest of its sentence; with = before them keywords, with @ entities, with # times
CREATE INDEX IF NOT EXISTS claim_words_term ON claim_words (term, article_id) INCLUDE (claims); -- which answers without the table
CREATE INDEX IF NOT EXISTS claim_words_article ON claim_words (article_id);
CREATE INDEX IF NOT EXISTS entity_id ON entity (id);
CREATE INDEX IF NOT EXISTS entity_lower_name ON entity (lower(name));
CREATE INDEX IF NOT EXISTS entity_alias_lower ON entity_alias (lower(alias));
CREATE INDEX IF NOT EXISTS topic_id ON topic (id);
CREATE INDEX IF NOT EXISTS topic_lower_name ON topic (lower(name));
CREATE TEMPORARY TABLE word_change (term TEXT, stem TEXT, claims INTEGER) ON COMMIT DROP;`
  .split('\n')
  .map((line) => `${POSTGRESQL_ALONE}${line}`)
  .join('\n');

/** Takes a story out of them, its id as SQL writes it. */
export const FORGETTING = (story: string): readonly string[] => [
  `INSERT INTO word_change SELECT ltrim(term, '='), NULL, -count(DISTINCT split_part(claim, '/', 1)) FROM claim_words, unnest(string_to_array(claims, ' ')) AS claim WHERE article_id = ${story} AND term !~ '^[@#]' GROUP BY ltrim(term, '=');`,
  `DELETE FROM claim_words WHERE article_id = ${story};`,
];

/** Brings the vocabulary up to date, once for all stories of a script. */
export const COUNTING = [
  "INSERT INTO vocabulary SELECT term, COALESCE(max(stem), ''), sum(claims) FROM word_change GROUP BY term ON CONFLICT (term) DO UPDATE SET claims = vocabulary.claims + excluded.claims;",
];

import schema from '../../data/kimtrip.schema.json' with { type: 'json' };
import { UnreadableError, UsageError } from '../errors.ts';
import { splitIntoSentences } from '../segment/sentences.ts';
import { parseArticleText } from './article-text.ts';
import { datedLine } from './dateline.ts';
import { draftOf } from './draft/draft.ts';
import { type FrontLine, partFrontMatter } from './front-matter.ts';
import { writeNewFiles } from './text-file.ts';

/** The schema's name in a claim set's folder, where an editor finds it without a network. */
const SCHEMA_FILE = 'kimtrip.schema.json';

/** A whole page, or its paragraphs. */
const HTML =
  /^\s*(?:<!doctype html|<html[\s>])|<(?:p|div|article|span|body)(?:\s[^<>]*)?>[\s\S]*<\/(?:p|div|article|span|body)>/i;

/** What `init` made of a text. */
export interface Started {
  readonly sentences: number;
  readonly paragraphs: number;
  /** The headline, the byline and the date above the text, which are no sentences of it. */
  readonly above: readonly FrontLine[];
  /** The dateline of the first sentence, where it alone gave the day. */
  readonly dateline: FrontLine | null;
  readonly drafts: number;
}

/**
 * Starts a claim set in a folder: `article.txt` with a sentence of `text` a line, `claims.json` without claims, and the
 * JSON Schema that `claims.json` names, so that an editor completes and checks it.
 *
 * @param name where the text comes from
 * @param language a BCP 47 tag
 * @param withDrafts propose unfinished claims
 * @returns how much text there is, and what stood above it
 * @throws {UnreadableError} where the text holds no sentence
 * @throws {UsageError} where the language is none, or a file is there already
 */
export function startClaimSet(
  text: string,
  name: string,
  language: string,
  directory: string,
  withDrafts = false,
): Started {
  if (HTML.test(text))
    throw new UnreadableError(
      `cannot read ${name}: it is HTML; give init the text alone, such as of: pandoc -f html -t plain --wrap=none, or copied from the page`,
    );
  const { title, author, issued: issuedAbove, lines, body } = partFrontMatter(text);
  const article = `${split(body, language)
    .map((sentences) => sentences.join('\n'))
    .join('\n\n')}\n`;
  const { sentences } = parseArticleText(article);
  const dateline = issuedAbove === null ? datedLine(sentences[0]?.text ?? '') : null;
  const issued = issuedAbove ?? dateline?.issued ?? null;
  const last = sentences.at(-1);
  if (!last)
    throw new UnreadableError(`cannot read ${name}: it holds no text; give it an article as plain text`);
  const draft = withDrafts ? draftOf(sentences, issued) : { entities: [], claims: [], bases: {} };
  const claims = {
    $schema: `./${SCHEMA_FILE}`,
    article: {
      type: 'article-newspaper',
      title,
      author: author.map((literal) => ({ literal })),
      publisher: null,
      issued: issued === null ? null : { edtf: issued },
      language,
      ...(Object.keys(draft.bases).length ? { bases: draft.bases } : {}),
    },
    entities: draft.entities,
    topics: [],
    claims: draft.claims,
  };
  writeNewFiles(directory, [
    ['claims.json', `${JSON.stringify(claims, null, 2)}\n`],
    ['article.txt', article],
    [SCHEMA_FILE, `${JSON.stringify(schema, null, 2)}\n`],
  ]);
  return {
    sentences: sentences.length,
    paragraphs: last.paragraph,
    above: lines,
    dateline,
    drafts: draft.claims.length,
  };
}

function split(text: string, language: string): string[][] {
  try {
    return splitIntoSentences(text, language);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`no such language: ${language}; it takes a BCP 47 tag, such as en or pt-BR`);
  }
}

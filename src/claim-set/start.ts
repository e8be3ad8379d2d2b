import schema from '../../data/kimtrip.schema.json' with { type: 'json' };
import { UnreadableError, UsageError } from '../errors.ts';
import { splitIntoSentences } from '../segment/sentences.ts';
import { parseArticleText } from './article-text.ts';
import { writeNewFiles } from './text-file.ts';

/** The schema's name in a claim set's folder, where an editor finds it without a network. */
const SCHEMA_FILE = 'kimtrip.schema.json';

/**
 * Starts a claim set in a folder: `article.txt` with a sentence of `text` a line, `claims.json` without claims, and the
 * JSON Schema that `claims.json` names, so that an editor completes and checks it.
 *
 * @param name where the text comes from
 * @param language a BCP 47 tag
 * @returns how much text there is
 * @throws {UnreadableError} where the text holds no sentence
 * @throws {UsageError} where the language is none, or a file is there already
 */
export function startClaimSet(
  text: string,
  name: string,
  language: string,
  directory: string,
): { sentences: number; paragraphs: number } {
  const article = `${split(text, language)
    .map((sentences) => sentences.join('\n'))
    .join('\n\n')}\n`;
  const { sentences } = parseArticleText(article);
  const last = sentences.at(-1);
  if (!last)
    throw new UnreadableError(`cannot read ${name}: it holds no text; give it an article as plain text`);
  const claims = {
    $schema: `./${SCHEMA_FILE}`,
    article: { type: 'article-newspaper', title: null, author: [], publisher: null, issued: null, language },
    entities: [],
    topics: [],
    claims: [],
  };
  writeNewFiles(directory, [
    ['claims.json', `${JSON.stringify(claims, null, 2)}\n`],
    ['article.txt', article],
    [SCHEMA_FILE, `${JSON.stringify(schema, null, 2)}\n`],
  ]);
  return { sentences: sentences.length, paragraphs: last.paragraph };
}

function split(text: string, language: string): string[][] {
  try {
    return splitIntoSentences(text, language);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`no such language: ${language}; it takes a BCP 47 tag, such as en or pt-BR`);
  }
}

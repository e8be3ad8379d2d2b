import { boundsOf } from '../edtf.ts';
import type { ClaimSet } from '../model.ts';
import { type ArticleText, parseArticleText } from './article-text.ts';
import type { ClaimSetDocument } from './document.ts';
import { type Fault, type Finding, UnsoundError } from './fault.ts';
import { checkDocument } from './faults.ts';
import { parseJson, placesIn } from './json-text.ts';
import { linkClaimSet } from './link.ts';
import { locate } from './locate.ts';

/** What the two files of a claim set hold, and the rules that they break. */
export interface CheckedFiles {
  /** With the schema's defaults, and with nothing in the place of malformed fields; null where too little is well-formed. */
  readonly document: ClaimSetDocument | null;
  readonly article: ArticleText;
  readonly faults: readonly Fault[];
  /** Findings in `claims.json` as faults, with line and id, in the order of the file. */
  located(findings: readonly Finding[], severity: Fault['severity']): Fault[];
}

/**
 * Checks the texts of the two files of a claim set.
 *
 * @param name where `claims` comes from
 * @throws {UnreadableError} where `claims` is no JSON
 */
export function check(claims: string, articleText: string, name: string): CheckedFiles {
  const { json, repeated } = parseJson(claims, name);
  const article = parseArticleText(articleText);
  const { document, findings } = checkDocument(json, repeated, article.sentences);
  const located: CheckedFiles['located'] = (found, severity) =>
    locate(found, severity, json, (paths) => placesIn(claims, paths));
  return { document, article, faults: located(findings, 'error'), located };
}

/**
 * Makes a claim set of what was checked, whole or not at all.
 *
 * @param name a slug for the article where `claims.json` has none
 * @param directory where it was read from; null where from no folder
 * @throws {UnsoundError} where a rule is broken
 */
export function claimSetOf(
  { document, article, faults }: CheckedFiles,
  name: string,
  directory: string | null,
): ClaimSet {
  const [first, ...others] = faults;
  if (first) throw new UnsoundError([first, ...others], directory);
  if (document === null) throw new TypeError('a claim set without a fault is a document');
  return linkClaimSet(document, article, boundsOf, name);
}

/**
 * Makes a claim set of the texts of its two files, whole or not at all.
 *
 * @param claims the text of `claims.json`
 * @param article the text of `article.txt`: a sentence a line, a blank line between paragraphs
 * @throws {UnreadableError} where `claims` is no JSON
 * @throws {UnsoundError} where a rule is broken
 */
export function parseClaimSet(claims: string, article: string): ClaimSet {
  return claimSetOf(check(claims, article, 'claims'), 'article', null);
}

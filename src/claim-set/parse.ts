import { boundsOf } from '../edtf.ts';
import type { ClaimSet } from '../model.ts';
import { shellWord } from '../shell-word.ts';
import { type ArticleText, parseArticleText } from './article-text.ts';
import type { ClaimSetDocument } from './document.ts';
import { type Fault, faultLine, faultsOf, MOST_FAULTS } from './faults.ts';
import { parseJson } from './json-text.ts';
import { linkClaimSet } from './link.ts';

/** A claim set that breaks rules; the message tells the first fault. */
export class UnsoundError extends Error {
  override readonly name = 'UnsoundError';
  readonly faults: readonly Fault[];
  /** @param directory where it was read from, if from there */
  constructor(faults: readonly [Fault, ...Fault[]], directory?: string) {
    const [first, ...others] = faults;
    const verify = directory === undefined ? null : `kimtrip verify ${shellWord(directory)}`;
    const atLeast = others.length + 1 < MOST_FAULTS ? '' : 'at least ';
    const more = others.length ? `, and ${atLeast}${others.length} more` : '';
    const advice = others.length ? `: see them all with ${verify}` : `; mend it and check with ${verify}`;
    super(faultLine(first) + more + (verify ? advice : ''));
    this.faults = faults;
  }
}

/** What the two files of a claim set hold, and the rules that they break. */
export interface Checked {
  /** A {@link ClaimSetDocument} where there are no faults. */
  readonly json: unknown;
  readonly article: ArticleText;
  readonly faults: readonly Fault[];
}

/**
 * Checks the texts of the two files of a claim set.
 *
 * @param name where `claims` comes from
 * @throws {UnreadableError} where `claims` is no JSON
 */
export function check(claims: string, article: string, name: string): Checked {
  const { json, repeated } = parseJson(claims, name);
  const articleText = parseArticleText(article);
  return { json, article: articleText, faults: faultsOf(json, repeated, articleText.sentences) };
}

/**
 * Makes a claim set of what was checked, whole or not at all.
 *
 * @param name a slug for the article where `claims.json` has none
 * @param directory where it was read from, if from there
 * @throws {UnsoundError} where a rule is broken
 */
export function claimSetOf({ json, article, faults }: Checked, name: string, directory?: string): ClaimSet {
  const [first, ...others] = faults;
  if (first) throw new UnsoundError([first, ...others], directory);
  return linkClaimSet(json as ClaimSetDocument, article, boundsOf, name);
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
  return claimSetOf(check(claims, article, 'claims'), 'article');
}

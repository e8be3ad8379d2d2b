import { boundsOf } from '../edtf.ts';
import type { ClaimSet } from '../model.ts';
import { shellWord } from '../shell-word.ts';
import { parseArticleText } from './article-text.ts';
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

/**
 * Makes a claim set of the texts of its two files, whole or not at all.
 *
 * @param claims the text of `claims.json`
 * @param article the text of `article.txt`: a sentence a line, a blank line between paragraphs
 * @param directory where they were read from, for messages
 * @throws {UnreadableError} where `claims` is no JSON
 * @throws {UnsoundError} where a rule is broken
 */
export function parseClaimSet(claims: string, article: string, directory?: string): ClaimSet {
  const { json, repeated } = parseJson(
    claims,
    directory === undefined ? 'claims' : `${directory}/claims.json`,
  );
  const articleText = parseArticleText(article);
  const [first, ...others] = faultsOf(json, repeated, articleText.sentences);
  if (first) throw new UnsoundError([first, ...others], directory);
  return linkClaimSet(json as ClaimSetDocument, articleText, boundsOf);
}

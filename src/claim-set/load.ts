import { join } from 'node:path';
import { boundsOf } from '../edtf.ts';
import type { ClaimSet, Words } from '../model.ts';
import { parseArticleText } from './article-text.ts';
import { linkClaimSet } from './link.ts';
import { type Checked, check, claimSetOf } from './parse.ts';
import { type FileBytes, preparedOf } from './prepared.ts';
import { decodeText, readFileBytes } from './text-file.ts';

/**
 * Loads the claim set of a folder, whole or not at all.
 *
 * @throws {UnreadableError} where a file cannot be read or parsed
 * @throws {UnsoundError} where a rule is broken
 */
export async function loadClaimSet(directory: string): Promise<ClaimSet> {
  return loadWithWords(directory).claimSet;
}

/** The same with its words, where the build has worked them out. */
export function loadWithWords(directory: string): { readonly claimSet: ClaimSet; readonly words?: Words } {
  const files = readFiles(directory);
  const prepared = preparedOf(files);
  if (!prepared) return { claimSet: claimSetOf(checkFiles(files, directory), directory) };
  const { document, words } = prepared;
  return { claimSet: linkClaimSet(document, parseArticleText(articleOf(files, directory)), boundsOf), words };
}

export function readFiles(directory: string): FileBytes {
  const hint = 'a claim set is a folder with article.txt and claims.json';
  return {
    claims: readFileBytes(join(directory, CLAIMS), hint),
    article: readFileBytes(join(directory, ARTICLE), hint),
  };
}

/** @throws {UnreadableError} where a file cannot be parsed */
export function checkFiles(files: FileBytes, directory: string): Checked {
  const claims = join(directory, CLAIMS);
  return check(decodeText(files.claims, claims), articleOf(files, directory), claims);
}

const articleOf = ({ article }: FileBytes, directory: string) =>
  decodeText(article, join(directory, ARTICLE));

const CLAIMS = 'claims.json';
const ARTICLE = 'article.txt';

import { basename, join, resolve } from 'node:path';
import type { ClaimSet } from '../model.ts';
import { type CheckedFiles, check, claimSetOf } from './parse.ts';
import { decodeText, readFileBytes } from './text-file.ts';

/** The bytes of the two files of a claim set. */
export interface FileBytes {
  readonly claims: Uint8Array;
  readonly article: Uint8Array;
}

/**
 * Loads the claim set of a folder, whole or not at all.
 *
 * @throws {UnreadableError} where a file cannot be read or parsed
 * @throws {UnsoundError} where a rule is broken
 */
export async function loadClaimSet(directory: string): Promise<ClaimSet> {
  const checked = checkFiles(readFiles(directory), directory);
  return claimSetOf(checked, slugOf(basename(resolve(directory))), directory);
}

export function readFiles(directory: string): FileBytes {
  const hint = 'a claim set is a folder with article.txt and claims.json';
  return {
    claims: readFileBytes(join(directory, CLAIMS), hint),
    article: readFileBytes(join(directory, ARTICLE), hint),
  };
}

/** @throws {UnreadableError} where a file cannot be parsed */
export function checkFiles({ claims, article }: FileBytes, directory: string): CheckedFiles {
  const path = join(directory, CLAIMS);
  return check(decodeText(claims, path), decodeText(article, join(directory, ARTICLE)), path);
}

/** A folder's name as an id: `My story` as `my-story`. */
const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'article';

const CLAIMS = 'claims.json';
const ARTICLE = 'article.txt';

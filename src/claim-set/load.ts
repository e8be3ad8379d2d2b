import { join } from 'node:path';
import type { ClaimSet } from '../model.ts';
import { parseClaimSet } from './parse.ts';
import { readTextFile } from './text-file.ts';

/**
 * Loads the claim set of a folder, whole or not at all.
 *
 * @throws {UnreadableError} where a file cannot be read or parsed
 * @throws {UnsoundError} where a rule is broken
 */
export async function loadClaimSet(directory: string): Promise<ClaimSet> {
  const { claims, article } = readFiles(directory);
  return parseClaimSet(claims, article, directory);
}

/** The texts of the two files of a claim set. */
export function readFiles(directory: string): { readonly claims: string; readonly article: string } {
  const hint = 'a claim set is a folder with article.txt and claims.json';
  const read = (name: string) => readTextFile(join(directory, name), hint);
  return { claims: read('claims.json'), article: read('article.txt') };
}

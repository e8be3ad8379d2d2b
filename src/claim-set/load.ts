import { join } from 'node:path';
import type { ClaimSet } from '../model.ts';
import { check, claimSetOf } from './parse.ts';
import { readTextFile } from './text-file.ts';

/**
 * Loads the claim set of a folder, whole or not at all.
 *
 * @throws {UnreadableError} where a file cannot be read or parsed
 * @throws {UnsoundError} where a rule is broken
 */
export async function loadClaimSet(directory: string): Promise<ClaimSet> {
  const { claims, article, name } = readFiles(directory);
  return claimSetOf(check(claims, article, name), directory);
}

/** The texts of the two files of a claim set, and where that of its claims comes from. */
interface Files {
  readonly claims: string;
  readonly article: string;
  readonly name: string;
}

export function readFiles(directory: string): Files {
  const hint = 'a claim set is a folder with article.txt and claims.json';
  const name = join(directory, 'claims.json');
  return {
    claims: readTextFile(name, hint),
    article: readTextFile(join(directory, 'article.txt'), hint),
    name,
  };
}

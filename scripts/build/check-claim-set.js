// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentOf } from '../../src/claim-set/document.ts';
import { loadClaimSet } from '../../src/claim-set/load.ts';

/**
 * The texts of the two files of a sound claim set: the claims with every default filled in, and the article as it is.
 *
 * @throws {Error} where the claim set is not sound
 */
export async function checkedTexts(directory) {
  const document = documentOf(await loadClaimSet(directory));
  return {
    claims: JSON.stringify(document),
    article: await readFile(join(directory, 'article.txt'), 'utf8'),
  };
}

import type { ClaimSetDocument } from './claim-set/document.ts';
import { checkFiles, readFiles } from './claim-set/load.ts';
import { claimSetOf } from './claim-set/parse.ts';
import { preparedBytes, preparedName } from './claim-set/prepared.ts';
import { wordsOf } from './search/words.ts';

/**
 * Does for the build what each run would do anew with a claim set: checks it and takes its texts apart.
 *
 * @returns the file to keep beside the bundle
 * @throws {UnreadableError | UnsoundError} as {@link loadClaimSet}
 */
export function prepare(directory: string): { readonly name: string; readonly bytes: Uint8Array } {
  const files = readFiles(directory);
  const checked = checkFiles(files, directory);
  const words = wordsOf(claimSetOf(checked, directory));
  const document = checked.json as ClaimSetDocument;
  return { name: preparedName(files), bytes: preparedBytes(files, { document, words }) };
}

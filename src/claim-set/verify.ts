import type { ClaimSetDocument } from './document.ts';
import type { Fault } from './faults.ts';
import { checkFiles, readFiles } from './load.ts';
import { decodeText } from './text-file.ts';
import { warningsOf } from './warnings.ts';

/** What a check of a claim set found. */
export interface Verdict {
  /** Broken rules; none where it is sound. */
  readonly faults: readonly Fault[];
  /** What breaks no rule, and is a slip more often than not. */
  readonly warnings: readonly Fault[];
  readonly claims: number;
  readonly sentences: number;
}

/**
 * Checks the claim set of a folder.
 *
 * @throws {UnreadableError} where a file cannot be read or parsed
 */
export async function verifyClaimSet(directory: string): Promise<Verdict> {
  const files = readFiles(directory);
  const { json, article, faults } = checkFiles(files, directory);
  const { sentences } = article;
  // The check has filled in the defaults.
  const written = JSON.parse(decodeText(files.claims, 'claims.json'));
  const warnings = warningsOf(json, written, faults, sentences);
  const claims = faults.length ? 0 : (json as ClaimSetDocument).claims.length;
  return { faults, warnings, claims, sentences: sentences.length };
}

import type { Fault } from './fault.ts';
import { checkFiles, readFiles } from './load.ts';
import { type CheckedFiles, check } from './parse.ts';
import { sentenceWarnings, warningsOf } from './warnings.ts';

export { ANSWERABLE_RULES } from './warnings.ts';

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
  return verdictOf(checkFiles(readFiles(directory), directory));
}

/**
 * Checks the texts of the two files of a claim set.
 *
 * @throws {UnreadableError} where `claims` is no JSON
 */
export function verifyTexts(claims: string, article: string): Verdict {
  return verdictOf(check(claims, article, 'claims.json'));
}

function verdictOf({ document, article, faults, located }: CheckedFiles): Verdict {
  const warnings = document
    ? [
        ...located(warningsOf(document, faults, article), 'warning'),
        ...sentenceWarnings(document, faults, article),
      ]
    : [];
  return {
    faults,
    warnings,
    claims: faults.length ? 0 : (document?.claims.length ?? 0),
    sentences: article.sentences.length,
  };
}

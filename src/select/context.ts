import type { Claim, Hit } from '../model.ts';

/**
 * A claim with the sentences around its own.
 *
 * @param size how many before and after; 0 for none
 */
export function withContext(claim: Claim, size: number): Hit {
  const { sentences } = claim.article;
  const at = sentences.indexOf(claim.sentence);
  const context = {
    before: sentences.slice(Math.max(0, at - size), at),
    after: sentences.slice(at + 1, at + 1 + size),
  };
  return { claim, match: null, context: size > 0 ? context : null };
}

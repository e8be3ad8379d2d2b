import type { Article, Claim, Quotation } from '../model.ts';

/** @param size how many sentences before and after; 0 for none */
export function withContext(claim: Claim, { sentences }: Article, size: number): Quotation {
  const at = sentences.indexOf(claim.sentence);
  const context = {
    before: sentences.slice(Math.max(0, at - size), at),
    after: sentences.slice(at + 1, at + 1 + size),
  };
  return { ...claim, context: size > 0 ? context : null };
}

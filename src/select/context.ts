import type { Article, Claim, Sentence } from '../model.ts';

/** A claim to be quoted, with the sentences around its own where they were asked for. */
export interface Quotation extends Claim {
  readonly context: { readonly before: readonly Sentence[]; readonly after: readonly Sentence[] } | null;
}

/** @param size how many sentences before and after; 0 for none */
export function withContext(claim: Claim, { sentences }: Article, size: number): Quotation {
  const at = sentences.indexOf(claim.sentence);
  const context = {
    before: sentences.slice(Math.max(0, at - size), at),
    after: sentences.slice(at + 1, at + 1 + size),
  };
  return { ...claim, context: size > 0 ? context : null };
}

import type { Claim, Entity } from '../model.ts';
import type { SpacedWords } from './spaced-words.ts';

/** A claim taken apart for search. */
export interface IndexedClaim {
  readonly claim: Claim;
  readonly text: SpacedWords;
  /** In words. */
  readonly length: number;
  readonly quote: SpacedWords;
  readonly keyword: SpacedWords;
  /** Whoever it speaks of or comes from. */
  readonly entities: readonly Entity[];
  readonly sentence: IndexedSentence;
}

/** A sentence that has claims. */
export interface IndexedSentence {
  readonly position: number;
  readonly words: SpacedWords;
  /** The positions of its claims in the index: claims of one sentence stand together. */
  readonly claims: readonly number[];
}

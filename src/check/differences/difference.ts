import type { Claim } from '../../model.ts';
import type { Stretch } from '../../reading/stretch.ts';
import type { ReadArticle } from '../article-words.ts';
import type { DifferenceKind } from '../checked.ts';
import type { Range } from '../clauses.ts';
import type { Support, Told } from '../matching.ts';
import type { ReadDraft } from '../read-draft.ts';

/** A difference as it is found; offsets count UTF-16 units of the draft's sentence. */
export interface Found {
  readonly kind: DifferenceKind;
  /** The words of the draft. */
  readonly said: Pick<Stretch, 'start' | 'end'> | null;
  readonly article: string | null;
  readonly message: string;
  readonly claim: Claim;
}

/** What a rule looks at. */
export interface Case {
  readonly draft: ReadDraft;
  readonly support: Support;
  readonly article: ReadArticle;
}

/** Finds the differences of one kind between a sentence of a draft and one of the claims that it tells. */
export type Rule = (told: Told, checked: Case) => Found[];

/** Those of some words that stand in the clauses of the draft that tell a claim. */
export function inClauses<T extends Range>({ clauses }: Pick<Told, 'clauses'>, found: readonly T[]): T[] {
  return found.filter(({ start }) => clauses.some((clause) => clause.start <= start && start < clause.end));
}

/** The stretch from the first to the last of some ranges; null where there are none. */
export function spanning(ranges: readonly Range[]): Range | null {
  const [first] = ranges;
  return first ? { start: first.start, end: Math.max(...ranges.map(({ end }) => end)) } : null;
}

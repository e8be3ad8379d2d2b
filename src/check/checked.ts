import type { Claim } from '../model.ts';

/** What can differ between a draft and the article. */
export const DIFFERENCE_KINDS = [
  'hedge',
  'speaker',
  'person',
  'place',
  'number',
  'date',
  'negation',
  'condition',
  'intention',
  'extent',
  'quotation',
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export const VERDICTS = ['matches', 'differs', 'not-found'] as const;
/** `matches`: the article says so; `differs`: it says it otherwise; `not-found`: no claim says anything like it. */
export type Verdict = (typeof VERDICTS)[number];

/** One way in which a sentence of a draft departs from the article. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** The words of the draft; null where it lacks some. */
  readonly said: string | null;
  /** The words of the article; null where it has none. */
  readonly article: string | null;
  /** What to look at, in plain words. */
  readonly message: string;
  /** The claim that the draft departs from. */
  readonly claim: Claim;
  /** Where `said` stands in the sentence, in code points of its text; null where nothing is said. */
  readonly range: readonly [start: number, end: number] | null;
}

/** One sentence of a draft, held against the claims. */
export interface CheckedSentence {
  readonly text: string;
  /** Where it stands in the draft, in code points, end excluded. */
  readonly start: number;
  readonly end: number;
  /** From 1; a column counts code points. */
  readonly line: number;
  readonly column: number;
  readonly verdict: Verdict;
  /** What it rests on, best first; where nothing was found, the nearest claim, which is no match. */
  readonly claims: readonly Claim[];
  readonly differences: readonly Difference[];
}

import { html, type Markup } from './markup.ts';

/** Claims that look alike: the class of their marks, and how many they are. */
export type MarkedClaims = readonly [className: string, number: number];

/** A row of more marks than this says no more by its length. */
const MOST_MARKS = 200;

/** How many claims a mark stands for, so that the longest row is not too long. */
export const claimsPerMark = (longest: number): number => Math.max(1, Math.ceil(longest / MOST_MARKS));

/** `A mark is a claim.` */
export const markText = (perMark: number): string =>
  perMark === 1 ? 'A mark is a claim.' : `A mark is ${perMark} claims.`;

/** A row of marks, for the eye alone: the text beside it says the same. */
export function claimMarks(groups: readonly MarkedClaims[], perMark: number): Markup {
  const marks = groups.map(([className, number]) =>
    Array.from({ length: Math.ceil(number / perMark) }, () => html`<i class="${className}"></i>`),
  );
  return html`<span class="marks" aria-hidden="true">${marks}</span>`;
}

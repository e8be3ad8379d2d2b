import type { CheckedSentence } from '../check/checked.ts';
import type { Claim } from '../model.ts';
import { counted } from './wording.ts';

/** What the article has to say to a sentence of a draft, in a word or a few. */
export function verdictText({ verdict, claims: [nearest] }: CheckedSentence): string {
  if (verdict !== 'not-found') return verdict;
  return nearest ? 'no claim says this; the nearest one is no match' : 'no claim says this';
}

/** The claims to look at: what bears the sentence out, what it departs from, or else the nearest one. */
export function claimsToRead({ verdict, claims, differences }: CheckedSentence): Claim[] {
  // A claim that is told rightly needs less room than one that is not.
  if (verdict === 'matches') return claims.slice(0, 1);
  return claims.filter(
    (claim) => differences.length === 0 || differences.some((each) => each.claim === claim),
  );
}

/** `3 sentences: 1 matching, 2 differing, 0 not found` */
export function summaryText(checked: readonly CheckedSentence[]): string {
  const count = (verdict: CheckedSentence['verdict']) =>
    checked.filter((each) => each.verdict === verdict).length;
  return `${counted(checked.length, 'sentence')}: ${count('matches')} matching, ${count('differs')} differing, ${count('not-found')} not found`;
}

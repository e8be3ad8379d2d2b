import { parseEdtf } from '../edtf.ts';
import { groupBy } from '../group-by.ts';
import { daysOf, partsOf } from '../iso-day.ts';
import type { Claim, Era, Time } from '../model.ts';
import { someTime, yearsText } from '../years.ts';

/** A claim that speaks of some time. */
export type DatedClaim = Claim & { readonly time: Time };

/** Those that speak of some time: earliest first, then what ends first, then as they are read. */
export function chronological(claims: readonly Claim[]): DatedClaim[] {
  // Two claims that are open on the same side are even there; infinities have no difference.
  const order = (a: number, b: number) => (a === b ? 0 : a - b);
  return claims
    .filter((claim): claim is DatedClaim => claim.time !== null)
    .map((claim) => ({ claim, days: daysOf(claim.time) }))
    .sort((a, b) => order(a.days[0], b.days[0]) || order(a.days[1], b.days[1]))
    .map(({ claim }) => claim);
}

/**
 * Puts together what speaks of the same years, in the order of the first of each; what lasts through them apart from a moment in
 * them.
 */
export function eras(claims: readonly DatedClaim[]): Era[] {
  return [...groupBy(claims, ({ time }) => labelOf(time))].map(([label, claims]) => ({ label, claims }));
}

function labelOf(time: Time): string {
  const [from, to] = [time.earliest, time.latest].map((day) => day && partsOf(day)[0]);
  const years = yearsText(time);
  return from === to || parseEdtf(time.edtf).kind === 'range' ? years : someTime(years);
}

import { remembered } from '../lazily.ts';
import { nearStems } from '../reading/near-words.ts';

/** How well a stem is at home among others: 1 for one of them, less for one of the same root or near it, 0 for a stranger. */
export type StrengthOf = (stem: string) => number;

/** “reopen” speaks of what “open” does, and “unclear” of what “clear” does, if not the same. */
const PREFIXES = ['re', 'un', 'dis'];
/** What a prefix turns into its opposite or another thing, which tells nothing of it. */
const OTHERWISE = /^dis(?:appear|charg|count|cours|cover|eas|miss|order|pos|tanc)/;
const SHORTEST_ROOT = 5;
const DERIVED = 0.8;
/** How well a near word is. */
export const NEAR = 0.7;

/** @param stems the stems that are at home, each with how well it is */
export function strengthAmong(stems: ReadonlyMap<string, number>): StrengthOf {
  const byRoot = new Map<string, string[]>();
  for (const stem of stems.keys()) {
    const root = stem.slice(0, SHORTEST_ROOT);
    const others = byRoot.get(root);
    if (others) others.push(stem);
    else byRoot.set(root, [stem]);
  }
  return remembered((stem: string) => {
    const same = stems.get(stem);
    if (same !== undefined) return same;
    const derived = (byRoot.get(stem.slice(0, SHORTEST_ROOT)) ?? []).filter((other) =>
      sharesRoot(stem, other),
    );
    return Math.max(
      0,
      ...derived.map((other) => DERIVED * (stems.get(other) ?? 0)),
      ...PREFIXES.map((prefix) => {
        const bare = stem.startsWith(prefix) ? stems.get(stem.slice(prefix.length)) : undefined;
        const whole = stem.startsWith(prefix) ? stem : prefix + stem;
        return OTHERWISE.test(whole) ? 0 : DERIVED * (stems.get(prefix + stem) ?? bare ?? 0);
      }),
      ...Array.from(nearStems(stem), (other) => NEAR * (stems.get(other) ?? 0)),
    );
  });
}

/** “reclus” and “reclusiv” share a root. */
export function sharesRoot(one: string, other: string): boolean {
  if (one === other) return true;
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  return shared >= SHORTEST_ROOT && shared >= 0.6 * Math.max(one.length, other.length);
}

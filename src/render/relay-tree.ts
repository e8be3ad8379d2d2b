import type { Claim, Entity } from '../model.ts';

/** A source (the root: the article's own voice) by one way of relaying, and who is relayed in turn. */
export interface Relay {
  /** Those that reach the article by this way, its own and those that it passes on; of the root, its own alone. */
  readonly claims: Claim[];
  readonly children: Map<Entity, Relay>;
}

/** Who relays whom, from the article's own voice down, in the order in which they come up. */
export function relayTree(claims: readonly Claim[]): Relay {
  const root: Relay = { claims: [], children: new Map() };
  for (const claim of claims) {
    let node = root;
    if (claim.attribution.length === 0) root.claims.push(claim);
    for (const { source } of claim.attribution) {
      const next: Relay = node.children.get(source) ?? { claims: [], children: new Map() };
      node.children.set(source, next);
      next.claims.push(claim);
      node = next;
    }
  }
  return root;
}

import type { Claim, Entity } from './model.ts';

/** Everyone and everything that a claim speaks of, what it is about first. */
export function spokenOf({ subject, entities }: Claim): Entity[] {
  return subject === null ? [...entities] : [subject, ...entities];
}

/** Whoever a claim comes from, outermost first. */
export function sourcesOf({ attribution }: Claim): Entity[] {
  return attribution.map(({ source }) => source);
}

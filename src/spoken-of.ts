import type { Claim, Entity } from './model.ts';

/** Everyone and everything that a claim speaks of, what it is about first. */
export function spokenOf({ subject, entities }: Claim): Entity[] {
  return subject === null ? [...entities] : [subject, ...entities];
}

import { groupBy } from '../group-by.ts';
import type { Entity } from '../model.ts';
import { termsOf } from './analysis.ts';

/** A name by which entities go, as the words that make it up. */
export interface Name {
  readonly terms: readonly string[];
  readonly entities: readonly Entity[];
}

/** Names by their first word. */
export type NameIndex = ReadonlyMap<string, readonly Name[]>;

/**
 * Indexes every name and alias; one that several entities share ("Pyongyang") stands for all of them.
 *
 * @param namesOf the words of each name of an entity
 */
export function createNameIndex(namesOf: ReadonlyMap<Entity, readonly (readonly string[])[]>): NameIndex {
  const names = new Map<string, { terms: readonly string[]; entities: Entity[] }>();
  for (const [entity, ofEntity] of namesOf)
    for (const terms of ofEntity) {
      const key = terms.join(' ');
      const name = names.get(key) ?? { terms, entities: [] };
      if (!name.entities.includes(entity)) name.entities.push(entity);
      names.set(key, name);
    }
  // The longest that fits is chosen by whoever looks, so that their order does not matter.
  return groupBy(names.values(), ({ terms }) => terms[0] ?? '');
}

/** A name's words without the article before it ("the West"). */
export function termsOfName(name: string): string[] {
  const terms = termsOf(name);
  return terms[0] === 'the' && terms.length > 1 ? terms.slice(1) : terms;
}

import { addTo } from '../group-by.ts';
import { remembered } from '../lazily.ts';
import type { Entity, Stories } from '../model.ts';
import { split, type Words } from './words.ts';

/** A name by which entities go, as the words that make it up. */
export interface Name {
  readonly terms: readonly string[];
  readonly entities: readonly Entity[];
}

/** All names and aliases; one that several entities share ("Pyongyang") stands for all of them. */
export interface Names {
  /** Names by their first word, in no order. */
  beginningWith(term: string): readonly Name[];
  /** The words of each name of an entity. */
  of(entity: Entity): readonly (readonly string[])[];
}

/** Finds names when they are asked for: a query has few. */
export function createNames({ entities }: Stories, { names }: Words): Names {
  return {
    beginningWith: remembered((term: string) => {
      const start = ` ${term} `;
      const entitiesBy = new Map<string, Entity[]>();
      entities.forEach((entity, position) => {
        for (const words of names[position] ?? [])
          if (words.startsWith(start)) addTo(entitiesBy, words, entity);
      });
      return Array.from(entitiesBy, ([words, named]) => ({ terms: split(words), entities: named }));
    }),
    of: remembered((entity: Entity) => (names[entities.indexOf(entity)] ?? []).map(split)),
  };
}

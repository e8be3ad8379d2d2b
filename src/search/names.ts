import { addTo } from '../group-by.ts';
import { lazily, remembered } from '../lazily.ts';
import type { Entity } from '../model.ts';
import { soundsLike } from './sound.ts';
import { type SpacedWords, spaced, unspaced } from './spaced-words.ts';
import { termsOf } from './tokens.ts';

/** A name by which entities go, as the words that make it up. */
export interface Name {
  readonly terms: readonly string[];
  /** Several may share one: "Pyongyang" is a city and a government. */
  readonly entities: readonly Entity[];
  /** Those of them who are called so first of all, and not by an alias: the city. */
  readonly owners: readonly Entity[];
}

/** All names and aliases. */
export interface Names {
  /** The names that have this word, in no order. */
  withTerm(term: string): readonly Name[];
  /** The words of each name of an entity. */
  of(entity: Entity): readonly (readonly string[])[];
}

/** The words of each name and alias, without the article before it ("the West"). */
export function namesIn(entities: readonly Entity[]): ReadonlyMap<Entity, readonly SpacedWords[]> {
  const wordsOf = (name: string) => {
    const terms = termsOf(name);
    return spaced(terms[0] === 'the' && terms.length > 1 ? terms.slice(1) : terms);
  };
  return new Map(
    entities.map((entity) => [entity, [...new Set([entity.name, ...entity.aliases].map(wordsOf))]]),
  );
}

export function createNames(wordsOf: ReadonlyMap<Entity, readonly SpacedWords[]>): Names {
  const entitiesBy = lazily(() => {
    const entities = new Map<SpacedWords, Entity[]>();
    for (const [entity, names] of wordsOf) for (const words of names) addTo(entities, words, entity);
    return entities;
  });
  const namesBy = lazily(() => {
    const names = new Map<string, SpacedWords[]>();
    for (const words of entitiesBy().keys())
      for (const term of new Set(unspaced(words))) addTo(names, term, words);
    return names;
  });
  const ownName = (entity: Entity): SpacedWords => wordsOf.get(entity)?.[0] ?? '';
  const nameOf = remembered((words: SpacedWords): Name => {
    const bearers = entitiesBy().get(words) ?? [];
    // Another spelling of a name names all that the name does: "Pyeongyang".
    const spelt = bearers.map(ownName).flatMap((own) => {
      const others = entitiesBy().get(own) ?? [];
      const isSpelling = own !== words && others.length > 1 && soundsLike(runOn(own), runOn(words));
      return isSpelling ? others : [];
    });
    const entities = [...new Set([...bearers, ...spelt])];
    const owners = spelt.length ? bearers : entities.filter((entity) => ownName(entity) === words);
    return { terms: unspaced(words), entities, owners };
  });
  return {
    withTerm: (term) => (namesBy().get(term) ?? []).map(nameOf),
    of: (entity) => (wordsOf.get(entity) ?? []).map(unspaced),
  };
}

const runOn = (words: SpacedWords): string => words.replaceAll(' ', '');

import { addTo } from '../group-by.ts';
import { lazily } from '../lazily.ts';
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
  const byTerm = lazily(() => {
    const entitiesBy = new Map<SpacedWords, Entity[]>();
    for (const [entity, names] of wordsOf) for (const words of names) addTo(entitiesBy, words, entity);
    const owns = (entity: Entity, words: SpacedWords) => wordsOf.get(entity)?.[0] === words;
    const names = new Map<string, Name[]>();
    for (const [words, bearers] of entitiesBy) {
      // Another spelling of a name names all that the name does: "Pyeongyang".
      const spelt = bearers.flatMap((entity) => {
        const own = wordsOf.get(entity)?.[0] ?? '';
        const others = entitiesBy.get(own) ?? [];
        return own !== words &&
          others.length > 1 &&
          soundsLike(unspaced(own).join(''), unspaced(words).join(''))
          ? others
          : [];
      });
      const entities = [...new Set([...bearers, ...spelt])];
      const owners = spelt.length ? bearers : entities.filter((entity) => owns(entity, words));
      const terms = unspaced(words);
      for (const term of new Set(terms)) addTo(names, term, { terms, entities, owners });
    }
    return names;
  });
  return {
    withTerm: (term) => byTerm().get(term) ?? [],
    of: (entity) => (wordsOf.get(entity) ?? []).map(unspaced),
  };
}

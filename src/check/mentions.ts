import { remembered } from '../lazily.ts';
import type { Entity, Stories } from '../model.ts';
import { demonymsOf } from '../reading/demonyms.ts';
import { contentWordsOf, type Word, wordsOf } from './words.ts';

/** Words of a text that may name one of some entities: “Kim” may be three people. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** As {@link NameIndex.standsFor} has them. */
  readonly entities: ReadonlySet<Entity>;
  /** A whole name or alias, and not a part of one. */
  readonly isWhole: boolean;
}

export interface NameIndex {
  /** The mentions in a text, in order, the longest where several begin at a word. */
  mentionsIn(text: string, words: readonly Word[]): Mention[];
  /** One entity for a country, its government and its capital, which news use for each other; else the entity itself. */
  standsFor(entity: Entity): Entity;
  /** The words of a name or description that say something, kept, since most are asked for often. */
  contentOf(name: string): readonly Word[];
}

/** Whether a part of a name, as “Kim”, means its main bearer: no whole name in the sentence says which of them. */
export const isMainBearer = ({ words, entities, isWhole }: Mention, mentions: readonly Mention[]): boolean =>
  !isWhole && entities.size === 1 && !mentions.some((each) => each.isWhole && each.words.includes(words));

/** Every name and alias of some stories, and the parts of people's names. */
export function nameIndexOf({ entities, claims }: Pick<Stories, 'entities' | 'claims'>): NameIndex {
  const byFirst = new Map<string, { terms: string[]; entity: Entity; isWhole: boolean }[]>();
  const add = (terms: string[], entity: Entity, isWhole: boolean) => {
    const [first] = terms;
    if (first === undefined) return;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { terms, entity, isWhole }]);
  };
  for (const entity of entities) {
    for (const name of [entity.name, ...entity.aliases]) {
      add(termsOf(name), entity, true);
      for (const terms of kinTerms(name)) add(terms, entity, true);
      for (const terms of ownedTerms(name)) add(terms, entity, true);
      if (entity.type === 'place') for (const each of demonymsOf(name)) add(termsOf(each), entity, true);
    }
    // “a senior official in the ministry” has no name of which a part may stand for it.
    if (entity.type === 'person' && /^\p{Lu}/u.test(entity.name))
      for (const word of wordsOf(entity.name))
        if (word.isCapital && word.term.length > 2) add([word.term], entity, false);
  }
  const standsFor = countriesOf(entities);
  const told = new Map<Entity, number>();
  for (const { subject } of claims) if (subject) told.set(subject, (told.get(subject) ?? 0) + 1);
  /** Of several bearers of a name, the one of whom most is told, if nobody else comes near. */
  const meant = (bearers: readonly Entity[]): readonly Entity[] => {
    const [first, second] = [...bearers].sort((a, b) => (told.get(b) ?? 0) - (told.get(a) ?? 0));
    const isMain = first && (told.get(first) ?? 0) >= MAIN * (second ? (told.get(second) ?? 0) : 0);
    return isMain && (told.get(first) ?? 0) > 0 ? [first] : bearers;
  };
  return {
    standsFor,
    contentOf: remembered(contentWordsOf),
    mentionsIn(text, words) {
      const mentions: Mention[] = [];
      for (let at = 0; at < words.length; ) {
        const found = (byFirst.get(words[at]?.term ?? '') ?? []).filter(({ terms }) =>
          terms.every((term, offset) => words[at + offset]?.term === term),
        );
        const length = Math.max(0, ...found.map(({ terms }) => terms.length));
        const longest = found.filter(({ terms }) => terms.length === length);
        const [first, last] = [words[at], words[at + length - 1]];
        const isName = longest.some(({ isWhole }) => isWhole || first?.isCapital);
        // “a family firm” is any firm, and not “the firm”.
        const isAny = first && !first.isCapital && !first.isFunction && ANY.test(text.slice(0, first.start));
        if (!first || !last || !isName || isAny) {
          at += 1;
          continue;
        }
        const isWhole = longest.some((each) => each.isWhole);
        mentions.push({
          start: first.start,
          end: last.end,
          words: text.slice(first.start, last.end),
          entities: new Set(
            (isWhole ? longest.map(({ entity }) => entity) : meant(longest.map(({ entity }) => entity))).map(
              standsFor,
            ),
          ),
          isWhole,
        });
        at += length;
      }
      return mentions;
    },
  };
}

/** How many times as much must be told of the main bearer of a name. */
const MAIN = 2;

const ANY = /\b(?:an?|another|any|some|every|each|no)(?:\s+\p{Ll}[\p{L}-]*)?\s+$/iu;

/** “Kim Jong Un’s father” is “Kim’s father” too. */
function kinTerms(name: string): string[][] {
  const [, owner = '', role = ''] = /^(\p{Lu}[\p{L}\s-]*)[’']s\s(\p{Ll}.*)$/u.exec(name) ?? [];
  const owners = termsOf(owner);
  return owners.length > 1 ? owners.map((each) => [each, ...termsOf(role)]) : [];
}

/** The words of a name, without a “the” before it. */
const termsOf = (name: string) => {
  const terms = wordsOf(name).map(({ term }) => term);
  return terms[0] === 'the' && terms.length > 1 ? terms.slice(1) : terms;
};

/** “Kim Jong Un’s father” is “his father” too. */
function ownedTerms(name: string): string[][] {
  const [, role = ''] = /^\p{Lu}[\p{L}\s-]*[’']s\s(\p{Ll}.*)$/u.exec(name) ?? [];
  return role ? ['his', 'her', 'their'].map((owner) => [owner, ...termsOf(role)]) : [];
}

/** Places and organisations that share a name, and a capital with its country, are one. */
function countriesOf(entities: readonly Entity[]): (entity: Entity) => Entity {
  const byName = new Map<string, Entity>();
  const parents = new Map<Entity, Entity>();
  const rootOf = (entity: Entity): Entity => {
    const parent = parents.get(entity);
    return parent === undefined || parent === entity ? entity : rootOf(parent);
  };
  const key = (name: string) => termsOf(name).join(' ');
  const join = (one: Entity, other: Entity) => {
    const [first, second] = [rootOf(one), rootOf(other)];
    // A place stands for the others, so that its type tells that they have one.
    if (second.type === 'place') parents.set(first, second);
    else parents.set(second, first);
  };
  const seats = entities.filter(({ type }) => type === 'place' || type === 'organisation');
  for (const entity of seats)
    for (const name of [entity.name, ...entity.aliases]) {
      const other = byName.get(key(name));
      if (other) join(entity, other);
      else byName.set(key(name), entity);
    }
  for (const entity of seats)
    for (const text of [...entity.aliases, entity.description ?? '']) {
      const [, country = ''] = /\bcapital of (\p{Lu}[\p{L}\s]*)/u.exec(text) ?? [];
      const other = byName.get(key(country));
      if (other) join(entity, other);
    }
  return rootOf;
}

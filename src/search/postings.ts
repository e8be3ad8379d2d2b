import { addTo } from '../group-by.ts';
import { lazily } from '../lazily.ts';
import type { Entity } from '../model.ts';
import { placeIn } from './place-in.ts';
import { containing, type SpacedWords, unspaced, wordsBeginningWith } from './spaced-words.ts';

/** Where a word may stand. */
export type PostedField = 'text' | 'quote' | 'keyword' | 'sentence';

/** The words of each claim, or of each sentence, by their position. */
export type PostedWords = Readonly<Record<PostedField, readonly SpacedWords[]>>;

/** All words of a claim set, and where each stands. */
export interface Postings {
  has(term: string): boolean;
  /** The positions of the claims (for `sentence`, of the sentences) that hold a word, ascending. */
  positions(field: PostedField, term: string): readonly number[];
  /** Those who have the word in a name. */
  entities(term: string): readonly Entity[];
  /** Whether two words stand side by side, in this order, in a claim, its sentence or a name. */
  areNeighbours(first: string, second: string): boolean;
  /** The words that begin so, sorted; with '' all words. */
  termsFrom(beginning: string): readonly string[];
}

/**
 * So many texts are looked through for words before all words are posted: of 132 claims, to post all takes 2.4 ms of a process that
 * searches once, and saves its query 0.6 ms.
 */
const READ_BEFORE_POSTING = 50_000;

/** @param names the words of all names of each entity that claims are on */
export function createPostings(texts: PostedWords, names: ReadonlyMap<Entity, SpacedWords>): Postings {
  const unposted = lookThrough(texts, names);
  const posted = lazily(() => postAll(texts, names));
  const size = Object.values(texts).reduce((sum, { length }) => sum + length, 0);
  let read = 0;
  const now = () => {
    read += size;
    return read > READ_BEFORE_POSTING ? posted() : unposted;
  };
  return {
    has: (term) => now().has(term),
    areNeighbours: (first, second) => now().areNeighbours(first, second),
    positions: (field, term) => now().positions(field, term),
    entities: (term) => now().entities(term),
    termsFrom: (beginning) => now().termsFrom(beginning),
  };
}

function lookThrough(texts: PostedWords, names: ReadonlyMap<Entity, SpacedWords>): Postings {
  const all = lazily(() => ({ words: [...Object.values(texts).flat(), ...names.values()].join('') }));
  const withTerm = (term: string, column: readonly SpacedWords[]) => {
    const isIn = containing(term);
    return column.flatMap((words, position) => (isIn(words) ? [position] : []));
  };
  return {
    has: (term) => containing(term)(all().words),
    areNeighbours: (first, second) => containing(first, second)(all().words),
    positions: (field, term) => withTerm(term, texts[field]),
    entities: (term) => {
      const isIn = containing(term);
      return [...names].flatMap(([entity, words]) => (isIn(words) ? [entity] : []));
    },
    termsFrom: (beginning) => [...new Set(wordsBeginningWith(beginning, all().words))].sort(),
  };
}

function postAll(texts: PostedWords, names: ReadonlyMap<Entity, SpacedWords>): Postings {
  const post = (column: readonly SpacedWords[]) => {
    const posted = new Map<string, number[]>();
    column.forEach((words, position) => {
      for (const term of unspaced(words)) {
        const known = posted.get(term);
        if (!known) posted.set(term, [position]);
        else if (known.at(-1) !== position) known.push(position);
      }
    });
    return posted;
  };
  const posted = {
    text: post(texts.text),
    quote: post(texts.quote),
    keyword: post(texts.keyword),
    sentence: post(texts.sentence),
  };
  const entities = new Map<string, Entity[]>();
  for (const [entity, words] of names)
    for (const term of new Set(unspaced(words))) addTo(entities, term, entity);
  const everywhere = [...Object.values(posted), entities];
  const sorted = lazily(() => [...new Set(everywhere.flatMap((each) => [...each.keys()]))].sort());
  return {
    has: (term) => everywhere.some((each) => each.has(term)),
    areNeighbours: (first, second) => {
      const holds = containing(first, second);
      const isIn = (field: PostedField) =>
        posted[field].get(first)?.some((at) => holds(texts[field][at] ?? ''));
      const isInName = entities.get(first)?.some((entity) => holds(names.get(entity) ?? ''));
      return Boolean(isIn('text') || isIn('sentence') || isIn('keyword') || isInName);
    },
    positions: (field, term) => posted[field].get(term) ?? [],
    entities: (term) => entities.get(term) ?? [],
    termsFrom: (beginning) =>
      sorted().slice(placeIn(sorted(), beginning), placeIn(sorted(), `${beginning}\uffff`)),
  };
}

import { addTo } from '../group-by.ts';
import type { Entity, Stories, Time } from '../model.ts';
import { sourcesOf, spokenOf } from '../spoken-of.ts';
import { createExpansions, type Expansions, vocabularyOf } from './expansions.ts';
import type { IndexedClaim, IndexedSentence } from './indexed-claim.ts';
import { createNames, type Names, namesIn } from './names.ts';
import { createPostings, type Postings } from './postings.ts';
import { type SpacedWords, spaced } from './spaced-words.ts';
import { termsOf } from './tokens.ts';

/** Where each word and each entity is to be found. */
export interface SearchIndex {
  readonly claims: readonly IndexedClaim[];
  readonly sentences: readonly IndexedSentence[];
  readonly postings: Postings;
  /** Positions of the claims that speak of an entity or have it as a source. */
  readonly claimsOn: ReadonlyMap<Entity, readonly number[]>;
  /** The times of claims, and the positions of the claims that speak of each. */
  readonly claimsAt: readonly (readonly [Time, readonly number[]])[];
  readonly expansions: Expansions;
  readonly names: Names;
}

/** Indexes a claim set. Positions are places in its list of claims. */
export function createIndex({ claims: given, entities, collection }: Stories): SearchIndex {
  const claimsOn = new Map<Entity, number[]>();
  const claimsAt = new Map<string, [Time, number[]]>();
  const sentences: { position: number; words: SpacedWords; claims: number[] }[] = [];
  const wordsOf = (text: string) => spaced(termsOf(text));

  const claims = given.map((claim, position): IndexedClaim => {
    const before = given[position - 1]?.sentence;
    const known = claim.sentence === before ? sentences.at(-1) : undefined;
    const sentence = known ?? { position: sentences.length, words: wordsOf(claim.sentence.text), claims: [] };
    if (!known) sentences.push(sentence);
    sentence.claims.push(position);
    const on = [...new Set([...spokenOf(claim), ...sourcesOf(claim)])];
    for (const entity of on) addTo(claimsOn, entity, position);
    if (claim.time) {
      const known = claimsAt.get(claim.time.edtf);
      if (known) known[1].push(position);
      else claimsAt.set(claim.time.edtf, [claim.time, [position]]);
    }
    const terms = termsOf(claim.text);
    return {
      claim,
      text: spaced(terms),
      length: terms.length,
      quote: wordsOf(claim.quote.exact),
      keyword: wordsOf(claim.keywords.join('\n')),
      entities: on,
      sentence,
    };
  });
  const names = namesIn(entities);
  const wordsOfNames = new Map<Entity, SpacedWords>();
  for (const [entity, ofEntity] of names)
    if (claimsOn.has(entity)) wordsOfNames.set(entity, ofEntity.join(''));
  const postings = createPostings(
    {
      text: claims.map(({ text }) => text),
      quote: claims.map(({ quote }) => quote),
      keyword: claims.map(({ keyword }) => keyword),
      sentence: sentences.map(({ words }) => words),
    },
    wordsOfNames,
  );
  return {
    claims,
    sentences,
    postings,
    claimsOn,
    claimsAt: [...claimsAt.values()],
    expansions: createExpansions(collection ? vocabularyOf([...collection.holders.keys()]) : postings),
    names: createNames(names),
  };
}

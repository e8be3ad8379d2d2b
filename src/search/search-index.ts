import { addTo } from '../group-by.ts';
import type { Claim, Entity, Stories } from '../model.ts';
import { sourcesOf, spokenOf } from '../spoken-of.ts';
import { createNames, type Names } from './names.ts';
import { createPostings, type Postings } from './postings.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import { type Words, wordsOf } from './words.ts';

/** A claim taken apart for search. */
export interface IndexedClaim {
  readonly claim: Claim;
  /** The words of its text, as {@link Words} has them. */
  readonly text: string;
  /** The words of its quote. */
  readonly quote: string;
  /** The words of its keywords. */
  readonly keywords: string;
  /** Whoever it speaks of or comes from. */
  readonly entities: readonly Entity[];
  /** The position of its sentence in the index. */
  readonly sentence: number;
}

/** A sentence that has claims. */
export interface IndexedSentence {
  readonly words: string;
  /** Its claims are those from this position up to, and without, `to`: claims are in reading order. */
  readonly from: number;
  to: number;
}

/** Where each word and each entity is to be found. */
export interface SearchIndex {
  readonly claims: readonly IndexedClaim[];
  readonly sentences: readonly IndexedSentence[];
  readonly postings: Postings;
  /** Positions of the claims that speak of an entity or have it as a source. */
  readonly claimsOn: ReadonlyMap<Entity, readonly number[]>;
  readonly vocabulary: Vocabulary;
  readonly names: Names;
}

/** Indexes a claim set. */
export function createIndex(stories: Stories): SearchIndex {
  const words = wordsOf(stories);
  const claimsOn = new Map<Entity, number[]>();
  const sentences: IndexedSentence[] = [];

  const claims = stories.claims.map((claim, position): IndexedClaim => {
    if (claim.sentence !== stories.claims[position - 1]?.sentence)
      sentences.push({ words: words.sentences[sentences.length] ?? '', from: position, to: position });
    (sentences.at(-1) as IndexedSentence).to = position + 1;
    const entities = [...new Set([...spokenOf(claim), ...sourcesOf(claim)])];
    for (const entity of entities) addTo(claimsOn, entity, position);
    const taken = words.claims[position] as Words['claims'][number];
    return { claim, ...taken, entities, sentence: sentences.length - 1 };
  });
  const wordsOfNames = new Map<Entity, string>();
  stories.entities.forEach((entity, position) => {
    if (claimsOn.has(entity)) wordsOfNames.set(entity, (words.names[position] ?? []).join(''));
  });
  const postings = createPostings(claims, sentences, wordsOfNames);
  return {
    claims,
    sentences,
    postings,
    claimsOn,
    vocabulary: createVocabulary(postings),
    names: createNames(stories, words),
  };
}

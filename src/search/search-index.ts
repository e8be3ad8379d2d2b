import { addTo } from '../group-by.ts';
import type { Claim, ClaimSet, Entity } from '../model.ts';
import { termsOf } from './analysis.ts';
import { createNameIndex, type NameIndex, termsOfName } from './names.ts';
import { createPostings, type Postings } from './postings.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** A claim taken apart for search. */
export interface IndexedClaim {
  readonly claim: Claim;
  /** The words of its text, in order. */
  readonly terms: readonly string[];
  /** The words of its quote, in order. */
  readonly quoteTerms: readonly string[];
  readonly keywordTerms: readonly string[];
  /** Whoever it speaks of or comes from. */
  readonly entities: ReadonlySet<Entity>;
  /** The position of its sentence in the index. */
  readonly sentence: number;
}

/** A sentence that has claims. */
export interface IndexedSentence {
  readonly terms: readonly string[];
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
  readonly names: NameIndex;
}

/** Takes a claim set apart. */
export function createIndex(claimSet: ClaimSet): SearchIndex {
  const namesOf = new Map(
    claimSet.entities.map((entity) => [entity, [entity.name, ...entity.aliases].map(termsOfName)]),
  );
  const claimsOn = new Map<Entity, number[]>();
  const sentences: IndexedSentence[] = [];

  const claims = claimSet.claims.map((claim, position): IndexedClaim => {
    if (claim.sentence !== claimSet.claims[position - 1]?.sentence)
      sentences.push({ terms: termsOf(claim.sentence.text), from: position, to: position });
    (sentences.at(-1) as IndexedSentence).to = position + 1;
    const entities = new Set([...claim.entities, ...claim.attribution.map(({ source }) => source)]);
    if (claim.subject) entities.add(claim.subject);
    for (const entity of entities) addTo(claimsOn, entity, position);
    return {
      claim,
      terms: termsOf(claim.text),
      quoteTerms: termsOf(claim.quote.exact),
      keywordTerms: termsOf(claim.keywords.join('\n')),
      entities,
      sentence: sentences.length - 1,
    };
  });
  const nameTerms = new Map([...namesOf].map(([entity, names]) => [entity, names.flat()]));
  const postings = createPostings(claims, sentences, nameTerms);
  return {
    claims,
    sentences,
    postings,
    claimsOn,
    vocabulary: createVocabulary(postings),
    names: createNameIndex(namesOf),
  };
}

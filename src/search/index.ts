import type { Claim, ClaimSet, Entity } from '../model.ts';
import { type Token, tokenize } from './analysis.ts';
import { createNameIndex, type NameIndex, termsOfName } from './names.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** Where a word stands, and how much standing there counts. */
export const FIELD_WEIGHTS = { text: 1, quote: 0.95, name: 0.75, keyword: 0.7, sentence: 0.4 } as const;
export type Field = keyof typeof FIELD_WEIGHTS;

/** A claim taken apart for search. */
export interface IndexedClaim {
  readonly claim: Claim;
  readonly text: readonly Token[];
  readonly sentence: readonly Token[];
  /** The best field of every word that the claim, its names, its keywords or its sentence hold. */
  readonly fields: ReadonlyMap<string, Field>;
  /** Everyone and everything that it speaks of, its sources included. */
  readonly entities: ReadonlySet<Entity>;
  /** The same of all claims of its sentence. */
  readonly sentenceEntities: ReadonlySet<Entity>;
}

export interface SearchIndex {
  readonly claims: readonly IndexedClaim[];
  readonly vocabulary: Vocabulary;
  readonly names: NameIndex;
}

export function createIndex(claimSet: ClaimSet): SearchIndex {
  const namesOf = new Map(
    claimSet.entities.map((entity) => [entity, [entity.name, ...entity.aliases].flatMap(termsOfName)]),
  );
  const sentenceTokens = new Map(
    claimSet.article.sentences.map((sentence) => [sentence, tokenize(sentence.text)]),
  );
  const sentenceEntities = new Map(
    claimSet.article.sentences.map((sentence) => [sentence, new Set<Entity>()]),
  );
  const terms = new Set<string>();

  const claims = claimSet.claims.map((claim): IndexedClaim => {
    const entities = new Set([...claim.entities, ...claim.attribution.map(({ source }) => source)]);
    if (claim.subject) entities.add(claim.subject);
    const ofSentence = sentenceEntities.get(claim.sentence) ?? new Set();
    for (const entity of entities) ofSentence.add(entity);
    const text = tokenize(claim.text);
    const sentence = sentenceTokens.get(claim.sentence) ?? [];
    const fields = new Map<string, Field>();
    const add = (field: Field, words: Iterable<string>) => {
      for (const word of words) if (!fields.has(word)) fields.set(word, field);
    };
    // Best first: the first field to hold a word keeps it.
    add(
      'text',
      text.map(({ term }) => term),
    );
    add(
      'quote',
      tokenize(claim.quote.exact).map(({ term }) => term),
    );
    add(
      'name',
      [...entities].flatMap((entity) => namesOf.get(entity) ?? []),
    );
    add(
      'keyword',
      claim.keywords.flatMap((keyword) => tokenize(keyword).map(({ term }) => term)),
    );
    add(
      'sentence',
      sentence.map(({ term }) => term),
    );
    for (const term of fields.keys()) terms.add(term);
    return { claim, text, sentence, fields, entities, sentenceEntities: ofSentence };
  });
  return { claims, vocabulary: createVocabulary(terms), names: createNameIndex(claimSet.entities) };
}

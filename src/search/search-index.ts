import { addTo } from '../group-by.ts';
import type { Claim, ClaimSet, Entity } from '../model.ts';
import { termsOf } from './analysis.ts';
import { createNameIndex, type NameIndex, termsOfName } from './names.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** Where a word may stand in a claim, best first; a posting holds the place in this list. */
export const FIELDS = ['text', 'quote', 'name', 'keyword'] as const;

/** A claim taken apart for search. */
export interface IndexedClaim {
  readonly claim: Claim;
  /** The words of its text, in order. */
  readonly terms: readonly string[];
  /** The words of its quote, in order. */
  readonly quoteTerms: readonly string[];
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

/** For each word, who holds it: {@link posting}s of claims or of sentences in ascending order. */
export type Postings = ReadonlyMap<string, readonly number[]>;

/** Where each word and each entity is to be found. */
export interface SearchIndex {
  readonly claims: readonly IndexedClaim[];
  readonly sentences: readonly IndexedSentence[];
  readonly claimsWith: Postings;
  /** The best field of any claim of the sentence, or its own text. */
  readonly sentencesWith: Postings;
  /** Positions of the claims that speak of an entity or have it as a source. */
  readonly claimsOn: ReadonlyMap<Entity, readonly number[]>;
  readonly vocabulary: Vocabulary;
  readonly names: NameIndex;
}

const FIELD_BITS = 2;

/** A position and a field as one number. */
const posting = (position: number, field: number) => (position << FIELD_BITS) | field;
export const positionOf = (code: number): number => code >> FIELD_BITS;
export const fieldOf = (code: number): number => code & ((1 << FIELD_BITS) - 1);

/** Takes a claim set apart. */
export function createIndex(claimSet: ClaimSet): SearchIndex {
  const nameTerms = new Map(
    claimSet.entities.map((entity) => [entity, [entity.name, ...entity.aliases].flatMap(termsOfName)]),
  );
  const claimsWith = new Map<string, number[]>();
  const sentencesWith = new Map<string, number[]>();
  const claimsOn = new Map<Entity, number[]>();
  const sentences: IndexedSentence[] = [];
  // The best field of each word of the sentence that is being read.
  let ofSentence = new Map<string, number>();
  const closeSentence = () => addPostings(sentencesWith, sentences.length - 1, ofSentence);

  const claims = claimSet.claims.map((claim, position): IndexedClaim => {
    if (claim.sentence !== claimSet.claims[position - 1]?.sentence) {
      closeSentence();
      const terms = termsOf(claim.sentence.text);
      sentences.push({ terms, from: position, to: position });
      ofSentence = new Map(terms.map((term) => [term, FIELDS.indexOf('text')]));
    }
    (sentences.at(-1) as IndexedSentence).to = position + 1;
    const entities = new Set([...claim.entities, ...claim.attribution.map(({ source }) => source)]);
    if (claim.subject) entities.add(claim.subject);
    for (const entity of entities) addTo(claimsOn, entity, position);
    const terms = termsOf(claim.text);
    const quoteTerms = termsOf(claim.quote.exact);
    const fields = new Map<string, number>();
    const words: Record<(typeof FIELDS)[number], readonly string[]> = {
      text: terms,
      quote: quoteTerms,
      name: [...entities].flatMap((entity) => nameTerms.get(entity) ?? []),
      keyword: claim.keywords.flatMap(termsOf),
    };
    FIELDS.forEach((name, field) => {
      for (const term of words[name]) if (!fields.has(term)) fields.set(term, field);
    });
    addPostings(claimsWith, position, fields);
    for (const [term, field] of fields)
      if (field < (ofSentence.get(term) ?? FIELDS.length)) ofSentence.set(term, field);
    return { claim, terms, quoteTerms, sentence: sentences.length - 1 };
  });
  closeSentence();
  return {
    claims,
    sentences,
    claimsWith,
    sentencesWith,
    claimsOn,
    vocabulary: createVocabulary(new Set(sentencesWith.keys())),
    names: createNameIndex(claimSet.entities),
  };
}

function addPostings(
  postings: Map<string, number[]>,
  position: number,
  fields: ReadonlyMap<string, number>,
): void {
  for (const [term, field] of fields) addTo(postings, term, posting(position, field));
}

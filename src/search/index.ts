import type { Claim, ClaimSet, Entity, Sentence } from '../model.ts';
import { type Token, tokenize } from './analysis.ts';
import { createNameIndex, type NameIndex, termsOfName } from './names.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** Where a word stands, best first, and how much standing there counts. */
export const FIELD_WEIGHTS = { text: 1, quote: 0.95, name: 0.75, keyword: 0.7 } as const;
type Field = keyof typeof FIELD_WEIGHTS;

/** The words of a text, each with the best field that holds it. */
type Fields = ReadonlyMap<string, Field>;

/** A sentence with all that its claims say of it. */
interface IndexedSentence {
  readonly tokens: readonly Token[];
  readonly fields: Fields;
  readonly entities: ReadonlySet<Entity>;
  /** Its claims, by their position in the index. */
  readonly claims: readonly number[];
}

/** A claim taken apart for search. */
export interface IndexedClaim {
  readonly claim: Claim;
  readonly tokens: readonly Token[];
  readonly fields: Fields;
  /** Everyone and everything that it speaks of, its sources included. */
  readonly entities: ReadonlySet<Entity>;
  readonly sentence: IndexedSentence;
}

/** Claims in reading order, and where each word and entity is to be found. */
export interface SearchIndex {
  readonly claims: readonly IndexedClaim[];
  /** For each word and each entity the sentences that hold it. */
  readonly sentencesWith: ReadonlyMap<string | Entity, readonly IndexedSentence[]>;
  readonly vocabulary: Vocabulary;
  readonly names: NameIndex;
}

/** Takes a claim set apart. */
export function createIndex(claimSet: ClaimSet): SearchIndex {
  const nameTerms = new Map(
    claimSet.entities.map((entity) => [entity, [entity.name, ...entity.aliases].flatMap(termsOfName)]),
  );
  const sentences = new Map(
    claimSet.article.sentences.map((sentence) => [sentence, emptySentence(sentence)]),
  );
  const claims = claimSet.claims.map((claim, position): IndexedClaim => {
    const tokens = tokenize(claim.text);
    const entities = new Set([...claim.entities, ...claim.attribution.map(({ source }) => source)]);
    if (claim.subject) entities.add(claim.subject);
    const fields = new Map<string, Field>();
    addTerms(fields, 'text', tokens);
    addTerms(fields, 'quote', tokenize(claim.quote.exact));
    for (const entity of entities)
      for (const term of nameTerms.get(entity) ?? []) addTerm(fields, 'name', term);
    for (const keyword of claim.keywords) addTerms(fields, 'keyword', tokenize(keyword));
    const sentence = sentences.get(claim.sentence) ?? emptySentence(claim.sentence);
    for (const [term, field] of fields) addTerm(sentence.fields, field, term);
    for (const entity of entities) sentence.entities.add(entity);
    sentence.claims.push(position);
    return { claim, tokens, fields, entities, sentence };
  });
  const sentencesWith = new Map<string | Entity, IndexedSentence[]>();
  const terms = new Set<string>();
  for (const sentence of sentences.values()) {
    for (const term of sentence.fields.keys()) terms.add(term);
    for (const key of [...sentence.fields.keys(), ...sentence.entities]) {
      const list = sentencesWith.get(key);
      if (list) list.push(sentence);
      else sentencesWith.set(key, [sentence]);
    }
  }
  return {
    claims,
    sentencesWith,
    vocabulary: createVocabulary(terms),
    names: createNameIndex(claimSet.entities),
  };
}

function emptySentence({ text }: Sentence) {
  const tokens = tokenize(text);
  const fields = new Map<string, Field>();
  addTerms(fields, 'text', tokens);
  return { tokens, fields, entities: new Set<Entity>(), claims: [] as number[] };
}

function addTerms(fields: Map<string, Field>, field: Field, tokens: readonly Token[]): void {
  for (const { term } of tokens) addTerm(fields, field, term);
}

/** A word keeps the best field that holds it. */
function addTerm(fields: Map<string, Field>, field: Field, term: string): void {
  const known = fields.get(term);
  if (known === undefined || FIELD_WEIGHTS[known] < FIELD_WEIGHTS[field]) fields.set(term, field);
}

import type { Claim, Entity, Sentence, Stories } from '../model.ts';
import { type Reading, read } from '../reading/read.ts';
import { type Mention, type NameIndex, nameIndexOf } from './mentions.ts';
import { LIGHT_STEMS, type Word, wordsOf } from './words.ts';

/** A claim with what its words say. */
export interface ReadClaim {
  readonly claim: Claim;
  readonly words: readonly Word[];
  readonly mentions: readonly Mention[];
  readonly keywordStems: readonly string[];
  readonly reading: Reading;
  readonly quote: Reading;
}

/** A sentence of the article with what it and its claims say. */
export interface ReadSentence {
  readonly sentence: Sentence;
  readonly reading: Reading;
  readonly words: readonly Word[];
  readonly claims: readonly ReadClaim[];
  /** How well a stem is at home here: 1 in its words or those of a claim, less in a name or keyword. */
  readonly stems: ReadonlyMap<string, number>;
  readonly entities: ReadonlySet<Entity>;
}

/** Stories made ready for drafts to be held against them. */
export interface ReadArticle {
  readonly stories: Stories;
  /** Those that have claims. */
  readonly sentences: readonly ReadSentence[];
  readonly names: NameIndex;
  /** How much a stem tells: more where fewer sentences have it. */
  weightOf(stem: string): number;
  has(stem: string): boolean;
}

const NAME = 0.9;
const KEYWORD = 0.8;
/** What a verb such as “take” tells, against what others do. */
const LIGHT = 0.4;

/** Reads every sentence and claim once. */
export function readArticle(stories: Stories): ReadArticle {
  const names = nameIndexOf(stories);
  const claimsOf = new Map<Sentence, Claim[]>();
  for (const claim of stories.claims) {
    const claims = claimsOf.get(claim.sentence);
    if (claims) claims.push(claim);
    else claimsOf.set(claim.sentence, [claim]);
  }
  const sentences = [...claimsOf].map(([sentence, claims]) => readSentence(sentence, claims, names));
  const frequency = new Map<string, number>();
  for (const { stems } of sentences)
    for (const stem of stems.keys()) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  const most = Math.log(1 + sentences.length / 0.5);
  const weightOf = (stem: string) =>
    (Math.log(1 + sentences.length / (frequency.get(stem) ?? 0.5)) / most) *
    (LIGHT_STEMS.has(stem) ? LIGHT : 1);
  return { stories, sentences, names, weightOf, has: (stem) => frequency.has(stem) };
}

function readSentence(sentence: Sentence, claims: readonly Claim[], names: NameIndex): ReadSentence {
  const stems = new Map<string, number>();
  const add = (text: string, strength: number) => {
    for (const { stem, isFunction } of wordsOf(text))
      if (!isFunction) stems.set(stem, Math.max(stems.get(stem) ?? 0, strength));
  };
  add(sentence.text, 1);
  const entities = new Set<Entity>();
  for (const claim of claims) {
    add(claim.text, 1);
    for (const keyword of claim.keywords) add(keyword, KEYWORD);
    for (const entity of [...claim.entities, ...claim.attribution.map(({ source }) => source)])
      entities.add(entity);
  }
  for (const { name, aliases } of entities) for (const each of [name, ...aliases]) add(each, NAME);
  return {
    sentence,
    reading: read(sentence.text),
    words: wordsOf(sentence.text),
    claims: claims.map((claim) => ({
      claim,
      words: wordsOf(claim.text),
      mentions: names.mentionsIn(claim.text, wordsOf(claim.text)),
      keywordStems: claim.keywords.flatMap((keyword) =>
        wordsOf(keyword)
          .filter(({ isFunction }) => !isFunction)
          .map(({ stem }) => stem),
      ),
      reading: read(claim.text),
      quote: read(claim.quote.exact),
    })),
    stems,
    entities,
  };
}

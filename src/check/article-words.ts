import { lazily } from '../lazily.ts';
import type { Claim, Collection, Entity, Sentence, Stories } from '../model.ts';
import { hedgesIn } from '../reading/hedges.ts';
import { intentionsIn } from '../reading/intentions.ts';
import { type Reading, read } from '../reading/read.ts';
import type { Stretch } from '../reading/stretch.ts';
import { sourcesOf, spokenOf } from '../spoken-of.ts';
import { type Figures, figuresOf } from './figures.ts';
import { type Mention, type NameIndex, nameIndexOf } from './mentions.ts';
import { type StrengthOf, strengthAmong } from './stems.ts';
import { contentOf, contentWordsOf, LIGHT_STEMS, plainWords, type Word, wordsOf } from './words.ts';

/** A claim with what its words say. */
export interface ReadClaim {
  readonly claim: Claim;
  readonly words: readonly Word[];
  readonly mentions: readonly Mention[];
  /** Whom and what it speaks of and comes from, as the name index has them. */
  readonly entities: ReadonlySet<Entity>;
  /** Its words less who says it and how sure: what is said. */
  readonly core: readonly Word[];
  /** How well a stem is at home in its words. */
  readonly strengthOf: StrengthOf;
  /** The stems of its keywords. */
  readonly keywords: ReadonlySet<string>;
  readonly reading: Reading;
  readonly quote: Reading;
  readonly figures: () => Figures;
}

/** A sentence of the article with what it and its claims say. */
export interface ReadSentence {
  readonly sentence: Sentence;
  readonly reading: Reading;
  readonly words: readonly Word[];
  readonly claims: readonly ReadClaim[];
  /** How well a stem is at home here: 1 in its words or those of a claim, less in a name or keyword. */
  readonly stems: ReadonlyMap<string, number>;
  readonly strengthOf: StrengthOf;
  readonly figures: () => Figures;
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
  /** Whether some sentence or the name of the paper has it or a word of its root: “Tavrian” for Tavria. */
  isAtHome(stem: string): boolean;
  /** The words of all articles, as {@link plainWords} has them. */
  readonly plain: () => readonly string[];
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
  const { collection } = stories;
  const perClaim = sentences.length / (stories.claims.length || 1);
  const all = collection ? collection.claims * perClaim : sentences.length;
  for (const [stem, claims] of collection ? claimsByStem(collection) : [])
    frequency.set(stem, Math.max(frequency.get(stem) ?? 1, claims * perClaim));
  const most = Math.log(1 + all / 0.5);
  const weightOf = (stem: string) =>
    (Math.log(1 + all / (frequency.get(stem) ?? 0.5)) / most) * (LIGHT_STEMS.has(stem) ? LIGHT : 1);
  const papers = stories.articles.flatMap(({ publisher, author }) => [
    publisher ?? '',
    ...author.map(({ family, literal }) => family ?? literal ?? ''),
  ]);
  const known = [...frequency.keys(), ...papers.flatMap(wordsOf).map(({ stem }) => stem)];
  const strengthOf = strengthAmong(new Map(known.map((stem) => [stem, 1])));
  const plain = lazily(() => stories.articles.map(({ text }) => plainWords(text)));
  return {
    stories,
    sentences,
    names,
    weightOf,
    has: (stem) => frequency.has(stem),
    isAtHome: (stem) => strengthOf(stem) > 0,
    plain,
  };
}

/** About how many claims of the whole have each stem, or stand in a sentence that does. */
function claimsByStem({ holders }: Collection): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [term, claims] of holders)
    for (const { stem } of contentWordsOf(term)) found.set(stem, (found.get(stem) ?? 0) + claims);
  return found;
}

function readSentence(sentence: Sentence, claims: readonly Claim[], names: NameIndex): ReadSentence {
  const stems = new Map<string, number>();
  const add = (text: string, strength: number) => {
    for (const { stem } of contentWordsOf(text)) stems.set(stem, Math.max(stems.get(stem) ?? 0, strength));
  };
  add(sentence.text, 1);
  const entities = new Set<Entity>();
  for (const claim of claims) {
    add(claim.text, 1);
    for (const keyword of claim.keywords) add(keyword, KEYWORD);
    for (const entity of spokenOfAndBy(claim)) entities.add(names.standsFor(entity));
  }
  for (const { name, aliases } of claims.flatMap(spokenOfAndBy))
    for (const each of [name, ...aliases]) add(each, NAME);
  const reading = lazily(() => read(sentence.text));
  return {
    sentence,
    get reading() {
      return reading();
    },
    words: wordsOf(sentence.text),
    claims: claims.map((claim) => readClaim(claim, names)),
    strengthOf: strengthAmong(stems),
    figures: lazily(() =>
      figuresOf([
        sentence.text,
        ...claims.flatMap((claim) => [
          claim.text,
          claim.time?.text ?? '',
          ...claim.entities.map(({ name }) => name),
        ]),
      ]),
    ),
    stems,
    entities,
  };
}

const spokenOfAndBy = (claim: Claim): Entity[] => [...spokenOf(claim), ...sourcesOf(claim)];

function readClaim(claim: Claim, names: NameIndex): ReadClaim {
  const words = wordsOf(claim.text);
  const markers = [...hedgesIn(claim.text), ...intentionsIn(claim.text)];
  const core = coreOf(claim, words, markers);
  const keywords = claim.keywords.flatMap(contentWordsOf);
  // Most claims of an article are never asked what their words say.
  const reading = lazily(() => read(claim.text));
  const quote = lazily(() => read(claim.quote.exact));
  return {
    claim,
    words,
    mentions: names.mentionsIn(claim.text, words),
    entities: new Set(spokenOfAndBy(claim).map(names.standsFor)),
    core,
    strengthOf: strengthAmong(new Map(contentOf(words).map(({ stem }) => [stem, 1]))),
    keywords: new Set(keywords.map(({ stem }) => stem)),
    get reading() {
      return reading();
    },
    get quote() {
      return quote();
    },
    figures: lazily(() => figuresOf([claim.text])),
  };
}

/** The words of a claim less who says it and how sure: what is said. */
function coreOf(claim: Claim, words: readonly Word[], markers: readonly Stretch[]): Word[] {
  const speakers = new Set(
    claim.attribution
      .filter(({ source }) => source !== claim.subject)
      .flatMap(({ source }) => source.name.toLowerCase().split(/[^\p{L}\p{N}]+/u)),
  );
  const hedge = new Set(wordsOf(claim.hedge ?? '').map(({ term }) => term));
  const condition = claim.conditional ? CONDITION.exec(claim.text) : null;
  const isCondition = ({ start }: Word) =>
    condition !== null && condition.index <= start && start < condition.index + condition[0].length;
  const core = words.filter(
    (word) =>
      !word.isFunction &&
      !speakers.has(word.term) &&
      !hedge.has(word.term) &&
      !isCondition(word) &&
      !markers.some(({ start, end }) => start <= word.start && word.start < end),
  );
  return core.length ? core : contentOf(words);
}

/** A draft that leaves the condition out tells what depends on it all the more. */
const CONDITION = /\b(?:if|unless|provided|as long as)\b[^,]*,?/i;

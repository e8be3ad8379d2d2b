import type { Entity } from '../model.ts';
import type { ReadArticle, ReadClaim, ReadSentence } from './article-words.ts';
import type { Range } from './clauses.ts';
import type { ReadDraft } from './read-draft.ts';
import type { Word } from './words.ts';

/** A claim that a sentence of a draft tells, wholly or in part. */
export interface Told {
  readonly claim: ReadClaim;
  /** How much of the claim the draft tells, 0 to 1. */
  readonly share: number;
  /** How much of the draft the claim covers, 0 to 1. */
  readonly cover: number;
  /** The clauses of the draft that tell it. */
  readonly clauses: readonly Range[];
  /** The words of the draft that tell it, names aside. */
  readonly words: readonly Word[];
}

/** What a sentence of a draft rests on. */
export interface Support {
  /** How much of the draft the sentences cover, 0 to 1. */
  readonly coverage: number;
  /** The best first; a second and third only where they cover what the first does not. */
  readonly sentences: readonly ReadSentence[];
  /** The claims that it tells, best first. */
  readonly told: readonly Told[];
  /** The entities of the claims of which it tells anything. */
  readonly touched: ReadonlySet<Entity>;
  /** The claim that comes nearest, told or not. */
  readonly nearest: ReadClaim | null;
}

/** How much of the draft a further sentence must cover anew, and how many of its words. */
const WORTH_ADDING = 0.15;
const WORDS_WORTH_ADDING = 2;
const MOST_SENTENCES = 3;
/** How much of a claim the draft must tell for it to rest on it. */
const TOLD = 0.5;
const TOUCHED = 0.3;
/** Less of a long claim will do where it covers most of the draft. */
const TOLD_OF_LONG = 0.35;
const COVERS = 0.75;

const isTold = ({ share, cover, words }: Told) =>
  words.length > 0 && (share >= TOLD || (share >= TOLD_OF_LONG && cover >= COVERS));

/** Finds the sentences and claims that a sentence of a draft rests on. */
export function supportOf(draft: ReadDraft, article: ReadArticle): Support {
  const words = draft.words.filter(({ isFunction }) => !isFunction);
  const weights = words.map((word) => article.weightOf(word.stem) * emphasisOf(word, draft, article));
  const total = sum(weights);
  const strengths = article.sentences.map((sentence) =>
    words.map((word) => Math.max(sentence.strengthOf(word.stem), namedIn(word, draft, sentence.entities))),
  );
  const scoreOf = (row: readonly number[]) =>
    sum(row.map((strength, index) => strength * (weights[index] ?? 0)));
  const chosen: number[] = [];
  let covered = words.map(() => 0);
  while (chosen.length < MOST_SENTENCES) {
    const gains = strengths.map((row) =>
      row.map((strength, index) => Math.max(0, strength - (covered[index] ?? 0))),
    );
    const scores = gains.map((row, index) => (chosen.includes(index) ? 0 : scoreOf(row)));
    const best = scores.indexOf(Math.max(...scores));
    const gain = (scores[best] ?? 0) / (total || 1);
    const gained = words.filter((_, index) => (gains[best]?.[index] ?? 0) > 0.5);
    const isOfNames = gained.every((word) => isInName(word, draft));
    if (best < 0 || gain === 0) break;
    if (chosen.length && (gain < WORTH_ADDING || gained.length < WORDS_WORTH_ADDING || isOfNames)) break;
    chosen.push(best);
    covered = covered.map((each, index) => Math.max(each, strengths[best]?.[index] ?? 0));
  }
  for (const index of betterForClauses(draft, words, strengths, chosen)) chosen.push(index);
  const sentences = chosen.flatMap((index) => article.sentences[index] ?? []);
  const compared = sentences.flatMap((sentence) =>
    sentence.claims.map((claim) => compare(claim, draft, article)),
  );
  const ranked = compared.sort((a, b) => b.share * b.cover - a.share * a.cover || b.cover - a.cover);
  return {
    coverage: total ? scoreOf(covered) / total : 0,
    sentences,
    told: ranked.filter(isTold),
    touched: new Set(
      ranked
        .filter(({ share }) => share >= TOUCHED)
        .flatMap(({ claim: { claim } }) => [
          ...claim.entities,
          ...claim.attribution.map(({ source }) => source),
        ]),
    ),
    nearest: ranked[0]?.claim ?? null,
  };
}

/** Sentences that cover a clause of the draft better than the chosen ones do: “Xi went to Seoul | but not to Pyongyang”. */
function betterForClauses(
  { clauses }: ReadDraft,
  words: readonly Word[],
  strengths: readonly (readonly number[])[],
  chosen: readonly number[],
): number[] {
  if (clauses.length < 2) return [];
  const found = clauses.flatMap(({ start, end }) => {
    const inside = words.flatMap((word, index) => (start <= word.start && word.start < end ? [index] : []));
    if (inside.length < 2) return [];
    const scores = strengths.map((row) => sum(inside.map((index) => row[index] ?? 0)) / inside.length);
    const best = scores.indexOf(Math.max(...scores));
    const reached = Math.max(...chosen.map((index) => scores[index] ?? 0));
    return (scores[best] ?? 0) > reached + BETTER ? [best] : [];
  });
  return [...new Set(found)].filter((index) => !chosen.includes(index));
}

const BETTER = 0.25;

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** A name that means one of these, by whatever alias. */
function namedIn(word: Word, { mentions }: ReadDraft, entities: ReadonlySet<Entity>): number {
  const mention = mentions.find(({ start, end }) => start <= word.start && word.end <= end);
  return mention && [...mention.entities].some((entity) => entities.has(entity)) ? 0.9 : 0;
}

/**
 * A known name tells less than other words do, however many words it has: who speaks is not what is said. A name that the
 * article lacks tells more, and so does a number.
 */
function emphasisOf(word: Word, { mentions, words, text }: ReadDraft, article: ReadArticle): number {
  const mention = mentions.find(({ start, end }) => start <= word.start && word.end <= end);
  if (mention)
    return NAME_SHARE / words.filter(({ start, end }) => mention.start <= start && end <= mention.end).length;
  const isNewName =
    word.isCapital && /\p{L}[\s,]+$/u.test(text.slice(0, word.start)) && !article.has(word.stem);
  return isNewName || /^\d/.test(word.term) ? STRANGE : 1;
}

const STRANGE = 1.6;
const NAME_SHARE = 0.6;

const isInName = (word: Word, { mentions }: ReadDraft) =>
  mentions.some(({ start, end }) => start <= word.start && word.end <= end);

/**
 * Whether another claim accounts for what the draft tells of this one, as well or better: “his first trip abroad” may be
 * of the claim that it would be, or of the one that he has made none.
 */
export const isTakenBy = (other: Told, told: Told): boolean =>
  other !== told &&
  other.share >= told.share &&
  other.cover >= told.cover &&
  told.clauses.every((clause) => other.clauses.includes(clause));

/** How much of a claim the draft tells, and where. */
function compare(claim: ReadClaim, draft: ReadDraft, article: ReadArticle): Told {
  const { core, strengthOf, keywords } = claim;
  const entities = new Set(claim.claim.entities);
  const own = draft.words.filter(({ isFunction }) => !isFunction);
  const isName = (word: Word) => namedIn(word, draft, entities) > 0;
  const matched = own.filter((word) => isName(word) || strengthOf(word.stem) > 0 || keywords.has(word.stem));
  const { named } = draft;
  const hasPronoun = PRONOUN.test(draft.text);
  const isSaid = (word: Word) => {
    if (draft.strengthOf(word.stem) > 0) return true;
    const entity = entityAt(claim, word);
    return entity !== null && (named.has(entity) || (entity.type === 'person' && hasPronoun));
  };
  // A name of three words tells no more than one word does.
  const isTime = ({ start }: Word) =>
    claim.reading.dates.some((date) => date.start <= start && start < date.end);
  const weigh = (word: Word) =>
    article.weightOf(word.stem) * (entityAt(claim, word) ? NAME_PART : isTime(word) ? TIME_PART : 1);
  const toldWords = core.filter(isSaid);
  // A keyword stands for a word of the claim that the draft says otherwise.
  const byKeyword = own.filter(({ stem }) => keywords.has(stem) && strengthOf(stem) === 0);
  const missing = core.filter((word) => !isSaid(word) && !entityAt(claim, word));
  const share = core.length
    ? (sum(toldWords.map(weigh)) + KEYWORD * sum(missing.slice(0, byKeyword.length).map(weigh))) /
      sum(core.map(weigh))
    : 0;
  const weight = (words: readonly Word[]) => sum(words.map(({ stem }) => article.weightOf(stem)));
  const plain = matched.filter((word) => !isName(word));
  const places = plain.length ? plain : matched;
  return {
    claim,
    share,
    cover: own.length ? weight(matched) / weight(own) : 0,
    clauses: draft.clauses.filter(({ start, end }) =>
      places.some((word) => start <= word.start && word.start < end),
    ),
    words: places,
  };
}

/** The entity in whose name a word of a claim stands. */
function entityAt({ mentions }: ReadClaim, word: Word): Entity | null {
  const mention = mentions.find(({ start, end }) => start <= word.start && word.end <= end);
  const [entity] = mention?.entities ?? [];
  return entity ?? null;
}

const PRONOUN = /\b(?:he|she|they|it|his|her|their|its|him|them|who|man|woman)\b/i;
const NAME_PART = 0.3;
/** When it was may be left out. */
const TIME_PART = 0.4;
const KEYWORD = 0.8;

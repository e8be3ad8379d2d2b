import type { Entity } from '../model.ts';
import type { ReadArticle, ReadClaim, ReadSentence } from './article-words.ts';
import type { Range } from './clauses.ts';
import { isMainBearer } from './mentions.ts';
import type { ReadDraft } from './read-draft.ts';
import { contentOf, type Word } from './words.ts';

/** A claim that a sentence of a draft tells, wholly or in part. */
export interface Told {
  readonly claim: ReadClaim;
  /** The sentence of the article that it is a claim of. */
  readonly home: ReadSentence;
  /** How much of the claim the draft tells, 0 to 1. */
  readonly share: number;
  /** How much of the draft the claim covers, 0 to 1. */
  readonly cover: number;
  /** The clauses of the draft that tell it. */
  readonly clauses: readonly Range[];
  /** Those, and others that have a word of it. */
  readonly touched: readonly Range[];
  /** The words of the draft that tell it, names aside. */
  readonly words: readonly Word[];
  /** The words of the draft that it accounts for, names and all, with what each of them tells. */
  readonly covered: readonly Weighed[];
}

/** A word with how much it tells. */
export interface Weighed {
  readonly word: Word;
  readonly weight: number;
}

/** What the words of a clause tell together. */
export const weightIn = (words: readonly Weighed[], { start, end }: Range): number =>
  sum(words.filter(({ word }) => start <= word.start && word.start < end).map(({ weight }) => weight));

/** What a sentence of a draft rests on. */
export interface Support {
  /** How much of the draft the sentences cover, 0 to 1. */
  readonly coverage: number;
  /** Its words that say something. */
  readonly said: readonly Weighed[];
  /** No clause that says much is left without a word in the article. */
  readonly isWhole: boolean;
  /** The best first; a second and third only where they cover what the first does not. */
  readonly sentences: readonly ReadSentence[];
  /** The claims that it tells, best first; the nearest one where it tells none. */
  readonly told: readonly Told[];
  /** The claim that comes nearest, told or not. */
  readonly nearest: ReadClaim | null;
}

/** How much of the draft a further sentence must cover anew, and how many of its words. */
const WORTH_ADDING = 0.15;
const WORDS_WORTH_ADDING = 2;
const MOST_SENTENCES = 3;
/** How much a clause must say to count, and how much of it the article must have. */
const CLAUSE = 1.2;
const BARE = 0.35;
/** The same, where half of a claim and half of the sentence are told. */
const BARE_OF_TOLD = 0.2;
const HALF = 0.5;
const IS = /^\s(?:is|are|was|were|has|have|had|will|would)\b/i;
/** How much of a claim the draft must tell for it to rest on it. */
const TOLD = 0.5;
/** Less of a claim will do where none covers more of a clause. */
const TOLD_OF_BEST = 0.15;

/** Finds the sentences and claims that a sentence of a draft rests on. */
export function supportOf(draft: ReadDraft, article: ReadArticle): Support {
  const words = contentOf(draft.words);
  const weights = words.map((word) => article.weightOf(word.stem) * emphasisOf(word, draft));
  const total = sum(weights);
  const strengths = article.sentences.map((sentence) =>
    words.map((word) => {
      const named = namedIn(word, draft, sentence.entities);
      // “Kim” stands in every name of a Kim, and means one of them.
      return isOfOne(word, draft) ? named : Math.max(sentence.strengthOf(word.stem), named);
    }),
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
  for (const index of betterForClauses(draft, words, strengths, chosen)) {
    chosen.push(index);
    covered = covered.map((each, at) => Math.max(each, strengths[index]?.[at] ?? 0));
  }
  const weighed = (row: readonly number[]): Weighed[] =>
    words.map((word, index) => ({ word, weight: (row[index] ?? 0) * (weights[index] ?? 0) }));
  const singles = chosen.map((index) => weighed(strengths[index] ?? []));
  const said = weighed(words.map(() => 1));
  const together = weighed(covered);
  // “his sister” of “his sister is often with him”: whatever else it tells, the article tells nothing of her.
  const isOfStranger = ({ start, end }: Range) =>
    together.some(
      ({ word, weight }) =>
        start <= word.start && word.start < end && weight === 0 && IS.test(draft.text.slice(word.end)),
    );
  const clauses = draft.clauses.map((clause) => {
    const single = Math.max(0, ...singles.map((each) => weightIn(each, clause)));
    // What a second sentence adds to a clause tells less: a false sentence may be put together of true words.
    const covered = (single + weightIn(together, clause)) / 2;
    return { said: weightIn(said, clause), covered, least: isOfStranger(clause) ? BARE : BARE_OF_TOLD };
  });
  const sentences = chosen.flatMap((index) => article.sentences[index] ?? []);
  const compared = sentences.flatMap((home) =>
    home.claims.map((claim) => compare(claim, home, draft, article)),
  );
  const ranked = compared.sort((a, b) => b.share * b.cover - a.share * a.cover || b.cover - a.cover);
  const told = ranked.filter(
    (each) =>
      each.words.length > 0 &&
      (each.share >= TOLD ||
        (each.share >= TOLD_OF_BEST &&
          draft.clauses.some((clause) =>
            ranked.every((other) => weightIn(other.covered, clause) <= weightIn(each.covered, clause)),
          ))),
  );
  const coverage = total ? sum(clauses.map((clause) => clause.covered)) / total : 0;
  const isMostlyTold = coverage >= HALF && (ranked[0]?.share ?? 0) >= HALF;
  return {
    said,
    coverage,
    isWhole: clauses.every(
      ({ said, covered, least }) => said < CLAUSE || covered >= (isMostlyTold ? least : BARE) * said,
    ),
    sentences,
    told: told.length ? told.map((each) => withOwnClauses(each, told)) : ranked.slice(0, 1),
    nearest: ranked[0]?.claim ?? null,
  };
}

/** A claim is of the clauses that tell it, and not of one that has a stray word of it and tells another claim. */
function withOwnClauses(told: Told, all: readonly Told[]): Told {
  const weightOf = ({ covered }: Told, clause: Range) => weightIn(covered, clause);
  const most = Math.max(...told.clauses.map((clause) => weightOf(told, clause)));
  const isOwn = (clause: Range) => {
    const own = weightOf(told, clause);
    return own >= STRAY * most || all.every((other) => STRAY * weightOf(other, clause) <= own);
  };
  return { ...told, clauses: told.clauses.filter(isOwn) };
}

const STRAY = 0.5;

/** Sentences that cover a clause of the draft better than the chosen ones do: “Xi went to Seoul | but not to Pyongyang”. */
function betterForClauses(
  { clauses }: ReadDraft,
  words: readonly Word[],
  strengths: readonly (readonly number[])[],
  chosen: readonly number[],
): number[] {
  if (clauses.length < 2) return [];
  const overall = strengths.map((row) => sum(row) / (row.length || 1));
  const found = clauses.flatMap(({ start, end }) => {
    const inside = words.flatMap((word, index) => (start <= word.start && word.start < end ? [index] : []));
    if (inside.length === 0) return [];
    const scores = strengths.map((row) => sum(inside.map((index) => row[index] ?? 0)) / inside.length);
    const likely = scores.map((score, index) => score + WHOLE * (overall[index] ?? 0));
    const best = likely.indexOf(Math.max(...likely));
    const reached = Math.max(...chosen.map((index) => scores[index] ?? 0));
    return (scores[best] ?? 0) > reached + BETTER ? [best] : [];
  });
  return [...new Set(found)].filter((index) => !chosen.includes(index));
}

const BETTER = 0.15;
/** Of two as good for a clause, the one that covers more of the other clauses is meant. */
const WHOLE = 0.1;

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

const isOfOne = (word: Word, { mentions }: ReadDraft) =>
  mentions.some((each) => isMainBearer(each, mentions) && each.start <= word.start && word.end <= each.end);

/** A name that means one of these, by whatever alias. */
function namedIn(word: Word, { mentions }: ReadDraft, entities: ReadonlySet<Entity>): number {
  const mention = mentions.find(({ start, end }) => start <= word.start && word.end <= end);
  return mention && [...mention.entities].some((entity) => entities.has(entity)) ? 0.9 : 0;
}

/**
 * A known name tells less than other words do, however many words it has: who speaks is not what is said. So do the words
 * that say how sure, how much and who says so, and one of the words of a name that the article lacks.
 */
function emphasisOf(word: Word, { mentions, words, strangers, markers }: ReadDraft): number {
  const isIn = ({ start, end }: Range) => start <= word.start && word.end <= end;
  const lengthOf = (range: Range) =>
    words.filter(({ start, end }) => range.start <= start && end <= range.end).length;
  const mention = mentions.find(isIn);
  if (mention) {
    const isTopic = [...mention.entities].every(({ type }) => type === 'work' || type === 'event');
    return (isTopic ? 1 : NAME_SHARE) / lengthOf(mention);
  }
  if (markers.some(isIn)) return MARKER;
  const stranger = strangers.find(isIn);
  return stranger ? NAME_SHARE / lengthOf(stranger) : 1;
}

const NAME_SHARE = 0.6;
const MARKER = 0.3;

const isInName = (word: Word, { mentions }: ReadDraft) =>
  mentions.some(({ start, end }) => start <= word.start && word.end <= end);

/** How much of a claim the draft tells, and where. */
function compare(claim: ReadClaim, home: ReadSentence, draft: ReadDraft, article: ReadArticle): Told {
  const { core, strengthOf, keywords, entities } = claim;
  const own = contentOf(draft.words);
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
  const clauses = draft.clauses.filter(({ start, end }) =>
    places.some((word) => start <= word.start && word.start < end),
  );
  return {
    claim,
    home,
    share,
    cover: own.length ? weight(matched) / weight(own) : 0,
    clauses,
    touched: clauses,
    words: places,
    covered: matched.map((word) => ({
      word,
      weight:
        article.weightOf(word.stem) *
        emphasisOf(word, draft) *
        Math.max(
          strengthOf(word.stem),
          namedIn(word, draft, entities),
          keywords.has(word.stem) ? KEYWORD : 0,
        ),
    })),
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

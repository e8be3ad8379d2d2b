import { remembered } from '../lazily.ts';
import type { Collection, Entity } from '../model.ts';
import type { AskedFor } from './asking.ts';
import type { TermMatches } from './best-matches.ts';
import { type Expansion, isClose } from './expansions.ts';
import type { IndexedClaim, IndexedSentence } from './indexed-claim.ts';
import { isAmount, isNumber } from './numerals.ts';
import { isGuess, type QueryTerm } from './query-terms.ts';
import { roleBearer } from './roles.ts';
import type { SearchIndex } from './search-index.ts';
import { type SpacedWords, unspaced } from './spaced-words.ts';

/** A term, the claims that it matches, and its share in the weight of the query. */
export interface WeightedTerm {
  readonly term: QueryTerm;
  readonly matches: TermMatches;
  readonly share: number;
  /** The same in terms of the others, were it a word that claims have no near one of. */
  readonly shareIfUnknown: number;
  /** Few claims match it. */
  readonly isTelling: boolean;
}

/** A claim by its position in the index. */
export interface RankedClaim {
  readonly position: number;
  readonly score: number;
}

/** A claim must answer this share of what the query asks, by the weight of its terms, */
const LEAST_COVERAGE = 0.42;
/** of more terms than these this share, since whoever types many rarely knows all words of the article, */
const LEAST_OF_MORE = 0.3;
const FEW_TERMS = 2;
/** or this share where that is no accident: it matches several telling terms, or the claim set has all that is asked; */
const LEAST_OF_SEVERAL = 0.25;
/** and this share of what the best claim answers: what follows is about something else. */
const LEAST_OF_BEST = 0.55;
/** Topics tell better what is about something else. Where the best claim has any, a claim on one of them must answer this share of it, */
const LEAST_ON_TOPIC = 0.45;
/** and another claim this. */
const LEAST_OFF_TOPIC = 0.65;
/** Of a query of more terms than these nobody expects all: both shares fall with the square of their number. */
const MANY = 4;
/** A set of fewer claims lacks words by accident: they weigh as they would among so many, */
const ENOUGH = 100;
/** and of a set of a few the least coverage is this share of what it is elsewhere. */
const LENIENCY_OF_FEW = 0.5;
/** A term is telling that has this share of the weight of a word that no claim holds. */
const TELLING = 0.4;
/** What words side by side in the order typed add. */
export const PHRASE_BONUS = 0.5;
/** What being about it first adds. */
const SUBJECT_BONUS = 0.08;
/** What being on whom a name belongs to adds, where others go by it too: "Pyongyang" is the city first, then the government. */
const OWNER_BONUS = 0.1;
/** What being on someone adds whom the sentence itself names, and not by a pronoun. */
export const NAMED_BONUS = 0.15;
/** What the rest of its sentence adds by being about it too. */
export const SENTENCE_BONUS = 0.3;
/** What is said outright comes before what is taken for granted on the way. */
export const ASSERTED_BONUS = 0.05;
/** What having what a question asks for adds: a time, say, where it asks when. */
const ASKED_BONUS: Readonly<Record<AskedFor, number>> = {
  source: 0.3,
  words: 0.3,
  subject: 0.2,
  time: 0.2,
  number: 0.2,
  person: 0.2,
  place: 0.1,
};
/** What a claim that says little else adds. */
export const BREVITY_BONUS = 0.05;

/** How much a term tells: the fewer claims match it the more (Robertson & Spärck Jones 1976, as BM25 has it). */
export function informativeness(matched: number, claims: number): number {
  return Math.log(1 + (claims - matched + 0.5) / (matched + 0.5));
}

/** Weighs each term by how few of the claims match it themselves. */
export function weighTerms(
  matched: readonly { readonly term: QueryTerm; readonly matches: TermMatches }[],
  claims: number,
  counts: Collection['counts'] = new Map(),
): WeightedTerm[] {
  const all = Math.max(ENOUGH, claims);
  const informative = matched.map(({ term, matches }) => {
    return informativeness(counts.get(term.query) ?? matches.own.positions.length, all);
  });
  const total = informative.reduce((sum, weight) => sum + weight, 0);
  const unknown = informativeness(0, all);
  const least = TELLING * unknown;
  return matched.map((each, at) => {
    const weight = informative[at] ?? 0;
    const isTelling = weight >= least && !isGuess(each.term);
    return { ...each, share: weight / total, shareIfUnknown: unknown / total, isTelling };
  });
}

/** What each claim, by its position, answers of a query. */
interface Answers {
  readonly coverage: Float64Array;
  readonly best: number;
  /** How many telling terms it matches. */
  readonly telling: Uint8Array;
  /** 1 where it matches itself, and not just by the rest of its sentence. */
  readonly isOwn: Uint8Array;
  /** How many words of a near sense it has itself, a close one for two, */
  readonly guesses: Uint8Array;
  /** and of the words that were typed: 2 where it has any itself, 1 where its sentence has. */
  readonly sure: Uint8Array;
}

/** What to rank by. */
export interface RankedQuery {
  readonly terms: readonly WeightedTerm[];
  /** All words of the query, in order. */
  readonly words: readonly string[];
  readonly asksFor: AskedFor | null;
  /** How many claims there are in all. */
  readonly claims: number;
}

/** Best first; ties in their order. */
export const byScore = (a: RankedClaim, b: RankedClaim): number =>
  b.score - a.score || a.position - b.position;

const leniencyFor = (terms: number): number => Math.min(1, (MANY / terms) ** 2);

/** A claim that answers less than this share of what the best one does is never shown. */
export const leastShown = (terms: number): number => LEAST_ON_TOPIC * leniencyFor(terms);

/** The claims that answer enough of the query, best first; ties in their order. */
export function rank({ terms, words, asksFor, claims }: RankedQuery, index: SearchIndex): RankedClaim[] {
  const answers = answersOf(terms, index.claims.length);
  const { coverage, best, telling, isOwn, guesses, sure } = answers;
  const isAllKnown = terms.length > 1 && terms.every((each) => !each.matches.isEmpty && !isGuess(each.term));
  const around = ({ claims }: IndexedSentence) => {
    const sum = claims.reduce((total, position) => total + (coverage[position] ?? 0), 0);
    return sum / claims.length;
  };
  const leniency = leniencyFor(terms.length);
  const leniencyOfSize = LENIENCY_OF_FEW + (1 - LENIENCY_OF_FEW) * Math.min(1, claims / ENOUGH);
  const bonus = bonuses(terms, words, index);
  const namedBonus = namedBonuses(terms, index);
  const leastOfAll = terms.length > FEW_TERMS ? LEAST_OF_MORE : LEAST_COVERAGE;
  const least = LEAST_ON_TOPIC * best * leniency;
  const leastOfSeveral = LEAST_OF_SEVERAL * leniency * leniencyOfSize;
  const leastOfOne = leastOfAll * leniency * leniencyOfSize;
  const hasAsked = asksFor ? isAskedFor[asksFor](terms, index) : () => false;
  const measures = terms.filter(({ term }) => term.type === 'word' && term.isMeasure);
  const ranked: RankedClaim[] = [];
  const isAnswer = answeringBoth(terms, asksFor);
  const namesAll = namingAll(terms, asksFor, index);
  for (let position = 0; position < coverage.length; position += 1) {
    const covered = coverage[position] ?? 0;
    const isNoAccident = isAllKnown || (telling[position] ?? 0) > 1;
    if (covered < least || covered < (isNoAccident ? leastOfSeveral : leastOfOne)) continue;
    if (measures.some(({ matches }) => !matches.get(position))) continue;
    if (!isAnswer(position) || !namesAll(position)) continue;
    // A near word answers nothing alone.
    if ((sure[position] ?? 0) < (guesses[position] ? 2 : 1) && (guesses[position] ?? 0) < 2) continue;
    const claim = index.claims[position];
    if (!claim) continue;
    const isAsked = hasAsked(claim);
    // “How many” is answered by nothing but an amount.
    if (asksFor === 'number' && !isAsked) continue;
    // Where only the sentence has it, each of its claims is as good.
    if (!isOwn[position] && claim.sentence.claims.some((other) => isOwn[other])) continue;
    const score =
      covered +
      SENTENCE_BONUS * around(claim.sentence) +
      bonus(claim, position) +
      namedBonus(claim) +
      (asksFor && isAsked ? ASKED_BONUS[asksFor] : 0);
    ranked.push({ position, score });
  }
  const first = ranked.reduce<RankedClaim | null>((a, b) => (a && byScore(a, b) < 0 ? a : b), null);
  const leastOf = leastShares(index.claims[first?.position ?? -1]);
  return ranked
    .filter(({ position }) => {
      const claim = index.claims[position];
      return claim && (coverage[position] ?? 0) >= leastOf(claim) * best * leniency;
    })
    .sort(byScore);
}

/** Who or where somebody is, and what is theirs, is told by no claim that has their name alone, or has it of somebody else. */
function answeringBoth(
  terms: readonly WeightedTerm[],
  asksFor: AskedFor | null,
): (position: number) => boolean {
  const names = terms.filter(({ term }) => term.type === 'name');
  const owner = names.find(({ term }) => /['’]s$/.test(term.query));
  const asked = owner ? [owner] : asksFor === 'person' || asksFor === 'place' ? names : [];
  const others = terms.filter((term) => !asked.includes(term));
  if (asked.length === 0 || others.length === 0) return () => true;
  return (position) =>
    [asked, others].every((each) => each.some(({ matches }) => matches.get(position) !== undefined));
}

/**
 * Where several claims name all whom the query names, what names only some of them is about something else. A question for yes or no is about
 * the first of them.
 */
function namingAll(
  terms: readonly WeightedTerm[],
  asksFor: AskedFor | null,
  { postings }: SearchIndex,
): (position: number) => boolean {
  const isInName = ({ term, kind }: Expansion) =>
    kind === 'exact' && postings.entities(term).some(({ type }) => type === 'person' || type === 'place');
  const names = terms.filter(
    ({ term }) => term.type === 'name' || (term.type === 'word' && term.words.flat().some(isInName)),
  );
  if (names.length < 2 || asksFor === 'subject') return () => true;
  const [first, ...others] = names.map(({ matches }) => matches.own);
  const naming = first?.positions.filter((position) => others.every((own) => own.get(position))) ?? [];
  if (naming.length < 2) return () => true;
  return (position) => names.every(({ matches }) => matches.get(position) !== undefined);
}

/** What share of the answer of the best claim each must have. */
function leastShares(best: IndexedClaim | undefined): (claim: IndexedClaim) => number {
  const topics = new Set(best?.claim.topics);
  if (topics.size === 0) return () => LEAST_OF_BEST;
  return ({ claim }) => (claim.topics.some((topic) => topics.has(topic)) ? LEAST_ON_TOPIC : LEAST_OFF_TOPIC);
}

/** Whether a claim has what a question asks for. */
const isAskedFor: Readonly<
  Record<AskedFor, (terms: readonly WeightedTerm[], index: SearchIndex) => (claim: IndexedClaim) => boolean>
> = {
  source: () => isSaid,
  words: saidByThem,
  subject: aboutTheFirst,
  time:
    () =>
    ({ claim }) =>
      claim.time !== null,
  number:
    () =>
    ({ text }) =>
      unspaced(text).some((word) => isNumber(word) || isAmount(word)),
  person: inRole,
  place:
    () =>
    ({ claim }) =>
      claim.entities.some(({ type }) => type === 'place'),
};
const isSaid = ({ claim }: IndexedClaim) => claim.attribution.length > 0;
const PERSONS: ReadonlySet<string> = new Set(['person', 'group', 'organisation']);

/** Whether a claim is about whom the query names first: Obama, of “will Obama go to the parade”. */
function aboutTheFirst(terms: readonly WeightedTerm[]): (claim: IndexedClaim) => boolean {
  const first = terms.find(({ term }) => term.type === 'name')?.term;
  const named = new Set(first?.type === 'name' ? first.entities : []);
  return ({ claim: { subject } }) => subject !== null && named.has(subject);
}

/** Whether a claim is about a person; where the question is who somebody is, whether it says what they are. */
function inRole(terms: readonly WeightedTerm[]): (claim: IndexedClaim) => boolean {
  const named = new Set(terms.flatMap(({ term }) => (term.type === 'name' ? term.entities : [])));
  if (terms.some(({ term }) => term.type !== 'name'))
    return ({ claim }) => PERSONS.has(claim.subject?.type ?? '');
  return ({ claim }) => {
    const bearer = roleBearer(claim);
    return bearer !== null && named.has(bearer);
  };
}

/** Whether a claim is said by whom the query names. */
function saidByThem(
  terms: readonly WeightedTerm[],
  { postings }: SearchIndex,
): (claim: IndexedClaim) => boolean {
  const named = new Set(
    terms.flatMap(({ term }) =>
      term.type === 'name'
        ? term.entities
        : term.words.flat().flatMap((each) => postings.entities(each.term)),
    ),
  );
  return ({ claim }) => claim.attribution.some(({ source }) => named.has(source));
}

/** What a claim is worth more whose sentence names whom the query names: by a word typed, or of the name that they go by first of all. */
function namedBonuses(
  terms: readonly WeightedTerm[],
  { names, postings, sentences }: SearchIndex,
): (claim: IndexedClaim) => number {
  const named = terms.flatMap(({ term, share }) =>
    term.type === 'name'
      ? term.entities.map((entity) => {
          const words = new Set([...term.terms, ...(names.of(entity)[0] ?? [])]);
          const isIn = new Uint8Array(sentences.length);
          for (const word of words) for (const at of postings.positions('sentence', word)) isIn[at] = 1;
          return { entity, share, isIn };
        })
      : [],
  );
  return ({ entities, sentence }) =>
    NAMED_BONUS *
    named.reduce((most, { entity, share, isIn }) => {
      const isNamed = share > most && isIn[sentence.position] && entities.includes(entity);
      return isNamed ? share : most;
    }, 0);
}

function answersOf(terms: readonly WeightedTerm[], claims: number): Answers {
  const coverage = new Float64Array(claims);
  const telling = new Uint8Array(claims);
  const isOwn = new Uint8Array(claims);
  const guesses = new Uint8Array(claims);
  const sure = new Uint8Array(claims);
  for (const { term, matches, share, isTelling } of terms) {
    const isNear = isGuess(term);
    const close = new Set(term.words.flat().flatMap((each) => (isClose(each) ? [each.term] : [])));
    matches.forEach(({ weight, field, matched }, position) => {
      const isItsOwn = field !== 'sentence';
      if (!isNear) sure[position] = Math.max(sure[position] ?? 0, isItsOwn ? 2 : 1);
      else if (isItsOwn) guesses[position] = (guesses[position] ?? 0) + (close.has(matched) ? 2 : 1);
      coverage[position] = (coverage[position] ?? 0) + weight * share;
      if (isTelling) telling[position] = (telling[position] ?? 0) + 1;
      if (isItsOwn) isOwn[position] = 1;
    });
  }
  // A claim without a near word does not answer more for others having one.
  const whole = terms.reduce(
    (sum, { term, share, shareIfUnknown }) => sum + (isGuess(term) ? shareIfUnknown : share),
    0,
  );
  let best = 0;
  for (let position = 0; position < claims; position += 1) {
    const covered = (coverage[position] ?? 0) / (guesses[position] ? 1 : whole);
    coverage[position] = covered;
    if (covered > best) best = covered;
  }
  return { coverage, best, telling, isOwn, guesses, sure };
}

function bonuses(
  terms: readonly WeightedTerm[],
  words: readonly string[],
  { postings, claims, sentences }: SearchIndex,
): (claim: IndexedClaim, position: number) => number {
  const named = terms.filter(({ term }) => term.type === 'name');
  const longestRun = runsOf(words);
  const runInSentence = remembered((position: number) => longestRun(sentences[position]?.words ?? ''));
  const mayRun = havingNeighbours(words, claims.length, (word) => postings.positions('text', word));
  const sentenceMayRun = havingNeighbours(words, sentences.length, (word) =>
    postings.positions('sentence', word),
  );
  return ({ claim: { subject, stance }, text, length, entities, sentence }, position) => {
    const isSubject = named.some(
      ({ term }) => term.type === 'name' && subject && term.entities.includes(subject),
    );
    const owned = named.reduce((sum, { term, share }) => sum + (isOnOwner(term, entities) ? share : 0), 0);
    const run = Math.max(
      mayRun[position] ? longestRun(text) : 0,
      sentenceMayRun[sentence.position] ? runInSentence(sentence.position) : 0,
    );
    return (
      (isSubject ? SUBJECT_BONUS : 0) +
      OWNER_BONUS * owned +
      (stance === 'presupposed' ? 0 : ASSERTED_BONUS) +
      (run > 1 ? PHRASE_BONUS * (run / words.length) ** 2 : 0) +
      BREVITY_BONUS / (1 + length / 10)
    );
  };
}

const isOnOwner = (term: QueryTerm, entities: readonly Entity[]): boolean =>
  term.type === 'name' &&
  term.owners.length < term.entities.length &&
  term.owners.some((owner) => entities.includes(owner));

/** Marks the texts that have two words which follow each other in the query: in no others need words stand side by side. */
function havingNeighbours(
  words: readonly string[],
  texts: number,
  positionsOf: (word: string) => readonly number[],
): Uint8Array {
  const marks = new Uint8Array(texts);
  if (words.length < 2) return marks;
  const lastHeld = new Uint16Array(texts);
  words.forEach((word, at) => {
    for (const position of positionsOf(word)) {
      if (at > 0 && lastHeld[position] === at) marks[position] = 1;
      lastHeld[position] = at + 1;
    }
  });
  return marks;
}

/** The most words of the query that stand side by side, in order, in a text; 0 where no two do. */
function runsOf(words: readonly string[]): (text: SpacedWords) => number {
  const pairs = words.slice(1).map((word, at) => ` ${words[at]} ${word} `);
  return (text) => {
    let longest = 0;
    pairs.forEach((pair, from) => {
      if (from + longest >= words.length || !text.includes(pair)) return;
      let run = pair;
      let to = from + 2;
      while (to < words.length && text.includes(`${run}${words[to]} `)) {
        run += `${words[to]} `;
        to += 1;
      }
      longest = Math.max(longest, to - from);
    });
    return longest;
  };
}

import { CERTAINTIES, type Certainty } from '../../model.ts';
import { type Hedge, hedgesIn } from '../../reading/hedges.ts';
import { intentionsIn } from '../../reading/intentions.ts';
import { clauseEnd } from '../../reading/stretch.ts';
import type { Range } from '../clauses.ts';
import type { Told } from '../matching.ts';
import type { ReadDraft } from '../read-draft.ts';
import { sharesRoot } from '../stems.ts';
import { contentWordsOf, wordsOf } from '../words.ts';
import { type Case, type Found, inClauses, spanning } from './difference.ts';

/** “would certainly” and “will” for “would probably”, “will probably” for “could”: of what depends on a condition. */
export function likelierOf(told: Told, { draft }: Case): Found[] {
  const { claim, reading } = told.claim;
  const hedge = chanceOf(reading.hedges);
  if (!hedge || told.share < HALF) return [];
  const of = (said: Found['said'], message: string): Found[] => [
    { kind: 'hedge', said, article: hedge.words, message, claim },
  ];
  const [booster] = boostersOf(told, draft);
  if (booster) return of(booster, `“${booster.words}” is surer than the article’s “${hedge.words}”`);
  const own = inClauses(told, draft.reading.hedges).filter(({ kind }) => !OTHER_HEDGES.has(kind));
  const soft = own.filter(({ kind }) => kind !== 'conditional');
  const surer = chanceOf(own);
  if (surer && soft.length === 1 && rank(surer.strength) > rank(hedge.strength))
    return of(surer, `“${surer.words}” is surer than the article’s “${hedge.words}”`);
  const [would] = own;
  if (would && soft.length === 0 && hedge.strength === 'possible')
    return of(would, `“${would.words}” is surer than the article’s “${hedge.words}”`);
  const isOpen = soft.length > 0 || (own.length > 0 && hedge.kind === 'modal');
  return isOpen ? [] : of(spanning(told.words), `the article says “${hedge.words}”; the draft leaves it out`);
}

const HALF = 0.5;

/** The words that make a claim less than certain: its hedge, or one in what somebody says in it. */
const hedgeWordsOf = ({ claim: { claim, reading } }: Told): string | null =>
  claim.hedge ??
  reading.hedges.find(
    ({ kind, words, strength, start }) =>
      (IN_CLAIMS.has(kind) || (kind === 'hint' && strength === 'possible')) &&
      !QUARREL.test(words) &&
      // “It was not possible to verify it” leaves nothing open.
      !(/^possible$/i.test(words) && /\bnot\s$/i.test(reading.text.slice(0, start))),
  )?.words ??
  null;

/** What a claim that is certain may still tell of as open, in what somebody says in it; a dispute and a hope are plain events. */
const IN_CLAIMS: ReadonlySet<string> = new Set(['modal', 'chance', 'report', 'doubt']);
const QUARREL = /^(?:disput|doubt|should)/i;

export const isHedged = (told: Told) =>
  hedgeWordsOf(told) !== null || told.claim.claim.certainty !== 'certain';

const rank = (certainty: Certainty) => CERTAINTIES.length - CERTAINTIES.indexOf(certainty);

/** Hedges that say nothing about whether it is so. */
export const OTHER_HEDGES: ReadonlySet<string> = new Set(['approximation', 'schedule', 'ability']);

export function hedgeOf(told: Told, checked: Case): Found[] {
  const { claim } = told.claim;
  const { draft } = checked;
  const { hedges, sayings } = draft.reading;
  const others = hedgesOfOthers(told, checked);
  // “some 14,000” for “about 14,000”.
  const isRough = claim.hedge !== null && told.home.reading.hedges.some(isOf(claim.hedge));
  // “was meant to” for “was expected to”.
  const isExpected = hedgesIn(claim.hedge ?? '').some(
    ({ kind }) => kind === 'expectation' || kind === 'schedule',
  );
  const isOwn = ({ kind }: Hedge) =>
    isRough ? kind === 'approximation' : !OTHER_HEDGES.has(kind) || (isExpected && kind === 'schedule');
  const own = inClauses(told, hedges).filter((each) => isOwn(each) && !others.has(each.words.toLowerCase()));
  // Where a claim tells that somebody says so, another one tells what is said, and is stricter.
  const governing = own.length
    ? own
    : hedges.filter((hedge) =>
        claim.hedge === null
          ? !OTHER_HEDGES.has(hedge.kind) && hedge.kind !== 'conditional'
          : governs(hedge, told, draft),
      );
  const boosted = boostersOf(told, draft);
  const hedge = hedgeWordsOf(told);
  const theirs = hedgesIn(hedge ?? '');
  const words = hedge ?? claim.certainty;
  const of = (said: Found['said'], message: string): Found[] => [
    { kind: 'hedge', said, article: hedge, message, claim },
  ];
  const [booster] = boosted;
  if (booster) return of(booster, `“${booster.words}” is surer than the article’s “${words}”`);
  const asserted = inClauses(told, sayings).find(
    ({ manner, verb }) => manner === 'assert' || ANNOUNCED.has(verb),
  );
  if (asserted && isHint(hedge))
    return of(asserted, `“${asserted.words}” is surer than the article’s “${words}”`);
  if (governing.length === 0) {
    // “…, the paper reported” for “the paper reported that …”.
    if (hedge !== null && REPORTED.test(hedge) && sayings.some(({ speaker }) => speaker !== null)) return [];
    if (isOfTheRest(told, hedge, draft) || isRepeated(hedge, draft)) return [];
    // “according to some engineers” for “some engineers believe”.
    if (
      hedge !== null &&
      THOUGHT.test(hedge) &&
      !isPassive(hedge, claim.text) &&
      !inClauses(told, draft.reading.intentions).some(({ kind }) => kind === 'future') &&
      sayings.some(({ speaker, manner }) => speaker !== null && (manner === 'say' || manner === 'think'))
    )
      return [];
    // “weighing” for “considering”.
    const isMeant = hedge !== null && theirs.length === 0 && intentionsIn(hedge).length > 0;
    if (
      (isExpected || isMeant) &&
      inClauses(told, draft.reading.intentions).some(({ kind }) => kind !== 'future')
    )
      return [];
    // “has not decided” leaves as open as “whether”.
    const isOpen = theirs.some(({ kind }) => kind === 'doubt');
    const isUndecided = ({ scope }: { scope: { words: string } }) => UNDECIDED.test(scope.words);
    if (isOpen && inClauses(told, draft.reading.negations).some(isUndecided)) return [];
    // What the article only wants or plans may be told with such a word.
    if (
      claim.stance === 'intended' &&
      isHint(hedge) &&
      inClauses(told, sayings).some(({ manner }) => manner !== 'want')
    )
      return [];
    return of(spanning(told.words), `the article says “${words}”; the draft leaves it out`);
  }
  // “seem to share his reported fear” has two hedges, and the draft one.
  const reported = told.claim.reading.hedges.find(({ kind }) => kind === 'report');
  const isReported = hedges.some(({ kind }) => kind === 'report') || sayings.length > 0;
  const isSingle = told.claim.reading.hedges.length < 2;
  if (reported && !isReported && !isSingle)
    return of(spanning(told.words), `the article says “${reported.words}”; the draft leaves it out`);
  const bare = told.claim.reading.hedges.find((each) => isBare(each, told, draft));
  if (bare && !isSingle)
    return of(spanning(told.words), `the article says “${bare.words}”; the draft leaves it out`);
  const softest = Math.min(...governing.map(({ strength }) => rank(strength)));
  const allowed = Math.max(
    claim.hedge === null && hedge !== null ? 0 : rank(claim.certainty),
    ...theirs.map(({ strength }) => rank(strength)),
  );
  const [first] = governing;
  const isOtherHint = first?.kind === 'hint' && isHint(hedge);
  const isOwnWord =
    first && told.home.reading.hedges.some(({ words }) => plainForm(words) === plainForm(first.words));
  if (first && !isOwnWord && !isOtherHint && softest > Math.max(allowed, rank('possible')))
    return of(first, `“${first.words}” is surer than the article’s “${words}”`);
  // “suggested that it will probably” for “suggested that it could”: by whom it is said aside.
  const surer = chanceOf(governing);
  const surest = chanceOf(theirs);
  return surer && surest && rank(surer.strength) > rank(surest.strength) && surest.strength === 'possible'
    ? of(surer, `“${surer.words}” is surer than the article’s “${words}”`)
    : [];
}

/** “reported” of “was reported”. */
const plainForm = (words: string) =>
  words.toLowerCase().replace(/^(?:(?:is|are|was|were|has been|had been)\s)/, '');

/** “certainly”, and not what the article has in some form: “if the test were to confirm it” for “if the test confirms it”. */
const boostersOf = ({ clauses, home }: Told, { reading }: ReadDraft) => {
  const own = new Set(home.reading.boosters.flatMap(({ words }) => wordsOf(words)).map(({ stem }) => stem));
  return inClauses({ clauses }, reading.boosters).filter(
    ({ words }) => !wordsOf(words).every(({ stem }) => own.has(stem)),
  );
};

/** Of a claim with two hedges: whether the clause that tells what one of them stands before has none. */
function isBare(hedge: Hedge, { claim: { claim } }: Told, { clauses, words, reading }: ReadDraft): boolean {
  if (OTHER_HEDGES.has(hedge.kind) || hedge.kind === 'conditional') return false;
  if (reading.hedges.some((each) => each.words === hedge.words)) return false;
  const scope = new Set(
    contentWordsOf(claim.text.slice(hedge.end, clauseEnd(claim.text, hedge.end))).map(({ stem }) => stem),
  );
  const toldIn = (clause: Range) =>
    words.filter(({ start, stem }) => clause.start <= start && start < clause.end && scope.has(stem)).length;
  const [clause] = [...clauses].sort((a, b) => toldIn(b) - toldIn(a));
  if (!clause || toldIn(clause) < Math.max(1, scope.size / 2) || clause === clauses[0]) return false;
  return !reading.hedges.some(
    ({ start, kind }) => clause.start <= start && start < clause.end && !OTHER_HEDGES.has(kind),
  );
}

/** The softest of the words that say how likely it is. */
const chanceOf = (hedges: readonly Hedge[]): Hedge | undefined =>
  hedges
    .filter(({ kind }) => kind === 'modal' || kind === 'chance')
    .sort((a, b) => rank(a.strength) - rank(b.strength))[0];

/** “is thought to”: by nobody in particular. */
const isPassive = (hedge: string, text: string) =>
  /\b(?:is|are|was|were|be|been)\s+(?:\p{L}+\s+)?$/iu.test(text.slice(0, Math.max(0, text.indexOf(hedge))));

const REPORTED = /^report(?:s|ed)?$/i;
const THOUGHT = /^(?:assum|believ|consider|expect|fear|feel|felt|suspect|think|thought)\p{L}*$/iu;
const THIRD = 1 / 3;

/** Whether a hedge stands before words of a claim none of which the draft tells: of two things it may tell the certain one. */
function isOfTheRest({ claim: { claim } }: Told, hedge: string | null, draft: ReadDraft): boolean {
  const at = hedge === null ? -1 : claim.text.indexOf(hedge);
  if (hedge === null || at < 0) return false;
  const from = at + hedge.length;
  const scope = contentWordsOf(claim.text.slice(from, clauseEnd(claim.text, from)));
  const told = scope.filter(({ stem }) => draft.strengthOf(stem) > 0);
  return scope.length > 0 && told.length < THIRD * scope.length;
}

/** “voiced confidence” for “was confident”, “plausible” for itself: what the draft has of the hedge’s own words. */
function isRepeated(hedge: string | null, { words }: ReadDraft): boolean {
  const own = contentWordsOf(hedge ?? '');
  return own.length > 0 && own.every(({ stem }) => words.some((each) => sharesRoot(each.stem, stem)));
}

const isOf =
  (hedge: string) =>
  ({ kind, words }: Hedge): boolean =>
    kind === 'approximation' && words === hedge;

/**
 * The hedges of the same sentence that belong to something else: “does not seem to share his father’s reported fear” has
 * two. None where the draft does not tell what the claim's own hedge stands before.
 */
function hedgesOfOthers(told: Told, { draft }: Case): ReadonlySet<string> {
  const { hedge, quote } = told.claim.claim;
  const at = hedge === null ? -1 : quote.exact.indexOf(hedge);
  if (hedge === null || at < 0) return new Set();
  const [head] = contentWordsOf(quote.exact.slice(at + hedge.length));
  if (!head || draft.strengthOf(head.stem) === 0) return new Set();
  const words = told.home.reading.hedges.map((each) => each.words.toLowerCase());
  const own = hedge.toLowerCase();
  const isSame = (each: string) => each.split(/\s+/).some((word) => own.split(/\s+/).includes(word));
  return new Set(words.filter((each) => !isSame(each) && !own.includes(each) && !each.includes(own)));
}

/** Verbs of saying that leave nothing open. */
const ANNOUNCED: ReadonlySet<string> = new Set(['announce', 'agree', 'promise', 'pledge', 'vow', 'state']);

/** What is not done, where something is left open. */
export const UNDECIDED =
  /^\s(?:(?:yet|been|publicly|officially|formally|\p{L}{1,4})\s){0,3}(?:agree|announc|certain|choos|chose|clear|confirm|decid|decision|determin|made up|mind|resolv|said|say|settl|sure)/iu;

const isHint = (hedge: string | null) => hedgesIn(hedge ?? '').some(({ kind }) => kind === 'hint');

/** “It is likely that …”: before the clauses, with nothing but a conjunction between; or set off: “…, it was reported, …”. */
function governs({ start, end, kind }: Hedge, told: Told, { text }: ReadDraft): boolean {
  const first = Math.min(...told.clauses.map((clause) => clause.start));
  const isSetOff =
    kind === 'report' && /,\s(?:it\s)?$/.test(text.slice(0, start)) && /^[,.]/.test(text.slice(end));
  return isSetOff || (!OTHER_HEDGES.has(kind) && end <= first && first - end < 12);
}

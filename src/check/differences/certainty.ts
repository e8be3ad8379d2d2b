import { CERTAINTIES, type Certainty } from '../../model.ts';
import type { Hedge } from '../../reading/hedges.ts';
import { hedgesIn } from '../../reading/hedges.ts';
import type { Intention } from '../../reading/intentions.ts';
import { nearStems } from '../../reading/near-words.ts';
import { lemmaOf } from '../../reading/saying-verbs.ts';
import { clauseEnd } from '../../reading/stretch.ts';
import type { Range } from '../clauses.ts';
import type { Told } from '../matching.ts';
import type { ReadDraft } from '../read-draft.ts';
import { wordsOf } from '../words.ts';
import { type Case, type Found, inClauses, type Rule, spanning } from './difference.ts';

/** A hedge dropped or strengthened, a condition or an intention told as a fact: what makes the draft surer than the article. */
export const certaintyRule: Rule = (told, checked) => {
  const { conditional, stance } = told.claim.claim;
  if (conditional) return [...conditionOf(told, checked), ...boostedOf(told, checked)];
  const hedged = isHedged(told) ? hedgeOf(told, checked) : [];
  if (hedged.length) return hedged;
  return stance === 'intended' || intentionsOf(told).length
    ? intentionOf(told, checked)
    : doneOf(told, checked);
};

/** “would certainly” for “would probably”. */
function boostedOf(told: Told, { draft }: Case): Found[] {
  const { claim, reading } = told.claim;
  const hedge = reading.hedges.find(({ kind }) => kind === 'chance');
  const [booster] = inClauses(told, draft.reading.boosters);
  if (!hedge || !booster) return [];
  const message = `“${booster.words}” is surer than the article’s “${hedge.words}”`;
  return [{ kind: 'hedge', said: booster, article: hedge.words, message, claim }];
}

/** The words that make a claim less than certain: its hedge, or one in what somebody says in it. */
const hedgeWordsOf = ({ claim: { claim, reading } }: Told): string | null =>
  claim.hedge ??
  reading.hedges.find(
    ({ kind, words, strength }) =>
      (IN_CLAIMS.has(kind) || (kind === 'hint' && strength === 'possible')) && !QUARREL.test(words),
  )?.words ??
  null;

/** What a claim that is certain may still tell of as open, in what somebody says in it; a dispute and a hope are plain events. */
const IN_CLAIMS: ReadonlySet<string> = new Set(['modal', 'chance', 'report', 'doubt']);
const QUARREL = /^(?:disput|doubt|should)/i;

const isHedged = (told: Told) => hedgeWordsOf(told) !== null || told.claim.claim.certainty !== 'certain';

/** To invite or to ask for something is an act, and no wish to be told as done. */
const ACT = /^(?:invit|call|ask|urg|propos|offer)/i;

const intentionsOf = ({ claim: { reading } }: Told) =>
  reading.intentions.filter(({ words }) => !ACT.test(words));

const rank = (certainty: Certainty) => CERTAINTIES.length - CERTAINTIES.indexOf(certainty);

/** Hedges that say nothing about whether it is so. */
const OTHER_HEDGES: ReadonlySet<string> = new Set(['approximation', 'schedule', 'ability']);

function hedgeOf(told: Told, checked: Case): Found[] {
  const { claim } = told.claim;
  const { draft } = checked;
  const { hedges, boosters, sayings } = draft.reading;
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
          : governs(hedge, told),
      );
  const boosted = inClauses(told, boosters);
  const hedge = hedgeWordsOf(told);
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
    if (isOfTheRest(told, hedge, draft)) return [];
    // “according to some engineers” for “some engineers believe”.
    if (
      hedge !== null &&
      THOUGHT.test(hedge) &&
      sayings.some(({ speaker, manner }) => speaker !== null && (manner === 'say' || manner === 'think'))
    )
      return [];
    if (isExpected && inClauses(told, draft.reading.intentions).some(({ kind }) => kind !== 'future'))
      return [];
    // “has not decided” leaves as open as “whether”.
    const isOpen = hedgesIn(hedge ?? '').some(({ kind }) => kind === 'doubt');
    const isUndecided = ({ scope }: { scope: { words: string } }) => UNDECIDED.test(scope.words);
    if (isOpen && inClauses(told, draft.reading.negations).some(isUndecided)) return [];
    // What the article only wants or plans may be told with such a word.
    if (claim.stance === 'intended' && isHint(hedge) && inClauses(told, sayings).length) return [];
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
  const theirs = hedgesIn(hedge ?? '');
  const allowed = Math.max(
    claim.hedge === null && hedge !== null ? 0 : rank(claim.certainty),
    ...theirs.map(({ strength }) => rank(strength)),
  );
  const [first] = governing;
  if (first && softest > Math.max(allowed, rank('possible')))
    return of(first, `“${first.words}” is surer than the article’s “${words}”`);
  // “suggested that it will probably” for “suggested that it could”: by whom it is said aside.
  const surer = chanceOf(governing);
  const surest = chanceOf(theirs);
  return surer && surest && rank(surer.strength) > rank(surest.strength) && surest.strength === 'possible'
    ? of(surer, `“${surer.words}” is surer than the article’s “${words}”`)
    : [];
}

/** Of a claim with two hedges: whether the clause that tells what one of them stands before has none. */
function isBare(hedge: Hedge, { claim: { claim } }: Told, { clauses, words, reading }: ReadDraft): boolean {
  if (OTHER_HEDGES.has(hedge.kind) || hedge.kind === 'conditional') return false;
  const scope = new Set(
    wordsOf(claim.text.slice(hedge.end, clauseEnd(claim.text, hedge.end)))
      .filter(({ isFunction }) => !isFunction)
      .map(({ stem }) => stem),
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

const THOUGHT = /^(?:assum|believ|consider|expect|fear|feel|felt|suspect|think|thought)\p{L}*$/iu;
const THIRD = 1 / 3;

/** Whether a hedge stands before words of a claim none of which the draft tells: of two things it may tell the certain one. */
function isOfTheRest({ claim: { claim } }: Told, hedge: string | null, draft: ReadDraft): boolean {
  const at = hedge === null ? -1 : claim.text.indexOf(hedge);
  if (hedge === null || at < 0) return false;
  const from = at + hedge.length;
  const scope = wordsOf(claim.text.slice(from, clauseEnd(claim.text, from))).filter(
    ({ isFunction }) => !isFunction,
  );
  const told = scope.filter(({ stem }) => draft.strengthOf(stem) > 0);
  return scope.length > 0 && told.length < THIRD * scope.length;
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
  const [head] = wordsOf(quote.exact.slice(at + hedge.length)).filter(({ isFunction }) => !isFunction);
  if (!head || draft.strengthOf(head.stem) === 0) return new Set();
  const words = told.home.reading.hedges.map((each) => each.words.toLowerCase());
  const own = hedge.toLowerCase();
  const isSame = (each: string) => each.split(/\s+/).some((word) => own.split(/\s+/).includes(word));
  return new Set(words.filter((each) => !isSame(each) && !own.includes(each) && !each.includes(own)));
}

/** Verbs of saying that leave nothing open. */
const ANNOUNCED: ReadonlySet<string> = new Set(['announce', 'agree', 'promise', 'pledge', 'vow', 'state']);

const UNDECIDED =
  /^[^,;]{0,60}\b(?:agree|announc|certain|choos|chose|clear|confirm|decid|decision|determin|know|made up|mind|resolv|said|say|settl|sure)/i;

const isHint = (hedge: string | null) => hedgesIn(hedge ?? '').some(({ kind }) => kind === 'hint');

/** “It is likely that …”: before the clauses, with nothing but a conjunction between. */
function governs({ end, kind }: Hedge, told: Told): boolean {
  const first = Math.min(...told.clauses.map(({ start }) => start));
  return !OTHER_HEDGES.has(kind) && end <= first && first - end < 12;
}

const NOT_CONDITIONAL: ReadonlySet<string> = new Set([
  'approximation',
  'schedule',
  'ability',
  'report',
  'hint',
]);
const MUST = /\b(?:must|needs? to|have to|has to|required?|with|without)\b/i;

function conditionOf(told: Told, { draft }: Case): Found[] {
  const { claim } = told.claim;
  const { conditions, hedges } = draft.reading;
  const words = claim.hedge ?? told.claim.quote.conditions[0]?.words ?? null;
  const of = (message: string): Found[] => [
    { kind: 'condition', said: spanning(told.words), article: words, message, claim },
  ];
  const ifs = conditions.filter(({ kind }) => kind !== 'would');
  const cause =
    ifs.length || !told.claim.reading.conditions.some(({ kind }) => kind === 'if')
      ? null
      : CAUSE.exec(draft.text);
  if (cause) return of(`the article says it on a condition (“${words}”); “${cause[0]}” tells that as a fact`);
  const isSoft = conditions.length > 0 || hedges.some(({ kind }) => !NOT_CONDITIONAL.has(kind));
  // “it was too early to talk of it” tells no more than that it would be.
  if (!ifs.length && /\bit\s(?:is|was)\s(?:too\s)?\p{L}+\sto\b/iu.test(draft.text)) return [];
  if (isSoft) {
    const dropped = ifs.length ? null : droppedCondition(told, draft);
    return dropped ? of(`the article says it on a condition (“${dropped}”); the draft leaves it out`) : [];
  }
  if (MUST.test(draft.text) && !IS_FACT.test(draft.text)) return [];
  // To name the thing is not to say that it is so.
  if (!IS_FACT.test(textOf(told, draft.text)) && !/\bwill\b/i.test(draft.text)) return [];
  const under = words ? ` (“${words}”)` : '';
  return of(`the article says it under a condition${under}; the draft tells it as a fact`);
}

/** What a claim says must hold, if the draft tells what depends on it and nothing of that. */
function droppedCondition({ claim: { claim, reading } }: Told, draft: ReadDraft): string | null {
  const condition = reading.conditions.find(({ kind }) => kind !== 'would');
  if (!condition) return null;
  const { text } = claim;
  const end = clauseEnd(text, condition.end);
  // “must stop for talks to be productive”: what must hold stands before.
  const isGoal = /^for\b/i.test(condition.words);
  const isToldIn = (words: string) => {
    const said = wordsOf(words).filter(({ isFunction }) => !isFunction);
    return said.filter(({ stem }) => draft.strengthOf(stem) > 0).length / (said.length || 1);
  };
  const behind = text.slice(condition.start, end);
  const rest = text.slice(0, condition.start) + text.slice(end);
  const [needed, dependent] = isGoal ? [rest, behind] : [behind, rest];
  return isToldIn(needed) < 0.4 && isToldIn(dependent) >= 0.4 ? needed.trim() : null;
}

const CAUSE = /\b(?:because|now that|since(?= \p{L}+(?: \p{L}+){0,3} (?:has|have|is|are)\b))/iu;

const textOf = ({ clauses }: Told, text: string) =>
  clauses.map(({ start, end }) => text.slice(start, end)).join(' ');

/** A verb that says that something is or was so. */
const IS_FACT =
  /\b(?:is|are|was|were|has|have|had|does|did|now that|will|gives|gave|made|went|came|took|became|got|saw|met|left|led|brought|began|\p{L}{2,}ed|\p{L}{3,}s)\b/iu;

const LEVELS: readonly Intention['kind'][] = ['wish', 'plan', 'future'];

function intentionOf(told: Told, { draft }: Case): Found[] {
  const { claim } = told.claim;
  const meant = [...told.claim.quote.intentions, ...intentionsOf(told)];
  const [named] = meant;
  const allowed = meant.length
    ? Math.min(...meant.map(({ kind }) => LEVELS.indexOf(kind)))
    : LEVELS.indexOf('plan');
  const { intentions, hedges } = draft.reading;
  const own = inClauses(told, intentions);
  const softened = inClauses(told, hedges).some(({ kind }) => !OTHER_HEDGES.has(kind));
  const article = named?.words ?? claim.quote.exact;
  const of = (said: Found['said'], message: string): Found[] => [
    { kind: 'intention', said, article, message, claim },
  ];
  const isSupposed = inClauses(told, draft.reading.conditions).some(({ kind }) => kind !== 'would');
  if (softened || isSupposed) return [];
  // “will not” for “has ruled out”, and “has not yet” for “will”.
  if (inClauses(told, draft.reading.negations).length && isDeniedOrToCome(told, draft)) return [];
  const softest = Math.min(...own.map(({ kind }) => LEVELS.indexOf(kind)));
  const [first] = own.filter(({ kind }) => kind === 'future');
  if (own.length)
    return softest === LEVELS.indexOf('future') && allowed < softest && first
      ? of(first, `the article says “${article}”; “${first.words}” makes it certain`)
      : [];
  const done = told.words.find(
    (word) =>
      isDone(word.term, draft.text.slice(0, word.start)) &&
      (told.claim.strengthOf(word.stem) > 0 ||
        (told.claim.keywords.has(word.stem) && word.term.endsWith('ed'))) &&
      !isDoneIn(told, word.stem),
  );
  const said =
    done ??
    goingOnOf(told, draft) ??
    takenOf(told, draft.text) ??
    begunOf(told, draft) ??
    perfectOf(told, draft.text);
  return said
    ? of(said, `the article tells it as something meant (“${article}”); the draft tells it as done`)
    : [];
}

function isDeniedOrToCome({ claim: { reading } }: Told, { reading: { negations } }: ReadDraft): boolean {
  return reading.negations.length > 0 || negations.some(({ words }) => YET.test(words));
}

const YET = /\byet\b/i;

/** “has declined” for “has time to decline”: what the article has only as something to do. */
function doneOf(told: Told, { draft }: Case): Found[] {
  const { claim, reading } = told.claim;
  const { text, quote } = claim;
  if (told.share < 0.4 || inClauses(told, draft.reading.hedges).some(({ kind }) => !OTHER_HEDGES.has(kind)))
    return [];
  const toDo = new Set(
    Array.from(text.matchAll(INFINITIVE), ({ 1: verb = '' }) => wordsOf(verb)[0]?.stem ?? ''),
  );
  const done = told.words.find(
    (word) =>
      toDo.has(word.stem) && isDone(word.term, draft.text.slice(0, word.start)) && !isDoneIn(told, word.stem),
  );
  if (!done || reading.negations.some(({ start }) => start < text.search(INFINITIVE))) return [];
  const message = `the article tells it as something to do (“${quote.exact}”); the draft tells it as done`;
  return [{ kind: 'intention', said: done, article: quote.exact, message, claim }];
}

const INFINITIVE = /\bto\s+(\p{L}+)/gu;

/** “took its vote”, where the article has the council vote: what is done with the noun. */
function takenOf(told: Told, text: string): Range | null {
  const found = told.words.flatMap((word) => {
    const [words] = TAKEN.exec(text.slice(0, word.start)) ?? [];
    return words === undefined ? [] : [{ start: word.start - words.length, end: word.end }];
  });
  return found[0] ?? null;
}

const TAKEN =
  /\b(?:took|cast|held|made|gave|had|paid|placed|issued|got|received|staged|hosted|opened|ended)\s+(?:an?|the|its|his|her|their)?\s*(?:\p{L}+\s+)?$/iu;

/** “is paying”, where the article has it meant. */
function goingOnOf(told: Told, { text, words }: ReadDraft): Range | null {
  const going = inClauses(told, words).find(
    ({ term, stem, start }) =>
      /ing$/.test(term) &&
      /\b(?:is|are)\s(?:(?:already|now)\s)?$/i.test(text.slice(0, start)) &&
      told.claim.strengthOf(stem) > 0 &&
      !told.home.words.some((each) => each.term === term),
  );
  return going ?? null;
}

/** “Moscow marked the day”, where the article has it to come: whoever is named, and at once a verb in the past. */
function begunOf(told: Told, { text, words, mentions }: ReadDraft): Range | null {
  const verb = words.find(
    (word) =>
      inClauses(told, [word]).length > 0 &&
      mentions.some(({ end }) => /^\s+(?:\p{L}+ly\s+)?$/u.test(text.slice(end, word.start))) &&
      PAST.test(word.term) &&
      !lemmaOf(word.term) &&
      !told.home.words.some((each) => each.stem === word.stem && PAST.test(each.term)),
  );
  const isTold = told.share >= 0.5 && verb !== undefined;
  return isTold ? verb : null;
}

/** “has strengthened”, where the article has nothing of the kind. */
function perfectOf(told: Told, text: string): Range | null {
  const { claim } = told;
  if (PERFECT.test(claim.claim.text) || PERFECT.test(claim.claim.quote.exact)) return null;
  const found = told.clauses.flatMap(({ start, end }) => {
    const match = PERFECT.exec(text.slice(start, end));
    return match ? [{ start: start + match.index, end: start + match.index + match[0].length }] : [];
  });
  return found[0] ?? null;
}

const PERFECT =
  /\b(?:has|have|had)\s+(?:already\s+)?(?:been\s+)?(?:\p{L}+ly\s+)?(?!been\b)\p{L}{2,}(?:ed|en|ght|ne|ld|ade|uilt|ut|et)\b/iu;

const PAST =
  /(?:ed|ght|came|went|took|gave|met|saw|made|built|held|left|won|sent|spent|paid|began|became|put|cut|led|ran|done|gone|seen|taken|given|written|chosen)$/;

const isDone = (term: string, before: string) =>
  PAST.test(term) && !/\b(?:to be|be|is|are|will be|being)\s+(?:\p{L}+ly\s+)?$/iu.test(before);

/** The article has the same word in the past as well. */
const isDoneIn = ({ claim }: Told, stem: string) =>
  claim.words.some(
    (word) =>
      (word.stem === stem || nearStems(stem).has(word.stem)) &&
      isDone(word.term, claim.claim.text.slice(0, word.start)),
  );

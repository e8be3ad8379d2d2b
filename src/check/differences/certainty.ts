import { CERTAINTIES, type Certainty } from '../../model.ts';
import type { Hedge } from '../../reading/hedges.ts';
import { hedgesIn } from '../../reading/hedges.ts';
import type { Intention } from '../../reading/intentions.ts';
import { nearStems } from '../../reading/near-words.ts';
import type { Range } from '../clauses.ts';
import { isTakenBy, type Told } from '../matching.ts';
import { wordsOf } from '../words.ts';
import { type Case, type Found, inClauses, type Rule, spanning } from './difference.ts';

/** A hedge dropped or strengthened, a condition or an intention told as a fact: what makes the draft surer than the article. */
export const certaintyRule: Rule = (checked) =>
  checked.support.told.flatMap((told) => {
    const { conditional, stance, hedge, certainty } = told.claim.claim;
    if (checked.support.told.some((other) => isFirm(other) && isTakenBy(other, told))) return [];
    if (conditional) return conditionOf(told, checked);
    const isHedged = hedge !== null || certainty !== 'certain';
    const hedged = isHedged ? hedgeOf(told, checked) : [];
    return hedged.length || stance !== 'intended' ? hedged : intentionOf(told, checked);
  });

const isFirm = ({ claim: { claim, reading } }: Told) =>
  claim.certainty === 'certain' &&
  claim.hedge === null &&
  !claim.conditional &&
  claim.stance !== 'intended' &&
  reading.hedges.length === 0;

const rank = (certainty: Certainty) => CERTAINTIES.length - CERTAINTIES.indexOf(certainty);

/** Hedges that say nothing about whether it is so. */
const OTHER_HEDGES: ReadonlySet<string> = new Set(['approximation', 'schedule', 'ability']);

function hedgeOf(told: Told, { draft, support, article }: Case): Found[] {
  const { claim } = told.claim;
  const { hedges, boosters, sayings } = draft.reading;
  const others = hedgesOfOthers(told, { draft, support, article });
  const own = inClauses(told, hedges).filter(
    ({ kind, words }) => !OTHER_HEDGES.has(kind) && !others.has(words.toLowerCase()),
  );
  const governing = own.length ? own : hedges.filter((hedge) => governs(hedge, told));
  const boosted = inClauses(told, boosters);
  const words = claim.hedge ?? claim.certainty;
  const of = (said: Found['said'], message: string): Found[] => [
    { kind: 'hedge', said, article: claim.hedge, message, claim },
  ];
  const [booster] = boosted;
  if (booster) return of(booster, `“${booster.words}” is surer than the article’s “${words}”`);
  const asserted = inClauses(told, sayings).find(({ manner }) => manner === 'assert');
  if (asserted && isHint(claim.hedge))
    return of(asserted, `“${asserted.words}” is surer than the article’s “${words}”`);
  if (governing.length === 0) {
    // “has not decided” leaves as open as “whether”.
    const isOpen = hedgesIn(claim.hedge ?? '').some(({ kind }) => kind === 'doubt');
    if (isOpen && inClauses(told, draft.reading.negations).length) return [];
    // What the article only wants or plans may be told with such a word.
    if (claim.stance === 'intended' && isHint(claim.hedge) && inClauses(told, sayings).length) return [];
    return of(spanning(told.words), `the article says “${words}”; the draft leaves it out`);
  }
  const softest = Math.min(...governing.map(({ strength }) => rank(strength)));
  const allowed = Math.max(
    rank(claim.certainty),
    ...hedgesIn(claim.hedge ?? '').map(({ strength }) => rank(strength)),
  );
  const [first] = governing;
  return first && softest > Math.max(allowed, rank('possible'))
    ? of(first, `“${first.words}” is surer than the article’s “${words}”`)
    : [];
}

/**
 * The hedges of the same sentence that belong to something else: “does not seem to share his father’s reported fear” has
 * two. None where the draft does not tell what the claim's own hedge stands before.
 */
function hedgesOfOthers(told: Told, { draft, support: { sentences } }: Case): ReadonlySet<string> {
  const { hedge, quote, stance } = told.claim.claim;
  const at = hedge === null ? -1 : quote.exact.indexOf(hedge);
  if (hedge === null || at < 0 || stance === 'presupposed') return new Set();
  const [head] = wordsOf(quote.exact.slice(at + hedge.length)).filter(({ isFunction }) => !isFunction);
  if (!head || draft.strengthOf(head.stem) === 0) return new Set();
  const home = sentences.find(({ claims }) => claims.includes(told.claim));
  const words = home?.reading.hedges.map((each) => each.words.toLowerCase()) ?? [];
  const own = hedge.toLowerCase();
  return new Set(words.filter((each) => !own.includes(each) && !each.includes(own)));
}

const isHint = (hedge: string | null) => hedgesIn(hedge ?? '').some(({ kind }) => kind === 'hint');

/** “It is likely that …”: before the clauses, with nothing but a conjunction between. */
function governs({ end, kind }: Hedge, told: Told): boolean {
  const first = Math.min(...told.clauses.map(({ start }) => start));
  return !OTHER_HEDGES.has(kind) && end <= first && first - end < 12;
}

const CONDITIONAL_ENOUGH: ReadonlySet<string> = new Set([
  'modal',
  'conditional',
  'chance',
  'doubt',
  'expectation',
]);

function conditionOf(told: Told, { draft }: Case): Found[] {
  const { claim } = told.claim;
  const { conditions, hedges } = draft.reading;
  if (conditions.length || hedges.some(({ kind }) => CONDITIONAL_ENOUGH.has(kind))) return [];
  if (
    /\b(?:must|needs? to|have to|has to|required?|with|without)\b/i.test(draft.text) &&
    !IS_FACT.test(draft.text)
  )
    return [];
  // To name the thing is not to say that it is so.
  if (!IS_FACT.test(textOf(told, draft.text)) && !/\bwill\b/i.test(draft.text)) return [];
  const words = claim.hedge ?? told.claim.quote.conditions[0]?.words ?? null;
  const message = words
    ? `the article says it under a condition (“${words}”); the draft tells it as a fact`
    : 'the article says it under a condition; the draft tells it as a fact';
  return [{ kind: 'condition', said: spanning(told.words), article: words, message, claim }];
}

const textOf = ({ clauses }: Told, text: string) =>
  clauses.map(({ start, end }) => text.slice(start, end)).join(' ');

/** A verb that says that something is or was so. */
const IS_FACT =
  /\b(?:is|are|was|were|has|have|had|does|did|now that|will|gives|gave|made|went|came|took|became|got|saw|met|left|led|brought|began|\p{L}{2,}ed|\p{L}{3,}s)\b/iu;

const LEVELS: readonly Intention['kind'][] = ['wish', 'plan', 'future'];

function intentionOf(told: Told, { draft }: Case): Found[] {
  const { claim } = told.claim;
  const meant = [...told.claim.quote.intentions, ...told.claim.reading.intentions];
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
  if (softened) return [];
  const softest = Math.min(...own.map(({ kind }) => LEVELS.indexOf(kind)));
  const [first] = own.filter(({ kind }) => kind === 'future');
  if (own.length)
    return softest === LEVELS.indexOf('future') && allowed < softest && first
      ? of(first, `the article says “${article}”; “${first.words}” makes it certain`)
      : [];
  const done = told.words.find(
    (word) =>
      isDone(word.term, draft.text.slice(0, word.start)) &&
      told.claim.strengthOf(word.stem) > 0 &&
      !isDoneIn(told, word.stem),
  );
  const said = done ?? perfectOf(told, draft.text);
  return said
    ? of(said, `the article tells it as something meant (“${article}”); the draft tells it as done`)
    : [];
}

/** “has strengthened”, where the article has nothing of the kind. */
function perfectOf(told: Told, text: string): Range | null {
  const { claim, share, cover } = told;
  if (share < 0.5 || cover < 0.6 || PERFECT.test(claim.claim.text) || PERFECT.test(claim.claim.quote.exact))
    return null;
  const found = told.clauses.flatMap(({ start, end }) => {
    const match = PERFECT.exec(text.slice(start, end));
    return match ? [{ start: start + match.index, end: start + match.index + match[0].length }] : [];
  });
  return found[0] ?? null;
}

const PERFECT =
  /\b(?:has|have|had)\s+(?:already\s+)?(?:been\s+)?(?:\p{L}+ly\s+)?\p{L}{2,}(?:ed|en|ght|ne|ld|ade|uilt|ut|et)\b/iu;

const PAST =
  /(?:ed|ght|came|went|took|gave|met|saw|made|built|held|left|won|sent|spent|paid|began|became|put|cut|led|ran|done|gone|seen|taken|given|written|chosen)$/;

const isDone = (term: string, before: string) =>
  PAST.test(term) && !/\b(?:to be|be|is|are|will be|being)\s+(?:\p{L}+ly\s+)?$/iu.test(before);

/** The article has the same word in the past as well. */
const isDoneIn = ({ claim }: Told, stem: string) =>
  claim.words.some((word) => (word.stem === stem || nearStems(stem).has(word.stem)) && PAST.test(word.term));

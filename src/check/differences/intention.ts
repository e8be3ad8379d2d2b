import type { Intention } from '../../reading/intentions.ts';
import { nearStems } from '../../reading/near-words.ts';
import { lemmaOf } from '../../reading/saying-verbs.ts';
import type { Range } from '../clauses.ts';
import type { Told } from '../matching.ts';
import type { ReadDraft } from '../read-draft.ts';
import { wordsOf } from '../words.ts';
import { type Case, type Found, inClauses } from './difference.ts';
import { OTHER_HEDGES } from './hedge.ts';

/** To invite or to ask for something is an act, and no wish to be told as done. */
const ACT = /^(?:invit|call|ask|urg|propos|offer)/i;

export const intentionsOf = ({ claim: { reading } }: Told) =>
  reading.intentions.filter(
    ({ words, start }) =>
      !ACT.test(words) && !(A_PLAN.test(words) && OWNED.test(reading.text.slice(0, start))),
  );

/** “dropped its plan” tells what is done. */
const A_PLAN = /^(?:plans?|intentions?|attempt|bid|drive|effort)$/i;
const OWNED = /\b(?:an?|the|its|his|her|their)\s(?:\p{L}+\s)?$/iu;

/** “proposed a summit” for “is open to a summit”. */
export function proposedOf(told: Told, { draft: { text } }: Case): Found[] {
  const { claim } = told.claim;
  const [article] = READY.exec(claim.text) ?? [];
  const found = PROPOSED.exec(text);
  if (told.share < 0.5 || article === undefined || READY.test(text) || !found) return [];
  const [words] = found;
  if (told.home.words.some(({ stem }) => stem === wordsOf(words)[0]?.stem)) return [];
  const said = { start: found.index, end: found.index + words.length };
  return [
    {
      kind: 'intention',
      said,
      article,
      message: `the article says “${article}”; “${words}” says more`,
      claim,
    },
  ];
}

const READY = /\b(?:open|willing|ready|prepared) to\b/i;
const PROPOSED = /\b(?:proposed|offered|invited|(?:asked|called) for|demanded|requested)\b/i;

const LEVELS: readonly Intention['kind'][] = ['wish', 'plan', 'future'];

export function intentionOf(told: Told, { draft }: Case): Found[] {
  const { claim } = told.claim;
  const meant = [...told.claim.quote.intentions, ...intentionsOf(told)];
  const [named] = meant;
  const allowed = meant.length
    ? Math.min(...meant.map(({ kind }) => LEVELS.indexOf(kind)))
    : LEVELS.indexOf(TO_COME.test(claim.quote.exact) ? 'future' : 'plan');
  const { intentions, hedges } = draft.reading;
  // “had asked” for “planned to ask” wishes nothing.
  const isAct = ({ words }: Intention) =>
    ACT.test(words) && /ed$/i.test(words) && told.claim.strengthOf(wordsOf(words)[0]?.stem ?? '') === 1;
  const own = inClauses(told, intentions).filter((each) => !isAct(each));
  const softened = inClauses(told, hedges).some(({ kind }) => !OTHER_HEDGES.has(kind));
  const article = named?.words ?? claim.quote.exact;
  const of = (said: Found['said'], message: string): Found[] => [
    { kind: 'intention', said, article, message, claim },
  ];
  const isSupposed = inClauses(told, draft.reading.conditions).some(({ kind }) => kind !== 'would');
  if (softened || isSupposed) return [];
  // “will not” for “has ruled out”, and “has not yet” for “will”.
  if (inClauses(told, draft.reading.negations).length && isDeniedOrToCome(told, draft)) return [];
  // “announced that it will buy” for “has agreed to buy”.
  const isSettled = named !== undefined && SETTLED.test(named.words);
  const softest = Math.min(...own.map(({ kind }) => LEVELS.indexOf(kind)));
  const [first] = own.filter(({ kind }) => kind === 'future');
  if (own.length)
    return softest === LEVELS.indexOf('future') && allowed < softest && first && !isSettled
      ? of(first, `the article says “${article}”; “${first.words}” makes it certain`)
      : [];
  const done = told.words.find(
    (word) =>
      isDone(word.term, draft.text.slice(0, word.start)) &&
      // “pushed” does not do what “pushing to” is meant to.
      !meant.some(({ words }) => wordsOf(words).some(({ stem }) => stem === word.stem)) &&
      (told.claim.strengthOf(word.stem) > 0 ||
        (told.claim.keywords.has(word.stem) && word.term.endsWith('ed'))) &&
      !isDoneIn(told, word.stem),
  );
  const said = done ?? begunOf(told, draft) ?? perfectOf(told, draft.text);
  return said
    ? of(said, `the article tells it as something meant (“${article}”); the draft tells it as done`)
    : [];
}

/** “said she would give her verdict in June” */
const TO_COME = /\bw(?:ould|ill)\b/i;

const SETTLED = /^(?:agreed?|agrees|decid\p{L}*|resolved?|scheduled|slated|due|set|(?:is|are|was|were) to)/iu;

function isDeniedOrToCome({ claim: { reading } }: Told, { reading: { negations } }: ReadDraft): boolean {
  return reading.negations.length > 0 || negations.some(({ words }) => YET.test(words));
}

const YET = /\byet\b/i;

/** “has declined” for “has time to decline”: what the article has only as something to do. */
export function doneOf(told: Told, { draft }: Case): Found[] {
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

/** “had to borrow” is done, and “has time to decline” is not. */
const INFINITIVE =
  /(?<!\b(?:had|forced|managed|able|began|started|continued|came|went on|helped|used)\s)\bto\s+(\p{L}+)/giu;

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

/** “has strengthened”, “is already leading”, where the article has nothing of the kind. */
function perfectOf(told: Told, text: string): Range | null {
  const { claim } = told;
  if (PERFECT.test(claim.claim.text) || PERFECT.test(claim.claim.quote.exact)) return null;
  const found = told.clauses.flatMap(({ start, end }) => {
    const match = PERFECT.exec(text.slice(start, end));
    return match && !ACT.test(match[0].replace(/^.*\s/s, ''))
      ? [{ start: start + match.index, end: start + match.index + match[0].length }]
      : [];
  });
  return found[0] ?? null;
}

const PERFECT =
  /\b(?:has|have|had)\s+(?:already\s+)?(?:been\s+)?(?:\p{L}+ly\s+)?(?!been\b)\p{L}+(?:ed|en|ght|ne|ld|ade|uilt|ut|et)\b|\b(?:is|are|was|were)\s(?:already|now)\s\p{L}+ing\b/iu;

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

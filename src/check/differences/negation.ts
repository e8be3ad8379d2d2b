import type { Hedge } from '../../reading/hedges.ts';
import { nearStems, oppositeStems } from '../../reading/near-words.ts';
import { leftOpenIn, type Negation } from '../../reading/negations.ts';
import type { Reading } from '../../reading/read.ts';
import { clauseEnd } from '../../reading/stretch.ts';
import type { Range } from '../clauses.ts';
import { isRest } from '../figures.ts';
import type { Told } from '../matching.ts';
import type { ReadDraft } from '../read-draft.ts';
import { sharesRoot } from '../stems.ts';
import { contentWordsOf, wordsOf } from '../words.ts';
import { type Found, inClauses, type Rule, spanning } from './difference.ts';
import { UNDECIDED } from './hedge.ts';

/** A “not” that the draft lost or added. */
export const negationRule: Rule = (told, { draft }) => {
  const affirmed = affirmedOf(told, draft);
  if (affirmed.length) return affirmed;
  return told.claim.claim.polarity === 'negated' && !isDoublyDenied(told.claim.reading)
    ? lostOf(told, draft)
    : [...lostOf(told, draft), ...addedOf(told, draft)];
};

/** “denied” for “neither confirmed nor denied” and “did not deny”: the article leaves it open. */
function affirmedOf(told: Told, { text, words }: ReadDraft): Found[] {
  const { claim } = told.claim;
  if (told.share < HALF_TOLD) return [];
  const open = new Set(stemsIn([...leftOpenIn(claim.text), ...neitherIn(claim.text)]));
  const left = stemsIn([...leftOpenIn(text), ...neitherIn(text)]);
  const said = inClauses(told, words).find(({ stem }) => open.has(stem) && !left.includes(stem));
  if (!said || DENIED.test(text.slice(0, said.start))) return [];
  const [both = claim.quote.exact] = NEITHER.exec(claim.text) ?? [];
  const message = `the article leaves that open (“${both}”)`;
  return [{ kind: 'negation', said, article: both, message, claim }];
}

const stemsIn = (found: readonly { words: string }[]): string[] =>
  found.flatMap(({ words }) => contentWordsOf(words).map(({ stem }) => stem));

const NEITHER = /\bneither\s(?<one>\p{L}+)\snor\s(?<other>\p{L}+)/iu;
const neitherIn = (text: string): { words: string }[] =>
  Object.values(NEITHER.exec(text)?.groups ?? {}).map((words) => ({ words }));

/** “would not deny”, “declined to confirm” */
const DENIED = /(?:\b(?:not|neither|nor|never|declined to|refused to|without)|n[’']t)\s(?:\p{L}+\s){0,3}$/iu;

/** Less those that undo each other: “did not lack”, “denied that it lacked”. */
function standing({ text, negations }: Pick<Reading, 'text' | 'negations'>): Negation[] {
  const undone = new Set<Negation>();
  for (const outer of negations) {
    const inner =
      negations.find(
        ({ start, kind, words }) =>
          kind !== 'quantity' &&
          outer.end <= start &&
          start <
            (NO_WITHOUT.test(`${outer.words} ${words}`)
              ? outer.scope.end
              : Math.min(outer.end + NEXT, outer.scope.end)) &&
          !/,|;|\b(?:and|but|while)\b/i.test(text.slice(outer.end, start)),
      ) ?? (WITHOUT.test(outer.words) ? negations.find(({ start }) => outer.end < start) : undefined);
    if (!inner || outer.kind === 'quantity' || undone.has(outer) || NO_PAIR.test(inner.words)) continue;
    undone.add(outer).add(inner);
  }
  // “failed” alone denies nothing, and “failed to” does.
  return negations.filter((each) => !undone.has(each) && !/^fail\p{L}*$/iu.test(each.words));
}

/** How far behind a “not” another one undoes it, in letters. */
const NEXT = 40;
/** “without a permit no boat may leave” */
const WITHOUT = /^without$/i;
/** “no boat may leave the basin without a permit” */
const NO_WITHOUT = /^(?:no|not|never|none|nobody|cannot) without$/i;
/** “not without”, and “neither … nor” */
const NO_PAIR = /^(?:nor|neither|unlike|rather than|instead of)$/i;

/** A sentence with the negations that undo each other blanked. */
const withoutUndone = ({ text, reading }: ReadDraft, left: readonly Negation[]) =>
  reading.negations
    .filter((each) => !left.includes(each))
    .reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text);

const isDoublyDenied = (reading: Reading) => reading.negations.length > 1 && standing(reading).length === 0;

/** Names alone tell no claim, unless they are most of it. */
const HALF_TOLD = 0.6;

/** A word with a “not” inside, or one that says the same without. */
const NEGATIVE_WORD =
  /\b(?:un(?!der|it|til|ion|iq|ex|iv|an)\p{L}{3,}|dis(?:agree|approv|trust|lik|sent|satisf|engag)\p{L}*|non\p{L}+|(?:in|im|ir)(?:active|ability|complete|possible|adequate|decisive|effective|sufficient|visible)\p{L}*|\p{L}+less|hardly|rarely|seldom|few|idle|silent|silence|quiet|surpris\p{L}*|(?:still|yet) to|(?:has|have|had) (?:still|yet) to|still (?:has|have|had|open|undecided|unclear|unknown|closed|pending)|declin\p{L}*|refus\p{L}*|den(?:y|ied|ies)|reject\p{L}*|(?:voted|turned) down|oppos\p{L}*|absen\p{L}+|without|lack\p{L}*|miss\p{L}*|avoid\p{L}*|before|first|only|instead|last(?! (?:week|month|year|night|spring|summer|autumn|fall|winter|march|april|may|june|july|august|\p{L}+(?:ary|ber|day))\b)(?= \p{L})|objected|objects? to|objections?|contradict\p{L}*|disput\p{L}*|differ(?:s|ed|ent\p{L}*)?|against|at odds|stopped|ended|out of|free of|spared?|escaped?|zero|outside(?= \p{L})|outsiders?|earliest|soonest|(?:stay|keep|stand)s?(?:ed)? away|stood aside|kept away|short of|away from|elsewhere|(?:left|leav(?:es?|ing)|ke(?:pt|eps?)) (?:\p{L}+ ){0,2}open)\b/iu;

function lostOf(told: Told, draft: ReadDraft): Found[] {
  const { claim, quote, reading } = told.claim;
  const own = standing(reading);
  if (claim.polarity !== 'negated' && !own.some(({ kind }) => kind !== 'quantity')) return [];
  if (isDoublyDenied(reading)) return [];
  // “urged them not to speak”: of a “not” inside what is told, the draft must tell what it denies.
  const isTold = own.some(({ scope }) =>
    contentWordsOf(scope.words)
      .slice(0, 2)
      .some(({ stem, isCapital }) => !isCapital && draft.strengthOf(stem) > 0),
  );
  if (own.length > 0 && !isTold) return [];
  // “How long it lasts, she did not say”: that it is not said stands in another clause.
  if (
    reading.sayings.some(({ isDenied }) => isDenied) &&
    draft.reading.sayings.some(({ isDenied }) => isDenied)
  )
    return [];
  // “depends on” for “if … not”.
  if (
    claim.conditional &&
    draft.reading.conditions.some(({ words, kind }) => kind === 'unless' || /^(?:depend|hinge)/i.test(words))
  )
    return [];
  const left = standing(draft.reading);
  const text = told.clauses.map(({ start, end }) => withoutUndone(draft, left).slice(start, end)).join(' ');
  const isNamed = ({ start, end }: Range) =>
    draft.mentions.some((mention) => mention.start <= start && end <= mention.end);
  if (
    told.share < 0.4 ||
    (told.share < HALF_TOLD && told.words.every(isNamed)) ||
    left.some(
      (each) => (inClauses(told, [each]).length > 0 || reaches(each, told)) && !isBehind(each, own, draft),
    ) ||
    isTurned(told, draft) ||
    NEGATIVE_WORD.test(text) ||
    /^unlike\b/i.test(draft.text)
  )
    return [];
  const isOpen = ({ kind, words }: Hedge) => kind === 'doubt' && !/rul\p{L}* out/iu.test(words);
  const clause = [...told.clauses].sort((a, b) => wordsWithin(told, b) - wordsWithin(told, a))[0];
  if (inClauses({ clauses: clause ? [clause] : [] }, draft.reading.hedges).some(isOpen)) return [];
  if (own.length === 0 && leftOpenIn(draft.text).length > 0) return [];
  const words = quote.negations[0]?.words ?? reading.negations[0]?.words ?? claim.quote.exact;
  // An extent such as “rarely” is told with the extents.
  if ((own.length ? own : quote.negations).some(({ kind }) => kind === 'quantity')) return [];
  const said = spanning(told.words);
  const message = `the article says “${words}”; the draft leaves it out`;
  return [{ kind: 'negation', said, article: words, message, claim }];
}

/** “None of the samples made it to the laboratory, Haugrim confirmed” denies what stands in another clause than he does. */
const reaches = ({ scope }: Negation, { covered }: Told) =>
  covered.some(({ word }) => scope.start <= word.start && word.start < scope.end);

const wordsWithin = ({ words }: Told, { start, end }: Range) =>
  words.filter((word) => start <= word.start && word.start < end).length;

/** “decided not to” for “has not decided”: a “not” behind the word that the article denies is not of that word. */
function isBehind({ start, end }: Negation, own: readonly Negation[], { words, text }: ReadDraft): boolean {
  const denied = new Set(
    own.filter((each) => each.kind === 'plain').flatMap((each) => firstStem(each) ?? []),
  );
  const said = words.find(({ stem }) => denied.has(stem));
  return /^\s+to\b/i.test(text.slice(end)) && said !== undefined && said.end <= start;
}

/** “stayed closed” for “did not reopen”: the opposite of what the article denies. */
export function isTurned({ claim }: Told, { words }: ReadDraft): boolean {
  const denied = standing(claim.reading).flatMap(({ scope }) =>
    contentWordsOf(scope.words).map(({ stem }) => stem),
  );
  return denied.some((stem) => {
    const opposites = new Set([stem, stem.replace(/^re/, '')].flatMap((each) => [...oppositeStems(each)]));
    return words.some((word) => opposites.has(word.stem));
  });
}

function addedOf(told: Told, draft: ReadDraft): Found[] {
  const { claim, reading, words } = told.claim;
  const theirs = standing(reading);
  if (told.share < HALF_TOLD || told.words.length < 2) return [];
  if (theirs.some(({ kind }) => kind === 'plain') || (UNLIKE.test(claim.text) && !isDoublyDenied(reading)))
    return [];
  const own = inClauses(told, standing(draft.reading)).filter(
    ({ kind, words }) =>
      kind !== 'quantity' || !told.claim.reading.extents.some((own) => own.words === words),
  );
  // “would not comment” for “declined to comment”.
  const wrong = own.find(
    (negation) =>
      !isAtHome(negation, told) &&
      denies(negation, told, words) &&
      !isToCome(negation, told, draft) &&
      ![...theirs, ...standing(told.home.reading)].some((each) => deniesSame(each, negation)) &&
      !isCompared(negation, draft, told) &&
      !(negation.kind === 'plain' && AGAINST.test(claim.text)) &&
      !(claim.conditional && isCondition(negation, told, draft)) &&
      !(WITHOUT.test(negation.words) && NEEDED.test(`${claim.text} ${told.home.sentence.text}`)) &&
      !isUndecided(negation, told) &&
      !draft.reading.numbers.some(({ value }) => isRest(value, told.home.figures().numbers)),
  );
  if (!wrong) return [];
  const affirmed = claim.quote.exact;
  return [
    {
      kind: 'negation',
      said: wrong,
      article: affirmed,
      message: `the draft says “${wrong.words}”; the article does not`,
      claim,
    },
  ];
}

/** “a lack of staff” for “a shortage of staff”: the word that denies has its like in the article. */
const isAtHome = ({ kind, words }: Negation, { home, claim }: Told) =>
  kind === 'implied' &&
  !isDoublyDenied(claim.reading) &&
  (home.strengthOf(wordsOf(words)[0]?.stem ?? '') > 0 ||
    (INSTEAD.test(words) && INSTEAD.test(home.sentence.text)));

/** “had not dropped so sharply since” for “the steepest drop since”, “no worse affair since” for “the worst”. */
const isCompared = ({ end }: Negation, { text }: ReadDraft, { claim }: Told) =>
  /^\sother\b/i.test(text.slice(end)) ||
  // “had never seen stronger protection” for “the strongest protection that they had seen”
  (SUPERLATIVE.test(claim.claim.text) &&
    /^(?:\s\p{L}+){0,3}?\s(?:\p{L}{2,}er|better|worse|more|less)\s/iu.test(text.slice(end))) ||
  (/^(?:\s\p{L}+){0,3}?\s(?:so|as|worse|better|\p{L}{2,}er|more|less)\s/iu.test(text.slice(end)) &&
    /\b(?:since|than|before|ever|in \p{L}+ years)\b/iu.test(text));

const SUPERLATIVE = /\b(?:most|best|worst|least|\p{L}{2,}est)\b/iu;

/** “without” for “if … not”, “if it has not published” for “unless it publishes” */
const isCondition = ({ words, start }: Negation, { claim: { reading } }: Told, draft: ReadDraft) =>
  WITHOUT.test(words) ||
  (reading.conditions.some(({ kind }) => kind === 'unless') &&
    draft.reading.conditions.some(
      ({ kind, end }) => kind === 'if' && end <= start && start < clauseEnd(draft.text, end),
    ));

/** “has not made up her mind” for “is undecided” */
const isUndecided = ({ scope }: Negation, { claim }: Told) =>
  UNDECIDED.test(scope.words) && claim.reading.hedges.some(({ kind }) => kind === 'doubt');

/** “cannot take effect without” for “must approve it before” */
const NEEDED = /\b(?:must|need(?:s|ed)?|ha(?:s|ve|d) to|requir\p{L}*|depend\p{L}*|unless|only|before|if)\b/iu;

const INSTEAD = /\b(?:instead of|rather than)\b/i;

/** “has not voted yet”, of what the article has to come. */
const isToCome = ({ start, end }: Negation, { claim }: Told, { text }: ReadDraft): boolean =>
  (claim.claim.stance === 'intended' || claim.reading.intentions.length > 0) &&
  /\byet\b/i.test(text.slice(start, end + 40));

/** Claims that hold a “not” in other words. */
const UNLIKE =
  /\b(?:all but|except(?:ed|ing)?|first|only(?!\s[\p{Sc}\p{N}])|alone|unlike|last|without|instead|stay home|until)\b/iu;

/** “warned against interfering” tells not to. */
const AGAINST =
  /\b(?:against|avoid|bann?|barr?|block|forb|halt|oppos|prevent|prohibit|refrain|stop)\p{L}*\b/iu;

const firstStem = ({ scope }: Negation) => contentWordsOf(scope.words)[0]?.stem;

const isSameWord = (one: Negation, other: Negation) => {
  const [first, second] = [one, other].map(({ words }) => wordsOf(words)[0]?.stem ?? '');
  return one.kind === 'implied' && (first === second || nearStems(first ?? '').has(second ?? ''));
};

/** “no formal inquiry had begun” for “had not opened a formal inquiry”. */
const isNoOf = (one: Negation, other: Negation) =>
  /^no$/i.test(other.words) &&
  one.kind === 'plain' &&
  contentWordsOf(one.scope.words)
    .slice(0, 4)
    .some(({ stem }) => stem === firstStem(other));

/** “was declined by her” denies what stands before. */
const deniesSame = (one: Negation, other: Negation) =>
  firstStem(one) === firstStem(other) ||
  isNoOf(one, other) ||
  isSameWord(one, other) ||
  (one.kind === 'implied' && /^\s+by\b/i.test(other.scope.words));

/** Whether what is denied begins with a word of the claim: “no longer concerned”, where the claim says “concerned”. */
function denies({ scope }: Negation, told: Told, words: Told['words']): boolean {
  // A name is not what is denied.
  const [first, second] = wordsOf(scope.words).filter(
    ({ isFunction, isCapital }) => !isFunction && !isCapital,
  );
  return [first, second].some(
    (denied, index) =>
      denied !== undefined &&
      (index === 0 || denied.start - (first?.end ?? 0) < 3) &&
      !words.some(
        ({ stem }) => /^(?:un|dis)/.test(stem) && denied.stem.startsWith(stem.replace(/^(?:un|dis)/, '')),
      ) &&
      words.some(({ stem, isFunction }) => !isFunction && sharesRoot(stem, denied.stem)) &&
      told.words.some(({ stem }) => stem === denied.stem),
  );
}

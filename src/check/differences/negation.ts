import { oppositeStems } from '../../reading/near-words.ts';
import type { Negation } from '../../reading/negations.ts';
import { isTakenBy, type Told } from '../matching.ts';
import { sharesRoot } from '../stems.ts';
import { wordsOf } from '../words.ts';
import { type Case, type Found, inClauses, type Rule, spanning } from './difference.ts';

/** A “not” that the draft lost or added. */
export const negationRule: Rule = (checked) =>
  checked.support.told.flatMap((told) =>
    told.claim.claim.polarity === 'negated'
      ? lostOf(told, checked)
      : [...addedOf(told, checked), ...turnedOf(told, checked)],
  );

/** A word with a “not” inside, or one that says the same without. */
const NEGATIVE_WORD =
  /\b(?:un(?!der|it|til|ion|iq|ex|iv|an)\p{L}{3,}|dis(?:agree|approv|trust|lik|sent|satisf|engag)\p{L}*|non\p{L}+|(?:in|im|ir)(?:active|ability|complete|possible|adequate|decisive|effective|sufficient|visible)\p{L}*|\p{L}+less|only|hardly|rarely|seldom|few|little|idle|silent|silence|still|declin\p{L}*|refus\p{L}*|den(?:y|ied|ies)|reject\p{L}*|oppos\p{L}*|absen\p{L}+|without|lack\p{L}*|miss\p{L}*|avoid\p{L}*|before|instead|first|last(?= \p{L}+ed\b)|stopped|ended|out of|free of|spared?|escaped?)\b/iu;

function lostOf(told: Told, { draft, support }: Case): Found[] {
  const isTaken = support.told.some((other) => isAffirmed(other) && isTakenBy(other, told));
  if (isTaken) return [];
  const { claim, quote, reading } = told.claim;
  const text = told.clauses.map(({ start, end }) => draft.text.slice(start, end)).join(' ');
  if (told.share < 0.6 || inClauses(told, draft.reading.negations).length || NEGATIVE_WORD.test(text))
    return [];
  if (inClauses(told, draft.reading.hedges).some(({ kind }) => kind === 'doubt')) return [];
  const words = quote.negations[0]?.words ?? reading.negations[0]?.words ?? claim.quote.exact;
  // An extent such as “rarely” is told with the extents.
  if ([...quote.negations, ...reading.negations].some(({ kind }) => kind === 'quantity')) return [];
  const said = spanning(told.words);
  const message = `the article says “${words}”; the draft leaves it out`;
  return [{ kind: 'negation', said, article: words, message, claim }];
}

function addedOf(told: Told, { draft, support }: Case): Found[] {
  const { claim, quote, reading, words } = told.claim;
  const negated = [...quote.negations, ...reading.negations];
  if (negated.length || UNLIKE.test(claim.text) || UNLIKE.test(claim.quote.exact)) return [];
  // What one claim affirms another may deny: the draft is right with either.
  const isDenied = support.told.some(
    (other) =>
      other.claim.claim.polarity === 'negated' &&
      other.share >= 0.5 &&
      other.clauses.some((clause) => told.clauses.includes(clause)),
  );
  if (isDenied) return [];
  const own = inClauses(told, draft.reading.negations).filter(
    ({ kind }) => kind === 'plain' || kind === 'implied',
  );
  const wrong = own.find((negation) => denies(negation, told, words));
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

/** A word told as its opposite: “improved” as “worsened”. */
function turnedOf(told: Told, { draft, support }: Case): Found[] {
  const { claim, words } = told.claim;
  if (inClauses(told, draft.reading.negations).length || claim.polarity === 'negated') return [];
  const text = draft.words.filter(({ start }) =>
    told.clauses.some((clause) => clause.start <= start && start < clause.end),
  );
  const known = new Set(support.sentences.flatMap((sentence) => [...sentence.stems.keys()]));
  for (const word of text) {
    if (word.isFunction || known.has(word.stem)) continue;
    const opposite = oppositeStems(word.stem);
    const turned = words.find(({ stem }) => opposite.has(stem) && !text.some((each) => each.stem === stem));
    if (!turned) continue;
    const article = claim.text.slice(turned.start, turned.end);
    const said = draft.text.slice(word.start, word.end);
    return [
      {
        kind: 'negation',
        said: word,
        article,
        message: `“${said}” is the opposite of the article’s “${article}”`,
        claim,
      },
    ];
  }
  return [];
}

/** Affirmed in word and field. */
const isAffirmed = ({ claim: { claim, reading } }: Told) =>
  claim.polarity === 'affirmed' && reading.negations.length === 0 && !UNLIKE.test(claim.text);

/** Claims that hold a “not” in other words. */
const UNLIKE =
  /\b(?:first|only|alone|unlike|last|end|ended|stop|stopped|decline|refuse|deny|reject|without|instead|stay home|remote|undecided|rarely|seldom|few|little|hardly|no|not|never|yet|until|despite|although|though)\b/i;

/** Whether what is denied begins with a word of the claim: “no longer concerned”, where the claim says “concerned”. */
function denies({ scope }: Negation, told: Told, words: Told['words']): boolean {
  const [first, second] = wordsOf(scope.words).filter(({ isFunction }) => !isFunction);
  return [first, second].some(
    (denied, index) =>
      denied !== undefined &&
      (index === 0 || denied.start - (first?.end ?? 0) < 3) &&
      words.some(({ stem, isFunction }) => !isFunction && sharesRoot(stem, denied.stem)) &&
      told.words.some(({ stem }) => stem === denied.stem),
  );
}

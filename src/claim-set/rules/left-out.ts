import { type AlignedWord, type Change, textOf } from './alignment.ts';
import { overlap, type ReadClaim, type Rule } from './context.ts';
import { contentWords, stemsOf } from './terms.ts';

/**
 * A word that makes less of what stands beside it, and that a text of otherwise the same words leaves out: “a former
 * governor” told as “the governor”, “Brask’s father” as “Brask”, “in May at the latest” as “in May”.
 */
export const leftOut: Rule<ReadClaim> = {
  name: 'left-out',
  ask: (context) => {
    const lost = context.changes.find(
      (change) =>
        change.before !== null &&
        (change.isWhole || isApposed(change)) &&
        change.theirs.length <= SHORT &&
        change.own.length <= SHORT &&
        (isOwners(change, context) ||
          (change.behind === null
            ? isLimitBehind(change)
            : saysMore(change, context) || isOfAll(change, context))),
    );
    return lost
      ? [
          {
            field: 'text',
            message: `leaves out “${textOf(lost.theirs)}”, by which its sentence says less or other`,
          },
        ]
      : [];
  },
};

/** In words. */
const SHORT = 4;

/** “Ada Rae, a former mayor” told as “Ada Rae is the mayor”. */
const isApposed = ({ theirs, own }: Change) =>
  /^(?:an?|the)$/.test(theirs[0]?.lower ?? '') && /^(?:is|was|are|were)$/.test(own[0]?.lower ?? '');

/** “a treaty with Brask’s father” told as “a treaty with Brask”. */
const isOwners = ({ theirs, own, before }: Change, { reading, said }: ReadClaim) =>
  before !== null &&
  theirs.length === 1 &&
  own.length === 0 &&
  /^\p{Lu}.*['’]s?$/u.test(before.theirs.words) &&
  /^\p{Lu}[^'’]*$/u.test(before.own.words) &&
  // “in Valdora’s runoff” and “the president of Valdora” have nothing in common.
  leadOf(reading.text, before.theirs) === leadOf(said.text, before.own) &&
  !stemsOf(said.text).includes(theirs[0]?.stem ?? '');

/** The last word in small letters before a name. */
const leadOf = (text: string, { start }: AlignedWord) =>
  /(\p{Ll}+)\s+(?:\p{Lu}\S*\s+)*$/u.exec(text.slice(0, start))?.[1] ?? '';

const isLimitBehind = ({ theirs, own }: Change) =>
  own.length === 0 &&
  /^(?:at the (?:latest|earliest|most|least)|without|against|except|unless)\b/.test(phrase(theirs));

function saysMore({ theirs, own, before }: Change, { said }: ReadClaim): boolean {
  if (own.some(({ lower }) => contentWords(lower).length > 0)) return false;
  if (said.hedges.some((each) => own.some((word) => overlap(each, word)))) return false;
  const told = stemsOf(said.text);
  // What stands elsewhere in the text is not left out.
  const isGone = (words: string) =>
    contentWords(words).every((word) => !told.includes(stemsOf(word)[0] ?? ''));
  const isLimit = ({ lower }: AlignedWord) =>
    (LIMIT.test(lower) || (APPEARS.test(lower) && said.hedges.length === 0)) && isGone(lower);
  const isAffirmed = said.negations.length === 0 && !said.conditions.some(({ kind }) => kind === 'unless');
  const isDenial = ({ lower }: AlignedWord) => isAffirmed && DENIAL.test(lower);
  const isSwept = ({ lower }: AlignedWord) =>
    own.length === 0 && SWEEP.test(before?.own.lower ?? '') && isGone(lower);
  const says = ({ lower }: AlignedWord) => contentWords(lower).length > 0;
  const limits = [isLimit, isDenial];
  // “has not answered and has time”: what is denied is something else.
  return (
    theirs.some((word) => limits.some((is) => is(word)) || (says(word) && isSwept(word))) &&
    theirs.every((word) => !says(word) || isSwept(word) || limits.some((is) => is(word)))
  );
}

const LIMIT =
  /^(?:former|ex|almost|nearly|barely|hardly|scarcely|partly|mostly|largely|mainly|only|just|alleged|suspected|would-be|began|begun|begins|started|starts|planned|tried|tries|most|some|few|several|half|wanted|wants|helped)$/;
const APPEARS = /^(?:appear|seem)(?:s|ed)$/;
const DENIAL = /^(?:not|never|no|none|nobody|fail(?:s|ed)?|refus(?:es|ed)|unlikely|\p{L}+n't)$/u;
/** Behind these any word makes less of it: “the only |year-round| road”. */
const SWEEP = /^(?:only|first|last|no|none|every|all|never|\p{L}{3,}est)$/u;

/** “most of its members” told as “the members” or “the union’s members”. */
const isOfAll = ({ theirs }: Change, { said }: ReadClaim) =>
  /^(?:most|some|half|few|many|several) of (?:its|his|her|their|the)\b/.test(phrase(theirs)) &&
  said.extents.length === 0;

const phrase = (words: readonly AlignedWord[]) => words.map(({ lower }) => lower).join(' ');

import { oppositeStems } from '../../reading/near-words.ts';
import { lemmaOf } from '../../reading/saying-verbs.ts';
import type { AlignedWord } from './alignment.ts';
import type { ReadClaim, Rule } from './context.ts';
import { isTurned } from './opposites.ts';
import { asking, replacedIn } from './replaced.ts';
import { contentWords, stemOf } from './terms.ts';

/** What may or must be, told as surer or as something else: “could” as “would”, “must” as “can”, “cannot” as “can”. */
export const otherModal: Rule<ReadClaim> = {
  name: 'other-modal',
  ask: (context) => {
    const modals = (words: readonly AlignedWord[]) =>
      words.flatMap(({ lower }) => (MODALS[lower] === undefined ? [] : [MODALS[lower]]));
    const turned = replacedIn(context).find(({ theirs, own }) => {
      const [one, other] = [modals(theirs), modals(own)];
      return one.length === 1 && other.length === 1 && SURER[one[0] ?? '']?.includes(other[0] ?? '');
    });
    return turned ? [asking(turned)] : [];
  },
};

const MODALS: Readonly<Record<string, string>> = {
  may: 'may',
  might: 'may',
  could: 'may',
  can: 'can',
  cannot: 'cannot',
  "can't": 'cannot',
  should: 'should',
  must: 'must',
  would: 'would',
  will: 'will',
};

const SURER: Readonly<Record<string, readonly string[]>> = {
  may: ['should', 'must', 'would', 'will'],
  can: ['must', 'would', 'will', 'cannot'],
  cannot: ['can'],
  should: ['must', 'will', 'may', 'can'],
  must: ['can', 'may', 'should'],
  will: ['must'],
};

/** A word in the place of its opposite: “a wider margin” told as “a narrower margin”, “cut from 40” as “cut by 40”. */
export const otherWord: Rule<ReadClaim> = {
  name: 'other-word',
  ask: (context) => {
    // “A is higher than B” told as “B is lower than A” says the same.
    if (isTurned(context.said.text, context.reading.text)) return [];
    const turned = replacedIn(context).find(({ theirs, own }) => {
      if (isDenied(theirs) !== isDenied(own)) return false;
      const opposites = new Set(rootsIn(theirs).flatMap((root) => [...oppositeStems(root)]));
      return rootsIn(own).some((root) => opposites.has(root)) || isOpposed(theirs, own);
    });
    return turned ? [asking(turned)] : [];
  },
};

/** “does not lose” in the place of “gains”. */
const isDenied = (words: readonly AlignedWord[]) =>
  words.some(({ lower }) => /^(?:not|never)$|n't$/.test(lower));

/** The stems of some words, and those of “wider” as “wide” and of “richer” as “rich”. */
const rootsIn = (words: readonly AlignedWord[]) =>
  words.flatMap(({ lower }) =>
    contentWords(lower).flatMap((word) =>
      [word, word.replace(/i?er$/, ''), word.replace(/er$/, 'e')].map(stemOf),
    ),
  );

/** Short words that turn a statement round, either way. */
const OPPOSED: readonly (readonly [RegExp, RegExp])[] = [
  [/^from$/, /^by$/],
  [/^with$/, /^without$/],
  [/^or$/, /^and$/],
  [/^and$/, /^(?:because|rather|instead)$/],
  [/^before$/, /^(?:because|after)$/],
  [/^(?:to|toward|towards|into)$/, /^(?:from|away|out)$/],
  [/^on$/, /^off$/],
  [/^for$/, /^against$/],
  [/^(?:every|all|each|both)$/, /^(?:no|none|neither)$/],
  [/^(?:more|most)$/, /^(?:less|fewer|fewest|least)$/],
];

function isOpposed(theirs: readonly AlignedWord[], own: readonly AlignedWord[]): boolean {
  const has = (words: readonly AlignedWord[], pattern: RegExp) =>
    words.some(({ lower }) => pattern.test(lower));
  const isTurned = (from: RegExp, to: RegExp) => has(theirs, from) && has(own, to) && !has(own, from);
  return OPPOSED.some(([one, other]) => isTurned(one, other) || isTurned(other, one));
}

/** A verb that says more: “insisted” told as “showed”, “hinted” as “promised”. */
export const surerVerb: Rule<ReadClaim> = {
  name: 'surer-verb',
  ask: (context) => {
    const turned = replacedIn(context).find(
      ({ theirs, own }) =>
        own.some(({ stem }) => PROVES.test(stem)) &&
        theirs.some(
          ({ lower }) => SAYS.test(lemmaOf(lower)?.manner ?? '') || /^(?:consider|weigh)/.test(lower),
        ) &&
        !theirs.some(({ stem }) => PROVES.test(stem)),
    );
    return turned ? [asking(turned)] : [];
  },
};

const SAYS = /^(?:say|hint|allege|think|ask|want|assert|deny|judge)$/;
/** Stems of verbs by which something is so, or is to be. */
const PROVES =
  /^(?:show|prove|reveal|demonstrate|establish|disclos|confirm|admit|conced|acknowledg|guarante|promis|agre|decid|vow|pledg)/;

import { clauseEnd } from '../../reading/stretch.ts';
import type { ReadClaim, Rule } from './context.ts';
import { contentWords, stemOf } from './terms.ts';

/** A cause in the text that the quote does not give. */
export const addedCause: Rule<ReadClaim> = {
  name: 'cause',
  ask: ({ claim, said }) => {
    const cause = CAUSE.exec(said.text);
    if (!cause) return [];
    const given = stemsBehind(said.text, cause.index + cause[0].length);
    const isGiven =
      GIVES_CAUSE.test(claim.quote) ||
      Array.from(claim.quote.matchAll(MAY_GIVE_CAUSE)).some(({ 0: word, index }) =>
        stemsBehind(claim.quote, index + word.length).some((stem) => given.includes(stem)),
      );
    return isGiven
      ? []
      : [{ field: 'text', message: `says “${cause[0]}”, and its quote gives no such cause` }];
  },
};

/** The stems of what a cause is said to be. */
const stemsBehind = (text: string, from: number): string[] =>
  contentWords(text.slice(from, clauseEnd(text, from))).map(stemOf);

const CAUSE =
  /\b(?:because(?: of)?|due to|owing to|thanks to|as a result of|in order to|caus(?:es?|ed)(?: by)?|led (?:\p{L}+ ){0,4}to|prompted|triggered|resulted (?:in|from))\b/iu;
const GIVES_CAUSE =
  /\b(?:due|owing|thanks|result\p{L}*|caus\p{L}+|led|lead(?:s|ing)? to|blam\p{L}+|why|reasons?|driv\p{L}+|drove|prompt\p{L}+|trigger\p{L}+|forc\p{L}+)\b/iu;
/** Words that tell a cause where what stands behind them is the same. */
const MAY_GIVE_CAUSE = /\b(?:because(?: of)?|since|as|so|for|over|in order|to|by|with|amid|on)\b/giu;

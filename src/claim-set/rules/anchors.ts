import type { ReadClaim, Rule } from './context.ts';

/** No “it” that stands for nothing, as in “it is likely that”. */
const PRONOUN = /\b(?:he|she|they|him|her|them|his|hers|their|theirs|its|it)\b/i;
const EXPLETIVE =
  /^it (?:is|was|will be|would be|may be|remain(?:s|ed)|became|takes|took|rain|snow|seems|appears|(?:\w+ ){1,4}(?:that|whether)\b)/i;
const FUNCTION_WORD =
  /^(?:in|on|at|by|for|from|with|without|after|before|since|until|during|while|when|if|unless|although|though|because|as|of|to|and|but|or|despite|unlike|like|under|over|according|today|now|yesterday|still|also|then)$/i;

/** “When it failed, the firm owed millions”: the next words tell. */
const BEFORE_NAME =
  /^(?:according to|when|while|after|before|if|as|although|though|until|unless)\s[^,]+,\s(?:the\s|\p{Lu})/iu;

/** A pronoun of a text that nothing before it gives a meaning. */
export const pronoun: Rule<ReadClaim> = {
  name: 'pronoun',
  ask: ({ said: { text } }) => {
    const found = EXPLETIVE.test(text) ? null : PRONOUN.exec(text);
    if (!found || BEFORE_NAME.test(text)) return [];
    const before = text.slice(0, found.index).match(/[\p{L}\p{N}’'-]+/gu) ?? [];
    return before.every((word) => FUNCTION_WORD.test(word))
      ? [{ field: 'text', message: `says “${found[0]}” before it says whom or what that is` }]
      : [];
  },
};

/** A time of a text that only the day of the article gives a meaning: “last month”. */
export const relativeTime: Rule<ReadClaim> = {
  name: 'relative-time',
  ask: ({ said }) => {
    const loose = said.dates.find(
      ({ relative, words, end }) =>
        relative !== null &&
        !/^(?:today|tonight|this)\b/i.test(words) &&
        !/earlier$/i.test(words) &&
        !/^\s+(?:before|of|after|from) /.test(said.text.slice(end)),
    );
    return loose
      ? [{ field: 'text', message: `says “${loose.words}”, which only the day of the article explains` }]
      : [];
  },
};

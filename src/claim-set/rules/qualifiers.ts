import type { ReadClaim, Rule } from './context.ts';

/** A “but” behind the quote, which another claim of the sentence has and this one does not name. */
export const qualifier: Rule<ReadClaim> = {
  name: 'qualifier',
  // Words of contrast alone tell it, so it asks where another claim has what follows.
  ask: ({ claim, sentence, quote, ofSentence, said }) => {
    if (claim.qualifiedBy.length || claim.stance === 'presupposed') return [];
    const but = BUT.exec(sentence.text.slice(quote.end));
    if (!but || BUT_WORD.test(said.text)) return [];
    const at = quote.end + but[0].length;
    const other = ofSentence.find((each) => {
      const end = sentence.text.indexOf(each.quote) + each.quote.length;
      return each !== claim && end > at && each.stance !== 'presupposed';
    });
    return other
      ? [
          {
            field: 'qualifiedBy',
            message: `is empty, and the sentence goes on “${but[1]}”: is it qualified by ${other.id}?`,
          },
        ]
      : [];
  },
};

const BUT = /^[,;”’"]{0,2}\s+(?:—\s*)?(but|although|though|however|except|yet)\b/i;
const BUT_WORD = /\b(?:but|although|though|however|yet|despite|in spite of)\b/i;

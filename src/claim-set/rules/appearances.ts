import type { ReadClaim, Rule } from './context.ts';

/** What appears to be so, told by the article itself: somebody reads it so, and it is a judgement. */
export const appearance: Rule<ReadClaim> = {
  name: 'appearance',
  ask: ({ claim, said }) => {
    if (claim.stance !== 'asserted' || claim.conditional || claim.attribution.length || claim.hedge === null)
      return [];
    // “appears to tell his brother that “…””: words that are there to be heard.
    if (said.quotations.length || said.sayings.length) return [];
    const [first] = said.hedges.filter(({ kind }) => kind !== 'approximation');
    return first?.kind === 'appearance' && !/ed\b/i.test(first.words)
      ? [{ field: 'stance', message: `is asserted, and “${first.words}” is a reading: is it judged?` }]
      : [];
  },
};

import { overlap, type ReadClaim, type Rule } from './context.ts';
import { DEGREE, hedgesOfText } from './hedges.ts';
import { headsAfter, isAbout, isAttribute, isQuotedWord } from './reach.ts';
import { stemsOf } from './terms.ts';

/** Hedges inside the quote that the text leaves out, though it says the same. */
export const surerText: Rule<ReadClaim> = {
  name: 'surer-text',
  ask: (context) => {
    const { claim, reading, said, quote, sentence } = context;
    if (claim.stance === 'presupposed') return [];
    const inQuote = <T extends { start: number; end: number }>(words: readonly T[]) =>
      words.filter((each) => overlap(each, quote));
    // “said it would”: “will”, as somebody said before.
    const isReported = claim.attribution.length > 0 && !claim.conditional && claim.hedge === null;
    const lost = inQuote(reading.hedges).filter(
      ({ kind, end }) =>
        kind === 'hint' ||
        (DEGREE.has(kind) &&
          (kind !== 'expectation' || /^\s+(?:[^,;:.]{1,40}\s)?to\b/.test(sentence.text.slice(end))) &&
          (kind !== 'conditional' || !isReported || /^\s+have\b/.test(sentence.text.slice(end)))),
    );
    const meant = said.intentions.some(({ kind }) => kind !== 'future');
    // “might delay” told as “would delay”: “will”, as somebody said before.
    const isWould = claim.conditional || lost.some(({ kind }) => kind === 'conditional');
    const isSofter =
      hedgesOfText(context).some(({ kind }) => kind !== 'conditional' || isWould) ||
      said.hedges.some(
        ({ kind }) => kind === 'doubt' || (/^(?:expectation|hint)$/.test(kind) && kind === lost[0]?.kind),
      ) ||
      meant ||
      (isWould && said.conditions.some(({ kind }) => kind === 'would' || claim.conditional));
    const own = stemsOf(said.text);
    const gone = lost.filter(
      (each) =>
        isAbout(each, context) && !stemsOf(each.words).some((stem) => !LINK.test(stem) && own.includes(stem)),
    );
    const [hedge] = gone;
    // “signals that it may accept” told as “signals that it accepts”: the other hedge was there as well.
    const isReplaced = said.hedges.some(
      ({ words }) =>
        !inQuote(reading.hedges).some((each) => stemsOf(each.words).join() === stemsOf(words).join()),
    );
    const [modal] = gone.filter(({ kind }) => kind === 'modal');
    if (modal && !isReplaced && !meant && said.conditions.length === 0 && said.hedges.length > 0)
      return [{ field: 'text', message: `leaves out “${modal.words}”, which its quote says` }];
    const [will] = said.intentions.filter(({ words }) => /^will$/i.test(words));
    const isWilled =
      will &&
      modal &&
      headsAfter(said.text, will.end).some((head) => headsAfter(sentence.text, modal.end).includes(head));
    if (isWilled)
      return [{ field: 'text', message: `says “${will.words}”, and its quote says “${modal.words}”` }];
    if (hedge && !isSofter)
      return [{ field: 'text', message: `reads as certain, and its quote says “${hedge.words}”` }];
    const [open] = inQuote(reading.hedges).filter(
      (each) => /\b(?:whether|out)$/i.test(each.words) && isAbout(each, context),
    );
    const isOpen =
      said.hedges.some(({ kind }) => kind === 'doubt') ||
      said.conditions.some(({ kind }) => kind === 'if') ||
      (/out$/i.test(open?.words ?? '') && hedgesOfText(context).length > 0);
    if (open && !isOpen && claim.certainty !== 'uncommitted')
      return [{ field: 'text', message: `reads as settled, and its quote says “${open.words}”` }];
    const [plan] = inQuote(reading.intentions).filter(
      (each) =>
        each.kind !== 'wish' &&
        !isQuotedWord(reading, each) &&
        !isAttribute(each, reading.text) &&
        headsAfter(sentence.text, each.end).some((head) => stemsOf(said.text).includes(head)),
    );
    if (!plan || isSofter || said.conditions.length) return [];
    const [future] = said.intentions;
    if (!future) return [{ field: 'text', message: `reads as done, and its quote says “${plan.words}”` }];
    return plan.kind === 'plan' && PLANNED.test(plan.words)
      ? [{ field: 'text', message: `says “${future.words}”, and its quote says “${plan.words}”` }]
      : [];
  },
};

/** Words of a hedge that hedge nothing: of “appeared to”, “may not”. */
const LINK = /^(?:to|not|that|be|is|are|was|were|it)$/;

/** A plan that may come to nothing, as “is to” and “is scheduled to” seldom do. */
const PLANNED = /^(?:plan|intend|intention|aim|mean|threaten|hope)/i;

import { daysOf } from '../../iso-day.ts';
import type { Bounds } from '../../model.ts';
import { type DateFound, datesIn } from '../../reading/dates.ts';
import type { Question, ReadClaim, Rule } from './context.ts';

/**
 * “on Monday” or “in October” that is not the nearest one to the article, “next” and “last” ones that lie behind and
 * before it, and what was done or is planned on the wrong side of it.
 */
export const nearestDate: Rule<ReadClaim> = {
  name: 'nearest-date',
  ask: (context) => {
    const { claim, bounds, issued, sentence, paragraph } = context;
    const [found, ...others] = datesIn(claim.time?.text ?? '');
    if (!claim.time || !found || others.length || found.year !== null) return [];
    if (found.month === null && found.weekday === null) return [];
    const days = distanceOf(bounds, issued);
    if (days === null || isOfNamedYear(bounds, `${paragraph} ${sentence.text}`)) return [];
    const ask = (message: string): Question[] => [
      { field: 'time.edtf', message: `is ${claim.time?.edtf}, and ${message}` },
    ];
    if (Math.abs(days) > reachOf(found))
      return ask(`“${found.words}” is as a rule the nearest one to the article`);
    const direction = found.relative?.offset || sideToldIn(claim.text);
    if (direction * days < 0)
      return ask(`“${found.words}” is ${direction > 0 ? 'after' : 'before'} the article`);
    if (direction !== 0) return [];
    if (days > 0 && isToldAsDone(context))
      return ask('the claim tells it as done: that day is after the article');
    if (days < 0 && isToldAsPlan(context))
      return ask('the claim tells it as a plan: that day is before the article');
    return [];
  },
};

/** Days from the article to a time: below zero before it, 0 where they overlap; null where it is not known when it was written. */
function distanceOf(bounds: Bounds | null, issued: Bounds | null): number | null {
  if (!bounds || !issued?.earliest || !issued.latest) return null;
  const [[first, last], [from, to]] = [daysOf(bounds), daysOf(issued)];
  return Math.min(0, last - from) || Math.max(0, first - to);
}

/** How many days away the nearest one may be. */
function reachOf({ weekday, relative }: DateFound): number {
  if (weekday === null) return 366;
  return relative ? 14 : 7;
}

/** “In 2000 he flew to Pyongyang … in July”: the year is told, and counts from no article. */
const isOfNamedYear = (bounds: Bounds | null, text: string) =>
  datesIn(text).some(
    ({ year }) =>
      year !== null && [bounds?.earliest, bounds?.latest].some((day) => day?.startsWith(`${year}`)),
  );

/** “the Tuesday before the article”, as a text says that is read by itself. */
const sideToldIn = (text: string) => {
  const [, side] = /\b(before|after) th(?:e|is) article\b/i.exec(text) ?? [];
  return side === undefined ? 0 : side.toLowerCase() === 'after' ? 1 : -1;
};

const isToldAsDone = ({ claim }: ReadClaim) =>
  claim.certainty === 'certain' &&
  claim.stance !== 'intended' &&
  !claim.conditional &&
  !AHEAD.test(claim.text);

const isToldAsPlan = ({ claim }: ReadClaim) => claim.stance === 'intended' && PLAN.test(claim.text);

/** What may speak of a time to come. */
const AHEAD =
  /\b(?:will|would|shall|may|might|could|can|should|must|to|due|set|plan(?:s|ned)?|expect(?:s|ed)?|scheduled|next|coming|upcoming|until|by|ahead|deadline|is|are|has|have|opens?|begins?|starts?|ends?)\b/iu;
const PLAN = /\b(?:will|shall|plans?|intends?|aims?|hopes?|wants?|next|(?:is|are) (?:going )?to)\b/i;

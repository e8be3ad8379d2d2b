import type { Extent } from '../../reading/extents.ts';
import { overlap, type ReadClaim, type Rule } from './context.ts';
import { contentWords, stemOf, stemsOf } from './terms.ts';

/** A text that says more or of more than its quote: “some” told as “all”, “rarely” as “never”, or the “some” left out. */
export const extent: Rule<ReadClaim> = {
  name: 'extent',
  ask: ({ reading, said, quote }) => {
    const inQuote = reading.extents.filter((each) => overlap(each, quote));
    const wider = said.extents.find(
      (own) =>
        inQuote.some((each) => isLess(each, own) || isHardly(own, each)) &&
        !reading.extents.some(
          (each) =>
            each.scale === own.scale && each.level === own.level && each.isDownward === own.isDownward,
        ),
    );
    const narrow = wider && inQuote.find((each) => isLess(each, wider) || isHardly(wider, each));
    if (wider && narrow)
      return [{ field: 'text', message: `says “${wider.words}”, and its quote says “${narrow.words}”` }];
    // “at least five trains” told as “all trains”, “a quarter of the people” as “most of the people”.
    const most = said.extents.find(
      ({ scale, level, end }) => scale === 'quantity' && level >= 3 && isOfSame(end, said.text, reading.text),
    );
    const fewer =
      most &&
      !reading.extents.some(({ scale, level }) => scale === 'quantity' && level >= 3) &&
      reading.numbers.find(
        (each) =>
          overlap(each, quote) &&
          each.unit !== 'ordinal' &&
          (each.unit === 'fraction' || each.value > 1) &&
          !said.numbers.some(({ value }) => value === each.value) &&
          isOfSame(each.end, reading.text, said.text),
      );
    if (most && fewer)
      return [{ field: 'text', message: `says “${most.words}”, and its quote says “${fewer.words}”` }];
    const lost = inQuote.find(
      (each) =>
        LIMITS.test(each.words) &&
        !said.extents.some(({ scale }) => scale === each.scale) &&
        !said.numbers.length &&
        isKept(each, reading.text, said.text),
    );
    return lost
      ? [{ field: 'text', message: `leaves out “${lost.words}”, by which its quote says less` }]
      : [];
  },
};

/** Words without which a statement is of all. */
const LIMITS =
  /^(?:some|several|a few|few|many|most|half|a number of|a handful(?: of)?|part of|parts of|(?:a|the|the vast|a large|the great) majority|at least one|rarely|seldom|occasionally|sometimes|at times|often|usually|generally|mostly|mainly|largely|partly|nearly all|almost all|one of)$/i;

/** Whether what stands next in one text stands in the other as well. */
function isOfSame(end: number, text: string, other: string): boolean {
  const [head] = contentWords(text.slice(end, end + 60)).map(stemOf);
  return head !== undefined && stemsOf(other).includes(head);
}

/** Whether the text has the words around an extent: “|blamed| some |residents|”. */
function isKept({ start, end }: Extent, text: string, said: string): boolean {
  const stems = stemsOf(said);
  const [verb] = contentWords(text.slice(Math.max(0, start - 60), start))
    .slice(-1)
    .map(stemOf);
  return isOfSame(end, text, said) && (verb === undefined || stems.includes(verb));
}

/** “nothing” told as “little”. */
const isHardly = (own: Extent, quote: Extent): boolean =>
  own.scale === quote.scale && quote.level === 0 && own.level === 1 && own.isDownward;

/** All where the quote has less, none where it has few, and any more of how many and how often. */
function isLess(quote: Extent, own: Extent): boolean {
  if (quote.scale !== own.scale || quote.level === 0) return false;
  if (own.level === 0) return quote.level === 1;
  const isCounted = quote.scale === 'quantity' || quote.scale === 'frequency';
  return quote.level < own.level && (own.level === 4 || isCounted);
}

/** A quote that begins just behind the “some”, “few” or “fewer than” that makes less of it. */
export const cutExtent: Rule<ReadClaim> = {
  name: 'cut-extent',
  ask: ({ reading, quote, claim }) => {
    if (claim.stance === 'presupposed') return [];
    const cut = [
      ...reading.extents.filter(({ words, isDownward }) => isDownward || LIMITS.test(words)),
      ...reading.hedges.filter(({ kind }) => kind === 'approximation'),
    ].find(({ end }) => end <= quote.start && /^[\s\p{Sc}]*$/u.test(reading.text.slice(end, quote.start)));
    return cut
      ? [
          {
            field: 'quote',
            message: `leaves out “${cut.words}”, by which the sentence says less; quote it too`,
          },
        ]
      : [];
  },
};

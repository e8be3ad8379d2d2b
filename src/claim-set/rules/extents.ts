import type { Extent } from '../../reading/extents.ts';
import { overlap, type ReadClaim, type Rule } from './context.ts';
import { contentWords, stemOf, stemsOf } from './terms.ts';

/** A figure that the sentence gives roughly, and the text exactly: “about 40” told as “40”. */
export const roughFigure: Rule<ReadClaim> = {
  name: 'rough-figure',
  ask: ({ reading, said, quote }) => {
    const roughly = reading.hedges.filter(({ kind }) => kind === 'approximation');
    const isRough = (text: string, hedges: readonly { end: number }[], start: number) =>
      hedges.some(({ end }) => end <= start && /^[\s\p{Sc}]*$/u.test(text.slice(end, start)));
    for (const number of reading.numbers) {
      if (!overlap(number, quote) || !isRough(reading.text, roughly, number.start)) continue;
      const own = said.numbers.find(({ value, unit }) => value === number.value && unit === number.unit);
      const ownHedges = said.hedges.filter(({ kind }) => kind === 'approximation');
      if (!own || isRough(said.text, ownHedges, own.start) || ownHedges.length >= roughly.length) continue;
      const [word] = roughly.filter(({ end }) => end <= number.start).slice(-1);
      return [
        {
          field: 'text',
          message: `says “${own.words}”, and its quote says “${word?.words} ${number.words}”`,
        },
      ];
    }
    return [];
  },
};

/** A text that says more or of more than its quote: “some” told as “all”, “rarely” as “never”, or the “some” left out. */
export const extent: Rule<ReadClaim> = {
  name: 'extent',
  ask: ({ reading, said, quote, claim }) => {
    if (claim.stance === 'presupposed') return [];
    const inQuote = reading.extents.filter((each) => overlap(each, quote));
    const wider = said.extents.find(
      (own) =>
        inQuote.some((each) => isLess(each, own)) &&
        !reading.extents.some((each) => each.scale === own.scale && each.level === own.level),
    );
    const narrow = wider && inQuote.find((each) => isLess(each, wider));
    if (wider && narrow)
      return [{ field: 'text', message: `says “${wider.words}”, and its quote says “${narrow.words}”` }];
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

/** “the first Russian leader” told as “the first leader”. */
export const widerScope: Rule<ReadClaim> = {
  name: 'wider-scope',
  ask: ({ reading, said, quote }) => {
    const own = UNIQUE.exec(said.text)?.[0].toLowerCase();
    if (!own) return [];
    for (const { 0: word, index } of reading.text.matchAll(new RegExp(UNIQUE, 'giu'))) {
      if (word.toLowerCase() !== own || !overlap({ start: index, end: index + word.length }, quote)) continue;
      const names = reading.names.filter(({ start }) => start > index && start - index - word.length < 4);
      const lost = names.filter(({ words }) => !said.text.includes(words));
      const [first] = lost;
      if (first && lost.length === names.length)
        return [
          {
            field: 'text',
            message: `says “${own}” of more than its quote, which says “${word} ${first.words}”`,
          },
        ];
    }
    return [];
  },
};

const UNIQUE = /\b(?:first|only|last|biggest|largest|highest|oldest|youngest|best|worst)\b/iu;

/** A cause in the text that the quote does not give. */
export const addedCause: Rule<ReadClaim> = {
  name: 'cause',
  ask: ({ claim, said }) => {
    const cause = CAUSE.exec(said.text)?.[0];
    return cause && !ANY_CAUSE.test(claim.quote)
      ? [{ field: 'text', message: `says “${cause}”, and its quote gives no cause` }]
      : [];
  },
};

const CAUSE = /\b(?:because(?: of)?|due to|owing to|thanks to|as a result of|in order to|caused by)\b/i;
const ANY_CAUSE =
  /\b(?:because|due|owing|thanks|result\p{L}*|in order|caus\p{L}+|since|as|so|for|over|amid|after|following|led|blam\p{L}+|why|reasons?|to \p{L}+)\b/iu;

/** Words without which a statement is of all. */
const LIMITS =
  /^(?:some|several|a few|few|many|most|half|a number of|a handful(?: of)?|part of|parts of|(?:a|the|the vast|a large|the great) majority|at least one|rarely|seldom|occasionally|sometimes|at times|often|usually|generally|mostly|mainly|largely|partly|nearly all|almost all|one of)$/i;

/** Whether the text has the words around an extent: “|blamed| some |residents|”. */
function isKept({ start, end }: Extent, text: string, said: string): boolean {
  const stems = stemsOf(said);
  const [head] = contentWords(text.slice(end, end + 60)).map(stemOf);
  const [verb] = contentWords(text.slice(Math.max(0, start - 60), start))
    .slice(-1)
    .map(stemOf);
  return head !== undefined && stems.includes(head) && (verb === undefined || stems.includes(verb));
}

function isLess(quote: Extent, own: Extent): boolean {
  if (quote.scale !== own.scale || quote.level === 0) return false;
  return own.level === 0 ? quote.level === 1 : own.level === 4 && quote.level < 4;
}

import type { ChalkInstance } from 'chalk';
import { codePointLength } from '../code-points.ts';
import type { Certainty, Claim } from '../model.ts';
import type { Mark, Styled } from './text.ts';

/** Signs for what is less than certain, so that colour is not all that tells it. */
export const CERTAINTY_SIGNS: Readonly<Record<Certainty, string>> = {
  certain: '',
  probable: '~',
  possible: '?',
  uncommitted: '??',
};

/**
 * How a certainty is painted: the less certain, the warmer. The three colours are told apart by people who confuse red and
 * green, and on light and dark grounds; what is certain stays as it is.
 */
export function certaintyPaint(certainty: Certainty, paint: ChalkInstance): Mark['paint'] {
  const paints = {
    certain: (text: string) => text,
    probable: paint.blueBright,
    possible: paint.magenta,
    uncommitted: paint.bold.red,
  };
  return paints[certainty];
}

/** Between the parts of the line that says who and how sure. */
const BETWEEN = ' · ';
/** Between sources, the one that relays before the one that is relayed. */
const RELAY = ' > ';

/**
 * The line that says who says a claim and how sure, or the end of it: certainty and hedge by rank, `negated` and
 * `conditional` in bold, the signs of a relay apart from the names.
 *
 * @param text as `qualifiersText` or `certaintyText` has it
 */
export function emphasised(text: string, claim: Claim, paint: ChalkInstance): Styled {
  const { certainty, hedge } = claim;
  const ranked = certaintyPaint(certainty, paint);
  const marks: Mark[] = [];
  let start = 0;
  const hedged = hedge === null ? null : `“${hedge}”`;
  for (const part of text.split(BETWEEN)) {
    const end = start + codePointLength(part);
    if (part === certainty || part === hedged) marks.push({ start, end, paint: ranked });
    else if (part === 'negated' || part === 'conditional') marks.push({ start, end, paint: paint.bold });
    else if (start === 0) marks.push(...chainMarks(part, paint));
    start = end + BETWEEN.length;
  }
  return { text, marks };
}

/** The names of a chain in one colour, the signs between them in bold. */
function chainMarks(chain: string, paint: ChalkInstance): Mark[] {
  let start = 0;
  return chain.split(RELAY).flatMap((name, at): Mark[] => {
    const sign: Mark[] = at ? [{ start, end: start + RELAY.length, paint: paint.bold }] : [];
    if (at) start += RELAY.length;
    const end = start + codePointLength(name);
    const marks = [...sign, { start, end, paint: paint.cyan }];
    start = end;
    return marks;
  });
}

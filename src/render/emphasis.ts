import type { ChalkInstance } from 'chalk';
import { codePointLength } from '../code-points.ts';
import type { Certainty, Claim } from '../model.ts';
import type { Mark, Styled } from './text.ts';
import { speakersText } from './wording.ts';

/** Signs for what is less than certain, so that colour is not all that tells it. */
export const CERTAINTY_SIGNS: Readonly<Record<Certainty, string>> = {
  certain: '',
  probable: '~',
  possible: '?',
  uncommitted: '??',
};

/** What a certainty means, as the source says it who is named last. */
export const CERTAINTY_MEANINGS: Readonly<Record<Certainty, string>> = {
  certain: 'stated as a fact',
  probable: 'likely; or a report that the article does not vouch for',
  possible: 'it may be true',
  uncommitted: 'nobody says whether it is true',
};

/**
 * How a certainty is painted: the less certain, the warmer. The three colours are told apart by people who confuse red and
 * green, and read on light and dark grounds, where yellow, green and cyan do not; nothing else has a colour. What is certain
 * stays as it is.
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
/**
 * The line that says who says a claim and how sure, or the end of it: certainty and hedge by rank, whoever the article relays,
 * `negated` and `conditional` in bold.
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
    else if (part === 'negated' || part === 'conditional' || isRelayed(claim, part))
      marks.push({ start, end, paint: paint.bold });
    start = end + BETWEEN.length;
  }
  return { text, marks };
}

/** Whether a part of that line says who says it, and it is not the article itself. */
const isRelayed = (claim: Claim, part: string) =>
  claim.attribution.length > 0 && part === speakersText(claim);

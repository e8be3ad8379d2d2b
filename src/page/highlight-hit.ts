import type { Hit } from '../model.ts';
import { quoteInSentence } from '../render/claim-words.ts';
import { quotationMarks } from '../render/wording.ts';
import { highlight } from './highlight.ts';

/** Highlights in a claim's card what a search found in its text and its words. */
export function highlightHit({ claim, match }: Hit, card: HTMLElement): void {
  if (!match) return;
  const [title, quotation] = ['h3', 'blockquote'].map((part) => card.querySelector(part));
  highlight('found', title as Element, claim.text, match.ranges.text);
  const own = quoteInSentence(claim);
  const inQuote = match.ranges.sentence
    .map(({ start, end }) => ({ start: start - own.start, end: end - own.start }))
    .filter(({ start, end }) => start >= 0 && end <= own.end - own.start);
  const [open] = quotationMarks(claim.quote.exact);
  highlight('found', quotation as Element, claim.quote.exact, inQuote, open.length);
}

import { codePointSlicer } from '../code-points.ts';
import type { Claim, Span } from '../model.ts';

/** Where the claim's words stand in its sentence. */
export function quoteInSentence({ quote, sentence }: Claim): Span {
  return { start: quote.start - sentence.start, end: quote.end - sentence.start };
}

/** The claim's words, and what stands in its sentence before and after them. */
export function quoteInside(claim: Claim): {
  readonly before: string;
  readonly words: string;
  readonly after: string;
} {
  const { start, end } = quoteInSentence(claim);
  const part = codePointSlicer(claim.sentence.text);
  return { before: part(0, start), words: part(start, end), after: part(end) };
}

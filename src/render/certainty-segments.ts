import { CERTAINTIES, type Certainty, type Claim, type Sentence } from '../model.ts';

/** A stretch of a sentence, and how sure the claims in its words are; null where no claim is. */
export interface Segment {
  readonly words: string;
  readonly certainty: Certainty | null;
}

/** Parts a sentence where certainty changes. Where claims overlap, the least certain shows. */
export function segmentsOf(sentence: Sentence, claims: readonly Claim[]): Segment[] {
  const codePoints = Array.from(sentence.text);
  const levels = new Array<number>(codePoints.length).fill(-1);
  for (const { quote, certainty } of claims) {
    const level = CERTAINTIES.indexOf(certainty);
    for (let at = quote.start; at < quote.end; at += 1)
      levels[at - sentence.start] = Math.max(level, levels[at - sentence.start] ?? -1);
  }
  // A space between words of different claims belongs to none of them.
  const isEdge = (at: number) => codePoints[at] === ' ' && levels[at - 1] !== levels[at + 1];
  codePoints.forEach((_, at) => {
    if (isEdge(at)) levels[at] = -1;
  });
  const segments: Segment[] = [];
  for (let start = 0; start < codePoints.length; ) {
    let end = start + 1;
    while (end < codePoints.length && levels[end] === levels[start]) end += 1;
    const certainty = CERTAINTIES[levels[start] ?? -1] ?? null;
    segments.push({ words: codePoints.slice(start, end).join(''), certainty });
    start = end;
  }
  return segments;
}

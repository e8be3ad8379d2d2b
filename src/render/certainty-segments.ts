import { CERTAINTIES, type Certainty, type Claim, type Sentence } from '../model.ts';

/** A stretch of a sentence, and how sure the claims in its words are; null where no claim is. */
export interface Segment {
  readonly words: string;
  readonly certainty: Certainty | null;
}

/** A stretch of a sentence, and the highest rank of the claims in its words; null where no claim is. */
export interface RankedSegment {
  readonly words: string;
  readonly rank: number | null;
}

/** Parts a sentence where certainty changes. Where claims overlap, the least certain shows. */
export function segmentsOf(sentence: Sentence, claims: readonly Claim[]): Segment[] {
  const segments = rankedSegments(sentence, claims, ({ certainty }) => CERTAINTIES.indexOf(certainty));
  return segments.map(({ words, rank }) => ({ words, certainty: CERTAINTIES[rank ?? -1] ?? null }));
}

/** Parts a sentence where the highest rank of its claims changes. */
export function rankedSegments(
  sentence: Sentence,
  claims: readonly Claim[],
  rankOf: (claim: Claim) => number,
): RankedSegment[] {
  const codePoints = Array.from(sentence.text);
  const levels = new Array<number>(codePoints.length).fill(-1);
  for (const claim of claims) {
    const level = rankOf(claim);
    const { start, end } = claim.quote;
    for (let at = start; at < end; at += 1)
      levels[at - sentence.start] = Math.max(level, levels[at - sentence.start] ?? -1);
  }
  // A space between words of different claims belongs to none of them.
  const isEdge = (at: number) => codePoints[at] === ' ' && levels[at - 1] !== levels[at + 1];
  codePoints.forEach((_, at) => {
    if (isEdge(at)) levels[at] = -1;
  });
  const segments: RankedSegment[] = [];
  for (let start = 0; start < codePoints.length; ) {
    let end = start + 1;
    while (end < codePoints.length && levels[end] === levels[start]) end += 1;
    const level = levels[start] ?? -1;
    segments.push({ words: codePoints.slice(start, end).join(''), rank: level < 0 ? null : level });
    start = end;
  }
  return segments;
}

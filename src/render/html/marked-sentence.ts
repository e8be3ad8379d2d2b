import { CERTAINTIES, type Claim, type Sentence } from '../../model.ts';
import { rankedSegments } from '../certainty-segments.ts';
import { html, type Markup } from './markup.ts';

/**
 * A sentence with the words of these claims marked by how sure they are and whether others say them. Where claims overlap, the
 * least certain shows, and then what others say.
 */
export function markedSentence(sentence: Sentence, claims: readonly Claim[]): Markup[] {
  return rankedSegments(sentence, claims, rankOf).map(({ words, rank }) =>
    rank === null
      ? html`${words}`
      : html`<mark class="${classesOf(rank)}">${rank > 1 ? signed(words) : words}</mark>`,
  );
}

/** Words that a sign follows: it stands with the last of them, or with the last letter where there are no spaces. */
export function signed(words: string): Markup {
  const last = words.search(/(?<!\S)\S{1,20}\s*$|\S\s*$/u);
  return html`${words.slice(0, last)}<span>${words.slice(last)}</span>`;
}

const rankOf = (claim: Claim) => 2 * CERTAINTIES.indexOf(claim.certainty) + (isReported(claim) ? 1 : 0);

const classesOf = (rank: number) => `${CERTAINTIES[rank >> 1]}${rank % 2 ? ' reported' : ''}`;

/** Whether others say it, and not the article itself. */
export const isReported = ({ attribution }: Claim): boolean => attribution.length > 0;

import type { Hit, Sentence } from '../model.ts';
import { quoteInside } from './claim-words.ts';
import { boldMarkdown, escapeMarkdown } from './markdown.ts';
import { citationText, qualifiersText, reservationLines } from './wording.ts';

/** The sentence as a block quotation, the claim's words in bold; below it the claim, who says it, how sure, and the citation. */
export function claimMarkdown({ claim, context }: Hit): string {
  const plain = (sentences: readonly Sentence[] = []) => sentences.map(({ text }) => escapeMarkdown(text));
  const { before, words, after } = quoteInside(claim);
  const marked = boldMarkdown(before, words, after);
  return [
    `> ${[...plain(context?.before), marked, ...plain(context?.after)].join(' ')}`,
    '',
    `**${claim.id}** ${escapeMarkdown(claim.text)}  `,
    ...reservationLines(claim).map((line) => `${escapeMarkdown(line)}  `),
    `${escapeMarkdown(qualifiersText(claim))}  `,
    escapeMarkdown(citationText(claim)),
  ].join('\n');
}

import type { Hit, Sentence } from '../model.ts';
import { quoteInside } from './claim-words.ts';
import { boldMarkdown, escapeMarkdown } from './markdown.ts';
import { citationText, qualifiersText, reservationLines } from './wording.ts';

/**
 * Claims, each below its sentence as a block quotation with the claim's words in bold; claims of the same words one after the other
 * share it.
 */
export function claimsMarkdown(hits: readonly Hit[]): string {
  const blocks = hits.flatMap((hit, at) => {
    const quotation = quotationOf(hit);
    const before = hits[at - 1];
    return before && quotationOf(before) === quotation ? [below(hit)] : [quotation, below(hit)];
  });
  return blocks.map((block) => `${block}\n`).join('\n');
}

function quotationOf({ claim, context }: Hit): string {
  const plain = (sentences: readonly Sentence[] = []) => sentences.map(({ text }) => escapeMarkdown(text));
  const { before, words, after } = quoteInside(claim);
  const marked = boldMarkdown(before, words, after);
  return `> ${[...plain(context?.before), marked, ...plain(context?.after)].join(' ')}`;
}

/** The claim, who says it, how sure, and the citation. */
const below = ({ claim }: Hit): string =>
  [
    `**${claim.id}** ${escapeMarkdown(claim.text)}  `,
    ...reservationLines(claim).map((line) => `${escapeMarkdown(line)}  `),
    `${escapeMarkdown(qualifiersText(claim))}  `,
    escapeMarkdown(citationText(claim)),
  ].join('\n');

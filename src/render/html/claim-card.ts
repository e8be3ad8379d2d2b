import type { Claim, Entity, Topic } from '../../model.ts';
import { spokenOf } from '../../spoken-of.ts';
import { timeText } from '../dates.ts';
import { certaintyText, quotationMarks, voiceText } from '../wording.ts';
import { isReported } from './marked-sentence.ts';
import { html, type Markup } from './markup.ts';

/**
 * A claim with its exact words, who says it and how sure; its id is the anchor that links lead to.
 *
 * @param addressOf where a claim is
 */
export function claimCard(claim: Claim, addressOf = ({ id }: Claim) => `#${id}`): Markup {
  const { id, article, text, quote, topics, time, certainty } = claim;
  const [open, close] = quotationMarks(quote.exact);
  const isPlain = certainty === 'certain' && !isReported(claim);
  return html`<li id="${id}" class="${isPlain ? 'claim plain' : 'claim'}" tabindex="-1">
<h3 lang="${article.language}" dir="auto">${text}</h3>
<p class="who"><bdi>${voiceText(claim)}</bdi> · ${howSure(claim)}</p>
${claim.qualifiedBy.map(
  (
    other,
  ) => html`<p class="with" dir="auto">with <a href="${addressOf(other)}">${other.id}</a>: ${other.text}</p>
`,
)}<blockquote lang="${article.language}" dir="auto">${open}${quote.exact}${close}</blockquote>
<div class="links"><a href="${addressOf(claim)}">${id}</a><details><summary>More<span class="unseen"> on ${id}</span></summary><dl>${[
    described('Speaks of', named(spokenOf(claim))),
    described('Topics', named(topics)),
    described('Time', time ? [timeText(time), `“${time.text}”`].join(', ') : ''),
    described('Inferred because', time?.inferred ? (time.basis ?? '') : ''),
  ]}</dl></details></div>
</li>
`;
}

/** How sure, with the certainty and the words that say so apart from the rest. */
function howSure(claim: Claim): Markup {
  const { certainty, hedge } = claim;
  const sure = hedge === null ? certainty : `${certainty} · “${hedge}”`;
  const text = certaintyText(claim);
  const start = text.indexOf(sure);
  return html`${text.slice(0, start)}<span class="sure ${certainty}">${sure}</span>${text.slice(start + sure.length)}`;
}

const described = (term: string, text: string): Markup =>
  text ? html`<dt>${term}</dt><dd>${text}</dd>` : html``;

const named = (items: readonly (Entity | Topic)[]): string =>
  [...new Set(items.map(({ name }) => name))].join(', ');

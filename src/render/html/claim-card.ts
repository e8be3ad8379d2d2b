import type { Article, Claim } from '../../model.ts';
import { certaintyText, quotationMarks, voiceText } from '../wording.ts';
import { isReported } from './marked-sentence.ts';
import { html, type Markup } from './markup.ts';

/**
 * A claim with its exact words, who says it and how sure; its id is the anchor that links lead to.
 *
 * @param addressOf where a claim is
 */
export function claimCard(claim: Claim, addressOf = ({ id }: Claim) => `#${id}`): Markup {
  const { id, article, text, quote, certainty } = claim;
  const language = languageOf(article);
  const [open, close] = quotationMarks(quote.exact);
  const isPlain = certainty === 'certain' && !isReported(claim);
  return html`<li id="${id}" class="${isPlain ? 'claim plain' : 'claim'}" tabindex="-1">
<h3${language}>${text}</h3>
<p class="who"><bdi>${voiceText(claim)}</bdi> · ${howSure(claim)}</p>
${claim.qualifiedBy.map(
  (
    other,
  ) => html`<p class="with" dir="auto">with <a href="${addressOf(other)}">${other.id}</a>: ${other.text}</p>
`,
)}<blockquote${language}>${open}${quote.exact}${close}</blockquote>
<div class="links"><a href="${addressOf(claim)}">${id}</a></div>
</li>
`;
}

/** Of the words of an article; the page itself is in English. */
const languageOf = ({ language }: Article): Markup | null =>
  language === 'en' ? null : html` lang="${language}" dir="auto"`;

/** How sure, with the certainty and the words that say so apart from the rest. */
function howSure(claim: Claim): Markup {
  const { certainty, hedge } = claim;
  const sure = hedge === null ? certainty : `${certainty} · “${hedge}”`;
  const text = certaintyText(claim);
  if (certainty === 'certain') return html`${text}`;
  const start = text.indexOf(sure);
  return html`${text.slice(0, start)}<span class="sure ${certainty}">${sure}</span>${text.slice(start + sure.length)}`;
}

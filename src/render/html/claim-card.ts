import type { Article, Claim } from '../../model.ts';
import { certaintyText, quotationMarks, voiceText } from '../wording.ts';
import { isReported } from './marked-sentence.ts';
import { html, type Markup } from './markup.ts';

const inThisPage = ({ id }: Claim) => `#${id}`;

/**
 * A claim as one of several; its id is the anchor that links lead to.
 *
 * @param addressOf where a claim is
 */
export function claimCard(claim: Claim, addressOf = inThisPage): Markup {
  const { id, certainty } = claim;
  const isPlain = certainty === 'certain' && !isReported(claim);
  return html`<li id="${id}" class="${isPlain ? 'claim plain' : 'claim'}">
${claimBody(claim, addressOf)}<div class="links"><a href="${addressOf(claim)}">${id}</a></div>
</li>
`;
}

/** A claim with who says it, how sure, what qualifies it, and its exact words. */
export function claimBody(claim: Claim, addressOf = inThisPage): Markup {
  const { article, text, quote } = claim;
  const language = languageOf(article);
  const [open, close] = quotationMarks(quote.exact);
  return html`<h3${language}>${text}</h3>
<p class="who"><bdi>${voiceText(claim)}</bdi> · ${howSure(claim)}</p>
${claim.qualifiedBy.map(
  (
    other,
  ) => html`<p class="with" dir="auto">with <a href="${addressOf(other)}">${other.id}</a>: ${other.text}</p>
`,
)}<blockquote${language}>${open}${quote.exact}${close}</blockquote>
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
  const start = text.indexOf(sure);
  // Words that are written from right to left would take along what stands after them.
  const shown = hedge === null ? sure : html`${certainty} · <bdi>“${hedge}”</bdi>`;
  const marked = certainty === 'certain' ? shown : html`<span class="sure ${certainty}">${shown}</span>`;
  return html`${text.slice(0, start)}${marked}${text.slice(start + sure.length)}`;
}

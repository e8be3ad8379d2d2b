import type { Claim, Entity, Topic } from '../../model.ts';
import { spokenOf } from '../../spoken-of.ts';
import { timeText } from '../dates.ts';
import { citationText, qualifiersText, quotationMarks } from '../wording.ts';
import { markedSentence } from './marked-sentence.ts';
import { html, type Markup } from './markup.ts';

/** A claim with its sentence, who says it and how sure; its id is the anchor that links lead to. */
export function claimCard(claim: Claim): Markup {
  const { id, article, text, sentence, topics, time } = claim;
  const [open, close] = quotationMarks(sentence.text);
  return html`<li id="${id}" tabindex="-1">
<h3 dir="auto">${text}</h3>
${claim.qualifiedBy.map(
  (other) => html`<p class="with" dir="auto">with <a href="#${other.id}">${other.id}</a>: ${other.text}</p>
`,
)}<blockquote lang="${article.language}" dir="auto">${open}${markedSentence(sentence, [claim])}${close}</blockquote>
<p class="who">${qualifiersText(claim)}</p>
<p class="links"><a href="#${id}">${id}</a> <a href="#${sentence.id}">in the article</a></p>
<details><summary>More<span class="unseen"> on ${id}</span></summary><dl>${[
    described('Speaks of', named(spokenOf(claim))),
    described('Topics', named(topics)),
    described('Time', time ? [timeText(time), `“${time.text}”`].join(', ') : ''),
    described('Inferred because', time?.inferred ? (time.basis ?? '') : ''),
    described('Cite', citationText(claim)),
  ]}</dl></details>
</li>
`;
}

const described = (term: string, text: string): Markup =>
  text ? html`<dt>${term}</dt><dd>${text}</dd>` : html``;

const named = (items: readonly (Entity | Topic)[]): string =>
  [...new Set(items.map(({ name }) => name))].join(', ');

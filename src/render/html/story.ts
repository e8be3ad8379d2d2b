import { groupBy } from '../../group-by.ts';
import type { Claim, ClaimSet, Sentence } from '../../model.ts';
import { counted, speakersText } from '../wording.ts';
import { claimCite } from './citation.ts';
import { claimCard } from './claim-card.ts';
import { isReported, markedSentence } from './marked-sentence.ts';
import { html, type Markup } from './markup.ts';

/** The article's text: each sentence with who speaks in it, and after it its claims, which open when it is chosen. */
export function story({ article, claims }: ClaimSet): Markup[] {
  const bySentence = groupBy(claims, ({ sentence }) => sentence);
  const byParagraph = groupBy(article.sentences, ({ paragraph }) => paragraph);
  return [...byParagraph.values()].map(
    (sentences) =>
      html`<div class="paragraph">
${sentences.map((sentence) => withClaims(sentence, bySentence.get(sentence) ?? []))}</div>
`,
  );
}

function withClaims(sentence: Sentence, claims: readonly Claim[]): Markup {
  const { id } = sentence;
  const number = id.slice(1);
  const [first] = claims;
  const link = first
    ? html`<a class="number" href="#${id}" aria-label="Sentence ${number}: ${counted(claims.length, 'claim')}">${number}</a>`
    : html`<span class="number">${number}</span>`;
  const words = html`<span class="words">${markedSentence(sentence, claims)}</span>`;
  return html`<span id="${id}" class="sentence">${claims.length ? speakers(claims) : null}${link} ${words}</span>
${
  first
    ? html`<div class="claims" lang="en" dir="ltr" role="group" data-of="${id}" aria-label="Claims of sentence ${number}"><ol>
${claims.map((claim) => claimCard(claim))}</ol>
<p class="cite">${claimCite(first)}</p></div>
`
    : null
}`;
}

/** Whoever speaks in a sentence besides the article itself; a chain that is the beginning of another says nothing more. */
function speakers(claims: readonly Claim[]): Markup | null {
  const chains = [...new Set(claims.filter(isReported).map(speakersText))];
  const longest = chains.filter((chain) => !chains.some((other) => other.startsWith(`${chain} > `)));
  return longest.length
    ? html`<span class="speaker"><span class="unseen" dir="ltr">Said by </span>${longest.map((chain) => html`<span class="chain" dir="auto">${chain.replaceAll(' > ', ' >\u00a0')}</span> `)}</span>`
    : null;
}

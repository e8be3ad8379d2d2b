import { PAGE_ASSETS } from '../../generated/page-assets.js';
import type { ClaimSet } from '../../model.ts';
import { articleName, counted, countsText } from '../wording.ts';
import { articleCite } from './citation.ts';
import { finder, found } from './finder.ts';
import { html, type Markup } from './markup.ts';
import { storyPage } from './story-page.ts';
import { wholePage } from './whole-page.ts';

/**
 * Stories as one HTML page that lists them and searches the claims of all; each claim leads into the page of its story beside it.
 *
 * @param data the claim sets, packed
 */
export function renderIndexPage(claimSets: readonly ClaimSet[], data: string): string {
  const claims = claimSets.flatMap((claimSet) => claimSet.claims);
  const all = counted(claims.length, 'claim');
  const articles = counted(claimSets.length, 'article');
  const publishers = [...new Set(claimSets.flatMap(({ article }) => article.publisher ?? []))];
  return wholePage({
    title: `The claims of ${articles}, and who makes them`,
    description: `${countsText(claims)}. Each comes with who says it, how sure they are, and the exact words.`,
    body: html`<a class="skip" href="#main">Skip to the stories</a>
<header>
<h1>The claims of ${articles}, and who makes them</h1>
<p class="deck">${all}, each with who says it, how sure they are, and the exact words.</p>
</header>
${finder(all)}
<main id="main" class="index">
<section id="claims" tabindex="-1" aria-labelledby="claims-title">
${found(all)}
<ol id="list"></ol>
<p id="rest"></p>
</section>
<section id="stories" aria-labelledby="stories-title">
<h2 id="stories-title" class="unseen">Stories</h2>
<ol>
${claimSets.map(storyItem)}</ol>
</section>
</main>
<footer><p>Made with kimtrip. Certainty is that of the source who is named last. ${publishers.length ? `The words of the articles belong to ${publishers.join(', ')}.` : null}</p></footer>`,
    data,
    script: PAGE_ASSETS.indexScript,
  });
}

function storyItem({ article, claims }: ClaimSet): Markup {
  return html`<li>
<h3><a href="${storyPage(article)}" lang="${article.language}"><bdi>${articleName(article)}</bdi></a></h3>
<p>${articleCite({ ...article, title: null })}</p>
<p>${countsText(claims)}</p>
</li>
`;
}

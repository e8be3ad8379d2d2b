import { PAGE_ASSETS } from '../../generated/page-assets.js';
import { type Article, CERTAINTIES, type Claim, type ClaimSet } from '../../model.ts';
import { schemaOrgOfPage } from '../schema-org.ts';
import { toJson } from '../sinks.ts';
import { articleCitation, counted, countsText } from '../wording.ts';
import { certaintyPicture } from './certainty-picture.ts';
import { canCheck, checkBox } from './check-box.ts';
import { articleCite } from './citation.ts';
import { finder, found } from './finder.ts';
import { signed } from './marked-sentence.ts';
import { html, Markup } from './markup.ts';
import { relayPicture } from './relay-picture.ts';
import { story } from './story.ts';
import { timePicture } from './time-picture.ts';
import { wholePage } from './whole-page.ts';

/**
 * A claim set as one HTML page that needs nothing else: the article, its claims, and the search of kimtrip itself.
 *
 * @param data the claim set, packed
 * @param index the page that lists this story among others; null where it stands alone
 */
export function renderPage(claimSet: ClaimSet, data: string, index: string | null): string {
  const { article, claims } = claimSet;
  const all = counted(claims.length, 'claim');
  return wholePage({
    title: `${titleOf(article)} · ${articleCitation({ ...article, title: null })}`,
    description: `${countsText(claims)}. Each comes with who says it, how sure they are, and the exact words.`,
    head: html`<script type="application/ld+json">${new Markup(inScript(schemaOrgOfPage(claimSet)))}</script>
`,
    body: html`<a class="skip" href="#story">Skip to the story</a>
<header>
<p class="kicker">${index && html`<a href="${index}">All stories</a> · `}${articleCite(article)}</p>
<h1>${titleOf(article)}</h1>
<p class="deck">${all}, each with who says it, how sure they are, and the exact words.</p>
</header>
${finder(all)}
<main id="main">
<section class="pictures" aria-label="Pictures">
${certaintyPicture(claims)}<details id="more-pictures" open><summary>Who relays whom, and which years</summary>
<div>${relayPicture(claims, article)}${timePicture(claims)}</div></details>
<script>${new Markup(FOLD)}</script>
</section>
<section id="claims" tabindex="-1" aria-labelledby="claims-title">
${found(all)}
<p class="hint">Choose a sentence of the story to see its claims${canCheck(article) ? html`, or <a href="#check">check your own text</a>` : null}.</p>
<ol id="list"></ol>
<p id="rest"></p>
<div id="beside"></div>
</section>
<section id="story" tabindex="-1" aria-labelledby="story-title">
<h2 id="story-title" class="unseen">The story</h2>
<p class="legend"><mark class="reported">said by others</mark> ${DOUBTS.map((doubt) => html`<mark class="${doubt}">${signed(doubt)}</mark> `)}unmarked: certain, in the article’s own voice. ${hasRelays(claims) ? html`<span>A &gt; B: A passes on what B says.</span> ` : null}<label><input id="every" type="checkbox"> Mark these too</label></p>
<div class="text" lang="${article.language}" dir="auto">
${story(claimSet)}</div>
</section>
${canCheck(article) ? checkBox() : null}</main>
<footer><p>Made with kimtrip. Certainty is that of the source who is named last. ${article.publisher === null ? null : `The words of the article belong to ${article.publisher}.`}</p></footer>`,
    inline: [FOLD],
    data,
    script: PAGE_ASSETS.script,
  });
}

const DOUBTS = CERTAINTIES.filter((certainty) => certainty !== 'certain');

const hasRelays = (claims: readonly Claim[]) => claims.some(({ attribution }) => attribution.length > 1);

/** On a phone the story starts on the first screen; folded while the page is read, so that nothing jumps. */
const FOLD = "if(innerWidth<736)document.getElementById('more-pictures').open=false";

const titleOf = ({ title }: Article): string =>
  title === null ? 'What the article claims, and who says so' : `What “${title}” claims, and who says so`;

/** Inside a script element only `<` could end it. */
const inScript = (data: object) => toJson(data).replaceAll('<', '\\u003c');

import { createHash } from 'node:crypto';
import { PAGE_ASSETS } from '../../generated/page-assets.js';
import type { Article, ClaimSet } from '../../model.ts';
import { schemaOrgOfPage } from '../schema-org.ts';
import { toJson } from '../sinks.ts';
import { articleCitation, counted, countsText } from '../wording.ts';
import { certaintyPicture } from './certainty-picture.ts';
import { html, Markup } from './markup.ts';
import { relayPicture } from './relay-picture.ts';
import { story } from './story.ts';
import { timePicture } from './time-picture.ts';

/**
 * A claim set as one HTML page that needs nothing else: the article, its claims, and the search of kimtrip itself. Its
 * content security policy (CSP Level 3) allows the page's own script and style by their hashes, and no request.
 *
 * @param data what the script works on, as `packPageData` packs it
 */
export function renderPage(claimSet: ClaimSet, data: string): string {
  const { article, claims } = claimSet;
  const { script, style } = PAGE_ASSETS;
  const all = counted(claims.length, 'claim');
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${metadata(claimSet)}
<link rel="icon" href="data:,">
<script type="application/ld+json">${new Markup(inScript(schemaOrgOfPage(claimSet)))}</script>
<style>${new Markup(style)}</style>
<script>${new Markup(EARLY)}</script>
</head>
<body>
<a class="skip" href="#story">Skip to the story</a>
<header>
<p class="kicker">${articleCitation(article)}</p>
<h1>${titleOf(article)}</h1>
<p class="deck">${all}, each with who says it, how sure they are, and the exact words.</p>
</header>
<form id="find" role="search">
<label class="unseen" for="query">Search the claims</label>
<input id="query" type="search" placeholder="Search ${all}" autocomplete="off" spellcheck="false">
<details id="filters"><summary>Filters</summary><div id="chips"></div></details>
</form>
<main id="main">
<section class="pictures" aria-label="Pictures">
${certaintyPicture(claims)}<details id="more-pictures" open><summary>Who relays whom, and which years</summary>
<div>${relayPicture(claims, article)}${timePicture(claims)}</div></details>
<script>${new Markup(FOLD)}</script>
</section>
<section id="claims" tabindex="-1" aria-labelledby="claims-title">
<h2 id="claims-title" class="unseen">Claims</h2>
<p id="found" role="status">${all}</p>
<p id="asked"></p>
<p id="actions"></p>
<p class="hint">Choose a sentence of the story to see its claims.</p>
<ol id="list"></ol>
<p id="rest"></p>
<div id="beside"></div>
</section>
<section id="story" tabindex="-1" aria-labelledby="story-title">
<h2 id="story-title" class="unseen">The story</h2>
<p class="legend"><mark class="reported">said by others</mark> <mark class="probable">probable</mark> <mark class="possible">possible</mark> <mark class="uncommitted">uncommitted</mark> unmarked: certain, in the article’s own voice. <label><input id="every" type="checkbox"> Mark these too</label></p>
<div class="text" lang="${article.language}" dir="auto">
${story(claimSet)}</div>
</section>
</main>
<footer><p>Made with kimtrip. Certainty is that of the source who is named last. ${article.publisher === null ? null : `The words of the article belong to ${article.publisher}.`}</p></footer>
<script type="application/octet-stream" id="data">${data}</script>
<script type="module">${new Markup(script)}</script>
</body>
</html>
`.source;

  function policy(): string {
    return [
      "default-src 'none'",
      `script-src ${[EARLY, FOLD, script].map((code) => `'${hashOf(code)}'`).join(' ')}`,
      `style-src '${hashOf(style)}'`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; ');
  }
}

/** An address of some claims shows them at once, and not first the page without them, which would jump. */
const EARLY = "if(location.hash.length>1)document.documentElement.className='waiting'";

/** On a phone the story starts on the first screen; folded while the page is read, so that nothing jumps. */
const FOLD = "if(innerWidth<736)document.getElementById('more-pictures').open=false";

/** What search engines and whoever is sent a link are told. */
function metadata({ article, claims }: ClaimSet): Markup {
  const title = `${titleOf(article)} · ${articleCitation({ ...article, title: null })}`;
  const description = `${countsText(claims)}. Each comes with who says it, how sure they are, and the exact words.`;
  return html`<title>${title}</title>
<meta name="description" content="${description}">
<meta property="og:type" content="article">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta name="twitter:card" content="summary">`;
}

const titleOf = ({ title }: Article): string =>
  title === null ? 'What the article claims, and who says so' : `What “${title}” claims, and who says so`;

/** Inside a script element only `<` could end it. */
const inScript = (data: object) => toJson(data).replaceAll('<', '\\u003c');

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

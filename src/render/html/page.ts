import { createHash } from 'node:crypto';
import { PAGE_ASSETS } from '../../generated/page-assets.js';
import { groupBy } from '../../group-by.ts';
import { CERTAINTIES, type ClaimSet, type Entity, type Era, OWN_VOICE } from '../../model.ts';
import { ownVoice, sourcesOf, spokenOf } from '../../spoken-of.ts';
import { schemaOrgOfPage } from '../schema-org.ts';
import { toJson } from '../sinks.ts';
import { articleCitation, counted } from '../wording.ts';
import { certaintyPicture } from './certainty-picture.ts';
import { claimCard } from './claim-card.ts';
import { markedSentence } from './marked-sentence.ts';
import { html, Markup } from './markup.ts';
import { relayPicture } from './relay-picture.ts';
import { timePicture } from './time-picture.ts';

/**
 * A claim set as one HTML page that needs nothing else: the article, its claims, and the search of kimtrip itself. Its
 * content security policy (CSP Level 3) allows the page's own script and style by their hashes, and no request.
 *
 * @param data what the script works on, as `packPageData` packs it
 */
export function renderPage(claimSet: ClaimSet, eras: readonly Era[], data: string): string {
  const { article, claims } = claimSet;
  const about = articleCitation(article);
  const { script, style } = PAGE_ASSETS;
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const title = article.title === null ? 'What the article claims' : `What “${article.title}” claims`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${about}</title>
<link rel="icon" href="data:,">
<script type="application/ld+json">${new Markup(inScript(schemaOrgOfPage(claimSet)))}</script>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#claims">Skip to the claims</a>
<header>
<h1>${title}</h1>
<p>${about}. ${counted(claims.length, 'claim')}, each with who says it, how sure they are, and the exact words.</p>
</header>
${finder(claimSet, eras)}
<main>
<div id="reading">
<section id="article" aria-labelledby="article-heading">
<h2 id="article-heading">The article</h2>
<p class="legend">${CERTAINTIES.map((certainty) => html`<mark class="${certainty}">${certainty}</mark> `)}: words of a claim, by how sure its source is</p>
<div class="text" lang="${article.language}" dir="auto">
${paragraphs(claimSet)}</div>
</section>
<section class="pictures" aria-label="Pictures">
${certaintyPicture(claims)}${relayPicture(claims, article)}${timePicture(claims)}</section>
</div>
<section id="claims" tabindex="-1" aria-labelledby="claims-heading">
<h2 id="claims-heading">The claims</h2>
<p id="found" role="status">${counted(claims.length, 'claim')}</p>
<ol id="list">
${claims.map((claim) => claimCard(claim))}</ol>
</section>
</main>
<footer><p>Made with kimtrip. Certainty is that of the source who is named last. ${article.publisher === null ? null : `The words of the article belong to ${article.publisher}.`}</p></footer>
<script type="application/octet-stream" id="data">${data}</script>
<script type="module">${new Markup(script)}</script>
</body>
</html>
`.source;
}

function paragraphs({ article, claims }: ClaimSet): Markup[] {
  const bySentence = groupBy(claims, ({ sentence }) => sentence);
  const byParagraph = groupBy(article.sentences, ({ paragraph }) => paragraph);
  return [...byParagraph.values()].map((sentences) => {
    const numbered = sentences.map((sentence) => {
      const own = bySentence.get(sentence) ?? [];
      const number = own[0] ? html`<a href="#${own[0].id}">${sentence.id}</a>` : html`${sentence.id}`;
      return html`<span id="${sentence.id}"><sup>${number}</sup> <span class="words">${markedSentence(sentence, own)}</span></span> `;
    });
    return html`<p>${numbered}</p>\n`;
  });
}

/** The form that searches and filters; without scripts it would do nothing, so that a script shows it. */
function finder({ article, entities, topics, claims }: ClaimSet, eras: readonly Era[]): Markup {
  const sources = new Set(claims.flatMap(sourcesOf));
  const people = new Set(claims.flatMap(spokenOf).filter(({ type }) => type === 'person'));
  const ofSet = (some: ReadonlySet<Entity>) =>
    entities.filter((entity) => some.has(entity)).map(({ id, name }) => [id, name] as const);
  const spoken = new Set(claims.flatMap((claim) => claim.topics));
  return html`<form id="find" role="search" hidden>
<p class="query"><label for="query">Search the claims</label> <input id="query" type="search" role="searchbox" autocomplete="off" spellcheck="false"></p>
<details><summary>Filters</summary>
${choice('source', 'Who says it', [[OWN_VOICE, `${ownVoice(article)}, in its own voice`], ...ofSet(sources)])}
${choice(
  'certainty',
  'How sure',
  CERTAINTIES.map((certainty) => [certainty, certainty]),
)}
${choice(
  'topic',
  'Topic',
  topics.filter((topic) => spoken.has(topic)).map(({ id, name }) => [id, name]),
)}
${choice('person', 'Person', ofSet(people))}
${choice(
  'era',
  'Time',
  eras.map(({ label }) => [label, label]),
)}
</details>
<button type="reset">Show all</button>
</form>`;
}

function choice(name: string, label: string, options: readonly (readonly [string, string])[]): Markup {
  return html`<label>${label} <select name="${name}"><option value="">all</option>${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select></label>`;
}

/** Inside a script element only `<` could end it. */
const inScript = (data: object) => toJson(data).replaceAll('<', '\\u003c');

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

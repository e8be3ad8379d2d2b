import { html, type Markup } from './markup.ts';

/** The search box and the filters of a page. */
export const finder = (all: string): Markup => html`<form id="find" role="search">
<label class="unseen" for="query">Search the claims</label>
<input id="query" type="search" placeholder="Search ${all}" autocomplete="off" spellcheck="false">
<details id="filters"><summary>Filters</summary><div id="chips"></div></details>
</form>`;

/** What was found, and what to do with it. */
export const found = (all: string): Markup => html`<h2 id="claims-title" class="unseen">Claims</h2>
<p id="found" role="status">${all}</p>
<p id="asked"></p>
<p id="actions"></p>`;

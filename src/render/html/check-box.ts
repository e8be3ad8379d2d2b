import type { Article } from '../../model.ts';
import { html, type Markup } from './markup.ts';

/** Whether a text can be held against the article: the rules read English. */
export const canCheck = ({ language }: Article): boolean => /^en\b/i.test(language ?? 'en');

/** Where a reader holds a text of their own against the article. */
export const checkBox = (): Markup => html`<section id="check" aria-labelledby="check-title">
<h2 id="check-title">Check your text</h2>
<p id="check-hint">Write or paste a text: each sentence is held against the article. It tells where your text says more than the article, or has another speaker, name, number or date. It does not say what is true. Your text stays in this browser.</p>
<label class="unseen" for="draft">Your text</label>
<textarea id="draft" rows="4" aria-describedby="check-hint" autocomplete="off" placeholder="A sentence of your own about this story"></textarea>
<p id="checked" role="status"></p>
<ol id="answers"></ol>
</section>
`;

// What the exported page does beyond being read: search, filters, links that open a claim, copies.
import { parseArticleText } from '../claim-set/article-text.ts';
import { linkClaimSet } from '../claim-set/link.ts';
import { boundsOf } from '../edtf.ts';
import { groupBy } from '../group-by.ts';
import { type Claim, type Hit, listed, type Match, OWN_VOICE } from '../model.ts';
import { segmentsOf } from '../render/certainty-segments.ts';
import { unmatchedText } from '../render/search-wording.ts';
import { shortened } from '../render/shortened.ts';
import {
  citationText,
  counted,
  qualifiersText,
  quotationMarks,
  reservationLines,
} from '../render/wording.ts';
import { createSearch } from '../search/search.ts';
import { chronological, eras } from '../select/chronology.ts';
import { spokenOf } from '../spoken-of.ts';
import { clearHighlights, highlight } from './highlight.ts';
import { readPageData } from './read-data.ts';

const element = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;

const { document: claims, article } = await readPageData(element('data').textContent ?? '');
const claimSet = linkClaimSet(claims, parseArticleText(article), boundsOf, 'article');
const search = createSearch(claimSet);
const erasBy = new Map(
  eras(chronological(claimSet.claims)).map(({ label, claims }) => [label, new Set<Claim>(claims)]),
);
const cards = new Map(claimSet.claims.map((claim) => [claim, element(claim.id)]));

const form = element<HTMLFormElement>('find');
const query = element<HTMLInputElement>('query');
const list = element('list');
const found = element('found');

/** Shows what is found, best first, or all that pass in reading order. */
function show(): void {
  const passes = filter();
  const words = query.value.trim();
  const results = words ? search(words, { filter: passes }) : null;
  const hits = results ?? claimSet.claims.filter(passes).map(listed);
  const shown = new Set(hits.map(({ claim }) => claim));
  document.body.classList.toggle('finding', words !== '');
  for (const [claim, card] of cards) card.hidden = !shown.has(claim);
  list.append(...hits.map(({ claim }) => card(claim)));
  found.textContent = told(words, hits, results?.unmatched ?? []);
  markArticle(shown);
  clearHighlights();
  for (const { claim, match } of hits) if (match) highlightHit(claim, match);
}

function highlightHit(claim: Claim, { ranges }: Match): void {
  const [text, quote] = ['h3', 'blockquote'].map((part) => card(claim).querySelector(part));
  highlight(text as Element, claim.text, ranges.text);
  highlight(quote as Element, claim.sentence.text, ranges.sentence, '“'.length);
  const words = element(claim.sentence.id).querySelector('.words');
  if (words) highlight(words, claim.sentence.text, ranges.sentence);
}

function card(claim: Claim): HTMLElement {
  return cards.get(claim) as HTMLElement;
}

function filter(): (claim: Claim) => boolean {
  const chosen = (name: string) => (form.elements.namedItem(name) as HTMLSelectElement).value;
  const [source, certainty, topic, person, era] = ['source', 'certainty', 'topic', 'person', 'era'].map(
    chosen,
  );
  return (claim) =>
    (!source || isSaidBy(claim, source)) &&
    (!certainty || claim.certainty === certainty) &&
    (!topic || claim.topics.some(({ id }) => id === topic)) &&
    (!person || spokenOf(claim).some(({ id }) => id === person)) &&
    (!era || erasBy.get(era)?.has(claim) === true);
}

function isSaidBy({ attribution }: Claim, id: string): boolean {
  return id === OWN_VOICE ? attribution.length === 0 : attribution.some(({ source }) => source.id === id);
}

function told(words: string, hits: readonly Hit[], unmatched: readonly string[]): string {
  const missing = unmatched.length ? `; ${unmatchedText(unmatched)}` : '';
  if (!hits.length)
    return words ? `Nothing found for “${shortened(words)}”${missing}` : 'No claim passes these filters';
  const typos = hits[0]?.match?.terms.filter(({ kind }) => kind === 'typo') ?? [];
  const taken = typos.map(({ query, matched }) => `, “${query}” taken for “${matched}”`).join('');
  return counted(hits.length, 'claim') + (words ? ` for “${shortened(words)}”` : '') + taken + missing;
}

/** The words of the claims that are shown, and only they, are marked in the article. */
function markArticle(shown: ReadonlySet<Claim>): void {
  const bySentence = groupBy(shown, ({ sentence }) => sentence);
  for (const sentence of claimSet.article.sentences) {
    const words = element(sentence.id).querySelector('.words') as HTMLElement;
    const parts = segmentsOf(sentence, bySentence.get(sentence) ?? []).map(({ words, certainty }) => {
      if (certainty === null) return words;
      const mark = document.createElement('mark');
      mark.className = certainty;
      mark.textContent = words;
      return mark;
    });
    words.replaceChildren(...parts);
  }
}

/** What the address leads to; a part that is no percent-encoding (`#%`) leads nowhere. */
function idOfHash(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

/** What a link leads to is shown, opened and scrolled to. */
function openLinked(): void {
  const linked = document.getElementById(idOfHash());
  if (!linked) return;
  if (linked.hidden) {
    form.reset();
    show();
  }
  const details = linked.querySelector('details');
  if (details) details.open = true;
  linked.scrollIntoView();
  linked.focus({ preventScroll: true });
  const claim = claimSet.claims.find(({ id }) => id === linked.id);
  if (claim) showSentence(element(claim.sentence.id));
}

/** Beside the claims, the article scrolls by itself. */
function showSentence(sentence: HTMLElement): void {
  document.querySelector('.current')?.classList.remove('current');
  sentence.querySelector('.words')?.classList.add('current');
  const reading = element('reading');
  reading.scrollTop += sentence.getBoundingClientRect().top - reading.getBoundingClientRect().top - ABOVE;
}

/** What is left to see above a sentence, in pixels. */
const ABOVE = 80;

/** A button that copies the claim's sentence with who says it, how sure, and the citation. */
function addCopyButton(claim: Claim): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy as quotation';
  button.addEventListener('click', async () => {
    const [open, close] = quotationMarks(claim.sentence.text);
    const lines = [
      `${open}${claim.sentence.text}${close}`,
      claim.text,
      ...reservationLines(claim),
      qualifiersText(claim),
      citationText(claim),
    ];
    await copy(lines.join('\n'));
    found.textContent = `Copied ${claim.id}`;
  });
  card(claim).querySelector('.links')?.append(' ', button);
}

async function copy(text: string): Promise<void> {
  // A page that was not served securely has no clipboard of its own.
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}

for (const claim of claimSet.claims) addCopyButton(claim);
form.hidden = false;
form.addEventListener('input', show);
form.addEventListener('submit', (event) => event.preventDefault());
// Fields are empty only after the event.
form.addEventListener('reset', () => setTimeout(show));
addEventListener('hashchange', openLinked);
openLinked();

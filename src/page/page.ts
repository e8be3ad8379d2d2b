// What the exported page does beyond being read. Its address says all that it shows: address → state → views.
import { parseArticleText } from '../claim-set/article-text.ts';
import { linkClaimSet } from '../claim-set/link.ts';
import { boundsOf } from '../edtf.ts';
import type { Claim, Hit } from '../model.ts';
import { quoteInSentence } from '../render/claim-words.ts';
import { quotationMarks } from '../render/wording.ts';
import { addressOf, parseAddress } from './address.ts';
import { createClaimsView } from './claims-view.ts';
import { byId } from './dom.ts';
import { createFinder } from './finder.ts';
import { clearHighlights, highlight } from './highlight.ts';
import { readPageData } from './read-data.ts';
import { createSelect } from './selection.ts';
import { isAsking, NOTHING_ASKED, type PageState } from './state.ts';
import { createStoryView, isWide } from './story-view.ts';

const { document: claims, article } = await readPageData(byId('data').textContent ?? '');
const claimSet = linkClaimSet(claims, parseArticleText(article), boundsOf, 'article');
const claimsById = new Map(claimSet.claims.map((claim) => [claim.id, claim]));
const select = createSelect(claimSet);
const cards = createClaimsView(claimSet);
const story = createStoryView(claimSet, (chosen, isStep) =>
  go({ ...state, chosen }, isStep && state.chosen !== null),
);
const finder = createFinder(claimSet, select, searchFor, toClaims);

let state = NOTHING_ASKED;
let selection = select(state);

/** Shows a state; a choice that names nothing is none. */
function show(next: PageState): void {
  state = story.has(next.chosen) ? next : { ...next, chosen: null };
  selection = select(state);
  finder.show(state);
  cards.show(state, selection, finder.asked(state));
  story.show(state, selection);
  clearHighlights('shown', 'found');
  if (isAsking(state)) for (const hit of selection.hits) highlightHit(hit);
  lookAt(claimsById.get(state.chosen ?? ''));
}

/** Leads to a state, from which the browser leads back. */
function go(next: PageState, isInPlace = false): void {
  history[isInPlace ? 'replaceState' : 'pushState'](null, '', addressOf(next));
  show(next);
  reveal();
}

/** What a state is about moves into view. */
function reveal(): void {
  const claim = claimsById.get(state.chosen ?? '');
  const [first] = selection.hits;
  if (state.chosen !== null) story.reveal(state.chosen.split('.')[0] ?? '', 'nearest');
  else if (isAsking(state) && isWide.matches && first) story.reveal(first.claim.sentence.id, 'start');
  else if (isAsking(state)) byId('claims').scrollIntoView();
  if (!claim) return;
  cards.card(claim).scrollIntoView({ block: 'nearest' });
  cards.card(claim).focus({ preventScroll: true });
}

/** What is typed takes the place of what was typed before; the story moves once the typing stops. */
function searchFor(query: string): void {
  const next = { ...state, query, chosen: null };
  history[state.query ? 'replaceState' : 'pushState'](null, '', addressOf(next));
  show(next);
  clearTimeout(typing);
  typing = setTimeout(reveal, PAUSE);
}

let typing: ReturnType<typeof setTimeout> | undefined;
/** In milliseconds. */
const PAUSE = 400;

function toClaims(): void {
  clearTimeout(typing);
  reveal();
  const [first] = selection.hits;
  if (first) cards.card(first.claim).focus({ preventScroll: true });
}

function highlightHit({ claim, match }: Hit): void {
  const { sentence, text, quote } = claim;
  const words = story.words(sentence.id);
  const own = quoteInSentence(claim);
  highlight('shown', words, sentence.text, [own]);
  if (!match) return;
  highlight('found', words, sentence.text, match.ranges.sentence);
  const [title, quotation] = ['h3', 'blockquote'].map((part) => cards.card(claim).querySelector(part));
  highlight('found', title as Element, text, match.ranges.text);
  const inQuote = match.ranges.sentence
    .map(({ start, end }) => ({ start: start - own.start, end: end - own.start }))
    .filter(({ start, end }) => start >= 0 && end <= own.end - own.start);
  const [open] = quotationMarks(quote.exact);
  highlight('found', quotation as Element, quote.exact, inQuote, open.length);
}

/** The words of a claim show in the story while it is looked at. */
function lookAt(claim: Claim | undefined): void {
  clearHighlights('looked-at');
  if (claim)
    highlight('looked-at', story.words(claim.sentence.id), claim.sentence.text, [quoteInSentence(claim)]);
}

for (const type of ['pointerover', 'focusin'])
  byId('main').addEventListener(type, ({ target }) => {
    const card = target instanceof Element ? target.closest('.claim') : null;
    lookAt(claimsById.get(card?.id ?? state.chosen ?? ''));
  });

document.addEventListener('click', (event) => {
  const { target, button, metaKey, ctrlKey, shiftKey } = event;
  if (event.defaultPrevented || button || metaKey || ctrlKey || shiftKey || !(target instanceof Element))
    return;
  const link = target.closest('a');
  const next = parseAddress(link?.getAttribute('href') ?? ' ');
  if (!link || !next) return;
  event.preventDefault();
  const left = state.chosen;
  go(next);
  // What had the focus may be gone.
  if (next.chosen === null)
    (left === null ? byId('claims') : story.number(left)).focus({ preventScroll: true });
});

document.addEventListener('keydown', ({ key, target }) => {
  if (key !== 'Escape' || state.chosen === null || target instanceof HTMLInputElement) return;
  const left = state.chosen;
  go({ ...state, chosen: null });
  story.number(left).focus({ preventScroll: true });
});

addEventListener('hashchange', showAddress);
// On paper every claim stands with its sentence.
addEventListener('beforeprint', () => show(NOTHING_ASKED));
addEventListener('afterprint', () => show(parseAddress(location.hash) ?? NOTHING_ASKED));

function showAddress(): void {
  const next = parseAddress(location.hash);
  if (!next) return;
  show(next);
  if (location.hash.length > 1) reveal();
}

// Some are faster than this script.
const typed = byId<HTMLInputElement>('query').value;
show(NOTHING_ASKED);
document.documentElement.classList.remove('waiting');
showAddress();
if (typed) searchFor(typed);

// What the exported page does beyond being read.
import type { Claim, ClaimSet, Hit } from '../model.ts';
import { quoteInSentence } from '../render/claim-words.ts';
import { canCheck } from '../render/html/check-box.ts';
import { createCheckBox } from './check-box.ts';
import { createClaimsView } from './claims-view.ts';
import { byId } from './dom.ts';
import { createFinder } from './finder.ts';
import { clearHighlights, highlight } from './highlight.ts';
import { highlightHit } from './highlight-hit.ts';
import { createNavigation, stateClicked } from './navigation.ts';
import { readPageData } from './read-data.ts';
import { createSelect } from './selection.ts';
import { isAsking, NOTHING_ASKED, type PageState } from './state.ts';
import { createStoryView, isWide } from './story-view.ts';

const [claimSet] = (await readPageData()) as [ClaimSet];
const claimsById = new Map(claimSet.claims.map((claim) => [claim.id, claim]));
const select = createSelect(claimSet);
const cards = createClaimsView(claimSet);
const navigation = createNavigation(show, reveal);
const story = createStoryView(claimSet, (chosen, isStep) => {
  const state = navigation.state();
  navigation.go({ ...state, chosen }, isStep && state.chosen !== null);
});
const finder = createFinder(claimSet, select, navigation.search, toClaims);
let selection = select(NOTHING_ASKED);

/** Shows a state; a choice that names nothing is none. */
function show(next: PageState): PageState {
  const state = story.has(next.chosen) ? next : { ...next, chosen: null };
  selection = select(state);
  finder.show(state);
  cards.show(state, selection, finder.asked(state));
  story.show(state, selection);
  clearHighlights('shown', 'found');
  if (isAsking(state)) for (const hit of selection.hits) highlightFound(hit);
  lookAt(claimsById.get(state.chosen ?? ''));
  return state;
}

/** What a state is about moves into view. */
function reveal(): void {
  const state = navigation.state();
  const claim = claimsById.get(state.chosen ?? '');
  const [first] = selection.hits;
  if (state.chosen !== null) story.reveal(state.chosen.split('.')[0] ?? '', 'nearest');
  else if (isAsking(state) && isWide.matches && first) story.reveal(first.claim.sentence.id, 'start');
  else if (isAsking(state)) byId('claims').scrollIntoView();
  if (!claim) return;
  cards.card(claim).scrollIntoView({ block: 'nearest' });
  cards.card(claim).focus({ preventScroll: true });
}

function toClaims(): void {
  navigation.reveal();
  const [first] = selection.hits;
  if (first) cards.card(first.claim).focus({ preventScroll: true });
}

/** In the story, and in the claim's card. */
function highlightFound(hit: Hit): void {
  const { claim, match } = hit;
  const words = story.words(claim.sentence.id);
  highlight('shown', words, claim.sentence.text, [quoteInSentence(claim)]);
  if (match) highlight('found', words, claim.sentence.text, match.ranges.sentence);
  highlightHit(hit, cards.card(claim));
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
    lookAt(claimsById.get(card?.id ?? navigation.state().chosen ?? ''));
  });

document.addEventListener('click', (event) => {
  const next = stateClicked(event);
  if (!next) return;
  event.preventDefault();
  const left = navigation.state().chosen;
  navigation.go(next);
  // What had the focus may be gone.
  if (next.chosen === null)
    (left === null ? byId('claims') : story.number(left)).focus({ preventScroll: true });
});

document.addEventListener('keydown', ({ key, target }) => {
  const state = navigation.state();
  if (key !== 'Escape' || state.chosen === null || isTyped(target)) return;
  navigation.go({ ...state, chosen: null });
  story.number(state.chosen).focus({ preventScroll: true });
});

const isTyped = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

// On paper every claim stands with its sentence.
addEventListener('beforeprint', () => show(NOTHING_ASKED));
addEventListener('afterprint', () => show(navigation.state()));

if (canCheck(claimSet.article)) createCheckBox(claimSet);

navigation.start();

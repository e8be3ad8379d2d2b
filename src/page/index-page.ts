// What the index page of several stories does: it searches the claims of all of them, each a link into the page of its story.
import type { Claim, Hit } from '../model.ts';
import { claimCite } from '../render/html/citation.ts';
import { claimCard } from '../render/html/claim-card.ts';
import { storyPage } from '../render/html/story-page.ts';
import { joinStories } from '../stories/join.ts';
import { addressOf } from './address.ts';
import { claimTools } from './claim-tools.ts';
import { byId, make } from './dom.ts';
import { createFinder } from './finder.ts';
import { createFoundView } from './found-view.ts';
import { clearHighlights } from './highlight.ts';
import { highlightHit } from './highlight-hit.ts';
import { createNavigation, stateClicked } from './navigation.ts';
import { readPageData } from './read-data.ts';
import { createSelect } from './selection.ts';
import { isAsking, NOTHING_ASKED, type PageState } from './state.ts';

const { stories } = joinStories(await readPageData());
const select = createSelect(stories);
const navigation = createNavigation(show, reveal);
const finder = createFinder(stories, select, navigation.search, toClaims);
const found = createFoundView('claims', stories.claims.length, card);
let hitOf = new Map<Claim, Hit>();
let query = '';

function show(next: PageState): PageState {
  const state = { ...next, chosen: null };
  const selection = select(state);
  query = state.query;
  hitOf = new Map(selection.hits.map((hit) => [hit.claim, hit]));
  clearHighlights('found');
  finder.show(state);
  found.show(state, selection, finder.asked(state), isAsking(state) ? [...hitOf.keys()] : []);
  byId('stories').hidden = isAsking(state);
  return state;
}

function reveal(): void {
  if (isAsking(navigation.state())) byId('claims').scrollIntoView();
}

function toClaims(): void {
  navigation.reveal();
  byId('list').querySelector<HTMLElement>('.claim')?.focus({ preventScroll: true });
}

/** A claim with its citation; its id leads to it in the page of its story, where the search goes along. */
function card(claim: Claim): HTMLElement {
  const template = make('template', { innerHTML: claimCard(claim, (its) => addressIn(its, query)).source });
  const made = document.adoptNode(template.content.firstElementChild as HTMLElement);
  made.tabIndex = -1;
  made.querySelector('.links a')?.after(...claimTools(claim, addressIn(claim, '')));
  made.querySelector('.links')?.before(make('p', { className: 'cite', innerHTML: claimCite(claim).source }));
  const hit = hitOf.get(claim);
  if (hit) highlightHit(hit, made);
  return made;
}

const addressIn = ({ id, article }: Claim, query: string): string =>
  storyPage(article) + addressOf({ ...NOTHING_ASKED, query, chosen: id.replace(/^.*:/, '') });

document.addEventListener('click', (event) => {
  const next = stateClicked(event);
  if (!next) return;
  event.preventDefault();
  navigation.go(next);
  byId('claims').focus({ preventScroll: true });
});

navigation.start();

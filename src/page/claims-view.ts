import type { Claim, ClaimSet } from '../model.ts';
import { addressOf } from './address.ts';
import { copyButton, copyButtons, pageAddress } from './copies.ts';
import { byId, make } from './dom.ts';
import { downloadButtons } from './downloads.ts';
import type { Selection } from './selection.ts';
import { isAsking, NOTHING_ASKED, type PageState } from './state.ts';

/** The claims that are asked for, and what to do with them. */
export interface ClaimsView {
  card(claim: Claim): HTMLElement;
  /** @param asked what is asked for, each a link that takes it back */
  show(state: PageState, selection: Selection, asked: readonly HTMLElement[]): void;
  /** Puts every claim back to its sentence, as for printing. */
  restore(): void;
}

/** Each claim has one card: at its sentence, or in the list of those asked for while no sentence is chosen. */
export function createClaimsView({ article, claims }: ClaimSet): ClaimsView {
  const cards = new Map(claims.map((claim) => [claim, byId(claim.id)]));
  const homes = new Map(claims.map((claim) => [claim, byId(claim.id).parentElement]));
  const card = (claim: Claim) => cards.get(claim) as HTMLElement;
  const found = byId('found');
  const ways = byId('asked');
  const list = byId('list');
  const rest = byId('rest');
  const section = byId('claims');
  let selected: Selection;

  const actions = byId('actions');
  actions.append(
    'Download ',
    ...downloadButtons(article.id, () => selected.hits),
    copyButton('Copy link', 'Copy link to what is shown', () => pageAddress(location.hash)),
  );

  function restore(): void {
    if (list.firstChild) for (const claim of claims) homes.get(claim)?.append(card(claim));
  }

  function restButton(more: readonly Claim[]): HTMLElement {
    const button = make('button', { type: 'button', textContent: `Show ${more.length} more` });
    button.addEventListener('click', () => {
      list.append(...more.map(card));
      button.remove();
      card(more[0] as Claim).focus();
    });
    return button;
  }

  /** Its link keeps what was asked for. */
  function prepare(claim: Claim, state: PageState): void {
    const links = card(claim).querySelector('.links') as HTMLElement;
    const [id] = links.getElementsByTagName('a');
    if (id) id.href = addressOf({ ...state, chosen: claim.id });
    if (!links.querySelector('button'))
      id?.after(make('span', { className: 'copies' }, 'Copy ', ...copyButtons(claim)));
    card(claim).classList.toggle('chosen', claim.id === state.chosen);
  }

  return {
    card,
    restore,
    show(state, selection, asked) {
      selected = selection;
      found.textContent = selection.told;
      ways.replaceChildren(...asked, ...waysOut(state, selection, claims.length));
      restore();
      const isListed = isAsking(state) && state.chosen === null;
      const listed = isListed ? selection.hits.map(({ claim }) => claim) : [];
      const [first, more] = [listed.slice(0, AT_FIRST), listed.slice(AT_FIRST)];
      list.append(...first.map(card));
      rest.replaceChildren(...(more.length ? [restButton(more)] : []));
      actions.hidden = selection.hits.length === 0;
      section.classList.toggle('asking', isAsking(state));
      section.classList.toggle('at-sentence', state.chosen !== null && !isAsking(state));
      const atSentence = claims.filter(({ sentence }) => state.chosen?.split('.')[0] === sentence.id);
      for (const claim of [...listed, ...atSentence]) prepare(claim, state);
    },
  };
}

/** So many are listed until more are asked for. */
const AT_FIRST = 20;

/** Links from what was asked for to more. */
function waysOut(state: PageState, { instead }: Selection, all: number): HTMLElement[] {
  if (!isAsking(state)) return [];
  const more = make('a', { href: addressOf(NOTHING_ASKED), textContent: `Show all ${all} claims` });
  if (instead === null) return [more];
  const without = addressOf({ ...NOTHING_ASKED, query: instead });
  return [make('a', { href: without, textContent: `Search for “${instead}” instead` }), more];
}

import { groupBy } from '../group-by.ts';
import type { Claim, ClaimSet } from '../model.ts';
import { addressOf } from './address.ts';
import { claimTools } from './claim-tools.ts';
import { byId } from './dom.ts';
import { createFoundView } from './found-view.ts';
import type { Selection } from './selection.ts';
import { isAsking, NOTHING_ASKED, type PageState } from './state.ts';

/** The claims that are asked for, and what to do with them. */
export interface ClaimsView {
  card(claim: Claim): HTMLElement;
  /** @param asked what is asked for, each a link that takes it back */
  show(state: PageState, selection: Selection, asked: readonly HTMLElement[]): void;
}

/** Each claim has one card: at its sentence, or in the list of those asked for while no sentence is chosen. */
export function createClaimsView({ article, claims }: ClaimSet): ClaimsView {
  const cards = new Map(claims.map((claim) => [claim, byId(claim.id)]));
  const card = (claim: Claim) => cards.get(claim) as HTMLElement;
  const homes = [...groupBy(claims, ({ sentence }) => sentence).values()].map((own) => {
    const inOrder = own.map(card);
    return { home: inOrder[0]?.parentElement, inOrder };
  });
  const found = createFoundView(article.id, claims.length, card);
  const list = byId('list');
  const section = byId('claims');

  /** Puts the listed claims back to their sentences. */
  function restore(): void {
    for (const { home, inOrder } of homes)
      if (inOrder.some(({ parentElement }) => parentElement === list)) home?.append(...inOrder);
  }

  /** Its link keeps what was asked for. */
  function prepare(claim: Claim, state: PageState): void {
    card(claim).tabIndex = -1;
    const links = card(claim).querySelector('.links') as HTMLElement;
    const [id] = links.getElementsByTagName('a');
    if (id) id.href = addressOf({ ...state, chosen: claim.id });
    if (!links.querySelector('button')) {
      const alone = addressOf({ ...NOTHING_ASKED, chosen: claim.id });
      id?.after(...claimTools(claim, alone));
    }
    card(claim).classList.toggle('chosen', claim.id === state.chosen);
  }

  return {
    card,
    show(state, selection, asked) {
      restore();
      const isListed = isAsking(state) && state.chosen === null;
      const listed = isListed ? selection.hits.map(({ claim }) => claim) : [];
      found.show(state, selection, asked, listed);
      section.classList.toggle('asking', isAsking(state));
      section.classList.toggle('at-sentence', state.chosen !== null && !isAsking(state));
      const atSentence = claims.filter(({ sentence }) => state.chosen?.split('.')[0] === sentence.id);
      for (const claim of [...listed, ...atSentence]) prepare(claim, state);
    },
  };
}

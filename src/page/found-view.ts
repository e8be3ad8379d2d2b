import type { Claim } from '../model.ts';
import { addressOf } from './address.ts';
import { copyButton } from './copies.ts';
import { byId, make } from './dom.ts';
import { downloadButtons } from './downloads.ts';
import type { Selection } from './selection.ts';
import { isAsking, NOTHING_ASKED, type PageState } from './state.ts';

/** What was asked for: how many claims, what leads to others, downloads, and a list. */
export interface FoundView {
  /**
   * @param asked what is asked for, each a link that takes it back
   * @param listed the claims of the list
   */
  show(state: PageState, selection: Selection, asked: readonly HTMLElement[], listed: readonly Claim[]): void;
}

/**
 * @param name of the files that are downloaded
 * @param all how many claims there are
 * @param card shows a claim in the list
 */
export function createFoundView(name: string, all: number, card: (claim: Claim) => HTMLElement): FoundView {
  const found = byId('found');
  const ways = byId('asked');
  const list = byId('list');
  const rest = byId('rest');
  const actions = byId('actions');
  let selected: Selection;

  actions.append(
    'Download ',
    ...downloadButtons(name, () => selected.hits),
    copyButton('Copy link to these', 'Copy link to these claims', () => location.href),
  );

  function restButton(more: readonly Claim[]): HTMLElement[] {
    if (!more.length) return [];
    const [next, others] = [more.slice(0, AT_ONCE), more.slice(AT_ONCE)];
    const button = make('button', { type: 'button', textContent: `Show ${next.length} more` });
    button.addEventListener('click', () => {
      const cards = next.map(card);
      list.append(...cards);
      rest.replaceChildren(...restButton(others));
      cards[0]?.focus();
    });
    return [button];
  }

  return {
    show(state, selection, asked, listed) {
      selected = selection;
      found.textContent = selection.told;
      ways.replaceChildren(...asked, ...waysOut(state, selection, all));
      list.replaceChildren(...listed.slice(0, AT_FIRST).map(card));
      rest.replaceChildren(...restButton(listed.slice(AT_FIRST)));
      actions.hidden = selection.hits.length === 0;
    },
  };
}

/** So many are listed until more are asked for. */
const AT_FIRST = 20;
/** So many more, each time. */
const AT_ONCE = 500;

/** Links from what was asked for to more. */
function waysOut(state: PageState, { hits, instead }: Selection, all: number): HTMLElement[] {
  if (!isAsking(state)) return [];
  const more = make('a', { href: addressOf(NOTHING_ASKED), textContent: `Show all ${all} claims` });
  const without = instead === null ? null : addressOf({ ...NOTHING_ASKED, query: instead });
  return [
    ...(without ? [make('a', { href: without, textContent: `Search for “${instead}” instead` })] : []),
    more,
    ...(hits.length
      ? []
      : [make('span', { className: 'hint' }, 'Filters choose by how sure, when, and who says it.')]),
  ];
}

import { addressOf, parseAddress } from './address.ts';
import { byId } from './dom.ts';
import { NOTHING_ASKED, type PageState } from './state.ts';

/** What a page shows, which its address says: address → state → views. */
export interface Navigation {
  readonly state: () => PageState;
  /** Leads to a state, from which the browser leads back. */
  go(next: PageState, isInPlace?: boolean): void;
  /** What is typed takes the place of what was typed before; the page moves once the typing stops. */
  search(query: string): void;
  /** Moves at once. */
  reveal(): void;
  /** Shows what the address says. */
  start(): void;
}

/**
 * @param show shows a state, and gives back what of it there is
 * @param reveal moves what the state is about into view
 */
export function createNavigation(show: (next: PageState) => PageState, reveal: () => void): Navigation {
  let state = NOTHING_ASKED;
  let typing: ReturnType<typeof setTimeout> | undefined;

  function lead(next: PageState, isInPlace: boolean): void {
    history[isInPlace ? 'replaceState' : 'pushState'](null, '', addressOf(next));
    state = show(next);
  }

  function search(query: string): void {
    lead({ ...state, query, chosen: null }, state.query !== '');
    clearTimeout(typing);
    typing = setTimeout(reveal, PAUSE);
  }

  function showAddress(): void {
    const next = parseAddress(location.hash);
    if (!next) return;
    state = show(next);
    if (location.hash.length > 1) reveal();
  }

  return {
    state: () => state,
    go(next, isInPlace = false) {
      lead(next, isInPlace);
      reveal();
    },
    search,
    reveal() {
      clearTimeout(typing);
      reveal();
    },
    start() {
      // Some are faster than this script.
      const typed = byId<HTMLInputElement>('query').value;
      state = show(NOTHING_ASKED);
      document.documentElement.classList.remove('waiting');
      addEventListener('hashchange', showAddress);
      showAddress();
      if (typed) search(typed);
    },
  };
}

/** In milliseconds. */
const PAUSE = 400;

/** The state that a click on a link of the page leads to; null where it leads elsewhere, or to another tab. */
export function stateClicked(event: MouseEvent): PageState | null {
  const { target, button, metaKey, ctrlKey, shiftKey } = event;
  if (event.defaultPrevented || button || metaKey || ctrlKey || shiftKey) return null;
  const link = target instanceof Element ? target.closest('a')?.getAttribute('href') : null;
  return link?.startsWith('#') ? parseAddress(link) : null;
}

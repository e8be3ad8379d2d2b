import { groupBy } from '../group-by.ts';
import type { ClaimSet, Sentence } from '../model.ts';
import { counted } from '../render/wording.ts';
import { addressOf } from './address.ts';
import { byId, make } from './dom.ts';
import type { Selection } from './selection.ts';
import { isAsking, type PageState } from './state.ts';

/** The article: which sentences have what is asked for, and the chosen one with its claims. */
export interface StoryView {
  /** Whether there is such a claim, or such a sentence with claims. */
  has(id: string | null): boolean;
  /** The words of a sentence, by its id. */
  words(id: string): HTMLElement;
  /** The link that opens the claims of a sentence, by the id of the sentence or of one of its claims. */
  number(id: string): HTMLElement;
  show(state: PageState, selection: Selection): void;
  /** A sentence moves into view. */
  reveal(id: string, block: ScrollLogicalPosition): void;
}

interface SentenceView {
  readonly sentence: Sentence;
  readonly element: HTMLElement;
  /** Null where the sentence has no claims. */
  readonly opened: { readonly number: HTMLAnchorElement; readonly panel: HTMLElement } | null;
}

/** Where there is room, claims open beside the story; else below their sentence. */
export const isWide = matchMedia('(min-width: 60rem)');

/** @param choose leads to a state; a step from one sentence to the next takes the place of the one before */
export function createStoryView(
  { article, claims }: ClaimSet,
  choose: (chosen: string | null, isStep: boolean) => void,
): StoryView {
  const views = article.sentences.map(viewOf);
  const viewBy = (id: string) =>
    views.find(({ sentence }) => sentence.id === id.split('.')[0]) as SentenceView;
  const openable = views.filter(({ opened }) => opened !== null);
  const numbers = openable.map(({ opened }) => opened?.number as HTMLElement);
  const claimsOf = groupBy(claims, ({ sentence }) => sentence);
  const beside = byId('beside');
  const story = byId('story');
  let open: SentenceView | null = null;
  place();

  story.addEventListener('click', ({ target }) => {
    const element = target instanceof Element ? target.closest('.sentence') : null;
    if (!element || (target as Element).closest('a') || getSelection()?.toString()) return;
    const view = openable.find((each) => each.element === element);
    if (view) choose(view === open ? null : view.sentence.id, false);
  });
  story.addEventListener('keydown', (event) => {
    const at = numbers.indexOf(event.target as HTMLElement);
    const next = at < 0 ? undefined : STEPS[event.key]?.(at, numbers.length);
    const view = next === undefined ? undefined : openable[next];
    if (!view) return;
    event.preventDefault();
    choose(view.sentence.id, true);
    view.opened?.number.focus({ preventScroll: true });
  });
  isWide.addEventListener('change', place);

  function place(): void {
    // So that the keyboard and the reader go from left to right, or from top to bottom.
    if (isWide.matches) story.after(byId('claims'));
    else story.before(byId('claims'));
    if (!open?.opened) return;
    if (isWide.matches) beside.append(open.opened.panel);
    else open.element.after(open.opened.panel);
  }

  function close(): void {
    if (!open?.opened) return;
    const { element, opened } = open;
    opened.panel.querySelector('nav')?.remove();
    opened.panel.classList.remove('open');
    element.classList.remove('chosen');
    element.after(opened.panel);
    open = null;
  }

  function openUp(view: SentenceView, state: PageState, selection: Selection): void {
    open = view;
    view.element.classList.add('chosen');
    view.opened?.panel.classList.add('open');
    view.opened?.panel.prepend(navigation(view, state, selection));
    place();
  }

  /** What leads from a sentence to the next ones, and back. */
  function navigation(view: SentenceView, state: PageState, selection: Selection): HTMLElement {
    const at = openable.indexOf(view);
    const step = (by: number, label: string, name: string) => {
      const to = openable[at + by];
      if (!to) return [];
      return [make('a', { href: addressOf({ ...state, chosen: to.sentence.id }), ariaLabel: name }, label)];
    };
    const back = isAsking(state) ? `Back to ${counted(selection.hits.length, 'claim')}` : 'Close';
    const number = view.sentence.id.slice(1);
    const many = counted(claimsOf.get(view.sentence)?.length ?? 0, 'claim');
    return make(
      'nav',
      { ariaLabel: `Sentence ${number}` },
      make('strong', {}, `Sentence ${number}: ${many}`),
      ...step(-1, '↑', 'Sentence before'),
      ...step(1, '↓', 'Next sentence'),
      make('a', { href: addressOf({ ...state, chosen: null }), className: 'close' }, back),
    );
  }

  return {
    has: (id) => claims.some((claim) => claim.id === id || claim.sentence.id === id),
    words: (id) => viewBy(id).element.querySelector('.words') as HTMLElement,
    number: (id) => viewBy(id).opened?.number ?? story,
    show(state, selection) {
      close();
      const hits = new Set<Sentence>(selection.hits.map(({ claim }) => claim.sentence));
      // Where nothing is found, nothing stands out.
      story.classList.toggle('asking', isAsking(state) && hits.size > 0);
      for (const { sentence, element } of views) element.classList.toggle('hit', hits.has(sentence));
      const id = state.chosen?.split('.')[0];
      const chosen = openable.find(({ sentence }) => sentence.id === id);
      if (chosen) openUp(chosen, state, selection);
      const first = chosen ?? openable.find(({ sentence }) => hits.has(sentence)) ?? openable[0];
      for (const { sentence, opened } of openable) {
        if (!opened) continue;
        const { number } = opened;
        const isOpen = sentence === chosen?.sentence;
        // One stop for the whole story; arrows lead on from there.
        number.tabIndex = sentence === first?.sentence ? 0 : -1;
        number.href = addressOf({ ...state, chosen: isOpen ? null : sentence.id });
        number.setAttribute('aria-expanded', String(isOpen));
      }
    },
    reveal: (id, block) => viewBy(id).element.scrollIntoView({ block }),
  };
}

/** What a key leads to from a place among so many. */
const STEPS: Readonly<Record<string, (at: number, all: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, all) => all - 1,
};

function viewOf(sentence: Sentence): SentenceView {
  const element = byId(sentence.id);
  const number = element.querySelector<HTMLAnchorElement>('a.number');
  const panel = document.querySelector<HTMLElement>(`.claims[data-of="${sentence.id}"]`);
  return { sentence, element, opened: number && panel ? { number, panel } : null };
}

import type { Stories } from '../model.ts';
import { addressOf } from './address.ts';
import { byId, make } from './dom.ts';
import { type Choice, type Facet, facetsOf } from './facets.ts';
import type { Select } from './selection.ts';
import { ANY_OF, hasFilter, type PageState, toggled } from './state.ts';

/** The search box and the filters. */
export interface Finder {
  show(state: PageState): void;
  /** The filters of a state, each as a link to the state without it. */
  asked(state: PageState): HTMLElement[];
}

/**
 * @param search is called with what is in the search box whenever that changes
 * @param toClaims leads from the search box to the claims found
 */
export function createFinder(
  stories: Stories,
  select: Select,
  search: (query: string) => void,
  toClaims: () => void,
): Finder {
  const query = byId<HTMLInputElement>('query');
  const filters = byId<HTMLDetailsElement>('filters');
  const chips = byId('chips');
  const facets = facetsOf(stories);
  let shown: PageState;

  query.addEventListener('input', () => search(query.value));
  query.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    toClaims();
  });
  filters.addEventListener('toggle', () => {
    if (filters.open) chips.replaceChildren(...facets.map(facetView));
  });
  filters.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeFilters();
  });
  document.addEventListener('click', ({ target }) => {
    const isOutside = target instanceof Node && !filters.contains(target);
    if (isOutside) filters.open = false;
  });

  function closeFilters(): void {
    filters.open = false;
    filters.querySelector('summary')?.focus();
  }

  function facetView({ name, choices }: Facet): HTMLElement {
    const items = choices.flatMap((choice) => {
      const isOn = choice.filters.every((filter) => hasFilter(shown, filter));
      const count = select({ ...toggled(withoutAlternatives(choice), choice.filters) }).hits.length;
      return isOn || count ? [make('li', {}, chip(choice, isOn, isOn ? '×' : String(count)))] : [];
    });
    const title = make('h3', { textContent: name });
    return make('section', { hidden: items.length === 0 }, title, make('ul', {}, ...items));
  }

  /** Of filters that any of several values passes, one counts by itself. */
  function withoutAlternatives({ filters: [filter] }: Choice): PageState {
    const name = filter?.[0] ?? '';
    return ANY_OF.includes(name)
      ? { ...shown, filters: shown.filters.filter(([its]) => its !== name) }
      : shown;
  }

  function chip({ label, filters: some }: Choice, isOn: boolean, note: string): HTMLElement {
    const link = make('a', { className: 'chip', href: addressOf(toggled(shown, some)) }, label, ' ');
    link.append(make('small', { textContent: note, ariaHidden: isOn ? 'true' : null }));
    if (isOn) link.ariaLabel = `Remove the filter ${label}`;
    if (isOn) link.ariaCurrent = 'true';
    return link;
  }

  return {
    show(state) {
      shown = state;
      filters.open = false;
      // What is being typed stays as it is.
      if (query.value.trim() !== state.query.trim()) query.value = state.query;
    },
    asked: (state) => choicesOf(state, facets).map((choice) => chip(choice, true, '×')),
  };
}

/** What a state's filters stand for; whatever no facet offers is shown as it is in the address. */
function choicesOf({ filters }: PageState, facets: readonly Facet[]): Choice[] {
  const time = filters.filter(([name]) => name === 'from' || name === 'to');
  const others = filters.filter((filter) => !time.includes(filter)).map((filter) => [filter]);
  const offered = facets.flatMap(({ choices }) => choices);
  return [...others, ...(time.length ? [time] : [])].map((some) => {
    const text = JSON.stringify(some);
    return (
      offered.find((choice) => JSON.stringify(choice.filters) === text) ?? {
        label: some.map(([name, value]) => `${name} ${value}`).join(' '),
        filters: some,
      }
    );
  });
}

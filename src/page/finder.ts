import { remembered } from '../lazily.ts';
import type { Stories } from '../model.ts';
import { addressOf, parseAddress } from './address.ts';
import { byId, make } from './dom.ts';
import { type Choice, type Facet, facetsOf } from './facets.ts';
import type { Select } from './selection.ts';
import { hasFilter, type PageState, toggled, withoutAlternatives } from './state.ts';

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
    if (filters.open) chips.replaceChildren(...facetViews());
  });
  filters.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeFilters();
  });
  document.addEventListener('click', (event) => {
    // As it was when it was clicked: what was clicked may be gone.
    if (!event.composedPath().includes(filters)) filters.open = false;
  });

  function closeFilters(): void {
    filters.open = false;
    filters.querySelector('summary')?.focus();
  }

  function facetViews(): HTMLElement[] {
    // Most choices are among the same claims, which are counted once.
    const claimsAt = remembered((address: string) => select(parseAddress(address) as PageState).hits);
    return facets.map(({ name, choices, passedBy }) => {
      const countsAt = remembered((address: string) =>
        counts(claimsAt(address).flatMap(({ claim }) => passedBy(claim).map(String))),
      );
      const offered = choices.flatMap((choice) => {
        const isOn = choice.filters.every((filter) => hasFilter(shown, filter));
        const address = addressOf(withoutAlternatives(shown, choice.filters));
        const count = countsAt(address).get(String(choice.filters[0])) ?? 0;
        return isOn || count ? [{ choice, isOn, count }] : [];
      });
      // Of many, those that choose the most claims come first.
      if (offered.length > MOST_CHIPS)
        offered.sort((a, b) => Number(b.isOn) - Number(a.isOn) || b.count - a.count);
      const item = ({ choice, isOn, count }: (typeof offered)[number]) =>
        make('li', {}, chip(choice, isOn, isOn ? '×' : String(count)));
      const list = make('ul', {}, ...offered.slice(0, MOST_CHIPS).map(item));
      const rest = offered.slice(MOST_CHIPS);
      if (rest.length) {
        const more = make('button', { type: 'button', textContent: `Show ${rest.length} more` });
        more.addEventListener('click', () => {
          const items = rest.map(item);
          list.lastChild?.replaceWith(...items);
          items[0]?.querySelector('a')?.focus();
        });
        list.append(make('li', {}, more));
      }
      return make('section', { hidden: !offered.length }, make('h3', { textContent: name }), list);
    });
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

/** So many of a kind are offered until more are asked for. */
const MOST_CHIPS = 40;

/** What a state's filters stand for, with the facet's name; whatever no facet offers is shown as it is in the address. */
function choicesOf({ filters }: PageState, facets: readonly Facet[]): Choice[] {
  const time = filters.filter(([name]) => name === 'from' || name === 'to');
  const others = filters.filter((filter) => !time.includes(filter)).map((filter) => [filter]);
  const offered = facets.flatMap(({ name, choices }) =>
    choices.map(({ label, filters }) => ({ label: `${name}: ${label}`, filters })),
  );
  return [...others, ...(time.length ? [time] : [])].map(
    (some) =>
      offered.find((choice) => String(choice.filters) === String(some)) ?? {
        label: some.map(([name, value]) => `${name} ${value}`).join(' '),
        filters: some,
      },
  );
}

function counts(items: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const item of items) numbers.set(item, (numbers.get(item) ?? 0) + 1);
  return numbers;
}

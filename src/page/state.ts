/** A filter by its name and a value, as the command line has them: `['said-by', 'yuri-ushakov']`. */
export type Filter = readonly [name: string, value: string];

/** What the page shows; all of it is in its address. */
export interface PageState {
  readonly query: string;
  readonly filters: readonly Filter[];
  /** The chosen claim (`s18.3`) or sentence (`s18`). */
  readonly chosen: string | null;
}

export const NOTHING_ASKED: PageState = { query: '', filters: [], chosen: null };

/** Whether only some claims are asked for. */
export const isAsking = ({ query, filters }: PageState): boolean => query.trim() !== '' || filters.length > 0;

export const hasFilter = ({ filters }: PageState, [name, value]: Filter): boolean =>
  filters.some(([itsName, itsValue]) => itsName === name && itsValue === value);

/** The state without these filters where it has them all, else with them. */
export function toggled(state: PageState, some: readonly Filter[]): PageState {
  const isOn = some.every((filter) => hasFilter(state, filter));
  const isReplaced = ([name]: Filter) => ONE_VALUE.has(name) && some.some(([itsName]) => itsName === name);
  const isAmong = ([name, value]: Filter) => some.some((filter) => filter[0] === name && filter[1] === value);
  const others = state.filters.filter((filter) => !(isAmong(filter) || isReplaced(filter)));
  return { ...state, filters: isOn ? others : [...others, ...some], chosen: null };
}

/** The state whose claims these filters choose among: other values of theirs do not narrow what each finds. */
export function withoutAlternatives(state: PageState, some: readonly Filter[]): PageState {
  const names = some.map(([name]) => name).filter((name) => ANY_OF.includes(name) || ONE_VALUE.has(name));
  return { ...state, filters: state.filters.filter(([name]) => !names.includes(name)), chosen: null };
}

/** Filters that take several values at once, any of which will do. */
export const ANY_OF: readonly string[] = ['certainty', 'stance', 'article'];

/** Filters of one value: another takes its place. */
const ONE_VALUE: ReadonlySet<string> = new Set(['polarity', 'from', 'to']);

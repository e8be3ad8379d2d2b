import { ANY_OF, type Filter, type PageState } from './state.ts';

/** Those that take several values have them joined by commas: `certainty=probable,possible`. */
const FILTERS = [
  ...['about', 'said-by', 'topic', ...ANY_OF, 'polarity'],
  ...['hedged', 'conditional', 'anonymous', 'from', 'to'],
];
/** `s18.3` or `s18`, alone. */
const REFERENCE = /^s\d+(?:\.\d+)?$/;

/**
 * Reads the part of an address after `#`: `q=putin&said-by=yuri-ushakov&claim=s3.3`, or `s18.3` alone.
 *
 * @returns null where it is none of the page's addresses
 */
export function parseAddress(hash: string): PageState | null {
  const text = hash.replace(/^#/, '');
  if (REFERENCE.test(text)) return { query: '', filters: [], chosen: text };
  if (text !== '' && !text.includes('=')) return null;
  // Reads any text: what is no percent-encoding stays as it is.
  const parameters = new URLSearchParams(text);
  const chosen = parameters.get('claim') ?? '';
  return {
    query: parameters.get('q') ?? '',
    filters: FILTERS.flatMap((name) =>
      parameters
        .getAll(name)
        .flatMap((value) => (ANY_OF.includes(name) ? value.split(',') : [value]))
        .filter(Boolean)
        .map((value): Filter => [name, value]),
    ),
    chosen: REFERENCE.test(chosen) ? chosen : null,
  };
}

/** The address of a state, from `#` on. */
export function addressOf({ query, filters, chosen }: PageState): string {
  if (chosen !== null && query === '' && filters.length === 0) return `#${chosen}`;
  const valuesOf = (name: string) => filters.filter(([its]) => its === name).map(([, value]) => value);
  const parameters = new URLSearchParams(query === '' ? [] : [['q', query]]);
  for (const name of FILTERS) {
    const values = valuesOf(name);
    const written = ANY_OF.includes(name) && values.length ? [values.join(',')] : values;
    for (const value of written) parameters.append(name, value);
  }
  if (chosen !== null) parameters.set('claim', chosen);
  return `#${parameters.toString().replaceAll('%2C', ',')}`;
}

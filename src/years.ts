import { partsOf } from './iso-day.ts';
import type { Bounds } from './model.ts';

/** An astronomical year as people write it: `2015`, `44 BC`. */
export const yearText = (year: number): string => (year > 0 ? String(year) : `${1 - year} BC`);

/** The years from a first to a last day: `2015`, `2012–2015`, `until 1991`, `from 1991`. */
export function yearsText({ earliest, latest }: Bounds): string {
  const [from, to] = [earliest, latest].map((day) => (day === null ? null : yearText(partsOf(day)[0])));
  if (from && to) return from === to ? from : `${from}–${to}`;
  return from ? `from ${from}` : `until ${to}`;
}

/** A moment that lies somewhere in a stretch: `some time within 2012–2015`, `some time until 1991`. */
export const someTime = (stretch: string): string =>
  /^(?:until|from) /.test(stretch) ? `some time ${stretch}` : `some time within ${stretch}`;

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

const shortOf = (name: string) => [name.slice(0, 3), ...(name === 'september' ? ['sept'] : [])];

/** The number of a month by its name or its short form, 1 to 12; null where a word is no month. */
export function monthOf(term: string): number | null {
  const index = MONTHS.findIndex((name) => name === term || shortOf(name).includes(term));
  return index < 0 ? null : index + 1;
}

/** Days that the world over go by a name, as the words of the name are folded. */
const NAMED_DAYS: readonly (readonly [month: number, day: number, name: string])[] = [
  [1, 1, 'new year day'],
  [2, 14, 'valentine day'],
  [3, 8, 'women day'],
  [5, 1, 'may day'],
  [10, 31, 'halloween'],
  [12, 24, 'christmas eve'],
  [12, 25, 'christmas day'],
  [12, 31, 'new year eve'],
];

/** The words of the name of a day: `new year day` for January 1; null where it has none. */
export function nameOfDay(month: number, day: number | null): readonly string[] | null {
  const named = NAMED_DAYS.find(([ofMonth, onDay]) => ofMonth === month && onDay === day);
  return named ? named[2].split(' ') : null;
}

/** How else a month is written: `jan` for `january`, `september` and `sep` for `sept`. */
export function monthsFor(term: string): readonly string[] {
  const name = MONTHS[(monthOf(term) ?? 0) - 1];
  return name === undefined ? [] : [name, ...shortOf(name)].filter((each) => each !== term);
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

const shortOf = (name: string) => [name.slice(0, 3), ...(name === 'september' ? ['sept'] : [])];

/** The number of a month by its name or its short form, 1 to 12; null where a word is no month. */
export function monthOf(term: string): number | null {
  const index = MONTHS.findIndex((name) => name === term || shortOf(name).includes(term));
  return index < 0 ? null : index + 1;
}

/** How else a month is written: `jan` for `january`, `september` and `sep` for `sept`. */
export function monthsFor(term: string): readonly string[] {
  const name = MONTHS[(monthOf(term) ?? 0) - 1];
  return name === undefined ? [] : [name, ...shortOf(name)].filter((each) => each !== term);
}

const CARDINALS = new Map(
  `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen`
    .split(' ')
    .map((word, at) => [word, String(at + 2)] as const),
);
'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').forEach((word, at) => {
  CARDINALS.set(word, String((at + 2) * 10));
});
CARDINALS.set('hundred', '100').set('thousand', '1000');

const IRREGULAR: Readonly<Record<string, string>> = {
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};
const ordinalOf = (word: string) =>
  IRREGULAR[word] ?? (word.endsWith('y') ? `${word.slice(0, -1)}ieth` : `${word}th`);

function suffixed(number: string): string {
  const isTeen = /1\d$/.test(number);
  const suffix = isTeen ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[number.slice(-1)] ?? 'th');
  return number + suffix;
}

/** Numbers that are one word, each way of writing one with the other. ("One" is more often no number.) */
const OTHER_WAY = new Map<string, string>([
  ['first', '1st'],
  ['1st', 'first'],
]);
for (const [word, digits] of CARDINALS)
  for (const [one, other] of [
    [word, digits],
    [ordinalOf(word), suffixed(digits)],
  ] as const)
    OTHER_WAY.set(one, other).set(other, one);

/** How else a number is written: `two` for `2`, `70th` for `seventieth`. */
export function numeralsFor(term: string): readonly string[] {
  const other = OTHER_WAY.get(term);
  return other === undefined ? [] : [other];
}

/** Whether it says how many: `7`, `140`, `two`. */
export const isNumber = (term: string): boolean => /^\d/.test(term) || CARDINALS.has(term);

/** Words that say how many or how much without a number. */
const AMOUNTS = new Set(
  `half third quarter dozen dozens several few most majority none nobody hundreds thousands millions once twice little heavily greatly
  largely substantially significantly considerably slightly sharply`.split(/\s+/),
);

/** Whether it says how many or how much, but by no number: `several`, `heavily`. */
export const isAmount = (word: string): boolean => AMOUNTS.has(word);

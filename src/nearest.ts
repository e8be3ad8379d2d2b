import Fuse from 'fuse.js/basic';

/** A distance of more than this share of the letters typed is another word, not a slip. */
const FARTHEST = 0.34;
/** In UTF-16 units. A longer text is no name, and Fuse would take long over it. */
const LONGEST = 64;

/**
 * The candidates (at most three, best first) that `typed` may have been meant for; none where nothing is near. A missing, additional
 * or other letter is one slip, and so are two letters that changed places.
 *
 * @param namesOf what each candidate goes by; a single word of a name counts as well
 * @example nearest('lsit', ['search', 'list', 'quote']) // ['list']
 */
export function nearest(
  typed: string,
  candidates: readonly string[],
  namesOf: (candidate: string) => readonly string[] = (candidate) => [candidate],
): string[] {
  if (typed.length > LONGEST) return [];
  const candidatesBy = new Map<string, Set<string>>();
  for (const candidate of candidates)
    for (const name of namesOf(candidate))
      for (const word of [name, ...name.split(/[^\p{L}\p{N}]+/u)]) {
        const known = candidatesBy.get(word) ?? new Set();
        if (word) candidatesBy.set(word, known.add(candidate));
      }
  // Fuse looks for the pattern anywhere in a word, so it gets only words of about the same length.
  const slack = Math.max(1, Math.floor(typed.length / 3));
  const alike = [...candidatesBy.keys()].filter((word) => Math.abs(word.length - typed.length) <= slack);
  const distances = new Map<string, number>();
  const fuse = new Fuse(alike, {
    threshold: FARTHEST,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    includeScore: true,
  });
  for (const { spelling, distance } of spellings(typed))
    for (const { item, score = 0 } of fuse.search(spelling)) {
      const total = distance + score;
      // Few get the first letter wrong and another: “nobody” is not meant for “holiday”.
      if (total > 1 / typed.length && !startAlike(item, typed)) continue;
      if (total <= Math.min(FARTHEST, distances.get(item) ?? FARTHEST)) distances.set(item, total);
    }
  const byDistance = [...distances].sort(([, a], [, b]) => a - b);
  // Whoever goes by the word alone comes before those who have it among others: Pyongyang before its bureau chief.
  const bearersOf = (word: string) => {
    const bearers = [...(candidatesBy.get(word) ?? [])];
    const isWhole = (candidate: string) => namesOf(candidate).includes(word);
    return [...bearers.filter(isWhole), ...bearers.filter((candidate) => !isWhole(candidate))];
  };
  return [...new Set(byDistance.flatMap(([word]) => bearersOf(word)))].slice(0, 3);
}

const startAlike = (a: string, b: string) => a.charAt(0).toLowerCase() === b.charAt(0).toLowerCase();

/** The word as typed, and with each two neighbouring letters swapped, which Fuse by itself takes for two slips. */
function spellings(typed: string): { spelling: string; distance: number }[] {
  const letters = Array.from(typed);
  const swapped = letters
    .slice(1)
    .map((letter, at) => [...letters.slice(0, at), letter, letters[at], ...letters.slice(at + 2)].join(''));
  return [
    { spelling: typed, distance: 0 },
    ...swapped.map((spelling) => ({ spelling, distance: 1 / letters.length })),
  ];
}

/** " (did you mean a or b?)", or nothing. */
export function didYouMean(
  typed: string,
  candidates: readonly string[],
  namesOf?: (candidate: string) => readonly string[],
): string {
  return suggestion(nearest(typed, candidates, namesOf));
}

/** The same for candidates that are known to be near. */
export const suggestion = (near: readonly string[]): string =>
  near.length ? ` (did you mean ${near.join(' or ')}?)` : '';

import Fuse from 'fuse.js';

/** The candidates (at most three, best first) that `word` may have been meant for; none where nothing is near. */
export function nearest(word: string, candidates: readonly string[]): string[] {
  const fuse = new Fuse(candidates, { threshold: 0.4, ignoreLocation: true, minMatchCharLength: 2 });
  // Both ways, so that "puttin" finds "putin" and a whole sentence does not count as near to each of its letters.
  return fuse
    .search(word, { limit: 12 })
    .map(({ item }) => item)
    .filter((item) => item.length <= 3 * word.length && word.length <= 2 * item.length)
    .slice(0, 3);
}

/** " (did you mean a or b?)", or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  return near.length ? ` (did you mean ${near.join(' or ')}?)` : '';
}

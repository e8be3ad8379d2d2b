import Fuse from 'fuse.js';
import { UsageError } from './errors.ts';

/**
 * The candidates (at most three, best first) that `typed` may have been meant for; none where nothing is near.
 *
 * @param namesOf what each goes by, whole or a word of it
 */
export function nearest(
  typed: string,
  candidates: readonly string[],
  namesOf: (candidate: string) => readonly string[] = (candidate) => [candidate],
): string[] {
  const words = new Map<string, Set<string>>();
  for (const candidate of candidates)
    for (const name of namesOf(candidate))
      for (const word of [name, ...name.split(/[^\p{L}\p{N}]+/u)]) {
        const known = words.get(word) ?? new Set();
        if (word) words.set(word, known.add(candidate));
      }
  // Fuse looks for the pattern anywhere in a word, so words of about its length are what it may look in.
  const slack = Math.max(1, Math.floor(typed.length / 3));
  const alike = [...words.keys()].filter((word) => Math.abs(word.length - typed.length) <= slack);
  const fuse = new Fuse(alike, { threshold: 0.34, ignoreLocation: true });
  const found = fuse.search(typed).flatMap(({ item }) => [...(words.get(item) ?? [])]);
  return [...new Set(found)].slice(0, 3);
}

/** " (did you mean a or b?)", or nothing. */
export function didYouMean(
  typed: string,
  candidates: readonly string[],
  namesOf?: (candidate: string) => readonly string[],
): string {
  const near = nearest(typed, candidates, namesOf);
  return near.length ? ` (did you mean ${near.join(' or ')}?)` : '';
}

/**
 * The one of these names that was typed.
 *
 * @param what they name
 * @throws {UsageError} where it is none of them
 */
export function chosen<Name extends string>(what: string, typed: string, names: readonly Name[]): Name {
  const name = names.find((each) => each === typed);
  if (name === undefined)
    throw new UsageError(
      `no such ${what}: ${typed}${didYouMean(typed, names)}; choose from ${names.join(', ')}`,
    );
  return name;
}

import type { Article } from '../model.ts';
import type { NameIndex } from './mentions.ts';

/** Whether one of some names is that of the paper or of who wrote the article, “the” and case aside. */
export function isOfPaper(
  { publisher, author }: Article,
  called: readonly string[],
  names: NameIndex,
): boolean {
  const key = (name: string) =>
    names
      .contentOf(name)
      .map(({ term }) => term)
      .join(' ');
  const own = [publisher ?? '', ...author.map(({ family, literal }) => family ?? literal ?? '')];
  const known = new Set(own.map(key).filter(Boolean));
  return called.some((name) => known.has(key(name)));
}

import type { Article } from '../model.ts';
import { wordsOf } from './words.ts';

/** Whether one of some names is that of the paper or of who wrote the article, “the” and case aside. */
export function isOfPaper({ publisher, author }: Article, names: readonly string[]): boolean {
  const own = [publisher ?? '', ...author.map(({ family, literal }) => family ?? literal ?? '')];
  const known = new Set(own.map(key).filter(Boolean));
  return names.some((name) => known.has(key(name)));
}

const key = (name: string) =>
  wordsOf(name)
    .filter(({ isFunction }) => !isFunction)
    .map(({ term }) => term)
    .join(' ');

import type { Article, Claim, Entity } from './model.ts';

/** Everyone and everything that a claim speaks of, what it is about first. */
export function spokenOf({ subject, entities }: Claim): Entity[] {
  return subject === null ? [...entities] : [subject, ...entities];
}

/** Whoever a claim comes from, outermost first. */
export function sourcesOf({ attribution }: Claim): Entity[] {
  return attribution.map(({ source }) => source);
}

/** What to call the article's own voice. */
export const ownVoice = (article: Article): string => article.publisher ?? 'the article';

/** What to call the own voices of several articles. */
export const ownVoices = (articles: readonly Article[]): string =>
  [...new Set(articles.map(ownVoice))].join(', ');

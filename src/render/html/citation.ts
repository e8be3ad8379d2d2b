import type { Article, Claim } from '../../model.ts';
import { citationParts } from '../wording.ts';
import { html, type Markup } from './markup.ts';

/** An article's citation, each part by itself, whichever way it is written. */
export const articleCite = (article: Article): Markup =>
  html`${citationParts(article).map((part, at) => html`${at ? ', ' : null}<bdi>${part}</bdi>`)}`;

/** The same with the place of a claim. */
export const claimCite = ({ article, sentence: { paragraph, id } }: Claim): Markup =>
  html`${articleCite(article)}, paragraph ${paragraph}, ${id}`;

import type { Article } from '../../model.ts';

/** The file of the page that lists the stories and searches them all. */
export const INDEX_PAGE = 'index.html';

/** The file of a story's page, beside the index. */
export const storyPage = ({ id }: Article): string => `${id}.html`;

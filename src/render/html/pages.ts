/** What a folder of pages is made of. */
export { renderIndexPage } from './index-page.ts';
export { renderPage } from './page.ts';
export { INDEX_PAGE, storyPage } from './story-page.ts';
export { GENERATOR } from './whole-page.ts';

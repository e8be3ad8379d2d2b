// @ts-check
// Stands for `src/search/related-words.ts` where there is no room for the words of WordNet.
export { newsStems as closeStems, newsStems as relatedStems } from '../../src/reading/news-words.ts';

// @ts-check
// Stands for `src/search/related-words.ts` where there is no room for it.
const NONE = new Set();

export const relatedStems = () => NONE;

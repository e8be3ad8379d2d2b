import { lazily } from '../lazily.ts';
import { newsStems } from '../reading/news-words.ts';
import { unpacked } from '../reading/packed-relations.ts';
import words from './related-words.json' with { type: 'json' };

// From WordNet 3.1 (Princeton University), by scripts/near-words.js.
const related = lazily(() => unpacked(words));
const close = lazily(() => unpacked(words, '!'));

/** The stems of words by which one with this stem may be meant: of the same sense, a wider one, or another part of speech. */
export const relatedStems = (stem: string): ReadonlySet<string> =>
  new Set([...closeStems(stem), ...(related().get(stem) ?? [])]);

/** Those of them that mean it even alone: `hurt` for `injur`. */
export const closeStems = (stem: string): ReadonlySet<string> =>
  new Set([...newsStems(stem), ...(close().get(stem) ?? [])]);

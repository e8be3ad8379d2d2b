import { lazily } from '../lazily.ts';
import { unpacked } from '../reading/packed-relations.ts';
import words from './related-words.json' with { type: 'json' };

// From WordNet 3.1 (Princeton University), by scripts/near-words.js.
const related = lazily(() => unpacked(words));
const NONE: ReadonlySet<string> = new Set();

/** The stems of words by which one with this stem may be meant: of the same sense, a wider one, or another part of speech. */
export const relatedStems = (stem: string): ReadonlySet<string> => related().get(stem) ?? NONE;

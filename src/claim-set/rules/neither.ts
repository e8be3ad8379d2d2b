import type { ReadClaim, Rule } from './context.ts';
import { placedWords } from './terms.ts';

/** “neither confirmed nor denied” told as “denied”. */
export const halfDenied: Rule<ReadClaim> = {
  name: 'neither',
  ask: ({ reading, said }) => {
    for (const { 0: words } of reading.text.matchAll(/\b[Nn]either \p{Ll}+ nor \p{Ll}+/gu)) {
      const stems = placedWords(words).map(({ stem }) => stem);
      const told = placedWords(said.text).find(
        ({ stem, start }) => (stem === stems[1] || stem === stems[3]) && !isDenied(said.text.slice(0, start)),
      );
      if (told) return [{ field: 'text', message: `says “${told.words}”, and its sentence says “${words}”` }];
    }
    return [];
  },
};

/** “has not confirmed but denied” denies the first alone. */
const isDenied = (before: string) =>
  /(?:\b(?:neither|nor|not|never)|n[’']t)\b[^,;]*$/i.test(before.replace(/^.*\bbut\b/, ''));

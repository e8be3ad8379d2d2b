import type { NameFound } from '../../reading/names.ts';
import type { ReadClaim, Rule } from './context.ts';
import { stemOf, wordsOf } from './terms.ts';

/** Two names of the sentence that have changed places: “A relies on B” told as “B relies on A”. */
export const swappedNames: Rule<ReadClaim> = {
  name: 'swapped-names',
  ask: ({ reading, said }) => {
    const places = placesOf(reading.text, reading.names);
    const own = placesOf(said.text, said.names);
    const swapped = own.filter(({ key, name }) => {
      const theirs = places.filter((each) => each.key === key);
      return (
        key !== '' &&
        theirs.length > 0 &&
        !theirs.some((each) => isSame(each.name, name)) &&
        places.some((each) => isSame(each.name, name)) &&
        theirs.every((each) => own.some((other) => other.key !== key && isSame(other.name, each.name)))
      );
    });
    const [first] = swapped;
    const there = places.find(({ key }) => key === first?.key);
    return first && there
      ? [
          {
            field: 'text',
            message: `says “${first.words}”, and the sentence says “${there.words}”: are they the right way round?`,
          },
        ]
      : [];
  },
};

interface Place {
  readonly name: string;
  /** The word and the preposition before the name; empty where there are none. */
  readonly key: string;
  readonly words: string;
}

/** Names behind a word and a preposition: “reliance on |Beijing|”. */
const BEFORE = /([\p{L}’'-]+)\s+(on|to|with|from|for|against|of|by|over|into|than|at|in)\s+(?:the\s+)?$/iu;

function placesOf(text: string, names: readonly NameFound[]): Place[] {
  return names.map(({ start, words }) => {
    const [before = '', word, preposition] = BEFORE.exec(text.slice(Math.max(0, start - 60), start)) ?? [];
    const key = word && preposition ? `${stemOf(word.toLowerCase())} ${preposition.toLowerCase()}` : '';
    return { name: words, key, words: `${before.trim()} ${words}`.trim() };
  });
}

function isSame(a: string, b: string): boolean {
  const words = new Set(wordsOf(a));
  return wordsOf(b).some((word) => words.has(word));
}

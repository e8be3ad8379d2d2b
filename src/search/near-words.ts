import { groupBy } from '../group-by.ts';
import { lazily } from '../lazily.ts';
import { editDistance } from './edit-distance.ts';
import { isSmallWord } from './small-words.ts';

/** A word of the claim set that a misspelt one may have been meant for. */
export interface NearWord {
  readonly word: string;
  /** How much of a match it is. */
  readonly weight: number;
}

/** A slip in a long word costs less than one in a short word. */
const weightOf = (edits: number, length: number) => 0.8 - edits / length;

/**
 * Finds the words a slip or two away, and the forms of words whose stems are: "mistery" for "mysteries".
 *
 * @param terms all words of the claim set, asked for when a word is first misspelt
 */
export function createNearWords(
  terms: () => readonly string[],
  stemOf: (term: string) => string,
): (typed: string) => readonly NearWord[] {
  const byStem = lazily(() =>
    groupBy(
      terms().filter((term) => !isSmallWord(term)),
      stemOf,
    ),
  );
  const spelledTerms = lazily(() => bySpelling([...byStem().values()].flat()));
  const spelledStems = lazily(() => bySpelling([...byStem().keys()]));
  return (typed) => {
    const near = new Map(nearTo(typed, spelledTerms()));
    for (const [stem, edits] of nearTo(stemOf(typed), spelledStems()))
      for (const form of byStem().get(stem) ?? []) near.set(form, Math.min(edits, near.get(form) ?? edits));
    const least = Math.min(...near.values());
    return [...near]
      .filter(([, edits]) => edits === least)
      .map(([word]) => ({ word, weight: weightOf(least, typed.length) }));
  };
}

/** Words by their length, each with its letters. */
type Spelled = ReadonlyMap<number, readonly { readonly word: string; readonly letters: number }[]>;

function bySpelling(words: readonly string[]): Spelled {
  return groupBy(
    words.map((word) => ({ word, letters: lettersIn(word) })),
    ({ word }) => word.length,
  );
}

/** Words that may be meant by a misspelt one, and how many edits away they are. */
function nearTo(typed: string, spelled: Spelled): [word: string, edits: number][] {
  const allowed = allowedEdits(typed);
  const typedLetters = lettersIn(typed);
  const near: [string, number][] = [];
  for (let length = typed.length - allowed; length <= typed.length + allowed; length += 1)
    for (const { word, letters } of spelled.get(length) ?? []) {
      // Each edit changes at most two of the letters that a word is made of.
      if (differing(typedLetters, letters) > 2 * allowed) continue;
      const most = Math.min(allowed, allowedEdits(word));
      const edits = most === 0 ? 0 : editDistance(typed, word);
      if (edits > 0 && edits <= most && (Math.max(typed.length, length) > SHORT || isSwap(typed, word)))
        near.push([word, edits]);
    }
  return near;
}

/** A slip every four letters; numbers are taken as typed. */
function allowedEdits(term: string): number {
  return /\d/.test(term) ? 0 : Math.min(3, Math.floor(term.length / 4));
}

/** Too many short words are a letter apart; among them only swapped letters count as a slip. */
const SHORT = 4;
const isSwap = (a: string, b: string) => [...a].sort().join('') === [...b].sort().join('');

/** The letters of a word as a set of 32 bits, other scripts folded onto them. */
function lettersIn(term: string): number {
  let letters = 0;
  for (let at = 0; at < term.length; at += 1) letters |= 1 << (term.charCodeAt(at) & 31);
  return letters;
}

function differing(a: number, b: number): number {
  let bits = a ^ b;
  let count = 0;
  for (; bits; bits &= bits - 1) count += 1;
  return count;
}

import type { Stretch } from '../../reading/stretch.ts';
import { contentWords, stemOf } from './terms.ts';

/** A word of one of two texts that are held against each other. */
export interface AlignedWord extends Stretch {
  readonly lower: string;
  readonly stem: string;
}

/** What stands in the one and in the other between two words that both have: a word put in, left out, or replaced. */
export interface Change {
  /** Words of the sentence; none where the text puts words in. */
  readonly theirs: readonly AlignedWord[];
  /** Words of the text; none where it leaves words out. */
  readonly own: readonly AlignedWord[];
  /** The last word that both have before, of the sentence; null at the beginning. */
  readonly before: Pair | null;
  /** The first word that both have behind; null at the end. */
  readonly behind: Pair | null;
  /** No mark stands in the sentence between the two words that both have. */
  readonly isWhole: boolean;
}

/** A word of the sentence and the same word of the text. */
export interface Pair {
  readonly theirs: AlignedWord;
  readonly own: AlignedWord;
}

/** Words as their text has them, without the marks between. */
export const textOf = (words: readonly AlignedWord[]): string =>
  words.map(({ words: each }) => each).join(' ');

/** So many words of the one times words of the other. */
const MOST_CELLS = 60_000;

/**
 * What changes from a sentence to a text of the same words in the same order. Words in another order are none of the same.
 *
 * @example changesBetween('It may close the mill.', 'It will close the mill.') // “may” became “will”, between “it” and “close”
 */
export function changesBetween(sentence: string, text: string): Change[] {
  const [theirs, own] = [alignedWords(sentence), alignedWords(text)];
  const pairs = theirs.length * own.length > MOST_CELLS ? [] : pairsOf(theirs, own, sentence);
  return [-1, ...pairs.keys()].flatMap((at): Change[] => {
    const [before, behind] = [pairs[at] ?? null, pairs[at + 1] ?? null];
    const [from, to] = [before?.theirs.end ?? 0, behind?.theirs.start ?? sentence.length];
    const all = between(theirs, before?.theirs, behind?.theirs);
    // A mark that the text has as well, as behind “In May,”, breaks nothing.
    const [mark] = /^[,;:](?=\s)/.exec(text.slice(before?.own.end ?? 0)) ?? [''];
    const inside = sentence.slice(from, to);
    const isWhole =
      before === null ||
      behind === null ||
      !BREAK.test(mark && inside.startsWith(mark) ? inside.slice(1) : inside.replace(RELATIVE, ''));
    const change = {
      theirs:
        before === null
          ? lastClause(all, sentence, to)
          : behind === null
            ? firstClause(all, sentence, from)
            : all,
      own: between(own, before?.own, behind?.own),
      before,
      behind,
      isWhole,
    };
    return pairs.length > 0 && (change.theirs.length > 0 || change.own.length > 0) ? [change] : [];
  });
}

const BREAK = /[,;:—–“”"()](?!\p{N})|\.\s/u;

/** “Ada Rae, who leads it”: the clause goes on with the name. */
const RELATIVE = /^,(?=\s(?:who|whose|which)\b)/;

const between = (words: readonly AlignedWord[], before?: AlignedWord, behind?: AlignedWord) =>
  words.slice(before ? words.indexOf(before) + 1 : 0, behind ? words.indexOf(behind) : undefined);

/** The words between which and an offset no mark stands. */
const lastClause = (words: readonly AlignedWord[], text: string, to: number) =>
  words.filter(({ end }) => !BREAK.test(text.slice(end, to)));

const firstClause = (words: readonly AlignedWord[], text: string, from: number) => {
  const next = words.findIndex(({ lower }, at) => at > 0 && CONJUNCTION.test(lower));
  return words
    .slice(0, next < 0 ? undefined : next)
    .filter(({ start }) => !BREAK.test(text.slice(from, start)));
};

const CONJUNCTION = /^(?:and|but|while|when|that|who|which)$/;

const alignedWords = (text: string): AlignedWord[] =>
  Array.from(text.matchAll(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu), ({ 0: words, index }) => {
    const lower = words.toLowerCase().replaceAll('’', "'");
    return { start: index, end: index + words.length, words, lower, stem: stemOf(lower) };
  });

/** The words that both have in the same order: the more of them, and the closer together, the better. */
function pairsOf(theirs: readonly AlignedWord[], own: readonly AlignedWord[], sentence: string): Pair[] {
  const width = own.length + 1;
  // For each cell the best score of what stands behind, and of that if the words just before are a pair.
  const best = new Float64Array((theirs.length + 1) * width);
  const joined = new Float64Array((theirs.length + 1) * width);
  const worth = (word: AlignedWord) => (contentWords(word.lower).length ? 2 : 0.5);
  for (let at = theirs.length - 1; at >= 0; at -= 1)
    for (let other = own.length - 1; other >= 0; other -= 1) {
      const cell = at * width + other;
      const [one, two] = [theirs[at], own[other]];
      const apart: number = Math.max(best[cell + width] ?? 0, best[cell + 1] ?? 0);
      const isPair = one && two && one.stem === two.stem;
      const taken: number = isPair ? worth(one) + (joined[cell + width + 1] ?? 0) : 0;
      best[cell] = Math.max(taken, apart);
      joined[cell] = Math.max(isPair ? taken + 1 : 0, apart);
    }
  const pairs: Pair[] = [];
  let isJoined = false;
  for (let at = 0, other = 0; at < theirs.length && other < own.length; ) {
    const cell = at * width + other;
    const [one, two] = [theirs[at], own[other]];
    if (!one || !two) break;
    const apart = Math.max(best[cell + width] ?? 0, best[cell + 1] ?? 0);
    const taken: number = worth(one) + (joined[cell + width + 1] ?? 0) + (isJoined ? 1 : 0);
    isJoined = one.stem === two.stem && taken > apart;
    if (isJoined) {
      pairs.push({ theirs: one, own: two });
      at += 1;
      other += 1;
    } else if ((best[cell + width] ?? 0) >= (best[cell + 1] ?? 0)) at += 1;
    else other += 1;
  }
  // A lone “the” or “of” tells nothing, and neither does a lone first word of another clause.
  const places = new Set(pairs.map(({ theirs: word }) => theirs.indexOf(word)));
  const kept = pairs.filter(({ theirs: word }) => {
    const place = theirs.indexOf(word);
    return contentWords(word.lower).length > 0 || places.has(place - 1) || places.has(place + 1);
  });
  const [first, second] = kept;
  const isFar =
    first &&
    second &&
    theirs.indexOf(second.theirs) - theirs.indexOf(first.theirs) > FAR &&
    BREAK.test(sentence.slice(first.theirs.end, second.theirs.start));
  return isFar ? kept.slice(1) : kept;
}

/** In words. */
const FAR = 6;

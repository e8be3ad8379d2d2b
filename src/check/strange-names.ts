import type { NameFound } from '../reading/names.ts';
import type { Stretch } from '../reading/stretch.ts';
import { isRealWord } from '../search/real-words.ts';
import type { Mention } from './mentions.ts';
import type { Word } from './words.ts';

/** Words before a name that make nobody else of it. */
const TITLE =
  /^(?:president|premier|chancellor|minister|prime|secretary|senator|governor|mayor|councill?or|king|queen|prince|princess|pope|general|colonel|captain|major|lieutenant|sergeant|sir|lord|lady|dame|mr|mrs|ms|miss|dr|doctor|professor|judge|justice|chief|director|chair|chairman|chairwoman|leader|spokesman|spokeswoman|officer)$/;

/** “IV fluids”, “TV”: a thing, and nobody. */
const ABBREVIATION = /^(?!EU|UN|UK|US)\p{Lu}{2}$/u;

/**
 * The part of a proper name that the article has nothing of: all of “Alan Firth”, and the “Alan” of “Alan Crome”.
 *
 * @param isAtHome whether the article has a stem, or one of its root
 */
export function strangeIn(
  name: NameFound,
  words: readonly Word[],
  mentions: readonly Mention[],
  isAtHome: (stem: string) => boolean,
): Stretch | null {
  const parts = words.filter(({ start, end }) => name.start <= start && end <= name.end);
  const mentionOf = (word: Word) => mentions.find(({ start, end }) => start <= word.start && word.end <= end);
  // At its beginning a sentence has any word with a capital.
  const isCommon = (word: Word) => name.isFirst && word === parts[0] && isRealWord(word.term);
  const strange = parts.filter(
    (word) =>
      word.isCapital &&
      !word.isFunction &&
      !TITLE.test(word.term) &&
      !mentionOf(word) &&
      !isAtHome(word.stem) &&
      !isCommon(word),
  );
  const [first, last] = [strange[0], strange.at(-1)];
  if (!first || !last || ABBREVIATION.test(name.words)) return null;
  // “Wick Bay” is a name as a whole, though another one begins with “Wick”.
  const isPart = (word: Word | undefined) =>
    word?.isCapital === true &&
    !word.isFunction &&
    !TITLE.test(word.term) &&
    !mentionOf(word) &&
    !isCommon(word);
  let start = first;
  for (let at = parts.indexOf(first) - 1; isPart(parts[at]); at -= 1) start = parts[at] ?? start;
  // “Supreme Leader Kim Jong Un” is nobody new, and “Alan Crome” is.
  const behind = parts.slice(parts.indexOf(last) + 1);
  if (behind.some((word) => mentionOf(word)?.isWhole)) return null;
  return { start: start.start, end: name.end, words: name.words.slice(start.start - name.start) };
}

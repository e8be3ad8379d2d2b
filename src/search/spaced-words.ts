/**
 * The words of a text as one string, with a space before and after each: `" kim accepted "`. To look for a word in it takes less
 * than to split it.
 */
export type SpacedWords = string;

/** One string of many words. */
export const spaced = (words: readonly string[]): SpacedWords =>
  words.length ? ` ${words.join(' ')} ` : ' ';

/** The words again. */
export const unspaced = (words: SpacedWords): string[] => words.split(' ').filter(Boolean);

/** Makes a test for a word, or for words in a row. */
export function containing(...terms: readonly string[]): (words: SpacedWords) => boolean {
  const searched = spaced(terms);
  return (words) => words.includes(searched);
}

/** The words that begin so; with '' all of them. */
export function wordsBeginningWith(beginning: string, words: SpacedWords): string[] {
  if (beginning === '') return unspaced(words);
  const found: string[] = [];
  for (let at = words.indexOf(` ${beginning}`); at >= 0; at = words.indexOf(` ${beginning}`, at + 1))
    found.push(words.slice(at + 1, words.indexOf(' ', at + 1)));
  return found;
}

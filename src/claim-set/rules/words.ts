import type { Rule } from './context.ts';

/** Scripts that write words without spaces between them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const IN_WORD = /[\p{L}\p{N}\p{M}]/u;

/** Whether a word goes on from one side of an offset to the other. */
function isInsideWord(text: string, offset: number): boolean {
  const [before, after] = [text.slice(0, offset).match(/.$/su)?.[0], text.slice(offset).match(/^./su)?.[0]];
  if (before === undefined || after === undefined) return false;
  return IN_WORD.test(before) && IN_WORD.test(after) && !(UNSPACED.test(before) || UNSPACED.test(after));
}

/** The offsets of words in a text, once for each time they stand there. */
function occurrencesOf(words: string, text: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

/** Where words stand in a text: at word boundaries, if they do so anywhere. */
export function placeOf(words: string, text: string): { start: number; end: number } {
  const found = occurrencesOf(words, text);
  const start = found.find((at) => !isCut(at, words, text)) ?? found[0] ?? 0;
  return { start, end: start + words.length };
}

const isCut = (at: number, words: string, text: string) =>
  isInsideWord(text, at) || isInsideWord(text, at + words.length);

/** Words that begin or end inside a word: “likely” of “unlikely”. */
export const wordBoundary: Rule = {
  name: 'word-boundary',
  ask: ({ claim, sentence }) =>
    (
      [
        ['quote', claim.quote],
        ['hedge', claim.hedge],
        ['time.text', claim.time?.text ?? null],
      ] as const
    ).flatMap(([field, words]) => {
      if (words === null) return [];
      const found = occurrencesOf(words, sentence.text);
      if (found.length === 0 || found.some((at) => !isCut(at, words, sentence.text))) return [];
      const [at = 0] = found;
      const whole = wholeWords(sentence.text, at, at + words.length);
      return [{ field, message: `begins or ends inside a word; the whole words are “${whole}”` }];
    }),
};

function wholeWords(text: string, from: number, to: number): string {
  let [start, end] = [from, to];
  while (isInsideWord(text, start)) start -= 1;
  while (isInsideWord(text, end)) end += 1;
  return text.slice(start, end);
}

/** A quote that stands in its sentence more than once. */
export const ambiguousQuote: Rule = {
  name: 'ambiguous-quote',
  ask: ({ claim, sentence }) =>
    occurrencesOf(claim.quote, sentence.text).length > 1
      ? [
          {
            field: 'quote',
            message: `is in ${sentence.id} more than once, and the first counts; quote more words`,
          },
        ]
      : [],
};

/** In words. A shorter sentence often says one thing, and is understood alone. */
const SHORT = 20;

/** A text that is the whole sentence: a sentence of an article seldom says one thing that can be understood alone. */
export const wholeSentence: Rule = {
  name: 'whole-sentence',
  ask: ({ claim, sentence }) =>
    claim.text.trim() === sentence.text.trim() && claim.text.split(/\s+/).length > SHORT
      ? [
          {
            field: 'text',
            message: 'is the sentence, word for word: say one thing of it that can be read alone',
          },
        ]
      : [],
};

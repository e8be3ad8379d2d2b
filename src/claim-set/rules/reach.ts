import type { Reading } from '../../reading/read.ts';
import type { Stretch } from '../../reading/stretch.ts';
import { overlap, type ReadClaim } from './context.ts';
import { contentWords, stemOf, stemsOf, wordsOf } from './terms.ts';

/** Words between which one clause ends and another begins. */
export const CLAUSE_BREAK =
  /[;:—–()]|,\s+(?:and|but|or|so|while|which|who|whose|although|though)\b|\b(?:but|although|though|while|whereas)\b/iu;

/** So many words may stand between a word and what it governs: “likely to [officially accept]”. */
export const REACH = 3;

/** Where the words begin that the claim tells: “|it may attack, though he |offered no evidence”, of which the text tells the last. */
export function toldFrom({ quote, sentence, said }: ReadClaim): number {
  const words = sentence.text.slice(quote.start, quote.end);
  const turn = /,\s(?:but|although|though)\s/i.exec(words);
  if (!turn) return quote.start;
  const own = new Set(stemsOf(said.text));
  const behind = contentWords(words.slice(turn.index + turn[0].length)).map(stemOf);
  const shared = behind.filter((stem) => own.has(stem)).length;
  return shared > 1 && shared * 3 >= behind.length * 2
    ? quote.start + turn.index + turn[0].length
    : quote.start;
}

const AUXILIARY = /^(?:have|has|had|be|been|being|to)$/;

/** Whether words just before the quote, in its clause, govern it: “is likely to |accept|”, “may have |left|”. */
export function leadsInto(word: { start: number; end: number }, context: ReadClaim, reach = REACH): boolean {
  const { quote, sentence } = context;
  if (word.end > quote.start) return false;
  const between = sentence.text.slice(word.end, toldFrom(context));
  const governed = wordsOf(between).filter((word) => !AUXILIARY.test(word));
  return !CLAUSE_BREAK.test(between) && !/[,“”"]/u.test(between) && governed.length <= reach;
}

/** The stems of the first words that say something behind an offset: what a “not” or a “may” governs. */
export function headsAfter(text: string, offset: number, count = 1): string[] {
  const [clause = ''] = text.slice(offset, offset + 80).split(/[;:.—–()“”"]|,[”"]/);
  return contentWords(clause)
    .filter((word) => !/ly$|^(?:seem|appear|yet|officially|able|likely|want|wants|decided?)$/.test(word))
    .slice(0, count)
    .map(stemOf);
}

/** Whether the text speaks of what a word of the sentence governs. */
export const isAbout = ({ end }: { end: number }, { claim, sentence, said }: ReadClaim) => {
  const stems = new Set(stemsOf(said.text));
  const quoted = stemsOf(claim.quote);
  // “was expected to cost 14; it has cost 19”: the text may tell the other.
  return headsAfter(sentence.text, end).some(
    (head) => stems.has(head) && quoted.filter((stem) => stem === head).length < 2,
  );
};

export const isQuotedWord = (reading: Reading, word: { start: number; end: number }) =>
  reading.quotations.some((quotation) => overlap(quotation, word) && quotation.words.length < 60);

/** “declined to say when she would decide”: “will”, as somebody puts it. */
export const isIndirect = ({ start }: { start: number }, text: string) =>
  /\b(?:when|whether|what|how|where|why|(?:promis|guarante|kn[oe]w|decid)\p{L}*\s+that)\s+[^,;]*$/iu.test(
    text.slice(0, start),
  );

/** Whether the claim is that somebody said something, so that what is said has its own certainty. */
export const saysThatItIsSaid = ({ claim, said }: ReadClaim) =>
  claim.attribution.length === 0 &&
  // “the letter that Renck found” says nothing.
  said.sayings.some(({ manner, end }) => manner !== 'show' || /^\s+that\b/.test(said.text.slice(end)));

/** “its planned orbit”: a word of what the claim speaks of. */
export const isAttribute = ({ start, end, words }: Stretch, text: string) =>
  /^planned$/i.test(words) &&
  /(?:\b(?:its|his|her|their|the|a|this|that)|[’']s?)\s+$/i.test(text.slice(0, start)) &&
  /^\s+\p{L}/u.test(text.slice(end));

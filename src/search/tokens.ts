import { stemmer } from 'stemmer';
import { codePointLength } from '../code-points.ts';
import { fold, foldCase } from '../fold.ts';
import { lazily } from '../lazily.ts';
import type { Span } from '../model.ts';

/** A word of a text, where it stands in it (code points), folded for comparison. */
export interface Token extends Span {
  /** As {@link fold} has it, without possessive `'s`, apostrophes, and the dots of an abbreviation. */
  readonly term: string;
}

/** The words of a text: abbreviations (U.S.), names with a number (G-7), numbers (1,000 and 2.5), C++ and C#, then all others. */
const wordPatternOf = (letter: string, others: string, flags: string) =>
  new RegExp(
    [
      `[${letter}](?:\\.[${letter}])+(?![${letter}])`,
      `[${letter}]{1,2}-\\d+(?![${letter}\\d])`,
      `\\d{1,3}(?:,\\d{3})+(?![${letter}\\d])`,
      `\\d+\\.\\d+(?![${letter}\\d]|\\.\\d)`,
      `[${letter}]{1,2}(?:\\+\\+|#)(?![${letter}\\d])`,
      `[${letter}${others}]+(?:['’ʼ][${letter}]+)*`,
    ].join('|'),
    flags,
  );
const anyWord = lazily(() => wordPatternOf('\\p{L}', '\\p{N}\\p{M}', 'gu'));
// The same in texts of Latin letters, since all of Unicode's take longer to compile than a search takes. (İ is left out: it
// alone has not one small letter.)
const LATIN = 'A-Za-z\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u012f\\u0131-\\u017f';
const IS_LATIN = new RegExp(`^[\\0-\\x7f${LATIN}‘-”–—…]*$`);
const LATIN_WORD = wordPatternOf(LATIN, '0-9', 'g');

/** Scripts that write no space between words: Thai, Lao, Burmese, Khmer, Chinese and Japanese. */
const UNSPACED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const segmenter = lazily(() => new Intl.Segmenter(undefined, { granularity: 'word' }));

function rawWordsIn(text: string): string[] {
  if (IS_LATIN.test(text)) return text.match(LATIN_WORD) ?? [];
  const words = text.match(anyWord()) ?? [];
  return UNSPACED.test(text)
    ? words.flatMap((word) => (UNSPACED.test(word) ? segmentsOf(word) : word))
    : words;
}

const segmentsOf = (run: string) => Array.from(segmenter().segment(run), ({ segment }) => segment);

/** Splits a text into words; a hyphen parts them ("Jong-un" is two). */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let unit = 0;
  let codePoint = 0;
  // Nothing between two words can begin a word, so each is the next of its kind.
  for (const word of rawWordsIn(text)) {
    const index = text.indexOf(word, unit);
    const start = codePoint + codePointLength(text.slice(unit, index));
    const end = start + codePointLength(word);
    const term = termOf(word);
    if (term) tokens.push({ term, start, end });
    unit = index + word.length;
    codePoint = end;
  }
  return tokens;
}

/** The words of a text alone, folded. */
export function termsOf(text: string): string[] {
  // Most texts of an English article need no more: halves the time of indexing in a process that has just begun.
  const plain = text.replace(POSSESSIVE, '');
  if (!NEEDS_CARE.test(plain)) return plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return rawWordsIn(text).map(termOf).filter(Boolean);
}

const POSSESSIVE = /(?<=[A-Za-z])['’]s(?![A-Za-z])/g;
/** Other letters than English ones, and marks inside a word or a number. */
const NEEDS_CARE = /[^\0-\x7f‘-”–—…]|[\w.]['’.,+#][\w+#]|[A-Za-z]-\d/;

/** The words of a text with their accents. */
export const accentedTermsOf = (text: string): string[] =>
  rawWordsIn(text)
    .map((word) => bareWord(foldCase(word)))
    .filter(Boolean);

const termOf = (word: string) => (/^[A-Za-z0-9]+$/.test(word) ? word.toLowerCase() : bareWord(fold(word)));

/** Without the marks inside a word that people leave out. */
function bareWord(folded: string): string {
  if (/^\d+\.\d+$/.test(folded)) return folded;
  return folded.replace(/'s$/, '').replace(/['.,-]/g, '');
}

/** Longer words have no forms. */
const LONGEST_STEMMED = 60;

/** What the forms of a word share: Porter's stem (Porter 1980) of the folded word. */
export const stemOf = (term: string): string => (term.length > LONGEST_STEMMED ? term : stemmer(term));

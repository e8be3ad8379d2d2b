import { stemmer } from 'stemmer';
import { codePointLength } from '../code-points.ts';
import { lazily } from '../lazily.ts';
import type { Span } from '../model.ts';

/** A word of a text, where it stands in it (code points), folded for comparison. */
export interface Token extends Span {
  /** Without case, accents, apostrophes, possessive `'s` and the dots of an abbreviation. */
  readonly term: string;
}

// An abbreviation (U.S.), or letters and digits with what belongs inside a word (Russia’s, don't).
const anyWord = lazily(() => /\p{L}(?:\.\p{L})+(?!\p{L})|[\p{L}\p{N}\p{M}]+(?:['’ʼ]\p{L}+)*/gu);
// The same in texts of Latin letters, since all of Unicode's take longer to compile than a search takes. (İ is left out: it
// alone has not one small letter.)
const LETTER = 'A-Za-z\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u012f\\u0131-\\u017f';
const IS_LATIN = new RegExp(`^[\\0-\\x7f${LETTER}‘-”–—…]*$`);
const LATIN_WORD = new RegExp(
  `[${LETTER}](?:\\.[${LETTER}])+(?![${LETTER}])|[${LETTER}0-9]+(?:['’][${LETTER}]+)*`,
  'g',
);
const wordPattern = (text: string) => (IS_LATIN.test(text) ? LATIN_WORD : anyWord());

/** Splits a text into words; a hyphen parts them ("Jong-un" is two). */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let unit = 0;
  let codePoint = 0;
  // What lies between words holds nothing that a word begins with, so that each is the next of its kind.
  for (const word of text.match(wordPattern(text)) ?? []) {
    const index = text.indexOf(word, unit);
    const start = codePoint + codePointLength(text.slice(unit, index));
    const end = start + codePointLength(word);
    const term = fold(word);
    if (term) tokens.push({ term, start, end });
    unit = index + word.length;
    codePoint = end;
  }
  return tokens;
}

/** The words of a text alone. */
export function termsOf(text: string): string[] {
  const isLatin = IS_LATIN.test(text);
  const words = isLatin ? text.toLowerCase().match(LATIN_WORD) : text.match(anyWord());
  return isLatin && !NEEDS_FOLDING.test(text) ? (words ?? []) : (words ?? []).map(fold).filter(Boolean);
}

/** Where more than the case of a Latin text is to be folded. */
const NEEDS_FOLDING = /['’]|\.[A-Za-z]|[\x80-\u017f]/;

/** What the forms of a word share: Porter's stem (Porter 1980) of the folded word. */
export const stemOf = (term: string): string => stemmer(term);

function fold(word: string): string {
  if (/^[A-Za-z0-9]+$/.test(word)) return word.toLowerCase();
  const lower = withoutAccents(word).toLowerCase();
  return /['’ʼ.]/.test(lower) ? lower.replace(/['’ʼ]s$/, '').replace(/['’ʼ.]/g, '') : lower;
}

function withoutAccents(word: string): string {
  if (/^[\0-\x7f’]*$/.test(word)) return word;
  const decomposed = word.normalize('NFKD');
  return decomposed.replace(/^[\0-\u036f’]*$/.test(decomposed) ? /[\u0300-\u036f]/g : /\p{M}/gu, '');
}

// Articles, pronouns, prepositions, auxiliaries and question words: what a question says besides what it asks about.
const FUNCTION_WORDS = new Set(
  `a about after again all also am an and any are article as at be because been before being but by can could did do does doing done
  during for from get gets go goes going got had has have he her here hers him his how i if himself herself in into is it its itself just let like me might
  more most much must my no nor not of off on once one or our out over own shall she should so some such tell than that
  the their them then themselves there these they this those through to too under until up upon us very was we were what when where
  whether which while who whom whose why will with would you your`.split(/\s+/),
);

/** True of words that say little by themselves ("when did … ?"), single letters among them. */
export const isFunctionWord = (term: string): boolean => FUNCTION_WORDS.has(term) || /^\p{L}$/u.test(term);

/** Marks of Latin, Greek and Cyrillic letters; vowel points of Hebrew and of Arabic, which are optional in writing. */
const MARKS =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each mark stands for itself.
  /[\u0300-\u036f\u0483-\u0487\u1dc0-\u1dff\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u064b-\u0652\u0670]/g;
/** Letters that Unicode does not take apart, as people type them who lack the key. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'ng',
};
const UNUSUAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');
const APOSTROPHES = /[’‘ʼ＇]/g;

/** Folds case and apostrophes alone: `Zürich’s` and `ZÜRICH'S` are the same. */
export function foldCase(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(APOSTROPHES, "'");
}

/**
 * Folds a text for comparison: case, accents and apostrophes say nothing. Marks that make another letter (दिल, ガラス) stay.
 *
 * @example
 * fold('Łódź’s'); // "lodz's"
 */
export function fold(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
  const plain = text.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(MARKS, '');
  return plain
    .replace(UNUSUAL, (letter) => PLAIN[letter] ?? letter)
    .replace(APOSTROPHES, "'")
    .normalize('NFC');
}

import type { Sentence } from '../model.ts';

/**
 * What words that are not in a sentence may have been meant for: the same words there but for quotes, dashes, blanks and
 * case, or the stretch of words that is most like them, else another sentence that holds them. Null where nothing is near.
 */
export type NearestWords = (words: string, sentence: Sentence) => string | null;

export function nearestWordsIn(sentences: readonly Sentence[]): NearestWords {
  let folded: readonly string[] | null = null;
  return (words, sentence) => {
    const difference = differingCharacter(words, sentence.text);
    if (difference !== null) return difference;
    const span = likeliestSpan(words, sentence.text);
    if (span !== null) return `did you mean “${span}”?`;
    folded ??= sentences.map(({ text }) => foldAll(text));
    const sought = foldAll(words);
    const other = sentences[folded.findIndex((text) => text.includes(sought))];
    return other && other !== sentence ? `it is in ${other.id}` : null;
  };
}

/** Letters of other alphabets that look like Latin ones, each above its like. */
const ALIKE = [
  'АВЕЅІЈКМНОРСТХУаеѕіјорсхуΑΒΕΖΗΙΚΜΝΟΡΤΥΧο',
  'ABESIJKMHOPCTXYaesijopcxyABEZHIKMNOPTYXo',
] as const;
const LIKE = new Map(Array.from(ALIKE[0], (letter, index) => [letter, ALIKE[1][index] ?? letter]));
/** What cannot be seen: soft hyphens, joiners, marks of direction. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

const seen = (text: string) =>
  Array.from(text.normalize('NFC').replace(UNSEEN, ''), (letter) => LIKE.get(letter) ?? letter)
    .join('')
    .replace(/[\u00a0\u2007\u202f]/g, ' ');

/** For words that look the same as those of the sentence, the character that differs. */
function differingCharacter(words: string, text: string): string | null {
  if (!seen(text).includes(seen(words))) return null;
  const strange = Array.from(words).find((letter) => letter > '\x7f' && !text.includes(letter));
  const own =
    strange ??
    Array.from(text).find((letter) => seen(letter) !== letter || letter !== letter.normalize('NFC'));
  if (own === undefined)
    return 'it looks the same, and its accents are written in another way; copy the words of the sentence';
  const place = strange === undefined ? 'the sentence has' : 'it has';
  return `it looks the same, and ${place} ${nameOf(own)}; copy the words of the sentence`;
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Cyrillic}/u, 'a Cyrillic letter'],
  [/\p{Script=Greek}/u, 'a Greek letter'],
  [/\p{M}/u, 'an accent apart from its letter'],
  [/[\u00a0\u2007\u202f]/u, 'a no-break space'],
  [/\u00ad/u, 'a soft hyphen'],
  [UNSEEN, 'a character that cannot be seen'],
];

/** A character as people call it, with its code point: `a Cyrillic letter (U+0435)`. */
function nameOf(character: string): string {
  const point = `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
  const kind = KINDS.find(([pattern]) => character.search(pattern) === 0)?.[1];
  return kind ? `${kind} (${point})` : point;
}

/** How many of ten words may differ. */
const TOLERANCE = 0.4;
/** In characters: longer words and sentences get no suggestion. */
const LONGEST = 5_000;
/** In words of the one times words of the other. */
const MOST_WORK = 1_000_000;

function likeliestSpan(words: string, text: string): string | null {
  if (Math.max(words.length, text.length) > LONGEST) return null;
  const sought = tokensOf(words);
  const found = tokensOf(text);
  if (sought.length === 0 || sought.length * found.length > MOST_WORK) return null;
  const { cost, first, last } = alignment(sought, found);
  const [from, to] = [found[first], found[last]];
  if (!from || !to || cost > sought.length * TOLERANCE) return null;
  // Quotes and the like at its ends belong to the span where the words have them.
  let [start, end] = [from.start, to.end];
  if (MARK.test(words.charAt(0))) while (MARK.test(text.charAt(start - 1))) start -= 1;
  if (MARK.test(words.charAt(words.length - 1))) while (MARK.test(text.charAt(end))) end += 1;
  const span = text.slice(start, end);
  return span === words ? null : span;
}

/** A quotation mark, dash or the like. */
const MARK = /[^\p{L}\p{N}\s]/u;

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Words as they compare, with where they stand; where there are no blanks between words, each character is one. */
function tokensOf(text: string): Token[] {
  const pattern =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;
  return [...text.matchAll(pattern)].map(({ 0: word, index }) => ({
    word: foldAll(word),
    start: index,
    end: index + word.length,
  }));
}

const foldAll = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** The stretch of `found` that the fewest changed, added and dropped words turn into `sought` (Sellers 1980). */
function alignment(sought: readonly Token[], found: readonly Token[]) {
  let costs = found.map((_, index) => ({ cost: 0, first: index }));
  costs.push({ cost: 0, first: found.length });
  for (const [row, { word }] of sought.entries()) {
    const next = [{ cost: row + 1, first: 0 }];
    for (const [column, other] of found.entries()) {
      const [diagonal, above, left] = [costs[column], costs[column + 1], next[column]];
      if (!diagonal || !above || !left) break;
      const change = { cost: diagonal.cost + (word === other.word ? 0 : 1), first: diagonal.first };
      const drop = { cost: above.cost + 1, first: above.first };
      const add = { cost: left.cost + 1, first: left.first };
      next.push([drop, add].reduce((best, each) => (each.cost < best.cost ? each : best), change));
    }
    costs = next;
  }
  let last = 0;
  costs.forEach(({ cost }, index) => {
    if (cost < (costs[last]?.cost ?? Infinity)) last = index;
  });
  return { cost: costs[last]?.cost ?? Infinity, first: costs[last]?.first ?? 0, last: last - 1 };
}

/** Words of a text: `text.slice(start, end)` is `words`, so offsets count UTF-16 units as JavaScript does. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

export const stretch = (text: string, start: number, end: number): Stretch => ({
  start,
  end,
  words: text.slice(start, end),
});

/**
 * A pattern that finds any of some phrases as whole words, in any case and with either apostrophe. A space stands for
 * any white space. A phrase may hold groups, `?` and `|`, as in `(?:is|are) said to`.
 *
 * @example phrases('has yet to', 'not') finds “not” in “did not” and nothing in “another” or “can’t”
 */
export function phrases(...sources: readonly string[]): RegExp {
  const longestFirst = [...sources].sort((a, b) => b.length - a.length);
  const words = longestFirst.join('|').replaceAll(' ', '\\s+').replaceAll("'", "[’']");
  return new RegExp(
    `(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}][-’'])(?:${words})(?![\\p{L}\\p{N}]|[-’']\\p{L})`,
    'giu',
  );
}

/** Every stretch that the pattern finds, in order. */
export function stretchesOf(text: string, pattern: RegExp): Stretch[] {
  return Array.from(text.matchAll(pattern), ({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
    words,
  }));
}

/** Less of them: none that lies inside a longer one, the longest first where two overlap. */
export function longestOf<T extends Stretch>(found: readonly T[]): T[] {
  const longestFirst = [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: T[] = [];
  for (const each of longestFirst)
    if (kept.every(({ start, end }) => each.end <= start || end <= each.start)) kept.push(each);
  return kept.sort((a, b) => a.start - b.start);
}

/** The end of the clause that begins at an offset: a semicolon, a dash, a colon, or a comma or “and” before a new subject. */
export function clauseEnd(text: string, from: number): number {
  CLAUSE_END.lastIndex = from;
  return CLAUSE_END.exec(text)?.index ?? text.length;
}

const CLAUSE_END =
  /[;:—–(]|\s-\s|[.!?]["”’]?(?=\s|$)|,(?=\s+(?:but|and|or|while|although|though|which|who|whose|where|when|because|since|so|yet)\b)|\s(?=(?:but|although|though|while|whereas|because|unless|if)\b)|,(?=["”])/giu;

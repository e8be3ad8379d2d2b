import { numeralsFor } from './numerals.ts';
import type { Token } from './tokens.ts';

/** Writes the years that are spelt out in digits: “nineteen ninety one” as 1991, “twenty oh five”, “two thousand and eleven”. */
export function withYears(words: readonly Token[]): Token[] {
  const written: Token[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [first, second] = words.slice(at, at + 2);
    if (!first) break;
    const isThousand = second?.term === 'thousand';
    const from = at + (isThousand ? 2 : 1);
    const rest = isThousand && words[from]?.term === 'and' ? from + 1 : from;
    const century = isThousand ? 10 * numberOf(first) : numberOf(first);
    const [years, length] = yearsAt(words, rest, isThousand);
    const last = words[rest + length - 1];
    const isYear =
      last && length > 0 && century >= 10 && century <= 20 && numberOf(words[rest + length]) < 100;
    if (isYear) at = rest + length - 1;
    written.push(isYear ? { ...first, term: String(100 * century + years), end: last.end } : first);
  }
  return written;
}

/** The years of a century, and how many words they take up; none where they are less than ten, but behind “oh” or a thousand. */
function yearsAt(words: readonly Token[], at: number, isThousand: boolean): readonly [number, number] {
  const [first, second] = [numberOf(words[at]), numberOf(words[at + 1])];
  if (words[at]?.term === 'oh') return isUnit(second) ? [second, 2] : [0, 0];
  if (first >= 20 && first < 100 && isUnit(second)) return [first + second, 2];
  return (first >= 10 && first < 100) || (isThousand && isUnit(first)) ? [first, 1] : [0, 0];
}

const isUnit = (value: number) => value >= 1 && value <= 9;

/** The number that a word is; 0 where it is none. */
function numberOf(word: Token | undefined): number {
  if (!word || /^\d/.test(word.term)) return 0;
  return word.term === 'one' ? 1 : Number(numeralsFor(word.term)[0]) || 0;
}

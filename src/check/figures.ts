import { type DateFound, datesIn } from '../reading/dates.ts';
import { type NumberFound, numbersIn } from '../reading/numbers.ts';
import { wordsOf } from './words.ts';

/** A number with the stem of the noun that it counts. */
export interface CountedNumber extends NumberFound {
  readonly noun: string | null;
}

/** The numbers and dates of some texts that say the same. */
export interface Figures {
  readonly numbers: readonly CountedNumber[];
  /** Every number, in words such as “decade” as well; a percentage as its hundredth. */
  readonly values: ReadonlySet<number>;
  readonly dates: readonly DateFound[];
}

export function figuresOf(texts: readonly string[]): Figures {
  const numbers = texts.flatMap((text) =>
    numbersIn(text).map((number) => ({ ...number, noun: nounAfter(text, number.end) })),
  );
  const dates = texts.flatMap(datesIn);
  const counted = dates.flatMap(({ relative }) => (relative ? [Math.abs(relative.offset)] : []));
  const values = new Set([...numbers.map(sizeOf), ...counted, ...texts.flatMap(impliedBy)]);
  return { numbers, values, dates };
}

export const sizeOf = ({ value, unit }: NumberFound): number => (unit === 'percent' ? value / 100 : value);

/** The stem of the word behind a number. */
export function nounAfter(text: string, end: number): string | null {
  const behind = text.slice(end, end + 60);
  const [next] = wordsOf(behind);
  return next && !next.isFunction && !/^\s*[,.;:)]/.test(behind) ? next.stem : null;
}

const IMPLIED: readonly (readonly [RegExp, ...number[]])[] = [
  [/\bdecades?\b/i, 10],
  [/\bcentur(?:y|ies)\b/i, 100],
  [/\b(?:pair|couple|both|twin|doubled?|twice)\b/i, 2],
  [/\bhalf\b/i, 0.5],
  [/\b(?:weeklong|week-long|a week)\b/i, 7],
  [/\bfortnight\b/i, 14, 2],
  [/\b(?:year|yearlong|year-long)\b/i, 12],
];

/** Numbers that words hold: a decade is ten years, a pair two. */
const impliedBy = (text: string): number[] =>
  IMPLIED.flatMap(([pattern, ...numbers]) => (pattern.test(text) ? numbers : []));

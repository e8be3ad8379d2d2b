import { stemmer } from 'stemmer';
import { type DateFound, datesIn } from '../reading/dates.ts';
import { type NumberFound, numbersIn } from '../reading/numbers.ts';
import { type Stretch, stretch } from '../reading/stretch.ts';
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
  readonly durations: readonly Duration[];
}

export function figuresOf(texts: readonly string[]): Figures {
  const all = texts.flatMap(numbersIn);
  const numbers = texts.flatMap((text) =>
    withoutDates(text).flatMap((number) => {
      const counted = { ...number, noun: nounAfter(text, number.end) };
      // “the 70th anniversary” counts 70 years.
      const years = number.unit === 'ordinal' && counted.noun === ANNIVERSARY;
      return years ? [counted, { ...number, unit: null, noun: YEAR }] : [counted];
    }),
  );
  const dates = texts.flatMap(datesIn);
  const counted = dates.flatMap(({ relative }) => (relative ? [Math.abs(relative.offset)] : []));
  const values = new Set([
    ...all.map(sizeOf),
    ...counted,
    ...texts.flatMap(impliedBy),
    ...texts.flatMap(sharesIn),
  ]);
  return { numbers, values, dates, durations: texts.flatMap(durationsIn) };
}

const [ANNIVERSARY, YEAR] = ['anniversari', 'year'];

/** The day and the year of a date count nothing. */
function withoutDates(text: string): NumberFound[] {
  const dates = datesIn(text);
  return numbersIn(text).filter(
    ({ start, end }) => !dates.some((date) => date.start <= start && end <= date.end),
  );
}

/** “12 of its 60” is a fifth. */
const sharesIn = (text: string): number[] =>
  numbersIn(text).flatMap((part, index, numbers) => {
    const whole = numbers[index + 1];
    return whole &&
      /^\s+(?:out\s+)?of\s+(?:the|its|his|her|their|all)?\s*$/i.test(text.slice(part.end, whole.start))
      ? [part.value / whole.value]
      : [];
  });

/** How long something lasts, in days. */
export interface Duration extends Stretch {
  readonly days: number;
}

const DAYS: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  fortnight: 14,
  month: 30,
  year: 360,
  decade: 3600,
};
/** The days of “36 months”; null of what is no time. */
export const daysOf = ({ value, noun }: CountedNumber): number | null => {
  const unit = Object.keys(DAYS).find((each) => stemmer(each) === noun);
  return unit === undefined ? null : value * (DAYS[unit] ?? 0);
};

const LASTING =
  /\b(?<count>half an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|\d+)(?<half> and a half)?[\s-](?<unit>hour|day|week|month|year|decade)s?\b(?<more> and a half\b)?(?![-\s](?:ago|old|before|later|earlier|anniversary))|\b(?<long>day|week|month|year|decade)-?long\b/giu;

/** “two days”, “a year and a half”, “monthlong”. */
export function durationsIn(text: string): Duration[] {
  return Array.from(text.matchAll(LASTING), ({ 0: words, index, groups = {} }) => {
    const { count = 'a', unit, long, half, more } = groups;
    const number = /^an?$/i.test(count) ? 1 : /^half/i.test(count) ? 0.5 : (numbersIn(count)[0]?.value ?? 1);
    return {
      ...stretch(text, index, index + words.length),
      days: (half || more ? number + 0.5 : number) * (DAYS[(unit ?? long ?? '').toLowerCase()] ?? 0),
    };
  });
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

/** Numbers that words hold: a decade is ten years, a pair two, and “Rae and five colleagues” are six. */
const impliedBy = (text: string): number[] => [
  ...IMPLIED.flatMap(([pattern, ...numbers]) => (pattern.test(text) ? numbers : [])),
  ...Array.from(text.matchAll(WITH_OTHERS)).flatMap(([, count = '']) =>
    numbersIn(count).map(({ value }) => value + 1),
  ),
];

const WITH_OTHERS =
  /\p{Lu}\p{L}+ and (\p{L}+|\d+) (?:others?\b|colleagues|fellow|more\b|of (?:his|her|their) colleagues)/gu;

/** “two of three have yet to be opened” for “has opened one of three”. */
export const isRest = (value: number, known: readonly NumberFound[]): boolean =>
  known.some((part) => known.some((whole) => part !== whole && part.value + value === whole.value));

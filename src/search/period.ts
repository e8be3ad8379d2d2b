import { dayNumber, daysOf, partsOf } from '../iso-day.ts';
import type { Time } from '../model.ts';
import { monthOf, nameOfDay } from './months.ts';
import type { Token } from './tokens.ts';

/** A stretch of time as people type it, and which claims' times lie in it. */
export interface Period {
  /** How many words of the query it takes up. */
  readonly length: number;
  contains(time: Time): boolean;
  /** What else the words may mean, where no claim lies in that: "2010 11" is two years, too. */
  readonly otherwise?: (time: Time) => boolean;
  /** The words by which a day goes in any year: `new year day` for January 1. */
  readonly name: readonly string[] | null;
}

/**
 * Reads "2015", "2010 2011", "2013 14" (typed with a hyphen), "2014 07" and "2015 05 09" (EDTF), "july 2014", "9 may", "may 9 2015"
 * at a place in the query. "2010 11" is November 2010, as EDTF has it, or the two years where no claim is of that month; "2013 14" is no month.
 */
export function periodAt(tokens: readonly Token[], at: number): Period | null {
  const [first, second, third] = tokens.slice(at, at + 3).map(({ term }) => term);
  if (first === undefined) return null;
  const month = monthOf(first) ?? (second === undefined ? null : monthOf(second));
  if (month !== null) {
    const day = dayOf(monthOf(first) === null ? first : second);
    const afterDay = day === null ? second : third;
    const year = yearOf(afterDay);
    if (monthOf(first) === null && day === null) return null;
    if (day === null && year === null) return null;
    return {
      length: 1 + (day === null ? 0 : 1) + (year === null ? 0 : 1),
      contains: onDate(year, month, day),
      name: year === null ? nameOfDay(month, day) : null,
    };
  }
  const from = yearOf(first);
  if (from === null) return null;
  const inDigits = isNextTo(tokens, at) ? twoDigits(second, 12) : null;
  if (inDigits !== null) {
    const day = isNextTo(tokens, at + 1) ? twoDigits(third, 31) : null;
    const end = endOfShort(from, second) ?? from;
    const years = day === null && end > from ? { otherwise: within(`${from}-01-01`, `${end}-12-31`) } : {};
    return { length: day === null ? 2 : 3, contains: onDate(from, inDigits, day), ...years, name: null };
  }
  const to = yearOf(second) ?? endOfShort(from, second) ?? from;
  return to > from
    ? { length: 2, contains: within(`${from}-01-01`, `${to}-12-31`), name: null }
    : { length: 1, contains: within(`${from}-01-01`, `${from}-12-31`), name: null };
}

/** “The 9th of May” as “the 9th May”. */
export const withoutOf = (tokens: readonly Token[]): Token[] =>
  tokens.filter(({ term }, at) => {
    const [day, month] = [tokens[at - 1], tokens[at + 1]];
    return !(term === 'of' && day && month && dayOf(day.term) !== null && monthOf(month.term) !== null);
  });

/** Whether one character stands between a word and the next: a hyphen, or a space. */
const isNextTo = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at + 1]?.start ?? Infinity) - (tokens[at]?.end ?? 0) === 1;

/** A month or a day in two digits. */
function twoDigits(term: string | undefined, most: number): number | null {
  const number = /^\d\d$/.test(term ?? '') ? Number(term) : 0;
  return number >= 1 && number <= most ? number : null;
}

function within(first: string, last: string): Period['contains'] {
  const [begin, end] = [dayNumber(first), dayNumber(last)];
  return (time) => {
    const [from, to] = daysOf(time);
    return from >= begin && to <= end;
  };
}

/** The same month, day and year, as far as they were typed. */
function onDate(year: number | null, month: number, day: number | null): Period['contains'] {
  return ({ earliest, latest }) => {
    if (earliest === null || latest === null) return false;
    const [itsYear, itsMonth, itsDay] = partsOf(earliest);
    const [lastYear, lastMonth] = partsOf(latest);
    const isInMonth = itsMonth === month && lastMonth === month && itsYear === lastYear;
    const sameDay = day === null || (earliest === latest && itsDay === day);
    return isInMonth && sameDay && (year === null || itsYear === year);
  };
}

function dayOf(term: string | undefined): number | null {
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(term ?? '') ?? [];
  const day = Number(digits);
  return day >= 1 && day <= 31 ? day : null;
}

/** "2010-11" goes on to 2011. */
function endOfShort(from: number, term: string | undefined): number | null {
  return /^\d\d$/.test(term ?? '') ? from - (from % 100) + Number(term) : null;
}

function yearOf(term: string | undefined): number | null {
  return /^[12]\d{3}$/.test(term ?? '') ? Number(term) : null;
}

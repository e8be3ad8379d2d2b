import { dayNumber, daysOfMonth, isoDay } from './iso-day.ts';
import type { Bounds } from './model.ts';

/** A date of EDTF: a year, month, season, day or second, whole or with unspecified digits. */
export interface EdtfDate {
  /** The first and the last year that it may be in, which differ for `201X`. Astronomical: 0 is 1 BC. */
  readonly firstYear: number;
  readonly lastYear: number;
  /** 21 spring, 22 summer, 23 autumn, 24 winter. */
  readonly season: number | null;
  /** 1 to 12; null where it is not given or is `XX`. */
  readonly month: number | null;
  /** 1 to 31; null where it is not given or is `XX`. */
  readonly day: number | null;
  /** `?` or `%`. */
  readonly uncertain: boolean;
  /** `~` or `%`. */
  readonly approximate: boolean;
}

/** A stretch from one date to another; null on a side that is open or unknown. */
export interface EdtfRange {
  readonly from: EdtfDate | null;
  readonly to: EdtfDate | null;
}

/**
 * An EDTF expression. `range` is an interval (`a/b`): what lasts. `set` is one of a set (`[a..b]`, `[a,b]`): a moment
 * some time within. A member of a set that is one date has the same date on both sides.
 */
export type Edtf =
  | { readonly kind: 'date'; readonly date: EdtfDate }
  | ({ readonly kind: 'range' } & EdtfRange)
  | { readonly kind: 'set'; readonly members: readonly EdtfRange[] };

/** The longest expression that is read, in characters. */
const LONGEST_EDTF = 200;

/**
 * Parses an EDTF expression (ISO 8601-2): level 0 and 1, and of level 2 one of a set.
 *
 * @throws {RangeError} that says why the text is no such expression
 * @example parseEdtf('[2014-12..2015-04]').kind // 'set'
 */
export function parseEdtf(text: string): Edtf {
  if (text.length > LONGEST_EDTF)
    throw new RangeError(
      `is longer than ${LONGEST_EDTF} characters, the longest EDTF expression that is read`,
    );
  if (text.startsWith('[') && text.endsWith(']'))
    return { kind: 'set', members: text.slice(1, -1).split(',').map(memberOf) };
  const sides = text.split('/');
  const [from = '', to] = sides;
  if (to === undefined) return { kind: 'date', date: dateOf(text) };
  if (sides.length > 2) throw new RangeError(NO_EDTF);
  return { kind: 'range', ...rangeOf(from, to) };
}

/**
 * The first and last day that an EDTF expression may mean; null on a side where it is open.
 *
 * A season counts as its whole year: its months are other ones on the other half of the earth, and a winter lies in two
 * years.
 *
 * @throws {RangeError} that says why the text is no such expression
 * @example boundsOf('2014-07') // { earliest: '2014-07-01', latest: '2014-07-31' }
 */
export function boundsOf(text: string): Bounds {
  const edtf = parseEdtf(text);
  if (edtf.kind === 'date') return { earliest: firstDayOf(edtf.date), latest: lastDayOf(edtf.date) };
  if (edtf.kind === 'range') return boundsOfRange(edtf);
  const bounds = edtf.members.map(boundsOfRange);
  return {
    earliest: extreme(
      bounds.map(({ earliest }) => earliest),
      (a, b) => a < b,
    ),
    latest: extreme(
      bounds.map(({ latest }) => latest),
      (a, b) => a > b,
    ),
  };
}

/**
 * An astronomical year as EDTF has it.
 *
 * @example yearEdtf(-43) // '-0043'
 * @example yearEdtf(12345) // 'Y12345'
 */
export function yearEdtf(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${digits.length > 4 ? 'Y' : ''}${year < 0 ? '-' : ''}${digits}`;
}

const NO_EDTF =
  'is not an EDTF date, interval or set of level 0 or 1, such as 2014-07, 2010/2011 or [2014-12..2015-04]';

/** The day that is further out than the others; null where a side is open. */
function extreme(
  days: readonly (string | null)[],
  isFurther: (a: number, b: number) => boolean,
): string | null {
  return days.reduce((best, day) =>
    best === null || day === null ? null : isFurther(dayNumber(day), dayNumber(best)) ? day : best,
  );
}

const boundsOfRange = ({ from, to }: EdtfRange): Bounds => ({
  earliest: from && firstDayOf(from),
  latest: to && lastDayOf(to),
});

function memberOf(member: string): EdtfRange {
  const [from = '', to, ...more] = member.split('..');
  if (more.length) throw new RangeError(NO_EDTF);
  if (to !== undefined) return rangeOf(from, to, member);
  const date = dateOf(member);
  return { from: date, to: date };
}

const isOpen = (side: string) => side === '' || side === '..';

function rangeOf(first: string, last: string, written = `${first}/${last}`): EdtfRange {
  if (isOpen(first) && isOpen(last)) throw new RangeError(NO_EDTF);
  const from = isOpen(first) ? null : dateOf(first);
  const to = isOpen(last) ? null : dateOf(last);
  if (from && to && isAfter(from, to)) throw new RangeError(`ends before it begins: ${written}`);
  return { from, to };
}

function isAfter(from: EdtfDate, to: EdtfDate): boolean {
  // The seasons of one year have an order, though no days of their own.
  if (from.season && to.season && from.firstYear === to.firstYear) return from.season > to.season;
  return dayNumber(firstDayOf(from)) > dayNumber(lastDayOf(to));
}

const firstDayOf = ({ firstYear, month, day }: EdtfDate) => isoDay(firstYear, month ?? 1, day ?? 1);

function lastDayOf({ lastYear, month, day }: EdtfDate): string {
  const lastMonth = month ?? 12;
  return isoDay(lastYear, lastMonth, day ?? daysOfMonth(lastYear, lastMonth));
}

/** A year of more than four digits. */
const LONG_YEAR = /^Y(-?[1-9]\d{4,})$/;
/** More would not be exact as a number. */
const MOST_YEAR_DIGITS = 12;

const DATE =
  /^(?<sign>-?)(?<year>\d{4}|\d{3}X|\d\dXX|\dXXX|XXXX)(?:-(?<season>2[1-4])|-(?<month>\d\d|XX)(?:-(?<day>\d\d|XX))?)?(?:(?<mark>[?~%])|T(?<time>.+))?$/;
/** A time of day adds nothing to its day, and would move it by the time zone. */
const TIME =
  /^(?:(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d+)?)?|24:00(?::00)?)(?:Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?$/;

function dateOf(text: string): EdtfDate {
  const [, longYear] = LONG_YEAR.exec(text) ?? [];
  if (longYear !== undefined) return dateOfLongYear(longYear);
  const { sign, year = '', season, month, day, mark, time } = DATE.exec(text)?.groups ?? {};
  const date: EdtfDate = {
    ...yearsOf(sign === '-', year),
    season: numberOf(season),
    month: numberOf(month),
    day: numberOf(day),
    uncertain: mark === '?' || mark === '%',
    approximate: mark === '~' || mark === '%',
  };
  const hasVagueYear = year.includes('X') && (season ?? month) !== undefined;
  const isVagueBeforeDay = month === 'XX' && date.day !== null;
  const isWrongTime = time !== undefined && (date.day === null || !TIME.test(time));
  if (year === '' || text.startsWith('-0000') || hasVagueYear || isVagueBeforeDay || isWrongTime)
    throw new RangeError(NO_EDTF);
  const isMonth = date.month === null || (date.month >= 1 && date.month <= 12);
  if (!isMonth || date.day === 0) throw new RangeError(`is not in the calendar: ${text}`);
  if (date.month !== null && date.day !== null && date.day > daysOfMonth(date.firstYear, date.month))
    throw new RangeError(`is not in the calendar: ${text}`);
  return date;
}

function dateOfLongYear(written: string): EdtfDate {
  if (written.replace('-', '').length > MOST_YEAR_DIGITS)
    throw new RangeError(`has a year of more than ${MOST_YEAR_DIGITS} digits, the longest that is read`);
  const year = Number(written);
  const nothing = { season: null, month: null, day: null, uncertain: false, approximate: false };
  return { firstYear: year, lastYear: year, ...nothing };
}

function yearsOf(isNegative: boolean, digits: string): Pick<EdtfDate, 'firstYear' | 'lastYear'> {
  const [least, most] = [Number(digits.replaceAll('X', '0')), Number(digits.replaceAll('X', '9'))];
  // Zero has no sign.
  return isNegative ? { firstYear: 0 - most, lastYear: 0 - least } : { firstYear: least, lastYear: most };
}

const numberOf = (digits: string | undefined) =>
  digits === undefined || digits === 'XX' ? null : Number(digits);

import type { Bounds } from './model.ts';

/** A day (ISO 8601) of an astronomical year (0 is 1 BC), as `Date` writes it: more than four digits have a sign. */
export function isoDay(year: number, month: number, day: number): string {
  const digits = String(Math.abs(year));
  const isPlain = year >= 0 && year <= 9999;
  const written = isPlain ? digits.padStart(4, '0') : `${year < 0 ? '-' : '+'}${digits.padStart(6, '0')}`;
  return [written, twoDigits(month), twoDigits(day)].join('-');
}

const twoDigits = (number: number) => String(number).padStart(2, '0');

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** How many days a month has (Gregorian, also before 1582). */
export function daysOfMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The Gregorian calendar repeats after so many years, and they have so many days. */
const CYCLE = { years: 400, days: 146_097 };
const DAY_MILLISECONDS = 86_400_000;

/** Days (ISO 8601) as numbers, 0 is 1970-01-01; they order and compare where the strings do not (years BC), in any year. */
export function dayNumber(isoDay: string): number {
  const [year, month, day] = partsOf(isoDay);
  // `Date` ends some 270,000 years from now.
  const cycles = Math.floor((year - 2000) / CYCLE.years);
  const date = Date.UTC(year - cycles * CYCLE.years, month - 1, day);
  return date / DAY_MILLISECONDS + cycles * CYCLE.days;
}

/** The {@link dayNumber}s of the first and the last day; infinite where a time is open. */
export function daysOf({ earliest, latest }: Bounds): [first: number, last: number] {
  return [
    earliest === null ? -Infinity : dayNumber(earliest),
    latest === null ? Infinity : dayNumber(latest),
  ];
}

/** The numbers of a day (ISO 8601); the year may be BC, or of more than four digits. */
export function partsOf(isoDay: string): [year: number, month: number, day: number] {
  const [, year, month, day] = /^([+-]?\d+)-(\d\d)-(\d\d)$/.exec(isoDay) ?? [];
  return [Number(year), Number(month), Number(day)];
}

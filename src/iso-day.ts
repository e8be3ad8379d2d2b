import type { Bounds } from './model.ts';

/** Milliseconds of a day (ISO 8601); they order and compare where the strings do not (years B.C.). */
export function dayNumber(isoDay: string): number {
  return Date.parse(isoDay);
}

/** The {@link dayNumber}s of the first and the last day; infinite where a time is open. */
export function daysOf({ earliest, latest }: Bounds): [first: number, last: number] {
  return [
    earliest === null ? -Infinity : dayNumber(earliest),
    latest === null ? Infinity : dayNumber(latest),
  ];
}

/** The numbers of a day (ISO 8601); the year may be B.C., or of more than four digits. */
export function partsOf(isoDay: string): [year: number, month: number, day: number] {
  const [, year, month, day] = /^([+-]?\d+)-(\d\d)-(\d\d)$/.exec(isoDay) ?? [];
  return [Number(year), Number(month), Number(day)];
}

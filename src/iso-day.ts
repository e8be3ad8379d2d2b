/** Milliseconds of a day (ISO 8601); they order and compare where the strings do not (years B.C.). */
export function dayNumber(isoDay: string): number {
  return Date.parse(isoDay);
}

/** The numbers of a day (ISO 8601); the year may be B.C., or of more than four digits. */
export function partsOf(isoDay: string): [year: number, month: number, day: number] {
  const [, year, month, day] = /^([+-]?\d+)-(\d\d)-(\d\d)$/.exec(isoDay) ?? [];
  return [Number(year), Number(month), Number(day)];
}

/** Milliseconds of a day (ISO 8601); they order and compare where the strings do not (years B.C.). */
export function dayNumber(isoDay: string): number {
  return Date.parse(isoDay);
}

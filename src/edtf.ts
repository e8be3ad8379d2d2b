/// <reference path="./edtf-module.d.ts" />
import parse from 'edtf';
import { dayNumber } from './iso-day.ts';
import type { Bounds } from './model.ts';

/**
 * The first and last day that an EDTF expression may mean (ISO 8601-2, level 0 or 1); null on a side where it is open.
 *
 * @throws {RangeError} where it is no such expression
 */
export function boundsOf(edtf: string): Bounds {
  const [from = '', to] = edtf.split('/');
  // The parser counts an unknown side as 1970, so each side of an interval is asked for by itself.
  if (to !== undefined) {
    if (edtf.split('/').length > 2 || (isOpen(from) && isOpen(to)))
      throw new RangeError(`not an EDTF interval: ${edtf}`);
    const earliest = isOpen(from) ? null : boundsOf(from).earliest;
    const latest = isOpen(to) ? null : boundsOf(to).latest;
    if (earliest !== null && latest !== null && dayNumber(earliest) > dayNumber(latest))
      throw new RangeError(`an interval that ends before it begins: ${edtf}`);
    return { earliest, latest };
  }
  const plain = boundsOfPlain(edtf);
  if (plain) return plain;
  try {
    const { min, max } = parse(edtf, { level: 1 });
    // A time of day adds nothing to its day, and would move it by the time zone.
    const [date = '', time] = edtf.split('T');
    return time === undefined ? { earliest: day(min), latest: day(max) } : boundsOf(date);
  } catch {
    throw new RangeError(`not an EDTF date: ${edtf}`);
  }
}

/**
 * A year, month or day, approximate or not; most dates are such, and the full grammar takes a millisecond for each. A
 * season counts as its year, since its months are other ones on the other half of the earth.
 */
const PLAIN = /^([1-9]\d{3})(?:-2[1-4]|-(0[1-9]|1[0-2])(?:-(\d\d))?)?[?~%]?$/;

function boundsOfPlain(edtf: string): Bounds | null {
  const [, year, month, day] = PLAIN.exec(edtf) ?? [];
  if (year === undefined) return null;
  const lastOfMonth = String(new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate());
  if (day !== undefined && (day === '00' || day > lastOfMonth)) return null;
  return {
    earliest: `${year}-${month ?? '01'}-${day ?? '01'}`,
    latest: `${year}-${month ?? '12'}-${day ?? lastOfMonth}`,
  };
}

const isOpen = (side: string) => side === '' || side === '..';
const day = (milliseconds: number) => new Date(milliseconds).toISOString().replace(/T.*/, '');

import { type EdtfDate, parseEdtf } from '../edtf.ts';
import { someTime, yearText } from '../years.ts';

/**
 * An EDTF expression as people write dates.
 *
 * @throws {RangeError} where it is no such expression
 * @example dateText('2015-01/2015-05-08') // 'January to May 8, 2015'
 * @example dateText('2012~') // 'about 2012'
 */
export function dateText(edtf: string): string {
  const { kind } = parseEdtf(edtf);
  if (kind === 'date') return oneDate(edtf);
  if (kind === 'range') return stretch(edtf.split('/'));
  const members = edtf.slice(1, -1).split(',').map(memberText);
  return list(members);
}

/** A date, and whether it was inferred: `May 9, 2015 (inferred)`. */
export function timeText({ edtf, inferred }: { readonly edtf: string; readonly inferred: boolean }): string {
  return inferred ? `${dateText(edtf)} (inferred)` : dateText(edtf);
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

const isOpen = (side: string) => side === '' || side === '..';

/** What lasts from one date to another. */
function stretch([first = '', last = '']: readonly string[]): string {
  if (isOpen(first)) return `until ${oneDate(last)}`;
  if (isOpen(last)) return `from ${oneDate(first)}`;
  const [from, to] = [dateOf(first), dateOf(last)];
  if (!isPlain(first, from) || !isPlain(last, to) || from.firstYear !== to.firstYear)
    return `${oneDate(first)} to ${oneDate(last)}`;
  if (from.month !== null && from.month === to.month && from.day !== null && to.day !== null)
    return `${MONTHS[from.month - 1]} ${from.day} to ${to.day}, ${yearText(to.firstYear)}`;
  const begin = [SEASONS[(from.season ?? 0) - 21], MONTHS[(from.month ?? 0) - 1], from.day].filter(Boolean);
  return begin.length ? `${begin.join(' ')} to ${oneDate(last)}` : `${oneDate(first)} to ${oneDate(last)}`;
}

/** A moment some time within, or one of several dates. */
function memberText(member: string): string {
  const sides = member.split('..');
  if (sides.length === 1) return oneDate(member);
  return someTime(stretch(sides));
}

const list = (texts: readonly string[]) =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;

function dateOf(side: string): EdtfDate {
  const edtf = parseEdtf(side);
  if (edtf.kind !== 'date') throw new RangeError(`is not one date: ${side}`);
  return edtf.date;
}

/** Whether a date is as exact as it looks, so that it may share its year with another. */
const isPlain = (side: string, { uncertain, approximate }: EdtfDate) =>
  !uncertain && !approximate && !side.includes('X');

function oneDate(side: string): string {
  const date = dateOf(side);
  const mark = [date.uncertain ? 'perhaps' : '', date.approximate ? 'about' : ''].filter(Boolean);
  return [...mark, unmarked(side, date)].join(' ');
}

function unmarked(side: string, { firstYear, lastYear, season, month, day }: EdtfDate): string {
  if (lastYear - firstYear === 9 && firstYear % 10 === 0 && firstYear > 0) return `the ${firstYear}s`;
  if (firstYear !== lastYear) return `some year from ${yearText(firstYear)} to ${yearText(lastYear)}`;
  const year = yearText(firstYear);
  if (season !== null) return `${SEASONS[season - 21]} ${year}`;
  if (month === null) {
    if (/-XX-XX/.test(side)) return `some day of ${year}`;
    return side.includes('-XX') ? `some month of ${year}` : year;
  }
  const inYear = `${MONTHS[month - 1]} ${year}`;
  if (day !== null) return `${MONTHS[month - 1]} ${day}, ${year}`;
  return side.includes('-XX') ? `some day of ${inYear}` : inYear;
}

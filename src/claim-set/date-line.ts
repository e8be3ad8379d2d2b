import { read } from '../reading/read.ts';

/** The day that a line above an article names, or why none can be read of it. */
export type DateLine = { readonly day: string } | { readonly doubt: string };

const LABEL =
  /^(?:(?:first|originally|last)\s+)?(?:published|updated|posted|modified|created|date)\b(?:\s+(?:on|at))?\s*:?\s*/iu;
/** Time of day and weekday, which stand beside the day and do not change it. */
const BESIDE =
  /\b\d{1,2}(?:[:.]\d{2}){1,2}(?!\d)(?:\s*[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?|\b(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)(?:day|sday|nesday|urday)?\b\.?|\b(?:at|on)\b/giu;
/** “BST”, “UTC+2”: a zone, which stands behind the time of day. */
const ZONE = /(?<![\p{L}])(?:UTC|MSK|Z|[A-Z]{1,4}T)(?:[+-]\d{1,2}(?::?\d{2})?)?(?![\p{L}\p{N}])/gu;
const IN_FIGURES = /^(?<first>\d{1,2})[/.](?<second>\d{1,2})[/.](?<year>\d{4})$/;
const AGO =
  /^(?:(?:about\s+)?(?:an?|\d+)\s*(?:s|m|h|d|sec(?:ond)?s?|min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?|years?)\s+ago|yesterday|today|just now)$/iu;
/** In characters, without label and time of day. */
const LONGEST = 30;
const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2000, month)).toLocaleString('en', { month: 'long', timeZone: 'UTC' }),
);

/**
 * Reads a line that holds a date and nothing else: with or without “Published”, a weekday, a time of day and its zone.
 *
 * @returns null where the line is something else
 *
 * @example dateLineOf('Tue, Oct 14, 2025, 6:42 AM') // { day: '2025-10-14' }
 * @example dateLineOf('04/10/2025') // { doubt: 'April 10 or October 4' }
 */
export function dateLineOf(line: string): DateLine | null {
  const bare = line
    .trim()
    .replace(LABEL, '')
    .replace(/(?<=\d)T(?=\d{2}:)/, ' ')
    .replace(/(?<=^\d{4})\/(\d{1,2})\/(?=\d{1,2}\b)/, (_, month: string) => `-${month.padStart(2, '0')}-`)
    .replace(ZONE, ' ')
    .replace(BESIDE, ' ')
    .replace(/[\s,()–—-]+$|^[\s,()–—-]+/g, '');
  if (bare.length > LONGEST || !/[\p{L}\p{N}]/u.test(bare)) return null;
  if (AGO.test(bare)) return { doubt: 'names no day' };
  const { first, second, year } = IN_FIGURES.exec(bare)?.groups ?? {};
  if (first && second && year) return dayInFigures(Number(first), Number(second), year);
  const [date, ...others] = read(bare).dates;
  if (!date || others.length || /[\p{L}\p{N}]/u.test(bare.replace(date.words, ''))) return null;
  if (date.month === null || date.day === null) return null;
  return date.year === null
    ? { doubt: 'names no year' }
    : { day: isoDay(String(date.year), date.month, date.day) };
}

/** “14/10/2025” can be October 14 alone; “04/10/2025” is one day in London and another in New York. */
function dayInFigures(first: number, second: number, year: string): DateLine | null {
  const [dayFirst, monthFirst] = [
    [second, first],
    [first, second],
  ].map(([month = 0, day = 0]) =>
    month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { month, day } : null,
  );
  if (dayFirst && monthFirst && first !== second)
    return {
      doubt: [monthFirst, dayFirst].map(({ month, day }) => `${MONTHS[month - 1]} ${day}`).join(' or '),
    };
  const only = dayFirst ?? monthFirst;
  return only ? { day: isoDay(year, only.month, only.day) } : null;
}

const isoDay = (year: string, month: number, day: number) =>
  [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');

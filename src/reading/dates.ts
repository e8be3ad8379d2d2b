import { longestOf, type Stretch, stretch } from './stretch.ts';

/** A time that a sentence names; what it leaves open is null. */
export interface DateFound extends Stretch {
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number | null;
  readonly day: number | null;
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number | null;
  /** “last month”: one month before; “yesterday”: one day before; “this week”: zero weeks. */
  readonly relative: { readonly unit: TimeUnit; readonly offset: number } | null;
}

export type TimeUnit = 'day' | 'week' | 'month' | 'year' | 'decade' | 'century';

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const SHORT_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

const MONTH = `(?:${MONTHS.join('|')}|(?:${SHORT_MONTHS.filter((month) => month !== 'may').join('|')}|sept)\\b\\.?)`;
const YEAR = '(?:1[0-9]|20|21)\\d{2}';
const DAY = '(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?';
const NOT_BEFORE = '(?<![\\p{L}\\p{N}.,:/$€£-])';
const NOT_AFTER = '(?![\\p{L}\\p{N}]|[.,:]\\d|%)';

const pattern = (source: string) => new RegExp(`${NOT_BEFORE}${source}${NOT_AFTER}`, 'giu');
const MONTH_FIRST = pattern(
  `(?<month>${MONTH})(?:\\s+(?<day>${DAY})(?!\\d))?(?:,?\\s+(?:of\\s+)?(?<year>${YEAR}))?`,
);
const DAY_FIRST = pattern(
  `(?:the\\s+)?(?<day>${DAY})\\s+(?:of\\s+)?(?<month>${MONTH})(?:,?\\s+(?<year>${YEAR}))?`,
);
/** “April 7 to 9”, “the 7th to the 9th of April”: two days. */
const TO = '\\s*(?:to|through|until|till|–|-)\\s*(?:the\\s+)?';
const DAYS_BEHIND = pattern(
  `(?<first>(?<month>${MONTH})\\s+(?<day>${DAY}))${TO}(?<last>${DAY})(?:,\\s*(?<year>${YEAR}))?`,
);
const DAYS_BEFORE = pattern(
  `(?<first>(?:the\\s+)?(?<day>${DAY}))${TO}(?<last>${DAY})\\s+(?:of\\s+)?(?<month>${MONTH})(?:,?\\s+(?<year>${YEAR}))?`,
);
const ISO = pattern(`(?<year>${YEAR})-(?<month>0\\d|1[0-2])(?:-(?<day>[0-3]\\d))?`);
const YEAR_ALONE = pattern(`(?<year>${YEAR})s?`);
const WEEKDAY = pattern(`(?<weekday>${WEEKDAYS.join('|')})s?`);
const RELATIVE = pattern(
  `(?:(?<which>last|past|previous|this|next|coming|following)\\s+(?<unit>day|week|month|year|decade|century|${WEEKDAYS.join('|')}|${MONTHS.join('|')}|spring|summer|autumn|fall|winter|night)|(?<word>yesterday|today|tomorrow|tonight)|(?<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\\d+)\\s+(?<ago>day|week|month|year|decade)s?\\s+(?:ago|earlier))`,
);
const COUNTS = 'zero one two three four five six seven eight nine ten'.split(' ');
const OFFSETS: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  next: 1,
  coming: 1,
  following: 1,
  yesterday: -1,
  today: 0,
  tonight: 0,
  tomorrow: 1,
};
const UNITS: ReadonlySet<string> = new Set(['day', 'week', 'month', 'year', 'decade', 'century']);

/**
 * The times that an English sentence names, in order: dates, months, years, weekdays, and words such as “last month”.
 *
 * @example datesIn('It opened on 9 May 2015.')[0] // { words: '9 May 2015', year: 2015, month: 5, day: 9, … }
 */
export function datesIn(text: string): DateFound[] {
  const found: DateFound[] = [DAYS_BEHIND, DAYS_BEFORE].flatMap((each) =>
    Array.from(text.matchAll(each)).flatMap((match) => bothDays(text, match)),
  );
  for (const each of [ISO, MONTH_FIRST, DAY_FIRST, YEAR_ALONE, WEEKDAY])
    for (const match of text.matchAll(each)) {
      const { year, month, day, weekday } = match.groups ?? {};
      if (!isDate(match[0], match.groups ?? {}, text.slice(0, match.index))) continue;
      found.push({
        ...stretch(text, match.index, match.index + match[0].length),
        year: year === undefined ? null : Number(year),
        month: month === undefined ? null : monthOf(month),
        day: day === undefined ? null : Number.parseInt(day, 10),
        weekday: weekday === undefined ? null : WEEKDAYS.indexOf(weekday.toLowerCase()) + 1,
        relative: null,
      });
    }
  for (const match of text.matchAll(RELATIVE)) {
    const { which, unit, word, count, ago } = match.groups ?? {};
    const named = unit?.toLowerCase() ?? '';
    found.push({
      ...stretch(text, match.index, match.index + match[0].length),
      year: null,
      month: MONTHS.includes(named) ? MONTHS.indexOf(named) + 1 : null,
      day: null,
      weekday: WEEKDAYS.includes(named) ? WEEKDAYS.indexOf(named) + 1 : null,
      relative: relativeOf({ which, unit: named, word, count, ago }),
    });
  }
  return longestOf(found);
}

/** The two days of a stretch of days, each with the words that are its own. */
function bothDays(text: string, { 0: words, index, groups = {} }: RegExpExecArray): DateFound[] {
  const { first = '', last = '', day = '', month = '', year } = groups;
  const end = index + words.length;
  const date = (range: Stretch, ofMonth: string): DateFound => ({
    ...range,
    year: year === undefined ? null : Number(year),
    month: monthOf(month),
    day: Number.parseInt(ofMonth, 10),
    weekday: null,
    relative: null,
  });
  return [
    date(stretch(text, index, index + first.length), day),
    date(stretch(text, index + words.indexOf(last, first.length), end), last),
  ];
}

function relativeOf({
  which,
  unit,
  word,
  count,
  ago,
}: Record<'which' | 'word' | 'count' | 'ago', string | undefined> & { unit: string }): DateFound['relative'] {
  if (word !== undefined) return { unit: 'day', offset: OFFSETS[word.toLowerCase()] ?? 0 };
  if (ago !== undefined) {
    const number = /^an?$/i.test(count ?? '') ? 1 : COUNTS.indexOf((count ?? '').toLowerCase());
    return { unit: ago.toLowerCase() as TimeUnit, offset: -(number >= 0 ? number : Number(count)) };
  }
  const offset = OFFSETS[(which ?? '').toLowerCase()] ?? 0;
  if (UNITS.has(unit)) return { unit: unit as TimeUnit, offset };
  return { unit: WEEKDAYS.includes(unit) || unit === 'night' ? 'day' : 'year', offset };
}

/** `May` is a verb in small letters, and `March` one as well; a number of four figures is a year where it looks like one. */
function isDate(words: string, groups: Record<string, string | undefined>, before: string): boolean {
  const { year, month, day } = groups;
  if (month !== undefined && /^(?:may|march|mar|sep|dec|jan)/i.test(month) && /^\p{Ll}/u.test(month))
    return false;
  if (
    month !== undefined &&
    /^(?:may|march|august|april|june)$/i.test(month) &&
    day === undefined &&
    year === undefined
  )
    return /(?:\b(?:in|of|by|since|until|till|from|to|last|next|this|early|late|early as|late as|soon as|mid|during|before|after|and|for|the|every)[\s-]+|,\s|\d\s)$/iu.test(
      before,
    );
  if (month === undefined && year !== undefined && /^\d{4}$/.test(words))
    return (
      !/(?:\b(?:about|some|nearly|over|of|than|all|costs?|paid|number)|[#№])\s+$/iu.test(before) ||
      /\b(?:end|summer|winter|spring|autumn|fall|start|beginning|middle|election|early|late|year|events|crisis)\s+of\s+$/iu.test(
        before,
      )
    );
  return true;
}

function monthOf(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  const short = word.slice(0, 3).toLowerCase();
  return SHORT_MONTHS.indexOf(short) + 1;
}

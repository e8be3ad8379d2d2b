import { parseEdtf } from '../../edtf.ts';
import type { Bounds } from '../../model.ts';
import { datesIn } from '../../reading/dates.ts';
import type { ReadClaim, Rule } from './context.ts';

/** A year of `time.text` that is no end of `time.edtf`. */
export const year: Rule = {
  name: 'year',
  ask: ({ claim: { time } }) => {
    if (time === null) return [];
    const edtf = parseEdtf(time.edtf);
    const dates =
      edtf.kind === 'date'
        ? [edtf.date]
        : (edtf.kind === 'range' ? [edtf] : edtf.members).flatMap(({ from, to }) => [from, to]);
    const years = dates.flatMap((each) => (each === null ? [] : [each]));
    const wrong = datesIn(time.text).find(
      ({ year }) =>
        year !== null && !years.some(({ firstYear, lastYear }) => firstYear <= year && year <= lastYear),
    );
    return wrong?.year
      ? [{ field: 'time.edtf', message: `is ${time.edtf}, and the words say ${wrong.year}` }]
      : [];
  },
};

/** A month, a day or a weekday of `time.text` that no day of `time.edtf` has. */
export const dayOfTime: Rule<ReadClaim> = {
  name: 'day',
  ask: ({ claim: { time }, bounds }) => {
    const part = bounds && partOfYear(time?.text ?? '', bounds);
    if (time && part)
      return [{ field: 'time.edtf', message: `is ${time.edtf}, which is not in the “${part}”` }];
    const dates = datesIn(time?.text ?? '');
    const [found, last, ...others] = dates;
    if (!time || !found || others.length || !bounds?.latest) return [];
    const isStretch = dates.every(({ month, day }) => month !== null && day !== null);
    if (last && isStretch && bounds.earliest) {
      const days = daysFrom(bounds.earliest, bounds.latest);
      const lost = dates.find(
        (date) => !days.some(({ month, day }) => date.month === month && date.day === day),
      );
      return lost ? [{ field: 'time.edtf', message: `is ${time.edtf}, which has no “${lost.words}”` }] : [];
    }
    if (last) return [];
    // “by the end of April” ends in April; “before March” ends in February.
    const isEnd = /^(?:by|until|till)\b/i.test(time.text);
    if (!isEnd && SIDE.test(time.text)) return [];
    const first = isEnd ? bounds.latest : bounds.earliest;
    if (first === null) return [];
    const isThen = daysFrom(first, bounds.latest).some(
      ({ month, day, weekday }) =>
        (found.month === null || found.month === month) &&
        (found.day === null || found.day === day) &&
        (found.weekday === null || found.weekday === weekday),
    );
    return isThen ? [] : [{ field: 'time.edtf', message: `is ${time.edtf}, which has no “${found.words}”` }];
  },
};

/** “the second half of 2026” where a time begins before July or ends in June; null where it lies in it. */
function partOfYear(text: string, { earliest, latest }: Bounds): string | null {
  const [words, which = '', unit = ''] = PART.exec(text) ?? [];
  if (!words || !earliest || !latest || SIDE.test(text)) return null;
  const months = /half/i.test(unit) ? 6 : 3;
  const at = /last|latter/i.test(which) ? 12 / months - 1 : ORDER.indexOf(which.toLowerCase());
  const [from, to] = [earliest, latest].map((day) => Number(/^-?\d+-(\d\d)/.exec(day)?.[1]));
  const isIn = (month = 0) => at * months < month && month <= (at + 1) * months;
  return isIn(from) && isIn(to) ? null : words;
}

const PART = /\b(first|second|third|fourth|last|latter) (half|quarter)\b/i;
const ORDER = ['first', 'second', 'third', 'fourth'];

const SIDE = /\b(?:before|after|since|until|till|by|from|to|between|ago|earlier|later|eve)\b/i;

/** The days of a stretch of time, of a long one those of its first year: it has all there are. */
function daysFrom(earliest: string, latest: string): { month: number; day: number; weekday: number }[] {
  const [first, last] = [Date.parse(earliest), Date.parse(latest)];
  const count = Math.min(366, Math.round((last - first) / A_DAY) + 1);
  return Array.from({ length: Number.isFinite(count) ? count : 0 }, (_, index) => {
    const date = new Date(first + index * A_DAY);
    return { month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: date.getUTCDay() || 7 };
  });
}

const A_DAY = 86_400_000;

/** A year in figures, `2015` or `’15`, or in Chinese numerals. */
const HAS_YEAR = /\p{Nd}{4}|[’']\p{Nd}{2}|[〇零一二三四五六七八九]{4}/u;

/** A time whose words do not give the year, and which does not say that the year is inferred. */
export const inferredYear: Rule = {
  name: 'inferred-year',
  ask: ({ claim: { time } }) =>
    time === null || time.inferred || HAS_YEAR.test(time.text)
      ? []
      : [
          {
            field: 'time.inferred',
            message: `is false, and “${time.text}” does not give the year: say that it is inferred, and why`,
          },
        ],
};

/** “since 2009” is a stretch, and no single date. */
export const openTime: Rule<ReadClaim> = {
  name: 'open-time',
  ask: ({ claim, bounds, reading }) => {
    const { time } = claim;
    const [, preposition] = /^(since|until|till|before|after)\b/i.exec(time?.text ?? '') ?? [];
    if (time && isLongerThanSaid(time, bounds)) {
      const within = `[${time.edtf.replace('/', '..')}]`;
      return [
        {
          field: 'time.edtf',
          message: `lasts longer than “${time.text}”: is it some time within, ${within}?`,
        },
      ];
    }
    // “before dawn”, “until noon” on a day that is given.
    if (!time || !preposition || WITHIN_A_DAY.test(time.text)) return [];
    // “will not open until June” begins in June, and “until at least June” may go on.
    const isTurned =
      /^(?:until|till)/i.test(preposition) && !/\bat least\b/i.test(time.text)
        ? bounds?.latest === null && reading.negations.length === 0
        : /since|after/i.test(preposition) && bounds?.earliest === null;
    if (isTurned)
      return [
        {
          field: 'time.edtf',
          message: `is ${time.edtf}, and the words say “${preposition}”: is it open to the other side?`,
        },
      ];
    // “put off until the autumn” is to be then.
    if (
      parseEdtf(time.edtf).kind !== 'date' ||
      (/^(?:un)?til/i.test(preposition) && PUT_OFF.test(claim.text))
    )
      return [];
    const stretch = /since|after/i.test(preposition) ? `${time.edtf}/..` : `../${time.edtf}`;
    return [
      { field: 'time.edtf', message: `is one date, and the words say “${preposition}”: is it ${stretch}?` },
    ];
  },
};

const WITHIN_A_DAY =
  /\b(?:dawn|daybreak|sunrise|noon|midday|dusk|sunset|nightfall|dark|midnight|breakfast|lunch|\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m)\b/i;

const PUT_OFF = /\b(?:adjourn|defer|delay|postpon|put(?:ting)? off|push(?:ed)? back|mov)\p{L}*\b/iu;

const DAYS = { day: 1, week: 7, month: 31, year: 366, decade: 3660, century: 36600 };

/** “this week” with an interval of months. */
function isLongerThanSaid({ edtf, text }: { edtf: string; text: string }, bounds: Bounds | null): boolean {
  const [found, ...others] = datesIn(text);
  if (!found?.relative || others.length || found.words.length < text.length - 4 || !/\//.test(edtf))
    return false;
  if (!bounds?.earliest || !bounds.latest || /ago$/i.test(found.words)) return false;
  const days = (Date.parse(bounds.latest) - Date.parse(bounds.earliest)) / A_DAY;
  return days > DAYS[found.relative.unit];
}

/** “last year” that is not the year before the article. */
export const relativeYear: Rule<ReadClaim> = {
  name: 'relative-year',
  ask: ({ claim: { time }, bounds, issued }) => {
    const found = datesIn(time?.text ?? '').find(
      ({ relative, month, weekday, words }) =>
        relative?.unit === 'year' && month === null && weekday === null && /year/i.test(words),
    );
    // “a year earlier” counts from another time, and “before next year” is another year.
    if (
      !time ||
      !found?.relative ||
      /earlier$/i.test(found.words) ||
      /^(?:before|until|till)\b/i.test(time.text)
    )
      return [];
    if (!issued?.earliest || !issued.latest) return [];
    const { offset } = found.relative;
    const [first, last] = [yearOf(issued.earliest) + offset, yearOf(issued.latest) + offset];
    const isThen =
      (!bounds?.earliest || yearOf(bounds.earliest) <= last) &&
      (!bounds?.latest || yearOf(bounds.latest) >= first) &&
      // What lasts may go on after it, and what is one date may not.
      (parseEdtf(time.edtf).kind !== 'date' || !bounds?.earliest || yearOf(bounds.earliest) >= first);
    const years = first === last ? first : `${first} or ${last}`;
    return isThen
      ? []
      : [
          {
            field: 'time.edtf',
            message: `is ${time.edtf}, and “${found.words}” of this article is ${years}`,
          },
        ];
  },
};

/** “next week”, “yesterday” or “last month” that is another week, day or month from the article's. */
export const relativeDay: Rule<ReadClaim> = {
  name: 'relative-day',
  ask: ({ claim: { time }, bounds, issued }) => {
    const [found, ...others] = datesIn(time?.text ?? '');
    if (!time || !found?.relative || others.length || found.month !== null || found.weekday !== null)
      return [];
    if (!issued?.earliest || !issued.latest || /ago|earlier|night/i.test(found.words)) return [];
    const then = windowOf(found.relative, issued.earliest, issued.latest);
    if (!then || !bounds) return [];
    const isThen =
      (!bounds.earliest || Date.parse(bounds.earliest) <= then.last) &&
      (!bounds.latest || Date.parse(bounds.latest) >= then.first);
    return isThen
      ? []
      : [
          {
            field: 'time.edtf',
            message: `is ${time.edtf}, and “${found.words}” of this article is another time`,
          },
        ];
  },
};

/** The days that a unit may mean, counted from the article: a week may begin on Sunday or Monday. */
function windowOf(
  { unit, offset }: { unit: string; offset: number },
  earliest: string,
  latest: string,
): { first: number; last: number } | null {
  const [from, to] = [new Date(earliest), new Date(latest)];
  if (unit === 'day') return { first: +from + (offset - 1) * A_DAY, last: +to + (offset + 1) * A_DAY };
  if (unit === 'week') {
    const monday = (day: Date) => +day - ((day.getUTCDay() + 6) % 7) * A_DAY + offset * 7 * A_DAY;
    return { first: monday(from) - A_DAY, last: monday(to) + 7 * A_DAY };
  }
  if (unit !== 'month') return null;
  const month = (day: Date, more: number) =>
    Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + offset + more, 1);
  return { first: month(from, 0), last: month(to, 1) - 1 };
}

const yearOf = (day: string) => Number(/^-?\d+/.exec(day)?.[0]);

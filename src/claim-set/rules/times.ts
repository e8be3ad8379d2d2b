import { parseEdtf } from '../../edtf.ts';
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
  ask: ({ claim: { time } }) => {
    const [, preposition] = /^(since|until|till|before|after)\b/i.exec(time?.text ?? '') ?? [];
    if (!time || !preposition || parseEdtf(time.edtf).kind !== 'date') return [];
    const stretch = /since|after/i.test(preposition) ? `${time.edtf}/..` : `../${time.edtf}`;
    return [
      { field: 'time.edtf', message: `is one date, and the words say “${preposition}”: is it ${stretch}?` },
    ];
  },
};

/** “last year” that is not the year before the article. */
export const relativeYear: Rule<ReadClaim> = {
  name: 'relative-year',
  ask: ({ claim: { time }, bounds, issued }) => {
    const found = datesIn(time?.text ?? '').find(
      ({ relative, month, weekday, words }) =>
        relative?.unit === 'year' && month === null && weekday === null && /year/i.test(words),
    );
    if (!time || !found?.relative || !issued?.earliest || !issued.latest) return [];
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

const yearOf = (day: string) => Number(/^-?\d+/.exec(day)?.[0]);

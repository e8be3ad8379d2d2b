import type { Bounds, Claim } from '../../model.ts';
import type { DateFound } from '../../reading/dates.ts';
import { datesIn } from '../../reading/dates.ts';
import { type NumberFound, sideOf } from '../../reading/numbers.ts';
import type { Stretch } from '../../reading/stretch.ts';
import type { ReadSentence } from '../article-words.ts';
import { type CountedNumber, daysOf, type Figures, isRest, nounAfter, sizeOf } from '../figures.ts';
import type { Told } from '../matching.ts';
import { type Case, type Found, inClauses, type Rule } from './difference.ts';

/** Numbers and dates that are not the article’s. */
export const figureRule: Rule = (told, checked) => {
  const homes = homesOf(told, checked);
  return [
    ...numbersOf(told, homes, checked),
    ...durationsOf(told, checked),
    ...datesOf(told, homes, checked),
    ...sidesOf(told, homes, checked),
  ];
};

/** The sentence of a claim, and those of other claims that the same clauses tell. */
function homesOf(told: Told, { support }: Case): ReadSentence[] {
  const beside = support.told.filter(({ clauses }) =>
    clauses.some((clause) => told.clauses.includes(clause)),
  );
  return [...new Set([told.home, ...beside.map(({ home }) => home)])];
}

function numbersOf(told: Told, homes: readonly ReadSentence[], { draft, support }: Case): Found[] {
  const figures = homes.map((sentence) => sentence.figures());
  const known = figures.flatMap(({ numbers }) => numbers);
  const isKnown = (value: number) => figures.some(({ values }) => values.has(value));
  // “Second World War” counts nothing.
  const isInName = ({ start, end }: NumberFound) =>
    draft.mentions.some((mention) => mention.start <= start && end <= mention.end);
  // “half a year” counts as the six months of the article do.
  const lasting = figures.flatMap(({ durations }) => durations.map(({ days }) => days));
  const lasts = draft.durations.filter(({ days }) => lasting.includes(days));
  const isOfDuration = ({ start, end }: NumberFound) =>
    lasts.some((duration) => duration.start <= start && end <= duration.end);
  const said = inClauses(told, draft.reading.numbers).filter(
    (number) => !isInName(number) && !isOfDuration(number),
  );
  // What the draft gives as well is not replaced, nor are “36 months” that it has as “three years”.
  const isLeftOut = (each: CountedNumber) =>
    !draft.reading.numbers.some((other) => sizeOf(other) === sizeOf(each) || other.value === each.value) &&
    !draft.durations.some(({ days }) => days === daysOf(each));
  return said.flatMap((number) => {
    const value = sizeOf(number);
    const noun = nounAfter(draft.text, number.end);
    const ofNoun = (numbers: Figures['numbers']) =>
      numbers.filter((each) => noun !== null && each.noun === noun);
    // Of “times” a sentence may count several; those of the claim itself are meant where no other claim has the number.
    const isOthers = support.told.some(
      ({ claim, share }) => share >= 0.6 && claim.figures().values.has(value),
    );
    const isAnything = noun !== null && COUNTS_ANYTHING.has(noun);
    const same = !isAnything ? ofNoun(known) : isOthers ? [] : ofNoun(told.claim.figures().numbers);
    // “two of its eight piers” counts piers twice.
    const isPart = !isAnything && known.some((each) => each.noun === null && sizeOf(each) === value);
    const replaced = same.filter(isLeftOut);
    const isSwapped = replaced.length > 0 && !same.some((each) => sizeOf(each) === value) && !isPart;
    if (isKnown(value) && !isSwapped) return [];
    // “50.6 percent and Dovic at 49.4”
    if (noun === null && number.unit === null && known.some((each) => each.value === value)) return [];
    if (isNearly(number, known, draft.text) || isShare(number, known, draft.text)) return [];
    if (isRest(value, known) && draft.reading.negations.length > 0) return [];
    // “600 people”, where the article counts no people: nothing that it says otherwise.
    const isOther =
      noun !== null &&
      !isAnything &&
      number.unit === null &&
      !homes.some((home) => home.strengthOf(noun) > 0);
    const quantity = quantityOf({ ...number, noun });
    const [near] = isSwapped
      ? replaced
      : known.filter((each) => !isOther && !isYear(each) && quantityOf(each) === quantity && isLeftOut(each));
    // A small number without a counterpart counts what is named, as in “the two leaders”.
    if (!near && (value <= 4 || number.unit === 'ordinal')) return [];
    // The “first” of several may be any early one.
    if (value === 1 && !isSwapped) return [];
    const its = claimWith(near?.words, support) ?? told.claim.claim;
    return [figureFound('number', number, near?.words ?? null, its)];
  });
}

/** “less than a third” for 95 million of 310 million, and for “more than three times”; “well over half” for 60 of 100. */
function isShare(number: NumberFound, known: readonly NumberFound[], text: string): boolean {
  const size = sizeOf(number);
  if (size >= 1 || number.unit === 'percent') return false;
  const side = sideOf(text, number);
  const [least, most] = [side === 'above' ? size : 0.85 * size, (side === 'above' ? 1.5 : 1.15) * size];
  return known.some(
    (part) =>
      Math.abs(part.value * size - 1) < 0.01 ||
      known.some(
        (whole) =>
          part.unit === whole.unit &&
          whole.value > part.value &&
          least <= part.value / whole.value &&
          part.value / whole.value <= most,
      ),
  );
}

/** What a number is a number of: only the like of it may stand in its place. */
function quantityOf({ unit, noun }: Pick<CountedNumber, 'unit' | 'noun'>): string {
  if (unit !== null) return unit;
  return noun !== null && TIME.test(noun)
    ? 'time'
    : noun !== null && MEASURE.test(noun)
      ? 'measure'
      : 'count';
}

const TIME = /^(?:second|minut|hour|dai|week|fortnight|month|year|decad|centuri)$/;
const MEASURE =
  /^(?:km|kilomet|meter|metr|mile|feet|foot|inch|acr|hectar|ton|tonn|kilogram|kilo|pound|liter|litr|gallon|barrel|megawatt|degre)/;

/** “slightly more than half” for “52 percent”. */
const isNearly = (number: NumberFound, known: readonly NumberFound[], text: string): boolean =>
  ROUGH.test(text.slice(0, number.start)) &&
  known.some((each) => Math.abs(sizeOf(each) - sizeOf(number)) <= 0.1 * sizeOf(each));
const ROUGH =
  /\b(?:about|almost|around|close to|just|less than|more than|nearly|over|roughly|some|under)\s\p{Sc}?$/iu;

/** “a week” for “two days”, “for months” for “for weeks”. */
function durationsOf(told: Told, { draft }: Case): Found[] {
  const { claim } = told.claim;
  const own = told.claim.figures().durations;
  const said = inClauses(told, draft.durations);
  const [article] = own.filter(({ days }) => !said.some((each) => each.days === days));
  const wrong = said.find(({ days }) => !told.home.figures().durations.some((each) => each.days === days));
  if (!article || !wrong || own.some(({ days }) => days === wrong.days)) return [];
  const message = `the article says “${article.words}”, not “${wrong.words}”`;
  return [{ kind: 'number', said: wrong, article: article.words, message, claim }];
}

/** Stems of nouns that several numbers of a sentence count. */
const COUNTS_ANYTHING: ReadonlySet<string> = new Set([
  'time',
  'year',
  'month',
  'week',
  'dai',
  'hour',
  'percent',
  'visit',
]);

/** A number or date of the draft, and the article's own where it gives another one. */
function figureFound(kind: 'number' | 'date', said: Stretch, article: string | null, claim: Claim): Found {
  const message = article
    ? `the article says “${article}”, not “${said.words}”`
    : `the article does not give “${said.words}” here`;
  return { kind, said, article, message, claim };
}

/** The claim among those that the sentence rests on that holds these words. */
const claimWith = (words: string | undefined, { told }: Case['support']) =>
  words === undefined
    ? undefined
    : told
        .map(({ claim: { claim } }) => claim)
        .find(({ text, quote }) => text.includes(words) || quote.exact.includes(words));

const isYear = ({ value, unit }: NumberFound) =>
  unit === null && value >= 1000 && value <= 2100 && Number.isInteger(value);

function datesOf(told: Told, homes: readonly ReadSentence[], checked: Case): Found[] {
  const { draft, support, article } = checked;
  const { claim } = told.claim;
  const figures = homes.map((sentence) => sentence.figures());
  const dates = figures.flatMap((each) => each.dates);
  const times = homes.flatMap(({ claims }) => claims.flatMap(({ claim: { time } }) => time ?? []));
  const numbers = new Set(figures.flatMap((each) => [...each.values]));
  const issued = claim.article.issued;
  // A time that the article gives a year to has that year, and none within: “since 2009” is not since 2019.
  const yearless = times.filter(({ text }) => datesIn(text).every(({ year }) => year === null));
  const isWithin = (day: string) =>
    [...yearless, ...(issued ? [issued] : [])].some(
      ({ earliest, latest }) =>
        earliest !== null &&
        latest !== null &&
        earliest.slice(0, day.length) <= day &&
        day <= latest.slice(0, day.length),
    );
  const said = inClauses(told, draft.reading.dates);
  return said.flatMap((date) => {
    const isLeftOut = (each: DateFound) => !isIn(each, draft.reading.dates);
    const near = dates.find((each) => sharesShape(each, date) && isLeftOut(each)) ?? null;
    const time = times.find(({ text }) => datesIn(text).some((each) => sharesShape(each, date)));
    const isYearAlone = date.year !== null && date.month === null && numbers.has(date.year);
    const ofOther = isGiven(date, dates, isWithin) && dateOfOther(date, told, checked);
    if (ofOther) return [figureFound('date', date, ofOther.words, claim)];
    if (
      isYearAlone ||
      isGiven(date, dates, isWithin) ||
      isCounted(date, numbers) ||
      isEndOf(date, dates, draft.text)
    )
      return [];
    if (isWithinTimes(date, times, issued) || isCountedFrom(date, dates, issued)) return [];
    // “Monday’s walkout” has its day from another sentence, and replaces none.
    if (!near && isOfName(date, draft.text) && isIn(date, datesOfArticle(article))) return [];
    // “last month” told as “this week”.
    const replaced = date.relative
      ? dates.find(
          ({ relative, month, words }) =>
            relative && month === date.month && !said.some((each) => each.words === words),
        )
      : undefined;
    if (!near && !replaced && date.relative) return [];
    const its = claimWith(near?.words, support) ?? claim;
    return [figureFound('date', date, near?.words ?? replaced?.words ?? time?.text ?? null, its)];
  });
}

/**
 * The year of a claim that is told whole, in the place of which the draft has one that its sentence gives to something else:
 * “first sold in 2014” where it was first sold in 2021, and a study of it ended in 2014.
 */
function dateOfOther(
  date: DateFound,
  { claim, share }: Told,
  { draft, support: { told } }: Case,
): DateFound | undefined {
  if (share < NEARLY_WHOLE || date.year === null) return undefined;
  const own = claim.figures().dates.filter(({ year }) => year !== null);
  const isOf = (each: Told) =>
    each.share >= HALF && each.claim.figures().dates.some(({ year }) => year === date.year);
  const times = claim.claim.time;
  const isOfTime = times?.earliest?.startsWith(`${date.year}`) || times?.latest?.startsWith(`${date.year}`);
  const isTold = own.some(({ year }) => draft.reading.dates.some((each) => each.year === year));
  return isTold || isOfTime || told.some(isOf) ? undefined : own[0];
}

const NEARLY_WHOLE = 0.8;
const HALF = 0.5;

const isOfName = ({ end }: DateFound, text: string) => /^[’']s\s/u.test(text.slice(end));

const datesOfArticle = ({ sentences }: Case['article']) => sentences.flatMap((each) => each.figures().dates);

const isIn = ({ year, month, day, weekday, relative }: DateFound, dates: readonly DateFound[]) =>
  dates.some(
    (each) =>
      each.year === year &&
      each.month === month &&
      each.day === day &&
      each.weekday === weekday &&
      each.relative?.unit === relative?.unit &&
      each.relative?.offset === relative?.offset,
  );

/** “in October” for “next month”, “on October 16” for “on Thursday”, “two years ago” for “in 2022”: a day, month or year of a time of the claims. */
function isWithinTimes(
  { year, month, day, weekday, relative }: DateFound,
  times: readonly Bounds[],
  issued: Bounds | null,
): boolean {
  if (year !== null || weekday !== null) return false;
  const known = times.flatMap(({ earliest, latest }) => (earliest && latest ? [{ earliest, latest }] : []));
  if (relative) {
    const ago =
      relative.unit === 'year' && issued?.earliest
        ? Number(issued.earliest.slice(0, 4)) + relative.offset
        : null;
    return known.some(
      ({ earliest, latest }) => earliest.slice(0, 4) === `${ago}` && latest.slice(0, 4) === `${ago}`,
    );
  }
  const written = [month, day]
    .flatMap((each) => (each === null ? [] : [`${each}`.padStart(2, '0')]))
    .join('-');
  // A time of a year or more has every month.
  return known.some(
    ({ earliest, latest }) =>
      earliest.slice(0, 7) === latest.slice(0, 7) &&
      earliest.slice(5).startsWith(written.slice(0, 2)) &&
      (day === null || (earliest.slice(5, 10) === written && latest.slice(5, 10) === written)),
  );
}

/** “in 2027” for “next year” in an article of 2026. */
const isCountedFrom = ({ year, month }: DateFound, dates: readonly DateFound[], issued: Bounds | null) =>
  month === null &&
  dates.some(
    ({ relative, month: ofMonth }) =>
      relative?.unit === 'year' &&
      ofMonth === null &&
      Number(issued?.earliest?.slice(0, 4)) + relative.offset === year,
  );

/** “before May” for “by the end of April”, “before 2027” for “by the end of 2026”. */
const isEndOf = ({ year, month, start }: DateFound, dates: readonly DateFound[], text: string) =>
  /\bbefore\s$/i.test(text.slice(0, start)) &&
  dates.some((each) =>
    month === null ? year !== null && each.year === year - 1 : each.month === (month === 1 ? 12 : month - 1),
  );

/** “three years ago”, where the article counts three years. */
const isCounted = ({ relative }: DateFound, numbers: ReadonlySet<number>) =>
  relative !== null && numbers.has(Math.abs(relative.offset)) && Math.abs(relative.offset) > 1;

/** Both name a year, a month, a weekday, or the same unit from now. */
const sharesShape = (one: DateFound, other: DateFound) =>
  (one.year !== null && other.year !== null) ||
  (one.month !== null && other.month !== null) ||
  (one.weekday !== null && other.weekday !== null) ||
  // “this May” is no other “three years ago”.
  (one.relative !== null &&
    other.relative !== null &&
    one.relative.unit === other.relative.unit &&
    (one.month === null) === (other.month === null));

/** Whether every part of a date is the article’s, in its words or in the time that a claim speaks of. */
function isGiven(date: DateFound, dates: readonly DateFound[], isWithin: (day: string) => boolean): boolean {
  const { year, month, day, weekday, relative } = date;
  const two = (number: number) => `${number}`.padStart(2, '0');
  if (year !== null) {
    const written = [
      `${year}`,
      ...(month === null ? [] : [two(month)]),
      ...(day === null ? [] : [two(day)]),
    ].join('-');
    const isWritten = dates.some(
      (each) =>
        each.year === year &&
        (month === null || each.month === null || each.month === month) &&
        (day === null || each.day === null || each.day === day),
    );
    const conflicts = dates.some(
      (each) =>
        each.year === year &&
        ((month !== null && each.month !== null && each.month !== month) ||
          (day !== null && each.day !== null && each.day !== day)),
    );
    return isWritten
      ? !conflicts || dates.some((each) => each.year === year && each.month === month && each.day === day)
      : isWithin(written);
  }
  if (month !== null && !relative)
    return (
      dates.some((each) => each.month === month && (day === null || each.day === null || each.day === day)) &&
      !(
        day !== null &&
        dates.some((each) => each.month === month && each.day !== null && each.day !== day) &&
        !dates.some((each) => each.month === month && each.day === day)
      )
    );
  if (weekday !== null)
    return !dates.some((each) => each.weekday !== null) || dates.some((each) => each.weekday === weekday);
  if (relative)
    return dates.some(
      (each) =>
        each.relative?.unit === relative.unit &&
        each.relative.offset === relative.offset &&
        each.month === month,
    );
  return true;
}

const SIDES = [
  ['before', 'after'],
  ['since', 'until'],
  ['more than', 'less than'],
  ['more than', 'fewer than'],
  ['at least', 'at most'],
] as const;
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

/** “before winter” told as “after winter”, “more than 40” as “less than 40”, “winter” as “summer”. */
function sidesOf(told: Told, homes: readonly ReadSentence[], { draft }: Case): Found[] {
  const { claim } = told.claim;
  const texts = homes.map(({ sentence }) => sentence.text.toLowerCase());
  const said = draft.text.toLowerCase();
  const pairs = SIDES.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]);
  const turned = pairs.flatMap(([mine, theirs]) =>
    Array.from(said.matchAll(new RegExp(`\\b${mine} (?:the )?([\\p{L}\\p{N}]+)`, 'gu'))).flatMap((match) => {
      const [, word = ''] = match;
      const has = (side: string) =>
        texts.some((text) => new RegExp(`\\b${side} (?:the )?${word}`, 'u').test(text));
      if (!has(theirs) || has(mine)) return [];
      const range = { start: match.index, end: match.index + match[0].length };
      return [
        {
          kind: 'date' as const,
          said: range,
          article: `${theirs} ${word}`,
          message: `the article says “${theirs} ${word}”`,
          claim,
        },
      ];
    }),
  );
  const seasons = SEASONS.flatMap((season) => {
    const at = said.search(new RegExp(`\\b${season}\\b`));
    const others = SEASONS.filter((each) => texts.some((text) => new RegExp(`\\b${each}\\b`).test(text)));
    if (at < 0 || others.length === 0 || others.includes(season)) return [];
    return [
      {
        kind: 'date' as const,
        said: { start: at, end: at + season.length },
        article: others[0] ?? null,
        message: `the article says “${others[0]}”, not “${season}”`,
        claim,
      },
    ];
  });
  return [...turned, ...seasons];
}

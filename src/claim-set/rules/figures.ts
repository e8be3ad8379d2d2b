import { type NumberFound, numbersIn, sideOf } from '../../reading/numbers.ts';
import type { Reading } from '../../reading/read.ts';
import { namesOfClaim, overlap, type Question, type ReadClaim, type Rule } from './context.ts';
import { contentWords, stemOf, stemsOf } from './terms.ts';

/** A figure that the sentence gives roughly or as a bound, and the text otherwise: “about 40” told as “40”, “at least” as “at most”. */
export const roughFigure: Rule<ReadClaim> = {
  name: 'rough-figure',
  ask: ({ reading, said, quote }) => {
    const roughly = reading.hedges.filter(({ kind }) => kind === 'approximation');
    const ownHedges = said.hedges.filter(({ kind }) => kind === 'approximation');
    const ask = (message: string): Question[] => [{ field: 'text', message }];
    for (const number of reading.numbers) {
      if (!overlap(number, quote)) continue;
      const own = said.numbers.find(({ value, unit }) => value === number.value && unit === number.unit);
      if (!own) continue;
      const [side, ownSide] = [sideOf(reading.text, number), sideOf(said.text, own)];
      // “only 9” is no more than that, and told as “fewer than 10” as much.
      const isOnly = /\b(?:only|just|merely)\s+\p{Sc}?$/iu.test(reading.text.slice(0, number.start));
      if (ownSide && ownSide !== side && !(isOnly && ownSide === 'below'))
        return ask(
          `gives “${own.words}” as a bound ${side ? 'on the other side' : 'that its quote does not give'}`,
        );
      if (side && side === ownSide) continue;
      if (!isRough(reading.text, roughly, number.start) || isRough(said.text, ownHedges, own.start)) continue;
      if (ownHedges.length >= roughly.length || ROUGHLY.test(said.text)) continue;
      const [word] = roughly.filter(({ end }) => end <= number.start).slice(-1);
      return ask(`says “${own.words}”, and its quote says “${word?.words} ${number.words}”`);
    }
    return [];
  },
};

/** “some fourteen million”, “at their lowest … 27 percent” */
const ROUGHLY = /\b(?:some|at (?:its|his|her|their) (?:\p{L}+est|most|peak|worst|least|best))\b/iu;

const isRough = (text: string, hedges: readonly { end: number }[], start: number) =>
  hedges.some(({ end }) => end <= start && /^[\s\p{Sc}]*$/u.test(text.slice(end, start)));

/** A figure of the sentence told of something else: “12 tons” as “12 pounds”, “40 percent” as “40”. */
export const counted: Rule<ReadClaim> = {
  name: 'counted',
  ask: (context) => {
    const { reading, said } = context;
    const part = lostPart(context) ?? madeSingle(context);
    if (part) return [part];
    const ofNames = new Set(
      namesOfClaim(context)
        .flatMap(numbersIn)
        .map(({ value }) => value),
    );
    for (const own of said.numbers) {
      if (ofNames.has(own.value)) continue;
      const other = otherFigure(own, context) ?? unquotedFigure(own, context);
      if (other) return [{ field: 'text', message: other }];
      const same = reading.numbers.filter(({ value }) => value === own.value);
      if (same.length === 0 || own.unit === 'ordinal' || own.unit === 'fraction') continue;
      const wrong =
        wrongUnit(own, said.text, same, reading.text, reading.numbers) ??
        wrongNoun(own, said.text, same, reading.text, reading.numbers);
      if (wrong)
        return [{ field: 'text', message: `says “${wrong.own}”, and the sentence says “${wrong.theirs}”` }];
    }
    return [];
  },
};

/** “hers fell 8 percent, and his 2 percent” told as “hers fell 2 percent”: the words around it stand around another figure. */
function otherFigure(own: NumberFound, { reading, said }: ReadClaim): string | null {
  const around = ({ text, numbers }: Reading, at: number): string[] => {
    const [before, number, behind] = [numbers[at - 1], numbers[at], numbers[at + 1]];
    if (!number) return [];
    return [
      ...contentWords(text.slice(before?.end ?? 0, number.start).replace(/^.*[,;]/su, '')).slice(-NEAR),
      ...contentWords(text.slice(number.end, behind?.start).replace(/[,;].*$/su, '')).slice(0, NEAR),
    ]
      .filter((word) => !/^\p{N}/u.test(word) || /^\d{4}$/.test(word))
      .map(stemOf);
  };
  const there = reading.numbers.findIndex(({ value, unit }) => value === own.value && unit === own.unit);
  if (there < 0 || (own.unit !== 'percent' && own.unit !== 'money')) return null;
  const stems = new Set(around(said, said.numbers.indexOf(own)));
  const shared = (at: number) => new Set(around(reading, at).filter((stem) => stems.has(stem))).size;
  // Words of its own place it as well: “down from 40 in May” told as “40 in May”.
  if (around(reading, there).some((stem) => stemsOf(said.text).includes(stem))) return null;
  const other = reading.numbers.find(
    ({ value, unit }, at) =>
      value !== own.value &&
      unit === own.unit &&
      !said.numbers.some((each) => each.value === value) &&
      shared(at) > 1,
  );
  return other
    ? `says “${own.words}” in the place of “${other.words}”: the words around it stand around that in the sentence`
    : null;
}

/** “212 patients fell ill, against 97 of the others” told as “97 patients fell ill”, of a quote without the 97. */
function unquotedFigure(own: NumberFound, { reading, said, quote }: ReadClaim): string | null {
  const [quoted, others] = [true, false].map((is) =>
    reading.numbers.filter((each) => each.unit === own.unit && overlap(each, quote) === is),
  ) as [NumberFound[], NumberFound[]];
  const isValueOf = ({ value }: NumberFound) => value === own.value;
  if (own.unit === 'ordinal' || quoted.some(isValueOf) || !others.some(isValueOf)) return null;
  const [noun] = nounsAfter(own, said.text);
  const other = quoted.find(
    (each) =>
      noun !== undefined &&
      nounsAfter(each, reading.text)[0] === noun &&
      !said.numbers.some(({ value }) => value === each.value),
  );
  return other ? `says “${own.words}” in the place of “${other.words}”, which its quote has` : null;
}

/** So many words on each side of a figure. */
const NEAR = 5;

/** “23 of its 24 flights” told as “its 24 flights”. */
function lostPart({ claim, reading, said, quote }: ReadClaim): Question | null {
  for (const [at, whole] of reading.numbers.entries()) {
    const part = reading.numbers[at - 1];
    const isPart =
      part &&
      part.unit !== 'fraction' &&
      overlap(part, quote) &&
      overlap(whole, quote) &&
      /^\s+(?:out )?of\s+(?:(?:the |its |his |her |their |all )?(?:\p{L}+[’']s? )?)?$/u.test(
        reading.text.slice(part.end, whole.start),
      );
    const has = ({ value }: NumberFound) => said.numbers.some((each) => each.value === value);
    // “one of its two cameras failed” takes for granted that there are two.
    const stems = stemsOf(said.text);
    const [before] = contentWords(reading.text.slice(0, part?.start)).slice(-1);
    const [, behind] = contentWords(reading.text.slice(whole.end));
    const isKept = (claim.stance === 'presupposed' ? [before] : [before, behind]).some(
      (word) => word && stems.includes(stemOf(word)),
    );
    if (isPart && isKept && has(whole) && !has(part))
      return {
        field: 'text',
        message: `says “${whole.words}”, and its quote says “${reading.text.slice(part.start, whole.end)}”`,
      };
  }
  return null;
}

/** “two officers” told as “an officer”. */
function madeSingle({ reading, said, quote }: ReadClaim): Question | null {
  for (const number of reading.numbers) {
    const [, nouns = ''] =
      /^\s((?:\p{Ll}+\s){0,2}?\p{Ll}{3,}s)\b/u.exec(reading.text.slice(number.end)) ?? [];
    if (number.unit !== null || number.value < 2 || !nouns || !overlap(number, quote)) continue;
    const own = new RegExp(`\\b(?:an?|one)\\s(?:\\p{Ll}+\\s)?${singular(nouns)}\\b`, 'iu').exec(
      said.text,
    )?.[0];
    if (own && !said.text.includes(nouns) && !said.numbers.some(({ value }) => value === number.value))
      return { field: 'text', message: `says “${own}”, and its quote says “${number.words} ${nouns}”` };
  }
  return null;
}

interface Counted {
  readonly own: string;
  readonly theirs: string;
}

/** “40” for “40 percent”, “12 pounds” for “12 tons”. */
function wrongUnit(
  own: NumberFound,
  text: string,
  same: readonly NumberFound[],
  sentence: string,
  all: readonly NumberFound[],
): Counted | null {
  const rate = RATE.exec(text.slice(own.end))?.[1]?.toLowerCase();
  const rates = same.flatMap((each) => RATE.exec(sentence.slice(each.end))?.[1]?.toLowerCase() ?? []);
  if (rate !== undefined && rates.length > 0 && !rates.includes(rate))
    return { own: `${own.words} a ${rate}`, theirs: `${same[0]?.words} a ${rates[0]}` };
  const units = same.map((each) => unitOf(each, sentence, all));
  const unit = unitOf(own, text, [own]);
  const [first] = same;
  if (!first || units.includes(unit) || units.includes('fraction') || units.includes('ordinal')) return null;
  // A bare “58” may be of anything: years, people, dollars.
  if (units.includes(null) && nounsAfter(first, sentence).length === 0) return null;
  if (unit === null && !units.every((each) => each === 'percent')) return null;
  return { own: withMeasure(own, text), theirs: withMeasure(first, sentence) };
}

/** “1.2 million a year”. */
const RATE =
  /^(?:\s\p{L}+)?\s(?:an?|per|each|every)\s(second|minute|hour|day|night|week|month|quarter|year|decade)\b/iu;

const withMeasure = ({ words, end }: NumberFound, text: string) => {
  const [next = '', word = ''] = /^[\s-]+(\p{L}+)/u.exec(text.slice(end)) ?? [];
  return isMeasure(word) ? words + next : words;
};

/** What a number is of: `percent`, `money`, a measure such as `ton`, or null. “40 to 50 percent” is percent twice. */
function unitOf(number: NumberFound, text: string, all: readonly NumberFound[]): string | null {
  if (number.unit !== null) return number.unit;
  const behind = text.slice(number.end);
  const next = all.find(({ start }) => start >= number.end);
  if (next && /^\s*(?:to|and|or|[-–—])\s*$/.test(text.slice(number.end, next.start)))
    return unitOf(next, text, all);
  const word = /^[\s-]*(\p{L}+)/u.exec(behind)?.[1] ?? '';
  return isMeasure(word) ? singular(word) : null;
}

const singular = (word: string) => word.toLowerCase().replace(/(?<=..)s$/, '');
const isMeasure = (word: string) => MEASURES.has(singular(word));

const MEASURES: ReadonlySet<string> = new Set(
  'ton tonne pound kilogram kilo kg gram ounce mile kilometer kilometre km meter metre foot feet inch inche yard acre hectare liter litre gallon barrel degree second minute hour day week month year decade dollar euro cent watt kilowatt megawatt knot mph'.split(
    ' ',
  ),
);

/** “five were hurt and two died” told as “two were hurt”: the noun is that of another number. */
function wrongNoun(
  own: NumberFound,
  text: string,
  same: readonly NumberFound[],
  sentence: string,
  all: readonly NumberFound[],
): Counted | null {
  if ([own, ...same].some(({ unit }) => unit !== null && unit !== 'money')) return null;
  const noun = nounsAfter(own, text)[0];
  if (noun === undefined || same.some((each) => nounsAfter(each, sentence).includes(noun))) return null;
  // “11 had signed”: what is counted was named before.
  const isElliptic = ({ end }: NumberFound) => {
    const [, next = ''] = /^\s+([\p{L}’'-]+)/u.exec(sentence.slice(end)) ?? [];
    return contentWords(next).length === 0;
  };
  if (same.some(isElliptic)) return null;
  // “visited three times” counts visits as well.
  const isCountedTwice = contentWords(sentence).filter((word) => stemOf(word) === noun).length > 1;
  if (isCountedTwice) return null;
  const other = all.find(
    (each) => each.unit === own.unit && each.value !== own.value && nounsAfter(each, sentence)[0] === noun,
  );
  return other ? { own: `${own.words} ${noun}`, theirs: other.words } : null;
}

/** The stems of the next words behind a number, up to a mark. */
function nounsAfter({ end }: NumberFound, text: string): string[] {
  const [behind = ''] = text.slice(end, end + 60).split(/[.,;:—–()]|\b(?:and|but|or|who|which|that)\b/);
  return contentWords(behind)
    .filter((word) => !/^\p{N}/u.test(word))
    .slice(0, 3)
    .map(stemOf);
}

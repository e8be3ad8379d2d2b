import { longestOf, type Stretch, stretch } from './stretch.ts';

/** A number of a sentence, in figures or in words. */
export interface NumberFound extends Stretch {
  /** `1,000`, `1000` and `a thousand` are all 1000; `2.5 million` is 2500000. */
  readonly value: number;
  /** `percent` for %, a currency's sign or name, `ordinal` for “third”, “70th”; null for a plain count. */
  readonly unit: 'ordinal' | 'percent' | 'fraction' | 'money' | null;
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const TENTHS = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'.split(' ');
const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
};
const FRACTIONS: Readonly<Record<string, number>> = {
  half: 0.5,
  quarter: 0.25,
  quarters: 0.25,
  thirds: 1 / 3,
  fifths: 1 / 5,
  tenths: 1 / 10,
};
const MULTIPLES: Readonly<Record<string, number>> = {
  once: 1,
  twice: 2,
  thrice: 3,
  double: 2,
  doubled: 2,
  triple: 3,
  tripled: 3,
};

const WORD_VALUES = new Map<string, number>([
  ...ONES.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, 20 + 10 * index] as const),
]);
const ORDINAL_VALUES = new Map<string, number>([
  ...ORDINALS.map((word, value) => [word, value] as const),
  ...TENTHS.map((word, index) => [word, 20 + 10 * index] as const),
  ['hundredth', 100],
  ['thousandth', 1000],
]);

const SCALE = '(?:dozens?|hundreds?|thousands?|millions?|billions?|trillions?)';
const SMALL = [...WORD_VALUES.keys()].join('|');
const ORDINAL = [...ORDINAL_VALUES.keys()].join('|');
/** What money is counted in, as alternatives of a pattern. */
export const CURRENCY =
  'dollars|euros|pounds|yen|won|rou?bles|yuan|rupees|francs|crowns|kron(?:or|er|a)|pesos|rand|reais|lira|shekels|dinars|dirhams|riyals|zlotys?|forints?|baht|rupiah|ringgit|hryvnias?';
const IN_FIGURES = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/-])(?<sign>US\\$|\\p{Sc})?\\s?(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?![\\p{N}]|[.:]\\d)(?:(?<ordinal>st|nd|rd|th)\\b|\\s?(?<percent>%|per ?cent\\b|percent(?:age points?)?\\b)|[\\s-]?(?<scale>thousand|million|billion|trillion|bn|mn|[km](?![\\p{L}’]))\\b)?(?:\\s(?<money>${CURRENCY})\\b)?`,
  'giu',
);
const IN_WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${SMALL}|${ORDINAL}|${SCALE}|(?<=(?:^|\\s))an?(?=[\\s-]+(?:dozen|hundred|thousand|million|billion|trillion|half|quarter|third)\\b))(?:(?:[\\s-]+and)?[\\s-]+(?=(?:${SMALL}|${ORDINAL}|${SCALE}|half|quarter|thirds?|quarters|fifths|tenths)\\b))?)+(?:half|quarters?|thirds|fifths|tenths)?(?:\\s(?<percent>per ?cent|percent)\\b)?(?:\\s(?<money>${CURRENCY})\\b)?(?![\\p{L}\\p{N}])`,
  'giu',
);
const BEFORE_NUMBER = new RegExp(`^(?:${ORDINAL})\\s(?=${SMALL})`, 'iu');
const MULTIPLE = /(?<![\p{L}\p{N}])(?:once|twice|thrice|doubled?|tripled?|half)(?![\p{L}\p{N}])/giu;

/**
 * The numbers of an English sentence, in order. Days and years of dates are among them; `datesIn` tells them apart.
 *
 * @example numbersIn('three of 1,200').map(({ value }) => value) // [3, 1200]
 */
export function numbersIn(text: string): NumberFound[] {
  const found: NumberFound[] = [];
  for (const match of text.matchAll(IN_FIGURES)) {
    const { sign, digits = '', ordinal, percent, scale, money } = match.groups ?? {};
    const lead = match[0].length - match[0].trimStart().length;
    const value = Number(digits.replaceAll(',', '')) * (scale ? (SCALES[scale.toLowerCase()] ?? 1) : 1);
    const unit = ordinal ? 'ordinal' : percent ? 'percent' : sign || money ? 'money' : null;
    found.push({ ...stretch(text, match.index + lead, match.index + match[0].length), value, unit });
  }
  for (const match of text.matchAll(IN_WORDS)) {
    // “the first five million” are five million.
    const [before = ''] = BEFORE_NUMBER.exec(match[0]) ?? [];
    const words = match[0]
      .slice(before.length)
      .trimEnd()
      .replace(/[\s-]+$/u, '');
    const { percent, money } = match.groups ?? {};
    const number = partIn(words, text.slice(match.index + match[0].length)) ?? numberInWords(words);
    if (number === null) continue;
    const unit = percent ? 'percent' : money ? 'money' : number.unit;
    const start = match.index + before.length;
    found.push({ ...stretch(text, start, start + words.length), value: number.value, unit });
  }
  for (const { 0: word, index } of text.matchAll(MULTIPLE)) {
    const value = MULTIPLES[word.toLowerCase()] ?? FRACTIONS[word.toLowerCase()];
    if (value !== undefined)
      found.push({
        ...stretch(text, index, index + word.length),
        value,
        unit: value < 1 ? 'fraction' : null,
      });
  }
  return withRanges(longestOf(found), text);
}

/** Of “eighty to ninety-five million” the first is millions, too. */
const withRanges = (numbers: readonly NumberFound[], text: string): NumberFound[] =>
  numbers.map((number, index) => {
    const next = numbers[index + 1];
    const [, scale = ''] =
      /(thousand|[bmtr]{1,2}illion|bn|mn)s?(?:\s\p{L}+)?$/iu.exec(next?.words ?? '') ?? [];
    const between = next && text.slice(number.end, next.start);
    const isRange =
      /^(?:\s(?:to|or)\s|\s?[–-]\s?)$/.test(between ?? '') ||
      (/^\sand\s$/.test(between ?? '') && /\bbetween\s\p{Sc}?$/iu.test(text.slice(0, number.start)));
    const isBare = number.unit === null || number.unit === 'money';
    return scale && isRange && isBare && number.value < 1000
      ? { ...number, value: number.value * (SCALES[scale.toLowerCase()] ?? 1) }
      : number;
  });

/** “a third of”, and not “a third visit”. */
function partIn(words: string, behind: string): { value: number; unit: NumberFound['unit'] } | null {
  const [, ordinal = ''] = /^(?:an?|one)[\s-](\p{L}+)$/iu.exec(words) ?? [];
  const parts = ORDINAL_VALUES.get(ordinal.toLowerCase()) ?? 0;
  return parts > 2 && /^\s+of\b/i.test(behind) ? { value: 1 / parts, unit: 'fraction' } : null;
}

/** The value of a number in words; null where the words are none (“a”, “one” as in “no one”). */
function numberInWords(words: string): { value: number; unit: NumberFound['unit'] } | null {
  let total = 0;
  let part = 0;
  let unit: NumberFound['unit'] = null;
  let isNumber = false;
  for (const word of words.toLowerCase().split(/[\s-]+/u)) {
    const scale = SCALES[word.replace(/s$/, '')];
    const ordinal = ORDINAL_VALUES.get(word);
    const fraction = FRACTIONS[word];
    const small = WORD_VALUES.get(word);
    if (small !== undefined) part += small;
    else if (fraction !== undefined) {
      part = Math.max(1, part) * fraction;
      unit = 'fraction';
    } else if (ordinal !== undefined) {
      part += ordinal;
      unit = 'ordinal';
    } else if (scale !== undefined && word.length > 2) {
      part = Math.max(1, part) * scale;
      if (scale >= 1000) {
        total += part;
        part = 0;
      }
    } else continue;
    isNumber = true;
  }
  return isNumber ? { value: total + part, unit } : null;
}

const SIDES = {
  above:
    /\b(?:(?:old|high|larg|bigg|long|heavi|fast|strong)er than|at least|more than|exceed(?:s|ed|ing)?|over|above|no (?:less|fewer) than|not (?:less|fewer) than|upwards of|a minimum of)\s+\p{Sc}?$/iu,
  below:
    /\b(?:(?:young|low|small|short|light|slow|cheap|weak)er than|at most|nearly|almost|close to|just under|up to|as (?:much|many) as|(?<!(?:no|not) )(?:less|fewer) than|under|below|(?:no|not) more than|no \p{L}+ (?:greater|more|larger|higher|longer) than|a maximum of|as long as)\s+\p{Sc}?$/iu,
};

/** Whether words make a bound of the number beside them: “at least 40” and “40 or more” are 40 or above; null where they do not. */
export function sideOf(text: string, { start, end }: Stretch): 'above' | 'below' | null {
  const [, behind] = /^\s+(?:\p{L}+\s+)?or (more|fewer|less)\b/iu.exec(text.slice(end)) ?? [];
  if (behind) return /more/i.test(behind) ? 'above' : 'below';
  const before = text.slice(Math.max(0, start - 30), start);
  return SIDES.below.test(before) ? 'below' : SIDES.above.test(before) ? 'above' : null;
}

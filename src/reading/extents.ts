import { longestOf, phrases, type Stretch, stretchesOf } from './stretch.ts';

/** Words that say how many, how often, how much, or which one alone. */
export interface Extent extends Stretch {
  readonly scale: 'quantity' | 'frequency' | 'degree' | 'uniqueness' | 'firmness';
  /** From 0, none or never, to 4, all or always. */
  readonly level: 0 | 1 | 2 | 3 | 4;
  /** It makes less of it, as “few”, “rarely” and “slightly” do, and “a few” does not. */
  readonly isDownward: boolean;
}

type Row = readonly [scale: Extent['scale'], level: Extent['level'], ...phrases: string[]];

const ROWS: readonly Row[] = [
  [
    'quantity',
    0,
    'none',
    '(?:no one|nobody)(?! (?:knows|can (?:be sure|say|tell|know)|is (?:sure|certain)))',
    'no(?= \\p{L})(?! (?:longer|doubt|one|sooner|to|in|matter)\\b)',
    'nothing',
    'not (?:one|a single|any)',
  ],
  [
    'quantity',
    1,
    '(?:a )?few',
    'not (?:many|much)',
    'a handful(?: of)?',
    'several',
    'some',
    'a number of',
    'part of',
    'parts of',
    'a minority',
    'a couple',
    'certain(?= \\p{L}+s\\b)',
    'at least one',
    'little',
    'selected',
    'a share of',
  ],
  [
    'quantity',
    2,
    'many',
    'numerous',
    'dozens of',
    'hundreds of',
    'thousands of',
    'much',
    'a lot of',
    'lots of',
    'half',
    'multiple',
    'various',
    'ample',
    'plenty',
    'countless',
    '(?:two|three|four|five|six|seven|eight|nine|ten|\\p{N}+) (?:out )?of (?:the|its|his|her|their|every|\\p{N}+)',
  ],
  [
    'quantity',
    3,
    'most(?= (?:of|\\p{L}+s)\\b)',
    '(?:a|the|the vast|a large|the great) majority',
    '(?:nearly|almost|virtually|practically) (?:all|every|everyone|everything)',
    'the bulk of',
    'not (?:all|every|everyone)',
    'all but (?:an?|one|two|three|four|five|\\p{N}+|a few|a handful)(?: of)?',
    '(?:all|every|everyone|each)(?: \\p{L}+){0,3} (?:but|except)(?: for)? (?:one|two|three|four|five|\\p{N}+)',
  ],
  [
    'quantity',
    4,
    '(?<!\\b(?:above|after|at|first of) )all(?! (?:but|the same|too|right|along)\\b)',
    'every',
    'each',
    'everyone',
    'everybody',
    'everything',
    '(?:the|an|its|his|her|their) (?:entire|whole)',
    'without exception',
    'unanimous(?:ly)?',
  ],
  ['frequency', 0, 'never', 'not once', 'at no time', 'under no circumstances'],
  [
    'frequency',
    1,
    'rarely',
    'seldom',
    'hardly ever',
    'occasional(?:ly)?',
    'infrequently',
    'scarcely',
    'rare',
    'from time to time',
  ],
  ['frequency', 2, 'sometimes', 'at times', 'now and then', 'on occasion', 'periodically'],
  [
    'frequency',
    3,
    'often',
    'frequent(?:ly)?',
    'regularly',
    'usually',
    'generally',
    'typically',
    'normally',
    'repeatedly',
    'commonly',
    'almost always',
    'nearly always',
    'as a rule',
    'tends? to',
    'routinely',
  ],
  [
    'frequency',
    4,
    'always',
    'constantly',
    'invariably',
    'every time',
    'at all times',
    'without fail',
    'whenever',
    'perpetually',
    'never (?:other than|except|but)',
    'permanently',
    '(?:for ever|forever|for good)(?! (?:reason|measure|\\p{L}+s)\\b)',
  ],
  [
    'degree',
    1,
    'slight(?:ly)?',
    'somewhat',
    'partly',
    'partially',
    'in part',
    'to some (?:extent|degree)',
    'a little',
    'a bit',
    'modestly',
    'marginally',
  ],
  [
    'degree',
    2,
    'great',
    'heavily',
    'largely',
    'mainly',
    'mostly',
    'greatly',
    'strongly',
    'substantial(?:ly)?',
    'considerabl[ey]',
    'significant(?:ly)?',
    'primarily',
    'chiefly',
    'deeply',
    'badly',
    'to a (?:large|great) (?:extent|degree)',
    'predominantly',
    'especially',
    'particularly',
    'in the main',
    'strong',
    'heavy',
  ],
  [
    'degree',
    3,
    '(?:almost|nearly|virtually|practically|all but) (?:completely|entirely|totally|fully|wholly)',
  ],
  [
    'degree',
    4,
    'complete(?:ly)?',
    'entirely',
    'total(?:ly)?',
    'fully',
    'wholly',
    'utterly',
    'solely',
    'exclusively',
    'absolutely',
    'altogether',
    'in every (?:way|respect)',
    'nothing but',
    '(?:one )?(?:100|hundred) ?(?:percent|per cent|%)',
  ],
  [
    'uniqueness',
    1,
    'one of(?: the| its| his| her| their)?',
    'among the',
    'some of the(?= (?:most|only|best|worst|\\p{L}+est)\\b)',
    'a leading',
    'a major',
    'in part because',
    'the first',
  ],
  [
    'uniqueness',
    4,
    'the only',
    'the sole',
    'alone',
    'the single',
    'by far the',
    'the most(?= \\p{L})',
    'the (?!(?:nearest|next|rest|west|east|best known|harvest|forest|interest|request|protest|conquest|guest|quest|test|priest|contest|latest)\\b)\\p{Ll}{3,}est(?= \\p{L})',
    'the best',
    'the worst',
  ],
  [
    'firmness',
    3,
    'nearly',
    'almost',
    'virtually',
    'practically',
    'all but',
    'close to',
    'just (?:under|over|short of)',
  ],
  [
    'firmness',
    1,
    `(?:about|around|roughly|approximately|at least|at most|up to|as (?:many|much) as|(?:no |not )?(?:more|less|fewer) than|over|under)(?= (?:\\p{Sc}|\\p{N}|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|half|all|every|dozens?|hundreds?|thousands?|millions?)\\b))`,
  ],
];

const PATTERNS = ROWS.map(([scale, level, ...sources]) => ({ scale, level, pattern: phrases(...sources) }));

const DOWNWARD =
  /^(?:few|not many|not much|little|no|none|nothing|nobody|rare|rarely|seldom|hardly ever|infrequently|scarcely|slight|slightly|marginally|never)$/i;

/**
 * The words of an English sentence that say how many, how often or how much, in order.
 *
 * @example extentsIn('He rarely speaks.') // [{ start: 3, end: 9, words: 'rarely', scale: 'frequency', level: 1, isDownward: true }]
 */
export function extentsIn(text: string): Extent[] {
  const found = PATTERNS.flatMap(({ scale, level, pattern }) =>
    stretchesOf(text, pattern).map((each) => ({
      ...each,
      scale,
      level,
      isDownward: DOWNWARD.test(each.words),
    })),
  );
  // “one of the biggest” is one of several, and not the biggest.
  const isOneOfSeveral = ({ scale, level, start }: Extent) =>
    scale === 'uniqueness' &&
    level === 4 &&
    /\b(?:one|some|two|three|few|many|most|any|among)\s+(?:of\s+)?$/i.test(text.slice(0, start));
  return longestOf(found.filter((each) => !isOneOfSeveral(each)));
}

import { describe, expect, test } from 'vitest';
import { read } from '../src/reading/read.ts';

/** Where words stand is where they say they stand. */
const said = (found: readonly { start: number; end: number; words: string }[], text: string) =>
  found.map(({ start, end, words }) => {
    expect(text.slice(start, end)).toBe(words);
    return words;
  });

describe('hedges', () => {
  test.each([
    ['Rain may fall on Monday.', ['may'], 'possible'],
    ['She is likely to accept.', ['likely'], 'probable'],
    ['He reportedly left.', ['reportedly'], 'probable'],
    ['The alleged thief was caught.', ['alleged'], 'possible'],
    ['Three are feared dead.', ['feared'], 'possible'],
    ['There is a chance of snow.', ['There is a chance'], 'possible'],
    ['Perhaps he left.', ['Perhaps'], 'possible'],
    ['The bridge is expected to open.', ['is expected'], 'probable'],
    ['It is unclear who won.', ['unclear'], 'uncommitted'],
    ['The talks would help.', ['would'], 'probable'],
    ['It appears to be a mistake.', ['appears to'], 'probable'],
  ])('%s', (text, words, strength) => {
    const { hedges } = read(text);
    expect(said(hedges, text)).toEqual(words);
    expect(hedges[0]?.strength).toBe(strength);
  });

  test.each([
    'In May the river froze.',
    'There is no doubt about it.',
    'It opened in 1990.',
    'He likes likelihoodless words.',
  ])('none in: %s', (text) => expect(read(text).hedges).toEqual([]));

  test('words that make a statement firmer are told apart', () => {
    const text = 'Kim is certain to accept, and that is not certain.';
    expect(said(read(text).boosters, text)).toEqual(['certain']);
  });
});

describe('negations, with what they deny', () => {
  test.each([
    ['He did not agree, but stayed.', [['not', ' agree']]],
    ['Xi has yet to visit the town.', [['has yet to', ' visit the town']]],
    ['She didn’t say so.', [['didn’t', ' say so']]],
    ['The mayor denied it.', [['denied', ' it']]],
    ['He failed to appear.', [['failed to', ' appear']]],
    ['He not only came, he spoke.', []],
    ['There is no doubt.', []],
    ['A few came.', []],
  ])('%s', (text, expected) => {
    const { negations } = read(text);
    said(negations, text);
    expect(negations.map(({ words, scope }) => [words, scope.words])).toEqual(expected);
  });
});

test.each<[text: string, negations: string[], hedges: string[]]>([
  ['We can’t rule out that it fell.', [], ['can’t rule out']],
  ['It did not lack money.', ['not', 'lack'], []],
  ['No more than 12 fell.', [], ['No more than']],
  ['He asked not to be named.', [], []],
])('what “not” turns: %s', (text, negations, hedges) => {
  const { negations: denied, hedges: hedged } = read(text);
  expect([denied, hedged].map((each) => each.map(({ words }) => words))).toEqual([negations, hedges]);
});

describe('who says what', () => {
  test.each([
    ['Rain may fall, the weather service said.', ['the weather service']],
    ['“No,” said the mayor of Wick Sands on Monday.', ['the mayor of Wick Sands']],
    [
      'The harbour master of Wick Sands, Ida Crome, said on Monday that it may fall.',
      ['The harbour master of Wick Sands'],
    ],
    ['Crome, who heads the union, did not agree.', []],
    ['According to her spokeswoman, Yoo Myung-hee, she is away.', ['her spokeswoman']],
    [
      'Local media quoted unnamed officials as saying it fell.',
      ['Local media', 'unnamed officials', 'Local media'],
    ],
    ['Citing two sources, the paper reported a loss.', ['two sources', 'the paper']],
    ['The inspection found 1,200 faults.', ['The inspection']],
    ['He has not said whether he will come.', []],
    ['She was quoted as saying it fell.', ['She', 'She']],
    ['The company announced this week that it closed.', ['The company']],
    ['Park says she is willing but stresses that steps come first.', ['Park', 'Park']],
    ['The report was long.', []],
    ['The council rejected the idea.', []],
    ['The mayor rejected claims that it fell.', ['The mayor']],
    ['The mayor will announce a plan, which may highlight much.', []],
    ['In battleground states and his home state, Hawaii, it fell.', []],
    ['Rep. Gwen Moore (D-Wis.) said it fell.', ['Rep. Gwen Moore']],
    ['He cited criticism of the mayor.', ['He']],
    ['She called in to a program, known as News.', []],
    ['“I think so.”', []],
  ])('%s', (text, speakers) => {
    const sayings = read(text).sayings.filter(({ isDenied }) => !isDenied);
    said(sayings, text);
    expect(sayings.map(({ speaker }) => speaker?.words)).toEqual(speakers);
  });
});

describe('numbers and dates', () => {
  test.each([
    ['1,000 of 1000, or a thousand', [1000, 1000, 1000]],
    ['twenty-one men, two hundred and five women', [21, 205]],
    ['the 70th of the third', [70, 3]],
    ['45 percent, $3.5 million', [45, 3_500_000]],
    ['twice, and half of it', [2, 0.5]],
    ['on 9 May 2015 at the mill', []],
    ['s18.3 and 4.1.2', []],
  ])('numbers of: %s', (text, values) => {
    const { numbers } = read(text);
    said(numbers, text);
    expect(numbers.map(({ value }) => value)).toEqual(values);
  });

  const none = { year: null, month: null, day: null, weekday: null, relative: null };
  test.each([
    ['It opened on 9 May 2015.', [{ ...none, year: 2015, month: 5, day: 9 }]],
    ['It opened on May 9.', [{ ...none, month: 5, day: 9 }]],
    [
      'It opened in 2015, on a Monday.',
      [
        { ...none, year: 2015 },
        { ...none, weekday: 1 },
      ],
    ],
    ['He went last July.', [{ ...none, month: 7, relative: { unit: 'year', offset: -1 } }]],
    ['That was three years ago.', [{ ...none, relative: { unit: 'year', offset: -3 } }]],
    ['It may march on.', []],
    ['It cost 2015 dollars, some 1999 in all.', []],
  ])('dates of: %s', (text, dates) => {
    const found = read(text).dates;
    said(found, text);
    expect(
      found.map(({ year, month, day, weekday, relative }) => ({ year, month, day, weekday, relative })),
    ).toEqual(dates);
  });
});

describe('the rest', () => {
  test('names are told from words with a capital', () => {
    const text = 'Last July the Bank of England met Dr. Ida Crome’s aides in Wick Sands.';
    expect(said(read(text).names, text)).toEqual(['Bank of England', 'Ida Crome', 'Wick Sands']);
  });

  test('conditions', () => {
    const text = 'The crane would be needed if the market opened, unless it burnt.';
    expect(said(read(text).conditions, text)).toEqual(['would', 'if', 'unless']);
  });

  test('intentions', () => {
    const text = 'They hope to move, plan to build and will pay of their own free will.';
    expect(said(read(text).intentions, text)).toEqual(['hope', 'plan', 'will']);
  });

  test('extents', () => {
    const text = 'One of the biggest, he rarely speaks and depends entirely on some of the only friends.';
    expect(read(text).extents.map(({ words, scale, level }) => [words, scale, level])).toEqual([
      ['One of the', 'uniqueness', 1],
      ['rarely', 'frequency', 1],
      ['entirely', 'degree', 4],
      ['some of the', 'uniqueness', 1],
    ]);
  });

  test('quotations, in any marks', () => {
    const text = 'He saw “first signals”, "the end" and ‘it’s over’; the dogs’ bowl was ” empty.';
    expect(said(read(text).quotations, text)).toEqual(['first signals', 'the end', 'it’s over']);
  });
});

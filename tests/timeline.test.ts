import { describe, expect, test } from 'vitest';
import { claimSetFolder, kimtrip, kimtripJson } from './helpers.ts';

const TIMES = ['2014-07', '2013', '../1991', '2014/2015', '2015-05-09', '2014-03', '1999/..', null];

/** A claim a time, in this order in the article. */
const times = (all: readonly (string | null)[] = TIMES) =>
  claimSetFolder(
    {
      article: { publisher: 'Example News' },
      claims: all.map((edtf, index) => ({
        id: `s${index + 1}.1`,
        text: `Claim ${index + 1}.`,
        quote: 'then',
        ...(edtf === null
          ? {}
          : { time: { edtf, text: 'then', inferred: index === 0, basis: index ? null : 'It says so.' } }),
      })),
    },
    all.map(() => 'It was then.\n').join(''),
  );

test('a timeline goes by when times begin, then by when they end; claims without a date are counted', async () => {
  const { stdout, stderr, code } = await kimtrip([
    'timeline',
    '--fields',
    'id,time.edtf',
    '--data',
    await times(),
  ]);
  expect(stdout).toBe(
    's3.1\t../1991\ns7.1\t1999/..\ns2.1\t2013\ns4.1\t2014/2015\ns6.1\t2014-03\ns1.1\t2014-07\ns5.1\t2015-05-09\n',
  );
  expect({ stderr, code }).toEqual({ stderr: 'kimtrip: 1 claim without a date left out\n', code: 0 });
});

test('on a terminal claims stand under their years, with the reason for an inferred time', async () => {
  const argv = ['timeline', '--from', '2014', '--no-color', '--data', await times()];
  expect((await kimtrip(argv, { terminal: 80 })).stdout).toBe(`\
from 1999

s7.1  Claim 7.
      Example News · certain · from 1999

2014–2015

s4.1  Claim 4.
      Example News · certain · 2014 to 2015

2014

s6.1  Claim 6.
      Example News · certain · March 2014

s1.1  Claim 1.
      Example News · certain · July 2014 (inferred)
      July 2014, inferred from “then”: It says so.

2015

s5.1  Claim 5.
      Example News · certain · May 9, 2015
`);
});

test('years before Christ and of more than four digits are told as people write them', async () => {
  const data = await times(['Y12345', '-0043', '2014', '0987', 'Y-20000/-0043']);
  const { stdout } = await kimtrip(['timeline', '--data', data], { terminal: 80, env: { NO_COLOR: '1' } });
  const labels = ['20001 BC–44 BC', '44 BC', '987', '2014', '12345'];
  expect(stdout.match(/^\d.*$/gm)).toEqual(labels);
  const page = (await kimtrip(['export', 'html', '--data', data])).stdout;
  expect([...page.matchAll(/"#(from=.*?)">(.*?)</g)].map(([, ...link]) => link)).toEqual([
    ['from=Y-20000&amp;to=Y-20000', '20001 BC'],
    ['from=-0043&amp;to=-0043', '44 BC'],
    ['from=0987&amp;to=0987', '987'],
    ['from=2014&amp;to=2014', '2014'],
    ['from=Y12345&amp;to=Y12345', '12345'],
  ]);
});

test('a moment within years is told apart from what lasts through them', async () => {
  const data = await times([
    '2012/2014',
    '[2012..2014]',
    '../2011',
    '[..2011]',
    '201X',
    '[2015-01..2015-05]',
    '2015',
  ]);
  const { stdout } = await kimtrip(['timeline', '--data', data], { terminal: 80, env: { NO_COLOR: '1' } });
  expect(stdout.match(/^[a-z\d].*$/gm)?.filter((line) => !/^s\d/.test(line))).toEqual([
    'until 2011',
    'some time until 2011',
    'some time within 2010–2019',
    '2012–2014',
    'some time within 2012–2014',
    '2015',
  ]);
});

describe('the timeline of the article', () => {
  test('runs from Kim Il Sung’s Soviet years to May 9, 2015', async () => {
    const ids = (await kimtripJson<{ id: string }>(['timeline'])).map(({ id }) => id);
    expect([ids[0], ids.at(-1)]).toEqual(['s13.1', 's25.2']);
  });

  test('holds what a filter leaves', async () => {
    const july = await kimtripJson<{ id: string }>(['timeline', '--about', 'xi']);
    expect(july.map(({ id }) => id)).toEqual(['s21.1']);
  });
});

test('an empty timeline says so', async () => {
  expect(await kimtrip(['timeline', '--topic', 'byline'])).toEqual({
    stdout: '',
    stderr: 'kimtrip: no matching claim has a date\nkimtrip: 9 claims without a date left out\n',
    code: 1,
  });
});

test('claims of a time that is longer than the one asked for are told', async () => {
  const argv = ['timeline', '--from', '2014', '--to', '2014', '--fields', 'id', '--data', await times()];
  expect(await kimtrip(argv)).toEqual({
    stdout: 's7.1\ns4.1\ns6.1\ns1.1\n',
    stderr: 'kimtrip: 2 of 4 claims speak of a longer time, which overlaps with the one asked for\n',
    code: 0,
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimSetFolder, kimtrip, kimtripJson } from './helpers.ts';

const setWith = (edtf: string) =>
  claimSetFolder(
    {
      article: {},
      claims: [{ id: 's1.1', text: 'It rained.', quote: 'It rained', time: { edtf, text: 'then' } }],
    },
    'It rained then.\n',
  );

describe('the first and last day that a time may mean', () => {
  test.each<[edtf: string, earliest: string | null, latest: string | null]>([
    ['2015-05-09', '2015-05-09', '2015-05-09'],
    ['2014-07', '2014-07-01', '2014-07-31'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2012~', '2012-01-01', '2012-12-31'],
    ['2012-02?', '2012-02-01', '2012-02-29'],
    ['2014-22', '2014-01-01', '2014-12-31'],
    ['2014-07-09T23:00:00', '2014-07-09', '2014-07-09'],
    ['2014-07-09T01:00:00+09:00', '2014-07-09', '2014-07-09'],
    ['201X', '2010-01-01', '2019-12-31'],
    ['2015-01/2015-05', '2015-01-01', '2015-05-31'],
    ['2012~/2015', '2012-01-01', '2015-12-31'],
    ['../1991', null, '1991-12-31'],
    ['1991/..', '1991-01-01', null],
    ['/1991', null, '1991-12-31'],
    ['-0044', '-000044-01-01', '-000044-12-31'],
    ['-0044/0014', '-000044-01-01', '0014-12-31'],
    ['-19XX', '-001999-01-01', '-001900-12-31'],
    ['-00XX', '-000099-01-01', '0000-12-31'],
    ['Y170000002', '+170000002-01-01', '+170000002-12-31'],
    ['Y-170000002', '-170000002-01-01', '-170000002-12-31'],
    ['2016-02-29', '2016-02-29', '2016-02-29'],
    ['2000-02-29', '2000-02-29', '2000-02-29'],
    ['2015-XX-XX', '2015-01-01', '2015-12-31'],
    ['2015-02-XX', '2015-02-01', '2015-02-28'],
    ['2015-21/2015-23', '2015-01-01', '2015-12-31'],
    ['2015-24/2016-21', '2015-01-01', '2016-12-31'],
    ['2015/2015', '2015-01-01', '2015-12-31'],
    ['[2014-12..2015-04]', '2014-12-01', '2015-04-30'],
    ['[2014,2016-02]', '2014-01-01', '2016-02-29'],
    ['[2016,2014]', '2014-01-01', '2016-12-31'],
    ['[1667,1668,1670..1672]', '1667-01-01', '1672-12-31'],
    ['[..1984]', null, '1984-12-31'],
    ['[1984,1990..]', '1984-01-01', null],
  ])('%s: %s to %s', async (edtf, earliest, latest) => {
    const [claim] = await kimtripJson<{ time: object }>(['list', '--data', await setWith(edtf)]);
    expect(claim?.time).toMatchObject({ edtf, earliest, latest });
  });

  test('is the same for a day as for the calendar', () =>
    fc.assert(
      fc.asyncProperty(
        fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        async (date) => {
          const day = date.toISOString().slice(0, 10);
          const [claim] = await kimtripJson<{ time: object }>(['list', '--data', await setWith(day)]);
          expect(claim?.time).toMatchObject({ earliest: day, latest: day });
        },
      ),
      { numRuns: 30 },
    ));
});

const NO_EDTF =
  'is not an EDTF date, interval or set of level 0 or 1, such as 2014-07, 2010/2011 or [2014-12..2015-04]';

test.each<[edtf: string, message: string]>([
  ['2015-02-29', 'is not in the calendar: 2015-02-29'],
  ['1900-02-29', 'is not in the calendar: 1900-02-29'],
  ['2015-02-29T10:00:00Z', 'is not in the calendar: 2015-02-29T10:00:00Z'],
  ['2015-02-28/2015-02-29', 'is not in the calendar: 2015-02-29'],
  ['[2015-02-29..]', 'is not in the calendar: 2015-02-29'],
  ['2015-04-31', 'is not in the calendar: 2015-04-31'],
  ['2015-13', 'is not in the calendar: 2015-13'],
  ['2015-00-01', 'is not in the calendar: 2015-00-01'],
  ['2015-01-00', 'is not in the calendar: 2015-01-00'],
  ['2015/2014', 'ends before it begins: 2015/2014'],
  ['2015-06/2015-05-31', 'ends before it begins: 2015-06/2015-05-31'],
  ['2015-23/2015-21', 'ends before it begins: 2015-23/2015-21'],
  ['-0044/-0045', 'ends before it begins: -0044/-0045'],
  ['[2015..2014]', 'ends before it begins: 2015..2014'],
  ['31/12', NO_EDTF],
  ['soon', NO_EDTF],
  ['../..', NO_EDTF],
  ['[..]', NO_EDTF],
  ['[]', NO_EDTF],
  ['[..1984..]', NO_EDTF],
  ['2014/2015/2016', NO_EDTF],
  ['2015-5-9', NO_EDTF],
  ['2015-XX-09', NO_EDTF],
  ['201X-04', NO_EDTF],
  ['-0000', NO_EDTF],
  ['Y2015', NO_EDTF],
  ['2014-07-09T25:00:00', NO_EDTF],
  [`Y${'1'.repeat(13)}`, 'has a year of more than 12 digits, the longest that is read'],
  [`Y${'1'.repeat(50_000)}`, 'is longer than 200 characters, the longest EDTF expression that is read'],
])('%.30s is no time', async (edtf, message) => {
  expect((await kimtrip(['verify', await setWith(edtf)])).stdout).toBe(
    `claims.json:1: s1.1: claims[0].time.edtf ${message}\n`,
  );
});

test('claims of long years and of years BC stand in order, and filters find them', async () => {
  const years = ['Y170000002', '-0044', 'Y-170000002', '2015'];
  const data = await claimSetFolder(
    {
      article: {},
      claims: years.map((edtf, index) => ({
        id: `s1.${index + 1}`,
        text: 'It rained.',
        quote: 'It rained',
        time: { edtf, text: 'then' },
      })),
    },
    'It rained then.\n',
  );
  const times = (...argv: string[]) =>
    kimtripJson<{ time: { edtf: string } }>([...argv, '--data', data]).then((claims) =>
      claims.map(({ time }) => time.edtf),
    );
  expect(await times('timeline')).toEqual(['Y-170000002', '-0044', '2015', 'Y170000002']);
  expect(await times('list', '--from', 'Y100000000')).toEqual(['Y170000002']);
  expect(await times('list', '--to', '-0044')).toEqual(['-0044', 'Y-170000002']);
});

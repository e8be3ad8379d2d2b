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

test.each([
  '2015-02-30',
  '2015-13',
  '2015-00-01',
  '2015-01-00',
  '31/12',
  'soon',
  '../..',
  '2015/2014',
  '2014/2015/2016',
  '2015-5-9',
  '2015-XX-09',
])('%s is no time', async (edtf) => {
  expect((await kimtrip(['verify', await setWith(edtf)])).stdout).toBe(
    'claims.json: claims[0].time.edtf is not an EDTF date or interval of level 0 or 1, such as 2014-07 or 2010/2011\n',
  );
});

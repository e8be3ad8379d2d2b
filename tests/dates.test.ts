import { describe, expect, test } from 'vitest';
import { dateText, timeText } from '../src/render/dates.ts';
import { yearsText } from '../src/years.ts';
import { claimSetFolder, kimtrip, kimtripJson } from './helpers.ts';

describe('a date reads as people write it', () => {
  test.each([
    ['2015', '2015'],
    ['2015-05', 'May 2015'],
    ['2015-05-09', 'May 9, 2015'],
    ['2015-05-09T10:00:00Z', 'May 9, 2015'],
    ['2015-21', 'spring 2015'],
    ['2012~', 'about 2012'],
    ['2012-05?', 'perhaps May 2012'],
    ['2012%', 'perhaps about 2012'],
    ['2015-01/2015-05-08', 'January to May 8, 2015'],
    ['2015-05-08/2015-05-09', 'May 8 to 9, 2015'],
    ['2015-05-08/2015-06-02', 'May 8 to June 2, 2015'],
    ['2014-12/2015-04', 'December 2014 to April 2015'],
    ['2015-21/2015-23', 'spring to autumn 2015'],
    ['2010/2011', '2010 to 2011'],
    ['2010~/2011', 'about 2010 to 2011'],
    ['../2000', 'until 2000'],
    ['/2000', 'until 2000'],
    ['2000/..', 'from 2000'],
    ['2000-03/', 'from March 2000'],
    ['[2014-12..2015-04]', 'some time within December 2014 to April 2015'],
    ['[2015-01..2015-05-08]', 'some time within January to May 8, 2015'],
    ['[..1984]', 'some time until 1984'],
    ['[1984..]', 'some time from 1984'],
    ['[1667,1668]', '1667 or 1668'],
    ['[1667,1668,1670..1672]', '1667, 1668 or some time within 1670 to 1672'],
    ['201X', 'the 2010s'],
    ['19XX', 'some year from 1900 to 1999'],
    ['2004-XX', 'some month of 2004'],
    ['2004-XX-XX', 'some day of 2004'],
    ['2004-05-XX', 'some day of May 2004'],
    ['0000', '1 BC'],
    ['-0043-03-15', 'March 15, 44 BC'],
    ['Y170000002', '170000002'],
  ])('%s as %s', (edtf, text) => {
    expect(dateText(edtf)).toBe(text);
    expect(timeText({ edtf, inferred: true })).toBe(`${text} (inferred)`);
  });

  test.each([
    [{ earliest: '2015-01-01', latest: '2015-05-08' }, '2015'],
    [{ earliest: '2014-12-01', latest: '2015-04-30' }, '2014–2015'],
    [{ earliest: null, latest: '1991-12-31' }, 'until 1991'],
    [{ earliest: '1991-01-01', latest: null }, 'from 1991'],
    [{ earliest: '-000043-03-15', latest: '-000043-03-15' }, '44 BC'],
  ])('%j has the years %s', (bounds, years) => {
    expect(yearsText(bounds)).toBe(years);
  });
});

describe('when a claim is of', () => {
  const story = (sentence: string, claim: object = {}) =>
    claimSetFolder(
      {
        article: {
          publisher: 'Example News',
          issued: { edtf: '2015-01/2015-05-08', inferred: true, basis: 'The parade is to come.' },
        },
        claims: [{ id: 's1.1', text: 'He has not commented.', quote: 'not', certainty: 'certain', ...claim }],
      },
      `${sentence}\n`,
    );

  test('a card says it of the article’s own voice', async () => {
    const data = await story('He has not commented.', { polarity: 'negated' });
    expect((await kimtrip(['list', '--format', 'cards', '--data', data])).stdout).toBe(
      `\
s1.1  He has not commented.
      “He has not commented.”
      Example News, 2015 · certain · negated
`,
    );
  });

  test('saidBy and howSure say who and how sure alone', async () => {
    const time = { edtf: '2015-05-09', text: 'not', inferred: true, basis: 'The day of the parade.' };
    expect(
      await kimtripJson(['list', '--data', await story('He has not commented.', { time })]),
    ).toMatchObject([
      { saidBy: 'Example News', howSure: 'certain · May 9, 2015 (inferred)', time: { edtf: '2015-05-09' } },
    ]);
  });

  test('timeline says it in a pipe too', async () => {
    const time = { edtf: '[2014-12..2015-04]', text: 'not' };
    expect(
      (await kimtrip(['timeline', '--data', await story('He has not commented.', { time })])).stdout,
    ).toBe(
      's1.1\tcertain\tExample News\tHe has not commented.\tsome time within December 2014 to April 2015\n',
    );
  });

  test.each([
    ['“He has not commented,” she said.', '“He has not commented,” she said.'],
    ['She said: “He has not commented.”', 'She said: “He has not commented.”'],
    ['He has not commented.', '“He has not commented.”'],
  ])('a card gives %s no doubled quotation marks', async (sentence, shown) => {
    const { stdout } = await kimtrip(['list', '--format', 'cards', '--data', await story(sentence)]);
    expect(stdout.split('\n')[1]).toBe(`      ${shown}`);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, parseAddress } from '../src/page/address.ts';
import { type Filter, NOTHING_ASKED, type PageState, toggled } from '../src/page/state.ts';

const state = (part: Partial<PageState>): PageState => ({ ...NOTHING_ASKED, ...part });

describe('the address of the page', () => {
  test.each([
    ['#', NOTHING_ASKED],
    ['#s18.3', state({ chosen: 's18.3' })],
    ['#s18', state({ chosen: 's18' })],
    ['#q=putin+visit', state({ query: 'putin visit' })],
    ['#said-by=yuri-ushakov&claim=s3.3', state({ filters: [['said-by', 'yuri-ushakov']], chosen: 's3.3' })],
    [
      '#q=kim&certainty=probable,possible&from=2000&to=2000',
      state({
        query: 'kim',
        filters: [
          ['certainty', 'probable'],
          ['certainty', 'possible'],
          ['from', '2000'],
          ['to', '2000'],
        ],
      }),
    ],
  ])('%s says what the page shows, both ways', (address, shown) => {
    expect(parseAddress(address)).toEqual(shown);
    expect(addressOf(shown)).toBe(address);
  });

  test.each([
    ['', NOTHING_ASKED],
    ['#certainty=&q=', NOTHING_ASKED],
    ['#claim=nonsense&other=1', NOTHING_ASKED],
    ['#q=%', state({ query: '%' })],
    ['#%', null],
    ['#story', null],
  ])('%s is read without a fault', (address, shown) => {
    expect(parseAddress(address)).toEqual(shown);
  });

  test('keeps any query and any value', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, fc.constantFrom(null, 's1', 's20.3'), (query, value, chosen) => {
        const filters: Filter[] = value ? [['about', value]] : [];
        const shown = { query, filters, chosen };
        expect(parseAddress(addressOf(shown))).toEqual(shown);
      }),
    );
  });

  test.each<[string, Filter[], Filter[], Filter[]]>([
    [
      'adds a filter',
      [['topic', 'a']],
      [['about', 'b']],
      [
        ['topic', 'a'],
        ['about', 'b'],
      ],
    ],
    [
      'takes back one that is on',
      [
        ['topic', 'a'],
        ['about', 'b'],
      ],
      [['topic', 'a']],
      [['about', 'b']],
    ],
    [
      'adds a value where several may be',
      [['certainty', 'probable']],
      [['certainty', 'possible']],
      [
        ['certainty', 'probable'],
        ['certainty', 'possible'],
      ],
    ],
    [
      'changes the time',
      [
        ['from', '1991'],
        ['to', '1991'],
      ],
      [
        ['from', '2015'],
        ['to', '2015'],
      ],
      [
        ['from', '2015'],
        ['to', '2015'],
      ],
    ],
  ])('a chip %s', (_, before, chip, after) => {
    expect(toggled(state({ filters: before, chosen: 's1' }), chip)).toEqual(state({ filters: after }));
  });
});

import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { describe, expect, test } from 'vitest';
import { claimSetFolder, kimtrip } from '../helpers.ts';

interface Item {
  readonly id: string;
  readonly issued?: object;
  readonly custom: { readonly claims: readonly { readonly citation: object }[] };
}

async function items(article: object, argv: readonly string[] = ['1']): Promise<Item[]> {
  const data = await claimSetFolder(
    {
      article: {
        id: 'story',
        title: 'A title',
        author: [{ family: 'Rae' }],
        publisher: 'Example News',
        ...article,
      },
      claims: [
        { id: 's1.1', text: 'It rains.', quote: 'rains', certainty: 'certain' },
        { id: 's2.1', text: 'It snows.', quote: 'snows', certainty: 'certain' },
      ],
    },
    'It rains.\n\nIt snows.\n',
  );
  return JSON.parse((await kimtrip(['quote', ...argv, '--format', 'csl', '--data', data])).stdout);
}

const inferred = (edtf: string) => ({ edtf, inferred: true, basis: 'It says so.' });

const DATES: readonly [edtf: string, date: object][] = [
  ['2015', { 'date-parts': [[2015]] }],
  ['2015-05-08', { 'date-parts': [[2015, 5, 8]] }],
  ['2015-05-08T10:00:00Z', { 'date-parts': [[2015, 5, 8]] }],
  [
    '2015-01/2015-05-08',
    {
      'date-parts': [
        [2015, 1],
        [2015, 5],
      ],
    },
  ],
  ['2015-05/2015-05-08', { 'date-parts': [[2015, 5]] }],
  ['2015-21', { 'date-parts': [[2015]], season: 1 }],
  ['2012~', { 'date-parts': [[2012]], circa: true }],
  ['-0043-03', { 'date-parts': [[-44, 3]] }],
  ['0000', { 'date-parts': [[-1]] }],
  ['201X', { literal: 'the 2010s' }],
  ['2015/..', { literal: 'from 2015' }],
  ['[2014-12..2015-04]', { literal: 'some time within December 2014 to April 2015' }],
  ['[2015-01..2015-05-08]', { 'date-parts': [[2015]] }],
  ['[2015-05..2015-05-08]', { 'date-parts': [[2015, 5]] }],
  ['[2014,2015]', { literal: '2014 or 2015' }],
  ['[..2015]', { literal: 'some time until 2015' }],
];

describe('--format csl', () => {
  test.each(DATES)('writes %s as CSL does', async (edtf, date) => {
    expect((await items({ issued: { edtf } }))[0]?.issued).toEqual(date);
  });

  test('marks an inferred date as approximate', async () => {
    expect((await items({ issued: inferred('2015-01/2015-05-08') }))[0]?.issued).toEqual({
      'date-parts': [
        [2015, 1],
        [2015, 5],
      ],
      circa: true,
    });
  });

  test('says of an inferred date in words that it is inferred', async () => {
    expect((await items({ issued: inferred('[..2015]') }))[0]?.issued).toEqual({
      literal: 'some time until 2015 (inferred)',
    });
  });

  test('is one reference for several claims of an article, with locators', async () => {
    const all = await items({ URL: 'https://example.com/a', accessed: '2015-06-01' }, ['s2.1', 's1.1']);
    expect(all).toMatchObject([
      {
        id: 'story',
        type: 'article-newspaper',
        title: 'A title',
        author: [{ family: 'Rae' }],
        'container-title': 'Example News',
        URL: 'https://example.com/a',
        accessed: { 'date-parts': [[2015, 6, 1]] },
      },
    ]);
    expect(all[0]?.custom.claims.map(({ citation }) => citation)).toEqual([
      { id: 'story', label: 'paragraph', locator: '2' },
      { id: 'story', label: 'paragraph', locator: '1' },
    ]);
  });

  test('leaves out what the article lacks', async () => {
    const [item = {}] = await items({ title: null, author: [], publisher: null });
    expect(Object.keys(item)).toEqual(['id', 'type', 'note', 'custom']);
  });
});

/** Dates, and articles that lack much. */
const ARTICLES = [
  ...DATES.map(([edtf]) => ({ issued: { edtf } })),
  { issued: inferred('2015-01/2015-05-08') },
  { title: null, author: [], publisher: null },
  {
    title: '<b>“Bold”</b> & more',
    author: [{ literal: 'Reuters staff' }, { family: 'O’Neill', given: 'J.' }],
  },
];

const TEMPLATES = ['apa', 'vancouver', 'harvard1'];

describe.each(TEMPLATES)('Citation.js renders in %s', (template) => {
  test.each(ARTICLES)('%j', async (article) => {
    const all = await items(article);
    const text = new Cite(all).format('bibliography', { format: 'text', template, lang: 'en-US' });
    expect(text).toMatch(/\S/);
  });
});

describe.each(['bibtex', 'ris'])('Citation.js writes %s', (format) => {
  test.each(ARTICLES)('%j', async (article) => {
    expect(new Cite(await items(article)).format(format)).toMatch(/\S/);
    expect(plugins.output.list()).toContain(format);
  });
});

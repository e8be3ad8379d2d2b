import { describe, expect, test } from 'vitest';
import { claimSetFolder, kimtripJson } from './helpers.ts';

const ARTICLE = [
  'The port of Ostel counted 21,000 crates in May, about 12,600 of them from Poland.',
  'Ines Marr, once a pilot, got 50.6 percent of the vote and Leo Tann got 49.4 percent, with 97.4 percent of ballots counted.',
  'The second pier was closed in October 2023 and is to reopen by the end of 2026.',
  'A Velian ferry struck a tug from Ostel in 2019.',
  'Support for the pier is holding, although it is down from 58 percent to 54 percent.',
  'Under the plan, a 3-kilometer dredging zone lies off Ostel.',
  'Sven Aalto, a Velian engineer, runs the crane school.',
  'The Ostel Gazette reported that the council had talked in secret about selling the cranes.',
  'Ines Marr declined to comment.',
  'Harbour Minister Leo Tann left on Monday.',
  'The crane school must win the licence of the ministry of the interior before it opens.',
  'Dredging will cost between 80 million and 95 million euros and take 18 months.',
  'The ministry of the interior denied that the port was for sale.',
  'It is too early to say whether the pier will hold, Sven Aalto said.',
].join('\n');

const claim = (id: string, text: string, quote: string, subject: string, entities: readonly string[]) => ({
  id,
  text,
  quote,
  subject,
  entities: [subject, ...entities],
  certainty: 'certain',
});

const CLAIMS = {
  article: { language: 'en' },
  entities: [
    { id: 'ostel', name: 'Ostel', type: 'place' },
    { id: 'poland', name: 'Poland', type: 'place' },
    { id: 'velia', name: 'Velia', type: 'place', aliases: ['Velian'] },
    { id: 'marr', name: 'Ines Marr', type: 'person' },
    { id: 'tann', name: 'Leo Tann', type: 'person' },
    { id: 'aalto', name: 'Sven Aalto', type: 'person' },
    { id: 'gazette', name: 'the Ostel Gazette', type: 'organisation' },
    { id: 'council', name: 'the council', type: 'organisation' },
    { id: 'pier', name: 'the second pier', type: 'work' },
    { id: 'ministry', name: 'the ministry of the interior', type: 'organisation' },
    { id: 'school', name: 'the crane school', type: 'organisation' },
  ],
  claims: [
    claim(
      's1.1',
      'The port of Ostel counted 21,000 crates in May.',
      'The port of Ostel counted 21,000 crates in May',
      'ostel',
      [],
    ),
    claim(
      's1.2',
      'About 12,600 of the 21,000 crates were from Poland.',
      'about 12,600 of them from Poland',
      'poland',
      [],
    ),
    claim('s2.1', 'Ines Marr was once a pilot.', 'Ines Marr, once a pilot', 'marr', []),
    claim(
      's2.2',
      'Ines Marr got 50.6 percent of the vote with 97.4 percent of ballots counted.',
      'got 50.6 percent of the vote',
      'marr',
      [],
    ),
    claim(
      's2.3',
      'Leo Tann got 49.4 percent of the vote with 97.4 percent of ballots counted.',
      'Leo Tann got 49.4 percent',
      'tann',
      [],
    ),
    claim(
      's3.1',
      'The second pier was closed in October 2023.',
      'The second pier was closed in October 2023',
      'pier',
      [],
    ),
    claim(
      's3.2',
      'The second pier is to reopen by the end of 2026.',
      'is to reopen by the end of 2026',
      'pier',
      [],
    ),
    claim(
      's4.1',
      'A Velian ferry struck a tug from Ostel in 2019.',
      'A Velian ferry struck a tug from Ostel in 2019',
      'velia',
      ['ostel'],
    ),
    claim('s5.1', 'Support for the pier is holding.', 'Support for the pier is holding', 'pier', []),
    claim(
      's5.2',
      'Support for the pier is down from 58 percent to 54 percent.',
      'it is down from 58 percent to 54 percent',
      'pier',
      [],
    ),
    claim(
      's6.1',
      'A 3-kilometer dredging zone lies off Ostel under the plan.',
      'a 3-kilometer dredging zone lies off Ostel',
      'ostel',
      [],
    ),
    claim('s7.1', 'Sven Aalto is a Velian engineer.', 'Sven Aalto, a Velian engineer', 'aalto', ['velia']),
    claim('s7.2', 'Sven Aalto runs the crane school.', 'runs the crane school', 'aalto', ['school']),
    {
      ...claim(
        's8.1',
        'The council had talked in secret about selling the cranes, the Ostel Gazette reported.',
        'The Ostel Gazette reported that the council had talked in secret about selling the cranes',
        'council',
        ['gazette'],
      ),
      attribution: [{ source: 'gazette' }],
    },
    claim('s9.1', 'Ines Marr declined to comment.', 'Ines Marr declined to comment', 'marr', []),
    claim('s10.1', 'Leo Tann left on Monday.', 'Leo Tann left on Monday', 'tann', []),
    claim(
      's11.1',
      'The crane school must win the licence of the ministry of the interior before it opens.',
      'The crane school must win the licence of the ministry of the interior before it opens',
      'school',
      ['ministry'],
    ),
    {
      ...claim(
        's12.1',
        'Dredging will cost between 80 million and 95 million euros.',
        'Dredging will cost between 80 million and 95 million euros',
        'ostel',
        [],
      ),
      stance: 'intended',
    },
    {
      ...claim('s12.2', 'Dredging will take 18 months.', 'and take 18 months', 'ostel', []),
      stance: 'intended',
    },
    {
      ...claim(
        's13.1',
        'The ministry of the interior denied that the port was for sale.',
        'The ministry of the interior denied that the port was for sale',
        'ostel',
        ['ministry'],
      ),
      attribution: [{ source: 'ministry' }],
      polarity: 'negated',
    },
    {
      ...claim(
        's14.1',
        'Sven Aalto says it is too early to say whether the pier will hold.',
        'It is too early to say whether the pier will hold, Sven Aalto said',
        'pier',
        ['aalto'],
      ),
      attribution: [{ source: 'aalto' }],
      certainty: 'uncommitted',
      hedge: 'too early to say whether',
    },
  ],
};

interface Checked {
  readonly verdict: string;
  readonly differences: readonly { readonly kind: string }[];
}

const check = async (stdin: string) => {
  const folder = await claimSetFolder(CLAIMS, `${ARTICLE}\n`);
  const checked = await kimtripJson<Checked>(['check', '-', '--data', folder], { stdin });
  return checked.map(({ verdict, differences }) =>
    [verdict, ...differences.map(({ kind }) => kind)].join(' '),
  );
};

describe('a figure or name said otherwise is the same one', () => {
  test.each([
    [
      'half of what two figures make a little more of',
      'Well over half of the 21,000 crates of May, some 12,600 of them, were from Poland.',
    ],
    [
      'a percentage without its unit',
      'Marr got 50.6 percent of the vote and Tann 49.4, with 97.4 percent of ballots counted.',
    ],
    ['before the year after', 'The second pier, closed in October 2023, is to reopen before 2027.'],
    ['those of a country by another word', 'About 12,600 of the 21,000 crates came from the Poles.'],
    ['former for once', 'Ines Marr is a former pilot.'],
    [
      'up beside a direction of figures',
      'Support for the pier is holding up, although it is down from 58 percent to 54 percent.',
    ],
    [
      'a count beside a measure',
      'Off Ostel lie two buoys and a dredging zone of 3 kilometers, under the plan.',
    ],
    ['a number in words', 'The port of Ostel counted twenty-one thousand crates in May.'],
    ['a range that names its scale once', 'Dredging will cost eighty to ninety-five million euros.'],
    [
      'a year and a half',
      'Dredging will cost between 80 million and 95 million euros and take a year and a half.',
    ],
    [
      '“without” for “must … before”',
      'Without a licence from the interior ministry, the crane school cannot open.',
    ],
    ['a head before its “of”', 'The interior ministry denied that the port was for sale.'],
    ['too soon to tell', 'It is too soon to tell if the pier will hold, Sven Aalto said.'],
  ])('%s', async (_, draft) => {
    expect(await check(draft)).toEqual(['matches']);
  });
});

test('a title that is the article’s is the same one', async () => {
  expect(await check('Harbour Minister Leo Tann left on Monday.')).toEqual(['matches']);
});

describe('another figure or name is asked about', () => {
  test.each([
    ['number', 'Marr got 50.6 percent of the vote and Tann 49.4, with 94.7 percent of ballots counted.'],
    ['number', 'The port of Ostel counted 23,000 crates in May.'],
    ['date', 'The second pier, closed in October 2023, is to reopen by the end of 2028.'],
    ['place', 'A Velian ferry struck a tug from Poland in 2019.'],
    ['person', 'Leo Tann runs the crane school.'],
    ['person', 'Finance Minister Leo Tann left on Monday.'],
  ])('%s: %s', async (kind, draft) => {
    expect(await check(draft)).toEqual([`differs ${kind}`]);
  });
});

test.each([
  'The Ostel Gazette reported that the council had talked in secret about selling the cranes; Marr would not comment.',
  'The council had talked in secret about selling the cranes, the Ostel Gazette reported, but Marr declined to comment.',
])('what one part of a sentence says is not held against what another part tells: %s', async (draft) => {
  expect(await check(draft)).toEqual(['matches']);
});

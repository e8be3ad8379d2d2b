import { describe, expect, test } from 'vitest';
import { claimSetFolder, kimtrip, withoutPlaces } from './helpers.ts';

const ENTITIES = [
  { id: 'rae', name: 'Ada Rae', type: 'person', aliases: ['the mayor'] },
  { id: 'holt', name: 'Bo Holt', type: 'person' },
];

/** A claim that all of its words are carried by, but for what a test changes. */
const claim = (changes: object) => ({
  id: 's1.1',
  text: 'The ferry sails on Monday.',
  quote: 'The ferry sails on Monday',
  certainty: 'certain',
  ...changes,
});

const setOf = (claims: readonly object[], article: string, language: string | null = 'en') =>
  claimSetFolder({ article: { language }, entities: ENTITIES, claims }, article);

const strictly = async (claims: readonly object[], article: string, language?: string | null) => {
  const { stdout } = await kimtrip(['verify', '--strict', await setOf(claims, article, language)]);
  return withoutPlaces(stdout.replace(/^sound.*\n/, ''));
};

describe('verify warns of', () => {
  test.each<[what: string, changes: object, article: string, warning: string]>([
    [
      'a hedge that no field accounts for',
      { text: 'The ferry may sail.', quote: 'The ferry may sail' },
      'The ferry may sail.',
      'claims[0].hedge is null, and the quote says “may”: how certain is it?',
    ],
    [
      'a hedged claim that is certain',
      { text: 'The ferry may sail.', quote: 'The ferry may sail', hedge: 'may' },
      'The ferry may sail.',
      'claims[0].certainty is certain, in spite of the hedge “may”',
    ],
    [
      'a text that is surer than its claim',
      { text: 'The ferry sails.', quote: 'The ferry may sail', hedge: 'may', certainty: 'possible' },
      'The ferry may sail.',
      'claims[0].text reads as certain, and the claim is possible',
    ],
    [
      'a speaker who got lost',
      { quote: 'Ada Rae said the ferry sails on Monday' },
      'Ada Rae said the ferry sails on Monday.',
      'claims[0].attribution is empty, and the quote says “said”: who says it?',
    ],
    [
      'a text that hides its speaker',
      { quote: 'the ferry sails on Monday', attribution: [{ source: 'rae' }] },
      'Ada Rae said the ferry sails on Monday.',
      'claims[0].text does not say who says it',
    ],
    [
      'a pronoun without a name',
      { text: 'He sails on Monday.', quote: 'He sails on Monday' },
      'He sails on Monday.',
      'claims[0].text says “He” before it says whom or what that is',
    ],
    [
      'a pronoun that comes before its name',
      { text: 'On its way, the ferry stops.', quote: 'On its way, the ferry stops' },
      'On its way, the ferry stops.',
      'claims[0].text says “its” before it says whom or what that is',
    ],
    [
      'a denial that is affirmed',
      { text: 'The ferry does not sail.', quote: 'The ferry does not sail' },
      'The ferry does not sail.',
      'claims[0].polarity is affirmed, and its words are “not”',
    ],
    [
      'a denial that its text dropped',
      { text: 'The ferry sails.', quote: 'The ferry doesn’t sail' },
      'The ferry doesn’t sail.',
      'claims[0].polarity is affirmed, and its words are “n’t”',
    ],
    [
      'a quote that stands twice in its sentence',
      { text: 'The ferry sails.', quote: 'ferry' },
      'The ferry is a ferry.',
      'claims[0].quote is in s1 more than once; the first is taken',
    ],
  ])('%s', async (_, changes, article, warning) => {
    const warnings = await strictly([claim(changes)], `${article}\n`);
    expect(warnings.split('\n')[0]).toBe(`claims.json: ${warning}`);
    const rest = warnings.split('\n').slice(1).join('\n');
    expect(rest).toMatch(/^(article\.txt: s1 says “said”, and none of its claims has an attribution\n)?$/);
  });

  test('claims that say the same, in whatever order, and sentences without a claim or a speaker', async () => {
    const claims = [
      claim({}),
      claim({ id: 's1.2', text: 'the ferry sails on monday' }),
      claim({ id: 's1.3', text: 'On Monday the ferry sails.' }),
      claim({ id: 's3.1', text: 'The pier is old.', quote: 'the pier is old' }),
    ];
    const article = 'The ferry sails on Monday.\nIt rains.\nAccording to Ada Rae, the pier is old.\n';
    expect(await strictly(claims, article)).toBe(`claims.json: claims[1].text says the same as claims[0]
claims.json: claims[2].text says the same as claims[0]
article.txt: s2 has no claim
article.txt: s3 says “According to”, and none of its claims has an attribution
`);
  });
});

describe('verify is content with', () => {
  test.each<[what: string, changes: object, article: string]>([
    ['a month', { text: 'It is May 9.', quote: 'It is May 9' }, 'It is May 9.'],
    [
      'a condition',
      { text: 'The ferry would sail if it rained.', quote: 'would sail', conditional: true },
      'The ferry would sail if it rained.',
    ],
    [
      'a claim that somebody said something',
      {
        text: 'Ada Rae said on Monday that the ferry may sail.',
        quote: 'Ada Rae said on Monday that the ferry may sail',
        attribution: [{ source: 'rae' }],
        certainty: 'possible',
        hedge: 'may',
      },
      'Ada Rae said on Monday that the ferry may sail.',
    ],
    [
      'a speaker by an alias',
      {
        text: 'The ferry sails, the mayor holds.',
        quote: 'the ferry sails',
        attribution: [{ source: 'rae' }],
      },
      'For the mayor, the ferry sails.',
    ],
    ['an “it” that stands for nothing', { text: 'It is raining.', quote: 'It is raining' }, 'It is raining.'],
    [
      'a pronoun after its name',
      { text: 'Ada Rae lost her hat.', quote: 'Ada Rae lost her hat' },
      'Ada Rae lost her hat.',
    ],
    [
      '“not only”',
      { text: 'Not only the ferry sails.', quote: 'Not only the ferry sails' },
      'Not only the ferry sails.',
    ],
  ])('%s', async (_, changes, article) => {
    expect(await strictly([claim(changes)], `${article}\n`)).toBe('');
  });

  test('a denial that another claim of the sentence accounts for', async () => {
    const article = 'Ada Rae has not answered and still has time.\n';
    const claims = [
      claim({ text: 'Ada Rae has not answered.', quote: 'Ada Rae has not answered', polarity: 'negated' }),
      claim({
        id: 's1.2',
        text: 'Ada Rae still has time.',
        quote: 'Ada Rae has not answered and still has time',
      }),
    ];
    expect(await strictly(claims, article)).toBe('');
  });

  test('words of other languages, which it does not judge', async () => {
    const changes = { text: 'He said it may not rain.', quote: 'said it may not rain' };
    expect(await strictly([claim(changes)], 'He said it may not rain.\n', 'de')).toBe('');
    expect(await strictly([claim(changes)], 'He said it may not rain.\n', null)).not.toBe('');
  });

  test('the claim set that is read by default, strictly', async () => {
    expect(await kimtrip(['verify', '--strict'])).toEqual({
      stdout: 'sound: 150 claims in 28 sentences\n',
      stderr: '',
      code: 0,
    });
  });
});

describe('a warning', () => {
  const slip = () =>
    setOf([claim({ text: 'He sails.', quote: 'The ferry sails' })], 'The ferry sails on Monday.\n');
  const LINE = 'claims.json:1: s1.1: claims[0].text says “He” before it says whom or what that is';

  test('goes to stderr, and the claim set is sound', async () => {
    const told = `kimtrip: warning: ${LINE}\nkimtrip: 1 warning; --strict counts them as faults\n`;
    const data = await slip();
    expect(await kimtrip(['verify', data])).toEqual({
      stdout: 'sound: 1 claim in 1 sentence\n',
      stderr: told,
      code: 0,
    });
    expect(await kimtrip(['verify', data, '--json'])).toEqual({ stdout: '[]\n', stderr: told, code: 0 });
    expect(await kimtrip(['list', '--data', data])).toMatchObject({ stderr: '', code: 0 });
  });

  test('is a fault under --strict', async () => {
    const data = await slip();
    expect(await kimtrip(['verify', data, '--strict'])).toEqual({ stdout: `${LINE}\n`, stderr: '', code: 1 });
    const { stdout, stderr, code } = await kimtrip(['verify', data, '--strict', '--json']);
    expect({ json: JSON.parse(stdout), stderr, code }).toEqual({
      json: [
        {
          file: 'claims.json',
          line: 1,
          id: 's1.1',
          path: 'claims[0].text',
          message: 'says “He” before it says whom or what that is',
          rule: 'words',
          severity: 'warning',
        },
      ],
      stderr: '',
      code: 1,
    });
  });

  test('of one claim comes beside the faults of another', async () => {
    const claims = [claim({ quote: 'Snow' }), claim({ id: 's1.2', text: 'He sails.' })];
    expect(
      await kimtrip(['verify', await setOf(claims, 'The ferry sails on Monday.\n'), '--strict']),
    ).toEqual({
      stdout: `claims.json:1: s1.1: claims[0].quote is not in s1\n${LINE.replace('[0]', '[1]').replace('s1.1', 's1.2')}\n`,
      stderr: '',
      code: 1,
    });
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ANSWERABLE_RULES } from '../src/claim-set/warnings.ts';
import { claimSetFolder, kimtrip, kimtripJson } from './helpers.ts';

const ENTITIES = [
  { id: 'rae', name: 'Ada Rae', type: 'person', aliases: ['the mayor'] },
  { id: 'holt', name: 'Bo Holt', type: 'person' },
  { id: 'ferry', name: 'the ferry', type: 'work' },
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

interface Warning {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
}

/** What `verify --strict` asks: rule, path and message. */
const asked = async (claims: readonly object[], article: string, language?: string | null) =>
  (await kimtripJson<Warning>(['verify', '--strict', await setOf(claims, article, language)])).map(
    ({ rule, path, message }) => `${rule}: ${path} ${message}`,
  );

const BY_RAE = { attribution: [{ source: 'rae' }] };

describe('verify asks about', () => {
  test.each<[rule: string, changes: object, article: string, question: string]>([
    [
      'word-boundary',
      {
        text: 'A delay is likely, it seems.',
        quote: 'A delay is unlikely',
        hedge: 'likely',
        certainty: 'probable',
      },
      'A delay is unlikely.',
      'claims[0].hedge begins or ends inside a word; the whole words are “unlikely”',
    ],
    [
      'word-boundary',
      { text: 'The ferry sails.', quote: 'The ferry sail' },
      'The ferry sails on Monday.',
      'claims[0].quote begins or ends inside a word; the whole words are “The ferry sails”',
    ],
    [
      'ambiguous-quote',
      { text: 'The ferry sails.', quote: 'ferry' },
      'The ferry is a ferry.',
      'claims[0].quote is in s1 more than once, and the first counts; quote more words',
    ],
    [
      'cut-hedge',
      { text: 'The ferry will sail.', quote: 'sail on Monday', stance: 'intended' },
      'The ferry may sail on Monday.',
      'claims[0].quote leaves out “may”, which makes it less than certain; quote it too',
    ],
    [
      'cut-hedge',
      { text: 'The ferry left.', quote: 'the ferry left' },
      'Perhaps the ferry left.',
      'claims[0].quote leaves out “Perhaps”, which makes it less than certain; quote it too',
    ],
    [
      'cut-hedge',
      { text: 'The ferry will sink.', quote: 'sink', stance: 'intended' },
      'The ferry is expected to sink.',
      'claims[0].quote leaves out “is expected”, which makes it less than certain; quote it too',
    ],
    [
      'unaccounted-hedge',
      { text: 'The ferry may sail.', quote: 'The ferry may sail' },
      'The ferry may sail.',
      'claims[0].hedge is null, and the text says “may”: how certain is it?',
    ],
    [
      'certain-hedge',
      { text: 'The ferry may sail.', quote: 'The ferry may sail', hedge: 'may' },
      'The ferry may sail.',
      'claims[0].certainty is certain, in spite of the hedge “may”',
    ],
    [
      'foreign-hedge',
      { text: 'The ferry possibly sails.', quote: 'The ferry sails', hedge: 'may', certainty: 'possible' },
      'The ferry sails, and rain may fall.',
      'claims[0].hedge “may” is neither in the quote nor in the text: is it of another claim?',
    ],
    [
      'surer-text',
      { text: 'The ferry sails.', quote: 'The ferry may sail' },
      'The ferry may sail.',
      'claims[0].text reads as certain, and its quote says “may”',
    ],
    [
      'surer-text',
      { text: 'The ferry sailed.', quote: 'The ferry will sail' },
      'The ferry will sail.',
      'claims[0].text reads as done, and its quote says “will”',
    ],
    [
      'certain-text',
      { text: 'The ferry sails.', quote: 'The ferry sails', certainty: 'possible' },
      'The ferry sails.',
      'claims[0].text reads as certain, and the claim is possible',
    ],
    [
      'cut-negation',
      { text: 'The ferry is permitted to sail.', quote: 'permitted to sail' },
      'The ferry is not permitted to sail.',
      'claims[0].quote leaves out “not”, which reverses it; quote it too',
    ],
    [
      'cut-negation',
      { text: 'The ferry has sailed.', quote: 'The ferry has not sailed' },
      'The ferry has not sailed.',
      'claims[0].polarity is affirmed, and the quote says “not”',
    ],
    [
      'polarity',
      { text: 'The ferry does not sail.', quote: 'The ferry does not sail' },
      'The ferry does not sail.',
      'claims[0].polarity is affirmed, and the text says “not”',
    ],
    [
      'condition',
      { text: 'The ferry sails if it is calm.', quote: 'The ferry sails if it is calm' },
      'The ferry sails if it is calm.',
      'claims[0].conditional is false, and the text says “if”',
    ],
    [
      'condition',
      { text: 'The ferry sails.', quote: 'The ferry sails' },
      'The ferry sails unless it is foggy.',
      'claims[0].conditional is false, and the sentence goes on “unless”; quote it too',
    ],
    [
      'intention',
      { text: 'The ferry plans to sail.', quote: 'The ferry plans to sail' },
      'The ferry plans to sail.',
      'claims[0].stance is asserted, and the text says “plans”: is it intended?',
    ],
    [
      'speaker',
      { text: 'The ferry sails on Monday.', quote: 'the ferry sails on Monday' },
      'Ada Rae said the ferry sails on Monday.',
      'claims[0].attribution is empty, and the sentence says “Ada Rae … said”: who says it?',
    ],
    [
      'speaker',
      { text: 'Bo Holt says the ferry sails.', quote: 'the ferry sails', attribution: [{ source: 'holt' }] },
      'Ada Rae said the ferry sails on Monday.',
      'claims[0].attribution names holt, and the sentence says “Ada Rae … said”: who says it?',
    ],
    [
      'speaker',
      { text: 'Bo Holt says the ferry sails.', quote: 'The ferry sails', attribution: [{ source: 'holt' }] },
      'The ferry sails on Monday.',
      'claims[0].attribution names a source, and nobody in the sentence says anything',
    ],
    [
      'unnamed-speaker',
      { quote: 'the ferry sails on Monday', ...BY_RAE },
      'Ada Rae said the ferry sails on Monday.',
      'claims[0].text does not say who says it',
    ],
    [
      'number',
      { text: 'The ferry has 50 seats.', quote: 'The ferry has forty seats' },
      'The ferry has forty seats.',
      'claims[0].text says “50”, a number that the sentence does not have',
    ],
    [
      'date',
      { text: 'The ferry sank in 1902.', quote: 'The ferry sank in 1901' },
      'The ferry sank in 1901.',
      'claims[0].text says “1902”, a date that neither the sentence nor the time has',
    ],
    [
      'year',
      {
        text: 'The ferry sank in 1901.',
        quote: 'The ferry sank in 1901',
        time: { edtf: '1902', text: 'in 1901' },
      },
      'The ferry sank in 1901.',
      'claims[0].time.edtf is 1902, and the words say 1901',
    ],
    [
      'name',
      { text: 'The ferry sails to Tarn.', quote: 'The ferry sails to Wick' },
      'The ferry sails to Wick.',
      'claims[0].text names “Tarn”, whom or which neither the sentence nor its entities name',
    ],
    [
      'entities',
      { text: 'Bo Holt sails.', quote: 'Bo Holt sails' },
      'Bo Holt sails.',
      'claims[0].entities lacks holt, and the text names “Bo Holt”',
    ],
    [
      'entities',
      { entities: ['ferry', 'holt'] },
      'The ferry sails on Monday.',
      'claims[0].entities[1] is holt, which neither the text nor its paragraph names',
    ],
    [
      'pronoun',
      { text: 'On its way, the ferry stops.', quote: 'On its way, the ferry stops' },
      'On its way, the ferry stops.',
      'claims[0].text says “its” before it says whom or what that is',
    ],
    [
      'relative-time',
      { text: 'The ferry sank last month.', quote: 'The ferry sank last month' },
      'The ferry sank last month.',
      'claims[0].text says “last month”, which only the day of the article explains',
    ],
  ])('%s: %j', async (rule, changes, article, question) => {
    expect(await asked([claim(changes)], `${article}\n`)).toContain(`${rule}: ${question}`);
  });

  test('claims that say the same, in whatever order, and sentences without a claim', async () => {
    const claims = [
      claim({}),
      claim({ id: 's1.2', text: 'the ferry sails on monday' }),
      claim({ id: 's1.3', text: 'On Monday the ferry sails.' }),
    ];
    expect(await asked(claims, 'The ferry sails on Monday.\nIt rains.\n')).toEqual([
      'alike: claims[1].text says the same as claims[0]',
      'alike: claims[2].text says the same as claims[0]',
      'unclaimed-sentence: s2 has no claim',
    ]);
  });
});

describe('verify asks nothing about', () => {
  test.each<[what: string, changes: object, article: string]>([
    ['a month', { text: 'It is May 9.', quote: 'It is May 9' }, 'It is May 9.'],
    [
      'a condition',
      { text: 'The ferry would sail if it rained.', quote: 'would sail if it rained', conditional: true },
      'The ferry would sail if it rained.',
    ],
    [
      'a speaker by an alias',
      { text: 'The ferry sails, the mayor holds.', quote: 'the ferry sails', ...BY_RAE },
      'For the mayor, the ferry sails, Ada Rae said.',
    ],
    ['an “it” that stands for nothing', { text: 'It is raining.', quote: 'It is raining' }, 'It is raining.'],
    [
      'a pronoun after its name',
      { text: 'Ada Rae lost her hat.', quote: 'Ada Rae lost her hat', subject: 'rae' },
      'Ada Rae lost her hat.',
    ],
    [
      '“not only”',
      { text: 'Not only the ferry sails.', quote: 'Not only the ferry sails' },
      'Not only the ferry sails.',
    ],
    [
      'what is taken for granted under a doubt',
      { text: 'The ferry has an old engine.', quote: 'its old engine', stance: 'presupposed' },
      'The ferry may not keep its old engine.',
    ],
    [
      'a denial of something else',
      {
        text: 'Ada Rae still has time.',
        quote: 'Ada Rae has not answered and still has time',
        subject: 'rae',
      },
      'Ada Rae has not answered and still has time.',
    ],
  ])('%s', async (_, changes, article) => {
    expect(await asked([claim(changes)], `${article}\n`)).toEqual([]);
  });

  test('words of other languages, but for what needs no words', async () => {
    const changes = { text: 'He said it may not rain.', quote: 'aid it may not rain' };
    expect(await asked([claim(changes)], 'He said it may not rain.\n', 'de')).toEqual([
      'word-boundary: claims[0].quote begins or ends inside a word; the whole words are “said it may not rain”',
    ]);
  });

  test.each(['data', 'tests/data/mill-fire'])('the claim sets in %s', async (folder) => {
    const { stderr, code } = await kimtrip(['verify', '--strict', join(import.meta.dirname, '..', folder)]);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  });
});

test('every rule is explained', async () => {
  const page = await readFile(join(import.meta.dirname, '../docs/verify.md'), 'utf8');
  expect(ANSWERABLE_RULES.filter((rule) => !page.includes(`| \`${rule}\` |`))).toEqual([]);
});

describe('checked', () => {
  const negated = { text: 'The ferry does not sail.', quote: 'The ferry does not sail' };
  const article = 'The ferry does not sail.\n';

  test('answers a rule, with a reason', async () => {
    expect(await asked([claim({ ...negated, checked: ['polarity: an idiom'] })], article)).toEqual([]);
  });

  test('has a reason, and answers what was asked', async () => {
    const checked = ['polarity', 'year: the council met in 1990'];
    expect(await asked([claim({ ...negated, checked })], article)).toEqual([
      'checked: claims[0].checked[0] gives no reason; write “polarity: why”',
      'checked: claims[0].checked[1] answers year, which asks nothing here',
    ]);
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
    expect(await kimtripJson(['verify', data, '--strict'])).toEqual([
      {
        file: 'claims.json',
        line: 1,
        id: 's1.1',
        path: 'claims[0].text',
        message: 'says “He” before it says whom or what that is',
        rule: 'pronoun',
        severity: 'warning',
      },
    ]);
  });

  test('of one claim comes beside the faults of another', async () => {
    const claims = [
      claim({ quote: 'Snow', text: 'He sails.' }),
      claim({ id: 's1.2', text: 'He sails.', quote: 'The ferry sails' }),
    ];
    expect(
      await kimtrip(['verify', await setOf(claims, 'The ferry sails on Monday.\n'), '--strict']),
    ).toEqual({
      stdout: `claims.json:1: s1.1: claims[0].quote is not in s1\n${LINE.replace('[0]', '[1]').replace('s1.1', 's1.2')}\n`,
      stderr: '',
      code: 1,
    });
  });
});

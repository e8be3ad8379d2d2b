import { chmod, mkdir, symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimSetFolder, kimtrip, kimtripJson, shell, withoutPlaces } from './helpers.ts';
import { portHope } from './port-hope.ts';

const RAIN = 'Rain may fall on Monday, the weather service said.\n';

const SMALLEST = {
  article: { title: null, publisher: 'Example News', author: [], issued: null },
  entities: [{ id: 'weather-service', name: 'the weather service', type: 'organisation' }],
  topics: [],
  claims: [
    {
      id: 's1.1',
      text: 'The weather service says rain may fall on Monday.',
      quote: 'Rain may fall on Monday, the weather service said',
      certainty: 'possible',
      hedge: 'may',
      attribution: [{ source: 'weather-service' }],
    },
  ],
};

/** The smallest claim set, its claim changed. */
const withClaim = (changes: object) => ({ ...SMALLEST, claims: [{ ...SMALLEST.claims[0], ...changes }] });

/** The smallest claim set, its entity changed. */
const withEntity = (changes: object) => ({
  ...SMALLEST,
  entities: [{ ...SMALLEST.entities[0], ...changes }],
});

/** A claim set of nothing but quotes. */
const quoting = (...quotes: [id: string, quote: string][]) => ({
  article: {},
  claims: quotes.map(([id, quote]) => ({ id, text: `A claim: ${quote}`, quote, certainty: 'certain' })),
});

describe('the smallest claim set', () => {
  test('prints with every default filled in', async () => {
    const data = await claimSetFolder(SMALLEST, RAIN);
    expect(await kimtripJson(['list', '--data', data])).toEqual([
      {
        id: 's1.1',
        text: 'The weather service says rain may fall on Monday.',
        saidBy: 'the weather service',
        howSure: 'possible · “may”',
        quote: {
          exact: 'Rain may fall on Monday, the weather service said',
          prefix: '',
          suffix: '.',
          start: 0,
          end: 49,
        },
        sentence: {
          id: 's1',
          text: 'Rain may fall on Monday, the weather service said.',
          paragraph: 1,
          start: 0,
          end: 50,
        },
        subject: null,
        entities: [],
        topics: [],
        attribution: [{ source: 'weather-service', name: 'the weather service', anonymous: false }],
        certainty: 'possible',
        polarity: 'affirmed',
        stance: 'asserted',
        conditional: false,
        hedge: 'may',
        time: null,
        qualifiedBy: [],
        article: {
          id: expect.stringMatching(/^kimtrip-[a-z0-9-]+$/),
          title: null,
          publisher: 'Example News',
          author: [],
          issued: null,
          url: null,
          accessed: null,
        },
      },
    ]);
  });

  test('verifies', async () => {
    const data = await claimSetFolder(SMALLEST, RAIN);
    expect(await kimtrip(['verify', data])).toEqual({
      stdout: 'sound: 1 claim in 1 sentence\n',
      stderr: '',
      code: 0,
    });
    expect(await kimtrip(['verify', data, '--json'])).toEqual({ stdout: '[]\n', stderr: '', code: 0 });
  });
});

describe('which claim set is read', () => {
  const ids = ['list', '--fields', 'id'];

  test('--data names it', async () => {
    const { stdout } = await kimtrip([...ids, '--data', await claimSetFolder(SMALLEST, RAIN)]);
    expect(stdout).toBe('s1.1\n');
  });

  test('KIMTRIP_DATA names it', async () => {
    const { stdout } = await kimtrip(ids, { env: { KIMTRIP_DATA: await claimSetFolder(SMALLEST, RAIN) } });
    expect(stdout).toBe('s1.1\n');
  });

  test('--data wins over KIMTRIP_DATA', async () => {
    const env = { KIMTRIP_DATA: await portHope() };
    const { stdout } = await kimtrip([...ids, '--data', await claimSetFolder(SMALLEST, RAIN)], { env });
    expect(stdout).toBe('s1.1\n');
  });

  test('an empty KIMTRIP_DATA counts for nothing', async () => {
    expect(await kimtrip(ids, { env: { KIMTRIP_DATA: '' } })).toEqual(await kimtrip(ids));
  });

  test('verify reads the same one', async () => {
    const env = { KIMTRIP_DATA: await portHope() };
    const data = await claimSetFolder(SMALLEST, RAIN);
    expect(await kimtrip(['verify'], { env })).toMatchObject({ stdout: 'sound: 5 claims in 5 sentences\n' });
    expect(await kimtrip(['verify', '--data', data], { env })).toMatchObject({
      stdout: 'sound: 1 claim in 1 sentence\n',
    });
    expect(await kimtrip(['verify', data], { env })).toMatchObject({
      stdout: 'sound: 1 claim in 1 sentence\n',
    });
  });
});

describe('sentences and paragraphs', () => {
  const TWO_PARAGRAPHS = [
    { id: 's1', text: 'One.', paragraph: 1, start: 0, end: 4, claims: [] },
    { id: 's2', text: 'Two.', paragraph: 1, start: 5, end: 9, claims: [] },
    { id: 's3', text: 'Three.', paragraph: 2, start: 11, end: 17, claims: [] },
  ];

  test.each([
    ['a sentence a line, a blank line between paragraphs', 'One.\nTwo.\n\nThree.\n'],
    ['no line feed at the end', 'One.\nTwo.\n\nThree.'],
    ['line ends of Windows', 'One.\r\nTwo.\r\n\r\nThree.\r\n'],
    ['a byte order mark', '\ufeffOne.\nTwo.\n\nThree.\n'],
    ['several blank lines', '\n\nOne.\nTwo.\n\n\n\nThree.\n\n'],
    ['blanks on the blank line and around the sentences', ' One. \nTwo.\t\n \t \nThree.\n'],
  ])('are read from %s', async (_, article) => {
    const data = await claimSetFolder({ article: {}, claims: [] }, article);
    expect(await kimtripJson(['list', 'sentences', '--data', data])).toEqual(TWO_PARAGRAPHS);
  });

  test('claims.json may begin with a byte order mark', async () => {
    const data = await claimSetFolder(`\ufeff${JSON.stringify(SMALLEST)}`, RAIN);
    expect(await kimtripJson(['list', '--fields', 'id', '--data', data])).toEqual([{ id: 's1.1' }]);
  });
});

describe('offsets count code points of the article', () => {
  test.each<[what: string, article: string, id: string, quote: object]>([
    [
      'after astral characters',
      '😀 🇰🇵 rain.\n',
      's1.1',
      { exact: 'rain', prefix: '😀 🇰🇵 ', suffix: '.', start: 5, end: 9 },
    ],
    [
      'of astral characters',
      'A 𝒷𝒸 d.\n',
      's1.1',
      { exact: '𝒷𝒸', prefix: 'A ', suffix: ' d.', start: 2, end: 4 },
    ],
    [
      'among combining marks, each of which counts',
      'Cafe\u0301 au lait.\n',
      's1.1',
      { exact: 'au lait', prefix: 'Cafe\u0301 ', suffix: '.', start: 6, end: 13 },
    ],
    [
      'among curly quotes and dashes',
      'It’s “now” — or never.\n',
      's1.1',
      { exact: '“now” — or', prefix: 'It’s ', suffix: ' never.', start: 5, end: 15 },
    ],
    [
      'over sentences joined by a space and paragraphs joined by a blank line',
      'One.\nTwo.\n\nThree 😀.\r\n\r\nFour.\n',
      's4.1',
      { exact: 'Four', prefix: 'One. Two.\n\nThree 😀.\n\n', suffix: '.', start: 21, end: 25 },
    ],
    [
      'with at most 32 code points before and after',
      `${'😀'.repeat(40)}word${'é'.repeat(40)}\n`,
      's1.1',
      { exact: 'word', prefix: '😀'.repeat(32), suffix: 'é'.repeat(32), start: 40, end: 44 },
    ],
  ])('%s', async (_, article, id, quote) => {
    const data = await claimSetFolder(quoting([id, (quote as { exact: string }).exact]), article);
    expect(await kimtripJson(['list', '--fields', 'quote', '--data', data])).toEqual([{ quote }]);
  });
});

describe('a broken rule', () => {
  test.each<[what: string, claims: unknown, fault: string]>([
    [
      'a quote that is not in its sentence',
      withClaim({ quote: 'Rain will fall' }),
      'claims[0].quote is not in s1 (did you mean “Rain may fall”?)',
    ],
    ['a quote of half a character', quoting(['s1.1', '\ude00']), 'claims[0].quote is not in s1'],
    ['a hedge that is not in its sentence', withClaim({ hedge: 'might' }), 'claims[0].hedge is not in s1'],
    [
      'words of a time that are not in the sentence',
      withClaim({ time: { edtf: '2015', text: 'Tuesday' } }),
      'claims[0].time.text is not in s1',
    ],
    [
      'a sentence that the article lacks',
      withClaim({ id: 's2.1' }),
      'claims[0].id is of a sentence that article.txt lacks: s2',
    ],
    [
      'an entity that is none',
      withClaim({ entities: ['weather-servise'] }),
      'claims[0].entities[0] names no known id: weather-servise (did you mean weather-service?)',
    ],
    [
      'a subject that is no entity',
      withClaim({ subject: 'wether-service' }),
      'claims[0].subject names no known id: wether-service (did you mean weather-service?)',
    ],
    [
      'a source that is no entity',
      withClaim({ attribution: [{ source: 'weather-service' }, { source: 'zzz' }] }),
      'claims[0].attribution[1].source names no known id: zzz',
    ],
    [
      'a topic that is none',
      { ...withClaim({ topics: ['wether'] }), topics: [{ id: 'weather', name: 'The weather' }] },
      'claims[0].topics[0] names no known id: wether (did you mean weather?)',
    ],
    [
      'a claim id given twice',
      quoting(['s1.1', 'Rain'], ['s1.1', 'Monday']),
      'claims[1].id s1.1 is already claims[0]',
    ],
    [
      'an entity id given twice',
      { ...SMALLEST, entities: [...SMALLEST.entities, ...SMALLEST.entities] },
      'entities[1].id weather-service is already entities[0]',
    ],
    [
      'a topic id given twice',
      { ...SMALLEST, topics: [1, 2].map((number) => ({ id: 'weather', name: `Weather ${number}` })) },
      'topics[1].id weather is already topics[0]',
    ],
    [
      'an entity named twice in a claim',
      withClaim({ entities: ['weather-service', 'weather-service'] }),
      'claims[0].entities[1] is named twice',
    ],
    [
      'the id that is kept for the own voice',
      { ...SMALLEST, entities: [...SMALLEST.entities, { id: 'article', name: 'the article', type: 'work' }] },
      'entities[1].id is kept for the article’s own voice',
    ],
    [
      'an entity id of other characters',
      { ...withEntity({ id: 'Weather Service' }), claims: [] },
      'entities[0].id must be small letters and digits joined by hyphens, such as kim-jong-un',
    ],
    [
      'a claim id of another shape',
      withClaim({ id: '1.1' }),
      'claims[0].id must be a sentence and a number in it, such as s18.3',
    ],
    [
      'a certainty that is none',
      withClaim({ certainty: 'likely' }),
      'claims[0].certainty must be one of certain, probable, possible, uncommitted',
    ],
    [
      'an entity type that is none',
      withEntity({ type: 'agency' }),
      'entities[0].type must be one of person, group, place, organisation, event, work',
    ],
    ['a number for a text', withClaim({ text: 7 }), 'claims[0].text must be string'],
    ['a word for a yes or no', withClaim({ conditional: 'no' }), 'claims[0].conditional must be boolean'],
    ['a text for a list', withClaim({ keywords: 'storm' }), 'claims[0].keywords must be array'],
    ['a number for a text or null', withClaim({ hedge: 7 }), 'claims[0].hedge must be string or null'],
    ['an empty text', withClaim({ text: ' ' }), 'claims[0].text must not be empty'],
    [
      'a misspelt field',
      withClaim({ entitites: [] }),
      'claims[0].entitites is not a known field (did you mean entities?)',
    ],
    ['a field of no kind', { ...SMALLEST, zzz: 1 }, 'zzz is not a known field'],
    [
      'a missing field',
      { article: {}, claims: [{ id: 's1.1', text: 'Rain.', certainty: 'certain' }] },
      'claims[0].quote is missing',
    ],
    ['a missing list', { article: {} }, 'claims is missing'],
    ['a list for the whole', [], 'must be object'],
    [
      'an author without a name',
      { ...SMALLEST, article: { author: [{ given: 'Ada' }] } },
      'article.author[0] needs a family or a literal name',
    ],
    [
      'a time that is no EDTF',
      withClaim({ time: { edtf: 'next week', text: 'Monday' } }),
      'claims[0].time.edtf is not an EDTF date, interval or set of level 0 or 1, such as 2014-07, 2010/2011 or [2014-12..2015-04]',
    ],
    [
      'a time that ends before it begins',
      withClaim({ time: { edtf: '2015/2014', text: 'Monday' } }),
      'claims[0].time.edtf ends before it begins: 2015/2014',
    ],
    [
      'an inferred time without a reason',
      withClaim({ time: { edtf: '2015', text: 'Monday', inferred: true } }),
      'claims[0].time.basis is missing: an inferred time says why',
    ],
    [
      'an inferred date of publication without a reason',
      { ...SMALLEST, article: { issued: { edtf: '2015', inferred: true } } },
      'article.issued.basis is missing: an inferred time says why',
    ],
  ])('%s is told with its place, and nothing is loaded', async (_, claims, fault) => {
    const data = await claimSetFolder(claims, `${RAIN.trim()} 😀\n`);
    // Warnings, on stderr, have tests of their own.
    const { stdout, code } = await kimtrip(['verify', data]);
    expect({ stdout: withoutPlaces(stdout), code }).toEqual({ stdout: `claims.json: ${fault}\n`, code: 1 });
    expect(await kimtrip(['list', '--data', data])).toEqual({
      stdout: '',
      stderr: `kimtrip: claims.json: ${fault}; mend it and check with kimtrip verify ${data}\n`,
      code: 2,
    });
  });

  test.each<[what: string, json: string, faults: string[]]>([
    [
      'in a claim',
      JSON.stringify(SMALLEST).replace('"hedge":', '"certainty":"certain","hedge":'),
      ['claims[0].certainty is given twice; only one of them can count'],
    ],
    [
      'of lists, written otherwise',
      JSON.stringify(SMALLEST).replace('"topics"', '"cl\\u0061ims" : [], "topics"'),
      ['claims is given twice; only one of them can count'],
    ],
    [
      'that is a part of every object',
      JSON.stringify(SMALLEST).replace('"id"', '"__proto__":{},"__proto__":{},"id"'),
      [
        'entities[0].__proto__ is given twice; only one of them can count',
        'entities[0].__proto__ is not a known field',
      ],
    ],
    [
      'with spaces before its colon',
      JSON.stringify(SMALLEST).replace('"topics":', '"topics"\n  : [], "topics" :'),
      ['topics is given twice; only one of them can count'],
    ],
    [
      'in one of several of a list',
      JSON.stringify({
        ...SMALLEST,
        topics: [
          { id: 'rain', name: 'Rain' },
          { id: 'wind', name: 'Wind' },
        ],
      }).replace('"name":"Wind"', '"name":"Wind","name":"Gale"'),
      ['topics[1].name is given twice; only one of them can count'],
    ],
  ])('a key given twice: one %s', async (_, json, faults) => {
    const data = await claimSetFolder(json, RAIN);
    const { stdout, code } = await kimtrip(['verify', data]);
    expect({ stdout: withoutPlaces(stdout), code }).toEqual({
      stdout: faults.map((fault) => `claims.json: ${fault}\n`).join(''),
      code: 1,
    });
    expect(await kimtrip(['list', '--data', data])).toMatchObject({ stdout: '', code: 2 });
  });

  test('a colon in a text makes no key of it', async () => {
    const data = await claimSetFolder(
      withClaim({ text: 'He says: "rain": may fall, "": {"a": 1, "a": 2}' }),
      RAIN,
    );
    expect(await kimtrip(['verify', data])).toMatchObject({ stdout: 'sound: 1 claim in 1 sentence\n' });
  });

  test('no more than ten thousand are told', async () => {
    const data = await claimSetFolder({ article: {}, claims: Array(10_001).fill(0) }, RAIN);
    const { stdout, stderr, code } = await kimtrip(['verify', data]);
    expect({ lines: stdout.split('\n').length - 1, stderr, code }).toEqual({
      lines: 10_000,
      stderr: 'kimtrip: only the first 10,000 faults are shown\n',
      code: 1,
    });
    expect((await kimtrip(['list', '--data', data])).stderr).toBe(
      `kimtrip: claims.json: claims[0] must be object, and at least 9999 more: see them all with kimtrip verify ${data}\n`,
    );
  });

  describe('of words that are not in their sentence tells what was meant', () => {
    const ARTICLE = 'It’s “now” — or never, she said.\nRain may fall on Monday.\n\n雨が降る。\n';
    test.each<[what: string, id: string, quote: string, hint: string]>([
      [
        'quotes and dashes of a keyboard',
        's1.1',
        'It\'s "now" - or never',
        ' (did you mean “It’s “now” — or never”?)',
      ],
      ['quotes at its ends', 's1.1', '"now"', ' (did you mean ““now””?)'],
      ['small and capital letters', 's2.1', 'rain may fall', ' (did you mean “Rain may fall”?)'],
      ['two blanks', 's2.1', 'Rain  may fall', ' (did you mean “Rain may fall”?)'],
      ['a word more', 's2.1', 'Rain may also fall on Monday', ' (did you mean “Rain may fall on Monday”?)'],
      ['a word less', 's2.1', 'Rain may on Monday', ' (did you mean “Rain may fall on Monday”?)'],
      ['another word', 's2.1', 'Rain will fall on Monday', ' (did you mean “Rain may fall on Monday”?)'],
      ['another sentence', 's1.1', 'Rain may fall', ' (it is in s2)'],
      ['another sentence, nearly', 's2.1', 'it\'s "now"', ' (it is in s1)'],
      ['one character of another', 's3.1', '雨が振る', ' (did you mean “雨が降る”?)'],
      ['nothing of the kind', 's2.1', 'The mayor resigned', ''],
      ['no word', 's2.1', '?!', ''],
    ])('%s', async (_, id, quote, hint) => {
      const data = await claimSetFolder(quoting([id, quote]), ARTICLE);
      expect(withoutPlaces((await kimtrip(['verify', data])).stdout)).toBe(
        `claims.json: claims[0].quote is not in ${id.split('.')[0]}${hint}\n`,
      );
    });

    test.each<[what: string, quote: string, article: string, difference: string]>([
      ['a Cyrillic letter', 'Rаin may', 'Rain may fall.', 'it has a Cyrillic letter (U+0430)'],
      ['a no-break space', 'Rain\u00a0may', 'Rain may fall.', 'it has a no-break space (U+00A0)'],
      ['a soft hyphen', 'Ra\u00adin may', 'Rain may fall.', 'it has a soft hyphen (U+00AD)'],
      [
        'an accent of its own',
        'Cafe\u0301s',
        'Caf\u00e9s may fall.',
        'it has an accent apart from its letter (U+0301)',
      ],
      [
        'a no-break space of the article',
        'Rain may',
        'Rain\u00a0may fall on Monday.',
        'the sentence has a no-break space (U+00A0)',
      ],
    ])('%s', async (_, quote, article, difference) => {
      const data = await claimSetFolder(quoting(['s1.1', quote]), `${article}\n`);
      expect(withoutPlaces((await kimtrip(['verify', data])).stdout)).toBe(
        `claims.json: claims[0].quote is not in s1 (it looks the same, and ${difference}; copy the words of the sentence)\n`,
      );
    });

    test.each<[quote: string, meant: string]>([
      ['Mayor said: "Rain', 'mayor said: “Rain'],
      ['Rain may fall heavily on Monday', 'Rain may fall — heavily — on Monday'],
      ['Rain may fall — heavily — on Tuesday', 'Rain may fall — heavily — on'],
      ['on monday,” the', 'on Monday,” the'],
      ['(in Port hope)', '(in Port Hope)'],
      ['in Port hope', 'in Port Hope'],
      ["the radio's weather desk", 'the radio’s weather desk'],
    ])('with what stands between and around them: %s', async (quote, meant) => {
      const article =
        'The mayor said: “Rain may fall — heavily — on Monday,” the radio’s weather desk (in Port Hope) reported.';
      const data = await claimSetFolder(quoting(['s1.1', quote]), article);
      expect(withoutPlaces((await kimtrip(['verify', data])).stdout)).toBe(
        `claims.json: claims[0].quote is not in s1 (did you mean “${meant}”?)\n`,
      );
    });
  });

  const CERTAINTY_IS_MISSING =
    'claims.json: claims[9].certainty is missing: say how sure the article is, one of certain, probable, possible, uncommitted';

  describe('of several', () => {
    test('verify checks what is left of claims that lack fields, or are none', async () => {
      const data = await claimSetFolder(
        {
          article: { publisher: 1 },
          claims: [{ id: 's1.1', text: 'It may rain.', hedge: 'might', odd: 1 }, 7],
        },
        RAIN,
      );
      expect(withoutPlaces((await kimtrip(['verify', data])).stdout).split('\n')).toEqual([
        'claims.json: article.publisher must be string or null',
        'claims.json: claims[0].hedge is not in s1',
        'claims.json: claims[0].odd is not a known field',
        'claims.json: claims[0].quote is missing',
        CERTAINTY_IS_MISSING.replace('[9]', '[0]'),
        'claims.json: claims[1] must be object',
        '',
      ]);
    });

    test('verify tells those of claims though the article’s own fields are malformed', async () => {
      const data = await claimSetFolder({ ...withClaim({ quote: 'Hail' }), article: { title: 7 } }, RAIN);
      expect(withoutPlaces((await kimtrip(['verify', data])).stdout)).toBe(
        'claims.json: article.title must be string or null\nclaims.json: claims[0].quote is not in s1\n',
      );
    });

    test('verify tells all, those of malformed claims too', async () => {
      const { claims } = withClaim({ certainty: 'sure', quote: 'Snow' });
      const data = await claimSetFolder(
        { ...SMALLEST, claims: [...claims, ...withClaim({ quote: 'Hail' }).claims] },
        RAIN,
      );
      expect(withoutPlaces((await kimtrip(['verify', data])).stdout)).toBe(
        'claims.json: claims[0].quote is not in s1\n' +
          'claims.json: claims[0].certainty must be one of certain, probable, possible, uncommitted\n' +
          'claims.json: claims[1].id s1.1 is already claims[0]\n' +
          'claims.json: claims[1].quote is not in s1\n',
      );
    });

    test('verify tells them in the order of the file, what is missing last', async () => {
      const claims = [
        { quote: 'Snow', id: 's1.1', text: 1, 7: 0, colour: 1 },
        ...[2, 3, 4, 5, 6, 7, 8, 9].map((number) => ({ text: 'It may.', quote: 'may', id: `s1.${number}` })),
        {},
        'none',
        { id: 's9.9', text: 'It may.', quote: 'Hail' },
      ];
      const data = await claimSetFolder(
        { topics: [{ id: 'rain' }], claims, article: { publisher: 1, title: 7, issued: '2' }, extra: 1 },
        RAIN,
      );
      expect(withoutPlaces((await kimtrip(['verify', data])).stdout).split('\n')).toEqual([
        'claims.json: topics[0].name is missing',
        'claims.json: claims[0][7] is not a known field',
        'claims.json: claims[0].quote is not in s1',
        'claims.json: claims[0].text must be string',
        'claims.json: claims[0].colour is not a known field',
        'claims.json: claims[9].id is missing',
        'claims.json: claims[9].text is missing',
        'claims.json: claims[9].quote is missing',
        CERTAINTY_IS_MISSING,
        'claims.json: claims[10] must be object',
        'claims.json: claims[11].id is of a sentence that article.txt lacks: s9',
        'claims.json: article.publisher must be string or null',
        'claims.json: article.title must be string or null',
        'claims.json: article.issued must be object or null',
        'claims.json: extra is not a known field',
        '',
      ]);
    });

    const brokenThrice = () => {
      const claimSet = withClaim({ quote: 'Snow', hedge: 'might', subject: 'radio' });
      return claimSetFolder(JSON.stringify(claimSet, null, 2), RAIN);
    };

    test('verify tells each on a line, with its line in the file and its claim, and exits 1', async () => {
      expect(await kimtrip(['verify', await brokenThrice()])).toEqual({
        stdout:
          'claims.json:20: s1.1: claims[0].quote is not in s1\n' +
          'claims.json:22: s1.1: claims[0].hedge is not in s1\n' +
          'claims.json:28: s1.1: claims[0].subject names no known id: radio\n',
        stderr: '',
        code: 1,
      });
    });

    test('verify --json tells them as one array', async () => {
      const { stdout, stderr, code } = await kimtrip(['verify', '--json', await brokenThrice()]);
      expect({ stderr, code }).toEqual({ stderr: '', code: 1 });
      const place = { file: 'claims.json', id: 's1.1', severity: 'error' };
      expect(JSON.parse(stdout)).toEqual([
        { ...place, line: 20, path: 'claims[0].quote', message: 'is not in s1', rule: 'verbatim' },
        { ...place, line: 22, path: 'claims[0].hedge', message: 'is not in s1', rule: 'verbatim' },
        {
          ...place,
          line: 28,
          path: 'claims[0].subject',
          message: 'names no known id: radio',
          rule: 'unknown-id',
        },
      ]);
    });

    test('what is missing has the line of what should hold it', async () => {
      const json =
        '{ "article": {\n  "issued":\n{ "inferred": true } },\n\n"claims": [\n\n{ "id": "s1.1" }]}';
      const { stdout } = await kimtrip(['verify', await claimSetFolder(json, RAIN)]);
      expect(stdout.split('\n').map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
        'claims.json:2: article.issued.edtf is',
        'claims.json:7: s1.1: claims[0].text',
        'claims.json:7: s1.1: claims[0].quote',
        'claims.json:7: s1.1: claims[0].certainty',
        '',
      ]);
    });

    test.each([
      [['search', 'rain']],
      [['list']],
      [['list', 'sentences']],
      [['quote', 's1']],
      [['list', '--json']],
    ])('%j tells the first, how many more there are and how to see them', async (argv) => {
      const data = await brokenThrice();
      expect(await kimtrip([...argv, '--data', data])).toEqual({
        stdout: '',
        stderr: `kimtrip: claims.json: claims[0].quote is not in s1, and 2 more: see them all with kimtrip verify ${data}\n`,
        code: 2,
      });
    });
  });
});

describe('a claim set that cannot be read', () => {
  const fault = async (folder: string) => {
    const ran = await kimtrip(['list', '--data', folder]);
    expect(await kimtrip(['verify', folder])).toEqual(ran);
    expect(await kimtrip(['verify', folder, '--json'])).toEqual(ran);
    expect(ran).toMatchObject({ stdout: '', code: 2 });
    return ran.stderr;
  };
  const HINT = 'a claim set is a folder with article.txt and claims.json';

  test('has no folder', async () => {
    const data = join(await portHope(), 'nowhere');
    expect(await fault(data)).toBe(
      `kimtrip: cannot read ${join(data, 'claims.json')}: there is no such file; ${HINT}\n`,
    );
  });

  test('has no claims.json', async () => {
    const data = await claimSetFolder(null, RAIN);
    expect(await fault(data)).toBe(
      `kimtrip: cannot read ${join(data, 'claims.json')}: there is no such file; ${HINT}\n`,
    );
  });

  test('has no article.txt', async () => {
    const data = await claimSetFolder(SMALLEST, null);
    expect(await fault(data)).toBe(
      `kimtrip: cannot read ${join(data, 'article.txt')}: there is no such file; ${HINT}\n`,
    );
  });

  test('is a file', async () => {
    const data = join(await portHope(), 'article.txt');
    expect(await fault(data)).toBe(
      `kimtrip: cannot read ${join(data, 'claims.json')}: its folder is not a folder; ${HINT}\n`,
    );
  });

  test('has a folder in the place of a file', async () => {
    const data = await claimSetFolder(SMALLEST, null);
    await mkdir(join(data, 'article.txt'));
    expect(await fault(data)).toBe(
      `kimtrip: cannot read ${join(data, 'article.txt')}: it is a folder; ${HINT}\n`,
    );
  });

  test.each([
    [
      'Latin-1',
      'article.txt',
      'it is not UTF-8 text',
      [SMALLEST, new Uint8Array([0x52, 0xe9, 0x2e])] as const,
    ],
    [
      'UTF-16 with a mark',
      'claims.json',
      'it is UTF-16, not UTF-8 text',
      [new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), RAIN] as const,
    ],
    [
      'UTF-16, its bytes the other way round',
      'claims.json',
      'it is UTF-16, not UTF-8 text',
      [new Uint8Array([0xfe, 0xff, 0x00, 0x7b]), RAIN] as const,
    ],
    [
      'Latin-1 that begins like UTF-16',
      'article.txt',
      'it is not UTF-8 text',
      [SMALLEST, new Uint8Array([0xff, 0x52])] as const,
    ],
    [
      'Latin-1 that begins like UTF-16 the other way round',
      'article.txt',
      'it is not UTF-8 text',
      [SMALLEST, new Uint8Array([0xfe, 0x52])] as const,
    ],
    [
      'Latin-1 that goes on like UTF-16',
      'article.txt',
      'it is not UTF-8 text',
      [SMALLEST, new Uint8Array([0x52, 0xfe])] as const,
    ],
    [
      'Latin-1 that goes on like UTF-16 the other way round',
      'article.txt',
      'it is not UTF-8 text',
      [SMALLEST, new Uint8Array([0x52, 0xff])] as const,
    ],
    [
      'UTF-16 without one',
      'article.txt',
      'it is not UTF-8 text, for it holds NUL characters',
      [SMALLEST, Buffer.from('Rain may fall.', 'utf16le')] as const,
    ],
  ])('is in %s: %s', async (_, file, what, [claims, article]) => {
    const data = await claimSetFolder(claims, article);
    expect(await fault(data)).toBe(`kimtrip: cannot read ${join(data, file)}: ${what}; save it as UTF-8\n`);
  });

  test.each([
    ['cut off', JSON.stringify(SMALLEST, null, 2).slice(0, 99)],
    ['empty', ''],
    ['no JSON', 'claims:\n  - id: s1.1\n'],
    ['hostile', '{"\u001b[31m\u202e": \u001b[2J\n}'],
  ])('has a claims.json that is %s', async (_, claims) => {
    const data = await claimSetFolder(claims, RAIN);
    const line = await fault(data);
    expect(line).toMatch(/^kimtrip: cannot read .*claims\.json: [^\p{Cc}\p{Cf}]+\n$/u);
  });

  test.each<[what: string, claims: string, why: string]>([
    [
      'broken',
      '{\n  "article": {}\n  "claims": []\n}',
      "Expected ',' or '}' after property value in JSON at line 3, column 3; mend the JSON there",
    ],
    [
      'cut off',
      '{"article": {}, "claims": [{"id"',
      '(?:Unexpected end of JSON input|Expected .*) at line 1, column 33; mend the JSON there',
    ],
    ['empty', '', 'Unexpected end of JSON input at line 1, column 1; mend the JSON there'],
    [
      'given a comma too many',
      '{\n  "article": {},\n  "claims": [],\n}',
      'Expected .* at line 4, column 1; mend the JSON there',
    ],
    ['YAML', 'article:\n  publisher: x\n', 'Unexpected token .* at line 1, column 1; mend the JSON there'],
    [
      'nested very deep',
      '['.repeat(100_000) + ']'.repeat(100_000),
      'its JSON is nested 100000 levels deep; the limit is 32; mend the JSON there',
    ],
    [
      'nested in a claim',
      `{"article": {}, "claims": [${'{"id":'.repeat(50)}1${'}'.repeat(50)}]}`,
      'its JSON is nested 52 levels deep; the limit is 32; mend the JSON there',
    ],
    [
      'full of one claim',
      `{"article": {}, "claims": [{"entities": [${Array(20_000).fill(0)}]}]}`,
      'it holds an object or list of 20000 items; the limit is 10000; mend the JSON there',
    ],
  ])('has a claims.json that is %s', async (_, claims, why) => {
    const data = await claimSetFolder(claims, RAIN);
    expect(await fault(data)).toMatch(
      new RegExp(`^kimtrip: cannot read ${join(data, 'claims.json')}: (?:${why})`),
    );
  });

  test.each<[what: string, inside: string]>([
    ['nested as deeply as may be', `${'['.repeat(30)}${']'.repeat(30)}`],
    ['with the longest list that is read', `[${Array(10_000).fill(0)}]`],
    ['with as many keys as are read', `{${Array.from({ length: 10_000 }, (_, key) => `"k${key}":0`)}}`],
  ])('has a claims.json %s, and is told what is wrong in it', async (_, inside) => {
    const data = await claimSetFolder(`{"article":{},"claims":[],"notes":{"a":${inside}}}`, RAIN);
    expect(await kimtrip(['verify', data])).toEqual({
      stdout: 'claims.json:1: notes is not a known field\n',
      stderr: '',
      code: 1,
    });
  });

  test('has a claims.json of one key too many', async () => {
    const keys = Array.from({ length: 10_001 }, (_, key) => `"k${key}":0`);
    const data = await claimSetFolder(`{"article":{},"claims":[],"notes":{${keys}}}`, RAIN);
    expect(await fault(data)).toMatch(/it holds an object or list of 10001 items; the limit is 10000/);
  });

  test('has a claims.json of more bytes than are read', async () => {
    const data = await claimSetFolder('', RAIN);
    await truncate(join(data, 'claims.json'), 100_000_001);
    expect(await fault(data)).toBe(
      `kimtrip: cannot read ${join(data, 'claims.json')}: it has 100000001 bytes; the limit is 100000000; ${HINT}\n`,
    );
  });

  test.each([
    ['a device', '/dev/zero', 'it is not a regular file'],
    ['itself', 'claims.json', 'its links run in a circle'],
    ['nothing', 'nowhere', 'there is no such file'],
  ])('has a claims.json that is a link to %s', async (_, target, why) => {
    const data = await claimSetFolder(null, RAIN);
    await symlink(target, join(data, 'claims.json'));
    expect(await fault(data)).toBe(`kimtrip: cannot read ${join(data, 'claims.json')}: ${why}; ${HINT}\n`);
  });

  test('has a pipe that nobody writes to in the place of a file', async () => {
    const data = await claimSetFolder(SMALLEST, null);
    expect((await shell(`mkfifo '${join(data, 'article.txt')}'`)).code).toBe(0);
    expect(await fault(data)).toBe(
      `kimtrip: cannot read ${join(data, 'article.txt')}: it is not a regular file; ${HINT}\n`,
    );
  });

  test('may not be read by this user', async ({ skip }) => {
    skip((await shell('id -u')).stdout === '0\n', 'root may read everything');
    const data = await claimSetFolder(SMALLEST, RAIN);
    await chmod(join(data, 'claims.json'), 0);
    expect(await fault(data)).toBe(
      `kimtrip: cannot read ${join(data, 'claims.json')}: permission denied; ${HINT}\n`,
    );
  });

  test('has a name of odd characters, which are shown', async () => {
    const data = join(await portHope(), '\u001b[31m\u202e\n');
    expect(await fault(data)).toBe(
      `kimtrip: cannot read ${join(data, '..')}/\\u{1b}[31m\\u{202e}\\u{a}/claims.json: there is no such file; ${HINT}\n`,
    );
  });

  test('keeps its trace for KIMTRIP_DEBUG=1', async () => {
    const data = await claimSetFolder('{', RAIN);
    const env = { KIMTRIP_DEBUG: '1' };
    expect((await kimtrip(['list', '--data', data])).stderr).not.toMatch(/^ {4}at /m);
    expect((await kimtrip(['list', '--data', data], { env })).stderr).toMatch(/^ {4}at /m);
  });
});

test('claims come in reading order, whatever the order in the file', async () => {
  const article = `${'Rain. '.repeat(12).trim().replaceAll(' ', '\n')}\n`;
  const ids = ['s10.1', 's2.1', 's1.10', 's1.2'];
  const data = await claimSetFolder(quoting(...ids.map((id): [string, string] => [id, 'Rain'])), article);
  const { stdout } = await kimtrip(['list', '--fields', 'id', '--data', data]);
  expect(stdout).toBe('s1.2\ns1.10\ns2.1\ns10.1\n');
});

test('whatever JSON claims.json holds, it is told to be faulty in one line, and nothing breaks', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('s1.1', 'Rain may fall', 'article', '__proto__'));
  const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), text);
  const claim = fc.dictionary(
    fc.constantFrom(
      'id',
      'text',
      'quote',
      'subject',
      'entities',
      'time',
      'attribution',
      'qualifiedBy',
      '__proto__',
      'constructor',
    ),
    value,
  );
  const document = fc.oneof(
    value,
    fc.record({
      article: fc.oneof(fc.constant({}), value),
      entities: fc.oneof(fc.array(fc.oneof(claim, value)), value),
      claims: fc.oneof(fc.array(fc.oneof(claim, value)), value),
    }),
  );
  return fc.assert(
    fc.asyncProperty(document, async (json) => {
      const data = await claimSetFolder(json === null ? 'null' : JSON.stringify(json), RAIN);
      const { stdout, stderr, code } = await kimtrip(['list', '--data', data]);
      expect({ stdout, lines: stderr.split('\n').length }).toEqual({ stdout: '', lines: 2 });
      expect([1, 2]).toContain(code);
      const verified = await kimtrip(['verify', data, '--strict']);
      expect([1, 2]).toContain(verified.code);
      expect(stderr + verified.stderr).not.toContain('please report it');
    }),
    { numRuns: 50 },
  );
});

describe('a basis that times share', () => {
  const withBasis = (basis: string) => ({
    article: { bases: { 'year-of-article': 'The article was written in 2015.' } },
    claims: [
      {
        id: 's1.1',
        text: 'Rain may fall on Monday.',
        quote: 'Rain may fall on Monday',
        certainty: 'possible',
        hedge: 'may',
        time: { edtf: '2015', text: 'Monday', inferred: true, basis },
      },
    ],
  });

  test('is shown wherever a time names it', async () => {
    const data = await claimSetFolder(withBasis('year-of-article'), RAIN);
    expect(await kimtripJson(['list', '--data', data])).toMatchObject([
      { time: { basis: 'The article was written in 2015.' } },
    ]);
  });

  test('is a fault where the article has none of the name', async () => {
    const data = await claimSetFolder(withBasis('year-of-story'), RAIN);
    expect(withoutPlaces((await kimtrip(['verify', data])).stdout)).toBe(
      'claims.json: claims[0].time.basis names no basis of article.bases: year-of-story\n',
    );
  });
});

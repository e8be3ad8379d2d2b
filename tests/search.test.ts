import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import claimSet from '../data/kim-trip/claims.json' with { type: 'json' };
import { bridge, bridges } from './bridge.ts';
import { claimSetFolder, kimtrip, kimtripJson } from './helpers.ts';
import { portHope } from './port-hope.ts';

interface Found {
  readonly id: string;
  readonly text: string;
  readonly quote: { readonly exact: string };
  readonly sentence: { readonly id: string; readonly text: string };
  readonly match: {
    readonly score: number;
    readonly kind: string;
    readonly terms: readonly {
      readonly query: string;
      readonly matched: string;
      readonly kind: string;
      readonly field?: string;
      readonly score?: number;
    }[];
    readonly ranges: {
      readonly text: readonly [number, number][];
      readonly sentence: readonly [number, number][];
    };
  };
}

const KINDS = ['exact', 'form', 'prefix', 'alias', 'related', 'typo'];

/** All hits of a query on the claims that come with the program. */
const search = (query: string, ...options: string[]) =>
  kimtripJson<Found>(['search', '--limit', '0', ...options, '--', query]);
const idsOf = (found: readonly Found[]) => found.map(({ id }) => id);
const sentencesOf = (found: readonly Found[]) => [...new Set(found.map(({ sentence }) => sentence.id))];

describe('the first sentence found', () => {
  test.each<[query: string, sentence: string, because: string]>([
    ['putin', 's18', 'all of it is about him; s3 only names him as somebody’s president'],
    ['vladmir puttin', 's18', 'two slips, one person; Vladimir Isachenkov is another'],
    ['pyongyang putin', 's18', 'words in any order'],
    ['kim jong il train', 's14', 'he travelled by train; Kim Jong Un did not'],
    ['DPRK comment', 's6', 'another name of North Korea'],
    ['jong-un wife', 's12', 'half a name is enough'],
    ['spouse', 's12', 'a near word for wife'],
    ['invitation declined', 's6', 'another form of "decline"'],
    ['reunif', 's23', 'the beginning of a word'],
    ['redsquare', 's2', 'two words run together'],
    ['forus', 's15', 'a slip in "forums", and not "for us"'],
    ['bei jing', 's4', 'one word taken apart'],
    ['9 may', 's3', 'a date the other way round'],
    ['2010-2011', 's14', 'between 2010 and 2011'],
    ['2010-11', 's14', 'the same'],
    ['july 2014', 's21', 'the year is inferred from "last July"'],
    ['when did kim jong il die?', 's14', 'the small words of a question ask for nothing'],
    ['economy', 's15', 'the article says "economic"'],
    ['WW2', 's23', 'another name of World War II'],
    ['xi seoul', 's21', 'the article says "He"'],
    ['talmadge twitter', 's28', 'the article says "him"'],
    ['SÁNCTIONS', 's15', 'case and accents say nothing'],
  ])('for "%s" is %s: %s', async (query, sentence) => {
    expect(sentencesOf(await search(query))[0]).toBe(sentence);
  });
});

describe('nothing is found', () => {
  test.each<[query: string, because: string]>([
    ['zzqqxx', 'no word is near it'],
    ['dennis rodman', 'the article does not name him'],
    ['twitter football', 'where is known, but nothing of what is asked'],
    ['korean reunification birthday', 'the same of more than one word'],
    ['worshipped like god', 'one word of two, by accident'],
    ['kimchi recipe', 'it only begins like Kim'],
    ['sony hack', 'short words are near too many others'],
    ['putin birthday', 'he is known, but no birthday'],
    ['1066', 'numbers are taken as typed'],
    ['??', 'there is no word in it'],
  ])('for "%s": %s', async (query) => {
    expect(await kimtrip(['search', query])).toEqual({
      stdout: '',
      stderr: `kimtrip: nothing found for ${query}\n`,
      code: 1,
    });
  });
});

describe('what is shown, best first, and nothing else', () => {
  test.each<[query: string, ids: string, because: string]>([
    ['mystery man', 's8.6 s8.1 s8.2', 'claims of s8 that say nothing of it themselves are left out'],
    ['dictator vanished several weeks', 's9.3', 'two telling words are no accident'],
    ['unnamed insiders predict acceptance', 's4.1 s4.2', 'nor are these'],
    [
      'UN sanctions DPRK',
      's15.4 s15.5 s15.3 s15.1 s15.2 s15.6',
      'what answers much less than the best is left out',
    ],
    [
      'has kim said yes to the moscow invitation',
      's4.1 s4.2 s3.5 s4.3 s4.4 s3.4 s3.3',
      'all that is asked for is known',
    ],
    [
      'is obama going to the parade in russia',
      's2.8 s5.2 s5.3 s2.7 s2.1 s2.2 s2.3 s2.4 s5.1 s2.5',
      'words side by side count for more',
    ],
  ])('for "%s": %s: %s', async (query, ids) => {
    expect(idsOf(await search(query)).join(' ')).toBe(ids);
  });
});

describe('a hit tells why it is one', () => {
  test.each<[query: string, kind: string, because: string]>([
    ['parade', 'exact', 'the word itself'],
    ['parades', 'form', 'its plural'],
    ['unprec', 'prefix', 'its beginning'],
    ['USSR', 'alias', 'another name of the Soviet Union'],
    ['rail', 'related', 'a keyword, for train'],
    ['anniversery', 'typo', 'a slip'],
    ['parade anniversery', 'typo', 'the weakest of both'],
  ])('"%s" is %s: %s', async (query, kind) => {
    expect((await search(query))[0]?.match.kind).toBe(kind);
  });

  test('word by word, with what each matched', async () => {
    const [first] = await search('vladmir putin pyongyang');
    expect(first?.match.terms).toEqual([
      { query: 'vladmir putin', matched: 'vladimir putin', kind: 'typo' },
      { query: 'pyongyang', matched: 'pyongyang', kind: 'exact' },
    ]);
  });

  test('and where, in code points of the claim and of its sentence', async () => {
    const [first] = await search('putin pyongyang');
    const words = (text: string, ranges: readonly [number, number][]) =>
      ranges.map(([start, end]) => Array.from(text).slice(start, end).join(''));
    expect(words(first?.text ?? '', first?.match.ranges.text ?? [])).toEqual(['Vladimir Putin', 'Pyongyang']);
    expect(words(first?.sentence.text ?? '', first?.match.ranges.sentence ?? [])).toEqual([
      'Putin',
      'Pyongyang',
    ]);
  });

  test('and in words under --explain', async () => {
    const { stdout } = await kimtrip(['search', 'anniversery', '-n', '1', '--explain'], {
      terminal: 100,
      env: { NO_COLOR: '1' },
    });
    expect(stdout).toContain(
      '“anniversery” found “anniversary” in the claim: a likely misspelling (typo), 0.73 of 1.00\n',
    );
  });
});

describe('every way in which a word is met counts for its worth', () => {
  /** Each hit as `id score: matched kind field score, …`. */
  const explained = async (query: string, data: string) => {
    const found = await kimtripJson<Found>([
      'search',
      '--explain',
      '--limit',
      '0',
      '--data',
      data,
      '--',
      query,
    ]);
    return found.map(
      ({ id, match: { score, terms } }) =>
        `${id} ${score}: ${terms.map((term) => `${term.matched} ${term.kind} ${term.field} ${term.score}`).join(', ')}`,
    );
  };

  test.each<[query: string, hits: readonly string[]]>([
    [
      'old',
      [
        's1.1 1: old exact quote 0.7165',
        's1.2 0.9984: old exact text 0.7542',
        's2.1 0.7516: old alias name 0.5657',
      ],
    ],
    ['collapse', ['s1.1 1: collapse related keyword 0.7482']],
    [
      'crossing',
      [
        's1.2 1: the Old Bridge alias name 0.6989',
        's1.1 0.977: the Old Bridge alias name 0.6989',
        's2.1 0.9277: the Old Bridge alias name 0.6989',
      ],
    ],
    ['radio fell', ['s1.1 1: radio exact sentence 0.3337, fell exact text 0.3877']],
    [
      'radio landmark collapse',
      [
        's1.1 1: radio exact sentence 0.2891, landmark exact quote 0.1837, collapse related keyword 0.2351',
        's1.2 0.8193: radio exact sentence 0.2891, landmark exact text 0.1934, collapse related sentence 0.1058',
      ],
    ],
    ['march 1999', ['s1.1 1: march 1999 exact quote 0.5449']],
    ['may 2', ['s2.1 1: may 2 exact quote 0.7641']],
    [
      'ada rae',
      [
        's2.2 1: ada rae exact text 0.5302',
        's1.1 0.8952: Ada Rae alias name 0.4507',
        's1.2 0.8676: Ada Rae alias name 0.4507',
      ],
    ],
    [
      'rae ada',
      [
        's2.2 1: rae exact text 0.3829, ada exact text 0.3829',
        's1.1 0.8104: rae alias name 0.2871, ada alias name 0.2871',
        's1.2 0.7705: rae alias name 0.2871, ada alias name 0.2871',
      ],
    ],
    [
      'mayor',
      [
        's2.2 1: mayor exact quote 0.7151',
        's1.1 0.8945: Ada Rae alias name 0.6398',
        's1.2 0.8553: Ada Rae alias name 0.6398',
      ],
    ],
    ['mayor left', ['s2.2 1: mayor exact quote 0.1159, left exact text 0.4119']],
    ['left mayor', ['s2.2 1: left exact text 0.562, mayor exact quote 0.1582']],
    [
      'ada bridge',
      [
        's1.1 1: ada alias name 0.3072, bridge exact text 0.4096',
        's1.2 0.9573: ada alias name 0.3072, bridge exact text 0.4096',
        's2.2 0.8445: ada exact text 0.4096, bridge exact sentence 0.1843',
        's2.1 0.8403: ada exact sentence 0.1843, bridge exact text 0.4096',
      ],
    ],
    [
      'old bridge',
      [
        's1.2 1: old bridge exact text 0.5253',
        's1.1 0.9591: old bridge exact quote 0.499',
        's2.1 0.6229: the Old Bridge alias name 0.4728',
      ],
    ],
    [
      'bridge',
      [
        's1.1 1: bridge exact text 0.7229',
        's1.2 0.9623: bridge exact text 0.7229',
        's2.1 0.9404: bridge exact text 0.7229',
      ],
    ],
    ['collapsing', ['s1.1 1: collapse related keyword 0.7409']],
    ['collaps', ['s1.1 1: collapse related keyword 0.7207']],
    [
      'old bridgee',
      [
        's1.1 1: old exact quote 0.4096, bridge form text 0.3018',
        's1.2 0.9766: old exact text 0.4312, bridge form text 0.3018',
        's2.1 0.8331: old alias name 0.3234, bridge form text 0.3018',
      ],
    ],
    [
      'mayr',
      [
        's2.2 1: mayor typo quote 0.6479',
        's1.1 0.8569: Ada Rae typo name 0.5797',
        's1.2 0.7924: Ada Rae typo name 0.5797',
      ],
    ],
    [
      'oldbridge',
      [
        's1.2 1: old bridge form text 0.7094',
        's1.1 0.9437: old bridge form quote 0.6739',
        's2.1 0.8444: the Old Bridge alias name 0.6385',
      ],
    ],
    ['nobody spoke', ['s2.1 1: nobody exact text 0.2776, spoke exact text 0.2776']],
    ['spoke nobody', ['s2.1 1: spoke exact text 0.3844, nobody exact text 0.3844']],
    [
      'fell landmark bridge',
      [
        's1.1 1: fell exact text 0.4042, landmark exact quote 0.2211, bridge exact text 0.1197',
        's1.2 0.7499: fell exact sentence 0.1819, landmark exact text 0.2327, bridge exact text 0.1197',
      ],
    ],
    [
      'crossing 1999',
      [
        's1.1 1: the Old Bridge alias name 0.1523, 1999 exact text 0.605',
        's1.2 0.6891: the Old Bridge alias name 0.1523, 1999 exact sentence 0.2723',
      ],
    ],
    ['what fell', ['s1.1 1: fell exact text 0.7687']],
    ['land mark', ['s1.1 1: landmark form quote 0.7142', 's1.2 0.9964: landmark form text 0.7518']],
    [
      'bridge land mark',
      [
        's1.1 1: bridge exact text 0.2605, landmark form quote 0.4568',
        's1.2 0.9841: bridge exact text 0.2605, landmark form text 0.4809',
      ],
    ],
    ['ada rea', []],
    ['ada rea left', []],
    ['ada rae lef', ['s2.2 1: ada rae exact text 0.1664, left prefix text 0.4213']],
    [
      'old landmrk',
      [
        's1.1 1: old exact quote 0.309, landmark typo quote 0.3946',
        's1.2 0.9872: old exact text 0.3253, landmark typo text 0.4154',
      ],
    ],
    ['fell on 2 may', ['s2.1 1: 2 may exact quote 0.5029', 's1.1 0.7327: fell exact text 0.5293']],
    [
      'march 1999 bridge',
      [
        's1.1 1: march 1999 exact quote 0.4894, bridge exact text 0.1526',
        's1.2 0.7076: march 1999 exact sentence 0.2318, bridge exact text 0.1526',
      ],
    ],
    ['1999 march', ['s1.1 1: 1999 exact text 0.3931, march exact quote 0.3734']],
    [
      'the mayor',
      [
        's2.2 1: mayor exact quote 0.5196',
        's1.1 0.6499: Ada Rae alias name 0.4649',
        's1.2 0.6214: Ada Rae alias name 0.4649',
      ],
    ],
    [
      'bridgefell',
      [
        's1.1 1: bridge form text 0.1726, fell form text 0.5826',
        's1.2 0.6381: bridge form text 0.1726, fell form sentence 0.2622',
      ],
    ],
    ['nob', ['s2.1 1: nobody prefix text 0.7527']],
    ['nob bridge', []],
    ['lef', ['s2.2 1: left prefix text 0.7488']],
    ['spo bridge', []],
    ['of', []],
    [
      'landmarkfell bridge',
      [
        's1.1 1: landmark form quote 0.2186, fell form text 0.3996, bridge exact text 0.1246',
        's1.2 0.7507: landmark form text 0.2301, fell form sentence 0.1798, bridge exact text 0.1246',
      ],
    ],
    ['old brdige fell', ['s1.1 1: old bridge typo quote 0.1144, fell exact text 0.6416']],
    [
      'ada rae 1999',
      [
        's1.1 1: Ada Rae alias name 0.1297, 1999 exact text 0.5152',
        's1.2 0.6818: Ada Rae alias name 0.1297, 1999 exact sentence 0.2318',
      ],
    ],
    [
      'adarae',
      [
        's2.2 1: ada rae form text 0.7169',
        's1.1 0.8551: Ada Rae alias name 0.6094',
        's1.2 0.8158: Ada Rae alias name 0.6094',
      ],
    ],
    ['ad arae left', []],
    ['radiofell', ['s1.1 1: radio form sentence 0.3321, fell form text 0.3858']],
  ])('fields, names and relays: "%s"', async (query, hits) => {
    expect(await explained(query, await bridge())).toEqual(hits);
  });

  test.each<[query: string, hits: readonly string[]]>([
    ['port hope', ['s3.1 1: port hope exact text 0.5124', 's4.2 0.9191: port hope exact text 0.5124']],
    [
      'port hop',
      [
        's3.1 1: port exact text 0.4135, hope prefix text 0.3101',
        's4.2 0.9441: port exact text 0.4135, hope prefix text 0.3101',
      ],
    ],
    ['porthope', ['s3.1 1: port hope form text 0.6851', 's4.2 0.8891: port hope form text 0.6851']],
    ['newpier', ['s3.1 1: new form text 0.5235, pier form text 0.2035']],
    ['met office', ['s1.1 1: the weather service alias name 0.7195']],
    ['office', ['s1.1 1: office alias name 0.7134', 's2.1 0.9348: officials form text 0.6658']],
    ['2015', ['s1.1 1: 2015-01-05 related time 0.7195']],
    ['5 january', ['s1.1 1: 2015-01-05 related time 0.7195']],
    ['2015 2016', ['s3.1 1: 2016 related time 0.7248', 's1.1 0.9513: 2015-01-05 related time 0.6845']],
    ['2015-16', ['s1.1 1: 2015-01-05 related time 0.7195', 's3.1 0.9961: 2016 related time 0.7195']],
    ['ferrrey', []],
    ['ferrry sail', ['s2.1 1: ferry typo text 0.2608, sail exact text 0.4117']],
    ['town counsil', ['s3.1 1: the town council typo name 0.6424']],
    ['wea', ['s1.1 1: weather prefix text 0.7134']],
    ['sailing', ['s2.1 1: sail form text 0.7242']],
    ['build', ['s4.1 1: built typo text 0.7896']],
    [
      'would port hope close the old pier',
      [
        's4.2 1: port hope exact text 0.1875, close exact text 0.2968, old pier exact text 0.1875',
        's4.1 0.7021: Port Hope alias sentence 0.0844, close exact sentence 0.1336, old pier exact text 0.1875',
      ],
    ],
    ['unnamed officials', ['s2.1 1: unnamed officials exact text 0.534']],
    ['official ferry', ['s2.1 1: officials form text 0.2484, ferry exact text 0.4371']],
    ['planned', ['s3.1 1: plans form text 0.7248']],
    [
      'piers',
      [
        's4.2 1: pier form text 0.7221',
        's3.1 0.9963: pier form text 0.7221',
        's4.1 0.9624: pier form text 0.7221',
      ],
    ],
  ])('forms, slips, times and a name of two bearers: "%s"', async (query, hits) => {
    expect(await explained(query, await portHope())).toEqual(hits);
  });
});

test.each([
  'landmark',
  'collapse',
  'crossing',
  'mayor left',
  'march 1999',
  'nob',
  'spoken',
  'landmrk',
  'oldbridge',
  'birthday',
])('among many claims "%s" finds what it finds among few, each time it is told', async (query) => {
  const times = 300;
  const found = async (data: string) =>
    (await kimtripJson<Found>(['search', '--limit', '0', '--data', data, '--', query])).map(
      ({ text, match: { kind, terms } }) => JSON.stringify([text, kind, terms]),
    );
  const few = await found(await bridge());
  const many = await found(await bridges(times));
  expect(many).toHaveLength(times * few.length);
  expect(new Set(many)).toEqual(new Set(few));
});

describe('names are units', () => {
  test('Kim Jong Il is not Kim Jong Un, nor half of either', async () => {
    const found = await kimtripJson<Found & { entities: { id: string }[] }>([
      'search',
      'kim jong il',
      '-n',
      '0',
    ]);
    const strangers = found.filter(({ entities }) => !entities.some(({ id }) => id === 'kim-jong-il'));
    expect(idsOf(strangers)).toEqual([]);
    expect(sentencesOf(found)).not.toContain('s1');
  });

  test.each([
    ['kim jong ill', 'kim jong il'],
    ['kim jung ill', 'Kim Jong Il'],
  ])('a slip in them is one person still: %s', async (query, matched) => {
    const [found, typed] = [await search(query), await search('kim jong il')];
    expect(idsOf(found).sort()).toEqual(idsOf(typed).sort());
    expect(found[0]?.match.terms).toEqual([{ query, matched, kind: 'typo' }]);
  });

  test('with a hyphen or without', async () => {
    expect(idsOf(await search('kim jong-un wife'))).toEqual(idsOf(await search('kim jong un wife')));
  });
});

describe('--exact', () => {
  test.each(['vladmir', 'DPRK', 'spouse', 'parades'])('does not find "%s"', async (query) => {
    expect(await search(query, '--exact')).toEqual([]);
  });

  test.each([
    ['putin not', []],
    ['no russian leader', ['s18.2']],
    ['until revived', ['s11.5']],
    ['not', ['s1.4', 's11.4', 's12.4', 's20.2', 's25.1', 's6.1', 's6.2']],
  ])('counts the small words, which may turn all round: "%s"', async (query, ids) => {
    expect(idsOf(await search(query, '--exact')).sort()).toEqual([...ids].sort());
  });

  test('keeps claims that hold every word as typed', async () => {
    const found = await search('putin north korea', '--exact');
    expect(found).not.toEqual([]);
    for (const { match } of found) expect(match.terms.map(({ kind }) => kind)).toEqual(['exact', 'exact']);
  });
});

test('of what a filter leaves, the best has score 1', async () => {
  const [first] = await search('kim visit', '--certainty', 'possible');
  expect(first).toMatchObject({ id: 's22.4', match: { score: 1 } });
});

test('a filter that leaves nothing is told apart from a word that is nowhere', async () => {
  expect(await kimtrip(['search', 'putin', '--about', 'xi'])).toEqual({
    stdout: '',
    stderr: 'kimtrip: nothing found for putin with these filters; without them 7 claims\n',
    code: 1,
  });
});

test('filters and --limit narrow what search found, in its order', async () => {
  const all = idsOf(await search('kim visit'));
  const probable = idsOf(await search('kim visit', '--certainty', 'probable,possible'));
  expect(all.filter((id) => probable.includes(id))).toEqual(probable);
  expect(probable).not.toEqual([]);
  const { stdout, stderr } = await kimtrip(['search', 'kim visit', '-n', '2', '--fields', 'id']);
  expect(stdout).toBe(`${all[0]}\n${all[1]}\n`);
  expect(stderr).toBe(`kimtrip: 2 of ${all.length} claims; --limit 0 shows all\n`);
});

test('claims of another article are found by their own words and names', async () => {
  const data = await claimSetFolder(
    {
      article: {},
      entities: [{ id: 'zürich', name: 'Zürich', type: 'place' }].map((entity) => ({
        ...entity,
        id: 'zurich',
      })),
      claims: [{ id: 's1.1', text: 'Trams run in Zürich.', quote: 'Trams run', subject: 'zurich' }],
    },
    'Trams run all night in Zürich.\n',
  );
  for (const query of ['zurich', 'trams', 'tram run', 'ZÜRICH trams'])
    expect(idsOf(await kimtripJson<Found>(['search', query, '--data', data]))).toEqual(['s1.1']);
});

describe('for any query', async () => {
  const claims = await kimtripJson<{ id: string; text: string; quote: { exact: string } }>(['list']);
  const words = [...new Set(claims.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []))];
  const query = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
    .map((list) => list.join(' '));
  const holds = (property: fc.IAsyncProperty<unknown>) => fc.assert(property, { numRuns: 25 });

  test('upper case and accents change nothing', () =>
    holds(
      fc.asyncProperty(query, async (text) => {
        const plain = idsOf(await search(text));
        expect(idsOf(await search(text.toUpperCase()))).toEqual(plain);
        expect(idsOf(await search(text.replace(/e/g, 'é')))).toEqual(plain);
      }),
    ));

  test('scores run from 1 down, within 0 and 1', () =>
    holds(
      fc.asyncProperty(query, async (text) => {
        const scores = (await search(text)).map(({ match }) => match.score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        if (scores.length) expect([scores[0], (scores.at(-1) ?? 0) > 0]).toEqual([1, true]);
      }),
    ));

  test('the kind of a hit is the weakest of its words', () =>
    holds(
      fc.asyncProperty(query, async (text) => {
        for (const { match } of await search(text)) {
          const weakest = Math.max(...match.terms.map(({ kind }) => KINDS.indexOf(kind)));
          expect(match.kind).toBe(KINDS[weakest]);
        }
      }),
    ));

  test('--exact finds some of what is found without it, if that is anything', () =>
    holds(
      fc.asyncProperty(query, async (text) => {
        const all = idsOf(await search(text));
        const exact = idsOf(await search(text, '--exact'));
        if (all.length) expect(all).toEqual(expect.arrayContaining(exact));
      }),
    ));

  test('--exact finds only claims that hold each of its plain words', () => {
    const plain = fc.array(fc.constantFrom(...words.filter((word) => /^\p{Ll}+$/u.test(word))), {
      minLength: 1,
      maxLength: 3,
    });
    return holds(
      fc.asyncProperty(plain, async (typed) => {
        for (const { text, quote } of await search(typed.join(' '), '--exact'))
          expect(`${text} ${quote.exact}`.toLowerCase().split(/[^\p{L}]+/u)).toEqual(
            expect.arrayContaining(typed),
          );
      }),
    );
  });

  test('a filter only takes away', () =>
    holds(
      fc.asyncProperty(query, async (text) => {
        const all = idsOf(await search(text));
        expect(all).toEqual(expect.arrayContaining(idsOf(await search(text, '--said-by', 'article'))));
      }),
    ));

  test('of plain words, their order does not change what is found', () => {
    const names = claimSet.entities.flatMap(({ name, aliases }) => [name, ...aliases]);
    const ofNames = names.flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u)).filter(Boolean);
    const isOfName = (word: string) =>
      ofNames.some((other) => word.startsWith(other) || other.startsWith(word));
    const plain = words.filter((word) => word.length > 3 && /^\p{Ll}/u.test(word) && !isOfName(word));
    const list = fc.uniqueArray(fc.constantFrom(...plain), { minLength: 2, maxLength: 3 });
    return holds(
      fc.asyncProperty(list, async (some) => {
        const forwards = idsOf(await search(some.join(' ')));
        const backwards = idsOf(await search(some.toReversed().join(' ')));
        expect(new Set(backwards)).toEqual(new Set(forwards));
      }),
    );
  });

  test('a claim’s own text finds that claim first', async () => {
    const lost: string[] = [];
    for (const { id, text } of claims) if ((await search(text))[0]?.id !== id) lost.push(id);
    expect(lost).toEqual([]);
  });

  test('one slip in a word of six letters or more still finds what the word finds', () => {
    const long = words.filter((word) => word.length >= 6 && /^\p{Ll}+$/u.test(word));
    const slip = fc.record({
      word: fc.constantFrom(...long),
      at: fc.nat(),
      kind: fc.constantFrom('drop', 'swap', 'double'),
    });
    return holds(
      fc.asyncProperty(slip, async ({ word, at, kind }) => {
        const index = 1 + (at % (word.length - 2));
        const [head, one, two, tail] = [
          word.slice(0, index),
          word[index],
          word[index + 1] ?? '',
          word.slice(index + 2),
        ];
        const typed = {
          drop: head + two + tail,
          swap: head + two + one + tail,
          double: head + one + one + two + tail,
        }[kind];
        const found = await search(typed);
        // A slip may make another word ("flight", "fight"), which is then taken as typed.
        fc.pre(found.every(({ match }) => match.kind === 'typo'));
        const meant = idsOf(await search(word));
        // A word that tells nothing by itself ("whether") finds nothing either.
        fc.pre(meant.length > 0);
        expect(idsOf(found).some((id) => meant.includes(id))).toBe(true);
      }),
    );
  });
});

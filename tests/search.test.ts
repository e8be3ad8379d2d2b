import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import claimSet from '../data/kim-trip/claims.json' with { type: 'json' };
import { createSearch, loadClaimSet } from '../src/index.ts';
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

test('a word that another is derived from finds it, even among the keywords alone', async () => {
  const found = await kimtripJson<Found>(['search', 'demolition', '--data', 'data/harbour-story']);
  expect(idsOf(found)).toEqual(['s1.2']);
  expect(found[0]?.match.terms).toMatchObject([{ matched: 'demolish', kind: 'related' }]);
});

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
    ['redsqaure', 's2', 'the same with a slip'],
    ['bei jing', 's4', 'one word taken apart'],
    ['oo shakov', 's3', 'the same as it sounds'],
    ['new yeers speach', 's23', 'other forms of the words that were meant'],
    ['apparances', 's12', 'a slip, though its stem is that of "apparently"'],
    ['amde', 's19', 'its first letters changed places'],
    ['9 may', 's3', 'a date the other way round'],
    ['2010-2011', 's14', 'between 2010 and 2011'],
    ['2010-11', 's14', 'the same'],
    ['nineteen ninety-one', 's13', 'a year in words'],
    ['twenty eleven', 's14', 'another'],
    ['died in two thousand and eleven', 's14', 'the same in other words'],
    ['july 2014', 's21', 'the year is inferred from "last July"'],
    ['when did kim jong il die?', 's14', 'the small words of a question ask for nothing'],
    ['economy', 's15', 'the article says "economic"'],
    ['WW2', 's23', 'another name of World War II'],
    ['xi seoul', 's21', 'the article says "He"'],
    ['talmadge twitter', 's28', 'the article says "him"'],
    ['talmadge', 's27', 'a sentence that names him comes before one that says "him"'],
    ['UN', 's15', 'a whole name comes before a part of another one: Kim Jong Un'],
    ['un', 's15', 'in small letters too'],
    ['SÁNCTIONS', 's15', 'case and accents say nothing'],
  ])('for "%s" is %s: %s', async (query, sentence) => {
    expect(sentencesOf(await search(query))[0]).toBe(sentence);
  });
});

describe('nothing is found, and the words to blame are named', () => {
  test.each<[query: string, told: string, because: string]>([
    ['zzqqxx', '', 'no word is near it'],
    ['hitler', '', 'a well-known name is no slip in another word'],
    ['dennis rodman', '', 'the article does not name him'],
    [
      'korean reunification recipe',
      '; no claim has: recipe; without recipe: 2 claims',
      'the same of more than one word',
    ],
    ['worshipped like god', '; no claim has: god; without god: 4 claims', 'one word of two, by accident'],
    ['kimchi recipe', '', 'it only begins like Kim'],
    [
      'putin birthday',
      '; no claim has: birthday; claims have near words: anniversary; without birthday: 8 claims',
      'he is known, but no birthday',
    ],
    ['1066', '', 'numbers are taken as typed'],
    [
      'two thousand eleven hundred',
      '; no claim has: thousand, eleven, hundred; claims have near words: grand; without thousand, eleven, hundred: 10 claims',
      'this is no year',
    ],
    [
      'who is putin married to',
      '; no claim has enough of these words; without married: 8 claims',
      'the only wife is somebody else’s',
    ],
    [
      "putin's wife",
      '; no claim has enough of these words; without wife: 8 claims',
      'without a question, too',
    ],
    [
      "obama's speech",
      "; no claim has enough of these words; without obama's: 9 claims",
      'the speeches are by others',
    ],
    [
      'who does obama employ',
      '; no claim has: employ; claims have near words: work; without employ: 4 claims',
      'his name alone is no answer',
    ],
    ['??', '', 'there is no word in it'],
  ])('for "%s": "%s", since %s', async (query, told) => {
    expect(await kimtrip(['search', query])).toEqual({
      stdout: '',
      stderr: `kimtrip: nothing found for ${query}${told}\n`,
      code: 1,
    });
  });
});

describe('what search says besides', () => {
  test.each<[query: string]>([
    ['when was the article written'],
    ['date of the article'],
    ['publication date'],
    ['how old is this story'],
  ])('for "%s": the citation, since no claim is on the day of the article', async (query) => {
    expect(await kimtrip(['search', query])).toEqual({
      stdout: '',
      stderr: `kimtrip: nothing found for ${query}; the article: Talmadge, The Associated Press, January to May 8, 2015 (inferred)\n`,
      code: 1,
    });
  });

  test('of several articles, what lists their days', async () => {
    const both = ['--data', 'data/kim-trip', '--data', 'data/harbour-story'];
    expect(await kimtrip(['search', ...both, 'publication', 'date'])).toEqual({
      stdout: '',
      stderr:
        'kimtrip: nothing found for publication date; kimtrip list articles says when each was written\n',
      code: 1,
    });
  });

  test.each<[query: string, told: string]>([
    ['kim not putin', "kimtrip: for claims without putin: kimtrip search -- 'kim -putin'"],
    ['kim, but not Putin', "kimtrip: for claims without Putin: kimtrip search -- 'kim -Putin'"],
    ['pyongyang without "kim jong il"', ''],
    [
      'pyongyang without kim jong il',
      `kimtrip: for claims without kim jong il: kimtrip search -- 'pyongyang -"kim jong il"'`,
    ],
    ['who says kim will not visit russia', ''],
    ['not putin', ''],
  ])('for "%s": "%s"', async (query, told) => {
    const { stderr } = await kimtrip(['search', query]);
    expect(
      stderr
        .split('\n')
        .filter((line) => line.includes('for claims without'))
        .join(),
    ).toBe(told);
  });
});

describe('what is shown, best first, and nothing else', () => {
  test('the words of the name of a thing may stand apart', async () => {
    expect(sentencesOf(await search('new year speech'))).toEqual(['s23', 's11']);
  });

  test.each<[query: string, id: string]>([
    ['who is xi', 's20.1'],
    ['who is kim jong un', 's1.1'],
    ['who is park geun-hye?', 's23.7'],
  ])('of "%s", what they are comes first: %s', async (query, id) => {
    expect(idsOf(await search(query))[0]).toBe(id);
  });

  test('where several claims name both, none that names only one', async () => {
    expect(sentencesOf(await search('why is north korea turning to russia'))).toEqual(
      's19 s18 s16 s3 s1'.split(' '),
    );
    expect(sentencesOf(await search('kim moscow'))).toEqual('s2 s7 s4 s3 s8 s26 s1'.split(' '));
  });

  test.each<[query: string, ids: string, because: string]>([
    ['what did Ushakov say', 's3.4 s3.5 s3.3 s3.2', 'what he says, then who he is'],
    ['Eric Talmadge AP', 's27.1 s27.2 s28.1', 'of three words one may be unknown'],
    ['mystery man', 's8.6 s8.8 s8.1 s8.5 s8.2 s8.7 s8.4 s8.3', 'the claim that has both words comes first'],
    ['dictator vanished several weeks', 's9.3', 'two telling words are no accident'],
    ['unnamed insiders predict acceptance', 's4.1 s4.2 s4.3 s4.4', 'nor are these'],
    [
      'UN sanctions DPRK',
      's15.4 s15.5 s15.3 s15.1 s15.2',
      'what answers much less than the best is left out',
    ],
    [
      'has kim said yes to the moscow invitation',
      's4.1 s4.2 s4.3 s4.4 s6.3 s6.2',
      'what answers less is shown where it is on the topic of the best',
    ],
    [
      'is obama going to the parade in russia',
      's5.2 s2.8 s5.1 s2.7 s2.1 s2.2 s2.3 s2.4 s5.3 s5.4 s2.5',
      'a question for yes or no is about whom it names first',
    ],
    [
      'obama going to the parade in russia',
      's2.8 s2.7 s5.2 s5.1 s2.1 s2.2 s2.3 s2.4 s5.3 s5.4 s2.5',
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
    expect(stdout).toMatch(
      /“anniversery” found “anniversary” in the claim: a likely misspelling \(typo\), 0\.\d\d of 1\.00\n/,
    );
  });
});

describe('each hit tells which word was met, as what, and where', () => {
  /** The hits, best first, each as `id: matched kind field, …`. */
  const explained = async (query: string, data: string) => {
    const found = await kimtripJson<Found>(['search', '--explain', '-n', '0', '--data', data, '--', query]);
    const hits = found.map(({ id, match: { terms } }) => {
      const met = terms.map(({ matched, kind, field }) => `${matched} ${kind} ${field}`);
      return `${id}: ${met.join(', ')}`;
    });
    return hits.join('; ');
  };

  test.each<[query: string, hits: string]>([
    ['old', 's1.1: old exact quote; s1.2: old exact text; s2.1: old alias name'],
    ['collapse', 's1.1: collapse related keyword'],
    [
      'crossing',
      's1.2: the Old Bridge alias name; s1.1: the Old Bridge alias name; s2.1: the Old Bridge alias name',
    ],
    ['radio fell', 's1.1: radio exact sentence, fell exact text'],
    [
      'radio landmark collapse',
      's1.1: radio exact sentence, landmark exact quote, collapse related keyword; s1.2: radio exact sentence, landmark exact text, collapse related sentence',
    ],
    ['march 1999', 's1.1: march 1999 exact quote'],
    ['may 2', 's2.1: may 2 exact quote'],
    ['ada rae', 's2.2: ada rae exact text; s1.1: Ada Rae alias name; s1.2: Ada Rae alias name'],
    ['rae ada', 's2.2: ada rae exact text; s1.1: Ada Rae alias name; s1.2: Ada Rae alias name'],
    ['mayor', 's2.2: mayor exact quote; s1.1: Ada Rae alias name; s1.2: Ada Rae alias name'],
    ['mayor left', 's2.2: mayor exact quote, left exact text'],
    ['left mayor', 's2.2: left exact text, mayor exact quote'],
    [
      'ada bridge',
      's1.1: ada alias name, bridge exact text; s1.2: ada alias name, bridge exact text; s2.2: ada exact text, bridge exact sentence; s2.1: ada exact sentence, bridge exact text',
    ],
    [
      'old bridge',
      's1.2: old bridge exact text; s1.1: old bridge exact quote; s2.1: the Old Bridge alias name',
    ],
    ['bridge', 's1.1: bridge exact text; s1.2: bridge exact text; s2.1: bridge exact text'],
    ['collapsing', 's1.1: collapse related keyword'],
    ['collaps', 's1.1: collapse related keyword'],
    [
      'old bridgee',
      's1.1: old exact quote, bridge form text; s1.2: old exact text, bridge form text; s2.1: old alias name, bridge form text',
    ],
    ['mayr', 's2.2: mayor typo quote; s1.1: Ada Rae typo name; s1.2: Ada Rae typo name'],
    ['oldbridge', 's1.2: old bridge form text; s1.1: old bridge form quote; s2.1: the Old Bridge alias name'],
    ['nobody spoke', 's2.1: nobody exact text, spoke exact text'],
    ['spoke nobody', 's2.1: spoke exact text, nobody exact text'],
    [
      'fell landmark bridge',
      's1.1: fell exact text, landmark exact quote, bridge exact text; s1.2: fell exact sentence, landmark exact text, bridge exact text',
    ],
    [
      'crossing 1999',
      's1.1: the Old Bridge alias name, 1999 exact text; s1.2: the Old Bridge alias name, 1999 exact sentence',
    ],
    ['what fell', 's1.1: fell exact text'],
    ['land mark', 's1.1: landmark form quote; s1.2: landmark form text'],
    [
      'bridge land mark',
      's1.1: bridge exact text, landmark form quote; s1.2: bridge exact text, landmark form text',
    ],
    ['ada rea', 's2.2: ada rae typo text; s1.1: Ada Rae typo name; s1.2: Ada Rae typo name'],
    ['ada rea left', 's2.2: ada rae typo text, left exact text'],
    ['ada rae lef', 's2.2: ada rae exact text, left prefix text'],
    ['old landmrk', 's1.1: old exact quote, landmark typo quote; s1.2: old exact text, landmark typo text'],
    ['fell on 2 may', 's2.1: 2 may exact quote; s1.1: fell exact text'],
    [
      'march 1999 bridge',
      's1.1: march 1999 exact quote, bridge exact text; s1.2: march 1999 exact sentence, bridge exact text',
    ],
    ['1999 march', 's1.1: 1999 exact text, march exact quote'],
    ['the mayor', 's2.2: mayor exact quote; s1.1: Ada Rae alias name; s1.2: Ada Rae alias name'],
    ['bridgefell', 's1.1: bridge form text, fell form text; s1.2: bridge form text, fell form sentence'],
    ['nob', 's2.1: nobody prefix text'],
    ['nob bridge', 's1.1: bridge exact text; s2.1: bridge exact text; s1.2: bridge exact text'],
    ['lef', 's2.2: left prefix text'],
    ['spo bridge', 's1.1: bridge exact text; s2.1: bridge exact text; s1.2: bridge exact text'],
    ['of', 's2.1: of exact text'],
    [
      'landmarkfell bridge',
      's1.1: landmark form quote, fell form text, bridge exact text; s1.2: landmark form text, fell form sentence, bridge exact text',
    ],
    [
      'old brdige fell',
      's1.1: old bridge typo quote, fell exact text; s1.2: old bridge typo text, fell exact sentence',
    ],
    [
      'ada rae 1999',
      's1.1: Ada Rae alias name, 1999 exact text; s1.2: Ada Rae alias name, 1999 exact sentence',
    ],
    ['adarae', 's2.2: ada rae form text; s1.1: Ada Rae alias name; s1.2: Ada Rae alias name'],
    ['ad arae left', 's2.2: left exact text'],
    ['radiofell', 's1.1: radio form sentence, fell form text'],
  ])('fields, names and relays: "%s"', async (query, hits) => {
    expect(await explained(query, await bridge())).toBe(hits);
  });

  test.each<[query: string, hits: string]>([
    ['port hope', 's3.1: port hope exact text; s4.2: port hope exact text'],
    ['port hop', 's3.1: port exact text, hope prefix text; s4.2: port exact text, hope prefix text'],
    ['porthope', 's3.1: port hope form text; s4.2: port hope form text'],
    ['newpier', 's3.1: new form text, pier form text'],
    ['met office', 's1.1: the weather service alias name'],
    ['office', 's1.1: office alias name; s2.1: officials form text'],
    ['2015', 's1.1: 2015-01-05 related time'],
    ['5 january', 's1.1: 2015-01-05 related time'],
    ['2015 2016', 's3.1: 2016 related time; s1.1: 2015-01-05 related time'],
    ['2015-16', 's1.1: 2015-01-05 related time; s3.1: 2016 related time'],
    ['ferrrey', ''],
    ['ferrry sail', 's2.1: ferry typo text, sail exact text'],
    ['town counsil', 's3.1: the town council typo name'],
    ['wea', 's1.1: weather prefix text'],
    ['sailing', 's2.1: sail form text'],
    ['build', 's4.1: built form text'],
    [
      'would port hope close the old pier',
      's4.2: port hope exact text, close exact text, old pier exact text; s4.1: port hope exact sentence, close exact sentence, old pier exact text',
    ],
    ['unnamed officials', 's2.1: unnamed officials exact text'],
    ['official ferry', 's2.1: officials form text, ferry exact text'],
    ['planned', 's3.1: plans form text'],
    ['piers', 's4.2: pier form text; s3.1: pier form text; s4.1: pier form text'],
  ])('forms, slips, times and a name of two bearers: "%s"', async (query, hits) => {
    expect(await explained(query, await portHope())).toBe(hits);
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

  test.each(['Pyeongyang', 'P’yongyang'])(
    'another spelling names all that go by the name, the city and the government: %s',
    async (query) => {
      expect(idsOf(await search(query)).sort()).toEqual(idsOf(await search('pyongyang')).sort());
    },
  );

  test('whose own name it is comes before who goes by it too: the city before the government', async () => {
    const [first] = await kimtripJson<{ entities: { id: string }[] }>(['search', 'pyongyang', '-n', '1']);
    expect(first?.entities.map(({ id }) => id)).toContain('pyongyang');
  });

  test.each([
    ['endin', 'ending'],
    ['opporunity', 'opportunity'],
  ])('the beginning of a word, or a slip in it, finds its other forms: %s', async (typed, meant) => {
    expect(idsOf(await search(typed)).sort()).toEqual(idsOf(await search(meant)).sort());
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
    ['despite a monthlong absence', ['s9.6', 's9.7']],
    ['not', ['s1.4', 's12.12', 's12.4', 's6.1', 's6.2', 's6.3']],
  ])('counts the small words, which may turn all round: "%s"', async (query, ids) => {
    expect(idsOf(await search(query, '--exact')).sort()).toEqual([...ids].sort());
  });

  test('keeps claims that hold every word as typed', async () => {
    const found = await search('putin north korea', '--exact');
    expect(found).not.toEqual([]);
    for (const { match } of found)
      expect(match.terms.map(({ kind }) => kind)).toEqual(['exact', 'exact', 'exact']);
  });
});

test('of what a filter leaves, the best has score 1', async () => {
  const [first] = await search('kim visit', '--certainty', 'possible');
  expect(first).toMatchObject({ id: 's22.4', match: { score: 1 } });
});

test('a filter that leaves nothing is told apart from a word that is nowhere', async () => {
  expect(await kimtrip(['search', 'putin', '--about', 'xi'])).toEqual({
    stdout: '',
    stderr: 'kimtrip: nothing found for putin with these filters; without them 8 claims\n',
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
  for (const name of ['zurich', 'Zurich', 'ZÜRICH', 'Zu\u0308rich'])
    expect(idsOf(await kimtripJson<Found>(['list', '--about', name, '--data', data]))).toEqual(['s1.1']);
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
    const searchThere = createSearch(await loadClaimSet('data/kim-trip'));
    for (const { id, text } of claims) if (searchThere(text)[0]?.claim.id !== id) lost.push(id);
    expect(lost).toEqual([]);
  });

  test('one slip in a word of six letters or more still finds what the word finds', () => {
    const long = words.filter(
      (word) =>
        word.length >= 6 &&
        /^\p{Ll}+$/u.test(word) &&
        !/^(whether|before|should|himself|through)$/.test(word),
    );
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
        fc.pre(found.length > 0);
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

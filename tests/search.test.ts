import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimSetFolder, kimtrip, kimtripJson } from './helpers.ts';

interface Found {
  readonly id: string;
  readonly text: string;
  readonly sentence: { readonly id: string; readonly text: string };
  readonly match: {
    readonly score: number;
    readonly kind: string;
    readonly terms: readonly { readonly query: string; readonly matched: string; readonly kind: string }[];
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

  test('with a hyphen or without', async () => {
    expect(idsOf(await search('kim jong-un wife'))).toEqual(idsOf(await search('kim jong un wife')));
  });
});

describe('--exact', () => {
  test.each(['vladmir', 'DPRK', 'spouse', 'parades'])('does not find "%s"', async (query) => {
    expect(await search(query, '--exact')).toEqual([]);
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

  test('--exact finds some of what is found without it', () =>
    holds(
      fc.asyncProperty(query, async (text) => {
        const all = idsOf(await search(text));
        expect(all).toEqual(expect.arrayContaining(idsOf(await search(text, '--exact'))));
      }),
    ));

  test('a filter only takes away', () =>
    holds(
      fc.asyncProperty(query, async (text) => {
        const all = idsOf(await search(text));
        expect(all).toEqual(expect.arrayContaining(idsOf(await search(text, '--said-by', 'article'))));
      }),
    ));

  test('of plain words, their order does not change what is found', () => {
    const names = new Set(
      'Kim Jong Un Il Sung North South Korea Korean Red Square May 9'.toLowerCase().split(' '),
    );
    const plain = words.filter((word) => word.length > 3 && /^\p{Ll}/u.test(word) && !names.has(word));
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

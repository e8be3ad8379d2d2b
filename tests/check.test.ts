import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkDraft } from '../src/browser.ts';
import { loadClaimSet } from '../src/claim-set/load.ts';
import { claimSetFolder, kimtrip, kimtripJson } from './helpers.ts';

const HARBOUR = join(import.meta.dirname, '../data/harbour-story');
const KIM = join(import.meta.dirname, '../data/kim-trip');

interface Checked {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly verdict: string;
  readonly claims: readonly { readonly id: string; readonly saidBy: string; readonly howSure: string }[];
  readonly differences: readonly {
    readonly kind: string;
    readonly said: string | null;
    readonly article: string | null;
  }[];
}

const check = (stdin: string, data = HARBOUR) =>
  kimtripJson<Checked>(['check', '-', '--data', data], { stdin });

describe('a sentence that the article bears out matches', () => {
  test.each([
    [
      'in other words for the hedge',
      'Ida Crome, the harbour master, said the old crane might be taken down before winter.',
    ],
    [
      'with the speaker first or last',
      'If the fish market opened again, the crane would be needed, Bo Tarn said.',
    ],
    ['with the date said another way', 'The council will vote on the 3rd of March 2026.'],
    ['with a role for a name', 'The harbour master said the old crane may be taken down before winter.'],
    ['with the negation in another form', 'Bo Tarn disagreed.'],
    [
      'with a “not yet” for what is to come',
      'The council has not voted yet; it will do so on March 3, 2026.',
    ],
    ['with another word for a negation and a view', 'The fishermen’s leader, Bo Tarn, sees it differently.'],
    [
      'with a new thing beside the old crane',
      'Bo Tarn said that a new start for the fish market would mean that the crane was needed.',
    ],
    [
      'with another claim behind a semicolon',
      'Tarn says a reopened fish market would need the crane; the council will take a vote on March 3, 2026.',
    ],
    ['with a role before the name', 'The head of the fishermen’s union, Bo Tarn, disagreed.'],
    ['with the time first', 'Before winter, the old crane may come down, says Ida Crome.'],
    [
      'with what follows as a noun',
      'Tarn’s argument: the crane would be needed if the fish market opened again.',
    ],
    [
      'with a role that a claim gives',
      'According to the fishermen’s leader, a reopening of the fish market would make the crane necessary.',
    ],
    [
      'with somebody said to speak by the way',
      'The town council, which Crome told that the crane had lifted nothing since 2009, votes on 3 March 2026.',
    ],
    [
      'two claims at once',
      'Bo Tarn, who heads the fishermen’s union, did not agree, and the council will vote on March 3, 2026.',
    ],
    ['word for word', '“It has not lifted anything since 2009,” Ida Crome told the town council.'],
  ])('%s', async (_, draft) => {
    expect(await check(draft)).toMatchObject([{ text: draft, verdict: 'matches', differences: [] }]);
  });
});

describe('a sentence that says it otherwise differs, and the kind says how', () => {
  test.each([
    ['hedge', 'Ida Crome said the old crane will be taken down before winter.', 's1.2'],
    ['hedge', 'Ida Crome said the old crane is certain to be taken down before winter.', 's1.2'],
    ['speaker', 'The old crane may be taken down before winter.', 's1.2'],
    ['speaker', 'Bo Tarn said the old crane may be taken down before winter.', 's1.2'],
    ['negation', 'Bo Tarn, who heads the fishermen’s union, agreed with her.', 's3.2'],
    ['negation', 'The old crane has lifted a lot since 2009, Ida Crome said.', 's2.1'],
    ['condition', 'Bo Tarn said the crane is needed and the fish market has reopened.', 's4.1'],
    ['intention', 'The council voted on March 3, 2026.', 's5.1'],
    ['date', 'The council will vote on March 5, 2026.', 's5.1'],
    ['date', 'The old crane has not lifted anything since 2007, Ida Crome said.', 's2.1'],
    ['date', 'The old crane has not lifted anything since 2019, Ida Crome told the town council.', 's2.1'],
    ['date', 'Ida Crome said the old crane may be taken down after winter.', 's1.2'],
    ['quotation', 'Ida Crome said the crane “may be torn down before winter”.', 's1.2'],
    ['negation', 'Ida Crome said the old crane may be put up before winter.', 's1.2'],
    ['negation', 'Ida Crome is the former harbour master of Wick Sands.', 's1.1'],
    ['negation', 'Bo Tarn, who heads the fishermen’s union, sided with the harbour master.', 's3.2'],
    [
      'person',
      'Ida Crome told the fishermen’s union that the crane had not lifted anything since 2009.',
      's2.1',
    ],
    ['hedge', 'Ida Crome suggested that the old crane will probably be taken down before winter.', 's1.2'],
    ['negation', 'Bo Tarn, who heads the fishermen’s union, was in full agreement.', 's3.2'],
    ['person', 'Bo Tarn is the harbour master.', 's1.1'],
    ['condition', 'Tarn said the crane would be needed because the fish market has reopened.', 's4.1'],
    ['intention', 'The council held its vote on March 3, 2026.', 's5.1'],
    [
      'extent',
      'Every crane at Wick Sands may come down before winter, harbour master Ida Crome said.',
      's1.2',
    ],
    ['person', 'Alan Firth, who heads the fishermen’s union, did not agree.', 's3.1'],
    [
      'place',
      'Ida Crome, the harbour master of Port Ellen, said on Monday that the old crane may be taken down.',
      's1.1',
    ],
  ])('%s: %s', async (kind, draft, id) => {
    const [checked] = await check(draft);
    expect(checked).toMatchObject({ verdict: 'differs' });
    expect(checked?.differences.map((each) => each.kind)).toContain(kind);
    expect(checked?.claims.map((claim) => claim.id)).toContain(id);
  });

  test.each([
    ['Kim may have visited China.', 's22.4'],
    ['Kim took power in 2012.', 's1.5'],
    [
      'Kim is increasingly likely to visit Russia this May, his first trip abroad since he took power.',
      's1.2',
    ],
    ['Kim Jong Il always went to China by train, and Kim went seven times.', 's14.1'],
  ])('a part of a name means its main bearer, or whoever is named whole: %s', async (draft, id) => {
    const [checked] = await check(draft, KIM);
    expect(checked).toMatchObject({ verdict: 'matches', differences: [] });
    expect(checked?.claims.map((claim) => claim.id)).toContain(id);
  });

  test.each([
    ['person', 'Kim suggested in his New Year’s address that he is open to a summit with Xi Jinping.'],
    ['place', 'Xi Jinping went to Beijing last July.'],
    ['number', 'The celebrations mark the 60th anniversary of the Soviet Union’s victory over Nazi Germany.'],
    ['extent', 'Kim Jong Un’s father never spoke in public.'],
    ['extent', 'Xi often visits Seoul.'],
    ['hedge', 'Kim wants a higher diplomatic profile.'],
    ['extent', 'Today, North Korea depends entirely on China for economic support.'],
    ['speaker', 'South Korean media said that Kim is likely to accept the invitation.'],
    ['negation', 'Moscow’s ties with North Korea have worsened substantially under Putin’s watch.'],
    ['negation', 'Pyongyang is decreasingly wary of its reliance on Beijing.'],
    ['negation', 'Kim Il Sung enjoyed the weak support of the Soviet Union.'],
    ['negation', 'Kim Jong Un has abandoned the custom of delivering speeches on New Year’s Day.'],
    ['place', 'China depends heavily on North Korea for economic support.'],
    // “Kim” alone is Kim Jong Un; the article tells these of his father.
    ['person', 'Kim died in 2011.'],
    ['number', 'Kim Jong Il visited China three times.'],
    [
      'intention',
      'Moscow marked the 70th anniversary of the victory over Nazi Germany with a massive parade on Red Square.',
    ],
    ['intention', 'North Korea has officially declined the invitation.'],
    ['intention', 'Kim proposed a summit with Park.'],
    ['condition', 'Park is willing to meet Kim without conditions.'],
    ['negation', 'It is too late for North Korea to decline the invitation.'],
    ['condition', 'Kim has decided to visit Russia in his first trip abroad since taking power.'],
    ['condition', 'The outside world will get a rare look at Kim.'],
    ['hedge', 'In his New Year’s address Kim announced a summit with President Park.'],
    [
      'speaker',
      'Talks between Park and Kim can only be productive if North Korea takes steps toward ending its nuclear weapons program.',
    ],
    ['person', 'Chinese President Hu Jintao has yet to visit Pyongyang.'],
    ['person', 'Yeltsin was the first Soviet or Russian leader to visit North Korea.'],
    [
      'condition',
      'The visit provides the outside world with a rare look at one of the biggest mysteries in international politics.',
    ],
    ['person', 'Mr. Kim rarely spoke in public.'],
    ['hedge', 'Kim visited China.'],
  ])('%s: %s', async (kind, draft) => {
    const [checked] = await check(draft, KIM);
    expect(checked?.differences.map((each) => each.kind)).toContain(kind);
  });

  test.each([
    [
      'the speaker at the end is of another claim',
      'speaker',
      'Park is willing to meet the North Korean leader, according to her spokeswoman, Yoo Myung-hee.',
    ],
    [
      'one layer of a relay is left out',
      'speaker',
      'Anonymous sources in Beijing told the Associated Press this week that Kim is likely to accept.',
    ],
    [
      'two places change places',
      'place',
      'Pyongyang, increasingly wary of its reliance on Moscow, has been pushing hard to improve ties with China.',
    ],
    [
      'another of the people of the same sentence does it',
      'person',
      'Kim Jong Il brought back the New Year’s Day speech that Kim Il Sung had introduced.',
    ],
    ['a degree turns into a slight one', 'extent', 'Moscow’s ties with North Korea have improved slightly.'],
    ['a frequency turns round', 'extent', 'Kim’s reclusive father spoke in public fairly often.'],
    ['it lasts longer', 'number', 'Putin spent a week in Pyongyang in 2000.'],
    [
      'a condition is left out',
      'condition',
      'Park says she is willing to meet Kim and that discussions between them would be productive.',
    ],
    [
      'one hedge of two clauses is left out',
      'hedge',
      'Obama has reportedly decided to stay home, and with that the awkwardness has been averted.',
    ],
    ['one hedge of two is left out', 'hedge', 'Kim does not seem to share his father’s fear of flying.'],
  ])('though every other word is right: %s', async (_, kind, draft) => {
    const [checked] = await check(draft, KIM);
    expect(checked?.verdict).toBe('differs');
    expect(checked?.differences.map((each) => each.kind)).toContain(kind);
  });

  test('with the words of both', async () => {
    const [checked] = await check('The council will vote on March 5, 2026.');
    expect(checked?.differences).toEqual([
      {
        kind: 'date',
        said: 'March 5, 2026',
        article: 'March 3, 2026',
        message: 'the article says “March 3, 2026”, not “March 5, 2026”',
      },
    ]);
  });
});

describe('names, roles and capitals are one person and one country', () => {
  test.each([
    'Besides Kim, Moscow has asked the Chinese and South Korean presidents to its victory celebrations.',
    'China’s president has been to Seoul but never to Pyongyang.',
    'The fall of the Soviet Union in 1991 brought Pyongyang and Beijing much closer together.',
    'The New Year’s Day speech is a custom that his grandfather began.',
    'Pyongyang has made no official statement on the invitation and could still turn it down.',
    'Kim Jong Il went to China seven times, and never other than by train.',
    'Park has not decided whether to attend, her spokeswoman Yoo Myung-hee said.',
    'Moscow has invited Kim and the presidents of China and South Korea.',
    'Kim was absent for a month last year.',
    'Russia, which is having its troubles with the West, is keen to strengthen its hand in Asia.',
  ])('%s', async (draft) => {
    expect(await check(draft, KIM)).toMatchObject([{ verdict: 'matches', differences: [] }]);
  });
});

test('“would not comment” is no other than “declined to comment”', async () => {
  const folder = await claimSetFolder(
    {
      article: { language: 'en' },
      entities: [{ id: 'holt', name: 'Bo Holt', type: 'person' }],
      claims: [
        {
          id: 's1.1',
          text: 'Bo Holt declined to comment on the letter about the pier.',
          quote: 'Bo Holt declined to comment on the letter about the pier',
          certainty: 'certain',
          subject: 'holt',
          entities: ['holt'],
        },
      ],
    },
    'Bo Holt declined to comment on the letter about the pier.\n',
  );
  expect(await check('Holt would not comment on the letter about the pier.', folder)).toMatchObject([
    { verdict: 'matches', differences: [] },
  ]);
});

describe('right names do not make a sentence right', () => {
  test.each([
    'Angela Merkel has also told the Kremlin that she will not attend the parade.',
    'When Kim came back into public view, he was walking with a cane.',
    'Park was received by Xi Jinping in Beijing during her first year in office.',
    'Putin and Kim Jong Il signed a joint declaration in Pyongyang.',
    'Putin visited Pyongyang twice.',
    'Kim Jong Il visited China seven times by plane.',
    'When Kim appears in public, his younger sister is often with him.',
    'Kim will be a guest.',
  ])('%s', async (draft) => {
    expect(await check(draft, KIM)).toMatchObject([{ verdict: 'not-found', differences: [] }]);
  });
});

describe('a sentence of which no claim says anything is not found', () => {
  test.each([
    'The crane was built in 1931 to unload coal from Baltic steamers.',
    'Rents in the capital rose by a tenth.',
    'Bo Tarn has been head of the fishermen’s union since 2015.',
    'A museum in Leeds wants to buy the crane.',
    'Bo Tarn left the fishermen’s union.',
  ])('%s', async (draft) =>
    expect(await check(draft)).toMatchObject([{ verdict: 'not-found', differences: [] }]),
  );
});

describe('a claim told whole is found, with a clause beside it of which little is known', () => {
  test.each([
    'Speaking to the town council, Crome said nothing has been lifted by the crane since 2009.',
    'The crane has done no lifting since 2009, the town council heard from the harbour master.',
  ])('%s', async (draft) =>
    expect(await check(draft)).toMatchObject([{ verdict: 'matches', differences: [] }]),
  );
});

describe('where a sentence stands', () => {
  test('offsets are code points of the draft; lines and columns count from 1', async () => {
    const draft =
      '😀 The council will vote\non March 3, 2026. Bo Tarn disagreed.\r\n\r\nBo Tarn heads the union.\n';
    const checked = await check(draft);
    const points = [...draft];
    expect(
      checked.map(({ text, start, end, line, column }) => ({
        text,
        said: points.slice(start, end).join(''),
        line,
        column,
      })),
    ).toEqual([
      {
        text: '😀 The council will vote on March 3, 2026.',
        said: '😀 The council will vote\non March 3, 2026.',
        line: 1,
        column: 1,
      },
      { text: 'Bo Tarn disagreed.', said: 'Bo Tarn disagreed.', line: 2, column: 19 },
      { text: 'Bo Tarn heads the union.', said: 'Bo Tarn heads the union.', line: 4, column: 1 },
    ]);
  });
});

describe('the command', () => {
  const draft =
    'Bo Tarn heads the union. Ida Crome said the old crane will be taken down before winter.\nRents rose by a tenth.';

  test('prints a line a difference in a pipe, as linters do, and exits 1', async () => {
    const { stdout, stderr, code } = await kimtrip(['check', '-', '--data', HARBOUR], { stdin: draft });
    expect(stdout).toBe(
      [
        'stdin:1:26\thedge\ts1.2\tthe article says “may”; the draft leaves it out',
        'stdin:2:1\tnot-found\ts2.1\tno claim says this; the nearest one is no match',
        '',
      ].join('\n'),
    );
    expect(stderr).toBe('kimtrip: 3 sentences: 1 matching, 1 differing, 1 not found\n');
    expect(code).toBe(1);
  });

  test('shows cards on a terminal: the claim, its sentence, who says it and how sure', async () => {
    const { stdout } = await kimtrip(['check', '-', '--data', HARBOUR, '--no-color'], {
      stdin: draft,
      terminal: 100,
    });
    expect(stdout).toContain('1:26  Ida Crome said the old crane will be taken down before winter.');
    expect(stdout).toContain('s1.2  Ida Crome says the old crane may be taken down before winter.');
    expect(stdout).toContain('Ida Crome · possible · “may”');
    expect(stdout).toContain('hedge: the article says “may”; the draft leaves it out');
  });

  test('exits 0 where there is nothing to ask, also for a draft without a sentence', async () => {
    const right = await kimtrip(['check', '-', '--data', HARBOUR], { stdin: 'Bo Tarn heads the union.' });
    expect(right).toMatchObject({ stdout: '', code: 0 });
    const empty = await kimtrip(['check', '-', '--json', '--data', HARBOUR], { stdin: '\n' });
    expect(empty).toMatchObject({ stdout: '[]\n', code: 0 });
  });

  test('--quiet leaves only the exit code', async () => {
    const quiet = await kimtrip(['check', '-', '--quiet', '--data', HARBOUR], { stdin: draft });
    expect(quiet).toEqual({ stdout: '', stderr: '', code: 1 });
  });

  test('filters leave out what is not to be rested on', async () => {
    const [checked] = await kimtripJson<Checked>(['check', '-', '--data', HARBOUR, '--said-by', 'bo-tarn'], {
      stdin: 'The council will vote on March 3, 2026.',
    });
    expect(checked?.verdict).toBe('not-found');
  });

  test('reads a file and names it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kimtrip-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, 'draft.txt');
    await writeFile(file, 'Ida Crome said the old crane will be taken down before winter.');
    const { stdout } = await kimtrip(['check', file, '--data', HARBOUR]);
    expect(stdout.split('\t')[0]).toBe(`${file}:1:1`);
  });

  test('reads Markdown without its marks, and says where a sentence stands among them', async () => {
    const stdin = [
      '---',
      'title: A draft',
      '---',
      '# The *crane*',
      '',
      '> Bo **Tarn**',
      '> disagreed.',
      '',
      '```',
      'no prose',
      '```',
      '',
      '- The [council](x.html) will vote on March 5, 2026.',
      '',
    ].join('\n');
    const checked = await kimtripJson<Checked>(['check', '-', '--markdown', '--data', HARBOUR], { stdin });
    expect(checked.map(({ text, line, column, verdict }) => ({ text, line, column, verdict }))).toEqual([
      { text: 'The crane', line: 4, column: 3, verdict: expect.any(String) },
      { text: 'Bo Tarn disagreed.', line: 6, column: 3, verdict: 'matches' },
      { text: 'The council will vote on March 5, 2026.', line: 13, column: 3, verdict: 'differs' },
    ]);
  });

  test('takes no format that it cannot print, and no file that is not there', async () => {
    expect(await kimtrip(['check', '-', '--format', 'csv'])).toMatchObject({ stdout: '', code: 2 });
    expect(await kimtrip(['check', 'nowhere.txt'])).toMatchObject({ stdout: '', code: 2 });
  });
});

test('the library checks a text', async () => {
  const claimSet = await loadClaimSet(HARBOUR);
  const [checked] = checkDraft(claimSet, 'Ida Crome said the old crane will be taken down before winter.');
  expect(checked).toMatchObject({ verdict: 'differs', line: 1, column: 1 });
  expect(checked?.differences).toMatchObject([
    { kind: 'hedge', said: expect.any(String), article: 'may', claim: { id: 's1.2' } },
  ]);
});

test('of an empty draft one note says that it is empty', async () => {
  expect(await kimtrip(['check', '-'], { stdin: '\n' })).toEqual({
    stdout: '',
    stderr: 'kimtrip: stdin has no sentence\n',
    code: 0,
  });
});

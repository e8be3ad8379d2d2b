import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadClaimSet } from '../src/claim-set/load.ts';
import { shippedClaimSet } from '../src/stories/shipped.ts';
import { kimtrip, kimtripJson } from './helpers.ts';
import { claimSetIn } from './stories-folder.ts';

const RAIN = {
  article: { id: 'rain', title: 'Rain', publisher: 'Example News', issued: { edtf: '2016-05-01' } },
  entities: [
    { id: 'weather-service', name: 'the weather service', type: 'organisation', aliases: ['the met'] },
    { id: 'bridge', name: 'Old Bridge', type: 'place' },
  ],
  claims: [
    {
      id: 's1.1',
      text: 'The weather service says rain may fall on Monday.',
      quote: 'Rain may fall on Monday, the weather service said',
      certainty: 'possible',
      hedge: 'may',
      attribution: [{ source: 'weather-service' }],
      entities: ['weather-service'],
    },
  ],
};
const RAIN_TEXT = 'Rain may fall on Monday, the weather service said.\nThe Old Bridge is closed.';
const FLOOD = {
  article: { publisher: 'The Courier' },
  entities: [
    {
      id: 'weather-service',
      name: 'The Weather Service',
      type: 'organisation',
      description: 'It forecasts.',
    },
    { id: 'bridge', name: 'New Bridge', type: 'place' },
  ],
  claims: [
    {
      id: 's1.1',
      text: 'The New Bridge is flooded.',
      quote: 'The New Bridge is flooded',
      certainty: 'certain',
      entities: ['bridge'],
    },
    {
      id: 's2.1',
      text: 'The weather service expects more rain.',
      quote: 'The weather service expects more rain',
      certainty: 'probable',
      hedge: 'expects',
      attribution: [{ source: 'weather-service' }],
    },
  ],
};
const FLOOD_TEXT = 'The New Bridge is flooded.\nThe weather service expects more rain.';

/** The stories that a script fills tables with. */
const storiesOfScript = (script: string) =>
  Array.from(script.matchAll(/^INSERT INTO article .*\n {2}\('([^']+)'/gm), ([, id]) => id);

/** A folder with two stories, `flood` and `rain`. */
async function desk(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kimtrip-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await claimSetIn(join(folder, 'b'), RAIN, RAIN_TEXT);
  await claimSetIn(join(folder, 'flood'), FLOOD, FLOOD_TEXT);
  return folder;
}

const ids = async (argv: readonly string[], env = {}) =>
  (await kimtripJson<{ id: string }>(argv, { env })).map(({ id }) => id);

describe('several stories', () => {
  test.each([
    ['a folder of claim sets', (folder: string) => [['--data', folder], {}] as const],
    [
      '--data repeated',
      (folder: string) => [['--data', join(folder, 'b'), '--data', join(folder, 'flood')], {}] as const,
    ],
    [
      'a path list in KIMTRIP_DATA',
      (folder: string) =>
        [[], { KIMTRIP_DATA: [join(folder, 'b'), join(folder, 'flood')].join(delimiter) }] as const,
    ],
  ])('are loaded from %s, each claim by its story’s id', async (_, asked) => {
    const [options, env] = asked(await desk());
    expect(await ids(['list', ...options], env)).toEqual(['rain:s1.1', 'flood:s1.1', 'flood:s2.1']);
    expect(await ids(['search', 'rain', ...options], env)).toEqual(
      expect.arrayContaining(['rain:s1.1', 'flood:s2.1']),
    );
  });

  test('of one folder named twice are one', async () => {
    const folder = await desk();
    expect(await ids(['list', '--data', join(folder, 'b'), '--data', `${folder}/b/`])).toEqual(['s1.1']);
  });

  test('are listed, with the claims of each', async () => {
    const folder = await desk();
    expect(await kimtripJson(['list', 'articles', '--data', folder])).toEqual([
      {
        id: 'rain',
        title: 'Rain',
        publisher: 'Example News',
        author: [],
        issued: { edtf: '2016-05-01', earliest: '2016-05-01', latest: '2016-05-01', inferred: false },
        url: null,
        accessed: null,
        language: null,
        sentences: 2,
        claims: ['rain:s1.1'],
      },
      expect.objectContaining({ id: 'flood', sentences: 2, claims: ['flood:s1.1', 'flood:s2.1'] }),
    ]);
  });

  test('are chosen by --article', async () => {
    const folder = await desk();
    expect(await ids(['list', '--data', folder, '--article', 'rain'])).toEqual(['rain:s1.1']);
    expect(await kimtrip(['list', '--data', folder, '--article', 'raim'])).toEqual({
      stdout: '',
      stderr: 'kimtrip: no such story: raim (did you mean rain?); kimtrip list articles shows them all\n',
      code: 2,
    });
  });

  test('name each claim’s own publisher and article', async () => {
    const folder = await desk();
    const records = await kimtripJson(['list', '--data', folder, '--fields', 'saidBy,article.id']);
    expect(records).toEqual([
      { saidBy: 'the weather service', article: { id: 'rain' } },
      { saidBy: 'The Courier', article: { id: 'flood' } },
      { saidBy: 'the weather service', article: { id: 'flood' } },
    ]);
    expect(await ids(['list', '--data', folder, '--said-by', 'the courier'])).toEqual(['flood:s1.1']);
  });

  test('share an entity of one id and name; one id with two names is told, and stays two', async () => {
    const folder = await desk();
    const { stdout, stderr } = await kimtrip(['list', 'entities', '--json', '--data', folder]);
    expect(JSON.parse(stdout)).toEqual([
      {
        id: 'weather-service',
        name: 'the weather service',
        type: 'organisation',
        aliases: ['the met'],
        description: 'It forecasts.',
        claims: ['rain:s1.1'],
      },
      expect.objectContaining({ id: 'flood:bridge', name: 'New Bridge', claims: ['flood:s1.1'] }),
      expect.objectContaining({ id: 'rain:bridge', name: 'Old Bridge', claims: [] }),
    ]);
    expect(stderr).toBe(
      'kimtrip: bridge means different things: “Old Bridge” (rain:bridge), “New Bridge” (flood:bridge)\n',
    );
  });

  test('are referred to by id, or by sentence where only one story has it', async () => {
    const folder = await desk();
    expect(await ids(['quote', 'flood:s1', 'rain:1.1', 's2.1', '--data', folder])).toEqual([
      'flood:s1.1',
      'rain:s1.1',
      'flood:s2.1',
    ]);
    expect(await kimtrip(['quote', 's1.1', 'hail:s1', '--data', folder])).toMatchObject({
      stdout: '',
      stderr: expect.stringContaining(
        'kimtrip: s1.1 is in several stories; write rain:s1.1 or flood:s1.1\nkimtrip: no story hail; the stories are rain, flood\n',
      ),
      code: 1,
    });
  });

  test('of one id are refused, both named', async () => {
    const folder = await desk();
    await claimSetIn(join(folder, 'c'), RAIN, RAIN_TEXT);
    expect(await kimtrip(['list', '--data', folder])).toEqual({
      stdout: '',
      stderr: `kimtrip: two stories have the id rain: ${folder}/b and ${folder}/c; give one of them another article.id in its claims.json\n`,
      code: 2,
    });
  });

  test('answer though one is broken, which is told and makes the exit code 2', async () => {
    const folder = await desk();
    await claimSetIn(join(folder, 'a'), RAIN, 'Another text.');
    const { stdout, stderr, code } = await kimtrip(['list', '--fields', 'id', '--data', folder]);
    expect(stdout).toBe('rain:s1.1\nflood:s1.1\nflood:s2.1\n');
    expect(stderr).toMatch(/^kimtrip: left out: .*quote is not in s1/m);
    expect(code).toBe(2);
  });

  test('of which many have what a reference names are told by a few', async () => {
    const folder = await desk();
    for (let number = 1; number < 6; number += 1)
      await claimSetIn(join(folder, `rain-${number}`), { ...RAIN, article: {} }, RAIN_TEXT);
    expect(await kimtrip(['quote', 's1.1', '--data', folder])).toEqual({
      stdout: '',
      stderr: `kimtrip: s1.1 is in several stories; write rain:s1.1 or flood:s1.1 or rain-1:s1.1 or rain-2:s1.1 or rain-3:s1.1 or another one like them
kimtrip: bridge means different things: “Old Bridge” (rain:bridge), “New Bridge” (flood:bridge), “Old Bridge” (rain-1:bridge), “Old Bridge” (rain-2:bridge), “Old Bridge” (rain-3:bridge), and 2 more
`,
      code: 1,
    });
  });

  test('are exported one by one; one that is broken is told at the end', async () => {
    const folder = await desk();
    const alone = await kimtrip(['export', 'sql', '--data', folder]);
    expect({ ...alone, stdout: storiesOfScript(alone.stdout) }).toEqual({
      stdout: ['rain', 'flood'],
      stderr: '',
      code: 0,
    });
    await claimSetIn(join(folder, 'a'), RAIN, 'Another text.');
    const { stdout, stderr, code } = await kimtrip(['export', 'sql', '--data', folder]);
    expect(stdout).toBe(alone.stdout);
    expect(stderr).toMatch(/^kimtrip: left out: [^\n]*quote is not in s1[^\n]*\n$/);
    expect(code).toBe(2);
  });

  test('without a sound one among them, or without a claim, are no script', async () => {
    const broken = await desk();
    for (const name of ['b', 'flood']) await claimSetIn(join(broken, name), RAIN, 'Another text.');
    expect(await kimtrip(['export', 'sql', '--data', broken])).toMatchObject({
      stdout: '',
      stderr: expect.stringMatching(/^kimtrip: [^\n]*quote is not in s1[^\n]*\n$/),
      code: 2,
    });
    const empty = await desk();
    await claimSetIn(join(empty, 'b'), { ...RAIN, claims: [] }, RAIN_TEXT);
    await claimSetIn(join(empty, 'flood'), { ...FLOOD, claims: [] }, FLOOD_TEXT);
    expect(await kimtrip(['export', 'sql', '--data', empty])).toEqual({
      stdout: '',
      stderr:
        'kimtrip: this claim set has no claims yet; write them into its claims.json, then run kimtrip verify DIR\n',
      code: 1,
    });
  });

  test('are verified together, each fault with the path of its file', async () => {
    const folder = await desk();
    await claimSetIn(join(folder, 'a'), RAIN, 'Another text.');
    const { stdout, code } = await kimtrip(['verify', folder]);
    expect(stdout).toContain(`${join(folder, 'a', 'claims.json')}:`);
    expect(code).toBe(1);
  });
});

test('the claim set that comes with the program is the one in its folder', async () => {
  const folder = join(import.meta.dirname, '../data/kim-trip');
  expect(shippedClaimSet()).toEqual(await loadClaimSet(folder));
});

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { claimSetFolder, kimtrip, kimtripJson } from './helpers.ts';
import { ROOT } from './pages.ts';
import { portHope } from './port-hope.ts';

const { stdout: page } = await kimtrip(['export', 'html']);

describe('the page as a file', () => {
  test('is one file of at most 400 KB that asks for nothing else', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(400_000);
    expect([...page.matchAll(/\s(?:src|href)="([^"#][^"]*)"/g)].map(([, url]) => url)).toEqual(['data:,']);
  });

  test('is the same every time', async () => {
    expect((await kimtrip(['export', 'html'])).stdout === page).toBe(true);
  });

  test('reads as the page of the small story that was looked at', async () => {
    const { stdout } = await kimtrip(['export', 'html', '--data', await portHope()]);
    const bare = stdout
      .replace(/<style>.*?<\/style>/s, '<style></style>')
      .replaceAll(/(<script[^>]*>).*?<\/script>/gs, '$1</script>')
      .replace(/ data-bytes="\d+"/, '')
      .replace(/sha256-[\w+/=]+/g, 'sha256-');
    await expect(bare).toMatchFileSnapshot('expected/port-hope.html');
  });

  test('names the speaker of each claim for programs that read schema.org', async () => {
    const { stdout } = await kimtrip(['export', 'html', '--data', await portHope()]);
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(stdout) ?? [];
    const [article, ...speakers] = JSON.parse(json)['@graph'];
    const nameOf = new Map(speakers.map((node: Record<string, string>) => [node['@id'], node['name']]));
    const claims: { '@id': string; author?: { '@id': string } }[] = article['@reverse'].appearance;
    expect(claims.map((claim) => [claim['@id'], nameOf.get(claim.author?.['@id'] ?? '')])).toEqual([
      ['#s1.1', 'the weather service'],
      ['#s2.1', 'unnamed officials'],
      ['#s3.1', 'Example News'],
      ['#s4.1', 'Example News'],
      ['#s4.2', 'Example News'],
    ]);
  });

  test('counts beside each link of a picture the claims that kimtrip finds by it', async () => {
    const links = [...page.matchAll(/href="#((?:said-by|certainty|from)=[^"]+)".*?class="count">(.*?)</g)];
    const counts = links.map(([, filter = '', text = '']) => [
      filter,
      Number(/\((\d+) in all\)/.exec(text)?.[1] ?? Number.parseInt(text, 10)),
    ]);
    const found = await Promise.all(
      links.map(async ([, filter = '']) => {
        const options = [...new URLSearchParams(filter.replaceAll('&amp;', '&'))];
        const argv = options.flatMap(([name, value]) => [`--${name}`, value]);
        return [filter, (await kimtripJson<object>(['list', ...argv])).length];
      }),
    );
    expect(counts).toEqual(found);
    const kinds = new Set(counts.map(([filter = '']) => String(filter).split('=')[0]));
    expect([...kinds]).toEqual(['certainty', 'said-by', 'from']);
  });

  test('takes filters, and says so where none passes', async () => {
    const data = await portHope();
    const { stdout } = await kimtrip(['export', 'html', '--topic', 'weather', '--data', data]);
    expect([...stdout.matchAll(/<li id="([^"]+)"/g)].map(([, id]) => id)).toEqual(['s1.1', 's2.1']);
    expect(await kimtrip(['export', 'html', '--certainty', 'uncommitted', '--data', data])).toEqual({
      stdout: '',
      stderr: 'kimtrip: no claim passes these filters\n',
      code: 1,
    });
  });
});

describe('the pages of several stories', () => {
  const DATA = ['--data', join(ROOT, 'data/harbour-story'), '--data', join(ROOT, 'data/kim-trip')];
  const FILES = ['harbour-story.html', 'index.html', 'kim-trip.html'];
  const emptyFolder = () => claimSetFolder(null, null);

  test('stand in a folder beside an index that links to each', async () => {
    const site = join(await emptyFolder(), 'new/site');
    const all = (await kimtripJson(['list', ...DATA])).length;
    expect(await kimtrip(['export', 'html', '--output', site, ...DATA])).toEqual({
      stdout: `${site}/index.html: ${all} claims of 2 articles, each with a page beside it\n`,
      stderr: '',
      code: 0,
    });
    expect(await readdir(site)).toEqual(FILES);
    const links = async (name: string) =>
      [...(await readFile(join(site, name), 'utf8')).matchAll(/\s(?:src|href)="([^"#$][^"]*)"/g)].map(
        ([, url]) => url,
      );
    expect(await links('index.html')).toEqual(['data:,', 'harbour-story.html', 'kim-trip.html']);
    expect(await links('kim-trip.html')).toEqual(['data:,', 'index.html']);
    expect(await readFile(join(site, 'kim-trip.html'), 'utf8')).toBe(
      page.replace('<p class="kicker">', '<p class="kicker"><a href="index.html">All stories</a> · '),
    );
  });

  test('take the place of an earlier export, whole', async () => {
    const site = await emptyFolder();
    await kimtrip(['export', 'html', '--output', site, ...DATA]);
    await mkdir(join(site, '.kimtrip-stopped'));
    const { code } = await kimtrip(['export', 'html', '--output', site, '--article', 'kim-trip', ...DATA]);
    expect(code).toBe(0);
    expect(await readdir(site)).toEqual(['index.html', 'kim-trip.html']);
  });

  test.each(['notes.txt', 'about.html', '.htaccess'])('are not written beside %s', async (name) => {
    const site = await emptyFolder();
    await writeFile(join(site, name), '<p>Mine.');
    expect(await kimtrip(['export', 'html', '--output', site, ...DATA])).toEqual({
      stdout: '',
      stderr: `kimtrip: ${site} has other files, such as ${name}; nothing was written, choose an empty folder or one of an earlier export\n`,
      code: 2,
    });
    expect(await readdir(site)).toEqual([name]);
  });

  test.each([
    [
      ['export', 'html', ...DATA],
      'export html prints the page of one story; --output DIR writes a page of each, and --article chooses one, as in --article harbour-story',
    ],
    [['export', 'html', '--output', ''], '--output is empty; name a folder for the pages'],
    [
      ['export', 'sql', '--output', 'site'],
      '--output goes with export html; write kimtrip export sql > FILE',
    ],
  ])('%j is refused', async (argv, message) => {
    expect(await kimtrip(argv)).toEqual({ stdout: '', stderr: `kimtrip: ${message}\n`, code: 2 });
  });

  test('are refused where the folder cannot be, or a story would take the place of the index', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'file'), '');
    const { stderr } = await kimtrip(['export', 'html', '--output', join(folder, 'file'), ...DATA]);
    expect(stderr).toMatch(/^kimtrip: cannot write to .*file: .*; choose another folder\n$/);
    const data = await claimSetFolder(
      { article: { id: 'index' }, claims: [{ id: 's1.1', text: 'It rained.', quote: 'It rained' }] },
      'It rained.\n',
    );
    const ran = await kimtrip(['export', 'html', '--output', join(folder, 'site'), '--data', data]);
    expect(ran.stderr).toBe(
      'kimtrip: a story with the id index has no page beside the index; give it another article.id\n',
    );
    expect(await readdir(folder)).toEqual(['file']);
  });
});

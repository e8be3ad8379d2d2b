import { describe, expect, test } from 'vitest';
import { kimtrip, kimtripJson } from './helpers.ts';
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
      .replace(/sha256-[\w+/=]+/g, 'sha256-');
    await expect(bare).toMatchFileSnapshot('expected/port-hope.html');
  });

  test('names the speaker of each claim for programs that read schema.org', async () => {
    const { stdout } = await kimtrip(['export', 'html', '--data', await portHope()]);
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(stdout) ?? [];
    const graph: { '@id': string; '@type': string; name?: string; author?: { '@id': string } }[] =
      JSON.parse(json)['@graph'];
    const nameOf = new Map(graph.map((node) => [node['@id'], node.name]));
    const claims = graph.filter((node) => node['@type'] === 'Claim');
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

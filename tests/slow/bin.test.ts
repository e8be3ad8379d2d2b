import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { kimtrip, shell } from '../helpers.ts';
import { portHope } from '../port-hope.ts';

describe('every command, in every format, prints from the bundle what it prints from source', () => {
  const claims = ['table', 'cards', 'lines', 'json', 'jsonl', 'csv', 'markdown'];
  const lines = [
    ['search putin vist --explain', claims],
    ['list', claims],
    ['list entities', claims.filter((format) => format !== 'cards')],
    ['list sources', claims.filter((format) => format !== 'cards')],
    ['quote 3-4 s18.3 --context 1', [...claims, 'csl']],
    ['timeline --from 2000', claims],
  ] as const;
  const commands = [
    ...lines.flatMap(([line, formats]) => formats.map((format) => `${line} --format ${format}`)),
    ...['list topics', 'list sentences', 'article', 'article --json', 'browse putin'],
    ...['export html', 'export sql', 'export jsonld', 'verify', 'verify --strict --json', 'schema'],
    ...[
      'completion bash',
      'completion zsh',
      'completion fish',
      '--version',
      '--help',
      'help search',
      'serch',
    ],
  ];

  test.each(commands)('%s', async (line) => {
    const [bundled, source] = [await shell(`kimtrip ${line} < /dev/null`), await kimtrip(line.split(' '))];
    expect({ ...bundled, stdout: inflated(bundled.stdout) }).toEqual({
      ...source,
      stdout: inflated(source.stdout),
    });
  });

  /** The data of an exported page as they were: Bun and Node deflate to other bytes. */
  const inflated = (text: string) =>
    text.replace(/(?<= id="data">)[^<]+/, (data) => inflateRawSync(Buffer.from(data, 'base64')).toString());

  test('init', async () => {
    const [bundled, source] = [await portHope(), await portHope()];
    const written = async (folder: string) => [
      await readFile(join(folder, 'new/article.txt'), 'utf8'),
      await readFile(join(folder, 'new/claims.json'), 'utf8'),
      await readdir(join(folder, 'new')),
    ];
    const ran = await kimtrip(['init', join(source, 'article.txt'), join(source, 'new')]);
    expect(await shell(`kimtrip init '${bundled}/article.txt' '${bundled}/new'`)).toEqual({
      ...ran,
      stdout: ran.stdout.replaceAll(source, bundled),
    });
    expect(await written(bundled)).toEqual(await written(source));
  });
});

import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { BIN, kimtrip, shell } from './helpers.ts';
import { portHope } from './port-hope.ts';

describe('the program in a shell', () => {
  test('pipes what a search found into quote', async () => {
    const { stdout: ids } = await kimtrip(['search', 'putin', '--fields', 'id', '--format', 'lines']);
    const { stdout, stderr, code } = await shell(
      'kimtrip search putin --fields id --format lines | kimtrip quote - --json',
    );
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(
      JSON.parse(stdout)
        .map(({ id }: { id: string }) => `${id}\n`)
        .join(''),
    ).toBe(ids);
  });

  test('reads its data from any folder', async () => {
    const { stdout } = await kimtrip(['list', '--json']);
    expect(await shell('kimtrip list --json', tmpdir())).toEqual({ stdout, stderr: '', code: 0 });
  });

  test('runs through a symbolic link, by itself', async () => {
    const link = join(await portHope(), 'kimtrip');
    await symlink(BIN, link);
    expect(await shell(`'${link}' --version`, tmpdir())).toEqual({
      stdout: `${packageJson.version}\n`,
      stderr: '',
      code: 0,
    });
  });

  test('takes --data from the folder it is run in', async () => {
    const data = await portHope();
    expect(await shell('kimtrip quote s2 --fields id --data .', data)).toEqual({
      stdout: 's2.1\n',
      stderr: '',
      code: 0,
    });
  });

  test('prints the same JSON with colour forced, and Node’s own warning about colours nowhere', async () => {
    const { stdout } = await kimtrip(['list', '--json']);
    expect(await shell('FORCE_COLOR=1 NO_COLOR=1 kimtrip list --json')).toEqual({
      stdout,
      stderr: '',
      code: 0,
    });
  });

  test('tells a usage error on one line with code 2', async () => {
    expect(await shell('kimtrip serch putin')).toEqual({
      stdout: '',
      stderr: 'kimtrip: no such command: serch; did you mean: kimtrip search putin\n',
      code: 2,
    });
  });
});

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
    expect(await shell(`kimtrip ${line} < /dev/null`)).toEqual(await kimtrip(line.split(' ')));
  });

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

  // The code that the build keeps runs as a plain script: an import() in it would fail where it is reached.
  test('and the bundle imports nothing when it runs', async () => {
    expect(await readFile(join(import.meta.dirname, '../dist/kimtrip.cjs'), 'utf8')).not.toMatch(
      /\bimport\s*\(/,
    );
  });
});

/** The program in a folder of its own, changed. */
async function installedWith(change: (folder: string) => Promise<void>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kimtrip-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const root = join(import.meta.dirname, '..');
  for (const part of ['bin', 'dist', 'data'])
    await cp(join(root, part), join(folder, part), { recursive: true });
  await change(folder);
  return join(folder, 'bin/kimtrip.js');
}

describe('what the build keeps', () => {
  const codeIn = (folder: string) =>
    join(folder, `dist/kimtrip.cjs.${process.versions.v8}.${process.arch}.cache`);
  /** What it prepared of the claim set. */
  const preparedIn = async (folder: string) => {
    const names = await readdir(join(folder, 'dist'));
    return join(folder, 'dist', names.find((name) => /^claims-.*\.cache$/.test(name)) ?? '');
  };

  /** Turns over some bytes behind the header, which is all that V8 looks at. */
  const damage = async (cache: string) => {
    const bytes = await readFile(cache);
    for (let at = 1000; at < bytes.length; at += bytes.length >> 6) bytes[at] = ~(bytes[at] ?? 0);
    await writeFile(cache, bytes);
  };
  const zeroHalf = async (cache: string) => {
    const bytes = await readFile(cache);
    await writeFile(cache, bytes.fill(0, bytes.length >> 1));
  };

  test.each([
    ['is missing', (cache: string) => rm(cache, { force: true })],
    ['is empty', (cache: string) => writeFile(cache, '')],
    ['is of something else', (cache: string) => writeFile(cache, 'something else'.repeat(99))],
    ['is cut off', (cache: string) => truncate(cache, 1000)],
    ['is damaged', damage],
    ['was written by half', zeroHalf],
    ['is a folder', (cache: string) => rm(cache, { force: true }).then(() => mkdir(cache))],
  ])('is not needed: it %s', async (_, change) => {
    const { stdout } = await kimtrip(['search', 'putin', '--json']);
    const unchanged = { stdout, stderr: '', code: 0 };
    const withoutCode = await installedWith((folder) => change(codeIn(folder)));
    expect(await shell(`'${process.execPath}' '${withoutCode}' search putin --json`)).toEqual(unchanged);
    const unprepared = await installedWith(async (folder) => change(await preparedIn(folder)));
    expect(await shell(`'${process.execPath}' '${unprepared}' search putin --json`)).toEqual(unchanged);
  });

  test('of the claim set is of no use once a file is another, though of the same length', async () => {
    const edited = (file: string, from: string, to: string) =>
      installedWith(async (folder) => {
        const path = join(folder, 'data/kim-trip', file);
        const text = await readFile(path, 'utf8');
        expect(text).toContain(from);
        await writeFile(path, text.replaceAll(from, to));
      });
    const text = await edited(
      'claims.json',
      '"text": "Vladimir Putin spent',
      '"text": "Vladimir Putin passe',
    );
    expect(await shell(`'${process.execPath}' '${text}' search passe --exact --fields id`)).toEqual({
      stdout: 's18.3\n',
      stderr: '',
      code: 0,
    });
    for (const bin of [
      await edited('claims.json', '"quote": "Yuri Ushakov', '"quote": "Yuri Ushakow'),
      await edited('article.txt', 'Yuri Ushakov', 'Yuri Ushakow'),
    ])
      expect(await shell(`'${process.execPath}' '${bin}' search putin`)).toEqual({
        stdout: '',
        stderr: expect.stringMatching(/^kimtrip: claims\.json: claims\[\d+\]\.quote is not in s3/),
        code: 2,
      });
  });

  test('of the code does not run once the bundle is another, though of the same length', async () => {
    const bin = await installedWith(async (folder) => {
      const bundle = join(folder, 'dist/kimtrip.cjs');
      const text = await readFile(bundle, 'utf8');
      // A key of the JSON, in code that the build has run.
      await writeFile(bundle, text.replace(/\bparagraph:/g, 'paragrafo:'));
    });
    const { stdout } = await shell(`'${process.execPath}' '${bin}' search putin --json --limit 1`);
    expect(stdout).toContain('"paragrafo": ');
  });
});

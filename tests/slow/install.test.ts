import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { installed, kimtrip, shell } from '../helpers.ts';

/** What is in the package besides what `files` names: npm always takes these. */
const ALWAYS = ['package.json', 'README.md', 'LICENSE'];
const QUOTE = ['quote', 's18.3', '--json'];
const canBeNobody = process.getuid?.() === 0 && (await installed('runuser'));

let folder = '';
let tarball = '';
let unpacked = '';
/** Where the package is installed: a path with spaces and letters beyond ASCII. */
let prefix = '';
let program = '';

/** Every file and folder under a folder with what a write to it would change. */
async function stateOf(root: string): Promise<string[]> {
  const paths = await readdir(root, { recursive: true });
  const told = paths.sort().map(async (path) => {
    const { size, mtimeMs, mode } = await stat(join(root, path));
    return `${path} ${size} ${mtimeMs} ${mode}`;
  });
  return Promise.all(told);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kimtrip-install-'));
  // Another user goes in too.
  await chmod(folder, 0o755);
  // To build again would take the bundle from under the other tests.
  const packed = await shell(`npm pack --silent --ignore-scripts --pack-destination '${folder}'`);
  tarball = join(folder, packed.stdout.trim());
  await shell(`tar -xzf '${tarball}' -C '${folder}'`);
  unpacked = join(folder, 'package');
  prefix = join(folder, 'Programme für alle – 程序');
  program = join(prefix, 'bin/kimtrip');
  await mkdir(prefix);
  // Its own empty cache and no network: whatever else it needed would be missing.
  const install = `npm install --global --offline --silent --cache '${folder}/cache' --prefix '${prefix}'`;
  expect(await shell(`${install} '${tarball}'`, folder)).toMatchObject({ code: 0 });
  await shell(`chmod -R a-w '${prefix}'`);
}, 60_000);

afterAll(async () => {
  await shell(`chmod -R u+w '${prefix}'`);
  await rm(folder, { recursive: true, force: true });
});

describe('the package', () => {
  const unpackedFiles = async () => {
    const entries = await readdir(unpacked, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  };

  test('holds what it names, and nothing of the machine that made it', async () => {
    const files = await unpackedFiles();
    const named = [...packageJson.files.filter((each) => !each.startsWith('!')), ...ALWAYS];
    const paths = files.map((path) => path.slice(unpacked.length + 1));
    expect(paths.filter((path) => !named.includes(path.split('/')[0] ?? ''))).toEqual([]);
    expect(paths.filter((path) => /\.(?:map|cache|ts)$/.test(path.replace('.d.ts', '')))).toEqual([]);
    const root = join(import.meta.dirname, '../..');
    for (const path of files) {
      const text = await readFile(path, 'utf8');
      expect([path, text.includes(root) || text.includes(folder) || /sourceMappingURL/.test(text)]).toEqual([
        path,
        false,
      ]);
    }
  });

  test('is small: 2 MB unpacked, without the data', async () => {
    const files = await unpackedFiles();
    const program = files.filter((path) => !path.startsWith(join(unpacked, 'data')));
    const sizes = await Promise.all(program.map(async (path) => (await stat(path)).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(2_000_000);
  });

  test('needs no other package', async () => {
    expect(await readdir(join(prefix, 'lib/node_modules'))).toEqual(['kimtrip']);
    expect(await readdir(join(prefix, 'lib/node_modules/kimtrip'))).not.toContain('node_modules');
  });

  test('runs by npx', async () => {
    const npx = `npx --offline --yes --cache '${folder}/cache' --package '${tarball}' kimtrip`;
    const { stdout, code } = await shell(`${npx} ${QUOTE.join(' ')}`, folder);
    expect({ stdout, code }).toEqual({ stdout: (await kimtrip(QUOTE)).stdout, code: 0 });
  });
});

describe('the program, installed where nothing can be written', () => {
  test.each([
    ['by its name', (words: string) => `'${program}' ${words}`],
    ['from PATH', (words: string) => `PATH='${prefix}/bin':$PATH; command kimtrip ${words}`],
    ['without HOME', (words: string) => `unset HOME; '${program}' ${words}`],
    ['with a HOME that is no folder', (words: string) => `HOME=/dev/null '${program}' ${words}`],
    ['with an empty environment', (words: string) => `env -i PATH="$PATH" '${program}' ${words}`],
    [
      'in a folder that is gone',
      (words: string) =>
        `mkdir '${folder}/gone' && cd '${folder}/gone' && rmdir ../gone && '${program}' ${words}`,
    ],
  ])('runs %s, and writes nothing', async (_, line) => {
    const before = await stateOf(prefix);
    for (const words of [
      QUOTE,
      ['search', 'putin', '--json'],
      ['export', 'sql'],
      ['list', '--format', 'table'],
    ])
      expect(await shell(line(words.join(' ')), folder)).toEqual(await kimtrip(words));
    expect(await stateOf(prefix)).toEqual(before);
  });

  test.skipIf(!canBeNobody)('runs as a user who may write nowhere, and writes nothing', async () => {
    const home = join(folder, 'home');
    await mkdir(home, { mode: 0o755 });
    const before = [await stateOf(prefix), await stateOf(home)];
    const line = `HOME='${home}' runuser -u nobody -- '${process.execPath}' '${program}'`;
    expect(await shell(`${line} ${QUOTE.join(' ')}`, home)).toEqual(await kimtrip(QUOTE));
    expect(await shell(`${line} init - new <<< 'It rained.'`, home)).toEqual({
      stdout: '',
      stderr: 'kimtrip: cannot write new: permission denied; nothing was written, choose another folder\n',
      code: 2,
    });
    expect([await stateOf(prefix), await stateOf(home)]).toEqual(before);
  });
});

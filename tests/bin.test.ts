import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { BIN, kimtrip, shell } from './helpers.ts';
import { portHope } from './port-hope.ts';

describe('the program in a shell', () => {
  test.each([
    ['the first line is enough', 'kimtrip list | head -1', /^s1\.1\t.*\n0\n$/],
    ['the first character is enough', 'kimtrip quote 1-28 --context 28 --json | head -c 1', /^\[0\n$/],
    ['nobody reads at all', 'kimtrip list --json | true', /^0\n$/],
  ])('ends quietly when %s', async (_, pipeline, stdout) => {
    expect(await shell(`${pipeline}; echo "$PIPESTATUS"`)).toEqual({
      stdout: expect.stringMatching(stdout),
      stderr: '',
      code: 0,
    });
  });

  test('ends with 130 on Ctrl-C', async () => {
    // It waits for references on stdin for as long as the test lets it.
    const program = spawn(process.execPath, [BIN, 'quote', '-']);
    setTimeout(() => program.kill('SIGINT'), 3000);
    expect(await once(program, 'exit')).toEqual([130, null]);
  });

  test('fails on a full disk with one line', async () => {
    expect(await shell('kimtrip list > /dev/full')).toEqual({
      stdout: '',
      stderr: expect.stringMatching(/^kimtrip: cannot write the output: .+\n$/),
      code: 2,
    });
  });

  test('keeps its exit code where even stderr is full', async () => {
    expect(await shell('kimtrip serch putin 2> /dev/full')).toEqual({ stdout: '', stderr: '', code: 2 });
    expect(await shell('kimtrip search zzzzzz 2> /dev/full')).toEqual({ stdout: '', stderr: '', code: 1 });
  });

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

  test('writes large output whole through a pipe', async () => {
    const { stdout: expected } = await kimtrip(['quote', '1-28', '1-28', '--context', '28', '--json']);
    expect(expected.length).toBeGreaterThan(500_000);
    const { stdout, code } = await shell('kimtrip quote 1-28 1-28 --context 28 --json | (sleep 0.3; cat)');
    expect(code).toBe(0);
    expect(stdout === expected).toBe(true);
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

  test('does without stdin', async () => {
    const found = { stdout: 's18.3\n', stderr: '', code: 0 };
    expect(await shell('kimtrip quote s18.3 --fields id <&-')).toEqual(found);
    expect(await shell('kimtrip quote - --fields id < /dev/null')).toEqual({
      stdout: '',
      stderr: 'kimtrip: no reference came from stdin\n',
      code: 1,
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

describe('the code that the build keeps for V8', () => {
  /** The program in a folder of its own, its kept code changed. */
  async function installedWith(change: (cache: string) => Promise<void>): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'kimtrip-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const root = join(import.meta.dirname, '..');
    for (const part of ['bin', 'dist', 'data'])
      await cp(join(root, part), join(folder, part), { recursive: true });
    await change(join(folder, `dist/kimtrip.cjs.${process.versions.v8}.cache`));
    return join(folder, 'bin/kimtrip.js');
  }

  test.each([
    ['is missing', rm],
    ['is empty', (cache: string) => writeFile(cache, '')],
    ['is of something else', (cache: string) => writeFile(cache, 'something else'.repeat(99))],
    ['is cut off', (cache: string) => truncate(cache, 1000)],
  ])('may do without it: it %s', async (_, change) => {
    const bin = await installedWith(change);
    const { stdout } = await kimtrip(['search', 'putin', '--json']);
    expect(await shell(`'${process.execPath}' '${bin}' search putin --json`)).toEqual({
      stdout,
      stderr: '',
      code: 0,
    });
  });
});

import { symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { kimtrip, PROGRAM, shell } from './helpers.ts';
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
    await symlink(PROGRAM, link);
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

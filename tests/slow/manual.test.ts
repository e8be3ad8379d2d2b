import { describe, expect, test } from 'vitest';
import { installed, kimtrip, shell } from '../helpers.ts';

const MANUAL = 'dist/kimtrip.1';

describe.skipIf(!(await installed('man')))('man kimtrip (skipped where there is no man)', () => {
  test.each(['C', 'C.UTF-8'])('is shown without a warning in the locale %s', async (locale) => {
    const { stderr } = await shell(`LC_ALL=${locale} man --warnings=all -l ${MANUAL} > /dev/null`);
    expect(stderr).toBe('');
  });

  test('has a section on each command, with its options as the help has them', async () => {
    const { stdout: manual } = await shell(`LC_ALL=C.UTF-8 MANWIDTH=200 man -l ${MANUAL}`);
    const commands = [...(await kimtrip(['--help'])).stdout.matchAll(/^ {2}([a-z]+) {2}/gm)].flatMap(
      ([, name = '']) => (name === 'help' ? [] : [name]),
    );
    expect(manual.match(/^[A-Z]+$/gm)).toEqual([
      ...['NAME', 'SYNOPSIS', 'DESCRIPTION'],
      ...commands.map((name) => name.toUpperCase()),
    ]);
    expect(manual).toContain('claims with a hedge, such as “reportedly”');
    expect(manual).toMatch(/^ +NO_COLOR\n? +turns colour off; FORCE_COLOR turns it on, in a pipe too$/m);
  });
});

test.skipIf(!(await installed('mandoc')))(
  'mandoc finds no fault with it (skipped where it is not)',
  async () => {
    // A version that is not out yet has no date.
    const { stdout } = await shell(`mandoc -T lint -W warning ${MANUAL} | grep -v 'missing date'`);
    expect(stdout).toBe('');
  },
);

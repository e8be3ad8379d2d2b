import { describe, expect, test } from 'vitest';
import { installed } from '../helpers.ts';
import { openShell } from './tmux.ts';

const canPage = (await installed('tmux')) && (await installed('less'));
const isPrompt = (lines: readonly string[]) => lines.at(-1) === '$';
const isLess = (lines: readonly string[]) => lines.at(-1) === ':';
/** A list that is longer than the terminal, and its first and last id. */
const LIST = 'kimtrip list --format lines';

describe.skipIf(!canPage)('a pager (left out where there is no tmux or less)', { timeout: 60_000 }, () => {
  test.each(['', 'PAGER=less ', 'PAGER="less -FRX" '])(
    '%skimtrip list begins at the top and leaves what was read',
    async (env) => {
      const shell = await openShell(80, 12);
      await shell.type(`${env}${LIST}`);
      await shell.press('Enter');
      const first = await shell.shows(isLess);
      expect(first).toSatisfy(isLess);
      expect(first.join('\n')).toContain('s1.1\u0020');
      await shell.press('q');
      const after = await shell.shows(isPrompt);
      expect(after.at(-1)).toBe('$');
      expect(after.filter((line) => /^s\d+\.\d+\s/.test(line))[0]).toMatch(/^s1\./);
      expect((await shell.modes()).alternate).toBe('0');
    },
  );

  test('colours reach it, and come out as colours', async () => {
    const shell = await openShell(80, 12);
    await shell.type('kimtrip list --hedged');
    await shell.press('Enter');
    const lines = await shell.shows(isLess);
    expect(lines.join('\n')).not.toContain('ESC');
    expect(await shell.colours()).toContain('\u001b[94m');
  });

  test.each([
    ['what fits', 'kimtrip quote s4.1'],
    ['--no-pager', `${LIST} --no-pager`],
    ['a pipe', `PAGER=false ${LIST} | tail -n 1`],
    ['a pager that there is not', `PAGER=no-such-pager ${LIST} 2> /dev/null`],
  ])('%s is written at once', async (_, command) => {
    const shell = await openShell(80, 12);
    await shell.type(command);
    await shell.press('Enter');
    const isDone = (lines: readonly string[]) => isPrompt(lines) && lines.length > 2;
    const lines = await shell.shows(isDone);
    expect(lines.at(-1)).toBe('$');
    expect(lines.length).toBeGreaterThan(2);
  });
});

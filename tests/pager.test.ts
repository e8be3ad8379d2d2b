import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { main } from '../src/cli.ts';

interface Place {
  readonly isTTY?: boolean;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** What the shell says of the pager. */
  readonly exists?: boolean;
}

/** By which command a run shows its result, and what it writes itself. */
async function shown(
  argv: readonly string[],
  { isTTY = true, rows = 24, env = {}, exists = true }: Place = {},
) {
  let pager: { command: string; text: string } | null = null;
  let written = '';
  const sink = (keep: boolean) => ({
    isTTY,
    rows,
    columns: 80,
    write(text: string, done: () => void) {
      if (keep) written += text;
      done();
    },
  });
  const code = await main(argv, {
    stdin: Readable.from([]),
    stdout: sink(true),
    stderr: sink(false),
    env,
    async page(command, text) {
      if (exists) pager = { command, text };
      return exists;
    },
  });
  return { pager, written, code };
}

const LONG = ['list', '--no-color'];
const { written } = await shown([...LONG, '--no-pager']);

test('what is longer than the terminal goes through less, or $PAGER', async () => {
  expect(await shown(LONG)).toEqual({ pager: { command: 'less', text: written }, written: '', code: 0 });
  expect((await shown(LONG, { env: { PAGER: 'most -w' } })).pager).toEqual({
    command: 'most -w',
    text: written,
  });
});

test.each<[string, readonly string[], Place]>([
  ['what fits', ['quote', 's4.1', '--no-color'], {}],
  ['a pipe', LONG, { isTTY: false }],
  ['PAGER=cat', LONG, { env: { PAGER: 'cat' } }],
  ['an empty PAGER', LONG, { env: { PAGER: '' } }],
  ['a dumb terminal', LONG, { env: { TERM: 'dumb' } }],
  ['--no-pager', [...LONG, '--no-pager'], {}],
  ['an export', ['export', 'jsonld'], {}],
  ['a pager that there is not', LONG, { exists: false }],
])('%s is written as it is', async (_, argv, place) => {
  const ran = await shown(argv, place);
  expect(ran).toEqual({ pager: null, written: expect.stringContaining('s4.1'), code: 0 });
});

import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { describe, expect, onTestFinished, test } from 'vitest';
import { installed, kimtrip, PROGRAM, shell } from '../helpers.ts';
import { openShell } from './tmux.ts';

const [hasTmux, hasPython] = [await installed('tmux'), await installed('python3')];

const ids = async (...words: string[]) =>
  (await kimtrip([...words, '--fields', 'id', '--format', 'lines'])).stdout;

describe('a reader that stops', () => {
  test.each([
    ['the first line is enough', 'kimtrip list | head -1', /^s1\.1\t.*\n0\n$/],
    ['the first character is enough', 'kimtrip quote 1-28 --context 28 --json | head -c 1', /^\[0\n$/],
    ['nobody reads at all', 'kimtrip list --json | true', /^0\n$/],
    ['nobody reads the help', 'kimtrip --help | true', /^0\n$/],
    ['nobody reads the page', 'kimtrip export html | true', /^0\n$/],
  ])('ends the program quietly: %s', async (_, pipeline, stdout) => {
    const quiet = { stdout: expect.stringMatching(stdout), stderr: '', code: 0 };
    expect(await shell(`${pipeline}; echo "$PIPESTATUS"`)).toEqual(quiet);
    // As under a parent that ignores the signal, such as Python.
    expect(await shell(`trap '' PIPE; ${pipeline}; echo "$PIPESTATUS"`)).toEqual(quiet);
  });

  test('of stderr changes nothing', async () => {
    const stdout = await ids('search', 'putin', '--limit', '1');
    const line = 'kimtrip search putin --limit 1 --fields id 2> >(true)';
    expect(await shell(line)).toEqual({ stdout, stderr: '', code: 0 });
    expect(await shell('kimtrip serch 2> >(true)')).toEqual({ stdout: '', stderr: '', code: 2 });
  });
});

describe('a pipe that nobody has read yet', () => {
  /** Starts the program on a pipe with little room, and goes on once the pipe is full. */
  const FULL_PIPE = `
import array, fcntl, os, signal, subprocess, sys, termios, time
reader, writer = os.pipe()
os.set_blocking(writer, sys.argv[1] == "blocking")
os.write(writer, bytes(65536 - 4096))
program = subprocess.Popen(sys.argv[2:], stdout=writer)
os.close(writer)
held = array.array("i", [0])
while held[0] < 65536:
    time.sleep(.01)
    fcntl.ioctl(reader, termios.FIONREAD, held)
`;
  const READ = `
read = b"".join(iter(lambda: os.read(reader, 65536), b""))
sys.stdout.buffer.write(read[65536 - 4096:])
sys.exit(program.wait())
`;
  const INTERRUPT = `
print(program.poll())
program.send_signal(signal.SIGINT)
print(program.wait(5) == -signal.SIGINT)
`;
  const python = (script: string, ...words: string[]) =>
    shell(`python3 -c '${FULL_PIPE}${script}' ${words.join(' ')}`);

  test.skipIf(!hasPython).each(['blocking', 'non-blocking'])(
    'gets all of it in the end: %s',
    async (kind) => {
      const words = ['quote', '1-28', '--context', '28', '--json'];
      const ran = await kimtrip(words);
      expect(ran.stdout.length).toBeGreaterThan(2 * 65536);
      expect(await python(READ, kind, PROGRAM, ...words)).toEqual(ran);
    },
  );

  test.skipIf(!hasPython)('is waited for until Ctrl-C', async () => {
    expect(await python(INTERRUPT, 'blocking', PROGRAM, 'list')).toEqual({
      stdout: 'None\nTrue\n',
      stderr: '',
      code: 0,
    });
  });
});

describe('a full disk', () => {
  test.each(['list', 'list --json', '--help', 'export html'])('fails with one line: %s', async (words) => {
    expect(await shell(`kimtrip ${words} > /dev/full`)).toEqual({
      stdout: '',
      stderr: expect.stringMatching(/^kimtrip: cannot write the output: .+\n$/),
      code: 2,
    });
  });

  test.each([
    ['serch putin', 2],
    ['search zzzzzz', 1],
    ['quote s99', 1],
  ])('where stderr goes keeps the exit code: %s', async (words, code) => {
    expect(await shell(`kimtrip ${words} 2> /dev/full`)).toEqual({ stdout: '', stderr: '', code });
  });

  test('for both is told by the code', async () => {
    expect(await shell('kimtrip list > /dev/full 2>&1')).toEqual({ stdout: '', stderr: '', code: 2 });
  });
});

describe('a stream that is closed', () => {
  test('stdin: nothing is read', async () => {
    const found = { stdout: 's18.3\n', stderr: '', code: 0 };
    expect(await shell('kimtrip quote s18.3 --fields id <&-')).toEqual(found);
    const none = { stdout: '', stderr: 'kimtrip: no reference came from stdin\n', code: 1 };
    expect(await shell('kimtrip quote - --fields id < /dev/null')).toEqual(none);
    expect(await shell('kimtrip quote - --fields id <&-')).toEqual(none);
  });

  test('stdout or stderr: the exit code stays', async () => {
    expect(await shell('kimtrip list >&-')).toEqual({ stdout: '', stderr: '', code: 0 });
    expect(await shell('kimtrip serch 2>&-')).toEqual({ stdout: '', stderr: '', code: 2 });
    expect(await shell('kimtrip search zzzzzz 2>&-')).toEqual({ stdout: '', stderr: '', code: 1 });
    expect(await shell('kimtrip quote s18.3 --fields id 2>&-')).toEqual({
      stdout: 's18.3\n',
      stderr: '',
      code: 0,
    });
    expect(await shell('kimtrip list <&- >&- 2>&-')).toEqual({ stdout: '', stderr: '', code: 0 });
  });
});

describe('large output', () => {
  const MANY = 'yes s18.3 | head -n 12000 | kimtrip quote - --context 28 --json';

  test('of 100 MB is the same in a pipe as in a file', { timeout: 60_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kimtrip-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, 'out.json');
    expect(await shell(`${MANY} > '${file}'`)).toEqual({ stdout: '', stderr: '', code: 0 });
    expect((await stat(file)).size).toBeGreaterThan(100_000_000);
    expect(await shell(`${MANY} | cmp - '${file}'; echo "\${PIPESTATUS[*]:2}"`)).toEqual({
      stdout: '0 0\n',
      stderr: '',
      code: 0,
    });
  });
});

describe('a signal', () => {
  type Program = ChildProcessByStdio<Writable, Readable, Readable>;

  const start = (...words: string[]): Program => {
    const program = spawn(PROGRAM, words, { stdio: ['pipe', 'pipe', 'pipe'] });
    onTestFinished(() => void program.kill('SIGKILL'));
    // What is still to be written to it when it is gone.
    program.stdin.on('error', () => {});
    return program;
  };

  /** More than a pipe holds: once it is written, the program reads. */
  const reads = (program: Program) =>
    new Promise<void>((resolve) => program.stdin.write('s18.3\n'.repeat(100_000), () => resolve()));
  /** More than a pipe holds: once there is some of it, the program waits for the rest to be read. */
  const writes = (program: Program) => once(program.stdout, 'readable');

  test.each([
    ['while it reads', ['quote', '-'], reads],
    ['while it reads an article', ['init', '-', '/nowhere'], reads],
    ['while it writes', ['quote', '1-28', '1-28', '--context', '28', '--json'], writes],
  ] as const)('ends it at once, %s', async (_, words, busy) => {
    // A shell says 130 of a program that Ctrl-C ended.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      const program = start(...words);
      const told: Buffer[] = [];
      program.stderr.on('data', (chunk: Buffer) => told.push(chunk));
      await busy(program);
      const ended = once(program, 'exit');
      program.kill(signal);
      expect(await ended).toEqual([null, signal]);
      expect(Buffer.concat(told).toString()).toBe('');
    }
  });
});

describe('the world around', () => {
  test.each([
    ...['LANG=C', 'LC_ALL=C', 'LC_ALL=tr_TR.UTF-8', 'TERM=dumb', 'TERM=', 'COLUMNS=10'],
    ...['TZ=Pacific/Kiritimati', 'TZ=America/Los_Angeles', 'TZ=nowhere', 'FORCE_COLOR=3'],
  ])('changes no byte of JSON: %s', async (variable) => {
    const ran = await kimtrip(['timeline', '--json']);
    expect(await shell(`env '${variable}' '${PROGRAM}' timeline --json`)).toEqual(ran);
  });

  const CARD = ['quote', 's18.3', '--format', 'cards'];
  const unspaced = (text: string) => text.replace(/\s/g, '');

  test('of ten columns loses no word, by COLUMNS', async () => {
    const { stdout: wide } = await kimtrip(CARD);
    const { stdout } = await shell(`COLUMNS=10 kimtrip ${CARD.join(' ')}`);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBe(10);
    expect(unspaced(stdout)).toBe(unspaced(wide));
  });

  test.skipIf(!hasTmux)('of ten columns loses no word, on a terminal', async () => {
    const { stdout: wide } = await kimtrip(CARD);
    const terminal = await openShell(10, 60);
    await terminal.type('clear; kimtrip quote s18.3');
    await terminal.press('Enter');
    const lines = await terminal.shows((shown) => shown[0] === 's18.3' && shown.at(-1) === '$');
    expect(unspaced(lines.slice(0, -1).join(''))).toBe(unspaced(wide));
    const { stdout } = await kimtrip(['quote', 's18.3'], { terminal: 10, env: { NO_COLOR: '1' } });
    expect(`${lines.slice(0, -1).join('\n').trimEnd()}\n`).toBe(stdout);
  });
});

describe('what comes from stdin', () => {
  async function given(bytes: string | Uint8Array, words: string) {
    const folder = await mkdtemp(join(tmpdir(), 'kimtrip-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeFile(join(folder, 'stdin'), bytes);
    return shell(`kimtrip ${words} < stdin`, folder);
  }
  const utf16 = Buffer.from('\ufeffs18.3\n', 'utf16le');
  const NOT_TEXT = 'save it as UTF-8\n';

  test('may be a million references', { timeout: 90_000 }, async () => {
    expect(await shell('yes s18.3 | head -n 1000000 | kimtrip quote - --fields id | uniq -c')).toEqual({
      stdout: '1000000 s18.3\n',
      stderr: '',
      code: 0,
    });
  });

  test.each([
    ['Windows line ends', 's18.3\r\ns1.1\r\n'],
    ['no end to the last line', 's18.3\ns1.1'],
    ['a byte order mark', '\ufeffs18.3\ns1.1\n'],
    ['blank lines', '\n\ns18.3\n \n\ts1.2\ns1.1\n\n'],
  ])('may have %s', async (_, text) => {
    expect(await given(text, 'quote - --fields id')).toEqual({
      stdout: 's18.3\ns1.1\n',
      stderr: '',
      code: 0,
    });
  });

  test.each([
    ['UTF-16', utf16, 'it is UTF-16, not UTF-8 text'],
    [
      'bytes of a program',
      Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 1, 2),
      'it is not UTF-8 text, for it holds NUL characters',
    ],
    ['Latin-1', Uint8Array.of(0x73, 0x31, 0xe9, 0x0a), 'it is not UTF-8 text'],
  ])('is text: %s is refused', async (_, bytes, why) => {
    const refused = { stdout: '', stderr: `kimtrip: cannot read stdin: ${why}; ${NOT_TEXT}`, code: 2 };
    expect(await given(bytes, 'quote -')).toEqual(refused);
    expect(await given(bytes, 'init - new')).toEqual(refused);
  });

  test('may end: a stream without an end, or that cannot be read, is refused', async () => {
    const endless = {
      stdout: '',
      stderr: 'kimtrip: cannot read stdin: it has more than 100000000 bytes; give it less at a time\n',
      code: 2,
    };
    expect(await shell('kimtrip quote - < /dev/zero')).toEqual(endless);
    expect(await shell('yes | kimtrip init - /nowhere')).toEqual(endless);
    // Open for writing alone.
    expect(await shell('kimtrip quote - 0> /dev/null')).toEqual({
      stdout: '',
      stderr: expect.stringMatching(/^kimtrip: cannot read stdin: .+; give it a file or a pipe\n$/),
      code: 2,
    });
  });

  test('is not told again at length', async () => {
    expect(await given('€'.repeat(1_000_000), 'quote -')).toEqual({
      stdout: '',
      stderr: `kimtrip: not a reference: ${'€'.repeat(60)}…; write s18.3 (a claim), s18 (a sentence) or 3-6 (sentences)\n`,
      code: 2,
    });
  });
});

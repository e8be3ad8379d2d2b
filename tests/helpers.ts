import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { main } from '../src/cli.ts';

/** What a run of the program left behind. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** The outside world of a run: a pipe without an environment, unless a test says otherwise. */
export interface World {
  readonly stdin?: string;
  /** The width of the terminal that stdout is; a pipe where it is left out. */
  readonly terminal?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `main` with streams in memory. */
export async function kimtrip(
  argv: readonly string[],
  { stdin = '', terminal, env = {} }: World = {},
): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof written) => ({
    ...(terminal === undefined ? {} : { isTTY: true, columns: terminal }),
    write(text: string, done: () => void) {
      written[name] += text;
      done();
    },
  });
  async function* input() {
    yield Buffer.from(stdin);
  }
  const code = await main(argv, { stdin: input(), stdout: sink('stdout'), stderr: sink('stderr'), env });
  return { ...written, code };
}

/** What a run printed as JSON. */
export async function kimtripJson<T = Record<string, unknown>>(
  [command = '', ...rest]: readonly string[],
  world?: World,
): Promise<T[]> {
  const { stdout } = await kimtrip([command, '--json', ...rest], world);
  return JSON.parse(stdout) as T[];
}

/** Gives each claim that says nothing of its certainty `certain`, since most tests are about something else. */
function withCertainties(claimSet: unknown): unknown {
  if (typeof claimSet !== 'object' || claimSet === null || !('claims' in claimSet)) return claimSet;
  if (!Array.isArray(claimSet.claims)) return claimSet;
  const claims = claimSet.claims.map((claim: unknown) =>
    typeof claim === 'object' && claim !== null && !('certainty' in claim) && 'quote' in claim
      ? { ...claim, certainty: 'certain' }
      : claim,
  );
  return { ...claimSet, claims };
}

/** What `verify` printed, without the lines and ids of its faults. */
export const withoutPlaces = (stdout: string): string =>
  stdout.replace(/^(claims\.json|article\.txt):\d+:(?: [a-z0-9.-]+:)?/gm, '$1:');

/** Writes a claim set to a folder that is gone after the test. Objects become JSON; null leaves the file out. */
export async function claimSetFolder(claims: unknown, article: string | Uint8Array | null): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kimtrip-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const isText = typeof claims === 'string' || claims instanceof Uint8Array;
  if (claims !== null)
    await writeFile(join(folder, 'claims.json'), isText ? claims : JSON.stringify(withCertainties(claims)));
  if (article !== null) await writeFile(join(folder, 'article.txt'), article);
  return folder;
}

/** The program that tests run as a process: another build of it, such as an executable, where `KIMTRIP_PROGRAM` names one. */
export const PROGRAM = resolve(
  process.env['KIMTRIP_PROGRAM'] ?? join(import.meta.dirname, '../bin/kimtrip.js'),
);

/** Runs a line of shell in which `kimtrip` is the real program. */
export function shell(
  line: string,
  cwd = join(import.meta.dirname, '..'),
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const script = `kimtrip() { '${PROGRAM}' "$@"; }\n${line}`;
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 1 << 28 };
    // Bash reads its rc file, too, where stdin is a socket and no other shell runs it.
    execFile('bash', ['--norc', '-c', script], options, (error, stdout, stderr) => {
      resolve({ stdout, stderr, code: typeof error?.code === 'number' ? error.code : 0 });
    });
  });
}

/**
 * Whether a tool is on the PATH.
 *
 * @throws where it is not and `KIMTRIP_DEMAND_TOOLS=1`, as under `.ci/run`, demands every tool
 */
export const installed = async (tool: string): Promise<boolean> => {
  const found = (await shell(`command -v '${tool}'`)).code === 0;
  if (!found && process.env['KIMTRIP_DEMAND_TOOLS'] === '1') throw new Error(`${tool} is not installed`);
  return found;
};

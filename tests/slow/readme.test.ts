import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { claimSetFolder, installed, kimtrip, shell } from '../helpers.ts';
import { startPostgres } from './postgres.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

const postgres = await startPostgres();
const tools = { jq: await installed('jq'), sqlite3: await installed('sqlite3'), psql: postgres !== null };

/** Where the examples of a shell leave their files for one another. */
const folder = await mkdtemp(join(tmpdir(), 'kimtrip-'));
afterAll(async () => {
  await postgres?.stop();
  await rm(folder, { recursive: true });
});

/** A command of a console block and what the block says it prints; a last line `…` stands for any more. */
interface Example {
  readonly command: string;
  readonly printed: string;
}

const examples: Example[] = blocks('console').flatMap((block) =>
  block
    .split(/^\$ /m)
    .slice(1)
    .map((each) => {
      const [command = '', ...lines] = each.split('\n');
      return { command, printed: lines.join('\n').trim() };
    }),
);

describe('every example of the README prints what the README shows', () => {
  test.for(examples)('$command', async ({ command, printed }, { skip }) => {
    for (const [tool, isHere] of Object.entries(tools))
      skip(command.includes(tool) && !isHere, `${tool} is not installed here`);
    const { stdout, stderr } = await run(command);
    const actual = `${stdout}${stderr}`.trim();
    if (printed.endsWith('\n…')) expect(actual.slice(0, printed.length - 1)).toBe(printed.slice(0, -1));
    else expect(actual).toBe(printed);
  });
});

test('the claim set that the README shows is sound, and its claim is quoted with its hedge', async () => {
  const [article = ''] = blocks('text');
  const [claims = ''] = blocks('json');
  const folder = await claimSetFolder(claims, article);
  expect(await kimtrip(['verify', folder])).toEqual({
    stdout: 'sound: 1 claim in 1 sentence\n',
    stderr: '',
    code: 0,
  });
  expect((await kimtrip(['list', '--data', folder])).stdout).toBe(
    's1.1\tpossible\tthe weather service\tThe weather service says rain may fall on Monday.\n',
  );
});

test('the script that uses the library says who says it and how sure', async () => {
  const [script = ''] = blocks('js');
  const source = script.replace('my-story', 'data/kim-trip');
  const { stdout } = await shell(`node --input-type=module -e '${source.replaceAll("'", "'\\''")}'`);
  expect(stdout.split('\n')[0]).toBe(
    'Anonymous sources in Beijing, quoted by South Korean media, say Kim Jong Un is likely to accept the invitation to Moscow. South Korean media > anonymous sources in Beijing · probable · “likely” 1',
  );
});

/** As a person sees it on a terminal of 80 columns; with pipes and loops as a script does. */
function run(command: string) {
  const isPlain = /^kimtrip [\w\s.,:-]*$/.test(command);
  return isPlain
    ? kimtrip(command.split(' ').slice(1), { terminal: 80, env: { NO_COLOR: '1' } })
    : shell(command, folder, postgres?.env);
}

function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, block = '']) => block,
  );
}

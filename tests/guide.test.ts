import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { kimtrip } from './helpers.ts';

const root = join(import.meta.dirname, '..');
const guide = await readFile(join(root, 'docs/your-own-article.md'), 'utf8');
const folder = await mkdtemp(join(tmpdir(), 'kimtrip-guide-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the guide has its reader do, in order: save the text, save claims.json, type commands. */
const blocks = [...guide.matchAll(/^```(text|json|console)\n([\s\S]*?)^```$/gm)].map(
  ([, kind, body = '']) => ({
    kind,
    body,
  }),
);
const FILES: Record<string, string> = { text: 'story.txt', json: 'harbour-story/claims.json' };

/** A file to save, or a command and what it prints. */
interface Step {
  readonly file: string | null;
  readonly command: string;
  readonly body: string;
}

const steps = blocks.flatMap(({ kind = '', body }): Step[] => {
  const file = FILES[kind];
  if (file) return [{ file, command: `save ${file}`, body }];
  const commands = body.split(/^\$ kimtrip /m).slice(1);
  return commands.map((each) => {
    const [command = '', ...lines] = each.split('\n');
    return { file: null, command, body: lines.join('\n').trim() };
  });
});

describe('the guide, followed to the letter in an empty folder', () => {
  test.for(steps)('$command', async ({ file, command, body }) => {
    if (file !== null) return writeFile(join(folder, file), body);
    const argv = command
      .split(' ')
      .map((word) => (['story.txt', 'harbour-story'].includes(word) ? join(folder, word) : word));
    const { stdout, stderr } = await kimtrip(argv, { terminal: 80, env: { NO_COLOR: '1' } });
    expect(`${stdout}${stderr}`.replaceAll(`${folder}/`, '').trim()).toBe(body);
    return undefined;
  });

  test('ends with the claim set that ships as its example, which is sound and has no likely slip', async () => {
    const example = join(root, 'data/harbour-story');
    const [claims, article] = await Promise.all(
      ['claims.json', 'article.txt'].map((name) => readFile(join(example, name), 'utf8')),
    );
    const last = blocks.filter(({ kind }) => kind === 'json').at(-1);
    const { $schema: _, ...shown } = JSON.parse(last?.body ?? '');
    const { $schema: __, ...ships } = JSON.parse(claims ?? '');
    expect(shown).toEqual(ships);
    expect(await readFile(join(folder, 'harbour-story/article.txt'), 'utf8')).toBe(article);
    expect(await kimtrip(['verify', example, '--strict'])).toEqual({
      stdout: 'sound: 7 claims in 5 sentences\n',
      stderr: '',
      code: 0,
    });
  });
});

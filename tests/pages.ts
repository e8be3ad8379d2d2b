import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

/** The pages for readers, by their paths from the root. */
export const PAGES = [
  'README.md',
  ...(await readdir(join(ROOT, 'docs'))).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
];

export const readPage = (page: string) => readFile(join(ROOT, page), 'utf8');

/** Runs a command of a page in a folder and gives what it prints; null leaves what the page shows. */
export type Run = (command: string, folder: string) => Promise<string | null>;

/**
 * Follows a page to the letter, in a folder that has `data` as a clone does, and gives the page back with what its commands print now:
 *
 *     ```json story/claims.json    saves the block as this file
 *     ```console                   runs what stands behind each `$ `; a last line `…` stands for the rest of the output
 */
export async function follow(page: string, run: Run): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kimtrip-page-'));
  await symlink(join(ROOT, 'data'), join(folder, 'data'));
  const blocks = /^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm;
  let followed = '';
  let end = 0;
  for (const { 0: block, 1: language, 2: file, 3: body = '', index } of page.matchAll(blocks)) {
    followed += page.slice(end, index);
    end = index + block.length;
    if (file !== undefined) await save(join(folder, file), body);
    followed += language === 'console' ? `\`\`\`console\n${await converse(body, folder, run)}\`\`\`` : block;
  }
  await rm(folder, { recursive: true, force: true });
  return followed + page.slice(end);
}

async function save(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function converse(block: string, folder: string, run: Run): Promise<string> {
  const turns: string[] = [];
  for (const turn of block.split(/^\$ /m).slice(1)) {
    const [command = '', ...rest] = turn.split('\n');
    const shown = rest.join('\n').trimEnd();
    const printed = (await run(command, folder))?.trimEnd() ?? shown;
    const isCut = /(?:^|\n)…$/.test(shown);
    const kept = isCut
      ? `${printed
          .split('\n')
          .slice(0, shown.split('\n').length - 1)
          .join('\n')}\n…`
      : printed;
    turns.push(`$ ${command}\n${kept === '' ? '' : `${kept}\n`}`);
  }
  return turns.join('\n');
}

/** The words of a command of `kimtrip` alone, without pipes, files or variables; null for what needs a shell or a server. */
export function wordsOfPlain(command: string): string[] | null {
  if (command.includes('postgresql:')) return null;
  const [program, ...words] = Array.from(
    command.matchAll(/'([^']*)'|"([^"$`\\]*)"|([^\s'"|&;<>()$`\\*]+)|(\S)/g),
    ([, single, double, bare, shell]) => (shell === undefined ? (single ?? double ?? bare ?? '') : null),
  );
  return program === 'kimtrip' && words.every((word) => word !== null) ? words : null;
}

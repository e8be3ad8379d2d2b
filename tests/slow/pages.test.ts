import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { installed, shell } from '../helpers.ts';
import { follow, PAGES, ROOT, readPage, wordsOfPlain } from '../pages.ts';
import { startPostgres } from './postgres.ts';

const postgres = await startPostgres();
afterAll(() => postgres?.stop());

const missing: string[] = [];
for (const tool of ['jq', 'sqlite3']) if (!(await installed(tool))) missing.push(tool);
if (!postgres) missing.push('psql', 'createdb', 'postgresql');

/** A page whose commands need a shell: files, pipes, other programs, scripts that import the package. */
const inShells = (
  await Promise.all(
    PAGES.map(async (page) => {
      const commands = [...(await readPage(page)).matchAll(/^\$ (.*)$/gm)].map(([, command = '']) => command);
      return commands.some((command) => wordsOfPlain(command) === null) ? [page] : [];
    }),
  )
).flat();

test.for(inShells)(
  '%s shows what its commands print in a shell; vitest run pages -u writes it there',
  async (page) => {
    const run = async (command: string, folder: string) => {
      if (missing.some((tool) => command.includes(tool))) return null;
      if (wordsOfPlain(command)) {
        // Its output is compared elsewhere; what it writes may be needed here.
        if (/^kimtrip init /.test(command)) await shell(command, folder);
        return null;
      }
      await mkdir(join(folder, 'node_modules'), { recursive: true });
      await symlink(ROOT, join(folder, 'node_modules/kimtrip')).catch(() => {});
      const { stdout, stderr } = await shell(command, folder, { ...postgres?.env, NO_COLOR: '1' });
      return `${stdout}${stderr}`;
    };
    await expect(await follow(await readPage(page), run)).toMatchFileSnapshot(join(ROOT, page));
  },
);

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kimtrip } from './helpers.ts';
import { follow, PAGES, ROOT, readPage, wordsOfPlain } from './pages.ts';

/** As a person sees it on a terminal of 80 columns. */
async function onTerminal(command: string, folder: string): Promise<string | null> {
  const words = wordsOfPlain(command);
  if (words === null) return null;
  const before = process.cwd();
  process.chdir(folder);
  try {
    const { stdout, stderr } = await kimtrip(words, { terminal: 80, env: { NO_COLOR: '1' } });
    return `${stdout}${stderr}`;
  } finally {
    process.chdir(before);
  }
}

describe.for(PAGES)('%s', (page) => {
  test('shows what its commands print; vitest run pages -u writes it there', async () => {
    await expect(await follow(await readPage(page), onTerminal)).toMatchFileSnapshot(join(ROOT, page));
  });

  test('links to pages, files and headings that there are', async () => {
    const links = [...(await readPage(page)).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)];
    const broken: string[] = [];
    for (const [, file = '', heading] of links) {
      const target = file === '' ? page : join(dirname(page), file);
      const isThere = existsSync(join(ROOT, target));
      if (!isThere || (heading && !headingsOf(await readPage(target)).includes(heading)))
        broken.push(`${file}#${heading ?? ''}`);
    }
    expect(broken).toEqual([]);
  });
});

/** The headings as GitHub names them in links. */
const headingsOf = (page: string) =>
  Array.from(page.matchAll(/^#+ (.*)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

test('the README names every page of docs', async () => {
  const readme = await readPage('README.md');
  expect(PAGES.filter((page) => page !== 'README.md' && !readme.includes(`(${page})`))).toEqual([]);
});

test('the guide ends with the claim set that ships as its example, which has no likely slip', async () => {
  const guide = await readPage('docs/your-own-article.md');
  const claims = [...guide.matchAll(/^```json harbour-story\/claims\.json\n([\s\S]*?)^```$/gm)].at(-1)?.[1];
  const ships = await readFile(join(ROOT, 'data/harbour-story/claims.json'), 'utf8');
  const withoutSchema = (json: string) => ({ ...JSON.parse(json), $schema: null });
  expect(withoutSchema(claims ?? '')).toEqual(withoutSchema(ships));
  expect(await kimtrip(['verify', join(ROOT, 'data/harbour-story'), '--strict'])).toMatchObject({
    stderr: '',
    code: 0,
  });
});

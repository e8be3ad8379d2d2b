import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { claimSetFolder, installed, kimtrip, shell } from '../helpers.ts';

const hasChromium = await installed('chromium');
let browser: Browser;

/** A story whose labels are long, unbroken, deep, or written from right to left. */
function hardStory(): Promise<string> {
  const names = [
    'the Ministry for the Advancement of Regional Cooperation and Development',
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    'وكالة الأنباء المركزية في الميناء القديم',
    '항구 소식통',
    'unnamed harbour officials',
  ];
  const attribution = names.map((_, at) => ({ source: `source-${at}`, anonymous: false }));
  const times = ['1901', '[1990..2012]', '../1850', '2010/2014', 'Y-20000', '2015-05-09'];
  return claimSetFolder(
    {
      article: { publisher: names[0], language: 'en' },
      entities: names.map((name, at) => ({ id: `source-${at}`, name, type: 'organisation' })),
      claims: times.map((edtf, at) => ({
        id: `s${at + 1}.1`,
        text: `It was so ${at}.`,
        quote: 'then',
        certainty: ['certain', 'probable', 'possible', 'uncommitted'][at % 4],
        attribution: attribution.slice(0, at),
        time: { edtf, text: 'then', inferred: at % 2 === 0, basis: at % 2 === 0 ? 'It says so.' : null },
      })),
    },
    times.map((_, at) => `It was so ${at} then.\n`).join(''),
  );
}

describe.skipIf(!hasChromium)('the pictures of the page (skipped where Chromium is not installed)', () => {
  beforeAll(async () => {
    const { stdout } = await shell('command -v chromium');
    browser = await chromium.launch({ executablePath: stdout.trim(), args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  test.each([
    [320, 'the shipped story', async () => []],
    [360, 'the shipped story', async () => []],
    [1280, 'the shipped story', async () => []],
    [320, 'hard names', async () => ['--data', await hardStory()]],
    [360, 'hard names', async () => ['--data', await hardStory()]],
  ])('at %i px every word and mark of %s lies in its picture', async (width, _story, data) => {
    const { stdout } = await kimtrip(['export', 'html', ...(await data())]);
    const file = join(await claimSetFolder(null, null), 'page.html');
    await writeFile(file, stdout);
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    const more = page.getByText('Who relays whom, and which years');
    if (await more.isVisible()) await more.click();
    const outside = await page.locator('.picture').evaluateAll((pictures) =>
      pictures.flatMap((picture) => {
        const frame = picture.getBoundingClientRect();
        const parts = [...picture.querySelectorAll('a, .label, .count, i, .small')].filter(
          (part) => !part.closest('.unseen'),
        );
        return parts
          .filter((part) => {
            const { left, right, width } = part.getBoundingClientRect();
            return left < frame.left - 1 || right > frame.right + 1 || width === 0 || right > innerWidth;
          })
          .map((part) => part.textContent);
      }),
    );
    expect(await page.locator('.picture').count()).toBe(3);
    expect(outside).toEqual([]);
  });
});

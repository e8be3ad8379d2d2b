import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { claimSetFolder, installed, kimtrip, kimtripJson, shell } from '../helpers.ts';
import { ARTICLE, CLAIMS } from '../port-hope.ts';

const { stdout: page } = await kimtrip(['export', 'html']);

const hasChromium = await installed('chromium');
let browser: Browser;

describe.skipIf(!hasChromium)('the page in Chromium (skipped where it is not installed)', () => {
  beforeAll(async () => {
    const { stdout } = await shell('command -v chromium');
    browser = await chromium.launch({ executablePath: stdout.trim(), args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  test('finds what kimtrip finds, in its order, while one types', async () => {
    const { page } = await open();
    const search = page.getByRole('searchbox', { name: 'Search the claims' });
    for (const query of ['ushakv', 'putin', 'when did kim jong il die', 'DPRK sanctions', '2000']) {
      await search.fill('');
      await search.pressSequentially(query);
      const hits = await kimtripJson<{ id: string }>(['search', query, '--limit', '0']);
      expect(await shownClaims(page)).toEqual(hits.map(({ id }) => id));
    }
    await search.fill('ushakv');
    expect(await shownClaims(page)).toEqual(['s3.3', 's3.2', 's3.4', 's3.5']);
    expect(await page.getByRole('status').textContent()).toBe(
      '4 claims for “ushakv”, “ushakv” taken for “ushakov”',
    );
    await search.fill('dennis rodman');
    expect(await page.getByRole('status').textContent()).toMatch(
      /^Nothing found for “dennis rodman”; no claim has: .*rodman/,
    );
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => shownClaims(page)).toHaveLength(155);
    expect((await shownClaims(page))[0]).toBe('s1.1');
  });

  test('highlights what matched in the claim and in its sentence', async () => {
    const { page } = await open();
    await page.getByRole('searchbox').fill('vladmir pyongyang');
    const highlighted = await page.evaluate(() =>
      [...(CSS.highlights.get('found') as Highlight)]
        .map((range) => range as Range)
        .filter((range) => range.startContainer.parentElement?.closest('[id="s18.3"]'))
        .map((range) => range.toString()),
    );
    expect(highlighted).toEqual(['Vladimir', 'Pyongyang', 'Pyongyang']);
  });

  test('opens, shows and focuses the claim of a link, even where a search had hidden it', async () => {
    const { page, url } = await open('#s18.1');
    const claim = page.locator('[id="s18.1"]');
    const isInView = async () => {
      const { y = -1 } = (await claim.boundingBox()) ?? {};
      return y >= 0 && y < 300;
    };
    expect(await isInView()).toBe(true);
    expect(await claim.locator('details').getAttribute('open')).toBe('');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('s18.1');
    await page.getByRole('searchbox').fill('rodman');
    expect(await claim.isVisible()).toBe(false);
    await page.goto(`${url}#s18.3`);
    expect(await page.locator('[id="s18.3"]').isVisible()).toBe(true);
    expect(await page.locator('.current').textContent()).toMatch(/^Putin was the first/);
  });

  test('shows each claim with its words, who says it and how sure, as kimtrip does', async () => {
    const { page } = await open();
    const claims = await kimtripJson<{ id: string; text: string; quote: { exact: string } }>(['list']);
    const cards = await page.locator('#list > li').evaluateAll((items) =>
      items.map((item) => ({
        id: item.id,
        text: item.querySelector('h3')?.textContent,
        words: [...item.querySelectorAll('mark')].map((mark) => mark.textContent).join(''),
      })),
    );
    expect(cards).toEqual(claims.map(({ id, text, quote }) => ({ id, text, words: quote.exact })));
    expect(await page.locator('[id="s4.1"] .who').textContent()).toBe(
      'South Korean media > anonymous sources in Beijing · probable · “likely”',
    );
  });

  test.each([
    ['Who says it', 'Yuri Ushakov', ['--said-by', 'yuri-ushakov']],
    ['Who says it', 'The Associated Press, in its own voice', ['--said-by', 'article']],
    ['How sure', 'possible', ['--certainty', 'possible']],
    ['Topic', 'Putin’s visit of 2000', ['--topic', 'putin-2000-visit']],
    ['Person', 'Xi Jinping', ['--about', 'xi-jinping']],
  ])('filters by %s: %s', async (label, option, filter) => {
    const { page } = await open();
    await page.getByText('Filters').click();
    await page.getByLabel(label).selectOption({ label: option });
    const passing = await kimtripJson<{ id: string }>(['list', ...filter]);
    expect(await shownClaims(page)).toEqual(passing.map(({ id }) => id));
    const marked = await page.locator('#article .words:has(mark)').count();
    expect(marked).toBe(new Set(passing.map(({ id }) => id.split('.')[0])).size);
  });

  test('copies a claim as a quotation that keeps who says it and how sure', async () => {
    const { page } = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('[id="s4.1"]').getByRole('button', { name: 'Copy as quotation' }).click();
    await expect.poll(() => page.getByRole('status').textContent()).toBe('Copied s4.1');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      [
        '“South Korean media quoted anonymous sources in Beijing this week as saying that Kim is likely to accept.”',
        'Anonymous sources in Beijing, quoted by South Korean media, say Kim Jong Un is likely to accept the invitation to Moscow.',
        'South Korean media > anonymous sources in Beijing · probable · “likely”',
        'Talmadge, The Associated Press, January to May 8, 2015 (inferred), paragraph 3, s4',
      ].join('\n'),
    );
  });

  test('works by keyboard alone', async () => {
    const { page } = await open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the claims');
    await page.keyboard.press('Tab');
    await page.keyboard.type('putin');
    const [first] = await shownClaims(page);
    expect(first).toBe('s18.3');
  });

  test.each([
    [1200, 'light'],
    [1200, 'dark'],
    [360, 'light'],
    [360, 'dark'],
  ] as const)('has nothing that axe finds fault with, at %i px in %s', async (width, colorScheme) => {
    const { page } = await open('#s18.1', { viewport: { width, height: 800 }, colorScheme });
    await page.getByRole('searchbox').fill('putin');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
      return (await axe.run()).violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
  });

  test.each([320, 360])('scrolls one way only at %i px, filters open', async (width) => {
    const { page } = await open('', { viewport: { width, height: 700 } });
    await page.getByText('Filters').click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  test('reads whole without scripts', async () => {
    const { page } = await open('', { javaScriptEnabled: false });
    expect(await page.locator('#find').isVisible()).toBe(false);
    expect(await page.locator('#list > li').count()).toBe(155);
    expect(await page.locator('[id="s4"]').textContent()).toBe(
      's4 South Korean media quoted anonymous sources in Beijing this week as saying that Kim is likely to accept.',
    );
  });

  test('sends no request when it is served, and none may leave it', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('content-type', 'text/html').end(page);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const served = await context.newPage();
    await served.goto(`http://127.0.0.1:${port}/`);
    await served.getByRole('searchbox').fill('putin');
    const blocked = await served.evaluate(() => fetch('/other').catch(() => 'blocked'));
    expect({ asked, blocked }).toEqual({ asked: ['/'], blocked: 'blocked' });
  });

  test('takes no markup from the data', async () => {
    const evil = '</script></style><!--<img src=x onerror="document.title=1">&lt;b&gt;\u202e\u0007';
    const claims = JSON.parse(
      JSON.stringify(CLAIMS, (key, value) =>
        ['title', 'publisher', 'name', 'description', 'basis'].includes(key) || key === 'text'
          ? `${value}${evil}`
          : value,
      ),
    );
    for (const claim of claims.claims) if (claim.time) claim.time.text = claim.quote.slice(0, 4);
    const data = await claimSetFolder(claims, ARTICLE.replace('Nobody', `${evil} Nobody`));
    const { stdout, stderr } = await kimtrip(['export', 'html', '--data', data]);
    expect(stderr).toBe('');
    const { page, errors } = await open('', {}, stdout);
    await page.getByRole('searchbox').fill('rain');
    expect(await shownClaims(page)).toEqual(['s1.1']);
    expect(await page.locator('[id="s1.1"] h3').textContent()).toBe(
      `The weather service says rain may fall on Monday.${evil}`,
    );
    expect(await page.locator('img').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  /** Opens the page from a file; it must neither complain nor ask for anything. */
  async function open(hash = '', options: BrowserContextOptions = {}, source = page) {
    const folder = await claimSetFolder(null, null);
    await writeFile(join(folder, 'page.html'), source);
    const url = pathToFileURL(join(folder, 'page.html')).href;
    const context = await browser.newContext(options);
    const opened = await context.newPage();
    const errors: string[] = [];
    opened.on('console', (message) => errors.push(message.text()));
    opened.on('pageerror', (error) => errors.push(error.message));
    opened.on('request', (request) => {
      if (!/^(file|data):/.test(request.url())) errors.push(request.url());
    });
    onTestFinished(async () => {
      await context.close();
      expect(errors).toEqual([]);
    });
    await opened.goto(url + hash);
    return { page: opened, url, errors };
  }

  const shownClaims = (page: Page) =>
    page.locator('#list > li:visible').evaluateAll((items) => items.map(({ id }) => id));
});

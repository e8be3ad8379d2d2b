import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { claimSetFolder, installed, kimtrip, kimtripJson, shell } from '../helpers.ts';
import { ROOT } from '../pages.ts';
import { ARTICLE, CLAIMS } from '../port-hope.ts';

const { stdout: page } = await kimtrip(['export', 'html']);
const ALL = (await kimtripJson(['list'])).length;

const DRAFT = 'Putin spent two days in Pyongyang in 2000. Kim Jong Un will visit Russia. Dennis Rodman sang.';

const hasChromium = await installed('chromium');
let browser: Browser;

describe.skipIf(!hasChromium)('the page in Chromium (skipped where it is not installed)', () => {
  beforeAll(async () => {
    const { stdout } = await shell('command -v chromium');
    browser = await chromium.launch({ executablePath: stdout.trim(), args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  describe('search and filters', () => {
    test('finds what kimtrip finds, in its order, while one types', async () => {
      const { page } = await open();
      const search = searchBox(page);
      for (const query of ['ushakv', 'putin', 'when did kim jong il die', 'DPRK sanctions', '2000']) {
        await search.fill('');
        await search.pressSequentially(query);
        const hits = await kimtripJson<{ id: string }>(['search', query, '--limit', '0']);
        expect(await listedClaims(page)).toEqual(hits.map(({ id }) => id));
      }
      await search.fill('ushakv');
      expect(await told(page)).toBe(`4 of ${ALL} claims for “ushakv”, “ushakv” taken for “ushakov”`);
      await search.fill('dennis rodman');
      expect(await told(page)).toMatch(/^Nothing found for “dennis rodman”; no claim has: .*rodman/);
      await page.getByRole('link', { name: `Show all ${ALL} claims` }).click();
      expect(await told(page)).toBe(`${ALL} claims`);
      expect(await search.inputValue()).toBe('');
    });

    test('tells when the article was written, and how to leave somebody out', async () => {
      const { page } = await open();
      await searchBox(page).fill('when was the article written');
      expect(await told(page)).toMatch(
        /^Nothing found for “when was the article written”; Talmadge, .* 2015/,
      );
      await searchBox(page).fill('kim not putin');
      await page.getByRole('link', { name: 'Search for “kim -putin” instead' }).click();
      expect(await searchBox(page).inputValue()).toBe('kim -putin');
    });

    test.each([
      ['said-by=yuri-ushakov', ['--said-by', 'yuri-ushakov']],
      ['said-by=AP', ['--said-by', 'AP']],
      ['certainty=probable,possible', ['--certainty', 'probable,possible']],
      ['about=xi-jinping&topic=china-north-korea', ['--about', 'xi-jinping', '--topic', 'china-north-korea']],
      ['from=2000&to=2000', ['--from', '2000', '--to', '2000']],
      ['stance=intended&polarity=negated', ['--stance', 'intended', '--polarity', 'negated']],
      ['hedged=yes', ['--hedged']],
      ['conditional=yes', ['--conditional']],
      ['anonymous=yes', ['--anonymous']],
    ])('#%s shows what the command line lists', async (address, filters) => {
      const { page } = await open(`#${address}`);
      const passing = await kimtripJson<{ id: string }>(['list', ...filters]);
      const more = page.getByRole('button', { name: /^Show \d+ more$/ });
      if (await more.isVisible()) await more.click();
      expect(await listedClaims(page)).toEqual(passing.map(({ id }) => id));
      expect(await page.locator('.sentence.hit').count()).toBe(
        new Set(passing.map(({ id }) => id.split('.')[0])).size,
      );
    });

    test('offers filters as chips with counts, and takes each back by itself', async () => {
      const { page } = await open();
      await page.getByText('Filters', { exact: true }).click();
      await page.getByRole('link', { name: 'Kim Jong Un 1', exact: true }).click();
      expect(await listedClaims(page)).toEqual(['s23.6']);
      expect(new URL(page.url()).hash).toBe('#said-by=kim-jong-un');
      await page.getByText('Filters', { exact: true }).click();
      await page.getByRole('link', { name: 'possible 1' }).click();
      expect(await told(page)).toBe(`1 of ${ALL} claims`);
      await page.getByRole('link', { name: 'Remove the filter Who says it: Kim Jong Un' }).click();
      expect(new URL(page.url()).hash).toBe('#certainty=possible');
    });

    test.each(['', '#q=kim&said-by=article', '#from=2000&to=2000&polarity=negated'])(
      'counts on every chip what it finds, at %j',
      async (hash) => {
        const { page } = await open(hash);
        await page.getByText('Filters', { exact: true }).click();
        const chips = await page
          .locator('#chips .chip:not([aria-current])')
          .evaluateAll((links) =>
            links.map((link) => [link.getAttribute('href') ?? '', link.querySelector('small')?.textContent]),
          );
        expect(chips.length).toBeGreaterThan(5);
        for (const [address = '', count] of chips) {
          await page.evaluate((to) => location.assign(to as string), address);
          expect([address, (await told(page))?.split(' ')[0]]).toEqual([address, count]);
        }
      },
    );

    test('offers of many choices first those that most claims pass', async () => {
      const topics = Array.from({ length: 45 }, (_, at) => ({ id: `topic-${at}`, name: `Topic ${at}` }));
      const claim = { quote: 'It rained', certainty: 'certain' };
      const data = await claimSetFolder(
        {
          article: {},
          entities: [],
          topics,
          claims: [
            { ...claim, id: 's1.1', text: 'It rained.', topics: topics.map(({ id }) => id) },
            { ...claim, id: 's1.2', text: 'Rain fell.', topics: ['topic-44'] },
          ],
        },
        'It rained.\n',
      );
      const { stdout } = await kimtrip(['export', 'html', '--data', data]);
      const { page } = await open('', {}, stdout);
      await page.getByText('Filters', { exact: true }).click();
      const chips = page
        .locator('section', { has: page.getByRole('heading', { name: 'Topic' }) })
        .locator('.chip');
      await chips.first().waitFor();
      expect([await chips.count(), await chips.first().textContent()]).toEqual([40, 'Topic 44 2']);
      await page.getByRole('button', { name: 'Show 5 more' }).click();
      expect(await chips.count()).toBe(45);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Topic 39 1');
    });

    test('says what is wrong with a filter that names nothing', async () => {
      const { page } = await open('#said-by=nobody');
      expect(await told(page)).toBe('No such source: nobody');
    });

    test('every filter of the pictures is one of the page', async () => {
      const { page } = await open();
      const addresses = await page
        .locator('.pictures a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      for (const address of addresses) {
        await page.evaluate((hash) => location.assign(hash), address);
        expect([address, await told(page)]).toEqual([address, expect.stringMatching(/^\d+ of \d+ claims$/)]);
      }
    });

    test('highlights what matched in the claim, its quotation and its sentence', async () => {
      const { page } = await open();
      await searchBox(page).fill('vladmir pyongyang');
      const highlighted = await page.evaluate(() =>
        [...(CSS.highlights.get('found') as Highlight)]
          .filter((range) => range.startContainer.parentElement?.closest('[id="s18.3"]'))
          .map(({ startContainer, startOffset, endContainer, endOffset }) => {
            const range = new Range();
            range.setStart(startContainer, startOffset);
            range.setEnd(endContainer, endOffset);
            return range.toString();
          }),
      );
      expect(highlighted).toEqual(['Vladimir', 'Pyongyang', 'Pyongyang']);
    });

    test.each([1280, 360])('moves to the first match, at %i px', async (width) => {
      const { page } = await open('', { viewport: { width, height: 800 } });
      await searchBox(page).fill('putin pyongyang 2000');
      const first = width > 960 ? page.locator('#s18') : page.locator('[id="s18.3"]');
      await expect.poll(() => topOf(first)).toBeLessThan(400);
    });
  });

  describe('the address', () => {
    test('leads to a claim, with its sentence chosen and its words shown', async () => {
      const { page, url } = await open('#s18.3');
      expect(await topOf(page.locator('[id="s18.3"]'))).toBeLessThan(800);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('s18.3');
      expect(await page.locator('.sentence.chosen').getAttribute('id')).toBe('s18');
      const words = await page.evaluate(() =>
        [...(CSS.highlights.get('looked-at') as Highlight)].map(
          ({ startContainer, startOffset, endContainer, endOffset }) => {
            const range = new Range();
            range.setStart(startContainer, startOffset);
            range.setEnd(endContainer, endOffset);
            return range.toString();
          },
        ),
      );
      expect(words).toEqual(['he spent two days in Pyongyang in 2000']);
      await page.goto(`${url}#s4`);
      expect(await openedClaims(page)).toEqual(['s4.1', 's4.2', 's4.3', 's4.4']);
    });

    test('holds search, filters and choice, and the browser leads back and forth', async () => {
      const { page } = await open();
      const hash = () => new URL(page.url()).hash;
      await searchBox(page).pressSequentially('kim');
      await page.getByText('Filters', { exact: true }).click();
      await page.getByRole('link', { name: /^possible \d/ }).click();
      await page.locator('[id="s22.4"] .links > a').click();
      expect(hash()).toBe('#q=kim&certainty=possible&claim=s22.4');
      await page.goBack();
      expect(hash()).toBe('#q=kim&certainty=possible');
      expect(await listedClaims(page)).toHaveLength(2);
      await page.goBack();
      expect(hash()).toBe('#q=kim');
      await page.goBack();
      expect([hash(), await told(page)]).toEqual(['', `${ALL} claims`]);
      await page.goForward();
      expect(await searchBox(page).inputValue()).toBe('kim');
    });

    test.each(['#%', '#%E0%A4%A', '#claim=%', '#q=%&certainty=', '#s99.9', '#nowhere', '#s0'])(
      '%s does no harm',
      async (hash) => {
        const { page } = await open(hash);
        await searchBox(page).fill('putin');
        expect((await listedClaims(page))[0]).toBe('s18.3');
      },
    );
  });

  describe('sentences', () => {
    test.each([1280, 360])('open their claims and close them, at %i px', async (width) => {
      const { page } = await open('', { viewport: { width, height: 800 } });
      const sentence = page.locator('#s4 .words');
      await sentence.click();
      expect(await openedClaims(page)).toEqual(['s4.1', 's4.2', 's4.3', 's4.4']);
      const [text, claims] = await Promise.all([
        sentence.boundingBox(),
        page.locator('.claims.open').boundingBox(),
      ]);
      if (width > 960) expect(claims?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
      else expect(claims?.y).toBeGreaterThanOrEqual((text?.y ?? 0) + (text?.height ?? 0));
      await sentence.click();
      expect(await openedClaims(page)).toEqual([]);
    });

    test('are one stop for the keyboard, walked by arrows', async () => {
      const { page } = await open();
      const focused = () => page.evaluate(() => document.activeElement?.closest('.sentence')?.id);
      const [first, ...others] = await page.locator('a.number[tabindex="0"]').all();
      expect(others).toEqual([]);
      await first?.focus();
      await page.keyboard.press('Enter');
      expect(await openedClaims(page)).toContain('s1.1');
      await page.keyboard.press('ArrowDown');
      expect([await focused(), (await openedClaims(page))[0]]).toEqual(['s2', 's2.1']);
      await page.keyboard.press('End');
      expect(await focused()).toBe('s28');
      await page.keyboard.press('ArrowUp');
      expect(await focused()).toBe('s27');
      await page.keyboard.press('Escape');
      expect([await openedClaims(page), await focused()]).toEqual([[], 's27']);
      await page.keyboard.press('Enter');
      expect(await openedClaims(page)).toContain('s27.1');
      await page.keyboard.press('Enter');
      expect([await openedClaims(page), await focused()]).toEqual([[], 's27']);
    });

    test('keep what was asked for when their number is followed', async () => {
      const { page } = await open('#q=kim&certainty=possible');
      await page.locator('#s4 .number').click();
      expect(new URL(page.url()).hash).toBe('#q=kim&certainty=possible&claim=s4');
      await page.locator('#s4 .number').click();
      expect(new URL(page.url()).hash).toBe('#q=kim&certainty=possible');
    });

    test('show who speaks and how sure, without colour', async () => {
      const { page } = await open();
      const speakers = await page
        .locator('.speaker')
        .evaluateAll((all) =>
          all.map((each) => [
            each.closest('.sentence')?.id,
            [...each.querySelectorAll('.chain')]
              .map(({ textContent }) => textContent?.replaceAll('\u00a0', ' '))
              .join('; '),
          ]),
        );
      expect(Object.fromEntries(speakers)).toEqual({
        s3: 'Yuri Ushakov > the Kremlin > the North Korean government',
        s4: 'South Korean media > anonymous sources in Beijing',
        s5: 'unnamed reports',
        s12: 'unnamed reports; North Korea’s state-run media',
        s23: 'Kim Jong Un',
        s24: 'Park Geun-hye',
        s25: 'Yoo Myung-hee > Park Geun-hye',
      });
      const styleOf = (words: string) =>
        page
          .locator(words)
          .first()
          .evaluate((mark) => {
            const { textDecorationLine, textDecorationStyle } = getComputedStyle(mark);
            const { content } = getComputedStyle(mark.querySelector('span') ?? mark, '::after');
            return [textDecorationLine, textDecorationStyle, content.split('/')[0]?.trim()];
          });
      expect({
        certain: await styleOf('.text mark.certain:not(.reported)'),
        reported: await styleOf('.text mark.certain.reported'),
        probable: await styleOf('.text mark.probable'),
        possible: await styleOf('.text mark.possible'),
        uncommitted: await styleOf('.text mark.uncommitted'),
      }).toEqual({
        certain: ['none', 'solid', 'none'],
        reported: ['underline', 'solid', 'none'],
        probable: ['underline', 'dashed', '"~"'],
        possible: ['underline', 'dotted', '"?"'],
        uncommitted: ['underline', 'wavy', '"??"'],
      });
      await page.getByLabel('Mark these too').check();
      expect((await styleOf('.text mark.certain:not(.reported)'))[0]).toBe('underline');
    });
  });

  describe('claims', () => {
    test('each has its text, its words, who says it, how sure, and what qualifies it, as kimtrip does', async () => {
      const { page } = await open();
      const claims = await kimtripJson<{
        id: string;
        text: string;
        saidBy: string;
        howSure: string;
        quote: { exact: string };
        qualifiedBy: { id: string; text: string }[];
      }>(['list']);
      const cards = await page.locator('.claim').evaluateAll((items) =>
        items.map((item) => ({
          id: item.id,
          text: item.querySelector('h3')?.textContent,
          words: item.querySelector('blockquote')?.textContent?.replace(/^“(.*)”$/s, '$1'),
          who: item.querySelector('.who')?.textContent?.replace(', 2015 · ', ' · '),
          with: [...item.querySelectorAll('.with')].map(({ textContent }) => textContent),
        })),
      );
      expect(cards).toEqual(
        claims.map(({ id, text, saidBy, howSure, quote, qualifiedBy }) => ({
          id,
          text,
          words: quote.exact,
          who: `${saidBy} · ${howSure}`,
          with: qualifiedBy.map((other) => `with ${other.id}: ${other.text}`),
        })),
      );
    });

    test('are copied as a quotation, as Markdown and as a link', async () => {
      const { page, url } = await open('#s4.1', { permissions: ['clipboard-read', 'clipboard-write'] });
      const copied = async (form: string) => {
        const button = page.getByRole('button', { name: `Copy s4.1 as ${form}` });
        await button.click();
        await page.getByRole('button', { name: `Copied: Copy s4.1 as ${form}` }).waitFor();
        return page.evaluate(() => navigator.clipboard.readText());
      };
      expect(await copied('quotation')).toBe(
        [
          '“South Korean media quoted anonymous sources in Beijing this week as saying that Kim is likely to accept.”',
          'Anonymous sources in Beijing, quoted by South Korean media, say Kim Jong Un is likely to accept the invitation to Moscow.',
          'South Korean media > anonymous sources in Beijing · probable · “likely”',
          'Talmadge, The Associated Press, January to May 8, 2015 (inferred), paragraph 3, s4',
        ].join('\n'),
      );
      const { stdout } = await kimtrip(['quote', 's4.1', '--format', 'markdown']);
      expect(`${await copied('Markdown')}\n`).toBe(stdout);
      expect(await copied('link')).toBe(`${url}#s4.1`);
    });

    test.each([
      ['#q=putin', ['search', 'putin', '--limit', '0']],
      ['#certainty=possible', ['list', '--certainty', 'possible']],
      ['', ['list']],
    ])('are downloaded as they are shown (%s), as kimtrip prints them', async (hash, command) => {
      const { page } = await open(hash);
      for (const format of ['csv', 'json']) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: `Download these claims as ${format.toUpperCase()}` }).click(),
        ]);
        expect(download.suggestedFilename()).toBe(`kim-trip.${format}`);
        const parts: Buffer[] = [];
        for await (const part of await download.createReadStream()) parts.push(part as Buffer);
        const { stdout } = await kimtrip([...command, '--format', format]);
        expect(Buffer.concat(parts).toString()).toBe(stdout);
      }
    });
  });

  describe('a text of the reader', () => {
    test('is held against the article as kimtrip check does, and leads to the claims', async () => {
      const { page } = await open();
      await page.getByRole('link', { name: 'check your own text' }).click();
      await page.keyboard.press('Tab');
      await page.keyboard.insertText(DRAFT);
      await page.getByText('3 sentences: 1 matching, 1 differing, 1 not found').waitFor();
      const { stdout } = await kimtrip(['check', '-', '--json'], { stdin: DRAFT });
      const checked: {
        text: string;
        differences: { kind: string; message: string }[];
        claims: { id: string; text: string; saidBy: string }[];
      }[] = JSON.parse(stdout);
      const answers = await page
        .locator('#answers > li')
        .evaluateAll((items) =>
          items.map((item) => [
            item.querySelector('.said')?.textContent,
            [...item.querySelectorAll('ul li')].map((each) => each.textContent?.replace(/ \(s[\d.]+\)$/, '')),
          ]),
        );
      expect(answers).toEqual(
        checked.map(({ text, differences }) => [
          text,
          differences.map(({ kind, message }) => `${kind}: ${message}`),
        ]),
      );
      const [first] = checked[0]?.claims ?? [];
      const rests = page.locator('#answers > li').first().locator('.rests').first();
      expect(await rests.locator('h3').textContent()).toBe(first?.text);
      expect(await rests.locator('.who').textContent()).toContain(first?.saidBy);
      await page.locator('#draft').press('Escape');
      await rests.getByRole('link').last().click();
      expect(new URL(page.url()).hash).toBe(`#${first?.id}`);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(first?.id);
      await draftBox(page).fill('');
      await page.locator('#answers > li').first().waitFor({ state: 'detached' });
      expect(await page.locator('#checked').textContent()).toBe('');
    });

    test('is not asked for where the article is in another language', async () => {
      const data = await claimSetFolder(
        {
          article: { language: 'de' },
          entities: [],
          topics: [],
          claims: [{ id: 's1.1', text: 'Es regnete.', quote: 'Es regnete', certainty: 'certain' }],
        },
        'Es regnete.\n',
      );
      const { stdout } = await kimtrip(['export', 'html', '--data', data]);
      const { page } = await open('', {}, stdout);
      expect(await page.locator('#check').count()).toBe(0);
    });
  });

  test('works by keyboard alone', async () => {
    const { page } = await open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the story');
    await page.keyboard.press('Tab');
    await page.keyboard.type('putin');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('s18.3');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#q=putin&claim=s18.3');
    await page.keyboard.press('Escape');
    expect(new URL(page.url()).hash).toBe('#q=putin');
  });

  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [360, 'light'],
    [360, 'dark'],
  ] as const)('has nothing that axe finds fault with, at %i px in %s', async (width, colorScheme) => {
    const { page } = await open('', { viewport: { width, height: 800 }, colorScheme });
    await page.evaluate(axe.source);
    for (const hash of ['#', '#s25.2', '#q=kim&certainty=possible', '#q=kim&claim=s4.1', '#q=rodmann']) {
      await page.evaluate((hash) => location.assign(hash), hash);
      expect([hash, await faultsOf(page)]).toEqual([hash, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await page.getByText('Filters', { exact: true }).click();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await draftBox(page).fill(DRAFT);
    await page.getByText('3 sentences: 1 matching, 1 differing, 1 not found').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  test.each([320, 360])('scrolls one way only at %i px, filters open', async (width) => {
    const { page } = await open('', { viewport: { width, height: 700 } });
    await page.getByText('Filters', { exact: true }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  test.each(['', '#q=putin', '#s18.3', '#certainty=probable'])(
    'is laid out once, and moves by less than .05 (%s)',
    async (hash) => {
      for (const width of [1280, 360]) {
        const { page } = await open(hash, { viewport: { width, height: 740 } });
        const shift = await page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              let sum = 0;
              new PerformanceObserver((list) => {
                for (const entry of list.getEntries())
                  sum += (entry as PerformanceEntry & { value: number }).value;
              }).observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => resolve(sum), 300);
            }),
        );
        expect(shift).toBeLessThan(0.05);
      }
    },
  );

  test('prints the story and what is less than certain or said by others, on two pages', async () => {
    const { page } = await open('#q=putin&claim=s18.3');
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    expect(pages).toBe(2);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const all = await kimtripJson<{ id: string; certainty: string; attribution: unknown[] }>(['list']);
    const printed = all.filter(({ certainty, attribution }) => certainty !== 'certain' || attribution.length);
    expect(await page.locator('.claim:visible').evaluateAll((items) => items.map(({ id }) => id))).toEqual(
      printed.map(({ id }) => id),
    );
  });

  test('reads whole without scripts', async () => {
    const { page, url } = await open('', { javaScriptEnabled: false });
    expect(await page.locator('#find').isVisible()).toBe(false);
    expect(await page.locator('.claim').count()).toBe(ALL);
    expect(await page.locator('#s2').textContent()).toMatch(/^2 Moscow has invited many world leaders/);
    await page.locator('#s4 .number').click();
    expect(await openedClaims(page)).toEqual(['s4.1', 's4.2', 's4.3', 's4.4']);
    await page.goto(`${url}#s18.3`);
    expect(await openedClaims(page)).toContain('s18.3');
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
    await searchBox(served).fill('putin');
    const blocked = await served.evaluate(() => fetch('/other').catch(() => 'blocked'));
    expect({ asked, blocked }).toEqual({ asked: ['/'], blocked: 'blocked' });
  });

  describe('the index of several stories', () => {
    const DATA = ['--data', join(ROOT, 'data')];

    async function openIndex(hash = '') {
      const site = join(await claimSetFolder(null, null), 'site');
      await kimtrip(['export', 'html', '--output', site, ...DATA]);
      const opened = await openFile(join(site, 'index.html'), hash);
      await opened.page.locator('#actions button').first().waitFor({ state: 'attached' });
      return opened;
    }

    test('finds in all what kimtrip finds, and leads into the page of a story', async () => {
      const { page } = await openIndex();
      for (const query of ['harbour kim', 'council', 'putin pyongyang']) {
        await searchBox(page).fill(query);
        const hits = await kimtripJson<{ id: string }>(['search', query, '--limit', '0', ...DATA]);
        expect(await listedClaims(page)).toEqual(hits.map(({ id }) => id));
      }
      await page.locator('[id="kim-trip:s18.3"] .links > a').click();
      await page.locator('#actions button').first().waitFor({ state: 'attached' });
      expect(new URL(page.url()).pathname).toMatch(/\/kim-trip\.html$/);
      expect(new URL(page.url()).hash).toBe('#q=putin+pyongyang&claim=s18.3');
      expect(await page.locator('.claim.chosen').getAttribute('id')).toBe('s18.3');
      await page.getByRole('link', { name: 'All stories' }).click();
      expect(await page.locator('#stories a').evaluateAll((all) => all.map((a) => a.textContent))).toEqual([
        'harbour-story',
        'kim-trip',
      ]);
    });

    test('filters by story, says who and when, and downloads what kimtrip lists', async () => {
      const { page } = await openIndex('#article=harbour-story&certainty=certain');
      const filters = ['--article', 'harbour-story', '--certainty', 'certain', ...DATA];
      const passing = await kimtripJson<{ id: string; saidBy: string }>(['list', ...filters]);
      expect(await listedClaims(page)).toEqual(passing.map(({ id }) => id));
      expect(await page.locator('#list .who').allTextContents()).toEqual(
        passing.map(({ saidBy }) => expect.stringContaining(saidBy)),
      );
      expect(await page.locator('#list .cite').allTextContents()).toEqual(
        passing.map(({ id }) =>
          expect.stringMatching(`^The Wick Sands Courier, undated, .*${id.split('.')[0]}$`),
        ),
      );
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download these claims as CSV' }).click(),
      ]);
      const { stdout } = await kimtrip(['list', '--format', 'csv', ...filters]);
      expect(await readFile(await download.path(), 'utf8')).toBe(stdout);
      await page.getByRole('link', { name: /^Show all/ }).click();
      expect(await page.locator('#stories').isVisible()).toBe(true);
    });

    test.each([1280, 360])('has nothing that axe finds fault with, at %i px', async (width) => {
      const { page } = await openIndex();
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(axe.source);
      for (const hash of ['#', '#q=kim', '#q=rodmann']) {
        await page.evaluate((hash) => location.assign(hash), hash);
        expect([hash, await faultsOf(page)]).toEqual([hash, []]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
    });
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
    await page.getByText('Filters', { exact: true }).click();
    await searchBox(page).fill('rain');
    expect(await listedClaims(page)).toEqual(['s1.1']);
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
    const opened = await openFile(join(folder, 'page.html'), hash, options);
    // The script makes these.
    if (options.javaScriptEnabled !== false)
      await opened.page.locator('#actions button').first().waitFor({ state: 'attached' });
    return opened;
  }

  async function openFile(file: string, hash: string, options: BrowserContextOptions = {}) {
    const url = pathToFileURL(file).href;
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const opened = await context.newPage();
    const errors: string[] = [];
    opened.on('console', (message) => errors.push(message.text()));
    opened.on('pageerror', (error) => errors.push(error.message));
    opened.on('request', (request) => {
      if (!/^(file|data|blob):/.test(request.url())) errors.push(request.url());
    });
    onTestFinished(async () => {
      await context.close();
      expect(errors).toEqual([]);
    });
    await opened.goto(url + hash);
    return { page: opened, url, errors };
  }

  /** What axe, once it is in the page, finds fault with. */
  const faultsOf = (page: Page) =>
    page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
    });

  const draftBox = (page: Page) => page.getByRole('textbox', { name: 'Your text' });
  const searchBox = (page: Page) => page.getByRole('searchbox', { name: 'Search the claims' });
  const told = (page: Page) => page.locator('#found').textContent();
  const idsOf = (page: Page, items: string) =>
    page.locator(items).evaluateAll((all) => all.map(({ id }) => id));
  const listedClaims = (page: Page) => idsOf(page, '#list > .claim');
  const openedClaims = (page: Page) => idsOf(page, '.claims .claim:visible');
  const topOf = async (locator: Locator) => (await locator.boundingBox())?.y ?? -1;
});

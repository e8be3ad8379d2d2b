import { Parser as CommonmarkParser, HtmlRenderer } from 'commonmark';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { claimSetFolder, kimtrip } from './helpers.ts';

const READERS: Record<string, (markdown: string) => string> = {
  commonmark: (markdown) => new HtmlRenderer().render(new CommonmarkParser().parse(markdown)),
  'markdown-it': (markdown) => new MarkdownIt({ linkify: true }).render(markdown),
  marked: (markdown) => marked.parse(markdown, { async: false, gfm: true }),
  // What remark and remark-gfm parse with.
  'micromark with GFM': (markdown) =>
    micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] }),
};

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The quotation as a reader sees it, its bold words between `[` and `]`. */
const seen = (html: string) =>
  (/<blockquote>([\s\S]*?)<\/blockquote>/.exec(html)?.[1] ?? '')
    .replace(/<strong>/g, '[')
    .replace(/<\/strong>/g, ']')
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .trim();

describe.for(Object.entries(READERS))('%s reads', ([, read]) => {
  test.each([
    ['他说“可能访问”莫斯科。', '“可能访问”'],
    ['他说可能访问莫斯科。', '可能访问'],
    ['It cost US$5 million then.', '$5 million'],
    ['He said “maybe.”Then he left.', '“maybe.”'],
    ['It grew (by 5%)fast.', '(by 5%)'],
    ['One of 3*4*5 and a_b_c and ~~d~~ came.', '3*4*5 and a_b_c'],
    ['See https://example.com/a_b_c?a=b&c=d*e. It says so.', 'It says so'],
    ['See https://example.com/a_b?a=b&copy=d for more.', 'https://example.com/a_b?a=b&copy=d'],
    ['Write to a_b@example.com or www.example.com/a_b_c today.', 'today'],
    ['The 🚀 flew.', '🚀'],
    ['Rain & <b>snow</b> [fell](x) `here` #1 | 2.', '<b>snow</b> [fell](x)'],
  ])('%s', async (sentence, quote) => {
    const data = await claimSetFolder(
      { article: {}, claims: [{ id: 's1.1', text: 'A claim.', quote, certainty: 'certain' }] },
      `${sentence}\n`,
    );
    const { stdout } = await kimtrip(['quote', 's1', '--format', 'markdown', '--data', data]);
    expect(seen(read(stdout))).toBe(sentence.replace(quote, () => `[${quote}]`));
  });
});

test('an address is a link, whole', async () => {
  const address = 'https://example.com/a_b_c?a=b&c=d';
  const data = await claimSetFolder(
    { article: {}, claims: [{ id: 's1.1', text: 'A claim.', quote: 'See', certainty: 'certain' }] },
    `See ${address}, it says.\n`,
  );
  const { stdout } = await kimtrip(['quote', 's1', '--format', 'markdown', '--data', data]);
  for (const read of Object.values(READERS))
    expect(/href="([^"]*)"/.exec(read(stdout))?.[1]).toBe(address.replace('&', '&amp;'));
});

test('a quote of 80,000 spaces is written as fast as any', async () => {
  const words = `a${' '.repeat(80_000)}b`;
  const data = await claimSetFolder(
    { article: {}, claims: [{ id: 's1.1', text: 'A claim.', quote: words, certainty: 'certain' }] },
    `It is ${words} then.\n`,
  );
  const { stdout } = await kimtrip(['quote', 's1', '--format', 'markdown', '--data', data]);
  expect(stdout).toContain(`It is **${words}** then.`);
});

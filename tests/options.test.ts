import { Command } from '@commander-js/extra-typings';
import { describe, expect, test } from 'vitest';
import { addArticle } from '../src/commands/article.ts';
import { addExport } from '../src/commands/export.ts';
import { addInit } from '../src/commands/init.ts';
import { addList } from '../src/commands/list.ts';
import type { Add } from '../src/commands/outcome.ts';
import { addQuote } from '../src/commands/quote.ts';
import { addSearch } from '../src/commands/search.ts';
import { addTimeline } from '../src/commands/timeline.ts';
import { addVerify } from '../src/commands/verify.ts';

/** The options that a command gets of a command line; those that are undefined are left out. */
async function parsed<Options>(add: Add<Options>, argv: string): Promise<unknown> {
  const program = new Command('kimtrip').exitOverride().configureOutput({ writeErr: () => {} });
  let got: unknown;
  add(program, async (options) => {
    got = options;
  });
  await program.parseAsync(argv.split(' '), { from: 'user' });
  return JSON.parse(JSON.stringify(got));
}

const NO_FILTERS = { hedged: false, conditional: false, anonymous: false };
const PLAIN = { ...NO_FILTERS, json: false, pager: true };
const SEARCH = { ...PLAIN, limit: 10, exact: false, explain: false };
const LIST = { ...PLAIN, limit: 0 };

describe('the options of a command line', () => {
  test.each([
    ['search putin', { ...SEARCH, words: ['putin'] }],
    [
      'search --exact putin visit --explain',
      { ...SEARCH, words: ['putin', 'visit'], exact: true, explain: true },
    ],
    ['search putin -n 3', { ...SEARCH, words: ['putin'], limit: 3 }],
    ['search putin --limit=0', { ...SEARCH, words: ['putin'], limit: 0 }],
    ['search -- --json', { ...SEARCH, words: ['--json'] }],
    ['search kim --about xi --about putin', { ...SEARCH, words: ['kim'], about: ['xi', 'putin'] }],
    [
      'search kim --said-by article --topic visit',
      { ...SEARCH, words: ['kim'], saidBy: ['article'], topic: ['visit'] },
    ],
    [
      'search kim --certainty probable,Possible --certainty certain --stance judged',
      { ...SEARCH, words: ['kim'], certainty: ['probable', 'possible', 'certain'], stance: ['judged'] },
    ],
    [
      'search kim --polarity negated --hedged --conditional --anonymous',
      { ...SEARCH, words: ['kim'], polarity: 'negated', hedged: true, conditional: true, anonymous: true },
    ],
    ['search kim --from 2014 --to 2015-05', { ...SEARCH, words: ['kim'], from: '2014', to: '2015-05' }],
    [
      'search kim --format csv --fields id --fields text',
      { ...SEARCH, words: ['kim'], format: 'csv', fields: 'id,text' },
    ],
    [
      'search kim --no-color --data my-story',
      { ...SEARCH, words: ['kim'], color: false, data: ['my-story'] },
    ],
  ])('%s', async (argv, options) => {
    expect(await parsed(addSearch, argv)).toEqual(options);
  });

  test.each([
    ['list', { ...LIST, list: 'claims' }],
    ['list sources --json', { ...LIST, list: 'sources', json: true }],
    ['list --no-pager', { ...LIST, list: 'claims', pager: false }],
    ['list topics -n 5 --color', { ...LIST, list: 'topics', limit: 5, color: true }],
  ])('%s', async (argv, options) => {
    expect(await parsed(addList, argv)).toEqual(options);
  });

  test('of the other commands', async () => {
    expect(await parsed(addTimeline, 'timeline -n 2')).toEqual({ ...PLAIN, limit: 2 });
    expect(await parsed(addArticle, 'article --mark putin')).toEqual({ ...PLAIN, limit: 0, mark: 'putin' });
    expect(await parsed(addQuote, 'quote s1 - --context 2 --format csl')).toEqual({
      references: ['s1', '-'],
      json: false,
      pager: true,
      context: 2,
      format: 'csl',
    });
    expect(await parsed(addExport, 'export sql --hedged')).toEqual({
      ...NO_FILTERS,
      kind: 'sql',
      hedged: true,
    });
    expect(await parsed(addVerify, 'verify my-story --strict')).toEqual({
      folders: ['my-story'],
      strict: true,
      json: false,
    });
    expect(await parsed(addInit, 'init - my-story')).toEqual({
      text: '-',
      folder: 'my-story',
      language: 'en',
      draft: false,
    });
  });

  test.each(['search kim -n 1.5', 'search kim -n -1', 'search kim --format crads', 'search kim --stance so'])(
    'no options come of %s',
    async (argv) => {
      await expect(parsed(addSearch, argv)).rejects.toThrow();
    },
  );
});

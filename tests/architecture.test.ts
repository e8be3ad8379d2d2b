import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const SOURCE = join(import.meta.dirname, '../src');

/** Data flows one way: load, select or search, render, write. What each part may import besides itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  'code-points': [],
  'group-by': [],
  errors: [],
  lazily: [],
  nearest: [],
  'page-data': ['model', 'group-by', 'claim-set'],
  'shell-word': [],
  generated: [],
  'iso-day': ['model'],
  'spoken-of': ['model'],
  edtf: ['model', 'iso-day'],
  segment: [],
  reading: ['model', 'lazily'],
  'claim-set': [
    'model',
    'code-points',
    'edtf',
    'iso-day',
    'errors',
    'nearest',
    'reading',
    'segment',
    'generated',
  ],
  select: ['model', 'group-by', 'iso-day', 'edtf', 'errors', 'nearest', 'spoken-of'],
  fold: [],
  search: ['model', 'fold', 'group-by', 'lazily', 'code-points', 'iso-day', 'spoken-of'],
  stories: ['model', 'errors', 'group-by', 'edtf', 'claim-set', 'generated'],
  io: ['errors', 'lazily'],
  'process-io': ['io', 'lazily'],
  check: ['model', 'code-points', 'lazily', 'reading', 'segment'],
  archive: ['model', 'render', 'search', 'spoken-of'],
  render: [
    'model',
    'check',
    'iso-day',
    'group-by',
    'lazily',
    'code-points',
    'errors',
    'nearest',
    'spoken-of',
    'generated',
    'io',
  ],
  page: ['model', 'group-by', 'spoken-of', 'page-data', 'claim-set', 'search', 'render'],
  browse: ['model', 'select', 'search', 'render', 'io'],
  completion: ['model', 'select', 'render'],
  commands: [
    'model',
    'archive',
    'stories',
    'errors',
    'nearest',
    'shell-word',
    'generated',
    'claim-set',
    'check',
    'select',
    'search',
    'render',
    'page-data',
    'browse',
    'completion',
    'io',
  ],
  browser: ['model', 'check', 'errors', 'claim-set', 'select', 'search', 'render'],
  index: ['browser', 'claim-set'],
  pager: ['io'],
  cli: ['errors', 'pager', 'nearest', 'shell-word', 'claim-set', 'render', 'io', 'process-io', 'commands'],
};

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const partOf = (file: string) => file.split('/')[0]?.replace(/(\.d)?\.ts$/, '') ?? '';
const importsOf = (file: string) =>
  [...readFileSync(join(SOURCE, file), 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)]
    .map(([, path = '']) => relative(SOURCE, join(SOURCE, dirname(file), path)))
    .filter((path) => !path.startsWith('..'));

describe('the parts of the program', () => {
  test.each(files)('%s imports only what its part may', (file) => {
    const part = partOf(file);
    const foreign = importsOf(file)
      .map(partOf)
      .filter((other) => other !== part);
    expect(foreign.filter((other) => !MAY_IMPORT[part]?.includes(other))).toEqual([]);
  });

  test('only text-file reads files, only stories/folders lists folders, and only process-io those that the process has open', () => {
    const users = files.filter((file) => /'node:fs/.test(readFileSync(join(SOURCE, file), 'utf8')));
    expect(users.sort()).toEqual(['claim-set/text-file.ts', 'process-io.ts', 'stories/folders.ts']);
  });

  test('only process-io reads the process, and nothing ends it', () => {
    const ours = files.filter((file) => partOf(file) !== 'generated');
    const sourceOf = (file: string) => readFileSync(join(SOURCE, file), 'utf8');
    expect(ours.filter((file) => /\bprocess\./.test(sourceOf(file)))).toEqual(['process-io.ts']);
    const ends = /\bprocess\.(exit|abort|kill(?!\(process\.pid, 'SIGTSTP'\)))\b/;
    expect(ours.filter((file) => ends.test(sourceOf(file)))).toEqual([]);
  });
});

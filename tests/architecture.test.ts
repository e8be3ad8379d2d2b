import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const SOURCE = join(import.meta.dirname, '../src');

/**
 * Data flows one way: load, select or search, render, write. What the files of each room may import besides their own room:
 * other rooms, or single files of them.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  'code-points': [],
  'group-by': [],
  errors: [],
  lazily: [],
  nearest: [],
  'shell-word': [],
  fold: [],
  generated: [],
  'iso-day': ['model'],
  years: ['model', 'iso-day'],
  'spoken-of': ['model'],
  edtf: ['model', 'iso-day'],
  segment: [],
  reading: ['model', 'lazily'],
  'claim-set': [
    ...['model', 'code-points', 'edtf', 'iso-day', 'lazily', 'errors', 'nearest'],
    ...['reading', 'search/real-words', 'segment/sentences', 'generated/shape-errors'],
  ],
  stories: ['model', 'errors', 'group-by', 'edtf', 'claim-set', 'generated/shipped-claim-set'],
  select: ['model', 'fold', 'group-by', 'iso-day', 'years', 'edtf', 'errors', 'nearest', 'spoken-of'],
  search: [
    'model',
    'fold',
    'group-by',
    'lazily',
    'code-points',
    'iso-day',
    'spoken-of',
    'reading/news-words',
    'reading/packed-relations',
    'generated/english-words',
  ],
  check: ['model', 'code-points', 'lazily', 'spoken-of', 'reading', 'search/real-words', 'segment/sentences'],
  archive: [
    ...['model', 'errors', 'edtf', 'iso-day', 'group-by', 'lazily', 'spoken-of'],
    ...['render/wording', 'select/filter', 'stories', 'search'],
  ],
  render: [
    ...[
      'model',
      'edtf',
      'iso-day',
      'years',
      'group-by',
      'lazily',
      'code-points',
      'errors',
      'nearest',
      'spoken-of',
      'io',
    ],
    ...['check/checked', 'generated/page-assets'],
  ],
  'page-data': ['model', 'group-by', 'claim-set/document'],
  page: [
    ...['model', 'edtf', 'years', 'group-by', 'lazily', 'spoken-of', 'page-data'],
    ...['check/check-draft', 'check/checked', 'check/draft'],
    ...[
      'claim-set/article-text',
      'claim-set/link',
      'stories/join',
      'select/filter',
      'search/search',
      'render',
    ],
  ],
  browse: ['model', 'spoken-of', 'select', 'search/search', 'render', 'io'],
  completion: ['model', 'spoken-of', 'select/groups', 'render'],
  commands: [
    ...['model', 'errors', 'nearest', 'shell-word', 'io', 'page-data'],
    ...['claim-set', 'stories', 'select', 'search/search', 'check', 'render'],
    ...[
      'archive/load',
      'archive/parts',
      'archive/script',
      'browse/session',
      'browse/state',
      'completion/offer',
      'generated/completion-scripts',
      'generated/shipped-claim-set',
    ],
  ],
  io: ['errors', 'lazily'],
  'process-io': ['io', 'lazily'],
  pager: ['io'],
  cli: [
    ...['errors', 'nearest', 'shell-word', 'io', 'process-io', 'pager', 'commands'],
    ...['claim-set/fault', 'render/draw', 'render/sinks'],
  ],
  browser: ['model', 'errors', 'claim-set', 'select', 'search/search', 'check', 'render'],
  index: ['browser', 'claim-set/load'],
};

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const roomOf = (file: string) => file.split('/')[0]?.replace(/(\.d)?\.ts$/, '') ?? '';
const importsOf = (file: string) =>
  [...readFileSync(join(SOURCE, file), 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)]
    .map(([, path = '']) => relative(SOURCE, join(SOURCE, dirname(file), path)))
    .filter((path) => !path.startsWith('..'));

/** The circles of imports that can be reached from some files, each as the files that it passes. */
function circlesFrom(starts: readonly string[]): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    else if (!done.has(file) && files.includes(file)) {
      for (const imported of importsOf(file)) visit(imported, [...path, file]);
      done.add(file);
    }
  };
  for (const start of starts) visit(start, []);
  return circles;
}

describe('the files of the program', () => {
  test.each(files)('%s imports only what its room may', (file) => {
    const room = roomOf(file);
    const allowed = [room, ...(MAY_IMPORT[room] ?? [])];
    const isAllowed = (imported: string) =>
      allowed.includes(roomOf(imported)) || allowed.includes(imported.replace(/\.[jt]s$/, ''));
    expect(importsOf(file).filter((imported) => !isAllowed(imported))).toEqual([]);
  });

  test('import one another in no circle', () => {
    expect(circlesFrom(files)).toEqual([]);
  });

  test('only text-file reads files, only stories/folders lists folders, page-folder writes pages, and only process-io those that the process has open', () => {
    const users = files.filter((file) => /'node:fs/.test(readFileSync(join(SOURCE, file), 'utf8')));
    expect(users.sort()).toEqual([
      'claim-set/text-file.ts',
      'commands/page-folder.ts',
      'process-io.ts',
      'stories/folders.ts',
    ]);
  });

  test('only process-io reads the process, and nothing ends it', () => {
    const ours = files.filter((file) => roomOf(file) !== 'generated');
    const sourceOf = (file: string) => readFileSync(join(SOURCE, file), 'utf8');
    expect(ours.filter((file) => /\bprocess\./.test(sourceOf(file)))).toEqual(['process-io.ts']);
    const ends = /\bprocess\.(exit|abort|kill(?!\(process\.pid, 'SIGTSTP'\)))\b/;
    expect(ours.filter((file) => ends.test(sourceOf(file)))).toEqual([]);
  });
});

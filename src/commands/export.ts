import { join } from 'node:path';
import { Argument, type Command } from '@commander-js/extra-typings';
import type { UnsoundError } from '../claim-set/fault.ts';
import type { NewFile } from '../claim-set/text-file.ts';
import { type UnreadableError, UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Claim, ClaimSet } from '../model.ts';
import { isFormatName } from '../render/format-names.ts';
import { visible } from '../render/sinks.ts';
import { counted } from '../render/wording.ts';
import type { FilterOptions } from '../select/filter.ts';
import { shellWord } from '../shell-word.ts';
import { choice } from './choice.ts';
import { addExamples } from './help.ts';
import { addDataOption, addFilterOptions, type DataOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import { filteredClaims, isFiltered, noneSelected } from './select.ts';
import { leftOut, storiesOneByOne, withStories } from './stories.ts';

/** What stories can be exported as, each loaded when it is asked for. */
const KINDS = {
  html: async ([claimSet, ...others]: readonly ClaimSet[]) => {
    if (!claimSet || others.length)
      throw new UsageError(
        `export html prints the page of one story; --output DIR writes a page of each, and --article chooses one, as in --article ${claimSet?.article.id}`,
      );
    const { packPageData } = await import('../page-data.ts');
    const { renderPage } = await import('../render/html/page.ts');
    return renderPage(claimSet, packPageData([claimSet]), null);
  },
  sql: (claimSets: readonly ClaimSet[]) => script('sql', claimSets),
  duckdb: (claimSets: readonly ClaimSet[]) => script('duckdb', claimSets),
  jsonld: async (claimSets: readonly ClaimSet[]) =>
    (await import('../render/annotations.ts')).renderAnnotations(claimSets, new Date()),
  'schema-org': async (claimSets: readonly ClaimSet[]) =>
    (await import('../render/schema-org.ts')).renderSchemaOrg(claimSets),
};

const script = async (kind: 'sql' | 'duckdb', claimSets: Iterable<ClaimSet> | AsyncIterable<ClaimSet>) =>
  (await import('../archive/script.ts')).renderScript(claimSets, kind === 'duckdb');

const KIND_NAMES = Object.keys(KINDS) as (keyof typeof KINDS)[];

export interface ExportOptions extends DataOptions, FilterOptions {
  readonly kind: keyof typeof KINDS;
  /** A folder for the pages of several stories. */
  readonly output?: string | undefined;
}

export function addExport(program: Command, run: (options: ExportOptions) => Promise<void>): void {
  const kind = new Argument('<kind>', 'the kind of file').choices(KIND_NAMES).argParser(kindOf);
  const command = program
    .command('export')
    .helpGroup('Other:')
    .summary('write the claims as a file for other programs')
    .description(
      'Prints the claims as one file: html (a page that needs nothing else), sql (tables for SQLite and PostgreSQL, where a story replaces itself), duckdb (the same for DuckDB), jsonld (W3C Web Annotations), schema-org (Claims for fact-checking tools). For a spreadsheet use list --format csv. Filters choose the claims.',
    )
    .addArgument(kind)
    .allowExcessArguments()
    .optionsGroup('Output:')
    .option(
      '--output <dir>',
      'html: write a page of each story, and an index that searches them all, into this folder',
    );
  addExamples(addDataOption(addFilterOptions(command)), [
    ['kimtrip export html > story.html', 'a page to look at, search and link to'],
    ['kimtrip export html --data stories --output site', 'pages of several stories, and an index'],
    ['kimtrip export sql | sqlite3 -bail story.db', 'a database to query'],
    ['kimtrip export sql --data stories | psql -d archive', 'an archive that --data reads'],
    ['kimtrip export jsonld > story.jsonld', 'Web Annotations'],
    ['kimtrip export schema-org > story.json', 'claims in the terms of schema.org'],
    ['kimtrip list --format csv > story.csv', 'a table for a spreadsheet'],
    ['kimtrip export sql --topic invitation', 'only some of the claims'],
  ]).action((kind, options, { args: [, file] }) => {
    if (file !== undefined)
      throw new UsageError(`export prints to stdout; write kimtrip export ${kind} > ${shellWord(file)}`);
    return run({ kind, ...options });
  });
}

/** @throws {UsageError} if it is no kind of export; a format of lists is told where it is printed */
function kindOf(typed: string): keyof typeof KINDS {
  if (isFormatName(typed))
    throw new UsageError(`no such kind of export: ${typed}; kimtrip list --format ${typed} prints it`);
  return choice('kind of export', typed, KIND_NAMES);
}

export async function runExport(options: ExportOptions, io: Io): Promise<Outcome> {
  const { kind, output } = options;
  if (output !== undefined && kind !== 'html')
    throw new UsageError(`--output goes with export html; write kimtrip export ${kind} > FILE`);
  // Names in filters are known by all stories together.
  if ((kind === 'sql' || kind === 'duckdb') && !isFiltered(options)) return exportOneByOne(kind, options, io);
  return withStories(options, io, { of: 'filters', filters: options }, async (stories, claimSets) => {
    const claims = filteredClaims(stories, options);
    if (!claims.length) return { stdout: '', notes: [noneSelected(stories)], code: 1 };
    const chosen = withClaims(claimSets, claims);
    const stdout = output === undefined ? await KINDS[kind](chosen) : await exportPages(chosen, output);
    return { stdout, notes: [], code: 0 };
  });
}

/** Writes a script of all stories, however many, each as it is read. */
async function exportOneByOne(kind: 'sql' | 'duckdb', options: DataOptions, io: Io): Promise<Outcome> {
  const stories = await storiesOneByOne(options, io);
  const broken: (UnreadableError | UnsoundError)[] = [];
  const read = { stories: 0, claims: 0 };
  async function* sound(): AsyncGenerator<ClaimSet> {
    for await (const story of stories) {
      if (story instanceof Error) {
        broken.push(story);
        continue;
      }
      read.stories += 1;
      read.claims += story.claims.length;
      if (story.claims.length) yield story;
    }
    const [first] = broken;
    if (first && !read.stories) throw first;
  }
  const atEnd = (): Pick<Outcome, 'notes' | 'code'> => {
    const none = read.claims ? [] : [noneSelected({ claims: [] })];
    return { notes: [...none, ...broken.map(leftOut)], code: broken.length ? 2 : read.claims ? 0 : 1 };
  };
  return { stdout: await script(kind, sound()), notes: [], code: 0, atEnd };
}

/** Writes a page of each story and an index page of all; gives back what was written, in words. */
async function exportPages(claimSets: readonly ClaimSet[], folder: string): Promise<string> {
  const { packPageData } = await import('../page-data.ts');
  const { GENERATOR, INDEX_PAGE, renderIndexPage, renderPage, storyPage } = await import(
    '../render/html/pages.ts'
  );
  const { writePages } = await import('./page-folder.ts');
  if (claimSets.some(({ article }) => storyPage(article) === INDEX_PAGE))
    throw new UsageError(
      'a story with the id index has no page beside the index; give it another article.id',
    );
  writePages(folder, GENERATOR, pages());
  const all = counted(claimSets.flatMap(({ claims }) => claims).length, 'claim');
  return `${visible(shellWord(join(folder, INDEX_PAGE)))}: ${all} of ${counted(claimSets.length, 'article')}, each with a page beside it\n`;

  function* pages(): Generator<NewFile> {
    for (const claimSet of claimSets)
      yield [storyPage(claimSet.article), renderPage(claimSet, packPageData([claimSet]), INDEX_PAGE)];
    yield [INDEX_PAGE, renderIndexPage(claimSets, packPageData(claimSets))];
  }
}

/** Each story with only these of its claims and those that qualify them; none without. */
function withClaims(claimSets: readonly ClaimSet[], claims: readonly Claim[]): ClaimSet[] {
  const ids = new Set(claims.flatMap((claim) => [claim, ...claim.qualifiedBy]).map(({ id }) => id));
  const isSelected = ({ id, article }: Claim) => ids.has(id) || ids.has(`${article.id}:${id}`);
  return claimSets
    .map((claimSet) => ({ ...claimSet, claims: claimSet.claims.filter(isSelected) }))
    .filter(({ claims }) => claims.length > 0);
}

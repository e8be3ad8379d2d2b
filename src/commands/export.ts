import type { Command } from 'commander';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { ClaimSet } from '../model.ts';
import { chosen } from '../nearest.ts';
import { chronological, eras } from '../select/chronology.ts';
import { type FilterOptions, selectClaims } from '../select/filter.ts';
import { addExamples, addFilterOptions, nothingChosen, type Outcome, oneOf, type Run } from './command.ts';
import { addDataOption, type DataOptions, withStories } from './stories.ts';

/** What a claim set can be exported as, each loaded when it is asked for. */
const KINDS = {
  html: async (stories: ClaimSet) => {
    const { pageData } = await import('../page/page-data.ts');
    const { renderPage } = await import('../render/html/page.ts');
    const dated = eras(chronological(stories.claims));
    return renderPage(stories, dated, pageData(stories, dated));
  },
  sql: async (stories: ClaimSet) => (await import('../render/sql.ts')).renderSql(stories),
  jsonld: async (stories: ClaimSet) => (await import('../render/annotations.ts')).renderAnnotations(stories),
};

const KIND_NAMES = Object.keys(KINDS) as (keyof typeof KINDS)[];

type ExportOptions = DataOptions & FilterOptions;

export function addExport(program: Command, run: Run): void {
  const command = program
    .command('export')
    .summary('the claims as a whole file for other programs')
    .description(
      'Prints the claims as one whole file: html (a page that needs nothing else), sql (tables for SQLite and PostgreSQL), jsonld (W3C Web Annotations). Filters choose the claims.',
    )
    .addArgument(oneOf(program.createArgument('<kind>', 'what to print them as'), KIND_NAMES));
  addDataOption(addFilterOptions(command));
  addExamples(command, [
    ['kimtrip export html > story.html', 'a page to look at, search and link to'],
    ['kimtrip export sql | sqlite3 -bail story.db', 'a database to query'],
    ['kimtrip export jsonld > story.jsonld', 'Web Annotations'],
    ['kimtrip export sql --topic invitation', 'only some of the claims'],
  ]);
  command.action((kind: string, options: ExportOptions) => run((io) => runExport(kind, options, io)));
}

async function runExport(kind: string, options: ExportOptions, io: Io): Promise<Outcome> {
  const render = KINDS[chosen('kind of export', kind, KIND_NAMES)];
  return withStories(options, io, async (stories) => {
    const claims = selectClaims(stories, options);
    if (!claims.length) return { stdout: '', notes: [nothingChosen(stories)], code: 1 };
    const [article, other] = new Set(claims.map((claim) => claim.article));
    if (!article || other)
      throw new UsageError(
        `export ${kind} takes one story; choose it with --article, as in --article ${article?.id}`,
      );
    return { stdout: await render({ ...stories, article, articles: [article], claims }), notes: [], code: 0 };
  });
}

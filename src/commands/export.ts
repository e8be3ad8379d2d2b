import { Argument, type Command } from '@commander-js/extra-typings';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { ClaimSet } from '../model.ts';
import { chronological, eras } from '../select/chronology.ts';
import type { FilterOptions } from '../select/filter.ts';
import { choice } from './choice.ts';
import { addExamples } from './help.ts';
import { addDataOption, addFilterOptions, type DataOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import { filteredClaims, noneSelected } from './select.ts';
import { withStories } from './stories.ts';

/** What a claim set can be exported as, each loaded when it is asked for. */
const KINDS = {
  html: async (story: ClaimSet) => {
    const { pageData } = await import('../page-data.ts');
    const { renderPage } = await import('../render/html/page.ts');
    const dated = eras(chronological(story.claims));
    return renderPage(story, dated, pageData(story, dated));
  },
  sql: async (story: ClaimSet) => (await import('../render/sql.ts')).renderSql(story),
  jsonld: async (story: ClaimSet) => (await import('../render/annotations.ts')).renderAnnotations(story),
};

const KIND_NAMES = Object.keys(KINDS) as (keyof typeof KINDS)[];

export interface ExportOptions extends DataOptions, FilterOptions {
  readonly kind: keyof typeof KINDS;
}

export function addExport(program: Command, run: (options: ExportOptions) => Promise<void>): void {
  const kind = new Argument('<kind>', 'the kind of file')
    .choices(KIND_NAMES)
    .argParser((typed: string) => choice('kind of export', typed, KIND_NAMES));
  const command = program
    .command('export')
    .summary('the claims as a whole file for other programs')
    .description(
      'Prints the claims as one whole file: html (a page that needs nothing else), sql (tables for SQLite and PostgreSQL), jsonld (W3C Web Annotations). Filters choose the claims.',
    )
    .addArgument(kind);
  addExamples(addDataOption(addFilterOptions(command)), [
    ['kimtrip export html > story.html', 'a page to look at, search and link to'],
    ['kimtrip export sql | sqlite3 -bail story.db', 'a database to query'],
    ['kimtrip export jsonld > story.jsonld', 'Web Annotations'],
    ['kimtrip export sql --topic invitation', 'only some of the claims'],
  ]).action((kind, options) => run({ kind, ...options }));
}

export async function runExport(options: ExportOptions, io: Io): Promise<Outcome> {
  return withStories(options, io, async (stories) => {
    const claims = filteredClaims(stories, options);
    if (!claims.length) return { stdout: '', notes: [noneSelected(stories)], code: 1 };
    const [article, other] = new Set(claims.map((claim) => claim.article));
    if (!article || other)
      throw new UsageError(
        `export ${options.kind} takes one story; choose it with --article, as in --article ${article?.id}`,
      );
    const story = { ...stories, article, articles: [article], claims };
    return { stdout: await KINDS[options.kind](story), notes: [], code: 0 };
  });
}

import type { Command } from 'commander';
import type { Io } from '../io.ts';
import type { ClaimSet } from '../model.ts';
import { chosen } from '../nearest.ts';
import { chronological, eras } from '../select/chronology.ts';
import { type FilterOptions, selectClaims } from '../select/filter.ts';
import {
  addDataOption,
  addExamples,
  addFilterOptions,
  type DataOptions,
  loadData,
  nothingChosen,
  type Outcome,
  oneOf,
  type Run,
} from './command.ts';

/** What a claim set can be exported as, each loaded when it is asked for. */
const KINDS = {
  html: async (claimSet: ClaimSet) => {
    const { pageData } = await import('../page/page-data.ts');
    const { renderPage } = await import('../render/html/page.ts');
    const dated = eras(chronological(claimSet.claims));
    return renderPage(claimSet, dated, pageData(claimSet, dated));
  },
  sql: async (claimSet: ClaimSet) => (await import('../render/sql.ts')).renderSql(claimSet),
  jsonld: async (claimSet: ClaimSet) =>
    (await import('../render/annotations.ts')).renderAnnotations(claimSet),
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
  const claimSet = await loadData(options, io);
  const claims = selectClaims(claimSet, options);
  if (claims.length) return { stdout: await render({ ...claimSet, claims }), notes: [], code: 0 };
  return { stdout: '', notes: [nothingChosen(claimSet)], code: 1 };
}

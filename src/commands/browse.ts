import type { Command } from '@commander-js/extra-typings';
import { UsageError } from '../errors.ts';
import { consoleOf, type Io, terminalOf } from '../io.ts';
import { createSearch } from '../search/search.ts';
import type { FilterOptions } from '../select/filter.ts';
import { addExamples, addGlossary } from './help.ts';
import { addDataOption, addFilterOptions, type DataOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import { addQuotationOptions, type QuotationOptions, quotationPresentationOf, quoted } from './quote.ts';
import { filteredClaims, noneSelected } from './select.ts';
import { withStories } from './stories.ts';

export interface BrowseOptions extends DataOptions, FilterOptions, QuotationOptions {
  /** The query to begin with. */
  readonly words: readonly string[];
}

export function addBrowse(program: Command, run: (options: BrowseOptions) => Promise<void>): void {
  const command = program
    .command('browse')
    .helpGroup('Find and read:')
    .summary('type to search, look at each claim, choose some to quote')
    .description(
      'Searches as you type and shows the selected claim with its sentence, who said it and how sure. Enter quotes it on stdout, Esc leaves, ? shows all keys. Filters choose the claims to browse.',
    )
    .argument('[words...]', 'the query to begin with');
  addExamples(addGlossary(addDataOption(addQuotationOptions(addFilterOptions(command)))), [
    ['kimtrip browse', 'all claims; type to find some'],
    ['kimtrip browse putin --certainty probable,possible', 'claims that are less than certain'],
    ['kimtrip browse --format markdown >> notes.md', 'add the quotation to your notes'],
  ]).action((words, options) => run({ words, ...options }));
}

export async function runBrowse(options: BrowseOptions, io: Io): Promise<Outcome> {
  const console = await consoleOf(io);
  if (!console)
    throw new UsageError(
      'browse needs a terminal on stdin and stderr; in a script use kimtrip search WORDS or kimtrip list',
    );
  const output = await quotationPresentationOf(options, io);
  return withStories(options, io, { of: 'filters', filters: options }, async (stories) => {
    const claims = filteredClaims(stories, options);
    if (!claims.length) return quoted([], output, [noneSelected(stories)]);
    // Only this command draws on a whole screen, so no other waits for that code.
    const [{ browse }, { createBrowsing }] = await Promise.all([
      import('../browse/session.ts'),
      import('../browse/state.ts'),
    ]);
    const terminal = terminalOf(io.stderr, io.env, options.color);
    const browsing = createBrowsing(stories, claims, createSearch(stories));
    const query = options.words.join(' ').replace(/\s+/g, ' ');
    const chosen = await browse(browsing, query, terminal, console, io);
    return chosen ? quoted(chosen, output, []) : { stdout: '', notes: [], code: 130 };
  });
}

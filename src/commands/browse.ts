import type { Command } from 'commander';
import { UsageError } from '../errors.ts';
import { consoleOf, type Io, terminalOf } from '../io.ts';
import { createSearch } from '../search/search.ts';
import { type FilterOptions, selectClaims } from '../select/filter.ts';
import { addExamples, addFilterOptions, nothingChosen, type Outcome, type Run } from './command.ts';
import { addQuotationOptions, type QuotationOptions, quotationOutputOf, quoted } from './quote.ts';
import { addDataOption, type DataOptions, withStories } from './stories.ts';

type BrowseOptions = DataOptions & FilterOptions & QuotationOptions;

export function addBrowse(program: Command, run: Run): void {
  const command = program
    .command('browse')
    .summary('type to search, look at each claim, choose one to quote')
    .description(
      'Searches as you type and shows the claim that is selected with its sentence, who said it and how sure. Enter quotes it on stdout, Esc leaves. Filters choose what there is to browse.',
    )
    .argument('[words...]', 'what to begin with');
  addDataOption(addQuotationOptions(addFilterOptions(command)));
  addExamples(command, [
    ['kimtrip browse', 'all claims; type to find some'],
    ['kimtrip browse putin --certainty probable,possible', 'what is less than certain'],
    ['kimtrip browse --format markdown >> notes.md', 'add the quotation to your notes'],
  ]);
  command.action((words: string[], options: BrowseOptions) =>
    run((io) => runBrowse(words.join(' ').replace(/\s+/g, ' '), options, io)),
  );
}

async function runBrowse(query: string, options: BrowseOptions, io: Io): Promise<Outcome> {
  const console = await consoleOf(io);
  if (!console)
    throw new UsageError(
      'browse needs a terminal, for keys on stdin and its screen on stderr; elsewhere use kimtrip search WORDS or kimtrip list',
    );
  const output = await quotationOutputOf(options, io);
  return withStories(options, io, async (stories) => {
    const claims = selectClaims(stories, options);
    if (!claims.length) return quoted([], output, [nothingChosen(stories)]);
    // What draws on a terminal takes its time to start, which no other command has to wait for.
    const [{ browse }, { createBrowsing }] = await Promise.all([
      import('../browse/browse.ts'),
      import('../browse/browsing.ts'),
    ]);
    const terminal = terminalOf(io.stderr, io.env, options.color);
    const browsing = createBrowsing(stories, claims, createSearch(stories));
    const chosen = await browse(browsing, query, terminal, console, io);
    return chosen ? quoted([chosen], output, []) : { stdout: '', notes: [], code: 130 };
  });
}

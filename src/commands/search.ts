import type { Command } from 'commander';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import { claimView, explainedHitView } from '../render/claim-view.ts';
import { createSearch } from '../search/search.ts';
import { type FilterOptions, selectClaims } from '../select/filter.ts';
import {
  addDataOption,
  addExamples,
  addFilterOptions,
  addOutputOptions,
  type DataOptions,
  FORMAT_NAMES,
  loadData,
  type Outcome,
  type OutputOptions,
  outputOf,
  printed,
  type Run,
  wholeNumber,
} from './command.ts';

interface SearchOptions extends DataOptions, OutputOptions, FilterOptions {
  readonly limit: number;
  readonly exact?: boolean;
  readonly explain?: boolean;
}

const LIMIT = 10;

export function addSearch(program: Command, run: Run): void {
  const command = program
    .command('search')
    .summary('find claims, best first, misspelt or not')
    .description('Finds the claims that match, best first: other forms of a word, other names and typos too.')
    .argument('<words...>', 'what to look for, in any order')
    .option('-n, --limit <count>', 'how many claims at most; 0 = all', wholeNumber, LIMIT)
    .option('--exact', 'only claims that hold every word as typed: no typos, no aliases')
    .option('--explain', 'say why each claim was found');
  addFilterOptions(command);
  addOutputOptions(command);
  addDataOption(command);
  addExamples(command, [
    ['kimtrip search putin', 'claims about Putin, with who says each and how sure'],
    ['kimtrip search vladimr puttin pyongyang', 'typos do no harm'],
    ['kimtrip search visit --said-by south-korean-media', 'only what South Korean media say'],
    ['kimtrip search nuclear --json --limit 0', 'every match, for scripts'],
  ]);
  command.action((words: string[], options: SearchOptions) =>
    run((io) => runSearch(words.join(' '), options, io)),
  );
}

async function runSearch(query: string, options: SearchOptions, io: Io): Promise<Outcome> {
  if (query.trim() === '')
    throw new UsageError('nothing to look for; give a word, such as kimtrip search putin');
  const output = outputOf(options, 'cards', io, FORMAT_NAMES);
  const claimSet = await loadData(options, io);
  const allowed = new Set(selectClaims(claimSet, options).map(({ id }) => id));
  const hits = createSearch(claimSet)(query, options.exact).filter(({ id }) => allowed.has(id));
  const shown = options.limit === 0 ? hits : hits.slice(0, options.limit);
  const notes =
    hits.length === 0
      ? [`nothing found for ${query}`]
      : shown.length < hits.length
        ? [`${shown.length} of ${hits.length} claims; --limit 0 shows all`]
        : [];
  return printed(shown, options.explain ? explainedHitView : claimView, output, claimSet, notes);
}

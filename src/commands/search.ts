import type { Command } from 'commander';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Hit } from '../model.ts';
import { explainedHitView, hitView } from '../render/claim-view.ts';
import { counted } from '../render/wording.ts';
import { createSearch } from '../search/search.ts';
import { selectClaims } from '../select/filter.ts';
import {
  addClaimOptions,
  addExamples,
  type ClaimOptions,
  FORMAT_NAMES,
  type Outcome,
  outputOf,
  printed,
  type Run,
  wholeNumber,
} from './command.ts';
import { withStories } from './stories.ts';

interface SearchOptions extends ClaimOptions {
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
    .option('--exact', 'only claims whose text or quote holds every word as typed: no typos, no aliases')
    .option('--explain', 'say why each claim was found');
  addClaimOptions(command);
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
  return withStories(options, io, async (stories) => {
    const allowed = new Set(selectClaims(stories, options));
    const search = createSearch(stories);
    const { exact = false } = options;
    const found = search(query, { exact, filter: (claim) => allowed.has(claim) });
    const unfiltered = found.length ? found.length : search(query, { exact }).length;
    const shown = options.limit === 0 ? found : found.slice(0, options.limit);
    const unexplained = options.explain && !['cards', 'json', 'jsonl'].includes(output.format);
    const notes = [
      ...(unexplained ? ['--explain shows in cards and JSON'] : []),
      ...correctionOf(shown),
      ...cutOf(shown.length, found.length, unfiltered, query),
    ];
    return printed(shown, options.explain ? explainedHitView : hitView, output, notes);
  });
}

/** What the best claim was found by, where a word was taken for a misspelt one. */
function correctionOf([best]: readonly Hit[]): string[] {
  const typos = best?.match?.terms.filter(({ kind }) => kind === 'typo') ?? [];
  return typos.length
    ? [`did you mean ${typos.map(({ matched }) => matched).join(' ')}? searched for that`]
    : [];
}

function cutOf(shown: number, found: number, unfiltered: number, query: string): string[] {
  if (unfiltered === 0) return [`nothing found for ${query}`];
  if (found === 0)
    return [`nothing found for ${query} with these filters; without them ${counted(unfiltered, 'claim')}`];
  return shown < found ? [`${shown} of ${found} claims; --limit 0 shows all`] : [];
}

import type { Command } from '@commander-js/extra-typings';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Article, Hit, Stories } from '../model.ts';
import { explainedHitView, hitView } from '../render/claim-view.ts';
import { FORMAT_NAMES, type FormatName } from '../render/format-names.ts';
import { nearText, unmatchedText } from '../render/search-wording.ts';
import { shortened } from '../render/shortened.ts';
import { visible } from '../render/sinks.ts';
import { articleCitation, counted } from '../render/wording.ts';
import { createSearch, LONGEST_QUERY, type Search, type SearchResults } from '../search/search.ts';
import { shellWord } from '../shell-word.ts';
import { addExamples, addGlossary } from './help.ts';
import { limited } from './limit.ts';
import { addClaimOptions, addLimitOption, type ClaimOptions, type LimitOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import { presentationOf, printed } from './print.ts';
import { filteredClaims, noneSelected } from './select.ts';
import { withStories } from './stories.ts';

export interface SearchOptions extends ClaimOptions<FormatName>, LimitOptions {
  readonly words: readonly string[];
  /** Only words as typed. */
  readonly exact: boolean;
  /** Say why each claim was found. */
  readonly explain: boolean;
}

export function addSearch(program: Command, run: (options: SearchOptions) => Promise<void>): void {
  const command = program
    .command('search')
    .helpGroup('Find and read:')
    .summary('find claims, best first, misspelt or not')
    .description(
      'Finds claims, best match first. Other forms of a word, other names and misspelt words match, too.',
    )
    .argument('<words...>', 'what to look for, in any order: words, \'"a phrase"\', or, -word (after --)');
  const withOptions = addLimitOption(command, 'claims', 10)
    .option(
      '--exact',
      'only claims whose text or quote holds every word as typed: no typos, no aliases',
      false,
    )
    .option('--explain', 'say why each claim was found', false);
  addExamples(addGlossary(addClaimOptions(withOptions, FORMAT_NAMES)), [
    ['kimtrip search putin', 'claims about Putin, with who says each and how sure'],
    ['kimtrip search vladimr puttin pyongyang', 'misspelt words are found, too'],
    ['kimtrip search \'"victory day" or parade\'', 'a phrase or a word'],
    ['kimtrip search visit --said-by south-korean-media', 'only claims from South Korean media'],
    ['kimtrip search visit --certainty probable,possible', 'only claims that are less than certain'],
    ['kimtrip search putin --from 2000 --to 2000', 'only claims about the year 2000'],
    ['kimtrip search ushakov --explain', 'why each claim was found'],
    ['kimtrip search nuclear --json --limit 0', 'every match, for scripts'],
    ['kimtrip search -- kim -putin', 'claims about Kim that do not name Putin'],
  ]).action((words, options) => run({ words, ...options }));
}

export async function runSearch(options: SearchOptions, io: Io): Promise<Outcome> {
  const query = options.words.join(' ');
  if (query.trim() === '')
    throw new UsageError('nothing to look for; give a word, such as kimtrip search putin');
  const output = presentationOf(options, 'cards', io);
  return withStories(options, io, { of: 'query', ...options, query, filters: options }, async (stories) => {
    const allowed = new Set(filteredClaims(stories, options));
    const search = createSearch(stories);
    const { exact } = options;
    const found = search(query, { exact, filter: (claim) => allowed.has(claim) });
    const { shown, notes } = limited(found, options.limit, 'claims');
    const unfiltered = found.length ? found : search(query, { exact });
    return printed(shown, options.explain ? explainedHitView : hitView, output, [
      ...lengthNotes(query),
      ...correctionNotes(shown),
      ...(found.length
        ? [joined(unmatchedText(found.unmatched), nearText(found.near))].filter(Boolean)
        : isEmpty(stories)
          ? [noneSelected(stories)]
          : found.asksWhenWritten
            ? [`${nothingFor(query)}; ${whenWritten(stories.articles)}`]
            : nothingNotes(query, unfiltered, search, exact)),
      ...withoutNotes(found.without),
      ...notes,
    ]);
  });
}

/** What the best claim was found by, if a word was taken for a misspelt one. */
function correctionNotes([best]: readonly Hit[]): string[] {
  const typos = best?.match?.terms.filter(({ kind }) => kind === 'typo') ?? [];
  return typos.length
    ? [`did you mean ${typos.map(({ matched }) => matched).join(' ')}? searched for that`]
    : [];
}

/** Of an archive only what may answer is here. */
const isEmpty = ({ claims, collection }: Stories) => !(collection?.claims ?? claims.length);

/** Why nothing was found, and what there is without the words that are to blame. */
function nothingNotes(query: string, unfiltered: SearchResults, search: Search, exact: boolean): string[] {
  const nothing = nothingFor(query);
  if (unfiltered.length)
    return [`${nothing} with these filters; without them ${counted(unfiltered.length, 'claim')}`];
  const { unmatched, near, blamed } = unfiltered;
  if (!blamed) return [joined(nothing, nearText(near))];
  const why = unmatched.length ? unmatchedText(unmatched) : 'no claim has enough of these words';
  const others = search(blamed.remainder, { exact }).length;
  const without = `without ${blamed.words.map(shortened).join(', ')}: ${counted(others, 'claim')}`;
  return [joined(nothing, why, nearText(near), others ? without : '')];
}

const nothingFor = (query: string) => `nothing found for ${shortened(query)}`;

/** No claim is on the day of the article itself. */
function whenWritten([article, another]: readonly Article[]): string {
  if (!article || another) return 'kimtrip list articles says when each was written';
  return `the article: ${visible(articleCitation(article))}`;
}

const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join('; ');

const withoutNotes = (without: SearchResults['without']): string[] =>
  without
    ? [`for claims without ${visible(without.word)}: kimtrip search -- ${shellWord(visible(without.query))}`]
    : [];

const lengthNotes = (query: string): string[] =>
  query.length > LONGEST_QUERY
    ? [`only the first ${LONGEST_QUERY.toLocaleString('en')} characters of the query were read`]
    : [];

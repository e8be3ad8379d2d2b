import { type Command, InvalidArgumentError, Option, type OptionValues } from '@commander-js/extra-typings';
import { CERTAINTIES, type Certainty, POLARITIES, type Polarity, STANCES, type Stance } from '../model.ts';
import type { FilterOptions } from '../select/filter.ts';
import { choice, choices } from './choice.ts';

/** Where the stories come from. */
export interface DataOptions {
  /** Folders, as typed. */
  readonly data?: readonly string[] | undefined;
}

/** How to print, as asked. */
export interface OutputOptions<Format extends string> {
  readonly json: boolean;
  /** Undefined: what fits the output. */
  readonly format?: Format | undefined;
  /** As typed, since the record that has the fields depends on other options. */
  readonly fields?: string | undefined;
  /** Undefined: what the environment says. */
  readonly color?: boolean | undefined;
}

/** Whether what is longer than the terminal goes through a pager. */
export interface PagerOptions {
  readonly pager: boolean;
}

/** How many to show. */
export interface LimitOptions {
  /** 0 = all. */
  readonly limit: number;
}

/** Everything that chooses claims and says how to print them. */
export type ClaimOptions<Format extends string> = DataOptions &
  FilterOptions &
  OutputOptions<Format> &
  PagerOptions;

export function addDataOption<Args extends unknown[], Opts extends OptionValues>(
  command: Command<Args, Opts>,
) {
  return command
    .optionsGroup('Options:')
    .option(
      '--data <dir>',
      'read this claim set, or all claim sets in this folder (repeat for more; also: KIMTRIP_DATA)',
      collected,
    );
}

export function addPagerOption<Args extends unknown[], Opts extends OptionValues>(
  command: Command<Args, Opts>,
) {
  return command.optionsGroup('Output:').option('--no-pager', 'print long output without $PAGER');
}

/** @param limit how many are shown if nobody asks; 0 = all */
export function addLimitOption<Args extends unknown[], Opts extends OptionValues>(
  command: Command<Args, Opts>,
  what: string,
  limit: number,
) {
  return command.option('-n, --limit <count>', `at most this many ${what}; 0 = all`, wholeNumber, limit);
}

export function addOutputOptions<Format extends string, Args extends unknown[], Opts extends OptionValues>(
  command: Command<Args, Opts>,
  formats: readonly Format[],
) {
  const format = new Option('--format <name>', 'how to print')
    .choices(formats)
    .argParser((typed: string) => choice('format', typed, formats));
  return command
    .optionsGroup('Output:')
    .option('--json', 'print one JSON array; the same as --format json', false)
    .addOption(format)
    .option('--fields <names>', 'print only these fields, e.g. id,text,sentence.text', commaJoined)
    .option('--color', 'use colour even in a pipe or a file')
    .option('--no-color', 'use no colour');
}

/** The options that choose claims. */
export function addFilterOptions<Args extends unknown[], Opts extends OptionValues>(
  command: Command<Args, Opts>,
) {
  return command
    .optionsGroup('Filters:')
    .option(
      '--about <entity>',
      'claims about this entity: its id, name or alias (repeat to narrow)',
      collected,
    )
    .option(
      '--said-by <source>',
      'claims that this source makes or relays; article = the article itself (repeat to narrow)',
      collected,
    )
    .option('--topic <topic>', 'claims on this topic: its id or name (repeat to narrow)', collected)
    .option(
      '--certainty <values>',
      `any of ${CERTAINTIES.join(', ')}, joined by commas`,
      (typed: string, earlier: readonly Certainty[] | undefined): readonly Certainty[] => [
        ...(earlier ?? []),
        ...choices('certainty', typed, CERTAINTIES, CERTAINTY_WORDS),
      ],
    )
    .option(
      '--stance <values>',
      `any of ${STANCES.join(', ')}, joined by commas`,
      (typed: string, earlier: readonly Stance[] | undefined): readonly Stance[] => [
        ...(earlier ?? []),
        ...choices('stance', typed, STANCES),
      ],
    )
    .addOption(
      new Option('--polarity <value>', 'affirmed: something is so; negated: it is not')
        .choices(POLARITIES)
        .argParser((typed: string): Polarity => choice('polarity', typed, POLARITIES)),
    )
    .option('--hedged', 'claims with a hedge, such as “reportedly”', false)
    .option('--conditional', 'claims that hold only under a condition', false)
    .option('--anonymous', 'claims from an unnamed source', false)
    .option('--article <id>', 'claims of this article only (repeat for more)', collected)
    .option('--from <date>', 'claims about this date or later (EDTF, such as 2014 or 2015-05)')
    .option('--to <date>', 'claims about this date or earlier');
}

/** The options of a command that shows claims. */
export function addClaimOptions<Format extends string, Args extends unknown[], Opts extends OptionValues>(
  command: Command<Args, Opts>,
  formats: readonly Format[],
) {
  return addDataOption(addPagerOption(addOutputOptions(addFilterOptions(command), formats)));
}

/** An option that is given twice counts twice. */
const collected = (typed: string, earlier: readonly string[] | undefined): readonly string[] => [
  ...(earlier ?? []),
  typed,
];

/** An option with commas in it that is given twice is one with more of them. */
const commaJoined = (typed: string, earlier: string | undefined): string =>
  earlier === undefined ? typed : `${earlier},${typed}`;

/** Reads `-n 3`: whole numbers from 0. */
export function wholeNumber(typed: string): number {
  if (!/^\d+$/.test(typed)) throw new InvalidArgumentError('It takes a whole number from 0.');
  return Number(typed);
}

/** Words that people use for how sure a source is. */
const CERTAINTY_WORDS: Readonly<Record<string, Certainty>> = {
  sure: 'certain',
  likely: 'probable',
  maybe: 'possible',
  perhaps: 'possible',
  unknown: 'uncommitted',
};

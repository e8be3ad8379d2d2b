import { type Argument, type Command, InvalidArgumentError, type Option } from 'commander';
import { decodeText, LARGEST } from '../claim-set/text-file.ts';
import { UsageError } from '../errors.ts';
import { type Io, readBytes, type Terminal, terminalOf } from '../io.ts';
import { CERTAINTIES, STANCES, type Stories } from '../model.ts';
import { chosen } from '../nearest.ts';
import { FORMATS, type FormatName } from '../render/formats.ts';
import type { View } from '../render/view.ts';
import type { FilterOptions } from '../select/filter.ts';
import { addDataOption, type DataOptions } from './stories.ts';

/** What a command has to say; `main` writes it. */
export interface Outcome {
  readonly stdout: string;
  /** Lines for stderr. */
  readonly notes: readonly string[];
  /** 0 found, 1 nothing found, 2 part of the data could not be used, 130 left without an answer. */
  readonly code: 0 | 1 | 2 | 130;
}

/** Runs what a command line asked for and keeps its outcome. */
export type Run = (work: (io: Io) => Outcome | Promise<Outcome>) => Promise<void>;

/**
 * The text of stdin.
 *
 * @throws {UnreadableError} where it is no UTF-8 text, too much, or cannot be read
 */
export async function textOfStdin({ stdin }: Io): Promise<string> {
  return decodeText(await readBytes(stdin, LARGEST), 'stdin');
}

export interface OutputOptions {
  readonly json?: boolean;
  readonly format?: string;
  readonly fields?: string;
  readonly color?: boolean;
}

export function addOutputOptions(
  command: Command,
  formats: readonly string[] = Object.keys(FORMATS),
): Command {
  return command
    .option('--json', 'print one JSON array; the same as --format json')
    .addOption(oneOf(command.createOption('--format <name>', 'how to print'), formats))
    .option('--fields <names>', 'print only these fields, e.g. id,text,sentence.text', joined)
    .option('--color', 'use colour even where the output is no terminal')
    .option('--no-color', 'use no colour');
}

/** The options that choose claims. */
export function addFilterOptions(command: Command): Command {
  const collect = (value: string, earlier: readonly string[] = []) => [...earlier, value];
  return command
    .option('--about <entity>', 'claims that speak of it: an id, name or alias (repeat to narrow)', collect)
    .option(
      '--said-by <source>',
      'claims that it makes or relays; article = its own voice (repeat to narrow)',
      collect,
    )
    .option('--topic <topic>', 'claims on it: an id or name (repeat to narrow)', collect)
    .option('--certainty <values>', `any of ${CERTAINTIES.join(', ')}, joined by commas`, joined)
    .option('--stance <values>', `any of ${STANCES.join(', ')}, joined by commas`, joined)
    .option('--article <id>', 'claims of this story, where several are loaded (repeat for more)', collect)
    .option('--from <date>', 'claims on this time or later (EDTF, such as 2014 or 2015-05)')
    .option('--to <date>', 'claims on this time or earlier');
}

/** Everything that chooses claims and says how to print them. */
export type ClaimOptions = DataOptions & OutputOptions & FilterOptions;

/** The options of a command that works on claims. */
export function addClaimOptions(command: Command): Command {
  return addDataOption(addOutputOptions(addFilterOptions(command)));
}

/** An option with commas in it that is given twice is one with more of them. */
const joined = (value: string, earlier?: string) => (earlier === undefined ? value : `${earlier},${value}`);

/** Examples under a command's help, each a line to type and what it does. */
export function addExamples(
  command: Command,
  examples: readonly (readonly [line: string, what: string])[],
): Command {
  const lines = examples.map(([line, what]) => `  $ ${line}\n      ${what}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}

/**
 * Says for help and completion what an option or argument may be. Commander is not told to check it: the command does,
 * and suggests the nearest.
 */
export function oneOf<T extends Option | Argument>(taker: T, names: readonly string[]): T {
  taker.argChoices = [...names];
  return taker;
}

/** Reads `-n 3`: whole numbers from 0. */
export function wholeNumber(typed: string): number {
  if (!/^\d+$/.test(typed)) throw new InvalidArgumentError('It takes a whole number from 0.');
  return Number(typed);
}

/** Says that no claim was chosen. */
export const nothingChosen = ({ claims }: Stories): string =>
  claims.length ? 'no claim passes these filters' : 'there are no claims in this claim set';

/** How to print, from what was asked and what the output is. */
export interface Presentation<Name extends string = FormatName> {
  readonly terminal: Terminal;
  readonly format: Name;
  readonly fields: string | undefined;
}

/**
 * @param onTerminal the format where none was asked for and a person looks; scripts get `lines`
 * @throws {UsageError} where there is no such format
 */
export function outputOf<Name extends string = FormatName>(
  { json, format, fields, color }: OutputOptions,
  onTerminal: NoInfer<Name>,
  { stdout, env }: Io,
  formats: readonly Name[],
): Presentation<Name | 'json' | 'lines'> {
  const terminal = terminalOf(stdout, env, color);
  if (json && format !== undefined && format !== 'json')
    throw new UsageError(`--json and --format ${format} do not go together; choose one`);
  const byDefault = terminal.isTerminal ? onTerminal : 'lines';
  return {
    terminal,
    format: json ? 'json' : format === undefined ? byDefault : chosen('format', format, formats),
    fields,
  };
}

/**
 * Reads `--fields`.
 *
 * @throws {UsageError} at a field that the record does not have
 */
export async function fieldsAsked<T>(typed: string, { recordName, absent }: View<T>): Promise<string[]> {
  // It comes with the whole schema.
  const { parseFields } = await import('../render/field-names.ts');
  return parseFields(typed, recordName, absent);
}

/** Renders what was found, or says that nothing was: nothing on stdout then, save `[]` under JSON. */
export async function printed<T>(
  items: readonly T[],
  view: View<T>,
  { terminal, format, fields }: Presentation,
  notes: readonly string[],
): Promise<Outcome> {
  const picked = fields === undefined ? null : await fieldsAsked(fields, view);
  const empty = items.length === 0 && format !== 'json';
  const stdout = empty ? '' : await FORMATS[format](items, view, picked, terminal);
  return { stdout, notes, code: items.length ? 0 : 1 };
}

export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

import { Command, CommanderError, Help } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { UnsoundError } from './claim-set/parse.ts';
import type { Outcome, Run } from './commands/command.ts';
import { UnreadableError, UsageError } from './errors.ts';
import { type Io, terminalOf, write } from './io.ts';

import { nearest } from './nearest.ts';
import { visible } from './render/text.ts';
import { shellWord } from './shell-word.ts';

export { processIo } from './process-io.ts';

/** Adds a command to the program. */
type AddCommand = (program: Command, run: Run) => void;

/** Every command, in the order in which the help lists them; each is loaded when it may be asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  search: async () => (await import('./commands/search.ts')).addSearch,
  list: async () => (await import('./commands/list.ts')).addList,
  quote: async () => (await import('./commands/quote.ts')).addQuote,
  timeline: async () => (await import('./commands/timeline.ts')).addTimeline,
  article: async () => (await import('./commands/article.ts')).addArticle,
  browse: async () => (await import('./commands/browse.ts')).addBrowse,
  export: async () => (await import('./commands/export.ts')).addExport,
  init: async () => (await import('./commands/init.ts')).addInit,
  verify: async () => (await import('./commands/verify.ts')).addVerify,
  schema: async () => (await import('./commands/schema.ts')).addSchema,
  completion: async () => (await import('./commands/completion.ts')).addCompletion,
};

/**
 * Runs a command line and writes its outcome, once.
 *
 * @param argv the words after the program's name
 * @returns the exit code: 0 found, 1 nothing found, 2 a usage or data error, 130 left without an answer
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const { stdout, stderr, code } = await outcomeOf(argv, io);
  const said = await write(io.stdout, stdout).then(
    () => ({ stderr, code }),
    (error: Error) => ({ stderr: `kimtrip: cannot write the output: ${error.message}\n`, code: 2 }),
  );
  // Where even stderr fails there is nobody left to tell; to open it for nothing takes time.
  if (said.stderr) await write(io.stderr, said.stderr).catch(() => {});
  return said.code;
}

interface Written {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

async function outcomeOf(argv: readonly string[], io: Io): Promise<Written> {
  const help: string[] = [];
  let outcome: Outcome = { stdout: '', notes: [], code: 0 };
  const run: Run = async (work) => {
    outcome = await work(io);
  };
  const program = createProgram(io, (text) => help.push(text));
  await addCommands(program, run, argv);
  try {
    if (argv.length) await program.parseAsync(argv, { from: 'user' });
    else program.outputHelp();
    const notes = outcome.notes.map((note) => `kimtrip: ${visible(note)}\n`);
    return { stdout: help.join('') + outcome.stdout, stderr: notes.join(''), code: outcome.code };
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0)
      return { stdout: help.join(''), stderr: '', code: 0 };
    const isUnknownHelp = error instanceof CommanderError && error.code === 'commander.help';
    const told = isUnknownHelp ? new UsageError(adviceFor(argv.slice(1), program)) : error;
    return { stdout: '', stderr: messageOf(told, argv, io), code: 2 };
  }
}

function createProgram(io: Io, show: (text: string) => void): Command {
  const { width } = terminalOf(io.stdout, io.env, false);
  const program = new Command('kimtrip')
    .description(
      'Finds, lists and quotes the claims of a news article: who said it, how sure, and the exact words.',
    )
    .version(packageJson.version)
    .exitOverride()
    .configureHelp({ minWidthToWrap: 12, formatItem: helpItem })
    .configureOutput({
      writeOut: show,
      writeErr: () => {},
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText(
      'after',
      `
Examples:
  $ kimtrip search putin
  $ kimtrip list sources
  $ kimtrip quote s18.3 --context 1
  $ kimtrip browse

More: kimtrip help <command>, and the README.`,
    );
  program.on('command:*', (words: string[]) => {
    throw new UsageError(adviceFor(words, program));
  });
  return program;
}

/** In columns; where two columns leave the second less, it goes below the first. */
const NARROWEST_MEANING = 20;

/** A line of the help: an option or command, and what it does. */
function helpItem(this: Help, term: string, termWidth: number, meaning: string, help: Help): string {
  const width = this.helpWidth ?? Infinity;
  const asEver = () => Help.prototype.formatItem.call(this, term, termWidth, meaning, help);
  if (meaning === '' || width - termWidth - 4 >= NARROWEST_MEANING) return asEver();
  return `  ${term}\n${help.boxWrap(meaning, width - 6).replace(/^/gm, '      ')}`;
}

/** The command that the first word names; all of them where it names none, for the help and for advice. */
async function addCommands(program: Command, run: Run, [name = '']: readonly string[]): Promise<void> {
  const asked = Object.hasOwn(COMMANDS, name) ? [COMMANDS[name]] : Object.values(COMMANDS);
  for (const load of asked) (await load?.())?.(program, run);
}

/** `kimtrip putin` and `kimtrip serch putin` both meant `kimtrip search putin`. */
function adviceFor(words: readonly string[], program: Command): string {
  const [typed = '', ...rest] = words;
  const names = program
    .createHelp()
    .visibleCommands(program)
    .map((command) => command.name());
  const [near] = nearest(typed, names);
  const meant = near ? [near, ...rest] : ['search', ...words];
  return `no such command: ${typed}; did you mean: kimtrip ${meant.map(shellWord).join(' ')}`;
}

function messageOf(error: unknown, argv: readonly string[], { env }: Io): string {
  const trace = env['KIMTRIP_DEBUG'] === '1' && error instanceof Error ? (error.stack ?? '').split('\n') : [];
  const lines = [`kimtrip: ${oneLine(error, argv)}`, ...trace];
  return lines.map((line) => `${visible(line)}\n`).join('');
}

function oneLine(error: unknown, [first = '']: readonly string[]): string {
  if (error instanceof UsageError || error instanceof UnreadableError || error instanceof UnsoundError)
    return error.message;
  if (error instanceof CommanderError) {
    const message = error.message
      .replace(/^error: /, '')
      .replace(/\s*\n\s*/g, ' ')
      .replace(/\.$/, '');
    if (first.startsWith('-'))
      return `${message}; options follow the command, as in kimtrip search putin --json`;
    return `${message}; see kimtrip ${first} --help`;
  }
  // What V8 says of more than one string holds.
  if (error instanceof RangeError && error.message === 'Invalid string length')
    return 'the output is larger than 512 MB; ask for less at a time';
  return `this is a fault of kimtrip, please report it: ${error instanceof Error ? error.message : String(error)}`;
}

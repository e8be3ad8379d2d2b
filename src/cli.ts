import { Command, CommanderError } from '@commander-js/extra-typings';
import packageJson from '../package.json' with { type: 'json' };
import { UnsoundError } from './claim-set/fault.ts';
import { addConventions, HELP_LAYOUT } from './commands/help.ts';
import type { Add, Outcome, RunCommand } from './commands/outcome.ts';
import { unsoundMessage } from './commands/unsound.ts';
import { UnknownCommand, UnreadableError, UsageError } from './errors.ts';
import { type Io, terminalOf, write } from './io.ts';
import { showPaged } from './pager.ts';
import { visible } from './render/sinks.ts';

export { processIo } from './process-io.ts';

/** What a command does once its options are known. */
type Work = (io: Io) => Outcome | Promise<Outcome>;

/** Adds a command to the program; `start` gets its work when the command line asks for it, and whether a pager may show the result. */
type AddTo = (program: Command, start: (work: Work, mayPage: boolean) => Promise<void>) => void;

/** A command: how its options are parsed, and what it does with them. */
const commandOf =
  <Options extends object>(add: Add<Options>, runCommand: RunCommand<Options>): AddTo =>
  (program, start) =>
    add(program, (options) =>
      start((io) => runCommand(options, io), 'pager' in options && options.pager === true),
    );

/** Every command, in the order in which the help lists them; each is loaded when it may be asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<AddTo>>> = {
  search: () => import('./commands/search.ts').then((its) => commandOf(its.addSearch, its.runSearch)),
  list: () => import('./commands/list.ts').then((its) => commandOf(its.addList, its.runList)),
  quote: () => import('./commands/quote.ts').then((its) => commandOf(its.addQuote, its.runQuote)),
  timeline: () => import('./commands/timeline.ts').then((its) => commandOf(its.addTimeline, its.runTimeline)),
  article: () => import('./commands/article.ts').then((its) => commandOf(its.addArticle, its.runArticle)),
  browse: () => import('./commands/browse.ts').then((its) => commandOf(its.addBrowse, its.runBrowse)),
  check: () => import('./commands/check.ts').then((its) => commandOf(its.addCheck, its.runCheck)),
  init: () => import('./commands/init.ts').then((its) => commandOf(its.addInit, its.runInit)),
  verify: () => import('./commands/verify.ts').then((its) => commandOf(its.addVerify, its.runVerify)),
  schema: () => import('./commands/schema.ts').then((its) => commandOf(its.addSchema, its.runSchema)),
  export: () => import('./commands/export.ts').then((its) => commandOf(its.addExport, its.runExport)),
  completion: () =>
    import('./commands/completion.ts').then((its) => commandOf(its.addCompletion, its.runCompletion)),
};

/** The command that completion scripts call, which may complete every other. */
const loadComplete = () =>
  import('./commands/completion.ts').then((its) => commandOf(its.addComplete, its.runComplete));

/**
 * Runs a command line and writes its outcome, once.
 *
 * @param argv the words after the program's name
 * @returns the exit code: 0 found, 1 nothing found, 2 a usage or data error, 130 left without an answer
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const { stdout, atEnd, mayPage } = await outcomeOf(argv, io);
  const shown =
    typeof stdout !== 'string'
      ? writeParts(stdout, io)
      : mayPage
        ? showPaged(stdout, io)
        : write(io.stdout, stdout);
  const end = await shown.then(atEnd, (error: Error) =>
    error instanceof UnreadableError || error instanceof UnsoundError || error instanceof UsageError
      ? failure(error, io)
      : { notes: [`cannot write the output: ${error.message}`], code: 2 },
  );
  // Nobody is left to tell if stderr fails too. Opening it without need takes time.
  if (end.notes.length) await write(io.stderr, await linesOf(end, io)).catch(() => {});
  return end.code;
}

const NAME = 'kimtrip: ';

/** Lines for stderr; on a terminal notes are wrapped at words. */
async function linesOf({ notes, trace = [] }: End, { stderr, env }: Io): Promise<string> {
  const { draw, hang } = await import('./render/draw.ts');
  const { isTerminal, width } = terminalOf(stderr, env, false);
  const room = isTerminal ? width - NAME.length : Infinity;
  const told = notes.map((text) => hang(NAME, draw({ text, marks: [] }, room)));
  return [...told, ...trace.map(visible)].map((line) => `${line}\n`).join('');
}

/** Writes parts as they come, as long as somebody reads them. */
async function writeParts(parts: AsyncIterable<string>, { stdout }: Io): Promise<void> {
  for await (const part of parts) if (!(await write(stdout, part))) return;
}

interface End {
  readonly notes: readonly string[];
  readonly code: number;
  /** Where in the program an error was found, if that is asked for. */
  readonly trace?: readonly string[];
}

interface Written {
  readonly stdout: Outcome['stdout'];
  /** What is left to say once that is written. */
  readonly atEnd: () => End;
  /** A pager may show it. */
  readonly mayPage?: boolean;
}

async function outcomeOf(argv: readonly string[], io: Io): Promise<Written> {
  const help: string[] = [];
  let outcome: Outcome = { stdout: '', notes: [], code: 0 };
  let mayPage = false;
  const start: Parameters<AddTo>[1] = async (work, pages) => {
    outcome = await work(io);
    mayPage = pages;
  };
  const program = createProgram(io, (text) => help.push(text));
  await addCommands(program, start, argv);
  try {
    if (isForVersion(argv)) await program.parseAsync(['--version'], { from: 'user' });
    else if (argv.length) await program.parseAsync(argv, { from: 'user' });
    else program.outputHelp();
    const { notes, code, atEnd = () => ({ notes, code }) } = outcome;
    return { stdout: help.length ? help.join('') : outcome.stdout, atEnd, mayPage };
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0)
      return { stdout: help.join(''), atEnd: () => ({ notes: [], code: 0 }) };
    if (!(error instanceof CommanderError || error instanceof UnknownCommand))
      return { stdout: '', atEnd: () => failure(error, io) };
    const { usageAdvice } = await import('./commands/usage.ts');
    const advice = new UsageError(usageAdvice(error, argv, program));
    return { stdout: '', atEnd: () => failure(advice, io) };
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
    .configureHelp(HELP_LAYOUT)
    .configureOutput({
      writeOut: show,
      writeErr: () => {},
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  const paragraphs = [
    'Exit codes: 0 found; 1 nothing found, or faults; 2 an error in the command line or in the data; 130 left with Ctrl-C.',
    'More: kimtrip help <command>, which also lists the environment variables; man kimtrip; the README.',
  ];
  program
    .commandsGroup('Other:')
    .helpCommand(true)
    .addHelpText(
      'after',
      `
Examples:
  $ kimtrip search putin
  $ kimtrip list sources
  $ kimtrip quote s18.3 --context 1
  $ kimtrip browse
`,
    )
    .addHelpText('after', () =>
      paragraphs.map((text) => program.createHelp().boxWrap(text, width)).join('\n'),
    );
  program.on('command:*', (words: string[]) => {
    throw new UnknownCommand(words);
  });
  return program;
}

/** However other programs spell it. */
const isForVersion = ([only = '', ...more]: readonly string[]): boolean =>
  !more.length && ['-V', '--version', '-v', 'version'].includes(only);

/** Adds the command that the first word names; all of them where it names none, for the help and for advice. */
async function addCommands(
  program: Command,
  start: Parameters<AddTo>[1],
  [name = '']: readonly string[],
): Promise<void> {
  for (const load of commandsFor(name)) (await load?.())?.(program, start);
  for (const command of program.commands) addConventions(command);
}

/** The version needs no command; the help, and advice about an unknown name, need all. */
function commandsFor(name: string) {
  if (Object.hasOwn(COMMANDS, name)) return [COMMANDS[name]];
  return isForVersion([name]) ? [] : [...Object.values(COMMANDS), loadComplete];
}

function failure(error: unknown, { env }: Io): End {
  const isTraced = env['KIMTRIP_DEBUG'] === '1' && error instanceof Error;
  return {
    notes: [oneLine(error)],
    code: 2,
    trace: isTraced ? (error.stack ?? '').split('\n') : [],
  };
}

function oneLine(error: unknown): string {
  if (error instanceof UnsoundError) return unsoundMessage(error);
  if (error instanceof UsageError || error instanceof UnreadableError) return error.message;
  // What V8 says of more than one string holds.
  if (error instanceof RangeError && error.message === 'Invalid string length')
    return 'the output is larger than 512 MB; ask for less at a time';
  return `this is a bug in kimtrip; please report it: ${error instanceof Error ? error.message : String(error)}`;
}

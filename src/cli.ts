import { Command, CommanderError } from '@commander-js/extra-typings';
import packageJson from '../package.json' with { type: 'json' };
import { UnsoundError } from './claim-set/fault.ts';
import { addConventions, HELP_LAYOUT } from './commands/help.ts';
import type { Add, Outcome, RunCommand } from './commands/outcome.ts';
import { unsoundMessage } from './commands/unsound.ts';
import { UnreadableError, UsageError } from './errors.ts';
import { type Io, terminalOf, write } from './io.ts';
import { showPaged } from './pager.ts';
import { shortened } from './render/shortened.ts';
import { visible } from './render/sinks.ts';
import { shellWord } from './shell-word.ts';

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
  const written = await shown.then(atEnd, (error: Error) => ({
    stderr:
      error instanceof UnreadableError || error instanceof UnsoundError || error instanceof UsageError
        ? messageOf(error, argv, io)
        : `kimtrip: cannot write the output: ${error.message}\n`,
    code: 2,
  }));
  // Nobody is left to tell if stderr fails too. Opening it without need takes time.
  if (written.stderr) await write(io.stderr, written.stderr).catch(() => {});
  return written.code;
}

/** Writes parts as they come, as long as somebody reads them. */
async function writeParts(parts: AsyncIterable<string>, { stdout }: Io): Promise<void> {
  for await (const part of parts) if (!(await write(stdout, part))) return;
}

interface Written {
  readonly stdout: Outcome['stdout'];
  /** What is left to say once that is written. */
  readonly atEnd: () => { readonly stderr: string; readonly code: number };
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
    if (argv.length) await program.parseAsync(argv, { from: 'user' });
    else program.outputHelp();
    const { notes, code, atEnd = () => ({ notes, code }) } = outcome;
    const told = () => {
      const { notes, code } = atEnd();
      return { stderr: notes.map((note) => `kimtrip: ${visible(note)}\n`).join(''), code };
    };
    return { stdout: help.length ? help.join('') : outcome.stdout, atEnd: told, mayPage };
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0)
      return { stdout: help.join(''), atEnd: () => ({ stderr: '', code: 0 }) };
    const isUnknownHelp = error instanceof CommanderError && error.code === 'commander.help';
    const unknown = error instanceof UnknownCommand ? error.words : isUnknownHelp ? argv.slice(1) : null;
    const shown = unknown ? new UsageError(await adviceFor(unknown, program)) : error;
    return { stdout: '', atEnd: () => ({ stderr: messageOf(shown, argv, io), code: 2 }) };
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
  return ['-V', '--version'].includes(name) ? [] : [...Object.values(COMMANDS), loadComplete];
}

class UnknownCommand extends Error {
  /** The first is no command. */
  readonly words: readonly string[];
  constructor(words: readonly string[]) {
    super();
    this.words = words;
  }
}

/** `kimtrip putin` and `kimtrip serch putin` both meant `kimtrip search putin`. */
async function adviceFor(words: readonly string[], program: Command): Promise<string> {
  const { nearest } = await import('./nearest.ts');
  const [typed = '', ...rest] = words;
  const names = program
    .createHelp()
    .visibleCommands(program)
    .map((command) => command.name());
  const [near] = nearest(typed, names);
  const meant = near ? [near, ...rest] : ['search', ...words];
  return `no such command: ${shortened(typed)}; did you mean: kimtrip ${shortened(meant.map(shellWord).join(' '))}`;
}

function messageOf(error: unknown, argv: readonly string[], { env }: Io): string {
  const trace = env['KIMTRIP_DEBUG'] === '1' && error instanceof Error ? (error.stack ?? '').split('\n') : [];
  const lines = [`kimtrip: ${oneLine(error, argv)}`, ...trace];
  return lines.map((line) => `${visible(line)}\n`).join('');
}

/** The commands that take a query, in which a minus leaves a word out. */
const SEARCHES: readonly string[] = ['search', 'browse'];

function oneLine(error: unknown, argv: readonly string[]): string {
  const [first = ''] = argv;
  if (error instanceof UnsoundError) return unsoundMessage(error);
  if (error instanceof UsageError || error instanceof UnreadableError) return error.message;
  if (error instanceof CommanderError) {
    const message = error.message
      .replace(/^error: /, '')
      .replace(/\S{100,}/g, shortened)
      .replace(/\s*\n\s*/g, ' ')
      .replace(/\.$/, '');
    if (first.startsWith('-'))
      return `${message}; options follow the command, as in kimtrip search putin --json`;
    if (SEARCHES.includes(first) && argv.some((word) => /^-\p{L}{2,}/u.test(word)))
      return `${message}; to leave a word out, put -- before the words: kimtrip ${first} -- kim -putin`;
    return `${message}; see kimtrip ${first} --help`;
  }
  // What V8 says of more than one string holds.
  if (error instanceof RangeError && error.message === 'Invalid string length')
    return 'the output is larger than 512 MB; ask for less at a time';
  return `this is a bug in kimtrip; please report it: ${error instanceof Error ? error.message : String(error)}`;
}

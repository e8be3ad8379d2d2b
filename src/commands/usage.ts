import type { Command, CommanderError } from '@commander-js/extra-typings';
import { UnknownCommand } from '../errors.ts';
import { nearest } from '../nearest.ts';
import { shortened } from '../render/shortened.ts';
import { shellWord } from '../shell-word.ts';

/** What is wrong with a command line, and what to write. */
export function usageAdvice(
  error: CommanderError | UnknownCommand,
  argv: readonly string[],
  program: Command,
): string {
  if (error instanceof UnknownCommand) return commandAdvice(error.words, program);
  const [first = ''] = argv;
  const see = `see kimtrip ${first} --help`;
  switch (error.code) {
    case 'commander.help':
      return helpAdvice(argv[1] ?? '', program);
    case 'commander.missingArgument':
      return `${needs(first, error.message, program)}; ${see}`;
    case 'commander.optionMissingArgument':
      return `${/'(.*)'/.exec(error.message)?.[1]} needs a value; ${see}`;
  }
  const message = error.message
    .replace(/^error: /, '')
    .replace(/\S{100,}/g, shortened)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\.$/, '');
  if (first.startsWith('-'))
    return `${message}; options follow the command, as in kimtrip search putin --json`;
  if (SEARCHES.includes(first) && argv.some(isLeftOut)) {
    const words = argv.slice(1);
    const hasOptions = words.some((word) => word.startsWith('-') && !isLeftOut(word));
    const example = hasOptions ? 'kim -putin' : shortened(words.map(shellWord).join(' '));
    return `${message}; to leave a word out, put -- before the words: kimtrip ${first} -- ${example}`;
  }
  return `${message}; ${see}`;
}

/** A word that a query is to leave out, and no option. */
const isLeftOut = (word: string): boolean => /^-\p{L}{2,}/u.test(word);

/** The commands that take a query, in which a minus leaves a word out. */
const SEARCHES: readonly string[] = ['search', 'browse'];

/** `quote needs <refs>: s18.3 (a claim), …` */
function needs(name: string, message: string, program: Command): string {
  const missing = /'(.*)'/.exec(message)?.[1];
  const command = program.commands.find((each) => each.name() === name);
  const argument = command?.registeredArguments.find((each) => each.name() === missing);
  const choices = argument?.argChoices ? ` (${argument.argChoices.join(', ')})` : '';
  return `${name} needs <${missing}>: ${argument?.description}${choices}`;
}

/** `kimtrip putin` and `kimtrip serch putin` both meant `kimtrip search putin`. */
function commandAdvice(words: readonly string[], program: Command): string {
  const [typed = '', ...rest] = words;
  const near = nearestCommand(typed, program);
  const meant = near ? [near, ...rest] : ['search', ...words];
  return `no such command: ${shortened(typed)}; did you mean: kimtrip ${shortened(meant.map(shellWord).join(' '))}`;
}

function helpAdvice(typed: string, program: Command): string {
  const near = nearestCommand(typed, program);
  const instead = near ? `did you mean: kimtrip help ${near}` : 'kimtrip help lists the commands';
  return `no such command: ${shortened(typed)}; ${instead}`;
}

const nearestCommand = (typed: string, program: Command): string | undefined =>
  nearest(
    typed,
    program
      .createHelp()
      .visibleCommands(program)
      .map((command) => command.name()),
  )[0];

import { type Command, Help, type Option, type OptionValues } from '@commander-js/extra-typings';
import { CERTAINTIES } from '../model.ts';
import { CERTAINTY_MEANINGS, CERTAINTY_SIGNS } from '../render/emphasis.ts';

/** A word or option, and its meaning. */
type Row = readonly [term: string, meaning: string];

/** Adds examples to the help of a command, each a line to type and its effect. */
export function addExamples<Args extends unknown[], Opts extends OptionValues>(
  command: Command<Args, Opts>,
  examples: readonly Row[],
): Command<Args, Opts> {
  return command.addHelpText('after', () => {
    const help = helpOf(command);
    const lines = examples.map(
      ([line, effect]) =>
        `  $ ${typedLines(line, (help.helpWidth ?? Infinity) - INDENT.length)}\n${below(effect, help)}`,
    );
    return `\nExamples:\n${lines.join('\n')}`;
  });
}

/** A line to type, in lines that a shell reads as one. */
function typedLines(line: string, width: number): string {
  const [first = '', ...words] = line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  const lines = [first];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (longer.length + CONTINUED.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join(`${CONTINUED}\n${INDENT}`);
}

const CONTINUED = ' \\';
const INDENT = ' '.repeat(6);

/** A text below what it is about. */
const below = (text: string, help: Help) =>
  help.boxWrap(text, (help.helpWidth ?? Infinity) - INDENT.length).replace(/^/gm, INDENT);

function helpOf<Args extends unknown[], Opts extends OptionValues>(command: Command<Args, Opts>): Help {
  const help = command.createHelp();
  help.helpWidth = command.configureOutput().getOutHelpWidth?.() ?? Infinity;
  return help;
}

/** Adds a section of two columns below the options. */
function addSection<Args extends unknown[], Opts extends OptionValues>(
  command: Command<Args, Opts>,
  heading: string,
  rows: readonly Row[],
): Command<Args, Opts> {
  return command.addHelpText('after', () => {
    const help = helpOf(command);
    const width = Math.max(...rows.map(([term]) => term.length));
    const lines = rows.map(([term, meaning]) => help.formatItem(term, width, meaning, help));
    return `\n${heading}:\n${lines.join('\n')}`;
  });
}

/** Explains the words that filters take and that every claim comes with. */
export function addGlossary<Args extends unknown[], Opts extends OptionValues>(
  command: Command<Args, Opts>,
): Command<Args, Opts> {
  addSection(
    command,
    'Certainty of the innermost source',
    CERTAINTIES.map(
      (certainty): Row => [
        `${certainty} ${CERTAINTY_SIGNS[certainty]}`.trimEnd(),
        CERTAINTY_MEANINGS[certainty],
      ],
    ),
  );
  return addSection(command, 'Stance (how the claim is put)', [
    ['asserted', 'said to be so'],
    ['presupposed', 'taken for granted, such as “his reclusive father”'],
    ['intended', 'a plan, a wish or a willingness'],
    ['judged', 'the reporter’s evaluation'],
  ]);
}

/** What holds for every command. */
export function addConventions<Args extends unknown[], Opts extends OptionValues>(
  command: Command<Args, Opts>,
): Command<Args, Opts> {
  addSection(command, 'Exit codes', [
    ['0', 'something was found, or nothing is wrong'],
    ['1', 'nothing was found, or there are faults or differences'],
    ['2', 'an error in the command line or in the data'],
    ['130', 'you left with Ctrl-C or Esc'],
  ]);
  return addSection(command, 'Environment', [
    ['KIMTRIP_DATA', 'the claim sets to read without --data: a list of paths'],
    ['NO_COLOR', 'turns colour off; FORCE_COLOR turns it on, in a pipe too'],
    ['COLUMNS', 'the width of the output'],
    ['PAGER', 'the program that shows long output (default: less)'],
    ['KIMTRIP_DEBUG', '1 adds a stack trace to an error'],
  ]);
}

/** A meaning that has fewer columns than these goes below its term. */
const NARROWEST_MEANING = 20;

/** How help is laid out: in columns; where the second one would be narrow, below each other. */
export const HELP_LAYOUT = {
  minWidthToWrap: 12,
  subcommandTerm: (command: { name(): string }) => command.name(),
  commandUsage(this: Help, command: Command): string {
    const usage = Help.prototype.commandUsage.call(this, command);
    const indent = ' '.repeat('Usage: '.length);
    return this.boxWrap(usage, (this.helpWidth ?? Infinity) - indent.length).replaceAll('\n', `\n${indent}`);
  },
  optionDescription(this: Help, option: Option): string {
    // An option that is off by default need not say so.
    return Help.prototype.optionDescription.call(this, option).replace(/ ?\(default: false\)$/, '');
  },
  formatItem(this: Help, term: string, termWidth: number, meaning: string, help: Help): string {
    const width = this.helpWidth ?? Infinity;
    if (meaning === '' || width - termWidth - 4 >= NARROWEST_MEANING)
      return Help.prototype.formatItem.call(this, term, termWidth, meaning, help);
    return `  ${term}\n${below(meaning, help)}`;
  },
};

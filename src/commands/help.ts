import type { Command, OptionValues } from '@commander-js/extra-typings';

/** Adds examples to the help of a command, each a line to type and what it does. */
export function addExamples<Args extends unknown[], Opts extends OptionValues>(
  command: Command<Args, Opts>,
  examples: readonly (readonly [line: string, effect: string])[],
): Command<Args, Opts> {
  const lines = examples.map(([line, effect]) => `  $ ${line}\n      ${effect}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}

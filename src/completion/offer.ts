import { type CommandUnknownOpts as Command, Option } from '@commander-js/extra-typings';
import type { Stories } from '../model.ts';
import { visible } from '../render/sinks.ts';
import { optionsOf, parseLine } from './line.ts';
import { type Asked, type Candidate, commandNames, VALUES } from './values.ts';

/**
 * What may stand at the cursor, as lines for a shell's completion script. The first line says what: `values`, of which
 * each has a line, after a tab what it means; or `directories` or `files`, which the shell knows itself. The shell
 * chooses those that begin as typed.
 *
 * @param words the words after the program's name, unquoted, the last one cut at the cursor
 * @param load reads the claim sets of these folders; of none, those in use
 * @throws what `load` throws
 */
export async function offerLines(
  program: Command,
  words: readonly string[],
  load: (data: readonly string[]) => Promise<Stories>,
): Promise<string> {
  const line = parseLine(program, words);
  if (!line) return 'values\n';
  const offered = await offeredAt({ line, program, load: () => load(line.data) });
  if (typeof offered === 'string') return `${offered}\n`;
  const lines = offered
    .map(({ value, meaning }) => ({ word: `${line.before}${value}`, meaning }))
    // A word that a shell would take for more than a word is never offered, whatever the claim set holds.
    .filter(({ word }) => /^[\w.,=-]+$/.test(word))
    .map(({ word, meaning }) => `${word}${meaning && `\t${visible(meaning)}`}\n`);
  return `values\n${lines.join('')}`;
}

async function offeredAt(asked: Asked): Promise<readonly Candidate[] | 'directories' | 'files'> {
  const { command, wanted } = asked.line;
  if (wanted === null) return [];
  if (wanted === 'command') return commandNames(command);
  if (wanted === 'option')
    return optionsOf(command).map(({ long, short, description }) => ({
      value: long ?? short ?? '',
      meaning: description,
    }));
  if (wanted.argChoices) return wanted.argChoices.map((value) => ({ value, meaning: '' }));
  const values = VALUES[wanted instanceof Option ? wanted.attributeName() : wanted.name()] ?? [];
  return typeof values === 'function' ? values(asked) : values;
}

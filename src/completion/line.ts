import type { Argument, CommandUnknownOpts as Command, Option } from '@commander-js/extra-typings';

/** A command line up to the cursor, by commander's own definition of the program. */
export interface Line {
  /** The program itself where no command is named yet. */
  readonly command: Command;
  /** The command's words that are neither options nor their values. */
  readonly words: readonly string[];
  /** The folders that `--data` names. */
  readonly data: readonly string[];
  /** The part of the word at the cursor that comes before the value, `--about=`; else empty. */
  readonly before: string;
  /** What is typed of the name or value at the cursor. */
  readonly typed: string;
  /** What that is to be: a name, or the value of an option or an argument; null where nothing may stand. */
  readonly wanted: 'command' | 'option' | Option | Argument | null;
}

/**
 * @param words the words after the program's name, unquoted; the last one is what the cursor stands at the end of
 * @returns null after a command that there is not
 */
export function parseLine(program: Command, words: readonly string[]): Line | null {
  const earlier = words.slice(0, -1);
  const current = words.at(-1) ?? '';
  const [name, ...rest] = earlier;
  const base = { command: program, words: [], data: [], before: '', typed: current };
  if (name === undefined) return { ...base, wanted: current.startsWith('-') ? 'option' : 'command' };
  const command = commandsOf(program).find((each) => each.name() === name);
  if (!command) return null;

  const read = readWords(command, rest);
  const line = { ...base, command, words: read.words, data: read.data };
  if (read.option) return { ...line, wanted: read.option };
  if (!read.isEnded && current.startsWith('-')) {
    const [before = '', option] = /^(--[^=]+)=/.exec(current) ?? [];
    if (option === undefined) return { ...line, wanted: 'option' };
    const wanted = optionNamed(command, option)?.required ? optionNamed(command, option) : null;
    return { ...line, before, typed: current.slice(before.length), wanted: wanted ?? null };
  }
  const all = command.registeredArguments;
  const last = all.at(-1);
  return { ...line, wanted: all[read.words.length] ?? (last?.variadic ? last : null) };
}

/** Those that help names, `help` too. */
export function commandsOf(program: Command): Command[] {
  return program.createHelp().visibleCommands(program);
}

/** Those that help names, `--help` too. */
export function optionsOf(command: Command): Option[] {
  return command.createHelp().visibleOptions(command);
}

/** The words before the cursor: `option` is the one whose value comes next, `isEnded` after `--`. */
function readWords(command: Command, typed: readonly string[]) {
  const words: string[] = [];
  const data: string[] = [];
  let option: Option | undefined;
  let isEnded = false;
  for (const word of typed) {
    const [, assigned, value] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
    if (option) {
      if (option.long === '--data') data.push(word);
      option = undefined;
    } else if (isEnded || !word.startsWith('-') || word === '-') words.push(word);
    else if (word === '--') isEnded = true;
    else if (assigned === '--data') data.push(value ?? '');
    else {
      const named = optionNamed(command, word);
      option = named?.required ? named : undefined;
    }
  }
  return { words, data, option, isEnded };
}

function optionNamed(command: Command, name: string): Option | undefined {
  return command.options.find(({ short, long }) => name === short || name === long);
}

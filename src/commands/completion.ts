import { Argument, type Command } from '@commander-js/extra-typings';
import { COMPLETION_SCRIPTS } from '../generated/completion-scripts.js';
import type { Io } from '../io.ts';
import { choice } from './choice.ts';
import { addExamples } from './help.ts';
import type { Outcome } from './outcome.ts';
import { dataPaths, load } from './stories.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

export interface CompletionOptions {
  readonly shell: (typeof SHELLS)[number];
}

export function addCompletion(program: Command, run: (options: CompletionOptions) => Promise<void>): void {
  const shell = new Argument('<shell>', 'the shell to write the script for')
    .choices(SHELLS)
    .argParser((typed: string) => choice('shell', typed, SHELLS));
  const command = program
    .command('completion')
    .helpGroup('Other:')
    .summary('print a completion script for a shell')
    .description(
      'Prints a script for bash, zsh or fish that completes commands, options and values, including the names and ids of the claim set in use.',
    )
    .addArgument(shell);
  addExamples(command, [
    ['source <(kimtrip completion bash)', 'in ~/.bashrc'],
    ['source <(kimtrip completion zsh)', 'in ~/.zshrc, after compinit'],
    ['kimtrip completion fish | source', 'in ~/.config/fish/config.fish'],
  ]).action((shell) => run({ shell }));
}

export function runCompletion({ shell }: CompletionOptions): Outcome {
  return { stdout: COMPLETION_SCRIPTS[shell], notes: [], code: 0 };
}

export interface CompleteOptions {
  readonly program: Command;
  /** After the program's name, unquoted, the last one cut at the cursor. */
  readonly words: readonly string[];
}

/** The hidden command that the scripts call. */
export function addComplete(program: Command, run: (options: CompleteOptions) => Promise<void>): void {
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action((words) => run({ program, words }));
}

/** The user is still typing: whatever is wrong, such as an unsound claim set, this offers nothing and says nothing. */
export async function runComplete({ program, words }: CompleteOptions, { env }: Io): Promise<Outcome> {
  const { offerLines } = await import('../completion/offer.ts');
  const home = (path: string) => path.replace(/^~(?=\/|$)/, env['HOME'] ?? '~');
  const stories = async (data: readonly string[]) =>
    (await load(dataPaths(data.map(home), env), { of: 'filters', filters: {} })).stories;
  const stdout = await offerLines(program, words, stories).catch(() => '');
  return { stdout, notes: [], code: 0 };
}

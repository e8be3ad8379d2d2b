import type { Command } from 'commander';
import { COMPLETION_SCRIPTS } from '../generated/completion-scripts.js';
import type { Io } from '../io.ts';
import { chosen } from '../nearest.ts';
import { loadStories } from '../stories/load.ts';
import { addExamples, type Outcome, oneOf, type Run } from './command.ts';
import { dataPaths } from './stories.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

export function addCompletion(program: Command, run: Run): void {
  const command = program
    .command('completion')
    .summary('complete commands, options and values in a shell')
    .description(
      'Prints a script for bash, zsh or fish that completes commands, options and values, those of the claim set in use.',
    )
    .addArgument(oneOf(program.createArgument('<shell>', 'the shell that is to complete'), SHELLS));
  addExamples(command, [
    ['source <(kimtrip completion bash)', 'in ~/.bashrc'],
    ['source <(kimtrip completion zsh)', 'in ~/.zshrc, after compinit'],
    ['kimtrip completion fish | source', 'in ~/.config/fish/config.fish'],
  ]);
  command.action((shell: string) => run(() => runCompletion(shell)));

  // What the scripts ask.
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action((words: string[]) => run((io) => runComplete(program, words, io)));
}

function runCompletion(typed: string): Outcome {
  return { stdout: COMPLETION_SCRIPTS[chosen('shell', typed, SHELLS)], notes: [], code: 0 };
}

/** Somebody is in the middle of typing: whatever is wrong, such as an unsound claim set, nothing is offered and nothing said. */
async function runComplete(program: Command, words: readonly string[], io: Io): Promise<Outcome> {
  const { offerLines } = await import('../completion/offer.ts');
  const home = (path: string) => path.replace(/^~(?=\/|$)/, io.env['HOME'] ?? '~');
  const load = async (data: readonly string[]) =>
    (await loadStories(dataPaths(data.map(home), io.env))).stories;
  const stdout = await offerLines(program, words, load).catch(() => '');
  return { stdout, notes: [], code: 0 };
}

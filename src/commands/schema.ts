import type { Command } from '@commander-js/extra-typings';
import { toJson } from '../render/sinks.ts';
import { addExamples } from './help.ts';
import type { Outcome } from './outcome.ts';

export function addSchema(program: Command, run: (options: object) => Promise<void>): void {
  const command = program
    .command('schema')
    .helpGroup('Your own text and article:')
    .summary('print the JSON Schema')
    .description(
      'Prints the JSON Schema of what kimtrip reads (claims.json, an object) and of what it writes under --json (an array).',
    );
  // Accepted as everywhere; the schema is JSON anyway and the same for all data.
  command.option('--json', 'accepted, with no effect').option('--data <dir>', 'accepted, with no effect');
  addExamples(command, [['kimtrip schema > kimtrip.schema.json', 'for an editor or a validator']]);
  command.action(() => run({}));
}

export async function runSchema(): Promise<Outcome> {
  const { default: schema } = await import('../../data/kimtrip.schema.json', { with: { type: 'json' } });
  return { stdout: `${toJson(schema, 2)}\n`, notes: [], code: 0 };
}

import type { Command } from 'commander';
import schema from '../../data/kimtrip.schema.json' with { type: 'json' };
import { toJson } from '../render/text.ts';
import { addExamples, type Run } from './command.ts';

export function addSchema(program: Command, run: Run): void {
  const command = program
    .command('schema')
    .summary('print the JSON Schema')
    .description(
      'Prints the JSON Schema of what kimtrip reads (claims.json, an object) and of what it writes under --json (an array).',
    );
  // Accepted as everywhere, though the schema is JSON at any rate and the same for all data.
  command.option('--json', 'the same').option('--data <dir>', 'the same');
  addExamples(command, [['kimtrip schema > kimtrip.schema.json', 'for an editor or a validator']]);
  command.action(() => run(() => ({ stdout: `${toJson(schema, 2)}\n`, notes: [], code: 0 })));
}

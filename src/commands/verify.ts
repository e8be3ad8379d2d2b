import type { Command } from 'commander';
import { type Fault, faultLine, MOST_FAULTS } from '../claim-set/faults.ts';
import { verifyClaimSet } from '../claim-set/verify.ts';
import { UsageError } from '../errors.ts';
import { dataDirectory, type Io } from '../io.ts';
import { toJson, visible } from '../render/text.ts';
import { counted } from '../render/wording.ts';
import { addExamples, type DataOptions, type Outcome, type Run } from './command.ts';

interface VerifyOptions extends DataOptions {
  readonly json?: boolean;
  readonly strict?: boolean;
}

export function addVerify(program: Command, run: Run): void {
  const command = program
    .command('verify')
    .summary('check a claim set and tell every fault')
    .description(
      'Checks a claim set against the schema and its article, and warns of likely slips. 0: sound; 1: a line a fault; 2: unreadable.',
    )
    .argument('[dir]', 'the folder of the claim set; without it the one that other commands read')
    .option('--data <dir>', 'the same as [dir]')
    .option('--strict', 'count warnings as faults')
    .option('--json', 'print the faults as one JSON array of {file, path, message}');
  addExamples(command, [
    ['kimtrip verify', 'the claim set that comes with kimtrip'],
    ['kimtrip verify my-story --strict', 'your own, likely slips included'],
    ['kimtrip verify my-story --json', 'for a script or an editor'],
  ]);
  command.action((directory: string | undefined, options: VerifyOptions) =>
    run((io) => {
      if (directory !== undefined && options.data !== undefined)
        throw new UsageError('name the folder once: kimtrip verify DIR');
      return runVerify(directory ?? options.data, options, io);
    }),
  );
}

async function runVerify(
  directory: string | undefined,
  { json, strict }: VerifyOptions,
  { env }: Io,
): Promise<Outcome> {
  const verdict = await verifyClaimSet(dataDirectory(directory, env));
  const { warnings, claims, sentences } = verdict;
  const faults = strict ? [...verdict.faults, ...warnings] : verdict.faults;
  const code = faults.length ? 1 : 0;
  const notes = [
    ...(verdict.faults.length < MOST_FAULTS ? [] : [`no more than ${MOST_FAULTS} faults are told`]),
    ...(strict ? [] : warningNotes(warnings)),
  ];
  if (json) return { stdout: `${toJson(faults, 2)}\n`, notes, code };
  const lines = faults.map((fault) => `${visible(faultLine(fault))}\n`);
  const sound = `sound: ${counted(claims, 'claim')} in ${counted(sentences, 'sentence')}\n`;
  return { stdout: faults.length ? lines.join('') : sound, notes, code };
}

function warningNotes(warnings: readonly Fault[]): string[] {
  if (warnings.length === 0) return [];
  const total = `${counted(warnings.length, 'warning')}; --strict counts them as faults`;
  return [...warnings.map((warning) => `warning: ${faultLine(warning)}`), total];
}

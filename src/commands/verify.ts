import { join } from 'node:path';
import type { Command } from 'commander';
import { type Fault, faultLine, MOST_FAULTS } from '../claim-set/faults.ts';
import { type Verdict, verifyClaimSet } from '../claim-set/verify.ts';
import { UsageError } from '../errors.ts';
import { toJson, visible } from '../render/text.ts';
import { counted } from '../render/wording.ts';
import { claimSetFolders } from '../stories/folders.ts';
import { addExamples, type Outcome, type Run } from './command.ts';
import { addDataOption, type DataOptions, dataPaths } from './stories.ts';

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
    .argument(
      '[dirs...]',
      'folders of claim sets, or folders of such folders; without one, what other commands read',
    )
    .option('--strict', 'count warnings as faults')
    .option('--json', 'print the faults as one JSON array of {file, path, message}');
  addDataOption(command);
  addExamples(command, [
    ['kimtrip verify', 'the claim set that comes with kimtrip'],
    ['kimtrip verify my-story --strict', 'your own, likely slips included'],
    ['kimtrip verify stories', 'every claim set in a folder'],
    ['kimtrip verify my-story --json', 'for a script or an editor'],
  ]);
  command.action((directories: string[], options: VerifyOptions) =>
    run((io) => {
      if (directories.length && options.data !== undefined)
        throw new UsageError('name the folder once: kimtrip verify DIR');
      const typed = directories.length ? directories : options.data;
      return runVerify(dataPaths(typed, io.env).flatMap(claimSetFolders), options);
    }),
  );
}

async function runVerify(
  folders: readonly string[],
  { json, strict }: Pick<VerifyOptions, 'json' | 'strict'>,
): Promise<Outcome> {
  const verdicts: Verdict[] = [];
  for (const folder of folders) {
    const verdict = await verifyClaimSet(folder);
    // Among several, a file's name alone does not say whose it is.
    const named = (fault: Fault) => ({ ...fault, file: join(folder, fault.file) });
    verdicts.push(
      folders.length > 1
        ? { ...verdict, faults: verdict.faults.map(named), warnings: verdict.warnings.map(named) }
        : verdict,
    );
  }
  const warnings = verdicts.flatMap((verdict) => verdict.warnings);
  const broken = verdicts.flatMap((verdict) => verdict.faults);
  const faults = strict ? [...broken, ...warnings] : broken;
  const code = faults.length ? 1 : 0;
  const isCut = verdicts.some((verdict) => verdict.faults.length >= MOST_FAULTS);
  const notes = [
    ...(isCut ? [`no more than ${MOST_FAULTS} faults are told`] : []),
    ...(strict ? [] : warningNotes(warnings)),
  ];
  if (json) return { stdout: `${toJson(faults, 2)}\n`, notes, code };
  const lines = faults.map((fault) => `${visible(faultLine(fault))}\n`);
  return { stdout: faults.length ? lines.join('') : soundLine(verdicts), notes, code };
}

function soundLine(verdicts: readonly Verdict[]): string {
  const total = (count: (verdict: Verdict) => number) => verdicts.reduce((sum, each) => sum + count(each), 0);
  const claims = counted(
    total((each) => each.claims),
    'claim',
  );
  const sentences = counted(
    total((each) => each.sentences),
    'sentence',
  );
  const stories = verdicts.length > 1 ? ` of ${counted(verdicts.length, 'claim set')}` : '';
  return `sound: ${claims} in ${sentences}${stories}\n`;
}

function warningNotes(warnings: readonly Fault[]): string[] {
  if (warnings.length === 0) return [];
  const total = `${counted(warnings.length, 'warning')}; --strict counts them as faults`;
  return [...warnings.map((warning) => `warning: ${faultLine(warning)}`), total];
}

import { join } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { type Fault, MOST_FAULTS } from '../claim-set/fault.ts';
import type { Verdict } from '../claim-set/verify.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import { toJson, visible } from '../render/sinks.ts';
import { counted } from '../render/wording.ts';
import { claimSetFolders } from '../stories/folders.ts';
import { addExamples } from './help.ts';
import { addDataOption, type DataOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import { dataPaths } from './stories.ts';

export interface VerifyOptions extends DataOptions {
  /** The folders as arguments. */
  readonly folders: readonly string[];
  /** Count warnings as faults. */
  readonly strict: boolean;
  readonly json: boolean;
}

export function addVerify(program: Command, run: (options: VerifyOptions) => Promise<void>): void {
  const command = program
    .command('verify')
    .helpGroup('Your own text and article:')
    .summary('check a claim set and list its faults')
    .description(
      'Checks a claim set against the schema and its article, and warns of likely slips. Exit codes: 0: sound; 1: faults found, one per line; 2: unreadable.',
    )
    .argument(
      '[dirs...]',
      'folders of claim sets, or folders of such folders; by default those that other commands read',
    )
    .option('--strict', 'count warnings as faults', false)
    .option(
      '--json',
      'print the faults as one JSON array of {file, line, id, path, message, rule, severity}',
      false,
    );
  addExamples(addDataOption(command), [
    ['kimtrip verify', 'the claim set that comes with kimtrip'],
    ['kimtrip verify my-story --strict', 'your own, with likely slips as faults'],
    ['kimtrip verify stories', 'every claim set in a folder'],
    ['kimtrip verify my-story --json', 'for a script or an editor'],
  ]).action((folders, options) => run({ folders, ...options }));
}

export async function runVerify(options: VerifyOptions, { env }: Io): Promise<Outcome> {
  const { data, strict, json } = options;
  if (options.folders.length && data !== undefined)
    throw new UsageError('name the folder once: kimtrip verify DIR');
  const folders = dataPaths(options.folders.length ? options.folders : data, env).flatMap(claimSetFolders);
  const { verifyClaimSet } = await import('../claim-set/verify.ts');
  const verdicts: Verdict[] = folders.length ? [] : [await shippedVerdict()];
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
    ...(isCut ? [`only the first ${MOST_FAULTS.toLocaleString('en')} faults are shown`] : []),
    ...(strict ? [] : warningNotes(warnings)),
  ];
  if (json) return { stdout: `${toJson(faults, 2)}\n`, notes, code };
  const lines = faults.map((fault) => `${visible(faultLine(fault))}\n`);
  return { stdout: faults.length ? lines.join('') : soundLine(verdicts), notes, code };
}

async function shippedVerdict(): Promise<Verdict> {
  const [{ verifyTexts }, { SHIPPED }] = await Promise.all([
    import('../claim-set/verify.ts'),
    import('../generated/shipped-claim-set.js'),
  ]);
  return verifyTexts(SHIPPED.claims, SHIPPED.article);
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

/** `claims.json:2210: s15.4: claims[87].hedge is null …`, as editors and terminals read it. */
function faultLine({ file, line, id, path, message }: Fault): string {
  const owner = id === null || id === path ? [] : [`${id}:`];
  return [`${file}:${line}:`, ...owner, path, message].filter(Boolean).join(' ');
}

function warningNotes(warnings: readonly Fault[]): string[] {
  if (warnings.length === 0) return [];
  const total = `${counted(warnings.length, 'warning')}; --strict counts them as faults`;
  return [...warnings.map((warning) => `warning: ${faultLine(warning)}`), total];
}

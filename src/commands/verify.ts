import { join } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { type Fault, MOST_FAULTS } from '../claim-set/fault.ts';
import type { Verdict } from '../claim-set/verify.ts';
import { UsageError } from '../errors.ts';
import { type Io, terminalOf } from '../io.ts';
import { toJson } from '../render/sinks.ts';
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
      'claim sets, or folders of claim sets; by default the ones that other commands read',
    )
    .option('--strict', 'count warnings as faults', false)
    .option(
      '--json',
      'print faults and warnings as one JSON array of {file, line, id, path, message, rule, severity}',
      false,
    );
  addExamples(addDataOption(command), [
    ['kimtrip verify', 'the claim set that comes with kimtrip'],
    ['kimtrip verify my-story --strict', 'your own, with likely slips as faults'],
    ['kimtrip verify stories', 'every claim set in a folder'],
    ['kimtrip verify my-story --json', 'for a script or an editor'],
  ]).action((folders, options) => run({ folders, ...options }));
}

export async function runVerify(options: VerifyOptions, { stdout, env }: Io): Promise<Outcome> {
  const { data, strict, json } = options;
  if (options.folders.length && data !== undefined)
    throw new UsageError('give the folder once, as in kimtrip verify DIR');
  const folders = dataPaths(options.folders.length ? options.folders : data, env).flatMap(claimSetFolders);
  const { verifyClaimSet, ANSWERABLE_RULES } = await import('../claim-set/verify.ts');
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
  const all = inOrderOfLines([...broken, ...warnings]);
  const faults = strict ? all : broken;
  const code = faults.length ? 1 : 0;
  const isCut = verdicts.some((verdict) => verdict.faults.length >= MOST_FAULTS);
  const notes = [
    ...(isCut ? [`only the first ${MOST_FAULTS.toLocaleString('en')} faults are shown`] : []),
    ...(json ? [] : warningNotes(all, strict)),
    ...(!json && warnings.some(({ rule }) => ANSWERABLE_RULES.includes(rule)) ? [HOW_TO_ANSWER] : []),
  ];
  if (json) return { stdout: `${toJson(all, 2)}\n`, notes, code };
  const { drawLines } = await import('../render/draw.ts');
  const lines = faults.length ? faults.map(faultLine) : [soundLine(verdicts)];
  return { stdout: drawLines(lines, terminalOf(stdout, env, false)), notes, code };
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
  return `sound: ${claims} in ${sentences}${stories}`;
}

/** In the order of each file; the files in the order in which they come. */
function inOrderOfLines(faults: readonly Fault[]): Fault[] {
  const files = [...new Set(faults.map(({ file }) => file))];
  const orderOf = new Map(files.map((file, index) => [file, index]));
  return [...faults].sort(
    (a, b) => (orderOf.get(a.file) ?? 0) - (orderOf.get(b.file) ?? 0) || a.line - b.line,
  );
}

/** `claims.json:2210: s15.4: claims[87].hedge is null …`, as editors and terminals read it; a warning with the rule to answer. */
function faultLine({ file, line, id, path, message, rule, severity }: Fault): string {
  const owner = id === null || id === path ? [] : [`${id}:`];
  const answer = severity === 'warning' ? [`[${rule}]`] : [];
  return [`${file}:${line}:`, ...owner, path, message, ...answer].filter(Boolean).join(' ');
}

const HOW_TO_ANSWER = 'where a claim is right as it is, answer the rule in it: "checked": ["RULE: why"]';

function warningNotes(faults: readonly Fault[], strict: boolean): string[] {
  const warnings = faults.filter(({ severity }) => severity === 'warning');
  if (strict || warnings.length === 0) return [];
  const total = `${counted(warnings.length, 'warning')}; --strict counts them as faults`;
  return [...warnings.map((warning) => `warning: ${faultLine(warning)}`), total];
}

import type { Command } from 'commander';
import { UsageError } from '../errors.ts';
import { type Io, readAll } from '../io.ts';
import { quotationView } from '../render/claim-view.ts';
import { renderCsl } from '../render/csl.ts';
import { withContext } from '../select/context.ts';
import { resolveReferences } from '../select/reference.ts';
import {
  addDataOption,
  addExamples,
  addOutputOptions,
  type DataOptions,
  FORMAT_NAMES,
  loadData,
  type Outcome,
  type OutputOptions,
  outputOf,
  printed,
  type Run,
  wholeNumber,
} from './command.ts';

interface QuoteOptions extends DataOptions, OutputOptions {
  readonly context: number;
}

const FORMATS = [...FORMAT_NAMES, 'csl'] as const;

export function addQuote(program: Command, run: Run): void {
  const command = program
    .command('quote')
    .summary('quote claims with their sentence, who said it and how sure')
    .description('Quotes claims: the words inside their sentence, who said it, how sure, and the citation.')
    .argument(
      '<refs...>',
      's18.3 (a claim), s18 or 18 (a sentence), 3-6 (sentences), - (ids from stdin, one a line)',
    )
    .option('--context <count>', 'also show this many sentences before and after', wholeNumber, 0);
  addOutputOptions(command, FORMATS);
  addDataOption(command);
  addExamples(command, [
    ['kimtrip quote s18.3', 'one claim'],
    ['kimtrip quote 3-6 --context 1', 'all claims of four sentences, each with the sentences around it'],
    ['kimtrip search putin --fields id --format lines | kimtrip quote -', 'quote what a search found'],
    ['kimtrip quote s4.1 --format csl', 'a citation for a reference manager (CSL-JSON)'],
  ]);
  command.action((references: string[], options: QuoteOptions) =>
    run((io) => runQuote(references, options, io)),
  );
}

async function runQuote(references: string[], options: QuoteOptions, io: Io): Promise<Outcome> {
  const { format, ...output } = outputOf(options, 'cards', io, FORMATS);
  if (format === 'csl' && output.fields !== undefined)
    throw new UsageError('--fields does not go with --format csl; leave one out');
  const claimSet = await loadData(options, io);
  const { claims, missing } = resolveReferences(await withStdin(references, io), claimSet);
  const quotations = claims.map((claim) => withContext(claim, claimSet.article, options.context));
  const hidden = options.context > 0 && !['cards', 'json', 'jsonl', 'markdown'].includes(format);
  const notes = [
    ...(hidden ? ['--context shows in cards, markdown and JSON'] : []),
    ...(claims.length || missing.length ? missing : ['no reference came from stdin']),
  ];
  const outcome: Outcome =
    format === 'csl'
      ? { stdout: renderCsl(claims, claimSet.article), notes, code: claims.length ? 0 : 1 }
      : await printed(quotations, quotationView, { ...output, format }, claimSet, notes);
  return missing.length ? { ...outcome, code: 1 } : outcome;
}

/** Puts the references of stdin in the place of `-`: one a line, and what follows a tab is not read. */
async function withStdin(references: readonly string[], { stdin }: Io): Promise<string[]> {
  if (!references.includes('-')) return [...references];
  const lines = (await readAll(stdin)).split(/\r?\n/).map((line) => line.split('\t')[0]?.trim() ?? '');
  const read = lines.filter(Boolean);
  return references.flatMap((reference) => (reference === '-' ? read : [reference]));
}

import type { Command } from 'commander';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Claim } from '../model.ts';
import { quotationView } from '../render/claim-view.ts';
import { renderCsl } from '../render/csl.ts';
import { withContext } from '../select/context.ts';
import { resolveReferences } from '../select/reference.ts';
import {
  addExamples,
  addOutputOptions,
  FORMAT_NAMES,
  fieldsAsked,
  type Outcome,
  type OutputOptions,
  outputOf,
  type Presentation,
  printed,
  type Run,
  textOfStdin,
  wholeNumber,
} from './command.ts';
import { addDataOption, type DataOptions, withStories } from './stories.ts';

/** How to print claims quoted. */
export interface QuotationOptions extends OutputOptions {
  readonly context: number;
}

const FORMATS = [...FORMAT_NAMES, 'csl'] as const;

/** The options of a command that quotes claims. */
export function addQuotationOptions(command: Command): Command {
  return addOutputOptions(
    command.option('--context <count>', 'also show this many sentences before and after', wholeNumber, 0),
    FORMATS,
  );
}

/** How claims are to be quoted, from what was asked and what the output is. */
interface QuotationPresentation extends Presentation<(typeof FORMATS)[number]> {
  readonly context: number;
}

/** @throws {UsageError} where the options do not go together, or a field is none */
export async function quotationOutputOf(options: QuotationOptions, io: Io): Promise<QuotationPresentation> {
  const output = outputOf(options, 'cards', io, FORMATS);
  if (output.fields !== undefined) {
    if (output.format === 'csl')
      throw new UsageError('--fields does not go with --format csl; leave one out');
    await fieldsAsked(output.fields, quotationView);
  }
  return { ...output, context: options.context };
}

/** Prints claims with the words inside their sentence, who said it, how sure, and the citation. */
export async function quoted(
  claims: readonly Claim[],
  { format, context, fields, terminal }: QuotationPresentation,
  notes: readonly string[],
): Promise<Outcome> {
  const isShown =
    fields === undefined
      ? ['cards', 'json', 'jsonl', 'markdown'].includes(format)
      : /\bcontext\b/.test(fields);
  const hidden = context > 0 && !isShown;
  const told = [...(hidden ? ['--context shows in cards, markdown and JSON'] : []), ...notes];
  if (format === 'csl') return { stdout: renderCsl(claims), notes: told, code: claims.length ? 0 : 1 };
  const quotations = claims.map((claim) => withContext(claim, context));
  return printed(quotations, quotationView, { format, fields, terminal }, told);
}

export function addQuote(program: Command, run: Run): void {
  const command = program
    .command('quote')
    .summary('quote claims with their sentence, who said it and how sure')
    .description('Quotes claims: the words inside their sentence, who said it, how sure, and the citation.')
    .argument(
      '<refs...>',
      's18.3 (a claim), s18 or 18 (a sentence), 3-6 (sentences), - (ids from stdin, one a line)',
    );
  addDataOption(addQuotationOptions(command));
  addExamples(command, [
    ['kimtrip quote s18.3', 'one claim'],
    ['kimtrip quote 3-6 --context 1', 'all claims of four sentences, each with the sentences around it'],
    ['kimtrip search putin --fields id --format lines | kimtrip quote -', 'quote what a search found'],
    ['kimtrip quote s4.1 --format csl', 'a citation for a reference manager (CSL-JSON)'],
  ]);
  command.action((references: string[], options: QuotationOptions & DataOptions) =>
    run((io) => runQuote(references, options, io)),
  );
}

async function runQuote(
  references: string[],
  options: QuotationOptions & DataOptions,
  io: Io,
): Promise<Outcome> {
  const output = await quotationOutputOf(options, io);
  return withStories(options, io, async (stories) => {
    const { claims, missing } = resolveReferences(await withStdin(references, io), stories);
    const none = claims.length || missing.length ? missing : ['no reference came from stdin'];
    const outcome = await quoted(claims, output, none);
    return missing.length ? { ...outcome, code: 1 } : outcome;
  });
}

/** Puts the references of stdin in the place of `-`: one a line, and what follows a tab is not read. */
async function withStdin(references: readonly string[], io: Io): Promise<string[]> {
  if (!references.includes('-')) return [...references];
  const lines = (await textOfStdin(io)).split(/\r?\n/).map((line) => line.split('\t')[0]?.trim() ?? '');
  const read = lines.filter(Boolean);
  return references.flatMap((reference) => (reference === '-' ? read : [reference]));
}

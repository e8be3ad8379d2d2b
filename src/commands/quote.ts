import type { Command, OptionValues } from '@commander-js/extra-typings';
import type { Io } from '../io.ts';
import type { Claim } from '../model.ts';
import { quotationInContextView, quotationView } from '../render/claim-view.ts';
import { FORMAT_NAMES } from '../render/format-names.ts';
import { withContext } from '../select/context.ts';
import { addExamples } from './help.ts';
import {
  addDataOption,
  addOutputOptions,
  addPagerOption,
  type DataOptions,
  type OutputOptions,
  type PagerOptions,
  wholeNumber,
} from './options.ts';
import type { Outcome } from './outcome.ts';
import { fieldsAsked, type Presentation, presentationOf, printed } from './print.ts';
import { referencedClaims } from './select.ts';
import { textOfStdin } from './stdin.ts';
import { withStories } from './stories.ts';

const FORMATS = [...FORMAT_NAMES, 'csl'] as const;
type QuotationFormat = (typeof FORMATS)[number];

/** How to print claims quoted. */
export interface QuotationOptions extends OutputOptions<QuotationFormat> {
  /** The number of sentences before and after. */
  readonly context: number;
}

export interface QuoteOptions extends DataOptions, PagerOptions, QuotationOptions {
  /** As typed; `-` stands for those on stdin. */
  readonly references: readonly string[];
}

/** The options of a command that quotes claims. */
export function addQuotationOptions<Args extends unknown[], Opts extends OptionValues>(
  command: Command<Args, Opts>,
) {
  return addOutputOptions(
    command.option('--context <count>', 'also show this many sentences before and after', wholeNumber, 0),
    FORMATS,
  );
}

/** How claims are to be quoted, from what was asked and what the output is. */
interface QuotationPresentation extends Presentation {
  readonly context: number;
}

/** @throws {UsageError} if the options do not go together, or there is no such field */
export async function quotationPresentationOf(
  options: QuotationOptions,
  io: Io,
): Promise<QuotationPresentation> {
  const output = presentationOf(options, 'cards', io);
  await fieldsAsked(output, quotationView);
  return { ...output, context: options.context };
}

/** Prints claims with the words inside their sentence, who said it, how sure, and the citation. */
export function quoted(
  claims: readonly Claim[],
  output: QuotationPresentation,
  notes: readonly string[],
): Promise<Outcome> {
  const quotations = claims.map((claim) => withContext(claim, output.context));
  return printed(quotations, output.context > 0 ? quotationInContextView : quotationView, output, notes);
}

export function addQuote(program: Command, run: (options: QuoteOptions) => Promise<void>): void {
  const command = program
    .command('quote')
    .helpGroup('Find and read:')
    .summary('quote claims with their sentence, who said it and how sure')
    .description('Quotes claims: their words inside the sentence, who said it, how sure, and the citation.')
    .argument(
      '<refs...>',
      's18.3 (a claim), s18 or 18 (a sentence), 3-6 (sentences), - (ids from stdin, one per line)',
    );
  addExamples(addDataOption(addPagerOption(addQuotationOptions(command))), [
    ['kimtrip quote s18.3', 'one claim'],
    ['kimtrip quote 3-6 --context 1', 'all claims of four sentences, each with the sentences around it'],
    ['kimtrip quote s4.1 s18.3 --format markdown', 'for notes or a web page'],
    ['kimtrip search putin --fields id --format lines | kimtrip quote -', 'quote what a search found'],
    ['kimtrip quote s4.1 --format csl', 'a citation for a reference manager (CSL-JSON)'],
  ]).action((references, options) => run({ references, ...options }));
}

export async function runQuote(options: QuoteOptions, io: Io): Promise<Outcome> {
  const output = await quotationPresentationOf(options, io);
  const references = await withStdin(options.references, io);
  return withStories(options, io, { of: 'references', references }, async (stories) => {
    const { claims, missing } = referencedClaims(references, stories);
    const notes = references.length ? missing : ['no reference came from stdin'];
    const outcome = await quoted(claims, output, notes);
    return missing.length ? { ...outcome, code: 1 } : outcome;
  });
}

/** Puts the references of stdin in the place of `-`: one a line; the rest of a line after a tab is ignored. */
async function withStdin(references: readonly string[], io: Io): Promise<string[]> {
  if (!references.includes('-')) return [...references];
  const lines = (await textOfStdin(io)).split(/\r?\n/).map((line) => line.split('\t')[0]?.trim() ?? '');
  const read = lines.filter(Boolean);
  return references.flatMap((reference) => (reference === '-' ? read : [reference]));
}

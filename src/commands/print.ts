import { UsageError } from '../errors.ts';
import { type Io, type Terminal, terminalOf } from '../io.ts';
import { type FormatName, isFormatName } from '../render/format-names.ts';
import { FORMATS } from '../render/formats.ts';
import type { View } from '../render/view.ts';
import type { OutputOptions } from './options.ts';
import type { Outcome } from './outcome.ts';

/** How to print, from what was asked and what the output is. */
export interface Presentation<Name extends string = FormatName | 'csl'> {
  readonly terminal: Terminal;
  readonly format: Name;
  /** `--fields` as typed. */
  readonly fields: string | undefined;
}

/**
 * @param onTerminal the format for a person; scripts get `lines` where no format was asked for
 * @throws {UsageError} if two formats were asked for
 */
export function presentationOf<Name extends string>(
  { json, format, fields, color }: OutputOptions<Name>,
  onTerminal: NoInfer<Name>,
  { stdout, env }: Io,
): Presentation<Name | 'json' | 'lines'> {
  const terminal = terminalOf(stdout, env, color);
  if (json && format !== undefined && format !== 'json')
    throw new UsageError(`--json and --format ${format} do not go together; choose one`);
  const byDefault = terminal.isTerminal ? onTerminal : 'lines';
  return { terminal, format: json ? 'json' : (format ?? byDefault), fields };
}

/**
 * Reads `--fields`; null where it was not given.
 *
 * @throws {UsageError} at a field that the record does not have, or a format that has no fields
 */
export async function fieldsAsked<T>(
  { format, fields }: Presentation,
  { recordName, absent }: View<T>,
): Promise<string[] | null> {
  if (fields === undefined) return null;
  if (!isFormatName(format))
    throw new UsageError(`--fields does not go with --format ${format}; leave one out`);
  // It comes with the whole schema.
  const { parseFields } = await import('../render/field-names.ts');
  return parseFields(fields, recordName, absent);
}

/** Renders what was found, or says that nothing was: nothing on stdout then, save `[]` under JSON. */
export async function printed<T>(
  items: readonly T[],
  view: View<T>,
  output: Presentation,
  notes: readonly string[],
): Promise<Outcome> {
  const fields = await fieldsAsked(output, view);
  return {
    stdout: await rendered(items, view, output, fields),
    notes: [...additionNotes(view, output, fields), ...notes],
    code: items.length ? 0 : 1,
  };
}

const ARRAYS: readonly string[] = ['json', 'csl'];

function rendered<T>(
  items: readonly T[],
  view: View<T>,
  { format, terminal }: Presentation,
  fields: readonly string[] | null,
): string | Promise<string> {
  if (items.length === 0 && !ARRAYS.includes(format)) return '';
  const ofList = fields ? undefined : view.renderers?.[format];
  if (ofList) return ofList(items, terminal);
  return isFormatName(format) ? FORMATS[format](items, view, fields, terminal) : '';
}

/** Tells where an option adds what the format does not show. */
function additionNotes<T>(
  { addition }: View<T>,
  { format }: Presentation,
  fields: readonly string[] | null,
): string[] {
  if (!addition) return [];
  const { option, field, formats } = addition;
  const isShown = fields
    ? fields.some((each) => each.split('.')[0] === field)
    : formats.some((each) => each === format);
  return isShown ? [] : [`${option} shows only in the formats ${formats.join(', ')}`];
}

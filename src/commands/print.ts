import { UsageError } from '../errors.ts';
import { type Io, type Terminal, terminalOf } from '../io.ts';
import { FORMATS, type FormatName } from '../render/formats.ts';
import type { View } from '../render/view.ts';
import type { OutputOptions } from './options.ts';
import type { Outcome } from './outcome.ts';

export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

/** How to print, from what was asked and what the output is. */
export interface Presentation<Name extends string = FormatName> {
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
 * Reads `--fields`.
 *
 * @throws {UsageError} at a field that the record does not have
 */
export async function fieldsAsked<T>(typed: string, { recordName, absent }: View<T>): Promise<string[]> {
  // It comes with the whole schema.
  const { parseFields } = await import('../render/field-names.ts');
  return parseFields(typed, recordName, absent);
}

/** Renders what was found, or says that nothing was: nothing on stdout then, save `[]` under JSON. */
export async function printed<T>(
  items: readonly T[],
  view: View<T>,
  { terminal, format, fields }: Presentation,
  notes: readonly string[],
): Promise<Outcome> {
  const picked = fields === undefined ? null : await fieldsAsked(fields, view);
  const empty = items.length === 0 && format !== 'json';
  const stdout = empty ? '' : await FORMATS[format](items, view, picked, terminal);
  return { stdout, notes, code: items.length ? 0 : 1 };
}

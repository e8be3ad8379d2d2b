import { UsageError } from '../errors.ts';
import { didYouMean } from '../nearest.ts';
import { shortened } from '../render/shortened.ts';

/**
 * The one of these names that was typed.
 *
 * @param what they name, such as `format`
 * @param meant what people say for some of them
 * @throws {UsageError} if it is none of them; the message suggests the nearest
 */
export function choice<Name extends string>(
  what: string,
  typed: string,
  names: readonly Name[],
  meant: Readonly<Record<string, Name>> = {},
): Name {
  const name = names.find((each) => each === typed);
  if (name === undefined && Object.hasOwn(meant, typed))
    throw new UsageError(`no such ${what}: ${typed} is ${meant[typed]}; use --${what} ${meant[typed]}`);
  if (name === undefined)
    throw new UsageError(
      `no such ${what}: ${shortened(typed) || 'an empty name'}${didYouMean(typed, names)}; choose from ${names.join(', ')}`,
    );
  return name;
}

/** Several names joined by commas, in any case. */
export function choices<Name extends string>(
  what: string,
  typed: string,
  names: readonly Name[],
  meant: Readonly<Record<string, Name>> = {},
): readonly Name[] {
  return typed.split(',').map((part) => choice(what, part.trim().toLowerCase(), names, meant));
}

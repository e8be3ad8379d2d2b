import type { UnsoundError } from '../claim-set/fault.ts';
import { shellWord } from '../shell-word.ts';

/** The first fault of a claim set that breaks rules, how many more there are, and how to see them. */
export function unsoundMessage({ message, faults, directory }: UnsoundError): string {
  if (directory === null) return message;
  const verify = `kimtrip verify ${shellWord(directory)}`;
  return (
    message + (faults.length > 1 ? `: see them all with ${verify}` : `; mend it and check with ${verify}`)
  );
}

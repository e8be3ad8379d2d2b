import type { Words } from '../model.ts';
import type { ClaimSetDocument } from './document.ts';
import { readFileBytes } from './text-file.ts';

/** The bytes of the two files of a claim set. */
export interface FileBytes {
  readonly claims: Uint8Array;
  readonly article: Uint8Array;
}

/** What does not change while the files do not: that they are sound, and the words in them. */
export interface Prepared {
  readonly document: ClaimSetDocument;
  readonly words: Words;
}

/**
 * What the build prepared of these very files; null where it did not, as of all claim sets but the one that comes with the
 * program. To check it and take it apart each time would take as long as all the rest.
 */
export function preparedOf(files: FileBytes): Prepared | null {
  const [claims, article] = [files.claims.length, files.claims.length + files.article.length];
  try {
    const kept = readFileBytes(`${import.meta.dirname}/${preparedName(files)}`, '');
    const isOfThem =
      kept.subarray(0, claims).equals(files.claims) && kept.subarray(claims, article).equals(files.article);
    return isOfThem ? (JSON.parse(kept.toString('latin1', article)) as Prepared) : null;
  } catch {
    // It is not there, or cut off.
    return null;
  }
}

/** The bytes of the file to keep beside the program. */
export function preparedBytes({ claims, article }: FileBytes, prepared: Prepared): Uint8Array {
  // In ASCII it is read in a fraction of the time.
  const json = JSON.stringify(prepared).replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Buffer.concat([claims, article, Buffer.from(json)]);
}

/** Files of other lengths are others, so that no more is read in vain. */
export const preparedName = ({ claims, article }: FileBytes): string =>
  `claims-${claims.length}-${article.length}.cache`;

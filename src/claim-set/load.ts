import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { boundsOf } from '../edtf.ts';
import { UnreadableError } from '../errors.ts';
import type { ClaimSet } from '../model.ts';
import { shellWord } from '../shell-word.ts';
import { parseArticleText } from './article-text.ts';
import type { ClaimSetDocument } from './document.ts';
import { type Fault, faultLine, faultsOf } from './faults.ts';
import { linkClaimSet } from './link.ts';

/** A claim set that breaks rules: exit code 2, the first fault told. */
export class UnsoundError extends Error {
  override readonly name = 'UnsoundError';
  constructor(directory: string, [first, ...others]: readonly [Fault, ...Fault[]]) {
    const verify = `kimtrip verify ${shellWord(directory)}`;
    const more = others.length
      ? `, and ${others.length} more: see them all with ${verify}`
      : `; mend it and check with ${verify}`;
    super(faultLine(first) + more);
  }
}

/**
 * Loads the claim set of a folder, whole or not at all.
 *
 * @throws {UnreadableError} where a file cannot be read or parsed
 * @throws {UnsoundError} where a rule is broken
 */
export async function loadClaimSet(directory: string): Promise<ClaimSet> {
  const { json, article } = readClaimSet(directory);
  const faults = faultsOf(json, article.sentences);
  const [first, ...others] = faults;
  if (first) throw new UnsoundError(directory, [first, ...others]);
  return linkClaimSet(json as ClaimSetDocument, article, boundsOf);
}

/**
 * Every fault of the claim set of a folder, none where it is sound.
 *
 * @throws {UnreadableError} where a file cannot be read or parsed
 */
export async function verifyClaimSet(
  directory: string,
): Promise<{ faults: Fault[]; claims: number; sentences: number }> {
  const { json, article } = readClaimSet(directory);
  const faults = faultsOf(json, article.sentences);
  const claims = faults.length ? 0 : (json as ClaimSetDocument).claims.length;
  return { faults, claims, sentences: article.sentences.length };
}

function readClaimSet(directory: string) {
  const claims = readText(join(directory, 'claims.json'));
  const article = readText(join(directory, 'article.txt'));
  return { json: parseJson(claims, join(directory, 'claims.json')), article: parseArticleText(article) };
}

const READ_FAILURES: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'its folder is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  ELOOP: 'its links run in a circle',
};

/** Read at once: there is nothing to do until it is there, and waiting for a file costs more than reading it. */
function readText(path: string): string {
  const bytes = readBytes(path);
  if (!isUtf8(bytes))
    throw new UnreadableError(`cannot read ${path}: it is not UTF-8 text; save it as UTF-8`);
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = READ_FAILURES[code ?? ''] ?? message;
    throw new UnreadableError(
      `cannot read ${path}: ${why}; a claim set is a folder with article.txt and claims.json`,
    );
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableError(`cannot read ${path}: ${(error as Error).message}; mend the JSON there`);
  }
}

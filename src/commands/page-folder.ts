import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { NewFile } from '../claim-set/text-file.ts';
import { UsageError } from '../errors.ts';
import { shortened } from '../render/shortened.ts';

/** While pages are written they stand in a folder of this name; one that a stopped run left is cleared away. */
const UNFINISHED = '.kimtrip-';

/**
 * Writes pages into a folder, which then holds them and nothing else: all of them or none. Pages of an earlier export give way.
 *
 * @param mark by which a file is known for such a page
 * @throws {UsageError} where the folder holds anything else, or cannot be written to
 */
export function writePages(folder: string, mark: string, pages: Iterable<NewFile>): void {
  if (folder === '') throw new UsageError('--output is empty; name a folder for the pages');
  try {
    mkdirSync(folder, { recursive: true });
    const earlier = readdirSync(folder);
    const other = earlier.find((name) => !isOurs(folder, name, mark));
    if (other !== undefined)
      throw new UsageError(
        `${folder} has other files, such as ${shortened(other)}; nothing was written, choose an empty folder or one of an earlier export`,
      );
    const unfinished = mkdtempSync(join(folder, UNFINISHED));
    try {
      const names = new Set<string>();
      for (const [name, text] of pages) {
        writeFileSync(join(unfinished, name), text);
        names.add(name);
      }
      for (const name of names) renameSync(join(unfinished, name), join(folder, name));
      for (const name of earlier) if (!names.has(name)) rmSync(join(folder, name), { recursive: true });
    } finally {
      rmSync(unfinished, { recursive: true });
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot write to ${folder}: ${(error as Error).message}; choose another folder`);
  }
}

function isOurs(folder: string, name: string, mark: string): boolean {
  if (name.startsWith(UNFINISHED)) return true;
  return name.endsWith('.html') && readFileSync(join(folder, name), 'utf8').includes(mark);
}

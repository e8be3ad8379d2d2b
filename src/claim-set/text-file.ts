import { isUtf8 } from 'node:buffer';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UnreadableError, UsageError } from '../errors.ts';

/** In bytes; 100,000 claims with all their fields take about 80 MB, and Node reads no text of more than 512 MB at all. */
export const LARGEST = 100_000_000;

const FAILURES: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'its folder is not a folder',
  EACCES: 'permission denied',
  ELOOP: 'its links run in a circle',
};

/**
 * The text of a UTF-8 file, without a byte order mark.
 *
 * @param hint what to do where it cannot be read
 * @throws {UnreadableError} where it cannot be read, or is no text
 */
export function readTextFile(path: string, hint: string): string {
  return decodeText(readFileBytes(path, hint), path);
}

/**
 * The bytes of a file. Read at once: there is nothing to do until they are there, and waiting for a file costs more than
 * reading it.
 *
 * @param hint what to do where it cannot be read
 * @throws {UnreadableError} where it cannot be read
 */
export function readFileBytes(path: string, hint: string): Buffer {
  const unreadable = (why: string) => new UnreadableError(`cannot read ${path}: ${why}; ${hint}`);
  const attempt = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      throw unreadable(FAILURES[code ?? ''] ?? message);
    }
  };
  const file = attempt(() => statSync(path));
  if (file.isDirectory()) throw unreadable('it is a folder');
  // A pipe or a device may never end.
  if (!file.isFile()) throw unreadable('it is not a regular file');
  if (file.size > LARGEST) throw unreadable(`it has ${file.size} bytes; the limit is ${LARGEST}`);
  return attempt(() => readFileSync(path));
}

/**
 * Text of UTF-8 bytes, without a byte order mark.
 *
 * @param name where they come from
 * @throws {UnreadableError} where they are no UTF-8 text
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const notText = (what: string) =>
    new UnreadableError(`cannot read ${name}: it is ${what}; save it as UTF-8`);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw notText('UTF-16, not UTF-8 text');
  // Plain text has none, UTF-16 has one with every letter of English.
  if (bytes.includes(0)) throw notText('not UTF-8 text, for it holds NUL characters');
  if (!isUtf8(bytes)) throw notText('not UTF-8 text');
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** A file to be: its name in the folder, and its text. */
export type NewFile = readonly [name: string, text: string];

/**
 * Writes files into a folder, which is made where there is none: all of them or none, and nothing that is there is touched.
 *
 * @throws {UsageError} where one of them is there already, or the folder cannot be written to
 */
export function writeNewFiles(folder: string, files: readonly NewFile[]): void {
  const refused = (path: string, { code, message }: NodeJS.ErrnoException) => {
    const why = code === 'EEXIST' ? 'it is there already' : (FAILURES[code ?? ''] ?? message);
    return new UsageError(`cannot write ${path}: ${why}; nothing was written, choose another folder`);
  };
  if (folder === '') throw new UsageError('the name of the folder is empty; nothing was written');
  try {
    makeFolder(folder);
  } catch (error) {
    throw refused(folder, error as NodeJS.ErrnoException);
  }
  const written: string[] = [];
  for (const [name, text] of files) {
    const path = join(folder, name);
    try {
      writeFileSync(path, text, { flag: 'wx' });
    } catch (error) {
      const begun = (error as NodeJS.ErrnoException).code === 'EEXIST' ? written : [...written, path];
      for (const each of begun) rmSync(each, { force: true });
      throw refused(path, error as NodeJS.ErrnoException);
    }
    written.push(path);
  }
}

/** Makes a folder and those that it is in. Node's own does not end where a file system lets none be made, as /proc. */
function makeFolder(path: string): void {
  const found = (place: string) => statSync(place, { throwIfNoEntry: false });
  if (found(path)?.isDirectory()) return;
  const parent = dirname(path);
  if (parent !== path && !found(parent)) makeFolder(parent);
  mkdirSync(path);
}

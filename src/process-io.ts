import { fstatSync, writeSync } from 'node:fs';
import type { Io, OutputStream } from './io.ts';
import { lazily } from './lazily.ts';

/** The world of a process, whose streams are opened when they are first used. */
export function processIo(process: NodeJS.Process): Io {
  const stdout = lazily(() => outputOf(1, () => process.stdout));
  const stderr = lazily(() => outputOf(2, () => process.stderr));
  return {
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return stdout();
    },
    get stderr() {
      return stderr();
    },
    env: process.env,
    on: (event, listener) => process.on(event, listener),
    off: (event, listener) => process.off(event, listener),
  };
}

/**
 * A file, pipe or socket is written to by itself, since Node's stream for it comes with all of Node's network, which takes
 * longer than a search does.
 *
 * @param open gives Node's own
 */
function outputOf(descriptor: 1 | 2, open: () => NodeJS.WriteStream): OutputStream {
  const file = fstatSync(descriptor);
  if (!file.isFile() && !file.isFIFO() && !file.isSocket()) return open();
  return {
    write(text, done) {
      let rest = Buffer.from(text);
      try {
        while (rest.length) rest = rest.subarray(writeSync(descriptor, rest));
        done();
      } catch (error) {
        // A pipe that does not wait for its reader is full.
        if ((error as NodeJS.ErrnoException).code === 'EAGAIN') open().on('error', done).write(rest, done);
        else done(error as Error);
      }
    },
  };
}

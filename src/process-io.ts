import { fstatSync, writeSync } from 'node:fs';
import type { Io, OutputStream } from './io.ts';
import { lazily } from './lazily.ts';

/** The world of a process, whose streams are opened when they are first used. */
export function processIo(process: NodeJS.Process): Io {
  const stdout = lazily(() => openOutput(1, () => process.stdout));
  const stderr = lazily(() => openOutput(2, () => process.stderr));
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
    suspend: () => process.kill(process.pid, 'SIGTSTP'),
    page: (command, text, defaults) => page(process, command, text, defaults),
  };
}

/** The exit code of a shell that does not find a command. */
const NOT_FOUND = 127;

async function page(
  process: NodeJS.Process,
  command: string,
  text: string,
  defaults: Readonly<Record<string, string>>,
): Promise<boolean> {
  // Few runs need it, and it takes 20 ms to load.
  const { spawn } = await import('node:child_process');
  const pager = spawn(command, {
    shell: true,
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { ...defaults, ...process.env },
  });
  // The pager deals with Ctrl-C itself.
  const ignore = () => {};
  process.on('SIGINT', ignore);
  try {
    return await new Promise((resolve, reject) => {
      pager.on('error', reject);
      pager.on('close', (code) => resolve(code !== NOT_FOUND));
      // A person who has seen enough leaves before the text has ended.
      pager.stdin.on('error', ignore);
      pager.stdin.end(text);
    });
  } finally {
    process.off('SIGINT', ignore);
  }
}

/** In bytes: what a pipe holds before its reader takes some. */
const PIPE = 65_536;

/**
 * What a file, pipe or socket takes at once is written by itself, since Node's stream for it comes with all of Node's network,
 * which takes longer to load than a search takes. What has to wait for a reader is left to that stream: a signal can end it.
 *
 * @param open gives Node's own
 */
function openOutput(descriptor: 1 | 2, open: () => NodeJS.WriteStream): OutputStream {
  const file = fstatSync(descriptor);
  // Linux's memory devices, such as /dev/null, are no terminals either.
  const isMemory = file.isCharacterDevice() && file.rdev >> 8 === 1;
  const isPipe = file.isFIFO() || file.isSocket();
  if (!isPipe && !file.isFile() && !isMemory) return open();
  const writeLater = (bytes: Uint8Array, done: Done) => {
    const stream = open().on('error', done);
    stream.write(bytes, (error) => {
      if (!error) stream.off('error', done);
      done(error);
    });
  };
  return {
    write(text, done) {
      let rest = Buffer.from(text);
      if (isPipe && rest.length > PIPE) return writeLater(rest, done);
      try {
        while (rest.length) rest = rest.subarray(writeSync(descriptor, rest));
        done();
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EAGAIN') writeLater(rest, done);
        else done(error as Error);
      }
    },
  };
}

type Done = Parameters<OutputStream['write']>[1];

import type { ReadStream, WriteStream } from 'node:tty';
import { Chalk, type ChalkInstance } from 'chalk';
import { UnreadableError } from './errors.ts';
import { lazily } from './lazily.ts';

/** An output stream, as much of it as is used; Node's own fit. */
export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  write(text: string, done: (error?: Error | null) => void): unknown;
  on?(event: 'error', listener: (error: Error) => void): unknown;
  off?(event: 'error', listener: (error: Error) => void): unknown;
}

/** The outside world; Node's `process` is one. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Tells what happens to the process; left out where nothing does. */
  on?(event: ProcessEvent, listener: () => void): unknown;
  off?(event: ProcessEvent, listener: () => void): unknown;
  /** Stops the process until it is told to go on, as Ctrl-Z does. */
  suspend?(): unknown;
  /**
   * Lets a program that the shell starts show a text on the terminal, until it ends.
   *
   * @param defaults environment variables for it, where they are not set
   * @returns false where there is no such program
   */
  page?(command: string, text: string, defaults: Readonly<Record<string, string>>): Promise<boolean>;
}

/** Termination signals, SIGCONT, and exit. */
export type ProcessEvent = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'SIGCONT' | 'exit';

/** A terminal that a person sits at. The screen is on stderr, so that stdout carries only the result. */
export interface Console {
  readonly keyboard: ReadStream;
  readonly screen: WriteStream;
}

/** The terminal of a person who can be talked with; null where there is none, or none that can be drawn on. */
export async function consoleOf({ stdin, stderr, env }: Io): Promise<Console | null> {
  // Node loads its terminals with its network, which takes a part of the time that starting does.
  const { ReadStream, WriteStream } = await import('node:tty');
  const isSomeone = stdin instanceof ReadStream && stderr instanceof WriteStream && env['TERM'] !== 'dumb';
  return isSomeone ? { keyboard: stdin, screen: stderr } : null;
}

/** What an output stream can show. */
export interface Terminal {
  readonly isTerminal: boolean;
  /** In columns; infinite where nothing is to be wrapped. */
  readonly width: number;
  /** Paints nothing where colour is off. */
  readonly paint: ChalkInstance;
}

/** @param colour `--color` or `--no-color`, undefined where neither was given */
export function terminalOf(stream: OutputStream, env: Io['env'], colour: boolean | undefined): Terminal {
  const isTerminal = stream.isTTY === true;
  const columns = Number(env['COLUMNS']);
  const width =
    Number.isInteger(columns) && columns > 0
      ? columns
      : isTerminal && stream.columns
        ? stream.columns
        : Infinity;
  const paint = lazily(() => new Chalk({ level: (colour ?? wantsColour(isTerminal, env)) ? 1 : 0 }));
  return {
    isTerminal,
    width,
    get paint() {
      return paint();
    },
  };
}

function wantsColour(isTerminal: boolean, env: Io['env']): boolean {
  if (env['NO_COLOR']) return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return env['TERM'] !== 'dumb' && isTerminal;
}

/**
 * Writes everything, or finds that nobody reads any more (a closed pipe), which is no failure.
 *
 * @returns whether somebody still reads
 * @throws the stream's error, such as ENOSPC
 */
export function write(stream: OutputStream, text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error | null) => {
      if (!error) stream.off?.('error', settle);
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') reject(error);
      else resolve(!error);
    };
    // The event comes beside the callback, and would end the process with a trace if nobody listened.
    stream.on?.('error', settle);
    if (text === '') settle();
    else stream.write(text, settle);
  });
}

/**
 * All bytes of stdin.
 *
 * @param largest how many there may be, since a device or a program may never end
 * @throws {UnreadableError} where there are more, or the stream fails
 */
export async function readBytes(stdin: Io['stdin'], largest: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of stdin) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > largest) break;
    }
  } catch (error) {
    throw new UnreadableError(`cannot read stdin: ${(error as Error).message}; give it a file or a pipe`);
  }
  if (bytes > largest)
    throw new UnreadableError(`cannot read stdin: it has more than ${largest} bytes; give it less at a time`);
  return Buffer.concat(chunks);
}

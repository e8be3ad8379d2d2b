import type { Command } from '@commander-js/extra-typings';
import type { Io } from '../io.ts';

/** What a command has to say; `main` writes it. */
export interface Outcome {
  /** A text; or parts of one, where it is too long to be held. */
  readonly stdout: string | AsyncIterable<string>;
  /** Lines for stderr. */
  readonly notes: readonly string[];
  /** 0 found, 1 nothing found, 2 part of the data could not be used, 130 left without an answer. */
  readonly code: 0 | 1 | 2 | 130;
  /** The notes and the code, where they are only known once all parts are written. */
  readonly atEnd?: () => Pick<Outcome, 'notes' | 'code'>;
}

/** Adds a command to the program. `run` gets the options of its command line, defaults filled in. */
export type Add<Options> = (program: Command, run: (options: Options) => Promise<void>) => void;

/** Does what the options ask for. */
export type RunCommand<Options> = (options: Options, io: Io) => Outcome | Promise<Outcome>;

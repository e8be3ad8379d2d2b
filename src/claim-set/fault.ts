/** A rule that a claim set breaks (`error`), or a likely slip that breaks none (`warning`). */
export interface Fault {
  /** `claims.json` or `article.txt`. */
  readonly file: string;
  /** From 1; where `path` is missing from the file, the line of what should hold it. */
  readonly line: number;
  /** Of the claim, entity, topic or sentence; null where it has none. */
  readonly id: string | null;
  /** Such as `claims[3].quote`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
  /** The name of the rule, as `docs/verify.md` explains it. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
}

/** A fault of `claims.json` before its line is looked up. */
export type Finding = Pick<Fault, 'path' | 'message' | 'rule'>;

/** The most faults that are looked for: a claim set with a million faults is no claim set. */
export const MOST_FAULTS = 10_000;

/** A claim set that breaks rules; the message has the first fault, and how many more there are. */
export class UnsoundError extends Error {
  override readonly name = 'UnsoundError';
  /** In the order of the file; never empty, and at most {@link MOST_FAULTS}. */
  readonly faults: readonly Fault[];
  /** The folder that the claim set was read from; null where it was not read from one. */
  readonly directory: string | null;
  constructor(faults: readonly [Fault, ...Fault[]], directory: string | null) {
    const [{ file, path, message }, ...others] = faults;
    const atLeast = faults.length < MOST_FAULTS ? '' : 'at least ';
    const more = others.length ? `, and ${atLeast}${others.length} more` : '';
    super([`${file}:`, path, message].filter(Boolean).join(' ') + more);
    this.faults = faults;
    this.directory = directory;
  }
}

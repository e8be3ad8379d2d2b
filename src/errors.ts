/** Something the caller can mend, such as a misspelt field: exit code 2 and one line that says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Data that cannot be read at all, such as a missing file: exit code 2. */
export class UnreadableError extends Error {
  override readonly name: string = 'UnreadableError';
}

/** More claims than can be held at once; they may still be read in parts. */
export class TooManyError extends UnreadableError {
  override readonly name = 'TooManyError';
}

/** Words of which the first is no command. */
export class UnknownCommand extends Error {
  readonly words: readonly string[];
  constructor(words: readonly string[]) {
    super();
    this.words = words;
  }
}

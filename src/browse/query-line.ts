import type { Key } from 'node:readline';
import type { ReadStream, WriteStream } from 'node:tty';
import { isCancel, Prompt } from '@clack/core';

/** What a key does besides editing the query; `by` counts steps, backwards where it is negative. */
export interface Action {
  readonly on: 'claim' | 'page' | 'voice' | 'certainty';
  readonly by: number;
}

const ACTIONS: Readonly<Record<string, Action>> = {
  up: { on: 'claim', by: -1 },
  'ctrl-p': { on: 'claim', by: -1 },
  down: { on: 'claim', by: 1 },
  'ctrl-n': { on: 'claim', by: 1 },
  pageup: { on: 'page', by: -1 },
  pagedown: { on: 'page', by: 1 },
  tab: { on: 'voice', by: 1 },
  'shift-tab': { on: 'voice', by: -1 },
  'ctrl-t': { on: 'certainty', by: 1 },
};

interface QueryLineOptions {
  readonly keyboard: ReadStream;
  readonly screen: WriteStream;
  /** What is typed already. */
  readonly query: string;
  /** Aborted where something else ends the typing. */
  readonly leaving: AbortSignal;
  /** Enter does nothing as long as there is nothing to choose. */
  readonly canChoose: () => boolean;
  readonly act: (action: Action) => void;
  /** Something may have changed: the query, the caret, or the size of the screen. */
  readonly changed: () => void;
}

/**
 * The line that the query is typed into. Clack reads the keys and edits by Node's readline; it draws nothing, as it
 * redraws only what changed, and a screen that was resized has lost lines that did not.
 */
export class QueryLine extends Prompt<undefined> {
  readonly #options: QueryLineOptions;
  #query: string;
  #isPasting = false;

  constructor(options: QueryLineOptions) {
    const { keyboard: input, screen: output, query, leaving: signal, changed } = options;
    const render = () => {
      changed();
      return '';
    };
    super({ input, output, signal, initialUserInput: query, render }, true);
    this.#options = options;
    this.#query = query;
    this.on('key', (_, key) => this.#press(key));
  }

  get query(): string {
    return this.#query;
  }

  /** The offset (UTF-16) in the query where typing goes on. */
  get caret(): number {
    return this._cursor;
  }

  /** Lets a person type until they choose (true) or leave. */
  async isChosen(): Promise<boolean> {
    return !isCancel(await this.prompt());
  }

  /** Enter is dealt with below: not every one chooses. */
  protected override _shouldSubmit(): boolean {
    return false;
  }

  /** Clack takes back the tab of such a key; one in a paste parts words. */
  protected override _isActionKey(character: string | undefined, key: Key): boolean {
    return !this.#isPasting && super._isActionKey(character, key);
  }

  #press(key: Key): void {
    const { canChoose, act } = this.#options;
    const chord = `${key.ctrl ? 'ctrl-' : ''}${key.shift ? 'shift-' : ''}${key.name}`;
    const action = ACTIONS[chord];
    if (chord === 'paste-start') this.#isPasting = true;
    else if (chord === 'paste-end') this.#isPasting = false;
    else if (chord === 'return' || chord === 'enter') {
      if (!this.#isPasting && canChoose()) this.state = 'submit';
      // Readline has begun a new line.
      else this.#type(this.#isPasting ? `${this.#query} ` : this.#query);
    } else if (chord === 'ctrl-d' && this.#query === '') this.state = 'cancel';
    else if (action && !this.#isPasting) {
      // Readline has its own use for some of these keys, such as going back to an earlier line.
      if (this.userInput !== this.#query) this.#type(this.#query);
      act(action);
    } else this.#query = this.userInput;
  }

  #type(query: string): void {
    this._clearUserInput();
    this._setUserInput(query, true);
    this.#query = query;
  }
}

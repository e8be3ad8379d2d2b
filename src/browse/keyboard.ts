import { emitKeypressEvents, type Interface, type Key as NodeKey } from 'node:readline';
import type { ReadStream } from 'node:tty';

/** What somebody typed: text, of a paste or an input method too, or a key that has a name. */
export type Keystroke = { readonly text: string } | { readonly key: string };

/** In milliseconds: how long an Esc waits for what may follow it in the sequence of another key. */
const ESCAPE_TIMEOUT = 50;

/**
 * Reads keys one by one, in the order in which they come.
 *
 * @param press gets each; a named key as `up`, `ctrl-p`, `shift-tab` or `alt-b`
 * @returns stops reading, and leaves the keyboard as it was
 */
export function readKeys(keyboard: ReadStream, press: (stroke: Keystroke) => void): () => void {
  let isPasting = false;
  const onKeypress = (typed: string | undefined, key: NodeKey) => {
    if (key.name === 'paste-start') isPasting = true;
    else if (key.name === 'paste-end') isPasting = false;
    else if (isPasting) press({ text: typed ?? key.sequence ?? '' });
    else press(strokeOf(typed, key));
  };
  // Only its time limit is read of an interface, which by itself would edit the line (wrongly: what is pasted into the
  // middle of a line ends up behind it on some Nodes, 20.20 for one).
  emitKeypressEvents(keyboard, { escapeCodeTimeout: ESCAPE_TIMEOUT } as unknown as Interface);
  keyboard.on('keypress', onKeypress);
  keyboard.setRawMode(true);
  keyboard.resume();
  return () => {
    keyboard.off('keypress', onKeypress);
    keyboard.setRawMode(false);
    keyboard.pause();
  };
}

function strokeOf(typed: string | undefined, { name, ctrl, meta, shift }: NodeKey): Keystroke {
  const isPlain = !ctrl && !meta && typed !== undefined && !/\p{Cc}/u.test(typed);
  if (isPlain) return { text: typed };
  // Esc by itself comes with the mark of Alt.
  const alt = meta && name !== 'escape' ? 'alt-' : '';
  return {
    key: `${ctrl ? 'ctrl-' : ''}${alt}${shift && !/^[A-Z]$/i.test(name ?? '') ? 'shift-' : ''}${name}`,
  };
}

import type { Io } from '../io.ts';

/** What puts a text on the clipboard of the terminal, which may ignore it (OSC 52 of xterm). */
export const copySequence = (text: string): string =>
  `\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`;

/** Terminals that let programs copy unless they are told not to, by what they set `TERM` or `TERM_PROGRAM` to. */
const COPYING = /^(?:alacritty|contour|foot|rio|vscode|wezterm|(?:xterm-)?(?:ghostty|kitty))/i;

/** Whether the terminal is known to let programs copy. A multiplexer between, tmux or screen, seldom does. */
export function letsCopy({ TERM = '', TERM_PROGRAM = '', WT_SESSION, TMUX, STY }: Io['env']): boolean {
  if (TMUX || STY) return false;
  return COPYING.test(TERM) || COPYING.test(TERM_PROGRAM) || Boolean(WT_SESSION);
}

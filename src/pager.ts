import { stripVTControlCharacters } from 'node:util';
import { type Io, type OutputStream, write } from './io.ts';

/**
 * Shows a text by the pager if it is longer than the terminal, as git and gh do; else, and in a pipe, just writes it.
 *
 * @throws the stream's error, such as ENOSPC
 */
export async function showPaged(text: string, io: Io): Promise<void> {
  const command = pagerCommand(io.env);
  const isPaged =
    command !== null && io.page && isLonger(text, io.stdout) && (await io.page(command, text, PAGER_ENV));
  if (!isPaged) await write(io.stdout, text);
}

/** What git sets for its pagers: less quits where all fits, keeps colours, and leaves the text on the screen. */
const PAGER_ENV = { LESS: 'FRX', LV: '-c' };

/** `PAGER`, else less; null where nothing is to be paged. */
function pagerCommand(env: Io['env']): string | null {
  const command = env['PAGER'] ?? 'less';
  return command.trim() === '' || command === 'cat' || env['TERM'] === 'dumb' ? null : command;
}

/** Whether a text takes more rows than the terminal has; a stream that has no rows is no terminal. */
function isLonger(text: string, { isTTY, rows, columns = 80 }: OutputStream): boolean {
  if (!isTTY || !rows) return false;
  const widths = stripVTControlCharacters(text)
    .split('\n')
    .map(({ length }) => length);
  return widths.reduce((sum, width) => sum + Math.max(1, Math.ceil(width / columns)), 0) > rows;
}

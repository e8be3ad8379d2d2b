import type { Key } from 'node:readline';
import type { Console, Io } from '../io.ts';
import type { Frame } from './screen.ts';

/** Private modes of DEC and xterm that other terminals share. */
const ALTERNATE_SCREEN = '?1049';
const WRAPPED_LINES = '?7';
const CURSOR = '?25';
const MARKED_PASTES = '?2004';

const on = (mode: string) => `\u001b[${mode}h`;
const off = (mode: string) => `\u001b[${mode}l`;
const moveTo = (row: number, column: number) => `\u001b[${row + 1};${column + 1}H`;
const ERASE_LINE = '\u001b[2K';

const TAKE = on(ALTERNATE_SCREEN) + off(WRAPPED_LINES) + on(MARKED_PASTES);
const GIVE_BACK = off(MARKED_PASTES) + on(WRAPPED_LINES) + on(CURSOR) + off(ALTERNATE_SCREEN);

/** What draws a whole screen anew, each of its lines at its place, whatever stood there. */
function drawn({ lines, caret }: Frame): string {
  const rows = lines.map((text, row) => moveTo(row, 0) + ERASE_LINE + text);
  return off(CURSOR) + rows.join('') + moveTo(caret.row, caret.column) + on(CURSOR);
}

/** A terminal that is taken whole. */
interface WholeScreen {
  show(frame: Frame): void;
  giveBack(): void;
}

/**
 * Takes the whole terminal, and sees to it that the person gets theirs back however this ends.
 *
 * @param redraw what to do after Ctrl-Z and `fg`
 * @param leave what to do where the process is told to end or the terminal is gone
 * @returns shows frames while the terminal is taken, and gives it back
 */
export function takeScreen(
  { keyboard, screen }: Console,
  io: Pick<Io, 'on' | 'off'>,
  redraw: () => void,
  leave: () => void,
): WholeScreen {
  let isTaken = true;
  const give = () => {
    isTaken = false;
    screen.write(GIVE_BACK);
  };
  const beforeStop = (_: unknown, key: Key) => {
    if (key.ctrl && key.name === 'z') give();
  };
  const afterStop = () => {
    isTaken = true;
    screen.write(TAKE);
    // Readline pauses the keyboard then, and leaves it to the program to go on.
    setImmediate(() => keyboard.resume());
    redraw();
  };
  const ends = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of ends) io.on?.(signal, leave);
  io.on?.('SIGCONT', afterStop);
  // What ends the process at once, a fault for one, still tells this.
  io.on?.('exit', give);
  keyboard.on('end', leave);
  // These stay: a terminal that is gone fails again when it is given back.
  keyboard.on('error', leave);
  screen.on('error', leave);
  keyboard.prependListener('keypress', beforeStop);
  screen.write(TAKE);
  return {
    show(frame) {
      // What a key began before Ctrl-Z may end before the terminal is taken again.
      if (isTaken) screen.write(drawn(frame));
    },
    giveBack() {
      for (const signal of ends) io.off?.(signal, leave);
      io.off?.('SIGCONT', afterStop);
      io.off?.('exit', give);
      keyboard.off('end', leave);
      keyboard.off('keypress', beforeStop);
      give();
    },
  };
}

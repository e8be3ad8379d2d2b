import type { Console, Io } from '../io.ts';
import { copySequence } from './clipboard.ts';
import { type Keystroke, readKeys } from './keyboard.ts';
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
  /** Sends a text to the clipboard. */
  copy(text: string): void;
  /** Gives the terminal back and stops the process until `fg`, as Ctrl-Z does elsewhere. */
  suspend(): void;
  giveBack(): void;
}

/** What happens on a terminal. */
interface Handlers {
  readonly press: (stroke: Keystroke) => void;
  /** The screen is to be drawn again: it has another size, or the process goes on after a stop. */
  readonly redraw: () => void;
  /** The process is told to end, or the terminal is gone. */
  readonly leave: () => void;
}

/** Takes the whole terminal, screen and keys, and makes sure that the person gets it back however this ends. */
export function takeScreen(
  { keyboard, screen }: Console,
  io: Pick<Io, 'on' | 'off' | 'suspend'>,
  { press, redraw, leave }: Handlers,
): WholeScreen {
  let isTaken = false;
  let stopKeys = () => {};
  const take = () => {
    isTaken = true;
    screen.write(TAKE);
    stopKeys();
    stopKeys = readKeys(keyboard, press);
  };
  const give = () => {
    if (!isTaken) return;
    isTaken = false;
    screen.write(GIVE_BACK);
    keyboard.setRawMode(false);
  };
  const afterStop = () => {
    take();
    redraw();
  };
  const ends = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of ends) io.on?.(signal, leave);
  io.on?.('SIGCONT', afterStop);
  // What ends the process at once, a bug for one, still tells this.
  io.on?.('exit', give);
  keyboard.on('end', leave);
  // These stay: a terminal that is gone fails again when it is given back.
  keyboard.on('error', leave);
  screen.on('error', leave);
  screen.on('resize', redraw);
  take();
  return {
    show(frame) {
      // What a key began before Ctrl-Z may end before the terminal is taken again.
      if (isTaken) screen.write(drawn(frame));
    },
    copy(text) {
      screen.write(copySequence(text));
    },
    suspend() {
      // The keyboard stays open: with nothing left to wait for, the process would end as soon as it goes on.
      give();
      io.suspend?.();
    },
    giveBack() {
      for (const signal of ends) io.off?.(signal, leave);
      io.off?.('SIGCONT', afterStop);
      io.off?.('exit', give);
      keyboard.off('end', leave);
      screen.off('resize', redraw);
      give();
      stopKeys();
    },
  };
}

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { PROGRAM } from '../helpers.ts';

const run = promisify(execFile);

/** A bash in a real pseudo-terminal, in which `kimtrip` is the real program. */
export interface Shell {
  /** Types text as it is. */
  type(text: string): Promise<void>;
  /** Presses keys by tmux's names for them: `Enter`, `C-n`, `Down`. */
  press(...keys: string[]): Promise<void>;
  /** Pastes text as a terminal does that tells what is pasted. */
  paste(text: string): Promise<void>;
  resize(columns: number, rows: number): Promise<void>;
  /** The lines of the screen, without the empty ones at its end. */
  screen(): Promise<string[]>;
  /** Waits for the screen to be such, and gives it; after a while it gives what there is instead. */
  shows(isSuch: (lines: string[]) => boolean): Promise<string[]>;
  /** Sends a signal to the process whose id is in the file `pid` of the shell's folder. */
  kill(signal: string): Promise<void>;
  /** What a program may have left behind, in the words of tmux's formats, and which program is in front. */
  modes(): Promise<Record<'alternate' | 'cursor' | 'wrap' | 'pane', string>>;
  /** What a program has copied last (OSC 52). */
  clipboard(): Promise<string>;
  /** The screen with the escape sequences of its colours. */
  colours(): Promise<string>;
}

/** @param env what the shell's environment has besides */
export async function openShell(
  columns: number,
  rows: number,
  env: Readonly<Record<string, string>> = {},
): Promise<Shell> {
  const folder = await mkdtemp(join(tmpdir(), 'kimtrip-tmux-'));
  const start = join(folder, 'bashrc');
  await writeFile(start, `PS1='$ '\nPROGRAM='${PROGRAM}'\nkimtrip() { "$PROGRAM" "$@"; }\ncd '${folder}'\n`);
  const { NO_COLOR, FORCE_COLOR, COLUMNS, KIMTRIP_DATA, TMUX, ...inherited } = process.env;
  const environment = { ...inherited, LC_ALL: 'C.UTF-8', ...env };
  const tmux = async (...words: string[]) => {
    const { stdout } = await run('tmux', ['-u', '-S', join(folder, 'socket'), '-f', '/dev/null', ...words], {
      env: environment,
    });
    return stdout;
  };
  onTestFinished(async () => {
    await tmux('kill-server');
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  await tmux(
    ...['new-session', '-d', '-x', String(columns), '-y', String(rows)],
    `exec bash --noprofile --rcfile '${start}'`,
  );
  await tmux('set-option', '-s', 'set-clipboard', 'on');
  const screen = async () => (await tmux('capture-pane', '-p')).trimEnd().split('\n');
  const shows = async (isSuch: (lines: string[]) => boolean) => {
    const end = Date.now() + 30_000;
    for (let [before, lines] = ['', await screen()]; ; lines = await screen()) {
      // Drawn to its end: it stays as it is.
      const isDone = isSuch(lines) && lines.join('\n') === before;
      if (isDone || Date.now() > end) return lines;
      before = lines.join('\n');
      await wait(50);
    }
  };
  await shows((lines) => lines[0] === '$');
  return {
    type: async (text) => void (await tmux('send-keys', '-l', text)),
    press: async (...keys) => void (await tmux('send-keys', ...keys)),
    async paste(text) {
      await tmux('set-buffer', text);
      await tmux('paste-buffer', '-p');
    },
    resize: async (width, height) =>
      void (await tmux('resize-window', '-x', String(width), '-y', String(height))),
    screen,
    shows,
    kill: async (signal) =>
      void process.kill(
        Number(await readFile(join(folder, 'pid'), 'utf8')),
        `SIG${signal}` as NodeJS.Signals,
      ),
    async modes() {
      const formats = ['alternate_on', 'cursor_flag', 'wrap_flag', 'pane_current_command'];
      const told = await tmux('display-message', '-p', formats.map((format) => `#{${format}}`).join(' '));
      const [alternate = '', cursor = '', wrap = '', pane = ''] = told.trim().split(' ');
      return { alternate, cursor, wrap, pane };
    },
    clipboard: () => tmux('show-buffer'),
    colours: () => tmux('capture-pane', '-p', '-e'),
  };
}

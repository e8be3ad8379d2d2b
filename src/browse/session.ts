import type { Console, Io, Terminal } from '../io.ts';
import type { Claim } from '../model.ts';
import { type Action, QueryLine } from './query-line.ts';
import { drawScreen } from './screen.ts';
import type { Browsing, Walk } from './state.ts';
import { takeScreen } from './whole-screen.ts';

/**
 * Lets a person browse until they choose a claim or leave; the terminal is then as it was before.
 *
 * @param query what is typed already
 * @param terminal its terminal's width is the screen's, whatever that becomes
 * @returns null where they left
 */
export async function browse(
  { start, walk }: { readonly start: Browsing; readonly walk: Walk },
  query: string,
  terminal: Terminal,
  console: Console,
  io: Pick<Io, 'on' | 'off'>,
): Promise<Claim | null> {
  const { keyboard, screen } = console;
  let browsing = start;
  let page = 1;
  let drawing: NodeJS.Immediate | undefined;

  /** The search waits until it is needed: once for all keys that come together, such as a paste. */
  const catchUp = () => {
    browsing = walk(browsing, { to: 'query', query: line.query });
  };
  const act = ({ on, by }: Action) => {
    catchUp();
    browsing = walk(browsing, on === 'page' ? { to: 'claim', by: by * page } : { to: on, by });
  };
  const canChoose = () => {
    catchUp();
    return browsing.listed.length > 0;
  };
  const draw = () => {
    drawing = undefined;
    catchUp();
    // Some terminals do not tell their size.
    const sized = { ...terminal, width: screen.columns || 80 };
    const frame = drawScreen(browsing, line, start.listed.length, screen.rows || 24, sized);
    page = frame.page;
    whole.show(frame);
  };
  const changed = () => {
    drawing ??= setImmediate(draw);
  };

  const leaving = new AbortController();
  const options = { keyboard, screen, query, leaving: leaving.signal, canChoose, act, changed };
  const line = new QueryLine(options);
  const whole = takeScreen(console, io, changed, () => leaving.abort());
  try {
    return (await line.isChosen()) ? (browsing.listed[browsing.selected]?.claim ?? null) : null;
  } finally {
    clearImmediate(drawing);
    whole.giveBack();
  }
}

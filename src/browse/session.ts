import type { Console, Io, Terminal } from '../io.ts';
import type { Claim } from '../model.ts';
import { quotationText } from '../render/wording.ts';
import { letsCopy } from './clipboard.ts';
import type { Keystroke } from './keyboard.ts';
import { EDITS, type EditedLine, insert } from './line-editor.ts';
import { drawHelp, drawScreen } from './screen.ts';
import type { Browsing, Turn, Walk } from './state.ts';
import { takeScreen } from './whole-screen.ts';

/** What keys do besides editing the query; `by` counts steps, backwards where it is negative. */
const STEPS: Readonly<Record<string, { readonly to: Turn['to'] | 'page'; readonly by: number }>> = {
  up: { to: 'claim', by: -1 },
  'ctrl-p': { to: 'claim', by: -1 },
  down: { to: 'claim', by: 1 },
  'ctrl-n': { to: 'claim', by: 1 },
  pageup: { to: 'page', by: -1 },
  pagedown: { to: 'page', by: 1 },
  tab: { to: 'voice', by: 1 },
  'shift-tab': { to: 'voice', by: -1 },
  'ctrl-t': { to: 'certainty', by: 1 },
};

/**
 * Lets a person browse until they choose claims or leave; the terminal is then as it was before.
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
  io: Pick<Io, 'env' | 'on' | 'off' | 'suspend'>,
): Promise<readonly Claim[] | null> {
  const { screen } = console;
  let browsing = start;
  let line: EditedLine = insert({ text: '', caret: 0 }, query);
  let page = 1;
  let message = '';
  let isHelp = false;
  let drawing: NodeJS.Immediate | undefined;
  let end: (claims: readonly Claim[] | null) => void = () => {};
  const ended = new Promise<readonly Claim[] | null>((resolve) => {
    end = resolve;
  });

  /** The search waits until it is needed: once for all keys that come together, such as a paste. */
  const catchUp = () => {
    browsing = walk(browsing, { to: 'query', query: line.text });
  };
  const draw = () => {
    drawing = undefined;
    catchUp();
    // Some terminals do not tell their size.
    const sized = { ...terminal, width: screen.columns || 80 };
    const rows = screen.rows || 24;
    const total = start.listed.length;
    const frame = isHelp
      ? drawHelp(rows, sized)
      : drawScreen({ browsing, line, total, message }, rows, sized);
    page = frame.page;
    whole.show(frame);
  };
  const changed = () => {
    drawing ??= setImmediate(draw);
  };

  /** The marked claims, else the selected one. */
  const chosen = (): readonly Claim[] => {
    catchUp();
    const selected = browsing.listed[browsing.selected]?.claim;
    return browsing.marked.length || !selected ? browsing.marked : [selected];
  };
  const choose = () => {
    const claims = chosen();
    if (claims.length) end(claims);
  };
  const copy = () => {
    const claims = chosen();
    if (!claims.length) return;
    whole.copy(claims.map(quotationText).join('\n\n'));
    const ids = claims.map(({ id }) => id).join(', ');
    message = letsCopy(io.env)
      ? `sent to the clipboard: ${ids}`
      : `this terminal may not let programs copy; Enter quotes ${ids}`;
  };
  const mark = () => {
    catchUp();
    browsing = walk(walk(browsing, { to: 'mark' }), { to: 'claim', by: 1 });
  };
  const step = (key: string) => {
    const found = STEPS[key];
    if (!found) return;
    catchUp();
    const { to, by } = found;
    browsing = walk(browsing, to === 'page' ? { to: 'claim', by: by * page } : { to, by });
  };
  const pressKey = (key: string) => {
    const leaves = key === 'escape' || key === 'ctrl-c' || (key === 'ctrl-d' && line.text === '');
    if (leaves) end(null);
    else if (key === 'return' || key === 'enter') choose();
    else if (key === 'ctrl-z') whole.suspend();
    else if (key === 'ctrl-s') mark();
    else if (key === 'ctrl-y') copy();
    else if (key === 'f1') isHelp = true;
    else if (Object.hasOwn(EDITS, key)) line = EDITS[key]?.(line) ?? line;
    else step(key);
  };
  const press = (stroke: Keystroke) => {
    message = '';
    // Any key but those that leave ends the help.
    if (isHelp && !('key' in stroke && stroke.key === 'ctrl-c')) isHelp = false;
    else if ('text' in stroke && stroke.text === '?' && line.text === '') isHelp = true;
    else if ('text' in stroke) line = insert(line, stroke.text);
    else pressKey(stroke.key);
    changed();
  };

  const whole = takeScreen(console, io, { press, redraw: changed, leave: () => end(null) });
  changed();
  try {
    return await ended;
  } finally {
    clearImmediate(drawing);
    whole.giveBack();
  }
}

import type { Terminal } from '../io.ts';
import type { Claim, Hit } from '../model.ts';
import { markedSentence, markedText, qualifiers, quoteInside, reservations } from '../render/claim-view.ts';
import { cut, draw, padEnd, widest, widthOf } from '../render/draw.ts';
import { unmatchedText } from '../render/search-wording.ts';
import { visible } from '../render/sinks.ts';
import { joined, type Styled, styled } from '../render/text.ts';
import { counted, speakersText } from '../render/wording.ts';
import type { EditedLine } from './line-editor.ts';
import type { Browsing } from './state.ts';

/** A whole screen, never wider or higher than it. */
export interface Frame {
  /** One a row. */
  readonly lines: readonly string[];
  /** Where typing goes on, from 0. */
  readonly caret: { readonly row: number; readonly column: number };
  /** How many claims are listed at a time. */
  readonly page: number;
}

/**
 * The query, what is listed, the list, and the claim that is looked at with its sentence, who says it and how sure.
 * Where rows are few the keys go first, then the list shrinks, then the sentence does; who says it and how sure stay.
 *
 * @param rows of the screen; its columns are the terminal's
 * @param total how many claims there are to browse
 */
export function drawScreen(
  browsing: Browsing,
  line: EditedLine,
  total: number,
  rows: number,
  terminal: Terminal,
): Frame {
  const { width, paint } = terminal;
  const prompt = drawPrompt(line, width);
  const keys = rows < ROOMY ? [] : [paint.dim(cut(widthOf(KEYS) > width ? SHORT_KEYS : KEYS, width))];
  const status = rows < 6 ? [] : [statusLine(browsing, total, width)];
  const rule = rows < ROOMY ? [] : [paint.dim('─'.repeat(width))];
  const room = Math.max(0, rows - 1 - keys.length - status.length - rule.length);
  const looked = browsing.listed[browsing.selected];
  // Half the room, so that the list stays in its place; more where a claim needs it.
  const preview = looked ? drawPreview(looked, room, terminal) : [];
  const page = Math.max(1, room - Math.max(preview.length, Math.floor(room / 2)));
  const list = looked ? drawList(browsing, page, terminal) : [cut(nothingFound(browsing), width)];
  const lines = [
    prompt.line,
    ...status,
    ...filled(list, page),
    ...rule,
    ...filled(preview, room - page),
    ...keys,
  ];
  return { lines: filled(lines, rows), caret: { row: 0, column: prompt.column }, page };
}

/** Fewer rows than these leave none for the keys and the rule. */
const ROOMY = 10;
const KEYS = 'Enter quote · Esc leave · ↑↓ move · Tab source · Ctrl-T certainty';
const SHORT_KEYS = 'Enter · Esc · Tab source · ^T certainty';
const PROMPT = '> ';

const filled = (lines: readonly string[], rows: number) =>
  Array.from({ length: Math.max(0, rows) }, (_, at) => lines[at] ?? '');

/** The query, of which as much is left out at its beginning as keeps the caret in sight. */
function drawPrompt({ text, caret }: EditedLine, width: number): { line: string; column: number } {
  const before = Array.from(visible(text.slice(0, caret)));
  let from = before.length;
  for (let left = width - PROMPT.length - 1; from > 0; from -= 1) {
    left -= widthOf(before[from - 1] as string);
    if (left < 0) break;
  }
  const start = PROMPT + before.slice(from).join('');
  const column = widthOf(start);
  return { line: start + cut(visible(text.slice(caret)), width - column), column };
}

function statusLine({ listed, unmatched, voice, certainty }: Browsing, total: number, width: number): string {
  const filters = `source: ${voice?.name ?? 'all'} · certainty: ${certainty ?? 'all'}`;
  const missing = unmatched.length ? ` · ${unmatchedText(unmatched)}` : '';
  const long = `${listed.length} of ${counted(total, 'claim')} · ${filters}${missing}`;
  if (widthOf(visible(long)) <= width) return visible(long);
  // The certainty has to stay in sight, so that a source's long name gives way.
  const end = ` · certainty: ${certainty ?? 'all'}`;
  const begin = `${listed.length}/${total} · source: ${voice?.name ?? 'all'}`;
  return cut(cut(begin, width - end.length) + end, width);
}

function nothingFound({ voice, certainty }: Browsing): string {
  return voice || certainty ? 'nothing found; Tab and Ctrl-T change the filters' : 'nothing found';
}

/** The stretch of the list around the selected claim, which a sign marks. */
function drawList({ listed, selected }: Browsing, page: number, terminal: Terminal): string[] {
  const top = Math.max(0, Math.min(selected - Math.floor(page / 2), listed.length - page));
  const shown = listed.slice(top, top + page).map(({ claim }) => claim);
  const margins = {
    id: widest(shown.map(({ id }) => id)),
    certainty: widest(shown.map(({ certainty }) => certainty)),
  };
  return shown.map((claim, at) => drawRow(claim, top + at === selected, margins, terminal));
}

/** From this width on a row says who says it, too; the preview does at any. */
const WIDE = 100;
const WHO = 28;

function drawRow(
  claim: Claim,
  isSelected: boolean,
  margins: { readonly id: number; readonly certainty: number },
  { width, paint }: Terminal,
): string {
  const start = `${isSelected ? '▸' : ' '} ${padEnd(claim.id, margins.id)}  ${padEnd(claim.certainty, margins.certainty)}  `;
  const who = width < WIDE ? '' : `${padEnd(cut(speakersText(claim), WHO), WHO)}  `;
  const text = cut(claim.text, width - widthOf(start + who));
  const row = cut(start + who + text, width);
  return isSelected ? paint.bold(row) : row;
}

/** The claim, its sentence and its qualifiers in no more than `room` rows, less one for the list. */
function drawPreview(hit: Hit, room: number, terminal: Terminal): string[] {
  const { claim } = hit;
  const { width, paint } = terminal;
  const rows = Math.max(0, room - 1);
  // A column is left for an ellipsis.
  const lines = (text: Styled) => draw(text, width - 1).split('\n');
  const who = shortened(lines(qualifiers(claim, terminal)), rows);
  const text = [markedText(hit, terminal), ...reservations(claim)].flatMap(lines);
  const left = rows - who.length;
  const whole = lines(paint.level ? markedSentence(hit, terminal) : bracketed(claim));
  // Where the sentence does not fit, the claim's words alone come before the rest of it.
  const sentence = text.length + whole.length <= left ? whole : lines(wordsOf(claim, terminal));
  const forText = Math.max(Math.ceil(left / 2), left - sentence.length);
  const textLines = shortened(text, forText);
  return [...textLines, ...shortened(sentence, left - textLines.length), ...who];
}

/** The sentence where nothing can be underlined. */
function bracketed(claim: Claim): Styled {
  const { before, words, after } = quoteInside(claim);
  return styled(`“${before}[${words}]${after}”`);
}

/** The claim's words without their sentence, of which an ellipsis says where there is more. */
function wordsOf(claim: Claim, { paint }: Terminal): Styled {
  const { before, words, after } = quoteInside(claim);
  return joined([
    styled(before ? '“…' : '“'),
    paint.level ? styled(words, paint.underline) : styled(`[${words}]`),
    styled(after ? '…”' : '”'),
  ]);
}

/** The first lines, the last of them with an ellipsis where more is left out. */
function shortened(lines: readonly string[], rows: number): string[] {
  if (lines.length <= rows) return [...lines];
  const kept = lines.slice(0, Math.max(0, rows));
  const last = kept.pop();
  if (last === undefined) return [];
  return [...kept, `${last}…`];
}

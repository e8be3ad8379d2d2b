import type { Terminal } from '../io.ts';
import { CERTAINTIES, type Claim, type Hit } from '../model.ts';
import { markedText, qualifiers, quotedSentence, reservations } from '../render/claim-view.ts';
import { quoteInside } from '../render/claim-words.ts';
import { cut, draw, drawCut, hang, padEnd, visibleCharacters, widest, widthOf } from '../render/draw.ts';
import { CERTAINTY_SIGNS, certaintyPaint } from '../render/emphasis.ts';
import { unmatchedText } from '../render/search-wording.ts';
import { visible } from '../render/sinks.ts';
import { joinStyled, type Styled, styled } from '../render/text.ts';
import { counted, quotationMarks, speakersText } from '../render/wording.ts';
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

/** What a screen shows. */
interface Shown {
  readonly browsing: Browsing;
  /** The query as it is typed. */
  readonly line: EditedLine;
  /** How many claims there are to browse. */
  readonly total: number;
  /** In the place of the keys; empty for none. */
  readonly message: string;
}

/**
 * The query, what is listed, the list, and the claim that is looked at with its sentence, who says it and how sure.
 * Where rows are few the keys go first, then the list shrinks, then the sentence does; who says it and how sure stay.
 *
 * @param rows of the screen; its columns are the terminal's
 */
export function drawScreen(
  { browsing, line, total, message }: Shown,
  rows: number,
  terminal: Terminal,
): Frame {
  const { width, paint } = terminal;
  const prompt = drawPrompt(line, width);
  const told = message || (rows < ROOMY ? '' : widthOf(KEYS) > width ? SHORT_KEYS : KEYS);
  const keys = told ? [paint.dim(cut(told, width))] : [];
  const status = rows < 6 ? [] : [statusLine(browsing, total, width)];
  const rule = rows < ROOMY ? [] : [paint.dim('─'.repeat(width))];
  const room = Math.max(0, rows - 1 - keys.length - status.length - rule.length);
  const looked = browsing.listed[browsing.selected];
  // Room for most claims, so that the list stays in its place; more where a claim needs it.
  const preview = looked ? drawPreview(looked, room, terminal) : [];
  const page = Math.max(1, room - Math.max(preview.length, Math.min(USUAL_PREVIEW, Math.floor(room / 2))));
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

/** Nine of ten claims of the shipped set need no more rows at 80 columns. */
const USUAL_PREVIEW = 9;
/** Fewer rows than these leave none for the keys and the rule. */
const ROOMY = 10;
const KEYS = 'Enter quote · Esc leave · ↑↓ move · Tab source · Ctrl-T certainty · ? keys';
const SHORT_KEYS = 'Enter · Esc · Tab source · ^T sure · ?';
const PROMPT = '> ';

const HELP = [
  ['Enter', 'quote the claim, or all marked claims'],
  ['Esc, Ctrl-C', 'leave'],
  ['↑ ↓ PgUp PgDn', 'move; also Ctrl-P, Ctrl-N'],
  ['Tab', 'only claims of the next source; Shift-Tab: the one before'],
  ['Ctrl-T', 'only claims of the next certainty'],
  ['Ctrl-S', 'mark the claim (*), to quote several together'],
  ['Ctrl-Y', 'copy the quotation to the clipboard'],
  ['Ctrl-U Ctrl-W', 'delete the query, its last word'],
  ['?', 'these keys, where nothing is typed; F1 always'],
] as const;
const SIGNS = `How sure the source is: certain, ${CERTAINTIES.flatMap((each) => (CERTAINTY_SIGNS[each] ? [`${CERTAINTY_SIGNS[each]}\u00a0${each}`] : [])).join(', ')}`;
const GO_ON = 'Press a key to go on.';
const WIDEST_KEYS = widest(HELP.map(([keys]) => keys)) + 2;

/** The keys and signs; where rows are few, without the last of them. */
export function drawHelp(rows: number, { width }: Terminal): Frame {
  const wrapped = (text: string, room: number) => draw(styled(text), Math.max(1, room));
  const keys = HELP.map(([keys, effect]) =>
    hang(padEnd(keys, WIDEST_KEYS), wrapped(effect, width - WIDEST_KEYS)),
  );
  const parts = [keys.join('\n'), wrapped(SIGNS, width)].map((part) => part.split('\n'));
  const roomy = parts.flatMap((part) => [...part, '']);
  const lines = roomy.length < rows ? roomy : parts.flat().slice(0, Math.max(0, rows - 1));
  return {
    lines: filled(
      [...lines, GO_ON].map((line) => cut(line, width)),
      rows,
    ),
    caret: { row: 0, column: 0 },
    page: 1,
  };
}

const filled = (lines: readonly string[], rows: number) =>
  Array.from({ length: Math.max(0, rows) }, (_, at) => lines[at] ?? '');

/** The query, of which as much is left out at its beginning as keeps the caret in sight. */
function drawPrompt({ text, caret }: EditedLine, width: number): { line: string; column: number } {
  const before = visibleCharacters(text.slice(0, caret));
  let from = before.length;
  for (let left = width - PROMPT.length - 1; from > 0; from -= 1) {
    left -= widthOf(before[from - 1] ?? '');
    if (left < 0) break;
  }
  const start = PROMPT + before.slice(from).join('');
  const column = widthOf(start);
  return { line: start + cut(visible(text.slice(caret)), width - column), column };
}

function statusLine(
  { listed, marked, unmatched, voice, certainty }: Browsing,
  total: number,
  width: number,
): string {
  const filters = `source: ${voice?.name ?? 'all'} · certainty: ${certainty ?? 'all'}`;
  const marks = marked.length ? ` · ${marked.length} marked` : '';
  const missing = unmatched.length ? ` · ${unmatchedText(unmatched)}` : '';
  const long = `${listed.length} of ${counted(total, 'claim')} · ${filters}${marks}${missing}`;
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
function drawList({ listed, selected, marked }: Browsing, page: number, terminal: Terminal): string[] {
  const top = Math.max(0, Math.min(selected - Math.floor(page / 2), listed.length - page));
  const shown = listed.slice(top, top + page);
  const widthOfWho = Math.min(Math.floor(terminal.width / 4), WIDEST_WHO);
  const margins = {
    id: widest(shown.map(({ claim }) => claim.id)),
    sure: widest(shown.map(({ claim }) => howSure(claim))),
    who: Math.min(widest(shown.map(({ claim }) => speakersText(claim))), widthOfWho),
  };
  return shown.map((hit, at) =>
    drawRow(
      hit,
      { isSelected: top + at === selected, isMarked: marked.includes(hit.claim) },
      margins,
      terminal,
    ),
  );
}

/** From this width on a row says who says it, too; the preview does at any. */
const WIDE = 80;
const WIDEST_WHO = 28;

/** `~ probable` */
const howSure = ({ certainty }: Claim) => `${CERTAINTY_SIGNS[certainty]} ${certainty}`.trimStart();

function drawRow(
  hit: Hit,
  { isSelected, isMarked }: { readonly isSelected: boolean; readonly isMarked: boolean },
  margins: { readonly id: number; readonly sure: number; readonly who: number },
  terminal: Terminal,
): string {
  const { width, paint } = terminal;
  const { claim } = hit;
  const start = `${isSelected ? '▸' : ' '}${isMarked ? '*' : ' '}${padEnd(claim.id, margins.id)}  `;
  const sure = padEnd(howSure(claim), margins.sure);
  const who = width < WIDE ? '' : `  ${padEnd(cut(speakersText(claim), margins.who), margins.who)}`;
  const row = joinStyled([
    styled(start, isSelected ? paint.bold : undefined),
    styled(sure, certaintyPaint(claim.certainty, paint)),
    styled(who, claim.attribution.length ? paint.bold : undefined),
    styled('  '),
    markedText(hit, terminal),
  ]);
  const drawn = drawCut(row, width);
  return isSelected ? paint.inverse(drawn) : drawn;
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
  const whole = lines(paint.level ? quotedSentence(hit, terminal) : bracketed(claim));
  // Where the sentence does not fit, the claim's words alone come before the rest of it.
  const sentence = text.length + whole.length <= left ? whole : lines(wordsOf(claim, terminal));
  const forText = Math.max(Math.ceil(left / 2), left - sentence.length);
  const textLines = shortened(text, forText);
  return [...textLines, ...shortened(sentence, left - textLines.length), ...who];
}

/** The sentence where nothing can be underlined. */
function bracketed(claim: Claim): Styled {
  const { before, words, after } = quoteInside(claim);
  const [open, close] = quotationMarks(claim.sentence.text);
  return styled(`${open}${before}[${words}]${after}${close}`);
}

/** The claim's words without their sentence, of which an ellipsis says where there is more. */
function wordsOf(claim: Claim, { paint }: Terminal): Styled {
  const { before, words, after } = quoteInside(claim);
  return joinStyled([
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

/** A line of text that somebody edits. */
export interface EditedLine {
  readonly text: string;
  /** The offset (UTF-16) in it where typing goes on, never inside a character as people count them. */
  readonly caret: number;
}

/** Puts text at the caret, which goes on after it. Control characters, such as the line feeds of a paste, become spaces. */
export function insert({ text, caret }: EditedLine, typed: string): EditedLine {
  const inserted = typed.replace(/\p{Cc}/gu, ' ');
  return { text: text.slice(0, caret) + inserted + text.slice(caret), caret: caret + inserted.length };
}

type Edit = (line: EditedLine) => EditedLine;

const moveTo =
  (place: (line: EditedLine) => number): Edit =>
  (line) => ({ ...line, caret: place(line) });

/** Deletes what lies between the caret and a place. */
const deleteTo =
  (place: (line: EditedLine) => number): Edit =>
  (line) => {
    const [start, end] = [line.caret, place(line)].sort((a, b) => a - b) as [number, number];
    return { text: line.text.slice(0, start) + line.text.slice(end), caret: start };
  };

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Where characters as people count them begin, and the end of the text. */
const edges = (text: string): number[] => [
  ...Array.from(graphemes.segment(text), ({ index }) => index),
  text.length,
];

const start = () => 0;
const end = ({ text }: EditedLine) => text.length;
const left = ({ text, caret }: EditedLine) => edges(text).findLast((edge) => edge < caret) ?? 0;
const right = ({ text, caret }: EditedLine) => edges(text).find((edge) => edge > caret) ?? text.length;
const wordLeft = ({ text, caret }: EditedLine) =>
  caret - (/\S*\s*$/.exec(text.slice(0, caret))?.[0].length ?? 0);
const wordRight = ({ text, caret }: EditedLine) =>
  caret + (/^\s*\S*/.exec(text.slice(caret))?.[0].length ?? 0);

/** What keys do to the line, by the names that `keyboard.ts` gives them; as in Emacs and most shells. */
export const EDITS: Readonly<Record<string, Edit>> = {
  left: moveTo(left),
  'ctrl-b': moveTo(left),
  right: moveTo(right),
  'ctrl-f': moveTo(right),
  home: moveTo(start),
  'ctrl-a': moveTo(start),
  end: moveTo(end),
  'ctrl-e': moveTo(end),
  'ctrl-left': moveTo(wordLeft),
  'alt-b': moveTo(wordLeft),
  'ctrl-right': moveTo(wordRight),
  'alt-f': moveTo(wordRight),
  backspace: deleteTo(left),
  'ctrl-h': deleteTo(left),
  delete: deleteTo(right),
  'ctrl-d': deleteTo(right),
  'ctrl-w': deleteTo(wordLeft),
  'alt-backspace': deleteTo(wordLeft),
  'alt-d': deleteTo(wordRight),
  'ctrl-u': deleteTo(start),
  'ctrl-k': deleteTo(end),
};

import { codePointLength } from '../code-points.ts';
import { splitIntoSentences } from '../segment/sentences.ts';
import { contentWordsOf } from './words.ts';

/** A sentence of a draft and where it stands there, in code points; line and column count from 1. */
export interface DraftSentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** The words of a sentence that say something, as a query for what it may rest on. */
export const queryOf = ({ text }: DraftSentence): string =>
  contentWordsOf(text)
    .map(({ term }) => term)
    .join(' ');

/**
 * The sentences of a draft, split as those of an article are. A line break inside a sentence is a space of its text.
 *
 * @param shown where each character of `prose` stands in the draft, if something was taken out of it, as marks of Markdown are
 */
export function draftSentences(
  prose: string,
  draft = prose,
  offsetOf = (index: number) => index,
): DraftSentence[] {
  const sentences = splitIntoSentences(prose, 'en').flat();
  const lines = lineStarts(draft);
  let at = 0;
  let unit = 0;
  let codePoint = 0;
  // Offsets rise, so that the text is counted once.
  const codePointsTo = (offset: number) => {
    codePoint += codePointLength(draft.slice(unit, offset));
    unit = offset;
    return codePoint;
  };
  return sentences.map((text) => {
    const { start, end } = locate(text, prose, at);
    at = end;
    const [from, to] = [offsetOf(start), offsetOf(end - 1) + 1];
    const line = lines.findLastIndex((first) => first <= from);
    return {
      text,
      start: codePointsTo(from),
      end: codePointsTo(to),
      line: line + 1,
      column: codePointLength(draft.slice(lines[line] ?? 0, from)) + 1,
    };
  });
}

/** Splitting changes nothing but white space, so a sentence is found by its other characters. */
function locate(sentence: string, text: string, from: number): { start: number; end: number } {
  const isSpace = (index: number) => /\s/.test(text[index] ?? '');
  let at = from;
  while (at < text.length && isSpace(at)) at += 1;
  const start = at;
  for (const unit of sentence.replace(/\s+/g, '')) {
    while (at < text.length && isSpace(at)) at += 1;
    at += unit.length;
  }
  return { start, end: at };
}

function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|[\n\r]/g), ({ 0: line, index }) => index + line.length)];
}

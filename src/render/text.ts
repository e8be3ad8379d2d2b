import { codePointLength } from '../code-points.ts';
import type { Span } from '../model.ts';

/** A span of a text and how to paint it. */
export interface Mark extends Span {
  readonly paint: (text: string) => string;
}

/** Text as the data has it, and how to paint stretches of it, which may overlap. */
export interface Styled {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Text painted in one way, or not at all. */
export function styled(text: string, paint?: Mark['paint']): Styled {
  return { text, marks: paint ? [{ start: 0, end: codePointLength(text), paint }] : [] };
}

/** One text of several, their marks moved along. */
export function joinStyled(parts: readonly Styled[], between = ''): Styled {
  let text = '';
  let length = 0;
  const marks: Mark[] = [];
  parts.forEach((part, index) => {
    if (index) {
      text += between;
      length += codePointLength(between);
    }
    for (const mark of part.marks)
      marks.push({ ...mark, start: mark.start + length, end: mark.end + length });
    text += part.text;
    length += codePointLength(part.text);
  });
  return { text, marks };
}

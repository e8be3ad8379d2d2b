/** Only a character of two UTF-16 units makes a difference. */
const ASTRAL = /[\ud800-\udbff]/;

/** Whether each code point of a text is one UTF-16 unit, so that its own offsets are code points. */
const isPlain = (text: string): boolean => !ASTRAL.test(text);

/** The length of a string in Unicode code points. */
export function codePointLength(text: string): number {
  if (isPlain(text)) return text.length;
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** Takes parts out of a text by code-point offsets. */
export function codePointSlicer(text: string): (from: number, to?: number) => string {
  if (isPlain(text)) return (from, to) => text.slice(from, to);
  const codePoints = Array.from(text);
  return (from, to) => codePoints.slice(from, to).join('');
}

/** The code-point offset of `part` in `text`, or -1 where it is not in it. */
export function codePointIndexOf(text: string, part: string): number {
  const index = text.indexOf(part);
  return index < 0 ? -1 : codePointLength(text.slice(0, index));
}

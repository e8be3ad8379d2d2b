/** The length of a string in Unicode code points. */
export function codePointLength(text: string): number {
  if (!ASTRAL.test(text)) return text.length;
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** Only a character of two UTF-16 units makes a difference. */
const ASTRAL = /[\ud800-\udbff]/;

/** The code-point offset of `part` in `text`, or -1 where it is not in it. */
export function codePointIndexOf(text: string, part: string): number {
  const index = text.indexOf(part);
  return index < 0 ? -1 : codePointLength(text.slice(0, index));
}

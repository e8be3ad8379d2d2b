import { type Stretch, stretch } from './stretch.ts';

const QUOTED =
  /“([^“”]*)”|"([^"]*)"|„([^“”„]*)[“”]|«\s?([^«»]*?)\s?»|(?<![\p{L}\p{N}])‘((?:[^‘’]|(?<=\p{L})’(?=\p{L}))*)’(?!\p{L})|(?<![\p{L}\p{N}])'((?:[^']|(?<=\p{L})'(?=\p{L}))+)'(?!\p{L})/gu;

/**
 * The words between quotation marks, without the marks, in order. A mark that nothing closes begins no quotation.
 *
 * @example quotationsIn('He saw “first signals”.') // [{ start: 8, end: 21, words: 'first signals' }]
 */
export function quotationsIn(text: string): Stretch[] {
  return Array.from(text.matchAll(QUOTED), (match) => {
    const inner = match.slice(1).find((each) => each !== undefined) ?? '';
    const start = match.index + match[0].indexOf(inner, 1);
    return stretch(text, start, start + inner.length);
  }).filter(({ words }) => /[\p{L}\p{N}]/u.test(words));
}

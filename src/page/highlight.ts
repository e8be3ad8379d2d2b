import type { Span } from '../model.ts';

/** What is highlighted: words that a search found, words of the claims asked for, words of the claim that is looked at. */
const NAMES = ['shown', 'found', 'looked-at'] as const;
export type HighlightName = (typeof NAMES)[number];

// The CSS Custom Highlight API leaves the page's elements as they are; a browser that lacks it highlights nothing.
const registry = 'highlights' in CSS ? CSS.highlights : null;
NAMES.forEach((name, priority) => {
  registry?.set(name, Object.assign(new Highlight(), { priority }));
});

/**
 * Highlights spans of a text inside the element that shows it, whatever elements part it there.
 *
 * @param before how many characters the element shows before the text
 */
export function highlight(
  name: HighlightName,
  element: Element,
  text: string,
  spans: readonly Span[],
  before = 0,
): void {
  if (!registry) return;
  const codePoints = Array.from(text);
  // In UTF-16 units, as the DOM counts.
  const offsetOf = (at: number) => before + codePoints.slice(0, at).join('').length;
  for (const { start, end } of spans) {
    const [startContainer, startOffset] = placeAt(element, offsetOf(start));
    const [endContainer, endOffset] = placeAt(element, offsetOf(end));
    // A live range would follow every move of a card: with 10,000 claims that takes seconds.
    const range = new StaticRange({ startContainer, startOffset, endContainer, endOffset });
    registry.get(name)?.add(range);
  }
}

export function clearHighlights(...names: readonly HighlightName[]): void {
  for (const name of names) registry?.get(name)?.clear();
}

function placeAt(element: Element, offset: number): [node: Node, offset: number] {
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const { length } = node as Text;
    if (left <= length) return [node, left];
    left -= length;
  }
  return [element, element.childNodes.length];
}

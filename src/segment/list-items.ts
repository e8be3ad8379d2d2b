/** A part of a paragraph: an item of a list with its number or letter, `2. Sleep.`, or what stands before the first one. */
export interface ListItem {
  /** Empty before the first item. */
  readonly marker: string;
  readonly text: string;
}

const MARKER =
  /(?<=^|\s)(?<bullet>[•⁃▪]\s*)?(?:(?<number>\d{1,3})|(?<letter>[a-z]))(?<stop>\.?\)|\.)\s+(?=["“‘«(]?[\p{Lu}\p{N}])/gu;

/** The items of a list that counts in a paragraph: from its first word, or from 1 or a, to a second item at least. */
export function listItemsOf(paragraph: string): ListItem[] {
  const markers: { start: number; end: number; value: number; shape: string }[] = [];
  for (const { 0: marker, index, groups = {} } of paragraph.matchAll(MARKER)) {
    const { bullet = '', number, letter = '', stop = '' } = groups;
    const value = number === undefined ? letter.charCodeAt(0) - 96 : Number(number);
    const shape = `${bullet.trim()}${number === undefined ? 'a' : '1'}${stop}`;
    const last = markers.at(-1);
    const isNext = last ? shape === last.shape && value === last.value + 1 : index === 0 || value === 1;
    if (isNext) markers.push({ start: index, end: index + marker.length, value, shape });
  }
  const [first] = markers;
  if (!first || (first.start > 0 && markers.length < 2)) return [{ marker: '', text: paragraph }];
  return [
    { marker: '', text: paragraph.slice(0, first.start) },
    ...markers.map(({ start, end }, index) => ({
      marker: paragraph.slice(start, end),
      text: paragraph.slice(end, markers[index + 1]?.start),
    })),
  ];
}

import { read } from '../reading/read.ts';
import { bylineOf, nameLineOf } from './byline.ts';
import { type DateLine, dateLineOf } from './date-line.ts';

/** What stands above the text of an article: its headline, who wrote it, and when it was published. */
export interface FrontMatter {
  readonly title: string | null;
  readonly author: readonly string[];
  /** The day of publication. */
  readonly issued: string | null;
  /** The lines that are no sentences of the article, in order, and what each gave. */
  readonly lines: readonly FrontLine[];
  /** The text below. */
  readonly body: string;
}

/** A line above the text, and what was read of it; `doubt` says why its day is not. */
export interface FrontLine {
  readonly line: string;
  readonly title?: string;
  readonly author?: readonly string[];
  readonly issued?: string;
  readonly doubt?: string;
}

/** In words. */
const LONGEST_HEADLINE = 20;
/** Between the parts of a line: “By Ida Crome | Courier | March 3, 2026 Updated March 4, 2026”. */
const PARTS = /\s*[|·•]\s*|[\s,;(–—-]+(?=(?:last\s+)?(?:published|updated|modified|posted)\b)/iu;

/** It tells when the text was changed, and not when it came out. */
const UPDATED = /^(?:last\s+)?(?:updated|modified)\b/i;

/**
 * Parts the lines above a text from it: a headline, a byline and a date, in any order, and one standfirst between them, which
 * stays in the text.
 */
export function partFrontMatter(text: string): FrontMatter {
  const all = text.replace(/\r\n?/g, '\n').split('\n');
  const places = all.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  const lineAt = (place: number) => all[places[place] ?? all.length]?.trim() ?? '';
  const found: FrontLine[] = [];
  let kept: string[] = [];
  let place = 0;
  for (; place < places.length; place += 1) {
    const line = lineAt(place);
    const below = lineAt(place + 1);
    const front =
      frontLineOf(line) ??
      (found.length === 0 &&
      isHeadline(
        line,
        all[(places[place] ?? 0) + 1]?.trim() ?? '',
        isFront(below) || isFront(lineAt(place + 2)),
      )
        ? { line, title: line }
        : found.some(({ title }) => title) && !found.some(({ author }) => author) && isDated(below)
          ? unmarkedByline(line)
          : null);
    if (front) found.push(front);
    else if (found.length && isFront(below) && isLabel(line)) found.push({ line });
    else if (found.length === 1 && kept.length === 0 && isFront(below)) kept = [line, ''];
    else break;
  }
  const title = found.find((each) => each.title !== undefined)?.title ?? null;
  if (place === places.length) return { title: null, author: [], issued: null, lines: [], body: text };
  const dated = found.filter(({ issued }) => issued);
  const published = dated.find(({ line }) => !UPDATED.test(line)) ?? dated[0];
  const byline = found.find(({ author }) => author);
  return {
    title,
    author: byline?.author ?? [],
    issued: published?.issued ?? null,
    // A second byline or date gives nothing.
    lines: found.map(({ author, issued, doubt, ...line }) => ({
      ...line,
      ...(author && line.line === byline?.line ? { author } : {}),
      ...(issued && line.line === published?.line ? { issued } : {}),
      ...(doubt && !published ? { doubt } : {}),
    })),
    body: [...kept, ...all.slice(places[place])].join('\n'),
  };
}

/** A line of a byline, of a date or of both; null where it is something else. */
function frontLineOf(line: string): FrontLine | null {
  const parts = line
    .split(PARTS)
    .filter((part) => part.trim() !== '')
    .sort((a, b) => Number(UPDATED.test(a)) - Number(UPDATED.test(b)));
  const [author] = parts
    .map(splitDate)
    .map(({ name }) => bylineOf(name))
    .filter(({ length }) => length > 0);
  const dates = parts.flatMap((part): DateLine[] => {
    const { date } = splitDate(part);
    const day = dateLineOf(date);
    return day ? [day] : [];
  });
  const [first] = dates;
  if (!author && !first) return null;
  // What is neither is the name of a paper, or how long it takes to read.
  if (parts.some((part) => part.length > 80)) return null;
  return {
    line,
    ...(author ? { author } : {}),
    ...(first && 'day' in first ? { issued: first.day } : {}),
    ...(first && 'doubt' in first ? { doubt: first.doubt } : {}),
  };
}

/** “By Ida Crome, March 3, 2026”: the name, and the date behind it. */
function splitDate(part: string): { name: string; date: string } {
  if (!/^by\b/i.test(part)) return { name: part, date: part };
  const date = read(part).dates.find(({ year, day }) => year !== null && day !== null);
  return date
    ? { name: part.slice(0, date.start).replace(/[\s,]+(?:on\s*)?$/i, ''), date: part.slice(date.start) }
    : { name: part, date: '' };
}

const isFront = (line: string) => frontLineOf(line) !== null;

/** Whether a line holds a date, even one that cannot be read. */
const isDated = (line: string) => {
  const front = frontLineOf(line);
  return front?.issued !== undefined || front?.doubt !== undefined;
};

function unmarkedByline(line: string): FrontLine | null {
  const [names = ''] = line.split(PARTS);
  const author = nameLineOf(names);
  return author.length ? { line, author } : null;
}

/** “Associated Press” between a byline and a date. */
const isLabel = (line: string) => !/[.!?…]["”’]?$/.test(line) && line.split(/\s+/).length <= 5;

/** A line by itself, without a stop, above a blank line, a byline or a date. */
function isHeadline(line: string, next: string, isAbove: boolean): boolean {
  return (
    (next === '' || isFront(next) || (isAbove && unmarkedByline(next) !== null)) &&
    !/\p{Ll}[.!?]\s/u.test(line) &&
    /\p{L}/u.test(line) &&
    !(isAbove ? /[.,:;]$/ : /[.!?…。！？:;,”"’')\]]$/u).test(line) &&
    line.split(/\s+/).length <= LONGEST_HEADLINE &&
    /\s/.test(line)
  );
}

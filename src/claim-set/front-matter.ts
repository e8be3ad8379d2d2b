import { read } from '../reading/read.ts';

/** What stands above the text of an article: its headline, who wrote it, and when it was published. */
export interface FrontMatter {
  readonly title: string | null;
  readonly author: readonly { literal: string }[];
  readonly issued: { edtf: string } | null;
  /** The text below. */
  readonly body: string;
}

const BYLINE = /^by\s+(\p{Lu}[^.!?]{1,80})$/iu;
/** In words. */
const LONGEST_HEADLINE = 20;

/**
 * Parts the lines above a text from it: a headline (a first paragraph of one line without a stop), a byline (“By Ida
 * Crome”) and a date alone on its line.
 */
export function partFrontMatter(text: string): FrontMatter {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  let title: string | null = null;
  let author: { literal: string }[] = [];
  let issued: { edtf: string } | null = null;
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trim();
    if (line === '') continue;
    const byline = BYLINE.exec(line)?.[1];
    const day = dayOf(line);
    if (byline !== undefined && author.length === 0) author = authorsOf(byline);
    else if (day !== null && issued === null) issued = { edtf: day };
    else if (title === null && author.length === 0 && issued === null && isHeadline(line, lines, at))
      title = line;
    else break;
  }
  const isAll = lines.slice(at).every((line) => line.trim() === '');
  return isAll
    ? { title: null, author: [], issued: null, body: text }
    : { title, author, issued, body: lines.slice(at).join('\n') };
}

/** A line by itself, without a stop, above a blank line, a byline or a date. */
function isHeadline(line: string, lines: readonly string[], at: number): boolean {
  const next = (lines[at + 1] ?? '').trim();
  const isAlone = next === '' || BYLINE.test(next) || dayOf(next) !== null;
  return (
    isAlone &&
    !/\p{Ll}[.!?]\s/u.test(line) &&
    /\p{L}/u.test(line) &&
    !/[.!?…。！？:;,”"’')\]]$/u.test(line) &&
    line.split(/\s+/).length <= LONGEST_HEADLINE &&
    /\s/.test(line)
  );
}

/** The day that a line names, and nothing else. */
function dayOf(line: string): string | null {
  const bare = line.replace(/^(?:published|updated|posted)\s*(?:on|:)?\s*/i, '');
  if (bare.length > 40) return null;
  const { dates } = read(bare);
  const [date] = dates.filter(({ year, month, day }) => year !== null && month !== null && day !== null);
  if (!date || dates.some((each) => each !== date && each.weekday === null)) return null;
  const rest = dates.reduce((left, { words }) => left.replace(words, ''), bare);
  if (/[\p{L}\p{N}]/u.test(rest)) return null;
  return [date.year, date.month, date.day].map((part) => String(part).padStart(2, '0')).join('-');
}

function authorsOf(byline: string): { literal: string }[] {
  return byline
    .replace(/,.*$/, '')
    .split(/\s+and\s+|\s*&\s*/)
    .map((literal) => ({ literal: literal.trim() }))
    .filter(({ literal }) => literal !== '');
}

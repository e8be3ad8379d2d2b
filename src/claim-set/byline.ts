const BY = /^[Bb][Yy]:?\s+(?=\p{Lu})/u;
/** A word of a name, and the small ones inside it. */
const NAME =
  /^\p{Lu}[\p{L}’'.-]*(?:\s(?:\p{Lu}[\p{L}’'.-]*|de|del|della|di|da|van|von|der|den|bin|al|el|la|le)){1,4}$/u;
/** Words of what an author is, or writes for. */
const ROLE =
  /\b(?:reporters?|writers?|editors?|correspondents?|columnists?|contributors?|journalists?|producers?|staff|chief|bureau|desk|press|news|reuters|afp|bbc|gazette|herald|times|post|tribune|politics|political|business|sports?)\b/i;

/**
 * The authors of a line that begins with “By”, without what they are and write for.
 *
 * @returns none where the line is something else
 *
 * @example bylineOf('By Ida Crome and Bo Tarn, Staff Writers') // ['Ida Crome', 'Bo Tarn']
 */
export const bylineOf = (line: string): string[] =>
  BY.test(line) && line.length <= 100 && !/(?<!\b[JS]r)[.!?]$/.test(line)
    ? authorsOf(line.replace(BY, ''))
    : [];

/**
 * The authors of a line that could be a byline without its “By”: one or more names with capitals, or somebody’s staff.
 *
 * @example nameLineOf('Ida Crome, Harbour Reporter') // ['Ida Crome']
 */
export function nameLineOf(line: string): string[] {
  const [first = ''] = line.split(/,|\s+(?:and|&)\s+/);
  const isNames =
    NAME.test(first) || /^\p{Lu}[\p{L}’'.-]*(?:\s\p{Lu}[\p{L}’'.-]*)*\s(?:staff|agencies)$/u.test(first);
  return isNames && line.length <= 80 && !/[.!?:;]$/.test(line) ? authorsOf(line) : [];
}

function authorsOf(names: string): string[] {
  const [first = '', ...others] = names
    .split(/\s+[/|–—-]\s+/, 1)
    .flatMap((part) => part.split(/\s*,\s*|\s+and\s+|\s*&\s*/))
    .map((part) => part.replace(/^and\s+|\s+(?:in|for|of|at|from)\s.*$/, '').trim());
  return [first, ...others.filter((part) => NAME.test(part) && !ROLE.test(part))].filter(Boolean);
}

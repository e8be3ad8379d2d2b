import { dateLineOf } from './date-line.ts';

/** “PENBURY —”, “MOSCOW (AP) —”, “PARADISE, Calif. (Reuters) -”, “PORT ALDER, Nov. 3, 2025 —”: where and when a report was filed. */
const DATELINE =
  /^\p{Lu}[\p{Lu}.’'-]+(?:[\s,/]+\p{Lu}[\p{L}.’'-]*)*(?:,?\s+(?<date>\p{Lu}\p{Ll}+\.?\s\d{1,2}(?:,?\s\d{4})?|\d{1,2}\s\p{Lu}\p{Ll}+\.?(?:\s\d{4})?))?(?:,?\s+\p{Lu}\p{Ll}+\.?)?\s*(?:\([^()]{2,40}\)|\/[^/]{2,40}\/)?\s*[—–-]{1,2}\s+(?=\S)/u;

/** How many UTF-16 units the dateline of a sentence takes; 0 where it has none. */
export const datelineLength = (text: string): number => DATELINE.exec(text)?.[0].length ?? 0;

/** The dateline of a sentence and the day that it names with its year; null where it names none. */
export function datedLine(text: string): { readonly line: string; readonly issued: string } | null {
  const match = DATELINE.exec(text);
  if (!match) return null;
  const { date = '' } = match.groups ?? {};
  const day = dateLineOf(date);
  return day && 'day' in day ? { line: match[0].trim(), issued: day.day } : null;
}

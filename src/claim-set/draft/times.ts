import { boundsOf } from '../../edtf.ts';
import type { DateFound } from '../../reading/dates.ts';

/** A time as a claim has it; `isInferred` where its year comes from the day of the article. */
export interface DraftTime {
  readonly edtf: string;
  readonly text: string;
  readonly isInferred: boolean;
}

const DAY = 86_400_000;

/**
 * The time that words give: by themselves, or by the day of the article.
 *
 * @param issued the day of the article, such as 2025-10-14; null where it is not known
 * @param tense whether the clause tells what was or what is to come; null where its words do not tell
 */
export function timeOf(
  date: DateFound,
  issued: string | null,
  tense: 'past' | 'future' | null,
): DraftTime | null {
  const { year, words: text } = date;
  if (year !== null) {
    const edtf = edtfOf(year, date.month, date.day);
    return edtf === null ? null : { edtf, text, isInferred: false };
  }
  const today = issued !== null && /^\d{4}-\d{2}-\d{2}$/.test(issued) ? new Date(`${issued}T00:00Z`) : null;
  const edtf = today && (relative(date, today) ?? (tense && nearest(date, today, tense)));
  return edtf ? { edtf, text, isInferred: true } : null;
}

/** “last month”, “yesterday”, “three years ago”. */
function relative({ relative, month, weekday, words }: DateFound, today: Date): string | null {
  if (relative === null || month !== null || weekday !== null) return null;
  const { unit, offset } = relative;
  const isRough = /\bago\b/i.test(words) ? '~' : '';
  const [year, ofYear] = [today.getUTCFullYear(), today.getUTCMonth()];
  if (unit === 'day' && /day$|^tonight$|ago$/i.test(words)) return isoDay(today.getTime() + offset * DAY);
  if (unit === 'month')
    return `${new Date(Date.UTC(year, ofYear + offset)).toISOString().slice(0, 7)}${isRough}`;
  if (unit === 'year' && /year/i.test(words)) return `${year + offset}${isRough}`;
  if (unit !== 'week' || isRough) return null;
  const monday = today.getTime() + (offset * 7 - ((today.getUTCDay() + 6) % 7)) * DAY;
  return `[${isoDay(monday)}..${isoDay(monday + 6 * DAY)}]`;
}

/** “on Thursday”, “on Nov. 20”, “in January”: the last before the article, or the next after it. */
function nearest(
  { relative, month, day, weekday }: DateFound,
  today: Date,
  tense: 'past' | 'future',
): string | null {
  if (relative !== null) return null;
  const isPast = tense === 'past';
  if (weekday !== null) {
    const since = (((today.getUTCDay() + 6) % 7) + 1 - weekday + 7) % 7;
    return isoDay(today.getTime() + (isPast ? -since : (7 - since) % 7) * DAY);
  }
  if (month === null) return null;
  const [year, ofYear] = [today.getUTCFullYear(), today.getUTCMonth() + 1];
  const isLater = month > ofYear || (month === ofYear && (day ?? 0) > today.getUTCDate());
  const isEarlier = month < ofYear || (month === ofYear && day !== null && day < today.getUTCDate());
  return edtfOf(year + (isPast && isLater ? -1 : !isPast && isEarlier ? 1 : 0), month, day);
}

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/** @returns null where there is no such day: “February 30” */
function edtfOf(year: number, month: number | null, day: number | null): string | null {
  const parts = [String(year), month, month === null ? null : day].filter((part) => part !== null);
  const edtf = parts.map((part) => String(part).padStart(2, '0')).join('-');
  try {
    boundsOf(edtf);
    return edtf;
  } catch {
    return null;
  }
}

import { daysOfMonth, isoDay, partsOf } from '../iso-day.ts';
import type { Claim, Entity, Time } from '../model.ts';
import type { DateTerm } from '../search/query-terms.ts';
import { termsOf } from '../search/tokens.ts';
import { sourcesOf, spokenOf } from '../spoken-of.ts';

/** What stands for an entity among the words of the claims on it. */
export const entityWord = (id: string) => `@${id}`;

/** What stands for a word among the keywords of a claim. */
export const keywordWord = (word: string) => `=${word}`;

/** The labels of a word by the fields that have it: text, quote, a name of whoever it is on; the rest of its sentence where none of them has it. */
export const LABELS = { text: 'A', quote: 'B', name: 'C', sentence: 'D' } as const;
type Label = (typeof LABELS)[keyof typeof LABELS];

/** In characters; nobody types more than this, and an index takes no more than some 2,700 bytes. */
const LONGEST = 200;
/** Between fields, so that no phrase goes from one into the next. */
const GAP = 10;

/**
 * The words of a claim, each with its labels, and its places where it stands in the text or quote; whom the claim is on and
 * when it was stand among them.
 *
 * @param namesOf the words of each name of an entity
 */
export function claimWordsOf(
  claim: Claim,
  namesOf: (entity: Entity) => readonly string[],
): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  let place = 0;
  const add = (words: readonly string[], label: Label) => {
    for (const word of words) {
      place += 1;
      if (word.length > LONGEST) continue;
      const known = places.get(word) ?? '';
      // Only in texts and quotes do words stand in a row.
      if (label === LABELS.sentence) places.set(word, known || label);
      else if (label === LABELS.name) places.set(word, known.endsWith(label) ? known : known + label);
      else if (known.length < MOST_PLACES) places.set(word, `${known}${label}${place}`);
    }
    place += GAP;
  };
  const on = [...new Set([...spokenOf(claim), ...sourcesOf(claim)])];
  const names = on.flatMap(namesOf).flatMap((name) => name.split(' '));
  add(termsOf(claim.text), LABELS.text);
  add(termsOf(claim.quote.exact), LABELS.quote);
  add(
    [
      ...names,
      ...claim.keywords.flatMap(termsOf).map(keywordWord),
      ...on.map(({ id }) => entityWord(id)),
      ...timeWords(claim.time),
    ],
    LABELS.name,
  );
  add(termsOf(claim.sentence.text), LABELS.sentence);
  return places;
}

/** The word that people may type; empty where it stands for an entity or a time. */
export const typedWord = (word: string): string => word.replace(/^=|^[@#].*/, '');

/** In characters. */
const MOST_PLACES = 200;

/** The year, the month and the day that a time lies in, where it lies in one. */
function timeWords(time: Time | null): string[] {
  if (!time?.earliest || !time.latest) return [];
  const [[year, month], [lastYear, lastMonth]] = [partsOf(time.earliest), partsOf(time.latest)];
  if (year !== lastYear) return [];
  if (month !== lastMonth) return [dateWord(year)];
  const [, , day] = partsOf(time.earliest);
  const days = time.earliest === time.latest ? [dateWord(year, month, day), dateWord(null, month, day)] : [];
  return [dateWord(year), dateWord(year, month), dateWord(null, month), ...days];
}

const dateWord = (...parts: readonly (number | null)[]) => `#${parts.map((part) => part ?? '').join('-')}`;

/** The same for a date that was typed: the years, months or days that lie in it. */
export function periodWords({ terms, period }: DateTerm): string[] {
  const years = terms.filter((term) => /^[12]\d{3}$/.test(term)).map(Number);
  const [first = LEAP] = years;
  const short = terms
    .filter((term) => /^\d\d$/.test(term))
    .map((term) => first - (first % 100) + Number(term));
  const last = Math.max(...years, ...short, first);
  const typed = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return typed.flatMap((year) => {
    const named = years.length ? year : null;
    const months = Array.from({ length: 12 }, (_, at) => {
      const days = Array.from({ length: daysOfMonth(year, at + 1) }, (_, day) => day + 1);
      return { month: at + 1, days, inside: days.filter((day) => isIn(period, isoDay(year, at + 1, day))) };
    });
    if (months.every(({ days, inside }) => days.length === inside.length)) return [dateWord(named)];
    return months.flatMap(({ month, days, inside }) =>
      days.length === inside.length
        ? [dateWord(named, month)]
        : inside.map((day) => dateWord(named, month, day)),
    );
  });
}

/** Has every day that a month may have. */
const LEAP = 2000;

const isIn = ({ contains }: DateTerm['period'], day: string) =>
  contains({ edtf: day, text: day, inferred: false, basis: null, earliest: day, latest: day });

import { type EdtfDate, type EdtfRange, parseEdtf } from '../edtf.ts';
import { groupBy } from '../group-by.ts';
import type { Article, Claim } from '../model.ts';
import { timeText } from './dates.ts';
import type { Json, JsonRecord } from './records.ts';
import { toJson } from './sinks.ts';
import { certaintyText, qualifiersText, reservationLines, speakersText } from './wording.ts';

/**
 * A CSL-JSON item for each article, so that reference managers and citation processors take it. Its `note` quotes the
 * claims; `custom.claims` has each with a citation of its own, whose locator is the paragraph.
 */
export function renderCsl(claims: readonly Claim[]): string {
  const byArticle = groupBy(claims, ({ article }) => article);
  return `${toJson(
    [...byArticle].map(([article, its]) => cslItem(article, its)),
    2,
  )}\n`;
}

function cslItem(article: Article, claims: readonly Claim[]): JsonRecord {
  const { id, type, title, author, publisher, issued, language, url, accessed } = article;
  return present({
    id,
    type,
    title,
    author: author.length ? author.map((name) => ({ ...name })) : null,
    [OUTLET.test(type) ? 'container-title' : 'publisher']: publisher,
    language,
    issued: issued && cslDate(issued.edtf, issued.inferred),
    URL: url,
    accessed: accessed === null ? null : cslDate(accessed, false),
    note: claims
      .map((claim) =>
        [
          `${claim.id}, paragraph ${claim.sentence.paragraph}: “${claim.quote.exact}” (${qualifiersText(claim)})`,
          ...reservationLines(claim),
        ].join('; '),
      )
      .join('\n'),
    custom: {
      claims: claims.map((claim) => ({
        id: claim.id,
        text: claim.text,
        quote: claim.quote.exact,
        saidBy: speakersText(claim),
        howSure: certaintyText(claim),
        citation: { id, label: 'paragraph', locator: String(claim.sentence.paragraph) },
      })),
    },
  });
}

/** Types of which the publisher is the newspaper, site or programme that the item is in. */
const OUTLET = /^(?:article|post|webpage|broadcast)/;

/** What the article lacks is left out. */
const present = (record: Readonly<Record<string, Json>>): JsonRecord =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));

/**
 * A date as CSL has it. The ends of a range are of the same precision, since processors refuse others. Of a moment some
 * time within, what both ends share: BibTeX would keep the first end alone. What CSL has no date for is said in words.
 */
function cslDate(expression: string, inferred: boolean): JsonRecord {
  const edtf = parseEdtf(expression);
  const words = { literal: timeText({ edtf: expression, inferred }) };
  if (edtf.kind === 'date') {
    const { season, uncertain, approximate } = edtf.date;
    if (!isExact(edtf.date, expression)) return words;
    return {
      'date-parts': [dateParts(edtf.date)],
      ...(season === null ? {} : { season: season - 20 }),
      ...circa(inferred || uncertain || approximate),
    };
  }
  const [range, ...others] = edtf.kind === 'set' ? edtf.members : [edtf];
  const ends = range && !others.length ? endsOf(range, expression) : null;
  if (!ends) return words;
  const shared = sharedParts(ends.first, ends.last);
  const length = Math.min(ends.first.length, ends.last.length);
  const isOne = edtf.kind === 'set' || shared.length === length;
  if (isOne && !shared.length) return words;
  return {
    'date-parts': isOne ? [shared] : [ends.first.slice(0, length), ends.last.slice(0, length)],
    ...circa(inferred || ends.isVague),
  };
}

/** Both ends of a range; null where CSL has no date for one of them. */
function endsOf({ from, to }: EdtfRange, expression: string) {
  if (!from || !to || from.season !== null || to.season !== null) return null;
  if (!isExact(from, expression) || !isExact(to, expression)) return null;
  const isVague = [from, to].some(({ uncertain, approximate }) => uncertain || approximate);
  return { first: dateParts(from), last: dateParts(to), isVague };
}

/** The year, month and day that two dates share, until they differ. */
function sharedParts(first: readonly number[], last: readonly number[]): number[] {
  const differs = first.findIndex((part, index) => part !== last[index]);
  return differs < 0 ? [...first] : first.slice(0, differs);
}

const circa = (is: boolean): JsonRecord => (is ? { circa: true } : {});

/** Whether it is one year, and no part of it is unspecified. */
const isExact = ({ firstYear, lastYear }: EdtfDate, expression: string) =>
  firstYear === lastYear && !expression.includes('X');

/** `[2015, 1]`; a year BC is negative, and there is no year 0. */
function dateParts({ firstYear, month, day }: EdtfDate): number[] {
  const parts = [firstYear > 0 ? firstYear : firstYear - 1, month, day];
  return parts.filter((part) => part !== null);
}

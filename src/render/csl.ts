import type { Claim } from '../model.ts';
import type { JsonRecord } from './records.ts';
import { toJson } from './sinks.ts';
import { qualifiersText, reservationLines } from './wording.ts';

/** A CSL-JSON item a claim (the article, cited for it), so that reference managers and citation processors take it. */
export function renderCsl(claims: readonly Claim[]): string {
  return `${toJson(claims.map(cslItem), 2)}\n`;
}

function cslItem(claim: Claim): JsonRecord {
  const { article } = claim;
  const { author, publisher, title, language, issued } = article;
  return {
    id: claim.id,
    type: article.type,
    ...(title === null ? {} : { title }),
    author: author.map(({ family, given, literal }) => ({
      ...(family === undefined ? {} : { family }),
      ...(given === undefined ? {} : { given }),
      ...(literal === undefined ? {} : { literal }),
    })),
    ...(publisher === null ? {} : { publisher }),
    ...(language === null ? {} : { language }),
    ...(issued ? { issued: cslDate(issued) } : {}),
    section: `paragraph ${claim.sentence.paragraph}, ${claim.sentence.id}`,
    note: [`“${claim.quote.exact}” (${qualifiersText(claim)})`, ...reservationLines(claim)].join('; '),
  };
}

/** A date of the calendar that may be marked uncertain or approximate; the rest of EDTF (`201X`, `2015/..`) has no parts. */
const PLAIN_DATE = /^-?\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?[?~%]?$/;

function cslDate({ edtf, inferred }: { edtf: string; inferred: boolean }): JsonRecord {
  const sides = edtf.split('/');
  const circa = inferred || /[?~%]/.test(edtf);
  if (!sides.every((side) => PLAIN_DATE.test(side))) return { literal: edtf, circa };
  return { 'date-parts': sides.map(dateParts), circa };
}

/** `2015-01` as [2015, 1] */
function dateParts(edtf: string): number[] {
  return [...edtf.matchAll(/-?\d+/g)].map(([part], index) => (index ? Math.abs(Number(part)) : Number(part)));
}

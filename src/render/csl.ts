import type { Article, Claim } from '../model.ts';
import type { JsonRecord } from './records.ts';
import { toJson } from './text.ts';
import { qualifiersText } from './wording.ts';

/** A CSL-JSON item a claim (the article, cited for it), so that reference managers and citation processors take it. */
export function renderCsl(claims: readonly Claim[], article: Article): string {
  return `${toJson(
    claims.map((claim) => cslItem(claim, article)),
    2,
  )}\n`;
}

function cslItem(claim: Claim, article: Article): JsonRecord {
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
    ...(issued
      ? { issued: { 'date-parts': issued.edtf.split('/').map(dateParts), circa: issued.inferred } }
      : {}),
    section: `paragraph ${claim.sentence.paragraph}, ${claim.sentence.id}`,
    note: `“${claim.quote.exact}” (${qualifiersText(claim, article)})`,
  };
}

/** `2015-01` as [2015, 1]; what EDTF adds to a plain date has no place in CSL's parts. */
function dateParts(edtf: string): number[] {
  return [...edtf.matchAll(/-?\d+/g)].map(([part], index) => (index ? Math.abs(Number(part)) : Number(part)));
}

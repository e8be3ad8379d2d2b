import { type ClaimSetDocument, documentOf } from './claim-set/document.ts';
import { groupBy } from './group-by.ts';
import type { Bounds, ClaimSet, Era } from './model.ts';

/** What the page holds for its script, which makes the claim set of it again. */
export interface PageData {
  /** As `article.txt` has it. */
  readonly article: string;
  readonly document: ClaimSetDocument;
  /** By EDTF expression. */
  readonly bounds: Readonly<Record<string, Bounds>>;
  /** Ids of claims by the years that they speak of. */
  readonly eras: readonly { readonly label: string; readonly claims: readonly string[] }[];
}

export function pageData(claimSet: ClaimSet, eras: readonly Era[]): PageData {
  const times = [claimSet.article.issued, ...claimSet.claims.map(({ time }) => time)];
  const bounds = times.flatMap((time): [string, Bounds][] =>
    time ? [[time.edtf, { earliest: time.earliest, latest: time.latest }]] : [],
  );
  const paragraphs = groupBy(claimSet.article.sentences, ({ paragraph }) => paragraph).values();
  return {
    article: [...paragraphs].map((lines) => lines.map(({ text }) => text).join('\n')).join('\n\n'),
    document: documentOf(claimSet),
    bounds: Object.fromEntries(bounds),
    eras: eras.map(({ label, claims }) => ({ label, claims: claims.map(({ id }) => id) })),
  };
}

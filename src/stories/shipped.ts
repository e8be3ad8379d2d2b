import { parseArticleText } from '../claim-set/article-text.ts';
import type { ClaimSetDocument } from '../claim-set/document.ts';
import { linkClaimSet } from '../claim-set/link.ts';
import { boundsOf } from '../edtf.ts';
import { SHIPPED } from '../generated/shipped-claim-set.js';
import type { ClaimSet } from '../model.ts';

/** The claim set that comes with the program. The build has checked it, which saves each run 15 ms. */
export function shippedClaimSet(): ClaimSet {
  const document: ClaimSetDocument = JSON.parse(SHIPPED.claims);
  return linkClaimSet(document, parseArticleText(SHIPPED.article), boundsOf, 'kim-trip');
}

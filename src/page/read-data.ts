import { parseArticleText } from '../claim-set/article-text.ts';
import { linkClaimSet } from '../claim-set/link.ts';
import { boundsOf } from '../edtf.ts';
import type { ClaimSet } from '../model.ts';
import type { PageData } from '../page-data.ts';
import { byId } from './dom.ts';

/** The claim sets that `packPageData` packed into the page. */
export async function readPageData(): Promise<ClaimSet[]> {
  const packed = byId('data').textContent ?? '';
  const bytes = Uint8Array.from(atob(packed), (byte) => byte.charCodeAt(0));
  const json = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const stories: PageData[] = await new Response(json).json();
  return stories.map(({ document, article }) =>
    linkClaimSet(document, parseArticleText(article), boundsOf, 'article'),
  );
}

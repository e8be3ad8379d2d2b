import type { PageData } from '../page-data.ts';

/** The data that `packPageData` packed. */
export function readPageData(packed: string): Promise<PageData> {
  const bytes = Uint8Array.from(atob(packed), (byte) => byte.charCodeAt(0));
  const json = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(json).json();
}

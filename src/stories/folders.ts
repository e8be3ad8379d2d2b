import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folders of claim sets that a path stands for: itself where it holds one, else those directly in it that do, by
 * name. A path that holds none stands for itself, so that whoever reads it can say what is missing.
 *
 * @example claimSetFolders('stories') // ['stories/flood', 'stories/strike']
 */
export function claimSetFolders(path: string): string[] {
  if (isClaimSet(path)) return [path];
  const inside = namesIn(path)
    .sort()
    .map((name) => join(path, name))
    .filter(isClaimSet);
  return inside.length ? inside : [path];
}

/** One of its two files makes a folder a claim set: the other is then missing. */
const isClaimSet = (path: string): boolean =>
  ['claims.json', 'article.txt'].some((name) => existsSync(join(path, name)));

function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    // Whoever reads the path says why it cannot be read.
    return [];
  }
}

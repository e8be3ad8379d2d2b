import { resolve } from 'node:path';
import { UnsoundError } from '../claim-set/fault.ts';
import { UnreadableError, UsageError } from '../errors.ts';
import type { ClaimSet } from '../model.ts';
import { claimSetFolders } from './folders.ts';
import { type Joined, joinStories } from './join.ts';

/** The stories of some folders, and those that cannot be used. */
export interface Loaded extends Joined {
  /** Each story by itself, its ids as in its files. */
  readonly claimSets: readonly ClaimSet[];
  /** Why each of the others is left out; empty where every story could be read. */
  readonly broken: readonly (UnreadableError | UnsoundError)[];
}

/**
 * Loads the claim sets that paths stand for: folders of claim sets, or folders of such folders. Among several, one that
 * cannot be used is left out and told, so that a desk with a hundred stories still gets its answers.
 *
 * @param paths a folder named twice counts once; none stand for the claim set that comes with the program
 * @throws {UnreadableError | UnsoundError} where no story can be used
 * @throws {UsageError} where two stories have one id
 */
export async function loadStories(paths: readonly string[]): Promise<Loaded> {
  if (paths.length === 0) {
    const { shippedClaimSet } = await import('./shipped.ts');
    const claimSets = [shippedClaimSet()];
    return { ...joinStories(claimSets), claimSets, broken: [] };
  }
  const { loadClaimSet } = await import('../claim-set/load.ts');
  const folders = [...new Map(paths.flatMap(claimSetFolders).map((path) => [resolve(path), path])).values()];
  const folderOf = new Map<string, string>();
  const claimSets: ClaimSet[] = [];
  const broken: (UnreadableError | UnsoundError)[] = [];
  for (const folder of folders) {
    try {
      const claimSet = await loadClaimSet(folder);
      const { id } = claimSet.article;
      const twin = folderOf.get(id);
      if (twin !== undefined)
        throw new UsageError(
          `two stories have the id ${id}: ${twin} and ${folder}; give one of them another article.id in its claims.json`,
        );
      folderOf.set(id, folder);
      claimSets.push(claimSet);
    } catch (error) {
      if (!(error instanceof UnreadableError || error instanceof UnsoundError)) throw error;
      broken.push(error);
    }
  }
  const [first] = broken;
  if (first && claimSets.length === 0) throw first;
  return { ...joinStories(claimSets), claimSets, broken };
}

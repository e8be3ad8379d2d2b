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

/** A story by itself, or why it cannot be used. */
export type Story = ClaimSet | UnreadableError | UnsoundError;

/**
 * Loads the claim sets that paths stand for: folders of claim sets, or folders of such folders. Among several, one that
 * cannot be used is left out and told, so that a desk with a hundred stories still gets its answers.
 *
 * @param paths a folder named twice counts once; none stand for the claim set that comes with the program
 * @throws {UnreadableError | UnsoundError} where no story can be used
 * @throws {UsageError} where two stories have one id
 */
export async function loadStories(paths: readonly string[]): Promise<Loaded> {
  const claimSets: ClaimSet[] = [];
  const broken: (UnreadableError | UnsoundError)[] = [];
  for await (const story of eachStory(paths)) {
    if (story instanceof Error) broken.push(story);
    else claimSets.push(story);
  }
  const [first] = broken;
  if (first && claimSets.length === 0) throw first;
  return { ...joinStories(claimSets), claimSets, broken };
}

/**
 * The same stories one after another, for work that need not hold them all.
 *
 * @throws {UsageError} where two stories have one id
 */
export async function* eachStory(paths: readonly string[]): AsyncGenerator<Story> {
  if (paths.length === 0) {
    const { shippedClaimSet } = await import('./shipped.ts');
    yield shippedClaimSet();
    return;
  }
  const { loadClaimSet } = await import('../claim-set/load.ts');
  const folders = [...new Map(paths.flatMap(claimSetFolders).map((path) => [resolve(path), path])).values()];
  const folderOf = new Map<string, string>();
  for (const folder of folders) {
    const story = await loadClaimSet(folder).catch((error) => {
      if (error instanceof UnreadableError || error instanceof UnsoundError) return error;
      throw error;
    });
    if (!(story instanceof Error)) {
      const { id } = story.article;
      const twin = folderOf.get(id);
      if (twin !== undefined)
        throw new UsageError(
          `two stories have the id ${id}: ${twin} and ${folder}; give one of them another article.id in its claims.json`,
        );
      folderOf.set(id, folder);
    }
    yield story;
  }
}

import { delimiter } from 'node:path';
import type { Need } from '../archive/load.ts';
import type { Part } from '../archive/parts.ts';
import { UnsoundError } from '../claim-set/fault.ts';
import { type UnreadableError, UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { ClaimSet, Stories } from '../model.ts';
import type { FilterOptions } from '../select/filter.ts';
import { eachStory, type Loaded, loadStories, type Story } from '../stories/load.ts';
import type { DataOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import { unsoundMessage } from './unsound.ts';

/**
 * Loads the stories and works on them. A story that cannot be used is named on stderr and makes the exit code 2, while
 * the others still answer.
 *
 * @param need what an archive is asked for; folders are read whole
 * @param work what to do with the stories together; it may take them one by one, too
 * @throws {UnreadableError | UnsoundError} where no story can be used
 */
export async function withStories(
  options: DataOptions,
  io: Io,
  need: Need,
  work: (stories: Stories, claimSets: readonly ClaimSet[]) => Outcome | Promise<Outcome>,
): Promise<Outcome> {
  const { stories, claimSets, notes, broken } = await load(dataPaths(options.data, io.env), need);
  const outcome = await work(stories, claimSets);
  return {
    ...outcome,
    notes: [...outcome.notes, ...notes, ...broken.map(leftOut)],
    code: broken.length ? 2 : outcome.code,
  };
}

/** The note on a story that cannot be used. */
export const leftOut = (error: UnreadableError | UnsoundError): string =>
  `left out: ${error instanceof UnsoundError ? unsoundMessage(error) : error.message}`;

/**
 * Loads stories from folders, or from an archive, whose client is loaded only then.
 *
 * @throws {UsageError} where an archive stands beside other stories
 */
export async function load(paths: readonly string[], need: Need): Promise<Loaded> {
  const archive = archiveIn(paths);
  if (archive === undefined) return loadStories(paths);
  const { loadFromArchive } = await import('../archive/load.ts');
  return loadFromArchive(archive, need);
}

/** The archive that paths name, if they name one. */
function archiveIn(paths: readonly string[]): string | undefined {
  const archive = paths.find(isArchive);
  if (archive !== undefined && paths.length > 1)
    throw new UsageError('an archive cannot be combined with other claim sets; give --data once');
  return archive;
}

/** All stories, whole, one after another, and those that cannot be used; however many they are, a few are held at once. */
export async function storiesOneByOne(options: DataOptions, io: Io): Promise<AsyncIterable<Story>> {
  const paths = dataPaths(options.data, io.env);
  const archive = archiveIn(paths);
  if (archive === undefined) return eachStory(paths);
  const { storiesOfArchive } = await import('../archive/parts.ts');
  return storiesOfArchive(archive);
}

/** The claims of an archive that pass filters, in parts, however many they are. */
export async function claimsInParts(
  options: DataOptions & FilterOptions,
  io: Io,
): Promise<AsyncIterable<Part>> {
  const { partsOfArchive } = await import('../archive/parts.ts');
  return partsOfArchive(dataPaths(options.data, io.env)[0] ?? '', options);
}

/** Whether `--data` names an archive in PostgreSQL rather than a folder. */
const isArchive = (path: string): boolean => /^postgres(ql)?:\/\//.test(path);

/**
 * The paths of the claim sets to read: those of `--data`, else the path list in `KIMTRIP_DATA`; none where neither names
 * one.
 *
 * @throws {UsageError} where one is empty, as an unset variable of a script makes it
 */
export function dataPaths(typed: readonly string[] | undefined, env: Io['env']): readonly string[] {
  if (typed?.includes('')) throw new UsageError('--data is empty; name the folder of a claim set');
  if (typed?.length) return typed;
  const variable = env['KIMTRIP_DATA'] ?? '';
  return isArchive(variable) ? [variable] : variable.split(delimiter).filter(Boolean);
}

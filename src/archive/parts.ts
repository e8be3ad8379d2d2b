import type { Claim, ClaimSet, Stories } from '../model.ts';
import type { FilterOptions } from '../select/filter.ts';
import { joinStories } from '../stories/join.ts';
import { conditionOf } from './conditions.ts';
import { type Connection, openArchive } from './connection.ts';
import { type ClaimKey, readStories } from './stories.ts';

/** In claims; some 4 KB each. */
const LENGTH = 2000;

/** A part of what passes filters. */
export interface Part {
  /** The claims of the part, and those that qualify them. */
  readonly stories: Stories;
  readonly isOfPart: (claim: Claim) => boolean;
}

/**
 * Reads all claims that pass filters, in the order of their articles, a part at a time, all from one state of the
 * archive.
 *
 * @throws {UnreadableError} where the archive cannot be read, or no longer
 */
export async function* partsOfArchive(url: string, filters: FilterOptions): AsyncGenerator<Part> {
  const connection = await openArchive(url);
  const { rows, close } = connection;
  try {
    const [{ count = 0 } = {}] = await rows<{ count: number }>('SELECT count(*)::integer FROM article');
    const ambiguous = await ambiguousIds(connection);
    const { sql, values } = conditionOf(filters);
    await rows(
      `DECLARE passing NO SCROLL CURSOR FOR
       SELECT article_id, id AS claim_id FROM claim ${sql ? `WHERE ${sql}` : ''} ORDER BY article_id, position`,
      values,
    );
    for (;;) {
      const keys = await rows<ClaimKey>(`FETCH ${LENGTH} FROM passing`);
      if (!keys.length) return;
      const claimSets = await readStories(connection, keys, false);
      const isSeveral = count > 1;
      const ids = new Set(
        keys.map(({ article_id, claim_id }) => (isSeveral ? `${article_id}:${claim_id}` : claim_id)),
      );
      yield {
        stories: joinStories(claimSets, isSeveral, ambiguous).stories,
        isOfPart: ({ id }) => ids.has(id),
      };
    }
  } finally {
    await close();
  }
}

/** In stories, held whole at once. */
const FEW = 10;

/**
 * Reads all stories, whole, one after another, from one state of the archive.
 *
 * @throws {UnreadableError} where the archive cannot be read, or no longer
 */
export async function* storiesOfArchive(url: string): AsyncGenerator<ClaimSet> {
  const connection = await openArchive(url);
  const { rows, close } = connection;
  try {
    await rows('DECLARE stories NO SCROLL CURSOR FOR SELECT id FROM article ORDER BY id');
    for (;;) {
      const articles = await rows<{ id: string }>(`FETCH ${FEW} FROM stories`);
      if (!articles.length) return;
      const keys = await rows<ClaimKey>(
        'SELECT article_id, id AS claim_id FROM claim WHERE article_id = ANY($1)',
        [articles.map(({ id }) => id)],
      );
      yield* await readStories(connection, keys, true);
    }
  } finally {
    await close();
  }
}

/** The ids of entities and topics that have different names in different stories. */
async function ambiguousIds({ rows }: Connection): Promise<ReadonlySet<string>> {
  const found = await rows<{ id: string }>(
    `SELECT id FROM entity GROUP BY id HAVING count(DISTINCT lower(name)) > 1
     UNION SELECT id FROM topic GROUP BY id HAVING count(DISTINCT lower(name)) > 1`,
  );
  return new Set(found.map(({ id }) => id));
}

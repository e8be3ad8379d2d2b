import type { ClaimSet, Collection } from '../model.ts';
import { termsOf } from '../search/tokens.ts';
import { candidatesFor, type Size } from './candidates.ts';
import type { Condition } from './conditions.ts';
import type { Connection } from './connection.ts';
import type { ClaimKey } from './stories.ts';

/** So many claims a sentence rests on at most, with room to choose. */
const MOST = 30;

/**
 * Finds the claims that the sentences of a draft may rest on, sentence by sentence.
 *
 * @param sentences the words of each that say something
 * @param condition what else must be true of a claim
 * @param size what the archive has in all
 */
export async function draftCandidates(
  connection: Connection,
  sentences: readonly string[],
  condition: Condition,
  size: Size,
): Promise<ClaimKey[]> {
  const found = new Map<string, ClaimKey>();
  for (const query of new Set(sentences)) {
    const question = { query, exact: false, limit: MOST };
    const { keys } = await candidatesFor(connection, question, condition, size);
    for (const key of keys) found.set(`${key.article_id}:${key.claim_id}`, key);
  }
  return [...found.values()];
}

/** How common the words of a draft and of its candidates are in the whole archive. */
export async function draftCollection(
  { rows }: Connection,
  sentences: readonly string[],
  claimSets: readonly ClaimSet[],
  claims: number,
): Promise<Collection> {
  const texts = [
    ...sentences,
    ...claimSets.flatMap((each) => [
      ...each.claims.flatMap(({ text, sentence, keywords }) => [text, sentence.text, ...keywords]),
      ...each.entities.flatMap(({ name, aliases }) => [name, ...aliases]),
    ]),
  ];
  const counted = await rows<{ term: string; claims: number }>(
    'SELECT term, claims FROM vocabulary WHERE claims > 0 AND term = ANY($1)',
    [[...new Set([...new Set(texts)].flatMap(termsOf))]],
  );
  const holders = new Map(counted.map((each) => [each.term, each.claims]));
  return { claims, holders, counts: new Map(), isComplete: false };
}

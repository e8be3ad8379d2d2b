import { groupBy } from '../group-by.ts';
import type { Article, Claim, ClaimSet, Entity, Sentence, Stories, Topic } from '../model.ts';

/** Stories as one, and what a reader must know of how they were joined. */
export interface Joined {
  readonly stories: Stories;
  /** A line for each id that means different things in different stories. */
  readonly notes: readonly string[];
}

/**
 * Joins stories so that every id names one thing: claims and sentences take their story's id before their own
 * (`kim-trip:s18.3`). An entity or topic of several stories is one where its name is the same in all of them; where
 * the names differ, each takes its story's id as well. A single story stays as it is.
 *
 * @param claimSets each with an id of its own
 * @param several whether there are others besides, so that a single one is named as well
 * @param ambiguous ids of entities and topics that mean something else in stories that are not here
 */
export function joinStories(
  claimSets: readonly ClaimSet[],
  several = claimSets.length > 1,
  ambiguous: ReadonlySet<string> = new Set(),
): Joined {
  const [only] = claimSets;
  if (only && !several) return { stories: only, notes: [] };
  const entities = joinItems(claimSets, ambiguous, ({ entities }) => entities, mergeEntities);
  const topics = joinItems(
    claimSets,
    ambiguous,
    ({ topics }) => topics,
    ([topic]) => topic,
  );
  const articles: Article[] = [];
  const claims: Claim[] = [];
  for (const claimSet of claimSets) {
    const { article } = claimSet;
    const outward = (id: string) => `${article.id}:${id}`;
    const sentenceOf = new Map(
      article.sentences.map((sentence): [Sentence, Sentence] => [
        sentence,
        { ...sentence, id: outward(sentence.id) },
      ]),
    );
    const joined: Article = { ...article, sentences: [...sentenceOf.values()] };
    articles.push(joined);
    const qualifiersOf = new Map(claimSet.claims.map((claim): [Claim, Claim[]] => [claim, []]));
    const joinedOf = new Map<Claim, Claim>();
    for (const claim of claimSet.claims)
      joinedOf.set(claim, {
        ...claim,
        id: outward(claim.id),
        article: joined,
        sentence: of(sentenceOf, claim.sentence),
        subject: claim.subject && of(entities.joinedOf, claim.subject),
        entities: claim.entities.map((entity) => of(entities.joinedOf, entity)),
        topics: claim.topics.map((topic) => of(topics.joinedOf, topic)),
        attribution: claim.attribution.map(({ source, anonymous }) => ({
          source: of(entities.joinedOf, source),
          anonymous,
        })),
        qualifiedBy: qualifiersOf.get(claim) ?? [],
      });
    for (const [claim, qualifiers] of qualifiersOf)
      qualifiers.push(...claim.qualifiedBy.map((qualifier) => of(joinedOf, qualifier)));
    claims.push(...joinedOf.values());
  }
  return {
    stories: { articles, entities: entities.items, topics: topics.items, claims },
    notes: [...entities.notes, ...topics.notes],
  };
}

/** What stands for an item of one story among those of all. */
function of<T>(joinedOf: ReadonlyMap<T, T>, item: T): T {
  return joinedOf.get(item) ?? item;
}

function joinItems<T extends Entity | Topic>(
  claimSets: readonly ClaimSet[],
  ambiguous: ReadonlySet<string>,
  itemsOf: (claimSet: ClaimSet) => readonly T[],
  merge: (same: readonly [T, ...T[]]) => T,
): { readonly items: readonly T[]; readonly joinedOf: ReadonlyMap<T, T>; readonly notes: readonly string[] } {
  const all = claimSets.flatMap((claimSet) =>
    itemsOf(claimSet).map((item) => ({ item, story: claimSet.article.id })),
  );
  const joinedOf = new Map<T, T>();
  const items: T[] = [];
  const notes: string[] = [];
  for (const [id, uses] of groupBy(all, ({ item }) => item.id)) {
    const [first, ...others] = uses;
    if (!first) continue;
    const { name } = first.item;
    if (!ambiguous.has(id) && others.every(({ item }) => item.name.toLowerCase() === name.toLowerCase())) {
      const merged = others.length ? merge([first.item, ...others.map(({ item }) => item)]) : first.item;
      for (const { item } of uses) joinedOf.set(item, merged);
      items.push(merged);
      continue;
    }
    for (const { item, story } of uses) {
      const own = { ...item, id: `${story}:${id}` };
      joinedOf.set(item, own);
      items.push(own);
    }
    const meanings = uses.map(({ item, story }) => `“${item.name}” (${story}:${id})`);
    const more = meanings.length > SHOWN ? [`and ${meanings.length - SHOWN} more`] : [];
    notes.push(`${id} means different things: ${[...meanings.slice(0, SHOWN), ...more].join(', ')}`);
  }
  return { items, joinedOf, notes };
}

/** In a note; a line of a thousand meanings is not read. */
const SHOWN = 5;

/** One entity by all its other names, with the first description that there is. */
function mergeEntities(same: readonly [Entity, ...Entity[]]): Entity {
  const [first] = same;
  return {
    ...first,
    aliases: [...new Set(same.flatMap(({ aliases }) => aliases))],
    description: same.find(({ description }) => description !== null)?.description ?? null,
  };
}

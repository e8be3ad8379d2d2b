import type { Claim, ClaimSet, Entity, Group, Sentence, Source, Topic } from '../model.ts';

/** Most claims first; those with none only where `all` are wanted. */
export function groupByEntity(
  { entities }: ClaimSet,
  claims: readonly Claim[],
  all: boolean,
): Group<Entity>[] {
  return groups(
    entities,
    claims,
    all,
    (claim, entity) => claim.subject === entity || claim.entities.includes(entity),
  ).sort(bySize);
}

/** Most claims first; those with none only where `all` are wanted. */
export function groupByTopic({ topics }: ClaimSet, claims: readonly Claim[], all: boolean): Group<Topic>[] {
  return groups(topics, claims, all, (claim, topic) => claim.topics.includes(topic)).sort(bySize);
}

/** In reading order; those without a claim only where `all` are wanted. */
export function groupBySentence(
  { article }: ClaimSet,
  claims: readonly Claim[],
  all: boolean,
): Group<Sentence>[] {
  return groups(article.sentences, claims, all, (claim, sentence) => claim.sentence === sentence);
}

/** Most claims first. */
export function groupBySource({ entities }: ClaimSet, claims: readonly Claim[]): Group<Source>[] {
  const names = ({ attribution }: Claim, entity: Entity) =>
    attribution.some(({ source }) => source === entity);
  return groups(entities, claims, false, names)
    .map(({ item: entity, claims }) => {
      const steps = claims.flatMap(({ attribution }) =>
        attribution.map((step, at) => ({ ...step, next: attribution[at + 1] })),
      );
      const own = steps.filter(({ source }) => source === entity);
      const relays = new Set(own.flatMap(({ next }) => (next ? [next.source] : [])));
      return {
        item: { entity, anonymous: own.some(({ anonymous }) => anonymous), relays: [...relays] },
        claims,
      };
    })
    .sort(bySize);
}

function groups<T>(
  items: readonly T[],
  claims: readonly Claim[],
  all: boolean,
  has: (claim: Claim, item: T) => boolean,
): Group<T>[] {
  return items
    .map((item) => ({ item, claims: claims.filter((claim) => has(claim, item)) }))
    .filter((group) => all || group.claims.length > 0);
}

const bySize = (a: Group<unknown>, b: Group<unknown>) => b.claims.length - a.claims.length;

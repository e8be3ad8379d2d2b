import {
  type Article,
  type Claim,
  type Entity,
  type Group,
  OWN_VOICE,
  type Sentence,
  type Source,
  type Stories,
  type Topic,
} from '../model.ts';
import { ownVoices, sourcesOf, spokenOf } from '../spoken-of.ts';

/** Most claims first; those with none only where `all` are wanted. */
export function groupByEntity(
  { entities }: Stories,
  claims: readonly Claim[],
  all: boolean,
): Group<Entity>[] {
  return groups(entities, claims, all, spokenOf).sort(bySize);
}

/** Most claims first; those with none only where `all` are wanted. */
export function groupByTopic({ topics }: Stories, claims: readonly Claim[], all: boolean): Group<Topic>[] {
  return groups(topics, claims, all, (claim) => claim.topics).sort(bySize);
}

/** In reading order; those without a claim only where `all` are wanted. */
export function groupBySentence(
  { articles }: Stories,
  claims: readonly Claim[],
  all: boolean,
): Group<Sentence>[] {
  return groups(
    articles.flatMap(({ sentences }) => sentences),
    claims,
    all,
    ({ sentence }) => [sentence],
  );
}

/** In the order in which they were loaded; those without a claim only where `all` are wanted. */
export function groupByArticle(
  { articles }: Stories,
  claims: readonly Claim[],
  all: boolean,
): Group<Article>[] {
  return groups(articles, claims, all, ({ article }) => [article]);
}

/** Most claims first. */
export function groupBySource({ entities }: Stories, claims: readonly Claim[]): Group<Source>[] {
  return groups(entities, claims, false, sourcesOf)
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

/** The article's own voice, with the claims that it makes itself, and then the sources, most claims first. */
export function groupByVoice(stories: Stories, claims: readonly Claim[]): Group<Source>[] {
  const outermost = new Set(
    claims.flatMap(({ attribution }) => attribution.slice(0, 1)).map(({ source }) => source),
  );
  const entity: Entity = {
    id: OWN_VOICE,
    name: ownVoices(stories.articles),
    type: 'organisation',
    aliases: [],
    description: null,
  };
  const ownVoice: Group<Source> = {
    item: { entity, anonymous: false, relays: [...outermost] },
    claims: claims.filter(({ attribution }) => attribution.length === 0),
  };
  return claims.length ? [ownVoice, ...groupBySource(stories, claims)] : [];
}

/** @param itemsOf what a claim has in common with others, repeats allowed */
function groups<T>(
  items: readonly T[],
  claims: readonly Claim[],
  all: boolean,
  itemsOf: (claim: Claim) => Iterable<T>,
): Group<T>[] {
  const claimsOf = new Map<T, Claim[]>(items.map((item) => [item, []]));
  for (const claim of claims) for (const item of new Set(itemsOf(claim))) claimsOf.get(item)?.push(claim);
  return [...claimsOf]
    .map(([item, claims]) => ({ item, claims }))
    .filter((group) => all || group.claims.length > 0);
}

const bySize = (a: Group<unknown>, b: Group<unknown>) => b.claims.length - a.claims.length;

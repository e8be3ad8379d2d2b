import { boundsOf } from '../edtf.ts';
import { UsageError } from '../errors.ts';
import { daysOf } from '../iso-day.ts';
import {
  type Article,
  type Bounds,
  CERTAINTIES,
  type Claim,
  type Entity,
  OWN_VOICE,
  STANCES,
  type Stories,
  type Topic,
} from '../model.ts';
import { chosen, didYouMean } from '../nearest.ts';
import { sourcesOf, spokenOf } from '../spoken-of.ts';

/** The filters as typed. Each one named narrows; one named twice narrows twice. */
export interface FilterOptions {
  readonly about?: readonly string[];
  readonly saidBy?: readonly string[];
  readonly topic?: readonly string[];
  readonly certainty?: string;
  readonly stance?: string;
  readonly article?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

/**
 * The claims that pass every filter, in the order given.
 *
 * @throws {UsageError} where a filter names nothing of this claim set
 */
export function selectClaims(stories: Stories, options: FilterOptions): Claim[] {
  const tests = testsOf(stories, options);
  return stories.claims.filter((claim) => tests.every((test) => test(claim)));
}

type Test = (claim: Claim) => boolean;

function testsOf(stories: Stories, options: FilterOptions): Test[] {
  const { about = [], saidBy = [], topic = [], certainty, stance, article, from, to } = options;
  const tests: Test[] = [
    ...about.map((name) => isAbout(resolve('entity', name, stories.entities))),
    ...saidBy.map((name) => isSaidBy(stories, name)),
    ...topic.map((name) => hasTopic(resolve('topic', name, stories.topics))),
  ];
  if (article) tests.push(isOfStory(article.map((id) => storyNamed(stories, id))));
  if (certainty !== undefined) {
    const allowed = choices('certainty', certainty, CERTAINTIES);
    tests.push((claim) => allowed.includes(claim.certainty));
  }
  if (stance !== undefined) {
    const allowed = choices('stance', stance, STANCES);
    tests.push((claim) => allowed.includes(claim.stance));
  }
  if (from !== undefined || to !== undefined)
    tests.push(overlaps(dateOf('--from', from), dateOf('--to', to)));
  return tests;
}

function isAbout(entities: readonly Entity[]): Test {
  return (claim) => spokenOf(claim).some((entity) => entities.includes(entity));
}

function isOfStory(articles: readonly Article[]): Test {
  return ({ article }) => articles.includes(article);
}

/** @throws {UsageError} where there is no such story */
function storyNamed({ articles }: Stories, typed: string): Article {
  const found = articles.find(({ id }) => id === typed.toLowerCase());
  if (found) return found;
  const ids = articles.map(({ id }) => id);
  throw new UsageError(
    `no such story: ${typed || 'an empty name'}${didYouMean(typed, ids)}; kimtrip list articles shows them all`,
  );
}

function isSaidBy(stories: Stories, typed: string): Test {
  // A publisher goes by the names that an entity of its name has: AP is the article's own voice.
  const namesOfPublisher = (publisher: string) => [
    publisher,
    ...stories.entities
      .map(namesOf)
      .filter((names) => names.some((name) => bareName(name) === bareName(publisher)))
      .flat(),
  ];
  const publishers = new Set(stories.articles.flatMap(({ publisher }) => publisher ?? []));
  const meant = [...publishers].filter((publisher) =>
    namesOfPublisher(publisher).some((name) => fold(name) === fold(typed)),
  );
  const isOwnVoice = (article: Article) =>
    fold(typed) === OWN_VOICE || (article.publisher !== null && meant.includes(article.publisher));
  const named = [...new Set(stories.claims.flatMap(sourcesOf))];
  // A source may go by the publisher's name, too.
  const sources = stories.articles.some(isOwnVoice)
    ? named.filter((source) => goesBy(source, typed))
    : resolve('source', typed, named);
  return ({ article, attribution }) =>
    (attribution.length === 0 && isOwnVoice(article)) ||
    attribution.some(({ source }) => sources.includes(source));
}

function hasTopic(topics: readonly Topic[]): Test {
  return (claim) => topics.some((topic) => claim.topics.includes(topic));
}

/** @throws {UsageError} where the time asked for ends before it begins */
function overlaps(from: Bounds | null, to: Bounds | null): Test {
  const first = from ? daysOf(from)[0] : -Infinity;
  const last = to ? daysOf(to)[1] : Infinity;
  if (first > last) throw new UsageError('--from is later than --to; swap them');
  return ({ time }) => {
    if (time === null) return false;
    const [itsFirst, itsLast] = daysOf(time);
    return itsLast >= first && itsFirst <= last;
  };
}

function dateOf(option: string, edtf: string | undefined): Bounds | null {
  if (edtf === undefined) return null;
  try {
    return boundsOf(edtf);
  } catch {
    throw new UsageError(`${option} takes an EDTF date such as 2014, 2014-07 or 2015-05-09, not ${edtf}`);
  }
}

function choices<T extends string>(what: string, typed: string, allowed: readonly T[]): T[] {
  return typed.split(',').map((part) => chosen(what, part.trim().toLowerCase(), allowed));
}

/** Everything that goes by this id, name or alias; "Pyongyang" is both a city and a government. */
function resolve<T extends Entity | Topic>(
  what: keyof typeof LISTS,
  typed: string,
  known: readonly T[],
): T[] {
  const found = known.filter((item) => goesBy(item, typed));
  if (found.length) return found;
  // Those whose name has the word in it ("kim"), else those that are spelt alike.
  const named = known
    .filter((item) => ` ${fold(item.name)} `.includes(` ${fold(typed)} `))
    .map(({ id }) => id);
  const names = new Map(known.map((item) => [item.id, namesOf(item)]));
  const near = named.length
    ? ` (did you mean ${named.slice(0, 3).join(' or ')}?)`
    : didYouMean(typed, [...names.keys()], (id) => names.get(id) ?? []);
  const own = what === 'source' ? ', and article is the article’s own voice' : '';
  throw new UsageError(
    `no such ${what}: ${typed || 'an empty name'}${near}; kimtrip list ${LISTS[what]} shows them all${own}`,
  );
}

const LISTS = { entity: 'entities', source: 'sources', topic: 'topics' } as const;

const goesBy = (item: Entity | Topic, typed: string) =>
  namesOf(item).some((name) => fold(name) === fold(typed));

function namesOf(item: Entity | Topic): string[] {
  return [item.id, item.name, ...('aliases' in item ? item.aliases : [])];
}

const fold = (name: string) => name.toLowerCase().replaceAll('’', "'").trim();

const bareName = (name: string) => fold(name).replace(/^the /, '');

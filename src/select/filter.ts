import { boundsOf } from '../edtf.ts';
import { UsageError } from '../errors.ts';
import { daysOf } from '../iso-day.ts';
import {
  type Bounds,
  CERTAINTIES,
  type Claim,
  type ClaimSet,
  type Entity,
  OWN_VOICE,
  STANCES,
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
  readonly from?: string;
  readonly to?: string;
}

/**
 * The claims that pass every filter, in the order given.
 *
 * @throws {UsageError} where a filter names nothing of this claim set
 */
export function selectClaims(claimSet: ClaimSet, options: FilterOptions): Claim[] {
  const tests = testsOf(claimSet, options);
  return claimSet.claims.filter((claim) => tests.every((test) => test(claim)));
}

type Test = (claim: Claim) => boolean;

function testsOf(claimSet: ClaimSet, options: FilterOptions): Test[] {
  const { about = [], saidBy = [], topic = [], certainty, stance, from, to } = options;
  const tests: Test[] = [
    ...about.map((name) => isAbout(resolve('entity', name, claimSet.entities))),
    ...saidBy.map((name) => isSaidBy(claimSet, name)),
    ...topic.map((name) => hasTopic(resolve('topic', name, claimSet.topics))),
  ];
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

function isSaidBy(claimSet: ClaimSet, typed: string): Test {
  const { publisher } = claimSet.article;
  const isPublisher = (name: string) => publisher !== null && bareName(name) === bareName(publisher);
  // The publisher goes by the names that an entity of its name has: AP is the article's own voice.
  const ownNames = claimSet.entities
    .map(namesOf)
    .filter((names) => names.some(isPublisher))
    .flat();
  const isOwn = [OWN_VOICE, publisher ?? OWN_VOICE, ...ownNames].some((name) => fold(name) === fold(typed));
  const named = [...new Set(claimSet.claims.flatMap(sourcesOf))];
  // A source may go by the publisher's name, too.
  const sources = isOwn ? named.filter((source) => goesBy(source, typed)) : resolve('source', typed, named);
  return ({ attribution }) =>
    (isOwn && attribution.length === 0) || attribution.some(({ source }) => sources.includes(source));
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

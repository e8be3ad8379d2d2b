import { boundsOf } from '../edtf.ts';
import { UsageError } from '../errors.ts';
import { fold } from '../fold.ts';
import { daysOf } from '../iso-day.ts';
import {
  type Article,
  type Bounds,
  type Certainty,
  type Claim,
  type Entity,
  OWN_VOICE,
  type Polarity,
  type Stance,
  type Stories,
  type Topic,
} from '../model.ts';
import { nearest } from '../nearest.ts';
import { sourcesOf, spokenOf } from '../spoken-of.ts';

/** Filters. Each one given narrows, and each name in a list of names narrows. */
export interface FilterOptions {
  /** Entities that a claim must speak of, each by id, name or alias. */
  readonly about?: readonly string[] | undefined;
  /** Sources that must make or relay a claim; `article` is the article's own voice. */
  readonly saidBy?: readonly string[] | undefined;
  /** Topics that a claim must have, each by id or name. */
  readonly topic?: readonly string[] | undefined;
  /** Any of these. */
  readonly certainty?: readonly Certainty[] | undefined;
  /** Any of these. */
  readonly stance?: readonly Stance[] | undefined;
  readonly polarity?: Polarity | undefined;
  /** Only claims with a hedge. */
  readonly hedged?: boolean | undefined;
  /** Only claims that hold if something else does. */
  readonly conditional?: boolean | undefined;
  /** Only claims that some unnamed source makes or relays. */
  readonly anonymous?: boolean | undefined;
  /** Any of these stories, by id. */
  readonly article?: readonly string[] | undefined;
  /** EDTF. A claim's time must overlap with the time from here … */
  readonly from?: string | undefined;
  /** … to here. */
  readonly to?: string | undefined;
}

/** Why a filter cannot be followed. */
export type FilterProblem =
  | {
      readonly kind: 'unknown-name';
      readonly of: 'entity' | 'source' | 'topic' | 'story';
      readonly typed: string;
      /** Ids of those that may have been meant, best first. */
      readonly nearest: readonly string[];
    }
  /** Whoever goes by the name is in the stories, and the source of nothing. */
  | { readonly kind: 'no-source'; readonly names: readonly string[] }
  | { readonly kind: 'no-date'; readonly bound: 'from' | 'to'; readonly typed: string }
  | { readonly kind: 'backwards' };

/** A filter that names nothing of the claim set, or no time. */
export class FilterError extends UsageError {
  readonly problem: FilterProblem;

  constructor(message: string, problem: FilterProblem) {
    super(message);
    this.problem = problem;
  }
}

/**
 * The claims that pass every filter, in the order given.
 *
 * @throws {FilterError} if a filter names nothing of this claim set, or is no time
 * @example selectClaims(stories, { saidBy: ['south-korean-media'], certainty: ['probable', 'possible'] })
 */
export function selectClaims(stories: Stories, options: FilterOptions): Claim[] {
  const tests = testsOf(stories, options);
  return stories.claims.filter((claim) => tests.every((test) => test(claim)));
}

/** Those whose time does not lie between `from` and `to` as a whole. */
export function reachingBeyond(claims: readonly Claim[], { from, to }: FilterOptions): Claim[] {
  const [first, last] = periodOf(from, to);
  return claims.filter(({ time }) => {
    const [itsFirst, itsLast] = time ? daysOf(time) : [first, last];
    return itsFirst < first || itsLast > last;
  });
}

type Test = (claim: Claim) => boolean;

function testsOf(stories: Stories, options: FilterOptions): Test[] {
  const { about = [], saidBy = [], topic = [], certainty, stance, polarity, article, from, to } = options;
  const tests: Test[] = [
    ...about.map((name) => isAbout(resolve('entity', name, stories.entities))),
    ...saidBy.map((name) => isSaidBy(stories, name)),
    ...topic.map((name) => hasTopic(resolve('topic', name, stories.topics))),
  ];
  if (article) tests.push(isOfStory(article.map((id) => storyNamed(stories, id))));
  if (certainty) tests.push((claim) => certainty.includes(claim.certainty));
  if (stance) tests.push((claim) => stance.includes(claim.stance));
  if (polarity) tests.push((claim) => claim.polarity === polarity);
  if (options.hedged) tests.push(({ hedge }) => hedge !== null);
  if (options.conditional) tests.push(({ conditional }) => conditional);
  if (options.anonymous) tests.push(({ attribution }) => attribution.some(({ anonymous }) => anonymous));
  if (from !== undefined || to !== undefined) tests.push(overlaps(...periodOf(from, to)));
  return tests;
}

function isAbout(entities: readonly Entity[]): Test {
  return (claim) => spokenOf(claim).some((entity) => entities.includes(entity));
}

function isOfStory(articles: readonly Article[]): Test {
  return ({ article }) => articles.includes(article);
}

/** @throws {FilterError} if there is no such story */
function storyNamed({ articles }: Stories, typed: string): Article {
  const found = articles.find(({ id }) => id === typed.toLowerCase());
  if (found) return found;
  const ids = articles.map(({ id }) => id);
  throw new FilterError(`no such story: ${typed}`, {
    kind: 'unknown-name',
    of: 'story',
    typed,
    nearest: nearest(typed, ids),
  });
}

function isSaidBy(stories: Stories, typed: string): Test {
  const named = [...new Set(stories.claims.flatMap(sourcesOf))];
  // A publisher goes by the names that an entity of its name has: AP is the article's own voice.
  const namesOfPublisher = (publisher: string) => [
    publisher,
    ...stories.entities
      .map(namesOf)
      .filter((names) => names.some((name) => bareName(name) === bareName(publisher)))
      .flat(),
  ];
  const publishers = new Set(stories.articles.flatMap(({ publisher }) => publisher ?? []));
  // An exact id of a source is that source alone.
  const isSource = named.some(({ id }) => id === typed);
  const meant = [...publishers].filter(
    (publisher) =>
      !isSource && namesOfPublisher(publisher).some((name) => foldName(name) === foldName(typed)),
  );
  const isOwnVoice = (article: Article) =>
    foldName(typed) === OWN_VOICE || (article.publisher !== null && meant.includes(article.publisher));
  // A source may go by the publisher's name, too.
  const sources = stories.articles.some(isOwnVoice)
    ? named.filter((source) => goesBy(source, typed))
    : sourcesNamed(stories, typed, named);
  return ({ article, attribution }) =>
    (attribution.length === 0 && isOwnVoice(article)) ||
    attribution.some(({ source }) => sources.includes(source));
}

/** @throws {FilterError} if nobody goes by the name, or whoever does is the source of nothing */
function sourcesNamed({ entities }: Stories, typed: string, sources: readonly Entity[]): Entity[] {
  const silent = entities.filter((entity) => goesBy(entity, typed));
  const isKnown = sources.some((source) => source.id === typed || goesBy(source, typed));
  if (isKnown || silent.length === 0) return resolve('source', typed, sources);
  throw new FilterError(`the source of nothing: ${typed}`, {
    kind: 'no-source',
    names: [...new Set(silent.map(({ name }) => name))],
  });
}

function hasTopic(topics: readonly Topic[]): Test {
  return (claim) => topics.some((topic) => claim.topics.includes(topic));
}

/**
 * The first and the last day of the time asked for, as numbers.
 *
 * @throws {FilterError} if it ends before it begins
 */
function periodOf(from: string | undefined, to: string | undefined): [first: number, last: number] {
  const [begin, end] = [dateOf('from', from), dateOf('to', to)];
  const first = begin ? daysOf(begin)[0] : -Infinity;
  const last = end ? daysOf(end)[1] : Infinity;
  if (first > last) throw new FilterError('the time ends before it begins', { kind: 'backwards' });
  return [first, last];
}

function overlaps(first: number, last: number): Test {
  return ({ time }) => {
    if (time === null) return false;
    const [itsFirst, itsLast] = daysOf(time);
    return itsLast >= first && itsFirst <= last;
  };
}

function dateOf(bound: 'from' | 'to', typed: string | undefined): Bounds | null {
  if (typed === undefined) return null;
  try {
    return boundsOf(typed);
  } catch {
    throw new FilterError(`not an EDTF date: ${typed}`, { kind: 'no-date', bound, typed });
  }
}

/**
 * What has this id; else everything that goes by this name or alias: "Pyongyang" is both a city and a government; else every person whose
 * name has the words, "Kim" in all names of that family.
 */
function resolve<T extends Entity | Topic>(
  of: 'entity' | 'source' | 'topic',
  typed: string,
  known: readonly T[],
): T[] {
  const ways: readonly ((item: T) => boolean)[] = [
    ({ id }) => id === typed,
    (item) => goesBy(item, typed),
    (item) => isPerson(item) && hasWord(item, typed),
  ];
  for (const isMeant of ways) {
    const found = known.filter(isMeant);
    if (found.length) return found;
  }
  throw new FilterError(`no such ${of}: ${typed}`, {
    kind: 'unknown-name',
    of,
    typed,
    nearest: nearestTo(typed, known),
  });
}

/** The ids of those whose name has the word in it ("kim"), else of those that are spelt alike. */
function nearestTo(typed: string, known: readonly (Entity | Topic)[]): string[] {
  const withWord = known.filter((item) => hasWord(item, typed));
  if (withWord.length) return withWord.slice(0, 3).map(({ id }) => id);
  const names = new Map(known.map((item) => [item.id, namesOf(item)]));
  return nearest(typed, [...names.keys()], (id) => names.get(id) ?? []);
}

const isPerson = (item: Entity | Topic) => 'type' in item && item.type === 'person';

const hasWord = ({ name }: Entity | Topic, typed: string) =>
  ` ${foldName(name)} `.includes(` ${foldName(typed)} `);

const goesBy = (item: Entity | Topic, typed: string) =>
  namesOf(item).some((name) => foldName(name) === foldName(typed));

function namesOf(item: Entity | Topic): string[] {
  return [item.id, item.name, ...('aliases' in item ? item.aliases : [])];
}

const foldName = (name: string) => fold(name).trim();

const bareName = (name: string) => foldName(name).replace(/^the /, '');

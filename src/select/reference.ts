import { UsageError } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import type { Article, Claim, Stories } from '../model.ts';

/** What references named: the claims in the order given, repeats kept, and a line for each that named nothing. */
export interface Referenced {
  readonly claims: readonly Claim[];
  readonly missing: readonly string[];
}

/**
 * Finds claims by reference: `s18.3`, `18.3`, `s18` or `18` (all its claims), `3-6`; each may have its story before it,
 * `kim-trip:s18.3`, as the ids of several stories have.
 *
 * @throws {UsageError} where one is malformed
 */
export function resolveReferences(typed: readonly string[], stories: Stories): Referenced {
  const references = typed.map(parseReference);
  const places = placesOf(stories);
  const claims: Claim[] = [];
  const missing: string[] = [];
  references.forEach((reference, index) => {
    const name = shortened(typed[index] ?? '');
    const named = places.filter(({ article }) => reference.story === null || article.id === reference.story);
    const holding = named.filter((place) => claimsOf(reference, place).length > 0);
    const [place, other] = holding.length ? holding : named;
    if (!place) missing.push(`no story ${reference.story}; the stories are ${listed(places)}`);
    else if (holding.length && other)
      missing.push(
        `${name} is in several stories; write ${holding.map((each) => inFull(reference, each)).join(' or ')}`,
      );
    else {
      const found = claimsOf(reference, place);
      for (const claim of found) claims.push(claim);
      const last = place.article.sentences.length;
      if (!found.length) missing.push(`no claim ${name}; ${nearestTo(reference, place)}`);
      else if (reference.last > last) missing.push(`no sentences after s${last} in ${name}`);
      else if (reference.first === 0) missing.push(`no sentence before s1 in ${name}`);
    }
  });
  return { claims, missing };
}

/** Sentences `first` to `last`, or one claim of one sentence. */
interface Reference {
  /** Null where none is named. */
  readonly story: string | null;
  readonly first: number;
  readonly last: number;
  readonly claim: number | null;
}

const REFERENCE = /^(?:([a-z0-9]+(?:-[a-z0-9]+)*):)?s?(\d+)(?:\.(\d+)|-s?(\d+))?$/i;

function parseReference(typed: string): Reference {
  const [whole, story, first, claim, last] = REFERENCE.exec(typed) ?? [];
  if (whole === undefined)
    throw new UsageError(
      `not a reference: ${shortened(typed)}; write s18.3 (a claim), s18 (a sentence) or 3-6 (sentences)`,
    );
  const reference = {
    story: story ?? null,
    first: Number(first),
    last: Number(last ?? first),
    claim: claim === undefined ? null : Number(claim),
  };
  if (reference.last < reference.first)
    throw new UsageError(
      `not a reference: ${shortened(typed)} runs backwards; write ${shortened(`${last}-${first}`)}`,
    );
  return reference;
}

/** In characters; whatever stdin holds may come as one line. */
const SHOWN = 60;

const shortened = (typed: string) =>
  typed.length > SHOWN ? `${[...typed.slice(0, 2 * SHOWN)].slice(0, SHOWN).join('')}…` : typed;

/** One story, its claims by the number of their sentence. */
interface Place {
  readonly article: Article;
  readonly bySentence: ReadonlyMap<number, readonly Claim[]>;
}

function placesOf({ articles, claims }: Stories): Place[] {
  const byArticle = groupBy(claims, ({ article }) => article);
  return articles.map((article) => ({
    article,
    bySentence: groupBy(byArticle.get(article) ?? [], ({ id }) => numbersOf(id)[0]),
  }));
}

const listed = (places: readonly Place[]) => places.map(({ article }) => article.id).join(', ');

/** A reference with its story before it, as it is written where several are loaded. */
function inFull({ first, last, claim }: Reference, { article }: Place): string {
  const end = claim === null ? (last > first ? `-s${last}` : '') : `.${claim}`;
  return `${article.id}:s${first}${end}`;
}

function claimsOf({ first, last, claim }: Reference, { article, bySentence }: Place): Claim[] {
  const found: (readonly Claim[])[] = [];
  for (let sentence = first; sentence <= Math.min(last, article.sentences.length); sentence += 1)
    found.push(bySentence.get(sentence) ?? []);
  return found.flat().filter(({ id }) => claim === null || numbersOf(id)[1] === claim);
}

const NEAREST = 3;

function nearestTo({ first, claim }: Reference, { article, bySentence }: Place): string {
  const near: string[] = [];
  const last = article.sentences.length;
  const start = Math.min(first, last);
  const distance = ({ id }: Claim) => Math.abs(numbersOf(id)[1] - (claim ?? 1));
  for (let away = 0; away <= last && near.length < NEAREST; away += 1)
    for (const sentence of away ? [start - away, start + away] : [start]) {
      const byDistance = (bySentence.get(sentence) ?? []).toSorted((a, b) => distance(a) - distance(b));
      near.push(...byDistance.slice(0, NEAREST).map(({ id }) => id));
    }
  if (!near.length) return 'there are no claims';
  return `the nearest are ${near.slice(0, NEAREST).join(', ')}; the sentences are s1 to s${last}`;
}

/** `s18.3` or `kim-trip:s18.3` as 18 and 3. */
function numbersOf(id: string): [sentence: number, claim: number] {
  const [, sentence, claim] = /s(\d+)\.(\d+)$/.exec(id) ?? [];
  return [Number(sentence), Number(claim)];
}

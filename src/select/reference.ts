import { UsageError } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import type { Article, Claim, Stories } from '../model.ts';

/** What references named: the claims in the order given, repeats kept, and what was missing, in the same order. */
export interface Referenced {
  readonly claims: readonly Claim[];
  readonly missing: readonly MissingReference[];
}

/** A reference that named nothing, or not all that it should. */
export type MissingReference = {
  /** As it was typed. */
  readonly reference: string;
} & (
  | {
      readonly kind: 'no-claim';
      /** Ids of the nearest claims, best first. */
      readonly nearest: readonly string[];
      /** The sentences are `s1` to this. */
      readonly sentences: number;
    }
  | { readonly kind: 'after-the-end' | 'before-the-start'; readonly sentences: number }
  | { readonly kind: 'no-story'; readonly stories: readonly string[] }
  /** The same in full, once for each story that has it. */
  | { readonly kind: 'several-stories'; readonly inFull: readonly string[] }
);

/** A malformed reference. */
export class MalformedReference extends UsageError {
  readonly reference: string;
  /** The same the right way round, where it runs backwards; else null. */
  readonly forwards: string | null;

  constructor(reference: string, forwards: string | null) {
    super(`not a reference: ${reference}`);
    this.reference = reference;
    this.forwards = forwards;
  }
}

/**
 * Finds claims by reference: `s18.3`, `18.3`, `s18` or `18` (all its claims), `3-6`; each may have its story before it,
 * `kim-trip:s18.3`, as the ids of several stories have.
 *
 * @throws {MalformedReference} if one is malformed
 */
export function resolveReferences(typed: readonly string[], stories: Stories): Referenced {
  const references = typed.map(parseReference);
  const places = placesOf(stories);
  const claims: Claim[] = [];
  const missing: MissingReference[] = [];
  references.forEach((parsed, index) => {
    const reference = typed[index] ?? '';
    const named = places.filter(({ article }) => parsed.story === null || article.id === parsed.story);
    const holding = named.filter((place) => claimsOf(parsed, place).length > 0);
    const [place, other] = holding.length ? holding : named;
    if (!place)
      missing.push({ reference, kind: 'no-story', stories: places.map(({ article }) => article.id) });
    else if (holding.length && other) {
      const inFull = holding.map((each) => writtenInFull(parsed, each));
      missing.push({ reference, kind: 'several-stories', inFull });
    } else {
      const found = claimsOf(parsed, place);
      for (const claim of found) claims.push(claim);
      const sentences = place.article.sentences.length;
      if (!found.length)
        missing.push({ reference, kind: 'no-claim', nearest: nearestTo(parsed, place), sentences });
      else if (parsed.last > sentences) missing.push({ reference, kind: 'after-the-end', sentences });
      else if (parsed.first === 0) missing.push({ reference, kind: 'before-the-start', sentences });
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
  if (whole === undefined) throw new MalformedReference(typed, null);
  const reference = {
    story: story ?? null,
    first: Number(first),
    last: Number(last ?? first),
    claim: claim === undefined ? null : Number(claim),
  };
  if (reference.last < reference.first) throw new MalformedReference(typed, `${last}-${first}`);
  return reference;
}

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

/** A reference with its story before it, as it is written where several are loaded. */
function writtenInFull({ first, last, claim }: Reference, { article }: Place): string {
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

function nearestTo({ first, claim }: Reference, { article, bySentence }: Place): string[] {
  const near: string[] = [];
  const last = article.sentences.length;
  const start = Math.min(first, last);
  const distance = ({ id }: Claim) => Math.abs(numbersOf(id)[1] - (claim ?? 1));
  for (let away = 0; away <= last && near.length < NEAREST; away += 1)
    for (const sentence of away ? [start - away, start + away] : [start]) {
      const byDistance = (bySentence.get(sentence) ?? []).toSorted((a, b) => distance(a) - distance(b));
      near.push(...byDistance.slice(0, NEAREST).map(({ id }) => id));
    }
  return near.slice(0, NEAREST);
}

/** `s18.3` or `kim-trip:s18.3` as 18 and 3. */
function numbersOf(id: string): [sentence: number, claim: number] {
  const [, sentence, claim] = /s(\d+)\.(\d+)$/.exec(id) ?? [];
  return [Number(sentence), Number(claim)];
}

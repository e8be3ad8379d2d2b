import { UsageError } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import type { Claim, ClaimSet } from '../model.ts';

/** What references named: the claims in the order given, repeats kept, and a line for each that named nothing. */
export interface Referenced {
  readonly claims: readonly Claim[];
  readonly missing: readonly string[];
}

/**
 * Finds claims by reference: `s18.3`, `18.3`, `s18` or `18` (all its claims), `3-6`.
 *
 * @throws {UsageError} where one is malformed
 */
export function resolveReferences(typed: readonly string[], claimSet: ClaimSet): Referenced {
  const references = typed.map(parseReference);
  const bySentence = groupBy(claimSet.claims, ({ id }) => numbersOf(id)[0]);
  const last = claimSet.article.sentences.length;
  const claims: Claim[] = [];
  const missing: string[] = [];
  references.forEach((reference, index) => {
    const found = claimsOf(reference, bySentence, last);
    for (const claim of found) claims.push(claim);
    const name = shortened(typed[index] ?? '');
    if (!found.length) missing.push(`no claim ${name}; ${nearestTo(reference, bySentence, last)}`);
    else if (reference.last > last) missing.push(`no sentences after s${last} in ${name}`);
    else if (reference.first === 0) missing.push(`no sentence before s1 in ${name}`);
  });
  return { claims, missing };
}

/** Sentences `first` to `last`, or one claim of one sentence. */
interface Reference {
  readonly first: number;
  readonly last: number;
  readonly claim: number | null;
}

const REFERENCE = /^s?(\d+)(?:\.(\d+)|-s?(\d+))?$/i;

function parseReference(typed: string): Reference {
  const [whole, first, claim, last] = REFERENCE.exec(typed) ?? [];
  if (whole === undefined)
    throw new UsageError(
      `not a reference: ${shortened(typed)}; write s18.3 (a claim), s18 (a sentence) or 3-6 (sentences)`,
    );
  const reference = {
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

type BySentence = ReadonlyMap<number, readonly Claim[]>;

function claimsOf({ first, last, claim }: Reference, bySentence: BySentence, lastSentence: number): Claim[] {
  const found: (readonly Claim[])[] = [];
  for (let sentence = first; sentence <= Math.min(last, lastSentence); sentence += 1)
    found.push(bySentence.get(sentence) ?? []);
  return found.flat().filter(({ id }) => claim === null || numbersOf(id)[1] === claim);
}

const NEAREST = 3;

function nearestTo({ first, claim }: Reference, bySentence: BySentence, lastSentence: number): string {
  const near: string[] = [];
  const start = Math.min(first, lastSentence);
  const distance = ({ id }: Claim) => Math.abs(numbersOf(id)[1] - (claim ?? 1));
  for (let away = 0; away <= lastSentence && near.length < NEAREST; away += 1)
    for (const sentence of away ? [start - away, start + away] : [start]) {
      const byDistance = (bySentence.get(sentence) ?? []).toSorted((a, b) => distance(a) - distance(b));
      near.push(...byDistance.slice(0, NEAREST).map(({ id }) => id));
    }
  if (!near.length) return 'there are no claims';
  return `the nearest are ${near.slice(0, NEAREST).join(', ')}; the sentences are s1 to s${lastSentence}`;
}

function numbersOf(id: string): [sentence: number, claim: number] {
  const [sentence = 0, claim = 0] = id.slice(1).split('.').map(Number);
  return [sentence, claim];
}

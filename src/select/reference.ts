import { UsageError } from '../errors.ts';
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
  const claims: Claim[] = [];
  const missing: string[] = [];
  references.forEach((reference, index) => {
    const found = claimSet.claims.filter((claim) => matches(reference, claim));
    claims.push(...found);
    const nothing = () => missing.push(`no claim ${typed[index]}; ${nearestTo(reference, claimSet)}`);
    if (!found.length) nothing();
    else if (reference.last > reference.first && reference.last > claimSet.article.sentences.length)
      missing.push(`no sentences after s${claimSet.article.sentences.length} in ${typed[index]}`);
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
      `not a reference: ${typed}; write s18.3 (a claim), s18 (a sentence) or 3-6 (sentences)`,
    );
  const reference = {
    first: Number(first),
    last: Number(last ?? first),
    claim: claim === undefined ? null : Number(claim),
  };
  if (reference.last < reference.first)
    throw new UsageError(
      `not a reference: ${typed} runs backwards; write ${reference.last}-${reference.first}`,
    );
  return reference;
}

function matches({ first, last, claim }: Reference, { id }: Claim): boolean {
  const [sentence, number] = numbersOf(id);
  return sentence >= first && sentence <= last && (claim === null || claim === number);
}

function nearestTo({ first, claim }: Reference, { claims, article }: ClaimSet): string {
  const distance = ({ id }: Claim) => {
    const [sentence, number] = numbersOf(id);
    return Math.abs(sentence - first) * 1000 + Math.abs(number - (claim ?? 1));
  };
  const near = claims
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, 3)
    .map(({ id }) => id);
  const range = `the sentences are s1 to s${article.sentences.length}`;
  return near.length ? `the nearest are ${near.join(', ')}; ${range}` : range;
}

function numbersOf(id: string): [sentence: number, claim: number] {
  const [sentence = 0, claim = 0] = id.slice(1).split('.').map(Number);
  return [sentence, claim];
}

import type { Bounds, Sentence } from '../../model.ts';
import type { Reading } from '../../reading/read.ts';
import type { ClaimDocument } from '../document.ts';
import type { Change } from './alignment.ts';

/** A claim with what its rules hold it against. Offsets are in the sentence's text, in UTF-16 units. */
export interface ClaimInContext {
  readonly claim: ClaimDocument;
  readonly sentence: Sentence;
  /** The sentence before it; null for the first. */
  readonly before: Sentence | null;
  /** The text of its paragraph up to the sentence, and the sentence before it. */
  readonly paragraph: string;
  /** Where the quote stands in the sentence: at word boundaries, if it does so anywhere. */
  readonly quote: { readonly start: number; readonly end: number };
  readonly bounds: Bounds | null;
  /** When the article was written. */
  readonly issued: Bounds | null;
  /** The claims of the sentence, the claim itself among them. */
  readonly ofSentence: readonly ClaimDocument[];
  readonly publisher: string | null;
  /** Every name and alias of an entity; none where there is no such entity. */
  namesOf(entity: string): readonly string[];
  /** Empty where there is none. */
  descriptionOf(entity: string): string;
  /** `person`, `place` and so on; null where there is no such entity. */
  typeOf(entity: string): string | null;
  /** The entities of the claim set, each with all its names, and those without case and dots. */
  readonly entities: readonly NamedEntity[];
  /** The words of all names, the publisher's among them. */
  readonly wordsOfNames: ReadonlySet<string>;
}

export interface NamedEntity {
  readonly id: string;
  readonly names: readonly string[];
  readonly folded: readonly string[];
}

/** The same, with what English words say. */
export interface ReadClaim extends ClaimInContext {
  /** Of the sentence. */
  readonly reading: Reading;
  /** Of the claim's text. */
  readonly said: Reading;
  /** From the sentence to the claim's text. */
  readonly changes: readonly Change[];
}

/** What a rule asks about a claim: the field, such as `time.edtf`, and the question. */
export interface Question {
  readonly field: string;
  readonly message: string;
}

/** A rule that may ask about a claim, by a name that `checked` can answer. */
export interface Rule<Context = ClaimInContext> {
  readonly name: string;
  ask(context: Context): Question[];
}

/** Of two stretches of one text, whether they share a character. */
export const overlap = (
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): boolean => a.start < b.end && b.start < a.end;

/** The names of what a claim speaks of, and of who says it. */
export const namesOfClaim = ({ claim, namesOf, publisher }: ClaimInContext): string[] => [
  ...[claim.subject, ...claim.entities, ...claim.attribution.map(({ source }) => source)].flatMap((id) =>
    id === null ? [] : namesOf(id),
  ),
  ...(publisher === null ? [] : [publisher]),
];

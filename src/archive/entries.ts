import type { Claim } from '../model.ts';
import { termsOf } from '../search/tokens.ts';

/** A claim among those of a story that hold a word, as the table `claim_words` has it. */
export interface Entry {
  /** Without its letter: `18.3`. */
  readonly claim: string;
  /** `18`. */
  readonly sentence: string;
  /** How many claims its sentence has. */
  readonly inSentence: number;
  /** Of its text, in words. */
  readonly length: number;
  readonly isPresupposed: boolean;
  /** Labels of fields that hold the word, best first, those of texts and quotes with the word's place: `A4A9B19`, or `D`. */
  readonly places: string;
}

/** What an entry says of its claim; the places of a word follow. */
export function entryOf({ id, text, stance }: Claim, inSentence: number): string {
  const presupposed = stance === 'presupposed' ? PRESUPPOSED : '';
  return `${id.slice(1)}/${inSentence}/${termsOf(text).length}${presupposed}`;
}

const PRESUPPOSED = 'p';

/** Reads the entries of a story. There are thousands for a common word, and a regular expression takes three times as long. */
export const entriesOf = (claims: string): Entry[] => claims.split(' ').map(readEntry);

function readEntry(text: string): Entry {
  const inSentence = text.indexOf('/') + 1;
  const length = text.indexOf('/', inSentence) + 1;
  let end = length;
  while (isDigit(text.charCodeAt(end))) end += 1;
  const isPresupposed = text[end] === PRESUPPOSED;
  return {
    claim: text.slice(0, inSentence - 1),
    sentence: text.slice(0, text.indexOf('.')),
    inSentence: Number(text.slice(inSentence, length - 1)),
    length: Number(text.slice(length, end)),
    isPresupposed,
    places: text.slice(isPresupposed ? end + 1 : end),
  };
}

const isDigit = (code: number) => code >= 48 && code <= 57;

/** The places of a word in one claim among the entries of its story, without reading the others; null where it is not among them. */
export function placesFor(claim: string, claims: string): string | null {
  const start = `${claim}/`;
  const at = claims.startsWith(start) ? 0 : claims.indexOf(` ${start}`) + 1;
  if (at === 0 && !claims.startsWith(start)) return null;
  const end = claims.indexOf(' ', at);
  return readEntry(claims.slice(at, end === -1 ? undefined : end)).places;
}

/** The places of a word by themselves. */
export const placesOf = (places: string): number[] => (places.match(/\d+/g) ?? []).map(Number);

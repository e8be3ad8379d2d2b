import type { Claim } from '../model.ts';
import { termsOf } from '../search/tokens.ts';

/** A claim among those that hold a word, as the table `claim_words` has it. */
export interface Entry {
  readonly article_id: string;
  readonly claim_id: string;
  readonly sentence_id: string;
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
  const presupposed = stance === 'presupposed' ? 'p' : '';
  return `${id.slice(1)}/${inSentence}/${termsOf(text).length}${presupposed}`;
}

const ENTRY = /(\d+)\.(\d+)\/(\d+)\/(\d+)(p?)([A-D]\S*)/g;

/** Reads the entries of a story. */
export function entriesOf(article_id: string, claims: string): Entry[] {
  return Array.from(
    claims.matchAll(ENTRY),
    ([, sentence, number, inSentence, length, presupposed, places = '']) => ({
      article_id,
      claim_id: `s${sentence}.${number}`,
      sentence_id: `s${sentence}`,
      inSentence: Number(inSentence),
      length: Number(length),
      isPresupposed: presupposed === 'p',
      places,
    }),
  );
}

/** The places of a word in one claim among the entries of its story, without reading the others; null where it is not among them. */
export function placesFor(claim_id: string, claims: string): string | null {
  const start = `${claim_id.slice(1)}/`;
  const at = claims.startsWith(start) ? 0 : claims.indexOf(` ${start}`) + 1;
  if (at === 0 && !claims.startsWith(start)) return null;
  const end = claims.indexOf(' ', at);
  return /[A-D].*/.exec(claims.slice(at, end === -1 ? undefined : end))?.[0] ?? null;
}

/** The places of a word by themselves. */
export const placesOf = (places: string): number[] => (places.match(/\d+/g) ?? []).map(Number);

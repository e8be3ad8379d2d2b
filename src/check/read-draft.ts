import { type Reading, read } from '../reading/read.ts';
import { clausesOf, type Range } from './clauses.ts';
import type { Mention, NameIndex } from './mentions.ts';
import { type Word, wordsOf } from './words.ts';

/** A sentence of a draft with what its words say. */
export interface ReadDraft {
  readonly text: string;
  readonly words: readonly Word[];
  readonly reading: Reading;
  /** The entities of the claim set that it names. */
  readonly mentions: readonly Mention[];
  readonly clauses: readonly Range[];
}

export function readDraft(text: string, names: NameIndex): ReadDraft {
  const words = wordsOf(text);
  return {
    text,
    words,
    reading: read(text),
    mentions: names.mentionsIn(text, words),
    clauses: clausesOf(text),
  };
}

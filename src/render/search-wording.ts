import { shortened } from './shortened.ts';

/** `no claim has: three, 2001`; empty where some claim has each word. */
export const unmatchedText = (words: readonly string[]): string =>
  words.length ? `no claim has: ${words.map(shortened).join(', ')}` : '';

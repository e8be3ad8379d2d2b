import { shortened } from './shortened.ts';

/** `no claim has: three, 2001`; empty where some claim has each word. */
export const unmatchedText = (words: readonly string[]): string =>
  words.length ? `no claim has: ${words.map(shortened).join(', ')}` : '';

/** `claims have near words: nuclear`; empty where there are none. */
export function nearText(words: readonly string[]): string {
  const told = words.slice(0, MOST_NEAR).map(shortened);
  return told.length
    ? `claims have near words: ${told.join(', ')}${words.length > MOST_NEAR ? ', …' : ''}`
    : '';
}

const MOST_NEAR = 5;

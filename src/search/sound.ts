import { doubleMetaphone } from 'double-metaphone';
import { remembered } from '../lazily.ts';
import { editDistance } from './edit-distance.ts';

/** How a word sounds in English, and how else it may (Philips 2000). */
const soundsOf = remembered((word: string) => doubleMetaphone(word));

/** How many consonants two words differ in as they sound; 0 where they may sound the same. */
export function soundDistance(a: string, b: string): number {
  const [first, other] = soundsOf(a);
  const [firstOfB, otherOfB] = soundsOf(b);
  if (first === firstOfB || first === otherOfB || other === firstOfB) return 0;
  return editDistance(first, firstOfB);
}

/** Letters that may begin words that sound the same. */
const INITIALS = ['aeiouy', 'ckq', 'fp', 'gj', 'sc', 'sz', 'vw', 'xs', 'xz'];

/** Whether words with these first letters may begin with the same sound. */
export const mayBeginAlike = (a: string, b: string): boolean =>
  a === b || INITIALS.some((letters) => letters.includes(a) && letters.includes(b));

/** Whether two words sound alike: *Oon* and *Un*, *Volodymyr* and *Vladimir*. */
export const soundsLike = (a: string, b: string): boolean =>
  mayBeginAlike(a[0] ?? '', b[0] ?? '') && soundDistance(a, b) === 0;

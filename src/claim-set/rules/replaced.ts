import { type Change, textOf } from './alignment.ts';
import type { Question, ReadClaim } from './context.ts';

/** So many words may stand in the place of others. */
const SHORT = 4;

/** Words in the place of a few others, where sentence and text have the same words around them. */
export const replacedIn = ({ changes }: ReadClaim): Change[] =>
  changes.filter(
    ({ theirs, own, before, behind, isWhole }) =>
      isWhole &&
      theirs.length > 0 &&
      own.length > 0 &&
      theirs.length <= SHORT &&
      own.length <= SHORT &&
      (before !== null || behind !== null),
  );

/** What a rule asks about such words. */
export const asking = ({ theirs, own }: Change): Question => ({
  field: 'text',
  message: `says “${textOf(own)}” where its sentence says “${textOf(theirs)}”`,
});

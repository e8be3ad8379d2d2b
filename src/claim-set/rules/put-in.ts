import { textOf } from './alignment.ts';
import type { ReadClaim, Rule } from './context.ts';
import { stemsOf } from './terms.ts';

/** A word that makes more of what stands behind it, and that its sentence lacks: “suspend imports” told as “suspend all imports”. */
export const putIn: Rule<ReadClaim> = {
  name: 'put-in',
  ask: ({ changes, reading }) => {
    const known = stemsOf(reading.text);
    const added = changes.find(
      ({ theirs, own, before, behind, isWhole }) =>
        isWhole &&
        before !== null &&
        behind !== null &&
        theirs.length <= 1 &&
        own.length <= 3 &&
        own.some(({ lower, stem }) => MORE.test(lower) && !known.includes(stem)),
    );
    return added
      ? [
          {
            field: 'text',
            message: `says “${textOf(added.own)}”, which its sentence does not`,
          },
        ]
      : [];
  },
};

const MORE = /^(?:all|every|only|never|always|entire|whole|because|since|already|finally|ever)$/;

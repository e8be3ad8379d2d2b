import type { ReadClaim, Rule } from './context.ts';
import { contentWords, stemOf, stemsOf } from './terms.ts';

/** The two sides of a comparison or a contrast that have changed places: “training rather than fraud” told as “fraud rather than training”. */
export const swappedSides: Rule<ReadClaim> = {
  name: 'swapped-sides',
  ask: ({ reading, said }) => {
    const [theirs, own] = [sidesOf(reading.text), sidesOf(said.text)];
    if (!own || !theirs || own.stems !== theirs.stems) return [];
    // “Bo Holt was more guarded” told as “Ada Rae was more guarded than Bo Holt”
    const isOneSided = !theirs.hasOther && own.hasOther && !shares(theirs.left, own.left);
    return shares(theirs.left, own.right) && (isOneSided || shares(theirs.right, own.left))
      ? [{ field: 'text', message: `says “${own.words}”: are its two sides the right way round?` }]
      : [];
  },
};

const shares = (one: readonly string[], other: readonly string[]) => one.some((stem) => other.includes(stem));

const COMPARED =
  /\b(?:(?:more|less|fewer)(?:\s\p{Ll}+)?(?=\sthan|,|\.|$)|rather than|instead of|(?:two|three|four|five|\p{N}+) times|twice as|\p{L}{3,}er(?:(?=\s(?:\p{L}+\s){1,4}than\b)| than))\b/iu;

interface Sides {
  readonly words: string;
  readonly stems: string;
  /** Something is named to which the one is compared. */
  readonly hasOther: boolean;
  /** The stems that stand on this side alone. */
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** “would rather wait than sail”. */
const PREFERRED = /\brather\s(?<one>[^,;.]+?)\sthan\s(?<other>[^,;.]+)/iu;

function sidesOf(text: string): Sides | null {
  const { one, other } = PREFERRED.exec(text)?.groups ?? {};
  if (one && other)
    return {
      words: `rather ${one} than ${other.split(' ')[0]}`,
      stems: 'rather',
      hasOther: true,
      left: contentWords(one).map(stemOf),
      right: contentWords(other).map(stemOf),
    };
  const found = COMPARED.exec(text);
  if (!found) return null;
  const [words] = found;
  const behind = text.slice(found.index + words.length);
  const [left, right] = [text.slice(0, found.index), behind.split(/[;.]/)[0] ?? ''].map((side) =>
    contentWords(side).map(stemOf),
  ) as [string[], string[]];
  return {
    words,
    stems: stemsOf(words).join(' '),
    hasOther: /(?:than|of)$/i.test(words) || /^\s(?:than|as|what)\b/.test(behind),
    left: left.filter((stem) => !right.includes(stem)),
    right: right.filter((stem) => !left.includes(stem)),
  };
}

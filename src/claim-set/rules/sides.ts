import type { ReadClaim, Rule } from './context.ts';
import { contentWords, stemOf, stemsOf } from './terms.ts';

/** A comparison turned round, or the two sides of one or of a contrast that have changed places: “training rather than fraud” told as “fraud rather than training”. */
export const swappedSides: Rule<ReadClaim> = {
  name: 'swapped-sides',
  ask: ({ reading, said }) => {
    const turned = turnedIn(said.text, reading.text);
    if (turned) return [{ field: 'text', message: turned }];
    const [theirs, own] = [sidesOf(reading.text), sidesOf(said.text)];
    if (!own || !theirs || own.stems !== theirs.stems) return [];
    // “Bo Holt was more guarded” told as “Ada Rae was more guarded than Bo Holt”
    const isOneSided = !theirs.hasOther && own.hasOther && !shares(theirs.left, own.left);
    // “He needs this more than Holt does” told as “Holt needs it more than Rae does”
    const isOfPronoun =
      theirs.isOfPronoun &&
      own.right.length > 0 &&
      shares(theirs.right, own.left) &&
      !shares(theirs.right, own.right);
    if (isOfPronoun) return [question(own)];
    return shares(theirs.left, own.right) && (isOneSided || shares(theirs.right, own.left))
      ? [question(own)]
      : [];
  },
};

const question = ({ words }: Sides) => ({
  field: 'text',
  message: `says “${words}”: are its two sides the right way round?`,
});

const UP =
  /\b(?:more|higher|larger|bigger|greater|longer|older|stronger|faster|better)\b(?=[^.;]*?\bthan\s([^.;]+))/iu;
const DOWN =
  /\b(?:fewer|less|lower|smaller|shorter|younger|weaker|slower|worse)\b(?=[^.;]*?\bthan\s([^.;]+))/iu;
const TWICE = /\b(?:twice|double)\b(?=[^.;]*?\b(?:as|of|than)\s([^.,;]+))/iu;
const HALF = /\bhalf\b(?=[^.;]*?\b(?:as|of|than)\s([^.,;]+))/iu;

/** “fewer than the others” told as “more than the others”, “twice as many as” as “half as many as”: of the same two. */
function turnedIn(text: string, sentence: string): string | null {
  for (const [one, other] of [
    [UP, DOWN],
    [DOWN, UP],
    [TWICE, HALF],
    [HALF, TWICE],
  ] as const) {
    const [own, theirs] = [one.exec(text), other.exec(sentence)];
    if (!own || !theirs || one.test(sentence) || other.test(text) || DENIED.test(text)) continue;
    const [left, right, beside] = [text.slice(0, own.index), own[1] ?? '', theirs[1] ?? ''].map((side) =>
      contentWords(side).map(stemOf),
    ) as [string[], string[], string[]];
    // “A is lower than B” for “B is higher than A” says the same.
    if (shares(right, beside) && !shares(left, beside))
      return `says “${own[0]}”, and its sentence says “${theirs[0]}”`;
  }
  return null;
}
const DENIED = /\b(?:no|not|never|without)\b|n[’']t\b/i;

const shares = (one: readonly string[], other: readonly string[]) => one.some((stem) => other.includes(stem));

const COMPARED =
  /\b(?:(?:more|less|fewer)(?:\s\p{Ll}+)?(?=\sthan|,|\.|$)|rather than|instead of|ahead of|before|after|(?:two|three|four|five|\p{N}+) times|twice as|\p{L}{3,}er(?:(?=\s(?:\p{L}+\s){1,4}than\b)| than))\b/iu;

interface Sides {
  readonly words: string;
  readonly stems: string;
  /** Something is named to which the one is compared. */
  readonly hasOther: boolean;
  /** What is compared goes by a pronoun. */
  readonly isOfPronoun: boolean;
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
      isOfPronoun: false,
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
    isOfPronoun: /\b(?:he|she|it|they)\s/i.test(text.slice(0, found.index)),
    left: left.filter((stem) => !right.includes(stem)),
    right: right.filter((stem) => !left.includes(stem)),
  };
}

import { oppositeStems } from '../../reading/near-words.ts';
import type { Negation } from '../../reading/negations.ts';
import type { ReadClaim, Rule } from './context.ts';
import { contentWords, stemOf, stemsOf } from './terms.ts';

/** A word that says the opposite of the quote’s: “rejected” told as “approved”, “before winter” as “after winter”. */
export const oppositeWord: Rule<ReadClaim> = {
  name: 'opposite-word',
  ask: (context) => {
    const { claim, reading, said } = context;
    const own = wordsBesideNames(said.text, said.names);
    const theirs = contentWords(claim.quote);
    const [ownRoots, theirRoots, known] = [own, theirs, contentWords(reading.text)].map(
      (words) => new Set(words.flatMap(rootsOf)),
    );
    const told = turnedFigure(context);
    if (told) return [{ field: 'text', message: told }];
    // “A is larger” told as “B is smaller than A” says the same.
    const isComparing =
      /\bthan\b/.test(said.text) && (!/\bthan\b/.test(claim.quote) || isTurned(said.text, claim.quote));
    for (const word of own) {
      const roots = rootsOf(word);
      if (roots.some((root) => known?.has(root))) continue;
      if (isComparing && /^(?:less|more|\p{L}+er)$/u.test(word)) continue;
      const opposites = new Set(roots.flatMap((root) => [...oppositeStems(root)]));
      const turned = theirs.find((each) =>
        rootsOf(each).some((root) => opposites.has(root) && theirRoots?.has(root) && !ownRoots?.has(root)),
      );
      // “did not agree” told as “disagreed” says the same.
      const denials = (of: readonly Negation[], text: string, at: string) =>
        of.filter(
          ({ words }) =>
            text.includes(words) &&
            !words.toLowerCase().includes(at) &&
            // “by noon, and they said nothing”: the denial is of another clause.
            !/[,;]/.test(text.slice(text.toLowerCase().indexOf(at), text.indexOf(words))),
        ).length % 2;
      if (
        turned &&
        denials(said.negations, said.text, word) === denials(reading.negations, claim.quote, turned)
      )
        return [{ field: 'text', message: `says “${word}”, the opposite of “${turned}” in its quote` }];
    }
    const side =
      otherSide(said.text, reading.text) ??
      otherStance(said.text, claim.quote) ??
      otherOrder(said.text, reading.text);
    return side
      ? [{ field: 'text', message: `says “${side.own}”, and the sentence says “${side.theirs}”` }]
      : [];
  },
};

/** Whether what is told of stands behind the “than” in the other: “A is larger than B” told as “B is smaller than A”. */
export function isTurned(text: string, quote: string): boolean {
  const sidesOf = (of: string) =>
    of
      .split(/\bthan\b/)
      .map((side, at) => (at > 0 ? (side.split(/[,;]/)[0] ?? '') : side))
      .map((side) => stemsOf(side).filter((stem) => contentWords(stem).length > 0));
  const [[before = [], behind = []], [, theirs = []]] = [sidesOf(text), sidesOf(quote)];
  const [own, others] = [before, behind].map((side, at, sides) =>
    side.filter((stem) => theirs.includes(stem) && !sides[1 - at]?.includes(stem)),
  ) as [string[], string[]];
  return own.length > 0 && others.length === 0;
}

/** “9 percent supported it” told as “9 percent opposed it”, in a sentence that says both. */
function turnedFigure({ reading, said }: ReadClaim): string | null {
  const behind = ({ end }: { end: number }, text: string) =>
    contentWords(text.slice(end).split(/[.,;:—–()]|\b(?:and|but|while)\b/)[0] ?? '');
  for (const number of said.numbers) {
    const same = reading.numbers.filter(({ value, unit }) => value === number.value && unit === number.unit);
    const theirs = same.flatMap((each) => behind(each, reading.text));
    const known = new Set(theirs.flatMap(rootsOf));
    for (const word of behind(number, said.text)) {
      const roots = rootsOf(word);
      if (roots.some((root) => known.has(root))) continue;
      const opposites = new Set(roots.flatMap((root) => [...oppositeStems(root)]));
      const turned = theirs.find((each) => rootsOf(each).some((root) => opposites.has(root)));
      const isDenied = said.negations.some(
        ({ kind, words }) => kind === 'plain' && !/^without$/i.test(words),
      );
      if (turned && !isDenied)
        return `says “${number.words} … ${word}”, and the sentence says “${number.words} … ${turned}”`;
    }
  }
  return null;
}

/** The words of a text that say something, those of its names aside. */
function wordsBesideNames(text: string, names: readonly { start: number; end: number }[]): string[] {
  let rest = text;
  for (const { start, end } of names) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return contentWords(rest);
}

/** The stem of a word, and those of “wider” as “wide” and of “slowly” as “slow”. */
function rootsOf(word: string): string[] {
  const plain = [word, word.replace(/ly$/, ''), word.replace(/i?er$/, ''), word.replace(/i?er$/, 'e')];
  return [...new Set(plain.filter((each) => each.length > 1).map(stemOf))];
}

/** “two years later” told as “two years before”. */
function otherOrder(text: string, sentence: string): { own: string; theirs: string } | null {
  const own = ORDER.exec(text);
  const theirs = ORDER.exec(sentence);
  if (!own?.groups || !theirs?.groups) return null;
  const isAlike = ['count', 'unit'].every(
    (each) => own.groups?.[each]?.toLowerCase() === theirs.groups?.[each]?.toLowerCase(),
  );
  const isLater = (match: RegExpExecArray) => /^(?:later|after)/i.test(match.groups?.['side'] ?? '');
  return isAlike && isLater(own) !== isLater(theirs) ? { own: own[0], theirs: theirs[0] } : null;
}

const ORDER =
  /\b(?<count>[\p{L}\p{N}]+)\s(?<unit>hour|day|week|month|year|decade)s?\s(?<side>later|after(?:wards?)?|before|earlier)\b/iu;

/** Who is for something, and who against. */
const FOR =
  /\b(?:in favou?r of|for (?=the\b|it\b)|support(?:s|ed|ing|ive)?|back(?:s|ed|ing)|approv(?:es?|ed|ing))\b/i;
const AGAINST = /\b(?:against|oppos(?:es?|ed|ing)|opposition to)\b/i;

/** “against the trip” told as “in favour of the trip”. */
function otherStance(text: string, quote: string): { own: string; theirs: string } | null {
  for (const [one, other] of [
    [FOR, AGAINST],
    [AGAINST, FOR],
  ] as const) {
    const [own] = one.exec(text) ?? [];
    const [theirs] = other.exec(quote) ?? [];
    if (own && theirs && !other.test(text) && !one.test(quote) && !DENIED.test(`${text} ${quote}`))
      return { own, theirs };
  }
  return null;
}

const DENIED =
  /\b(?:no|not|never|neither|nobody|none|without|stop\p{L}*|end\p{L}*|drop\p{L}*|less|fewer|declin\p{L}*|refus\p{L}*)\b|n[’']t\b/iu;

const SIDES: readonly (readonly [string, string])[] = [
  ['before|until|till|through', 'after|since|beyond|past'],
  ['until|till', 'from'],
  ['above', 'below'],
];

/** “before |winter|” where the sentence says “after |winter|”. */
function otherSide(text: string, sentence: string): { own: string; theirs: string } | null {
  for (const [own, theirs] of SIDES.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]))
    for (const { 0: words, groups } of text.matchAll(behind(own))) {
      const stem = stemOf(groups?.['word']?.toLowerCase() ?? '');
      const has = (side: string) =>
        Array.from(sentence.matchAll(behind(side))).find(
          (match) => stemOf(match.groups?.['word']?.toLowerCase() ?? '') === stem,
        );
      const turned = has(theirs);
      if (turned && !has(own) && !stemsOf(sentence).some((each) => own.split('|').includes(each)))
        return { own: words, theirs: turned[0] };
    }
  return null;
}

const behind = (side: string) =>
  new RegExp(
    `\\b(?:${side})\\s+(?:the\\s+|its\\s+|his\\s+|her\\s+|their\\s+)?(?<word>[\\p{L}\\p{N}]+)`,
    'giu',
  );

import { nearStems } from '../../reading/near-words.ts';
import type { ReadClaim, Rule } from './context.ts';
import { contentWords, type PlacedWord, placedWords, stemsOf } from './terms.ts';

/**
 * What narrows a statement of all, of none or of the most, and that the text leaves out: “no layoffs among pilots” told as “no
 * layoffs”, “the only medalist in the pool” as “the only medalist”. Elsewhere a text that leaves words out says less, and here it says more.
 */
export const lostRestrictor: Rule<ReadClaim> = {
  name: 'lost-limit',
  ask: ({ claim, said }) => {
    const known = new Set([...stemsOf(said.text), ...stemsOf(claim.time?.text ?? '')]);
    const isTold = ({ stem }: PlacedWord) =>
      known.has(stem) || [...nearStems(stem)].some((near) => known.has(near));
    const says = (words: string) => new RegExp(`\\b${words}\\b`, 'iu').test(said.text);
    for (const sweep of sweepsIn(claim.quote))
      for (const own of sweepsIn(said.text)) {
        if (own.kind !== sweep.kind || (own.words !== sweep.words && says(sweep.words))) continue;
        const lost = lostBehind(wordsBehind(claim.quote, sweep.end), wordsBehind(said.text, own.end), isTold);
        if (lost)
          return [{ field: 'text', message: `leaves out “${lost}”, by which “${sweep.words}” says less` }];
      }
    return [];
  },
};

interface Sweep {
  readonly kind: string;
  readonly words: string;
  readonly end: number;
}

const NONE =
  /\b(?:not(?! only)|no|never|none|nothing|nobody|without|any|cannot|\p{L}+n[’']t|(?:fail|prevent|avoid|lack)(?:s|ed|ing)?)\b/giu;
const MOST =
  /\b(?:all|every|each|only|first|last|worst|best|most(?= \p{Ll})|(?!(?:near|inter|r|b|t|w|conqu|harv|for|requ|prot|gu|qu|pri|cont|lat|arr|inv|sugg|p|l|n|v|z|ch)est\b)\p{Ll}{3,}est)\b/giu;

/** Words after which whatever narrows the statement makes less of it. */
function sweepsIn(text: string): Sweep[] {
  return [
    ...Array.from(text.matchAll(NONE), ({ 0: words, index }) => ({ kind: 'none', words, index })),
    ...Array.from(text.matchAll(MOST), ({ 0: words, index }) => ({
      kind: words.toLowerCase(),
      words,
      index,
    })),
  ].map(({ kind, words, index }) => ({ kind, words, end: index + words.length }));
}

/** The words of the clause behind an offset. */
function wordsBehind(text: string, from: number): PlacedWord[] {
  const behind = text.slice(from).replace(/\s(?:before|after|of) (?:the|this) (?:article|story)\b/, '');
  const [clause = ''] = behind.split(
    /[,.;:—–()“”"](?!\p{N})|\s(?:and|but|while|although|because|if|unless)\s/u,
  );
  return placedWords(clause);
}

const OPENER =
  /^(?:among|in|on|at|since|of|that|who|which|for|by|with|within|from|before|after|during|about|under|over|to)$/i;

/** The words of the quote between or right behind those that the text keeps, where it keeps all its own in their order. */
function lostBehind(
  quoted: readonly PlacedWord[],
  own: readonly PlacedWord[],
  isTold: (word: PlacedWord) => boolean,
): string | null {
  const says = (word: PlacedWord | undefined) =>
    word !== undefined && contentWords(word.words).length > 0 && !/^any(?:thing|body|one)$/.test(word.words);
  const kept: number[] = [];
  for (const { stem } of own.filter(says)) {
    const at = quoted.findIndex((each, index) => each.stem === stem && index > (kept.at(-1) ?? -1));
    if (at < 0) return null;
    kept.push(at);
  }
  const last = kept.at(-1);
  if (last === undefined) return null;
  const behind = quoted.slice(last + 1);
  const isNarrowed = OPENER.test(behind[0]?.words ?? '');
  // The words that the text leaves out, run by run.
  const runs = [-1, ...kept].map((at, index) =>
    quoted.slice(at + 1, kept[index] ?? (isNarrowed ? undefined : 0)),
  );
  // “neighboring Norvane” is no other Norvane.
  const isEpithet = (word: PlacedWord) =>
    /^\p{Ll}/u.test(word.words) && /^\p{Lu}/u.test(quoted[quoted.indexOf(word) + 1]?.words ?? '');
  const lost = runs.find((run) => run.some((word) => says(word) && !isTold(word) && !isEpithet(word)));
  return lost ? lost.map(({ words }) => words).join(' ') : null;
}

import { type Entity, type MatchKind, weaker } from '../model.ts';
import { editDistance } from './edit-distance.ts';
import type { Expansion, Expansions } from './expansions.ts';
import type { Name, Names } from './names.ts';
import { type Period, periodAt } from './period.ts';
import type { Alternative } from './query-syntax.ts';
import { isSmallWord } from './small-words.ts';
import type { Token } from './tokens.ts';

interface Typed {
  /** As it was typed. */
  readonly query: string;
  /** For each of its words, what it may stand for. */
  readonly words: readonly (readonly Expansion[])[];
}

/** A word by itself. */
export interface WordTerm extends Typed {
  readonly type: 'word';
}

/** Words in a row, in quotation marks. */
export interface PhraseTerm extends Typed {
  readonly type: 'phrase';
  readonly terms: readonly string[];
}

/** A name of one or more words, misspelt or not. */
export interface NameTerm extends Typed {
  readonly type: 'name';
  /** The words of the name, as they are understood. */
  readonly terms: readonly string[];
  /** Whom or what it names. */
  readonly entities: readonly Entity[];
  /** The weakest kind among its words, and the least weight. */
  readonly kind: MatchKind;
  readonly weight: number;
}

/** A date of one or more words. */
export interface DateTerm extends Typed {
  readonly type: 'date';
  readonly terms: readonly string[];
  readonly period: Period;
}

/** One thing that a query asks for. */
export type QueryTerm = WordTerm | PhraseTerm | NameTerm | DateTerm;

/** A word of the query as it is understood. */
interface Word {
  readonly token: Token;
  readonly expansions: readonly Expansion[];
}

/** What a query asks for in words, phrases, names and dates. */
export interface QueryReader {
  /**
   * Dates and names are found first, longest first and misspelt or not: "kim jong il" is one person and not three words.
   *
   * @param query as it was typed
   */
  read(alternative: Alternative, query: string): QueryTerm[];
  /** Every word as typed, the small ones too: no names, dates or other forms. */
  readExactly(alternative: Alternative, query: string): QueryTerm[];
}

export function createQueryReader(expansions: Expansions, names: Names): QueryReader {
  const asTyped = (tokens: readonly Token[], query: string): string =>
    Array.from(query).slice(tokens[0]?.start, tokens.at(-1)?.end).join('');
  const exactly = (term: string): readonly Expansion[] =>
    expansions.has(term) ? [{ term, kind: 'exact', weight: 1 }] : [];
  const phrasesOf = ({ phrases }: Alternative, query: string) =>
    phrases.map(
      ({ tokens }): PhraseTerm => ({
        type: 'phrase',
        query: asTyped(tokens, query),
        words: tokens.map(({ term }) => exactly(term)),
        terms: tokens.map(({ term }) => term),
      }),
    );

  const read = (alternative: Alternative, query: string): QueryTerm[] => {
    const words = respell(alternative.words, expansions);
    const tokens = words.map(({ token }) => token);
    const saysNothing = words.every(({ token }) => isSmallWord(token.term));
    const terms: QueryTerm[] = phrasesOf(alternative, query);
    for (let at = 0; at < words.length; ) {
      const period = periodAt(tokens, at);
      const name = period ? null : longestName(words, at, names, saysNothing);
      const length = period?.length ?? name?.terms.length ?? 1;
      const those = words.slice(at, at + length);
      const typed = {
        query: asTyped(tokens.slice(at, at + length), query),
        words: those.map((word) => word.expansions),
      };
      if (period) terms.push({ type: 'date', ...typed, terms: those.map(({ token }) => token.term), period });
      else if (name) terms.push({ type: 'name', ...typed, ...name });
      else if (saysNothing || those.some(({ token }) => !isSmallWord(token.term)))
        terms.push({ type: 'word', ...typed });
      at += length;
    }
    return terms;
  };

  const readExactly = (alternative: Alternative, query: string): QueryTerm[] => [
    ...phrasesOf(alternative, query),
    ...alternative.words.map(
      (token): WordTerm => ({ type: 'word', query: asTyped([token], query), words: [exactly(token.term)] }),
    ),
  ];
  return { read, readExactly };
}

/** Mends words run together ("redsquare") or apart ("bei jing") where only so the claim set knows them. */
function respell(tokens: readonly Token[], expansions: Expansions): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const [token, next] = tokens.slice(at, at + 2);
    if (!token) break;
    const isUnknown = !expansions.has(token.term) && !isSmallWord(token.term);
    const together = next && token.term + next.term;
    if (together && (isUnknown || !expansions.has(next.term)) && expansions.has(together)) {
      words.push({ token: { ...token, term: together, end: next.end }, expansions: [respelt(together)] });
      at += 1;
      continue;
    }
    const meant = expansions.of(token.term, tokens.length === 1);
    const halves =
      isUnknown && meant.every(({ kind }) => kind === 'typo') ? halvesOf(token.term, expansions) : null;
    if (halves)
      for (const term of halves) words.push({ token: { ...token, term }, expansions: [respelt(term)] });
    else words.push({ token, expansions: meant });
  }
  return words;
}

const RESPELT = 0.95;
const respelt = (term: string): Expansion => ({ term, kind: 'form', weight: RESPELT });

const SHORTEST_HALF = 2;

function halvesOf(term: string, { has }: Expansions): [string, string] | null {
  for (let at = SHORTEST_HALF; at <= term.length - SHORTEST_HALF; at += 1) {
    const [first, second] = [term.slice(0, at), term.slice(at)];
    // Two words that say nothing ("for us") are not what was meant.
    const saysNothing = isSmallWord(first) && isSmallWord(second);
    if (!saysNothing && has(first) && has(second)) return [first, second];
  }
  return null;
}

type Named = Pick<NameTerm, 'terms' | 'entities' | 'kind' | 'weight'>;

function longestName(words: readonly Word[], at: number, names: Names, saysNothing: boolean): Named | null {
  const [first] = words.slice(at, at + 1);
  if (!first || (isSmallWord(first.token.term) && !saysNothing)) return null;
  let longest: Named | null = null;
  let best = 0;
  for (const { term } of first.expansions.filter(isName))
    for (const name of names.withTerm(term)) {
      if (name.terms[0] !== term) continue;
      const named = understood(name, words.slice(at, at + name.terms.length));
      // The longest wins, then the one with the fewest slips.
      const worth = named ? named.terms.length + named.weight : 0;
      if (named && worth > best) [longest, best] = [named, worth];
    }
  return longest;
}

/** What the typed words are as a name; null where they are another. */
function understood({ terms, entities }: Name, words: readonly Word[]): Named | null {
  const meant = words.flatMap((word, offset) => asTerm(word, terms[offset] ?? '') ?? []);
  const slips = meant.filter(({ weight }) => weight === SLIP).length;
  if (meant.length < terms.length || slips > 1 || (slips === 1 && terms.length < 3)) return null;
  return {
    terms,
    entities,
    kind: meant.map(({ kind }) => kind).reduce<MatchKind>(weaker, 'exact'),
    weight: Math.min(...meant.map(({ weight }) => weight)),
  };
}

/** How a typed word may stand for a word of a name: as it is, or, beside others that do, a slip away ("kim jong ill"). */
function asTerm({ token, expansions }: Word, term: string): Expansion | null {
  const expansion = expansions.find((each) => each.term === term && isName(each));
  if (expansion) return expansion;
  return !isSmallWord(token.term) && editDistance(token.term, term) === 1
    ? { term, kind: 'typo', weight: SLIP }
    : null;
}

/** What a slip in one word of a name leaves of it. */
const SLIP = 0.6;

/** The beginning of a name, or a near word, names nobody. */
const isName = ({ kind, weight }: Expansion) =>
  kind === 'exact' || kind === 'typo' || (kind === 'form' && weight === RESPELT);

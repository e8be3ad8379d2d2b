import { codePointSlicer } from '../code-points.ts';
import { type Entity, type MatchKind, weaker } from '../model.ts';
import { type AskedFor, measuresFor, readAsking } from './asking.ts';
import { isOneEdit } from './edit-distance.ts';
import { type Expansion, type Expansions, near } from './expansions.ts';
import { monthsFor } from './months.ts';
import type { Name, Names } from './names.ts';
import { type Period, periodAt, withoutOf } from './period.ts';
import type { Alternative } from './query-syntax.ts';
import { isRealWord } from './real-words.ts';
import { isSmallWord } from './small-words.ts';
import { soundsLike } from './sound.ts';
import { withYears } from './spelt-years.ts';
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
  /** It asks for a number with a unit: *old* in “how old”. What has none is no answer. */
  readonly isMeasure: boolean;
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
  /** Whom or what it names, and who of them is called so first of all. */
  readonly entities: readonly Entity[];
  readonly owners: readonly Entity[];
  /** The weakest kind among its words, and the least weight. */
  readonly kind: MatchKind;
  readonly weight: number;
}

/** A date of one or more words. */
export interface DateTerm extends Typed {
  readonly type: 'date';
  /** As typed. */
  readonly terms: readonly string[];
  /** In each spelling of the claim set: `jan 13` as `january 13`. */
  readonly spellings: readonly (readonly string[])[];
  readonly period: Period;
}

/** One thing that a query asks for. */
export type QueryTerm = WordTerm | PhraseTerm | NameTerm | DateTerm;

/** Whether no claim has the word, so that words of a near sense are looked for. */
export const isGuess = ({ type, words }: QueryTerm): boolean =>
  type === 'word' && words.flat().length > 0 && words.flat().every(({ kind }) => kind === 'related');

/** A word of the query as it is understood. */
interface Word {
  readonly token: Token;
  readonly expansions: readonly Expansion[];
  /** It says little by itself. */
  readonly isSmall: boolean;
}

/** What leaves out whoever is named behind it. */
const LEAVES_OUT: ReadonlySet<string> = new Set([
  'not',
  'no',
  'but',
  'without',
  'except',
  'excluding',
  'minus',
]);

/** In a query of more words near ones bring in more that is beside the point than they find. */
const MOST_WITH_NEAR = 5;

/** What one side of an `or` asks for. */
export interface ReadQuery {
  readonly terms: readonly QueryTerm[];
  readonly asksFor: AskedFor | null;
  readonly without: Without | null;
}

/** A name that someone may have meant to leave out, and the query that does so. */
export interface Without {
  readonly word: string;
  readonly query: string;
}

/** What a query asks for in words, phrases, names and dates. */
export interface QueryReader {
  /**
   * Dates and names are found first, longest first and misspelt or not: "kim jong il" is one person and not three words.
   *
   * @param query as it was typed
   */
  read(alternative: Alternative, query: string): ReadQuery;
  /** Every word as typed, the small ones too: no names, dates or other forms. */
  readExactly(alternative: Alternative, query: string): ReadQuery;
}

export function createQueryReader(
  expansions: Expansions,
  names: Names,
  areNeighbours: AreNeighbours,
): QueryReader {
  const exactly = (term: string): readonly Expansion[] =>
    expansions.has(term) ? [{ term, kind: 'exact', weight: 1 }] : [];
  const phrasesOf = ({ phrases }: Alternative, asTyped: AsTyped) =>
    phrases.map(
      ({ tokens }): PhraseTerm => ({
        type: 'phrase',
        query: asTyped(tokens),
        words: tokens.map(({ term }) => exactly(term)),
        terms: tokens.map(({ term }) => term),
      }),
    );

  const read = (alternative: Alternative, query: string): ReadQuery => {
    const asTyped = typedIn(query);
    // "US" and "WHO" in capitals are names, where not all is in capitals.
    const isInCapitals = (token: Token) => /^[\p{Lu}.]{2,}$/u.test(asTyped([token]));
    const hasSmallLetters = /\p{Ll}/u.test(query) || alternative.words.length === 1;
    const isSmall = (token: Token) =>
      isSmallWord(token.term) && !(hasSmallLetters && isInCapitals(token) && expansions.has(token.term));
    const { words: asked, asksFor, measure } = readAsking(withYears(withoutOf(alternative.words)), isSmall);
    const words = respell(asked, expansions, areNeighbours).map(
      (word): Word => ({ ...word, isSmall: isSmall(word.token) }),
    );
    const isMeasure = ({ token }: Word) => measure !== null && token.start === measure.start;
    const tokens = words.map(({ token }) => token);
    const isLong = words.filter(({ isSmall }) => !isSmall).length > MOST_WITH_NEAR;
    const saysNothing = words.every((word) => word.isSmall);
    const terms: QueryTerm[] = phrasesOf(alternative, asTyped);
    for (let at = 0; at < words.length; ) {
      const period = periodAt(tokens, at);
      const name = period ? null : longestName(words, at, names, saysNothing);
      const length = period?.length ?? name?.length ?? 1;
      const those = words.slice(at, at + length);
      const typed = {
        query: asTyped(tokens.slice(at, at + length)),
        words: those.map(({ expansions: meant }) =>
          isLong ? meant.filter(({ kind }) => kind !== 'related') : meant,
        ),
      };
      if (period) {
        const dated = those.map(({ token }) => token.term);
        terms.push({
          type: 'date',
          ...typed,
          terms: dated,
          spellings: spellingsOf(dated, expansions),
          period,
        });
      } else if (name) {
        const { length: _, ...named } = name;
        terms.push({ type: 'name', ...typed, ...named });
      } else if (those.some(isMeasure)) terms.push(measureTerm(typed.query, those, expansions));
      else if (saysNothing || those.some((word) => !word.isSmall))
        terms.push({ type: 'word', ...typed, isMeasure: false });
      at += length;
    }
    return { terms, asksFor, without: withoutLast(terms.at(-1), alternative, asTyped) };
  };

  /** “kim not putin”: a name at the end, behind a word that leaves it out. */
  const withoutLast = (
    last: QueryTerm | undefined,
    { words, phrases, excluded }: Alternative,
    asTyped: AsTyped,
  ): Without | null => {
    if (last?.type !== 'name' || phrases.length || excluded.length) return null;
    const before = words.slice(0, -last.words.length);
    const kept = before.slice(0, before.findLastIndex(({ term }) => !LEAVES_OUT.has(term)) + 1);
    if (kept.length === 0 || kept.length === before.length || before.at(-1)?.term === 'but') return null;
    const word = last.query;
    return { word, query: `${asTyped(kept)} -${last.words.length > 1 ? `"${word}"` : word}` };
  };

  const readExactly = (alternative: Alternative, query: string): ReadQuery => {
    const asTyped = typedIn(query);
    const words = alternative.words.map(
      (token): WordTerm => ({
        type: 'word',
        query: asTyped([token]),
        words: [exactly(token.term)],
        isMeasure: false,
      }),
    );
    return { terms: [...phrasesOf(alternative, asTyped), ...words], asksFor: null, without: null };
  };
  return { read, readExactly };
}

/** Words in a row as a query has them. */
type AsTyped = (tokens: readonly Token[]) => string;

function typedIn(query: string): AsTyped {
  const slice = codePointSlicer(query);
  return (tokens) => slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end);
}

/** The words of a date in each way that the claim set has them. */
function spellingsOf(words: readonly string[], { has }: Expansions): string[][] {
  return words.reduce<string[][]>(
    (rows, word) => {
      const known = [word, word.replace(/(?<=^\d+)(?:st|nd|rd|th)$/, ''), ...monthsFor(word)].filter(has);
      return rows.flatMap((row) => [...new Set(known)].map((each) => [...row, each]));
    },
    [[]],
  );
}

/** What a number stands with that tells how old something is: *old* itself, or words like *age*. */
function measureTerm(query: string, words: readonly Word[], { has }: Expansions): WordTerm {
  const expansions = words.flatMap(({ token, expansions: own }) => [
    ...own.filter(({ kind }) => kind === 'exact' || kind === 'form'),
    ...measuresFor(token.term).filter(has).map(near),
  ]);
  return { type: 'word', query, words: [expansions], isMeasure: true };
}

/**
 * Mends words run together ("redsquare") or apart ("bei jing") where only so the claim set knows them, be it with a slip ("redsqaure",
 * "oo shakov").
 */
function respell(
  tokens: readonly Token[],
  expansions: Expansions,
  areNeighbours: AreNeighbours,
): Omit<Word, 'isSmall'>[] {
  const isUnknown = ({ term }: Token) => !expansions.has(term) && !isSmallWord(term);
  const words: Omit<Word, 'isSmall'>[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const [token, next] = tokens.slice(at, at + 2);
    if (!token) break;
    const meant = expansions.of(token.term, tokens.length === 1);
    const together =
      next && (isUnknown(token) || !expansions.has(next.term)) && joined(token, next, meant, expansions);
    if (together) {
      words.push(together);
      at += 1;
      continue;
    }
    const mayBeTwo =
      isUnknown(token) && meant.every(({ kind }) => kind === 'typo') && !isRealWord(token.term);
    const halves = mayBeTwo ? halvesOf(token.term, meant, expansions, areNeighbours) : null;
    if (halves)
      for (const half of halves) words.push({ token: { ...token, term: half.term }, expansions: [half] });
    else words.push({ token, expansions: meant });
  }
  return words;
}

const RESPELT = 0.95;
const respelt = (term: string): Expansion => ({ term, kind: 'form', weight: RESPELT });

/** Two words as the one that they make; with a slip where neither is a word of English, and one means nothing by itself. */
function joined(
  token: Token,
  next: Token,
  meant: readonly Expansion[],
  { has, of }: Expansions,
): Omit<Word, 'isSmall'> | null {
  const term = token.term + next.term;
  const isSlipped = ![token, next].some((each) => isSmallWord(each.term) || isRealWord(each.term));
  const slips = () => (isSlipped && !(meant.length && of(next.term, false).length) ? of(term, false) : []);
  const expansions = has(term) ? [respelt(term)] : slips().filter(({ kind }) => kind === 'typo');
  return expansions.length ? { token: { ...token, term, end: next.end }, expansions } : null;
}

const SHORTEST_HALF = 2;
/** Shorter words stand in others by accident ("re", "uno"), so they are meant only where the claim set has them side by side. */
const TELLING_HALF = 4;

/** The two words that one was run together of; one of them may have a slip if they stand side by side in the claim set. */
function halvesOf(
  term: string,
  meant: readonly Expansion[],
  { has, of }: Expansions,
  areNeighbours: AreNeighbours,
): [Expansion, Expansion] | null {
  const cuts = Array.from({ length: Math.max(0, term.length - 2 * SHORTEST_HALF + 1) }, (_, index) => {
    const at = index + SHORTEST_HALF;
    return [term.slice(0, at), term.slice(at)] as const;
  });
  for (const [first, second] of cuts) {
    // Two words that say nothing ("for us") are not what was meant.
    const saysNothing = isSmallWord(first) && isSmallWord(second);
    if (saysNothing || !has(first) || !has(second)) continue;
    const isTelling = Math.min(first.length, second.length) >= TELLING_HALF;
    if (isTelling || areNeighbours(first, second)) return [respelt(first), respelt(second)];
  }
  if (meant.length) return null;
  const slips = (half: string) => of(half, false).filter(({ kind }) => kind === 'typo');
  for (const [first, second] of cuts) {
    const [isFirst, isSecond] = [has(first) && !isSmallWord(first), has(second) && !isSmallWord(second)];
    const slipped = isFirst ? slips(second).find((half) => areNeighbours(first, half.term)) : undefined;
    if (slipped) return [respelt(first), slipped];
    const before = isSecond ? slips(first).find((half) => areNeighbours(half.term, second)) : undefined;
    if (before) return [before, respelt(second)];
  }
  return null;
}

type AreNeighbours = (first: string, second: string) => boolean;

type Named = Pick<NameTerm, 'terms' | 'entities' | 'owners' | 'kind' | 'weight'> & {
  /** How many words of the query it takes up. */
  readonly length: number;
};

/** The name that begins at a place in the query: the longest, then the one with the fewest slips. */
function longestName(words: readonly Word[], at: number, names: Names, saysNothing: boolean): Named | null {
  const [first, second] = words.slice(at, at + 2);
  if (!first) return null;
  const known = (word: Word | undefined) =>
    (word?.expansions ?? []).filter(isName).flatMap(({ term }) => names.withTerm(term));
  let longest: Named | null = null;
  let best = 0;
  // A slip may be in the first word: then the second finds the name.
  for (const name of new Set([...known(first), ...known(second)]))
    for (const named of [
      inOrder(name, words, at),
      turned(name, words, at),
      withMiddleName(name, words, at),
    ]) {
      // A small word begins a whole name ("US president") and is none by itself.
      const isChance = first.isSmall && !saysNothing && (name.terms.length === 1 || named?.kind !== 'exact');
      const worth = named && !isChance ? named.terms.length + named.weight : 0;
      if (named && worth > best) [longest, best] = [named, worth];
    }
  return longest;
}

function inOrder(name: Name, words: readonly Word[], at: number): Named | null {
  return understood(name, words.slice(at, at + name.terms.length), name.terms.length);
}

/** The family name first or last: "Jong-un Kim". */
function turned(name: Name, words: readonly Word[], at: number): Named | null {
  const { terms } = name;
  const there = words.slice(at, at + terms.length);
  const isWhole = (order: readonly Word[]) =>
    order.every(({ token }, offset) => token.term === terms[offset]);
  if (!there.every(({ token }) => terms.includes(token.term)) || !isOfPerson(name)) return null;
  const order = [1, terms.length - 1]
    .map((first) => [...there.slice(first), ...there.slice(0, first)])
    .find(isWhole);
  return order ? understood(name, order, terms.length) : null;
}

/** A middle name that nobody else knows: "Barack Hussein Obama". */
function withMiddleName(name: Name, words: readonly Word[], at: number): Named | null {
  if (name.terms.length !== 2 || words[at + 1]?.expansions.length !== 0 || !isOfPerson(name)) return null;
  const [first, , last] = words.slice(at, at + 3);
  if (!first || !last) return null;
  return understood(name, [first, last], 3);
}

const isOfPerson = ({ entities }: Name) => entities.some(({ type }) => type === 'person');

/** What the typed words are as a name; null where they are another. */
function understood({ terms, entities, owners }: Name, words: readonly Word[], length: number): Named | null {
  if (words.length < terms.length) return null;
  const meant: Expansion[] = [];
  for (const word of words) {
    const expansion = asTerm(word, terms[meant.length] ?? '');
    if (!expansion) return null;
    meant.push(expansion);
  }
  const slipped = words.filter((_, offset) => meant[offset]?.weight === SLIP);
  const isSlip = ({ token, expansions }: Word) =>
    terms.length > 2 || (expansions.every(({ kind }) => kind === 'typo') && !isRealWord(token.term));
  if (slipped.length > 1 || slipped.length === terms.length || !slipped.every(isSlip)) return null;
  return {
    terms,
    entities,
    owners,
    length,
    kind: meant.map(({ kind }) => kind).reduce<MatchKind>(weaker, 'exact'),
    weight: Math.min(...meant.map(({ weight }) => weight)),
  };
}

/**
 * How a typed word may stand for a word of a name: as it is, or, beside others that do, a slip away ("kim jong ill"), as it sounds
 * ("Volodymyr Putin"), or cut ("Vlad Putin").
 */
function asTerm({ token, expansions, isSmall }: Word, term: string): Expansion | null {
  const expansion = expansions.find((each) => each.term === term && isName(each));
  if (expansion) return expansion;
  if (isSmall) return null;
  const isNear = isOneEdit(token.term, term) || soundsLike(token.term, term);
  if (isNear) return { term, kind: 'typo', weight: SLIP };
  const isCut = token.term.length >= SHORTEST_CUT && term.startsWith(token.term);
  return isCut ? { term, kind: 'prefix', weight: SLIP } : null;
}

/** What a slip in one word of a name leaves of it. */
const SLIP = 0.6;
const SHORTEST_CUT = 3;

/** The beginning of a name, or a near word, names nobody. */
const isName = ({ kind, weight }: Expansion) =>
  kind === 'exact' || kind === 'typo' || (kind === 'form' && weight === RESPELT);

import type { Entity, MatchKind } from '../model.ts';
import { isFunctionWord, type Token, tokenize } from './analysis.ts';
import { editDistance } from './edit-distance.ts';
import { weaker } from './match.ts';
import type { Name, Names } from './names.ts';
import { type Period, periodAt } from './period.ts';
import type { Candidate, Vocabulary } from './vocabulary.ts';

/** One thing that a query asks for: a word, a name or a time of one or more words. */
export interface Unit {
  /** As it was typed. */
  readonly query: string;
  /** For each of its words, what it may stand for. */
  readonly words: readonly (readonly Candidate[])[];
  /** The words of a name or a time, as they are understood; null for a plain word and for what nothing is known of. */
  readonly phrase: Phrase | null;
  /** Whom or what the words name; empty where they name nobody. */
  readonly entities: readonly Entity[];
  /** The time that the words mean. */
  readonly period: Period | null;
}

interface Phrase {
  readonly terms: readonly string[];
  /** The weakest kind among its words, and the least weight. */
  readonly kind: MatchKind;
  readonly weight: number;
}

/** A word of the query as it is understood. */
interface Word {
  readonly token: Token;
  readonly candidates: readonly Candidate[];
}

/**
 * Reads a query: times and names are found first, longest first and misspelt or not, so that "kim jong il" is one person
 * and not three words.
 *
 * @param exact keeps the small words between, which otherwise are dropped
 */
export function parseQuery(query: string, vocabulary: Vocabulary, names: Names, exact: boolean): Unit[] {
  const words = respell(tokenize(query), vocabulary);
  const tokens = words.map(({ token }) => token);
  const codePoints = Array.from(query);
  const unit = (at: number, length: number, meant: readonly (readonly Candidate[])[]): Unit => {
    const [first, last] = [tokens[at], tokens[at + length - 1]];
    return {
      query: codePoints.slice(first?.start, last?.end).join(''),
      words: meant,
      phrase: null,
      entities: [],
      period: null,
    };
  };
  const candidatesAt = (at: number, length: number) =>
    words.slice(at, at + length).map(({ candidates }) => candidates);
  const units: Unit[] = [];
  for (let at = 0; at < words.length; ) {
    const period = periodAt(tokens, at);
    const name = period ? null : longestName(words, at, names);
    const length = period?.length ?? name?.terms.length ?? 1;
    const typed = candidatesAt(at, length);
    if (period) {
      const terms = tokens.slice(at, at + length).map(({ term }) => term);
      units.push({ ...unit(at, length, typed), phrase: { terms, kind: 'exact', weight: 1 }, period });
    } else if (name) {
      const meant = name.terms.map((term, offset) => asTerm(words[at + offset] as Word, term) as Candidate);
      units.push({ ...unit(at, length, typed), phrase: phraseOf(meant), entities: name.entities });
    } else if (exact || !isFunctionWord(tokens[at]?.term ?? '')) units.push(unit(at, length, typed));
    at += length;
  }
  return units;
}

function phraseOf(words: readonly Candidate[]): Phrase {
  return {
    terms: words.map(({ term }) => term),
    kind: words.map(({ kind }) => kind).reduce<MatchKind>(weaker, 'exact'),
    weight: Math.min(...words.map(({ weight }) => weight)),
  };
}

/** Mends words run together ("redsquare") or apart ("bei jing") where only so the vocabulary knows them. */
function respell(tokens: readonly Token[], vocabulary: Vocabulary): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const next = tokens[at + 1];
    const isUnknown = !vocabulary.has(token.term) && !isFunctionWord(token.term);
    if (next && (isUnknown || !vocabulary.has(next.term)) && vocabulary.has(token.term + next.term)) {
      const joined = { ...token, term: token.term + next.term, end: next.end };
      words.push({ token: joined, candidates: [respelt(joined.term)] });
      at += 1;
      continue;
    }
    const candidates = vocabulary.candidates(token.term, tokens.length === 1);
    const halves =
      isUnknown && !candidates.some(({ kind }) => kind !== 'typo') ? split(token.term, vocabulary) : null;
    if (halves)
      for (const term of halves) words.push({ token: { ...token, term }, candidates: [respelt(term)] });
    else words.push({ token, candidates });
  }
  return words;
}

const RESPELT = 0.95;
const respelt = (term: string): Candidate => ({ term, kind: 'form', weight: RESPELT });

const SHORTEST_HALF = 2;

function split(term: string, vocabulary: Vocabulary): [string, string] | null {
  for (let at = SHORTEST_HALF; at <= term.length - SHORTEST_HALF; at += 1) {
    const [first, second] = [term.slice(0, at), term.slice(at)];
    // Two words that say nothing ("for us") are not what was meant.
    const saysNothing = isFunctionWord(first) && isFunctionWord(second);
    if (!saysNothing && vocabulary.has(first) && vocabulary.has(second)) return [first, second];
  }
  return null;
}

function longestName(words: readonly Word[], at: number, names: Names): Name | null {
  const [first] = words.slice(at, at + 1);
  if (!first || isFunctionWord(first.token.term)) return null;
  let longest: Name | null = null;
  let best = 0;
  for (const { term } of first.candidates.filter(isName))
    for (const name of names.beginningWith(term)) {
      const weights = name.terms.map((each, offset) => {
        const word = words[at + offset];
        return (word && asTerm(word, each)?.weight) ?? 0;
      });
      const slips = weights.filter((weight) => weight === SLIP).length;
      const isKnown =
        weights.every((weight) => weight > 0) && (slips === 0 || (slips === 1 && weights.length > 2));
      // The longest wins, then the one with the fewest slips.
      const worth = isKnown ? weights.length + Math.min(...weights) : 0;
      if (worth > best) [longest, best] = [name, worth];
    }
  return longest;
}

/** How a typed word may stand for a word of a name: as it is, or, beside others that do, a slip away ("kim jong ill"). */
function asTerm({ token, candidates }: Word, term: string): Candidate | null {
  const candidate = candidates.find((each) => each.term === term && isName(each));
  if (candidate) return candidate;
  return !isFunctionWord(token.term) && editDistance(token.term, term) === 1
    ? { term, kind: 'typo', weight: SLIP }
    : null;
}

/** What a slip in one word of a name leaves of it. */
const SLIP = 0.6;

/** The beginning of a name, or a near word, names nobody. */
const isName = ({ kind, weight }: Candidate) =>
  kind === 'exact' || kind === 'typo' || (kind === 'form' && weight === RESPELT);

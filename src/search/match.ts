import { MATCH_KINDS, type MatchKind } from '../model.ts';
import type { Token } from './analysis.ts';
import { FIELD_WEIGHTS, type IndexedClaim } from './index.ts';
import type { Unit } from './query.ts';
import type { Candidate } from './vocabulary.ts';

/** How one unit of a query met one claim. */
export interface UnitMatch {
  readonly kind: MatchKind;
  /** The words of the claim, or the name, that it matched. */
  readonly matched: string;
  /** 0 to 1. */
  readonly weight: number;
  /** The claim itself matches, and not just the rest of its sentence. */
  readonly own: boolean;
}

/** What standing elsewhere in the sentence counts. */
const SENTENCE_SHARE = 0.45;
/** What being meant without being named counts: another name, a pronoun, a date. */
const MEANT = 0.85;

/** The best of what the claim's words, those whom it speaks of and its time offer. */
export function matchUnit(unit: Unit, indexed: IndexedClaim): UnitMatch | null {
  const isWord = unit.words.length === 1 && unit.entities.length === 0;
  const byWords = isWord ? matchWord(unit.words[0] ?? [], indexed) : matchWords(unit, indexed);
  const { time } = indexed.claim;
  if (byWords?.own || !unit.period || !time || !unit.period.contains(time)) return byWords;
  const said = unit.words.filter(([word]) => word && indexed.fields.get(word.term) === 'text').length;
  return {
    kind: 'related',
    matched: time.edtf,
    weight: MEANT + ((1 - MEANT) * said) / unit.words.length,
    own: true,
  };
}

function matchWord(candidates: readonly Candidate[], { fields, sentence }: IndexedClaim): UnitMatch | null {
  let best: UnitMatch | null = null;
  for (const { term, kind, weight } of candidates) {
    const own = fields.get(term);
    const field = own ?? sentence.fields.get(term);
    if (!field) continue;
    const found = {
      kind: weaker(kind, field === 'keyword' ? 'related' : field === 'name' ? 'alias' : 'exact'),
      matched: term,
      weight: weight * FIELD_WEIGHTS[field] * (own ? 1 : SENTENCE_SHARE),
      own: own !== undefined,
    };
    if (!best || found.weight > best.weight) best = found;
  }
  return best;
}

/** A name, whole and in order, or whom it stands for; a date, its words in any order. */
function matchWords(
  { words, entities, period }: Unit,
  { tokens, entities: own, sentence }: IndexedClaim,
): UnitMatch | null {
  const meant = words.flatMap(([candidate]) => (candidate ? [candidate] : []));
  const terms = meant.map(({ term }) => term);
  const kind = meant.map(({ kind }) => kind).reduce<MatchKind>(weaker, 'exact');
  const weight = Math.min(...meant.map((candidate) => candidate.weight));
  if (meant.length < words.length) return null;
  const holds = period ? holdsAll : holdsInOrder;
  if (holds(tokens, terms)) return { kind, matched: terms.join(' '), weight, own: true };
  const named = entities.find((entity) => own.has(entity));
  if (named) return { kind: weaker(kind, 'alias'), matched: named.name, weight: MEANT * weight, own: true };
  const nearby = entities.find((entity) => sentence.entities.has(entity));
  if (nearby)
    return { kind: weaker(kind, 'alias'), matched: nearby.name, weight: SENTENCE_SHARE * weight, own: false };
  return period && holdsAll(sentence.tokens, terms)
    ? { kind, matched: terms.join(' '), weight: SENTENCE_SHARE * weight, own: false }
    : null;
}

function holdsInOrder(tokens: readonly Token[], terms: readonly string[]): boolean {
  return tokens.some((_, at) => terms.every((term, offset) => tokens[at + offset]?.term === term));
}

function holdsAll(tokens: readonly Token[], terms: readonly string[]): boolean {
  return terms.every((term) => tokens.some((token) => token.term === term));
}

/** The one further down the list of kinds. */
export function weaker(a: MatchKind, b: MatchKind): MatchKind {
  return MATCH_KINDS.indexOf(a) > MATCH_KINDS.indexOf(b) ? a : b;
}

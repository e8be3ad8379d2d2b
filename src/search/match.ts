import { type Claim, MATCH_KINDS, type MatchField, type MatchKind } from '../model.ts';
import { FIELDS, fieldOf, NAME, positionOf, QUOTE, TEXT } from './postings.ts';
import type { Unit } from './query.ts';
import type { IndexedClaim, IndexedSentence, SearchIndex } from './search-index.ts';
import { holding } from './words.ts';

/** How one unit of a query meets all claims, by their position: numbers only, since most claims are never shown. */
export interface Meeting {
  /** 0 to 1; 0 where it does not meet the claim. */
  readonly weights: Float64Array;
  /** 1 where the claim itself is met, and not just the rest of its sentence. */
  readonly own: Uint8Array;
  /** What was met, for {@link describe}. */
  readonly how: Uint32Array;
  /** The claims that are met, in no order. */
  readonly positions: number[];
}

/** How one unit of a query met one claim, in words. */
export interface UnitMatch {
  readonly kind: MatchKind;
  /** The words of the claim, or the name, that it matched. */
  readonly matched: string;
  readonly field: MatchField;
}

/** How much standing in each of {@link FIELDS} counts. */
const FIELD_WEIGHTS = [1, 0.95, 0.75, 0.7];
/** What standing elsewhere in the sentence counts. */
const SENTENCE_SHARE = 0.45;
/** What being meant without being named counts: another name, a pronoun, a date. */
const MEANT = 0.85;

/** Beside the fields: the claim's time. */
const TIME = FIELDS.length;
const HOW_BITS = 4;
/** Set where it was met as a plain word. */
const AS_WORD = 8;

/** Finds all claims that a unit meets, and the best way in which it meets each. */
export function meet(unit: Unit, index: SearchIndex): Meeting {
  const size = index.claims.length;
  const meeting: Meeting = {
    weights: new Float64Array(size),
    own: new Uint8Array(size),
    how: new Uint32Array(size),
    positions: [],
  };
  const offer = (position: number, weight: number, own: 0 | 1, which: number, field: number) => {
    const known = meeting.weights[position] as number;
    // What the claim itself offers goes before what its sentence does, however little.
    if (own < (meeting.own[position] as number) || (own === meeting.own[position] && weight <= known)) return;
    if (known === 0) meeting.positions.push(position);
    meeting.weights[position] = weight;
    meeting.own[position] = own;
    meeting.how[position] = (which << HOW_BITS) | field;
  };
  const offerBeside = ({ from, to }: IndexedSentence, weight: number, which: number, field: number) => {
    for (let position = from; position < to; position += 1)
      offer(position, SENTENCE_SHARE * weight, 0, which, field);
  };
  if (unit.phrase) meetPhrase(unit, index, offer, offerBeside);
  // A name of one word is a word as well: "invited" for "the invitation".
  if (!unit.phrase || unit.words.length === 1) meetWord(unit, index, offer, offerBeside);
  return meeting;
}

type Offer = (position: number, weight: number, own: 0 | 1, which: number, field: number) => void;
type OfferBeside = (sentence: IndexedSentence, weight: number, which: number, field: number) => void;

function meetWord(unit: Unit, index: SearchIndex, offer: Offer, offerBeside: OfferBeside): void {
  unit.words[0]?.forEach(({ term, weight }, which) => {
    for (const code of index.postings.holdersOf(term)?.claims ?? []) {
      const field = fieldOf(code);
      if (!isOfOther(unit, field))
        offer(positionOf(code), weight * (FIELD_WEIGHTS[field] as number), 1, which, field | AS_WORD);
    }
    for (const code of index.postings.holdersOf(term)?.sentences ?? []) {
      const field = fieldOf(code);
      const sentence = index.sentences[positionOf(code)] as IndexedSentence;
      if (!isOfOther(unit, field))
        offerBeside(sentence, weight * (FIELD_WEIGHTS[field] as number), which, field | AS_WORD);
    }
  });
}

/** Who is named is found by whom claims are on; the same word in another's name ("Putin's adviser") is not them. */
const isOfOther = ({ phrase }: Unit, field: number) => phrase !== null && field === NAME;

/** A name, whole and in order, or whom it stands for; a date, its words in any order, or the time they mean. */
function meetPhrase(unit: Unit, index: SearchIndex, offer: Offer, offerBeside: OfferBeside): void {
  const { entities, period } = unit;
  const { terms, weight } = unit.phrase as NonNullable<Unit['phrase']>;
  const holdTerms = terms.map(holding);
  const holdsIt = period
    ? (words: string) => holdTerms.every((holds) => holds(words))
    : holding(terms.join(' '));
  const holders = index.postings.holdersOf(terms[0] ?? '');
  for (const code of holders?.claims ?? []) {
    // Its best field for the word is neither its text nor its quote.
    if (fieldOf(code) > QUOTE) continue;
    const position = positionOf(code);
    const claim = index.claims[position] as IndexedClaim;
    if (holdsIt(claim.text)) offer(position, weight, 1, 0, TEXT);
    else if (holdsIt(claim.quote)) offer(position, weight * (FIELD_WEIGHTS[QUOTE] as number), 1, 0, QUOTE);
  }
  const held = (words: string) => holdTerms.reduce((count, holds) => count + Number(holds(words)), 0);
  const meant = (words: string) => MEANT + ((1 - MEANT) * held(words)) / (terms.length + 1);
  entities.forEach((entity, which) => {
    for (const position of index.claimsOn.get(entity) ?? []) {
      offer(position, weight * meant((index.claims[position] as IndexedClaim).text), 1, which, NAME);
      offerBeside(sentenceOf(position, index), weight, which, NAME);
    }
  });
  if (!period) return;
  index.claims.forEach(({ claim: { time }, text }, position) => {
    if (time && period.contains(time)) offer(position, meant(text), 1, 0, TIME);
  });
  for (const code of holders?.sentences ?? []) {
    const sentence = index.sentences[positionOf(code)] as IndexedSentence;
    if (holdsIt(sentence.words)) offerBeside(sentence, weight, 0, TEXT);
  }
}

function sentenceOf(position: number, { claims, sentences }: SearchIndex): IndexedSentence {
  return sentences[(claims[position] as IndexedClaim).sentence] as IndexedSentence;
}

/** Says what a meeting holds of one claim; null where it does not meet it. */
export function describe(
  unit: Unit,
  { weights, own, how }: Meeting,
  position: number,
  { time }: Claim,
): UnitMatch | null {
  if (!weights[position]) return null;
  const code = how[position] as number;
  const [which, at] = [code >> HOW_BITS, code & (AS_WORD - 1)];
  const field = own[position] ? (FIELDS[at] ?? 'time') : 'sentence';
  if (at === TIME) return { kind: 'related', matched: time?.edtf ?? '', field };
  const atBest = FIELDS[at] === 'keyword' ? 'related' : FIELDS[at] === 'name' ? 'alias' : 'exact';
  if (code & AS_WORD) {
    const candidate = unit.words[0]?.[which];
    return candidate ? { kind: weaker(candidate.kind, atBest), matched: candidate.term, field } : null;
  }
  const { kind, terms } = unit.phrase as NonNullable<Unit['phrase']>;
  const named = at === NAME ? unit.entities[which]?.name : undefined;
  return { kind: weaker(kind, atBest), matched: named ?? terms.join(' '), field };
}

/** The one further down the list of kinds. */
export function weaker(a: MatchKind, b: MatchKind): MatchKind {
  return MATCH_KINDS.indexOf(a) > MATCH_KINDS.indexOf(b) ? a : b;
}

import { remembered } from '../lazily.ts';
import { type Entity, weaker } from '../model.ts';
import { BestMatches, type TermMatch, TermMatches } from './best-matches.ts';
import { isNumber } from './numerals.ts';
import type { PostedField } from './postings.ts';
import type { DateTerm, NameTerm, PhraseTerm, QueryTerm } from './query-terms.ts';
import { roleBearer } from './roles.ts';
import type { SearchIndex } from './search-index.ts';
import { containing, type SpacedWords, unspaced } from './spaced-words.ts';

/** How much standing in a field counts, best first. */
export const FIELDS = [
  { field: 'text', weight: 1, kind: 'exact' },
  { field: 'quote', weight: 0.95, kind: 'exact' },
  { field: 'keyword', weight: 0.7, kind: 'related' },
] as const;
/** Where a phrase is looked for: a keyword is no word of the article. */
const WORDED = FIELDS.slice(0, 2);
/** The same of a name of whoever a claim is on. */
export const NAME_WEIGHT = 0.75;
/** What remains of it for another form: the authorities are no author. */
const FORM_IN_NAME = 0.85;
/** What standing elsewhere in the sentence counts. */
export const SENTENCE_SHARE = 0.45;
/** What being meant without being named counts: another name, a pronoun, a date. */
export const MEANT = 0.85;

/** What a thing counts that meets a date in one event: of "May 9 parade", a claim on the festivities of May 9. */
const SAME_EVENT = 0.6;

/** What a name of one word counts where it only stands in the name of another: "UN" in "Kim Jong Un". */
export const IN_OTHERS_NAME = 0.5;
/** What the words of the name of a thing count where they stand apart: of "New Year speech", "speeches on New Year’s Day". */
export const APART = 0.8;

/** What a claim counts that is on whom the whole query describes: of "union leader", another on the one who heads the union. */
const ROLE = 0.65;

interface MatchedTerm {
  readonly term: QueryTerm;
  readonly matches: TermMatches;
}

/**
 * Matches all terms of a query. A date and a thing that meet in an event are both about it.
 *
 * @param isForRole whether the query may name someone by a role
 */
export function matchTerms(
  terms: readonly QueryTerm[],
  index: SearchIndex,
  isForRole: boolean,
): readonly MatchedTerm[] {
  const matched = terms.map((term) => ({ term, matches: matchTerm(term, index) }));
  const dated = matched.filter(({ term }) => term.type === 'date');
  for (const { term, matches } of matched)
    if (term.type !== 'date') for (const date of dated) addSameEvent(matches, date.matches, index);
  if (isForRole) addRoleBearer(matched, index);
  return matched;
}

/** Who is called by what they are, "the union leader", is meant by all terms together: other claims on them are about it, too. */
function addRoleBearer(matched: readonly MatchedTerm[], { claims, claimsOn }: SearchIndex): void {
  if (matched.every(({ term }) => term.type !== 'word')) return;
  const isWhole = (position: number) =>
    matched.every(({ matches }) => {
      const match = matches.own.get(position);
      return match && match.kind !== 'prefix' && match.kind !== 'typo';
    });
  let only: Entity | null = null;
  for (const position of matched[0]?.matches.own.positions ?? []) {
    const claim = isWhole(position) ? claims[position]?.claim : undefined;
    const bearer = claim ? roleBearer(claim) : null;
    if (bearer && only && bearer !== only) return;
    only = bearer ?? only;
  }
  if (!only) return;
  const asBearer = { weight: ROLE, kind: 'alias', matched: only.name, field: 'name' } as const;
  for (const position of claimsOn.get(only) ?? [])
    for (const { matches } of matched) if (!matches.own.get(position)) matches.own.set(position, asBearer);
}

function addSameEvent({ own }: TermMatches, dates: TermMatches, { claims, claimsOn }: SearchIndex): void {
  const onDate = dates.own.positions;
  const both = onDate.filter((position) => own.get(position));
  const events = new Set(
    both.flatMap((position) => claims[position]?.entities.filter(({ type }) => type === 'event') ?? []),
  );
  const dated = new Set(onDate);
  for (const event of events)
    for (const position of claimsOn.get(event) ?? [])
      if (dated.has(position) && !own.get(position))
        own.set(position, { weight: SAME_EVENT, kind: 'related', matched: event.name, field: 'name' });
}

/** Finds all claims that a term matches, and the best way in which it matches each. */
export function matchTerm(term: QueryTerm, index: SearchIndex): TermMatches {
  const matches = new BestMatches(index.claims.length);
  const inSentences = new BestMatches(index.sentences.length);
  if (term.type === 'phrase') matchPhrase(term, index, matches, inSentences);
  if (term.type === 'name') matchName(term, index, matches);
  if (term.type === 'date') matchDate(term, index, matches, inSentences);
  // A name of one word is a word as well: "invited" for "the invitation".
  if (term.words.length === 1 && term.type !== 'phrase') matchWord(term, index, matches, inSentences);
  if (term.type === 'name') weakenOthers(term, index, matches);
  if (term.type === 'word' && term.isMeasure)
    return new TermMatches(withNumbers(matches, index), new BestMatches(0), index);
  return new TermMatches(matches, besideThem(matches, inSentences, index), index);
}

/** Only the claims that have a number: *old* alone tells nobody's age. */
function withNumbers(matches: BestMatches, { claims }: SearchIndex): BestMatches {
  const kept = new BestMatches(claims.length);
  matches.forEach((match, position) => {
    if (unspaced(claims[position]?.text ?? '').some(isNumber)) kept.set(position, match);
  });
  return kept;
}

function matchWord(
  term: QueryTerm,
  index: SearchIndex,
  matches: BestMatches,
  inSentences: BestMatches,
): void {
  for (const { term: word, kind, weight } of term.words[0] ?? []) {
    for (const { field, weight: share, kind: ofField } of FIELDS) {
      const match = { weight: weight * share, kind: weaker(kind, ofField), matched: word, field };
      for (const position of index.postings.positions(field, word)) matches.offer(position, match);
    }
    const inSentence = { weight, kind, matched: word, field: 'sentence' } as const;
    for (const sentence of index.postings.positions('sentence', word))
      inSentences.offer(sentence, inSentence);
    // Who is named is found by whom claims are on; the same word in another's name ("Putin's adviser") is not them.
    if (term.type === 'name') continue;
    const asName = {
      weight: weight * NAME_WEIGHT * (kind === 'form' || kind === 'prefix' ? FORM_IN_NAME : 1),
      kind: weaker(kind, 'alias'),
      matched: word,
      field: 'name',
    } as const;
    for (const entity of index.postings.entities(word))
      for (const position of index.claimsOn.get(entity) ?? []) matches.offer(position, asName);
  }
}

/** Words in a row, as they stand in a claim. */
function offerWords(
  holds: (words: SpacedWords) => boolean,
  { terms, kind, weight }: Pick<NameTerm, 'terms' | 'kind' | 'weight'>,
  index: SearchIndex,
  matches: BestMatches,
  fields: readonly (typeof FIELDS)[number][] = FIELDS,
): void {
  const matched = terms.join(' ');
  for (const { field, weight: share, kind: ofField } of fields) {
    const match = { weight: weight * share, kind: weaker(kind, ofField), matched, field };
    for (const position of rarest(field, terms, index)) {
      const claim = index.claims[position];
      if (claim && holds(claim[field])) matches.offer(position, match);
    }
  }
}

/** The same in sentences. */
function offerSentences(
  holds: (words: SpacedWords) => boolean,
  { terms, kind, weight }: Pick<NameTerm, 'terms' | 'kind' | 'weight'>,
  index: SearchIndex,
  inSentences: BestMatches,
): void {
  const match = { weight, kind, matched: terms.join(' '), field: 'sentence' } as const;
  for (const position of rarest('sentence', terms, index))
    if (holds(index.sentences[position]?.words ?? '')) inSentences.offer(position, match);
}

/** The positions of the word that fewest have of some. */
const rarest = (field: PostedField, terms: readonly string[], { postings }: SearchIndex) =>
  terms.map((term) => postings.positions(field, term)).reduce((a, b) => (a.length <= b.length ? a : b));

const EXACTLY = { kind: 'exact', weight: 1 } as const;

function matchPhrase(
  { terms }: PhraseTerm,
  index: SearchIndex,
  matches: BestMatches,
  inSentences: BestMatches,
): void {
  const holds = containing(...terms);
  offerWords(holds, { terms, ...EXACTLY }, index, matches, WORDED);
  offerSentences(holds, { terms, ...EXACTLY }, index, inSentences);
}

/** A name, whole and in order, or whom it stands for. */
function matchName(term: NameTerm, index: SearchIndex, matches: BestMatches): void {
  offerWords(containing(...term.terms), term, index, matches);
  if (term.words.length > 1) matchApart(term, index, matches);
  const offerMeant = offeringMeant(term.terms, index, matches);
  const kind = weaker(term.kind, 'alias');
  for (const entity of term.entities)
    offerMeant(index.claimsOn.get(entity) ?? [], {
      weight: term.weight,
      kind,
      matched: entity.name,
      field: 'name',
    });
}

/** Weakens the match of a word that is a name by itself in claims that only name someone else with it. */
function weakenOthers(term: NameTerm, { claims, postings }: SearchIndex, matches: BestMatches): void {
  if (term.terms.length > 1) return;
  const named = postings.entities(term.terms[0] ?? '');
  const others = new Set(named.filter((entity) => !term.entities.includes(entity)));
  if (others.size === 0) return;
  const weakened = remembered((match: TermMatch) => ({ ...match, weight: IN_OTHERS_NAME * match.weight }));
  matches.forEach((match, position) => {
    const entities = claims[position]?.entities ?? [];
    const isOnOthers =
      entities.some((entity) => others.has(entity)) &&
      !entities.some((entity) => term.entities.includes(entity));
    // A keyword of the claim is no part of another's name.
    if (isOnOthers && match.field !== 'keyword') matches.set(position, weakened(match));
  });
}

/** The words of the name of a thing, wherever they stand in a claim. */
function matchApart({ words, entities }: NameTerm, index: SearchIndex, matches: BestMatches): void {
  if (!entities.every(({ type }) => type === 'event' || type === 'work')) return;
  const [first, ...others] = words.map((expansions) => {
    const ofWord = new BestMatches(index.claims.length);
    const inSentences = new BestMatches(index.sentences.length);
    matchWord({ type: 'word', query: '', words: [expansions], isMeasure: false }, index, ofWord, inSentences);
    return ofWord;
  });
  first?.forEach((match, position) => {
    const all = [match, ...others.flatMap((each) => each.get(position) ?? [])];
    if (all.length === words.length)
      matches.offer(position, {
        weight: APART * Math.min(...all.map(({ weight }) => weight)),
        kind: all.map(({ kind }) => kind).reduce(weaker),
        matched: all.map(({ matched }) => matched).join(' '),
        field: match.field,
      });
  });
}

/** A date: its words in any order, the name of the day, or the time that they mean. */
function matchDate(
  { terms, spellings, period }: DateTerm,
  index: SearchIndex,
  matches: BestMatches,
  inSentences: BestMatches,
): void {
  for (const spelling of spellings) {
    const tests = spelling.map((term) => containing(term));
    const holds = (words: SpacedWords) => tests.every((test) => test(words));
    offerWords(holds, { terms: spelling, ...EXACTLY }, index, matches);
    offerSentences(holds, { terms: spelling, ...EXACTLY }, index, inSentences);
  }
  const { contains, name, otherwise = contains } = period;
  if (name) {
    const named = { terms: name, kind: 'related', weight: MEANT } as const;
    offerWords(containing(...name), named, index, matches);
    offerSentences(containing(...name), named, index, inSentences);
  }
  const offerMeant = offeringMeant(terms, index, matches);
  const isKnown = index.claimsAt.some(([time]) => contains(time));
  const isMeant = isKnown ? contains : otherwise;
  for (const [time, positions] of index.claimsAt)
    if (isMeant(time))
      offerMeant(positions, { weight: 1, kind: 'related', matched: time.edtf, field: 'time' });
}

/** Offers a match with claims that mean these words: it weighs more the more of them a claim has. */
function offeringMeant(
  terms: readonly string[],
  { claims, postings }: SearchIndex,
  matches: BestMatches,
): (positions: readonly number[], match: TermMatch) => void {
  const held = new Uint8Array(claims.length);
  for (const term of terms)
    for (const position of postings.positions('text', term)) held[position] = (held[position] ?? 0) + 1;
  return (positions, match) => {
    const byHeld = Array.from({ length: terms.length + 1 }, (_, count) => ({
      ...match,
      weight: match.weight * (MEANT + ((1 - MEANT) * count) / (terms.length + 1)),
    }));
    for (const position of positions) matches.offer(position, byHeld[held[position] ?? 0] ?? match);
  };
}

/** What matches a claim, or its sentence, counts a little for the other claims of the sentence. */
function besideThem(matches: BestMatches, inSentences: BestMatches, { claims }: SearchIndex): BestMatches {
  const besideOf = remembered((match: TermMatch): TermMatch => {
    return { ...match, weight: SENTENCE_SHARE * match.weight, field: 'sentence' };
  });
  matches.forEach((match, position) => {
    const sentence = claims[position]?.sentence.position;
    if (sentence !== undefined) inSentences.offer(sentence, match);
  });
  inSentences.forEach((match, sentence) => {
    inSentences.set(sentence, besideOf(match));
  });
  return inSentences;
}

/** The words of the domain. All offsets are in Unicode code points, 0-based, end excluded. */

export const CERTAINTIES = ['certain', 'probable', 'possible', 'uncommitted'] as const;
export const POLARITIES = ['affirmed', 'negated'] as const;
export const STANCES = ['asserted', 'presupposed', 'intended', 'judged'] as const;
export const ENTITY_TYPES = ['person', 'group', 'place', 'organisation', 'event', 'work'] as const;

/** How sure the innermost source is: FactBank's CT, PR, PS and U (Saurí & Pustejovsky 2009). */
export type Certainty = (typeof CERTAINTIES)[number];
export type Polarity = (typeof POLARITIES)[number];
export type Stance = (typeof STANCES)[number];
export type EntityType = (typeof ENTITY_TYPES)[number];

/** The id of the one voice that needs no entity, the article's own. */
export const OWN_VOICE = 'article';

/** A half-open stretch of code points. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A sentence of the article; `start` and `end` are offsets in the article's text. */
export interface Sentence extends Span {
  readonly id: string;
  readonly text: string;
  /** From 1. */
  readonly paragraph: number;
}

export interface Entity {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  readonly description: string | null;
}

export interface Topic {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
}

/** One step of who says it. */
export interface Attribution {
  readonly source: Entity;
  readonly anonymous: boolean;
}

/** The words of a claim, as the W3C Web Annotation model selects text; offsets in the article's text. */
export interface Quote extends Span {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** The first and last day (ISO 8601) that an EDTF expression may mean; null where it is open. */
export interface Bounds {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** The time that a claim speaks of. */
export interface Time extends Bounds {
  readonly edtf: string;
  readonly text: string;
  readonly inferred: boolean;
  readonly basis: string | null;
}

/** One proposition that the article makes. */
export interface Claim {
  readonly id: string;
  /** The article that makes it. */
  readonly article: Article;
  readonly text: string;
  readonly quote: Quote;
  readonly sentence: Sentence;
  readonly subject: Entity | null;
  readonly entities: readonly Entity[];
  readonly topics: readonly Topic[];
  /** Outermost first; empty: the article's own voice. */
  readonly attribution: readonly Attribution[];
  readonly certainty: Certainty;
  readonly polarity: Polarity;
  readonly stance: Stance;
  readonly conditional: boolean;
  readonly hedge: string | null;
  readonly time: Time | null;
  /** Claims of the same sentence without which this one says too much. */
  readonly qualifiedBy: readonly Claim[];
  /** For search alone, never shown. */
  readonly keywords: readonly string[];
}

/** A name as CSL-JSON has it. */
export interface Author {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

/** One news story; metadata by the names of CSL-JSON. */
export interface Article {
  /** A slug, such as `kim-trip`. */
  readonly id: string;
  readonly type: string;
  readonly title: string | null;
  readonly author: readonly Author[];
  readonly publisher: string | null;
  readonly issued:
    | (Bounds & { readonly edtf: string; readonly inferred: boolean; readonly basis: string | null })
    | null;
  readonly language: string | null;
  /** Its address, where it is known. */
  readonly url: string | null;
  /** The day (EDTF) on which it was read there. */
  readonly accessed: string | null;
  /** Paragraphs joined by a blank line, sentences by a space. */
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/** What there is to search and read: one story, or several together. */
export interface Stories {
  readonly articles: readonly Article[];
  readonly entities: readonly Entity[];
  readonly topics: readonly Topic[];
  /** In reading order, story by story. */
  readonly claims: readonly Claim[];
  /** Left out where these are all there are. */
  readonly collection?: Collection;
}

/** The whole that some claims were taken from for a search or a draft, which weigh words by it. */
export interface Collection {
  /** How many claims it has. */
  readonly claims: number;
  /** Its words (folded) that may be meant, and how many of its claims hold each or stand in a sentence that does. */
  readonly holders: ReadonlyMap<string, number>;
  /** How many of its claims match a term of the query, by the term as it was typed. */
  readonly counts: ReadonlyMap<string, number>;
  /** Every claim that may be found was taken. */
  readonly isComplete: boolean;
}

/** One story: an article with its sentences, entities, topics and claims. */
export interface ClaimSet extends Stories {
  readonly article: Article;
}

/** How a word of the query met the claim, strongest first. */
export const MATCH_KINDS = ['exact', 'form', 'prefix', 'alias', 'related', 'typo'] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

/** The one further down the list of kinds. */
export const weaker = (a: MatchKind, b: MatchKind): MatchKind =>
  MATCH_KINDS.indexOf(a) > MATCH_KINDS.indexOf(b) ? a : b;

/** Where a word met the claim: its text, its quote, a name of someone or something in it, a keyword, its time, its sentence. */
export type MatchField = 'text' | 'quote' | 'name' | 'keyword' | 'time' | 'sentence';

export interface MatchedTerm {
  /** As it was typed. */
  readonly query: string;
  /** The words of the claim, or the name, that it matched. */
  readonly matched: string;
  readonly kind: MatchKind;
  readonly field: MatchField;
  /** Its part of the claim's score. */
  readonly score: number;
}

/** Why a claim was found. */
export interface Match {
  /** 0 to 1, relative to the best claim of the same search. */
  readonly score: number;
  /** The weakest kind that took part. */
  readonly kind: MatchKind;
  readonly terms: readonly MatchedTerm[];
  /** The words of the query that the claim does not answer, as they were typed. */
  readonly unmatched: readonly string[];
  /** Spans of the claim's text and of its sentence's text. */
  readonly ranges: { readonly text: readonly Span[]; readonly sentence: readonly Span[] };
}

/** The sentences of the article around a claim's own. */
export interface Context {
  readonly before: readonly Sentence[];
  readonly after: readonly Sentence[];
}

/** A claim to show, and why: what a search matched, and the sentences around it where they were asked for. */
export interface Hit {
  readonly claim: Claim;
  /** Null where nothing was searched for. */
  readonly match: Match | null;
  /** Null where no sentences around it were asked for. */
  readonly context: Context | null;
}

/** A claim that is listed for itself. */
export const listed = (claim: Claim): Hit => ({ claim, match: null, context: null });

/** Something that claims have in common, with those claims in reading order. */
export interface Group<T> {
  readonly item: T;
  readonly claims: readonly Claim[];
}

/** Whoever a claim comes from: the article's own voice, whose id is {@link OWN_VOICE}, or a source that it names. */
export interface Source {
  readonly entity: Entity;
  /** Some attribution calls it anonymous. */
  readonly anonymous: boolean;
  /** The sources that it passes on. */
  readonly relays: readonly Entity[];
}

/** Claims that speak of the same years. */
export interface Era {
  /** `1991`, `2012–2015`, `until 1991`, `from 1991`; of a moment in more than a year `some time within 2014–2015`. */
  readonly label: string;
  readonly claims: readonly Claim[];
}

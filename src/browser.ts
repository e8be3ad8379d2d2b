/**
 * kimtrip as a library, wherever JavaScript runs: claims with who said them, how sure, and the exact words.
 *
 * @packageDocumentation
 */

export { checkDraft } from './check/check-draft.ts';
export type { CheckedSentence, Difference, DifferenceKind, Verdict } from './check/checked.ts';
export { type Fault, UnsoundError } from './claim-set/fault.ts';
export { parseClaimSet } from './claim-set/parse.ts';
export { UnreadableError, UsageError } from './errors.ts';
export type {
  Article,
  Attribution,
  Author,
  Bounds,
  Certainty,
  Claim,
  ClaimSet,
  Entity,
  EntityType,
  Match,
  MatchedTerm,
  MatchField,
  MatchKind,
  Polarity,
  Quote,
  Sentence,
  Span,
  Stance,
  Time,
  Topic,
} from './model.ts';
export { claimRecord, type Json, type JsonRecord } from './render/records.ts';
export { visible } from './render/sinks.ts';
export { citationText, qualifiersText } from './render/wording.ts';
export {
  createSearch,
  type Found,
  LONGEST_QUERY,
  type Search,
  type SearchOptions,
  type SearchResults,
} from './search/search.ts';
export { FilterError, type FilterOptions, type FilterProblem, selectClaims } from './select/filter.ts';
export {
  MalformedReference,
  type MissingReference,
  type Referenced,
  resolveReferences,
} from './select/reference.ts';

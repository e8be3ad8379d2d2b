import type { Article, Claim, Entity, Hit, Match, Sentence, Source, Span, Topic } from '../model.ts';
import { certaintyText, speakersText } from './wording.ts';

/** A value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonRecord = { readonly [key: string]: Json };

export const isRecord = (value: Json | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && !isList(value);

/** `Array.isArray` does not tell a readonly list from an object. */
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** A claim as scripts get it, who says it and how sure included: the same keys in the same order everywhere. */
export function claimRecord(claim: Claim): JsonRecord {
  const { quote, time } = claim;
  return {
    id: claim.id,
    text: claim.text,
    saidBy: speakersText(claim),
    howSure: certaintyText(claim),
    quote: {
      exact: quote.exact,
      prefix: quote.prefix,
      suffix: quote.suffix,
      start: quote.start,
      end: quote.end,
    },
    sentence: sentenceRecord(claim.sentence),
    subject: claim.subject && entityReference(claim.subject),
    entities: claim.entities.map(entityReference),
    topics: claim.topics.map(({ id, name }) => ({ id, name })),
    attribution: claim.attribution.map(({ source, anonymous }) => ({
      source: source.id,
      name: source.name,
      anonymous,
    })),
    certainty: claim.certainty,
    polarity: claim.polarity,
    stance: claim.stance,
    conditional: claim.conditional,
    hedge: claim.hedge,
    time: time && {
      edtf: time.edtf,
      text: time.text,
      earliest: time.earliest,
      latest: time.latest,
      inferred: time.inferred,
      basis: time.basis,
    },
    qualifiedBy: claim.qualifiedBy.map(({ id, text }) => ({ id, text })),
    article: articleReference(claim.article),
  };
}

/** A claim's record with why it is shown: search adds `match`, `--context` adds `context`. */
export function hitRecord({ claim, match, context }: Hit): JsonRecord {
  return {
    ...claimRecord(claim),
    ...(match && { match: matchRecord(match) }),
    ...(context && {
      context: { before: context.before.map(sentenceRecord), after: context.after.map(sentenceRecord) },
    }),
  };
}

/** An article in the list of articles, with how many sentences it has. */
export const articleRecord = (article: Article): JsonRecord => ({
  ...articleReference(article),
  language: article.language,
  sentences: article.sentences.length,
});

function articleReference({ id, title, publisher, author, issued, url, accessed }: Article): JsonRecord {
  return {
    id,
    title,
    publisher,
    author: author.map((name) => ({ ...name })),
    issued: issued && {
      edtf: issued.edtf,
      earliest: issued.earliest,
      latest: issued.latest,
      inferred: issued.inferred,
    },
    url,
    accessed,
  };
}

/** A hit with more of the reason for it: in which field each word met it, and its part of the score. */
export function explainedRecord(hit: Hit): JsonRecord {
  if (!hit.match) return hitRecord(hit);
  const terms = hit.match.terms.map(({ query, matched, kind, field, score }) => ({
    query,
    matched,
    kind,
    field,
    score,
  }));
  return { ...hitRecord(hit), match: { ...matchRecord(hit.match), terms } };
}

function matchRecord({ score, kind, terms, unmatched, ranges }: Match) {
  const pairs = (spans: readonly Span[]) => spans.map(({ start, end }) => [start, end]);
  return {
    score,
    kind,
    terms: terms.map(({ query, matched, kind }) => ({ query, matched, kind })),
    unmatched,
    ranges: { text: pairs(ranges.text), sentence: pairs(ranges.sentence) },
  };
}

export function sentenceRecord({ id, text, paragraph, start, end }: Sentence): JsonRecord {
  return { id, text, paragraph, start, end };
}

const entityReference = ({ id, name, type }: Entity): JsonRecord => ({ id, name, type });

/** An entity, topic, source or sentence; who lists them adds the ids of their claims. */
export const entityRecord = ({ id, name, type, aliases, description }: Entity): JsonRecord => ({
  id,
  name,
  type,
  aliases,
  description,
});

export const topicRecord = ({ id, name, description }: Topic): JsonRecord => ({ id, name, description });

export const sourceRecord = ({ entity, anonymous, relays }: Source): JsonRecord => ({
  id: entity.id,
  name: entity.name,
  anonymous,
  relays: relays.map(({ id }) => id),
});

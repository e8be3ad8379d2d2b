import { codePointIndexOf, codePointLength, codePointSlicer } from '../code-points.ts';
import type { Article, Bounds, Claim, ClaimSet, Entity, Quote, Sentence } from '../model.ts';
import type { ArticleText } from './article-text.ts';
import { type ClaimDocument, type ClaimSetDocument, sentenceIdOf } from './document.ts';

/**
 * Makes a claim set of a sound document and its article: ids become what they stand for, words become offsets.
 *
 * @param boundsOf the first and last day of each EDTF expression in the document
 * @param name a slug for the article where the document has none
 */
export function linkClaimSet(
  document: ClaimSetDocument,
  { text, sentences }: ArticleText,
  boundsOf: (edtf: string) => Bounds,
  name: string,
): ClaimSet {
  const linked = document.entities.map(linkEntity);
  const entities = new Map(linked.map((entity) => [entity.id, entity]));
  const topics = new Map(document.topics.map((topic) => [topic.id, topic]));
  const sentenceOf = new Map(sentences.map((sentence) => [sentence.id, sentence]));
  const boundsBy = new Map<string, Bounds>();
  const withBounds = <T extends { edtf: string; basis: string | null }>(time: T): T & Bounds => {
    const bounds = boundsBy.get(time.edtf) ?? boundsOf(time.edtf);
    boundsBy.set(time.edtf, bounds);
    const { basis } = time;
    // A basis may be the name of one that several times share.
    return { ...time, basis: basis === null ? null : (document.article.bases[basis] ?? basis), ...bounds };
  };
  const slice = codePointSlicer(text);
  const { id, URL: url, issued, bases, ...metadata } = document.article;
  const article: Article = {
    id: id ?? name,
    ...metadata,
    issued: issued && withBounds(issued),
    url,
    text,
    sentences,
  };
  // Filled once all claims are made: one may be qualified by a later one.
  const qualifiersOf = new Map(document.claims.map(({ id }): [string, Claim[]] => [id, []]));
  const linkClaim = ({ checked: _, draft, ...claim }: ClaimDocument): Claim => {
    const sentence = known(sentenceOf, sentenceIdOf(claim));
    return {
      ...claim,
      // In the text itself, so that no output can leave it out.
      text: draft ? `[unread draft] ${claim.text}` : claim.text,
      article,
      sentence,
      quote: anchor(claim.quote, sentence, slice),
      subject: claim.subject === null ? null : known(entities, claim.subject),
      entities: claim.entities.map((id) => known(entities, id)),
      topics: claim.topics.map((id) => known(topics, id)),
      attribution: claim.attribution.map(({ source, anonymous }) => ({
        source: known(entities, source),
        anonymous,
      })),
      time: claim.time && withBounds(claim.time),
      qualifiedBy: known(qualifiersOf, claim.id),
    };
  };
  const claims = document.claims.map(linkClaim);
  const claimOf = new Map(claims.map((claim) => [claim.id, claim]));
  for (const { id, qualifiedBy } of document.claims)
    known(qualifiersOf, id).push(...qualifiedBy.map((other) => known(claimOf, other)));
  return {
    article,
    articles: [article],
    entities: linked,
    topics: document.topics,
    claims: claims.sort(byReadingOrder),
  };
}

/** In its description, so that a guess is shown as one. */
function linkEntity({ draft, description, ...entity }: ClaimSetDocument['entities'][number]): Entity {
  return { ...entity, description: draft ? 'unread draft: its type is a guess' : description };
}

function known<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id);
  if (value === undefined) throw new TypeError(`unchecked id: ${id}`);
  return value;
}

/** As many code points of context as the W3C's own examples and most annotation tools keep. */
const CONTEXT_LENGTH = 32;

function anchor(exact: string, sentence: Sentence, slice: (from: number, to: number) => string): Quote {
  const start = sentence.start + codePointIndexOf(sentence.text, exact);
  const end = start + codePointLength(exact);
  return {
    exact,
    prefix: slice(Math.max(0, start - CONTEXT_LENGTH), start),
    suffix: slice(end, end + CONTEXT_LENGTH),
    start,
    end,
  };
}

function byReadingOrder(a: Claim, b: Claim): number {
  const number = (claim: Claim) => Number(claim.id.split('.')[1]);
  return a.sentence.start - b.sentence.start || number(a) - number(b);
}

import type { Author, Certainty, ClaimSet, EntityType, Polarity, Stance } from '../model.ts';

/** `claims.json` once the JSON Schema has passed it and filled in the defaults. */
export interface ClaimSetDocument {
  article: {
    /** Null where the folder's name stands for it. */
    id: string | null;
    type: string;
    title: string | null;
    author: Author[];
    publisher: string | null;
    issued: { edtf: string; inferred: boolean; basis: string | null } | null;
    language: string | null;
    /** Reasons that several inferred times share, by the name that a `basis` gives. */
    bases: Readonly<Record<string, string>>;
    URL: string | null;
    accessed: string | null;
  };
  entities: {
    id: string;
    name: string;
    type: EntityType;
    aliases: string[];
    description: string | null;
    /** Until a person has given it its type. */
    draft: boolean;
  }[];
  topics: { id: string; name: string; description: string | null }[];
  claims: ClaimDocument[];
}

/** A claim as a person writes it. */
export interface ClaimDocument {
  id: string;
  text: string;
  quote: string;
  subject: string | null;
  entities: string[];
  topics: string[];
  attribution: { source: string; anonymous: boolean }[];
  certainty: Certainty;
  polarity: Polarity;
  stance: Stance;
  conditional: boolean;
  hedge: string | null;
  time: { edtf: string; text: string; inferred: boolean; basis: string | null } | null;
  qualifiedBy: string[];
  keywords: string[];
  /** Until a person has read it against its sentence. */
  draft: boolean;
  /** Rules of `verify` that are wrong about the claim, each with the reason: `name: the headline names her`. */
  checked: string[];
}

/** The id of the sentence that a claim is in: `s18` of `s18.3`. */
export const sentenceIdOf = ({ id }: Pick<ClaimDocument, 'id'>): string => id.split('.')[0] ?? '';

/** The document that a claim set was made of. */
export function documentOf({ article, entities, topics, claims }: ClaimSet): ClaimSetDocument {
  const { id, type, title, author, publisher, issued, language, url, accessed } = article;
  return {
    article: {
      id,
      type,
      title,
      author: [...author],
      publisher,
      issued: issued && { edtf: issued.edtf, inferred: issued.inferred, basis: issued.basis },
      language,
      bases: {},
      URL: url,
      accessed,
    },
    entities: entities.map((entity) => ({ ...entity, aliases: [...entity.aliases], draft: false })),
    topics: topics.map((topic) => ({ ...topic })),
    claims: claims.map(({ article: _article, sentence: _sentence, quote, subject, time, ...claim }) => ({
      ...claim,
      quote: quote.exact,
      subject: subject?.id ?? null,
      entities: claim.entities.map(({ id }) => id),
      topics: claim.topics.map(({ id }) => id),
      attribution: claim.attribution.map(({ source, anonymous }) => ({ source: source.id, anonymous })),
      time: time && { edtf: time.edtf, text: time.text, inferred: time.inferred, basis: time.basis },
      qualifiedBy: claim.qualifiedBy.map(({ id }) => id),
      keywords: [...claim.keywords],
      draft: false,
      checked: [],
    })),
  };
}

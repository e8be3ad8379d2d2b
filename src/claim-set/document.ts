import type { Author, Certainty, EntityType, Polarity, Stance } from '../model.ts';

/** `claims.json` once the JSON Schema has passed it and filled in the defaults. */
export interface ClaimSetDocument {
  article: {
    type: string;
    title: string | null;
    author: Author[];
    publisher: string | null;
    issued: { edtf: string; inferred: boolean; basis: string | null } | null;
    language: string | null;
  };
  entities: { id: string; name: string; type: EntityType; aliases: string[]; description: string | null }[];
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
  keywords: string[];
}

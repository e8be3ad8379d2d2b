import { createHash } from 'node:crypto';
import {
  type Article,
  CERTAINTIES,
  type Claim,
  type ClaimSet,
  type Entity,
  POLARITIES,
  STANCES,
} from '../model.ts';
import type { Json, JsonRecord } from './records.ts';
import { toJson } from './sinks.ts';
import { articleCitation, qualifiersText, reservationLines, speakersText } from './wording.ts';

/**
 * The claims as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), in one AnnotationCollection: each targets
 * its words in the article and has two bodies, the claim and, for whoever reads no more than text, who says it and how sure.
 */
export function renderAnnotations({ article, claims }: ClaimSet): string {
  const source = hashName(article.text);
  // Another choice of claims is another collection.
  const collection = `${source}#claims/${digest(claims.map(({ id }) => id).join('\n'))}`;
  const page = `${collection}/page`;
  const document: JsonRecord = {
    '@context': ['http://www.w3.org/ns/anno.jsonld', CONTEXT],
    id: collection,
    type: 'AnnotationCollection',
    label: `Claims of ${articleCitation(article)}`,
    total: claims.length,
    first: {
      id: page,
      type: 'AnnotationPage',
      // An object: the suite of the W3C takes no IRI here, though the model does.
      partOf: { id: collection },
      startIndex: 0,
      items: claims.map((claim) => annotation(claim, article, source)),
    },
    last: page,
  };
  return `${toJson(document, 2)}\n`;
}

/**
 * What the Web Annotation vocabulary has no words for. The namespace is a UUID made for it: no domain is claimed that
 * might one day be somebody else's. No word of the vocabulary's own context is defined anew.
 */
const CONTEXT: JsonRecord = {
  kimtrip: 'urn:uuid:f37c7781-7557-4f0b-a976-ef5329300038#',
  edtf: { '@id': 'kimtrip:edtf', '@type': 'http://id.loc.gov/datatypes/edtf/EDTF-level2' },
  saidBy: 'kimtrip:saidBy',
  attribution: { '@id': 'kimtrip:attribution', '@container': '@list' },
  speaker: { '@id': 'kimtrip:speaker', '@type': '@id' },
  anonymous: { '@id': 'kimtrip:anonymous', '@type': 'xsd:boolean' },
  certainty: { '@id': 'kimtrip:certainty', '@type': '@vocab' },
  polarity: { '@id': 'kimtrip:polarity', '@type': '@vocab' },
  stance: { '@id': 'kimtrip:stance', '@type': '@vocab' },
  ...Object.fromEntries(
    [...CERTAINTIES, ...POLARITIES, ...STANCES].map((value) => [value, `kimtrip:${value}`]),
  ),
  conditional: { '@id': 'kimtrip:conditional', '@type': 'xsd:boolean' },
  hedge: 'kimtrip:hedge',
  sentence: 'kimtrip:sentence',
  subject: { '@id': 'kimtrip:subject', '@type': '@id' },
  entities: { '@id': 'kimtrip:entities', '@type': '@id' },
  topics: { '@id': 'kimtrip:topics', '@type': '@id' },
  time: 'kimtrip:time',
  words: 'kimtrip:words',
  earliest: { '@id': 'kimtrip:earliest', '@type': 'xsd:date' },
  latest: { '@id': 'kimtrip:latest', '@type': 'xsd:date' },
  inferred: { '@id': 'kimtrip:inferred', '@type': 'xsd:boolean' },
  basis: 'kimtrip:basis',
  qualifiedBy: { '@id': 'kimtrip:qualifiedBy', '@type': '@id' },
};

/** @param source the IRI of the article's text */
function annotation(claim: Claim, article: Article, source: string): JsonRecord {
  const { exact, prefix, suffix, start, end } = claim.quote;
  const text = { type: 'TextualBody', format: 'text/plain' };
  const language = present({ language: article.language });
  return {
    id: `${source}#${claim.id}`,
    type: 'Annotation',
    motivation: 'describing',
    body: [
      {
        ...text,
        purpose: 'describing',
        ...language,
        value: claim.text,
        ...factuality(claim, source),
      },
      {
        ...text,
        purpose: 'commenting',
        value: [qualifiersText(claim), ...reservationLines(claim)].join('\n'),
      },
    ],
    target: {
      type: 'SpecificResource',
      source,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    },
  };
}

/** Who says it, how sure, and the rest of the claim's record. */
function factuality(claim: Claim, source: string): JsonRecord {
  const { attribution, certainty, polarity, stance, conditional, hedge, sentence, subject, time } = claim;
  const entity = ({ id, name }: Entity) => ({ id: `${source}#entity/${id}`, name });
  return present({
    saidBy: speakersText(claim),
    attribution: attribution.map(({ source, anonymous }) => ({ speaker: entity(source), anonymous })),
    certainty,
    polarity,
    stance,
    conditional,
    hedge,
    sentence: sentence.text,
    subject: subject && entity(subject),
    entities: claim.entities.map(entity),
    topics: claim.topics.map(({ id, name }) => ({ id: `${source}#topic/${id}`, name })),
    time:
      time &&
      present({
        edtf: time.edtf,
        words: time.text,
        earliest: time.earliest && xsdDate(time.earliest),
        latest: time.latest && xsdDate(time.latest),
        inferred: time.inferred,
        basis: time.basis,
      }),
    qualifiedBy: claim.qualifiedBy.length ? claim.qualifiedBy.map(({ id }) => `${source}#${id}`) : null,
  });
}

/** Years far off have six digits and a sign in ISO 8601 as JavaScript writes it, and no more than they need in XML Schema. */
const xsdDate = (day: string): string => day.replace(/^\+?(-?)0*(?=\d{4,}-)/, '$1');

/** A property without a value is left out: null means something else in JSON-LD, and tells nothing in RDF. */
const present = (record: Readonly<Record<string, Json>>): JsonRecord =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));

/** A name for a text that has no address: its SHA-256 (RFC 6920). */
const hashName = (text: string): string => `ni:///sha-256;${digest(text)}`;

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

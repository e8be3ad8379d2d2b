import { createHash } from 'node:crypto';
import { CERTAINTIES, type Claim, type ClaimSet, type Entity, POLARITIES, STANCES } from '../model.ts';
import type { Json, JsonRecord } from './records.ts';
import { toJson } from './sinks.ts';
import { articleCitation, qualifiersText, reservationLines, speakersText } from './wording.ts';

/**
 * The claims as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), in one AnnotationCollection: each targets
 * its words in the article and has two bodies, the claim and, for whoever reads no more than text, who says it and how sure.
 *
 * @param created when the annotations are made: the time of the export
 */
export function renderAnnotations(claimSets: readonly ClaimSet[], created: Date): string {
  const sources = claimSets.map(({ article }) => hashName(article.text));
  const [only] = sources;
  const source = only !== undefined && sources.length === 1 ? only : hashName(sources.join('\n'));
  const claims = claimSets.flatMap((claimSet) => claimSet.claims);
  // Another choice of claims is another collection.
  const collection = `${source}#claims/${digest(claims.map(({ id }) => id).join('\n'))}`;
  const page = `${collection}/page`;
  const document: JsonRecord = {
    '@context': ['http://www.w3.org/ns/anno.jsonld', CONTEXT],
    id: collection,
    type: 'AnnotationCollection',
    label: `Claims of ${claimSets.map(({ article }) => articleCitation(article)).join('; ')}`,
    total: claims.length,
    first: {
      id: page,
      type: 'AnnotationPage',
      // An object: the suite of the W3C takes no IRI here, though the model does.
      partOf: { id: collection },
      startIndex: 0,
      items: claims.map((claim) => ({
        ...annotation(claim),
        creator: CREATOR,
        // To the day, so that the exports of a day are the same.
        created: `${created.toISOString().slice(0, 10)}T00:00:00Z`,
      })),
    },
    last: page,
  };
  return `${toJson(document, 2)}\n`;
}

/** A UUID made for what the Web Annotation vocabulary has no words for: no domain is claimed that might one day be somebody else's. */
const NAMESPACE = 'urn:uuid:f37c7781-7557-4f0b-a976-ef5329300038';

/**
 * What the Web Annotation vocabulary has no words for. No word of the vocabulary's own context is defined anew.
 */
const CONTEXT: JsonRecord = {
  kimtrip: `${NAMESPACE}#`,
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

const CREATOR: JsonRecord = { id: NAMESPACE, type: 'Software', name: 'kimtrip' };

/** A page has each paragraph in an element of its own, and no blank line between them for a selector to find. */
const PARAGRAPH = '\n\n';

function annotation(claim: Claim): JsonRecord {
  const { article } = claim;
  const source = hashName(article.text);
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
      format: 'text/plain',
      ...language,
      selector: [
        {
          type: 'TextQuoteSelector',
          exact,
          prefix: prefix.split(PARAGRAPH).at(-1) ?? '',
          suffix: suffix.split(PARAGRAPH)[0] ?? '',
        },
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
export const hashName = (text: string): string => `ni:///sha-256;${digest(text)}`;

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

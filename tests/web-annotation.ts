import type { ContextDefinition } from 'jsonld';

/**
 * What kimtrip uses of the JSON-LD context http://www.w3.org/ns/anno.jsonld: the terms as the Web Annotation Vocabulary
 * (https://www.w3.org/TR/annotation-vocab/) defines them. A term outside of it does not expand, and so fails the tests.
 */
export const ANNO_CONTEXT: ContextDefinition = {
  oa: 'http://www.w3.org/ns/oa#',
  as: 'http://www.w3.org/ns/activitystreams#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  id: '@id',
  type: '@type',
  Annotation: 'oa:Annotation',
  AnnotationCollection: 'as:OrderedCollection',
  AnnotationPage: 'as:OrderedCollectionPage',
  Software: 'as:Application',
  SpecificResource: 'oa:SpecificResource',
  TextualBody: 'oa:TextualBody',
  TextPositionSelector: 'oa:TextPositionSelector',
  TextQuoteSelector: 'oa:TextQuoteSelector',
  commenting: 'oa:commenting',
  describing: 'oa:describing',
  created: { '@id': 'dcterms:created', '@type': 'xsd:dateTime' },
  creator: { '@id': 'dcterms:creator', '@type': '@id' },
  body: { '@id': 'oa:hasBody', '@type': '@id' },
  end: { '@id': 'oa:end', '@type': 'xsd:nonNegativeInteger' },
  exact: 'oa:exact',
  first: { '@id': 'as:first', '@type': '@id' },
  format: 'dc:format',
  items: { '@id': 'as:items', '@type': '@id', '@container': '@list' },
  label: 'rdfs:label',
  language: 'dc:language',
  last: { '@id': 'as:last', '@type': '@id' },
  motivation: { '@id': 'oa:motivatedBy', '@type': '@vocab' },
  name: 'foaf:name',
  partOf: { '@id': 'as:partOf', '@type': '@id' },
  prefix: 'oa:prefix',
  purpose: { '@id': 'oa:hasPurpose', '@type': '@vocab' },
  selector: { '@id': 'oa:hasSelector', '@type': '@id' },
  source: { '@id': 'oa:hasSource', '@type': '@id' },
  start: { '@id': 'oa:start', '@type': 'xsd:nonNegativeInteger' },
  startIndex: { '@id': 'as:startIndex', '@type': 'xsd:nonNegativeInteger' },
  suffix: 'oa:suffix',
  target: { '@id': 'oa:hasTarget', '@type': '@id' },
  total: { '@id': 'as:totalItems', '@type': 'xsd:nonNegativeInteger' },
  value: 'rdf:value',
};

const iri = { type: 'string', pattern: '^[a-z][a-z0-9+.-]*:\\S+$' };
const text = { type: 'string' };
const offset = { type: 'integer', minimum: 0 };
const shape = (properties: Record<string, object>, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
});

/**
 * The shape of an embedded collection as the Web Annotation Data Model asks for it (https://www.w3.org/TR/annotation-model/):
 * its MUSTs, and its SHOULDs where kimtrip has what they ask for. Other properties may stand beside.
 */
export const COLLECTION_SHAPE = shape({
  // 5.1 Annotation Collection
  '@context': {
    type: 'array',
    contains: { const: 'http://www.w3.org/ns/anno.jsonld' },
    items: { type: ['string', 'object'] },
  },
  id: iri,
  type: { const: 'AnnotationCollection' },
  label: text,
  total: { type: 'integer', minimum: 1 },
  last: iri,
  // 5.2 Annotation Page; an embedded one has no context of its own
  first: {
    ...shape({
      id: iri,
      type: { const: 'AnnotationPage' },
      partOf: shape({ id: iri }),
      startIndex: offset,
      items: {
        type: 'array',
        minItems: 1,
        // 3.1 Annotations
        items: shape({
          id: iri,
          type: { const: 'Annotation' },
          motivation: { const: 'describing' },
          // 3.2.4 Embedded Textual Body
          body: {
            type: 'array',
            minItems: 1,
            items: shape(
              { type: { const: 'TextualBody' }, value: text, format: text, language: text, purpose: text },
              ['type', 'value', 'format', 'purpose'],
            ),
          },
          // 4 Specific Resources
          target: shape({
            type: { const: 'SpecificResource' },
            source: iri,
            selector: {
              type: 'array',
              minItems: 2,
              maxItems: 2,
              prefixItems: [
                // 4.2.4 Text Quote Selector
                shape({ type: { const: 'TextQuoteSelector' }, exact: text, prefix: text, suffix: text }),
                // 4.2.5 Text Position Selector
                shape({ type: { const: 'TextPositionSelector' }, start: offset, end: offset }),
              ],
            },
          }),
        }),
      },
    }),
    not: { required: ['@context'] },
  },
});

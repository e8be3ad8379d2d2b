import { createHash } from 'node:crypto';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { claimSetFolder, kimtrip, kimtripJson } from './helpers.ts';
import { portHope } from './port-hope.ts';
import { ANNO_CONTEXT, COLLECTION_SHAPE } from './web-annotation.ts';

interface Body {
  readonly value: string;
  readonly saidBy?: string;
  readonly certainty?: string;
}

interface Annotation {
  readonly id: string;
  readonly body: readonly Body[];
  readonly target: {
    readonly source: string;
    readonly selector: readonly [
      { readonly exact: string; readonly prefix: string; readonly suffix: string },
      { readonly start: number; readonly end: number },
    ];
  };
}

interface Collection {
  readonly '@context': readonly [string, Record<string, unknown>];
  readonly id: string;
  readonly first: { readonly items: readonly Annotation[] };
}

async function exported(...argv: string[]): Promise<Collection> {
  const { stdout, stderr, code } = await kimtrip(['export', 'jsonld', ...argv]);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return JSON.parse(stdout);
}

const isShaped = new Ajv({ strict: false }).compile(COLLECTION_SHAPE);

const OPTIONS = {
  // Anything that would be dropped is an error: a term of no context, a relative IRI.
  safe: true,
  documentLoader: async (url: string) => {
    expect(url).toBe('http://www.w3.org/ns/anno.jsonld');
    return { documentUrl: url, document: { '@context': ANNO_CONTEXT } };
  },
};

/** The article's text by the rule of the README: sentences joined by a space, paragraphs by a blank line. */
async function articleText(data: readonly string[]): Promise<string> {
  const sentences = await kimtripJson<{ text: string; paragraph: number }>(['list', 'sentences', ...data]);
  return sentences
    .map(({ text, paragraph }, index) => {
      const before = sentences[index - 1];
      return before ? `${before.paragraph === paragraph ? ' ' : '\n\n'}${text}` : text;
    })
    .join('');
}

const NI = 'ni:///sha-256;5k5YL41YFknDFtYWUVFNo_MwkoJCsM-_eJoLYFYnCgU';

test('an annotation holds the claim, its words in the article, who says it and how sure', async () => {
  const { first } = await exported('--said-by', 'south-korean-media');
  const entity = (id: string, name: string) => ({ id: `${NI}#entity/${id}`, name });
  expect(first.items).toEqual([
    {
      id: `${NI}#s4.1`,
      type: 'Annotation',
      motivation: 'describing',
      body: [
        {
          type: 'TextualBody',
          format: 'text/plain',
          purpose: 'describing',
          language: 'en',
          value:
            'Anonymous sources in Beijing, quoted by South Korean media, say Kim Jong Un is likely to accept the invitation to Moscow.',
          saidBy: 'South Korean media > anonymous sources in Beijing',
          attribution: [
            { speaker: entity('south-korean-media', 'South Korean media'), anonymous: false },
            { speaker: entity('anonymous-sources-beijing', 'anonymous sources in Beijing'), anonymous: true },
          ],
          certainty: 'probable',
          polarity: 'affirmed',
          stance: 'asserted',
          conditional: false,
          hedge: 'likely',
          sentence:
            'South Korean media quoted anonymous sources in Beijing this week as saying that Kim is likely to accept.',
          subject: entity('kim-jong-un', 'Kim Jong Un'),
          entities: [
            entity('kim-jong-un', 'Kim Jong Un'),
            entity('south-korean-media', 'South Korean media'),
            entity('anonymous-sources-beijing', 'anonymous sources in Beijing'),
            entity('moscow-invitation', 'the invitation to Moscow'),
            entity('beijing', 'Beijing'),
            entity('moscow', 'Moscow'),
            entity('south-korea', 'South Korea'),
          ],
          topics: [
            { id: `${NI}#topic/invitation`, name: 'The invitation to Moscow' },
            { id: `${NI}#topic/kim-first-trip`, name: 'Kim’s first trip abroad' },
            { id: `${NI}#topic/media-sources`, name: 'Media and sources' },
          ],
        },
        {
          type: 'TextualBody',
          format: 'text/plain',
          purpose: 'commenting',
          value: 'South Korean media > anonymous sources in Beijing · probable · “likely”',
        },
      ],
      target: {
        type: 'SpecificResource',
        source: NI,
        format: 'text/plain',
        language: 'en',
        selector: [
          {
            type: 'TextQuoteSelector',
            exact:
              'South Korean media quoted anonymous sources in Beijing this week as saying that Kim is likely to accept',
            prefix: 'o attend the May 9 festivities. ',
            suffix: '. U.S. President Barack Obama ha',
          },
          { type: 'TextPositionSelector', start: 699, end: 802 },
        ],
      },
      creator: { id: 'urn:uuid:f37c7781-7557-4f0b-a976-ef5329300038', type: 'Software', name: 'kimtrip' },
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    },
  ]);
});

test('a time is an EDTF date, inferred with its reason', async () => {
  const { first } = await exported('--data', await portHope(), '--topic', 'weather');
  expect(first.items[0]?.body[0]).toMatchObject({
    time: {
      edtf: '2015-01-05',
      words: 'Monday',
      earliest: '2015-01-05',
      latest: '2015-01-05',
      inferred: true,
      basis: 'The first Monday of 2015.',
    },
  });
});

test.each([
  ['-0499', '-0499-01-01', '-0499-12-31'],
  ['0033', '0033-01-01', '0033-12-31'],
  ['Y12345', '12345-01-01', '12345-12-31'],
])('the days of the year %s are dates of XML Schema', async (edtf, earliest, latest) => {
  const claims = [{ id: 's1.1', text: 'Rain fell.', quote: 'Rain fell', time: { edtf, text: 'fell' } }];
  const { first } = await exported('--data', await claimSetFolder({ article: {}, claims }, 'Rain fell.'));
  expect(first.items[0]?.body[0]).toMatchObject({ time: { edtf, earliest, latest } });
});

describe('as linked data', () => {
  test('no term is without a meaning, and none of the W3C is given another', async () => {
    const document = await exported();
    const [, own] = document['@context'];
    expect(Object.keys(own).filter((term) => term in ANNO_CONTEXT)).toEqual([]);
    const expanded = JSON.stringify(await jsonld.expand(document as object, OPTIONS));
    const predicates = new Set(
      [...expanded.matchAll(/"urn:uuid:f37c7781-7557-4f0b-a976-ef5329300038#(\w+)":/g)].map(
        ([, term]) => term,
      ),
    );
    const values = ['certain', 'probable', 'possible', 'uncommitted', 'affirmed', 'negated'];
    const stances = ['asserted', 'presupposed', 'intended', 'judged'];
    const terms = Object.keys(own).filter((term) => ![...values, ...stances, 'kimtrip'].includes(term));
    expect([...predicates].sort()).toEqual(terms.sort());
  });

  test('every claim is a node that says who, how sure and when', async () => {
    const document = await exported('--data', await portHope());
    const quads = String(
      await jsonld.toRDF(document as object, { ...OPTIONS, format: 'application/n-quads' }),
    );
    const source = document.first.items[0]?.target.source;
    for (const id of ['s1.1', 's2.1', 's3.1', 's4.1', 's4.2'])
      expect(quads).toContain(
        `<${source}#${id}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/oa#Annotation> .`,
      );
    const objectsOf = (term: string) =>
      [...quads.matchAll(new RegExp(`<urn:uuid:[^>]*#${term}> (.*) \\.$`, 'gm'))].map(([, object]) => object);
    expect(objectsOf('saidBy').sort()).toEqual([
      '"Example News"',
      '"Example News"',
      '"Example News"',
      '"local radio > unnamed officials"',
      '"the weather service"',
    ]);
    expect(
      objectsOf('certainty')
        .map((iri) => iri?.replace(/^.*#|>$/g, ''))
        .sort(),
    ).toEqual(['certain', 'certain', 'possible', 'possible', 'probable']);
    expect(objectsOf('edtf').sort()).toEqual([
      '"1901"^^<http://id.loc.gov/datatypes/edtf/EDTF-level2>',
      '"2015-01-05"^^<http://id.loc.gov/datatypes/edtf/EDTF-level2>',
      '"2016"^^<http://id.loc.gov/datatypes/edtf/EDTF-level2>',
    ]);
    expect(quads).toContain(
      '<http://www.w3.org/ns/oa#end> "23"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>',
    );
  });
});

test('the collection has the shape that the model asks for', async () => {
  const document = await exported();
  expect([isShaped(document), isShaped.errors]).toEqual([true, null]);
  expect(document).toMatchObject({
    label: 'Claims of Talmadge, The Associated Press, January to May 8, 2015 (inferred)',
    total: 156,
    first: { startIndex: 0, partOf: { id: document.id } },
    last: expect.stringMatching(/\/page$/),
  });
});

test('another choice of claims is another collection of the same annotations', async () => {
  const [all, some] = [await exported(), await exported('--topic', 'invitation')];
  expect(some.id).not.toBe(all.id);
  expect(all.first.items).toEqual(expect.arrayContaining([...some.first.items]));
  expect(await exported()).toEqual(all);
});

test('the source is the article’s text by its SHA-256', async () => {
  const digest = createHash('sha256')
    .update(await articleText([]))
    .digest('base64url');
  const { first } = await exported();
  expect([...new Set(first.items.map(({ target }) => target.source))]).toEqual([`ni:///sha-256;${digest}`]);
});

test('any words of any text are found again by both selectors', async () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => /^\S.*\S$|^\S$/u.test(text));
  await fc.assert(
    fc.asyncProperty(
      fc.array(word, { minLength: 1, maxLength: 6 }),
      fc.string({ unit: 'binary' }),
      async (words, publisher) => {
        const claims = words.map((quote, index) => ({ id: `s${index + 1}.1`, text: quote, quote }));
        const article = { publisher: /\S/.test(publisher) ? publisher : null };
        const data = await claimSetFolder(
          { article, claims },
          words.map((quote) => `🦆 ${quote} 🦆`).join('\n'),
        );
        const document = await exported('--data', data);
        expect([isShaped(document), isShaped.errors]).toEqual([true, null]);
        await jsonld.expand(document as object, OPTIONS);
        const text = Array.from(await articleText(['--data', data]));
        expect(document.first.items).toHaveLength(words.length);
        for (const { target } of document.first.items) {
          const [{ exact, prefix, suffix }, { start, end }] = target.selector;
          expect(text.slice(start, end).join('')).toBe(exact);
          expect(text.slice(0, start).join('').endsWith(prefix)).toBe(true);
          expect(text.slice(end).join('').startsWith(suffix)).toBe(true);
        }
      },
    ),
    { numRuns: 10 },
  );
});

import fc from 'fast-check';

/** What `claimSetFolder` takes. */
interface Files {
  readonly claims: {
    readonly claims: readonly { readonly id: string; readonly qualifiedBy: readonly string[] }[];
  };
  readonly article: string;
}

/** Any text with something in it to see, on one line: any script, and what terminals, shells, HTML and spreadsheets take for more. */
const line = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
      fc.constantFrom(
        'rain',
        'may',
        '\u001b[31m',
        '\u202e',
        '=1+1',
        '"',
        "'",
        ',',
        '</script>',
        '|',
        '`',
        '$(x)',
        '..',
        '\t',
      ),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((words) =>
    words
      .join(' ')
      // A file that holds a NUL is no text.
      .replace(/[\n\r\0]/g, ' ')
      .trim(),
  )
  .filter((text) => /\S/.test(text));

const textOrNull = fc.option(line, { nil: null });

/** A span of a text, never only spaces. */
const spanOf = (text: string) => {
  const codePoints = Array.from(text);
  return fc
    .tuple(fc.nat(codePoints.length - 1), fc.integer({ min: 1, max: codePoints.length }))
    .map(([start, length]) => codePoints.slice(start, start + length).join(''))
    .map((span) => (/\S/.test(span) ? span : text));
};

const date = {
  edtf: fc.constantFrom(
    '2014',
    '2014-07',
    '2015-05-09',
    '2010/2011',
    '../2011',
    '[2014-12..2015-04]',
    '[..2011]',
    '[2010,2012]',
    '1985?',
    '201X',
    '-0044',
    '2014-22',
  ),
  inferred: fc.boolean(),
  basis: line,
};

/** What qualifies each claim of a sentence: of some of them, in some order, all that come after it. */
const qualifiers = (claims: readonly string[]) =>
  fc
    .shuffledSubarray([...claims])
    .map((chain) => new Map(chain.map((id, index) => [id, chain.slice(index + 1)])));

const ids = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

/** Any claim set within the schema and the rules. */
export const claimSetFiles: fc.Arbitrary<Files> = fc
  .record({
    paragraphs: fc.array(fc.array(line, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    entities: fc.nat(4),
    topics: fc.nat(2),
  })
  .chain(({ paragraphs, entities, topics }) => {
    const [entityIds, topicIds] = [ids('entity', entities), ids('topic', topics)];
    const some = (from: readonly string[]) => fc.subarray([...from]);
    const named = (id: string) => ({ id: fc.constant(id), name: line, description: textOrNull });
    const claim = (id: string, sentence: string) =>
      fc.record(
        {
          id: fc.constant(id),
          text: line,
          quote: spanOf(sentence),
          subject: entityIds.length
            ? fc.option(fc.constantFrom(...entityIds), { nil: null })
            : fc.constant(null),
          entities: some(entityIds),
          topics: some(topicIds),
          attribution: some(entityIds).chain((sources) =>
            fc.tuple(
              ...sources.map((source) => fc.record({ source: fc.constant(source), anonymous: fc.boolean() })),
            ),
          ),
          certainty: fc.constantFrom('certain', 'probable', 'possible', 'uncommitted'),
          polarity: fc.constantFrom('affirmed', 'negated'),
          stance: fc.constantFrom('asserted', 'presupposed', 'intended', 'judged'),
          conditional: fc.boolean(),
          hedge: fc.option(spanOf(sentence), { nil: null }),
          time: fc.option(fc.record({ ...date, text: spanOf(sentence) }), { nil: null }),
          keywords: fc.array(line, { maxLength: 2 }),
        },
        { requiredKeys: ['id', 'text', 'quote', 'certainty'] },
      );
    const claimsOf = (sentence: string, index: number) =>
      fc.nat(3).chain((count) => {
        const own = Array.from({ length: count }, (_, at) => `s${index + 1}.${at + 1}`);
        return fc
          .tuple(fc.tuple(...own.map((id) => claim(id, sentence))), qualifiers(own))
          .map(([claims, of]) => claims.map((each) => ({ ...each, qualifiedBy: of.get(each.id) ?? [] })));
      });
    const claims = paragraphs.flat().map(claimsOf);
    return fc
      .record({
        article: fc.record({
          title: textOrNull,
          publisher: textOrNull,
          author: fc.constant([]),
          issued: fc.option(fc.record(date), { nil: null }),
        }),
        entities: fc.tuple(
          ...entityIds.map((id) =>
            fc.record({
              ...named(id),
              type: fc.constantFrom('person', 'group', 'place', 'organisation', 'event', 'work'),
              aliases: fc.uniqueArray(line, { maxLength: 2 }),
            }),
          ),
        ),
        topics: fc.tuple(...topicIds.map((id) => fc.record(named(id)))),
        claims: fc.tuple(...claims).map((lists) => lists.flat()),
      })
      .map((document) => ({
        claims: document,
        article: paragraphs.map((sentences) => sentences.join('\n')).join('\n\n'),
      }));
  });

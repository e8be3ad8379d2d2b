import { expect, test } from 'vitest';
import { claimSetFolder, kimtrip, kimtripJson } from './helpers.ts';

/** A claim that says too much without the next one. */
const CLAIMS = {
  article: { publisher: 'Example News' },
  entities: [{ id: 'mayor', name: 'the mayor', type: 'person' }],
  topics: [{ id: 'pier', name: 'The pier' }],
  claims: [
    {
      id: 's1.1',
      text: 'The mayor wants a pier.',
      quote: 'The mayor wants a pier',
      entities: ['mayor'],
      topics: ['pier'],
      certainty: 'certain',
      qualifiedBy: ['s1.2'],
    },
    {
      id: 's1.2',
      text: 'The mayor will not pay for a pier.',
      quote: 'The mayor wants a pier but will not pay for it',
      entities: ['mayor'],
      certainty: 'certain',
      polarity: 'negated',
    },
    { id: 's2.1', text: 'It rains.', quote: 'It rains', certainty: 'certain' },
  ],
};
const ARTICLE = 'The mayor wants a pier but will not pay for it.\nIt rains.\n';
const BUT = 'with s1.2: The mayor will not pay for a pier.';

const shown = async (...argv: string[]) => {
  const data = await claimSetFolder(CLAIMS, ARTICLE);
  const { stdout } = await kimtrip([...argv, '--data', data], { terminal: 100, env: { NO_COLOR: '1' } });
  return stdout;
};

test('a record holds the claims that qualify it, by id and text', async () => {
  const data = await claimSetFolder(CLAIMS, ARTICLE);
  const records = await kimtripJson(['list', '--data', data, '--fields', 'id,qualifiedBy']);
  expect(records).toEqual([
    { id: 's1.1', qualifiedBy: [{ id: 's1.2', text: 'The mayor will not pay for a pier.' }] },
    { id: 's1.2', qualifiedBy: [] },
    { id: 's2.1', qualifiedBy: [] },
  ]);
});

test('a record of several stories names them as quote takes them', async () => {
  const [one, other] = await Promise.all(
    ['one', 'other'].map((id) => claimSetFolder({ ...CLAIMS, article: { ...CLAIMS.article, id } }, ARTICLE)),
  );
  const records = await kimtripJson<{ qualifiedBy: { id: string }[] }>([
    'list',
    '--data',
    one ?? '',
    '--data',
    other ?? '',
  ]);
  expect(records.flatMap(({ qualifiedBy }) => qualifiedBy.map(({ id }) => id))).toEqual([
    'one:s1.2',
    'other:s1.2',
  ]);
});

test('a card shows them below the claim', async () => {
  expect(await shown('quote', 's1.1')).toBe(`\
s1.1  The mayor wants a pier.
      ${BUT}
      “The mayor wants a pier but will not pay for it.”
      Example News · certain
      Example News, undated, paragraph 1, s1
`);
});

test.each([
  ['a table', ['list']],
  ['a timeline', ['timeline']],
  ['Markdown', ['quote', 's1.1', '--format', 'markdown']],
  ['CSL', ['quote', 's1.1', '--format', 'csl']],
  ['the page', ['export', 'html']],
  ['Web Annotations', ['export', 'jsonld']],
])('%s shows them with the claim', async (_, argv) => {
  const text = (await shown(...argv)).replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
  // Only what has a date is in the timeline.
  expect(text.includes(BUT)).toBe(argv[0] !== 'timeline');
});

test('CSV has a column for their ids and one for their texts', async () => {
  const csv = await shown(
    'list',
    '--topic',
    'pier',
    '--format',
    'csv',
    '--fields',
    'id,qualifiedBy.id,qualifiedBy.text',
  );
  expect(csv).toBe('id,qualifiedBy.id,qualifiedBy.text\r\ns1.1,s1.2,The mayor will not pay for a pier.\r\n');
});

test('the tables of SQL hold them', async () => {
  expect(await shown('export', 'sql')).toMatch(
    /INSERT INTO qualifier \(article_id, claim_id, position, qualifier_id\) VALUES\n {2}\('[^']+', 's1\.1', 1, 's1\.2'\);/,
  );
});

test('an annotation refers to theirs', async () => {
  const { first } = JSON.parse(await shown('export', 'jsonld'));
  const [mayor, pay, rain] = first.items;
  expect([mayor, pay, rain].map(({ body }) => body[0].qualifiedBy)).toEqual([[pay.id], undefined, undefined]);
});

test.each([
  ['html', /id="s1\.2"/],
  ['sql', /'s1\.2'/],
  ['jsonld', /#s1\.2"/],
])('an export of chosen claims takes along what qualifies them: %s', async (kind, qualifier) => {
  const chosen = await shown('export', kind, '--topic', 'pier');
  expect([qualifier, /(?:id="|'|#)s2\.1/].map((id) => id.test(chosen))).toEqual([true, false]);
});

test.each([
  ['is the claim itself', [['s1.1'], []]],
  ['names no known id: s1.9', [['s1.9'], []]],
  ['is of another sentence: s2.1', [['s2.1'], []]],
  ['is qualified by this claim in turn: s1.2', [['s1.2'], ['s1.1']]],
])('verify tells one that %s', async (message, lists) => {
  const claims = CLAIMS.claims.map((claim, index) => ({ ...claim, qualifiedBy: lists[index] ?? [] }));
  const data = await claimSetFolder({ ...CLAIMS, claims }, ARTICLE);
  const { stdout, code } = await kimtrip(['verify', data]);
  expect(stdout).toContain(`claims[0].qualifiedBy[0]`);
  expect(stdout).toContain(message);
  expect(code).toBe(1);
});

test('verify tells one that needs another, which the claim does not name', async () => {
  const third = { ...CLAIMS.claims[1], id: 's1.3', text: 'The mayor pays nothing.' };
  const [first, second, ...others] = CLAIMS.claims;
  const claims = [first, { ...second, qualifiedBy: ['s1.3'] }, ...others, third];
  const data = await claimSetFolder({ ...CLAIMS, claims }, ARTICLE);
  expect((await kimtrip(['verify', data])).stdout).toContain(
    'is qualified by s1.3, which this claim does not name: s1.2',
  );
});

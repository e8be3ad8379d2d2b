import { describe, expect, test } from 'vitest';
import { claimSetFolder, kimtripJson } from './helpers.ts';

/** Each sentence of the article is a claim of one of the entities. */
const SENTENCES = [
  ['summit', 'The regional summit would open in the port of Garsund on July 18, Mara Lund said.'],
  ['finance', 'The two sides had come close to a deal before the Finance Ministry intervened.'],
  ['brandt', 'Oskar Brandt showed no reaction as the verdict was read.'],
  ['osei', 'Ines Osei testified that she could not rule out drowning as the cause.'],
  ['railway', 'The railway has offered 5.5 percent over two years.'],
  ['crane', 'The old crane would be needed if the fish market reopened in spring.'],
  ['inquiry', 'An independent inquiry into the warning is to begin next month.'],
  ['pass', 'The pass is the only year-round road between the two countries.'],
  ['results', 'Results from 22 patients appeared to point to a single strain.'],
  ['fund', 'The fund asked for a price cut of as much as 10 percent.'],
  ['maker', 'The maker of the rocket praised the report of the paper.'],
  ['vellin', 'Vellin is the seat of the union.'],
] as const;

const CLAIMS = {
  article: { language: 'en' },
  entities: [
    { id: 'summit', name: 'the regional summit', type: 'event' },
    { id: 'garsund', name: 'Garsund', type: 'place' },
    { id: 'vellin', name: 'Vellin', type: 'place' },
    { id: 'lund', name: 'Mara Lund', type: 'person' },
    { id: 'finance', name: 'the Finance Ministry', type: 'organisation' },
    { id: 'brandt', name: 'Oskar Brandt', type: 'person' },
    { id: 'osei', name: 'Ines Osei', type: 'person' },
    { id: 'railway', name: 'the railway', type: 'organisation' },
    { id: 'crane', name: 'the old crane', type: 'work' },
    { id: 'inquiry', name: 'the inquiry', type: 'event' },
    { id: 'pass', name: 'the pass', type: 'place' },
    { id: 'results', name: 'the results', type: 'work' },
    { id: 'fund', name: 'the fund', type: 'organisation' },
    { id: 'maker', name: 'the maker of the rocket', type: 'organisation' },
  ],
  claims: SENTENCES.map(([subject, text], index) => ({
    id: `s${index + 1}.1`,
    text,
    quote: text,
    subject,
    entities: subject === 'summit' ? ['summit', 'garsund'] : [subject],
    certainty: 'certain',
    ...(subject === 'summit' ? { attribution: [{ source: 'lund' }] } : {}),
    ...(subject === 'results' ? { certainty: 'probable', hedge: 'appeared' } : {}),
    ...(subject === 'crane' ? { certainty: 'probable', hedge: 'would', conditional: true } : {}),
    ...(subject === 'inquiry' ? { stance: 'intended' } : {}),
    ...(subject === 'osei' ? { polarity: 'negated' } : {}),
  })),
};

interface Checked {
  readonly verdict: string;
  readonly differences: readonly { readonly kind: string; readonly message: string }[];
}

const check = async (stdin: string) => {
  const folder = await claimSetFolder(CLAIMS, `${SENTENCES.map(([, text]) => text).join('\n')}\n`);
  const [checked] = await kimtripJson<Checked>(['check', '-', '--data', folder], { stdin });
  return [
    checked?.verdict,
    ...(checked?.differences ?? []).map(({ kind, message }) => `${kind}: ${message}`),
  ];
};

describe('words that stand in the place of the article’s are asked about', () => {
  test.each([
    [
      'The regional summit would open in the port of Vellin on July 18, Lund said.',
      'place: the article says Garsund here, not “Vellin”',
    ],
    [
      'The two sides had come close to a deal before the Transport Ministry intervened.',
      'person: the article says the Finance Ministry here, not “Transport Ministry”',
    ],
    [
      'Brandt’s mother showed no reaction as the verdict was read.',
      'person: the article does not say “mother” here',
    ],
    [
      'Osei testified that she could rule out drowning as the cause.',
      'negation: the article leaves that open (“Ines Osei testified that she could not rule out drowning as the cause.”)',
    ],
    [
      'The railway has offered 9 percent over two years.',
      'number: the article says “5.5 percent”, not “9 percent”',
    ],
    [
      'An independent inquiry into the warning has begun.',
      'intention: the article says “is to” here, not “has”',
    ],
    [
      'Results from 22 patients pointed to a single strain.',
      'hedge: the article says “appeared to” here; the draft leaves it out',
    ],
    [
      'The fund asked for a price cut of at least 10 percent.',
      'extent: the article says “as much as” here, not “at least”',
    ],
    [
      'The maker of the rocket criticized the report of the paper.',
      'negation: the article says “praised” here, not “criticized”',
    ],
  ])('%s', async (draft, difference) => {
    expect(await check(draft)).toEqual(['differs', difference]);
  });
});

describe('the same in other words is not', () => {
  test.each([
    'The two sides had come close to a deal before the ministry intervened.',
    'If the fish market opened again in spring, the old crane would be needed.',
    'Next month an independent inquiry into the warning is due to begin.',
    'Between the two countries the pass is the only road that is open year-round.',
    'Osei testified that drowning could not be ruled out as the cause.',
  ])('%s', async (draft) => {
    expect(await check(draft)).toEqual(['matches']);
  });
});

import { expect, test } from 'vitest';
import { claimSetFolder, kimtripJson } from './helpers.ts';

const SENTENCES = [
  'The mayor, Dana Holm, said she would open the bridge on June 26.',
  'Iver Brask, who headed maintenance at Span Works, has pleaded not guilty.',
  'A second expert has not yet seen the anchor.',
  'Prosecutors are considering charges against a third manager.',
  'Dana Holm accused the union of leaking the report, and the union denied it.',
  'The bridge could be closed if the second test confirms the first.',
  'About 900 people live in Holt, according to the census of 2022.',
  'A panel led by Rana Moe, a former judge, will probably report in the autumn.',
  'Span Works dropped its plan to buy the yard after the council objected.',
  'The accident board has not published any findings and declined to comment.',
  'Scientists at the Holt Marine Institute said the oil might persist into autumn.',
  'The coast guard said its crews had collected 900 tonnes of oil.',
  'The insurer suspended payments after the first 5 million euros.',
  'One of the rebel commanders was almost certainly in Holt, where half of the shops were shut.',
  'The spy service of Merren is not alarmed, and the day marks the 60th year of its freedom.',
  'A spokesman for the service declined to speak of the mayor.',
  'Rana Moe said she believes the beam is probably closer to breaking than at any time since 1980.',
  'The fair is set for April 7 to 9, if the weather allows.',
  'Negotiators agreed on all but 14 of the 212 points, and opened one of three parcels.',
  'The office of Dana Holm has not ruled it out that the bridge is sold.',
  'The mill draws about 40,000 visitors a year and will not be sold before next year.',
  'The prosecutor was looking into the fire but had not opened a formal investigation.',
  'Iver Brask, of Span Works, would sell the yard only if the state paid half of the cost.',
  'Holt relies heavily on the yard, and the fair marks the 70th anniversary of its founding.',
  'Some residents heard shots, while others said that the lanes had been quiet.',
  'Only one crew was paid late.',
  'It was not possible to verify the account of Dana Holm.',
  'Petar Sul said that the officers would hold elections within 18 months.',
];

const certain = { certainty: 'certain' };
const probable = { certainty: 'probable' };
const from = (source: string) => ({ attribution: [{ source }] });

const CLAIMS = {
  article: { language: 'en', issued: { edtf: '2026-05-14' } },
  entities: [
    { id: 'sul', name: 'Petar Sul', type: 'person', description: 'Colonel, commander of the guard' },
    { id: 'others', name: 'other residents', type: 'group' },
    { id: 'fair', name: 'the fair', type: 'event' },
    { id: 'office', name: 'the office of Dana Holm', type: 'organisation' },
    { id: 'mill', name: 'the mill', type: 'work' },
    { id: 'prosecutor', name: 'the prosecutor', type: 'organisation' },
    { id: 'holm', name: 'Dana Holm', type: 'person', aliases: ['mayor'] },
    { id: 'brask', name: 'Iver Brask', type: 'person' },
    { id: 'moe', name: 'Rana Moe', type: 'person' },
    { id: 'works', name: 'Span Works', type: 'organisation' },
    { id: 'union', name: 'the union', type: 'organisation' },
    { id: 'council', name: 'the council', type: 'organisation' },
    { id: 'panel', name: 'the panel', type: 'organisation' },
    { id: 'census', name: 'the census of 2022', type: 'work' },
    { id: 'board', name: 'the accident board', type: 'organisation' },
    { id: 'scientists', name: 'scientists at the Holt Marine Institute', type: 'group' },
    { id: 'guard', name: 'the coast guard', type: 'organisation' },
    { id: 'service', name: 'the spy service', type: 'organisation', aliases: ['service'] },
    { id: 'merren', name: 'Merren', type: 'place' },
    { id: 'holt', name: 'Holt', type: 'place' },
    { id: 'bridge', name: 'the bridge', type: 'work' },
  ],
  claims: [
    claim('s1.1', 'Dana Holm said she would open the bridge on June 26.', 'holm', ['bridge'], {
      ...certain,
      ...from('holm'),
      stance: 'intended',
    }),
    claim('s2.1', 'Iver Brask headed maintenance at Span Works.', 'brask', ['works'], certain),
    claim('s2.2', 'Iver Brask has pleaded not guilty.', 'brask', [], certain),
    claim('s3.1', 'A second expert has not yet seen the anchor.', null, [], {
      ...certain,
      polarity: 'negated',
    }),
    claim('s4.1', 'Prosecutors are considering charges against a third manager.', null, [], {
      certainty: 'possible',
      hedge: 'considering',
    }),
    claim('s5.1', 'Dana Holm accused the union of leaking the report.', 'holm', ['union'], {
      ...certain,
      ...from('holm'),
    }),
    claim('s5.2', 'The union denied leaking the report.', 'union', [], { ...certain, ...from('union') }),
    claim('s6.1', 'The bridge could be closed if the second test confirms the first.', 'bridge', [], {
      certainty: 'possible',
      hedge: 'could',
      conditional: true,
    }),
    claim('s7.1', 'About 900 people live in Holt, according to the census of 2022.', 'holt', ['census'], {
      ...certain,
      ...from('census'),
    }),
    claim('s8.1', 'Rana Moe, a former judge, leads the panel.', 'moe', ['panel'], certain),
    claim('s8.2', 'The panel will probably report in the autumn.', 'panel', [], {
      ...probable,
      hedge: 'probably',
      stance: 'intended',
    }),
    claim(
      's9.1',
      'Span Works dropped its plan to buy the yard after the council objected.',
      'works',
      ['council'],
      certain,
    ),
    claim('s10.1', 'The accident board has not published any findings.', 'board', [], {
      ...certain,
      polarity: 'negated',
    }),
    claim('s10.2', 'The accident board declined to comment.', 'board', [], certain),
    claim(
      's11.1',
      'Scientists at the Holt Marine Institute said the oil might persist into autumn.',
      null,
      ['scientists'],
      {
        certainty: 'possible',
        hedge: 'might',
        ...from('scientists'),
      },
    ),
    claim('s12.1', 'The coast guard said its crews had collected 900 tonnes of oil.', 'guard', [], {
      ...certain,
      ...from('guard'),
    }),
    claim('s13.1', 'The insurer suspended payments after the first 5 million euros.', null, [], certain),
    claim('s14.1', 'One of the rebel commanders was almost certainly in Holt.', null, ['holt'], {
      ...probable,
      hedge: 'almost certainly',
    }),
    claim('s14.2', 'Half of the shops in Holt were shut.', 'holt', [], certain),
    claim('s15.1', 'The spy service of Merren is not alarmed.', 'service', ['merren'], {
      ...certain,
      polarity: 'negated',
    }),
    claim('s15.2', 'The day marks 60 years of freedom.', null, [], certain),
    claim(
      's16.1',
      'A spokesman for the spy service declined to speak of the mayor.',
      'service',
      ['holm'],
      certain,
    ),
    claim(
      's17.1',
      'Rana Moe said she believes the beam is probably closer to breaking than at any time since 1980.',
      'moe',
      [],
      { ...probable, ...from('moe'), hedge: 'probably' },
    ),
    claim('s18.1', 'The fair is set for April 7 to 9, if the weather allows.', 'fair', [], {
      ...certain,
      stance: 'intended',
      conditional: true,
    }),
    claim('s19.1', 'Negotiators agreed on all but 14 of the 212 points.', null, [], certain),
    claim('s19.2', 'Negotiators opened one of three parcels.', null, [], certain),
    claim(
      's20.1',
      'The office of Dana Holm has not ruled out that the bridge is sold.',
      'office',
      ['bridge'],
      {
        ...certain,
        polarity: 'negated',
      },
    ),
    claim('s21.1', 'The mill draws about 40,000 visitors a year.', 'mill', [], certain),
    claim('s21.2', 'The mill will not be sold before next year.', 'mill', [], {
      ...certain,
      polarity: 'negated',
      stance: 'intended',
    }),
    claim('s22.1', 'The prosecutor was looking into the fire.', 'prosecutor', [], certain),
    claim('s22.2', 'The prosecutor had not opened a formal investigation.', 'prosecutor', [], {
      ...certain,
      polarity: 'negated',
    }),
    claim('s23.1', 'Iver Brask would sell the yard only if the state paid half of the cost.', 'brask', [], {
      ...probable,
      hedge: 'would',
      conditional: true,
    }),
    claim('s24.1', 'Holt relies heavily on the yard.', 'holt', [], certain),
    claim('s24.2', 'The fair marks the 70th anniversary of the founding of Holt.', 'fair', ['holt'], certain),
    claim('s25.1', 'Other residents said that the lanes had been quiet.', 'others', [], {
      ...certain,
      ...from('others'),
    }),
    claim('s26.1', 'Only one crew was paid late.', null, [], certain),
    claim('s27.1', 'It was not possible to verify the account of Dana Holm.', 'holm', [], {
      ...certain,
      polarity: 'negated',
    }),
    claim('s28.1', 'Petar Sul said that the officers would hold elections within 18 months.', 'sul', [], {
      ...certain,
      ...from('sul'),
      stance: 'intended',
    }),
  ],
};

function claim(
  id: string,
  text: string,
  subject: string | null,
  entities: readonly string[],
  fields: object,
) {
  const quote = SENTENCES[Number(id.slice(1).split('.')[0]) - 1]?.replace(/\.$/, '');
  return {
    id,
    text,
    quote,
    ...(subject && { subject }),
    entities: [...(subject ? [subject] : []), ...entities],
    ...fields,
  };
}

const check = async (stdin: string) => {
  const folder = await claimSetFolder(CLAIMS, `${SENTENCES.join('\n')}\n`);
  return kimtripJson(['check', '-', '--data', folder], { stdin });
};

test.each([
  ['“will” in reported speech', 'The mayor, Dana Holm, says she will open the bridge on 26 June.'],
  ['a former head', 'Brask, the former head of maintenance at Span Works, has pleaded not guilty.'],
  ['still has to', 'A second expert still has to see the anchor.'],
  ['another word for considering', 'Prosecutors are weighing charges against a third manager.'],
  [
    'a denial told of what stands before',
    'Holm accused the union of leaking the report, which the union denied.',
  ],
  ['a condition without “if”', 'Were the second test to confirm the first, the bridge could be closed.'],
  ['a year before its noun', 'According to the 2022 census, about 900 people live in Holt.'],
  ['a title before a name', 'The panel under former judge Rana Moe will probably report in the autumn.'],
  [
    'a plan that was dropped',
    'Span Works dropped an attempt to buy the yard after the council raised objections.',
  ],
  ['yet to, beside another “not”', 'The accident board has yet to publish findings and would not comment.'],
  [
    'those who do the same work',
    'Researchers from the marine institute said the oil may persist into the autumn.',
  ],
  [
    'an organisation by what it is',
    'The 900 tonnes of oil were collected by coast guard crews, the service said.',
  ],
  ['halted for suspended', 'The insurer halted payments after the first five million euros.'],
  ['all but certain', 'It is all but certain that a rebel commander was in Holt.'],
  ['whose service it is', 'A spokesman for the Merren spy service declined to speak of the mayor.'],
  ['decades for years', 'The day marks six decades of freedom.'],
  ['less than the article', 'Some of the shops in Holt were shut.'],
  [
    'a hedge between commas',
    'Rana Moe said she believes that the beam is, in all likelihood, closer to breaking than ever since 1980.',
  ],
  [
    'days of a stretch, on a condition',
    'Weather permitting, the fair runs from the 7th to the 9th of April.',
  ],
  ['what is left of “all but”', 'On only 14 of the 212 points negotiators have not agreed.'],
  ['the rest of a count', 'Negotiators have yet to open two of the three parcels.'],
  ['what is left open', 'Holm’s office has left open the possibility of the bridge being sold.'],
  ['how often', 'The mill draws some 40,000 visitors each year.'],
  ['the earliest time, and its year', 'The earliest the mill will be sold is 2027.'],
  [
    '“no” for “not a”',
    'The prosecutor was looking into the fire, though no formal investigation had been opened.',
  ],
  ['what somebody was asked', 'Asked about its findings, the accident board declined to comment.'],
  ['a title by a description', 'The colonel said elections would be held within 18 months.'],
  ['others for other residents', 'Others said the lanes had been quiet.'],
  ['could not for not possible', 'Dana Holm’s account could not be verified.'],
  ['whose head somebody is', 'Span Works maintenance head Iver Brask has pleaded not guilty.'],
])('told faithfully: %s', async (_, draft) => {
  expect(await check(draft)).toMatchObject([{ verdict: 'matches', differences: [] }]);
});

test.each([
  ['extent', 'All the shops in Holt were shut.'],
  ['hedge', 'One of the rebel commanders was certainly in Holt.'],
  ['speaker', 'The insurer said the oil may persist into the autumn.'],
  ['extent', 'Holt relies on the yard alone.'],
  ['extent', 'Most crews were paid late.'],
  ['number', 'The fair marks 75 years since the founding of Holt.'],
  ['date', 'The fair is set for April 7 to 10, if the weather allows.'],
  ['negation', 'The office of Dana Holm has ruled out that the bridge is sold.'],
  ['condition', 'The state will pay half of the cost of the yard, which Iver Brask would sell.'],
])('and what is not is asked about: %s', async (kind, draft) => {
  expect(await check(draft)).toMatchObject([{ verdict: 'differs', differences: [{ kind }] }]);
});

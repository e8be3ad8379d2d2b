import { claimSetFolder } from './helpers.ts';

/** A small story with everything that a claim may carry: relays, hedges, plans, conditions, times and a name of two bearers. */
export const ARTICLE = `Rain may fall on Monday, the weather service said.
Local radio quoted unnamed officials as saying the ferry will not sail.

Port Hope plans to open its new pier in 2016.
The old pier, built in 1901, would close if Port Hope agreed.

Nobody was hurt.
`;

export const CLAIMS = {
  article: {
    id: 'port-hope',
    title: 'Storm over Port Hope',
    author: [{ family: 'Rae', given: 'Ada' }],
    publisher: 'Example News',
    issued: { edtf: '2015-01', inferred: true, basis: 'The pier of 2016 is a plan.' },
    language: 'en',
  },
  entities: [
    { id: 'weather-service', name: 'the weather service', type: 'organisation', aliases: ['Met Office'] },
    { id: 'local-radio', name: 'local radio', type: 'organisation' },
    { id: 'officials', name: 'unnamed officials', type: 'group' },
    { id: 'ferry', name: 'the ferry', type: 'work' },
    { id: 'port-hope', name: 'Port Hope', type: 'place', description: 'A town by the sea.' },
    { id: 'council', name: 'the town council', type: 'organisation', aliases: ['Port Hope'] },
    { id: 'old-pier', name: 'the old pier', type: 'place' },
    { id: 'mayor', name: 'the mayor', type: 'person' },
  ],
  topics: [
    { id: 'weather', name: 'The weather' },
    { id: 'piers', name: 'The piers', description: 'The old pier and the new one.' },
  ],
  claims: [
    {
      id: 's1.1',
      text: 'The weather service says rain may fall on Monday.',
      quote: 'Rain may fall on Monday',
      entities: ['weather-service'],
      topics: ['weather'],
      attribution: [{ source: 'weather-service' }],
      certainty: 'possible',
      hedge: 'may',
      time: { edtf: '2015-01-05', text: 'Monday', inferred: true, basis: 'The first Monday of 2015.' },
    },
    {
      id: 's2.1',
      text: 'Unnamed officials, quoted by local radio, say the ferry will not sail.',
      quote: 'the ferry will not sail',
      subject: 'ferry',
      entities: ['ferry', 'officials'],
      topics: ['weather'],
      attribution: [{ source: 'local-radio' }, { source: 'officials', anonymous: true }],
      certainty: 'certain',
      polarity: 'negated',
    },
    {
      id: 's3.1',
      text: 'The council of Port Hope plans to open a new pier in 2016.',
      quote: 'Port Hope plans to open its new pier in 2016',
      subject: 'council',
      entities: ['council'],
      topics: ['piers'],
      certainty: 'probable',
      stance: 'intended',
      time: { edtf: '2016', text: '2016' },
    },
    {
      id: 's4.1',
      text: 'The old pier was built in 1901.',
      quote: 'built in 1901',
      subject: 'old-pier',
      entities: ['old-pier'],
      topics: ['piers'],
      certainty: 'certain',
      stance: 'presupposed',
      time: { edtf: '1901', text: '1901' },
    },
    {
      id: 's4.2',
      text: 'The old pier would close if Port Hope agreed.',
      quote: 'would close if Port Hope agreed',
      subject: 'old-pier',
      entities: ['old-pier', 'port-hope'],
      topics: ['piers'],
      certainty: 'possible',
      conditional: true,
      hedge: 'would',
    },
  ],
};

/** The folder of this claim set, gone after the test. */
export const portHope = (): Promise<string> => claimSetFolder(CLAIMS, ARTICLE);

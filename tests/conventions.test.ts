import { expect, test } from 'vitest';
import { claimSetFolder, kimtrip } from './helpers.ts';

const ARTICLE = `PORT HOPE (Courier) — “My daughter learned to fish here,” Cllr Bo Tarn told a meeting on Thursday.
“And I learned it here.”
Campaigners accused the council of having made up its mind.
A spokesperson for Sport Albion declined to say whether the money would be repaid.
The pier could shut as early as April, and the council is likely to consult residents before Christmas.
`;

const ENTITIES = [
  { id: 'bo-tarn', name: 'Bo Tarn', type: 'person', aliases: ['Cllr Tarn'] },
  { id: 'port-hope', name: 'Port Hope', type: 'place' },
  { id: 'campaigners', name: 'campaigners', type: 'group' },
  { id: 'council', name: 'the council', type: 'organisation' },
  { id: 'spokesperson', name: 'a spokesperson for Sport Albion', type: 'person' },
  { id: 'sport-albion', name: 'Sport Albion', type: 'organisation' },
  { id: 'pier', name: 'the pier', type: 'work' },
];

const CLAIMS = [
  {
    id: 's1.1',
    text: 'Bo Tarn told a meeting that his daughter learned to fish at Port Hope.',
    quote: '“My daughter learned to fish here,” Cllr Bo Tarn told a meeting',
    subject: 'bo-tarn',
    entities: ['bo-tarn', 'port-hope'],
    attribution: [{ source: 'bo-tarn' }],
    certainty: 'certain',
  },
  {
    id: 's2.1',
    text: 'Bo Tarn said he learned to fish at Port Hope.',
    quote: 'I learned it here',
    subject: 'bo-tarn',
    entities: ['bo-tarn', 'port-hope'],
    attribution: [{ source: 'bo-tarn' }],
    certainty: 'certain',
  },
  {
    id: 's3.1',
    text: 'Campaigners accused the council of having made up its mind.',
    quote: 'Campaigners accused the council of having made up its mind',
    subject: 'campaigners',
    entities: ['campaigners', 'council'],
    attribution: [{ source: 'campaigners' }],
    certainty: 'certain',
  },
  {
    id: 's4.1',
    text: 'A spokesperson for Sport Albion declined to say whether the money would be repaid.',
    quote: 'A spokesperson for Sport Albion declined to say whether the money would be repaid',
    subject: 'spokesperson',
    entities: ['spokesperson', 'sport-albion'],
    certainty: 'certain',
  },
  {
    id: 's5.1',
    text: 'The pier could shut as early as the April after the article.',
    quote: 'The pier could shut as early as April',
    subject: 'pier',
    entities: ['pier'],
    certainty: 'possible',
    hedge: 'could',
    time: { edtf: '[2026-04..]', text: 'as early as April', inferred: true, basis: 'day-of-article' },
  },
  {
    id: 's5.2',
    text: 'The council is likely to consult residents before the Christmas after the article.',
    quote: 'the council is likely to consult residents before Christmas',
    subject: 'council',
    entities: ['council'],
    certainty: 'probable',
    hedge: 'likely',
    time: {
      edtf: '[2025-10-14..2025-12-24]',
      text: 'before Christmas',
      inferred: true,
      basis: 'day-of-article',
    },
  },
];

test('verify asks nothing about the harder cases, done as the guide says', async () => {
  const folder = await claimSetFolder(
    {
      article: {
        publisher: 'The Port Hope Courier',
        issued: { edtf: '2025-10-14' },
        bases: { 'day-of-article': 'The article is of October 14, 2025.' },
      },
      entities: ENTITIES,
      claims: CLAIMS,
    },
    ARTICLE,
  );
  expect(await kimtrip(['verify', folder, '--strict'])).toEqual({
    stdout: 'sound: 6 claims in 5 sentences\n',
    stderr: '',
    code: 0,
  });
});

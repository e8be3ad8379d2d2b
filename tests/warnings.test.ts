import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ANSWERABLE_RULES } from '../src/claim-set/warnings.ts';
import { claimSetFolder, kimtrip, kimtripJson } from './helpers.ts';

const ENTITIES = [
  { id: 'rae', name: 'Ada Rae', type: 'person', aliases: ['the mayor'] },
  { id: 'holt', name: 'Bo Holt', type: 'person' },
  { id: 'ferry', name: 'the ferry', type: 'work' },
  { id: 'brother', name: 'the brother of Ada Rae', type: 'person' },
];

/** A claim that all of its words are carried by, but for what a test changes. */
const claim = (changes: object) => ({
  id: 's1.1',
  text: 'The ferry sails on Monday.',
  quote: 'The ferry sails on Monday',
  certainty: 'certain',
  ...changes,
});

const setOf = (
  claims: readonly object[],
  article: string,
  language: string | null = 'en',
  entities: readonly object[] = ENTITIES,
) => claimSetFolder({ article: { language }, entities, claims }, article);

interface Warning {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
}

/** What `verify --strict` asks: rule, path and message. The entities that a claim leaves out are there to be missed. */
const asked = async (claims: readonly object[], article: string, language?: string | null) =>
  (await kimtripJson<Warning>(['verify', '--strict', await setOf(claims, article, language)]))
    .filter(({ rule }) => rule !== 'unused')
    .map(({ rule, path, message }) => `${rule}: ${path} ${message}`);

const BY_RAE = { attribution: [{ source: 'rae' }] };

describe('verify asks about', () => {
  test.each<[rule: string, changes: object, article: string, question: string]>([
    [
      'extent',
      { text: 'All ferries on the lake were late.', quote: 'At least nine ferries on the lake were late' },
      'At least nine ferries on the lake were late.',
      'claims[0].text says “All”, and its quote says “nine”',
    ],
    [
      'certain-text',
      {
        text: 'Ada Rae said the ferry would be sold.',
        quote: 'Ada Rae said the ferry would probably be sold',
        certainty: 'probable',
        hedge: 'probably',
        ...BY_RAE,
        entities: ['rae', 'ferry'],
      },
      'Ada Rae said the ferry would probably be sold.',
      'claims[0].text reads as certain, and the claim is probable (“probably”)',
    ],
    [
      'certain-text',
      {
        text: 'The ferry would certainly be sold if it rained.',
        quote: 'The ferry might be sold if it rained',
        certainty: 'possible',
        hedge: 'might',
        conditional: true,
      },
      'The ferry might be sold if it rained.',
      'claims[0].text reads as certain, and the claim is possible (“might”)',
    ],
    [
      'condition',
      {
        text: 'Ada Rae said the ferry would stop in May.',
        quote: 'Ada Rae, who runs the port, said the ferry would stop in May if it rained',
        ...BY_RAE,
        entities: ['rae', 'ferry'],
        stance: 'intended',
      },
      'Ada Rae, who runs the port, said the ferry would stop in May if it rained.',
      'claims[0].conditional is false, and its quote says “if”',
    ],
    [
      'swapped-sides',
      { text: 'The ferry took more cars than the boat.', quote: 'The ferry took fewer cars than the boat' },
      'The ferry took fewer cars than the boat.',
      'claims[0].text says “more”, and its sentence says “fewer”',
    ],
    [
      'swapped-sides',
      {
        text: 'The ferry takes half as many cars as the boat.',
        quote: 'The ferry takes twice as many cars as the boat',
      },
      'The ferry takes twice as many cars as the boat.',
      'claims[0].text says “half”, and its sentence says “twice”',
    ],
    [
      'speaker',
      {
        text: 'Ada Rae, citing a banker close to Bo Holt, reported that the ferry sank.',
        quote: 'Ada Rae, citing a banker close to Bo Holt, reported that the ferry sank',
        ...BY_RAE,
        entities: ['rae', 'holt', 'ferry'],
      },
      'Ada Rae, citing a banker close to Bo Holt, reported that the ferry sank.',
      'claims[0].attribution is rae alone, and the sentence says “Ada Rae … reported” and “citing a banker close”: name both, outermost first',
    ],
    [
      'cut-negation',
      { text: 'The ferry has not yet sailed.', quote: 'yet sailed', polarity: 'negated' },
      'The ferry has not yet sailed.',
      'claims[0].quote leaves out “not yet”, which reverses it; quote it too',
    ],
    [
      'weak-hedge',
      {
        text: 'The ferry probably sank.',
        quote: 'The ferry probably sank',
        certainty: 'possible',
        hedge: 'probably',
      },
      'The ferry probably sank.',
      'claims[0].certainty is possible, and “probably” says that it is probable',
    ],
    [
      'intention',
      {
        text: 'Ada Rae said she would sell the ferry.',
        quote: 'Ada Rae said she would sell the ferry',
        ...BY_RAE,
        entities: ['rae', 'ferry'],
      },
      'Ada Rae said she would sell the ferry.',
      'claims[0].stance is asserted, and the text says “she would”: is it intended?',
    ],
    [
      'intention',
      { text: 'The ferry is to be sold in May.', quote: 'The ferry is to be sold in May' },
      'The ferry is to be sold in May.',
      'claims[0].stance is asserted, and the text says “is to”: is it intended?',
    ],
    [
      'word-boundary',
      {
        text: 'A delay is likely, it seems.',
        quote: 'A delay is unlikely',
        hedge: 'likely',
        certainty: 'probable',
      },
      'A delay is unlikely.',
      'claims[0].hedge begins or ends inside a word; the whole words are “unlikely”',
    ],
    [
      'word-boundary',
      { text: 'The ferry sails.', quote: 'The ferry sail' },
      'The ferry sails on Monday.',
      'claims[0].quote begins or ends inside a word; the whole words are “The ferry sails”',
    ],
    [
      'ambiguous-quote',
      { text: 'The ferry sails.', quote: 'ferry' },
      'The ferry is a ferry.',
      'claims[0].quote is in s1 more than once, and the first counts; quote more words',
    ],
    [
      'whole-sentence',
      {
        text: 'The old ferry of the town sails on Monday at noon with all its cars, its crew and the mayor of the town.',
        quote: 'The old ferry of the town sails on Monday',
      },
      'The old ferry of the town sails on Monday at noon with all its cars, its crew and the mayor of the town.',
      'claims[0].text is the sentence, word for word: say one thing of it that can be read alone',
    ],
    [
      'cut-hedge',
      { text: 'The ferry will sail.', quote: 'sail on Monday', stance: 'intended' },
      'The ferry may sail on Monday.',
      'claims[0].quote leaves out “may”, which makes it less than certain; quote it too',
    ],
    [
      'cut-hedge',
      { text: 'The ferry left.', quote: 'the ferry left' },
      'Perhaps the ferry left.',
      'claims[0].quote leaves out “Perhaps”, which makes it less than certain; quote it too',
    ],
    [
      'cut-hedge',
      { text: 'The ferry will sink.', quote: 'sink', stance: 'intended' },
      'The ferry is expected to sink.',
      'claims[0].quote leaves out “is expected”, which makes it less than certain; quote it too',
    ],
    [
      'unaccounted-hedge',
      { text: 'The ferry may sail.', quote: 'The ferry may sail' },
      'The ferry may sail.',
      'claims[0].certainty is certain, and the text says “may”, which no hedge tells',
    ],
    [
      'unaccounted-hedge',
      { text: 'The ferry may sail.', quote: 'The ferry may sail', certainty: 'possible' },
      'The ferry may sail.',
      'claims[0].hedge is null, and the text says “may”',
    ],
    [
      'certain-hedge',
      { text: 'The ferry may sail.', quote: 'The ferry may sail', hedge: 'may' },
      'The ferry may sail.',
      'claims[0].certainty is certain, in spite of the hedge “may”',
    ],
    [
      'foreign-hedge',
      { text: 'The ferry possibly sails.', quote: 'The ferry sails', hedge: 'may', certainty: 'possible' },
      'The ferry sails, and rain may fall.',
      'claims[0].hedge “may” is neither in the quote nor in the text: is it of another claim?',
    ],
    [
      'surer-text',
      { text: 'The ferry sails.', quote: 'The ferry may sail' },
      'The ferry may sail.',
      'claims[0].text reads as certain, and its quote says “may”',
    ],
    [
      'surer-text',
      { text: 'The ferry sailed.', quote: 'The ferry will sail' },
      'The ferry will sail.',
      'claims[0].text reads as done, and its quote says “will”',
    ],
    [
      'certain-text',
      { text: 'The ferry sails.', quote: 'The ferry sails', certainty: 'possible' },
      'The ferry sails.',
      'claims[0].text reads as certain, and the claim is possible',
    ],
    [
      'certain-text',
      { text: 'The ferry will sail.', quote: 'The ferry could sail', certainty: 'possible', hedge: 'could' },
      'The ferry could sail.',
      'claims[0].text reads as certain, and the claim is possible (“could”)',
    ],
    [
      'surer-text',
      { text: 'The ferry will sail.', quote: 'The ferry plans to sail', stance: 'intended' },
      'The ferry plans to sail.',
      'claims[0].text says “will”, and its quote says “plans”',
    ],
    [
      'extent',
      { text: 'All boats sailed.', quote: 'some boats sailed' },
      'On Monday some boats sailed.',
      'claims[0].text says “All”, and its quote says “some”',
    ],
    [
      'extent',
      { text: 'Boats sailed.', quote: 'Some boats sailed' },
      'Some boats sailed.',
      'claims[0].text leaves out “Some”, by which its quote says less',
    ],
    [
      'rough-figure',
      { text: 'The ferry cost 40 million euros.', quote: 'The ferry cost more than 40 million euros' },
      'The ferry cost more than 40 million euros.',
      'claims[0].text says “40 million euros”, and its quote says “more than 40 million euros”',
    ],
    [
      'left-out',
      { text: 'Ada Rae was the first leader to sail.', quote: 'Ada Rae was the first Tarn leader to sail' },
      'Ada Rae was the first Tarn leader to sail.',
      'claims[0].text leaves out “Tarn”, by which its sentence says less or other',
    ],
    [
      'cause',
      { text: 'The ferry stopped because of the rain.', quote: 'The ferry stopped' },
      'The ferry stopped, and it rained.',
      'claims[0].text says “because of”, and its quote gives no such cause',
    ],
    [
      'counted',
      { text: 'The ferry fares fell 2 percent.', quote: 'The ferry fares fell 8 percent' },
      'The ferry fares fell 8 percent, while those of buses slipped 2 percent.',
      'claims[0].text says “2 percent” in the place of “8 percent”: the words around it stand around that in the sentence',
    ],
    [
      'other-name',
      { text: 'Bo Holt called it unsafe.', quote: 'Ada Rae called the ferry unsafe' },
      'Ada Rae called the ferry unsafe.',
      'claims[0].text names holt, whom or which the quote does not name, and not rae',
    ],
    [
      'lost-intention',
      {
        text: 'The mayor has bought a ferry.',
        quote: 'has been pushing hard to buy a ferry',
        stance: 'intended',
      },
      'The mayor has been pushing hard to buy a ferry.',
      'claims[0].text reads as done, and its quote says “pushing hard”',
    ],
    [
      'cut-speaker',
      { text: 'Ada Rae says the ferry sails.', quote: 'the ferry sails on Monday', ...BY_RAE },
      'Ada Rae said the ferry sails on Monday.',
      'claims[0].quote leaves out “Ada Rae … said”, and alone it reads as a fact; quote it too',
    ],
    [
      'speaker',
      {
        text: 'Bo Holt is ill, according to the doctor, Ada Rae said.',
        quote: 'is ill, according to the doctor, Ada Rae said',
        ...BY_RAE,
      },
      'Bo Holt is ill, according to the doctor, Ada Rae said.',
      'claims[0].attribution has rae alone, and the text says “the doctor” and “Ada Rae”: name each, outermost first',
    ],
    [
      'open-time',
      {
        text: 'The ferry sank.',
        quote: 'sank this week',
        time: {
          edtf: '2015-01-01/2015-05-08',
          text: 'this week',
          inferred: true,
          basis: 'the day of the article',
        },
      },
      'The ferry sank this week.',
      'claims[0].time.edtf lasts longer than “this week”: is it some time within, [2015-01-01..2015-05-08]?',
    ],
    [
      'swapped-names',
      { text: 'Wick relies on Tarn.', quote: 'Tarn relies on Wick' },
      'Tarn relies on Wick.',
      'claims[0].text says “Wick relies”, and the sentence says “Tarn relies”: are they the right way round?',
    ],
    [
      'cut-negation',
      { text: 'The ferry is permitted to sail.', quote: 'permitted to sail' },
      'The ferry is not permitted to sail.',
      'claims[0].quote leaves out “not”, which reverses it; quote it too',
    ],
    [
      'cut-negation',
      { text: 'The ferry has sailed.', quote: 'The ferry has not sailed' },
      'The ferry has not sailed.',
      'claims[0].text denies nothing, and its quote says “not”',
    ],
    [
      'polarity',
      { text: 'The ferry does not sail.', quote: 'The ferry does not sail' },
      'The ferry does not sail.',
      'claims[0].polarity is affirmed, and the text says “not”',
    ],
    [
      'polarity',
      { text: 'The ferry has yet to sail.', quote: 'The ferry has yet to sail' },
      'The ferry has yet to sail.',
      'claims[0].polarity is affirmed, and the text says “has yet to”',
    ],
    [
      'polarity',
      { polarity: 'negated' },
      'The ferry sails on Monday.',
      'claims[0].polarity is negated, and neither the text nor the quote denies anything',
    ],
    [
      'polarity',
      { text: 'The ferry sails.', quote: 'The ferry never sails', polarity: 'negated' },
      'The ferry never sails.',
      'claims[0].text denies nothing, and its quote says “never”',
    ],
    [
      'condition',
      { text: 'The ferry sails if it is calm.', quote: 'the ferry sails', conditional: true },
      'If it is calm, the ferry sails.',
      'claims[0].quote leaves out “If”, on which it depends; quote it too',
    ],
    [
      'condition',
      { text: 'The ferry will not sail.', quote: 'will not sail', polarity: 'negated', stance: 'intended' },
      'The ferry will not sail until it is calm.',
      'claims[0].conditional is false, and the sentence goes on “until”; quote it too',
    ],
    [
      'condition',
      { text: 'The ferry sails on Monday.', quote: 'The ferry sails on Monday if it is calm' },
      'The ferry sails on Monday if it is calm.',
      'claims[0].conditional is false, and its quote says “if”',
    ],
    [
      'condition',
      { text: 'The ferry sails.', quote: 'The ferry sails' },
      'The ferry sails, which pleases all, only if it is calm.',
      'claims[0].conditional is false, and the sentence goes on “only if”; quote it too',
    ],
    [
      'unaccounted-hedge',
      {
        text: 'Ada Rae says she thinks the ferry sails on Monday.',
        quote: 'Ada Rae says she thinks the ferry sails on Monday',
        ...BY_RAE,
      },
      'Ada Rae says she thinks the ferry sails on Monday.',
      'claims[0].certainty is certain, and its quote says “thinks”, which no hedge tells',
    ],
    [
      'unaccounted-hedge',
      {
        text: 'The ferry would sail on Monday if it were calm.',
        quote: 'The ferry would sail on Monday if it were calm',
        conditional: true,
      },
      'The ferry would sail on Monday if it were calm.',
      'claims[0].certainty is certain, and its quote says “would”, which no hedge tells',
    ],
    [
      'surer-text',
      {
        text: 'The ferry sails to the island.',
        quote: 'The ferry appears to sail to the island',
        hedge: 'appears to',
        certainty: 'probable',
        stance: 'judged',
      },
      'The ferry appears to sail to the island.',
      'claims[0].text reads as certain, and its quote says “appears to”',
    ],
    [
      'appearance',
      {
        text: 'The ferry apparently sails on Monday.',
        quote: 'The ferry apparently sails on Monday',
        hedge: 'apparently',
        certainty: 'probable',
      },
      'The ferry apparently sails on Monday.',
      'claims[0].stance is asserted, and “apparently” is a reading: is it judged?',
    ],
    [
      'speaker',
      { text: 'The ferry sails.', quote: 'The ferry sails' },
      'The ferry sails, the mayor said Monday, and the pier is shut until it does.',
      'claims[0].attribution is empty, and the sentence says “the mayor … said”: who says it?',
    ],
    [
      'speaker',
      { text: 'The ferry sails.', quote: 'the ferry sails' },
      'The mayor said that the pier is shut, and that the ferry sails.',
      'claims[0].attribution is empty, and the sentence says “The mayor … said”: who says it?',
    ],
    [
      'polarity',
      { text: 'The talks ended without a deal.', quote: 'The talks ended without a deal' },
      'The talks ended without a deal.',
      'claims[0].polarity is affirmed, and the text says “without”',
    ],
    [
      'open-time',
      {
        text: 'The ferry sails until 2030.',
        quote: 'The ferry sails until 2030',
        time: { edtf: '[2030..]', text: 'until 2030' },
      },
      'The ferry sails until 2030.',
      'claims[0].time.edtf is [2030..], and the words say “until”: is it open to the other side?',
    ],
    [
      'condition',
      { text: 'The ferry sails if it is calm.', quote: 'The ferry sails if it is calm' },
      'The ferry sails if it is calm.',
      'claims[0].conditional is false, and the text says “if”',
    ],
    [
      'condition',
      { text: 'The ferry sails.', quote: 'The ferry sails' },
      'The ferry sails unless it is foggy.',
      'claims[0].conditional is false, and the sentence goes on “unless”; quote it too',
    ],
    [
      'intention',
      { text: 'The ferry plans to sail.', quote: 'The ferry plans to sail' },
      'The ferry plans to sail.',
      'claims[0].stance is asserted, and the text says “plans”: is it intended?',
    ],
    [
      'speaker',
      { text: 'The ferry sails on Monday.', quote: 'the ferry sails on Monday' },
      'Ada Rae said the ferry sails on Monday.',
      'claims[0].attribution is empty, and the sentence says “Ada Rae … said”: who says it?',
    ],
    [
      'speaker',
      { text: 'Bo Holt says the ferry sails.', quote: 'the ferry sails', attribution: [{ source: 'holt' }] },
      'Ada Rae said the ferry sails on Monday.',
      'claims[0].attribution names holt, and the sentence says “Ada Rae … said”: who says it? An alias tells that they are the same',
    ],
    [
      'speaker',
      { text: 'Ada Rae says the ferry sails.', quote: 'the ferry sails, Ada Rae said' },
      'On Monday the ferry sails, Ada Rae said.',
      'claims[0].attribution is empty, and the text says “Ada Rae … says”: who says it?',
    ],
    [
      'speaker',
      {
        text: 'The ferry sails on Monday.',
        quote: 'The ferry sails on Monday, according to the state railway',
      },
      'The ferry sails on Monday, according to the state railway.',
      'claims[0].attribution is empty, and the quote says “according to the state railway”: who says it?',
    ],
    [
      'speaker',
      {
        text: 'The ferry reportedly sails.',
        quote: 'reportedly sails',
        hedge: 'reportedly',
        certainty: 'probable',
      },
      'The ferry reportedly sails.',
      'claims[0].attribution is empty, and “reportedly” means that somebody says so: name an anonymous source',
    ],
    [
      'speaker',
      { text: 'Ada Rae says the ferry sails.', quote: 'the ferry sails', ...BY_RAE },
      'Ada Rae’s adviser, Bo Holt, said the ferry sails.',
      'claims[0].attribution names rae, and the sentence says “Ada Rae’s adviser … said”: who says it? An alias tells that they are the same',
    ],
    [
      'speaker',
      { text: 'Bo Holt says the ferry sails.', quote: 'the ferry sails', attribution: [{ source: 'holt' }] },
      'Bo Holt, citing Ada Rae, reported that the ferry sails.',
      'claims[0].attribution is holt alone, and the sentence says “Bo Holt … reported” and “citing Ada Rae”: name both, outermost first',
    ],
    [
      'speaker',
      { text: 'Ada Rae says the ferry sails.', quote: 'the ferry sails', ...BY_RAE },
      'The mayor, who spoke on condition of anonymity, said the ferry sails.',
      'claims[0].attribution has no "anonymous": true, and the sentence says “condition of anonymity”',
    ],
    [
      'speaker',
      { text: 'Bo Holt says the ferry sails.', quote: 'The ferry sails', attribution: [{ source: 'holt' }] },
      'The ferry sails on Monday.',
      'claims[0].attribution names a source, and nobody in the sentence says anything',
    ],
    [
      'unnamed-speaker',
      { quote: 'the ferry sails on Monday', ...BY_RAE },
      'Ada Rae said the ferry sails on Monday.',
      'claims[0].text does not say who says it',
    ],
    [
      'number',
      { text: 'The ferry has 50 seats.', quote: 'The ferry has forty seats' },
      'The ferry has forty seats.',
      'claims[0].text says “50”, a number that the sentence does not have',
    ],
    [
      'date',
      { text: 'The ferry sank in 1902.', quote: 'The ferry sank in 1901' },
      'The ferry sank in 1901.',
      'claims[0].text says “1902”, a date that neither the sentence nor the time has',
    ],
    [
      'year',
      {
        text: 'The ferry sank in 1901.',
        quote: 'The ferry sank in 1901',
        time: { edtf: '1902', text: 'in 1901' },
      },
      'The ferry sank in 1901.',
      'claims[0].time.edtf is 1902, and the words say 1901',
    ],
    [
      'date',
      { text: 'The ferry sails on Tuesday.' },
      'The ferry sails on Monday.',
      'claims[0].text says “Tuesday”, a date that neither the sentence nor the time has',
    ],
    [
      'date',
      {
        text: 'The ferry sank in July 2025.',
        quote: 'The ferry sank last July',
        time: { edtf: '2025-07', text: 'last July', inferred: true, basis: 'the day of the article' },
      },
      'The ferry sank last July.',
      'claims[0].text says “July 2025”, which the sentence does not; leave what is inferred to the time',
    ],
    [
      'inferred-year',
      { quote: 'sails on May 9', time: { edtf: '2015-05-09', text: 'May 9' } },
      'The ferry sails on May 9.',
      'claims[0].time.inferred is false, and “May 9” does not give the year: say that it is inferred, and why',
    ],
    [
      'open-time',
      { text: 'The ferry is idle.', quote: 'idle since 2009', time: { edtf: '2009', text: 'since 2009' } },
      'The ferry, idle since 2009, sails.',
      'claims[0].time.edtf is one date, and the words say “since”: is it 2009/..?',
    ],
    [
      'unknown-name',
      { text: 'The ferry sails with her.', quote: 'The ferry sails with Cleo Fox' },
      'The ferry sails with Cleo Fox.',
      'claims[0].entities lack “Cleo Fox”, which the quote names and no entity of the claim set does',
    ],
    [
      'name',
      { text: 'The ferry sails to Tarn.', quote: 'The ferry sails to Wick' },
      'The ferry sails to Wick.',
      'claims[0].text names “Tarn”, whom or which neither the sentence nor its entities name',
    ],
    [
      'entities',
      { text: 'Bo Holt sails.', quote: 'Bo Holt sails' },
      'Bo Holt sails.',
      'claims[0].entities lacks holt, and the text names “Bo Holt”',
    ],
    [
      'entities',
      { entities: ['ferry', 'holt'] },
      'The ferry sails on Monday.',
      'claims[0].entities[1] is holt, which neither the text nor its paragraph names',
    ],
    [
      'subject',
      { text: 'Ada Rae waits.', quote: 'Ada Rae waits', subject: 'holt', entities: ['rae'] },
      'Ada Rae waits.',
      'claims[0].subject is holt, which the text does not name; it names rae',
    ],
    [
      'day',
      {
        quote: 'sails on Monday',
        time: { edtf: '2015-05-05', text: 'on Monday', inferred: true, basis: 'The week of the article.' },
      },
      'The ferry sails on Monday.',
      'claims[0].time.edtf is 2015-05-05, which has no “Monday”',
    ],
    [
      'day',
      { quote: 'sails on May 9, 2015', time: { edtf: '2015-06-09', text: 'May 9, 2015' } },
      'The ferry sails on May 9, 2015.',
      'claims[0].time.edtf is 2015-06-09, which has no “May 9, 2015”',
    ],
    [
      'rough-figure',
      { text: 'The ferry holds at least 12 cars.', quote: 'The ferry holds no more than 12 cars' },
      'The ferry holds no more than 12 cars.',
      'claims[0].text gives “12” as a bound on the other side',
    ],
    [
      'counted',
      { text: 'The ferry carries 12 pounds.', quote: 'The ferry carries 12 tons' },
      'The ferry carries 12 tons.',
      'claims[0].text says “12 pounds”, and the sentence says “12 tons”',
    ],
    [
      'counted',
      { text: 'The ferry lost 40 of its cars.', quote: 'The ferry lost 40 percent of its cars' },
      'The ferry lost 40 percent of its cars.',
      'claims[0].text says “40”, and the sentence says “40 percent”',
    ],
    [
      'counted',
      { text: 'The ferry carries two cars.', quote: 'The ferry carries five cars and two buses' },
      'The ferry carries five cars and two buses.',
      'claims[0].text says “two car”, and the sentence says “five”',
    ],
    [
      'counted',
      { text: 'Its 24 trips ended without a fault.', quote: 'ended 23 of its 24 trips without a fault' },
      'The ferry ended 23 of its 24 trips without a fault.',
      'claims[0].text says “24”, and its quote says “23 of its 24”',
    ],
    [
      'rough-figure',
      { text: 'The ferry waited nearly 30 hours.', quote: 'The ferry waited more than 30 hours' },
      'The ferry waited more than 30 hours.',
      'claims[0].text gives “30” as a bound on the other side',
    ],
    [
      'weak-hedge',
      {
        text: 'It is unclear whether the ferry sails.',
        quote: 'unclear whether the ferry sails',
        hedge: 'unclear whether',
        certainty: 'possible',
      },
      'It is unclear whether the ferry sails.',
      'claims[0].certainty is possible, and “unclear whether” leaves it open',
    ],
    [
      'surer-text',
      { text: 'The mayor decides to sell the ferry.', quote: 'The mayor decides whether to sell the ferry' },
      'The mayor decides whether to sell the ferry.',
      'claims[0].text reads as settled, and its quote says “whether”',
    ],
    [
      'condition',
      {
        text: 'The ferry could sail when the fog lifts.',
        quote: 'The ferry could sail if the fog lifted',
        certainty: 'possible',
        hedge: 'could',
        conditional: true,
      },
      'The ferry could sail if the fog lifted.',
      'claims[0].text has no “if”, on which it depends in its quote',
    ],
    [
      'refusal',
      {
        text: 'Ada Rae refused to say whether the ferry sails.',
        quote: 'Ada Rae has not said whether the ferry sails',
        polarity: 'negated',
        subject: 'rae',
      },
      'Ada Rae has not said whether the ferry sails.',
      'claims[0].text says “refused”, and its quote says no more than “not”',
    ],
    [
      'extent',
      { text: 'Little on the ferry works.', quote: 'Nothing on the ferry works' },
      'Nothing on the ferry works.',
      'claims[0].text says “Little”, and its quote says “Nothing”',
    ],
    [
      'speaker',
      {
        text: 'Ada Rae believes the ferry is safe.',
        quote: 'Ada Rae believes the ferry is safe',
        subject: 'ferry',
        certainty: 'probable',
        hedge: 'believes',
      },
      'Ada Rae believes the ferry is safe.',
      'claims[0].attribution is empty, and the text says “Ada Rae … believes”: who says it?',
    ],
    [
      'speaker',
      {
        text: 'Bo Holt, cited by Ada Rae, says the ferry sails.',
        quote: 'Ada Rae, citing Bo Holt, reported that the ferry sails',
        attribution: [{ source: 'holt' }, { source: 'rae' }],
      },
      'Ada Rae, citing Bo Holt, reported that the ferry sails.',
      'claims[0].attribution is holt, rae, and “Ada Rae … reported” passes on “citing Bo Holt”: name the outermost first',
    ],
    [
      'swapped-roles',
      {
        text: 'Bo Holt is the main rival of Ada Rae.',
        quote: 'is louder than his main rival, Ada Rae',
        entities: ['rae', 'holt'],
        stance: 'presupposed',
      },
      'Bo Holt is louder than his main rival, Ada Rae.',
      'claims[0].text says “main rival of Ada Rae”, and in the sentence the rival is Ada Rae',
    ],
    [
      'counted',
      { text: 'The ferry loses £2 million a month.', quote: 'The ferry loses £2 million a year' },
      'The ferry loses £2 million a year.',
      'claims[0].text says “£2 million a month”, and the sentence says “£2 million a year”',
    ],
    [
      'opposite-word',
      {
        text: '40 percent opposed the ferry.',
        quote: '60 percent opposed the ferry and 40 percent supported it',
      },
      '60 percent opposed the ferry and 40 percent supported it.',
      'claims[0].text says “40 percent … opposed”, and the sentence says “40 percent … supported”',
    ],
    [
      'lost-obligation',
      { text: 'The mayor has approved the ferry.', quote: 'The mayor must still approve the ferry' },
      'The mayor must still approve the ferry.',
      'claims[0].text reads as done, and its quote says “must still”',
    ],
    [
      'intention',
      { text: 'The mayor plans to keep the ferry.', quote: 'The mayor has not ruled out keeping the ferry' },
      'The mayor has not ruled out keeping the ferry.',
      'claims[0].text says “plans”, and the sentence tells of no plan',
    ],
    [
      'condition',
      {
        text: 'The ferry would sail if it rained.',
        quote: 'The ferry would sail unless it rained',
        conditional: true,
        certainty: 'probable',
        hedge: 'would',
      },
      'The ferry would sail unless it rained.',
      'claims[0].text says “if”, and its quote says “unless”',
    ],
    [
      'surer-text',
      { text: 'The mayor ruled out keeping the ferry.', quote: 'has not ruled out keeping the ferry' },
      'The mayor has not ruled out keeping the ferry.',
      'claims[0].text reads as settled, and its quote says “not ruled out”',
    ],
    [
      'subject',
      {
        text: 'Ada Rae refused to speak.',
        quote: 'The brother of Ada Rae refused to speak',
        subject: 'brother',
        entities: ['rae', 'brother'],
      },
      'The brother of Ada Rae refused to speak.',
      'claims[0].text begins with rae, and does not name brother, whom the claim is about',
    ],
    [
      'added-word',
      { text: 'The ferry leaks on Monday.' },
      'The ferry sails on Monday.',
      'claims[0].text says “leaks”, which neither its sentence nor a name has',
    ],
    [
      'other-word',
      { text: 'Ada Rae should resign and sell the ferry.', quote: 'Ada Rae should resign or sell the ferry' },
      'Ada Rae should resign or sell the ferry.',
      'claims[0].text says “and” where its sentence says “or”',
    ],
    [
      'rough-figure',
      { text: 'More than one ferry was late.', quote: 'only one ferry was late' },
      'Holt said that only one ferry was late.',
      'claims[0].text gives “one” as a bound that its quote does not give',
    ],
    [
      'opposite-word',
      { text: 'Two years before, the ferry was sold.', quote: 'two years later the ferry was sold' },
      'It was built in 2019, and two years later the ferry was sold.',
      'claims[0].text says “Two years before”, and the sentence says “two years later”',
    ],
    [
      'polarity',
      {
        text: 'Both ferries have been shown to stop the noise.',
        quote: 'neither has been shown to stop the noise',
        polarity: 'negated',
      },
      'Two ferries are in use, but neither has been shown to stop the noise.',
      'claims[0].text denies nothing, and its quote says “neither”',
    ],
    [
      'day',
      {
        text: 'The ferry sails in the second half of 2026.',
        quote: 'The ferry sails in the second half of 2026',
        time: { edtf: '[2026-01..2026-06]', text: 'in the second half of 2026' },
      },
      'The ferry sails in the second half of 2026.',
      'claims[0].time.edtf is [2026-01..2026-06], which is not in the “second half”',
    ],
    [
      'uncarried',
      {
        text: 'Ada Rae may be seeking a success.',
        quote: 'Ada Rae, who leaves office in May,',
        certainty: 'possible',
        hedge: 'may',
      },
      'Ada Rae, who leaves office in May, may be seeking a success.',
      'claims[0].quote has nothing of “seeking … success”, which the text tells; quote it too',
    ],
    [
      'swapped-sides',
      {
        text: 'The guard reached the ferry before the boats.',
        quote: 'the boats, which reached the ferry before the guard',
      },
      'They were saved by the boats, which reached the ferry before the guard.',
      'claims[0].text says “before”: are its two sides the right way round?',
    ],
    [
      'swapped-sides',
      { text: 'Rae needs this more than Holt does.', quote: 'He needs this more than Rae does' },
      'He needs this more than Rae does.',
      'claims[0].text says “more”: are its two sides the right way round?',
    ],
    [
      'opposite-word',
      { text: 'Some members are in favour of the ferry.', quote: 'Some members are against the ferry' },
      'Some members are against the ferry.',
      'claims[0].text says “in favour of”, and the sentence says “against”',
    ],
    [
      'refusal',
      {
        text: 'Ada Rae denied the report.',
        quote: 'Ada Rae declined to comment on the report',
        subject: 'rae',
      },
      'Ada Rae declined to comment on the report.',
      'claims[0].text says “denied”, and its quote says “declined to comment”',
    ],
    [
      'cut-negation',
      { text: 'Ada Rae has not ruled out a second ferry.', quote: 'ruled it out', polarity: 'negated' },
      'Ada Rae wants a second ferry, and the mayor has not ruled it out.',
      'claims[0].quote has “ruled it out” without its “not”; quote it too',
    ],
    [
      'condition',
      {
        text: 'Ada Rae could send a boat if both sides asked for it.',
        quote: 'Ada Rae, who could send a boat if both sides asked for it',
        certainty: 'possible',
        hedge: 'could',
      },
      'Ada Rae, who could send a boat if both sides asked for it, has had no request.',
      'claims[0].conditional is false, and the text says “if”',
    ],
    [
      'dropped-word',
      { text: 'The ferry was repaired.', quote: 'The ferry was barely repaired' },
      'The ferry was barely repaired.',
      'claims[0].text leaves out “barely”, by which its quote says less or other',
    ],
    [
      'opposite-word',
      { text: 'The shares jumped.', quote: 'The shares plunged' },
      'The shares plunged.',
      'claims[0].text says “jumped”, the opposite of “plunged” in its quote',
    ],
    [
      'surer-text',
      {
        text: 'Ada Rae has signalled that it accepts the ferry.',
        quote: 'Ada Rae has signalled that it may accept the ferry',
        certainty: 'possible',
        hedge: 'signalled that it may',
        ...BY_RAE,
      },
      'Ada Rae has signalled that it may accept the ferry.',
      'claims[0].text leaves out “may”, which its quote says',
    ],
    [
      'refusal',
      {
        text: 'Ada Rae has said that the ferry sails.',
        quote: 'Ada Rae has not said that the ferry sails',
        subject: 'rae',
        polarity: 'negated',
      },
      'Ada Rae has not said that the ferry sails.',
      'claims[0].text says “said”, and its quote says that it was not said',
    ],
    [
      'cut-extent',
      { text: '40 cars are on the ferry.', quote: '40 cars are on the ferry' },
      'Fewer than 40 cars are on the ferry.',
      'claims[0].quote leaves out “Fewer than”, by which the sentence says less; quote it too',
    ],
    [
      'extent',
      { text: 'Most cars are late.', quote: 'Several cars are late' },
      'Several cars are late.',
      'claims[0].text says “Most”, and its quote says “Several”',
    ],
    [
      'opposite-word',
      { text: 'The mayor approved the ferry.', quote: 'The mayor rejected the ferry', ...BY_RAE },
      'The mayor rejected the ferry.',
      'claims[0].text says “approved”, the opposite of “rejected” in its quote',
    ],
    [
      'opposite-word',
      { text: 'The ferry sails before the winter.', quote: 'The ferry sails after the winter' },
      'The ferry sails after the winter.',
      'claims[0].text says “before the winter”, and the sentence says “after the winter”',
    ],
    [
      'swapped-roles',
      { text: 'Bo Holt thanked Ada Rae.', quote: 'Ada Rae thanked Bo Holt', entities: ['rae', 'holt'] },
      'Ada Rae thanked Bo Holt.',
      'claims[0].text says “Bo Holt thanked Ada Rae”: are the two the right way round?',
    ],
    [
      'text-speaker',
      { text: 'Bo Holt said the ferry sails.', quote: 'Ada Rae said the ferry sails', ...BY_RAE },
      'Ada Rae said the ferry sails.',
      'claims[0].text says “Bo Holt … said”, and the source is rae',
    ],
    [
      'other-hedge',
      {
        text: 'The ferry may sail.',
        quote: 'The ferry may sail and reportedly leaks',
        hedge: 'reportedly',
        certainty: 'probable',
      },
      'The ferry may sail and reportedly leaks.',
      'claims[0].hedge is “reportedly”, and the text says “may”',
    ],
    [
      'weak-hedge',
      { text: 'The ferry may sail.', quote: 'The ferry may sail', hedge: 'may', certainty: 'probable' },
      'The ferry may sail.',
      'claims[0].certainty is probable, and “may” says that it is possible',
    ],
    [
      'cause',
      { text: 'The ferry sails because the fog lifted.', quote: 'The ferry sails after the fog lifted' },
      'The ferry sails after the fog lifted.',
      'claims[0].text says “because”, and its quote gives no such cause',
    ],
    [
      'pronoun',
      { text: 'On its way, the ferry stops.', quote: 'On its way, the ferry stops' },
      'On its way, the ferry stops.',
      'claims[0].text says “its” before it says whom or what that is',
    ],
    [
      'relative-time',
      { text: 'The ferry sank last month.', quote: 'The ferry sank last month' },
      'The ferry sank last month.',
      'claims[0].text says “last month”, which only the day of the article explains',
    ],
    [
      'left-out',
      { text: 'Ada Rae is the mayor.', quote: 'Ada Rae, a former mayor', subject: 'rae', entities: ['rae'] },
      'Ada Rae, a former mayor, sails.',
      'claims[0].text leaves out “a former”, by which its sentence says less or other',
    ],
    [
      'left-out',
      { text: 'The ferry was late.', quote: 'late' },
      'The ferry appeared late.',
      'claims[0].text leaves out “appeared”, by which its sentence says less or other',
    ],
    [
      'left-out',
      {
        text: 'The ferry is the only boat to the island.',
        quote: 'The ferry is the only direct boat to the island',
      },
      'The ferry is the only direct boat to the island.',
      'claims[0].text leaves out “direct”, by which its sentence says less or other',
    ],
    [
      'left-out',
      {
        text: 'Ada Rae said the cars leave the ferry.',
        quote: 'Ada Rae said most of its cars leave the ferry',
        ...BY_RAE,
      },
      'Ada Rae said most of its cars leave the ferry.',
      'claims[0].text leaves out “most of its”, by which its sentence says less or other',
    ],
    [
      'left-out',
      { text: 'The ferry sails in May.', quote: 'The ferry sails in May' },
      'The ferry sails in May at the latest.',
      'claims[0].text leaves out “at the latest”, by which its sentence says less or other',
    ],
    [
      'left-out',
      {
        text: 'Bo Holt sails with Ada Rae.',
        quote: 'Bo Holt sails with Ada Rae’s mother',
        entities: ['rae', 'holt'],
      },
      'Bo Holt sails with Ada Rae’s mother.',
      'claims[0].text leaves out “mother”, by which its sentence says less or other',
    ],
    [
      'swapped-roles',
      {
        text: 'Bo Holt is Ada Rae’s biggest rival.',
        quote: 'Ada Rae, Bo Holt’s biggest rival',
        entities: ['rae', 'holt'],
      },
      'Ada Rae, Bo Holt’s biggest rival, sails.',
      'claims[0].text says “Ada Rae’s biggest rival”, and the sentence says “Bo Holt’s biggest rival”',
    ],
    [
      'swapped-roles',
      { text: 'Bo Holt was Ada Rae’s mentor.', quote: 'his mentor, Ada Rae', entities: ['rae', 'holt'] },
      'Bo Holt sails with his mentor, Ada Rae.',
      'claims[0].text says “mentor of Ada Rae”, and in the sentence the mentor is Ada Rae',
    ],
    [
      'put-in',
      { text: 'The ferry has lost all cars.', quote: 'The ferry has lost cars' },
      'The ferry has lost cars.',
      'claims[0].text says “all”, which its sentence does not',
    ],
    [
      'other-modal',
      { text: 'The ferry can stop at the island.', quote: 'The ferry must stop at the island' },
      'The ferry must stop at the island.',
      'claims[0].text says “can” where its sentence says “must”',
    ],
    [
      'other-word',
      { text: 'The ferry cut its price by 12 crowns.', quote: 'The ferry cut its price from 12 crowns' },
      'The ferry cut its price from 12 crowns.',
      'claims[0].text says “by” where its sentence says “from”',
    ],
    [
      'other-word',
      { text: 'The ferry has fewer cars.', quote: 'The ferry has more cars' },
      'The ferry has more cars.',
      'claims[0].text says “fewer” where its sentence says “more”',
    ],
    [
      'surer-verb',
      {
        text: 'Ada Rae showed that the ferry sails.',
        quote: 'Ada Rae insisted that the ferry sails',
        ...BY_RAE,
      },
      'Ada Rae insisted that the ferry sails.',
      'claims[0].text says “showed” where its sentence says “insisted”',
    ],
    [
      'other-figure',
      { text: 'The ferry stops for a third day.', quote: 'The ferry stops for a second day' },
      'The ferry stops for a second day.',
      'claims[0].text says “third” where its sentence says “second”',
    ],
    [
      'other-figure',
      {
        text: 'Ada Rae had 48 percent of the vote.',
        quote: 'Ada Rae had 52 percent of the vote against 48 percent',
      },
      'Ada Rae had 52 percent of the vote against 48 percent for Bo Holt.',
      'claims[0].text says “48” where its sentence says “52”',
    ],
    [
      'replaced-name',
      {
        text: 'Bo Holt sails on the ferry.',
        quote: 'Ada Rae sails on the ferry',
        entities: ['holt', 'ferry'],
      },
      'Ada Rae sails on the ferry.',
      'claims[0].text says “Bo Holt” where its sentence says “Ada Rae”',
    ],
    [
      'done',
      {
        text: 'Ada Rae has repaired the ferry.',
        quote: 'Ada Rae wants the ferry to be repaired',
        subject: 'rae',
      },
      'Ada Rae wants the ferry to be repaired.',
      'claims[0].text says “has repaired”, and its sentence says “wants the ferry to be repaired”',
    ],
    [
      'done',
      { text: 'Ada Rae called a vote.', quote: 'Ada Rae vowed to call a vote', subject: 'rae' },
      'Ada Rae vowed to call a vote.',
      'claims[0].text says “called”, and its sentence says “vowed to call”',
    ],
    [
      'swapped-sides',
      { text: 'The delay came from fog rather than ice.', quote: 'The delay came from ice rather than fog' },
      'The delay came from ice rather than fog.',
      'claims[0].text says “rather than”: are its two sides the right way round?',
    ],
    [
      'swapped-sides',
      { text: 'Bo Holt was more guarded than Ada Rae.', quote: 'Ada Rae was more guarded' },
      'Ada Rae was more guarded.',
      'claims[0].text says “more guarded”: are its two sides the right way round?',
    ],
    [
      'neither',
      {
        text: 'Ada Rae denied the delay.',
        quote: 'Ada Rae neither confirmed nor denied the delay',
        subject: 'rae',
      },
      'Ada Rae neither confirmed nor denied the delay.',
      'claims[0].text says “denied”, and its sentence says “neither confirmed nor denied”',
    ],
    [
      'other-name',
      { text: 'Bo Holt called the ferry of the mayor unsafe.', quote: 'Ada Rae called the ferry unsafe' },
      'Bo Holt smiled when Ada Rae called the ferry unsafe.',
      'claims[0].text names holt, whom or which the quote does not name, and not rae',
    ],
    [
      'surer-text',
      {
        text: 'The fault was limited to the ferry.',
        quote: 'The fault appeared to be limited to the ferry',
      },
      'The fault appeared to be limited to the ferry.',
      'claims[0].text reads as certain, and its quote says “appeared to”',
    ],
    [
      'surer-text',
      {
        text: 'Ada Rae said the ferry will sink if it leaves.',
        quote: 'if the ferry leaves, it could sink, Ada Rae said',
        conditional: true,
        ...BY_RAE,
      },
      'On Monday, if the ferry leaves, it could sink, Ada Rae said.',
      'claims[0].text says “will”, and its quote says “could”',
    ],
    [
      'surer-text',
      {
        text: 'Ada Rae said the number of ferries will rise.',
        quote: 'We expect the number of ferries to rise, Ada Rae said',
        ...BY_RAE,
      },
      'We expect the number of ferries to rise, Ada Rae said.',
      'claims[0].text reads as certain, and its quote says “expect”',
    ],
    [
      'speaker',
      { text: 'The mayor was wrong to sell the ferry.', quote: 'the mayor was wrong to sell the ferry' },
      'Bo Holt said at the port that he would go, and that the mayor was wrong to sell the ferry.',
      'claims[0].attribution is empty, and the sentence says “Bo Holt … said”: who says it?',
    ],
    [
      'cut-negation',
      { text: 'Ada Rae reacted to the delay.', quote: 'Ada Rae showed no reaction to the delay' },
      'Ada Rae showed no reaction to the delay.',
      'claims[0].text denies nothing, and its quote says “no”',
    ],
    [
      'polarity',
      { text: 'Ada Rae is not guilty of the delay.', quote: 'Ada Rae is guilty of the delay' },
      'Ada Rae is guilty of the delay.',
      'claims[0].text says “not”, and its sentence denies nothing',
    ],
    [
      'opposite-word',
      { text: 'The mayor allowed two ferries.', quote: 'The mayor barred two ferries' },
      'The mayor barred two ferries.',
      'claims[0].text says “allowed”, the opposite of “barred” in its quote',
    ],
    [
      'opposite-word',
      {
        text: 'Ada Rae said the crew knew by midnight.',
        quote: 'They knew by noon, and they said nothing, Ada Rae said',
        ...BY_RAE,
      },
      'They knew by noon, and they said nothing, Ada Rae said.',
      'claims[0].text says “midnight”, the opposite of “noon” in its quote',
    ],
    [
      'opposite-word',
      { text: 'The ferry has from noon to sail.', quote: 'The ferry has until noon to sail' },
      'The ferry has until noon to sail.',
      'claims[0].text says “from noon”, and the sentence says “until noon”',
    ],
    [
      'refusal',
      {
        text: 'Ada Rae said she did not know of it.',
        quote: 'Ada Rae declined to say whether she knew of it',
        polarity: 'negated',
      },
      'Ada Rae declined to say whether she knew of it.',
      'claims[0].text says “said”, and its quote says “declined to say”',
    ],
    [
      'swapped-sides',
      {
        text: 'The mayor would rather sail than wait.',
        quote: 'The mayor would rather wait than sail',
      },
      'The mayor would rather wait than sail.',
      'claims[0].text says “rather sail than wait”: are its two sides the right way round?',
    ],
    [
      'swapped-sides',
      {
        text: 'Guests scored higher on the test than drivers.',
        quote: 'Drivers scored higher on the test than guests',
      },
      'Drivers scored higher on the test than guests.',
      'claims[0].text says “higher”: are its two sides the right way round?',
    ],
    [
      'counted',
      { text: 'On the ferry 97 guests fell ill.', quote: '212 guests fell ill' },
      'On the ferry 212 guests fell ill, compared with 97 at the port.',
      'claims[0].text says “97” in the place of “212”, which its quote has',
    ],
    [
      'counted',
      {
        text: 'A police officer saw the ferry.',
        quote: 'Two police officers saw the ferry',
      },
      'Two police officers saw the ferry.',
      'claims[0].text says “A police officer”, and its quote says “Two police officers”',
    ],
    [
      'done',
      { text: 'The mayor is building a ferry.', quote: 'build a ferry' },
      'The mayor plans to build a ferry.',
      'claims[0].text says “is building”, and its sentence says “plans to build”',
    ],
  ])('%s: %j', async (rule, changes, article, question) => {
    expect(await asked([claim(changes)], `${article}\n`)).toContain(`${rule}: ${question}`);
  });

  test('claims that say the same, in whatever order, and sentences without a claim', async () => {
    const claims = [
      claim({}),
      claim({ id: 's1.2', text: 'the ferry sails on monday' }),
      claim({ id: 's1.3', text: 'On Monday the ferry sails.' }),
    ];
    expect(await asked(claims, 'The ferry sails on Monday.\nIt rains.\n')).toEqual([
      'alike: claims[1].text says the same as claims[0]',
      'alike: claims[2].text says the same as claims[0]',
      'unclaimed-sentence: s2 has no claim',
    ]);
  });
});

test('verify asks about entities and topics that no claim has', async () => {
  const folder = await claimSetFolder(
    {
      article: { language: 'de' },
      entities: ENTITIES,
      topics: [{ id: 'ferries', name: 'Ferries' }],
      claims: [claim({ subject: 'ferry', entities: ['rae'] })],
    },
    'The ferry sails on Monday.\n',
  );
  const asked = await kimtripJson<Warning>(['verify', folder, '--strict']);
  expect(asked.map(({ path, message, rule }) => [path, message, rule])).toEqual([
    ['entities[1]', 'is holt, which no claim has', 'unused'],
    ['entities[3]', 'is brother, which no claim has', 'unused'],
    ['topics[0]', 'is ferries, which no claim has', 'unused'],
  ]);
});

test('verify asks which claim qualifies one that a “but” follows', async () => {
  const claims = [
    claim({ quote: 'The ferry sails on Monday' }),
    claim({ id: 's1.2', text: 'The ferry is full.', quote: 'but it is full' }),
  ];
  expect(await asked(claims, 'The ferry sails on Monday, but it is full.\n')).toEqual([
    'qualifier: claims[0].qualifiedBy is empty, and the sentence goes on “but”: is it qualified by s1.2?',
  ]);
});

/** The rules that ask about a claim with an inferred time, in an article of October 16, 2025, whose sentence is the quote. */
async function rulesOfTime(edtf: string, text: string, changes: { text: string; quote: string }) {
  const time = { edtf, text, inferred: true, basis: 'the day of the article' };
  const folder = await claimSetFolder(
    {
      article: { language: 'en', issued: { edtf: '2025-10-16' } },
      claims: [claim({ ...changes, time })],
    },
    `${changes.quote}.\n`,
  );
  return (await kimtripJson<Warning>(['verify', folder, '--strict'])).map(({ rule }) => rule);
}

test.each([
  ['next week', '2025-10-12/2025-10-18', '2025-10-20/2025-10-26'],
  ['last month', '2025-08', '2025-09'],
  ['yesterday', '2025-10-11', '2025-10-15'],
])('verify asks about “%s” that is another time of the article', async (text, wrong, right) => {
  const rulesAt = (edtf: string) =>
    rulesOfTime(edtf, text, { text: 'The ferry sails.', quote: `The ferry sails ${text}` });
  expect([await rulesAt(wrong), await rulesAt(right)]).toEqual([['relative-day'], []]);
});

test('verify asks about “last year” that is not the year before the article', async () => {
  const last = (edtf: string) =>
    claim({
      quote: 'sailed last year',
      text: 'The ferry sailed.',
      time: { edtf, text: 'last year', inferred: true, basis: 'the day of the article' },
    });
  const setIn = (edtf: string) =>
    claimSetFolder(
      { article: { language: 'en', issued: { edtf: '2015-03' } }, claims: [last(edtf)] },
      'The ferry sailed last year.\n',
    );
  expect(
    (await kimtripJson<Warning>(['verify', await setIn('2015'), '--strict'])).map(({ message }) => message),
  ).toEqual(['is 2015, and “last year” of this article is 2014']);
  expect(await kimtripJson(['verify', await setIn('2014'), '--strict'])).toEqual([]);
});

test('verify asks about a place in the place of another, behind the same words', async () => {
  const entities = [
    { id: 'vellin', name: 'Vellin', type: 'place' },
    { id: 'tolm', name: 'Tolm', type: 'place' },
  ];
  const quote = 'It sank off the port they own in Vellin';
  const claims = ['The ferry sank in Tolm.', 'The ferry of Tolm sank in the port.'].map((text, at) =>
    claim({ id: `s1.${at + 1}`, text, quote, entities: ['tolm'] }),
  );
  const folder = await setOf(claims, `${quote}, and Tolm sent help.\n`, 'en', entities);
  const found = await kimtripJson<Warning>(['verify', '--strict', folder]);
  expect(
    found.filter(({ rule }) => rule === 'other-name').map(({ path, message }) => [path, message]),
  ).toEqual([['claims[0].text', 'names tolm, whom or which the quote does not name, and not vellin']]);
});

test('verify asks about another of the same family name', async () => {
  const entities = [
    { id: 'ada', name: 'Ada Rae', type: 'person' },
    { id: 'tom', name: 'Tom Rae', type: 'person' },
  ];
  const told = claim({ text: 'Tom Rae fell.', quote: 'Ada Rae fell', entities: ['tom'], subject: 'tom' });
  const folder = await setOf([told], 'Ada Rae fell on the ferry.\n', 'en', entities);
  const found = await kimtripJson<Warning>(['verify', '--strict', folder]);
  expect(
    found.filter(({ rule }) => rule === 'other-name').map(({ path, message }) => [path, message]),
  ).toEqual([['claims[0].text', 'names tom, whom or which the quote does not name, and not ada']]);
});

describe('verify asks nothing about', () => {
  test.each<[what: string, changes: object, article: string]>([
    [
      'the year of a day, where the time says that it is inferred',
      {
        text: 'The ferry sailed on May 28, 2026.',
        quote: 'The ferry sailed on May 28',
        time: { edtf: '2026-05-28', text: 'May 28', inferred: true, basis: 'the year of the article' },
      },
      'The ferry sailed on May 28.',
    ],
    [
      'a part of a day',
      {
        text: 'The ferry sailed before dawn.',
        quote: 'The ferry sailed before dawn on Monday',
        time: {
          edtf: '2026-06-01',
          text: 'before dawn on Monday',
          inferred: true,
          basis: 'the day of the article',
        },
      },
      'The ferry sailed before dawn on Monday.',
    ],
    [
      'what could be heard',
      { text: 'Shots could be heard.', quote: 'Shots could be heard' },
      'Shots could be heard.',
    ],
    [
      'what a report that was denied says',
      {
        text: 'Ada Rae denied the report that the ferry may have left.',
        quote: 'Ada Rae denied the report that the ferry may have left',
        subject: 'rae',
        entities: ['rae', 'ferry'],
      },
      'Ada Rae denied the report that the ferry may have left.',
    ],
    [
      'a plan that something was done with',
      {
        text: 'Ada Rae unveiled her plan to sail.',
        quote: 'Ada Rae unveiled her plan to sail',
        entities: ['rae'],
      },
      'Ada Rae unveiled her plan to sail.',
    ],
    [
      'what was planned, beside what came of it',
      { text: 'The ferry cost more than planned.', quote: 'The ferry cost more than planned' },
      'The ferry cost more than planned.',
    ],
    [
      'what a second test may confirm',
      {
        text: 'The ferry could be sold if the second test confirms the first.',
        quote: 'The ferry could be sold if the second test confirms the first',
        certainty: 'possible',
        hedge: 'could',
        conditional: true,
      },
      'The ferry could be sold if the second test confirms the first.',
    ],
    [
      'who was the first to report it, of the reporter',
      {
        text: 'Bo Holt was the first to report the delay.',
        quote: 'The delay was first reported by Bo Holt',
        subject: 'holt',
        entities: ['holt'],
      },
      'The delay was first reported by Bo Holt.',
    ],
    [
      'what somebody says should be',
      {
        text: 'Ada Rae said the ferry should sail.',
        quote: 'Ada Rae said the ferry should sail',
        ...BY_RAE,
        entities: ['rae', 'ferry'],
      },
      'Ada Rae said the ferry should sail.',
    ],
    [
      'what the law allows',
      {
        text: 'Under the law, the ferry may sail at night.',
        quote: 'Under the law, the ferry may sail at night',
      },
      'Under the law, the ferry may sail at night.',
    ],
    [
      'a plea',
      { text: 'Bo Holt pleaded not guilty.', quote: 'Bo Holt pleaded not guilty', entities: ['holt'] },
      'Bo Holt pleaded not guilty.',
    ],
    [
      'a share told as a fraction',
      {
        text: 'Two fifths of the ferries sail, and half of the boats.',
        quote: 'Of the ferries 40 percent sail, and 50 percent of the boats',
      },
      'Of the ferries 40 percent sail, and 50 percent of the boats.',
    ],
    [
      'a rough figure in words',
      {
        text: 'The ferry cost roughly twelve million crowns.',
        quote: 'The ferry cost about 12 million crowns',
      },
      'The ferry cost about 12 million crowns.',
    ],
    [
      'a hedge by another word in its place',
      {
        text: 'In all likelihood the ferry sank, Ada Rae said.',
        quote: 'Ada Rae said the ferry had probably sunk',
        certainty: 'probable',
        hedge: 'probably',
        ...BY_RAE,
        entities: ['rae', 'ferry'],
      },
      'Ada Rae said the ferry had probably sunk.',
    ],
    [
      'what stands behind an accusation',
      { text: 'A trip took place in June.', quote: 'a trip in June' },
      'Ada Rae accused Bo Holt on Monday of ramming the ferry, after a trip in June.',
    ],
    [
      'a name in the place of a description that another may have',
      {
        text: 'The ferry was sold to Bo Holt by the island.',
        quote: 'The ferry was sold to the mayor by the island',
        entities: ['holt', 'ferry'],
      },
      'The ferry was sold to the mayor by the island.',
    ],
    [
      'an “until” before which nothing happens',
      {
        text: 'The ferry does not sail until 2030.',
        quote: 'The ferry does not sail until 2030',
        polarity: 'negated',
        conditional: true,
        time: { edtf: '2030/..', text: 'until 2030' },
      },
      'The ferry does not sail until 2030.',
    ],
    [
      'a “will” behind “whether”',
      {
        text: 'The crew does not know whether it will sail.',
        quote: 'The crew does not know whether it will sail',
        polarity: 'negated',
        hedge: 'whether',
        certainty: 'uncommitted',
      },
      'The crew does not know whether it will sail.',
    ],
    [
      'a “could” of what the claim speaks of, and a “should” that asks for something',
      {
        text: 'The crew has a ferry it could sail, which should be painted.',
        quote: 'The crew has a ferry it could sail, which should be painted',
      },
      'The crew has a ferry it could sail, which should be painted.',
    ],
    [
      'what is taken for granted behind “whether”',
      { text: 'The ferry has a mast.', quote: 'the mast of the ferry', stance: 'presupposed' },
      'It is not clear whether the mast of the ferry broke.',
    ],
    [
      'the ones who “both sides” are',
      { text: 'Both sides sail on Monday.', quote: 'Both sides sail on Monday', entities: ['rae', 'holt'] },
      'Both sides sail on Monday.',
    ],
    [
      'an event or a work of which the sentence tells something',
      { text: 'Ada Rae sails on Monday.', quote: 'Ada Rae sails on Monday', entities: ['rae', 'ferry'] },
      'Ada Rae sails on Monday.',
    ],
    [
      'what somebody has not said whether it will come',
      {
        text: 'Ada Rae has not said whether she will sail.',
        quote: 'Ada Rae has not said whether she will sail',
        polarity: 'negated',
        ...BY_RAE,
        certainty: 'certain',
      },
      'Ada Rae has not said whether she will sail.',
    ],
    [
      'the name of what the sentence calls by another word of its entity',
      { text: 'Ada Rae fell.', quote: 'The mayor fell', entities: ['rae'], subject: 'rae' },
      'The mayor fell on the ferry, later than Ada Holm.',
    ],
    [
      'what is set off behind a name under a “whether”',
      { text: 'The ferry is home to 600 cats.', quote: 'the ferry, home to 600 cats' },
      'It is not clear whether the ferry, home to 600 cats, sails.',
    ],
    [
      'a comparison turned round whose other side the sentence has',
      {
        text: 'Cars are less common on the ferry than on the road.',
        quote: 'Cars are more common on the road than on the ferry',
      },
      'Cars are more common on the road than on the ferry.',
    ],
    [
      '“unless” for “if … not”',
      {
        text: 'Unless the fuel comes, the ferry could stop, Ada Rae said.',
        quote: 'if the fuel does not come, the ferry could stop, Ada Rae said',
        conditional: true,
        certainty: 'possible',
        hedge: 'could',
        ...BY_RAE,
      },
      'On Monday, if the fuel does not come, the ferry could stop, Ada Rae said.',
    ],
    [
      '“and not” for “rather than”',
      {
        text: 'The delay was caused by ice and not by fog.',
        quote: 'The delay was caused by ice rather than by fog',
      },
      'The delay was caused by ice rather than by fog.',
    ],
    [
      '“refuses no one” for “does not turn anyone away”',
      {
        text: 'The ferry refuses no one.',
        quote: 'The ferry does not turn anyone away',
        polarity: 'negated',
      },
      'The ferry does not turn anyone away.',
    ],
    [
      '“is more than” for “exceeds”',
      { text: 'The price is more than 300 dollars.', quote: 'The price exceeds 300 dollars' },
      'The price exceeds 300 dollars.',
    ],
    [
      'a condition of another clause',
      {
        text: 'The mayor said the pier is not shut.',
        quote: 'The mayor said the ferry could sail if it is calm, but that the pier is not shut',
        polarity: 'negated',
        ...BY_RAE,
      },
      'The mayor said the ferry could sail if it is calm, but that the pier is not shut.',
    ],
    [
      'what somebody appears to say',
      {
        text: 'The mayor appears to tell the crew that “she sails.”',
        quote: 'The mayor appears to tell the crew that “she sails.”',
        hedge: 'appears',
        certainty: 'probable',
        entities: ['rae'],
      },
      'The mayor appears to tell the crew that “she sails.”',
    ],
    [
      'what somebody does not expect',
      {
        text: 'The mayor does not expect the ferry to sail.',
        quote: 'The mayor does not expect the ferry to sail',
        polarity: 'negated',
        subject: 'rae',
        ...BY_RAE,
      },
      'The mayor does not expect the ferry to sail.',
    ],
    [
      'another figure of the sentence with the words around it',
      { text: 'The ferry carried 340 cars a year earlier.', quote: 'down from 340 a year earlier' },
      'The ferry carried 212 cars, down from 340 a year earlier.',
    ],
    [
      '“six or more” for “at least six”, and “younger than 18” for “under 18”',
      {
        text: 'Six or more cars of people younger than 18 are on the ferry.',
        quote: 'At least six cars of people under 18 are on the ferry',
      },
      'At least six cars of people under 18 are on the ferry.',
    ],
    [
      'one in five in percent',
      { text: '20 percent of the cars are late.', quote: 'One in five cars is late' },
      'One in five cars is late.',
    ],
    [
      'a comparison turned round',
      {
        text: 'The ferry of 2020 was lower than this ferry.',
        quote: 'This ferry is higher than the ferry of 2020',
      },
      'This ferry is higher than the ferry of 2020.',
    ],
    [
      'a pronoun before its name',
      { text: 'When it stopped, the ferry had 12 cars.', quote: 'The ferry had 12 cars when it stopped' },
      'The ferry had 12 cars when it stopped.',
    ],
    [
      'other words where the text is worded anew',
      {
        text: 'Somebody has hidden nothing from anybody, Ada Rae told a newspaper about the ferry.',
        quote: '“We did not hide anything from anybody about the ferry,” Ada Rae told a newspaper',
        polarity: 'negated',
        ...BY_RAE,
      },
      '“We did not hide anything from anybody about the ferry,” Ada Rae told a newspaper.',
    ],
    [
      'an “if” for a “should”, and a “will” for a “would” that somebody said',
      {
        text: 'Ada Rae said she will sail if the ferry sails.',
        quote: 'Ada Rae said she would sail should the ferry sail',
        conditional: true,
        certainty: 'probable',
        hedge: 'would',
        ...BY_RAE,
      },
      'Ada Rae said she would sail should the ferry sail.',
    ],
    [
      'that somebody spoke',
      { text: 'Ada Rae spoke to sailors.', quote: 'Ada Rae told sailors', subject: 'rae' },
      'Ada Rae told sailors that the ferry was late.',
    ],
    [
      'a silence behind what somebody says',
      {
        text: 'Bo Holt gave no proof of the theft.',
        entities: ['holt'],
        quote: 'there was a theft, though Bo Holt gave no proof of it',
        polarity: 'negated',
      },
      'Ada Rae said there was a theft, though Bo Holt gave no proof of it.',
    ],
    [
      'what neither would say',
      {
        text: 'Neither Ada Rae nor Bo Holt would say whether the ferry sails.',
        entities: ['rae', 'holt', 'ferry'],
        quote: 'Neither Ada Rae nor Bo Holt would say whether the ferry sails',
        polarity: 'negated',
      },
      'Neither Ada Rae nor Bo Holt would say whether the ferry sails.',
    ],
    [
      'a speaker behind much that is set off',
      {
        text: 'Ada Rae said the ferry sails.',
        quote: 'Ada Rae, 61, whose brother, Bo Holt, died on Oct. 2, said the ferry sails',
        ...BY_RAE,
      },
      'Ada Rae, 61, whose brother, Bo Holt, died on Oct. 2, said the ferry sails.',
    ],
    [
      'what somebody said nobody wrote',
      {
        text: 'Ada Rae said nobody wrote to Bo Holt.',
        entities: ['holt'],
        quote: 'Ada Rae said nobody wrote to Bo Holt',
        polarity: 'negated',
        ...BY_RAE,
      },
      'Ada Rae said nobody wrote to Bo Holt.',
    ],
    [
      'a negation of what is spoken of',
      {
        text: 'The ferry is older than the boats that have yet to sail.',
        quote: 'The ferry is older than the boats that have yet to sail',
      },
      'The ferry is older than the boats that have yet to sail.',
    ],
    [
      'a wish of what is spoken of, and what was tried',
      {
        text: 'Nobody lost a job they wanted, and Ada Rae tried to stop the ferry.',
        entities: ['rae', 'ferry'],
        quote: 'Nobody lost a job they wanted, and Ada Rae tried to stop the ferry',
        polarity: 'negated',
      },
      'Nobody lost a job they wanted, and Ada Rae tried to stop the ferry.',
    ],
    [
      'the likely cause of a fire',
      { text: 'The fire sank the ferry.', quote: 'a fire that sank the ferry' },
      'A spark is the likely cause of a fire that sank the ferry.',
    ],
    [
      'a “reportedly” of what follows',
      { text: 'The ferry sank.', quote: 'The ferry sank' },
      'The ferry sank, reportedly after a fire.',
    ],
    [
      '“on condition of anonymity”',
      { text: 'An official spoke on condition of anonymity.', quote: 'spoke on condition of anonymity' },
      'An official spoke on condition of anonymity.',
    ],
    [
      'what somebody said would be',
      {
        text: 'Ada Rae says the ferry would probably sail.',
        quote: 'Ada Rae said the ferry would probably sail',
        hedge: 'probably',
        certainty: 'probable',
        ...BY_RAE,
      },
      'Ada Rae said the ferry would probably sail.',
    ],
    [
      'the “would” of what somebody said will be',
      {
        text: 'Ada Rae said the ferry will sail.',
        quote: 'Ada Rae said the ferry would sail',
        stance: 'intended',
        ...BY_RAE,
      },
      'Ada Rae said the ferry would sail.',
    ],
    [
      'what could not be done',
      { text: 'The ferry could not sail.', quote: 'The ferry could not sail', polarity: 'negated' },
      'The ferry could not sail.',
    ],
    [
      'a “not” inside a doubt',
      {
        text: 'It is not clear whether the ferry sails.',
        quote: 'not clear whether the ferry sails',
        hedge: 'not clear whether',
        certainty: 'uncommitted',
      },
      'It is not clear whether the ferry sails.',
    ],
    [
      'a “but” of the reporter’s behind what somebody said',
      { text: 'No date is set.', quote: 'but no date is set', polarity: 'negated' },
      'The mayor, citing Bo Holt, reported that the ferry sails, but no date is set.',
    ],
    [
      'a relative clause behind a doubt',
      { text: 'Many hate the ferry.', quote: 'the old ferry, which many hate' },
      'It is not clear whether the old ferry, which many hate, sails.',
    ],
    [
      'a spokesman of the source',
      {
        text: 'The council says the ferry sails.',
        quote: 'A spokesman for the mayor said the ferry sails',
        attribution: [{ source: 'rae', anonymous: true }],
      },
      'A spokesman for the mayor said the ferry sails.',
    ],
    ['a month', { text: 'It is May 9.', quote: 'It is May 9' }, 'It is May 9.'],
    [
      'a condition',
      {
        text: 'The ferry would sail if it rained.',
        quote: 'would sail if it rained',
        conditional: true,
        hedge: 'would',
        certainty: 'probable',
      },
      'The ferry would sail if it rained.',
    ],
    [
      'a speaker by an alias',
      { text: 'The ferry sails, the mayor holds.', quote: 'the ferry sails', ...BY_RAE },
      'For the mayor, the ferry sails, Ada Rae said.',
    ],
    ['an “it” that stands for nothing', { text: 'It is raining.', quote: 'It is raining' }, 'It is raining.'],
    [
      'a pronoun after its name',
      { text: 'Ada Rae lost her hat.', quote: 'Ada Rae lost her hat', subject: 'rae' },
      'Ada Rae lost her hat.',
    ],
    [
      '“not only”',
      { text: 'Not only the ferry sails.', quote: 'Not only the ferry sails' },
      'Not only the ferry sails.',
    ],
    [
      'what is taken for granted under a doubt',
      { text: 'The ferry has an old engine.', quote: 'its old engine', stance: 'presupposed' },
      'The ferry may not keep its old engine.',
    ],
    [
      'a deed of denying, and a planned road',
      {
        text: 'Ada Rae denied the report on the planned road.',
        quote: 'Ada Rae denied the report on the planned road',
        subject: 'rae',
      },
      'Ada Rae denied the report on the planned road.',
    ],
    [
      'what could no longer be done, and what nobody wanted',
      {
        text: 'The ferry could no longer sail, and no one had wanted the plan.',
        quote: 'The ferry could no longer sail, and nobody wanted the plan',
        polarity: 'negated',
      },
      'The ferry could no longer sail, and nobody wanted the plan.',
    ],
    [
      'when somebody would decide',
      {
        text: 'Ada Rae declined to say when she would decide.',
        quote: 'Ada Rae declined to say when she would decide',
        subject: 'rae',
        polarity: 'negated',
      },
      'Ada Rae declined to say when she would decide.',
    ],
    [
      'an “expected” of another clause',
      {
        text: 'The ferry has cost £19 million.',
        quote: 'The ferry was expected to cost £14 million; it has cost £19 million',
      },
      'The ferry was expected to cost £14 million; it has cost £19 million.',
    ],
    [
      'a figure without its noun, and an “only”',
      {
        text: 'The ferry had 7,900 trips in 2019, no more than 9 of them by night.',
        quote: 'The ferry had 6,480 trips in 2020, down from 7,900 in 2019, only 9 of them by night',
      },
      'The ferry had 6,480 trips in 2020, down from 7,900 in 2019, only 9 of them by night.',
    ],
    [
      'a relative clause of what somebody blamed, and what had been planned',
      {
        text: 'A fog, which had been planned for, has kept the ferry here.',
        quote: 'a fog, which had been planned for and has kept the ferry here',
      },
      'Ada Rae blamed a fog, which had been planned for and has kept the ferry here.',
    ],
    [
      'a figure whose noun was named before, and a “not” of what others should do',
      {
        text: 'Eleven cars were told not to wait on Monday.',
        quote: 'the ferry takes 48 cars; eleven were told not to wait on Monday',
      },
      'On Monday, the ferry takes 48 cars; eleven were told not to wait on Monday.',
    ],
    [
      'an “expect” of another clause',
      {
        text: 'Ada Rae said the ferry sails.',
        quote: 'The ferry sails, and we do not expect to,” said Ada Rae',
        ...BY_RAE,
      },
      '“The ferry sails, and we do not expect to,” said Ada Rae.',
    ],
    [
      'a part that the claim is not about',
      { text: 'The ferry has two engines.', quote: 'one of its two engines', stance: 'presupposed' },
      'The ferry lost one of its two engines.',
    ],
    [
      'what somebody believes',
      {
        text: 'Ada Rae thinks it safe.',
        quote: 'Ada Rae thinks it safe',
        certainty: 'probable',
        hedge: 'thinks',
        ...BY_RAE,
      },
      'Ada Rae thinks it safe.',
    ],
    [
      'a proposal that is rejected',
      { text: 'The mayor rejected the ferry.', quote: 'The mayor rejected the ferry', subject: 'rae' },
      'The mayor rejected the ferry.',
    ],
    [
      'a “no more than”, and one who is not to be named',
      {
        text: 'Somebody, who asked not to be named, paid for no more than 12 cars.',
        quote: 'Somebody, who asked not to be named, paid for no more than 12 cars',
      },
      'Somebody, who asked not to be named, paid for no more than 12 cars.',
    ],
    [
      'what cannot be ruled out',
      {
        text: 'The ferry may leak, Ada Rae said.',
        quote: 'Ada Rae said she cannot rule out that the ferry leaks',
        certainty: 'possible',
        hedge: 'cannot rule out',
        ...BY_RAE,
      },
      'Ada Rae said she cannot rule out that the ferry leaks.',
    ],
    [
      'an opposite that is denied',
      {
        text: 'The ferry does not lose money.',
        quote: 'The ferry gains money',
        polarity: 'negated',
      },
      'The ferry gains money.',
    ],
    [
      'two that have changed places in the passive',
      {
        text: 'Bo Holt was thanked by Ada Rae.',
        quote: 'Ada Rae thanked Bo Holt',
        entities: ['rae', 'holt'],
      },
      'Ada Rae thanked Bo Holt.',
    ],
    [
      'a figure in other words',
      {
        text: 'The ferry lost 40% of its cars and $3 million.',
        quote: 'The ferry lost between 40 and 50 percent of its cars and 3 million dollars',
      },
      'The ferry lost between 40 and 50 percent of its cars and 3 million dollars.',
    ],
    [
      'a denial of something else',
      {
        text: 'Ada Rae still has time.',
        quote: 'Ada Rae has not answered and still has time',
        subject: 'rae',
      },
      'Ada Rae has not answered and still has time.',
    ],
  ])('%s', async (_, changes, article) => {
    expect(await asked([claim(changes)], `${article}\n`)).toEqual([]);
  });

  test('a denial that somebody told, where the claim is that it was told', async () => {
    const told = {
      text: 'Ada Rae told reporters that nothing on the ferry is old.',
      quote: 'Ada Rae told reporters that nothing on the ferry is old',
    };
    const claims = [
      claim({ ...told, text: 'Nothing on the ferry is old, Ada Rae said.', polarity: 'negated', ...BY_RAE }),
      claim({ ...told, id: 's1.2', subject: 'rae' }),
    ];
    expect(await asked(claims, 'Ada Rae told reporters that nothing on the ferry is old.\n')).toEqual([]);
  });

  test('inspectors, of what “the inspection found”', async () => {
    const inspectors = { id: 'inspectors', name: 'the inspectors', type: 'group' };
    const found = claim({
      text: 'The inspectors found that the ferry is safe.',
      quote: 'The inspection found that the ferry is safe',
      attribution: [{ source: 'inspectors' }],
    });
    const folder = await setOf([found], 'The inspection found that the ferry is safe.\n', 'en', [inspectors]);
    expect(await kimtripJson(['verify', '--strict', folder])).toEqual([]);
  });

  test('words of other languages, but for what needs no words', async () => {
    const changes = { text: 'He said it may not rain.', quote: 'aid it may not rain' };
    expect(await asked([claim(changes)], 'He said it may not rain.\n', 'de')).toEqual([
      'word-boundary: claims[0].quote begins or ends inside a word; the whole words are “said it may not rain”',
    ]);
  });

  test.each(['data', 'tests/data/mill-fire'])('the claim sets in %s', async (folder) => {
    const { stderr, code } = await kimtrip(['verify', '--strict', join(import.meta.dirname, '..', folder)]);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  });
});

test('every rule is explained', async () => {
  const page = await readFile(join(import.meta.dirname, '../docs/verify.md'), 'utf8');
  expect(ANSWERABLE_RULES.filter((rule) => !page.includes(`| \`${rule}\` |`))).toEqual([]);
});

describe('checked', () => {
  const negated = { text: 'The ferry does not sail.', quote: 'The ferry does not sail' };
  const article = 'The ferry does not sail.\n';

  test('answers a rule, with a reason', async () => {
    expect(await asked([claim({ ...negated, checked: ['polarity: an idiom'] })], article)).toEqual([]);
  });

  test('has a reason, and answers what was asked', async () => {
    const checked = ['polarity', 'year: the council met in 1990', 'polarty: an idiom'];
    expect(await asked([claim({ ...negated, checked })], article)).toEqual([
      'checked: claims[0].checked[0] gives no reason; write “polarity: why”',
      'checked: claims[0].checked[1] answers year, which asks nothing here',
      'checked: claims[0].checked[2] answers polarty, which is no rule (did you mean polarity?)',
    ]);
  });
});

describe('a warning', () => {
  const slip = () =>
    setOf([claim({ text: 'He sails.', quote: 'The ferry sails' })], 'The ferry sails on Monday.\n', 'en', []);
  const LINE = 'claims.json:1: s1.1: claims[0].text says “He” before it says whom or what that is [pronoun]';
  const ANSWER =
    'kimtrip: where a claim is right as it is, answer the rule in it: "checked": ["RULE: why"]\n';

  test('goes to stderr, and the claim set is sound', async () => {
    const told = `kimtrip: warning: ${LINE}\nkimtrip: 1 warning; --strict counts them as faults\n${ANSWER}`;
    const data = await slip();
    expect(await kimtrip(['verify', data])).toEqual({
      stdout: 'sound: 1 claim in 1 sentence\n',
      stderr: told,
      code: 0,
    });
    expect(await kimtrip(['verify', data, '--json'])).toMatchObject({ stderr: '', code: 0 });
    expect(await kimtripJson(['verify', data])).toMatchObject([{ rule: 'pronoun', severity: 'warning' }]);
    expect(await kimtrip(['list', '--data', data])).toMatchObject({ stderr: '', code: 0 });
  });

  test('is a fault under --strict', async () => {
    const data = await slip();
    expect(await kimtrip(['verify', data, '--strict'])).toEqual({
      stdout: `${LINE}\n`,
      stderr: ANSWER,
      code: 1,
    });
    expect(await kimtripJson(['verify', data, '--strict'])).toEqual([
      {
        file: 'claims.json',
        line: 1,
        id: 's1.1',
        path: 'claims[0].text',
        message: 'says “He” before it says whom or what that is',
        rule: 'pronoun',
        severity: 'warning',
      },
    ]);
  });

  test('of one claim comes beside the faults of another', async () => {
    const claims = [
      claim({ quote: 'Snow', text: 'He sails.' }),
      claim({ id: 's1.2', text: 'He sails.', quote: 'The ferry sails' }),
    ];
    expect(
      await kimtrip(['verify', await setOf(claims, 'The ferry sails on Monday.\n', 'en', []), '--strict']),
    ).toEqual({
      stdout: `claims.json:1: s1.1: claims[0].quote is not in s1\n${LINE.replace('[0]', '[1]').replace('s1.1', 's1.2')}\n`,
      stderr: ANSWER,
      code: 1,
    });
  });
});

test.each([
  ['on Monday', 'The ferry sailed on Monday.', '2025-10-06', '2025-10-13'],
  ['next Tuesday', 'The ferry sails next Tuesday.', '2025-10-14', '2025-10-21'],
  ['in June', 'The ferry sailed in June.', '2024-06', '2025-06'],
  ['last August', 'The ferry sailed last August.', '2026-08', '2025-08'],
  ['on Friday', 'The ferry sailed on Friday.', '2025-10-17', '2025-10-10'],
  ['in May', 'The ferry sailed in May.', '2026-05', '2025-05'],
])('verify asks about “%s” that is not the nearest one', async (text, sentence, wrong, right) => {
  const rulesAt = async (edtf: string) => {
    const quote = sentence.replace('.', '');
    const rules = await rulesOfTime(edtf, text, { text: 'The ferry sailed.', quote });
    return rules.filter((rule) => rule.endsWith('-date'));
  };
  expect([await rulesAt(wrong), await rulesAt(right)]).toEqual([['nearest-date'], []]);
});

test('verify asks about the end of a time that its words do not end with', async () => {
  const rulesAt = async (edtf: string) => {
    const words = 'The ferry plans to sail by the end of April';
    const changes = { text: 'The ferry plans to sail.', quote: words, stance: 'intended' };
    const rules = await rulesOfTime(edtf, 'by the end of April', changes);
    return rules.filter((rule) => rule === 'day');
  };
  expect([await rulesAt('[2025-10-16..2026-05-31]'), await rulesAt('[2025-10-16..2026-04-30]')]).toEqual([
    ['day'],
    [],
  ]);
});

test.each([
  [
    'a speaker with a name of two letters',
    'The pier holds, Ek said.',
    {
      attribution: [{ source: 'ek' }],
      quote: 'The pier holds, Ek said',
      text: 'The pier holds, Tomas Ek says.',
      entities: ['ek'],
    },
  ],
  [
    'what is asked for',
    'Holt asked for the report to be withheld.',
    {
      quote: 'Holt asked for the report to be withheld',
      text: 'Bo Holt asked for the report to be withheld.',
      entities: ['holt'],
    },
  ],
  [
    'a plain “neither … nor”',
    'The mayor has neither seen nor read it, the report of Holt.',
    {
      quote: 'The mayor has neither seen nor read it, the report of Holt',
      text: 'The mayor has not read the report of Holt.',
      polarity: 'negated',
      entities: ['rae', 'holt'],
    },
  ],
])('verify asks nothing about %s', async (_, article, changes) => {
  const entities = [...ENTITIES, { id: 'ek', name: 'Tomas Ek', type: 'person' }];
  const asked = await kimtripJson<Warning>([
    'verify',
    '--strict',
    await setOf([claim(changes)], `${article}\n`, 'en', entities),
  ]);
  expect(
    asked.filter(({ rule }) => rule !== 'unused').map(({ rule, message }) => `${rule} ${message}`),
  ).toEqual([]);
});

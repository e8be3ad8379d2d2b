import { createHash } from 'node:crypto';
import { stemmer } from 'stemmer';
import { describe, expect, test } from 'vitest';
import { kimtrip, kimtripJson } from './helpers.ts';

/** The claim set that comes with the program, as the program prints it. */
const claims = await kimtripJson<PrintedClaim>(['list']);
const sentences = await kimtripJson<PrintedSentence>(['list', 'sentences']);
const entities = await kimtripJson<PrintedEntity>(['list', 'entities']);
const topics = await kimtripJson<{ id: string; claims: string[] }>(['list', 'topics']);

interface PrintedSentence {
  readonly id: string;
  readonly text: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly claims: readonly string[];
}
interface PrintedEntity {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly aliases: readonly string[];
}
interface PrintedClaim {
  readonly id: string;
  readonly text: string;
  readonly quote: { readonly exact: string; readonly start: number; readonly end: number };
  readonly sentence: PrintedSentence;
  readonly subject: { readonly id: string } | null;
  readonly entities: readonly { readonly id: string; readonly name: string }[];
  readonly attribution: readonly { readonly source: string; readonly anonymous: boolean }[];
  readonly certainty: string;
  readonly polarity: string;
  readonly stance: string;
  readonly conditional: boolean;
  readonly hedge: string | null;
  readonly time: { readonly edtf: string; readonly text: string; readonly inferred: boolean } | null;
}

/** The article as its sentences and paragraphs make it up. */
const article = sentences.reduce((text, { text: sentence, paragraph }, index) => {
  const before = sentences[index - 1];
  const gap = before === undefined ? '' : before.paragraph === paragraph ? ' ' : '\n\n';
  return text + gap + sentence;
}, '');

const of = (id: string) => claims.filter(({ sentence }) => sentence.id === id);
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

describe('the article', () => {
  test('is the source to the character, without what the website added', () => {
    expect(createHash('sha256').update(article).digest('hex')).toBe(
      'e64e582f8d581649c316d61651514da3f330928242b0cfbf789a0b6056270a05',
    );
  });

  test('has 28 sentences', () => {
    expect(sentences.map(({ id }) => id)).toEqual(Array.from({ length: 28 }, (_, index) => `s${index + 1}`));
    expect(sentences[17]?.text).toMatch(/^Putin was the first Soviet/);
    expect(sentences[27]?.text).toBe('Follow him on Twitter at');
  });
});

describe('the claims', () => {
  test('are sound, and at least 130', async () => {
    expect((await kimtrip(['verify'])).code).toBe(0);
    expect(claims.length).toBeGreaterThanOrEqual(130);
  });

  test('cover every sentence, numbered from 1 without a gap', () => {
    for (const sentence of sentences) {
      expect(sentence.claims).toEqual(sentence.claims.map((_, index) => `${sentence.id}.${index + 1}`));
      expect(sentence.claims).not.toEqual([]);
    }
  });

  test('are quoted at their offsets', () => {
    const codePoints = Array.from(article);
    const at = ({ start, end }: { start: number; end: number }) => codePoints.slice(start, end).join('');
    expect(claims.map(({ quote }) => at(quote))).toEqual(claims.map(({ quote }) => quote.exact));
    expect(sentences.map(at)).toEqual(sentences.map(({ text }) => text));
  });

  test('are each said once', () => {
    const texts = claims.map(({ text }) => text.toLowerCase());
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  test('speak of their subject and of their sources', () => {
    const odd = claims.filter(({ subject, attribution, entities }) => {
      const named = entities.map(({ id }) => id);
      return [subject?.id, ...attribution.map(({ source }) => source)].some(
        (id) => !id || !named.includes(id),
      );
    });
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  test('name what makes them less than certain, and only then', () => {
    const odd = claims.filter(({ certainty, hedge }) => (certainty === 'certain') !== (hedge === null));
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  test('are at most probable where the article does not vouch for a report', () => {
    const unvouched = claims.filter(({ hedge }) => /reported|apparently|seem/.test(hedge ?? ''));
    expect(unvouched.map(({ id, certainty }) => [id, certainty])).toEqual([
      ['s5.2', 'probable'],
      ['s5.3', 'probable'],
      ['s12.4', 'probable'],
      ['s12.5', 'probable'],
      ['s12.6', 'probable'],
    ]);
  });

  test('call a source anonymous that the article does not name, and no other', () => {
    const anonymous = claims.flatMap(({ attribution }) => attribution.filter((step) => step.anonymous));
    expect(new Set(anonymous.map(({ source }) => source))).toEqual(
      new Set(['anonymous-sources-beijing', 'unnamed-reports']),
    );
    const named = claims.flatMap(({ attribution }) => attribution.filter((step) => !step.anonymous));
    expect(named.map(({ source }) => source).filter((id) => /anonymous|unnamed/.test(id))).toEqual([]);
  });

  test('date by inference wherever the words do not give the year', () => {
    const odd = claims.filter(({ time }) => time && !time.inferred && !/\b(19|20)\d\d\b/.test(time.text));
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  test('stand alone: no pronoun without a name before it, no bare Kim, no relative date without its anchor', () => {
    const people = entities.filter(({ type }) => type === 'person').map(({ name }) => name);
    const firstName = (text: string) =>
      Math.min(...people.map((name) => text.indexOf(name)).filter((at) => at >= 0));
    const odd = claims.filter(({ text }) => {
      const pronoun = text.search(/\b(he|him|his|she|her)\b/i);
      const unresolved = pronoun >= 0 && !(firstName(text) < pronoun);
      return (
        unresolved || /\bKim(?! (Jong|Il|Tong))/.test(text) || /\b(last|this) (month|week|year)\b/i.test(text)
      );
    });
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  test('have topics that a reader can browse by, each with claims', () => {
    expect(topics.length).toBeGreaterThanOrEqual(12);
    expect(topics.filter((topic) => topic.claims.length === 0)).toEqual([]);
  });

  test('find people and places by the names that people type', () => {
    const aliases = (id: string) => entities.find((entity) => entity.id === id)?.aliases;
    expect(aliases('kim-jong-un')).toEqual(expect.arrayContaining(['Kim Jong-un', 'Jong-un']));
    expect(aliases('north-korea')).toContain('DPRK');
    expect(aliases('north-korean-government')).toContain('Pyongyang');
    expect(aliases('soviet-union')).toContain('USSR');
    expect(aliases('associated-press')).toContain('AP');
  });
});

/** Words by which English makes a claim less than certain, of the article and beyond it. */
const HEDGES =
  /\b(may|might|could|would|should|must|can|likely|unlikely|probably|possibly|perhaps|maybe|presumably|reportedly|reported|allegedly|alleged|apparently|seems?|seemed|appears? to|suggest(?:s|ed)?|hint(?:s|ed)?|signals?|signaled|indicat\w+|speculat\w+|rumou?r\w*|believed|expected|thought to|whether|if|unclear|doubt\w*|potential\w*|claims?|claimed)\b/g;

/** Hedge words that lower no claim's certainty, and why. */
const NOT_HEDGING: Record<string, string> = {
  's9 speculation': 'that they speculated is certain; what about is no claim',
  's24 must': 'a demand, coded as conditional',
};

describe('every hedge word of the article', () => {
  const found = sentences.flatMap(({ id, text }) =>
    [...text.matchAll(HEDGES)].map(([word]) => ({ id, word })),
  );

  test.each(found)('$id "$word" is in the hedge of a claim or a written exception', ({ id, word }) => {
    const isHedge = of(id).some(
      ({ hedge }) => hedge !== null && wordsOf(hedge).some((each) => each === word),
    );
    expect(isHedge || `${id} ${word}` in NOT_HEDGING).toBe(true);
  });

  test('is on the list: no claim is hedged by a word that the list misses', () => {
    const missed = claims.filter(({ hedge }) => hedge !== null && !hedge.match(HEDGES));
    expect(missed.map(({ id, hedge }) => `${id} ${hedge}`)).toEqual([]);
  });

  test('is still in the text of the claim that it hedges', () => {
    const lost = claims.filter(
      ({ hedge, text }) => hedge !== null && !hedge.match(HEDGES)?.some((word) => text.includes(word)),
    );
    // "yet to decide whether": the text says "Whether".
    expect(lost.map(({ id }) => id)).toEqual(['s25.2']);
  });
});

const NEGATIONS =
  /\b(not|no|never|nobody|none|neither|nor|without|unlike|rarely|seldom|hardly|has yet to|little)\b/i;

describe('a negation', () => {
  test('of a sentence shows in the polarity of one of its claims', () => {
    const negative = sentences.filter(({ text }) => NEGATIONS.test(text));
    const lost = negative.filter(({ id }) => of(id).every(({ polarity }) => polarity === 'affirmed'));
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  test('stands in the text of every negated claim, and of no affirmed one', () => {
    const odd = claims.filter(({ text, polarity }) => NEGATIONS.test(text) !== (polarity === 'negated'));
    expect(odd.map(({ id }) => id)).toEqual([]);
  });
});

/** Content words that neither the sentence nor a name supports, each looked at. */
const REVIEWED: Record<string, readonly string[]> = {
  'the article: the anchor of a relative date': ['article'],
  'verbs as light as what they stand for (took power, gave an address, made a trip)': [
    'made',
    'took',
    'gave',
  ],
  'the same word in another form (reliance, death, takes back up)': ['relies', 'died', 'undecided', '70'],
  'what "It" and "his first overseas trip" of s8 stand for, in s7': ['choosing', 'overseas'],
  'which festivities, by s2': ['mark', '70th', 'anniversary'],
  'taken for granted by "revived"': ['lapsed', 'until'],
  '"recently"': ['shortly'],
  'stands for a noun': ['ones'],
};

test('the text of a claim holds no content word that neither its sentence nor a name of its entities supports', () => {
  const reviewed = new Set(Object.values(REVIEWED).flat());
  const names = new Map(entities.map(({ id, name, aliases }) => [id, [name, ...aliases].join(' ')]));
  const stems = (text: string) => wordsOf(text.replace(/’s\b/g, '')).map((word) => stemmer(word));
  const unsupported = claims.flatMap(({ id, text, sentence, entities }) => {
    const support = new Set(
      [sentence.text, ...entities.map((entity) => names.get(entity.id) ?? '')].flatMap(stems),
    );
    const content = wordsOf(text.replace(/’s\b/g, '')).filter(
      (word) => !GRAMMAR.has(word) && !reviewed.has(word),
    );
    return content.filter((word) => !support.has(stemmer(word))).map((word) => `${id} ${word}`);
  });
  expect(unsupported).toEqual([]);
});

const GRAMMAR = new Set(
  `a about an and any are as at be been before being but by can did do does for from had has have he her him his how in into is it
  its not no of on or over rather she so that the their there they this to under was were what when where whether which who
  whom whose will with would yet`.split(/\s+/),
);

/** What a hostile reader looks up first. */
describe('the article says, and the claims do not say more:', () => {
  const claim = (id: string, words: string) => {
    const found = of(id).filter(({ text }) => text.includes(words));
    expect(found.map(({ text }) => text)).toHaveLength(1);
    return found[0] as PrintedClaim;
  };
  const chain = ({ attribution }: PrintedClaim) => attribution.map(({ source }) => source);

  test('s1: Kim is looking likely to visit, not that he will', () => {
    expect(claim('s1', 'is looking increasingly likely to visit Russia')).toMatchObject({
      certainty: 'probable',
      hedge: 'looking increasingly likely',
    });
    expect(of('s1').filter(({ text }) => /\bwill\b/.test(text))).toEqual([]);
  });

  test('s3: the Kremlin received first signals, by Ushakov; that Kim is planning to attend is what they signal', () => {
    const signals = claim('s3', 'is planning to attend');
    expect(signals).toMatchObject({
      certainty: 'probable',
      stance: 'intended',
      hedge: 'first signals from Pyongyang',
    });
    expect(signals.text).toContain('“first signals from Pyongyang”');
    expect(chain(signals)).toEqual(['yuri-ushakov', 'russian-government', 'north-korean-government']);
  });

  test('s4: South Korean media quote anonymous sources, who say that Kim is likely to accept', () => {
    const [accept] = of('s4');
    expect(accept).toMatchObject({
      id: 's4.1',
      certainty: 'probable',
      hedge: 'likely',
      attribution: [
        { source: 'south-korean-media', anonymous: false },
        { source: 'anonymous-sources-beijing', anonymous: true },
      ],
    });
    expect(accept?.text).toContain('Anonymous sources in Beijing');
  });

  test('s5: Obama reportedly decided to stay home, and awkwardness has apparently been averted', () => {
    expect(of('s5')[1]).toMatchObject({
      text: 'Barack Obama has reportedly decided to stay home.',
      certainty: 'probable',
      hedge: 'reportedly',
      attribution: [{ source: 'unnamed-reports', anonymous: true }],
    });
    expect(claim('s5', 'Awkwardness')).toMatchObject({ certainty: 'probable', hedge: 'apparently' });
  });

  test('s6: North Korea has not officially commented', () => {
    expect(claim('s6', 'has not officially commented')).toMatchObject({
      polarity: 'negated',
      certainty: 'certain',
    });
  });

  test('s7 and s8: choosing Moscow would be an indication and would give a look', () => {
    for (const [id, words] of [
      ['s7', 'would be a strong indication'],
      ['s8', 'would provide the outside world with a look'],
    ] as const)
      expect(claim(id, words)).toMatchObject({ conditional: true, certainty: 'probable' });
  });

  test('s9: North Korea watchers speculated about his health; nothing is said of his health', () => {
    expect(claim('s9', 'watchers speculated about Kim Jong Un’s health').subject?.id).toBe(
      'north-korea-watchers',
    );
    expect(of('s9').filter(({ text }) => /health/.test(text) && !/specul/i.test(text))).toEqual([]);
  });

  test('s11: it is Kim Jong Il who was reclusive, and Kim Il Sung who started the custom', () => {
    expect(claim('s11', 'was reclusive').subject?.id).toBe('kim-jong-il');
    expect(claim('s11', 'started the custom').subject?.id).toBe('kim-il-sung');
    expect(claim('s11', 'rarely spoke in public')).toMatchObject({
      polarity: 'negated',
      subject: { id: 'kim-jong-il' },
    });
  });

  test('s12: he does not seem to share a fear of flying that is only reported', () => {
    expect(claim('s12', 'does not seem to share')).toMatchObject({
      certainty: 'probable',
      polarity: 'negated',
      hedge: 'seem',
    });
    for (const words of ['Kim Jong Il, a predecessor', 'Kim Il Sung, a predecessor'])
      expect(claim('s12', words)).toMatchObject({ certainty: 'probable', hedge: 'reported' });
    expect(chain(claim('s12', 'took the controls'))).toEqual(['north-korean-state-media']);
  });

  test('s14: the visits to China and the death in 2011 are Kim Jong Il’s', () => {
    expect(new Set(of('s14').map(({ subject }) => subject?.id))).toEqual(new Set(['kim-jong-il']));
  });

  test('s18: Putin was the first Soviet or Russian leader to visit, for two days in 2000', () => {
    expect(claim('s18', 'the first Soviet or Russian leader').subject?.id).toBe('vladimir-putin');
    expect(claim('s18', 'spent two days in Pyongyang')).toMatchObject({
      id: 's18.3',
      time: { edtf: '2000', inferred: false },
    });
  });

  test('s20 and s21: it is Xi who has not visited Pyongyang, and who went to Seoul in July 2014, as is inferred', () => {
    expect(claim('s20', 'has not yet visited Pyongyang')).toMatchObject({
      polarity: 'negated',
      subject: { id: 'xi-jinping' },
    });
    expect(of('s21')).toMatchObject([
      { subject: { id: 'xi-jinping' }, time: { edtf: '2014-07', inferred: true } },
    ]);
  });

  test('s22: Kim Jong Un may have visited China, and the mourning was for Kim Jong Il', () => {
    expect(claim('s22', 'may have visited China')).toMatchObject({
      certainty: 'possible',
      hedge: 'may',
      subject: { id: 'kim-jong-un' },
    });
    expect(claim('s22', 'dropped hints')).toMatchObject({
      certainty: 'probable',
      stance: 'intended',
      hedge: 'hints',
    });
  });

  test('s23: he suggested that he is open to a summit; he proposed none', () => {
    const summit = claim('s23', 'suggested in his New Year’s address that he is open to a summit');
    expect(summit).toMatchObject({ certainty: 'possible', stance: 'intended', hedge: 'suggested' });
    expect(chain(summit)).toEqual(['kim-jong-un']);
  });

  test('s24: Park says that she is willing, and stresses her condition', () => {
    expect(claim('s24', 'is willing to meet')).toMatchObject({ stance: 'intended' });
    expect(claim('s24', 'must take steps')).toMatchObject({ conditional: true });
    expect(of('s24').map(chain)).toEqual([['park-geun-hye'], ['park-geun-hye']]);
  });

  test('s25: Park has yet to decide, according to her spokeswoman', () => {
    expect(claim('s25', 'has not yet decided')).toMatchObject({ polarity: 'negated' });
    expect(claim('s25', 'will attend')).toMatchObject({ certainty: 'uncommitted' });
    for (const words of ['has not yet decided', 'will attend'])
      expect(chain(claim('s25', words))).toEqual(['yoo-myung-hee', 'park-geun-hye']);
  });

  test('May 9 is 2015 by inference', () => {
    expect(claim('s3', 'are on May 9').time).toMatchObject({ edtf: '2015-05-09', inferred: true });
  });
});

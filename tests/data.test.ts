import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stemmer } from 'stemmer';
import { describe, expect, test } from 'vitest';
import { kimtrip, kimtripJson } from './helpers.ts';

/** The claim set that comes with the program, as the program prints it. */
const claims = await kimtripJson<PrintedClaim>(['list']);
const sentences = await kimtripJson<PrintedSentence>(['list', 'sentences']);
const entities = await kimtripJson<PrintedEntity>(['list', 'entities']);
const topics = await kimtripJson<{ id: string; claims: string[] }>(['list', 'topics']);

/** What a person wrote of it, for what the program does not print. */
const written = JSON.parse(readFileSync('data/kim-trip/claims.json', 'utf8')) as {
  readonly claims: readonly { readonly id: string; readonly keywords: readonly string[] }[];
};
const manual = readFileSync('data/kim-trip/README.md', 'utf8');

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
  readonly time: {
    readonly edtf: string;
    readonly text: string;
    readonly latest: string | null;
    readonly inferred: boolean;
    readonly basis: string | null;
  } | null;
  readonly qualifiedBy: readonly { readonly id: string }[];
}

/** The article as its sentences and paragraphs make it up. */
const article = sentences.reduce((text, { text: sentence, paragraph }, index) => {
  const before = sentences[index - 1];
  const gap = before === undefined ? '' : before.paragraph === paragraph ? ' ' : '\n\n';
  return text + gap + sentence;
}, '');

const of = (id: string) => claims.filter(({ sentence }) => sentence.id === id);
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
/** Without the “s” of a genitive, by their stems. */
const stemsOf = (text: string) => wordsOf(text.replace(/’s\b/g, '')).map((word) => stemmer(word));
const contentOf = (text: string) => wordsOf(text.replace(/’s\b/g, '')).filter((word) => !GRAMMAR.has(word));
const namesOf = new Map(entities.map(({ id, name, aliases }) => [id, [name, ...aliases]]));
const typeOf = new Map(entities.map(({ id, type }) => [id, type]));
const namesIn = (claim: PrintedClaim) => claim.entities.flatMap(({ id }) => namesOf.get(id) ?? []);
const idsOf = (found: readonly PrintedClaim[]) => found.map(({ id }) => id);

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

const GOVERNMENTS = [
  ['north-korean-government', 'north-korea'],
  ['russian-government', 'russia'],
  ['chinese-government', 'china'],
] as const;

describe('the claims', () => {
  test('are sound, and at least 130', async () => {
    expect((await kimtrip(['verify'])).code).toBe(0);
    expect(claims.length).toBeGreaterThanOrEqual(130);
  });

  test('cover every sentence, numbered from 1; a gap is the id of a claim that went, which the manual lists', () => {
    const retired = /^Retired ids: (.*)\.$/m.exec(manual)?.[1]?.match(/s\d+\.\d+/g) ?? [];
    for (const { id, claims } of sentences) {
      const gone = retired.filter((old) => old.startsWith(`${id}.`));
      const numbers = Array.from({ length: claims.length + gone.length }, (_, index) => `${id}.${index + 1}`);
      expect(claims).toEqual(numbers.filter((number) => !gone.includes(number)));
      expect(claims).not.toEqual([]);
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
      ['s5.4', 'probable'],
      ['s12.4', 'probable'],
      ['s12.5', 'probable'],
      ['s12.6', 'probable'],
      ['s12.12', 'probable'],
    ]);
  });

  test('vouch for nobody: none says that somebody showed, said or reported that it is so', () => {
    const vouching =
      /\bas\b[^,.]*\b(?:said|says|showed|shows|reported|reports|told|revealed|noted|confirmed|proved)\b|\b(?:showed|shows|revealed|noted|confirmed|proved|pointed out) that\b/i;
    expect(idsOf(claims.filter(({ text }) => vouching.test(text)))).toEqual([]);
  });

  test('name in their entities whatever their text names', () => {
    const capitalised = entities
      .flatMap(({ name, aliases }) => [name, ...aliases])
      .filter((name) => /^\p{Lu}/u.test(name))
      .sort((a, b) => b.length - a.length);
    const anyName = capitalised.map((name) => name.replaceAll('.', '\\.').replace(/[()]/g, '\\$&')).join('|');
    const names = new RegExp(`(?<!\\p{L})(?:${anyName})(?!\\p{L})`, 'gu');
    const odd = claims.flatMap((claim) => {
      const known = namesIn(claim);
      const unknown = (claim.text.match(names) ?? []).filter((name) => !known.includes(name));
      return unknown.map((name) => `${claim.id} ${name}`);
    });
    expect(odd).toEqual([]);
  });

  test('name a government only beside its country', () => {
    const odd = claims.filter(({ entities }) => {
      const ids = entities.map(({ id }) => id);
      return GOVERNMENTS.some(([government, country]) => ids.includes(government) && !ids.includes(country));
    });
    expect(idsOf(odd)).toEqual([]);
  });

  test('are found under Russia and under North Korea wherever one of them is concerned about the other', async () => {
    for (const country of ['russia', 'north-korea'])
      expect(idsOf(await kimtripJson<PrintedClaim>(['list', '--about', country]))).toEqual(
        expect.arrayContaining(['s19.1', 's19.2', 's19.4', 's19.7', 's19.11']),
      );
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
  /\b(not|no|never|nobody|none|neither|nor|without|rarely|seldom|hardly|has yet to|little)\b/i;
/** Without the clause that a claim grants before it says what it says. */
const mainClauseOf = (text: string) => text.replace(/^(?:Though|While)\b[^,]*,/, '');

describe('a negation', () => {
  test('of a sentence shows in the polarity of one of its claims', () => {
    const negative = sentences.filter(({ text }) => NEGATIONS.test(text));
    const lost = negative.filter(({ id }) => of(id).every(({ polarity }) => polarity === 'affirmed'));
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  test('stands in the text of every negated claim, and of no affirmed one', () => {
    const odd = claims.filter(
      ({ text, polarity }) => NEGATIONS.test(mainClauseOf(text)) !== (polarity === 'negated'),
    );
    expect(odd.map(({ id }) => id)).toEqual([]);
  });
});

/** Content words that neither the sentence nor a name supports, each looked at. */
const REVIEWED: Record<string, readonly string[]> = {
  'the article: the anchor of a relative date': ['article'],
  'verbs as light as what they stand for (took power, gave an address, made a trip, a rare look)': [
    'made',
    'took',
    'gave',
    'gets',
  ],
  'the same word in another form (reliance, death, takes back up)': ['relies', 'died', 'undecided', '70'],
  'what "It" and "his first overseas trip" of s8 stand for, in s7': ['choosing', 'overseas'],
  'which festivities, by s2': ['mark', '70th', 'anniversary'],
  'into what the personal touch of s10 is inserted "also", by s9': ['style', 'leadership'],
  'a list that does not say "all"': ['include'],
  'taken for granted by "unprecedented", by "continuing"': ['never', 'going'],
  '"recently"': ['shortly'],
  'stand for a noun': ['one', 'ones'],
  'names a source without taking its side': ['according'],
};

test('the text of a claim holds no content word that neither its sentence nor a name of its entities supports', () => {
  const reviewed = new Set(Object.values(REVIEWED).flat());
  const unsupported = claims.flatMap((claim) => {
    const support = new Set([claim.sentence.text, ...namesIn(claim)].flatMap(stemsOf));
    return contentOf(claim.text)
      .filter((word) => !reviewed.has(word) && !support.has(stemmer(word)))
      .map((word) => `${claim.id} ${word}`);
  });
  expect(unsupported).toEqual([]);
});

describe('the quote of a claim', () => {
  const quoted = new Map(claims.map((claim) => [claim.id, new Set(stemsOf(claim.quote.exact))]));
  const REFERRING = /\b(?:he|him|his|she|her|it|its|who|a man)\b/i;

  test('holds each content word of its text that the sentence has; a name may stand outside it for a pronoun in it', () => {
    const odd = claims.flatMap((claim) => {
      const { id, text, quote, sentence } = claim;
      const isReferred =
        REFERRING.test(quote.exact) || namesIn(claim).some((name) => quote.exact.includes(name));
      const excused = new Set(isReferred ? namesIn(claim).flatMap(stemsOf) : []);
      const inSentence = new Set(stemsOf(sentence.text));
      return contentOf(text)
        .filter((word) => inSentence.has(stemmer(word)) && !quoted.get(id)?.has(stemmer(word)))
        .filter((word) => !excused.has(stemmer(word)))
        .map((word) => `${id} ${word}`);
    });
    // The years are those of "70th"; the sentence has "New Year’s".
    expect(odd).toEqual(['s23.3 years']);
  });

  test('holds the hedge', () => {
    const odd = claims.filter(({ hedge, quote }) => hedge !== null && !quote.exact.includes(hedge));
    expect(idsOf(odd)).toEqual([]);
  });

  test('holds a name of every source, or a pronoun for it, or the word by which it is unnamed', () => {
    const odd = claims.flatMap(({ id, quote, attribution, hedge }) =>
      attribution
        .filter(({ source }) => {
          const names = namesOf.get(source) ?? [];
          const isNamed = names.some((name) => quote.exact.toLowerCase().includes(name.toLowerCase()));
          const isPronoun = typeOf.get(source) === 'person' && /\b(?:he|she)\b/i.test(quote.exact);
          return !isNamed && !isPronoun && !(source === 'unnamed-reports' && /^reported/.test(hedge ?? ''));
        })
        .map(({ source }) => `${id} ${source}`),
    );
    expect(odd).toEqual([]);
  });

  test('holds at least a pronoun for the subject of the verb that it begins with', () => {
    const odd = claims.filter(
      ({ quote }) =>
        /^(?:is|are|was|were|has|have|had|do|does|did|may|would|will|despite)\b/.test(quote.exact) &&
        !REFERRING.test(quote.exact),
    );
    expect(idsOf(odd)).toEqual([]);
  });

  test.each([
    ['s1.3', 'looking increasingly likely'],
    ['s1.6', 'looking increasingly likely'],
    ['s1.7', 'looking increasingly likely'],
    ['s3.3', 'Yuri Ushakov, said'],
    ['s3.4', 'Yuri Ushakov, said'],
    ['s3.5', 'Yuri Ushakov, said'],
    ['s4.1', 'South Korean media quoted anonymous sources'],
    ['s4.3', 'as saying that Kim is likely to accept'],
    ['s4.4', 'as saying that Kim is likely to accept'],
    ['s24.2', 'Park says'],
    ['s25.1', 'according to her spokeswoman, Yoo Myung-hee'],
    ['s25.2', 'according to her spokeswoman, Yoo Myung-hee'],
  ])('%s holds “%s”', (id, words) => {
    expect(claims.find((claim) => claim.id === id)?.quote.exact).toContain(words);
  });
});

describe('the stance of a claim', () => {
  /** Words of quality or degree, and of a conclusion that the reporter marks as one. */
  const EVALUATION =
    /\b(?:massive|ample|intense|strong|biggest|devotedly|frenzy|tried and true|staple|personal touch|reclusive|charismatic|photogenic|heavily|substantially|much|little|major|looking|apparently|seem|indication|hints)\b/;
  /** They tell of an effort or a wish, which counts first. */
  const INTENDED = ['s16.3', 's16.4', 's16.5'];

  test('is judged where its text evaluates, and only there', () => {
    const odd = claims.filter(
      ({ text, stance, certainty }) =>
        stance !== 'intended' &&
        // A hedge that the claim only repeats for the visit that it depends on.
        !(certainty === 'probable' && /which is looking increasingly likely/.test(text)) &&
        EVALUATION.test(text) !== (stance === 'judged'),
    );
    expect(idsOf(odd)).toEqual([]);
  });

  test('is intended for a plan, a wish or an effort, however hard', () => {
    const stance = new Map(claims.map((claim) => [claim.id, claim.stance]));
    const intended = [
      's2.7',
      's3.5',
      's5.2',
      's7.2',
      's17.1',
      's17.3',
      's19.4',
      's19.6',
      's19.7',
      's22.5',
      's23.1',
      's24.1',
    ];
    expect([...intended, ...INTENDED].map((id) => [id, stance.get(id)])).toEqual(
      [...intended, ...INTENDED].map((id) => [id, 'intended']),
    );
  });
});

describe('the time of a claim', () => {
  const timed = claims.flatMap(({ id, time }) => (time ? [{ id, time }] : []));

  test('is one of a set where the words tell of a moment some time within', () => {
    const moments = timed.filter(({ time }) => /^(today|this week|last month|recently)$/i.test(time.text));
    expect(moments.map(({ id, time }) => [id, time.edtf])).toEqual([
      ['s3.3', '[2014-12..2015-04]'],
      ['s4.2', '[2015-01-01..2015-05-08]'],
      ['s12.7', '[2014-01-01..2015-05-08]'],
      ['s15.1', '[2015-01-01..2015-05-08]'],
      ['s15.2', '[2015-01-01..2015-05-08]'],
      ['s15.3', '[2015-01-01..2015-05-08]'],
      ['s15.4', '[2015-01-01..2015-05-08]'],
      ['s15.5', '[2015-01-01..2015-05-08]'],
    ]);
  });

  test('reaches to the article and no further where something has been so since', () => {
    const since = timed.filter(({ time }) => /\bsince\b/.test(time.text));
    expect(since.map(({ id, time }) => [id, time.latest])).toEqual(
      ['s1.4', 's9.1', 's9.6', 's9.7'].map((id) => [id, '2015-05-08']),
    );
  });

  test('rests on the anniversary, never on the address that it dates', () => {
    const circular = timed.filter(
      ({ time }) => /address/.test(time.basis ?? '') && time.text !== 'New Year’s address',
    );
    expect(circular.map(({ id }) => id)).toEqual([]);
    expect(timed.find(({ id }) => id === 's23.5')?.time.basis).toMatch(/rests on the 70th anniversary/);
  });

  test('is no span where the sentence says only by when', () => {
    expect(timed.filter(({ time }) => time.edtf.startsWith('../')).map(({ id }) => id)).toEqual([
      // Visits again and again; nobody before.
      's14.1',
      's14.2',
      's18.2',
    ]);
    const byWhen = timed.filter(({ time }) => time.edtf.startsWith('[..'));
    expect(byWhen.map(({ id }) => id)).toEqual(['s13.1', 's13.4', 's22.4']);
  });

  test('is not that of its cause', () => {
    expect(timed.find(({ id }) => id === 's13.3')?.time.edtf).toBe('[1991..2015-05-08]');
  });
});

describe('what qualifies a claim', () => {
  const qualified = claims.filter(({ qualifiedBy }) => qualifiedBy.length);

  test('is another claim of its sentence, which it does not qualify in turn', () => {
    const ids = new Map(claims.map(({ id, qualifiedBy }) => [id, qualifiedBy.map((other) => other.id)]));
    const odd = qualified.filter(({ id, sentence, qualifiedBy }) =>
      qualifiedBy.some(
        (other) =>
          (!sentence.claims?.includes(other.id) && !other.id.startsWith(`${sentence.id}.`)) ||
          other.id === id ||
          ids.get(other.id)?.includes(id),
      ),
    );
    expect(idsOf(odd)).toEqual([]);
  });

  test('is there wherever a sentence grants one thing only to limit it', () => {
    const limiting = sentences.filter(({ text }) =>
      /\b(?:though|although|while|despite|unless)\b|\w,? but\b/i.test(text),
    );
    expect(limiting.map(({ id }) => id)).toEqual(['s8', 's9', 's13', 's19', 's24']);
    const without = limiting.filter(({ id }) => qualified.every(({ sentence }) => sentence.id !== id));
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test.each([
    ['s24', 'Park’s condition for her willingness', [['s24.1', 's24.2']]],
    ['s5', 'that Obama stays home by report, for what that averts', [['s5.4', 's5.2']]],
    ['s8', 'the mystery, for the reverence', [['s8.3', 's8.6']]],
  ])('is in %s %s', (sentence, _, expected) => {
    const pairs = of(sentence).flatMap(({ id, qualifiedBy }) => qualifiedBy.map((other) => [id, other.id]));
    expect(pairs).toEqual(expected);
  });
});

/** Words by which a sentence puts two of its claims in a relation, inside the sentence. */
const JOINING = /\b(?:though|although|while|despite|unlike|amid|so that)\b|(?<=\p{L},? )but\b|^with\b/giu;

describe('what a sentence joins', () => {
  const joined = sentences.flatMap(({ id, text }) =>
    [...text.matchAll(JOINING)].map(([word]) => [id, word.toLowerCase()] as const),
  );

  test.each(joined)('%s, by “%s”, is a claim as well, and keeps the word', (id, word) => {
    expect(of(id).filter(({ text }) => new RegExp(`\\b${word}\\b`, 'i').test(text))).not.toEqual([]);
  });

  test('is found in these sentences', () => {
    expect(joined.map(([id, word]) => `${id} ${word}`)).toEqual([
      's5 so that',
      's8 while',
      's9 despite',
      's11 unlike',
      's13 though',
      's17 amid',
      's19 but',
      's19 while',
      's23 with',
      's24 but',
    ]);
  });
});

test('the keywords of a claim are four to fourteen, each once, and none stands in its text or quote', () => {
  const keywords = new Map(written.claims.map((claim) => [claim.id, claim.keywords]));
  const odd = claims.filter(({ id, text, quote }) => {
    const own = keywords.get(id) ?? [];
    const words = ` ${[...wordsOf(text), '', ...wordsOf(quote.exact)].join(' ')} `;
    return (
      own.length < 4 ||
      own.length > 14 ||
      new Set(own).size < own.length ||
      own.some((keyword) => words.includes(` ${wordsOf(keyword).join(' ')} `))
    );
  });
  expect(idsOf(odd)).toEqual([]);
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
    const signals = claim('s3', 'according to the “first signals');
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
      text: 'Barack Obama has reportedly decided to stay home from the celebrations in Moscow.',
      certainty: 'probable',
      hedge: 'reportedly',
      attribution: [{ source: 'unnamed-reports', anonymous: true }],
    });
    expect(claim('s5', 'so that awkwardness')).toMatchObject({
      certainty: 'probable',
      hedge: 'reportedly decided to stay home, so that awkwardness has apparently',
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
    expect(claim('s12', 'does not seem to share his predecessors’ reported fear of flying.')).toMatchObject({
      certainty: 'probable',
      polarity: 'negated',
      hedge: 'seem',
    });
    for (const words of ['Kim Jong Il, a predecessor', 'Kim Il Sung, a predecessor'])
      expect(claim('s12', words)).toMatchObject({ certainty: 'probable', hedge: 'reported' });
    expect(chain(claim('s12', 'According to North Korea’s state-run media'))).toEqual([
      'north-korean-state-media',
    ]);
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
    expect(claim('s20', 'has yet to visit Pyongyang')).toMatchObject({
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
    // No speech of his is named: the article reads his hints.
    expect(claim('s22', 'By hints that Kim Jong Un has dropped, he wants to')).toMatchObject({
      certainty: 'probable',
      stance: 'intended',
      hedge: 'hints',
      attribution: [],
    });
  });

  test('s23: he suggested that he is open to a summit; he proposed none', () => {
    const summit = claim('s23', 'suggested in his New Year’s address that he is open to a summit');
    expect(summit).toMatchObject({ certainty: 'possible', stance: 'intended', hedge: 'suggested' });
    expect(chain(summit)).toEqual(['kim-jong-un']);
  });

  test('s24: Park says that she is willing, and stresses her condition', () => {
    expect(claim('s24', 'is willing to meet Kim Jong Un.')).toMatchObject({ stance: 'intended' });
    expect(claim('s24', 'Park Geun-hye stresses')).toMatchObject({ conditional: true });
    expect(new Set(of('s24').flatMap(chain))).toEqual(new Set(['park-geun-hye']));
  });

  test('s25: Park has yet to decide, according to her spokeswoman', () => {
    expect(claim('s25', 'has yet to decide')).toMatchObject({ polarity: 'negated' });
    // A decision not yet made is no intention.
    expect(claim('s25', 'attendance')).toMatchObject({ certainty: 'uncommitted', stance: 'asserted' });
    for (const words of ['has yet to decide', 'attendance'])
      expect(chain(claim('s25', words))).toEqual(['yoo-myung-hee', 'park-geun-hye']);
  });

  test('May 9 is 2015 by inference', () => {
    expect(claim('s3', 'are on May 9').time).toMatchObject({ edtf: '2015-05-09', inferred: true });
  });
});

import { describe, expect, test } from 'vitest';
import { claimSetFolder, kimtrip, kimtripJson } from './helpers.ts';

interface Hit {
  readonly id: string;
  readonly match: { readonly terms: readonly { readonly matched: string; readonly kind: string }[] };
}

/** A claim a text, each in a sentence of its own. */
const claimsOf = (texts: readonly string[], times: readonly (string | null)[] = []) =>
  claimSetFolder(
    {
      article: {},
      claims: texts.map((text, at) => ({
        id: `s${at + 1}.1`,
        text,
        quote: text,
        certainty: 'certain',
        time: times[at] ? { edtf: times[at], text: text.split(' ')[0] } : null,
      })),
    },
    texts.map((text) => `${text}\n`).join(''),
  );

/** What was found, best first: of each claim the words of it that matched, and how. */
async function found(query: string, data: string): Promise<string[]> {
  const hits = await kimtripJson<Hit>(['search', '--limit', '0', '--data', data, '--', query]);
  return hits.map(({ match }) => match.terms.map(({ matched, kind }) => `${matched} ${kind}`).join(', '));
}

const foundIds = async (query: string, data: string, ...options: string[]) => {
  const hits = await kimtripJson<Hit>(['search', '--limit', '0', ...options, '--data', data, '--', query]);
  return hits.map(({ id }) => id).sort();
};
const firstId = async (query: string, data: string) => {
  const [best] = await kimtripJson<Hit>(['search', '--data', data, '--', query]);
  return best?.id;
};

describe('a word is the same however it is written', () => {
  test.each<[text: string, query: string, words: readonly string[]]>([
    ['N.A.T.O. met.', 'nato', ['nato exact']],
    ['N.A.T.O. met.', 'N.A.T.O', ['nato exact']],
    ['NATO met.', 'N.A.T.O.', ['nato exact']],
    ['The N.A.T.Oxford met.', 'nato', []],
    ['The end.Now they met.', 'now', ['now exact']],
    ['They met (Bonn).', 'bonn', ['bonn exact']],
    ['They met Bonn’s mayor.', 'bonn', ['bonn exact']],
    ['They met Bonn’s mayor.', "Bonn's", ['bonn exact']],
    ['They met Bonn’s mayor.', 'Bonns', ['bonn form']],
    ['O’Neill met them.', 'oneill', ['oneill exact']],
    ['O’Neill’s friends met.', "o'neill", ['oneill exact']],
    ['They didn’t meet.', 'didnt', ['didnt exact']],
    ['Ångström met them.', 'angstrom', ['angstrom exact']],
    ['Angstrom met them.', 'ÅNGSTRÖM', ['angstrom exact']],
    ['Chŏng met them.', 'chong', ['chong exact']],
    ['Nguyễn met them.', 'nguyen', ['nguyen exact']],
    ['Nguyen met them.', 'NGUYỄN', ['nguyen exact']],
    ['They met in ﬁve days.', 'five', ['five exact']],
    ['They met on the 7th.', '7th', ['7th exact']],
    ['Президент приехал в Москву.', 'ПРЕЗИДЕНТ', ['президент exact']],
    ['С.С.С.Р. исчез.', 'ссср', ['ссср exact']],
    ['С.С.С.Рязань исчез.', 'ссср', []],
    ['Андреи\u0306 приехал.', 'андрей', ['андреи exact']],
    ['Комп’ютер зник.', 'компʼютер', ['компютер exact']],
    ['Ἀθῆναι ἑάλω.', 'αθηναι', ['αθηναι exact']],
    ['مُحَمَّد وصل.', 'محمد', ['محمد exact']],
    ['The Ελλάδα club’s boat sank.', 'club', ['club exact']],
    ['The Ελλάδα club’s boat sank.', 'ελλαδα boat', ['ελλαδα exact, boat exact']],
    ['北京に着いた。', '北京に着いた', ['北京 exact, に exact, 着い exact, た exact']],
  ])('in “%s” %s', async (text, query, words) => {
    expect(await found(query, await claimsOf([text]))).toEqual(words);
  });

  test.each(['x', 'э', '𐐨'])('a letter counts where nothing else is asked for: %s', async (letter) => {
    const data = await claimsOf([`Malcolm ${letter} met them.`]);
    expect(await found(letter, data)).toEqual([`${letter} exact`]);
    expect(await found(`malcolm ${letter}`, data)).toEqual(['malcolm exact']);
  });

  test('a word without letters is looked for by itself', async () => {
    const data = await claimsOf(['They met 7 times.', 'They met 8 times.']);
    expect(await foundIds('7', data)).toEqual(['s1.1']);
  });
});

describe('the syntax of a search on the Web', () => {
  const TEXTS = ['Red tape held up the square.', 'The red square opened.', 'Ada met Bo.', 'Cy met Bo.'];
  test.each<[query: string, ids: readonly string[], because: string]>([
    ['"red square"', ['s2.1'], 'the words in this order'],
    ['“red square”', ['s2.1'], 'in curly quotation marks too'],
    ['"square red"', [], 'no other order'],
    ['ada or cy', ['s3.1', 's4.1'], 'either'],
    ['ada OR cy', ['s3.1', 's4.1'], 'in capitals'],
    ['bo -ada', ['s4.1'], 'without a word'],
    ['red -"red square"', ['s1.1'], 'without a phrase'],
    ['-red -met', [], 'all of them are left out'],
    ['-red', ['s3.1', 's4.1'], 'all others'],
    ['-opening', ['s1.1', 's3.1', 's4.1'], 'without any form of a word'],
    ['red "square', ['s1.1', 's2.1'], 'a mark that opens nothing'],
    ['ada and cy', ['s3.1', 's4.1'], 'what answers half, where nothing answers all'],
    ['- ada', ['s3.1'], 'a minus alone'],
    ['or', [], 'a word that no claim has'],
  ])('%s finds %j: %s', async (query, ids) => {
    expect(await foundIds(query, await claimsOf(TEXTS))).toEqual(ids);
  });
});

describe('what a query asks for in vain is told', () => {
  const told = async (query: string) =>
    (await kimtrip(['search', '--data', await claimsOf(['Ada met Bo in 2000.', 'Cy sang.']), '--', query]))
      .stderr;
  test.each<[query: string, stderr: string]>([
    ['ada met bo', ''],
    ['ada met bo in 2000 for three days', 'kimtrip: no claim has: three, days\n'],
    ['ada dee', 'kimtrip: no claim has: dee\n'],
    ['ada dee eff gus', 'kimtrip: no claim has: dee, eff, gus\n'],
    ['dee', 'kimtrip: nothing found for dee\n'],
    [
      'x'.repeat(3000),
      `kimtrip: only the first 2,000 characters of the query were read\nkimtrip: nothing found for ${'x'.repeat(60)}…\n`,
    ],
  ])('%s', async (query, stderr) => {
    expect(await told(query)).toBe(stderr);
  });

  test('claim by claim', async () => {
    const data = await claimsOf(['Ada met Bo and sang.', 'Ada met Bo and Cy.']);
    const hits = await kimtripJson<{ id: string; match: { unmatched: string[] } }>([
      ...['search', '--data', data, '--', 'ada bo sang cy'],
    ]);
    expect(hits.map(({ id, match: { unmatched } }) => `${id} ${unmatched}`)).toEqual([
      's1.1 cy',
      's2.1 sang',
    ]);
  });
});

describe('names in capitals, questions for a source, and a thing with a date', () => {
  test.each<[query: string, ids: readonly string[], because: string]>([
    ['WHO', ['s1.1'], 'a name that is a small word'],
    ['WHO masks', ['s1.1'], 'beside another word'],
    ['what does the article say about masks', ['s1.1'], 'words of asking ask for nothing'],
    ['who says masks work', ['s1.1'], 'nor do words of saying'],
  ])('%s finds %j: %s', async (query, ids) => {
    const data = await claimsOf(['WHO says masks work.', 'Rain fell on the article of faith.']);
    expect(await foundIds(query, data)).toEqual(ids);
  });

  test.each([
    ['may 9 parade', 's3'],
    ['what does the article say about Obama', 's5'],
    ['US', 's5'],
    ['U.S.', 's5'],
  ])('in the article that comes with the program %s finds %s', async (query, sentence) => {
    const hits = await kimtripJson<{ sentence: { id: string } }>(['search', '--limit', '0', '--', query]);
    expect(hits.map(({ sentence: { id } }) => id)).toContain(sentence);
  });
});

describe('a question asks for something', () => {
  test.each<[query: string, id: string, because: string]>([
    ['how many boats did the port move', 's2.1', 'a number, where it asks how many'],
    ['when did the port move boats', 's3.1', 'a time, where it asks when'],
    ['boats that the port moved', 's1.1', 'nothing, where it is no question'],
    ['why does the port want rain', 's5.1', 'words of asking ask for nothing'],
    ['what does the port want', 's4.1', 'unless nothing else but a name is left'],
  ])('%s finds %s first: %s', async (query, id) => {
    const texts = [
      'The port moved old boats.',
      'The port moved 7 boats.',
      'The port moved new boats.',
      'The port wants boats.',
      'The port got rain.',
    ];
    const data = await claimsOf(texts, [null, null, '2001', null, null]);
    expect(await firstId(query, data)).toBe(id);
  });
});

describe('a role is asked for', () => {
  test.each<[query: string, ids: readonly string[], because: string]>([
    ['union leader', ['s3.1', 's3.2', 's4.1'], 'all claims on whoever has it'],
    ['who leads the union', ['s3.1', 's3.2'], 'a question asks for the role alone'],
    ['union vote', ['s3.1', 's3.2', 's5.1'], 'no claim gives anyone both words'],
  ])('%s finds %j: %s', async (query, ids) => {
    expect(await foundIds(query, 'data/harbour-story')).toEqual(ids);
  });

  test('a form of a word in the name of someone else comes after the word', async () => {
    expect((await kimtripJson<Hit>(['search', 'author'])).slice(0, 2).map(({ id }) => id)).toEqual([
      's28.1',
      's27.1',
    ]);
  });
});

describe('how old, how far or how tall asks for a number', () => {
  const data = () =>
    claimsOf([
      'Ada Moss is old.',
      'Bo Hill, aged 32, sang.',
      'The tower is tall.',
      'The old mill has 7 floors.',
    ]);
  test.each<[query: string, ids: readonly string[], stderr: string]>([
    ['how old is Bo Hill', ['s2.1'], ''],
    [
      'how old is Ada Moss',
      [],
      'kimtrip: nothing found for how old is Ada Moss; no claim has enough of these words; without Ada: 1 claim\n',
    ],
    ['how old is the mill', ['s4.1'], ''],
    [
      'how tall is the tower',
      [],
      'kimtrip: nothing found for how tall is the tower; no claim has: tall; without tall: 1 claim\n',
    ],
    ['tall tower', ['s3.1'], ''],
  ])('%s finds %j', async (query, ids, stderr) => {
    expect(await foundIds(query, await data())).toEqual(ids);
    expect((await kimtrip(['search', '--data', await data(), '--', query])).stderr).toBe(stderr);
  });
});

describe('a word that no claim has stands for near ones, and both are told', () => {
  test.each<[query: string, found: string, stderr: string, because: string]>([
    [
      'ada purchased',
      'ada exact, bought related',
      'kimtrip: no claim has: purchased; claims have near words: bought\n',
      'beside a word that is there',
    ],
    [
      'purchased factory',
      'bought related, mill related',
      'kimtrip: no claim has: purchased, factory; claims have near words: bought, mill\n',
      'or two of them together',
    ],
    [
      'factory',
      '',
      'kimtrip: nothing found for factory; claims have near words: mill\n',
      'one alone answers nothing',
    ],
    [
      'purchased',
      'bought related',
      'kimtrip: no claim has: purchased; claims have near words: bought\n',
      'unless it is a close one',
    ],
    [
      'bo factory',
      'bo exact',
      'kimtrip: no claim has: factory; claims have near words: mill\n',
      'each in its claim',
    ],
    ['hotels near', '', 'kimtrip: nothing found for hotels near\n', 'where there are none'],
  ])('%s finds %j: %s, %s', async (query, matches, stderr) => {
    const data = await claimsOf(['Ada bought the old mill.', 'Bo sang in Rome.']);
    expect((await found(query, data)).join('; ')).toBe(matches);
    expect((await kimtrip(['search', '--data', data, '--', query])).stderr).toBe(stderr);
  });

  test('--exact looks for none', async () => {
    expect(await found('ada purchased', await claimsOf(['Ada bought it.']))).toEqual([
      'ada exact, bought related',
    ]);
    expect(await foundIds('ada purchased', await claimsOf(['Ada bought it.']), '--exact')).toEqual([]);
  });
});

describe('a slip finds the words that are fewest slips away', () => {
  test.each<[texts: readonly string[], query: string, words: readonly string[], because: string]>([
    [['Constantinople fell.'], 'ocnstantinople', ['constantinople typo'], 'two letters swapped first'],
    [['Constantinople fell.'], 'constantinopel', ['constantinople typo'], 'two letters swapped last'],
    [['Constantinople fell.'], 'cosntatninolpe', ['constantinople typo'], 'three swaps'],
    [['Constantinople fell.'], 'ocsntatninolpe', [], 'four swaps'],
    [['Constantinople fell.'], 'constntinopl', ['constantinople typo'], 'two letters dropped'],
    [['Constantinople fell.'], 'konstantinopel', ['constantinople typo'], 'a letter changed, two swapped'],
    [['Constantinople fell.'], 'xconstantinople', ['constantinople typo'], 'a letter added first'],
    [['Constantinople fell.'], 'xxconstantinoplexx', [], 'four letters added'],
    [['Istanbul fell.'], 'istnabul', ['istanbul typo'], 'a swap'],
    [['Istanbul fell.'], 'itsnabul', ['istanbul typo'], 'two swaps in eight letters'],
    [['Istanbul fell.'], 'itsnalub', [], 'three are too many in eight'],
    [['Istanbul fell.'], 'abcdefgh', [], 'nothing alike'],
    [['Ankara fell.'], 'anakra', ['ankara typo'], 'a swap in six letters'],
    [['Ankara fell.'], 'naakra', [], 'two are too many in six'],
    [['Rome fell.'], 'roem', ['rome typo'], 'a swap in four letters'],
    [['Rome fell.'], 'rose', [], 'another word: a letter apart is too much in four'],
    [['Rome fell.'], 'more', [], 'the same letters, and yet two swaps'],
    [['Rome fell.'], 'romme', ['rome typo'], 'a letter more is a slip in five'],
    [['Ur fell.'], 'ru', [], 'two letters have no slips'],
    [['Splinters flew.', 'Winters came.'], 'wintesr', ['winters typo'], 'the nearer of two'],
    [['The contract ended.', 'The contrast grew.'], 'cnotract', ['contract typo'], 'the nearest alone'],
    [['The yzabcdxfgh fell.'], 'abcdefgh', [], 'letters before count as letters within'],
    [['The abcdxfghyz fell.'], 'abcdefgh', [], 'and letters after'],
    [['The abab fell.'], 'baba', [], 'letters swapped twice'],
    [['The abcabcab fell.'], 'abccbaab', ['abcabcab typo'], 'letters that part the swapped are changed'],
    [['Mysteries remain.'], 'mistery', ['mysteries typo'], 'a slip in another form'],
    [['The 1453 siege.'], '1435', [], 'a number is as typed'],
    [['Abundance ended.'], 'abundnace ended', ['abundance typo, ended exact'], 'beside a word that is there'],
  ])('of %j for "%s": %j, %s', async (texts, query, words) => {
    expect(await found(query, await claimsOf(texts))).toEqual(words);
  });

  test('and of those as near all', async () => {
    const data = await claimsOf(['Pavlon came.', 'Pavlin came.', 'Pavlovic came.']);
    expect(await foundIds('pavlen', data)).toEqual(['s1.1', 's2.1']);
  });
});

describe('of words as near the one that begins or sounds alike is meant, and a word of English is no slip', () => {
  test.each<[texts: readonly string[], query: string, words: readonly string[], because: string]>([
    [['An absence of news.'], 'abcense', ['absence typo'], 'it sounds alike'],
    [['Nuclear weapons.'], 'nucular', ['nuclear typo'], 'it sounds alike'],
    [['Parliament fell.'], 'parlament', ['parliament typo'], 'a letter dropped'],
    [['The north wind.'], 'forth', [], 'a word with another beginning'],
    [['Troops came.'], 'drooping', [], 'a word whose stem is near'],
    [['Media came.'], 'meditate', [], 'a word whose stem is near'],
    [['It was set again.'], 'reset', [], 'a word that two others make'],
    [['They came to Philby.'], 'filby', ['philby typo'], 'another first letter that sounds the same'],
    [['He took power.'], 'takes', ['took form'], 'a form that no rule makes'],
    [['He is taking power.'], 'took', ['taking form'], 'and the other way'],
    [['The wives came.'], 'wife', ['wives form'], 'the same of a noun'],
    [['Two days passed.'], '2 days', ['two form, days exact'], 'a number in digits'],
    [['The 70th anniversary.'], 'seventieth', ['70th form'], 'an ordinal in words'],
    [['It cost 1,000 roubles.'], '1000', ['1000 exact'], 'a number without its comma'],
    [['It cost 1000 roubles.'], '1,000', ['1000 exact'], 'or with it'],
    [['The G-7 met.'], 'g7', ['g7 exact'], 'a name with a number'],
    [['They wrote C++.'], 'c++', ['c++ exact'], 'a name with signs'],
  ])('of %j for "%s": %j, %s', async (texts, query, words) => {
    expect(await found(query, await claimsOf(texts))).toEqual(words);
  });
});

describe('marks and letters', () => {
  test.each<[text: string, query: string, ids: readonly string[]]>([
    ['She left Łódź.', 'lodz', ['s1.1']],
    ['Groß won.', 'gross', ['s1.1']],
    ['Đặng spoke.', 'dang', ['s1.1']],
    ['Işık spoke.', 'isik', ['s1.1']],
    ['Þór and Øyvind met.', 'thor oyvind', ['s1.1']],
    ['दिल टूट गया.', 'दल', []],
    ['दिल टूट गया.', 'दिल', ['s1.1']],
    ['ガラスが割れた。', 'カラス', []],
    ['ガラスが割れた。', 'ガラス', ['s1.1']],
    ['习近平主席去年七月访问了首尔。', '首尔', ['s1.1']],
    ['ประเทศไทยสวยงาม', 'สวยงาม', ['s1.1']],
  ])('in “%s” for %s', async (text, query, ids) => {
    expect(await foundIds(query, await claimsOf([text]))).toEqual(ids);
  });

  test('under --exact each mark counts', async () => {
    const data = await claimsOf(['The résumé came.', 'They resume talks.']);
    expect(await foundIds('resume', data)).toEqual(['s1.1', 's2.1']);
    expect(await foundIds('resume', data, '--exact')).toEqual(['s2.1']);
    expect(await foundIds('RÉSUMÉ', data, '--exact')).toEqual(['s1.1']);
  });
});

describe('a beginning or another form finds what it may stand for', () => {
  test.each<[texts: readonly string[], query: string, words: readonly string[], because: string]>([
    [['The harbour closed.'], 'har', ['harbour prefix'], 'three letters alone begin a word'],
    [['The harbour closed.'], 'ha', [], 'two do not'],
    [['The harbour closed.'], 'har closed', ['closed exact'], 'nor three beside a word'],
    [['The hard harbour closed.'], 'har closed', ['hard prefix, closed exact'], 'but for one lacking an end'],
    [['The harbour closed.'], 'harb closed', ['harbour prefix, closed exact'], 'four do'],
    [['The 1453 siege.'], '145', [], 'a number has no beginnings'],
    [['The b2b market.'], 'b2b', ['b2b exact'], 'a word with a number in it'],
    [['The covid19 wave.'], 'covid1', ['covid19 form'], 'and what a letter parts from one'],
    [['He closes it.'], 'closing', ['closes form'], 'forms of one stem'],
    [['An economic crisis.'], 'economy', ['economic form'], 'stems that a letter parts'],
    [['Its economy shrank.'], 'economic', ['economy form'], 'the other way'],
    [['It was a Korean ship.'], 'korea', ['korean form'], 'a country and its people'],
    [['A cat slept.'], 'cats', ['cat form'], 'a plural'],
    [['A car stood.'], 'care', [], 'short stems that a letter parts are others'],
    [['The harbour closed.'], 'harbor', ['harbour form'], 'as America spells it'],
    [['The fishermen sang.'], 'fisherman', ['fishermen form'], 'one of many'],
    [['Harbours close.'], 'harbour closing', ['harbours form, close form'], 'each word by itself'],
  ])('of %j for "%s": %j, %s', async (texts, query, words) => {
    expect(await found(query, await claimsOf(texts))).toEqual(words);
  });
});

describe('a date in words is found in each way of writing it', () => {
  const written = () =>
    claimsOf([
      'It opens on Jan. 13.',
      'It shuts by January 13.',
      'It rains in Sept.',
      'It snows on March 13.',
      'She speaks on New Year’s Day.',
    ]);

  test.each<[query: string, ids: readonly string[]]>([
    ['jan 13', ['s1.1', 's2.1']],
    ['January 13', ['s1.1', 's2.1']],
    ['13th jan.', ['s1.1', 's2.1']],
    ['the 13th of january', ['s1.1', 's2.1']],
    ['september', ['s3.1']],
    ['sep', ['s3.1']],
    ['mar 13', ['s4.1']],
    ['feb 13', []],
    ['1 January', ['s5.1']],
    ['January 1, 2015', []],
  ])('%s', async (query, ids) => {
    expect(await foundIds(query, await written())).toEqual(ids);
  });

  test('in a keyword, too', async () => {
    const text = 'She speaks each winter.';
    const claim = { id: 's1.1', text, quote: text, certainty: 'certain', keywords: ['January 6'] };
    const set = await claimSetFolder({ article: {}, claims: [claim] }, `${text}\n`);
    expect(await foundIds('6 jan', set)).toEqual(['s1.1']);
  });
});

describe('a time finds the claims that lie in it', () => {
  const TIMES = [
    ...['2013', '2014', '2014-07', '2014-07-01', '2014-07-14', '2014-07-31', '2014-08-04', '2015-07', '2015'],
    ...[
      '2014/2015',
      '../1991',
      '1999/..',
      '2014-06-20/2014-07-04',
      '-0043-03-15',
      '2014-12-31',
      '2014-01-01',
    ],
    ...[null, '2013-07-04/2014-07-04', '2014-05-04'],
  ];
  const IN_2014 = [
    ...['2014', '2014-01-01', '2014-05-04', '2014-06-20/2014-07-04', '2014-07', '2014-07-01', '2014-07-14'],
    ...['2014-07-31', '2014-08-04', '2014-12-31'],
  ];
  const times = () =>
    claimsOf(
      TIMES.map((_, at) => `Then ${'abcdefghijklmnopqrstuvwxyz'[at]}${'qz'.repeat(3)} was so.`),
      TIMES,
    );

  test.each<[query: string, times: readonly string[], because: string]>([
    ['2013', ['2013'], 'a year'],
    ['2014', IN_2014, 'all that lies in a year'],
    ['2013-2014', ['2013', '2013-07-04/2014-07-04', ...IN_2014], 'years from and to'],
    ['2013-14', ['2013', '2013-07-04/2014-07-04', ...IN_2014], 'the second one short'],
    ['2013-140', ['2013'], 'three digits are no year: the first alone'],
    ['2014-07', ['2014-07', '2014-07-01', '2014-07-14', '2014-07-31'], 'a month as records print it'],
    ['2014-07-14', ['2014-07-14'], 'a day as records print it'],
    ['2013-12', [], 'a month of which nothing is told, and no span of years'],
    ['2013-14', ['2013', '2013-07-04/2014-07-04', ...IN_2014], 'no month: two years'],
    ['aug. 2014', ['2014-08-04'], 'its name cut, with a dot'],
    ['2014-13', IN_2014, 'no years, the second before the first: the first alone'],
    ['1991', [], 'what is open at its beginning lies in no year'],
    ['1999', [], 'what is open at its end neither'],
    ['july 2014', ['2014-07', '2014-07-01', '2014-07-14', '2014-07-31'], 'a month'],
    ['june 2014', [], 'a time that goes beyond the month'],
    ['july 2013', [], 'or ends in the same month of another year'],
    ['jul 2014', ['2014-07', '2014-07-01', '2014-07-14', '2014-07-31'], 'its name cut'],
    ['2 july 2014', [], 'a day of which nothing is told'],
    ['14 july 2014', ['2014-07-14'], 'a day'],
    ['july 14 2014', ['2014-07-14'], 'the day after the month'],
    ['14th july 2014', ['2014-07-14'], 'as an ordinal'],
    ['july 1st 2014', ['2014-07-01'], 'the first of a month'],
    ['31 july', ['2014-07-31'], 'a day of any year, the last of a month'],
    ['july 1', ['2014-07-01'], 'the first'],
    ['july 2015', ['2015-07'], 'the same month of another year'],
    ['4 august', ['2014-08-04'], 'a day of another month'],
    ['4 may 2014', ['2014-05-04'], 'the month that is a word besides'],
    ['the 4th of may', ['2014-05-04'], 'with of between'],
    ['15 march', ['-0043-03-15'], 'a day before Christ'],
    ['32 july', [], 'no day'],
    ['july 0', [], 'no day either'],
    ['july', [], 'a month of no year'],
    ['12014', [], 'more digits than a year has'],
    ['201', [], 'fewer'],
    ['ju 2014', IN_2014, 'two letters are no month: the year alone'],
  ])('"%s" finds %j: %s', async (query, expected) => {
    const ids = await foundIds(query, await times());
    expect(ids.map((id) => TIMES[Number(/\d+/.exec(id)?.[0]) - 1]).sort()).toEqual([...expected].sort());
  });
});

import { describe, expect, test } from 'vitest';
import { claimSetFolder, kimtrip, kimtripJson, type Ran, type World } from './helpers.ts';
import { ARTICLE, CLAIMS, portHope } from './port-hope.ts';

/** Lists from the story of Port Hope. */
async function list(words: readonly string[], world?: World): Promise<Ran> {
  return kimtrip(['list', ...words, '--data', await portHope()], world);
}

const listJson = async (words: readonly string[]) =>
  kimtripJson(['list', ...words, '--data', await portHope()]);

const ENTITIES = [
  {
    id: 'old-pier',
    name: 'the old pier',
    type: 'place',
    aliases: [],
    description: null,
    claims: ['s4.1', 's4.2'],
  },
  {
    id: 'weather-service',
    name: 'the weather service',
    type: 'organisation',
    aliases: ['Met Office'],
    description: null,
    claims: ['s1.1'],
  },
  {
    id: 'officials',
    name: 'unnamed officials',
    type: 'group',
    aliases: [],
    description: null,
    claims: ['s2.1'],
  },
  { id: 'ferry', name: 'the ferry', type: 'work', aliases: [], description: null, claims: ['s2.1'] },
  {
    id: 'port-hope',
    name: 'Port Hope',
    type: 'place',
    aliases: [],
    description: 'A town by the sea.',
    claims: ['s4.2'],
  },
  {
    id: 'council',
    name: 'the town council',
    type: 'organisation',
    aliases: ['Port Hope'],
    description: null,
    claims: ['s3.1'],
  },
  {
    id: 'local-radio',
    name: 'local radio',
    type: 'organisation',
    aliases: [],
    description: null,
    claims: [],
  },
  { id: 'mayor', name: 'the mayor', type: 'person', aliases: [], description: null, claims: [] },
];

const TOPICS = [
  {
    id: 'piers',
    name: 'The piers',
    description: 'The old pier and the new one.',
    claims: ['s3.1', 's4.1', 's4.2'],
  },
  { id: 'weather', name: 'The weather', description: null, claims: ['s1.1', 's2.1'] },
];

const SOURCES = [
  {
    id: 'article',
    name: 'Example News',
    anonymous: false,
    relays: ['weather-service', 'local-radio'],
    claims: ['s3.1', 's4.1', 's4.2'],
  },
  { id: 'weather-service', name: 'the weather service', anonymous: false, relays: [], claims: ['s1.1'] },
  { id: 'local-radio', name: 'local radio', anonymous: false, relays: ['officials'], claims: ['s2.1'] },
  { id: 'officials', name: 'unnamed officials', anonymous: true, relays: [], claims: ['s2.1'] },
];

const SENTENCES = [
  {
    id: 's1',
    text: 'Rain may fall on Monday, the weather service said.',
    paragraph: 1,
    start: 0,
    end: 50,
    claims: ['s1.1'],
  },
  {
    id: 's2',
    text: 'Local radio quoted unnamed officials as saying the ferry will not sail.',
    paragraph: 1,
    start: 51,
    end: 122,
    claims: ['s2.1'],
  },
  {
    id: 's3',
    text: 'Port Hope plans to open its new pier in 2016.',
    paragraph: 2,
    start: 124,
    end: 169,
    claims: ['s3.1'],
  },
  {
    id: 's4',
    text: 'The old pier, built in 1901, would close if Port Hope agreed.',
    paragraph: 2,
    start: 170,
    end: 231,
    claims: ['s4.1', 's4.2'],
  },
  { id: 's5', text: 'Nobody was hurt.', paragraph: 3, start: 233, end: 249, claims: [] },
];

describe('each list', () => {
  test.each<[what: string, records: object[]]>([
    ['entities', ENTITIES],
    ['topics', TOPICS],
    ['sources', SOURCES],
    ['sentences', SENTENCES],
  ])('of %s is in JSON as the contract has it, keys in order, most claims first', async (what, records) => {
    expect(await list([what, '--json'])).toEqual({
      stdout: `${JSON.stringify(records, null, 2)}\n`,
      stderr: '',
      code: 0,
    });
  });

  test('is that of claims where none is named', async () => {
    expect(await list([])).toEqual(await list(['claims']));
    expect(await listJson(['--fields', 'id'])).toEqual(CLAIMS.claims.map(({ id }) => ({ id })));
  });

  test.each<[what: string, format: string, text: string]>([
    [
      'entities',
      'lines',
      'old-pier\tplace\t2\tthe old pier\nweather-service\torganisation\t1\tthe weather service\nofficials\tgroup\t1\tunnamed officials\nferry\twork\t1\tthe ferry\nport-hope\tplace\t1\tPort Hope\ncouncil\torganisation\t1\tthe town council\nlocal-radio\torganisation\t0\tlocal radio\nmayor\tperson\t0\tthe mayor\n',
    ],
    ['topics', 'lines', 'piers\t3\tThe piers\nweather\t2\tThe weather\n'],
    [
      'sources',
      'lines',
      'article\tnamed\t3\tExample News\nweather-service\tnamed\t1\tthe weather service\nlocal-radio\tnamed\t1\tlocal radio\nofficials\tanonymous\t1\tunnamed officials\n',
    ],
    [
      'sentences',
      'lines',
      's1\t1\tRain may fall on Monday, the weather service said.\ns2\t1\tLocal radio quoted unnamed officials as saying the ferry will not sail.\ns3\t1\tPort Hope plans to open its new pier in 2016.\ns4\t2\tThe old pier, built in 1901, would close if Port Hope agreed.\ns5\t0\tNobody was hurt.\n',
    ],
    [
      'topics',
      'csv',
      'id,name,description,claims\r\npiers,The piers,The old pier and the new one.,s3.1; s4.1; s4.2\r\nweather,The weather,,s1.1; s2.1\r\n',
    ],
    [
      'sources',
      'csv',
      'id,name,anonymous,relays,claims\r\narticle,Example News,false,weather-service; local-radio,s3.1; s4.1; s4.2\r\nweather-service,the weather service,false,,s1.1\r\nlocal-radio,local radio,false,officials,s2.1\r\nofficials,unnamed officials,true,,s2.1\r\n',
    ],
    ['sources', 'jsonl', SOURCES.map((source) => `${JSON.stringify(source)}\n`).join('')],
    [
      'sources',
      'markdown',
      '- **article** Example News · named · relays the weather service, local radio · 3 claims\n\n- **weather-service** the weather service · named · 1 claim\n\n- **local-radio** local radio · named · relays unnamed officials · 1 claim\n\n- **officials** unnamed officials · anonymous · 1 claim\n',
    ],
    [
      'topics',
      'cards',
      'piers    The piers · The old pier and the new one. · 3 claims\n\nweather  The weather · 2 claims\n',
    ],
    [
      'topics',
      'table',
      `\
id       name         claims
────────────────────────────
piers    The piers    3
weather  The weather  2
`,
    ],
    [
      'entities',
      'table',
      `\
id               name                 kind          claims
──────────────────────────────────────────────────────────
old-pier         the old pier         place         2
weather-service  the weather service  organisation  1
officials        unnamed officials    group         1
ferry            the ferry            work          1
port-hope        Port Hope            place         1
council          the town council     organisation  1
local-radio      local radio          organisation  0
mayor            the mayor            person        0
`,
    ],
  ])('of %s is printed as %s', async (what, format, text) => {
    expect(await list([what, '--format', format])).toEqual({ stdout: text, stderr: '', code: 0 });
  });

  test('of sentences keeps to 40 columns', async () => {
    expect(await list(['sentences', '--no-color'], { terminal: 40 })).toEqual({
      stdout: `\
sentence
────────────────────────────────────────
Rain may fall on Monday, the weather
service said.
s1 · 1 claim
Local radio quoted unnamed officials as
saying the ferry will not sail.
s2 · 1 claim
Port Hope plans to open its new pier in
2016.
s3 · 1 claim
The old pier, built in 1901, would close
if Port Hope agreed.
s4 · 2 claims
Nobody was hurt.
s5 · 0 claims
`,
      stderr: '',
      code: 0,
    });
  });

  test('of sources is a tree of who relays whom on a terminal', async () => {
    expect(await list(['sources', '--no-color'], { terminal: 80 })).toEqual({
      stdout: `\
Example News, in its own voice (article)  3 claims: 1 certain, 1 probable, 1
│  possible
├─ the weather service  1 claim, possible
└─ local radio  1 claim, certain
   └─ unnamed officials  1 claim, certain
`,
      stderr: '',
      code: 0,
    });
  });

  test('of sources tells a source apart where it speaks for itself and where it relays', async () => {
    const attribution = (...sources: string[]) => sources.map((source) => ({ source }));
    const claims = [
      attribution('radio'),
      attribution('radio', 'mayor'),
      attribution('radio', 'ferry'),
      attribution('mayor'),
    ];
    const data = await claimSetFolder(
      {
        article: {},
        entities: ['radio', 'mayor', 'ferry'].map((id) => ({ id, name: `the ${id}`, type: 'organisation' })),
        claims: claims.map((attribution, index) => ({
          id: `s1.${index + 1}`,
          text: 'It rains.',
          quote: 'It rains',
          certainty: 'probable',
          attribution,
        })),
      },
      'It rains.\n',
    );
    expect(await kimtrip(['list', 'sources', '--no-color', '--data', data], { terminal: 80 })).toEqual({
      stdout: `\
the article, in its own voice (article)  0 claims
├─ the radio  3 claims, probable
│  ├─ the mayor  1 claim, probable
│  └─ the ferry  1 claim, probable
└─ the mayor  1 claim, probable
`,
      stderr: '',
      code: 0,
    });
    expect(await kimtripJson(['list', 'sources', '--fields', 'id,relays,claims', '--data', data])).toEqual([
      { id: 'article', relays: ['radio', 'mayor'], claims: [] },
      { id: 'radio', relays: ['mayor', 'ferry'], claims: ['s1.1', 's1.2', 's1.3'] },
      { id: 'mayor', relays: [], claims: ['s1.2', 's1.4'] },
      { id: 'ferry', relays: [], claims: ['s1.3'] },
    ]);
  });
});

describe('a part of the name of a person', () => {
  test.each<[name: string, told: readonly string[]]>([
    ['Tarn', ['s3.1', 's3.2', 's4.1']],
    ['ida', ['s1.1', 's1.2', 's2.1', 's3.2']],
    ['ida-crome', ['s1.1', 's1.2', 's2.1', 's3.2']],
  ])('%s stands for everyone with it', async (name, told) => {
    const claims = await kimtripJson<{ id: string }>([
      'list',
      '--about',
      name,
      '--data',
      'data/harbour-story',
    ]);
    expect(claims.map(({ id }) => id)).toEqual(told);
  });

  test('Kim stands for a family', async () => {
    const about = async (...names: string[]) =>
      (await Promise.all(names.map((name) => kimtripJson<{ id: string }>(['list', '--about', name]))))
        .flat()
        .map(({ id }) => id);
    const kims = ['kim-jong-un', 'kim-jong-il', 'kim-il-sung', 'kim-jong-un-wife', 'kim-tong-hyung'];
    expect(new Set(await about('kim'))).toEqual(new Set(await about(...kims)));
  });
});

describe('filters', () => {
  test.each<[options: string[], ids: string[]]>([
    [
      ['--about', 'old-pier'],
      ['s4.1', 's4.2'],
    ],
    [
      ['--about', 'the old pier'],
      ['s4.1', 's4.2'],
    ],
    [
      ['--about', 'THE OLD Pier'],
      ['s4.1', 's4.2'],
    ],
    [['--about', 'met office'], ['s1.1']],
    [
      ['--about', 'Port Hope'],
      ['s3.1', 's4.2'],
    ],
    [['--about', 'port-hope'], ['s4.2']],
    [['--about', 'ferry', '--about', 'officials'], ['s2.1']],
    [['--about', 'Port Hope', '--about', 'old-pier'], ['s4.2']],
    [
      ['--said-by', 'article'],
      ['s3.1', 's4.1', 's4.2'],
    ],
    [
      ['--said-by', 'ARTICLE'],
      ['s3.1', 's4.1', 's4.2'],
    ],
    [
      ['--said-by', 'example news'],
      ['s3.1', 's4.1', 's4.2'],
    ],
    [['--said-by', 'officials'], ['s2.1']],
    [['--said-by', 'Local Radio'], ['s2.1']],
    [['--said-by', 'local-radio', '--said-by', 'officials'], ['s2.1']],
    [['--said-by', 'Met Office'], ['s1.1']],
    [
      ['--topic', 'piers'],
      ['s3.1', 's4.1', 's4.2'],
    ],
    [
      ['--topic', 'the WEATHER'],
      ['s1.1', 's2.1'],
    ],
    [
      ['--certainty', 'possible'],
      ['s1.1', 's4.2'],
    ],
    [
      ['--certainty', 'probable,Possible'],
      ['s1.1', 's3.1', 's4.2'],
    ],
    [
      ['--certainty', 'probable, possible'],
      ['s1.1', 's3.1', 's4.2'],
    ],
    [
      ['--stance', 'intended,presupposed'],
      ['s3.1', 's4.1'],
    ],
    [['--polarity', 'negated'], ['s2.1']],
    [
      ['--polarity', 'affirmed', '--topic', 'piers'],
      ['s3.1', 's4.1', 's4.2'],
    ],
    [['--hedged'], ['s1.1', 's4.2']],
    [['--hedged', '--conditional'], ['s4.2']],
    [['--anonymous'], ['s2.1']],
    [
      ['--from', '2015'],
      ['s1.1', 's3.1'],
    ],
    [
      ['--to', '2015'],
      ['s1.1', 's4.1'],
    ],
    [['--from', '2015-01-05', '--to', '2015-01-05'], ['s1.1']],
    [['--from', '2016-12-31'], ['s3.1']],
    [['--to', '1901-01-01'], ['s4.1']],
    [['--from', '1900/1902', '--to', '1902'], ['s4.1']],
    [['--topic', 'piers', '--certainty', 'certain'], ['s4.1']],
    [['--about', 'old-pier', '--said-by', 'article', '--to', '1950'], ['s4.1']],
  ])('%j pass %j', async (options, ids) => {
    expect(await list([...options, '--fields', 'id'])).toEqual({
      stdout: ids.map((id) => `${id}\n`).join(''),
      stderr: '',
      code: 0,
    });
  });

  test('pass a claim whose time only overlaps, and none without a time', async () => {
    const times = ['2010/2012', '2011-07', '2012/..', '../2011', '201X', null];
    const data = await claimSetFolder(
      {
        article: {},
        claims: times.map((edtf, index) => ({
          id: `s1.${index + 1}`,
          text: 'It rains.',
          quote: 'rains',
          ...(edtf === null ? {} : { time: { edtf, text: 'rains' } }),
        })),
      },
      'It rains.\n',
    );
    const passed = async (...options: string[]) => {
      const found = await kimtripJson(['list', '--fields', 'time.edtf', '--data', data, ...options]);
      return found.map(({ time }) => (time as { edtf: string }).edtf);
    };
    expect(await passed('--from', '2012')).toEqual(['2010/2012', '2012/..', '201X']);
    expect(await passed('--to', '2010')).toEqual(['2010/2012', '../2011', '201X']);
    expect(await passed('--from', '2011-07-31', '--to', '2011-08')).toEqual([
      '2010/2012',
      '2011-07',
      '../2011',
      '201X',
    ]);
    expect(await passed('--from', '2030')).toEqual(['2012/..']);
  });

  test('--said-by a name between curly or straight apostrophes is one', async () => {
    const data = await claimSetFolder(
      {
        article: {},
        entities: [{ id: 'media', name: 'North Korea’s media', type: 'organisation' }],
        claims: [{ id: 's1.1', text: 'It rains.', quote: 'rains', attribution: [{ source: 'media' }] }],
      },
      'It rains.\n',
    );
    for (const name of ['North Korea’s media', "north korea's media"]) {
      const { stdout } = await kimtrip(['list', '--said-by', name, '--fields', 'id', '--data', data]);
      expect(stdout).toBe('s1.1\n');
    }
  });

  test('search takes them too', async () => {
    const argv = ['search', 'pier', '--fields', 'id', '--data', await portHope()];
    expect(await kimtrip([...argv, '--certainty', 'possible'])).toEqual({
      stdout: 's4.2\n',
      stderr: '',
      code: 0,
    });
    expect(await kimtrip([...argv, '--said-by', 'officials'])).toMatchObject({ stdout: '', code: 1 });
  });

  test.each<[what: string, options: string[], records: object[]]>([
    [
      'entities',
      ['--certainty', 'possible'],
      [
        { id: 'weather-service', claims: ['s1.1'] },
        { id: 'port-hope', claims: ['s4.2'] },
        { id: 'old-pier', claims: ['s4.2'] },
      ],
    ],
    ['topics', ['--certainty', 'probable'], [{ id: 'piers', claims: ['s3.1'] }]],
    [
      'sources',
      ['--about', 'ferry'],
      [
        { id: 'article', claims: [] },
        { id: 'local-radio', claims: ['s2.1'] },
        { id: 'officials', claims: ['s2.1'] },
      ],
    ],
    [
      'sentences',
      ['--certainty', 'possible'],
      [
        { id: 's1', claims: ['s1.1'] },
        { id: 's4', claims: ['s4.2'] },
      ],
    ],
  ])('choose what %s are listed and counted: %j', async (what, options, records) => {
    expect(await listJson([what, ...options, '--fields', 'id,claims'])).toEqual(records);
  });

  test('count in the tree of sources', async () => {
    expect(await list(['sources', '--certainty', 'possible', '--no-color'], { terminal: 80 })).toEqual({
      stdout: `\
Example News, in its own voice (article)  1 claim, possible
└─ the weather service  1 claim, possible
`,
      stderr: '',
      code: 0,
    });
  });
});

test('the article’s own voice goes by its publisher’s names', async () => {
  const own = (await kimtrip(['list', '--said-by', 'article'])).stdout;
  for (const name of ['The Associated Press', 'associated press', 'AP'])
    expect((await kimtrip(['list', '--said-by', name])).stdout).toBe(own);
});

test('an exact id is that entity or source alone, though others go by the name', async () => {
  const data = await claimSetFolder(
    {
      article: { publisher: 'Example News' },
      entities: [
        { id: 'harbour', name: 'the harbour', type: 'place' },
        { id: 'authority', name: 'the authority', type: 'organisation', aliases: ['harbour'] },
      ],
      claims: [
        {
          id: 's1.1',
          text: 'Ships call.',
          quote: 'Ships',
          entities: ['harbour'],
          attribution: [{ source: 'harbour' }],
        },
        {
          id: 's2.1',
          text: 'Boats call.',
          quote: 'Boats',
          entities: ['authority'],
          attribution: [{ source: 'authority' }],
        },
      ].map((claim) => ({ ...claim, certainty: 'certain' })),
    },
    'Ships call.\nBoats call.\n',
  );
  for (const option of ['--about', '--said-by'])
    for (const [name = '', ids] of [
      ['harbour', 's1.1\n'],
      ['Harbour', 's1.1\ns2.1\n'],
      ['the authority', 's2.1\n'],
    ])
      expect((await kimtrip(['list', option, name, '--fields', 'id', '--data', data])).stdout).toBe(ids);
});

describe('--limit', () => {
  test.each([
    ['claims', '2 of 5 claims'],
    ['entities', '2 of 8 entities'],
    ['topics', null],
    ['sources', '2 of 4 sources'],
    ['sentences', '2 of 5 sentences'],
  ])('shows the first two %s and tells what it left out', async (what, cut) => {
    const all = await list([what]);
    const [first, second] = all.stdout.split('\n');
    expect(await list([what, '-n', '2'])).toEqual({
      stdout: `${first}\n${second}\n`,
      stderr: cut === null ? '' : `kimtrip: ${cut}; --limit 0 shows all\n`,
      code: 0,
    });
  });

  test('holds for the timeline and for the claims marked in the article', async () => {
    const env = { KIMTRIP_DATA: await portHope() };
    expect(await kimtrip(['timeline', '-n', '1', '--fields', 'id'], { env })).toEqual({
      stdout: 's4.1\n',
      stderr: 'kimtrip: 1 of 3 claims; --limit 0 shows all\nkimtrip: 2 claims without a date left out\n',
      code: 0,
    });
    const marked = await kimtrip(['article', '-n', '1', '--format', 'jsonl', '--fields', 'claims'], { env });
    expect(marked).toEqual({
      stdout: `{"claims":["s1.1"]}\n${'{"claims":[]}\n'.repeat(4)}`,
      stderr: 'kimtrip: 1 of 5 claims; --limit 0 shows all\n',
      code: 0,
    });
  });
});

describe('nothing found', () => {
  test.each(['claims', 'entities', 'topics', 'sources', 'sentences'])(
    'in the list of %s exits 1 with nothing on stdout, or an empty array',
    async (what) => {
      const none = [what, '--from', '2030'];
      const stderr = 'kimtrip: no claim passes these filters\n';
      expect(await list(none)).toEqual({ stdout: '', stderr, code: 1 });
      expect(await list(none, { terminal: 80 })).toEqual({ stdout: '', stderr, code: 1 });
      expect(await list([...none, '--format', 'csv'])).toEqual({ stdout: '', stderr, code: 1 });
      expect(await list([...none, '--json'])).toEqual({ stdout: '[]\n', stderr, code: 1 });
    },
  );

  test('a claim set without claims lists none, but its sentences, entities and topics', async () => {
    const data = await claimSetFolder({ ...CLAIMS, claims: [] }, ARTICLE);
    expect(await kimtrip(['list', '--data', data])).toEqual({
      stdout: '',
      stderr:
        'kimtrip: this claim set has no claims yet; write them into its claims.json, then run kimtrip verify DIR\n',
      code: 1,
    });
    expect(await kimtrip(['list', 'topics', '--data', data])).toEqual({
      stdout: 'weather\t0\tThe weather\npiers\t0\tThe piers\n',
      stderr: '',
      code: 0,
    });
    expect(await kimtripJson(['list', 'sentences', '--fields', 'id', '--data', data])).toHaveLength(5);
    expect(await kimtripJson(['list', 'entities', '--fields', 'id', '--data', data])).toHaveLength(8);
  });
});

describe('--fields', () => {
  test.each<[format: string, fields: string, text: string]>([
    [
      'json',
      'id,quote.exact,sentence.id,sentence.paragraph,time.edtf',
      `${JSON.stringify(
        [
          {
            id: 's4.1',
            quote: { exact: 'built in 1901' },
            sentence: { id: 's4', paragraph: 2 },
            time: { edtf: '1901' },
          },
          {
            id: 's4.2',
            quote: { exact: 'would close if Port Hope agreed' },
            sentence: { id: 's4', paragraph: 2 },
            time: null,
          },
        ],
        null,
        2,
      )}\n`,
    ],
    [
      'jsonl',
      'entities.name,id',
      '{"entities":[{"name":"the old pier"}],"id":"s4.1"}\n' +
        '{"entities":[{"name":"the old pier"},{"name":"Port Hope"}],"id":"s4.2"}\n',
    ],
    [
      'csv',
      'certainty,quote.exact,entities.name,time.edtf',
      'certainty,quote.exact,entities.name,time.edtf\r\n' +
        'certain,built in 1901,the old pier,1901\r\n' +
        'possible,would close if Port Hope agreed,the old pier; Port Hope,\r\n',
    ],
    [
      'lines',
      'id, attribution ,hedge,subject.id',
      's4.1\tExample News\t\told-pier\ns4.2\tExample News\twould\told-pier\n',
    ],
    [
      'table',
      'id,sentence.id,certainty',
      `\
id    sentence.id  certainty
────────────────────────────
s4.1  s4           certain
s4.2  s4           possible
`,
    ],
    [
      'cards',
      'id,quote.exact',
      `\
id           s4.1
quote.exact  built in 1901

id           s4.2
quote.exact  would close if Port Hope agreed
`,
    ],
    [
      'markdown',
      'id,quote.exact',
      `\
| id | quote.exact |
| --- | --- |
| s4.1 | built in 1901 |
| s4.2 | would close if Port Hope agreed |
`,
    ],
    [
      'lines',
      'quote,sentence,subject,topics',
      'built in 1901\tThe old pier, built in 1901, would close if Port Hope agreed.\tthe old pier\tThe piers\nwould close if Port Hope agreed\tThe old pier, built in 1901, would close if Port Hope agreed.\tthe old pier\tThe piers\n',
    ],
  ])('in %s: %s', async (format, fields, text) => {
    expect(await list(['--about', 'old-pier', '--format', format, '--fields', fields])).toEqual({
      stdout: text,
      stderr: '',
      code: 0,
    });
  });

  test('makes a table of sources where it is a tree otherwise', async () => {
    expect(await list(['sources', '--fields', 'id,relays', '--no-color'], { terminal: 80 })).toEqual({
      stdout: `\
id               relays
─────────────────────────────────────────────
article          weather-service; local-radio
weather-service
local-radio      officials
officials
`,
      stderr: '',
      code: 0,
    });
  });

  test('reads an attribution outermost first in one cell', async () => {
    expect(await list(['--fields', 'attribution', '--said-by', 'officials'])).toEqual({
      stdout: 'local radio > unnamed officials\n',
      stderr: '',
      code: 0,
    });
  });
});

describe('a long table', () => {
  test.each([
    ['of plain text', 'A name longer than all before it', 32],
    ['with wide characters', '雨が降るかもしれない', 20],
  ])('%s is as wide from its first row as its last one needs', async (_, longest, width) => {
    const names = Array.from({ length: 350 }, (_, index) => (index === 349 ? longest : `Topic ${index}`));
    const topics = names.map((name, index) => ({ id: `t-${index}`, name }));
    const data = await claimSetFolder({ article: {}, topics, claims: [] }, 'Rain.\n');
    const { stdout } = await kimtrip(['list', 'topics', '--format', 'table', '--data', data]);
    const rows = names.map((name, index) => {
      const padded = index === 349 ? longest : name.padEnd(width);
      return `${`t-${index}`.padEnd(5)}  ${padded}  0\n`;
    });
    const head = `id     ${'name'.padEnd(width)}  claims\n${'─'.repeat(5 + 2 + width + 2 + 6)}\n`;
    expect(stdout).toBe(head + rows.join(''));
  });
});

test('a table lines up marks and characters of each script as a terminal shows them', async () => {
  const topics = [
    { id: 'rain', name: 'か\u3099 か\u3099' },
    { id: 'wind', name: '🈀 ガ' },
    { id: 'snow', name: 'Sno\u0308w' },
  ];
  const data = await claimSetFolder({ article: {}, topics, claims: [] }, 'Rain.\n');
  expect(await kimtrip(['list', 'topics', '--format', 'table', '--data', data])).toEqual({
    stdout: `id    name   claims
───────────────────
rain  か\u3099 か\u3099  0
wind  🈀 ガ  0
snow  Sno\u0308w   0
`,
    stderr: '',
    code: 0,
  });
});

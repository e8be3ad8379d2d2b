import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { claimSetFolder, kimtrip, kimtripJson, type World } from './helpers.ts';
import { portHope } from './port-hope.ts';

/** What a run prints, when all goes well. */
async function printed(argv: readonly string[], world: World = {}): Promise<string> {
  const ran = await kimtrip(argv, world);
  expect(ran).toMatchObject({ stderr: '', code: 0 });
  return ran.stdout;
}

const TERMINAL = { terminal: 80 };
const FORMATS = ['table', 'cards', 'lines', 'json', 'jsonl', 'csv', 'markdown'];

describe('a card', () => {
  const likelyVisit = () =>
    claimSetFolder(
      {
        article: { publisher: 'The Associated Press' },
        entities: [
          { id: 'south-korean-media', name: 'South Korean media', type: 'organisation' },
          { id: 'anonymous-sources-beijing', name: 'anonymous sources in Beijing', type: 'group' },
        ],
        claims: [
          {
            id: 's4.1',
            text: 'Anonymous sources in Beijing, quoted by South Korean media, say Kim is likely to accept the invitation.',
            quote: 'Kim is likely to accept',
            certainty: 'probable',
            hedge: 'likely',
            attribution: [
              { source: 'south-korean-media' },
              { source: 'anonymous-sources-beijing', anonymous: true },
            ],
          },
        ],
      },
      'One.\nTwo.\nThree.\nSouth Korean media quoted anonymous sources in Beijing this week as saying that Kim is likely to accept.\n',
    );

  test('of 80 columns', async () => {
    const data = await likelyVisit();
    expect(await printed(['search', 'accept', '--no-color', '--data', data], TERMINAL)).toBe(
      `\
s4.1  Anonymous sources in Beijing, quoted by South Korean media, say Kim is
      likely to accept the invitation.
      “South Korean media quoted anonymous sources in Beijing this week as
      saying that Kim is likely to accept.”
      South Korean media > anonymous sources in Beijing · probable · “likely”
`,
    );
  });

  test('of 40 columns', async () => {
    const data = await likelyVisit();
    expect(await printed(['search', 'accept', '--no-color', '--data', data], { terminal: 40 })).toBe(
      `\
s4.1  Anonymous sources in Beijing,
      quoted by South Korean media, say
      Kim is likely to accept the
      invitation.
      “South Korean media quoted
      anonymous sources in Beijing this
      week as saying that Kim is likely
      to accept.”
      South Korean media > anonymous
      sources in Beijing · probable ·
      “likely”
`,
    );
  });

  test('underlines the claim’s words and prints in bold what matched', async () => {
    const data = await likelyVisit();
    const [bold, normal, underline, plain] = ['\u001b[1m', '\u001b[22m', '\u001b[4m', '\u001b[24m'];
    const [blue, uncoloured] = ['\u001b[94m', '\u001b[39m'];
    expect(await printed(['search', 'accept', '--color', '--data', data], { terminal: 200 })).toBe(
      `\
${bold}s4.1${normal}  Anonymous sources in Beijing, quoted by South Korean media, say Kim is likely to ${bold}accept${normal} the invitation.
      “South Korean media quoted anonymous sources in Beijing this week as saying that ${underline}Kim is likely to ${plain}${bold}${underline}accept${plain}${normal}.”
      ${bold}South Korean media > anonymous sources in Beijing${normal} · ${blue}probable${uncoloured} · ${blue}“likely”${uncoloured}
`,
    );
  });

  test('is painted line by line where it wraps, and says the same as without colour', async () => {
    const data = await likelyVisit();
    const argv = ['search', 'accept', '--data', data];
    const coloured = await printed([...argv, '--color'], TERMINAL);
    expect(stripVTControlCharacters(coloured)).toBe(await printed([...argv, '--no-color'], TERMINAL));
    expect(coloured).toContain(
      '      saying that \u001b[4mKim is likely to \u001b[24m\u001b[1m\u001b[4maccept\u001b[24m\u001b[22m.”\n',
    );
  });

  test('of a quotation ends with the citation', async () => {
    const data = await portHope();
    expect(await printed(['quote', 's2.1', '--no-color', '--data', data], TERMINAL)).toBe(
      `\
s2.1  Unnamed officials, quoted by local radio, say the ferry will not sail.
      “Local radio quoted unnamed officials as saying the ferry will not sail.”
      local radio > unnamed officials · certain · negated
      Ada Rae, “Storm over Port Hope”, Example News, January 2015 (inferred),
      paragraph 1, s2
`,
    );
  });

  test('tells why a time was inferred', async () => {
    const data = await portHope();
    expect(await printed(['quote', 's1.1', '--no-color', '--data', data], TERMINAL)).toBe(
      `\
s1.1  The weather service says rain may fall on Monday.
      “Rain may fall on Monday, the weather service said.”
      the weather service · possible · “may” · January 5, 2015 (inferred)
      January 5, 2015, inferred from “Monday”: The first Monday of 2015.
      Ada Rae, “Storm over Port Hope”, Example News, January 2015 (inferred),
      paragraph 1, s1
`,
    );
  });

  test('of several has a blank line before the next, ids of different length aligned', async () => {
    const data = await claimSetFolder(
      {
        article: {},
        claims: [
          { id: 's1.1', text: 'It rains.', quote: 'rains' },
          { id: 's1.10', text: 'It snows.', quote: 'snows' },
        ],
      },
      'It rains and snows.\n',
    );
    expect(await printed(['list', '--format', 'cards', '--data', data])).toBe(
      `\
s1.1   It rains.
       “It rains and snows.”
       the article · certain

s1.10  It snows.
       “It rains and snows.”
       the article · certain
`,
    );
  });
});

describe('the width', () => {
  const widestLine = (text: string) => Math.max(...text.split('\n').map((line) => stringWidth(line)));
  const cards = async (world: World) =>
    widestLine(await printed(['list', '--format', 'cards', '--data', await portHope()], world));

  test('is the terminal’s', async () => {
    expect(await cards({ terminal: 50 })).toBeLessThanOrEqual(50);
  });

  test.each([{ terminal: 120 }, {}])('is that of COLUMNS before the terminal’s: %j', async (world) => {
    expect(await cards({ ...world, env: { COLUMNS: '50' } })).toBeLessThanOrEqual(50);
    expect(await cards({ ...world, env: { COLUMNS: '50' } })).toBe(await cards({ terminal: 50 }));
  });

  test.each(['', '0', '-5', 'wide', '1.5'])('is the terminal’s where COLUMNS is %j', async (COLUMNS) => {
    expect(await cards({ terminal: 50, env: { COLUMNS } })).toBe(await cards({ terminal: 50 }));
  });

  test('is without end in a pipe: nothing wraps', async () => {
    const data = await portHope();
    expect(await printed(['quote', 's2.1', '--format', 'cards', '--data', data])).toBe(
      `\
s2.1  Unnamed officials, quoted by local radio, say the ferry will not sail.
      “Local radio quoted unnamed officials as saying the ferry will not sail.”
      local radio > unnamed officials · certain · negated
      Ada Rae, “Storm over Port Hope”, Example News, January 2015 (inferred), paragraph 1, s2
`,
    );
  });

  test.each([
    [['list']],
    [['list', 'entities']],
    [['list', 'sources']],
    [['list', 'sentences']],
    [['list', '--format', 'cards']],
    [['list', '--fields', 'id,attribution,sentence.text,time']],
    [['quote', '1-5', '--context', '1']],
    [['quote', '1-5', '--fields', 'id,sentence.text']],
    [['list', 'entities', '--format', 'cards']],
    [['list', 'entities', '--fields', 'id,description', '--format', 'cards']],
    [['quote', '1-5', '--fields', 'id,sentence.paragraph,attribution', '--format', 'cards']],
  ])('holds for every line of %j', async (argv) => {
    const data = await portHope();
    for (const terminal of [24, 30, 40, 63, 64, 80, 100, 200]) {
      const text = await printed([...argv, '--data', data], { terminal });
      expect(text.split('\n').filter((line) => stringWidth(line) > terminal)).toEqual([]);
    }
  });

  test('takes an id that would leave no room beside it off the margin', async () => {
    const about = ['--about', 'yuri-ushakov', '--format', 'cards'];
    const text = await printed(['list', 'entities', ...about], { terminal: 32, env: { NO_COLOR: '1' } });
    expect(text.split('\n\n').find((card) => card.startsWith('north-korean-government'))).toBe(
      `\
north-korean-government
the North Korean government ·
organisation · The government
that the article calls Pyongyang
or North Korea. · also North
Korean government, Pyongyang,
North Korea’s government,
government of North Korea, North
Korean authorities, North Korean
regime, DPRK government,
government in Pyongyang, North
Korea, the North, DPRK, North
Korean · 3 claims`,
    );
  });
});

describe('a claim by format', () => {
  const FERRY = {
    id: 's2.1',
    text: 'Unnamed officials, quoted by local radio, say the ferry will not sail.',
    saidBy: 'local radio > unnamed officials',
    howSure: 'certain · negated',
    quote: {
      exact: 'the ferry will not sail',
      prefix: 'ted unnamed officials as saying ',
      suffix: '.\n\nPort Hope plans to open its n',
      start: 98,
      end: 121,
    },
    sentence: {
      id: 's2',
      text: 'Local radio quoted unnamed officials as saying the ferry will not sail.',
      paragraph: 1,
      start: 51,
      end: 122,
    },
    subject: { id: 'ferry', name: 'the ferry', type: 'work' },
    entities: [
      { id: 'ferry', name: 'the ferry', type: 'work' },
      { id: 'officials', name: 'unnamed officials', type: 'group' },
    ],
    topics: [{ id: 'weather', name: 'The weather' }],
    attribution: [
      { source: 'local-radio', name: 'local radio', anonymous: false },
      { source: 'officials', name: 'unnamed officials', anonymous: true },
    ],
    certainty: 'certain',
    polarity: 'negated',
    stance: 'asserted',
    conditional: false,
    hedge: null,
    time: null,
    qualifiedBy: [],
    article: {
      id: 'port-hope',
      title: 'Storm over Port Hope',
      publisher: 'Example News',
      author: [{ family: 'Rae', given: 'Ada' }],
      issued: { edtf: '2015-01', earliest: '2015-01-01', latest: '2015-01-31', inferred: true },
      url: null,
      accessed: null,
    },
  };
  const MATCH = {
    score: 1,
    kind: 'exact',
    terms: [{ query: 'ferry', matched: 'ferry', kind: 'exact' }],
    unmatched: [],
    ranges: { text: [[50, 55]], sentence: [[51, 56]] },
  };
  const BEFORE = {
    id: 's1',
    text: 'Rain may fall on Monday, the weather service said.',
    paragraph: 1,
    start: 0,
    end: 50,
  };
  const AFTER = {
    id: 's3',
    text: 'Port Hope plans to open its new pier in 2016.',
    paragraph: 2,
    start: 124,
    end: 169,
  };

  const LINES =
    's2.1\tcertain\tlocal radio > unnamed officials\tUnnamed officials, quoted by local radio, say the ferry will not sail.\n';
  const CSV =
    'id,text,saidBy,howSure,quote.exact,attribution,certainty,polarity,stance,conditional,hedge,time.edtf,time.inferred,qualifiedBy.id,qualifiedBy.text,subject.name,entities.name,topics.name,sentence.id,sentence.text,article.id,article.publisher,article.issued.edtf\r\n' +
    's2.1,"Unnamed officials, quoted by local radio, say the ferry will not sail.",local radio > unnamed officials,certain · negated,the ferry will not sail,local radio > unnamed officials,certain,negated,asserted,false,,,,,,the ferry,the ferry; unnamed officials,The weather,s2,Local radio quoted unnamed officials as saying the ferry will not sail.,port-hope,Example News,2015-01\r\n';
  const MARKDOWN = `\
> Local radio quoted unnamed officials as saying **the ferry will not sail**.

**s2.1** Unnamed officials, quoted by local radio, say the ferry will not sail.\u0020\u0020
local radio \\> unnamed officials · certain · negated\u0020\u0020
Ada Rae, “Storm over Port Hope”, Example News, January 2015 (inferred), paragraph 1, s2
`;
  const TABLE = `\
id    claim                                                                   who says it                      how sure
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
s2.1  Unnamed officials, quoted by local radio, say the ferry will not sail.  local radio > unnamed officials  certain · negated
`;
  const CARD = `\
s2.1  Unnamed officials, quoted by local radio, say the ferry will not sail.
      “Local radio quoted unnamed officials as saying the ferry will not sail.”
      local radio > unnamed officials · certain · negated
`;
  const CITATION =
    '      Ada Rae, “Storm over Port Hope”, Example News, January 2015 (inferred), paragraph 1, s2\n';
  const json = (record: object) => `${JSON.stringify([record], null, 2)}\n`;
  const jsonl = (record: object) => `${JSON.stringify(record)}\n`;

  const COMMANDS = {
    search: ['search', 'ferry'],
    list: ['list', '--about', 'ferry'],
    quote: ['quote', 's2.1'],
    context: ['quote', 's2.1', '--context', '1'],
  };

  test.each<[command: keyof typeof COMMANDS, format: string, text: string]>([
    ['search', 'lines', LINES],
    ['search', 'csv', CSV],
    ['search', 'json', json({ ...FERRY, match: MATCH })],
    ['search', 'jsonl', jsonl({ ...FERRY, match: MATCH })],
    ['search', 'markdown', MARKDOWN],
    ['search', 'table', TABLE],
    ['search', 'cards', CARD],
    ['list', 'lines', LINES],
    ['list', 'csv', CSV],
    ['list', 'json', json(FERRY)],
    ['list', 'jsonl', jsonl(FERRY)],
    ['list', 'markdown', MARKDOWN],
    ['list', 'table', TABLE],
    ['list', 'cards', CARD],
    ['quote', 'lines', LINES],
    ['quote', 'csv', CSV],
    ['quote', 'json', json(FERRY)],
    ['quote', 'jsonl', jsonl(FERRY)],
    ['quote', 'markdown', MARKDOWN],
    ['quote', 'table', TABLE],
    ['quote', 'cards', CARD + CITATION],
    ['context', 'json', json({ ...FERRY, context: { before: [BEFORE], after: [AFTER] } })],
    ['context', 'jsonl', jsonl({ ...FERRY, context: { before: [BEFORE], after: [AFTER] } })],
    [
      'context',
      'markdown',
      MARKDOWN.replace('> Local', `> ${BEFORE.text} Local`).replace('sail**.', `sail**. ${AFTER.text}`),
    ],
    [
      'context',
      'cards',
      CARD.replace('      “Local', `      ${BEFORE.text}\n      “Local`).replace(
        'sail.”\n',
        `sail.”\n      ${AFTER.text}\n`,
      ) + CITATION,
    ],
  ])('%s --format %s', async (command, format, text) => {
    const data = await portHope();
    expect(await printed([...COMMANDS[command], '--format', format, '--data', data])).toBe(text);
  });

  test.each(['lines', 'csv', 'table'])(
    'quote --context tells that %s have no place for it',
    async (format) => {
      const data = await portHope();
      expect(
        (await kimtrip(['quote', 's2', '--context', '1', '--format', format, '--data', data])).stderr,
      ).toBe('kimtrip: --context shows only in the formats cards, markdown, json, jsonl\n');
    },
  );

  test('a source that is anonymous and whose name does not say so is told to be', async () => {
    const data = await claimSetFolder(
      {
        article: {},
        entities: [{ id: 'aide', name: 'an aide', type: 'person' }],
        claims: [
          {
            id: 's1.1',
            text: 'An aide said no.',
            quote: 'no',
            attribution: [{ source: 'aide', anonymous: true }],
          },
        ],
      },
      'An aide said no.\n',
    );
    expect(await printed(['list', '--format', 'cards', '--data', data])).toContain(
      '      an aide · anonymous source · certain\n',
    );
  });

  test.each<[command: keyof typeof COMMANDS, pipe: string, terminal: string]>([
    ['search', 'lines', 'cards'],
    ['list', 'lines', 'table'],
    ['quote', 'lines', 'cards'],
  ])(
    '%s prints %s in a pipe and %s on a terminal where none is asked for',
    async (command, pipe, terminal) => {
      const argv = [...COMMANDS[command], '--data', await portHope()];
      expect(await printed(argv)).toBe(await printed([...argv, '--format', pipe]));
      expect(await printed(argv, TERMINAL)).toBe(await printed([...argv, '--format', terminal], TERMINAL));
    },
  );

  test.each(Object.keys(COMMANDS) as (keyof typeof COMMANDS)[])(
    '%s --json is --format json',
    async (command) => {
      const argv = [...COMMANDS[command], '--data', await portHope()];
      expect(await printed([...argv, '--json'])).toBe(await printed([...argv, '--format', 'json']));
    },
  );
});

describe('a table of claims', () => {
  test('keeps to 80 columns', async () => {
    const data = await portHope();
    expect(await printed(['list', '--no-color', '--data', data], TERMINAL)).toBe(
      `\
id    claim                                who says it        how sure
───────────────────────────────────────────────────────────────────────────────
s1.1  The weather service says rain may    the weather        ? possible ·
      fall on Monday.                      service            “may” · January
                                                              5, 2015
                                                              (inferred)
s2.1  Unnamed officials, quoted by local   local radio >      certain · negated
      radio, say the ferry will not sail.  unnamed officials
s3.1  The council of Port Hope plans to    Example News       ~ probable ·
      open a new pier in 2016.                                intended · 2016
s4.1  The old pier was built in 1901.      Example News       certain ·
                                                              presupposed ·
                                                              1901
s4.2  The old pier would close if Port     Example News       ? possible ·
      Hope agreed.                                            “would” ·
                                                              conditional
`,
    );
  });

  test('of 40 columns still tells who says it and how sure', async () => {
    const data = await portHope();
    expect(await printed(['list', '--no-color', '--data', data], { terminal: 40 })).toBe(
      `\
id    claim
────────────────────────────────────────
s1.1  The weather service says rain may
      fall on Monday.
      the weather service · possible ·
      “may” · January 5, 2015 (inferred)
s2.1  Unnamed officials, quoted by local
      radio, say the ferry will not
      sail.
      local radio > unnamed officials ·
      certain · negated
s3.1  The council of Port Hope plans to
      open a new pier in 2016.
      Example News, 2015 · probable ·
      intended · 2016
s4.1  The old pier was built in 1901.
      Example News, 2015 · certain ·
      presupposed · 1901
s4.2  The old pier would close if Port
      Hope agreed.
      Example News, 2015 · possible ·
      “would” · conditional
`,
    );
  });

  test('is painted without a change to its layout', async () => {
    const argv = ['list', '--data', await portHope()];
    const coloured = await printed([...argv, '--color'], TERMINAL);
    expect(coloured).toContain('\u001b[1ms1.1\u001b[22m');
    expect(stripVTControlCharacters(coloured)).toBe(await printed([...argv, '--no-color'], TERMINAL));
  });
});

describe('letters of other widths', () => {
  test('are printed as the article has them, composed or not, however wide the terminal', async () => {
    const words = 'Cafe\u0301 \uf900 naïve';
    const data = await claimSetFolder(
      { article: {}, claims: [{ id: 's1.1', text: 'A claim.', quote: words }] },
      `It was ${words} of them all, they said at last.\n`,
    );
    const { stdout } = await kimtrip(['quote', 's1', '--data', data, '--no-color'], { terminal: 30 });
    expect(stdout.replace(/\s+/g, ' ')).toContain(`“It was ${words} of them all, they said at last.”`);
  });

  const wideLetters = () =>
    claimSetFolder(
      {
        article: { publisher: '朝日' },
        entities: [{ id: 'kim', name: '金正恩', type: 'person' }],
        claims: [
          {
            id: 's1.1',
            text: '金正恩委员长可能访问莫斯科，这将是他首次出访。',
            quote: '可能访问莫斯科',
            certainty: 'possible',
            hedge: '可能',
            attribution: [{ source: 'kim' }],
          },
          { id: 's2.1', text: 'Spin\u0308al Tap 😀 open.', quote: 'Spin\u0308al' },
        ],
      },
      '金正恩委员长可能访问莫斯科，这将是他首次出访。\nSpin\u0308al Tap 😀 open.\n',
    );

  test('stand in columns', async () => {
    expect(
      await printed(['list', '--format', 'table', '--no-color', '--data', await wideLetters()], {
        terminal: 70,
      }),
    ).toBe(
      `\
id    claim                           who says it  how sure
──────────────────────────────────────────────────────────────────────
s1.1  金正恩委员长可能访问莫斯科，这  金正恩       ? possible · “可能”
      将是他首次出访。
s2.1  Spin\u0308al Tap 😀 open.             朝日         certain
`,
    );
  });

  test.each([20, 30, 40, 41, 64, 65, 80])('keep to %i columns', async (terminal) => {
    const data = await wideLetters();
    for (const format of ['table', 'cards']) {
      const text = await printed(['list', '--format', format, '--data', data], { terminal });
      expect(text.split('\n').filter((line) => stringWidth(line) > terminal)).toEqual([]);
    }
  });

  test('are underlined whole', async () => {
    const text = await printed(['quote', 's1', 's2', '--color', '--data', await wideLetters()], {
      terminal: 200,
    });
    expect(text).toContain('“金正恩委员长\u001b[4m可能访问莫斯科\u001b[24m，这将是他首次出访。”');
    expect(text).toContain('“\u001b[4mSpin\u0308al\u001b[24m Tap 😀 open.”');
  });
});

describe('what a format would take for its own', () => {
  const SENTENCES = [
    '=1+1, "he" said.',
    '+1 a',
    '-1 b',
    '@c',
    '2. *bold* _x_ [a](b) <i> `c` | d # e ~f~ \\g &amp;',
    '# head',
    '> quote',
  ];
  const special = () =>
    claimSetFolder(
      {
        article: { publisher: '=cmd|x' },
        claims: SENTENCES.map((text, index) => ({ id: `s${index + 1}.1`, text, quote: text })),
      },
      `${SENTENCES.join('\n')}\n`,
    );

  test('is kept from running in a spreadsheet', async () => {
    const data = await special();
    expect(
      await printed(['list', '--fields', 'id,text,attribution', '--format', 'csv', '--data', data]),
    ).toBe(
      [
        'id,text,attribution',
        `s1.1,"'=1+1, ""he"" said.",'=cmd|x`,
        "s2.1,'+1 a,'=cmd|x",
        "s3.1,'-1 b,'=cmd|x",
        "s4.1,'@c,'=cmd|x",
        "s5.1,2. *bold* _x_ [a](b) <i> `c` | d # e ~f~ \\g &amp;,'=cmd|x",
        "s6.1,# head,'=cmd|x",
        "s7.1,> quote,'=cmd|x",
        '',
      ].join('\r\n'),
    );
  });

  test('is escaped in a table of Markdown', async () => {
    const data = await special();
    expect(await printed(['list', '--fields', 'id,text', '--format', 'markdown', '--data', data])).toBe(
      `\
| id | text |
| --- | --- |
| s1.1 | \\=1+1, "he" said. |
| s2.1 | \\+1 a |
| s3.1 | \\-1 b |
| s4.1 | @c |
| s5.1 | 2\\. \\*bold\\* \\_x\\_ \\[a\\](b) \\<i\\> \\\`c\\\` \\| d \\# e \\~f\\~ \\\\g \\&amp; |
| s6.1 | \\# head |
| s7.1 | \\> quote |
`,
    );
  });

  test('is escaped in a quotation of Markdown', async () => {
    const data = await special();
    expect(await printed(['quote', 's6', '--format', 'markdown', '--data', data])).toBe(
      `\
> **\\# head**

**s6.1** \\# head\u0020\u0020
\\=cmd\\|x · certain\u0020\u0020
\\=cmd\\|x, undated, paragraph 1, s6
`,
    );
  });

  test('stays as it is in lines', async () => {
    const data = await special();
    expect(await printed(['list', '--fields', 'text', '--data', data])).toBe(`${SENTENCES.join('\n')}\n`);
  });
});

describe('hostile data', () => {
  // Joiners stay where letters need them.
  const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
  const hostileClaims = (text: string, inArticle: string) =>
    claimSetFolder(
      {
        article: { title: text, publisher: text, author: [{ literal: text }], issued: { edtf: '2015' } },
        entities: [
          { id: 'one', name: text, type: 'person', aliases: [text], description: text },
          { id: 'two', name: text, type: 'person' },
        ],
        topics: [{ id: 'topic', name: text, description: text }],
        claims: [
          {
            id: 's2.1',
            text,
            quote: inArticle,
            hedge: inArticle,
            entities: ['one'],
            topics: ['topic'],
            attribution: [{ source: 'one' }, { source: 'two' }],
            keywords: ['keyword'],
            time: { edtf: '2015', text: inArticle, inferred: true, basis: text },
          },
          { id: 's2.2', text, quote: inArticle },
        ],
      },
      `${inArticle}\nword ${inArticle} word\n${inArticle}\n`,
    );

  const COMMANDS = [
    ['search', 'keyword', '--explain'],
    ['list'],
    ['list', 'entities'],
    ['list', 'topics'],
    ['list', 'sources'],
    ['list', 'sentences'],
    ['quote', '2', '--context', '1'],
    ['list', '--fields', 'id,text,sentence.text,attribution,entities,topics,time.basis,hedge'],
  ];

  test.each([
    ['an escape sequence', '\u001b[31m', '\\u{1b}[31m'],
    ['a bell', '\u0007', '\\u{7}'],
    ['a carriage return', '\r', '\\u{d}'],
    ['a line feed', '\n', '\\u{a}'],
    ['a tab', '\t', '\\u{9}'],
    ['a C1 control', '\u009b', '\\u{9b}'],
    ['a bidi override', '\u202e', '\\u{202e}'],
    ['a zero-width space', '\u200b', '\\u{200b}'],
    ['a line separator', '\u2028', '\\u{2028}'],
    ['a lone surrogate', '\ud800', '\\u{d800}'],
    ['a tag of the astral planes', '\u{e0041}', '\\u{e0041}'],
  ])('%s is shown as its number', async (_, character, shown) => {
    const data = await hostileClaims(`a${character}b`, 'words');
    const fields = ['list', '--fields', 'text', '--data', data];
    expect(await printed([...fields, '--format', 'lines'])).toBe(`a${shown}b\n`.repeat(2));
    expect(await printed([...fields, '--format', 'csv'])).toBe(`text\r\n${`a${shown}b\r\n`.repeat(2)}`);
    expect(await kimtripJson(fields)).toEqual([{ text: `a${character}b` }, { text: `a${character}b` }]);
  });

  test('reaches no terminal, whatever the format, and JSON gives it back', async () => {
    const unit = fc.oneof(
      fc.constantFrom(
        '\u001b[2J',
        '\u202e',
        '\u200b',
        '\n',
        '\r',
        '\t',
        '\ud83d',
        '\udc00',
        '\u2028',
        '\u0085',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
      fc.constantFrom('word', ' ', '=', '|', '"', '\\', '$&'),
    );
    const hostile = fc.array(unit, { maxLength: 8 }).map((parts) => `A${parts.join('')}Z`);
    const OWN: Record<string, RegExp> = { lines: /[\t\n]/g, csv: /\r\n/g };

    await fc.assert(
      fc.asyncProperty(
        hostile,
        fc.constantFrom(...COMMANDS),
        fc.constantFrom(...FORMATS),
        async (text, command, format) => {
          // A line feed ends a sentence; half of a character and NUL are in no text.
          const inArticle = text.replaceAll(/[\n\0\p{Cs}]/gu, '\u0007');
          const data = await hostileClaims(text, inArticle);
          const argv = [...command, '--format', format, '--no-color', '--data', data];
          const { stdout, code } = await kimtrip(argv, { terminal: 60 });
          expect(code).toBe(0);
          const shown = stdout.replaceAll(OWN[format] ?? /\n/g, '');
          expect(INVISIBLE.exec(shown)).toBeNull();
          const [claim] = await kimtripJson(['list', '--data', data]);
          expect(claim).toMatchObject({ text, hedge: inArticle, time: { basis: text } });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('stays on its line in lines and csv', async () => {
    const data = await hostileClaims('a\nb\tc\r\nd', 'words');
    expect(await printed(['list', '--data', data])).toBe(
      's2.1\tcertain\ta\\u{a}b\\u{9}c\\u{d}\\u{a}d > a\\u{a}b\\u{9}c\\u{d}\\u{a}d\ta\\u{a}b\\u{9}c\\u{d}\\u{a}d\n' +
        's2.2\tcertain\ta\\u{a}b\\u{9}c\\u{d}\\u{a}d\ta\\u{a}b\\u{9}c\\u{d}\\u{a}d\n',
    );
  });

  test('is not taken for a fault of its own: verify shows it escaped too', async () => {
    const data = await claimSetFolder(
      { article: {}, claims: [{ id: 's1.1', text: 'x', quote: 'x', subject: '\u001b[31m\u202e' }] },
      'x\n',
    );
    expect(await kimtrip(['verify', data])).toEqual({
      stdout: 'claims.json:1: s1.1: claims[0].subject names no known id: \\u{1b}[31m\\u{202e}\n',
      stderr: '',
      code: 1,
    });
  });
});

describe('colour', () => {
  test.each<[is: 'on' | 'off', options: string[], env: Record<string, string>, where: 'terminal' | 'pipe']>([
    ['on', [], {}, 'terminal'],
    ['off', [], {}, 'pipe'],
    ['on', ['--color'], {}, 'pipe'],
    ['off', ['--no-color'], {}, 'terminal'],
    ['off', ['--color', '--no-color'], {}, 'terminal'],
    ['on', ['--no-color', '--color'], {}, 'pipe'],
    ['off', [], { NO_COLOR: '1' }, 'terminal'],
    ['off', [], { NO_COLOR: '0' }, 'terminal'],
    ['on', [], { NO_COLOR: '' }, 'terminal'],
    ['on', ['--color'], { NO_COLOR: '1' }, 'pipe'],
    ['off', [], { NO_COLOR: '1', FORCE_COLOR: '1' }, 'terminal'],
    ['on', [], { NO_COLOR: '', FORCE_COLOR: '1' }, 'pipe'],
    ['on', [], { FORCE_COLOR: '1' }, 'pipe'],
    ['on', [], { FORCE_COLOR: '3' }, 'pipe'],
    ['off', [], { FORCE_COLOR: '0' }, 'terminal'],
    ['off', ['--no-color'], { FORCE_COLOR: '1' }, 'terminal'],
    ['on', [], { FORCE_COLOR: '1', TERM: 'dumb' }, 'pipe'],
    ['off', [], { TERM: 'dumb' }, 'terminal'],
    ['on', ['--color'], { TERM: 'dumb' }, 'terminal'],
    ['on', [], { TERM: 'xterm-256color' }, 'terminal'],
  ])('is %s with %j and %j on a %s', async (is, options, env, where) => {
    const argv = ['quote', 's2.1', '--format', 'cards', '--data', await portHope()];
    const world = { env, ...(where === 'terminal' ? { terminal: 200 } : {}) };
    const text = await printed([...argv, ...options], world);
    expect(text.includes('\u001b[')).toBe(is === 'on');
    expect(stripVTControlCharacters(text)).toBe(await printed([...argv, '--no-color'], world));
  });
});

test.each([[['search', 'pier']], [['list']], [['list', 'sources']], [['quote', '1-5', '--context', '1']]])(
  'JSON of %j is the same on a terminal, in a pipe, with colour forced and under any locale',
  async (words) => {
    const argv = [...words, '--json', '--data', await portHope()];
    const expected = await printed(argv);
    const worlds: World[] = [
      { terminal: 40 },
      { terminal: 40, env: { COLUMNS: '20' } },
      { env: { FORCE_COLOR: '1' } },
      { env: { LANG: 'tr_TR.UTF-8', LC_ALL: 'C', TZ: 'Pacific/Kiritimati' } },
    ];
    for (const world of worlds) expect(await printed(argv, world)).toBe(expected);
    expect(await printed([...argv, '--color'], { terminal: 40 })).toBe(expected);
  },
);

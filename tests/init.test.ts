import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimSetFolder, kimtrip, kimtripJson, shell } from './helpers.ts';

/** Texts by language, each as its sentences. */
const TEXTS: Record<string, string[][]> = {
  en: [
    ['It rained.', 'The ferry sailed.'],
    ['Mr. Rae met Mrs. Holt.', 'They talked.'],
    ['Dr. Holt left.', 'She will return.'],
    ['U.S. President Barack Obama stayed home.', 'Kim did not.'],
    ['He lives in the U.S.', 'The move surprised many.'],
    ['She moved to the U.S.', 'She likes it.'],
    ['The U.N. Security Council met.', 'It adjourned.'],
    ['He flew to Washington, D.C. on Monday.', 'He stayed.'],
    ['He flew to Washington, D.C.', 'He stayed there.'],
    ['George W. Bush spoke.', 'Nobody listened.'],
    ['J. K. Rowling wrote it.', 'It sold.'],
    ['J.R.R. Tolkien wrote it.', 'It sold.'],
    ['A. Rae spoke.', 'B. Holt left.'],
    ['He chose plan B.', 'It failed.'],
    ['It was not I.', 'It was Rae.'],
    ['It grew by 3.5 percent.', 'Nobody knew.'],
    ['Version 2.0.1 is out.', 'It works.'],
    ['It costs $1,000.50.', 'That is a lot.'],
    ['The pier opened in 1901.', 'It burned down in 1950.'],
    ['It rained.', '12 people came.'],
    ['“It will rain.”', 'He left.'],
    ['“It will rain,” she said.', '“Take a coat.”'],
    ['“Will it rain?” she asked.', 'Nobody knew.'],
    ['“Never!” Rae said.', 'He left.'],
    ['"It will rain."', '"Who says so?" he asked.'],
    ['He said, "It will rain."', 'Then he left.'],
    ['‘It will rain.’', 'He left.'],
    ['“It will rain.', 'Take a coat,” she said.'],
    ['It may … rain.', 'It may not.'],
    ['Well ... it may rain.', 'It may not.'],
    ['It may rain… or not.', 'Nobody knows.'],
    ['It may rain…', 'Nobody knows.'],
    ['It may rain...', 'Nobody knows.'],
    ['She went to St. Mary’s Church.', 'It was full.'],
    ['He was born in St. Petersburg.', 'He lives in Kyiv.'],
    ['The shop is on Main St.', 'It is open.'],
    ['It opened on Jan. 5.', 'It closed on Feb. 6, 2015.'],
    ['It opened in Sept. 2014.', 'It closed in Oct.'],
    ['The ferry leaves at 7 a.m. on Monday.', 'It returns at 9 p.m. daily.'],
    ['The ferry leaves at 7 a.m.', 'It returns at nine.'],
    ['It starts at 8 p.m. Friday.', 'Doors open at 7 p.m.'],
    ['Birds, e.g. Terns, nest here, i.e. on the pier.', 'They leave in May.'],
    ['Boats, nets, etc. were lost.', 'Nobody was hurt.'],
    ['They lost boats, nets, etc.', 'Nobody was hurt.'],
    ['Acme Inc. said so.', 'It closed.'],
    ['Acme Corp., Harbour Ltd. and Pier Co. agreed.', 'They signed.'],
    ['He works for Acme Inc.', 'He likes it.'],
    ['Martin Luther King Jr. spoke.', 'They marched.'],
    ['Sen. Holt and Rep. Rae agreed.', 'Gov. Fox did not.'],
    ['Gen. Fox met Lt. Col. Rae.', 'They agreed.'],
    ['Prof. Rae holds a Ph.D. from Oslo.', 'She teaches.'],
    ['He lives at No. 10 Pier Road.', 'He is ill.'],
    ['Will it rain?', 'No.', 'It will not.'],
    ['Rae vs. Holt was heard.', 'Rae won.'],
    ['It rained (a lot).', 'It stopped.'],
    ['It rained.', '(It often does.)', 'It stopped.'],
    ['Really?!', 'Yes!', 'Good.'],
    ['Yahoo! said it would close.', 'It did.'],
    ['See example.com for more.', 'It is free.'],
    ['He came — late — on Monday.', 'He left.'],
    ['Rae is the editor.', 'Follow her on Twitter at'],
    ['He likes it.', 'iPhone sales fell.'],
    ['Adm. Rae and Capt. Holt of the H.M.S. Hope sailed.', 'They returned.'],
    ['Mt. Hope is 500 ft. high.', 'It is bare.'],
    ['Rep. Alexandria Ocasio-Cortez, D-N.Y., said so.', 'Others disagreed.'],
    ['“We will not go,” Ushakov told reporters in St. Petersburg on Feb. 3, 2015.', 'It was cold.'],
    ['The company, based in Portland, Ore., employs 3,000.', 'Shares fell 2.5 percent to $4.20.'],
    ['The talks ended at 3:30 p.m. EST Tuesday.', 'Neither side commented.'],
    ['Sgt. Maj. J. T. Holt of the U.S. Marine Corps spoke.', '“No,” he said.'],
    ['Is it over?', '“Not yet!” cried Holt.', 'He ran.'],
    ['The U.S. Supreme Court and the U.K. High Court differ.', 'Lawyers said so.'],
    ['She was born in Washington, D.C.', 'Her father was a spy.'],
    ['He met Gov. Jane Fox, R-Calif., at 6 a.m.', 'The governor smiled.'],
    ['Acme Co. Chairman Bo Rae resigned.', 'His son took over.'],
    ['According to Fig. 3 and pp. 12-14, it fell.', 'See also Ch. 5.'],
    ['The ship (built in 1901 by Holt & Co.) sank.', 'All were saved.'],
    ['He said: "I don\'t know."', 'She shrugged.'],
    ['It is 5 ft. 3 in. tall.', 'It weighs 9 lb.'],
    ['He wrote “Oliver!” in 1960.', 'It ran for years.'],
    ['Who won?', 'Rae, 3-2.', 'Again.'],
    ['“It’s over,” said Holt, 54.', '“We lost.”'],
    ['He came.', 'She saw.', 'They left.'],
    ['The vote was 51 to 49.', 'Sen. Rae abstained.'],
    ['J.P. Morgan Chase & Co. reported profits.', 'Analysts at H.S.B.C. were glad.'],
    ['It sold 1.2 million.', '2014 was a good year.'],
    ['The No. 1 seed lost.', 'Who cares?'],
    ['He said Mr. Trump Jr. was late.', 'Others agreed.'],
    ['“Stop!”', 'The boy ran.'],
    ['He has a B.A. and an M.A. in law.', 'He is 30.'],
    ['The rain stopped at last. . . .', 'The sun came out.'],
    ['1. Eat well.', '2. Sleep.', '3. Go out.'],
    ['1) Eat well', '2) Sleep', '3) Go out'],
    ['a. Eat well.', 'b. Sleep.'],
    ['There are two rules:', '1. Eat well.', '2. Sleep.', 'Nobody keeps them.'],
    ['Rae was No. 1.', 'Holt came second.'],
    ['How many came?', '12.', 'Nobody knew.'],
    ["The custom is the grandfather's.", 'Rae left.'],
    ['The custom is the grandfather’s.', 'Rae left.'],
    ['At 5 p.m. Officer Lee left.', 'It rained.'],
    ['On Monday, at about 7 a.m. Mr. Rae called.', 'Nobody answered.'],
    ['The shop closed at 5 p.m.', 'Officer Lee saw it.'],
    ['It fell by 3 percent.[1]', 'It rose in May.[2][3]', 'Nobody knew.'],
    ['It fell by 3 percent. [1]', 'It rose in May. [2] [3]', 'Nobody knew.'],
    ['[1] Rae, 2004.', '[2] Holt, 2005.'],
    ['“It fell.” (Rae 55).', 'Nobody knew.'],
    ['It rained.', '[…] It stopped.'],
    ['“Never!” — he said.', '“Not now!”'],
    ['— Will it rain?', '— No.', '— Who says so?'],
    ['PARADISE, Calif. — The fire is out.', 'Nobody was hurt.'],
    ['“Never.”', 'Rae told me that he had left.'],
    ['We went, Rae and I.', 'Holt stayed.'],
    ['He lives in the U.S.', 'Does he like it?'],
    ['You know . . . It may rain.', 'It may not.'],
    ['Shares of Yahoo.Com fell.', 'Nobody sold.'],
  ],
  de: [
    ['Am 3. Oktober sprach Dr. Müller.', 'Er kam um 8 Uhr.'],
    ['Es gibt Vögel, z. B. Möwen, und z.B. Enten.', 'Sie nisten hier.'],
    ['„Es regnet“, sagte sie.', '„Nimm einen Mantel.“', 'Er ging.'],
    ['Der 70. Jahrestag wird gefeiert.', 'Alle kommen.'],
    ['Boote, Netze usw. gingen verloren, d. h. alles.', 'Niemand wurde verletzt.'],
    ['Es kostet 3,5 Mio. Euro in St. Gallen.', 'Das ist viel.'],
    ['Frau Prof. Holt sprach ca. 20 Minuten.', 'Nr. 7 fehlte.'],
    ['Bundeskanzlerin Dr. Angela Merkel (CDU) reist am 9. Mai nicht nach Moskau.', 'Sie kommt am 10. Mai.'],
    ['Im 19. Jahrhundert wurde der Pier gebaut.', 'Er kostete 2 Mio. Mark.'],
    ['„Ich komme nicht“, sagte er am 3. 5. in Berlin.', 'Dann ging er.'],
    ['Die Firma Holt GmbH & Co. KG schließt.', 'Das steht fest.'],
  ],
  fr: [
    ['« Il va pleuvoir », a-t-elle dit.', 'Il est parti.'],
    ['M. Dupont a vu Mme Holt.', 'Ils ont parlé.'],
    ['Il fut bâti en 52 av. J.-C. par les Romains.', 'Il tient encore.'],
    ['Va-t-il pleuvoir ?', 'Personne ne sait !', 'On verra.'],
    ['Les bateaux, p. ex. les voiliers, etc. sont perdus.', 'Personne n’est blessé.'],
    ['Le président de la S.N.C.F. a parlé à 20 h. 30.', 'Il a tort.'],
    ['« Viens ! » dit-elle.', 'Il vint.'],
    ['« Non. »', 'Il part.', '« Non ! »', 'Elle reste.'],
    ['— Tu viens ?', '— Non, dit-il.', '— Bon.'],
    ['— Viens ! — dit-elle.', 'Il vint.'],
    ['L’usine de M. Dupont, dirigée par Mr. Rae, ferme.', 'Il part.'],
  ],
  es: [
    ['El Sr. García vio a la Sra. López.', 'Hablaron.'],
    ['—¿Vienes? —preguntó ella.', '—No.'],
    ['¿Va a llover?', '¡Nadie lo sabe!', 'Ya veremos.'],
    ['El presidente de EE. UU. Barack Obama no irá.', 'Kim sí.'],
    ['Vea Ud. la pág. 7.', 'Es clara.'],
    ['La Dra. Ruiz nació el 3 de feb. de 1950 en S. Pablo.', 'Vive aquí.'],
  ],
  ru: [
    ['Это сказал В. В. Путин.', 'Он уехал.'],
    ['Он родился в 1952 г. в Ленинграде.', 'Он живёт в Москве.'],
    ['Лодки, сети и т. д. пропали, т. е. всё.', 'Никто не пострадал.'],
    ['– Привет! – сказал он.', '– Как дела?'],
    ['«Будет дождь», — сказала она.', 'Он ушёл.'],
    ['Он живёт на ул. Ленина в г. Омске.', 'Она тоже.'],
    ['По словам г-на Путина, А. С. Пушкин родился в 1799 г.', 'Он был поэтом.'],
    ['Цена — 5 тыс. руб. за штуку.', 'Это дорого!'],
  ],
  ja: [
    ['雨が降るかもしれない。', '船は出ない。'],
    ['「雨が降る。」と彼女は言った。', '彼は去った。'],
    ['雨は降るか？', '誰も知らない！', '様子を見よう。'],
    ['彼は「行かない」と言った。', '首相は5月9日にモスクワを訪れる。'],
  ],
  zh: [
    ['星期一可能下雨。', '渡轮不会开。'],
    ['“会下雨。”她说。', '他走了。'],
    ['他走了。', '“会下雨。”她说。', '《南极条约》签订。', '（笑）'],
    ['会下雨吗？', '没人知道！', '再看吧。'],
    ['他说：“我不去。”', '首相五月九日去莫斯科。'],
  ],
  ko: [
    ['월요일에 비가 올 수 있다.', '배는 뜨지 않는다.'],
    ['“비가 온다”고 그녀가 말했다.', '그는 떠났다.'],
    ['3.5퍼센트 늘었나?', '아무도 모른다.'],
    ['그는 “가지 않겠다.”라고 말했다.', '총리는 5월 9일 모스크바에 간다.'],
  ],
  it: [
    ['Il sig. Rossi e la dott.ssa Verdi parlano.', 'Poi escono.'],
    ['Il prof. Bianchi arriva il 3 sett. a Roma.', 'Poi parte.'],
  ],
  nl: [['Dhr. Jansen zag dr. Smit, d.w.z. gisteren.', 'Het regende.']],
  pt: [['O Sr. Silva viu a Dra. Costa.', 'Eles falaram.']],
  pl: [['Mieszka przy ul. Długiej, np. od roku.', 'Jest zimno.']],
  hi: [['बारिश हो सकती है।', 'नाव नहीं चलेगी।']],
  ar: [['هل ستمطر؟', 'لا أحد يعرف.']],
  sv: [['Enligt dr. Holm kan det regna, t.ex. på måndag.', 'Ingen vet.']],
};

/** Languages that put no space between sentences. */
const UNSPACED = ['ja', 'zh'];

/** A folder with a text in it, and the path of a claim set to start. */
async function storyFolder(text: string | Uint8Array): Promise<{ story: string; target: string }> {
  const folder = await claimSetFolder(null, null);
  const story = join(folder, 'story.txt');
  await writeFile(story, text);
  return { story, target: join(folder, 'new', 'set') };
}

const sentencesOf = async (folder: string) =>
  (await kimtripJson<{ text: string; paragraph: number }>(['list', 'sentences', '--data', folder])).map(
    ({ text, paragraph }) => ({ text, paragraph }),
  );

describe('init finds the sentences', () => {
  const texts = Object.entries(TEXTS).flatMap(([language, list]) =>
    list.map((sentences) => ({ language, sentences })),
  );

  test.for(texts)('$language: $sentences', async ({ language, sentences }) => {
    const { story, target } = await storyFolder(sentences.join(UNSPACED.includes(language) ? '' : ' '));
    expect((await kimtrip(['init', story, target, '--language', language])).code).toBe(0);
    expect((await sentencesOf(target)).map(({ text }) => text)).toEqual(sentences);
  });

  test('of the article that ships, exactly, when its sentences are joined by a space', async () => {
    const data = join(import.meta.dirname, '../data/kim-trip/article.txt');
    const article = await readFile(data, 'utf8');
    const { story, target } = await storyFolder(article.replace(/(?<=\S)\n(?=\S)/g, ' '));
    await kimtrip(['init', story, target]);
    expect(await readFile(join(target, 'article.txt'), 'utf8')).toBe(article);
  });

  test.each([
    ['a blank line', 'It rained.\n\nIt stopped.\n'],
    ['blank lines with blanks on them', '\n \nIt rained.\n\t\n\nIt stopped.'],
    ['line ends of Windows', 'It\r\nrained.\r\n\r\nIt\r\nstopped.\r\n'],
    ['line ends of old Macs', 'It rained.\r\rIt stopped.'],
    ['a byte order mark', '\ufeffIt rained.\n\nIt stopped.'],
    ['a paragraph separator', 'It rained.\u2029It stopped.'],
    ['line breaks inside, with blanks around', 'It \n  rained.\n\nIt\nstopped.'],
  ])('and paragraphs from a text with %s', async (_, text) => {
    const { story, target } = await storyFolder(text);
    await kimtrip(['init', story, target]);
    expect(await sentencesOf(target)).toEqual([
      { text: 'It rained.', paragraph: 1 },
      { text: 'It stopped.', paragraph: 2 },
    ]);
  });

  test.each([
    [
      'a space is missing',
      'It rained.It stopped.Mr. Rae left.',
      ['It rained.', 'It stopped.', 'Mr. Rae left.'],
    ],
    [
      'a line ends inside Chinese',
      '首相五月\n九日去莫斯科。\n他走了。',
      ['首相五月九日去莫斯科。', '他走了。'],
    ],
    ['a line ends inside Japanese', '彼は\r\n「行かない」\r\nと言った。', ['彼は「行かない」と言った。']],
    ['a line ends between scripts', '他去了\nMoscow。', ['他去了 Moscow。']],
    ['a line ends inside Korean', '그는\n떠났다.', ['그는 떠났다.']],
    [
      'carriage returns alone end lines',
      'It rained\rall day.\rIt stopped.',
      ['It rained all day.', 'It stopped.'],
    ],
    ['items of a list stand on lines', '1. Eat well\n2. Sleep\n', ['1. Eat well', '2. Sleep']],
  ])('where %s', async (_, text, sentences) => {
    const { story, target } = await storyFolder(text);
    await kimtrip(['init', story, target, '--language', /[가-힣]/.test(text) ? 'ko' : 'en']);
    expect((await sentencesOf(target)).map(({ text }) => text)).toEqual(sentences);
  });

  test('and changes, adds and drops no word of any text', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'Mr.',
        'U.S.',
        'a.m.',
        '“It',
        'rained.”',
        '…',
        '?!',
        '3.5',
        'J.',
        'é',
        '雨。',
        '\n',
        '\n\n',
        '»',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    return fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 30 }), async (words) => {
        // A first paragraph with a stop is no headline.
        const text = `It rained. ${words.join(' ').replaceAll('\0', '').replaceAll('<', '')}`;
        const { story, target } = await storyFolder(text);
        expect((await kimtrip(['init', story, target])).code).toBe(0);
        const written = await readFile(join(target, 'article.txt'), 'utf8');
        // A byte order mark counts as a blank for `trim` and for `\s` alike.
        expect(written.replace(/\s/g, '')).toBe(text.replace(/[\s\u0085]/g, ''));
        expect(await kimtrip(['verify', target])).toMatchObject({ code: 0 });
      }),
      { numRuns: 30 },
    );
  });

  test('of a text of a million letters in one paragraph', async () => {
    const { story, target } = await storyFolder(
      'Mr. Rae saw the U.S. President at 7 a.m. on Monday. '.repeat(20_000),
    );
    const { stdout } = await kimtrip(['init', story, target]);
    expect(stdout).toContain('20000 sentences in 1 paragraph,');
  });
});

describe('init', () => {
  const WRITTEN = ['article.txt', 'claims.json', 'kimtrip.schema.json'];

  test('writes a claim set that is sound and has no claims, and says what to do next', async () => {
    const { story, target } = await storyFolder('It may rain. So said Mr. Rae.\n\nIt did.\n');
    expect(await kimtrip(['init', story, target])).toEqual({
      stdout: `${target}/article.txt: 3 sentences in 2 paragraphs, one sentence per line
${target}/claims.json: no claims yet

Next:
  1. read the sentences; mend article.txt where a line is not one, before you write claims
       kimtrip list sentences --data ${target}
  2. write its entities, topics and claims into ${target}/claims.json
  3. check them, likely slips included
       kimtrip verify ${target} --strict
  4. search
       kimtrip search WORDS --data ${target}
`,
      stderr: '',
      code: 0,
    });
    expect(await readdir(target)).toEqual(WRITTEN);
    expect(await readFile(join(target, 'article.txt'), 'utf8')).toBe(
      'It may rain.\nSo said Mr. Rae.\n\nIt did.\n',
    );
    expect(await readFile(join(target, 'claims.json'), 'utf8')).toBe(`{
  "$schema": "./kimtrip.schema.json",
  "article": {
    "type": "article-newspaper",
    "title": null,
    "author": [],
    "publisher": null,
    "issued": null,
    "language": "en"
  },
  "entities": [],
  "topics": [],
  "claims": []
}
`);
    expect(await kimtrip(['verify', target])).toEqual({
      stdout: 'sound: 0 claims in 3 sentences\n',
      stderr:
        'kimtrip: warning: claims.json:13: claims holds no claim yet [no-claims]\nkimtrip: 1 warning; --strict counts them as faults\n',
      code: 0,
    });
    for (const argv of [['list'], ['search', 'rain'], ['export', 'html']])
      expect(await kimtrip([...argv, '--data', target])).toEqual({
        stdout: '',
        stderr:
          'kimtrip: this claim set has no claims yet; write them into its claims.json, then run kimtrip verify DIR\n',
        code: 1,
      });
  });

  test('writes the schema that kimtrip prints', async () => {
    const { story, target } = await storyFolder('It rained.');
    await kimtrip(['init', story, target]);
    const { stdout } = await kimtrip(['schema']);
    expect(JSON.parse(await readFile(join(target, 'kimtrip.schema.json'), 'utf8'))).toEqual(
      JSON.parse(stdout),
    );
  });

  test('reads stdin, and keeps the language', async () => {
    const { target } = await storyFolder('');
    const stdin = 'Am 3. Oktober sprach Dr. Müller. Er kam.';
    expect((await kimtrip(['init', '-', target, '--language', 'de-AT'], { stdin })).code).toBe(0);
    expect(JSON.parse(await readFile(join(target, 'claims.json'), 'utf8')).article.language).toBe('de-AT');
    expect(await sentencesOf(target)).toEqual([
      { text: 'Am 3. Oktober sprach Dr. Müller.', paragraph: 1 },
      { text: 'Er kam.', paragraph: 1 },
    ]);
  });

  test('quotes a folder for the shell, and shows what is invisible in its name', async () => {
    const folder = await claimSetFolder(null, null);
    await writeFile(join(folder, 'story.txt'), 'It rained.');
    const { stdout } = await shell("kimtrip init story.txt $'my \\e[31mstory'", folder);
    expect(stdout).toContain("kimtrip verify 'my \\u{1b}[31mstory' --strict\n");
    expect((await shell("kimtrip verify $'my \\e[31mstory'", folder)).code).toBe(0);
  });

  test.each(WRITTEN)('overwrites nothing: %s', async (name) => {
    const { story, target } = await storyFolder('It rained.');
    await mkdir(target, { recursive: true });
    await writeFile(join(target, name), 'mine');
    expect(await kimtrip(['init', story, target])).toEqual({
      stdout: '',
      stderr: `kimtrip: cannot write ${join(target, name)}: it is there already; nothing was written, choose another folder\n`,
      code: 2,
    });
    expect(await readdir(target)).toEqual([name]);
    expect(await readFile(join(target, name), 'utf8')).toBe('mine');
  });

  test('writes nothing through a link that leads nowhere', async () => {
    const { story, target } = await storyFolder('It rained.');
    await mkdir(target, { recursive: true });
    await symlink('elsewhere', join(target, 'article.txt'));
    expect((await kimtrip(['init', story, target])).code).toBe(2);
    expect(await readdir(target)).toEqual(['article.txt']);
  });

  test.each<[where: string, folder: (story: string) => string, why: string]>([
    ['has no name', () => '', 'the name of the folder is empty; nothing was written'],
    [
      'is to be in a file',
      (story) => `${story}/new`,
      'cannot write /story.txt/new: its folder is not a folder; nothing was written, choose another folder',
    ],
    [
      'is to be where none can be made',
      () => '/proc/self/new/folder',
      'cannot write /proc/self/new/folder: there is no such file; nothing was written, choose another folder',
    ],
  ])('refuses a folder that %s', async (_, folderOf, why) => {
    const { story } = await storyFolder('It rained.');
    const { stdout, stderr, code } = await kimtrip(['init', story, folderOf(story)]);
    expect({ stdout, stderr: stderr.replace(story, '/story.txt'), code }).toEqual({
      stdout: '',
      stderr: `kimtrip: ${why}\n`,
      code: 2,
    });
  });

  test('refuses a folder that is a file', async () => {
    const { story } = await storyFolder('It rained.');
    expect(await kimtrip(['init', story, story])).toEqual({
      stdout: '',
      stderr: `kimtrip: cannot write ${story}: it is there already; nothing was written, choose another folder\n`,
      code: 2,
    });
  });

  test.each<[what: string, text: string | Uint8Array, why: string]>([
    ['is empty', '', 'it holds no text; give it an article as plain text'],
    ['is blank', ' \r\n\t\n', 'it holds no text; give it an article as plain text'],
    ['is Latin-1', new Uint8Array([0x52, 0xe9, 0x2e]), 'it is not UTF-8 text; save it as UTF-8'],
    [
      'is UTF-16',
      Buffer.from('\ufeffIt rained.', 'utf16le'),
      'it is UTF-16, not UTF-8 text; save it as UTF-8',
    ],
    [
      'is binary',
      new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0]),
      'it is not UTF-8 text, for it holds NUL characters; save it as UTF-8',
    ],
  ])('refuses a text that %s, and writes nothing', async (_, text, why) => {
    const { story, target } = await storyFolder(text);
    expect(await kimtrip(['init', story, target])).toEqual({
      stdout: '',
      stderr: `kimtrip: cannot read ${story}: ${why}\n`,
      code: 2,
    });
    expect(await readdir(join(target, '../..'))).toEqual(['story.txt']);
  });

  test.each([
    ['there is no such file', 'nothing.txt'],
    ['it is a folder', '.'],
    ['it is not a regular file', '/dev/zero'],
  ])('refuses a text where %s', async (why, path) => {
    const { target } = await storyFolder('');
    expect(await kimtrip(['init', path, target])).toEqual({
      stdout: '',
      stderr: `kimtrip: cannot read ${path}: ${why}; init takes a text file, or - for stdin\n`,
      code: 2,
    });
  });

  test('refuses a language that is none', async () => {
    const { story, target } = await storyFolder('It rained.');
    expect(await kimtrip(['init', story, target, '--language', 'not a tag'])).toEqual({
      stdout: '',
      stderr: 'kimtrip: no such language: not a tag; it takes a BCP 47 tag, such as en or pt-BR\n',
      code: 2,
    });
  });
});

describe('what stands above a text', () => {
  const claimsOf = async (target: string) => JSON.parse(await readFile(join(target, 'claims.json'), 'utf8'));

  test.each([
    ['Old crane may go\n\nBy Ida Crome and Bo Tarn\nMarch 3, 2026\n\nIt may rain. It did.\n'],
    [
      'Old crane may go\nBy Ida Crome and Bo Tarn, Staff Writers\nPublished: 3 March 2026\nIt may rain. It did.\n',
    ],
  ])('becomes its title, authors and date: %j', async (text) => {
    const { story, target } = await storyFolder(text);
    const { stdout } = await kimtrip(['init', story, target]);
    expect(stdout).toContain('Above the text, left out of article.txt:\n  title: Old crane may go\n');
    expect((await claimsOf(target)).article).toMatchObject({
      title: 'Old crane may go',
      author: [{ literal: 'Ida Crome' }, { literal: 'Bo Tarn' }],
      issued: { edtf: '2026-03-03' },
    });
    expect(await readFile(join(target, 'article.txt'), 'utf8')).toBe('It may rain.\nIt did.\n');
    expect(await kimtrip(['list', 'sentences', '--data', target])).toMatchObject({ code: 0 });
  });

  test.each([
    ['PORT ALDER, Nov. 3, 2025 —', '2025-11-03'],
    ['LONDON, 3 November 2025 (Reuters) -', '2025-11-03'],
    ['NEW YORK, Nov. 3, 2025 /Newswire/ --', '2025-11-03'],
    ['LONDON, Nov 3 (Reuters) -', null],
  ])('reads the day of the dateline %j where it names the year', async (dateline, issued) => {
    const { story, target } = await storyFolder(`Port may close\n\n${dateline} It may rain. It did.\n`);
    const { stdout } = await kimtrip(['init', story, target]);
    const told = `\n\nOf the dateline, which stays in article.txt:\n  issued: ${issued} (“${dateline}”)\n`;
    expect(stdout.includes(told)).toBe(issued !== null);
    expect((await claimsOf(target)).article.issued).toEqual(issued === null ? null : { edtf: issued });
    expect(await readFile(join(target, 'article.txt'), 'utf8')).toBe(`${dateline} It may rain.\nIt did.\n`);
  });

  test('gives the day before a dateline does', async () => {
    const { story, target } = await storyFolder(
      'Port may close\n\nMarch 3, 2026\n\nPENBURY, March 1, 2026 — It may rain.\n',
    );
    expect((await kimtrip(['init', story, target])).stdout).not.toContain('dateline');
    expect((await claimsOf(target)).article.issued).toEqual({ edtf: '2026-03-03' });
  });

  /** The lines that tell what was read above the text, and the text that is left. */
  async function aboveOf(lines: string): Promise<{ told: string[]; article: object; text: string }> {
    const { story, target } = await storyFolder(`${lines}\n\nIt may rain. It did.\n`);
    const { stdout } = await kimtrip(['init', story, target]);
    const [, told = ''] = /\n\nAbove the text, left out of article\.txt:\n(.*?)\n\n/s.exec(stdout) ?? [];
    const { title, author, issued } = (await claimsOf(target)).article;
    return {
      told: told.split('\n').map((line) => line.trim()),
      article: { title, author: author.map(({ literal }: { literal: string }) => literal), issued },
      text: await readFile(join(target, 'article.txt'), 'utf8'),
    };
  }

  test.each([
    '14 October 2025',
    'Published 14 October 2025, 6:42 am BST',
    'Published: October 14, 2025',
    'Tuesday 14 October 2025',
    'Tue, Oct 14, 2025, 6:42 AM',
    'Published 6:42 AM BST, October 14, 2025',
    'Oct. 14, 2025 at 6:42 a.m. ET',
    '14 October 2025, 06:42 UTC+1',
    '2025-10-14',
    '2025-10-14T06:42:00Z',
    '2025/10/14',
    '14/10/2025',
    '10/14/2025',
    'Updated 14 October 2025',
    'October 14, 2025 | Updated October 15, 2025',
    'Last updated 15 October 2025 · Published 14 October 2025',
    'Oct. 14, 2025 · 5 min read',
  ])('has the day of %j', async (line) => {
    expect(await aboveOf(`Old crane may go\n\n${line}`)).toEqual({
      told: ['title: Old crane may go', `issued: 2025-10-14 (“${line}”)`],
      article: { title: 'Old crane may go', author: [], issued: { edtf: '2025-10-14' } },
      text: 'It may rain.\nIt did.\n',
    });
  });

  test.each([
    ['04/10/2025', 'April 10 or October 4'],
    ['Published 3 hours ago', 'names no day'],
    ['Yesterday at 6:42 pm', 'names no day'],
    ['Updated 10:34 AM, Tue Oct 14', 'names no year'],
  ])('guesses no day of %j, and says so', async (line, why) => {
    expect(await aboveOf(`Old crane may go\n\n${line}`)).toEqual({
      told: ['title: Old crane may go', `issued: not read, write it yourself (“${line}”: ${why})`],
      article: { title: 'Old crane may go', author: [], issued: null },
      text: 'It may rain.\nIt did.\n',
    });
  });

  test.each([
    ['By Ida Crome, Local Democracy Reporter', ['Ida Crome']],
    ['By Ida Crome, Bo Tarn and Ann Lee', ['Ida Crome', 'Bo Tarn', 'Ann Lee']],
    ['By Ida Crome | Wick Sands Courier', ['Ida Crome']],
    ['By Ida Crome / Wick Sands Courier', ['Ida Crome']],
    ['BY IDA CROME in Wick Sands and BO TARN in Port Hope', ['IDA CROME', 'BO TARN']],
    ['By J. K. Crome', ['J. K. Crome']],
    ['Ida Crome', ['Ida Crome']],
    ['Ida Crome, Local Democracy Reporter', ['Ida Crome']],
    ['Reuters staff', ['Reuters staff']],
  ])('has the authors of %j between headline and date', async (line, author) => {
    expect(await aboveOf(`Old crane may go\n${line}\n\nMarch 3, 2026`)).toEqual({
      told: [
        'title: Old crane may go',
        `author: ${author.join(', ')} (“${line}”)`,
        'issued: 2026-03-03 (“March 3, 2026”)',
      ],
      article: { title: 'Old crane may go', author, issued: { edtf: '2026-03-03' } },
      text: 'It may rain.\nIt did.\n',
    });
  });

  test('may hold a standfirst, which stays in the text, and lines that fill no field', async () => {
    const lines = [
      'Will the old crane go?',
      'The town waits for a vote.',
      'By Ida Crome, 3 March 2026',
      'Wick Sands Courier',
      'Updated 3 hours ago',
    ];
    expect(await aboveOf(lines.join('\n\n'))).toEqual({
      told: [
        'title: Will the old crane go?',
        'author: Ida Crome (“By Ida Crome, 3 March 2026”)',
        'issued: 2026-03-03 (“By Ida Crome, 3 March 2026”)',
        'no field: “Wick Sands Courier”',
        'no field: “Updated 3 hours ago”',
      ],
      article: { title: 'Will the old crane go?', author: ['Ida Crome'], issued: { edtf: '2026-03-03' } },
      text: 'The town waits for a vote.\n\nIt may rain.\nIt did.\n',
    });
  });

  test.each([
    'March 3, 2026 was a day of rain.\n\nIt stopped.\n',
    'It may rain.\n\nIt did.\n',
    'The ferry\nsails on Monday.\n',
    'By the sea it rained.\n\nIt did.\n',
    'No stop\n',
  ])('is nothing in %j', async (text) => {
    const { story, target } = await storyFolder(text);
    await kimtrip(['init', story, target]);
    expect((await claimsOf(target)).article).toMatchObject({ title: null, author: [], issued: null });
  });
});

test('HTML is refused with advice', async () => {
  const { story, target } = await storyFolder('<!doctype html><p>It may rain.</p>');
  expect(await kimtrip(['init', story, target])).toEqual({
    stdout: '',
    stderr: `kimtrip: cannot read ${story}: it is HTML; give init the text alone, such as of: pandoc -f html -t plain --wrap=none, or copied from the page\n`,
    code: 2,
  });
});

describe('init --draft', () => {
  const TEXT = 'The old crane may be sold, Ida Crome said.\nIt did not lift anything in 2009.\n';

  test('proposes a claim for each sentence, as the rules read it', async () => {
    const { story, target } = await storyFolder(TEXT);
    const { stdout } = await kimtrip(['init', story, target, '--draft']);
    expect(stdout).toContain('2 drafts to read and finish');
    const { entities, claims } = JSON.parse(await readFile(join(target, 'claims.json'), 'utf8'));
    expect(entities).toEqual([{ id: 'ida-crome', name: 'Ida Crome', type: 'person' }]);
    expect(claims).toMatchObject([
      {
        id: 's1.1',
        draft: true,
        quote: 'The old crane may be sold, Ida Crome said.',
        attribution: [{ source: 'ida-crome' }],
        certainty: 'possible',
        hedge: 'may',
      },
      { id: 's2.1', draft: true, polarity: 'negated', time: { edtf: '2009', text: '2009' } },
    ]);
  });

  test('proposes who says it, also by what they are called, and takes no name for a plan', async () => {
    const { story, target } = await storyFolder(
      'Two officials in Port Hope said it may rain.\nShe said it will.\nPort Hope is wet.\n',
    );
    await kimtrip(['init', story, target, '--draft']);
    const { entities, claims } = JSON.parse(await readFile(join(target, 'claims.json'), 'utf8'));
    expect(entities).toEqual([
      { id: 'port-hope', name: 'Port Hope', type: 'place' },
      { id: 'two-officials-in-port-hope', name: 'two officials in Port Hope', type: 'group' },
    ]);
    expect(claims).toMatchObject([
      { attribution: [{ source: 'two-officials-in-port-hope' }], stance: 'asserted' },
      { attribution: [], stance: 'intended' },
      { attribution: [], stance: 'asserted' },
    ]);
  });

  /** The entities (`!` behind a type that is a guess) and the claims that `init --draft` proposes. */
  async function draftOf(text: string) {
    const { story, target } = await storyFolder(text);
    await kimtrip(['init', story, target, '--draft']);
    const { article, entities, claims } = JSON.parse(await readFile(join(target, 'claims.json'), 'utf8'));
    expect(await kimtrip(['verify', target])).toMatchObject({ code: 0 });
    return {
      bases: article.bases,
      claims,
      types: Object.fromEntries(
        entities.map(({ name, type, draft }: { name: string; type: string; draft?: true }) => [
          name,
          draft ? `${type}!` : type,
        ]),
      ),
    };
  }

  test('gives a name its type by the words around it, and marks a guess', async () => {
    const { types } = await draftOf(
      `PENBURY (Gazette) — Nobody skates in Penbury before Christmas. Campaigners met Russian President Anton Belsky, Cllr Denise Hart and Tom Abara, who coaches the Penbury Otters swimming club, at St. Anne’s Church hall. Abara thanked Sport Albion, which paid for the Millbrook Baths, and the newspaper Kurier. Mr. Holt ran 17 miles to Stowe Regis at 6 a.m. GMT.\n`,
    );
    expect(types).toEqual({
      Penbury: 'place',
      Russia: 'place',
      'Anton Belsky': 'person',
      'Denise Hart': 'person',
      'Tom Abara': 'person',
      'Penbury Otters': 'organisation',
      'St. Anne’s Church': 'place',
      'Sport Albion': 'organisation!',
      'Millbrook Baths': 'place',
      Kurier: 'organisation',
      Holt: 'person',
      'Stowe Regis': 'place',
    });
  });

  test('gives a source without a name its type by its noun', async () => {
    const { types } = await draftOf(
      'Two officials close to the talks said it rained. The council said it did. It snowed, according to a report seen by the Courier. Campaigners said it did not.\n',
    );
    expect(types).toMatchObject({
      'two officials close to the talks': 'group',
      'the council': 'organisation',
      'a report': 'work',
      campaigners: 'group',
    });
  });

  test.each<[sentence: string, claims: object[]]>([
    [
      'PENBURY — The pool could shut after the council said it could no longer heat it.',
      [
        { quote: 'The pool could shut', certainty: 'possible', polarity: 'affirmed', attribution: [] },
        {
          quote: 'the council said it could no longer heat it',
          certainty: 'certain',
          polarity: 'negated',
          attribution: [{ source: 'the-council' }],
        },
      ],
    ],
    [
      'Ida Crome said no decision had been made and that the pool was likely to shut.',
      [
        {
          quote: 'Ida Crome said no decision had been made',
          certainty: 'certain',
          polarity: 'negated',
          attribution: [{ source: 'ida-crome' }],
        },
        {
          text: 'The pool was likely to shut, Ida Crome said.',
          quote: 'the pool was likely to shut',
          certainty: 'probable',
          polarity: 'affirmed',
          attribution: [{ source: 'ida-crome' }],
        },
      ],
    ],
    [
      'They voted to shut the baths, which cost 420,000 a year, according to council papers seen by the Courier.',
      [
        { attribution: [], stance: 'asserted' },
        {
          quote: 'the baths, which cost 420,000 a year, according to council papers seen by the Courier',
          attribution: [{ source: 'council-papers' }],
          stance: 'presupposed',
        },
      ],
    ],
    [
      'Ida Crome, who gave a grant in 2019, declined to say whether it would be repaid.',
      [
        { attribution: [], certainty: 'certain', hedge: null },
        {
          text: 'Ida Crome gave a grant in 2019.',
          quote: 'Ida Crome, who gave a grant in 2019',
          stance: 'presupposed',
          time: { edtf: '2019', text: '2019' },
        },
      ],
    ],
    [
      'The firm stopped work, citing a drop in sales.',
      [{ attribution: [], quote: 'The firm stopped work, citing a drop in sales.' }],
    ],
    [
      'South Bay media quoted anonymous sources in Penbury as saying that Crome is likely to accept.',
      [
        {
          attribution: [
            { source: 'south-bay-media' },
            { source: 'anonymous-sources-in-penbury', anonymous: true },
          ],
        },
      ],
    ],
    [
      'If no deal is reached, the pipe will shut.',
      [{ polarity: 'affirmed', conditional: true, stance: 'intended' }],
    ],
  ])('reads each field of the clause that it is about: %j', async (sentence, expected) => {
    const { claims } = await draftOf(`${sentence}\n`);
    expect(claims).toMatchObject(expected);
    expect(claims).toHaveLength(expected.length);
  });

  test('knows whose a quotation is that goes on, and whom a pronoun means', async () => {
    const { claims } = await draftOf(
      '“It will rain,” said Ida Crome. “Take a coat.”\n\n“And a hat.\n\n“Do not forget it.”\n\nShe said it was late.\n\nThe firm, Tavgaz, closed. It said it would not open.\n\nNobody came. “It rained. It was cold,” Bo Tarn said.\n',
    );
    const voices = claims.map(({ attribution }: { attribution: { source: string }[] }) =>
      attribution.map(({ source }) => source).join(),
    );
    expect(voices).toEqual([
      ...Array<string>(5).fill('ida-crome'),
      ...['', 'tavgaz', ''],
      ...['bo-tarn', 'bo-tarn'],
    ]);
  });

  test('tells “last month” and “Thursday” by the day of the article, where that is known', async () => {
    const text =
      'They met last month. They had met on Thursday. They plan to meet on Nov. 20. It is expected to open in January. It opened three years ago. He said on Monday that it rained. The 1974 pool may shut before March 3, 2026.\n';
    const { claims, bases } = await draftOf(`Old pool may go\n\n14 October 2025\n\n${text}`);
    expect(bases).toEqual({ 'day-of-article': 'The article is of October 14, 2025.' });
    const inferred = { inferred: true, basis: 'day-of-article' };
    expect(claims.map(({ time }: { time?: object }) => time ?? null)).toEqual([
      { edtf: '2025-09', text: 'last month', ...inferred },
      { edtf: '2025-10-09', text: 'Thursday', ...inferred },
      { edtf: '2025-11-20', text: 'Nov. 20', ...inferred },
      { edtf: '2026-01', text: 'January', ...inferred },
      { edtf: '2022~', text: 'three years ago', ...inferred },
      null,
      null,
    ]);
    expect((await draftOf(text)).claims.every(({ time }: { time?: object }) => time === undefined)).toBe(
      true,
    );
  });

  test('reads no words of a sentence that is longer than prose', async () => {
    const { claims, types } = await draftOf(`Ida Crome said it may rain${' and rain'.repeat(600)}.\n`);
    expect(claims).toMatchObject([{ id: 's1.1', draft: true, attribution: [], hedge: null }]);
    expect(types).toEqual({});
  });

  test('verify --strict refuses an entity whose type is a guess', async () => {
    const { story, target } = await storyFolder('It rained on Zorvan Teld.\n');
    await kimtrip(['init', story, target, '--draft']);
    const file = join(target, 'claims.json');
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace('"id": "s1.1",\n      "draft": true,', '"id": "s1.1",'),
    );
    expect(await kimtrip(['verify', target, '--strict'])).toMatchObject({
      stdout: expect.stringContaining(
        'zorvan-teld: entities[0].draft is true: its type is a guess; give it the right one, and take "draft" away',
      ),
      code: 1,
    });
    const [entity] = await kimtripJson<{ description: string }>(['list', 'entities', '--data', target]);
    expect(entity?.description).toBe('unread draft: its type is a guess');
  });

  test('every output shows a draft as unread, and verify --strict refuses it', async () => {
    const { story, target } = await storyFolder(TEXT);
    await kimtrip(['init', story, target, '--draft']);
    for (const format of ['table', 'cards', 'lines', 'json', 'csv', 'markdown'])
      expect((await kimtrip(['list', '--data', target, '--format', format])).stdout).toContain(
        'unread draft',
      );
    const drafts = await kimtripJson<{ rule: string; id: string }>(['verify', target, '--strict']);
    expect(drafts.map(({ rule, id }) => [rule, id])).toEqual([
      ['draft', 's1.1'],
      ['draft', 's2.1'],
    ]);
    expect(await kimtrip(['verify', target])).toMatchObject({ code: 0 });
  });

  test('reads English alone', async () => {
    const { story, target } = await storyFolder(TEXT);
    expect(await kimtrip(['init', story, target, '--draft', '--language', 'de'])).toEqual({
      stdout: '',
      stderr: 'kimtrip: --draft works for English only; leave it out, or give --language en\n',
      code: 2,
    });
  });
});

test('a claim set with an entity that is none is refused without a crash', async () => {
  const folder = await claimSetFolder(
    { article: {}, entities: [null], claims: [{ id: 's1.1', text: 'It rained.', quote: 'It rained' }] },
    'It rained.\n',
  );
  expect(await kimtrip(['verify', folder])).toMatchObject({
    stdout: expect.stringContaining('entities[0]'),
    code: 1,
  });
});

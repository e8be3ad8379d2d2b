import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { claimSetFolder, kimtrip } from './helpers.ts';
import { portHope } from './port-hope.ts';

const { stdout: shortHelp } = await kimtrip([]);
const COMMANDS = [...shortHelp.matchAll(/^ {2}([a-z]+)(?: .*)? {2}/gm)]
  .map(([, name = '']) => name)
  .filter((name) => name !== 'help');

describe('help', () => {
  test('a bare kimtrip prints short help with examples and succeeds', async () => {
    const { stdout, stderr, code } = await kimtrip([]);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout).toMatch(/^Usage: kimtrip/);
    expect(stdout.match(/^ {2}\$ kimtrip .+$/gm)).not.toBeNull();
    expect(stdout.split('\n').length).toBeLessThan(40);
  });

  test.each([['--help'], ['-h'], ['help']])('%s prints what a bare kimtrip prints', async (option) => {
    expect(await kimtrip([option])).toEqual(await kimtrip([]));
  });

  test.each([['--version'], ['-V']])('%s prints the version of the package', async (option) => {
    expect(await kimtrip([option])).toEqual({ stdout: `${packageJson.version}\n`, stderr: '', code: 0 });
  });

  test('the commands are named in the help of the program', () => {
    expect(COMMANDS).toEqual(expect.arrayContaining(['search', 'list', 'quote', 'verify', 'schema']));
  });

  test.each(COMMANDS)('%s --help says what it does, its options, and gives examples', async (command) => {
    const { stdout, stderr, code } = await kimtrip([command, '--help']);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    const [usage, description] = stdout.split('\n\n');
    expect(usage).toMatch(new RegExp(`^Usage: kimtrip ${command}`));
    expect(description).toMatch(/^[A-Z].+\.$/s);
    expect(stdout).toMatch(/^Options:\n( {2}-.*\n)+/m);
    expect(stdout).toMatch(new RegExp(`^ {2}\\$ kimtrip ${command}\\b`, 'm'));
  });

  test.each(['search', 'list'])('%s --help says what each certainty and stance means', async (command) => {
    const { stdout } = await kimtrip([command, '--help']);
    for (const word of ['certain', 'probable ~', 'possible ?', 'uncommitted ??', 'asserted', 'judged'])
      expect(stdout).toMatch(new RegExp(`^ {2}${word.replaceAll('?', '\\?')} {2,}\\S`, 'm'));
  });

  test.each(COMMANDS)(
    '%s --help names the exit codes and what it reads of the environment',
    async (command) => {
      const { stdout } = await kimtrip([command, '--help']);
      expect(stdout).toMatch(/^Exit codes:\n {2}0 +.+\n {2}1 +.+\n {2}2 +.+\n {2}130 +/m);
      expect(stdout).toMatch(/^ {2}NO_COLOR +/m);
    },
  );

  test.each(COMMANDS)('kimtrip help %s prints what its --help prints', async (command) => {
    expect(await kimtrip(['help', command])).toEqual(await kimtrip([command, '--help']));
  });

  test.each(['search', 'list', 'quote'])(
    '%s --help names the formats, the fields and the data option',
    async (command) => {
      const { stdout } = await kimtrip([command, '--help']);
      expect(stdout).toContain('--json');
      expect(stdout).toContain('--format');
      expect(stdout).toContain('--fields');
      expect(stdout).toContain('KIMTRIP_DATA');
    },
  );

  test.each([[[]], ...COMMANDS.map((command) => [[command]])])(
    'help of %j keeps to forty columns, and what is to be typed can be copied',
    async (words: string[]) => {
      const { stdout } = await kimtrip([...words, '--help'], { terminal: 40 });
      expect(stdout.split('\n').filter((line) => line.length > 40)).toEqual([]);
      const typed = (help: string) =>
        [...help.replaceAll(/ \\\n */g, ' ').matchAll(/^ {2}\$ (.*)$/gm)].map(([, line]) => line);
      expect(typed(stdout)).toEqual(typed((await kimtrip([...words, '--help'])).stdout));
    },
  );

  test('help keeps to the width of the terminal', async () => {
    const { stdout } = await kimtrip(['list', '--help'], { terminal: 70 });
    const usageAndOptions = stdout.slice(0, stdout.indexOf('Examples:'));
    expect(usageAndOptions.split('\n').filter((line) => line.length > 70)).toEqual([]);
  });
});

describe('notes', () => {
  test('are wrapped at words on a terminal', async () => {
    const { stderr } = await kimtrip(['search', 'putin', 'rodman'], { terminal: 40 });
    expect(stderr).toBe(`\
kimtrip: nothing found for putin rodman;
         no claim has: rodman; without
         rodman: 8 claims
`);
  });

  test('are one line each in a pipe, whatever its width is said to be', async () => {
    const { stderr } = await kimtrip(['search', 'putin', 'rodman'], { env: { COLUMNS: '40' } });
    expect(stderr).toBe(
      'kimtrip: nothing found for putin rodman; no claim has: rodman; without rodman: 8 claims\n',
    );
  });
});

test('what init and verify print is wrapped at words on a terminal, and whole in a pipe', async () => {
  const folder = await claimSetFolder(null, 'It rained. It may rain again, and nobody says when.');
  const init = ['init', join(folder, 'article.txt')];
  const narrow = await kimtrip([...init, join(folder, 'a')], { terminal: 40 });
  const told = narrow.stdout.split('\n').filter((line) => !line.includes(folder));
  expect(told.filter((line) => line.length > 40)).toEqual([]);
  expect(narrow.stdout).toContain('  2. write its entities, topics and\n     claims into');
  const piped = await kimtrip([...init, join(folder, 'b')], { env: { COLUMNS: '40' } });
  expect(piped.stdout).toContain('  2. write its entities, topics and claims into');
  await writeFile(join(folder, 'a/claims.json'), '{ "article": {}, "entities": [], "topics": [] }');
  const fault = (await kimtrip(['verify', join(folder, 'a')])).stdout;
  const wrapped = (await kimtrip(['verify', join(folder, 'a')], { terminal: 20 })).stdout;
  expect(wrapped.split('\n').length).toBeGreaterThan(2);
  expect(wrapped.replaceAll('\n  ', ' ')).toBe(fault);
});

test.each(['-V', '--version', '-v', 'version'])('%s prints the version', async (word) => {
  expect(await kimtrip([word])).toEqual({
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    stderr: '',
    code: 0,
  });
});

describe('usage errors', () => {
  test.each<[what: string, argv: string[], line: string]>([
    [
      'a word where a command belongs',
      ['putin'],
      'no such command: putin; did you mean: kimtrip search putin',
    ],
    [
      'several such words',
      ['putin', 'visit'],
      'no such command: putin; did you mean: kimtrip search putin visit',
    ],
    ['a misspelt command', ['serch', 'putin'], 'no such command: serch; did you mean: kimtrip search putin'],
    [
      'two letters swapped in a command',
      ['qoute', 's1'],
      'no such command: qoute; did you mean: kimtrip quote s1',
    ],
    ['the same in a shorter one', ['lsit'], 'no such command: lsit; did you mean: kimtrip list'],
    [
      'two letters swapped in a format',
      ['list', '--format', 'crads'],
      'no such format: crads (did you mean cards?); choose from table, cards, lines, json, jsonl, csv, markdown',
    ],
    [
      'a polarity that is none',
      ['list', '--polarity', 'negatde'],
      'no such polarity: negatde (did you mean negated?); choose from affirmed, negated',
    ],
    [
      'a command of 120,000 letters',
      ['x'.repeat(120_000)],
      `no such command: ${'x'.repeat(60)}…; did you mean: kimtrip search ${'x'.repeat(53)}…`,
    ],
    [
      'an option of 120,000 letters',
      ['list', `--${'x'.repeat(120_000)}`],
      `unknown option '--${'x'.repeat(57)}…; see kimtrip list --help`,
    ],
    ['a misspelt command alone', ['lst'], 'no such command: lst; did you mean: kimtrip list'],
    [
      'a phrase that a shell needs quoted',
      ["don't go"],
      "no such command: don't go; did you mean: kimtrip search 'don'\\''t go'",
    ],
    [
      'control characters for a command',
      ['\u001b[31mred'],
      "no such command: \\u{1b}[31mred; did you mean: kimtrip search '\\u{1b}[31mred'",
    ],
    [
      'two formats at once',
      ['list', '--json', '--format', 'csv'],
      '--json and --format csv do not go together; choose one',
    ],
    [
      'fields of a citation',
      ['quote', 's1', '--format', 'csl', '--fields', 'id'],
      '--fields does not go with --format csl; leave one out',
    ],
    [
      'an empty folder name, as an unset variable makes it',
      ['list', '--data', ''],
      '--data is empty; name the folder of a claim set',
    ],
    [
      'a time that ends before it begins',
      ['list', '--from', '2016', '--to', '2014'],
      '--from is later than --to; swap them',
    ],
    ['help on a misspelt command', ['help', 'lst'], 'no such command: lst; did you mean: kimtrip help list'],
    ['help on what is no command', ['help', 'xyz'], 'no such command: xyz; kimtrip help lists the commands'],
    [
      'an option before the command',
      ['--json', 'list'],
      "unknown option '--json'; options follow the command, as in kimtrip search putin --json",
    ],
    [
      'a misspelt option',
      ['list', '--jsno'],
      "unknown option '--jsno' (Did you mean --json?); see kimtrip list --help",
    ],
    ['an unknown short option', ['search', 'ferry', '-x'], "unknown option '-x'; see kimtrip search --help"],
    [
      'no word to search',
      ['search'],
      `search needs <words>: what to look for, in any order: words, '"a phrase"', or, -word (after --); see kimtrip search --help`,
    ],
    [
      'nothing to export',
      ['export'],
      'export needs <kind>: the kind of file (html, sql, duckdb, jsonld, schema-org); see kimtrip export --help',
    ],
    [
      'a file to export to',
      ['export', 'html', 'my story.html'],
      "export prints to stdout; write kimtrip export html > 'my story.html'",
    ],
    [
      'a blank word to search',
      ['search', ' '],
      'nothing to look for; give a word, such as kimtrip search putin',
    ],
    [
      'no reference to quote',
      ['quote'],
      'quote needs <refs>: s18.3 (a claim), s18 or 18 (a sentence), 3-6 (sentences), - (ids from stdin, one per line); see kimtrip quote --help',
    ],
    [
      'one argument too many',
      ['list', 'claims', 'topics'],
      "too many arguments for 'list'. Expected 1 argument but got 2; see kimtrip list --help",
    ],
    [
      'an option without its value',
      ['list', '--about'],
      '--about <entity> needs a value; see kimtrip list --help',
    ],
    [
      'a misspelt list',
      ['list', 'sorces'],
      'no such list: sorces (did you mean sources?); choose from claims, entities, topics, sources, sentences, articles',
    ],
    [
      'a misspelt format',
      ['list', '--format', 'tabel'],
      'no such format: tabel (did you mean table?); choose from table, cards, lines, json, jsonl, csv, markdown',
    ],
    [
      'a format of another command',
      ['list', '--format', 'csl'],
      'no such format: csl (did you mean csv?); choose from table, cards, lines, json, jsonl, csv, markdown',
    ],
    [
      'a misspelt field',
      ['list', '--fields', 'id,certanty'],
      'no such field: certanty (did you mean certainty?); the fields are id, text, saidBy, howSure, quote, sentence, subject, entities, topics, attribution, certainty, polarity, stance, conditional, hedge, time, qualifiedBy, article',
    ],
    [
      'a misspelt field of a topic',
      ['list', 'topics', '--fields', 'descripton'],
      'no such field: descripton (did you mean description?); the fields are id, name, description, claims',
    ],
    [
      'a field that only --explain fills',
      ['search', 'pier', '--fields', 'match.terms.field'],
      'no such field: match.terms.field (did you mean match.terms.kind or match.terms.query or match.terms.matched?); the fields are id, text, saidBy, howSure, quote, sentence, subject, entities, topics, attribution, certainty, polarity, stance, conditional, hedge, time, qualifiedBy, article, match',
    ],
    [
      'a misspelt entity',
      ['list', '--about', 'mayer'],
      'no such entity: mayer (did you mean mayor?); kimtrip list entities shows them all',
    ],
    [
      'an entity like no other',
      ['list', '--about', 'zzz'],
      'no such entity: zzz; kimtrip list entities shows them all',
    ],
    [
      'part of a name of an entity',
      ['list', '--about', 'pier'],
      'no such entity: pier (did you mean old-pier?); kimtrip list entities shows them all',
    ],
    [
      'a misspelt source',
      ['list', '--said-by', 'oficials'],
      'no such source: oficials (did you mean officials?); kimtrip list sources shows them all, and article is the article’s own voice',
    ],
    [
      'an entity that is no source',
      ['list', '--said-by', 'mayor'],
      'no claim is said by the mayor; kimtrip list sources shows who says what',
    ],
    [
      'a misspelt topic',
      ['list', '--topic', 'wether'],
      'no such topic: wether (did you mean weather?); kimtrip list topics shows them all',
    ],
    [
      'a misspelt certainty',
      ['list', '--certainty', 'certain,probably'],
      'no such certainty: probably (did you mean probable?); choose from certain, probable, possible, uncommitted',
    ],
    [
      'a certainty in other words',
      ['list', '--certainty', 'likely'],
      'no such certainty: likely is probable; use --certainty probable',
    ],
    [
      'a word that is left out without --',
      ['search', 'red', '-square'],
      "unknown option '-square'; to leave a word out, put -- before the words: kimtrip search -- red -square",
    ],
    [
      'a misspelt stance',
      ['list', '--stance', 'judge'],
      'no such stance: judge (did you mean judged?); choose from asserted, presupposed, intended, judged',
    ],
    [
      'a word for a limit',
      ['search', 'ferry', '--limit', 'abc'],
      "option '-n, --limit <count>' argument 'abc' is invalid. It takes a whole number from 0; see kimtrip search --help",
    ],
    [
      'a limit below 0',
      ['search', 'ferry', '--limit=-1'],
      "option '-n, --limit <count>' argument '-1' is invalid. It takes a whole number from 0; see kimtrip search --help",
    ],
    [
      'a broken number for a limit',
      ['search', 'ferry', '-n', '1.5'],
      "option '-n, --limit <count>' argument '1.5' is invalid. It takes a whole number from 0; see kimtrip search --help",
    ],
    [
      'a word for a context',
      ['quote', 's1', '--context', 'some'],
      "option '--context <count>' argument 'some' is invalid. It takes a whole number from 0; see kimtrip quote --help",
    ],
    [
      'a word for a date',
      ['list', '--from', 'yesterday'],
      '--from takes an EDTF date such as 2014, 2014-07 or 2015-05-09, not yesterday',
    ],
    [
      'a month that is none',
      ['list', '--to', '2015-13'],
      '--to takes an EDTF date such as 2014, 2014-07 or 2015-05-09, not 2015-13',
    ],
  ])('%s: one line that says what is wrong and what to do', async (_, argv, line) => {
    const env = { KIMTRIP_DATA: await portHope() };
    expect(await kimtrip(argv, { env })).toEqual({ stdout: '', stderr: `kimtrip: ${line}\n`, code: 2 });
  });

  test.each(['line\nfeed', '\u001b[31mred', 'right\u202eleft', 'zero\u200bwidth', 'a\u2028b'])(
    'what was typed cannot drive the terminal or break the line: %j',
    async (typed) => {
      const env = { KIMTRIP_DATA: await portHope() };
      for (const argv of [[typed], ['list', '--about', typed], ['list', `--${typed}`], ['quote', typed]]) {
        const { stdout, stderr, code } = await kimtrip(argv, { env });
        expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
        expect(stderr).toMatch(/^kimtrip: [^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+\n$/u);
      }
    },
  );

  test('KIMTRIP_DEBUG=1 adds a trace to the line', async () => {
    const { stderr: line } = await kimtrip(['serch', 'putin']);
    const { stdout, stderr, code } = await kimtrip(['serch', 'putin'], { env: { KIMTRIP_DEBUG: '1' } });
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr.slice(0, line.length)).toBe(line);
    expect(stderr.slice(line.length)).toMatch(/^\w*Error: .*\n( {4}at .*\n)+$/);
  });
});

describe('the order of words and options', () => {
  test.each([
    [['--json', 'ferry', '--certainty', 'certain']],
    [['--certainty', 'certain', 'ferry', '--json']],
    [['ferry', '--json', '--certainty=certain']],
    [['--json', '--certainty', 'certain', '--', 'ferry']],
  ])('options go anywhere after the command: %j', async (words) => {
    const env = { KIMTRIP_DATA: await portHope() };
    const expected = await kimtrip(['search', 'ferry', '--certainty', 'certain', '--json'], { env });
    expect(expected).toMatchObject({ stderr: '', code: 0 });
    expect(await kimtrip(['search', ...words], { env })).toEqual(expected);
  });

  test('after -- nothing is an option', async () => {
    expect(await kimtrip(['search', '--', '--json'], { env: { KIMTRIP_DATA: await portHope() } })).toEqual({
      stdout: '',
      stderr: 'kimtrip: nothing found for --json\n',
      code: 1,
    });
  });
});

describe('the limit of search', () => {
  test.each(['-n', '--limit'])('%s 1 shows the best and tells what it left out', async (option) => {
    const env = { KIMTRIP_DATA: await portHope() };
    expect(await kimtrip(['search', 'pier', option, '1', '--fields', 'id'], { env })).toEqual({
      stdout: expect.stringMatching(/^s[34]\.\d\n$/),
      stderr: 'kimtrip: 1 of 3 claims; --limit 0 shows all\n',
      code: 0,
    });
  });

  test('ten are shown unless more are asked for', async () => {
    const { stdout, stderr } = await kimtrip(['search', 'kim', '--fields', 'id']);
    expect(stdout.split('\n')).toHaveLength(11);
    expect(stderr).toMatch(/^kimtrip: 10 of \d+ claims; --limit 0 shows all\n$/);
  });

  test('0 shows all', async () => {
    const { stdout, stderr, code } = await kimtrip(['search', 'kim', '--fields', 'id', '--limit', '0']);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout.split('\n').length).toBeGreaterThan(11);
  });
});

test.each([
  ['lines', ''],
  ['json', '[]\n'],
  ['jsonl', ''],
  ['csv', ''],
  ['markdown', ''],
  ['table', ''],
  ['cards', ''],
])('a search without a hit exits 1, with %s too', async (format, stdout) => {
  const env = { KIMTRIP_DATA: await portHope() };
  expect(await kimtrip(['search', 'zzzzzz', '--format', format], { env })).toEqual({
    stdout,
    stderr: 'kimtrip: nothing found for zzzzzz\n',
    code: 1,
  });
});

import { expect, test } from 'vitest';
import { claimSetFolder, kimtrip } from './helpers.ts';
import { ARTICLE, CLAIMS, portHope } from './port-hope.ts';

/** The words that are offered for the last of a line and begin as it does, or what kind of path. */
async function offered(line: string, env: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const [, ...words] = line.split(' ');
  const { stdout, stderr, code } = await kimtrip(['complete', '--', ...words], { env });
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  const [kind = '', ...lines] = stdout.split('\n').slice(0, -1);
  if (kind !== 'values') return [kind];
  return lines.map((each) => each.replace(/\t.*/, '')).filter((word) => word.startsWith(words.at(-1) ?? ''));
}

test.each<[line: string, words: string[]]>([
  ['kimtrip se', ['search']],
  ['kimtrip help sch', ['schema']],
  ['kimtrip h', ['help']],
  ['kimtrip putin ', []],
  ['kimtrip complete ', []],
  ['kimtrip --v', ['--version']],
  ['kimtrip list --f', ['--from', '--format', '--fields']],
  ['kimtrip schema --f', []],
  ['kimtrip schema --h', ['--help']],
  ['kimtrip list --about xi', ['xi-jinping', 'xi-seoul-visit']],
  ['kimtrip list --about=xi', ['--about=xi-jinping', '--about=xi-seoul-visit']],
  ['kimtrip list --json --about=xi-j', ['--about=xi-jinping']],
  ['kimtrip list --json=xi', []],
  ['kimtrip search sanctions --topic inv', ['invitation']],
  ['kimtrip search --said-by a', ['article', 'anonymous-sources-beijing']],
  ['kimtrip list --certainty p', ['probable', 'possible']],
  ['kimtrip list --certainty certain,p', ['certain,probable', 'certain,possible']],
  ['kimtrip list --certainty=possible,p', ['--certainty=possible,probable']],
  ['kimtrip list --certainty certainly,', []],
  ['kimtrip list --stance asserted,judged,', ['asserted,judged,presupposed', 'asserted,judged,intended']],
  ['kimtrip list --format js', ['json', 'jsonl']],
  ['kimtrip list --format cs', ['csv']],
  ['kimtrip quote s1 --format cs', ['csv', 'csl']],
  ['kimtrip list --fields id,m', []],
  ['kimtrip search --fields id,m', ['id,match']],
  ['kimtrip list --fields sent', ['sentence']],
  ['kimtrip quote --fields sentence.t', ['sentence.text']],
  ['kimtrip list topics --fields ', ['id', 'name', 'description', 'claims']],
  ['kimtrip search --limit ', []],
  ['kimtrip search -n ', []],
  ['kimtrip search ', []],
  ['kimtrip list s', ['sources', 'sentences']],
  ['kimtrip list sources ', []],
  ['kimtrip export s', ['sql', 'schema-org']],
  ['kimtrip completion ', ['bash', 'zsh', 'fish']],
  ['kimtrip quote s4', ['s4', 's4.1', 's4.2', 's4.3', 's4.4']],
  ['kimtrip quote s20.', ['s20.1', 's20.2']],
  ['kimtrip quote --json s1 20.', ['20.1', '20.2']],
  ['kimtrip quote - s20.', ['s20.1', 's20.2']],
  ['kimtrip quote -- --', []],
  ['kimtrip quote -- s20.', ['s20.1', 's20.2']],
  ['kimtrip list -- --data', []],
  ['kimtrip list --data ', ['directories']],
  ['kimtrip list --data=', ['directories']],
  ['kimtrip verify ', ['directories']],
])('%s is completed', async (line, words) => {
  expect(await offered(line)).toEqual(words);
});

test('every command and every option that help names is offered', async () => {
  const { stdout } = await kimtrip([]);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+)(?: .*)? {2}/gm)].map(([, name = '']) => name);
  expect(await offered('kimtrip ')).toEqual(commands);
  for (const command of commands.filter((name) => name !== 'help')) {
    const help = await kimtrip([command, '--help']);
    const options = [...help.stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, name = '']) => name);
    expect((await offered(`kimtrip ${command} --`)).toSorted()).toEqual(options.toSorted());
  }
});

test('values come from the claim set in use', async () => {
  const story = await portHope();
  const sources = ['article', 'local-radio', 'weather-service', 'officials'].toSorted();
  const found = async (line: string, env = {}) => (await offered(line, env)).toSorted();
  expect(await found(`kimtrip list --data ${story} --said-by `)).toEqual(sources);
  expect(await found(`kimtrip list --data=${story} --said-by `)).toEqual(sources);
  expect(await found('kimtrip list --said-by ', { KIMTRIP_DATA: story })).toEqual(sources);
  expect(await offered('kimtrip quote s4.', { KIMTRIP_DATA: story })).toEqual(['s4.1', 's4.2']);
});

test('a claim is described by who says it and how sure before its text', async () => {
  const { stdout } = await kimtrip(['complete', '--', 'quote', 's4.']);
  expect(stdout).toContain(
    '\ns4.1\tSouth Korean media > anonymous sources in Beijing · probable · “likely”: Anonymous sources in Beijing, quoted by South Korean media, say Kim Jong Un is likely to accept the invitation to Moscow.\n',
  );
});

test('with a claim set that cannot be used nothing is offered and nothing said', async () => {
  const unsound = await claimSetFolder({ ...CLAIMS, topics: [] }, ARTICLE);
  const hostile = await claimSetFolder(
    { ...CLAIMS, entities: [...CLAIMS.entities, { id: '$(touch x)', name: 'x', type: 'person' }] },
    ARTICLE,
  );
  for (const data of [unsound, hostile, 'nowhere', ''])
    for (const value of ['--about', '--said-by', '--topic'])
      for (const env of [{}, { KIMTRIP_DEBUG: '1' }])
        expect(await kimtrip(['complete', '--', 'list', '--data', data, value, ''], { env })).toEqual({
          stdout: '',
          stderr: '',
          code: 0,
        });
});

test.each([
  [
    [],
    'completion needs <shell>: the shell to write the script for (bash, zsh, fish); see kimtrip completion --help',
  ],
  [['fisch'], 'no such shell: fisch (did you mean fish?); choose from bash, zsh, fish'],
])('kimtrip completion %j says what to do', async (argv, line) => {
  expect(await kimtrip(['completion', ...argv])).toEqual({
    stdout: '',
    stderr: `kimtrip: ${line}\n`,
    code: 2,
  });
});

import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { BIN, claimSetFolder, installed, kimtrip, shell } from './helpers.ts';
import { ARTICLE, CLAIMS, portHope } from './port-hope.ts';

/** A folder in which `kimtrip` is the real program, and a home in which shells find nothing and leave what they like. */
const home = await mkdtemp(join(tmpdir(), 'kimtrip-'));
afterAll(() => rm(home, { recursive: true, force: true }));
await symlink(BIN, join(home, 'kimtrip'));
const ENV = { PATH: `${home}:${process.env['PATH']}`, HOME: home, ZDOTDIR: home };
await writeFile(
  join(home, '.zshrc'),
  `autoload -U compinit; compinit -u -d "$HOME/dump"
source <(kimtrip completion zsh)
setopt prompt_subst
all-matches() { _main_complete; compstate[insert]=all; compstate[list]='list force' }
zle -C all-matches complete-word all-matches
bindkey '^X' all-matches
report() { print -r -- "$BUFFER" >> "$HOME/completed"; BUFFER= }
zle -N report
bindkey '^Y' report
PS1='READY '
`,
);
await writeFile(
  join(home, '.bashrc'),
  `source <(kimtrip completion bash)
bind '"\\C-x": complete'
bind -x '"\\C-y": printf "%s\\n" "$READLINE_LINE" >> "$HOME/completed"; READLINE_LINE='
PS1='READY '
`,
);

/** What lines become as they are completed in an interactive shell: in zsh with all that fits in the place of the last word. */
async function typed(program: 'bash' | 'zsh', lines: readonly string[], cwd: string): Promise<string[]> {
  const start = program === 'zsh' ? 'zsh -d -i' : `bash --rcfile "$HOME/.bashrc" -i`;
  const keys = lines.map((line) => `zpty -w -n shell ${quoted(line)}$'\\x18\\x19'`);
  const driver = `zmodload zsh/zpty; zpty shell ${quoted(start)}; zpty -r shell shown '*READY*'
${keys.join('\n')}
zpty -w -n shell $'\\x04'; while zpty -r shell shown; do :; done`;
  const ran = await shell(`TERM=xterm zsh -f -c ${quoted(driver)}`, cwd, ENV);
  expect(ran.stderr).toBe('');
  const completed = await readFile(join(home, 'completed'), 'utf8');
  await rm(join(home, 'completed'));
  return completed.split('\n').slice(0, -1);
}

const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;

/** What completes the last word of each line, in the order offered; paths without the slash that only some shells add. */
const SHELLS: Record<string, (lines: readonly string[], cwd: string) => Promise<string[][]>> = {
  async bash(lines, cwd) {
    const calls = lines.map((line) => {
      // As bash splits it: at spaces, and on both sides of a =.
      const words = line.split(/ +|(?==)|(?<==)/);
      const [last = ''] = words.slice(-1);
      // Bash leaves what is before a = where it is.
      const [before = ''] = /--[^= ]+=(?=[^ ]*$)/.exec(line) ?? [];
      return `COMP_LINE=${quoted(line)} COMP_POINT=${line.length} COMP_CWORD=${words.length - 1}
        COMP_WORDS=(${words.map(quoted).join(' ')})
        _kimtrip kimtrip ${quoted(last === '=' ? '' : last)} ''
        echo "\${COMPREPLY[@]/#/${before}}"`;
    });
    const ran = await shell(['source <(kimtrip completion bash)', ...calls].join('\n'), cwd, ENV);
    return rows(ran.stdout, ran.stderr);
  },
  async fish(lines, cwd) {
    const script = `kimtrip completion fish | source
for line in $argv; echo (complete -C $line | string replace --regex '\\t.*' ''); end`;
    const ran = await shell(`fish --no-config -c ${quoted(script)} ${lines.map(quoted).join(' ')}`, cwd, ENV);
    return rows(ran.stdout, ran.stderr);
  },
  async zsh(lines, cwd) {
    const completed = await typed('zsh', lines, cwd);
    return completed.map((line, at) =>
      line === lines[at] ? [] : wordsOf(line.slice(lines[at]?.replace(/[^ ]*$/, '').length)),
    );
  },
};

const wordsOf = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map((word) => word.replace(/\/$/, ''));

/** The words of each line that a shell printed; it must have said nothing else. */
function rows(stdout: string, stderr: string): string[][] {
  expect(stderr).toBe('');
  return stdout.split('\n').slice(0, -1).map(wordsOf);
}

/** A folder with the story, a claim set that breaks a rule, and a file. */
async function folder(): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), 'kimtrip-'));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  const files = { 'article.txt': ARTICLE, 'claims.json': JSON.stringify(CLAIMS) };
  const unsound = { ...files, 'claims.json': JSON.stringify({ ...CLAIMS, topics: [] }) };
  for (const [name, set] of Object.entries({ story: files, unsound })) {
    await mkdir(join(cwd, name));
    for (const [file, text] of Object.entries(set)) await writeFile(join(cwd, name, file), text);
  }
  await writeFile(join(cwd, 'stray.txt'), '');
  return cwd;
}

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
  ['kimtrip export s', ['sql']],
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
    expect(await offered(`kimtrip ${command} --`)).toEqual(options);
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
  [[], "missing required argument 'shell'; see kimtrip completion --help"],
  [['fisch'], 'no such shell: fisch (did you mean fish?); choose from bash, zsh, fish'],
])('kimtrip completion %j says what to do', async (argv, line) => {
  expect(await kimtrip(['completion', ...argv])).toEqual({
    stdout: '',
    stderr: `kimtrip: ${line}\n`,
    code: 2,
  });
});

const IN_SHELLS: [line: string, words: string[]][] = [
  ['kimtrip se', ['search']],
  ['kimtrip list --f', ['--from', '--format', '--fields']],
  ['kimtrip list --about xi', ['xi-jinping', 'xi-seoul-visit']],
  ['kimtrip list --about=xi', ['--about=xi-jinping', '--about=xi-seoul-visit']],
  ['kimtrip list --data story --topic=', ['--topic=weather', '--topic=piers']],
  ['kimtrip list --data story --about w', ['weather-service']],
  ['kimtrip list --data=story --said-by o', ['officials']],
  ['kimtrip list --certainty certain,p', ['certain,probable', 'certain,possible']],
  ['kimtrip quote s4', ['s4', 's4.1', 's4.2', 's4.3', 's4.4']],
  ['kimtrip quote --json 20.', ['20.1', '20.2']],
  ['kimtrip list -- --', []],
  ['kimtrip list --data s', ['story']],
  ['kimtrip list --data=s', ['--data=story']],
  ['kimtrip verify u', ['unsound']],
  ['kimtrip list --data unsound --about ', []],
  ['kimtrip list --data nowhere --topic ', []],
];

describe.for(Object.entries(SHELLS))('%s', async ([name, complete]) => {
  const isHere = await installed(name);
  test('completes as offered, and directories by itself', { timeout: 60_000 }, async ({ skip }) => {
    skip(!isHere, `${name} is not installed here`);
    const lines = IN_SHELLS.map(([line]) => line);
    const completed = await complete(lines, await folder());
    expect(completed.map((words, at) => [lines[at], words.toSorted()])).toEqual(
      IN_SHELLS.map(([line, words]) => [line, words.toSorted()]),
    );
  });
});

test('bash completes a line that is typed in a terminal', async ({ skip }) => {
  skip(!(await installed('zsh')), 'zsh, whose zpty is the terminal, is not installed here');
  const lines = [
    'kimtrip list --about=xi-j',
    'kimtrip list --about xi-j --certainty certain,pr',
    'kimtrip list --data "story" --said-by "weath',
    'kimtrip list --data=sto',
  ];
  expect(await typed('bash', lines, await folder())).toEqual([
    'kimtrip list --about=xi-jinping ',
    'kimtrip list --about xi-j --certainty certain,probable ',
    'kimtrip list --data "story" --said-by "weather-service" ',
    'kimtrip list --data=story/',
  ]);
});

/** A claim set whose free text is what shells run, expand or draw. */
const HOSTILE =
  '$(touch ran) `touch ran` ; touch ran\n& touch ran | \'q\' "d" \\ %F{red} $HOME * ~ #! a:b\tc \u001b[31m \u202e';

async function hostileFolder(): Promise<string> {
  const entities = CLAIMS.entities.map((entity) => ({ ...entity, name: HOSTILE }));
  const topics = CLAIMS.topics.map((topic) => ({ ...topic, name: HOSTILE }));
  const claims = CLAIMS.claims.map((claim) => ({ ...claim, text: HOSTILE }));
  const article = ARTICLE.replace('Nobody was hurt.', HOSTILE.replaceAll('\n', ' '));
  return claimSetFolder({ ...CLAIMS, entities, topics, claims }, article);
}

const HOSTILE_CASES: [line: string, words: string[]][] = [
  ['kimtrip list --about o', ['officials', 'old-pier']],
  ['kimtrip list --topic=', ['--topic=weather', '--topic=piers']],
  ['kimtrip quote s4.', ['s4.1', 's4.2']],
  ['kimtrip quote s4', ['s4', 's4.1', 's4.2']],
];

describe.for(Object.entries(SHELLS))('%s', async ([name, complete]) => {
  const isHere = await installed(name);
  test('runs nothing of a claim set, nor of what is typed', { timeout: 60_000 }, async ({ skip }) => {
    skip(!isHere, `${name} is not installed here`);
    const cwd = await hostileFolder();
    const lines = [
      ...HOSTILE_CASES.map(([line]) => line.replace(/^(kimtrip \w+)/, '$1 --data .')),
      "kimtrip list --data '$(touch ran)' --about ",
      'kimtrip list --data $(>ran) --about ',
      'kimtrip list --certainty $(>ran),',
      'kimtrip list --data `>ran`/',
    ];
    const completed = await complete(lines, cwd);
    expect(completed.slice(0, HOSTILE_CASES.length).map((words) => words.toSorted())).toEqual(
      HOSTILE_CASES.map(([, words]) => words.toSorted()),
    );
    expect((await readdir(cwd)).toSorted()).toEqual(['article.txt', 'claims.json']);
  });
});

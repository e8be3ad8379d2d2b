import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { claimSetFolder, installed, PROGRAM, shell } from '../helpers.ts';
import { ARTICLE, CLAIMS } from '../port-hope.ts';

/** A folder in which `kimtrip` is the real program, and a home in which shells find nothing and leave what they like. */
const home = await mkdtemp(join(tmpdir(), 'kimtrip-'));
afterAll(() => rm(home, { recursive: true, force: true }));
await symlink(PROGRAM, join(home, 'kimtrip'));
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

test.each(['bash', 'zsh'] as const)(
  '%s completes a path from ~ so that kimtrip can read it',
  async (name) => {
    if (!(await installed('zsh'))) return;
    await mkdir(join(home, 'stories'), { recursive: true });
    await writeFile(join(home, 'text.txt'), '');
    expect(await typed(name, ['kimtrip list --data=~/sto', 'kimtrip init ~/te'], await folder())).toEqual([
      `kimtrip list --data=${home}/stories/`,
      'kimtrip init ~/text.txt ',
    ]);
  },
);

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

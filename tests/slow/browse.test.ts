import { describe, expect, test } from 'vitest';
import { claimSetFolder, installed, kimtrip, kimtripJson } from '../helpers.ts';
import { portHope } from '../port-hope.ts';
import { openShell, type Shell } from './tmux.ts';

const hasTmux = await installed('tmux');

/** What a screen is like; both take its lines. */
type Such = (lines: readonly string[]) => boolean;

const begun: Such = ([, status = '']) => status.includes('source:');
const left: Such = (lines) => /^left with \d+$/.test(lines.at(-2) ?? '') && lines.at(-1) === '$';
const asks =
  (query: string): Such =>
  ([prompt]) =>
    prompt === `> ${query}`.trimEnd();
const selects =
  (id: string): Such =>
  (lines) =>
    lines.some((line) => line.startsWith(`▸ ${id} `));
const lists =
  (...ids: string[]): Such =>
  (lines) =>
    listed(lines).join() === ids.join();

function listed(lines: readonly string[]): string[] {
  return lines.flatMap(
    (line) => /^[▸ ][* ](s\d+\.\d+) +(?:[~?]+ )?(?:cer|pro|pos|unc)/.exec(line)?.[1] ?? [],
  );
}

interface Place {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** A shell in which `kimtrip browse` has begun, and which tells with which code it was left. */
async function browsing(command: string, { columns = 80, rows = 20, env = {} }: Place = {}): Promise<Shell> {
  const shell = await openShell(columns, rows, env);
  await shell.type(`${command}; echo "left with $?"`);
  await shell.press('Enter');
  await shell.shows(begun);
  return shell;
}

const storm = async (place?: Place) => browsing('kimtrip browse', { env: await stormData(), ...place });
const stormData = async () => ({ KIMTRIP_DATA: await portHope() });

/** The lines that a shell shows where nothing is left of the program but what it printed. */
const after = (command: string, printed: string, code: number) => [
  `$ ${command}; echo "left with $?"`,
  ...(printed === '' ? [] : printed.trimEnd().split('\n')),
  `left with ${code}`,
  '$',
];

/** A quotation as a terminal of 80 columns shows it. */
async function card(id: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  return (await kimtrip(['quote', id, '--no-color'], { terminal: 80, env })).stdout;
}

const STORM = [
  '>',
  '5 of 5 claims · source: all · certainty: all',
  '▸ s1.1  ? possible  the weather service   The weather service says rain may fal…',
  '  s2.1  certain     local radio > unnam…  Unnamed officials, quoted by local ra…',
  '  s3.1  ~ probable  Example News          The council of Port Hope plans to ope…',
  '  s4.1  certain     Example News          The old pier was built in 1901.',
  '  s4.2  ? possible  Example News          The old pier would close if Port Hope…',
  ...['', '', ''],
  '─'.repeat(80),
  'The weather service says rain may fall on Monday.',
  '“Rain may fall on Monday, the weather service said.”',
  'the weather service · possible · “may” · January 5, 2015 (inferred)',
  ...['', '', '', '', ''],
  'Enter quote · Esc leave · ↑↓ move · Tab source · Ctrl-T certainty · ? keys',
];

describe.skipIf(!hasTmux)('in a terminal (left out where there is no tmux)', { timeout: 60_000 }, () => {
  test('all claims are there to begin with, in reading order', async () => {
    expect(await (await storm()).screen()).toEqual(STORM);
  });

  test('what is typed is found, misspelt or not, as search finds it, and Enter quotes it', async () => {
    const shell = await browsing('kimtrip browse');
    await shell.type('ushakv');
    const { stdout } = await kimtrip(['search', 'ushakv', '--fields', 'id']);
    const ids = stdout.trim().split('\n');
    expect(listed(await shell.shows(lists(...ids)))).toEqual(ids);
    await shell.press('Enter');
    expect(await shell.shows(left)).toEqual(after('kimtrip browse', await card('s3.3'), 0));
  });

  test('the list follows each key, also backwards', async () => {
    const shell = await storm();
    await shell.type('pier');
    const piers = ['s4.2', 's3.1', 's4.1'];
    expect(listed(await shell.shows(lists(...piers)))).toEqual(piers);
    await shell.press('C-u');
    await shell.type('ferry');
    expect(listed(await shell.shows(lists('s2.1')))).toEqual(['s2.1']);
    for (let times = 5; times; times -= 1) await shell.press('BSpace');
    expect(await shell.shows(asks(''))).toEqual(STORM);
  });

  test('arrows, Ctrl-N and Ctrl-P move, and the claim selected is the one quoted', async () => {
    const shell = await storm({ rows: 8 });
    const moves = [
      ['Down', 's2.1'],
      ['C-n', 's3.1'],
      ['C-p', 's2.1'],
      ['Up', 's1.1'],
      ['Up', 's1.1'],
      ['NPage', 's4.1'],
      ['Up', 's3.1'],
      ['PPage', 's1.1'],
      ['Down', 's2.1'],
    ] as const;
    for (const [key, id] of moves) {
      await shell.press(key);
      expect(await shell.shows(selects(id))).toSatisfy(selects(id), `after ${key}`);
    }
    await shell.press('Enter');
    const quoted = await card('s2.1', await stormData());
    expect((await shell.shows(left)).join('\n')).toContain(quoted.trimEnd());
  });

  test('stdout holds the result alone: a pipe gets a line, the options of quote hold', async () => {
    const env = await stormData();
    for (const [options, argv] of [
      ['', ['quote', 's1.1']],
      [' --json', ['quote', 's1.1', '--json']],
      [' --context 1 --format markdown', ['quote', 's1.1', '--context', '1', '--format', 'markdown']],
      [' --format csl', ['quote', 's1.1', '--format', 'csl']],
      [' --fields id,hedge', ['quote', 's1.1', '--fields', 'id,hedge']],
    ] as const) {
      const shell = await browsing(`kimtrip browse${options} > out`, { columns: 300, env });
      await shell.press('Enter');
      await shell.shows(left);
      await shell.type("clear; tr '\\t' '|' < out; echo \"read with $?\"");
      await shell.press('Enter');
      const { stdout } = await kimtrip(argv, { env });
      const shown = await shell.shows((lines) => lines.at(-2) === 'read with 0');
      expect(shown).toEqual(
        [
          ...stdout.replaceAll('\t', '|').replace(/ +$/gm, '').trimEnd().split('\n'),
          'read with 0',
          '$',
        ].slice(-20),
      );
    }
  });

  test('its result goes on to other commands', async () => {
    const shell = await browsing('kimtrip quote $(kimtrip browse 1901 | cut -f1) --fields text | cat', {
      env: await stormData(),
    });
    await shell.press('Enter');
    expect((await shell.shows(left)).slice(-3)).toEqual([
      'The old pier was built in 1901.',
      'left with 0',
      '$',
    ]);
  });

  test.each([['Escape'], ['C-c'], ['C-d']])(
    '%s leaves with 130, nothing printed and the terminal as it was',
    async (key) => {
      const shell = await openShell(80, 20, await stormData());
      await shell.type(
        'stty -a > before; kimtrip browse > out; echo "left with $?"; stty -a | cmp before; cat out',
      );
      await shell.press('Enter');
      await shell.shows(begun);
      await shell.type('pi');
      await shell.shows(asks('pi'));
      if (key === 'C-d') await shell.press('C-u');
      await shell.press(key);
      const lines = await shell.shows(left);
      expect(lines.slice(-2)).toEqual(['left with 130', '$']);
      expect(await shell.modes()).toEqual({ alternate: '0', cursor: '1', wrap: '1', pane: 'bash' });
    },
  );

  test.each(['TERM', 'HUP', 'INT'])('told to end by SIG%s it gives the terminal back', async (signal) => {
    const shell = await openShell(80, 20, await stormData());
    await shell.type(
      'stty -a > before; (echo $BASHPID > pid; exec "$PROGRAM" browse); stty -a | cmp before; echo end',
    );
    await shell.press('Enter');
    await shell.shows(begun);
    await shell.kill(signal);
    expect((await shell.shows((lines) => lines.at(-1) === '$')).slice(-2)).toEqual(['end', '$']);
    expect(await shell.modes()).toEqual({ alternate: '0', cursor: '1', wrap: '1', pane: 'bash' });
  });

  test('Ctrl-Z gives the terminal back until fg', async () => {
    const shell = await storm();
    await shell.type('ferry');
    await shell.shows(lists('s2.1'));
    await shell.press('C-z');
    await shell.shows((lines) => lines.at(-1) === '$');
    expect(await shell.modes()).toEqual({ alternate: '0', cursor: '1', wrap: '1', pane: 'bash' });
    await shell.type('fg');
    await shell.press('Enter');
    await shell.shows(lists('s2.1'));
    await shell.press('C-u');
    expect(await shell.shows(asks(''))).toEqual(STORM);
  });

  test('Ctrl-Z, fg and Escape leave what was on the terminal', async () => {
    const shell = await openShell(80, 20, await stormData());
    await shell.type('echo "what was there"; kimtrip browse ferry; echo "left with $?"');
    await shell.press('Enter');
    await shell.shows(lists('s2.1'));
    await shell.press('C-z');
    await shell.shows((lines) => lines.at(-1) === '$');
    await shell.type('fg');
    await shell.press('Enter');
    await shell.shows(lists('s2.1'));
    await shell.press('Escape');
    const lines = await shell.shows((shown) => shown.at(-1) === '$' && shown.at(-2) === 'left with 130');
    expect(lines.filter((line) => /^what was there$|ferry will/.test(line))).toEqual(['what was there']);
  });

  test('a narrower and lower screen is filled anew: the list shrinks, who says it and how sure stay', async () => {
    const shell = await browsing('kimtrip browse', { rows: 24 });
    // The shipped claims change.
    const [hits, all] = await Promise.all([
      kimtripJson(['search', '"likely to accept"']),
      kimtripJson(['list']),
    ]);
    await shell.type('"likely to accept"');
    await shell.shows(selects('s4.1'));
    await shell.resize(40, 12);
    expect(await shell.shows(([, status = '']) => status.startsWith(`${hits.length}/`))).toEqual([
      '> "likely to accept"',
      `${hits.length}/${all.length} · source: all · certainty: all`,
      '▸ s4.1  ~ probable  Anonymous sources i…',
      '─'.repeat(40),
      'Anonymous sources in Beijing, quoted by',
      'South Korean media, say Kim Jong Un is',
      'likely to accept the invitation to…',
      '“South Korean media quoted anonymous',
      'sources in Beijing this week as saying…',
      'South Korean media > anonymous sources',
      'in Beijing · probable · “likely”',
      'Enter · Esc · Tab source · ^T sure · ?',
    ]);
    await shell.resize(120, 14);
    const wide = await shell.shows(([, status = '']) => status.includes('claims'));
    const rule = wide.indexOf('─'.repeat(120));
    expect(rule).toBe(7);
    expect([...wide.slice(0, 4), ...wide.slice(rule)]).toEqual([
      '> "likely to accept"',
      `${hits.length} of ${all.length} claims · source: all · certainty: all`,
      '▸ s4.1  ~ probable  South Korean media > anonym…  Anonymous sources in Beijing, quoted by South Korean media, say Kim J…',
      '  s4.2  certain     The Associated Press          South Korean media quoted anonymous sources in Beijing, in the week o…',
      '─'.repeat(120),
      'Anonymous sources in Beijing, quoted by South Korean media, say Kim Jong Un is likely to accept the invitation to',
      'Moscow.',
      '“South Korean media quoted anonymous sources in Beijing this week as saying that Kim is likely to accept.”',
      'South Korean media > anonymous sources in Beijing · probable · “likely”',
      '',
      'Enter quote · Esc leave · ↑↓ move · Tab source · Ctrl-T certainty · ? keys',
    ]);
  });

  test('characters of two columns, in the query and in the claims', async () => {
    const data = await claimSetFolder(
      {
        article: { publisher: '通讯社' },
        entities: [{ id: 'x', name: '外交部', type: 'organisation' }],
        claims: [
          {
            id: 's1.1',
            text: '外交部说🚆火车可能明天到达北京站，大家都在等待着这个消息的到来。',
            quote: '火车可能明天到达',
            certainty: 'possible',
            hedge: '可能',
            attribution: [{ source: 'x' }],
          },
          { id: 's2.1', text: '😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀', quote: '😀😀' },
        ],
      },
      '外交部说🚆火车可能明天到达。\n😀😀😀\n',
    );
    const shell = await browsing(`kimtrip browse --no-color --data ${data}`, { columns: 40, rows: 14 });
    const query = '外交部说🚆火车可能明天到达北京站，大家都在等待着这个消息';
    await shell.type(query);
    const rest = [
      '─'.repeat(40),
      '外交部说🚆火车可能明天到达北京站，大家',
      '都在等待着这个消息的到来。',
      '“外交部说🚆[火车可能明天到达]。”',
      '外交部 · possible · “可能”',
      '',
      'Enter · Esc · Tab source · ^T sure · ?',
    ];
    expect(await shell.shows(lists('s1.1'))).toEqual([
      '> 天到达北京站，大家都在等待着这个消息',
      '1/2 · source: all · certainty: all',
      '▸ s1.1  ? possible  外交部说🚆火车可能…',
      ...['', '', '', ''],
      ...rest,
    ]);
    await shell.press('C-a');
    await shell.type('🚆');
    await shell.press('C-k');
    expect(await shell.shows(asks('🚆'))).toEqual([
      '> 🚆',
      '0/2 · source: all · certainty: all',
      'nothing found',
      ...['', '', '', ''],
      '─'.repeat(40),
      ...['', '', '', '', ''],
      'Enter · Esc · Tab source · ^T sure · ?',
    ]);
    await shell.press('BSpace');
    expect(await shell.shows(asks(''))).toEqual([
      '>',
      '2/2 · source: all · certainty: all',
      '▸ s1.1  ? possible  外交部说🚆火车可能…',
      '  s2.1  certain     😀😀😀😀😀😀😀😀😀…',
      ...['', '', ''],
      ...rest,
    ]);
  });

  test('the words of the claim are underlined, or in brackets without colour', async () => {
    const shell = await storm();
    await shell.type('rain');
    await shell.shows(lists('s1.1'));
    // Bold and underlined, in one escape sequence or two.
    expect(await shell.colours()).toMatch(/\[[\d;]*4mRain/);
    const plain = await storm({ env: { ...(await stormData()), NO_COLOR: '1' } });
    expect(await plain.screen()).toEqual(
      STORM.map((line) => line.replace('Rain may fall on Monday', '[Rain may fall on Monday]')),
    );
    expect(await plain.colours()).not.toContain('\u001b');
  });

  test('a paste in slow pieces and a paste of lines are typed, not obeyed', async () => {
    const shell = await storm();
    for (const [piece, query] of [
      ['fe', 'fe'],
      ['r', 'fer'],
      ['ry ', 'ferry'],
      ['sa', 'ferry sa'],
      ['il', 'ferry sail'],
    ] as const) {
      await shell.type(piece);
      expect(await shell.shows(asks(query))).toSatisfy(asks(query));
    }
    expect(await shell.shows(lists('s2.1'))).toSatisfy(lists('s2.1'));
    await shell.press('C-u');
    await shell.paste('old\tpier\nbuilt\n');
    expect(await shell.shows(asks('old pier built'))).toSatisfy(selects('s4.1'));
    await shell.press('Enter');
    expect((await shell.shows(left)).at(-2)).toBe('left with 0');
  });

  test('Ctrl-Y sends the quotation to the clipboard, and says whether the terminal is known to take it', async () => {
    const quotation =
      '“Rain may fall on Monday, the weather service said.”\nThe weather service says rain may fall on Monday.\nthe weather service · possible · “may” · January 5, 2015 (inferred)\nAda Rae, “Storm over Port Hope”, Example News, January 2015 (inferred), paragraph 1, s1';
    const lastLine = (text: string) => (lines: readonly string[]) => lines.at(-1) === text;
    const unknown = await storm();
    await unknown.press('C-y');
    const warned = lastLine('this terminal may not let programs copy; Enter quotes s1.1');
    expect(await unknown.shows(warned)).toSatisfy(warned);
    expect(await unknown.clipboard()).toBe(quotation);
    const known = await browsing('TMUX= TERM=xterm-kitty kimtrip browse', {
      env: await stormData(),
      rows: 8,
    });
    await known.press('C-y');
    const told = lastLine('sent to the clipboard: s1.1');
    expect(await known.shows(told)).toSatisfy(told);
    await known.press('Down');
    expect(await known.shows(selects('s2.1'))).not.toSatisfy(told);
  });

  test('several marked claims are quoted together, in the order in which they were marked', async () => {
    const shell = await storm();
    await shell.press('Down', 'C-s');
    await shell.shows(([, status = '']) => status.endsWith('1 marked'));
    await shell.press('Up', 'Up', 'C-s');
    await shell.shows(([, status = '']) => status.endsWith('2 marked'));
    await shell.press('Enter');
    const env = await stormData();
    const { stdout } = await kimtrip(['quote', 's2.1', 's1.1', '--no-color'], { terminal: 80, env });
    expect((await shell.shows(left)).join('\n')).toContain(stdout.trimEnd());
  });

  test('? shows the keys where nothing is typed, and is typed into a query', async () => {
    const shell = await storm();
    await shell.type('?');
    expect((await shell.shows(([first = '']) => first.startsWith('Enter')))[0]).toBe(
      'Enter          quote the claim, or all marked claims',
    );
    await shell.press('Space');
    expect(await shell.shows(begun)).toEqual(STORM);
    await shell.type('p?');
    expect(await shell.shows(asks('p?'))).toSatisfy(asks('p?'));
  });

  test('a paste in the middle of the line keeps its order', async () => {
    const shell = await storm();
    await shell.type('abcdef');
    await shell.shows(asks('abcdef'));
    await shell.press('C-a');
    await shell.paste('xyz');
    expect(await shell.shows(asks('xyzabcdef'))).toSatisfy(asks('xyzabcdef'));
  });

  test('keys of filters go round sources and certainties', async () => {
    const shell = await storm();
    for (const [key, status, ...ids] of [
      ['Tab', 'Example News · certainty: all', 's3.1', 's4.1', 's4.2'],
      ['C-t', 'Example News · certainty: certain', 's4.1'],
      ['C-t', 'Example News · certainty: probable', 's3.1'],
      ['C-t', 'Example News · certainty: possible', 's4.2'],
      ['BTab', 'all · certainty: possible', 's1.1', 's4.2'],
      ['BTab', 'unnamed officials · certainty: possible'],
      ['C-t', 'unnamed officials · certainty: all', 's2.1'],
      ['BTab', 'local radio · certainty: all', 's2.1'],
    ] as const) {
      await shell.press(key);
      const shows = await shell.shows(([, line = '']) => line.endsWith(`source: ${status}`));
      expect([shows[1], ...listed(shows)]).toEqual([`${ids.length} of 5 claims · source: ${status}`, ...ids]);
    }
  });

  test('nothing found is said, Enter does not leave then, and typing goes on', async () => {
    const shell = await storm();
    await shell.type('zzz');
    expect((await shell.shows(asks('zzz'))).slice(1, 3)).toEqual([
      '0 of 5 claims · source: all · certainty: all · no claim has: zzz',
      'nothing found',
    ]);
    await shell.press('Enter', 'Up', 'C-t');
    expect(
      (await shell.shows(([, status = '']) => status.includes('certainty: certain'))).slice(0, 3),
    ).toEqual([
      '> zzz',
      '0 of 5 claims · source: all · certainty: certain · no claim has: zzz',
      'nothing found; Tab and Ctrl-T change the filters',
    ]);
    await shell.press('C-u', 'Up');
    await shell.type('pier');
    expect(await shell.shows(lists('s4.1'))).toSatisfy(asks('pier'));
  });

  test('what is wrong with the options, or leaves nothing to browse, is told before the screen is taken', async () => {
    const shell = await openShell(80, 20, await stormData());
    await shell.type(
      'kimtrip browse --fields id,certanty; kimtrip browse --certainty uncommitted; echo "left with $?"',
    );
    await shell.press('Enter');
    expect((await shell.shows(left)).slice(-3)).toEqual([
      'kimtrip: no claim passes these filters',
      'left with 1',
      '$',
    ]);
    expect((await shell.screen()).join('')).toContain('no such field: certanty (did you mean certainty?)');
  });

  test('the filters of other commands choose what there is to browse', async () => {
    const shell = await storm({ env: await stormData() });
    await shell.press('Escape');
    await shell.shows(left);
    await shell.type('clear; kimtrip browse --about ferry');
    await shell.press('Enter');
    expect(await shell.shows((lines) => begun(lines) && lists('s2.1')(lines))).toSatisfy(lists('s2.1'));
  });
});

describe('where nobody can be talked with', () => {
  const advice =
    'kimtrip: browse needs a terminal on stdin and stderr; in a script use kimtrip search WORDS or kimtrip list\n';

  test.skipIf(!hasTmux).each([['kimtrip browse < /dev/null'], ['TERM=dumb kimtrip browse']])(
    'also in a terminal: %s',
    async (command) => {
      const shell = await openShell(200, 20);
      await shell.type(`${command}; echo "left with $?"`);
      await shell.press('Enter');
      expect((await shell.shows(left)).slice(1)).toEqual([advice.trimEnd(), 'left with 2', '$']);
    },
  );
});

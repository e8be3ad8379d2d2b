import { describe, expect, test } from 'vitest';
import { loadClaimSet } from '../src/claim-set/load.ts';
import type { Claim } from '../src/model.ts';
import { resolveReferences } from '../src/select/reference.ts';
import { kimtrip, kimtripJson, type Ran } from './helpers.ts';
import { portHope } from './port-hope.ts';

/** Quotes from the story of Port Hope. */
async function quote(words: readonly string[], stdin = ''): Promise<Ran> {
  return kimtrip(['quote', '--data', await portHope(), ...words], { stdin });
}

const found = (...ids: string[]) => ({ stdout: ids.map((id) => `${id}\n`).join(''), stderr: '', code: 0 });

describe('a reference', () => {
  test.each<[references: string[], ids: string[]]>([
    [['s4.2'], ['s4.2']],
    [['4.2'], ['s4.2']],
    [['S4.2'], ['s4.2']],
    [['s4'], ['s4.1', 's4.2']],
    [['4'], ['s4.1', 's4.2']],
    [['2-4'], ['s2.1', 's3.1', 's4.1', 's4.2']],
    [['s2-s4'], ['s2.1', 's3.1', 's4.1', 's4.2']],
    [['s2-4'], ['s2.1', 's3.1', 's4.1', 's4.2']],
    [['3-3'], ['s3.1']],
    [['4-5'], ['s4.1', 's4.2']],
    [
      ['s4.2', '1', 's3.1'],
      ['s4.2', 's1.1', 's3.1'],
    ],
    [
      ['s1', '4', 's1.1', '4.1'],
      ['s1.1', 's4.1', 's4.2', 's1.1', 's4.1'],
    ],
    [['--', '2'], ['s2.1']],
  ])('%j finds %j, in this order', async (references, ids) => {
    expect(await quote(['--fields', 'id', ...references])).toEqual(found(...ids));
  });

  test.each(['bogus!', 's18.x', 's', '4.', '.1', '4.1.2', 's4.1-s4.2', '1-', '-1', '1,2', '４', '', ' 1'])(
    'that is malformed fails by its name, and prints nothing of the others: %j',
    async (malformed) => {
      expect(await quote(['s1.1', '--', malformed, 's99'])).toEqual({
        stdout: '',
        stderr: `kimtrip: not a reference: ${malformed}; write s18.3 (a claim), s18 (a sentence) or 3-6 (sentences)\n`,
        code: 2,
      });
    },
  );

  test('that runs backwards fails and is turned round', async () => {
    expect(await quote(['4-2'])).toEqual({
      stdout: '',
      stderr: 'kimtrip: not a reference: 4-2 runs backwards; write 2-4\n',
      code: 2,
    });
  });

  test('that is very long is not told whole', async () => {
    const nines = '9'.repeat(400);
    const begun = `${'9'.repeat(60)}…`;
    expect(await quote([nines, '--fields', 'id'])).toEqual({
      stdout: '',
      stderr: `kimtrip: no claim ${begun}; the nearest are s4.1, s4.2, s3.1; the sentences are s1 to s5\n`,
      code: 1,
    });
    expect((await quote([`${nines}-3`])).stderr).toMatch(
      new RegExp(`^kimtrip: not a reference: ${begun} runs backwards; write 3-9{58}…\n$`),
    );
  });

  test.each([
    ['1-9', 's1.1 s2.1 s3.1 s4.1 s4.2', 'no sentences after s5 in 1-9'],
    ['0-2', 's1.1 s2.1', 'no sentence before s1 in 0-2'],
  ])('%s goes beyond the article: what is there is quoted, and the rest told', async (range, ids, line) => {
    expect(await quote([range, '--fields', 'id'])).toEqual({
      stdout: `${ids.replaceAll(' ', '\n')}\n`,
      stderr: `kimtrip: ${line}\n`,
      code: 1,
    });
  });

  test('to a sentence of very many claims finds them all', async () => {
    const claimSet = await loadClaimSet(await portHope());
    const [claim] = claimSet.claims as [Claim];
    const many = { ...claimSet, claims: Array<Claim>(200_000).fill(claim) };
    expect(resolveReferences(['1'], many).claims).toHaveLength(200_000);
    expect(resolveReferences(['1.9'], many).missing).toHaveLength(1);
  });

  test.each([
    ['s4.9', 'no claim s4.9; the nearest are s4.2, s4.1, s3.1; the sentences are s1 to s5'],
    ['5', 'no claim 5; the nearest are s4.1, s4.2, s3.1; the sentences are s1 to s5'],
    ['s99', 'no claim s99; the nearest are s4.1, s4.2, s3.1; the sentences are s1 to s5'],
    ['0', 'no claim 0; the nearest are s1.1, s2.1, s3.1; the sentences are s1 to s5'],
    ['7-9', 'no claim 7-9; the nearest are s4.1, s4.2, s3.1; the sentences are s1 to s5'],
  ])('%s names nothing: the nearest are told', async (missing, line) => {
    expect(await quote([missing])).toEqual({ stdout: '', stderr: `kimtrip: ${line}\n`, code: 1 });
    expect(await quote([missing, '--json'])).toEqual({
      stdout: '[]\n',
      stderr: `kimtrip: ${line}\n`,
      code: 1,
    });
    expect(await quote([missing, '--format', 'csl'])).toMatchObject({
      stderr: `kimtrip: ${line}\n`,
      code: 1,
    });
  });

  test('that names nothing keeps none of the others back, and each is told', async () => {
    expect(await quote(['4.9', '2', '88', '1', '--fields', 'id'])).toEqual({
      stdout: 's2.1\ns1.1\n',
      stderr:
        'kimtrip: no claim 4.9; the nearest are s4.2, s4.1, s3.1; the sentences are s1 to s5\n' +
        'kimtrip: no claim 88; the nearest are s4.1, s4.2, s3.1; the sentences are s1 to s5\n',
      code: 1,
    });
  });

  test('to more sentences than there are prints those that are, and tells', async () => {
    expect(await quote(['4-9', '--fields', 'id'])).toEqual({
      stdout: 's4.1\ns4.2\n',
      stderr: 'kimtrip: no sentences after s5 in 4-9\n',
      code: 1,
    });
  });

  test('to billions of sentences is answered like any other', async () => {
    expect(await quote([`4-9${'0'.repeat(30)}`, '--fields', 'id'])).toEqual({
      stdout: 's4.1\ns4.2\n',
      stderr: `kimtrip: no sentences after s5 in 4-9${'0'.repeat(30)}\n`,
      code: 1,
    });
  });
});

describe('- reads references from stdin', () => {
  test.each<[what: string, stdin: string, ids: string[]]>([
    ['one a line', 's4.2\n1\ns2-s3\n', ['s4.2', 's1.1', 's2.1', 's3.1']],
    ['no line feed at the end', 's4.2\n1', ['s4.2', 's1.1']],
    ['line ends of Windows', 's4.2\r\n1\r\n', ['s4.2', 's1.1']],
    ['blank lines and blanks', '\n s4.2 \n\n\t\n1\n', ['s4.2', 's1.1']],
    ['repeats', '1\n1\n', ['s1.1', 's1.1']],
    ['what follows a tab is not read', 's4.2\tpossible\tExample News\tThe old pier\n1\t\n', ['s4.2', 's1.1']],
  ])('%s', async (_, stdin, ids) => {
    expect(await quote(['-', '--fields', 'id'], stdin)).toEqual(found(...ids));
  });

  test('in the place where it stands', async () => {
    expect(await quote(['3', '-', '1', '--fields', 'id'], '4.1\n2\n')).toEqual(
      found('s3.1', 's4.1', 's2.1', 's1.1'),
    );
  });

  test.each(['list', 'search'])('takes what %s prints as lines', async (command) => {
    const words = command === 'search' ? ['pier'] : ['--topic', 'piers'];
    const { stdout: lines } = await kimtrip([command, ...words, '--data', await portHope()]);
    const ids = lines
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t')[0]);
    expect(ids.toSorted()).toEqual(['s3.1', 's4.1', 's4.2']);
    expect(await quote(['-'], lines)).toEqual({ stdout: lines, stderr: '', code: 0 });
  });

  test.each(['', '\n\r\n \n'])('nothing there is nothing found: %j', async (stdin) => {
    const stderr = 'kimtrip: no reference came from stdin\n';
    expect(await quote(['-'], stdin)).toEqual({ stdout: '', stderr, code: 1 });
    expect(await quote(['-', '--json'], stdin)).toEqual({ stdout: '[]\n', stderr, code: 1 });
    expect(await quote(['-', '--format', 'csl'], stdin)).toEqual({ stdout: '[]\n', stderr, code: 1 });
  });

  test('a malformed one fails by its name', async () => {
    expect(await quote(['-'], 's1.1\nid,text\n')).toEqual({
      stdout: '',
      stderr:
        'kimtrip: not a reference: id,text; write s18.3 (a claim), s18 (a sentence) or 3-6 (sentences)\n',
      code: 2,
    });
  });

  test('a missing one is told', async () => {
    expect(await quote(['-', '--fields', 'id'], '2\n9.9\n')).toEqual({
      stdout: 's2.1\n',
      stderr: 'kimtrip: no claim 9.9; the nearest are s4.2, s4.1, s3.1; the sentences are s1 to s5\n',
      code: 1,
    });
  });

  test('stdin is left alone without it', async () => {
    expect(await quote(['2', '--fields', 'id'], 'bogus!\n')).toEqual(found('s2.1'));
  });
});

describe('--context', () => {
  test.each<[reference: string, count: string, before: string[], after: string[]]>([
    ['3.1', '1', ['s2'], ['s4']],
    ['3.1', '2', ['s1', 's2'], ['s4', 's5']],
    ['1.1', '1', [], ['s2']],
    ['4.2', '1', ['s3'], ['s5']],
    ['4.2', '3', ['s1', 's2', 's3'], ['s5']],
    ['2.1', '99999', ['s1'], ['s3', 's4', 's5']],
  ])('of %s with %s gives the sentences %j before and %j after', async (reference, count, before, after) => {
    const argv = ['quote', reference, '--context', count, '--data', await portHope()];
    const ids = (sentences: { id: string }[]) => sentences.map(({ id }) => id);
    type Quoted = { context: Record<'before' | 'after', { id: string }[]> };
    const [quoted] = await kimtripJson<Quoted>(argv);
    expect({ before: ids(quoted?.context.before ?? []), after: ids(quoted?.context.after ?? []) }).toEqual({
      before,
      after,
    });
  });

  test('0 is none', async () => {
    expect(await quote(['3', '--context', '0', '--json'])).toEqual(await quote(['3', '--json']));
  });

  test('is shown around the sentence in a card', async () => {
    expect(await quote(['4.2', '--context', '1', '--format', 'cards'])).toEqual({
      stdout: `\
s4.2  The old pier would close if Port Hope agreed.
      Port Hope plans to open its new pier in 2016.
      “The old pier, built in 1901, would close if Port Hope agreed.”
      Nobody was hurt.
      Example News, 2015 · possible · “would” · conditional
      Ada Rae, “Storm over Port Hope”, Example News, January 2015 (inferred), paragraph 2, s4
`,
      stderr: '',
      code: 0,
    });
  });
});

describe('--format markdown', () => {
  test('gives claims of the same words their sentence once, and each who says it, how sure and the citation', async () => {
    const { stdout } = await kimtrip(['quote', 's18.1', 's18.2', 's18.1', '--format', 'markdown']);
    const blocks = stdout.split('\n\n').map((block) => block.trim());
    const starts = blocks.map((block) => (block.startsWith('>') ? '>' : block.slice(0, 9)));
    expect(starts).toEqual(['>', '**s18.1**', '**s18.2**', '**s18.1**']);
    for (const block of blocks.slice(1)) {
      expect(block).toContain('The Associated Press, 2015 · certain');
      expect(block).toContain('paragraph 12, s18');
    }
  });

  test('gives claims of other words the sentence with those', async () => {
    const { stdout } = await kimtrip(['quote', 's18.1', 's18.3', '--format', 'markdown']);
    expect(stdout.match(/^> .*$/gm)).toEqual([
      expect.stringContaining('**Putin was the first Soviet or Russian leader to visit North Korea**'),
      expect.stringContaining('**he spent two days in Pyongyang in 2000**'),
    ]);
  });
});

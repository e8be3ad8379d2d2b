import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { claimSetFiles } from '../arbitrary-claim-set.ts';
import { claimSetFolder, kimtrip, kimtripJson, type Ran } from '../helpers.ts';
import { CLAIMS, portHope } from '../port-hope.ts';

/** How many inputs each property is tried with; `npm run fuzz` raises it. */
const numRuns = Number(process.env['KIMTRIP_FUZZ_RUNS'] ?? 20);
const timeout = 120_000 + 300 * numRuns;

const schema = JSON.parse((await kimtrip(['schema'])).stdout);
const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);

/** Nothing in it can drive a terminal or hide; tabs and line ends part cells and lines. Words and emoji keep their joiners and tags. */
const DRIVES = /[^\P{Cc}\n\t]|(?!\u200c|\u200d|[\u{e0020}-\u{e007f}])\p{Cf}|[\p{Zl}\p{Zp}\p{Cs}]/u;

/** Checks that an output is whole in its format. */
const CHECKS: Readonly<Record<string, (stdout: string, width: number) => void>> = {
  json: (stdout) => {
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
  },
  jsonl: (stdout) => {
    for (const line of linesOf(stdout)) expect(validate([JSON.parse(line)])).toBe(true);
  },
  csv: (stdout) => {
    const rows: string[][] = parseCsv(stdout);
    expect(new Set(rows.map((row) => row.length)).size).toBeLessThan(2);
  },
  lines: (stdout) => {
    const cells = linesOf(stdout).map((line) => line.split('\t').length);
    expect(new Set(cells).size).toBeLessThan(2);
  },
  // Only kimtrip's own marks begin a line: a quotation, an id, an item of a list.
  markdown: (stdout) => {
    expect(stdout).not.toMatch(/^(?:#|\+|\d+[.)] |```|~~~|<|\||={1,}$|-+$)/m);
  },
  cards: fits,
  // Of fewer columns it gives each at least the widest thing in it that cannot be broken.
  table: (stdout, width) => fits(stdout, Math.max(width, 40)),
};

function fits(stdout: string, width: number): void {
  expect(linesOf(stdout).filter((line) => stringWidth(line) > width)).toEqual([]);
}

const linesOf = (text: string) => text.split('\n').slice(0, -1);

function expectSound({ stdout, stderr, code }: Ran, format = 'lines', width = Infinity): void {
  expect([0, 1, 2]).toContain(code);
  expect(stderr).not.toMatch(/^\s+at |this is a bug in kimtrip/m);
  expect(stderr).not.toMatch(DRIVES);
  expect(stdout.replaceAll('\r\n', '\n')).not.toMatch(DRIVES);
  if (code === 2) expect({ stdout, lines: linesOf(stderr).length }).toEqual({ stdout: '', lines: 1 });
  else if (stdout) CHECKS[format]?.(stdout, width);
}

describe('whatever is typed', () => {
  const word = fc.oneof(
    fc.constantFrom(
      ...[
        'search',
        'list',
        'quote',
        'timeline',
        'article',
        'browse',
        'export',
        'verify',
        'schema',
        'completion',
        'help',
      ],
      ...[
        'entities',
        'topics',
        'sources',
        'sentences',
        'html',
        'sql',
        'jsonld',
        'bash',
        'pier',
        'rain',
        's1',
        '2-4',
        's2.1',
        '-',
      ],
      ...[
        '--json',
        '--format',
        'csv',
        'cards',
        'table',
        '--fields',
        'id,time.edtf',
        '--limit',
        '0',
        '--exact',
        '--explain',
      ],
      ...[
        '--about',
        'port hope',
        '--said-by',
        'article',
        '--topic',
        '--certainty',
        'possible',
        '--stance',
        '--from',
        '2014',
      ],
      ...[
        '--to',
        '--context',
        '--mark',
        '--data',
        '--strict',
        '--color',
        '--no-color',
        '--help',
        '--version',
        '--',
        '-n',
        '-h',
      ],
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom(
      '',
      '-',
      '--',
      '--=',
      '__proto__',
      'constructor',
      '\u001b]0;x\u0007',
      '1e9',
      '99999999999999999999',
      '../../etc',
    ),
  );

  // `init` writes where it is told to, which has tests of its own.
  const argv = fc.array(word, { maxLength: 7 }).filter((words) => !words.includes('init'));

  test('ends with 0, 1 or 2, in one line where it is wrong, and with no trace', { timeout }, async () => {
    const KIMTRIP_DATA = await portHope();
    await fc.assert(
      fc.asyncProperty(
        argv,
        fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
        async (words, terminal) => {
          const world = { env: { KIMTRIP_DATA, NO_COLOR: '1' }, stdin: words.join('\n') };
          const ran = await kimtrip(words, terminal === undefined ? world : { ...world, terminal });
          expect([0, 1, 2]).toContain(ran.code);
          expect(ran.stderr).not.toMatch(/^\s+at |this is a bug in kimtrip/m);
          expect(ran.stderr).not.toMatch(DRIVES);
          if (ran.code !== 2) return;
          // A terminal wraps the line at words.
          const lines = linesOf(ran.stderr).filter((line) => !terminal || line.startsWith('kimtrip:'));
          expect({ stdout: ran.stdout, lines: lines.length }).toEqual({ stdout: '', lines: 1 });
        },
      ),
      { numRuns: 10 * numRuns },
    );
  });

  test('is looked for and found or not, and told in every format', { timeout }, async () => {
    const KIMTRIP_DATA = await portHope();
    const query = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.lorem());
    await fc.assert(
      fc.asyncProperty(query, fc.constantFrom(...Object.keys(CHECKS)), async (typed, format) => {
        const argv = ['search', '--format', format, '--limit', '0', '--explain', '--', typed];
        expectSound(await kimtrip(argv, { env: { KIMTRIP_DATA } }), format);
      }),
      { numRuns: 5 * numRuns },
    );
  });
});

describe('any claim set within the rules', () => {
  test('loads, and each command prints it whole in each format', { timeout }, async () => {
    const ofClaims = [
      ['search', 'rain may', '--limit', '0'],
      ['list'],
      ['quote', '1-9', '--context', '1'],
      ['timeline'],
    ];
    const ofOthers = [
      ['list', 'entities'],
      ['list', 'topics'],
      ['list', 'sources'],
      ['list', 'sentences'],
      ['article', '--mark', 'rain'],
    ];
    const folder = await claimSetFolder(null, null);
    await fc.assert(
      fc.asyncProperty(
        claimSetFiles,
        fc.integer({ min: 10, max: 120 }),
        async ({ claims, article }, terminal) => {
          await writeFile(join(folder, 'claims.json'), JSON.stringify(claims));
          await writeFile(join(folder, 'article.txt'), article);
          const env = { KIMTRIP_DATA: folder, NO_COLOR: '1' };
          expect(await kimtrip(['verify'], { env })).toMatchObject({ code: 0 });
          const listed = await kimtripJson<{ id: string; qualifiedBy: { id: string }[] }>(['list'], { env });
          expect(listed.map(({ id, qualifiedBy }) => [id, qualifiedBy.map((other) => other.id)])).toEqual(
            claims.claims.map(({ id, qualifiedBy }) => [id, qualifiedBy]),
          );
          for (const command of [...ofClaims, ...ofOthers])
            for (const format of Object.keys(CHECKS)) {
              const ran = await kimtrip([...command, '--format', format], { env, terminal });
              expect(ran.code).not.toBe(2);
              expectSound(ran, format, terminal);
            }
          for (const command of ofClaims) {
            const ids = (await kimtripJson<{ id: string }>(command, { env })).map(({ id }) => id);
            for (const format of ['lines', 'csv', 'markdown', 'cards', 'table']) {
              const { stdout } = await kimtrip([...command, '--format', format], { env, terminal });
              const shown = stdout.matchAll(/^(?:\*\*)?(s\d+\.\d+)(?=[\s,*]|$)/gm);
              expect(Array.from(shown, ([, id]) => id)).toEqual(ids);
            }
          }
          for (const kind of ['html', 'sql', 'jsonld']) {
            const ran = await kimtrip(['export', kind], { env });
            expect(ran.code).toBe(claims.claims.length ? 0 : 1);
            // JSON has escapes; a page and a script hold the text itself.
            if (kind === 'jsonld') expect(ran.stdout).not.toMatch(DRIVES);
          }
        },
      ),
      { numRuns },
    );
    await rm(folder, { recursive: true });
  });
});

describe('whatever stands in claims.json', () => {
  const json = fc.json({ maxDepth: 4 });
  const values = JSON.stringify(CLAIMS).match(/[:,[]/g)?.length ?? 1;
  /** The small story with one of its values replaced. */
  const withValue = (at: number, value: unknown) => {
    let left = at;
    return JSON.stringify(CLAIMS, (_, each) => (left-- === 0 ? value : each));
  };
  const spoilt = fc
    .tuple(fc.nat(values - 1), fc.jsonValue({ maxDepth: 2 }))
    .map(([at, value]) => withValue(at, value));
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    json.map((text) => new TextEncoder().encode(text)),
    spoilt.map((text) => new TextEncoder().encode(text)),
    fc
      .nat(JSON.stringify(CLAIMS).length - 1)
      .map((length) => new TextEncoder().encode(JSON.stringify(CLAIMS).slice(0, length))),
  );

  test('is loaded whole or refused in one line', { timeout }, async () => {
    const folder = await portHope();
    const env = { KIMTRIP_DATA: folder };
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        await writeFile(join(folder, 'claims.json'), content);
        const verified = await kimtrip(['verify'], { env });
        expectSound(verified);
        const listed = await kimtrip(['list'], { env });
        expectSound(listed);
        expect(listed.code === 2).toBe(verified.code !== 0);
      }),
      { numRuns: 10 * numRuns },
    );
  });

  test.each([null, 'x', [null], {}])('each value in turn may be %j', { timeout }, async (value) => {
    const folder = await portHope();
    for (let at = 0; at < values; at++) {
      await writeFile(join(folder, 'claims.json'), withValue(at, value));
      expectSound(await kimtrip(['verify'], { env: { KIMTRIP_DATA: folder } }));
    }
  });
});

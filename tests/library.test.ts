import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'rolldown';
import { describe, expect, test } from 'vitest';
import { claimRecord, qualifiersText } from '../src/browser.ts';
import {
  createSearch,
  loadClaimSet,
  parseClaimSet,
  resolveReferences,
  selectClaims,
  UnsoundError,
} from '../src/index.ts';
import { kimtripJson } from './helpers.ts';
import { ARTICLE, CLAIMS, portHope } from './port-hope.ts';

const ROOT = join(import.meta.dirname, '..');
const shipped = join(ROOT, 'data/kim-trip');

describe('the library', () => {
  test('finds, filters and refers as the command line does', async () => {
    const claimSet = await loadClaimSet(shipped);
    const search = createSearch(claimSet);
    const ids = (claims: readonly { id: string }[]) => claims.map(({ id }) => id);
    expect(ids(search('ushakv').map(({ claim }) => claim))).toEqual(
      ids(await kimtripJson(['search', 'ushakv', '--limit', '0'])),
    );
    expect(selectClaims(claimSet, { saidBy: ['Yuri Ushakov'] }).map(claimRecord)).toEqual(
      await kimtripJson(['list', '--said-by', 'Yuri Ushakov']),
    );
    const { claims, missing } = resolveReferences(['s4.1', '99'], claimSet);
    expect(claims.map((claim) => qualifiersText(claim))).toEqual([
      'South Korean media > anonymous sources in Beijing · probable · “likely”',
    ]);
    expect(missing).toEqual([
      { reference: '99', kind: 'no-claim', nearest: ['s28.1', 's27.1', 's27.2'], sentences: 28 },
    ]);
  });

  test('keeps why a claim was found where what was found is written as JSON', async () => {
    const [hit] = createSearch(await loadClaimSet(shipped))('ushakv');
    const { match, context } = JSON.parse(JSON.stringify(hit));
    expect([context, match]).toEqual([null, hit?.match]);
  });

  test('makes a claim set of two texts, and tells every fault of one that is unsound', async () => {
    const claimSet = parseClaimSet(JSON.stringify(CLAIMS), ARTICLE);
    expect(claimSet).toEqual(await loadClaimSet(await portHope()));
    const unsound = () => parseClaimSet(JSON.stringify(CLAIMS), 'Another article.');
    expect(unsound).toThrow(UnsoundError);
    expect(unsound).toThrow(/^claims\.json: claims\[0\]\.quote is not in s1.*, and \d+ more$/);
  });
});

describe('the package', () => {
  test('runs in a bundle for browsers, without a process', async () => {
    const contents = `
      import { createSearch, parseClaimSet } from 'kimtrip';
      const search = createSearch(parseClaimSet(claims, article));
      found = search('vladmir pyongyang').map(({ claim }) => claim.id);`;
    const page = join(ROOT, 'page.js');
    const { output } = await build({
      input: page,
      plugins: [
        {
          name: 'page',
          resolveId: (id) => (id === page ? id : null),
          load: (id) => (id === page ? contents : null),
        },
      ],
      platform: 'browser',
      output: { format: 'iife' },
      write: false,
    });
    const world = {
      claims: readFileSync(join(shipped, 'claims.json'), 'utf8'),
      article: readFileSync(join(shipped, 'article.txt'), 'utf8'),
      found: [],
      // What every browser has.
      structuredClone,
      Intl,
      atob,
    };
    runInNewContext(output[0].code, world);
    const hits = await kimtripJson<{ id: string }>(['search', 'vladmir pyongyang', '--limit', '0']);
    expect([...world.found]).toEqual(hits.map(({ id }) => id));
  });

  test('offers under Node what it offers in browsers, and loading', async () => {
    const names = (condition: string[]) =>
      JSON.parse(
        execFileSync(
          process.execPath,
          [
            ...condition,
            '--input-type=module',
            '-e',
            `console.log(JSON.stringify(Object.keys(await import('kimtrip'))))`,
          ],
          { cwd: ROOT, encoding: 'utf8' },
        ),
      );
    const browser = [
      'FilterError',
      'LONGEST_QUERY',
      'MalformedReference',
      'UnreadableError',
      'UnsoundError',
      'UsageError',
      'checkDraft',
      'citationText',
      'claimRecord',
      'createSearch',
      'parseClaimSet',
      'qualifiersText',
      'resolveReferences',
      'selectClaims',
      'visible',
    ];
    expect(names(['--conditions=browser'])).toEqual(browser);
    expect(names([])).toEqual([...browser, 'loadClaimSet'].sort());
  });
});

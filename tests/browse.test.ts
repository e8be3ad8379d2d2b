import { Chalk } from 'chalk';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { drawHelp, drawScreen } from '../src/browse/screen.ts';
import { createBrowsing } from '../src/browse/state.ts';
import { qualifiersText } from '../src/render/wording.ts';
import { createSearch } from '../src/search/search.ts';
import { shippedClaimSet } from '../src/stories/shipped.ts';
import { kimtrip } from './helpers.ts';

describe('where nobody can be talked with', () => {
  const advice =
    'kimtrip: browse needs a terminal on stdin and stderr; in a script use kimtrip search WORDS or kimtrip list\n';

  test.each([[[]], [['putin', '--json']]])('it advises what to do: browse %j', async (argv) => {
    expect(await kimtrip(['browse', ...argv])).toEqual({ stdout: '', stderr: advice, code: 2 });
  });
});

describe('the screen', async () => {
  const claimSet = shippedClaimSet();
  const { start, walk } = createBrowsing(claimSet, claimSet.claims, createSearch(claimSet));
  const drawn = (browsing: typeof start, query: string, columns: number, rows: number, level: 0 | 1 = 0) => {
    const terminal = { isTerminal: true, width: columns, paint: new Chalk({ level }) };
    const typed = { text: query, caret: query.length };
    return drawScreen({ browsing, line: typed, total: claimSet.claims.length, message: '' }, rows, terminal);
  };

  test.each(['voice', 'certainty'] as const)('goes round the choices of %s to all claims again', (to) => {
    const forth = walk(start, { to, by: 1 });
    expect(forth[to]).not.toBeNull();
    expect(walk(forth, { to, by: -1 })[to]).toBeNull();
    expect(walk(start, { to, by: -1 })[to]).not.toBeNull();
  });

  test('leaves out whole characters of a query that is too long: flags, families, what is as wide as two', () => {
    const query = 'a🇰🇵🇷🇺👩‍👩‍👧北👍🏽';
    const prompts = [40, 12, 11, 10, 9, 8, 7, 6, 5, 4].map((columns) => {
      const { lines, caret } = drawn(start, query, columns, 20);
      return [columns, lines[0], caret.column];
    });
    expect(prompts).toEqual([
      [40, '> a🇰🇵🇷🇺👩‍👩‍👧北👍🏽', 13],
      [12, '> 🇷🇺👩‍👩‍👧北👍🏽', 10],
      [11, '> 🇷🇺👩‍👩‍👧北👍🏽', 10],
      [10, '> 👩‍👩‍👧北👍🏽', 8],
      [9, '> 👩‍👩‍👧北👍🏽', 8],
      [8, '> 北👍🏽', 6],
      [7, '> 北👍🏽', 6],
      [6, '> 👍🏽', 4],
      [5, '> 👍🏽', 4],
      [4, '> ', 2],
    ]);
  });

  test.each([
    [80, 24],
    [40, 24],
  ])('tells all keys on %i columns and %i rows', (columns, rows) => {
    const terminal = { isTerminal: true, width: columns, paint: new Chalk({ level: 0 }) };
    const { lines } = drawHelp(rows, terminal);
    const told = lines.join(' ').replaceAll(/ +/g, ' ');
    for (const text of [
      'Ctrl-Y copy the quotation to the clipboard',
      '~\u00a0probable',
      'Press a key to go on.',
    ])
      expect(told).toContain(text);
    expect(told).not.toContain('…');
    expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
  });

  test('fits any terminal, whatever is asked and selected', () => {
    const query = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('putin', '金正恩', '🚆🚆🚆'));
    fc.assert(
      fc.property(
        query,
        fc.nat(131),
        fc.integer({ min: 8, max: 200 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(0, 1),
        (typed, by, columns, rows, level) => {
          const found = walk(walk(start, { to: 'query', query: typed }), { to: 'claim', by });
          const { lines, caret } = drawn(found, typed, columns, rows, level);
          expect(lines).toHaveLength(rows);
          expect(lines.filter((line) => stringWidth(line) > columns || line.includes('\n'))).toEqual([]);
          expect(caret.row).toBe(0);
          expect(caret.column).toBeLessThan(columns);
          const help = drawHelp(rows, { isTerminal: true, width: columns, paint: new Chalk({ level }) });
          expect(help.lines).toHaveLength(rows);
          expect(help.lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
        },
      ),
    );
  });

  test.each([
    [40, 12],
    [60, 10],
    [80, 24],
  ])('of %i columns and %i rows shows who says it and how sure, of every claim', (columns, rows) => {
    claimSet.claims.forEach((claim, by) => {
      const { lines } = drawn(walk(start, { to: 'claim', by }), '', columns, rows);
      expect(lines.join(' ')).toContain(qualifiersText(claim));
    });
  });
});

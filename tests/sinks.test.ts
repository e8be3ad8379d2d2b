import { describe, expect, test } from 'vitest';
import { visible, visibleCodePoints } from '../src/render/sinks.ts';
import { claimSetFolder, kimtrip, kimtripJson } from './helpers.ts';

/** Words whose joiners and selectors readers need. */
const WHOLE = ['I ❤️ it', '1️⃣ of 👩‍🚀 and 👨🏽‍🌾', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'می‌خواهم بروم', 'क्‍ष and क्‌ष', '葛󠄀飾区'];

/** The same characters where they could only hide. */
const HIDDEN = [
  ['a\u200db', 'a\\u{200d}b'],
  ['a\ufe0fb', 'a\\u{fe0f}b'],
  ['❤\ufe0f\ufe0f', '❤\ufe0f\\u{fe0f}'],
  ['Kim\u00adJong', 'Kim\\u{ad}Jong'],
  ['a\u{e0041}', 'a\\u{e0041}'],
  ['می\u202e', 'می\\u{202e}'],
] as const;

const told = (text: string) =>
  claimSetFolder(
    { article: { publisher: text }, claims: [{ id: 's1.1', text, quote: 'Rain', certainty: 'certain' }] },
    'Rain fell.',
  );

describe('words arrive as they are', () => {
  test.each(WHOLE)('%s in every format that is printed', async (text) => {
    const data = await told(text);
    for (const format of ['table', 'cards', 'lines', 'csv', 'markdown'])
      expect((await kimtrip(['list', '--format', format, '--data', data])).stdout).toContain(text);
  });

  test.each(HIDDEN)('and what could hide in them is shown: %j', async (text, shown) => {
    expect(visible(text)).toBe(shown);
    expect((await kimtrip(['list', '--fields', 'text', '--data', await told(text)])).stdout).toBe(
      `${shown}\n`,
    );
  });

  test.each([...WHOLE, ...HIDDEN.map(([text]) => text), 'soft\u00adhyphen \u202e', 'a\r\nb\u0001'])(
    '%j in HTML, SQL, JSON-LD and JSON',
    async (text) => {
      const data = await told(text);
      const html = (await kimtrip(['export', 'html', '--data', data])).stdout;
      expect(html).toContain(`dir="auto">${text.replace('\r', '&#13;')}</h3>`);
      const [record] = await kimtripJson(['list', '--data', data]);
      expect(record).toMatchObject({ text, saidBy: text });
      const jsonld = JSON.parse((await kimtrip(['export', 'jsonld', '--data', data])).stdout);
      expect(jsonld.first.items[0].body[0]).toMatchObject({ value: text, saidBy: text });
    },
  );

  test('code point by code point, so that offsets hold', () => {
    for (const text of [...WHOLE, ...HIDDEN.map(([hidden]) => hidden)]) {
      expect(visibleCodePoints(text)).toHaveLength(Array.from(text).length);
      expect(visibleCodePoints(text).join('')).toBe(visible(text));
    }
  });
});

test.each(['=', '+', '-', '@', '＝', '＋', '－', '＠'])(
  'a cell of CSV that begins with %s does not run',
  async (sign) => {
    const data = await told(`${sign}1`);
    expect(
      (await kimtrip(['list', '--fields', 'text,saidBy', '--format', 'csv', '--data', data])).stdout,
    ).toBe(`text,saidBy\r\n'${sign}1,'${sign}1\r\n`);
  },
);

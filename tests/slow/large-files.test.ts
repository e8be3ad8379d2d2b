import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claimSetFolder, kimtrip } from '../helpers.ts';

test('a claims.json of as many bytes as are read is read', async () => {
  const data = await claimSetFolder('', 'Rain fell.');
  await truncate(join(data, 'claims.json'), 100_000_000);
  expect(await kimtrip(['verify', data])).toEqual({
    stdout: '',
    stderr: `kimtrip: cannot read ${join(data, 'claims.json')}: it is not UTF-8 text, for it holds NUL characters; save it as UTF-8\n`,
    code: 2,
  });
});

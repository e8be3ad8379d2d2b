import { describe, expect, test } from 'vitest';
import { installed, shell } from '../helpers.ts';
import { portHope } from '../port-hope.ts';

const [hasJq, hasPython] = [await installed('jq'), await installed('python3')];

describe('the examples', () => {
  test('find.js says who says it and how sure', async () => {
    expect((await shell('node examples/find.js likely to accept')).stdout.split('\n').slice(0, 2)).toEqual([
      'Anonymous sources in Beijing, quoted by South Korean media, say Kim Jong Un is likely to accept the invitation to Moscow. (South Korean media > anonymous sources in Beijing · probable · “likely”)',
      '  “South Korean media quoted anonymous sources in Beijing this week as saying that Kim is likely to accept”, score 1',
    ]);
  });

  test.skipIf(!hasJq)('unsure.sh lists what is less than certain under whoever says it', async () => {
    expect(await shell('export -f kimtrip; examples/unsure.sh --topic inter-korean')).toEqual({
      stdout: `Kim Jong Un
  possible · “suggested” · intended: Kim Jong Un suggested in his New Year’s address that he is open to a summit with South Korean President Park Geun-hye.
`,
      stderr: '',
      code: 0,
    });
  });

  test.skipIf(!hasPython)('table.py counts how sure each source is', async () => {
    const data = await portHope();
    expect(await shell(`kimtrip list --data ${data} --format jsonl | python3 examples/table.py`)).toEqual({
      stdout: `                                certain probable possible uncommitted
Example News                          1        1        1           0
local radio > unnamed officials       1        0        0           0
the weather service                   0        0        1           0
`,
      stderr: '',
      code: 0,
    });
  });
});

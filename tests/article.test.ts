import { expect, test } from 'vitest';
import { claimSetFolder, kimtrip, kimtripJson } from './helpers.ts';

const rain = () =>
  claimSetFolder(
    {
      article: { publisher: 'Example News' },
      claims: [
        { id: 's1.1', text: 'Rain may fall.', quote: 'Rain may fall', certainty: 'possible', hedge: 'may' },
        { id: 's1.2', text: 'The service spoke.', quote: 'the service said' },
        {
          id: 's2.1',
          text: 'Snow is likely.',
          quote: 'Snow is likely 😀',
          certainty: 'probable',
          hedge: 'likely',
        },
        {
          id: 's2.2',
          text: 'It is asked whether snow.',
          quote: 'likely',
          certainty: 'uncommitted',
          hedge: 'likely',
        },
      ],
    },
    'Rain may fall, the service said.\nSnow is likely 😀, too.\n\nNobody knows.\n',
  );

test('the article reads on, its sentences numbered, what is less than certain in brackets', async () => {
  const argv = ['article', '--no-color', '--data', await rain()];
  expect((await kimtrip(argv, { terminal: 60 })).stdout).toBe(`\
s1 [Rain may fall]?, the service said. s2 [Snow is]~
[likely]?? [😀]~, too.

s3 Nobody knows.

Example News, undated
[…]~ probable · […]? possible · […]?? uncommitted
`);
});

test('the words of claims are underlined, and what a search matched is bold', async () => {
  const argv = ['article', '--mark', 'rain', '--color', '--data', await rain()];
  const [first] = (await kimtrip(argv, { terminal: 80 })).stdout.split('\n');
  expect(first).toBe(
    '\u001b[2ms1\u001b[22m [\u001b[1m\u001b[4mRain\u001b[24m\u001b[22m\u001b[4m may fall\u001b[24m\u001b[35m]?\u001b[39m, the service said. \u001b[2ms2\u001b[22m Snow is likely 😀, too.',
  );
});

test('without colour brackets show the words of what a search found, certain ones too', async () => {
  const argv = ['article', '--mark', 'service', '--no-color', '--data', await rain()];
  const [first] = (await kimtrip(argv, { terminal: 80 })).stdout.split('\n');
  expect(first).toContain('[the service said]. s2');
});

test('filters choose the claims that are marked', async () => {
  const argv = ['article', '--certainty', 'possible', '--format', 'cards', '--data', await rain()];
  expect((await kimtrip(argv)).stdout).toContain(
    's1 [Rain may fall]?, the service said. s2 Snow is likely 😀, too.\n',
  );
});

test('scripts get its sentences with the claims of each', async () => {
  const sentences = await kimtripJson<{ id: string; claims: string[] }>(['article', '--data', await rain()]);
  expect(sentences.map(({ id, claims }) => [id, claims])).toEqual([
    ['s1', ['s1.1', 's1.2']],
    ['s2', ['s2.1', 's2.2']],
    ['s3', []],
  ]);
});

test('the article of the program is whole', async () => {
  const { stdout } = await kimtrip(['article', '--format', 'cards', '--topic', 'byline']);
  const sentences = await kimtripJson<{ text: string }>(['list', 'sentences']);
  for (const { text } of sentences) expect(stdout).toContain(text);
});

import { describe, expect, test } from 'vitest';
import { kimtripJson } from './helpers.ts';
import { lockStory } from './lock-story.ts';

interface Checked {
  readonly verdict: string;
  readonly differences: readonly { readonly kind: string }[];
}

/** The kinds of difference in a draft, or how it stands where there is none. */
const kindsOf = async (stdin: string) => {
  const checked = await kimtripJson<Checked>(['check', '-', '--data', await lockStory()], { stdin });
  return checked.flatMap(({ verdict, differences }) =>
    differences.length ? differences.map(({ kind }) => kind) : [verdict],
  );
};

describe('the same speaker in other words', () => {
  test.each([
    [
      'by what the article tells of her',
      'A nurse who has lived by the lock for 20 years said she sympathized with the keepers.',
    ],
    [
      'by where they are, for people without a name',
      'Scientists in Fenwick who tested a sample warned that the comparison was preliminary.',
    ],
    ['none, where a village lies', 'Tarbeck is a village about 12 kilometers from the lock.'],
    ['last, behind what others told', 'The keepers never mentioned a leak, he said.'],
    [
      'with another word for the paper',
      'The lock could close before the first frost, said the Norrow Post, citing officials it did not name.',
    ],
  ])('%s: %s', async (_, draft) => expect(await kindsOf(draft)).toEqual(['matches']));
});

describe('another speaker', () => {
  test.each([
    [
      'somebody unnamed from elsewhere',
      'The lock could close before the first frost, a Western diplomat told the Norrow Post.',
    ],
    [
      'the people whom the paper cites are left out',
      'The lock could close before the first frost, according to the Norrow Post.',
    ],
    ['a group in another place', 'Scientists in Tarbeck warned that the comparison was preliminary.'],
    ['no role of hers', 'An engineer said she sympathized with the keepers.'],
  ])('%s: %s', async (_, draft) => expect(await kindsOf(draft)).toEqual(['speaker']));
});

describe('the same in other words for how sure and for what is not', () => {
  test.each([
    ['another appearance', 'Talks over the toll looked close to collapse.'],
    ['another form of the hedge', 'The canal office voiced confidence that it could serve every village.'],
    ['a permit that is needed', 'Boats need a permit to leave the basin.'],
    ['nearly nothing', 'The danger of barges to fish is close to zero.'],
    ['a denial with “insists … not”', 'The union insists that it is not seeking a strike.'],
    [
      '“if … not” for “unless”',
      'Adair means to sue the office if it has not published the full report by May 3.',
    ],
    ['“none” for “never”', 'None of the keepers mentioned a leak, Adair said.'],
    ['silence for “never mentioned”', 'The keepers kept quiet about a leak, Adair said.'],
    ['a likelihood with “all” in it', 'The talks over the toll will in all likelihood collapse.'],
    [
      'a belief with a noun',
      'It is the canal office’s expectation that it would serve every village, the office said.',
    ],
  ])('%s: %s', async (_, draft) => expect(await kindsOf(draft)).toEqual(['matches']));

  test.each([
    ['condition', 'Adair intends to sue the office without conditions.'],
    ['hedge', 'Talks over the toll are headed for collapse.'],
    ['hedge', 'The canal office said it will serve every village.'],
    ['negation', 'Boats may leave the basin without a permit.'],
    ['negation', 'Barges pose a danger to fish.'],
    ['negation', 'The union insists that it seeks a strike.'],
  ])('%s: %s', async (kind, draft) => expect(await kindsOf(draft)).toContain(kind));
});

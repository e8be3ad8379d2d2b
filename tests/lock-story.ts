import { claimSetFolder } from './helpers.ts';

/** A story that tells what drafts say in other words: roles, relays, appearances, refusals, plans. */
const ARTICLE = `Mira Sund, a nurse who has lived by the lock for 20 years, said she sympathized with the keepers.
The Norrow Post, citing two unnamed officials at the canal office, reported that the lock could close before the first frost.
Engineers at the college in Fenwick, who tested a sample, warned that the comparison was preliminary.
Tarbeck, a village about 12 kilometers from the lock, has no bridge, the canal office said.
Jon Adair said the keepers never mentioned a leak.

Talks over the toll appeared headed for collapse.
The canal office said it was confident that it would serve every village.
No boat may leave the basin without a permit.
Barges pose almost no danger to fish.
The union denies that it seeks a strike.
Adair intends to sue the office unless it publishes the full report by May 3.
The office wants the toll to be lowered step by step.
`;

type Fields = Readonly<Record<string, unknown>>;
const claim = (id: string, text: string, quote: string, fields: Fields = {}): Fields => ({
  id,
  text,
  quote,
  certainty: 'certain',
  ...fields,
});
const by = (...sources: readonly string[]) => ({ attribution: sources.map((source) => ({ source })) });

const CLAIMS = {
  article: { id: 'lock', title: null, publisher: 'Example News', author: [], issued: null, language: 'en' },
  entities: [
    { id: 'sund', name: 'Mira Sund', type: 'person', aliases: ['Sund'] },
    { id: 'post', name: 'The Norrow Post', type: 'organisation', aliases: ['Norrow Post'] },
    { id: 'officials', name: 'two unnamed officials at the canal office', type: 'group' },
    { id: 'office', name: 'the canal office', type: 'organisation', aliases: ['the office'] },
    { id: 'engineers', name: 'engineers at the college in Fenwick', type: 'group' },
    { id: 'tarbeck', name: 'Tarbeck', type: 'place' },
    { id: 'adair', name: 'Jon Adair', type: 'person', aliases: ['Adair'] },
    { id: 'union', name: 'the union', type: 'organisation' },
  ],
  topics: [],
  claims: [
    claim('s1.1', 'Mira Sund is a nurse.', 'Mira Sund, a nurse', { subject: 'sund', stance: 'presupposed' }),
    claim('s1.2', 'Mira Sund has lived by the lock for 20 years.', 'has lived by the lock for 20 years', {
      subject: 'sund',
      stance: 'presupposed',
    }),
    claim(
      's1.3',
      'Mira Sund said she sympathized with the keepers.',
      'said she sympathized with the keepers',
      { subject: 'sund', ...by('sund') },
    ),
    claim(
      's2.1',
      'The Norrow Post, citing two unnamed officials at the canal office, reported that the lock could close before the first frost.',
      'The Norrow Post, citing two unnamed officials at the canal office, reported that the lock could close before the first frost',
      {
        certainty: 'possible',
        hedge: 'could',
        attribution: [{ source: 'post' }, { source: 'officials', anonymous: true }],
      },
    ),
    claim(
      's3.1',
      'Engineers at the college in Fenwick warned that the comparison was preliminary.',
      'warned that the comparison was preliminary',
      { keywords: ['scientists'], attribution: [{ source: 'engineers', anonymous: true }] },
    ),
    claim(
      's4.1',
      'Tarbeck is a village about 12 kilometers from the lock, the canal office said.',
      'Tarbeck, a village about 12 kilometers from the lock',
      { subject: 'tarbeck', stance: 'presupposed', ...by('office') },
    ),
    claim(
      's5.1',
      'Jon Adair said the keepers never mentioned a leak.',
      'the keepers never mentioned a leak',
      {
        polarity: 'negated',
        ...by('adair'),
      },
    ),
    claim(
      's6.1',
      'Talks over the toll appeared headed for collapse.',
      'Talks over the toll appeared headed for collapse',
      { certainty: 'probable', stance: 'judged', hedge: 'appeared' },
    ),
    claim(
      's7.1',
      'The canal office said it was confident that it would serve every village.',
      'it was confident that it would serve every village',
      {
        subject: 'office',
        certainty: 'probable',
        hedge: 'was confident that it would',
        ...by('office'),
      },
    ),
    claim(
      's8.1',
      'No boat may leave the basin without a permit.',
      'No boat may leave the basin without a permit',
      { polarity: 'negated' },
    ),
    claim('s9.1', 'Barges pose almost no danger to fish.', 'Barges pose almost no danger to fish', {
      polarity: 'negated',
    }),
    claim('s10.1', 'The union denies that it seeks a strike.', 'The union denies that it seeks a strike', {
      subject: 'union',
      polarity: 'negated',
      ...by('union'),
    }),
    claim(
      's11.1',
      'Jon Adair intends to sue the canal office unless it publishes the full report by May 3.',
      'Adair intends to sue the office unless it publishes the full report by May 3',
      { subject: 'adair', certainty: 'probable', stance: 'intended', conditional: true, hedge: 'intends to' },
    ),
    claim(
      's12.1',
      'The canal office wants the toll to be lowered step by step.',
      'The office wants the toll to be lowered step by step',
      { subject: 'office', stance: 'intended' },
    ),
  ],
};

/** A folder with it, gone when the test ends. */
export const lockStory = (): Promise<string> => claimSetFolder(CLAIMS, ARTICLE);

import { claimSetFolder } from './helpers.ts';

const ARTICLE = `Ada Rae told local radio that the old bridge, a landmark, fell in March 1999.
Nobody spoke of the bridge on 2 May, when the mayor left.
`;

const CLAIMS = {
  article: {},
  entities: [
    { id: 'old-bridge', name: 'the Old Bridge', type: 'place', aliases: ['the crossing'] },
    { id: 'ada-rae', name: 'Ada Rae', type: 'person', aliases: ['the mayor'] },
  ],
  claims: [
    {
      id: 's1.1',
      text: 'The bridge fell in 1999.',
      quote: 'the old bridge, a landmark, fell in March 1999',
      entities: ['old-bridge'],
      attribution: [{ source: 'ada-rae' }],
      time: { edtf: '1999-03', text: 'March 1999' },
      keywords: ['collapse'],
    },
    {
      id: 's1.2',
      text: 'The old bridge was a landmark.',
      quote: 'the old bridge, a landmark',
      subject: 'old-bridge',
      entities: ['old-bridge'],
      attribution: [{ source: 'ada-rae' }],
      stance: 'presupposed',
    },
    {
      id: 's2.1',
      text: 'Nobody spoke of the bridge.',
      quote: 'Nobody spoke of the bridge on 2 May',
      entities: ['old-bridge'],
      polarity: 'negated',
    },
    {
      id: 's2.2',
      text: 'Ada Rae left.',
      quote: 'the mayor left',
      subject: 'ada-rae',
      entities: ['ada-rae'],
    },
  ],
};

/** A folder of claims in which a word may stand in any field, gone after the test. */
export const bridge = (): Promise<string> => claimSetFolder(CLAIMS, ARTICLE);

/** The same story told again and again. */
export function bridges(times: number): Promise<string> {
  const again = <T>(make: (at: number) => T) => Array.from({ length: times }, (_, at) => make(at));
  const claims = again((at) =>
    CLAIMS.claims.map((claim) => ({
      ...claim,
      id: claim.id.replace(/\d+/, (sentence) => String(Number(sentence) + 2 * at)),
    })),
  ).flat();
  return claimSetFolder({ ...CLAIMS, claims }, again(() => ARTICLE).join(''));
}

import type { Command } from '@commander-js/extra-typings';
import type { Io } from '../io.ts';
import { type Claim, listed } from '../model.ts';
import { FORMAT_NAMES, type FormatName } from '../render/format-names.ts';
import { eraView } from '../render/list-views.ts';
import { counted } from '../render/wording.ts';
import { chronological, eras } from '../select/chronology.ts';
import { reachingBeyond } from '../select/filter.ts';
import { addExamples, addGlossary } from './help.ts';
import { limited } from './limit.ts';
import { addClaimOptions, addLimitOption, type ClaimOptions, type LimitOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import { presentationOf, printed } from './print.ts';
import { filteredClaims } from './select.ts';
import { withStories } from './stories.ts';

export type TimelineOptions = ClaimOptions<FormatName> & LimitOptions;

export function addTimeline(program: Command, run: (options: TimelineOptions) => Promise<void>): void {
  const command = program
    .command('timeline')
    .helpGroup('Find and read:')
    .summary('list claims by the dates they speak of')
    .description(
      'Shows claims by the date that they speak of, earliest first. Inferred dates are marked and explained. Claims without a date are left out and counted.',
    );
  addExamples(addGlossary(addClaimOptions(addLimitOption(command, 'claims', 0), FORMAT_NAMES)), [
    ['kimtrip timeline', 'all claims with a date'],
    ['kimtrip timeline --from 2014 --to 2015', 'two years'],
    ['kimtrip timeline -n 5', 'the five earliest'],
    ['kimtrip timeline --about "Kim Jong Il" --json', 'one person, for scripts'],
  ]).action((options) => run(options));
}

/** Why claims come first, or at all, whose time begins before or ends after the time asked for. */
function longerNotes(claims: readonly Claim[], options: TimelineOptions): string[] {
  const longer = reachingBeyond(claims, options).length;
  return longer
    ? [
        `${longer} of ${counted(claims.length, 'claim')} speak of a longer time, which overlaps with the one asked for`,
      ]
    : [];
}

export async function runTimeline(options: TimelineOptions, io: Io): Promise<Outcome> {
  const output = presentationOf(options, 'table', io);
  return withStories(options, io, { of: 'filters', filters: options }, async (stories) => {
    const claims = filteredClaims(stories, options);
    const dated = chronological(claims);
    const undated = claims.length - dated.length;
    const { shown, notes: cut } = limited(dated, options.limit, 'claims');
    const notes = [
      ...(dated.length ? cut : ['no matching claim has a date']),
      ...longerNotes(dated, options),
      ...(undated ? [`${counted(undated, 'claim')} without a date left out`] : []),
    ];
    return printed(shown.map(listed), eraView(eras(shown)), output, notes);
  });
}

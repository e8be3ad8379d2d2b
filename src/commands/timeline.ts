import type { Command } from 'commander';
import type { Io } from '../io.ts';
import { listed } from '../model.ts';
import { timelineView } from '../render/claim-view.ts';
import { counted } from '../render/wording.ts';
import { chronological, eras } from '../select/chronology.ts';
import { selectClaims } from '../select/filter.ts';
import {
  addClaimOptions,
  addExamples,
  type ClaimOptions,
  FORMAT_NAMES,
  type Outcome,
  outputOf,
  printed,
  type Run,
} from './command.ts';
import { withStories } from './stories.ts';

export function addTimeline(program: Command, run: Run): void {
  const command = program
    .command('timeline')
    .summary('claims by the time they speak of')
    .description(
      'Shows claims by the time that they speak of, earliest first, inferred dates marked and explained. Claims of no time are left out and counted.',
    );
  addClaimOptions(command);
  addExamples(command, [
    ['kimtrip timeline', 'all claims that speak of some time'],
    ['kimtrip timeline --from 2014 --to 2015', 'two years'],
    ['kimtrip timeline --about "Kim Jong Il" --json', 'one person, for scripts'],
  ]);
  command.action((options: ClaimOptions) => run((io) => runTimeline(options, io)));
}

async function runTimeline(options: ClaimOptions, io: Io): Promise<Outcome> {
  const output = outputOf(options, 'table', io, FORMAT_NAMES);
  return withStories(options, io, async (stories) => {
    const claims = selectClaims(stories, options);
    const dated = chronological(claims);
    const undated = claims.length - dated.length;
    const notes = undated ? [`${counted(undated, 'claim')} of no time left out`] : [];
    if (!dated.length) notes.unshift('no claim that passes speaks of a time');
    if (output.format !== 'table' || output.fields !== undefined || !dated.length)
      return printed(dated.map(listed), timelineView, output, notes);
    const { renderTimeline } = await import('../render/timeline.ts');
    return { stdout: renderTimeline(eras(dated), output.terminal), notes, code: 0 };
  });
}

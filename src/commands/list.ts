import { Argument, type Command } from '@commander-js/extra-typings';
import { TooManyError } from '../errors.ts';
import type { Io } from '../io.ts';
import { listed } from '../model.ts';
import { claimView } from '../render/claim-view.ts';
import { FORMAT_NAMES, type FormatName } from '../render/format-names.ts';
import { articleView, entityView, sentenceView, sourceView, topicView } from '../render/group-views.ts';
import { isInParts } from '../render/in-parts.ts';
import { relayView } from '../render/list-views.ts';
import type { View } from '../render/view.ts';
import {
  groupByArticle,
  groupByEntity,
  groupBySentence,
  groupByTopic,
  groupByVoice,
} from '../select/groups.ts';
import { choice } from './choice.ts';
import { addExamples, addGlossary } from './help.ts';
import { limited } from './limit.ts';
import { listInParts } from './list-in-parts.ts';
import { addClaimOptions, addLimitOption, type ClaimOptions, type LimitOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import { type Presentation, presentationOf, printed } from './print.ts';
import { filteredClaims, isFiltered, noneSelected } from './select.ts';
import { withStories } from './stories.ts';

/** What can be listed, and the word for one of them. */
const ONE_OF = {
  claims: 'claim',
  entities: 'entity',
  topics: 'topic',
  sources: 'source',
  sentences: 'sentence',
  articles: 'article',
} as const;
const LISTS = Object.keys(ONE_OF) as (keyof typeof ONE_OF)[];

export interface ListOptions extends ClaimOptions<FormatName>, LimitOptions {
  readonly list: (typeof LISTS)[number];
}

export function addList(program: Command, run: (options: ListOptions) => Promise<void>): void {
  const what = new Argument('[what]', 'what to list')
    .choices(LISTS)
    .argParser((typed: string) => choice('list', typed, LISTS))
    .default('claims');
  const command = program
    .command('list')
    .helpGroup('Find and read:')
    .summary('list claims, entities, topics, sources, sentences or articles')
    .description(
      'Lists claims; or entities, topics, sources, sentences or articles, each with its claims. Filters choose the claims; the other lists then show only what these claims mention.',
    )
    .addArgument(what);
  addExamples(addGlossary(addClaimOptions(addLimitOption(command, 'items', 0), FORMAT_NAMES)), [
    ['kimtrip list', 'all claims in reading order'],
    ['kimtrip list sources', 'who says something, and who relays whom'],
    [
      'kimtrip list --about "Kim Jong Il" --certainty probable,possible',
      'claims about one person that are less than certain',
    ],
    ['kimtrip list --said-by article --stance judged', 'the reporter’s own evaluations'],
    ['kimtrip list --hedged --anonymous', 'hedged claims from unnamed sources'],
    ['kimtrip list --fields id,text,saidBy,howSure --format csv', 'some fields, for a spreadsheet'],
    ['kimtrip list entities -n 5', 'the five entities with the most claims'],
    ['kimtrip list entities --json', 'all entities, each with the ids of its claims'],
  ]).action((list, options) => run({ list, ...options }));
}

export async function runList(options: ListOptions, io: Io): Promise<Outcome> {
  const { list, limit } = options;
  const output = presentationOf(options, 'table', io);
  try {
    return await listHeld(options, output, io);
  } catch (error) {
    const mayBeInParts = list === 'claims' && (limit > 0 || isInParts(output.format));
    if (error instanceof TooManyError && mayBeInParts) return listInParts(options, output, io);
    throw error;
  }
}

function listHeld(options: ListOptions, output: Presentation<FormatName>, io: Io): Promise<Outcome> {
  const { list, limit } = options;
  return withStories(options, io, { of: 'filters', filters: options }, async (stories) => {
    const claims = filteredClaims(stories, options);
    const all = !isFiltered(options);
    const none =
      list === 'claims' || (claims.length === 0 && !all)
        ? noneSelected(stories)
        : `there are no ${list} in ${all ? 'this claim set' : 'these claims'}`;
    const show = <T>(items: readonly T[], view: View<T>) => {
      const { shown, notes } = limited(items, limit, list);
      // A person who looks at a table sees how long it is.
      const isTable = output.format === 'table' && io.stdout.isTTY && io.stdout.rows;
      const size =
        isTable && !notes.length ? [`${items.length} ${items.length === 1 ? ONE_OF[list] : list}`] : notes;
      return printed(shown, view, output, items.length ? size : [none]);
    };
    switch (list) {
      case 'claims':
        return show(claims.map(listed), claimView);
      case 'entities':
        return show(groupByEntity(stories, claims, all), entityView);
      case 'topics':
        return show(groupByTopic(stories, claims, all), topicView);
      case 'sentences':
        return show(groupBySentence(stories, claims, all), sentenceView);
      case 'articles':
        return show(groupByArticle(stories, claims, all), articleView);
      case 'sources':
        // A tree of some sources would say that these relay nobody else.
        return show(
          groupByVoice(stories, claims),
          limit === 0 ? relayView(claims, stories.articles) : sourceView,
        );
    }
  });
}

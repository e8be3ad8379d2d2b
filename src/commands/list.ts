import type { Command } from 'commander';
import type { Io } from '../io.ts';
import { listed } from '../model.ts';
import { chosen } from '../nearest.ts';
import { claimView } from '../render/claim-view.ts';
import { articleView, entityView, sentenceView, sourceView, topicView } from '../render/group-views.ts';
import type { View } from '../render/view.ts';
import { selectClaims } from '../select/filter.ts';
import {
  groupByArticle,
  groupByEntity,
  groupBySentence,
  groupBySource,
  groupByTopic,
} from '../select/groups.ts';
import {
  addClaimOptions,
  addExamples,
  type ClaimOptions,
  FORMAT_NAMES,
  nothingChosen,
  type Outcome,
  oneOf,
  outputOf,
  printed,
  type Run,
} from './command.ts';
import { withStories } from './stories.ts';

const LISTS = ['claims', 'entities', 'topics', 'sources', 'sentences', 'articles'] as const;

export function addList(program: Command, run: Run): void {
  const command = program
    .command('list')
    .summary('list claims, entities, topics, sources, sentences or articles')
    .description(
      'Lists all claims, or what they have in common with the claims of each. Filters choose the claims; the other lists then show only what those claims touch.',
    )
    .addArgument(oneOf(program.createArgument('[what]', 'what to list'), LISTS).default('claims'));
  addClaimOptions(command);
  addExamples(command, [
    ['kimtrip list', 'all claims in reading order'],
    ['kimtrip list sources', 'who says it, and who relays whom'],
    [
      'kimtrip list --about "Kim Jong Il" --certainty probable,possible',
      'what is less than certain about one person',
    ],
    ['kimtrip list entities --json', 'everyone and everything, with the ids of the claims'],
  ]);
  command.action((what: string, options: ClaimOptions) => run((io) => runList(what, options, io)));
}

async function runList(what: string, options: ClaimOptions, io: Io): Promise<Outcome> {
  const list = chosen('list', what, LISTS);
  const output = outputOf(options, 'table', io, FORMAT_NAMES);
  return withStories(options, io, async (stories) => {
    const claims = selectClaims(stories, options);
    const all = claims.length === stories.claims.length;
    const none =
      list === 'claims' || (claims.length === 0 && !all)
        ? nothingChosen(stories)
        : `there are no ${list} in ${all ? 'this claim set' : 'these claims'}`;
    const show = <T>(items: readonly T[], view: View<T>) =>
      printed(items, view, output, items.length ? [] : [none]);
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
      case 'sources': {
        const sources = groupBySource(stories, claims);
        const isTree = output.format === 'table' && output.fields === undefined && sources.length > 0;
        if (!isTree) return show(sources, sourceView);
        const { renderSourceTree } = await import('../render/source-tree.ts');
        return { stdout: renderSourceTree(claims, stories.articles, output.terminal), notes: [], code: 0 };
      }
    }
  });
}

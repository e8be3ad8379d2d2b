import type { Command } from 'commander';
import type { Io } from '../io.ts';
import type { Claim, Sentence, Span, Stories } from '../model.ts';
import { sentenceView } from '../render/group-views.ts';
import { createSearch } from '../search/search.ts';
import { selectClaims } from '../select/filter.ts';
import { groupBySentence } from '../select/groups.ts';
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

interface ArticleOptions extends ClaimOptions {
  readonly mark?: string;
}

export function addArticle(program: Command, run: Run): void {
  const command = program
    .command('article')
    .summary('the article as it reads, its claims marked')
    .description(
      'Shows the article with numbered sentences. The words of claims are underlined, and marked where they are less than certain; filters and --mark choose the claims.',
    )
    .option('--mark <words>', 'mark what this search finds');
  addClaimOptions(command);
  addExamples(command, [
    ['kimtrip article', 'read it'],
    ['kimtrip article --certainty probable,possible,uncommitted', 'where it is not sure'],
    ['kimtrip article --mark putin', 'where Putin comes up'],
  ]);
  command.action((options: ArticleOptions) => run((io) => runArticle(options, io)));
}

async function runArticle(options: ArticleOptions, io: Io): Promise<Outcome> {
  const output = outputOf(options, 'cards', io, FORMAT_NAMES);
  return withStories(options, io, async (stories) => {
    const { claims, found } = markedClaims(stories, options);
    const notes = claims.length ? [] : ['no claim to mark'];
    if (output.format !== 'cards' || output.fields !== undefined)
      return printed(groupBySentence(stories, claims, true), sentenceView, output, notes);
    const { renderArticle } = await import('../render/article.ts');
    return {
      stdout: stories.articles
        .map((article) =>
          renderArticle(
            claims.filter((claim) => claim.article === article),
            found,
            article,
            output.terminal,
          ),
        )
        .join('\n'),
      notes,
      code: 0,
    };
  });
}

/** The claims that pass, and what of their sentences a search matched. */
function markedClaims(
  stories: Stories,
  options: ArticleOptions,
): { claims: readonly Claim[]; found: Map<Sentence, readonly Span[]> } {
  const selected = selectClaims(stories, options);
  const found = new Map<Sentence, readonly Span[]>();
  if (options.mark === undefined) return { claims: selected, found };
  const allowed = new Set(selected);
  const hits = createSearch(stories)(options.mark, { filter: (claim) => allowed.has(claim) });
  // Claims of one sentence share what matched in it, save names that only some speak of.
  for (const { claim, match } of hits) {
    const known = found.get(claim.sentence) ?? [];
    const more = match.ranges.sentence.filter(({ start }) => !known.some((span) => span.start === start));
    found.set(claim.sentence, [...known, ...more]);
  }
  return { claims: hits.map(({ claim }) => claim), found };
}

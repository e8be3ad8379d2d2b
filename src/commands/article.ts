import type { Command } from '@commander-js/extra-typings';
import type { Io } from '../io.ts';
import { type Claim, type Hit, listed, type Sentence, type Span, type Stories } from '../model.ts';
import { FORMAT_NAMES, type FormatName } from '../render/format-names.ts';
import { readingView } from '../render/list-views.ts';
import { createSearch } from '../search/search.ts';
import { groupBySentence } from '../select/groups.ts';
import { addExamples, addGlossary } from './help.ts';
import { limited } from './limit.ts';
import { addClaimOptions, addLimitOption, type ClaimOptions, type LimitOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import { presentationOf, printed } from './print.ts';
import { filteredClaims } from './select.ts';
import { withStories } from './stories.ts';

export interface ArticleOptions extends ClaimOptions<FormatName>, LimitOptions {
  /** A query; what it finds is marked. */
  readonly mark?: string | undefined;
}

export function addArticle(program: Command, run: (options: ArticleOptions) => Promise<void>): void {
  const command = program
    .command('article')
    .helpGroup('Find and read:')
    .summary('show the article with its claims marked')
    .description(
      'Shows the article with numbered sentences. The words of claims are underlined; a sign marks those that are less than certain. Filters and --mark choose the claims.',
    )
    .option('--mark <words>', 'mark what this search finds');
  addExamples(addGlossary(addClaimOptions(addLimitOption(command, 'claims to mark', 0), FORMAT_NAMES)), [
    ['kimtrip article', 'read it'],
    ['kimtrip article --certainty probable,possible,uncommitted', 'where the article is less than certain'],
    ['kimtrip article --said-by south-korean-media', 'what South Korean media say or relay'],
    ['kimtrip article --mark putin', 'where Putin comes up'],
  ]).action((options) => run(options));
}

export async function runArticle(options: ArticleOptions, io: Io): Promise<Outcome> {
  const output = presentationOf(options, 'cards', io);
  return withStories(options, io, { of: 'filters', filters: options }, async (stories) => {
    const hits = hitsToMark(stories, filteredClaims(stories, options), options.mark);
    const { shown, notes: cut } = limited(hits, options.limit, 'claims');
    const claims = shown.map(({ claim }) => claim);
    const notes = hits.length ? cut : ['no claim to mark'];
    const articles = stories.articles.filter(({ id }) => options.article?.includes(id) ?? true);
    const sentences = groupBySentence({ ...stories, articles }, claims, true);
    return printed(sentences, readingView(articles, claims, matchedSpans(shown)), output, notes);
  });
}

function hitsToMark(stories: Stories, claims: readonly Claim[], query: string | undefined): readonly Hit[] {
  if (query === undefined) return claims.map(listed);
  const allowed = new Set(claims);
  return createSearch(stories)(query, { filter: (claim) => allowed.has(claim) });
}

/** Claims of one sentence share what matched in it, save names that only some speak of. */
function matchedSpans(hits: readonly Hit[]): Map<Sentence, readonly Span[]> {
  const bySentence = new Map<Sentence, readonly Span[]>();
  for (const { claim, match } of hits) {
    if (!match) continue;
    const known = bySentence.get(claim.sentence) ?? [];
    const spans = match.ranges.sentence;
    const more = spans.filter(({ start }) => !known.some((span) => span.start === start));
    bySentence.set(claim.sentence, [...known, ...more]);
  }
  return bySentence;
}

import type { Terminal } from '../io.ts';
import type { Article, Claim, Era, Group, Hit, Sentence, Source, Span } from '../model.ts';
import { timelineView } from './claim-view.ts';
import { sentenceView, sourceView } from './group-views.ts';
import type { View } from './view.ts';

/** The claims of some eras, as a table under their years. */
export const eraView = (eras: readonly Era[]): View<Hit> => ({
  ...timelineView,
  renderers: {
    table: async (_, terminal) => (await import('./timeline.ts')).renderTimeline(eras, terminal),
  },
});

/** The sources of some claims, as a table the tree of who relays whom. */
export const relayView = (claims: readonly Claim[], articles: readonly Article[]): View<Group<Source>> => ({
  ...sourceView,
  renderers: {
    table: async (_, terminal) =>
      (await import('./source-tree.ts')).renderSourceTree(claims, articles, terminal),
  },
});

/** The sentences of some articles, as cards the articles as they read, with the words of claims marked. */
export const readingView = (
  articles: readonly Article[],
  claims: readonly Claim[],
  matched: ReadonlyMap<Sentence, readonly Span[]>,
): View<Group<Sentence>> => ({
  ...sentenceView,
  renderers: {
    cards: async (_, terminal: Terminal) => {
      const { renderArticle } = await import('./article.ts');
      const texts = articles.map((article) => {
        const its = claims.filter((claim) => claim.article === article);
        return renderArticle(its, matched, article, terminal);
      });
      return texts.join('\n');
    },
  },
});

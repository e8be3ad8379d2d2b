import { lazily } from '../lazily.ts';
import {
  type Certainty,
  type Claim,
  type Hit,
  listed,
  type Polarity,
  type Stance,
  type Stories,
} from '../model.ts';
import { unmatchedText } from '../render/search-wording.ts';
import { shortened } from '../render/shortened.ts';
import { articleCitation, counted } from '../render/wording.ts';
import { createSearch, type SearchResults } from '../search/search.ts';
import { FilterError, type FilterOptions, selectClaims } from '../select/filter.ts';
import type { Filter, PageState } from './state.ts';

/** The claims that a state asks for. */
export interface Selection {
  /** Best first where something was searched for, else in reading order. */
  readonly hits: readonly Hit[];
  /** How many there are, and what was not found, in words. */
  readonly told: string;
  /** Where nothing was found, the query without the words that are to blame; of “kim not putin”, the one that leaves Putin out. */
  readonly instead: string | null;
}

export type Select = (state: PageState) => Selection;

export function createSelect(stories: Stories): Select {
  // Indexing takes a fifth of a second on a slow phone; most who read never search.
  const search = lazily(() => createSearch(stories));
  return ({ query, filters }) => {
    const words = query.trim();
    let passing: ReadonlySet<Claim>;
    try {
      passing = new Set(selectClaims(stories, optionsOf(filters)));
    } catch (error) {
      if (error instanceof FilterError) return { hits: [], told: sentence(error.message), instead: null };
      throw error;
    }
    if (!words) {
      const hits = stories.claims.filter((claim) => passing.has(claim)).map(listed);
      return { hits, told: told(hits, ''), instead: null };
    }
    const found = search()(words, { filter: (claim) => passing.has(claim) });
    const instead = (found.blamed?.remainder || found.without?.query) ?? null;
    return { hits: found, told: told(found, words) + besides(found), instead };
  };

  /** What no claim has, and what the citation tells. */
  function besides({ unmatched, asksWhenWritten }: SearchResults): string {
    const written = asksWhenWritten ? stories.articles.map(articleCitation) : [];
    return [unmatchedText(unmatched), ...written].map((each) => each && `; ${each}`).join('');
  }

  function told(hits: readonly Hit[], words: string): string {
    const forWords = words ? ` for “${shortened(words)}”` : '';
    if (!hits.length) return words ? `Nothing found${forWords}` : 'No claim passes these filters';
    const typos = hits[0]?.match?.terms.filter(({ kind }) => kind === 'typo') ?? [];
    const taken = typos.map(({ query, matched }) => `, “${query}” taken for “${matched}”`).join('');
    const all = stories.claims.length;
    const many = hits.length < all ? `${hits.length} of ${counted(all, 'claim')}` : counted(all, 'claim');
    return many + forWords + taken;
  }
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function optionsOf(filters: readonly Filter[]): FilterOptions {
  const valuesOf = (name: string) => filters.filter(([its]) => its === name).map(([, value]) => value);
  const some = <T extends string>(name: string) => {
    const values = valuesOf(name);
    return values.length ? (values as T[]) : undefined;
  };
  return {
    about: valuesOf('about'),
    saidBy: valuesOf('said-by'),
    topic: valuesOf('topic'),
    certainty: some<Certainty>('certainty'),
    stance: some<Stance>('stance'),
    polarity: some<Polarity>('polarity')?.[0],
    hedged: some('hedged') !== undefined,
    conditional: some('conditional') !== undefined,
    anonymous: some('anonymous') !== undefined,
    article: some('article'),
    from: valuesOf('from')[0],
    to: valuesOf('to')[0],
  };
}

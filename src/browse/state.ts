import {
  CERTAINTIES,
  type Certainty,
  type Claim,
  type Hit,
  listed as listedAlone,
  OWN_VOICE,
  type Stories,
} from '../model.ts';
import type { Search } from '../search/search.ts';
import { selectClaims } from '../select/filter.ts';
import { groupBySource } from '../select/groups.ts';
import { ownVoices } from '../spoken-of.ts';

/** Whose claims are listed, by what `--said-by` takes. */
export interface Voice {
  readonly source: string;
  readonly name: string;
}

/** Where somebody who browses has got to. */
export interface Browsing {
  readonly query: string;
  /** Null for every one. */
  readonly voice: Voice | null;
  readonly certainty: Certainty | null;
  /** What the query and the filters leave: best first, or in reading order where nothing is asked. */
  readonly listed: readonly Hit[];
  /** The words of the query that no claim has. */
  readonly unmatched: readonly string[];
  /** The place in the list of the claim that is looked at. */
  readonly selected: number;
  /** Claims to quote together, in the order in which they were marked. */
  readonly marked: readonly Claim[];
}

/** What a key does. `by` counts steps, backwards where it is negative. */
export type Step = { readonly to: 'query'; readonly query: string } | { readonly to: 'mark' } | Turn;

/** A step among claims, voices or certainties. */
export interface Turn {
  readonly to: 'claim' | 'voice' | 'certainty';
  readonly by: number;
}

/** Goes from one state to the next. */
export type Walk = (browsing: Browsing, step: Step) => Browsing;

/**
 * @param claims those to browse, in reading order
 * @param search over the whole claim set
 */
export function createBrowsing(
  stories: Stories,
  claims: readonly Claim[],
  search: Search,
): { readonly start: Browsing; readonly walk: Walk } {
  const voices = [null, ...voicesOf(stories, claims)];
  const present = CERTAINTIES.filter((certainty) => claims.some((claim) => claim.certainty === certainty));
  const certainties = [null, ...present];

  const list = (at: Omit<Browsing, 'listed' | 'unmatched' | 'selected'>): Browsing => {
    const { query, voice, certainty } = at;
    const filters = {
      ...(voice && { saidBy: [voice.source] }),
      ...(certainty && { certainty: [certainty] }),
    };
    const passing = new Set(selectClaims(stories, filters));
    const allowed = new Set(claims.filter((claim) => passing.has(claim)));
    if (query.trim() === '')
      return { ...at, listed: [...allowed].map(listedAlone), unmatched: [], selected: 0 };
    const listed = search(query, { filter: (claim) => allowed.has(claim) });
    return { ...at, listed, unmatched: listed.unmatched, selected: 0 };
  };
  const walk: Walk = (browsing, step) => {
    switch (step.to) {
      case 'query':
        return step.query === browsing.query ? browsing : list({ ...browsing, query: step.query });
      case 'mark': {
        const claim = browsing.listed[browsing.selected]?.claim;
        if (!claim) return browsing;
        const { marked } = browsing;
        const others = marked.filter((each) => each !== claim);
        return { ...browsing, marked: others.length < marked.length ? others : [...marked, claim] };
      }
      case 'voice':
        return list({ ...browsing, voice: turned(voices, browsing.voice, step.by) });
      case 'certainty':
        return list({ ...browsing, certainty: turned(certainties, browsing.certainty, step.by) });
      case 'claim': {
        const last = browsing.listed.length - 1;
        return { ...browsing, selected: Math.max(0, Math.min(browsing.selected + step.by, last)) };
      }
    }
  };
  return { start: list({ query: '', voice: null, certainty: null, marked: [] }), walk };
}

/** The article's own voice, then the sources with most claims first. */
function voicesOf(stories: Stories, claims: readonly Claim[]): Voice[] {
  const own = claims.some(({ attribution }) => attribution.length === 0)
    ? [{ source: OWN_VOICE, name: ownVoices(stories.articles) }]
    : [];
  const sources = groupBySource(stories, claims).map(({ item: { entity } }) => entity);
  return [...own, ...sources.map(({ id, name }) => ({ source: id, name }))];
}

/** The choice that is `by` places on, after the last the first again. */
function turned<T>(choices: readonly T[], choice: T, by: number): T {
  const at = (choices.indexOf(choice) + by + choices.length) % choices.length;
  // A choice may be null, for none.
  const [next = choice] = choices.slice(at);
  return next;
}

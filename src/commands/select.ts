import { UsageError } from '../errors.ts';
import type { Claim, Stories } from '../model.ts';
import { suggestion } from '../nearest.ts';
import { shortened } from '../render/shortened.ts';
import { FilterError, type FilterOptions, type FilterProblem, selectClaims } from '../select/filter.ts';
import { MalformedReference, type MissingReference, resolveReferences } from '../select/reference.ts';

/**
 * The claims that pass the filters of a command line.
 *
 * @throws {UsageError} if a filter cannot be followed; the message says which option and what to do
 */
export function filteredClaims(stories: Stories, options: FilterOptions): Claim[] {
  try {
    return selectClaims(stories, options);
  } catch (error) {
    throw error instanceof FilterError ? new UsageError(filterAdvice(error.problem)) : error;
  }
}

const LISTS = { entity: 'entities', source: 'sources', topic: 'topics', story: 'articles' } as const;

function filterAdvice(problem: FilterProblem): string {
  switch (problem.kind) {
    case 'unknown-name': {
      const { of, typed, nearest } = problem;
      const own = of === 'source' ? ', and article is the article’s own voice' : '';
      return `no such ${of}: ${shortened(typed) || 'an empty name'}${suggestion(nearest)}; kimtrip list ${LISTS[of]} shows them all${own}`;
    }
    case 'no-source':
      return `no claim is said by ${problem.names.join(' or ')}; kimtrip list sources shows who says what`;
    case 'no-date':
      return `--${problem.bound} takes an EDTF date such as 2014, 2014-07 or 2015-05-09, not ${shortened(problem.typed)}`;
    case 'backwards':
      return '--from is later than --to; swap them';
  }
}

/** The note where no claim passes the filters. */
export const noneSelected = ({ claims }: Pick<Stories, 'claims'>): string =>
  claims.length
    ? 'no claim passes these filters'
    : 'this claim set has no claims yet; write them into its claims.json, then run kimtrip verify DIR';

/**
 * The claims that references name, and a note for each that names nothing.
 *
 * @throws {UsageError} if a reference is malformed
 */
export function referencedClaims(
  references: readonly string[],
  stories: Stories,
): { readonly claims: readonly Claim[]; readonly missing: readonly string[] } {
  try {
    const { claims, missing } = resolveReferences(references, stories);
    return { claims, missing: missing.map(missingNote) };
  } catch (error) {
    throw error instanceof MalformedReference ? new UsageError(referenceAdvice(error)) : error;
  }
}

function referenceAdvice({ reference, forwards }: MalformedReference): string {
  const typed = shortened(reference);
  return forwards === null
    ? `not a reference: ${typed}; write s18.3 (a claim), s18 (a sentence) or 3-6 (sentences)`
    : `not a reference: ${typed} runs backwards; write ${shortened(forwards)}`;
}

function missingNote(missing: MissingReference): string {
  const typed = shortened(missing.reference);
  switch (missing.kind) {
    case 'no-story':
      return `no story ${typed.split(':')[0]}; the stories are ${missing.stories.join(', ')}`;
    case 'several-stories':
      return `${typed} is in several stories; write ${fewOf(missing.inFull)}`;
    case 'after-the-end':
      return `no sentences after s${missing.sentences} in ${typed}`;
    case 'before-the-start':
      return `no sentence before s1 in ${typed}`;
    case 'no-claim':
      return missing.nearest.length
        ? `no claim ${typed}; the nearest are ${missing.nearest.join(', ')}; the sentences are s1 to s${missing.sentences}`
        : `no claim ${typed}; there are no claims`;
  }
}

/** The first of some words that one may write. */
const fewOf = (words: readonly string[]): string =>
  [...words.slice(0, FEW), ...(words.length > FEW ? ['another one like them'] : [])].join(' or ');

const FEW = 5;

/** Whether a command line asks for some claims only. */
export const isFiltered = (options: FilterOptions): boolean =>
  FILTERS.some((filter) => options[filter] !== undefined && options[filter] !== false);

const FILTERS = [
  'about',
  'saidBy',
  'topic',
  'certainty',
  'stance',
  'polarity',
  'hedged',
  'conditional',
  'anonymous',
  'article',
  'from',
  'to',
] as const satisfies readonly (keyof FilterOptions)[];

import { groupBy } from '../group-by.ts';
import { remembered } from '../lazily.ts';
import type { MatchKind } from '../model.ts';
import { editDistance } from './edit-distance.ts';
import { irregularFormsOf, irregularFormsOfStem } from './irregular-forms.ts';
import { monthsFor } from './months.ts';
import { createNearWords } from './near-words.ts';
import { numeralsFor } from './numerals.ts';
import type { Postings } from './postings.ts';
import { isRealWord } from './real-words.ts';
import { closeStems, relatedStems } from './related-words.ts';
import { isSmallWord } from './small-words.ts';
import { stemOf as stemmed } from './tokens.ts';

/** A word of the claim set that a typed word may stand for. */
export interface Expansion {
  readonly term: string;
  readonly kind: Extract<MatchKind, 'exact' | 'form' | 'prefix' | 'related' | 'typo'>;
  /** How much of a match it is: 1 for the word itself. */
  readonly weight: number;
}

/** What a typed word may stand for among the words of a claim set. */
export interface Expansions {
  /**
   * Empty where the word is unknown. Only where nothing better is there do prefixes, then typos, then near words count.
   *
   * @param isAlone it is all that was typed, perhaps so far: three letters may then begin a word
   */
  of(term: string, isAlone: boolean): readonly Expansion[];
  has(term: string): boolean;
}

const FORM = 0.9;
const DERIVED = 0.7;
const PREFIX = 0.75;
const RELATED = 0.6;
const CLOSE = 0.7;

/** A word of a near sense. */
export const near = (term: string): Expansion => ({ term, kind: 'related', weight: RELATED });

/** Whether a word of a near sense means the typed one even alone: *hurt* for *injured*. */
export const isClose = ({ kind, weight }: Expansion): boolean => kind === 'related' && weight === CLOSE;

/** The words that {@link createExpansions} may choose among. */
export type Vocabulary = Pick<Postings, 'has' | 'termsFrom'>;

/** The words of a larger whole of which a typed word may mean any. */
export function vocabularyOf(words: readonly string[]): Vocabulary {
  const terms = [...words].sort();
  const known = new Set(words);
  return {
    has: (term) => known.has(term),
    termsFrom: (beginning) => terms.filter((term) => term.startsWith(beginning)),
  };
}

/** Works out what a query needs when it first needs it: most need few stems, and no spellings. */
export function createExpansions({ has, termsFrom }: Vocabulary): Expansions {
  const stemOf = remembered(stemmed);
  const formsFrom = remembered((beginning: string) => groupBy(termsFrom(beginning), stemOf));
  /** By stem, the forms with this stem, or, of a long one, with one that a letter parts from it: a word has all letters of its stem but perhaps the last. */
  const formsNear = (stem: string) =>
    formsFrom(stem.slice(0, Math.max(1, stem.length - (stem.length > SHARED_STEM ? 2 : 1))));
  const withRegularStem = (stem: string): readonly string[] => formsNear(stem).get(stem) ?? [];
  const nearWords = createNearWords(() => termsFrom(''), stemOf);

  /** The word itself and its other forms. */
  const formsFor = (term: string): Expansion[] => {
    const found: Expansion[] = has(term) ? [{ term, kind: 'exact', weight: 1 }] : [];
    for (const other of [...numeralsFor(term), ...monthsFor(term)])
      if (has(other)) found.push({ term: other, kind: 'form', weight: FORM });
    for (const irregular of irregularFormsOf(term)) {
      const stem = stemOf(irregular);
      for (const form of withRegularStem(stem))
        if (form !== term) found.push({ term: form, kind: 'form', weight: FORM });
    }
    const stem = stemOf(term);
    const byStem = formsNear(stem);
    for (const form of byStem.get(stem) ?? [])
      if (form !== term) found.push({ term: form, kind: 'form', weight: FORM });
    for (const derived of derivedFrom(stem))
      for (const form of byStem.get(derived) ?? []) found.push({ term: form, kind: 'form', weight: DERIVED });
    // “demolition” and “demolish”: WordNet relates them, and they begin alike.
    for (const other of relatedStems(stem))
      if (beginsAlike(stem, other))
        for (const form of withRegularStem(other))
          if (!found.some((each) => each.term === form))
            found.push({ term: form, kind: 'form', weight: DERIVED });
    return found;
  };

  /** Porter's rules leave some forms apart by a letter: economi (economy) and econom (economic), korea and korean. */
  const derivedFrom = (stem: string): string[] => {
    if (stem.length < SHARED_STEM) return [];
    const shorter = stem.slice(0, -1);
    const isParted = (other: string) =>
      other === shorter
        ? shorter.length >= SHARED_STEM
        : other.length === stem.length + 1 && other.startsWith(stem);
    return [...formsNear(stem).keys()].filter(isParted);
  };

  const longerThan = (term: string, isAlone: boolean): Expansion[] => {
    if (term.length < SHORTEST_PREFIX || /^\d/.test(term)) return [];
    // Three letters begin too many words, unless they are all that is there or lack just an ending ("die", "died").
    const most = isAlone || term.length > SHORTEST_PREFIX ? Infinity : term.length + 1;
    const longer = termsFrom(term).filter(({ length }) => length <= most);
    return longer.map((each) => ({ term: each, kind: 'prefix', weight: PREFIX }));
  };

  /** The words that a misspelt one may have been meant for, and their forms where it is but one slip away. */
  const meantBy = (typed: string): Expansion[] => {
    const near = nearWords(typed).map(
      ({ word, weight }): Expansion => ({ term: word, kind: 'typo', weight }),
    );
    return near.some(({ term }) => editDistance(typed, term) === 1) ? withForms(near) : near;
  };

  /** With the other forms of each: *endin* finds what *ending* finds. */
  const withForms = (expansions: readonly Expansion[]): Expansion[] =>
    expansions.flatMap((each) =>
      formsFor(each.term).map(({ term, weight }) => ({ ...each, term, weight: each.weight * weight })),
    );

  /** Words of a near sense: *nuclear* for *atomic*. */
  const nearTo = (term: string): Expansion[] => {
    const stems = [term, ...irregularFormsOf(term)].map(stemOf);
    const wordsBy = (nearStems: (stem: string) => ReadonlySet<string>) =>
      new Set(
        stems
          .flatMap((stem) => [...nearStems(stem)])
          .flatMap(withStem)
          .filter(isTelling),
      );
    const close = wordsBy(closeStems);
    return [...wordsBy(relatedStems)].map((word) => ({
      term: word,
      kind: 'related',
      weight: close.has(word) ? CLOSE : RELATED,
    }));
  };

  /** The words with a stem, and their forms that no rule makes: *bought* with the stem of *buy*. */
  const withStem = (stem: string): readonly string[] => {
    return [...withRegularStem(stem), ...irregularFormsOfStem(stem).filter(has)];
  };

  const understood = (isAlone: boolean) =>
    remembered((term: string): readonly Expansion[] => {
      const forms = formsFor(term);
      if (has(term) || (forms.length && isRealWord(term))) return forms;
      // What is no word may share its stem with a word by accident: *apparances* with *apparently*.
      const meant = forms.length ? meantBy(term) : [];
      if (forms.length) return isNearer(term, meant, forms) ? meant : forms;
      const longer = longerThan(term, isAlone);
      if (longer.length) return withForms(longer);
      const slips = meantBy(term);
      return slips.length ? slips : nearTo(term);
    });
  const [alone, amongOthers] = [understood(true), understood(false)];
  return { has, of: (term, isAlone) => (isAlone ? alone : amongOthers)(term) };
}

/** Whether two stems share a root: most of the shorter one. */
function beginsAlike(one: string, other: string): boolean {
  const most = Math.min(one.length, other.length);
  const least = Math.max(ROOT, Math.ceil(0.75 * most));
  return least <= most && other.startsWith(one.slice(0, least));
}

/** With five letters, 4.2 % of the words that an article lacks would find something in it, with six 3.8 %. */
const ROOT = 6;

/** The stem of *use* is that of *us*, too. */
const isTelling = (word: string) => !isSmallWord(word);

/** Whether any of some words is fewer edits away than all of the others. */
function isNearer(typed: string, [nearest]: readonly Expansion[], others: readonly Expansion[]): boolean {
  if (!nearest) return false;
  const edits = editDistance(typed, nearest.term);
  return others.every(({ term }) => edits < editDistance(typed, term));
}

const SHORTEST_PREFIX = 3;
const SHARED_STEM = 5;

import { groupBy } from '../group-by.ts';
import type { Expansion } from '../search/expansions.ts';
import type { QueryTerm } from '../search/query-terms.ts';
import { FIELDS, MEANT, NAME_WEIGHT, SENTENCE_SHARE } from '../search/term-matches.ts';
import { entityWord, keywordWord, LABELS, lexeme, periodWords } from './lexemes.ts';

/** A way in which a claim may match a term. */
interface Way {
  /** As PostgreSQL's text search takes it. */
  readonly query: string;
  /** How much of a match it is. */
  readonly weight: number;
  /** The claim itself has it, and not just the rest of its sentence. */
  readonly isOwn: boolean;
}

/** A term of a query for PostgreSQL. */
export interface TermQuery {
  /** What every claim holds that matches it in any way; empty where none can. */
  readonly any: string;
  /** The best way first. */
  readonly ways: readonly Way[];
}

const [TEXT, QUOTE, KEYWORD] = FIELDS;

/**
 * What a term asks of PostgreSQL: about what the program's own search finds for it.
 *
 * @param withWord the ids of entities that have a word in a name
 */
export function termQuery(term: QueryTerm, withWord: (word: string) => readonly string[]): TermQuery {
  const ways = [...ofMeaning(term), ...(term.words.length === 1 ? ofWord(term, withWord) : [])];
  const there = term.type === 'word' ? '' : term.terms.map(lexeme).join(' & ');
  const inSentence = term.words.length === 1 ? anyOf(term.words[0] ?? []) : there;
  if (inSentence) ways.push({ query: inSentence, weight: SENTENCE_SHARE, isOwn: false });
  const any = [there && `(${there})`, ...ways.map(({ query }) => query)].filter(Boolean);
  return {
    // Without labels, which only the claims themselves tell and not their index.
    any: [
      ...new Set(
        any
          .join(' | ')
          .replaceAll(/(?<=')(?::[A-D]+)/g, '')
          .split(' | '),
      ),
    ].join(' | '),
    ways: ways.sort((a, b) => b.weight - a.weight),
  };
}

/** A claim that has any of these words. */
export const anyOf = (words: readonly Expansion[], label = ''): string =>
  words.map(({ term }) => lexeme(term) + label).join(' | ');

const own = (query: string, weight: number): Way => ({ query, weight, isOwn: true });

const inFields = (query: (label: string) => string, weight = 1): Way[] => [
  own(query(`:${LABELS.text}`), TEXT.weight * weight),
  own(query(`:${LABELS.quote}`), QUOTE.weight * weight),
];

/** A phrase, a name or a date: its words, or what it stands for. */
function ofMeaning(term: QueryTerm): Way[] {
  if (term.type === 'word') return [];
  const beside = (between: string) => (label: string) =>
    term.terms.map((each) => lexeme(each) + label).join(between);
  if (term.type === 'phrase') return inFields(beside(' <-> '));
  if (term.type === 'date') {
    const times = periodWords(term).map(lexeme).join(' | ');
    return [...inFields(beside(' & ')), ...(times ? [own(times, MEANT)] : [])];
  }
  const entities = [...new Set(term.entities.map(({ id }) => lexeme(entityWord(id))))].join(' | ');
  return [
    ...inFields(beside(' <-> '), term.weight),
    ...(entities ? [own(entities, MEANT * term.weight)] : []),
  ];
}

/** A word in text, quote and keywords, and in the names of whoever a claim is on unless it is meant as a name itself. */
function ofWord(term: QueryTerm, withWord: (word: string) => readonly string[]): Way[] {
  if (term.type === 'phrase') return [];
  return [...groupBy(term.words[0] ?? [], ({ weight }) => weight)].flatMap(([weight, same]) => {
    const keywords = same.map((each) => lexeme(keywordWord(each.term))).join(' | ');
    const named = [
      anyOf(same, `:${LABELS.name}`),
      ...same.flatMap((each) => withWord(each.term)).map((id) => lexeme(entityWord(id))),
    ].join(' | ');
    return [
      ...inFields((label) => anyOf(same, label), weight),
      own(keywords, KEYWORD.weight * weight),
      ...(term.type === 'name' ? [] : [own(named, NAME_WEIGHT * weight)]),
    ];
  });
}

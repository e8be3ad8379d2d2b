import { isSmallWord } from './small-words.ts';
import type { Token } from './tokens.ts';

/** What a question may ask for. */
export type AskedFor = 'source' | 'words' | 'subject' | 'person' | 'time' | 'place' | 'number';

/** What a question asks about, and what it asks for. */
export interface Asked {
  readonly words: readonly Token[];
  readonly asksFor: AskedFor | null;
  /** The word of them that asks for a number with a unit: *old* in “how old”. */
  readonly measure: Token | null;
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** What people say with, and where it is said: words of asking, which no claim need hold. */
const SAYING = wordsOf(
  `say says said saying tell tells told report reports reported claim claims claimed state states stated mention mentions mentioned
  think thinks thought believe believes believed predict predicts predicted according article story text news`,
);
const SOURCES = wordsOf('source sources speaker speakers');
const ASKS = wordsOf('who what which whom whose how does do did according');
const ASKS_WHO = wordsOf('who whom whose which');

/** What begins a question, and what it asks with besides what it asks about. */
const BEGINS = wordsOf(
  'who whom whose what which when where why how is are was were do does did has have had will would can could should',
);
/** What begins a question for yes or no. */
const ASKS_WHETHER = wordsOf('is are was were will would has have had do does did can could should');
/** What only asks behind “how”. */
const AMOUNTS = wordsOf('many much often long');
/** What asks for a number of some unit, and the words that such a number stands with. */
const MEASURES = new Map(
  [
    'old age aged',
    'far distance away mile miles kilometre kilometres kilometer kilometers km',
    'tall height',
    'high height',
    'deep depth',
    'wide width',
    'heavy weight weigh weighs weighed',
  ].map((words) => {
    const [asked = '', ...others] = words.split(' ');
    return [asked, others] as const;
  }),
);

/** The words that a number may stand with which tells how old, far or tall someone or something is. */
export const measuresFor = (term: string): readonly string[] => MEASURES.get(term) ?? [];
const WANTING = wordsOf('want wants wanted happen happens happened become becomes became name');

/**
 * Takes the words of asking and saying out of a question: "what does the article say about Obama" is about Obama, "who says Kim will come"
 * about who says it, and "why does Russia want better ties" about the ties. A query that is no question keeps all its words, and so does
 * one that would have too few left.
 *
 * @param isSmall whether a word says little by itself
 */
export function readAsking(words: readonly Token[], isSmall: (word: Token) => boolean): Asked {
  const [first = '', second = '', third = ''] = words.map(({ term }) => term);
  const isSaying = ({ term }: Token) => SAYING.has(term) || SOURCES.has(term);
  const isOnSaying = words.length > 2 && (ASKS.has(first) || SOURCES.has(first)) && words.some(isSaying);
  const said = words.filter((word) => !isSaying(word));
  if (isOnSaying && !said.every(isSmall)) {
    const isForSource = ASKS_WHO.has(first) || words.some(({ term }) => SOURCES.has(term));
    return { words: said, asksFor: isForSource ? 'source' : 'words', measure: null };
  }
  const asksFor = askedFor(first, second);
  const isAsking = ({ term }: Token, at: number) =>
    WANTING.has(term) || (first === 'how' && at === 1 && AMOUNTS.has(term));
  const wanted = words.filter((word, at) => !isAsking(word, at));
  // "What does Kim want" asks for the wanting, where nothing else but a name is left.
  const isOnWanted = BEGINS.has(first) && wanted.filter((word) => !isSmall(word)).length > 1;
  // “How high is it” asks for a number, “how high speed …” does not.
  const measure = (first === 'how' && MEASURES.has(second) && BEGINS.has(third) && words[1]) || null;
  return { words: isOnWanted ? wanted : words, asksFor, measure };
}

function askedFor(first: string, second: string): AskedFor | null {
  if (first === 'when' || (first === 'since' && second === 'when')) return 'time';
  if (first === 'how' && second === 'long') return 'time';
  if (first === 'how' && (AMOUNTS.has(second) || MEASURES.has(second))) return 'number';
  if (first === 'where') return 'place';
  if (ASKS_WHETHER.has(first)) return 'subject';
  return first === 'who' || first === 'whom' || first === 'whose' ? 'person' : null;
}

/** The words of a question about the day of the article itself. */
const ARTICLE = wordsOf('article story piece text news');
const WRITING = wordsOf('written write wrote published publish publication issued dated');
const DAY = wordsOf('when date dated day year old');

/** Whether it asks for the day of the article, which no claim tells: “when was this written”, “publication date”, “how old is the story”. */
export function asksWhenWritten(words: readonly Token[]): boolean {
  const has = (some: ReadonlySet<string>) => words.some(({ term }) => some.has(term));
  const isOnIt = words.every(
    ({ term }) => isSmallWord(term) || [ARTICLE, WRITING, DAY].some((some) => some.has(term)),
  );
  return isOnIt && has(DAY) && (has(ARTICLE) || has(WRITING));
}

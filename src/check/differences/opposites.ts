import { nearStems, oppositeStems } from '../../reading/near-words.ts';
import type { ReadClaim } from '../article-words.ts';
import type { Range } from '../clauses.ts';
import { type Told, weightIn } from '../matching.ts';
import type { Mention } from '../mentions.ts';
import type { ReadDraft } from '../read-draft.ts';
import { sharesRoot } from '../stems.ts';
import { contentWordsOf, type Word, wordsOf } from '../words.ts';
import type { Case, Found } from './difference.ts';

/** How much of a clause a claim must account for to be held against it word by word. */
const HELD = 0.4;
/** How much a clause says that has hardly more than a word. */
const SHORT = 1.5;

/** A word in the place of its opposite, or of what goes on told as over. */
export function oppositesFound(checked: Case): Found[] {
  const { draft, support } = checked;
  const [most] = support.told;
  return draft.clauses.flatMap((clause) => {
    const said = weightIn(support.said, clause);
    const [told] = support.told
      .filter(({ covered }) => weightIn(covered, clause) >= HELD * said)
      .sort((a, b) => weightIn(b.covered, clause) - weightIn(a.covered, clause));
    if (told) return [...turnedOf(told, clause, checked), ...endedOf(told, clause, checked)];
    // “when he was a man”: of a clause of one word, the rest of the sentence tells what it is about.
    return most && said < SHORT ? turnedOf(most, clause, checked) : [];
  });
}

/** “improved” told as “worsened”, “starting” as “ending”, “taken down” as “put up”. */
function turnedOf(told: Told, clause: Range, checked: Case): Found[] {
  const { draft } = checked;
  const { home, claim } = told;
  const isDenied = draft.reading.negations.some(({ start }) => clause.start <= start && start < clause.end);
  if (isDenied) return [];
  const own = wordsIn(told);
  const isSaid = (word: Word) => draft.words.some((each) => each.term === word.term || isFormOf(each, word));
  return strangersIn(clause, told, checked).flatMap((said) => {
    const opposites = oppositesOf(said.word);
    const turned = own.find(
      ({ word }) =>
        stemsOf(word).some((stem) => opposites.has(stem)) &&
        !isSaid(word) &&
        !(CONVERSE.test(word.stem) && CONVERSE.test(said.word.stem)) &&
        !isDeniedIn(told, word.stem) &&
        isOfFigure(said.word, draft.text) ===
          isOfFigure(word, home.words.includes(word) ? home.sentence.text : claim.claim.text) &&
        isOfSame(said.word, word, told, draft),
    );
    return turned
      ? [
          found(
            COMPASS.test(said.word.term) ? 'place' : 'negation',
            said,
            turned,
            told,
            (theirs, ours) => `“${ours}” is the opposite of the article’s “${theirs}”`,
          ),
        ]
      : [];
  });
}

/** “down from 58 percent” is no opposite of “holding up”. */
const isOfFigure = ({ term, end }: Word, text: string) =>
  PARTICLES.has(term) && /^\s(?:from|to|by|about|\p{N}|\p{Sc})/u.test(text.slice(end));

/** Whether two words stand beside the same: “ties worsened” and “ties have improved”, and not “worry grows” and “14 boats sank”. */
function isOfSame(said: Word, own: Word, { claim, home }: Told, { words }: ReadDraft): boolean {
  const here = besideOf(said, words);
  const there = besideOf(own, home.words.includes(own) ? home.words : claim.words);
  return there.some(({ stem }) =>
    here.some((each) => sharesRoot(each.stem, stem) || nearStems(each.stem).has(stem)),
  );
}

/** The nearest words that say something, two on each side. */
function besideOf(word: Word, words: readonly Word[]): Word[] {
  const content = words.filter((each) => !each.isFunction || each === word);
  const at = content.indexOf(word);
  return [...content.slice(Math.max(0, at - BESIDE), at), ...content.slice(at + 1, at + 1 + BESIDE)];
}

const BESIDE = 2;

/** Who borrows, another lends: the opposite of both is the same event. */
const CONVERSE = /^(?:borrow|lend|lent|loan|bui|sell|give|receiv)/;

const COMPASS = /^(?:north|south|east|west)/;

/** “did not agree”: its opposite says the same. */
const isDeniedIn = ({ claim, home }: Told, stem: string) =>
  [claim.reading, home.reading].some(({ negations }) =>
    negations.some(({ scope }) => contentWordsOf(scope.words)[0]?.stem === stem),
  );

/** “has stopped pushing”, “used to head”, “the former harbour master”, where the article has it go on. */
function endedOf(told: Told, clause: Range, { draft }: Case): Found[] {
  const { claim } = told.claim;
  if (
    told.share < TOLD ||
    [claim.text, told.home.sentence.text].some((text) => OVER.test(text) || ENDED.test(text))
  )
    return [];
  const [words] = ENDED.exec(draft.text.slice(clause.start, clause.end)) ?? [];
  if (words === undefined) return [];
  if (/^former/i.test(words) && !GOES_ON.test(claim.text)) return [];
  const start = draft.text.indexOf(words, clause.start);
  const said = { start, end: start + words.length };
  return [{ kind: 'negation', said, article: null, message: `the article does not say “${words}”`, claim }];
}

const TOLD = 0.5;
const ENDED =
  /\b(?:stop(?:s|ped)?(?=\s\p{L}+ing\b)(?! working\b)|ceas(?:es|ed)|quit|halt(?:s|ed)|abandon(?:s|ed)|gave up|given up|no longer|used to|former(?:ly)?)\b/iu;

/** “headed maintenance” may be told of a former head. */
const GOES_ON = /\b(?:is|are|has|have|\p{L}+s(?=\s(?:the|an?|its)\b))\b/iu;

/** The same in other words: “was once an inspector”. */
const OVER =
  /\b(?:once|ex|retired|previous(?:ly)?|outgoing|then|(?:suspend|paus|end|clos|cancel|scrapp|dropp|stopp|shelv|resign)ed|froze|shut|left|quit|broke off)\b/iu;

/** A word that says something, as the text has it. */
interface Placed {
  readonly word: Word;
  readonly words: string;
}

const placedIn = (words: readonly Word[], text: string): Placed[] =>
  words.map((word) => ({ word, words: text.slice(word.start, word.end) }));

const isInName = (word: Word, mentions: readonly Mention[]) =>
  !COMPASS.test(word.term) && mentions.some(({ start, end }) => start <= word.start && word.end <= end);

const isOfName = (stem: string, { words, mentions }: ReadClaim) =>
  words.some((word) => word.stem === stem && isInName(word, mentions));

/** The words of a claim and of its sentence, names aside: “new” is no opposite of “the old crane”. */
const wordsIn = ({ claim, home }: Told): Placed[] => [
  ...placedIn(
    claim.words.filter((word) => !isInName(word, claim.mentions)),
    claim.claim.text,
  ),
  ...placedIn(
    home.words.filter(({ stem }) => !isOfName(stem, claim)),
    home.sentence.text,
  ),
];

/** The words of a clause that the article has nothing like, those that say how sure, how much, when and who aside. */
function strangersIn(clause: Range, { home }: Told, { draft }: Case): Placed[] {
  const { reading, mentions, markers } = draft;
  const told = [
    ...mentions,
    ...markers,
    ...reading.hedges,
    ...reading.intentions,
    ...reading.numbers,
    ...reading.dates,
    ...reading.quotations,
    ...reading.names.filter(({ isFirst }) => !isFirst),
  ];
  const isAtHome = ({ term, stem, isFunction }: Word) =>
    isFunction
      ? [home, ...home.claims].some(({ words }) => words.some((each) => each.term === term))
      : home.stems.get(stem) === 1;
  const strange = draft.words.filter(
    (word) =>
      clause.start <= word.start &&
      word.start < clause.end &&
      (!word.isFunction || PARTICLES.has(word.term)) &&
      !isAtHome(word) &&
      !told.some(({ start, end }) => start <= word.start && word.end <= end),
  );
  return placedIn(strange, draft.text);
}

const PARTICLES = new Set('up down before after above below over under'.split(' '));

const isFormOf = (one: Word, other: Word) =>
  one.term === other.term || (!one.isFunction && one.stem === other.stem);

/** The stem of a word, and those of “wider” as “wide” and “increasingly” as “increasing”. */
function stemsOf({ term, stem }: Word): string[] {
  const bare = [term.replace(/ly$/, ''), term.replace(/i?er$/, ''), term.replace(/i?er$/, 'e')];
  return [
    stem,
    ...bare
      .filter((each) => each !== term && each.length > 3)
      .flatMap((each) => wordsOf(each).map((word) => word.stem)),
  ];
}

function oppositesOf(word: Word): ReadonlySet<string> {
  return new Set(stemsOf(word).flatMap((stem) => [...oppositeStems(stem)]));
}

function found(
  kind: 'negation' | 'place',
  said: Placed,
  article: Placed,
  { claim: { claim } }: Told,
  message: (theirs: string, ours: string) => string,
): Found {
  return {
    kind,
    said: said.word,
    article: article.words,
    message: message(article.words, said.words),
    claim,
  };
}

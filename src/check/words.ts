import { stemmer } from 'stemmer';
import { CURRENCY, numbersIn } from '../reading/numbers.ts';
import { type Phrase, phrasesIn } from './phrases.ts';

/** A word of a text that says something, folded for comparison. Offsets count UTF-16 units. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Without case, accents, the ’s of a possessive and the dots of an abbreviation. */
  readonly term: string;
  /** What its forms share. */
  readonly stem: string;
  readonly isCapital: boolean;
  /** An article, a pronoun, an auxiliary and the like: what matches anywhere. */
  readonly isFunction: boolean;
}

const WORD = /\p{L}(?:\.\p{L})+\.?(?!\p{L})|[\p{L}\p{N}\p{M}]+(?:[’']\p{L}+)*/gu;

/**
 * The words of a text in order; a hyphen parts them. Of “turn down” and the like the first word tells what they say together, and a
 * number is one word: “forty-six” is 46.
 */
export function wordsOf(text: string): Word[] {
  const phrases = phrasesIn(text);
  const counts = countsIn(text);
  return Array.from(text.matchAll(WORD)).flatMap(({ 0: word, index }) => {
    const count = counts.find(({ start, end }) => start <= index && index < end);
    if (count) return count.first === index ? count.word : [];
    const phrase = phrases.find(({ start, end }) => start <= index && index < end);
    if (phrase) return wordOfPhrase(word, index, phrase);
    const term = folded(word);
    const isVisit =
      MOVES.has(term) && TO_A_PLACE.test(text.slice(index + word.length, index + word.length + 20));
    const stem = isVisit ? VISIT : stemOf(term);
    return {
      start: index,
      end: index + word.length,
      term,
      stem,
      isCapital: /^\p{Lu}/u.test(word),
      isFunction: (FUNCTION_WORDS.has(term) && !isVisit) || (term.length < 2 && !/\d/.test(term)),
    };
  });
}

/** Those that say something. */
export const contentOf = (words: readonly Word[]): Word[] => words.filter(({ isFunction }) => !isFunction);

/** The words of a text that say something. */
export const contentWordsOf = (text: string): Word[] => contentOf(wordsOf(text));

/** A number in the words of a text, and where its first word is: “$40” has a sign before it. */
interface Count extends Pick<Word, 'start' | 'end'> {
  readonly first: number;
  readonly word: Word;
}

/** The numbers of a text, less what they count in, as in “14 million dollars”. “First” and “twice” say more than a number. */
function countsIn(text: string): Count[] {
  if (!MAY_COUNT.test(text)) return [];
  return numbersIn(text).flatMap(({ start, words, value, unit }) => {
    const isPlain = unit !== 'fraction' && (value >= 2 || /\d/.test(words)) && !SAYS_MORE.test(words);
    const head = words.replace(COUNTED_IN, '');
    const term = String(numbersIn(head)[0]?.value ?? value);
    const end = start + head.length;
    const first = start + head.search(/[\p{L}\p{N}]/u);
    const word = { start: first, end, term, stem: term, isCapital: false, isFunction: false };
    return isPlain ? { start, end, first, word } : [];
  });
}

const MAY_COUNT =
  /\d|tw[eo]|th(?:ree|ir)|fou?r|fi(?:ve|f)|si?x|seven|eight|nine|ten|eleven|hundred|thousand|dozen|illion/i;
const SAYS_MORE = /^(?:second|third|twice|thrice|doubled?|tripled?)$/i;
const COUNTED_IN = new RegExp(
  `[\\s-]*(?:dozens?|[bmtr]{1,2}illions?|bn|mn|%|per ?cent(?:age points?)?|${CURRENCY})\\b.*$|\\s?%$`,
  'iu',
);

/** The first word of a phrase stands for it, and the others say nothing by themselves. */
function wordOfPhrase(word: string, start: number, phrase: Phrase): Word {
  const term = folded(word);
  const isFirst = start === phrase.start;
  return {
    start,
    end: start + word.length,
    term,
    stem: isFirst ? phrase.stem : stemmer(term),
    isCapital: /^\p{Lu}/u.test(word),
    isFunction: !isFirst,
  };
}

/** Who “went to Seoul” or “has been to Seoul” visited it. */
const MOVES = new Set([
  'go',
  'goes',
  'going',
  'went',
  'gone',
  'been',
  'travel',
  'travels',
  'travelled',
  'traveled',
]);
const TO_A_PLACE = /^\s+to\s+\p{Lu}/u;
const VISIT = stemmer('visit');

function folded(word: string): string {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[’']s$/, '').replace(/[’'.]/g, '');
}

/** “speeches” as “speech”, which is “speak”. */
const stemOf = (term: string): string =>
  STEM_OF.get(term) ?? STEM_OF.get(term.replace(/(?:(?<=ch|sh|s|x)es|s)$/, '')) ?? stemmer(term);

function wordStems(words: string): string[] {
  return words.split(' ').map((word) => stemOf(word));
}

/** Irregular forms, which no stemmer brings together. */
const IRREGULAR =
  'go went gone goes going|say said|be was were been|come came|take took taken|give gave given|see saw seen|leave left|lead led|know knew known|grow grew grown|begin began begun|speak spoke spoken speech|write wrote written|choose chose chosen choice|drive drove driven|hold held|keep kept|meet met|pay paid|sell sold|sale|send sent|spend spent|stand stood|tell told|think thought|find found|build built|buy bought|bring brought|fall fell fallen|feel felt|fight fought|fly flew flown flight|get got|hear heard|lose lost loss|make made|rise rose risen|run ran|show shown|sink sank sunk|sit sat|steal stole stolen theft|strike struck|win won|wear wore worn|break broke broken|catch caught|draw drew drawn|eat ate eaten|forget forgot forgotten|freeze froze frozen|hide hid hidden|lay laid|light lit|mean meant|ride rode ridden|shake shook shaken|shoot shot|sing sang sung|sleep slept|swim swam|teach taught|throw threw thrown|wake woke|child children|man men|woman women|person people|foot feet|die died dead death|bad worse worst|good better best well|far further farthest|abroad overseas foreign|decide decision undecided|succeed success|lengthen long length|high height|strong strength|deep depth|wide width';
const STEM_OF = new Map(
  IRREGULAR.split('|').flatMap((group) => {
    const forms = group.split(' ');
    return forms.map((form) => [form, stemmer(forms[0] ?? '')] as const);
  }),
);

/** Stems of verbs that say little by themselves. */
export const LIGHT_STEMS: ReadonlySet<string> = new Set(
  wordStems('come go take make get give put keep let use become show call way thing end start base'),
);

const FUNCTION_WORDS = new Set(
  `a about above across after again against ago ahead all along already also although am among an and another any anyone anything are around as at away
  be because been before behind being below beside besides between both but by can cannot cant could did didnt do does doesnt doing done dont down during each either else
  ever every few for from further had has hasnt have havent having he her here hers herself him himself his how however i if in including indeed inside instead into is isnt it its itself
  just least less let like likewise many may maybe me might mine more most much must my neither no none nor not now of off often on once one only onto or other others our out over own
  per perhaps quite rather really same she should shouldnt since so some someone something soon still such than that thats the their them then there these they this those though through
  thus till to too toward towards under until unto up upon us very via was wasnt we well were werent what when where whether which while who whom whose why will with within without wont would
  wouldnt yet you your say says said saying tell told according mr mrs ms been has lot bit nobody nothing none noone never rarely seldom always often usually reportedly apparently allegedly probably possibly likely unlikely
  roughly approximately nearly almost completely entirely totally heavily plenty bit while already yet`.split(
    /\s+/,
  ),
);

/** The words of a text alone, so that marks, case and white space do not count. */
export const plainWords = (text: string): string =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu) ?? []
  ).join(' ');

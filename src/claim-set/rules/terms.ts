import { stemmer } from 'stemmer';
import type { Stretch } from '../../reading/stretch.ts';

/** The words of an English text in small letters, with `'` for every apostrophe. */
export const wordsOf = (text: string): string[] =>
  Array.from(text.matchAll(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu), ([word]) =>
    word.toLowerCase().replaceAll('’', "'"),
  );

/** A word without its ending and its possessive: “improved”, “improves” and “improving” have one. */
export const stemOf = (word: string): string => {
  const plain = word.replace(/'s?$/, '');
  return IRREGULAR.get(plain) ?? stemmer(plain);
};

/** Forms of verbs that no ending gives away. */
const IRREGULAR = new Map(
  'be:is,are,was,were,been,am go:went,gone,goes see:saw,seen take:took,taken give:gave,given come:came make:made say:said get:got,gotten find:found think:thought tell:told become:became leave:left feel:felt bring:brought begin:began,begun keep:kept hold:held write:wrote,written stand:stood hear:heard mean:meant meet:met run:ran pay:paid sit:sat speak:spoke,spoken lead:led grow:grew,grown lose:lost,loss fall:fell,fallen send:sent build:built understand:understood draw:drew,drawn break:broke,broken spend:spent rise:rose,risen drive:drove,driven buy:bought wear:wore,worn choose:chose,chosen win:won sell:sold,sale shoot:shot fly:flew,flown teach:taught catch:caught fight:fought steal:stole,stolen sink:sank,sunk ring:rang,rung know:knew,known show:shown die:died,dying,dead,death hide:hid,hidden strike:struck flee:fled seek:sought shut:shut freeze:froze,frozen half:halve,halves,halved,halving lend:lent have:has,had do:did,does,done'
    .split(' ')
    .flatMap((entry) => {
      const [plain = '', forms = ''] = entry.split(':');
      return forms.split(',').map((form): [string, string] => [form, stemmer(plain)]);
    }),
);

/** A word of a name without its possessive and its dots: `us` for “U.S.’s”. */
export const bare = (word: string): string => word.replace(/'s?$/, '').replaceAll('.', '');

/** A name without case, dots and a “the” before it. */
export const foldName = (words: string): string =>
  wordsOf(words)
    .map(bare)
    .filter((word, index) => index > 0 || word !== 'the')
    .join(' ');

/** The stems of the words of a text. */
export const stemsOf = (text: string): string[] => wordsOf(text).map(stemOf);

/** Words that say little by themselves. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'a an the of in on at by for from with to as and or but nor so yet than that this these those it its he she they him her them his their we us our you your i me my is are was were be been being am has have had do does did will would can could may might shall should must not no never any some all each every both such very too also just only even still now then there here who whom whose which what when where why how if whether because since while after before until during about into over under between against through'.split(
    ' ',
  ),
);

/** The words of a text that say something. */
export const contentWords = (text: string): string[] =>
  wordsOf(text).filter((word) => !FUNCTION_WORDS.has(word));

export interface PlacedWord extends Stretch {
  readonly stem: string;
}

/** The words of a text in order, numbers in figures aside. */
export const placedWords = (text: string): PlacedWord[] =>
  Array.from(text.matchAll(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu), ({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
    words,
    stem: stemOf(words.toLowerCase().replaceAll('’', "'")),
  })).filter(({ words }) => !/^\p{N}/u.test(words));

/** Those of them that say something. */
export const placedContentWords = (text: string): PlacedWord[] =>
  placedWords(text).filter(({ words }) => contentWords(words).length > 0);

/** “whether |freight trains, which some blame|”: the relative clause stands by itself. */
export const isRelative = (quote: string): boolean =>
  /^(?:[^\s,]+\s){0,5}[^\s,]+,\s+(?:(?:which|who|whose)\b(?![^,]*,\s\p{Ll})|(?:\p{L}+ of who(?:m|se)|home to)\b[^,]*$)/u.test(
    quote,
  );

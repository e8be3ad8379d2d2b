import { type Abbreviations, abbreviationsOf } from './abbreviations.ts';
import { listItemsOf } from './list-items.ts';

/**
 * The paragraphs of a plain text, each a list of its sentences. A blank line parts paragraphs, a line break inside one is
 * a space (nothing between Chinese or Japanese characters), and nothing else is changed. Sentences are those of
 * `Intl.Segmenter`, mended where it takes the stop of an abbreviation for the end of one, parts a mark from its sentence,
 * or what was said from who said it.
 *
 * @param language a BCP 47 tag
 * @throws {RangeError} where `language` is none
 */
export function splitIntoSentences(text: string, language: string): string[][] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const abbreviations = abbreviationsOf(language);
  const sentencesOf = (part: string) => {
    const pieces = segmentsOf(part, segmenter).flatMap((segment) => segment.split(MISSED_END));
    return joinContinued(withTheirMarks(pieces), abbreviations);
  };
  return paragraphsOf(text).map((paragraph) =>
    listItemsOf(paragraph).flatMap((item) => {
      const [first = '', ...others] = sentencesOf(item.text);
      return [item.marker + first, ...others].filter(Boolean);
    }),
  );
}

function paragraphsOf(text: string): string[] {
  const paragraphs: string[][] = [[]];
  for (const line of text.replaceAll('\u2029', '\n\n').split(LINE_BREAK)) {
    if (line.trim()) paragraphs.at(-1)?.push(line.trim());
    else paragraphs.push([]);
  }
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.reduce((text, line) => text + (isUnspaced(text, line) ? '' : ' ') + line));
}

/** Whether a line goes on in the next one without a space, as in Chinese and Japanese. */
const isUnspaced = (before: string, after: string) =>
  UNSPACED_END.test(before.slice(-2)) && UNSPACED_START.test(after);
const UNSPACED_END = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}！-｠][”’]?$/u;
const UNSPACED_START = /^[“‘]?[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}！-｠]/u;

const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028]/;

/** What the segmenter is given at once: V8 copies all of it with every segment. */
const WINDOW = 4096;

/** The segments of a text, however long it is. The last one of a window may go on behind it, and is looked at again. */
function segmentsOf(text: string, segmenter: Intl.Segmenter): string[] {
  const segments: string[] = [];
  for (let start = 0, size = WINDOW; start < text.length; ) {
    const found = Array.from(segmenter.segment(text.slice(start, start + size)), ({ segment }) => segment);
    const isLast = start + size >= text.length;
    const whole = isLast ? found : found.slice(0, -1);
    for (const segment of whole) segments.push(segment);
    start += whole.reduce((length, segment) => length + segment.length, 0);
    size = whole.length ? WINDOW : size * 2;
  }
  return segments;
}

/**
 * Where the Unicode rules see no end: before a number, before a name such as iPhone, after an ellipsis that hugs its word,
 * before the dash of another speaker, and where a space is missing.
 */
const MISSED_END =
  /(?<=\p{Ll}{3}[.!?]["”’»)\]]?\s{1,3})(?=\d)|(?<=\p{Ll}{2}[.!?]["”’»)\]]?\s{1,3})(?=\p{Ll}\p{Lu})|(?<=[\p{L}\p{N}]…["”’»)\]]?\s{1,3})(?=["“‘«(¿¡]?\p{Lu})|(?<=[\p{L}\p{N}]\s?[.!?…]\s{1,3})(?=[—–]\s?[«“"¿¡]?\p{Lu})|(?<=\p{Ll}{3}[.!?])(?=\p{Lu}\p{Ll}+[\s.,’'])/u;

/** An opening mark that a piece ends with, no space behind it. */
const OPENING_MARK = /[“‘「『《〈（【[]+$/u;
/** A closing guillemet that French sets off by a space, or the numbers of footnotes. */
const CLOSING_MARK = /^(?:»\s+|(?:\[\d{1,3}\]\s*)+)/u;

/** Gives opening marks to the piece after them, closing ones to the piece before. */
function withTheirMarks(pieces: readonly string[]): string[] {
  const isListOfNotes = pieces[0]?.startsWith('[') ?? false;
  const placed: string[] = [];
  let opening = '';
  for (const [index, piece] of pieces.entries()) {
    let text = opening + piece;
    opening = index < pieces.length - 1 ? (OPENING_MARK.exec(text)?.[0] ?? '') : '';
    text = text.slice(0, text.length - opening.length);
    const closing = placed.length && !isListOfNotes ? (CLOSING_MARK.exec(text)?.[0] ?? '') : '';
    if (closing) placed.push(placed.pop() + closing);
    if (text.length > closing.length) placed.push(text.slice(closing.length));
  }
  return placed;
}

/** Sentences of pieces: those that no sentence ends between are put together. */
function joinContinued(pieces: readonly string[], abbreviations: Abbreviations): string[] {
  const sentences: string[][] = [];
  for (const piece of pieces) {
    const last = sentences.at(-1);
    const before = last?.slice(-4).join('').slice(-LONGEST_ENDING);
    if (before && continues(before, piece, abbreviations)) last?.push(piece);
    else sentences.push([piece]);
  }
  return sentences.map((parts) => parts.join('').trim()).filter(Boolean);
}

/** More than any abbreviation with its quotes and spaces, and than any time of day that begins a sentence. */
const LONGEST_ENDING = 80;

function continues(before: string, after: string, abbreviations: Abbreviations): boolean {
  const said = before.trimEnd();
  const adjoins = said.length === before.length;
  if (!WORD.test(said) || !WORD.test(after) || CITATION.test(after)) return true;
  if (STARTS_SMALL.test(after) && !CAMEL_CASE.test(after)) return true;
  if (SAID_ALOUD.test(said)) return isSpeaker(after, adjoins, abbreviations);
  if (adjoins && ADJOINING_WORD.test(after)) return !startsSentence(after, abbreviations);
  return LONE_ELLIPSIS.test(said) || endsInAbbreviation(said, after, abbreviations);
}

const WORD = /[\p{L}\p{N}]/u;
/** The source of a quotation, in brackets before the stop: `(Rae 55).` */
const CITATION = /^\([^().!?]*\)\./u;
/** A small letter, behind a dash or not. */
const STARTS_SMALL = /^(?:[—–]\s*)?\p{Ll}/u;
const CAMEL_CASE = /^\p{Ll}\p{Lu}/u;
/** A quotation that ends with its own stop. */
const SAID_ALOUD = /[.!?…。！？]\s?["”’»」』]$/u;
/** Three dots with a space before them stand for words left out. */
const LONE_ELLIPSIS = /\s(?:…|\.\.\.)$|[^.\s]\s\.\s\.\s\.$/u;
/** A word in capitals or small letters that no space parts from the stop before it: `Yahoo.Com`, `rained.It`. */
const ADJOINING_WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** A name that says something; `Rae told me that …` begins a sentence of its own. */
const ENGLISH_SPEAKER =
  /^(?:\p{Lu}[\p{L}’'.-]*\s+){1,4}(?:said|says|asked|asks|told|added|replied|shouted|cried|called|wrote|answered)\b(?!\s+(?:\S+\s+)?(?:that|whether|why|how|what|her|his|their|it|he|she|they)\b)/u;
const CHINESE_SPEAKER = /^[\p{Script=Han}·]{1,6}(?:说|說|道|问|問|表示|称|稱)/u;
/** The particles after what is quoted in Japanese and Korean. */
const QUOTING_PARTICLE = /^(?:と|って|という|など|고|라고|라며|이라고|며)/u;

/** Whether what follows a quotation says who said it. */
function isSpeaker(after: string, adjoins: boolean, { starters }: Abbreviations): boolean {
  if (adjoins) return QUOTING_PARTICLE.test(after) || CHINESE_SPEAKER.test(after);
  return ENGLISH_SPEAKER.test(after) && !starters.has(firstWordOf(after) ?? '');
}

/** Whether a text begins with a word that often begins a sentence. */
function startsSentence(text: string, { starters, titles }: Abbreviations): boolean {
  const word = firstWordOf(text) ?? '';
  return starters.has(word) || titles.has(word);
}

const LAST_WORD =
  /(?:^|[\s("“‘«„—–-]|(?<![\p{L}\p{M}])')((?:[\p{L}\p{M}][\p{L}\p{M}’'-]*\.)*(?:[\p{L}\p{M}][\p{L}\p{M}°’'-]*|\p{N}+))\.$/u;
const FIRST_WORD = /^(?:[—–]\s*)?["“‘'«„(¿¡]*([\p{L}\p{M}’]+|\p{N})/u;
const firstWordOf = (text: string) => FIRST_WORD.exec(text)?.[1]?.toLowerCase();
const INITIAL = /^\p{Lu}\./u;
const PRONOUN = /\b(?:and|or|than|but|as|not) I\.$/;
const STARTS_WITH_DASH = /^[—–]/u;
const CLOCK = /^[ap]\.m$/;
/** A sentence that has no more yet than a time of day: `At about 5 p.m.`, `On Monday at 7 a.m.` */
const ONLY_A_TIME =
  /^\P{L}*(?:(?:at|by|on|from|until|about|around|before|after|since|shortly|just|to|and|the|exactly|(?:mon|tues|wednes|thurs|fri|satur|sun)day|[ap]\.m\.|\p{N}[\p{N}:.]*),?\s)+[ap]\.m\.$/iu;
const DAY_OR_ZONE =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$|^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)|^(?:[ecmp][sd]?t|gmt|utc|bst|eastern|central|mountain|pacific|local)$/;

/** Whether the stop at the end of `said` is that of an abbreviation, and not one that ends the sentence too. */
function endsInAbbreviation(said: string, after: string, abbreviations: Abbreviations): boolean {
  const { titles, numbered, others, starters, ordinals } = abbreviations;
  const word = LAST_WORD.exec(said)?.[1]?.toLowerCase();
  const next = firstWordOf(after);
  if (word === undefined || next === undefined || PRONOUN.test(said)) return false;
  if (titles.has(word)) return true;
  if (/^\p{N}/u.test(next) && numbered.has(word)) return true;
  if (CLOCK.test(word)) return DAY_OR_ZONE.test(next) || ONLY_A_TIME.test(said);
  const isShort = /^\p{L}$/u.test(word) || /^\p{L}{1,2}(?:\.\p{L}{1,2})+$/u.test(word);
  const isOrdinal = ordinals && /^\p{N}{1,3}$/u.test(word);
  // Behind the dash of a dateline, `Paradise, Calif. — The fire`, any word may follow.
  const mayEnd = starters.has(next) && !INITIAL.test(after) && !STARTS_WITH_DASH.test(after);
  return (isShort || isOrdinal || others.has(word)) && !mayEnd;
}

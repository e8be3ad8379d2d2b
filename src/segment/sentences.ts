import { type Abbreviations, abbreviationsOf } from './abbreviations.ts';

/**
 * The paragraphs of a plain text, each a list of its sentences. A blank line parts paragraphs, a line break inside one is
 * a space, and nothing else is changed. Sentences are those of `Intl.Segmenter`, mended where it takes the stop of an
 * abbreviation for the end of one, or parts what was said from who said it.
 *
 * @param language a BCP 47 tag
 * @throws {RangeError} where `language` is none
 */
export function splitIntoSentences(text: string, language: string): string[][] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const abbreviations = abbreviationsOf(language);
  return paragraphsOf(text).map((paragraph) => {
    const pieces = segmentsOf(paragraph, segmenter).flatMap((segment) => segment.split(MISSED_END));
    return joinContinued(pieces, abbreviations);
  });
}

function paragraphsOf(text: string): string[] {
  const paragraphs: string[][] = [[]];
  for (const line of text.replaceAll('\u2029', '\n\n').split(LINE_BREAK)) {
    if (line.trim()) paragraphs.at(-1)?.push(line.trim());
    else paragraphs.push([]);
  }
  return paragraphs.filter((lines) => lines.length > 0).map((lines) => lines.join(' '));
}

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

/** Where the Unicode rules see no end: before a number, before a name such as iPhone, and after an ellipsis that hugs its word. */
const MISSED_END =
  /(?<=\p{Ll}{3}[.!?]["”’»)\]]?\s{1,3})(?=\d)|(?<=\p{Ll}{2}[.!?]["”’»)\]]?\s{1,3})(?=\p{Ll}\p{Lu})|(?<=[\p{L}\p{N}]…["”’»)\]]?\s{1,3})(?=["“‘«(¿¡]?\p{Lu})/u;

/** Sentences of pieces: those that no sentence ends between are put together. */
function joinContinued(pieces: readonly string[], abbreviations: Abbreviations): string[] {
  const sentences: string[][] = [];
  pieces.forEach((piece, index) => {
    const before = (pieces[index - 1] ?? '').slice(-LONGEST_ENDING);
    if (before && continues(before, piece, abbreviations)) sentences.at(-1)?.push(piece);
    else sentences.push([piece]);
  });
  return sentences.map((parts) => parts.join('').trim()).filter(Boolean);
}

/** More than any abbreviation with its quotes and spaces. */
const LONGEST_ENDING = 80;

function continues(before: string, after: string, abbreviations: Abbreviations): boolean {
  const said = before.trimEnd();
  if (STARTS_SMALL.test(after) && !CAMEL_CASE.test(after)) return true;
  if (SAID_ALOUD.test(said)) return isSpeaker(after, said.length === before.length);
  return LONE_ELLIPSIS.test(said) || endsInAbbreviation(said, after, abbreviations);
}

/** A small letter, or a closing guillemet that French sets off by a space. */
const STARTS_SMALL = /^(?:»\s+)?\p{Ll}/u;
const CAMEL_CASE = /^\p{Ll}\p{Lu}/u;
/** A quotation that ends with its own stop. */
const SAID_ALOUD = /[.!?…。！？]["”’»」』]$/u;
/** Three dots with a space before them stand for words left out. */
const LONE_ELLIPSIS = /\s(?:…|\.\.\.)$/u;

const ENGLISH_SPEAKER =
  /^(?:\p{Lu}[\p{L}’'.-]*\s+){1,4}(?:said|says|asked|asks|told|added|replied|shouted|cried|called|wrote|answered)\b/u;
const CHINESE_SPEAKER = /^[\p{Script=Han}·]{1,6}(?:说|說|道|问|問|表示|称|稱)/u;
/** The particles after what is quoted in Japanese and Korean. */
const QUOTING_PARTICLE = /^(?:と|って|という|など|고|라고|라며|이라고|며)/u;

/** Whether what follows a quotation says who said it. */
function isSpeaker(after: string, adjoins: boolean): boolean {
  if (adjoins) return QUOTING_PARTICLE.test(after) || CHINESE_SPEAKER.test(after);
  return ENGLISH_SPEAKER.test(after);
}

const LAST_WORD =
  /(?:^|[\s("“‘'«„—–-])((?:[\p{L}\p{M}][\p{L}\p{M}’-]*\.)*(?:[\p{L}\p{M}][\p{L}\p{M}’-]*|\p{N}+))\.$/u;
const FIRST_WORD = /^["“‘'«„(¿¡]*([\p{L}\p{M}’]+|\p{N})/u;
const INITIAL = /^\p{Lu}\./u;
const CLOCK = /^[ap]\.m$/;
const DAY_OR_ZONE =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$|^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)|^(?:[ecmp][sd]?t|gmt|utc|bst|eastern|central|mountain|pacific|local)$/;

/** Whether the stop at the end of `said` is that of an abbreviation, and not one that ends the sentence too. */
function endsInAbbreviation(said: string, after: string, abbreviations: Abbreviations): boolean {
  const { titles, numbered, others, starters, ordinals } = abbreviations;
  const word = LAST_WORD.exec(said)?.[1]?.toLowerCase();
  const next = FIRST_WORD.exec(after)?.[1]?.toLowerCase();
  if (word === undefined || next === undefined) return false;
  if (titles.has(word)) return true;
  if (/^\p{N}/u.test(next) && numbered.has(word)) return true;
  if (CLOCK.test(word)) return DAY_OR_ZONE.test(next);
  const isShort = /^\p{L}$/u.test(word) || /^\p{L}{1,2}(?:\.\p{L}{1,2})+$/u.test(word);
  const isOrdinal = ordinals && /^\p{N}{1,3}$/u.test(word);
  return (isShort || isOrdinal || others.has(word)) && (!starters.has(next) || INITIAL.test(after));
}

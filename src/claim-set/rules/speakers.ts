import type { Saying } from '../../reading/speakers.ts';
import type { Question, ReadClaim, Rule } from './context.ts';
import { wordsOf } from './terms.ts';

/** Ways of saying that make what is said a claim of the speaker, and not of the article. */
const REPORTS: ReadonlySet<Saying['manner']> = new Set(['say', 'assert', 'allege', 'hint', 'deny', 'ask']);

/** Sayings whose words hold the quote: “X said |quote|”, “|quote|, X said”, “according to X”. */
function sayingsOver({ reading, quote, sentence }: ReadClaim): Saying[] {
  return reading.sayings.filter((saying) => {
    const { speaker, manner } = saying;
    if (!REPORTS.has(manner) && !isShown(saying, sentence.text)) return false;
    if (saying.start < quote.end && quote.start < saying.end) return false;
    if (speaker && speaker.start < quote.end && quote.start < speaker.end) return false;
    const [from, to] = speaker
      ? [Math.min(speaker.start, saying.start), Math.max(speaker.end, saying.end)]
      : [saying.start, saying.end];
    if (quote.start >= to) return manner !== 'say' || followsSaying(sentence.text.slice(to, quote.start));
    return quote.end <= from && isFollowed(sentence.text.slice(quote.end, from), sentence.text.slice(to));
  });
}

/** “|Rain may fall| on Monday, the service said.”: what is said stands before, and nothing that is said behind. */
const isFollowed = (between: string, behind: string) =>
  /[,”"’?!—–]\s*$/.test(between) &&
  !/[.;]\s/.test(between) &&
  !/\bthat\b/.test(behind) &&
  (/^[.,;]/.test(behind) || wordsOf(behind).length <= 8);

const followsSaying = (between: string) => !/[;.]\s|,\s+(?:and|but|while|who|which)\s/.test(between);

/** “The media showed him flying”, “the inspection found that”. */
const isShown = ({ manner, end, speaker }: Saying, text: string) =>
  manner === 'show' && speaker !== null && /^\s+(?:that|him|her|them)\b/.test(text.slice(end));

/** What somebody says in a claim that has no attribution. */
export const lostSpeaker: Rule<ReadClaim> = {
  name: 'speaker',
  ask: (context) => {
    const { claim, reading, said, quote, sentence } = context;
    if (claim.attribution.length) return wrongSpeaker(context);
    if (claim.stance === 'presupposed') return [];
    const over = sayingsOver(context).find(({ isDenied }) => !isDenied);
    if (over)
      return [
        {
          field: 'attribution',
          message: `is empty, and the sentence says “${wordsOfSaying(over)}”: who says it?`,
        },
      ];
    const inside = reading.sayings.find(
      (saying) =>
        (REPORTS.has(saying.manner) || isShown(saying, sentence.text)) &&
        saying.manner !== 'hint' &&
        saying.start >= quote.start &&
        saying.end <= quote.end &&
        !saying.isDenied,
    );
    return inside &&
      said.sayings.length === 0 &&
      !/\baccording to\b/i.test(said.text) &&
      speaksOfSaid(inside, context)
      ? [
          {
            field: 'attribution',
            message: `is empty, and the quote says “${wordsOfSaying(inside)}”: who says it?`,
          },
        ]
      : [];
  },
};

const wordsOfSaying = ({ speaker, words }: Saying) => (speaker ? `${speaker.words} … ${words}` : words);

/** Whether the text is about what is said, and not about who says it. */
function speaksOfSaid({ end }: Saying, { reading, said }: ReadClaim): boolean {
  const behind = new Set(wordsOf(reading.text.slice(end)));
  const shared = wordsOf(said.text).filter((word) => word.length > 3 && behind.has(word));
  return shared.length > 1;
}

/** A source that the sentence does not have. */
function wrongSpeaker(context: ReadClaim): Question[] {
  const { claim, reading, sentence, before, namesOf } = context;
  const isUnnamed = claim.attribution.some(({ anonymous }) => anonymous);
  const sources = claim.attribution.map(({ source }) => namesOf(source));
  const isSource = (words: string) => {
    const found = new Set(wordsOf(words).map(withoutPossessive));
    return sources.some((names) => names.some((each) => nameWords(each).some((word) => found.has(word))));
  };
  const hasSource =
    reading.sayings.some(
      ({ manner, speaker }) =>
        REPORTS.has(manner) ||
        manner === 'show' ||
        speaker === null ||
        PRONOUN.test(speaker.words) ||
        isSource(speaker.words),
    ) ||
    reading.quotations.length > 0 ||
    reading.hedges.some(({ kind }) => kind === 'report' || kind === 'hint') ||
    /\b(?:for|to) \p{Lu}|\baccording\b/u.test(sentence.text);
  if (!hasSource)
    return [{ field: 'attribution', message: 'names a source, and nobody in the sentence says anything' }];
  if (isUnnamed) return [];
  const over = sayingsOver(context).filter(({ speaker }) => speaker !== null);
  const [only] = over;
  if (over.length !== 1 || !only?.speaker) return [];
  const speaker = only.speaker.words;
  const isPronoun = PRONOUN.test(speaker.trim());
  if (sources.some((names) => names.length === 0) || (isPronoun && before === null)) return [];
  const isNamed = isSource(isPronoun ? `${before?.text ?? ''} ${sentence.text}` : speaker);
  return isNamed
    ? []
    : [
        {
          field: 'attribution',
          message: `names ${claim.attribution.map(({ source }) => source).join(', ')}, and the sentence says “${wordsOfSaying(only)}”: who says it?`,
        },
      ];
}

const PRONOUN = /^(?:he|she|they|it|we|i|who)$/i;
const withoutPossessive = (word: string) => word.replace(/'s?$/, '');
/** The words of a name by which it is told from others. */
const nameWords = (name: string) =>
  wordsOf(name)
    .map(withoutPossessive)
    .filter((word) => word.length > 2 && !/^(?:the|and|for)$/.test(word));

/** A text that does not say who says it. */
export const unnamedSpeaker: Rule<ReadClaim> = {
  name: 'unnamed-speaker',
  ask: ({ claim, said, namesOf }) => {
    if (claim.attribution.length === 0 || said.sayings.length > 0) return [];
    const text = said.text.toLowerCase();
    const isNamed = claim.attribution.some(({ source }) =>
      namesOf(source).some((each) => wordsOf(each).some((word) => word.length > 3 && text.includes(word))),
    );
    const isReported = said.hedges.some(({ kind }) => kind === 'report');
    return isNamed || isReported ? [] : [{ field: 'text', message: 'does not say who says it' }];
  },
};

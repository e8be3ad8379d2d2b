import type { Saying } from '../../reading/speakers.ts';
import type { ReadClaim } from './context.ts';
import { toldFrom } from './reach.ts';
import { isRelative, wordsOf } from './terms.ts';

/** Ways of saying that make what is said a claim of the speaker, and not of the article. */
export const REPORTS: ReadonlySet<Saying['manner']> = new Set([
  'say',
  'assert',
  'allege',
  'hint',
  'deny',
  'ask',
]);

/** Sayings whose words hold the quote: “X said |quote|”, “|quote|, X said”, “according to X”. */
export function sayingsOver(context: ReadClaim): Saying[] {
  const { claim, reading, quote, sentence } = context;
  const from = toldFrom(context);
  return reading.sayings.filter((saying) => {
    const { speaker, manner } = saying;
    if (isRelative(claim.quote) || (!REPORTS.has(manner) && !isShown(saying, sentence.text))) return false;
    if (isRequest(saying, sentence.text)) return false;
    if (saying.start < quote.end && quote.start < saying.end) return false;
    if (speaker && speaker.start < quote.end && quote.start < speaker.end) return false;
    const [start, to] = speaker
      ? [Math.min(speaker.start, saying.start), Math.max(speaker.end, saying.end)]
      : [saying.start, saying.end];
    if (quote.start >= to) {
      const between = sentence.text.slice(to, from);
      // “According to the mayor, who …, |it sails|” holds for the sentence.
      if (saying.verb === 'according to' && sentence.text.slice(0, saying.start).trim() === '')
        return !/[.;]\s|\bbut\b/.test(between);
      if (/^(?:allege|deny|ask|hint)$/.test(manner)) return !/[,;]/.test(between);
      return manner !== 'say' || followsSaying(between, sentence.text.slice(from, quote.end));
    }
    const behind = sentence.text.slice(to);
    // “|it rained|, according to the service, but the mayor said that …”
    const isAll =
      saying.verb === 'according to' ? behind.replace(/,\s(?:but|and|while)\s.*$/su, ',') : behind;
    return quote.end <= start && isFollowed(sentence.text.slice(quote.end, start), isAll);
  });
}

/** “|Rain may fall| on Monday, the service said.”: what is said stands before, and nothing that is said behind. */
const isFollowed = (between: string, behind: string) =>
  /[,”"’?!—–]\s*$/.test(between) &&
  !/[.;]\s/.test(between) &&
  !/\bthat\b/.test(behind) &&
  (/^(?:\s(?:on\s)?\p{Lu}\p{Ll}+day)?[.,;]/u.test(behind) || wordsOf(behind).length <= 8);

/** “said it may rain, |but it did not|”: what a new clause says is not said. */
const followsSaying = (between: string, quote: string) =>
  !/[;.]\s|,[”"’]?\s+(?:(?:and|but)(?!\sthat\b)|while|who|which|although|though)\s/.test(between) &&
  // “said it bought the port, |a deal that would make it the largest|”: what is set off behind may be the reporter's.
  !(
    /,\s*$/.test(between) &&
    /^(?:(?:but|while|although|though)\b|an?\s(?:\p{Ll}+\s){1,2}(?:that|which)\b)/iu.test(quote)
  );

/** “asked the court to stop it”: an act. */
const isRequest = ({ manner, end }: Saying, text: string) =>
  manner === 'ask' &&
  /^\s(?:[^\s,;:“"]+\s){1,8}?to\s\p{Ll}/u.test(text.slice(end)) &&
  !/^[^.]{0,60}\b(?:whether|if|how|why|what|when)\b/.test(text.slice(end));

/** “The media showed him flying”, “the inspection found that”. */
const isShown = ({ manner, end, speaker }: Saying, text: string) =>
  manner === 'show' && speaker !== null && /^\s+(?:that|him|her|them)\b/.test(text.slice(end));

/** “if the second test confirms it”: nothing is said yet. */
export const isSupposed = ({ speaker }: Saying, text: string) =>
  speaker !== null && /\b(?:if|once|unless|until|should|were)\s+$/i.test(text.slice(0, speaker.start));

/** Sayings that the quote itself holds. */
export const sayingsInside = ({ reading, quote, sentence }: ReadClaim): Saying[] =>
  reading.sayings.filter(
    (saying) =>
      (REPORTS.has(saying.manner) || isShown(saying, sentence.text)) &&
      saying.manner !== 'hint' &&
      // “have disputed the islands since 1958” is what they did.
      !(saying.manner === 'deny' && !/^\s+(?:that|having)\b/.test(sentence.text.slice(saying.end))) &&
      !/^(?:comment|respond|reply|answer)$/.test(saying.verb) &&
      saying.start >= quote.start &&
      saying.end <= quote.end &&
      !saying.isDenied,
  );

export const wordsOfSaying = ({ speaker, words, start }: Saying) =>
  speaker === null
    ? words
    : speaker.start < start
      ? `${speaker.words} … ${words}`
      : `${words} ${speaker.words}`;

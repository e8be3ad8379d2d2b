import { lemmaOf } from './saying-verbs.ts';
import { type Stretch, stretch } from './stretch.ts';
import { AUXILIARY, DETERMINER, LINKING, PRONOUN, STOP, type Token, wordSet } from './tokens.ts';

/** The noun phrase that ends at a token, less what is set off by commas behind it: “Ida Crome, the harbour master, [said]”. */
export function phraseBefore(tokens: readonly Token[], last: number, text: string): Stretch | null {
  let end = last;
  let token = tokens[end];
  if (!token) return null;
  if (/^[”"’]$/u.test(token.words)) return null;
  if (
    token.lower === 'who' ||
    token.lower === 'which' ||
    (token.lower === 'that' && tokens[end - 1]?.isWord)
  ) {
    end -= 1;
    if (tokens[end]?.words === ',') end -= 1;
    token = tokens[end];
    if (!token) return null;
  } else if (token.words === ',' || token.words === '—' || token.words === '–' || token.words === ')') {
    const opening = openingOf(tokens, end, token.words);
    if (opening <= 0) return null;
    end = opening - 1;
    token = tokens[end];
  }
  if (!token?.isWord || STOP.has(token.lower) || NO_SPEAKER.has(token.lower)) return null;
  let start = end;
  for (let at = end; at >= 0 && end - at < LONGEST_PHRASE; at -= 1) {
    const each = tokens[at];
    if (!each) break;
    if (
      each.lower === 'and' &&
      /^\p{Lu}/u.test(tokens[at + 1]?.words ?? '') &&
      /^\p{Lu}/u.test(tokens[at - 1]?.words ?? '')
    )
      continue;
    if (!each.isWord && !/^[’'%&]$/u.test(each.words)) break;
    if (isOfKnowing(tokens, at)) continue;
    // “Ida Crome said nobody [wrote]”: the one who says so is none of the phrase.
    if (/^(?:said|says)$/.test(each.lower)) break;
    if (STOP.has(each.lower) || AUXILIARY.has(each.lower)) break;
    if (PRONOUN.has(each.lower)) {
      if (at === end) start = at;
      break;
    }
    if (LINKING.has(each.lower)) {
      // “In Washington officials said”: a preposition in front is none of the phrase.
      if (at === 0 || !tokens[at - 1]?.isWord) break;
      continue;
    }
    start = at;
    if (
      DETERMINER.has(each.lower) &&
      // “Channel One”
      !(/^\p{Lu}/u.test(each.words) && /^\p{Lu}/u.test(tokens[at - 1]?.words ?? '')) &&
      !LINKING.has(tokens[at - 1]?.lower ?? '') &&
      !isOfKnowing(tokens, at - 1) &&
      !/^(?:all|both|many|most|some|one|two|three)$/.test(tokens[at - 1]?.lower ?? '')
    )
      break;
  }
  const from = tokens[start];
  const phrase = from && stretch(text, from.start, token.end);
  return phrase && isPhrase(phrase.words) ? withoutHead(phrase, text) : null;
}

/** The preposition of “officials close to the talks” and “people familiar with the plan”. */
const isOfKnowing = (tokens: readonly Token[], at: number) =>
  /^(?:close to|familiar with)$/.test(`${tokens[at - 1]?.lower ?? ''} ${tokens[at]?.lower ?? ''}`);

/** “the direction Kim [wants]”: the name is the subject, unless the noun before it is a role (“harbour master Ida Crome”). */
function withoutHead(phrase: Stretch, text: string): Stretch {
  const name = /(?<!\p{L})(?<head>\p{Ll}+)\s(?<name>\p{Lu}[^\s]*(?:\s\p{Lu}[^\s]*)*)$/u.exec(
    phrase.words,
  )?.groups;
  const head = name?.['head'] ?? '';
  const isPart =
    name === undefined || ROLE.test(head) || LINKING.has(head) || DETERMINER.has(head) || STOP.has(head);
  return isPart ? phrase : stretch(text, phrase.end - (name['name'] ?? '').length, phrase.end);
}

const ROLE =
  /(?:ers?|ors?|ists?|ians?|men|man|woman|women|ents?|ants?|chiefs?|heads?|judges?|coach|captain|king|queen|prince(?:ss)?|mayors?|duke|pope|star|host|advocates?|candidates?|magnates?|nominees?|people|company|firm|group|agency|newspaper|website|magazine|giant|aides?|state|city|former|then|late|new|old)$/;

/** Words without a determiner, a capital or a plural are seldom a speaker. */
const isPhrase = (words: string) =>
  /\p{Lu}/u.test(words) ||
  PHRASE_START.test(words) ||
  /(?:s|men|people|media|police|staff|children|data|evidence|research)$/i.test(words);

const PHRASE_START =
  /^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|some|any|no|each|every|another|one|two|three|four|five|six|many|most|both|he|she|they|it|who|everyone|everybody|someone|somebody|nobody)(?:\s|$)/i;

/** In words. */
const LONGEST_PHRASE = 12;

/** Where what a closing mark ends was opened; −1 where nothing opened it within a few words. */
function openingOf(tokens: readonly Token[], closing: number, mark: string): number {
  const opening = mark === ')' ? '(' : mark;
  for (let at = closing - 1; at > 0 && closing - at < 24; at -= 1) {
    if (tokens[at]?.words === opening) return at;
    if (/^[?!;:“”"]$/u.test(tokens[at]?.words ?? '')) return -1;
    if (tokens[at]?.words === '.' && mark !== ')') return -1;
  }
  return -1;
}

const ENDS_PHRASE = wordSet(
  'that which who whom as on when while after before during if to said says with where because but is are was were has have had will would may might in-person earlier later last this yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday',
);

/** The noun phrase that begins at a token. */
export function phraseAfter(
  tokens: readonly Token[],
  first: number,
  text: string,
  takesPlace: boolean,
): Stretch | null {
  let end = -1;
  for (let at = first; at < tokens.length && at - first < LONGEST_PHRASE; at += 1) {
    const each = tokens[at];
    if (!each) break;
    if (!each.isWord && each.words !== '’' && each.words !== '&') break;
    if (ENDS_PHRASE.has(each.lower) || (at > first && PRONOUN.has(each.lower))) break;
    if (
      !takesPlace &&
      (each.lower === 'in' || each.lower === 'at' || each.lower === 'from') &&
      at > first &&
      !/^\p{Lu}/u.test(tokens[at + 1]?.words ?? '')
    )
      break;
    // “the state railway”: behind a determiner stands no verb.
    const isVerb = lemmaOf(each.lower) && !lemmaOf(each.lower)?.isNoun(each.lower);
    if (isVerb && at > first && !DETERMINER.has(tokens[at - 1]?.lower ?? '')) break;
    if (LINKING.has(each.lower) || each.lower === 'and' || each.lower === 'by' || each.lower === 'about') {
      if (at === first) break;
      // “papers seen by the Gazette” are papers.
      if (each.lower === 'by' && end > first && /(?:ed|en|own)$/.test(tokens[end]?.lower ?? '')) end -= 1;
      if (each.lower === 'by' || each.lower === 'about') break;
      continue;
    }
    end = at;
    if (at === first && PRONOUN.has(each.lower)) break;
  }
  const from = tokens[first];
  const to = tokens[end];
  if (from && NO_SPEAKER.has(from.lower)) return null;
  return from && to && end >= first ? stretch(text, from.start, to.end) : null;
}

const NO_SPEAKER = wordSet('there what how when where why which that this not');

export const firstWord = (tokens: readonly Token[]) =>
  Math.max(
    0,
    tokens.findIndex(({ isWord }) => isWord),
  );

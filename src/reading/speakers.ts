import { firstWord, phraseAfter, phraseBefore } from './noun-phrases.ts';
import { quotationsIn } from './quotations.ts';
import { lemmaOf, type SayingManner, type SayingVerb } from './saying-verbs.ts';
import { type Stretch, stretch } from './stretch.ts';
import { AUXILIARY, DETERMINER, PRONOUN, STOP, type Token, tokensOf, wordSet } from './tokens.ts';

/** That somebody or something says, asks, shows or thinks something. */
export interface Saying extends Stretch {
  /** The words that say so: “said”, “according to”. */
  readonly words: string;
  /** The verb's plain form, or the preposition: `say`, `according to`. */
  readonly verb: string;
  readonly manner: SayingManner;
  /** Who or what says it; null where the sentence names nobody (“was quoted”), or where that is in an earlier clause. */
  readonly speaker: Stretch | null;
  /** “has not said”: nothing is said. */
  readonly isDenied: boolean;
}

/** “may say”, “will announce”: nothing is said yet. */
const MODAL = wordSet("would will may might could should must cannot can't won't wouldn't couldn't");

const BE = wordSet("is are was were be been being isn't aren't wasn't weren't get gets got");

const ADVERB = wordSet(
  'also later then still now once again often ever even just only further thus never not always already publicly previously first initially simply rather instead recently earlier repeatedly privately jokingly since long too finally quickly all both himself herself themselves itself',
);

const NEGATIVE = /^(?:not|never|cannot|no|nobody|none|neither|nor)$|n't$/;

/**
 * Who says what in an English sentence, in order: “X said”, “said X”, “according to X”, “X was quoted as saying”, “X quoted Y as
 * saying”, “citing X”, and the other verbs that reporters use. Told by words alone, so roughly.
 *
 * @example sayingsIn('Rain may fall, the weather service said.')[0]?.speaker?.words // 'the weather service'
 */
export function sayingsIn(text: string): Saying[] {
  const tokens = tokensOf(text);
  const quoted = quotationsIn(text);
  const sayings: Saying[] = [];
  tokens.forEach((token, index) => {
    const found = prepositional(tokens, index, text) ?? verbal(tokens, index, text) ?? [];
    const isQuoted = quoted.some(({ start, end }) => start <= token.start && token.start < end);
    sayings.push(...found.filter((saying) => isReported(saying, isQuoted)));
  });
  return [...sayings, ...nominal(text)].sort((a, b) => a.start - b.start);
}

const SAYING_NOUN =
  /(?<![\p{L}\p{N}])(?<speaker>(?:(?:the|his|her|their|its)\s)?(?:(?!(?:of|that|to|in|on|for|from|by|with)\s)[\p{L}-]+\s){0,3}[\p{L}-]+)[’']s?\s(?<noun>(?:own\s)?(?:account|allegation|argument|assertion|belief|claim|contention|message|point|prediction|promise|report|statement|view|warning|words?))(?=:|\s(?:that|was that|is that|,)\s)/giu;

/** “Tarn’s argument: …”, “her view that …”. */
const nominal = (text: string): Saying[] =>
  Array.from(text.matchAll(SAYING_NOUN), ({ 0: words, index, groups = {} }) => {
    const { speaker = '', noun = '' } = groups;
    const start = index + words.length - noun.length;
    return {
      ...stretch(text, start, start + noun.length),
      verb: noun.toLowerCase(),
      manner: 'say' as const,
      speaker: stretch(text, index, index + speaker.length),
      isDenied: false,
    };
  });

/** “I think” tells of nobody else. In quotation marks only what names who says it counts. */
function isReported({ speaker, manner }: Saying, isQuoted: boolean): boolean {
  if (!speaker) return !isQuoted;
  if (/^(?:I|you|we|let|let['’]s)(?:['’]\p{Ll}+)?$/iu.test(speaker.words)) return false;
  return !isQuoted || (manner === 'say' && !/^(?:they|he|she|it)$/i.test(speaker.words));
}

/** “according to X”, “citing X”, “in the words of X”. */
function prepositional(tokens: readonly Token[], index: number, text: string): Saying[] | null {
  const [first, second, third, fourth] = tokens.slice(index, index + 4).map(({ lower }) => lower);
  const length =
    first === 'according' && second === 'to'
      ? 2
      : first === 'citing' || first === 'quoting'
        ? 1
        : first === 'in' &&
            second === 'the' &&
            /^(?:words|view|opinion|eyes|judg(?:e?)ment)$/.test(third ?? '') &&
            fourth === 'of'
          ? 4
          : 0;
  const last = tokens[index + length - 1];
  if (length === 0 || !last) return null;
  const speaker = phraseAfter(tokens, index + length, text, true);
  if (!speaker || (length === 1 && !isSomebody(speaker.words))) return null;
  const words = stretch(text, tokens[index]?.start ?? 0, last.end);
  return [
    {
      ...words,
      verb: length === 1 ? (first ?? '') : words.words.toLowerCase(),
      manner: 'say',
      speaker,
      isDenied: false,
    },
  ];
}

function verbal(tokens: readonly Token[], index: number, text: string): Saying[] | null {
  const token = tokens[index];
  if (!token || (/^\p{Lu}/u.test(token.words) && index > 0 && !isBoundary(tokens[index - 1]))) return null;
  const verb = lemmaOf(token.lower);
  if (!verb || isParticiple(tokens, index) || isOnPaper(tokens, index)) return null;
  const { before, isDenied, isPassive, isInfinitive, isYetToCome } = auxiliariesBefore(tokens, index);
  if (isInfinitive) return null;
  const previous = tokens[before];
  // “a script written abroad”
  if (before === index - 1 && /^(?:written|known|shown|sworn)$/.test(token.lower)) return null;
  if (
    previous &&
    /^(?:an?|the|his|her|its|their|in|of|for|at|by|with|on)$/.test(previous.lower) &&
    !token.lower.endsWith('ing')
  )
    return null;
  const isExpected = verb.manner === 'think' && /(?:ed|n|t)$/.test(token.lower);
  if (isExpected && before === index - 1 && /^(?:to|as|by)$/.test(tokens[index + 1]?.lower ?? ''))
    return null;
  if (
    isNoun(verb, token, previous, tokens[index + 1], before === index - 1) &&
    !isParenthesis(tokens, index, before, text)
  )
    return null;
  const saying = {
    ...stretch(text, token.start, token.end),
    verb: verb.lemma,
    manner: verb.manner,
    isDenied,
  };
  const isToCome = isYetToCome && /^(?:say|assert|show|ask)$/.test(verb.manner);
  const behind = text.slice(token.end, token.end + 80);
  if (isDecision(verb.lemma, behind) || isOther(verb.lemma, behind)) return null;
  // “the members cited by the paper”
  const isCutShort =
    before === index - 1 && /(?:ed|told)$/.test(token.lower) && tokens[index + 1]?.lower === 'by';
  if (isPassive || isCutShort)
    return isToCome && !isDenied ? null : passive(tokens, index, text, saying, before);
  const speaker = speakerOf(tokens, index, before, text, verb, token);
  if (speaker === undefined) return null;
  if (speaker && isNobody(speaker, text)) return [{ ...saying, speaker, isDenied: true }];
  if (isToCome && !isDenied) return null;
  const relayed = quotedSource(tokens, index, text, verb);
  if (relayed)
    return [
      { ...saying, speaker },
      { ...saying, speaker: relayed },
    ];
  return [{ ...saying, speaker }];
}

/** “neither government said”, “neither she nor the mayor said”: nobody does. */
const isNobody = ({ start, words }: Stretch, text: string) =>
  /^(?:neither|nobody|no one|none)\b/i.test(words) || /\bnor\s+$/i.test(text.slice(0, start));

/** “called in”, “pointed to”, “found a way”, “declared bankruptcy”: nothing is said. */
const isOther = (lemma: string, behind: string) => OTHER_SENSE[lemma]?.test(behind) ?? false;

/** What stands behind a verb that says nothing there, by its lemma. */
const OTHER_SENSE: Readonly<Record<string, RegExp>> = {
  call: /^\s+(?:in|into|up|off|back|home)\b/,
  point: /^\s+to\b/,
  compare: /^\s+with\b/,
  declare: /^\s+(?:bankruptcy|war|victory|independence)\b/,
  find: /^\s+(?:(?:a|an|the|its|their|other|no)\s)?(?:ways?|themselves|itself|himself|herself|in)\b/,
  maintain: /^\s+(?:an?|the|its|his|her|their)\s/,
  show: /^\s+(?:up|off)\b/,
};

/** “rejected the proposal” decides something; “rejected claims that” says that it is not so. */
const isDecision = (lemma: string, behind: string) =>
  /^(?:reject|dismiss)$/.test(lemma) &&
  !/^\s+(?:\p{L}+[’']?s?\s+){0,3}?(?:that|as|claims?|allegations?|accusations?|charges|assertions?|criticisms?|reports?|suggestions?|rumou?rs?|concerns|fears|speculation|notions?|ideas?\s+that|arguments?|theor(?:y|ies)|talk)\b/iu.test(
    behind,
  );

/** “his predecessors’ reported fear”: a word of the noun behind it. */
function isParticiple(tokens: readonly Token[], index: number): boolean {
  const [owner, mark, token, next] = tokens.slice(Math.max(0, index - 2), index + 2);
  const isOwned = mark?.words === '’' && owner?.end === mark.start && /s$/.test(owner.lower);
  return isOwned && /ed$/.test(token?.lower ?? '') && /^\p{Ll}/u.test(next?.words ?? '');
}

/** “put the offer in writing”: nobody writes. */
const isOnPaper = (tokens: readonly Token[], index: number) =>
  tokens[index]?.lower === 'writing' && tokens[index - 1]?.lower === 'in';

const isBoundary = (token: Token | undefined) =>
  token === undefined || /^[“"”'‘’(—–,;:.?!-]$/u.test(token.words);

/** Goes back over “has also not”. */
function auxiliariesBefore(tokens: readonly Token[], index: number) {
  let before = index - 1;
  let isDenied = false;
  let isPassive = false;
  let isInfinitive = false;
  let isYetToCome = false;
  for (; before >= 0; before -= 1) {
    const lower = tokens[before]?.lower ?? '';
    if (isTime(tokens, before)) {
      before -= 1;
      continue;
    }
    if (MODAL.has(lower)) isYetToCome = true;
    const isAlone = lower === 'neither' && (before === 0 || before < index - 1);
    if (NEGATIVE.test(lower) && !/^(?:no|none|nobody)$/.test(lower) && !isAlone) isDenied = true;
    else if (lower === 'to') {
      isInfinitive = true;
      break;
    } else if (BE.has(lower)) isPassive = true;
    else if (!(AUXILIARY.has(lower) || ADVERB.has(lower) || /\p{Ll}{2}ly$/u.test(lower))) break;
  }
  return { before, isDenied, isPassive, isInfinitive, isYetToCome };
}

/** “this week”, “on Monday” between a subject and its verb. */
function isTime(tokens: readonly Token[], last: number): boolean {
  const before = tokens[last - 1]?.lower ?? '';
  const lower = tokens[last]?.lower ?? '';
  if (/^(?:day|week|month|year|night|morning|afternoon|evening)$/.test(lower))
    return /^(?:this|last|next|that|one)$/.test(before);
  return /day$/.test(lower) && (before === 'on' || before === 'last');
}

/** A word that is a noun as well, in the place of one: “the report”, “his claims”, “a call for”. */
function isNoun(
  verb: SayingVerb,
  token: Token,
  previous: Token | undefined,
  next: Token | undefined,
  adjoins: boolean,
): boolean {
  if (!adjoins) return false;
  if (previous && DETERMINER.has(previous.lower) && previous.lower !== 'that' && previous.lower !== 'all')
    return true;
  if (previous && /[’']s$|s[’']$/u.test(previous.words) && verb.isNoun(token.lower)) return true;
  if (!verb.isNoun(token.lower)) return false;
  // “rejected claims that”: behind a verb it is a noun.
  if (previous && /ed$/.test(previous.lower) && lemmaOf(previous.lower)) return true;
  // A noun has no object or clause behind it.
  return (
    next === undefined ||
    !(
      next.lower === 'that' ||
      DETERMINER.has(next.lower) ||
      PRONOUN.has(next.lower) ||
      /^[“"‘:]$/u.test(next.words) ||
      /^\p{Lu}/u.test(next.words) ||
      /^(?:how|what|why|him|them|us|me|her)$/.test(next.lower)
    )
  );
}

/** “…, analysts estimate, …”: set off between commas, a noun that may be a verb is one. */
function isParenthesis(tokens: readonly Token[], index: number, before: number, text: string): boolean {
  if (tokens[index + 1]?.words !== ',' || before !== index - 1) return false;
  const speaker = phraseBefore(tokens, before, text);
  return (
    speaker !== null && /s(?:\s|$)/.test(speaker.words) && /[,”"]\s*$/.test(text.slice(0, speaker.start))
  );
}

/** “was quoted as saying”, “were told by X”: by whom, if anyone is named. */
function passive(
  tokens: readonly Token[],
  index: number,
  text: string,
  saying: Omit<Saying, 'speaker'>,
  before: number,
): Saying[] | null {
  const next = tokens[index + 1]?.lower;
  if (saying.words.endsWith('ing')) {
    const speaker = phraseBefore(tokens, before, text);
    return speaker ? [{ ...saying, speaker }] : null;
  }
  if ((saying.verb === 'quote' || saying.verb === 'cite') && next === 'as') {
    const speaker = phraseBefore(tokens, before, text);
    const by = tokens.slice(index, index + 12).findIndex(({ lower }) => lower === 'by');
    const relay = by > 0 ? phraseAfter(tokens, index + by + 1, text, false) : null;
    return [{ ...saying, speaker }, ...(relay ? [{ ...saying, speaker: relay }] : [])];
  }
  // “is expected by the end of June”
  if (
    next === 'by' &&
    /^\s+by\s+(?:the (?:end|middle|start|close)\b|then\b|now\b|(?:early|late|mid|next)\b|\p{N})/u.test(
      text.slice(saying.end),
    )
  )
    return null;
  // “was questioned by police” tells of no question.
  if (next === 'by' && saying.verb === 'question') return null;
  if (next === 'by') return [{ ...saying, speaker: phraseAfter(tokens, index + 2, text, false) }];
  return null;
}

/** “quoted X as saying”. */
function quotedSource(
  tokens: readonly Token[],
  index: number,
  text: string,
  { lemma }: SayingVerb,
): Stretch | null {
  if (lemma !== 'quote' && lemma !== 'cite') return null;
  const source = phraseAfter(tokens, index + 1, text, true);
  return source && isSomebody(source.words) ? source : null;
}

/** Whether words name those who can say something, and not a reason: “citing officials” and not “citing costs”. */
function isSomebody(words: string): boolean {
  const [head = ''] = words.split(
    /\s(?:of|in|on|at|from|for|with|about|close|familiar|briefed|involved|near|who)\b/,
  );
  return (
    /^(?:(?:the|an?)\s+)?(?:\p{Ll}+\s+)?\p{Lu}/u.test(head) ||
    /\b(?:aides?|allies|ally|colleagues?|diplomats?|friends?|guides?|relatives?|residents?|sources?|officials?|people|persons?|reports?|media|press|newspapers?|agenc(?:y|ies)|documents?|witness(?:es)?|experts?|analysts?|police|records?|stud(?:y|ies)|memorand(?:um|a)|memos?|filings?|statements?|e-?mails?|letters?|surveys?|polls?|audits?|\p{L}+(?:ees?|ers?|ors?|ists?|men|man|women|woman))$/iu.test(
      head,
    )
  );
}

/** @returns null where nobody is named, undefined where the verb says nothing here */
function speakerOf(
  tokens: readonly Token[],
  index: number,
  before: number,
  text: string,
  verb: SayingVerb,
  token: Token,
): Stretch | null | undefined {
  const previous = tokens[before];
  const opening = previous?.words === ',' ? openingSubject(tokens, index, text) : null;
  if (opening) return opening;
  const isInverted =
    verb.isInvertible &&
    before === index - 1 &&
    (previous === undefined || /^[,”"’?!—–]$/u.test(previous.words));
  if (isInverted && !token.lower.endsWith('ing')) {
    const speaker = phraseAfter(tokens, index + 1, text, false);
    // “The mayor, Ada Rae, said the ferry sails”: the subject stands before what is set off.
    const subject = previous?.words === ',' ? phraseBefore(tokens, before, text) : null;
    if (subject && subject.start === tokens[firstWord(tokens)]?.start) return subject;
    if (speaker && previous && looksLikeSpeaker(speaker) && endsThere(tokens, speaker)) return speaker;
  }
  if (token.lower.endsWith('ing')) {
    // “…, adding that”: the subject of the clause before. “saying” after a noun is its own.
    const opener = previous && /^[,”"—–]$/u.test(previous.words);
    if (!opener && !(previous && STOP.has(previous.lower))) {
      return phraseBefore(tokens, before, text) ?? undefined;
    }
    return subjectOfSentence(tokens, index, text);
  }
  // “She agreed but stressed that”: the subject of the verb before.
  if (previous && /^(?:and|but|then)$/.test(previous.lower))
    return subjectOfSentence(tokens, index, text) ?? undefined;
  const speaker = phraseBefore(tokens, before, text);
  return (speaker && antecedentOf(speaker, tokens, text)) ?? speaker ?? undefined;
}

/** “Scientists who sequenced a sample said”: the phrase before the verb is of the clause between, and they are the subject. */
function antecedentOf({ start }: Stretch, tokens: readonly Token[], text: string): Stretch | null {
  const first = tokens.findIndex((token) => token.start === start);
  const relative = tokens.slice(0, first).findLastIndex(({ lower, isWord }) => !isWord || OPENS.test(lower));
  if (tokens[relative]?.lower !== 'who' || relative === first - 1) return null;
  return phraseBefore(tokens, relative, text);
}

const OPENS = /^(?:who|that|but|when|because|if|while|whether|which)$/;

/** “Bo Tarn, 61, whose mother, Elsa, died in May, [said]”: what is set off holds commas of its own. */
function openingSubject(tokens: readonly Token[], index: number, text: string): Stretch | null {
  const before = text.slice(0, tokens[index]?.start);
  const isSetOff =
    /^\p{Lu}[^,;.]*,\s(?:\p{N}+,\s)?(?:who|whose|which)\s[^;:“”]*,\s(?:(?:has|have|had)\s)?$/u.test(before);
  return isSetOff && !/,\s(?:and|but|while)\s/.test(before)
    ? phraseAfter(tokens, firstWord(tokens), text, false)
    : null;
}

const looksLikeSpeaker = ({ words }: Stretch) =>
  /^(?:the|a|an|one|his|her|their|its|our|my|he|she|they|mr|mrs|ms|some|several|many|two|three)\b|^\p{Lu}/iu.test(
    words,
  ) && !/^(?:on|in|at|to|that)\b/i.test(words);

/** Whether a phrase behind a verb is its subject, since no verb of its own follows: “, said he” and not “, said he left”. */
function endsThere(tokens: readonly Token[], { end, words }: Stretch): boolean {
  const next = tokens.find(({ start }) => start >= end);
  // “the leaked report” has no verb.
  if (/(?<!^(?:the|an?|his|her|its|their))\s\p{Ll}+(?:ed|ght|ame|ould)(?:\s|$)/u.test(words)) return false;
  return next === undefined || /^[.,;:!?“"—–(]$/u.test(next.words) || FOLLOWS_SPEAKER.has(next.lower);
}

const FOLLOWS_SPEAKER = wordSet(
  'by in on at to of during after before when who while as from this last earlier yesterday today monday tuesday wednesday thursday friday saturday sunday',
);

/** The first noun phrase of the clause that a participle hangs on, if it is one with a name, a determiner or a pronoun. */
function subjectOfSentence(tokens: readonly Token[], index: number, text: string): Stretch | null {
  for (let at = index - 2; at >= 0; at -= 1) {
    const token = tokens[at];
    const verb = lemmaOf(token?.lower ?? '');
    if (token && verb && !token.lower.endsWith('ing')) {
      const { before } = auxiliariesBefore(tokens, at);
      if (isNoun(verb, token, tokens[before], tokens[at + 1], before === at - 1)) continue;
      const speaker = phraseBefore(tokens, before, text);
      // “denies that Corran promised it and says”: who promised it says nothing.
      const isTold = tokens.some(({ end, lower }) => lower === 'that' && end + 1 === speaker?.start);
      if (speaker && !isTold) return speaker;
    }
  }
  return phraseAfter(tokens, firstWord(tokens), text, false);
}

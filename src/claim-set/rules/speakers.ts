import { lemmaOf } from '../../reading/saying-verbs.ts';
import type { Saying } from '../../reading/speakers.ts';
import type { ClaimDocument } from '../document.ts';
import { overlap, type Question, type ReadClaim, type Rule } from './context.ts';
import { toldFrom } from './reach.ts';
import { isRelative, wordsOf } from './terms.ts';

/** Ways of saying that make what is said a claim of the speaker, and not of the article. */
const REPORTS: ReadonlySet<Saying['manner']> = new Set(['say', 'assert', 'allege', 'hint', 'deny', 'ask']);

/** Sayings whose words hold the quote: “X said |quote|”, “|quote|, X said”, “according to X”. */
function sayingsOver(context: ReadClaim): Saying[] {
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

/** What somebody says in a claim that has no attribution, or in one that has another's. */
export const lostSpeaker: Rule<ReadClaim> = {
  name: 'speaker',
  ask: (context) => (context.claim.attribution.length ? wrongSpeaker(context) : noSpeaker(context)),
};

function noSpeaker(context: ReadClaim): Question[] {
  const { claim, said, ofSentence, namesOf } = context;
  if (claim.stance === 'presupposed' || isOfThing(context)) return [];
  const ask = (where: string, saying: Saying): Question[] => [
    {
      field: 'attribution',
      message: `is empty, and the ${where} says “${wordsOfSaying(saying)}”: who says it?`,
    },
  ];
  if (isQuoted(context))
    return [
      { field: 'attribution', message: 'is empty, and the quote stands in quotation marks: who says it?' },
    ];
  const isOfSpeaker = (saying: Saying) => claim.subject === null || isCalled(saying, namesOf(claim.subject));
  // “KNA reported arrests, |although police have not confirmed them|”: a silence is the article's to tell.
  const isSilence = said.sayings.some((saying) => saying.isDenied && isOfSpeaker(saying));
  const over = isSilence ? undefined : sayingsOver(context).find(({ isDenied }) => !isDenied);
  if (over) return ask('sentence', over);
  const own = said.sayings.find((saying) => {
    const { manner, verb, speaker, isDenied, end } = saying;
    if (speaker === null || isDenied || /^(?:citing|quoting)$/.test(verb)) return false;
    if (isSupposed(saying, said.text)) return false;
    // “less than what it predicted”, “says to buy it”: nothing is told.
    if (
      /\b(?:what|than|as)\s+$/i.test(said.text.slice(0, speaker.start)) ||
      /^\s+to\b/.test(said.text.slice(end))
    )
      return false;
    if (manner === 'think') return !isOfSpeaker(saying) && claim.certainty !== 'certain';
    // “denied the report” is what somebody did.
    const isDeed =
      manner === 'deny' && isOfSpeaker(saying) && !/^\s+(?:that|having)\b/.test(said.text.slice(end));
    return (
      REPORTS.has(manner) &&
      !/^(?:hint|ask)$/.test(manner) &&
      !isDeed &&
      !/^(?:comment|respond|reply|answer)$/.test(verb)
    );
  });
  // That somebody said it may be a claim of its own, beside the one that says what.
  const isBeside = ofSentence.some(
    ({ attribution, quote }) =>
      attribution.length > 0 && (quote.includes(claim.quote) || claim.quote.includes(quote)),
  );
  const isAct = (saying: Saying) => isOfSpeaker(saying) && isBeside;
  const isOfSubject = (saying: Saying) => claim.subject !== null && isOfSpeaker(saying);
  if (own) return isAct(own) ? [] : ask('text', own);
  // “spoke to reporters” tells that something was said, and not what.
  if (
    said.sayings.length > 0 ||
    /\baccording to\b|\b(?:sp(?:eaks?|oke|oken|eech)|interview\w*)\b/i.test(said.text)
  )
    return [];
  const inside = sayingsInside(context).find((saying) => speaksOfSaid(saying, context));
  // “was first reported by the Ledger” may be told of the Ledger.
  if (inside && !isAct(inside) && !isOfSubject(inside)) return ask('quote', inside);
  // “soured, reportedly after a raid”: it is what follows that is said.
  return /^(?:reportedly|allegedly|purportedly|supposedly)$/i.test(claim.hedge ?? '') &&
    !/,\s\p{L}+edly\s/u.test(claim.quote)
    ? [
        {
          field: 'attribution',
          message: `is empty, and “${claim.hedge}” means that somebody says so: name an anonymous source`,
        },
      ]
    : [];
}

/** “if the second test confirms it”: nothing is said yet. */
const isSupposed = ({ speaker }: Saying, text: string) =>
  speaker !== null && /\b(?:if|once|unless|until|should|were)\s+$/i.test(text.slice(0, speaker.start));

/** “said she would leave only if it dropped |its plan to cut jobs|”: that there is one, the article tells. */
const isOfThing = ({ claim, said }: ReadClaim) =>
  /^(?:its|his|her|their)\s/i.test(claim.quote) && said.sayings.length === 0 && claim.certainty === 'certain';

/** Whether the sentence is words of somebody, and the quote some of them. */
const isQuoted = ({ reading, quote, said }: ReadClaim) =>
  said.sayings.length === 0 &&
  reading.sayings.every(({ speaker }) => speaker === null) &&
  reading.quotations.some(
    ({ start, end, words }) => wordsOf(words).length > 5 && start <= quote.start + 1 && quote.end <= end + 1,
  );

/** Sayings that the quote itself holds. */
const sayingsInside = ({ reading, quote, sentence }: ReadClaim): Saying[] =>
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

const wordsOfSaying = ({ speaker, words, start }: Saying) =>
  speaker === null
    ? words
    : speaker.start < start
      ? `${speaker.words} … ${words}`
      : `${words} ${speaker.words}`;

/** Whether the text is about what is said, and not about who says it. */
function speaksOfSaid({ start, end, speaker }: Saying, { reading, said, quote }: ReadClaim): boolean {
  const from = Math.min(start, speaker?.start ?? start);
  const words = wordsOf(
    `${reading.text.slice(quote.start, from)} ${reading.text.slice(Math.max(end, speaker?.end ?? end))}`,
  );
  const shared = wordsOf(said.text).filter((word) => word.length > 3 && words.includes(word));
  return shared.length > 1;
}

/** A source that the sentence does not have, and a layer of a relay that the claim does not have. */
function wrongSpeaker(context: ReadClaim): Question[] {
  const { claim, before, namesOf } = context;
  const ask = (message: string): Question[] => [{ field: 'attribution', message }];
  if (!isSpokenOf(context)) return ask('names a source, and nobody in the sentence says anything');
  const given = claim.attribution.map(({ source }) => source).join(', ');
  const relay = relayOf(context);
  if (relay && claim.attribution.length === 1)
    return ask(
      `is ${given} alone, and the sentence says “${wordsOfSaying(relay.outer)}” and “${wordsOfSaying(relay.inner)}”: name both, outermost first`,
    );
  const layers = new Set(
    context.said.sayings.flatMap((saying) =>
      saying.speaker &&
      !saying.isDenied &&
      !isSupposed(saying, context.said.text) &&
      (saying.manner === 'say' || saying.manner === 'assert') &&
      // “reported that the board had warned it”: a claim about the warning.
      !(claim.subject !== null && isCalled(saying, namesOf(claim.subject)))
        ? [saying.speaker.words]
        : [],
    ),
  );
  if (layers.size > claim.attribution.length)
    return ask(
      `has ${given} alone, and the text says “${[...layers].join('” and “')}”: name each, outermost first`,
    );
  const passed = passedOn(context);
  if (passed && claim.attribution.length === 1)
    return ask(
      `is ${given} alone, and the quote says “${wordsOfSaying(passed)}”: name each, outermost first`,
    );
  const [outermost, ...inner] = claim.attribution;
  const isTurned =
    relay &&
    outermost &&
    isCalled(relay.inner, namesOf(outermost.source)) &&
    inner.some(({ source }) => isCalled(relay.outer, namesOf(source))) &&
    !isCalled(relay.outer, namesOf(outermost.source));
  if (isTurned)
    return ask(
      `is ${given}, and “${wordsOfSaying(relay.outer)}” passes on “${wordsOfSaying(relay.inner)}”: name the outermost first`,
    );
  const isUnnamed = claim.attribution.some(({ anonymous }) => anonymous);
  if (isUnnamed || claim.attribution.some(({ source }) => namesOf(source).length === 0)) return [];
  const said = [...sayingsOver(context), ...sayingsInside(context)].filter(({ speaker }) => speaker !== null);
  const thought = context.reading.sayings.filter(
    (each) => each.manner === 'think' && each.speaker && !each.isDenied && overlap(each, context.quote),
  );
  const spoken = said.length || claim.certainty === 'certain' ? said : thought;
  const first = spoken.find(({ isDenied }) => !isDenied);
  if (!first?.speaker || spoken.some((saying) => isBy(saying, context))) return anonymity(context);
  if (PRONOUN.test(first.speaker.words.trim()) && before === null) return [];
  return ask(
    `names ${given}, and the sentence says “${wordsOfSaying(first)}”: who says it? An alias tells that they are the same`,
  );
}

/** “said that a deckhand had told him |…|”: whoever passes on what another one said, where the text is on what was said. */
function passedOn({ claim, reading, quote, namesOf, said }: ReadClaim): Saying | undefined {
  const inside = reading.sayings.filter(
    (each) => each.speaker && !each.isDenied && each.manner === 'say' && overlap(each, quote),
  );
  return inside.find(
    (each, at) =>
      at > 0 &&
      each.verb === 'tell' &&
      each.speaker &&
      !PRONOUN.test(each.speaker.words) &&
      !(claim.subject !== null && isCalled(each, namesOf(claim.subject))) &&
      !said.sayings.some(
        ({ speaker }) =>
          speaker && wordsOf(speaker.words).join() === wordsOf(each.speaker?.words ?? '').join(),
      ) &&
      !claim.attribution.some(({ source }) => isCalled(each, namesOf(source))),
  );
}

/** Whether anybody says anything in the sentence, by any word. */
const isSpokenOf = ({ reading, sentence }: ReadClaim) =>
  reading.sayings.some(({ manner }) => manner !== 'want') ||
  reading.quotations.length > 0 ||
  reading.hedges.some(({ kind }) => kind === 'report' || kind === 'hint') ||
  /\b(?:for|to) \p{Lu}|\baccording\b/u.test(sentence.text) ||
  wordsOf(sentence.text).some((word) => REPORTS.has(lemmaOf(word)?.manner ?? 'want'));

/** Whether a speaker goes by one of these names. */
function isCalled({ speaker }: Saying, names: readonly string[]): boolean {
  const words = new Set(wordsOf(speaker?.words ?? '').map(withoutPossessive));
  return names.some((each) => nameWords(each).some((word) => words.has(word)));
}

/** “The daily, citing diplomats, reported”, “the media quoted sources as saying”, over or in the quote. */
function relayOf(context: ReadClaim): { outer: Saying; inner: Saying } | null {
  const { reading, quote } = context;
  const inner = reading.sayings.find(
    ({ verb, speaker }, index, all) =>
      speaker !== null &&
      (/^(?:citing|quoting)$/.test(verb) ||
        (/^(?:quote|cite)$/.test(verb) && all[index - 1]?.start === all[index]?.start)),
  );
  const outer = reading.sayings.find(
    (each) => each !== inner && each.speaker !== null && (each.manner === 'say' || each.manner === 'assert'),
  );
  if (!inner || !outer) return null;
  const isCovered = [...sayingsOver(context), ...sayingsInside(context)].some(
    (each) => each === inner || each === outer,
  );
  return isCovered && quote.end - quote.start > 0 ? { outer, inner } : null;
}

/** Whether one of the claim's sources says it. */
function isBy(saying: Saying, { claim, sentence, paragraph, namesOf, typeOf }: ReadClaim): boolean {
  const speaker = saying.speaker?.words.trim() ?? '';
  const isPronoun = PRONOUN.test(speaker);
  const { head, owners } = isPronoun ? { head: paragraph, owners: '' } : namingOf(saying, sentence.text);
  // “The inspection found” tells what the inspectors found.
  const isRoot = (one: string, other: string) =>
    saying.manner === 'show' && one.length > 5 && one.slice(0, 6) === other.slice(0, 6);
  return claim.attribution.some(({ source }) => {
    const type = typeOf(source);
    if (/^it$/i.test(speaker) && type === 'person') return false;
    if (/^s?he$/i.test(speaker) && type !== 'person') return false;
    // “A spokesman for the ministry said” is the ministry, and “Putin’s adviser” is not Putin.
    const words = new Set(
      wordsOf(type === 'organisation' || type === 'group' ? `${head} ${owners}` : head).map(
        withoutPossessive,
      ),
    );
    return namesOf(source).some((each) =>
      nameWords(each).some((word) => words.has(word) || [...words].some((other) => isRoot(word, other))),
    );
  });
}

/** The words that name a speaker, with what is set off behind them, and those that say whose or of what. */
function namingOf({ speaker, start, end }: Saying, text: string): { head: string; owners: string } {
  if (!speaker) return { head: '', owners: '' };
  const whole =
    speaker.end <= start
      ? text.slice(speaker.start, start)
      : text
          .slice(speaker.start)
          .replace(/[.;:“”"].*$|,[^,]*,.*$/su, (rest) => rest.split(',').slice(0, 2).join(','));
  const owners: string[] = [];
  const head = whole
    .slice(0, 300)
    .replace(
      /,\s*(?:who|which|whose)\b[^,]*(?:,|$)|[\p{L}\p{N}.\s-]+[’'](?:s\s|\s)|\b(?:of|in|for|from|at|to|with|on|by)\s[^,]*/gu,
      (part) => {
        owners.push(part);
        return ' ';
      },
    );
  return end > start ? { head, owners: owners.join(' ') } : { head: whole, owners: '' };
}

const ANONYMITY =
  /\b(?:condition of anonymity|(?:people|those|someone|somebody|\p{L}+s) (?:familiar with|with (?:direct |firsthand )?knowledge of|briefed on)|(?:people|persons?|officials?|sources?) close to|anonymously|anonymous|unnamed|unidentified|(?:not|declined|refused|asked not) (?:to )?be (?:named|identified)|not authori[sz]ed to (?:speak|talk|discuss))\b/iu;

/** A speaker who is not to be named, in a claim whose source is not anonymous. */
function anonymity(context: ReadClaim): Question[] {
  const { sentence, reading } = context;
  const found = ANONYMITY.exec(sentence.text);
  if (!found) return [];
  const speakers = reading.sayings.filter(({ speaker, manner }) => speaker && REPORTS.has(manner));
  const own = speakers.find(
    ({ speaker, start, end }) =>
      speaker &&
      (speakers.length === 1 ||
        (speaker.start <= found.index && found.index <= Math.max(start, end)) ||
        (start <= found.index && !/[.;]/.test(sentence.text.slice(end, found.index)))),
  );
  return own && isBy(own, context)
    ? [{ field: 'attribution', message: `has no "anonymous": true, and the sentence says “${found[0]}”` }]
    : [];
}

const PRONOUN = /^(?:he|she|they|it|we|i|who)$/i;
const withoutPossessive = (word: string) => word.replace(/'s?$/, '');
/** The words of a name by which it is told from others: “Putin’s adviser” is an adviser. */
const nameWords = (name: string) =>
  wordsOf(name.replace(/^.*[’']s?\s/, ''))
    .map(withoutPossessive)
    .filter((word) => (word.length > 2 || isShortName(word, name)) && !/^(?:the|and|for)$/.test(word));

/** “Xi”, “Ek”: two letters with a capital, that are no article or preposition of a longer name. */
const isShortName = (word: string, name: string) =>
  word.length === 2 &&
  !/^(?:al|da|de|di|du|el|la|le)$/.test(word) &&
  name.split(/[^\p{L}]+/u).some((each) => each.toLowerCase() === word && /^\p{Lu}\p{Ll}$/u.test(each));

/** A quote that leaves out who says it, though the text tells. */
export const cutSpeaker: Rule<ReadClaim> = {
  name: 'cut-speaker',
  ask: (context) => {
    const { claim, said } = context;
    if (claim.attribution.length === 0 || said.sayings.length === 0 || sayingsInside(context).length)
      return [];
    const cut = sayingsOver(context).find(
      (saying) => saying.speaker && saying.manner !== 'deny' && isBy(saying, context),
    );
    return cut
      ? [
          {
            field: 'quote',
            message: `leaves out “${wordsOfSaying(cut)}”, and alone it reads as a fact; quote it too`,
          },
        ]
      : [];
  },
};

/** A text that has somebody else say it. */
export const textSpeaker: Rule<ReadClaim> = {
  name: 'text-speaker',
  ask: (context) => {
    const { claim, said, entities, namesOf } = context;
    if (claim.attribution.length === 0) return [];
    // “A memo by the mayor says” is hers as well.
    const asSentence = {
      ...context,
      sentence: { ...context.sentence, text: said.text },
      before: null,
      typeOf: () => 'organisation',
    };
    const sayings = said.sayings.filter(({ manner }) => REPORTS.has(manner));
    const [first] = sayings;
    if (!first || sayings.some((each) => !each.speaker || PRONOUN.test(each.speaker.words))) return [];
    const isByAny = (sources: ClaimDocument['attribution']) =>
      sayings.some((each) => isBy(each, { ...asSentence, claim: { ...claim, attribution: sources } }));
    // A text may call its source by a word of its own; but not by the name of another entity.
    const inText = entities.filter(({ id }) => isByAny([{ source: id, anonymous: false }]));
    if (isByAny(claim.attribution) || inText.length === 0) return [];
    const isInSentence = context.reading.sayings.some((saying) =>
      inText.some(({ id }) => saying.speaker && isCalled(saying, namesOf(id))),
    );
    return [
      {
        field: isInSentence ? 'attribution' : 'text',
        message: isInSentence
          ? `names ${claim.attribution.map(({ source }) => source).join(', ')}, and the text says “${wordsOfSaying(first)}”, as the sentence does`
          : `says “${wordsOfSaying(first)}”, and the source is ${claim.attribution.map(({ source }) => source).join(', ')}`,
      },
    ];
  },
};

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

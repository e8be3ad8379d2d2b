import { lemmaOf } from '../../reading/saying-verbs.ts';
import type { Saying } from '../../reading/speakers.ts';
import type { ClaimDocument } from '../document.ts';
import { overlap, type Question, type ReadClaim, type Rule } from './context.ts';
import { passedOn, relayOf } from './relays.ts';
import { isSupposed, REPORTS, sayingsInside, sayingsOver, wordsOfSaying } from './sayings.ts';
import { anonymity, isBy, isCalled, PRONOUN } from './sources.ts';
import { wordsOf } from './terms.ts';

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
  const isAct = (saying: Saying) => saying.verb !== 'according to' && isOfSpeaker(saying) && isBeside;
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

/** Whether anybody says anything in the sentence, by any word. */
const isSpokenOf = ({ reading, sentence }: ReadClaim) =>
  reading.sayings.some(({ manner }) => manner !== 'want') ||
  reading.quotations.length > 0 ||
  reading.hedges.some(({ kind }) => kind === 'report' || kind === 'hint') ||
  /\b(?:for|to) \p{Lu}|\baccording\b|\bput\s[^,;]*\sat\b/u.test(sentence.text) ||
  wordsOf(sentence.text).some((word) => REPORTS.has(lemmaOf(word)?.manner ?? 'want'));

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

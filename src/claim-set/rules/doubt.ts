import type { Condition } from '../../reading/conditions.ts';
import { type Hedge, hedgesIn } from '../../reading/hedges.ts';
import type { Reading } from '../../reading/read.ts';
import type { Stretch } from '../../reading/stretch.ts';
import { overlap, type Question, type ReadClaim, type Rule } from './context.ts';
import { contentWords, isRelative, stemOf, stemsOf, wordsOf } from './terms.ts';

/** Words between which one clause ends and another begins. */
const CLAUSE_BREAK =
  /[;:—–()]|,\s+(?:and|but|or|so|while|which|who|whose|although|though)\b|\b(?:but|although|though|while|whereas)\b/iu;
/** So many words may stand between a word and what it governs: “likely to [officially accept]”. */
const REACH = 3;

const AUXILIARY = /^(?:have|has|had|be|been|being|to)$/;

/** Whether words just before the quote, in its clause, govern it: “is likely to |accept|”, “may have |left|”. */
function leadsInto(
  word: { start: number; end: number },
  { quote, sentence }: ReadClaim,
  reach = REACH,
): boolean {
  if (word.end > quote.start) return false;
  const between = sentence.text.slice(word.end, quote.start);
  const governed = wordsOf(between).filter((word) => !AUXILIARY.test(word));
  return !CLAUSE_BREAK.test(between) && !/[,“”"]/u.test(between) && governed.length <= reach;
}

/** Adverbs that hedge the whole clause wherever they stand in it. */
const SENTENCE_ADVERB =
  /^(?:reportedly|allegedly|apparently|probably|perhaps|possibly|maybe|presumably|supposedly|purportedly|seemingly|evidently|conceivably|arguably)$/i;

/** Whether a hedge outside the quote makes what it says less than certain. */
function governs(hedge: Hedge, context: ReadClaim): boolean {
  const { quote, sentence, claim } = context;
  if (hedge.kind === 'approximation' || overlap(hedge, quote) || isRelative(claim.quote)) return false;
  // What is taken for granted stays so under a hedge, unless the hedge is a word of its own phrase.
  const isPresupposed = claim.stance === 'presupposed';
  if (SENTENCE_ADVERB.test(hedge.words) && !isPresupposed) {
    const [from, to] = hedge.end <= quote.start ? [hedge.end, quote.start] : [quote.end, hedge.start];
    const between = sentence.text.slice(from, to);
    const isNear = !/\b(?:that|with)\b/.test(between) && !/,/.test(between.trim().replace(/^,|,$/g, ''));
    return !CLAUSE_BREAK.test(between) && isNear;
  }
  const isVerbal =
    !['hint', 'expectation', 'doubt'].includes(hedge.kind) ||
    /\bto$|^whether$|\bout(?: that)?$/i.test(betweenOf(hedge, context));
  return isVerbal && leadsInto(hedge, context, isPresupposed ? 0 : REACH);
}

/** The words from a hedge to the quote, the hedge included. */
const betweenOf = (hedge: Hedge, { quote, sentence }: ReadClaim) =>
  sentence.text.slice(hedge.start, Math.max(hedge.end, quote.start)).trim();

/** A hedge that stands outside the quote and governs it. */
export const cutHedge: Rule<ReadClaim> = {
  name: 'cut-hedge',
  ask: (context) =>
    context.reading.hedges
      .filter(
        (hedge) =>
          governs(hedge, context) && !(context.claim.stance === 'presupposed' && context.claim.conditional),
      )
      .slice(0, 1)
      .map(({ words }) => ({
        field: 'quote',
        message: `leaves out “${words}”, which makes it less than certain; quote it too`,
      })),
};

/** Hedges that say how sure a statement is; the others may be what it is about. */
const DEGREE: ReadonlySet<Hedge['kind']> = new Set([
  'modal',
  'conditional',
  'chance',
  'report',
  'appearance',
  'expectation',
  'schedule',
]);

const isQuotedWord = (reading: Reading, word: { start: number; end: number }) =>
  reading.quotations.some((quotation) => overlap(quotation, word) && quotation.words.length < 60);

/** The words of a claim's text by which it says less than certain. */
const hedgesOfText = ({ said }: ReadClaim): Hedge[] =>
  said.hedges.filter((hedge) => {
    const behind = said.text.slice(hedge.end);
    // “hinted that”, “signals that”: what follows is less than said.
    if (isQuotedWord(said, hedge)) return false;
    // “should the government fall” is a condition.
    if (said.conditions.some((each) => each.kind === 'if' && overlap(each, hedge))) return false;
    if (hedge.kind === 'conditional' && isIndirect(hedge, said.text)) return false;
    // “his suggestion that” is itself what the claim is about.
    const isOwned = /(?:[’']s?|\b(?:his|her|its|their))\s+$/.test(said.text.slice(0, hedge.start));
    if (hedge.kind === 'hint') return !isOwned && /^(?:\P{L}+\p{L}+){0,4}?\P{L}+that\b/u.test(behind);
    if (!DEGREE.has(hedge.kind)) return false;
    // “is feared to”, and not “watchers feared”, nor “does not expect to”.
    return hedge.kind !== 'expectation' || (/^\s+to\b/.test(behind) && /(?:ed|thought)$/i.test(hedge.words));
  });

/** “declined to say when she would decide”: “will”, as somebody puts it. */
const isIndirect = ({ start }: { start: number }, text: string) =>
  /\b(?:when|whether|what|how|where|why|(?:promis|guarante|kn[oe]w|decid)\p{L}*\s+that)\s+[^,;]*$/iu.test(
    text.slice(0, start),
  );

/** A hedge in the claim's own words that no field accounts for. */
export const unaccountedHedge: Rule<ReadClaim> = {
  name: 'unaccounted-hedge',
  ask: (context) => {
    const { claim } = context;
    if (claim.hedge !== null || saysThatItIsSaid(context)) return [];
    // A plan is expected, and would be so: that is what `intended` says. So `conditional` does of “would”.
    const isAccounted = ({ kind }: Hedge) =>
      (claim.stance === 'intended' && ['schedule', 'expectation', 'conditional'].includes(kind)) ||
      (claim.conditional && kind === 'conditional') ||
      (claim.certainty !== 'certain' && (kind === 'hint' || claim.conditional)) ||
      // “has not been accused of it”
      (claim.polarity === 'negated' && kind === 'report');
    const hedge = hedgesOfText(context).find((each) => !isAccounted(each));
    if (!hedge) return [];
    return claim.certainty === 'certain'
      ? [
          {
            field: 'certainty',
            message: `is certain, and the text says “${hedge.words}”, which no hedge tells`,
          },
        ]
      : [{ field: 'hedge', message: `is null, and the text says “${hedge.words}”` }];
  },
};

/** Whether the claim is that somebody said something, so that what is said has its own certainty. */
const saysThatItIsSaid = ({ claim, said }: ReadClaim) =>
  claim.attribution.length === 0 && said.sayings.length > 0;

/** Hedges inside the quote that the text leaves out, though it says the same. */
export const surerText: Rule<ReadClaim> = {
  name: 'surer-text',
  ask: (context) => {
    const { claim, reading, said, quote, sentence } = context;
    if (claim.stance === 'presupposed') return [];
    const inQuote = <T extends { start: number; end: number }>(words: readonly T[]) =>
      words.filter((each) => overlap(each, quote));
    // “said it would”: “will”, as somebody said before.
    const isReported = claim.attribution.length > 0 && !claim.conditional && claim.hedge === null;
    const lost = inQuote(reading.hedges).filter(
      ({ kind, end }) =>
        kind === 'hint' ||
        (DEGREE.has(kind) &&
          (kind !== 'expectation' || /^\s+to\b/.test(sentence.text.slice(end))) &&
          (kind !== 'conditional' || !isReported || /^\s+have\b/.test(sentence.text.slice(end)))),
    );
    const meant = said.intentions.some(({ kind }) => kind !== 'future');
    // “might delay” told as “would delay”: “will”, as somebody said before.
    const isWould = claim.conditional || lost.some(({ kind }) => kind === 'conditional');
    const isSofter =
      hedgesOfText(context).some(({ kind }) => kind !== 'conditional' || isWould) ||
      said.hedges.some(
        ({ kind }) => kind === 'doubt' || (/^(?:expectation|hint)$/.test(kind) && kind === lost[0]?.kind),
      ) ||
      meant ||
      (isWould && said.conditions.some(({ kind }) => kind === 'would' || claim.conditional));
    const own = stemsOf(said.text);
    const gone = lost.filter(
      (each) => isAbout(each, context) && !stemsOf(each.words).some((stem) => own.includes(stem)),
    );
    const [hedge] = gone;
    // “signals that it may accept” told as “signals that it accepts”: the other hedge was there as well.
    const isReplaced = said.hedges.some(
      ({ words }) =>
        !inQuote(reading.hedges).some((each) => stemsOf(each.words).join() === stemsOf(words).join()),
    );
    const [modal] = gone.filter(({ kind }) => kind === 'modal');
    if (modal && !isReplaced && !meant && said.conditions.length === 0 && said.hedges.length > 0)
      return [{ field: 'text', message: `leaves out “${modal.words}”, which its quote says` }];
    if (hedge && !isSofter)
      return [{ field: 'text', message: `reads as certain, and its quote says “${hedge.words}”` }];
    const [open] = inQuote(reading.hedges).filter(
      (each) => /\b(?:whether|out)$/i.test(each.words) && isAbout(each, context),
    );
    const isOpen =
      said.hedges.some(({ kind }) => kind === 'doubt') ||
      said.conditions.some(({ kind }) => kind === 'if') ||
      (/out$/i.test(open?.words ?? '') && hedgesOfText(context).length > 0);
    if (open && !isOpen && claim.certainty !== 'uncommitted')
      return [{ field: 'text', message: `reads as settled, and its quote says “${open.words}”` }];
    const [plan] = inQuote(reading.intentions).filter(
      (each) =>
        each.kind !== 'wish' &&
        !isQuotedWord(reading, each) &&
        !isAttribute(each, reading.text) &&
        headsAfter(sentence.text, each.end).some((head) => stemsOf(said.text).includes(head)),
    );
    if (!plan || isSofter || said.conditions.length) return [];
    const [future] = said.intentions;
    if (!future) return [{ field: 'text', message: `reads as done, and its quote says “${plan.words}”` }];
    return plan.kind === 'plan' && PLANNED.test(plan.words)
      ? [{ field: 'text', message: `says “${future.words}”, and its quote says “${plan.words}”` }]
      : [];
  },
};

/** What still has to happen, told as done: “must approve” as “has approved”. */
export const lostObligation: Rule<ReadClaim> = {
  name: 'lost-obligation',
  ask: (context) => {
    const { claim, said, reading } = context;
    const due = Array.from(reading.text.matchAll(OBLIGED), ({ 0: words, index }) => ({
      start: index,
      end: index + words.length,
      words,
    })).find((each) => overlap(each, context.quote) && isAbout(each, context));
    const isTold =
      STILL.test(said.text) ||
      said.negations.length > 0 ||
      said.intentions.length > 0 ||
      said.conditions.length > 0 ||
      said.hedges.some(({ kind }) => kind !== 'approximation');
    return due && !isTold && claim.stance !== 'presupposed'
      ? [{ field: 'text', message: `reads as done, and its quote says “${due.words}”` }]
      : [];
  },
};

const OBLIGED =
  /\b(?:must|(?:has|have|needs?|is required|are required) (?:still )?to)(?: still)?(?=\s\p{L})/giu;
const STILL =
  /\b(?:must|has to|have to|had to|needs?|required?|requires|necessary|yet|await(?:s|ing)?|pending|depends?)\b/i;

/** A claim of something meant whose text has no word for that. */
export const lostIntention: Rule<ReadClaim> = {
  name: 'lost-intention',
  ask: ({ claim, said, reading, quote }) => {
    if (claim.stance !== 'intended' || said.intentions.length || said.conditions.length) return [];
    if (said.hedges.some(({ kind }) => kind !== 'approximation')) return [];
    const [meant] = reading.intentions.filter((each) => overlap(each, quote));
    return meant ? [{ field: 'text', message: `reads as done, and its quote says “${meant.words}”` }] : [];
  },
};

/** “its planned orbit”: a word of what the claim speaks of. */
const isAttribute = ({ start, end, words }: Stretch, text: string) =>
  /^planned$/i.test(words) &&
  /(?:\b(?:its|his|her|their|the|a|this|that)|[’']s?)\s+$/i.test(text.slice(0, start)) &&
  /^\s+\p{L}/u.test(text.slice(end));

/** A plan that may come to nothing, as “is to” and “is scheduled to” seldom do. */
const PLANNED = /^(?:plan|intend|intention|aim|mean|threaten|hope)/i;

/** Whether the text speaks of what a word of the sentence governs. */
const isAbout = ({ end }: { end: number }, { claim, sentence, said }: ReadClaim) => {
  const stems = new Set(stemsOf(said.text));
  const quoted = stemsOf(claim.quote);
  // “was expected to cost 14; it has cost 19”: the text may tell the other.
  return headsAfter(sentence.text, end).some(
    (head) => stems.has(head) && quoted.filter((stem) => stem === head).length < 2,
  );
};

/** The stems of the first words that say something behind an offset: what a “not” or a “may” governs. */
function headsAfter(text: string, offset: number, count = 1): string[] {
  const [clause = ''] = text.slice(offset, offset + 80).split(/[;:.—–()“”"]|,[”"]/);
  return contentWords(clause)
    .filter((word) => !/ly$|^(?:seem|appear|yet|officially|able|likely|want|wants|decided?)$/.test(word))
    .slice(0, count)
    .map(stemOf);
}

/** A certainty that its own hedge contradicts. */
export const certainHedge: Rule = {
  name: 'certain-hedge',
  ask: ({ claim }) =>
    claim.certainty === 'certain' && claim.hedge !== null
      ? [{ field: 'certainty', message: `is certain, in spite of the hedge “${claim.hedge}”` }]
      : [],
};

/** A hedge that stands neither in the quote nor in the text, and so belongs to another claim. */
export const foreignHedge: Rule<ReadClaim> = {
  name: 'foreign-hedge',
  ask: (context) => {
    const { claim } = context;
    if (claim.hedge === null) return [];
    const hedge = claim.hedge.toLowerCase();
    const isHeld = [claim.quote, claim.text].some((words) => words.toLowerCase().includes(hedge));
    const isGoverning = context.reading.hedges.some(
      (each) => each.words.toLowerCase() === hedge && governs(each, context),
    );
    return isHeld || isGoverning
      ? []
      : [
          {
            field: 'hedge',
            message: `“${claim.hedge}” is neither in the quote nor in the text: is it of another claim?`,
          },
        ];
  },
};

/** A hedge of other words than the one that the text has: “reportedly” for “may”. */
export const otherHedge: Rule<ReadClaim> = {
  name: 'other-hedge',
  ask: (context) => {
    const { claim, reading } = context;
    if (claim.hedge === null) return [];
    const hedge = claim.hedge.toLowerCase();
    const stems = stemsOf(hedge);
    if (claim.text.toLowerCase().includes(hedge) && hedgesIn(hedge).length) return [];
    const own = hedgesOfText(context).filter(({ kind }) => kind !== 'conditional');
    const isOf = ({ words }: Hedge) => stemsOf(words).some((stem) => stems.includes(stem));
    const [found] = own.filter(({ words }) =>
      reading.hedges.some((each) => each.words.toLowerCase() === words.toLowerCase()),
    );
    return found && !own.some(isOf)
      ? [{ field: 'hedge', message: `is “${claim.hedge}”, and the text says “${found.words}”` }]
      : [];
  },
};

/** A claim that is surer than its hedge: `probable` for a “may”, `possible` for a “whether”. */
export const weakHedge: Rule<ReadClaim> = {
  name: 'weak-hedge',
  ask: ({ claim }) => {
    if (claim.hedge === null || claim.certainty === 'certain') return [];
    const hedges = hedgesIn(claim.hedge);
    const isOpen = hedges.some(({ strength }) => strength === 'uncommitted');
    if (isOpen && claim.certainty !== 'uncommitted')
      return [{ field: 'certainty', message: `is ${claim.certainty}, and “${claim.hedge}” leaves it open` }];
    if (claim.certainty !== 'probable') return [];
    const isWeak = hedges.every(
      ({ kind, strength }) => strength === 'possible' && (kind === 'modal' || kind === 'chance'),
    );
    return hedges.length && isWeak && !/\bwell\b/i.test(claim.hedge)
      ? [{ field: 'certainty', message: `is probable, and “${claim.hedge}” says that it is possible` }]
      : [];
  },
};

/** A text without a word of doubt for a claim that is less than certain. */
export const certainText: Rule<ReadClaim> = {
  name: 'certain-text',
  ask: ({ claim, said }) => {
    const isHedged = claim.certainty !== 'certain';
    if (!isHedged && !claim.conditional) return [];
    const isSoft =
      said.hedges.some(({ kind }) => kind !== 'approximation') ||
      said.intentions.some(({ kind }) => kind !== 'future') ||
      said.conditions.some(({ kind }) => kind === 'would' || claim.conditional) ||
      (claim.hedge !== null && said.text.toLowerCase().includes(claim.hedge.toLowerCase())) ||
      /\b(?:report|reported|undecided|open|offers?)\b/i.test(said.text);
    if (isSoft) return [];
    const because = isHedged
      ? `the claim is ${claim.certainty}${claim.hedge === null ? '' : ` (“${claim.hedge}”)`}`
      : 'the claim is conditional';
    return [{ field: 'text', message: `reads as certain, and ${because}` }];
  },
};

/** A negation of the sentence that the claim leaves out. */
export const cutNegation: Rule<ReadClaim> = {
  name: 'cut-negation',
  ask: (context) => {
    const { claim, reading, said, quote } = context;
    const isDenied =
      claim.certainty === 'uncommitted' ||
      said.negations.length > 0 ||
      /\b(?:un|im|in|dis)\p{L}+/iu.test(claim.polarity === 'negated' ? said.text : '');
    return reading.negations
      .flatMap((negation) => {
        const isHeld = overlap(negation, quote);
        const heads = headsAfter(reading.text, negation.end, 2);
        const stems = stemsOf(said.text);
        const isSame = heads.length > 0 && heads.slice(0, 1).every((head) => stems.includes(head));
        if (
          !isHeld &&
          claim.stance !== 'presupposed' &&
          !isRelative(claim.quote) &&
          leadsInto(negation, context, negation.kind === 'quantity' ? 0 : 2) &&
          negation.words.toLowerCase() !== 'unlike'
        )
          return [
            { field: 'quote', message: `leaves out “${negation.words}”, which reverses it; quote it too` },
          ];
        if (!isHeld && negation.kind !== 'implied' && leadsInto(negation, context, 0) && isSame && !isDenied)
          return [
            { field: 'quote', message: `leaves out “${negation.words}”, which reverses it; quote it too` },
          ];
        if (isHeld && isSame && !isDenied && claim.polarity === 'affirmed' && negation.kind !== 'implied')
          return [{ field: 'text', message: `denies nothing, and its quote says “${negation.words}”` }];
        return [];
      })
      .slice(0, 1);
  },
};

/** A silence told as a refusal: “has not said” as “refused to say”. */
export const addedRefusal: Rule<ReadClaim> = {
  name: 'refusal',
  ask: ({ claim, reading, said }) => {
    const own = REFUSAL.exec(said.text)?.[0];
    const silence = reading.sayings.find(({ isDenied, words }) => isDenied && claim.quote.includes(words));
    const told = said.sayings.find(({ verb, isDenied }) => verb === silence?.verb && !isDenied);
    if (silence && told && !said.sayings.some(({ isDenied }) => isDenied))
      return [{ field: 'text', message: `says “${told.words}”, and its quote says that it was not said` }];
    const plain = reading.negations.find(
      ({ kind, words }) => (kind === 'plain' || /yet to$/i.test(words)) && claim.quote.includes(words),
    );
    return own && plain && !REFUSAL.test(reading.text)
      ? [{ field: 'text', message: `says “${own}”, and its quote says no more than “${plain.words}”` }]
      : [];
  },
};

const REFUSAL =
  /\b(?:refus(?:es?|ed|ing)|declin(?:es?|ed|ing)|reject(?:s|ed|ing)?|den(?:y|ies|ied|ying)|rul(?:es|ed|ing) out)\b/i;

/** A polarity that the claim's own text contradicts. */
export const polarity: Rule<ReadClaim> = {
  name: 'polarity',
  ask: (context) => (context.claim.polarity === 'negated' ? lostNegation(context) : lostPolarity(context)),
};

function lostPolarity({ claim, said }: ReadClaim): Question[] {
  const [denial] = claim.attribution.length
    ? said.sayings.filter(
        ({ manner, end }) => manner === 'deny' && /^\s+(?:that|having)\b/.test(said.text.slice(end)),
      )
    : [];
  const negation =
    denial ??
    said.negations.find(
      (each) =>
        (each.kind === 'plain' || /\byet to$/i.test(each.words)) &&
        !/^(?:without|no longer)$/i.test(each.words) &&
        // “urged them not to speak”, “a vote of no confidence”
        !(/^not$/i.test(each.words) && /^\s+to\b/.test(said.text.slice(each.end))) &&
        !(/^no$/i.test(each.words) && /\bof\s+$/.test(said.text.slice(0, each.start))) &&
        // “It is not clear whether” leaves it open.
        !said.hedges.some((hedge) => hedge.kind === 'doubt' && overlap(hedge, each)) &&
        !isInCondition(each, said) &&
        !isInRelative(each, said.text) &&
        !(claim.attribution.length === 0 && isSaid(each, said)),
    );
  return negation
    ? [{ field: 'polarity', message: `is affirmed, and the text says “${negation.words}”` }]
    : [];
}

/** “officials, who did not give names, said”: what is set off denies nothing of the claim. */
const isInRelative = ({ start, end }: { start: number; end: number }, text: string) =>
  Array.from(text.matchAll(/,\s(?:who|which|whose)\s[^,]*,/g)).some(
    ({ 0: words, index }) => index <= start && end <= index + words.length,
  );

/** “told reporters that nothing was found”: what is told is denied, and not that it is told. */
const isSaid = ({ start }: { start: number }, said: Reading) =>
  said.sayings.some(
    ({ manner, end, isDenied }) => !isDenied && end <= start && (manner === 'say' || manner === 'assert'),
  );

/** “unable”, “impossible”, “the first”: words that deny something by themselves. */
const NEGATIVE_WORD =
  /\b(?:un(?!i[oqtv]|ited|til|der|animous|cle)\p{L}{3,}|dis(?:agree|approv|allow|avow|own|put)\p{L}*|non-?\p{L}{3,}|im(?:possib|probab)\p{L}*|in(?:ability|capab|complet|correct|effect)\p{L}*|\p{L}+less|only|too|dead|before|first|end(?:s|ed)?|stop(?:s|ped)?)\b/iu;

/** A claim that is negated though its own words deny nothing. */
function lostNegation({ said, reading, quote }: ReadClaim): Question[] {
  const isDenied =
    said.negations.length > 0 ||
    said.hedges.some(({ words }) => /^(?:not|can[’']?no?t|\p{L}+n[’']t)\b/iu.test(words)) ||
    said.extents.some(({ level }) => level === 0 || level === 1) ||
    said.sayings.some(({ manner, isDenied }) => manner === 'deny' || isDenied) ||
    NEGATIVE_WORD.test(said.text);
  if (isDenied) return [];
  const [denied] = reading.negations.filter((negation) => overlap(negation, quote));
  return denied
    ? [{ field: 'text', message: `denies nothing, and its quote says “${denied.words}”` }]
    : [{ field: 'polarity', message: 'is negated, and neither the text nor the quote denies anything' }];
}

const isInCondition = ({ start }: { start: number }, said: Reading) =>
  said.conditions.some((condition) => condition.kind !== 'would' && condition.end <= start);

const IF =
  /^(?:(?:only |even |and |but )?if|provided.*|providing that|(?:as|so) long as|on (?:the )?condition.*|for (?:any|\p{L}+) (?:\p{L}+ )?to be|unless|barring|but for)$/iu;

/** A condition that `conditional` does not tell, or that the quote leaves out. */
export const condition: Rule<ReadClaim> = {
  name: 'condition',
  ask: (context) => {
    const { claim, said, reading, quote } = context;
    // “the direction he wants” says nothing.
    if (saysThatItIsSaid(context) && said.sayings.some(({ manner }) => manner !== 'want')) return [];
    const isWithout = ({ words, start }: Condition) =>
      /^without$/i.test(words) &&
      /(?:^|,\s|that\s)$/.test(said.text.slice(0, start)) &&
      said.conditions.some(({ kind }) => kind === 'would');
    const own = said.conditions.find((each) => IF.test(each.words) || isWithout(each));
    if (claim.conditional) {
      const cut = own && reading.conditions.find(({ words }) => IF.test(words));
      const isHeld = reading.conditions.some((each) => IF.test(each.words) && overlap(each, quote));
      if (cut && !isHeld)
        return [{ field: 'quote', message: `leaves out “${cut.words}”, on which it depends; quote it too` }];
      const lost = reading.conditions.find((each) => IF.test(each.words) && overlap(each, quote));
      const told = said.conditions.filter(({ kind, words }) => kind === 'if' || IF.test(words));
      if (lost && told.length === 0)
        return [{ field: 'text', message: `has no “${lost.words}”, on which it depends in its quote` }];
      // “unless they are offered jobs” told as “if they are offered jobs”.
      const turned = told.find(({ kind, words }) => IF.test(words) && kind !== lost?.kind);
      const denials = (reading: Reading) => reading.negations.filter(({ kind }) => kind === 'plain').length;
      return lost && turned && denials(said) === denials(reading)
        ? [{ field: 'text', message: `says “${turned.words}”, and its quote says “${lost.words}”` }]
        : [];
    }
    // “said it would cost”: “will”, as somebody said before.
    const isReported =
      claim.attribution.length > 0 ||
      said.sayings.some(({ manner }) => manner === 'say' || manner === 'assert');
    const would = said.conditions.find(
      (each) =>
        each.kind === 'would' &&
        !isReported &&
        !isIndirect(each, said.text) &&
        /^would|[’']d$/i.test(each.words),
    );
    const found = own ?? would;
    if (found && claim.certainty !== 'uncommitted')
      return [{ field: 'conditional', message: `is false, and the text says “${found.words}”` }];
    if (claim.stance === 'presupposed') return [];
    const besides = reading.conditions.find((each) => goesOn(each, context));
    return besides
      ? [
          {
            field: 'conditional',
            message: `is false, and the sentence goes on “${besides.words}”; quote it too`,
          },
        ]
      : [];
  },
};

/** Whether a condition stands right behind the quote, or before it and a comma. */
function goesOn({ start, end, words }: Condition, { reading, quote, sentence }: ReadClaim): boolean {
  // “will not leave until” is a condition, and “waited until Monday” is none.
  const isUntil = /^until$/i.test(words) && reading.negations.some((negation) => overlap(negation, quote));
  if ((!IF.test(words) && !isUntil) || /^for /i.test(words)) return false;
  const between = sentence.text.slice(quote.end, start);
  return (
    (start >= quote.end && !CLAUSE_BREAK.test(between) && wordsOf(between).length <= 2) ||
    (end <= quote.start && /^[^,;]*,\s*$/.test(sentence.text.slice(end, quote.start)))
  );
}

/** “the plan”, “no promises”, “cannot promise”, “had been planned”, “nobody wanted it”: nothing is meant. */
const isNoun = ({ start, end, words }: Stretch, text: string) =>
  (/^(?:plans?|promises?|pledges?|vows?|hopes?|wish(?:es)?|aims?)$/i.test(words) &&
    /\b(?:the|an?|this|that|no|any|its|his|her|their)\s+$/i.test(text.slice(0, start)) &&
    (!/^\s+(?:to|for|of)\b/.test(text.slice(end)) || /\b(?:no|any)\s+$/i.test(text.slice(0, start)))) ||
  (/^(?:promis|pledg|vow)/i.test(words) && /(?:\bnot|n[’']t|\bnever)\s+$/i.test(text.slice(0, start))) ||
  (/^planned$/i.test(words) && /\bbeen\s+$/i.test(text.slice(0, start))) ||
  /\b(?:no(?:body| one)|few)\s+(?:(?:has|have|had)\s+)?$/i.test(text.slice(0, start));

const PLAN =
  /^(?:(?:decid|agree|resolv|opt|threaten)\p{L}*(?: to)?|will|shall|won[’']t|\p{L}+[’']ll|(?:is|are|was|were) (?:\p{L}+ )?going to|plan.*|intend.*|hop(?:es?|ed|ing)|wants?|wanted|wish.*|willing.*|eager.*|keen|aim.*|promis.*|pledg.*|vow.*|open to|seek.*|tr(?:y|ies|ied|ying) to)$/iu;

/** Words of a plan or wish in a claim that is said outright. */
export const intention: Rule<ReadClaim> = {
  name: 'intention',
  ask: (context) => {
    const { claim, said, reading, quote } = context;
    // “has agreed to close it” says what is to be, and not that it is said.
    const isSaid = saysThatItIsSaid(context) && said.sayings.some(({ manner }) => manner !== 'want');
    if (claim.stance !== 'asserted' || isSaid) return [];
    // “signals that he plans” speaks of the signals.
    const isEmbedded = ({ start }: { start: number }) =>
      said.sayings.some(({ manner, end }) => manner === 'deny' && end < start) ||
      said.hedges.some(({ kind, end }) => kind === 'hint' && end < start);
    const [own] = said.intentions.filter(
      (each) =>
        PLAN.test(each.words) &&
        !isNoun(each, said.text) &&
        !isQuotedWord(said, each) &&
        !isEmbedded(each) &&
        !isAttribute(each, said.text),
    );
    const isAdded =
      own?.kind === 'plan' &&
      reading.intentions.length === 0 &&
      reading.hedges.every(({ kind }) => kind === 'doubt') &&
      !stemsOf(own.words).some((stem) => stemsOf(reading.text).includes(stem));
    if (own && isAdded)
      return [{ field: 'text', message: `says “${own.words}”, and the sentence tells of no plan` }];
    if (own)
      return claim.certainty === 'certain' || own.kind !== 'future'
        ? [{ field: 'stance', message: `is asserted, and the text says “${own.words}”: is it intended?` }]
        : [];
    const meant = reading.intentions.filter(
      (each) => overlap(each, quote) && !isAttribute(each, reading.text) && !isNoun(each, reading.text),
    );
    const isPlanned = meant.find((each) => /^planned$|^will$/i.test(each.words) && isAbout(each, context));
    const trailing = meant.find((each) => /^planned$/i.test(each.words));
    const found = isPlanned ?? trailing;
    return found
      ? [{ field: 'stance', message: `is asserted, and the quote says “${found.words}”: is it intended?` }]
      : [];
  },
};

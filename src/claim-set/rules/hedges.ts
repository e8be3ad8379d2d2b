import { type Hedge, hedgesIn } from '../../reading/hedges.ts';
import { overlap, type ReadClaim, type Rule } from './context.ts';
import {
  CLAUSE_BREAK,
  isAbout,
  isIndirect,
  isQuotedWord,
  leadsInto,
  REACH,
  saysThatItIsSaid,
} from './reach.ts';
import { isRelative, stemsOf } from './terms.ts';

/** Adverbs that hedge the whole clause wherever they stand in it. */
const SENTENCE_ADVERB =
  /^(?:reportedly|allegedly|apparently|probably|perhaps|possibly|maybe|presumably|supposedly|purportedly|seemingly|evidently|conceivably|arguably)$/i;

/** Whether a hedge outside the quote makes what it says less than certain. */
function governs(hedge: Hedge, context: ReadClaim): boolean {
  const { quote, sentence, claim } = context;
  if (hedge.kind === 'approximation' || overlap(hedge, quote) || isRelative(claim.quote)) return false;
  // “not clear whether |the village| was warned”: that there is one is taken for granted.
  if (hedge.kind === 'doubt' && (claim.stance === 'presupposed' || claim.hedge !== null)) return false;
  // What is taken for granted stays so under a hedge, unless the hedge is a word of its own phrase.
  const isPresupposed = claim.stance === 'presupposed';
  if (SENTENCE_ADVERB.test(hedge.words) && !isPresupposed) {
    const [from, to] = hedge.end <= quote.start ? [hedge.end, quote.start] : [quote.end, hedge.start];
    const between = sentence.text.slice(from, to);
    const isNear = !/\b(?:that|with)\b/.test(between) && !/,/.test(between.trim().replace(/^,|,$/g, ''));
    // “relations soured, |reportedly| after a raid”: it is what follows that is reported.
    const isOfRest =
      hedge.start >= quote.end &&
      /^\s(?:after|because|in|on|by|over|during|with|for|from)\b/.test(sentence.text.slice(hedge.end));
    return !CLAUSE_BREAK.test(between) && isNear && !isOfRest;
  }
  // “the likely cause of |the outbreak|”: the cause is likely.
  if (
    /\b(?:an?|the)\s+$/i.test(sentence.text.slice(0, hedge.start)) &&
    /\bof\b/.test(sentence.text.slice(hedge.end, quote.start))
  )
    return false;
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
export const DEGREE: ReadonlySet<Hedge['kind']> = new Set([
  'modal',
  'conditional',
  'chance',
  'report',
  'appearance',
  'expectation',
  'schedule',
]);

/** The words of a claim's text by which it says less than certain. */
export const hedgesOfText = ({ claim, said, sentence }: ReadClaim): Hedge[] =>
  said.hedges.filter((hedge) => {
    const behind = said.text.slice(hedge.end);
    // “hinted that”, “signals that”: what follows is less than said.
    if (isQuotedWord(said, hedge)) return false;
    // “should the government fall” is a condition, and so is “if it should”.
    if (
      /^should$/i.test(hedge.words) &&
      said.conditions.some(({ kind, end }) => kind === 'if' && end <= hedge.start)
    )
      return false;
    if (said.conditions.some((each) => each.kind === 'if' && overlap(each, hedge))) return false;
    if ((hedge.kind === 'conditional' || /^should$/i.test(hedge.words)) && isIndirect(hedge, said.text))
      return false;
    // “had not agreed on who would run it”: what is to come, seen from then.
    if (
      hedge.kind === 'conditional' &&
      /\b(?:who|what|which|where|when|how)\s(?:\p{L}+\s)?$/iu.test(said.text.slice(0, hedge.start))
    )
      return false;
    // “denied the report that he may have left”: that he may have is not told.
    if (DENIED.test(said.text.slice(0, hedge.start))) return false;
    // “some residents reported gunfire” says who says so.
    if (hedge.kind === 'report' && said.sayings.some((each) => each.speaker && overlap(each, hedge)))
      return false;
    // “few believed that they would come”: what is to come, as somebody thought.
    if (hedge.kind === 'conditional' && THOUGHT.test(said.text.slice(0, hedge.start))) return false;
    // What somebody says should be is asked for, and what the law says one may do is allowed.
    if (/^(?:should|ought to)$/i.test(hedge.words) && claim.attribution.length > 0) return false;
    if (/^may$/i.test(hedge.words) && BY_LAW.test(sentence.text)) return false;
    // “a contract it could sign”: a word of what the claim speaks of. “should be treated” asks for it.
    if (hedge.kind === 'modal' && OF_THING.test(said.text.slice(0, hedge.start))) return false;
    if (/^should$/i.test(hedge.words) && /^\sbe\s\p{L}+ed\b/u.test(behind)) return false;
    // “his suggestion that” is itself what the claim is about.
    const isOwned = /(?:[’']s?|\b(?:his|her|its|their))\s+$/.test(said.text.slice(0, hedge.start));
    if (
      /\b(?:a|the|of)\s+$/i.test(said.text.slice(0, hedge.start)) &&
      hedge.kind === 'hint' &&
      !/\s(?:that|of)\b/.test(behind.slice(0, 6))
    )
      return false;
    if (hedge.kind === 'hint') return !isOwned && /^(?:\P{L}+\p{L}+){0,4}?\P{L}+that\b/u.test(behind);
    if (!DEGREE.has(hedge.kind)) return false;
    // “is feared to”, and not “watchers feared”, nor “does not expect to”.
    return hedge.kind !== 'expectation' || (/^\s+to\b/.test(behind) && /(?:ed|thought)$/i.test(hedge.words));
  });

const DENIED = /\b(?:denied|dismissed|rejected)\s[^,;]*\bthat\s[^,;]*$/i;

const THOUGHT = /\b(?:believed|thought|hoped|feared|expected|doubted)\s[^,;]*$/i;

const BY_LAW =
  /\b(?:under|by|according to)\s(?:the|its|an?|this)\s(?:\p{L}+[’']?s?\s){0,2}(?:acts?|agreement|charter|constitution|contract|laws?|rules?|statutes?|treaty)\b/iu;

const OF_THING = /\ban?\s(?:\p{Ll}+\s){1,2}(?:(?:that|which)\s)?(?:he|she|it|they|we)\s$/iu;

/** “was not possible to verify” */
const isDeniedAt = (start: number, text: string) =>
  /\b(?:not|never|nobody|no)\s(?:\p{L}+\s)?$/iu.test(text.slice(0, start));

/** A hedge in the claim's own words that no field accounts for. */
export const unaccountedHedge: Rule<ReadClaim> = {
  name: 'unaccounted-hedge',
  ask: (context) => {
    const { claim, said } = context;
    if (claim.hedge !== null || saysThatItIsSaid(context)) return [];
    // A plan is expected, and would be so: that is what `intended` says. So `conditional` does of “would”.
    const isAccounted = ({ kind, start }: Hedge) =>
      (claim.stance === 'intended' &&
        (kind === 'conditional' ||
          (claim.certainty === 'certain' && ['schedule', 'expectation'].includes(kind)))) ||
      (claim.conditional && kind === 'conditional') ||
      // “the vote that is due next year”
      (claim.stance === 'presupposed' && kind === 'schedule') ||
      (claim.certainty !== 'certain' && (kind === 'hint' || claim.conditional)) ||
      // “has not been accused of it”
      (claim.polarity === 'negated' && (kind === 'report' || isDeniedAt(start, said.text)));
    const hedge = hedgesOfText(context).find((each) => !isAccounted(each));
    if (!hedge) {
      const quoted = unsureInQuote(context);
      return quoted
        ? [
            {
              field: 'certainty',
              message: `is certain, and its quote says “${quoted.words}”, which no hedge tells`,
            },
          ]
        : [];
    }
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

/** A hedge of what the claim tells, in the quote of one that is certain. */
function unsureInQuote(context: ReadClaim): Hedge | undefined {
  const { claim, reading, quote } = context;
  if (claim.certainty !== 'certain' || claim.stance === 'presupposed') return undefined;
  return reading.hedges.find((hedge) => {
    if (!overlap(hedge, quote) || !isAbout(hedge, context) || isDeniedAt(hedge.start, reading.text))
      return false;
    if (hedge.kind === 'modal' && OF_THING.test(reading.text.slice(0, hedge.start))) return false;
    if (/^may$/i.test(hedge.words) && BY_LAW.test(reading.text)) return false;
    if (hedge.kind === 'conditional')
      return claim.conditional && claim.polarity === 'affirmed' && claim.stance !== 'intended';
    if (hedge.kind === 'expectation') return claim.attribution.length > 0 && claim.stance !== 'intended';
    if (hedge.kind === 'doubt')
      return /\b(?:clear|certain|known|unclear|uncertain|unknown|early|soon)\b/i.test(hedge.words);
    return hedge.kind === 'appearance' || (hedge.kind === 'modal' && !/^should$/i.test(hedge.words));
  });
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
    const isLikely = hedges.some(({ kind, strength }) => kind === 'chance' && strength === 'probable');
    if (claim.certainty === 'possible' && isLikely && hedges.length === 1)
      return [{ field: 'certainty', message: `is possible, and “${claim.hedge}” says that it is probable` }];
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
  ask: ({ claim, said, sentence }) => {
    const isHedged = claim.certainty !== 'certain';
    if (!isHedged && !claim.conditional) return [];
    const kinds = hedgesIn(claim.hedge ?? '').map(({ kind }) => kind);
    const isOfWould = kinds.length === 0 || kinds.includes('conditional');
    const hedges = said.hedges.filter(({ kind }) => kind !== 'approximation');
    // “will be prolonged if” for “could be prolonged if”, “would be” for “would probably be”
    const will = said.intentions.find(({ words }) => /^will$/i.test(words));
    const surer = kinds.includes('modal') && will && hedges.length === 0 ? will : undefined;
    const booster = said.boosters.find(
      (each) => !stemsOf(sentence.text).includes(stemsOf(each.words)[0] ?? ''),
    );
    const isSoft =
      !surer &&
      !booster &&
      (hedges.some(({ kind }) => isOfWould || kind !== 'conditional') ||
        said.intentions.some(
          ({ kind }) => kind !== 'future' && (claim.stance === 'intended' || claim.hedge === null),
        ) ||
        (isOfWould && said.conditions.some(({ kind }) => kind === 'would' || claim.conditional)) ||
        (claim.hedge !== null && said.text.toLowerCase().includes(claim.hedge.toLowerCase())) ||
        /\b(?:reported|undecided|open|offers?)\b/i.test(said.text));
    if (isSoft) return [];
    const because = isHedged
      ? `the claim is ${claim.certainty}${claim.hedge === null ? '' : ` (“${claim.hedge}”)`}`
      : 'the claim is conditional';
    return [{ field: 'text', message: `reads as certain, and ${because}` }];
  },
};

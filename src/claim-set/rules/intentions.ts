import type { Stretch } from '../../reading/stretch.ts';
import { overlap, type ReadClaim, type Rule } from './context.ts';
import { isAbout, isAttribute, isIndirect, isQuotedWord, saysThatItIsSaid } from './reach.ts';
import { stemsOf } from './terms.ts';

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

/** “the plan”, “no promises”, “cannot promise”, “had been planned”, “nobody wanted it”: nothing is meant. */
const isNoun = ({ start, end, words }: Stretch, text: string) =>
  // “a job they wanted to keep”, “the buses that it plans are small”: a word of what the claim speaks of
  /\b(?:an?|the)\s(?:\p{Ll}+\s){1,2}(?:(?:that|which)\s)?(?:he|she|it|they|we)\s$/iu.test(
    text.slice(0, start),
  ) ||
  /^\s(?:is|are|was|were)\b/.test(text.slice(end)) ||
  // “could seek a cut”, “is expected to seek it” is hedged, and “had tried to stop it” is a deed.
  (/^seek$/i.test(words) && /\b(?:may|might|could|to)\s$/.test(text.slice(0, start))) ||
  (/^seeking$/i.test(words) && /\b(?:may|might|could)\sbe\s$/.test(text.slice(0, start))) ||
  /^tried\b/i.test(words) ||
  (/^(?:plans?|promises?|pledges?|vows?|hopes?|wish(?:es)?|aims?)$/i.test(words) &&
    /\b(?:the|an?|this|that|no|any|little|much|its|his|her|their)\s+$/i.test(text.slice(0, start)) &&
    (!/^\s+(?:to|for|of)\b/.test(text.slice(end)) ||
      /\b(?:no|any|little|much)\s+$/i.test(text.slice(0, start)))) ||
  (/^(?:promis|pledg|vow)/i.test(words) && /(?:\bnot|n[’']t|\bnever)\s+$/i.test(text.slice(0, start))) ||
  (/^planned$/i.test(words) && /\b(?:been|as|than|than was|than were)\s+$/i.test(text.slice(0, start))) ||
  // “unveiled its plan to merge”, “a staffing plan”: what is done with it is told, and not what is meant.
  (/^plans?$/i.test(words) && DEED.test(text.slice(0, start))) ||
  (/^(?:wants?|wanted)$/i.test(words) && !/^\s(?:[^,;.]{0,40}\s)?to\b/.test(text.slice(end))) ||
  /\b(?:no(?:body| one)|few)\s+(?:(?:has|have|had)\s+)?$/i.test(text.slice(0, start));

const TOLD_TO_COME =
  /\b(?:said|says|announced|promised|told \p{L}+)\s(?:that\s)?((?:it|he|she|they)\swould)\b(?! not\b)/iu;

const DEED =
  /\b(?!need|has|have|had)(?:\p{L}{2,}ed|hid|hiding|drop\p{L}*|gave up|broke|saw|made|withdrew|\p{L}{3,}ing)\s(?:an?|the|its|his|her|their)\s(?:\p{Ll}+\s)?$/iu;

const PLAN =
  /^(?:(?:decid|agree|resolv|opt|threaten)\p{L}*(?: to)?|will|shall|won[’']t|\p{L}+[’']ll|(?:is|are|was|were) (?:\p{L}+ )?going to|(?:is|are) to|plan.*|intend.*|hop(?:es?|ed|ing)|wants?|wanted|wish.*|willing.*|eager.*|keen|aim.*|promis.*|pledg.*|vow.*|open to|seek.*|tr(?:y|ies|ied|ying) to)$/iu;

/** Words of a plan or wish in a claim that is said outright. */
export const intention: Rule<ReadClaim> = {
  name: 'intention',
  ask: (context) => {
    const { claim, said, reading, quote } = context;
    // “has agreed to close it” says what is to be, and not that it is said.
    const isSaid = saysThatItIsSaid(context) && said.sayings.some(({ manner }) => manner !== 'want');
    if (claim.stance !== 'asserted' || isSaid || claim.polarity === 'negated') return [];
    const isHedge = ({ words }: Stretch) => stemsOf(claim.hedge ?? '').includes(stemsOf(words)[0] ?? '');
    // “signals that he plans” speaks of the signals.
    const isEmbedded = ({ start }: { start: number }) =>
      (claim.hedge !== null && /\b(?:think|thinks|believes?)\s/i.test(said.text.slice(0, start))) ||
      said.sayings.some(({ manner, end }) => manner === 'deny' && end < start) ||
      said.hedges.some(({ kind, end, words }) => (kind === 'hint' || /whether$/i.test(words)) && end < start);
    const [own] = said.intentions.filter(
      (each) =>
        PLAN.test(each.words) &&
        !isHedge(each) &&
        !(claim.conditional && each.kind === 'future') &&
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
      // “has not said whether it will help” tells of no plan.
      return (claim.certainty === 'certain' || own.kind !== 'future') && !isIndirect(own, said.text)
        ? [{ field: 'stance', message: `is asserted, and the text says “${own.words}”: is it intended?` }]
        : [];
    // “said it would send a team”: “will”, as somebody said before.
    const [, would] = (!claim.conditional && claim.hedge === null && TOLD_TO_COME.exec(said.text)) || [];
    if (would && claim.certainty === 'certain')
      return [{ field: 'stance', message: `is asserted, and the text says “${would}”: is it intended?` }];
    const meant = reading.intentions.filter(
      (each) =>
        overlap(each, quote) &&
        !(claim.conditional && each.kind === 'future') &&
        !isAttribute(each, reading.text) &&
        !isNoun(each, reading.text) &&
        !reading.hedges.some(({ words, end }) => /whether$/i.test(words) && end <= each.start) &&
        !(isQuotedWord(reading, each) && isQuotedWord(said, { start: 0, end: said.text.length })),
    );
    const isPlanned = meant.find((each) => /^planned$|^will$/i.test(each.words) && isAbout(each, context));
    const trailing = meant.find((each) => /^planned$/i.test(each.words));
    const found = isPlanned ?? trailing;
    return found
      ? [{ field: 'stance', message: `is asserted, and the quote says “${found.words}”: is it intended?` }]
      : [];
  },
};

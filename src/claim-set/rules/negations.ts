import { leftOpenIn } from '../../reading/negations.ts';
import type { Reading } from '../../reading/read.ts';
import type { Saying } from '../../reading/speakers.ts';
import type { Stretch } from '../../reading/stretch.ts';
import { overlap, type Question, type ReadClaim, type Rule } from './context.ts';
import { headsAfter, isQuotedWord, leadsInto } from './reach.ts';
import { isRelative, stemsOf } from './terms.ts';

/** A negation of the sentence that the claim leaves out. */
export const cutNegation: Rule<ReadClaim> = {
  name: 'cut-negation',
  ask: (context) => {
    const { claim, reading, said, quote } = context;
    const isDenied =
      claim.certainty === 'uncommitted' ||
      said.negations.length > 0 ||
      // “if it does not come” told as “unless it comes”
      said.conditions.some(({ kind }) => kind === 'unless') ||
      /\b(?:un|im|in|dis)\p{L}+/iu.test(claim.polarity === 'negated' ? said.text : '');
    // “ruled it out” of “has not ruled it out”
    const open = leftOpenIn(reading.text).find((each) => overlap(each, quote));
    if (open && leftOpenIn(claim.quote).length === 0)
      return [{ field: 'quote', message: `has “${open.words}” without its “not”; quote it too` }];
    return reading.negations
      .flatMap((negation) => {
        const isHeld = overlap(negation, quote);
        const cut = {
          field: 'quote',
          message: `leaves out “${negation.words}”, which reverses it; quote it too`,
        };
        // “yet seen” of “has not yet seen”
        const isCut = isHeld && negation.start < quote.start && negation.kind === 'plain';
        const heads = headsAfter(reading.text, negation.end, 2);
        const stems = stemsOf(said.text);
        // “showed no reaction” told as “reacted”
        const isSame = heads
          .slice(0, 1)
          .some((head) => stems.some((stem) => stem === head || (stem.length > 4 && head.startsWith(stem))));
        if (isCut) return [cut];
        if (
          !isHeld &&
          claim.stance !== 'presupposed' &&
          !isRelative(claim.quote) &&
          leadsInto(negation, context, negation.kind === 'quantity' ? 0 : 2) &&
          negation.words.toLowerCase() !== 'unlike'
        )
          return [cut];
        if (!isHeld && negation.kind !== 'implied' && leadsInto(negation, context, 0) && isSame && !isDenied)
          return [cut];
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
  ask: ({ claim, reading, said, quote }) => {
    const own = REFUSAL.exec(said.text)?.[0];
    const silent = /\b(?:declined|refused) to (?:say|comment|discuss)\b/i.exec(claim.quote)?.[0];
    const isStatement = ({ manner, verb }: Saying) =>
      /^(?:say|assert)$/.test(manner) && !/^(?:comment|respond|reply|answer)$/.test(verb);
    const stated = said.sayings.find(isStatement);
    const isStated = reading.sayings.some((each) => isStatement(each) && claim.quote.includes(each.words));
    if (silent && own && DENIAL.test(own) && !DENIAL.test(claim.quote))
      return [{ field: 'text', message: `says “${own}”, and its quote says “${silent}”` }];
    if (
      silent &&
      stated &&
      !own &&
      !isStated &&
      !said.sayings.some(({ verb, isDenied }) => isDenied && verb === 'say')
    )
      return [{ field: 'text', message: `says “${stated.words}”, and its quote says “${silent}”` }];
    const silence = reading.sayings.find(
      (each) => each.isDenied && !/^(?:ask|want|think)$/.test(each.manner) && overlap(each, quote),
    );
    const told = said.sayings.find(({ verb, isDenied }) => verb === silence?.verb && !isDenied);
    if (silence && told && !said.sayings.some(({ isDenied }) => isDenied))
      return [{ field: 'text', message: `says “${told.words}”, and its quote says that it was not said` }];
    // “has ruled it out”, where the quote has “has not ruled it out”.
    const [open] = leftOpenIn(claim.quote);
    if (open && own && leftOpenIn(said.text).length === 0 && stemsOf(own)[0] === stemsOf(open.words)[0])
      return [{ field: 'text', message: `says “${own}”, and its quote leaves that open` }];
    const plain = reading.negations.find(
      ({ kind, words }) => (kind === 'plain' || /yet to$/i.test(words)) && claim.quote.includes(words),
    );
    // “refusing no one” refuses nothing.
    const isTwice = own && said.negations.some(({ kind }) => kind === 'plain');
    return own &&
      !isTwice &&
      plain &&
      !REFUSAL.test(reading.text) &&
      !/\bwould$/.test(reading.text.slice(0, plain.start).trim())
      ? [{ field: 'text', message: `says “${own}”, and its quote says no more than “${plain.words}”` }]
      : [];
  },
};

const DENIAL = /^(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|rul\p{L}+ )/iu;

const REFUSAL =
  /\b(?:refus(?:es?|ed|ing)|declin(?:es?|ed|ing)|reject(?:s|ed|ing)?|den(?:y|ies|ied|ying)|rul(?:es|ed|ing) (?:(?:it|that|this|them|him|her) )?out)\b/i;

/** A polarity that the claim's own text contradicts. */
export const polarity: Rule<ReadClaim> = {
  name: 'polarity',
  ask: (context) => (context.claim.polarity === 'negated' ? lostNegation(context) : lostPolarity(context)),
};

function lostPolarity({ claim, reading, said }: ReadClaim): Question[] {
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
        !/^no longer$/i.test(each.words) &&
        // “pleaded not guilty”; “careless and not disloyal” for “rather than disloyal”
        !(/^not$/i.test(each.words) && /\bplead\p{L}*\s$/iu.test(said.text.slice(0, each.start))) &&
        !(
          /\b(?:and|but)\s+$/.test(said.text.slice(0, each.start)) &&
          /\b(?:rather than|instead of)\b/i.test(reading.text)
        ) &&
        // “ended without a deal” says that there is none, and “sailed without a fault” that it sailed.
        (!/^without$/i.test(each.words) ||
          /\b(?:go|goes|went|gone|ends?|ended)\s$/i.test(said.text.slice(0, each.start))) &&
        // “were ‘men who speak for nobody’”: somebody's words
        !isQuotedWord(said, each) &&
        // “either, but not both”, “not many” for “few”
        !(
          /^not$/i.test(each.words) &&
          /^\s+(?:all|both|every\p{L}*|many|much)\b/u.test(said.text.slice(each.end))
        ) &&
        // “urged them not to speak”, “a vote of no confidence”
        !(/^not$/i.test(each.words) && /^\s+to\b/.test(said.text.slice(each.end))) &&
        !(/^no$/i.test(each.words) && /\bof\s+$/.test(said.text.slice(0, each.start))) &&
        // “recommended that families give no water”: what is asked for may be not to do something.
        !/\b(?:advis|ask|order|recommend|urg|warn)\p{L}*\s[^,;]*$/iu.test(said.text.slice(0, each.start)) &&
        // “no worse one since” says that it is the worst.
        !(/^no$/i.test(each.words) && /^\s(?:worse|better|\p{L}+er)\b/u.test(said.text.slice(each.end))) &&
        // “by phone records and not by the call”
        !(
          /^not$/i.test(each.words) &&
          /\b(?:and|but)\s+$/.test(said.text.slice(0, each.start)) &&
          /^\s(?:by|for|from|in|of|on|with|an?|the|his|her|its|their)\b/.test(said.text.slice(each.end))
        ) &&
        // “It is not clear whether” leaves it open.
        !said.hedges.some((hedge) => hedge.kind === 'doubt' && overlap(hedge, each)) &&
        !isInCondition(each, said) &&
        // “will not meet him unless he resigns” is “will meet him only if he resigns”.
        !(claim.conditional && said.conditions.some(({ kind }) => kind === 'unless')) &&
        !isInRelative(each, said) &&
        !(claim.attribution.length === 0 && isSaid(each, said)),
    );
  if (!negation) return [];
  // “guilty” told as “not guilty”
  return reading.negations.length === 0
    ? [{ field: 'text', message: `says “${negation.words}”, and its sentence denies nothing` }]
    : [{ field: 'polarity', message: `is affirmed, and the text says “${negation.words}”` }];
}

/** “officials, who did not give names, said”: what is set off denies nothing of the claim. */
const isInRelative = ({ start, end }: Stretch, { text, sayings }: Reading) =>
  Array.from(text.matchAll(/,\s(?:who|which|whose)\s[^,]*,/g)).some(
    ({ 0: words, index }) => index <= start && end <= index + words.length,
  ) ||
  // “ballots that have yet to be counted”, and not “said that nobody came”
  (/\p{L}\s(?:that|who)\s(?:(?:has|have|had|is|are|was|were|do|does|did|can|could|would|will)\s)?$/iu.test(
    text.slice(0, start),
  ) &&
    !sayings.some((saying) => saying.end <= start && start - saying.end < 30)) ||
  // “spoke on condition of anonymity because they were not authorized”, “hoped they would never ask”
  /\b(?:because|since|as|hop(?:es?|ed)|fear(?:s|ed)?)\s(?:that\s)?(?:he|she|it|they|we|the\s\p{L}+)\s(?:\p{L}+\s)?$/iu.test(
    text.slice(0, start),
  );

/** “told reporters that nothing was found”: what is told is denied, and not that it is told. */
const isSaid = ({ start }: { start: number }, said: Reading) =>
  said.sayings.some(
    ({ manner, end, isDenied }) => !isDenied && end <= start && (manner === 'say' || manner === 'assert'),
  );

/** “unable”, “impossible”, “the first”: words that deny something by themselves. */
const NEGATIVE_WORD =
  /\b(?:un(?!i[oqtv]|ited|til|der|animous|cle)\p{L}{3,}|dis(?:agree|approv|allow|avow|own|put)\p{L}*|non-?\p{L}{3,}|im(?:possib|probab)\p{L}*|in(?:ability|capab|complet|correct|effect)\p{L}*|\p{L}+less|only|too|dead|before|first|end(?:s|ed)?|stop(?:s|ped)?)\b/iu;

/** A word of the quote, as in “has not been shown to stop it”, denies nothing more in the text. */
function deniesInAWord(text: string, quote: string): boolean {
  const known = stemsOf(quote);
  return Array.from(text.matchAll(new RegExp(NEGATIVE_WORD, 'giu'))).some(
    ([word]) => !known.includes(stemsOf(word)[0] ?? ''),
  );
}

/** A claim that is negated though its own words deny nothing. */
function lostNegation({ said, reading, quote }: ReadClaim): Question[] {
  const isDenied =
    said.negations.length > 0 ||
    said.hedges.some(({ words }) => /^(?:not|can[’']?no?t|\p{L}+n[’']t)\b/iu.test(words)) ||
    said.extents.some(({ level, isDownward }) => level === 0 || (level === 1 && isDownward)) ||
    said.sayings.some(({ manner, isDenied }) => manner === 'deny' || isDenied) ||
    said.hedges.some(({ words }) => /^doubt/i.test(words)) ||
    deniesInAWord(said.text, reading.text.slice(quote.start, quote.end));
  if (isDenied) return [];
  const [denied] = reading.negations.filter((negation) => overlap(negation, quote));
  return denied
    ? [{ field: 'text', message: `denies nothing, and its quote says “${denied.words}”` }]
    : [{ field: 'polarity', message: 'is negated, and neither the text nor the quote denies anything' }];
}

const isInCondition = ({ start }: { start: number }, said: Reading) =>
  said.conditions.some((condition) => condition.kind !== 'would' && condition.end <= start);

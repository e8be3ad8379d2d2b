import type { Condition } from '../../reading/conditions.ts';
import type { Reading } from '../../reading/read.ts';
import type { Saying } from '../../reading/speakers.ts';
import { overlap, type ReadClaim, type Rule } from './context.ts';
import { CLAUSE_BREAK, isIndirect, saysThatItIsSaid } from './reach.ts';
import { contentWords, isRelative, stemOf, stemsOf, wordsOf } from './terms.ts';

const IF =
  /^(?:(?:only |even |and |but )?if|provided.*|providing that|(?:as|so) long as|on (?:the )?condition.*|for (?:any|\p{L}+) (?:\p{L}+ )?to be|unless|barring|but for)$/iu;

/** A condition that `conditional` does not tell, or that the quote leaves out. */
export const condition: Rule<ReadClaim> = {
  name: 'condition',
  ask: (context) => {
    const { claim, said, reading, quote } = context;
    const isWithout = ({ words, start }: Condition) =>
      /^without$/i.test(words) &&
      /(?:^|,\s|that\s)$/.test(said.text.slice(0, start)) &&
      said.conditions.some(({ kind }) => kind === 'would');
    const own = said.conditions.find(
      (each) => (IF.test(each.words) && !isAsked(each, said.text)) || isWithout(each),
    );
    // “the direction he wants” says nothing, and “if both sides asked” is a condition.
    const isSaid = ({ manner, start }: Saying) => manner !== 'want' && !(own && own.start < start);
    if (saysThatItIsSaid(context) && said.sayings.some(isSaid)) return [];
    if (claim.conditional) {
      const cut = own && reading.conditions.find(({ words }) => IF.test(words));
      const lost = reading.conditions.find((each) => IF.test(each.words) && overlap(each, quote));
      if (cut && !lost)
        return [{ field: 'quote', message: `leaves out “${cut.words}”, on which it depends; quote it too` }];
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
    if (claim.stance === 'presupposed' || isRelative(claim.quote)) return [];
    const held = reading.conditions.find((each) => isHeld(each, context));
    if (held) return [{ field: 'conditional', message: `is false, and its quote says “${held.words}”` }];
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

/** “declined to say whether it would come if they asked”: nothing is told. */
const isAsked = ({ start }: Condition, text: string) =>
  /\b(?:say|clear|known?|decided?) whether\s[^,;]*$/i.test(text.slice(0, start));

/** Whether words begin a condition: “will not leave until” does, and “waited until Monday” does not. */
const begins = ({ start, words }: Condition, { text, negations }: Reading) =>
  !/^for /i.test(words) &&
  (IF.test(words) ||
    (/^until$/i.test(words) &&
      negations.some(({ end }) => end <= start && !CLAUSE_BREAK.test(text.slice(end, start)))));

const CLAUSE_START = new RegExp(`${CLAUSE_BREAK.source}|\\bthat\\b`, 'iu');

/** Whether the quote holds a condition of what the text tells: the text has most words of the clause that depends on it. */
function isHeld(each: Condition, { reading, quote, said }: ReadClaim): boolean {
  if (!overlap(each, quote) || !begins(each, reading) || isAsked(each, reading.text)) return false;
  const [before = ''] = /^(?:and|but)\b/i.test(each.words)
    ? []
    : reading.text
        .slice(quote.start, each.start)
        .replace(/,\s(?:which|who|whose)\s[^,;]*,/g, '')
        .split(CLAUSE_START)
        .slice(-1);
  const [, behind = ''] = reading.text.slice(each.end, quote.end).split(',');
  const stems = contentWords(/\p{L}/u.test(before) ? before : behind).map(stemOf);
  const own = new Set(stemsOf(said.text));
  return stems.length > 0 && stems.filter((stem) => own.has(stem)).length * 3 >= stems.length * 2;
}

/** Whether a condition stands right behind the quote, or before it and a comma. */
function goesOn(each: Condition, { reading, quote, sentence }: ReadClaim): boolean {
  if (!begins(each, reading)) return false;
  const { start, end } = each;
  // “its forces, which number 7,000, only if”: what is set off is passed over.
  const between = sentence.text.slice(quote.end, start).replace(/^,\s(?:which|who|whose)\s[^,;]*,/, '');
  return (
    (start >= quote.end && !CLAUSE_BREAK.test(between) && wordsOf(between).length <= 2) ||
    (end <= quote.start && /^[^,;]*,\s*$/.test(sentence.text.slice(end, quote.start)))
  );
}

import type { Reading } from '../../reading/read.ts';
import type { Saying } from '../../reading/speakers.ts';
import type { Part } from './parts.ts';

/** The sayings of a sentence by which a part of it is somebody’s, outermost first: none where it is the article’s own. */
export function sayingsOf(part: Part, { sayings, text, quotations }: Reading): Saying[] {
  const over = sayings.filter(
    (saying) =>
      !saying.isDenied &&
      saying.speaker &&
      !isParticiple(saying) &&
      (saying.manner !== 'show' || /^\s+(?:that|him|her|them|how)\b/u.test(text.slice(saying.end))) &&
      !/^(?:want|think)$/.test(saying.manner) &&
      isOver(saying, part, text, quotations),
  );
  const inner = (saying: Saying) => /^(?:citing|quoting)$/.test(saying.verb);
  const [first, ...others] = [...over.filter((each) => !inner(each)), ...over.filter(inner)];
  if (!first) return [];
  // “The media quoted officials as saying”, “the daily, citing diplomats, said”.
  const passedOn = others.find((each) => each.start === first.start || (inner(each) && !inner(first)));
  return passedOn ? [first, passedOn] : [first];
}

function isOver(saying: Saying, part: Part, text: string, quotations: Reading['quotations']): boolean {
  const at = saying.start;
  const isInHole = part.holes.some(({ start, end }) => start <= at && at < end);
  if (part.from <= at && at < part.end) return !isInHole;
  if (part.start <= at && at < part.from) return false;
  if (part.isRelative && !isQuoted(part, quotations)) return false;
  const [from, to] = [
    Math.min(at, saying.speaker?.start ?? at),
    Math.max(saying.end, saying.speaker?.end ?? 0),
  ];
  if (from >= part.end) {
    // “…,” she said: what stands before it is said, in the quotation if there is one.
    const isTag =
      /[,”"’?!]\s*$/u.test(text.slice(0, from)) && !/^\s*(?:that\b|,\s*(?:and|but)\b)/u.test(text.slice(to));
    return isTag && (quotations.length === 0 || isQuoted(part, quotations));
  }
  return (
    isQuoted(part, quotations) ||
    !/[;.]\s|,\s+(?:and|but|while|who|which)\s(?!that\b)/u.test(text.slice(to, part.start))
  );
}

/** “stopped payments, citing a drop”: what somebody did, and why. */
const isParticiple = ({ words, start, speaker }: Saying) =>
  words.endsWith('ing') && speaker !== null && speaker.end <= start;

const isQuoted = ({ from, end }: Part, quotations: Reading['quotations']) =>
  quotations.some((each) => each.start <= from + 1 && end <= each.end + 1);

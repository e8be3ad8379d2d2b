import { type Stretch, stretch } from '../../reading/stretch.ts';
import { datelineLength } from '../dateline.ts';

/** A clause that may carry a claim of its own. */
export interface Part extends Stretch {
  /** “who heads the union”, with whom it is about before it: taken for granted. */
  readonly isRelative: boolean;
  /** Where the clause itself begins: behind whom a relative clause is about. */
  readonly from: number;
  /** The relative clauses inside it, which are parts of their own. */
  readonly holes: readonly { readonly start: number; readonly end: number }[];
}

const FINITE =
  /(?<![\p{L}’'-])(?:is|are|was|were|has|have|had|does|do|did|will|would|may|might|can|could|should|must|says?|said|told|went|came|took|made|gave|left|won|lost|became|began|saw|knew|thought|spoke|met|fell|rose|grew|ran|stood|sat|wrote|drove|flew|sent|paid|found|heard|led|sold|shut|cut|hit|spent|chose|broke|brought|bought|built|put|kept|held|cannot|(?:ca|wo|is|are|was|were|has|have|had|do|does|did|would|could|should)n[’']t|\p{Ll}{2,}ed)(?![\p{L}-])/u;
const RELATIVE = /,\s(?:who|which|whose)\s/gu;
const RELATIVE_END = /,(?!\d)|[;—–“”"]|[.!?](?=["”’]?\s*$)/gu;
/** What may begin a clause: a pronoun, a determiner, a name. */
const SUBJECT =
  "(?=(?:I|we|you|he|she|it|they|there|that|this|these|those|the|an?|his|her|its|their|our|my|no|some|many|most|all|both|two|three|four|five|several|other|\\p{Lu}\\p{L}*)[\\s’'])";
const JOINT = new RegExp(
  `(?:\\s*[,;—–]\\s*|\\s+)(?:and|but|or|so|(?:(?:and|but)\\s+)?(?:while|whereas|though|although|after|before|because|since))\\s+(?:that\\s+(?=\\p{L}+\\s\\p{L}+))?${SUBJECT}|\\s*[;—]\\s+${SUBJECT}`,
  'gu',
);
/** In words, less what a joint claims. */
const SHORTEST = 3;

/**
 * The clauses of an English sentence that may each carry a claim, in order: what a joint word parts, and relative clauses set off by
 * commas. A condition stays with what follows from it. Told by words alone, so roughly.
 *
 * @example partsOf('Tarn, who fishes, said it rained and the ferry was late.').map(({ words }) => words)
 * // ['Tarn, who fishes, said it rained', 'Tarn, who fishes', 'the ferry was late']
 */
export function partsOf(text: string): Part[] {
  const first = datelineLength(text);
  const relatives = relativesOf(text, first);
  const isInRelative = (at: number) => relatives.some(({ from, end }) => from <= at && at < end);
  const ends: { end: number; next: number }[] = [];
  let start = first;
  for (const match of text.matchAll(JOINT)) {
    const next = match.index + match[0].length;
    const [before, behind] = [text.slice(start, match.index), text.slice(next)];
    const isClause = FINITE.test(
      behind.split(/[,;—–]\s|\s(?:and|but|or|while|after|before|because|since)\s/u, 1)[0] ?? '',
    );
    if (match.index < first || isInRelative(match.index) || !isClause || !isPart(before, match[0])) continue;
    ends.push({ end: match.index, next });
    start = next;
  }
  const parts: Part[] = [];
  start = first;
  for (const { end, next } of [...ends, { end: text.length, next: text.length }]) {
    const holes = relatives.filter((each) => start <= each.from && each.from < end);
    parts.push({
      ...trimmed(text, start, end),
      from: start,
      isRelative: false,
      holes: holes.map(({ from, end }) => ({ start: from, end })),
    });
    start = next;
  }
  if (parts.length === 1 && first === 0) parts[0] = { ...wholeOf(text), holes: parts[0]?.holes ?? [] };
  return [...parts, ...relatives].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A sentence as one part. */
export const wholeOf = (text: string): Part => ({
  ...stretch(text, 0, text.length),
  from: 0,
  isRelative: false,
  holes: [],
});

/** Whether words before a joint may be a clause; behind a comma a verb need not be known. */
const isPart = (words: string, joint: string) =>
  (FINITE.test(words) || joint.includes(',')) && words.trim().split(/\s+/).length >= SHORTEST;

function relativesOf(text: string, first: number): Part[] {
  return Array.from(text.matchAll(RELATIVE)).flatMap(({ index }) => {
    const head = headOf(text.slice(first, index));
    if (head === null) return [];
    RELATIVE_END.lastIndex = index + 1;
    let end = RELATIVE_END.exec(text)?.index ?? text.length;
    // “…, which cost 20, according to papers”: they tell the nearest.
    const source = /^,\s+according to\s[^,;.“”]*/u.exec(text.slice(end))?.[0];
    if (source) end += source.length;
    return [{ ...trimmed(text, index - head.length, end), from: index, isRelative: true, holes: [] }];
  });
}

/** Whom a relative clause is about: the name, or the words since the last determiner, that it stands behind. */
function headOf(before: string): string | null {
  return (
    /(?:\b(?:the|an?|his|her|its|their)\s)?\p{Lu}[\p{L}.’'-]*(?:\s(?:of\s|the\s)?\p{Lu}[\p{L}.’'-]*)*$/u.exec(
      before,
    )?.[0] ??
    /\b(?:the|an?|his|her|its|their)\s(?:[\p{L}\p{N}’'-]+\s){0,3}[\p{L}\p{N}’'-]+$/u.exec(before)?.[0] ??
    null
  );
}

/** Without the blanks and commas around it, its stop, and a quotation mark whose other half is elsewhere. */
function trimmed(text: string, start: number, end: number): Stretch {
  let [from, to] = [start, end];
  for (;;) {
    const words = text.slice(from, to);
    const isOdd = (words.match(/[“”"]/gu)?.length ?? 0) % 2 === 1;
    if (/^[\s,;:—–]/u.test(words) || (isOdd && /^[“"]/u.test(words))) from += 1;
    else if (/[\s,;:.—–]$/u.test(words) || (isOdd && /[”"]$/u.test(words))) to -= 1;
    else return { start: from, end: to, words };
  }
}

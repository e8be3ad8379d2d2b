import { clauseEnd, longestOf, phrases, type Stretch, stretchesOf } from './stretch.ts';

/** Words that turn a statement into its opposite. */
export interface Negation extends Stretch {
  /**
   * `plain`: “not”, “no”, “never”, “n’t”. `implied`: words that have a “not” inside, such as “denied”, “failed to”, “has
   * yet to”. `quantity`: “few”, “little”, “hardly”, nearly none.
   */
  readonly kind: 'plain' | 'implied' | 'quantity';
  /** Roughly what it denies: from behind the negation to the end of its clause. */
  readonly scope: Stretch;
}

const PLAIN = [
  'not',
  'never',
  'nobody',
  'nothing',
  'nowhere',
  'neither',
  'nor',
  'none',
  'no one',
  'cannot',
  'no longer',
  'not (?:yet|any longer|anymore)',
  'by no means',
  'in no way',
  'without',
  'no(?! (?:doubt|longer|one|(?:more|less|fewer|later) than))(?!\\.? ?\\d)',
  "(?:is|are|was|were|do|does|did|has|have|had|will|wo|ca|could|would|should|must|need|might|ai|sha)n't",
];
const IMPLIED = [
  '(?:has|have|had|is|are) (?:yet|still) to',
  'yet to',
  '(?:fail(?:s|ed|ing)?|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing))(?: to)?',
  'den(?:y|ies|ied|ying)',
  'reject(?:s|ed|ing)?',
  'turn(?:s|ed|ing)? (?:it |them |that |him |her |(?:the|its|his|her|their|this) \\p{L}+ )?down',
  'rul(?:e|es|ed|ing) (?:(?:it|that|this|them|him|her) )?out',
  'lack(?:s|ed|ing)?',
  'absence of',
  'unable(?: to)?',
  'unwilling(?: to)?',
  'reluctant(?:ly)?(?: to)?',
  'hesitant(?: to)?',
  'loath to',
  'impossible',
  'prevent(?:s|ed|ing)?',
  'stopp?(?:ed|s) short of',
  'dis(?:agree(?:s|d|ment)?|approve(?:s|d)?|avow(?:s|ed)?)',
  'oppos(?:e|es|ed|ing)',
  'instead of',
  'rather than',
  'refrain(?:s|ed|ing)? from',
  "would(?: not|n't)(?= (?:say|comment|confirm|discuss|answer|elaborate)\\b)",
  'avoid(?:s|ed|ing)?',
  'ceas(?:e|es|ed)',
  'unlike',
  'run(?:s|ning)? out of',
  'ran out of',
  'too late(?: to)?',
  'far from',
  'anything but',
  'abstain(?:s|ed)?',
];
const QUANTITY = ['few', 'little', 'hardly', 'scarcely', 'barely', 'rarely', 'seldom'];

const [plain, implied, quantity] = [phrases(...PLAIN), phrases(...IMPLIED), phrases(...QUANTITY)];
const PATTERNS = [
  { kind: 'plain', pattern: plain },
  { kind: 'implied', pattern: implied },
  { kind: 'quantity', pattern: quantity },
] as const;
/** “a few”, “not only”, “not more than” and “asked not to be named” deny nothing. */
const AFTER_NONE =
  /^\s+(?:only|just|least|merely|simply|surprisingly|to mention|(?:more|less|fewer|later) than|(?:to )?be (?:named|identified|quoted)|(?:to )?use \p{L}+ names?)\b/iu;
/** “would not comment”, “neither side would say”: who would not do so refuses. */
export const isRefusal = ({ words, start, end }: Stretch, text: string): boolean =>
  /^would$/i.test(words) &&
  (/^\s+not (?:say|comment|confirm|discuss|tell|answer|elaborate)\b/.test(text.slice(end)) ||
    (/\b(?:neither|nor|nobody|no one|none)\b[^,;]*$/i.test(text.slice(0, start)) &&
      /^\s+(?:say|comment|confirm|discuss|tell|answer|elaborate)\b/.test(text.slice(end))));

/** Words with a “not” inside that leave it open behind a “not”, and what may stand between the two: “has not [been] ruled out”. */
const LEAVES_OPEN = /^(?:rul\p{L}+ (?:\p{L}+ )?out|den\p{L}+|impossible)$/iu;
const BETWEEN_TWO = /^\s+(?:(?:be|been|being|yet|\p{L}+ly)\s+)*$/iu;

const isLeftOpen = ({ words }: Stretch, between: string) =>
  LEAVES_OPEN.test(words) && BETWEEN_TWO.test(between);

/** What an English sentence leaves open by two negations: the “deny” of “did not deny”, the “ruled out” of “has not ruled out”. */
export function leftOpenIn(text: string): Stretch[] {
  const before = stretchesOf(text, plain);
  return stretchesOf(text, implied).filter((each) =>
    before.some(({ end }) => end <= each.start && isLeftOpen(each, text.slice(end, each.start))),
  );
}

/**
 * The negations of an English sentence, in order, each with what it denies. Two that leave it open are none: “cannot rule out”.
 *
 * @example negationsIn('He did not agree.')[0]?.scope.words // ' agree'
 */
export function negationsIn(text: string): Negation[] {
  const found = PATTERNS.flatMap(({ kind, pattern }) =>
    stretchesOf(text, pattern)
      .filter(({ start, end, words }) => {
        const before = text.slice(0, start);
        if (kind === 'quantity') return !/\b(?:a|the|these|those|last|first|next|past)\s+$/i.test(before);
        const behind = text.slice(end);
        if (
          /^(?:never|nothing|no one|nobody)$/i.test(words) &&
          /^\s+(?:other than|except|but)\b/i.test(behind)
        )
          return false;
        return !(/(?:^not|n[’']t)$/i.test(words) && AFTER_NONE.test(behind));
      })
      .map((each) => ({ ...each, kind })),
  );
  const longest = longestOf(found);
  const turns = (one: (typeof longest)[number], other: (typeof longest)[number] | undefined) =>
    one.kind === 'plain' && other !== undefined && isLeftOpen(other, text.slice(one.end, other.start));
  const single = longest.filter((each, at) => {
    const before = longest[at - 1];
    return !turns(each, longest[at + 1]) && !(before && turns(before, each));
  });
  return single.map((each) => {
    const end = clauseEnd(text, each.end);
    return { ...each, scope: { start: each.end, end, words: text.slice(each.end, end) } };
  });
}

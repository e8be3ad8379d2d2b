import { isRefusal } from './negations.ts';
import { phrases, type Stretch, stretchesOf } from './stretch.ts';

/** Words by which a statement holds only if something else does. */
export interface Condition extends Stretch {
  /** `if` and its like begin the condition; `would` marks what follows from one; `unless` is a condition that must not hold. */
  readonly kind: 'if' | 'unless' | 'would';
}

const ROWS: readonly (readonly [Condition['kind'], ...string[]])[] = [
  [
    'if',
    '(?:only |even |and |but )?if',
    'provided(?: that)?(?= (?:that|the|it|he|she|they|a)\\b)',
    'providing that',
    'as long as',
    'so long as',
    'on (?:the )?condition(?: that)?(?! (?:of anonymity|(?:he|she|they) not be|(?:his|her|their) names? not be))',
    'in case',
    'in the event (?:of|that)',
    'assuming',
    'depend(?:s|ed|ing)? on',
    'contingent (?:up)?on',
    'subject to',
    '(?:weather|conditions?|health|time) (?:permitting|allowing)',
    'otherwise',
    // “asked for the report to be withheld” is a wish, and no condition.
    '(?<!\\b(?:ask|call|press|push|plead|appeal|wait|argue|plan|time|need)(?:s|ed|ing)? )for (?:any|\\p{L}+) (?:\\p{L}+ )?to be',
    'should (?:he|she|it|they|the|a|an)',
    'were (?:he|she|it|they|the|\\p{Lu}\\p{L}+) to',
    '(?<=^[“"]?|, )were (?:the|an?|its|his|her|their) (?:\\p{L}+ ){1,3}to',
    'had (?:he|she|it|they) ',
    'only (?:when|after|once)',
    'conditional(?:ly)?',
    'hinge[sd]? on',
    'in order for',
    'requires?',
    'precondition',
  ],
  ['unless', 'unless', 'without', 'until', 'barring', 'but for'],
  ['would', 'would', "wouldn't", "(?:he|she|it|they|we|you|that|there)'d", 'could', 'might have'],
];

const PATTERNS = ROWS.map(([kind, ...sources]) => ({ kind, pattern: phrases(...sources) }));

/**
 * The words of an English sentence that make it conditional, in order.
 *
 * @example conditionsIn('It would help if they came.').map(({ kind }) => kind) // ['would', 'if']
 */
export function conditionsIn(text: string): Condition[] {
  return PATTERNS.flatMap(({ kind, pattern }) =>
    stretchesOf(text, pattern).map((each) => ({ ...each, kind })),
  )
    .filter(
      ({ words, start, end }) =>
        !isRefusal({ words, start, end }, text) &&
        !(/^if$/i.test(words) && /\b(?:as|what|ask(?:ed|s)?|know|see)\s+$/i.test(text.slice(0, start))),
    )
    .sort((a, b) => a.start - b.start);
}

import { longestOf, phrases, type Stretch, stretchesOf } from './stretch.ts';

/** Words by which something is meant to happen and has not happened. */
export interface Intention extends Stretch {
  /** Weakest first: a wish or a willingness, a plan or a promise, and what is said to come. */
  readonly kind: 'wish' | 'plan' | 'future';
}

const ROWS: readonly (readonly [Intention['kind'], ...string[]])[] = [
  [
    'wish',
    'hop(?:e|es|ed|ing)',
    'wants?',
    'wanted',
    'wanting',
    'wish(?:es|ed)?',
    '(?:seek|seeks|sought|seeking)',
    '(?:would|should) (?:like|love|prefer) to',
    'willing(?:ness)?',
    'open to',
    'eager(?:ness)?',
    'keen',
    'ready to',
    'prepared to',
    'interested in',
    'consider(?:s|ed|ing)?',
    'weigh(?:s|ed)?(?= (?:an?|the|whether|up)\\b)',
    'weighing',
    'thinking of',
    'tr(?:y|ies|ied|ying) (?:\\p{L}+ )?to',
    '(?:push|press|striv|struggl|fight|campaign|lobby)(?:e|es|s|ed|ing)?(?: hard)?(?= (?:to|for)\\b)',
    '(?:attempt|effort|bid|drive)s?(?= to\\b)',
    'would be happy to',
    'desires?',
    'call(?:s|ed|ing)? for',
    'ask(?:s|ed|ing)?(?= (?:\\p{L}+ ){0,3}to\\b)',
    'urg(?:e|es|ed|ing)',
    'invit(?:e|es|ed|ing)',
    'aspir(?:e|es|ed|ing)',
    'openness',
    'offer(?:s|ed|ing)?(?= to\\b)',
    'propos(?:e|es|ed|ing|al)',
  ],
  [
    'plan',
    'plan(?:s|ned|ning)?(?= (?:to|on|for|a|by)\\b)',
    'planned',
    'planning(?! permission)',
    'plans?',
    'intend(?:s|ed|ing)?',
    'intention(?:s)?',
    'mean(?:s|t)? to',
    'aim(?:s|ed|ing)? (?:to|at|for)',
    '(?:decid(?:e|es|ed)|agreed?|agrees|resolved?|determined|opted) to',
    'promis(?:e|es|ed|ing)',
    'pledg(?:e|es|ed|ing)',
    'vow(?:s|ed|ing)?',
    'threaten(?:s|ed|ing)?(?= to\\b)',
    'prepar(?:e|es|ed|ing)(?= (?:to|for)\\b)',
    '(?:is|are|was|were) to(?= \\p{L})',
    '(?:scheduled|slated|due|set|poised)(?= (?:to|for)\\b)',
    '(?:scheduled|slated|due)(?= (?:on|in|at|by|before|after|next)\\b)',
    'look(?:s|ed|ing)? to',
    'work(?:s|ed|ing) (?:to|toward|towards)',
    'commit(?:s|ted)? to',
    'upcoming',
    'forthcoming',
  ],
  [
    'future',
    'will',
    "\\p{L}+'ll",
    "won't",
    '(?:is|are|was|were|am) (?:\\p{L}+ )?going to',
    'shall',
    'about to',
  ],
];

const PATTERNS = ROWS.map(([kind, ...sources]) => ({ kind, pattern: phrases(...sources) }));

/**
 * The words of an English sentence that tell an intention or the future, in order.
 *
 * @example intentionsIn('They plan to move and will pay.').map(({ kind }) => kind) // ['plan', 'future']
 */
export function intentionsIn(text: string): Intention[] {
  return longestOf(
    PATTERNS.flatMap(({ kind, pattern }) => stretchesOf(text, pattern).map((each) => ({ ...each, kind }))),
  ).filter(
    ({ start, words }) =>
      // “Port Hope” and “PORT HOPE” are names.
      !(/^\p{Lu}/u.test(words) && /[\p{L}\p{N},]\s+$/u.test(text.slice(0, start))) &&
      !(
        /^will$/i.test(words) && /\b(?:the|his|her|their|a|good|ill|free|of)\s+$/i.test(text.slice(0, start))
      ),
  );
}

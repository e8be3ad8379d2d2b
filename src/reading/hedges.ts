import type { Certainty } from '../model.ts';
import { isRefusal } from './negations.ts';
import { longestOf, phrases, type Stretch, stretchesOf } from './stretch.ts';

/** How words make a statement less than certain. */
export type HedgeKind =
  /** “may”, “could”. */
  | 'modal'
  /** “would”: it holds only if something else does. */
  | 'conditional'
  /** “can”: it is possible, or somebody is able to. */
  | 'ability'
  /** “likely”, “perhaps”. */
  | 'chance'
  /** “reportedly”, “alleged”: somebody says so, and nobody vouches for it. */
  | 'report'
  /** “seems to”, “apparently”. */
  | 'appearance'
  /** “is expected to”, “is believed to”. */
  | 'expectation'
  /** “is set to”: arranged, and not yet so. */
  | 'schedule'
  /** “suggested”, “hints”, “signals”: less than saying it. */
  | 'hint'
  /** “whether”, “it is unclear”, “has yet to decide”. */
  | 'doubt'
  /** “about”, “nearly”: a figure or a degree, not the statement. */
  | 'approximation';

/** Words that make a statement less than certain, and how sure they leave it, as FactBank puts it. */
export interface Hedge extends Stretch {
  readonly kind: HedgeKind;
  readonly strength: Exclude<Certainty, 'certain'>;
}

type Row = readonly [kind: HedgeKind, strength: Hedge['strength'], ...phrases: string[]];

const BE = "(?:is|are|was|were|be|been|being|'s|'re)";
const NEARLY = '(?:all but|almost|as good as|close to|near(?:ly)?|practically|virtually)';
const OFTEN = '(?: \\p{L}+ly| also| still| now| long| widely)?';

const ROWS: readonly Row[] = [
  [
    'modal',
    'possible',
    'may',
    'might',
    'could',
    'maybe',
    "mayn't",
    "mightn't",
    "couldn't",
    'may not',
    'might not',
  ],
  ['modal', 'probable', 'should', 'ought to', "shouldn't"],
  ['conditional', 'probable', 'would', "wouldn't"],
  ['ability', 'possible', 'can'],
  [
    'chance',
    'probable',
    '(?:(?:more|most|very|highly|quite|increasingly|all too) )?likely',
    'probably',
    'probable',
    'in all (?:likelihood|probability)',
    'presumably',
    '(?:very |highly )?unlikely',
    'improbable',
    'likelihood',
    'the odds are',
    'odds-on',
    'chances are',
    `${NEARLY} certain(?:ly)?`,
    'a (?:good|strong|fair|high) (?:chance|probability)',
    'tends? to',
  ],
  [
    'chance',
    'possible',
    'perhaps',
    'possibly',
    'possible',
    'possibility',
    'conceivable',
    'conceivably',
    'potential',
    'potentially',
    '(?:there (?:is|was|remains) )?(?:a|some|any|every|little) (?:chance(?! to\\b)|possibility|risk|danger|prospect)',
    'may well',
    'might well',
    'could well',
    'it (?:may|might|could) be that',
    'arguably',
  ],
  [
    'report',
    'probable',
    'reportedly',
    `(?:${BE}|had|has)${OFTEN} reported(?: to| as| that)?`,
    'reported(?= (?!that)\\p{Ll}+)',
    'rumou?r(?:ed|s)?',
    `(?:${BE})${OFTEN} (?:said|understood) to`,
    '(?<=, )(?:said|understood|believed|thought|rumou?red) to',
    'unconfirmed',
    'hearsay',
    'if (?:the )?(?:reports?|rumou?rs?|accounts?|sources?)(?: \\p{L}+){0,3} (?:right|true|correct|accurate|believed)',
    'reports? (?:has|have) it',
    'by (?:one|some|all|most) (?:accounts?|estimates?|reckoning)',
  ],
  [
    'report',
    'possible',
    'alleged(?:ly)?',
    'purported(?:ly)?',
    'supposed(?:ly)?',
    'ostensibl[ey]',
    'so-called',
    'self-described',
    'accused of',
    'suspected(?: of)?',
    'suspect(?:s)? that',
  ],
  [
    'appearance',
    'probable',
    'seem(?:s|ed|ing)?',
    'seemingly',
    'appear(?:s|ed|ing)? (?:not )?to',
    'appear(?:s|ed)?(?= (?:too|very|quite|rather|so|more|less|un\\p{L}+|\\p{L}+(?:able|ible|ful|ous|ive|less))\\b)',
    'it appear(?:s|ed)(?! to\\b)',
    'appear(?:s|ed)?(?= (?:likely|unlikely|set|ready|certain|headed|bound|poised|close)\\b)',
    'apparently',
    'apparent',
    'evidently',
    'look(?:s|ed|ing)? (?:(?:more and more|increasingly|ever more|very much) )?(?:as if|as though|like|set to|likely|ready to|certain to)',
    'look(?:s|ed)?(?: on \\p{L}+day)? (?:to be|close to|headed|bound|poised|on course|on track)',
    'by all appearances',
  ],
  [
    'expectation',
    'probable',
    `(?:${BE}${OFTEN} )?(?:expected|believed|thought|assumed|presumed|estimated|projected|forecast|tipped|predicted|deemed|considered)(?= to\\b| that\\b| by\\b)`,
    'expect(?:s|ed|ing)?',
    'anticipated?',
    'believe(?:s|d)?',
    'think(?:s)?',
    'thought (?:that|to|it|he|she|they|the)',
    'assum(?:e|es|ed|ing) (?:that|it|he|she|they)',
    'guess(?:es|ed)?',
    'in (?:his|her|their|my|our) (?:view|opinion)',
    '(?:belief|expectation|assumption)(?= that\\b)',
    'predict(?:s|ed)?',
    'estimat(?:e|es|ed)',
  ],
  [
    'expectation',
    'possible',
    'fear(?:s|ed|ing)?(?= (?:that|it|he|she|they|the)\\b)',
    'feared',
    '(?:is|are|was|were) (?:afraid|worried)(?= (?:that|it|he|she|they|the)\\b)',
    'suspicion(?:s)?',
    'suspect(?:s|ed)?',
    'speculat(?:e|es|ed|ing)',
  ],
  [
    'schedule',
    'probable',
    `(?:${BE} |looks? )?(?:set|due|scheduled|slated|poised|bound|meant|supposed|on course|on track)(?= to\\b)`,
    `(?:${BE} )?(?:due|scheduled|slated)(?= (?:on|in|at|by|before|after|for|next)\\b)`,
  ],
  [
    'hint',
    'possible',
    'suggest(?:s|ed|ing|ion|ions)?',
    'hint(?:s|ed|ing)?',
    'impl(?:y|ies|ied|ying)',
    'insinuat(?:e|es|ed|ing)',
    'let it be (?:understood|known)',
    'g(?:ive|ives|ave|iven) (?:\\p{L}+ ){0,3}(?:to understand|the impression)',
    'drop(?:s|ped|ping)? (?:a |some |other )?hints?',
  ],
  [
    'hint',
    'probable',
    'signal(?:s|l?ed|l?ing)?',
    'indicat(?:e|es|ed|ing|ion|ions)',
    'points? to',
    'pointed to',
  ],
  [
    'doubt',
    'uncommitted',
    'whether',
    '(?<=\\b(?:decid(?:e|es|ed|ing)|knows?|knew|says?|said|see|tell|unclear|sure|ask(?:s|ed)?|determine|wonder(?:s|ed)?) )if',
    'unclear',
    'uncertain',
    'unknown',
    'undecided',
    'not (?:yet )?(?:clear|certain|known|decided|sure|know(?= (?:whether|if|who|what|how|when|where|why)\\b))',
    '(?:has|have|had) (?:yet|still) to (?:decide|say|announce|confirm|determine)',
    'remains? to be seen',
    'an open question',
    'too (?:early|soon) to (?:say|tell|know|judge)(?: (?:if|whether))?',
    'no one knows',
    'nobody knows',
  ],
  [
    'doubt',
    'possible',
    'doubt(?:s|ed|ful|fully|ing)?',
    's[ck]eptical',
    'questionable',
    "(?:can't|cannot|(?:could|would|has|have|had|did|do|does|is|are|was|were)n't|not|nor)(?: yet)? (?:be |been )?(?:rul(?:e|ed|ing) out|exclud(?:e|ed|ing))",
    'not impossible',
    'disput(?:e|es|ed)',
    'not necessarily',
  ],
  [
    'approximation',
    'probable',
    '(?:about|around|roughly|approximately|some|nearly|almost|close to|up to|as (?:many|much) as|at least|at most|(?:no |not )?(?:more|fewer|less) than|over|under)(?= (?:\\p{Sc}|\\p{N}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\p{L}+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|half|an? (?:dozen|hundred|thousand|million)|hundreds|thousands|millions)\\b))',
    'in part',
    'partly',
    'largely',
    'mostly',
  ],
];

const PATTERNS = ROWS.map(([kind, strength, ...sources]) => ({
  kind,
  strength,
  pattern: phrases(...sources),
}));

/** `May` is a month; “no doubt”, “would like” and “would not say” hedge nothing. */
const NONE = /^May$/;
const BEFORE_NONE = /\b(?:no|without|beyond|undoubtedly)\s+(?:a\s+|any\s+)?$/iu;
const AFTER_NONE = /^\s+(?:like|rather)\b/iu;

/**
 * The words of an English sentence that make it less than certain, in order.
 *
 * @example hedgesIn('Rain may fall, she said.') // [{ start: 5, end: 8, words: 'may', kind: 'modal', strength: 'possible' }]
 */
export function hedgesIn(text: string): Hedge[] {
  const found = PATTERNS.flatMap(({ kind, strength, pattern }) =>
    stretchesOf(text, pattern)
      .filter((words) => isHedge(words, text))
      .map((words) => ({ ...trimmed(words), kind, strength })),
  );
  return longestOf(found);
}

function isHedge({ start, end, words }: Stretch, text: string): boolean {
  if (NONE.test(words)) return false;
  // “No boat may leave” forbids it.
  if (/^may$/i.test(words))
    return !/\b(?:no|neither|nobody|no one|none of)\s(?:[^\s,;]+\s+){0,3}$/i.test(text.slice(0, start));
  if (
    /^disputes?$/i.test(words) &&
    /\b(?:an?|any|in|its|no|that|the|their|this)\s+(?:\p{L}+\s+)?$/iu.test(text.slice(0, start))
  )
    return false;
  if (/^doubt/i.test(words)) return !BEFORE_NONE.test(text.slice(0, start));
  if (/^would/i.test(words))
    return !AFTER_NONE.test(text.slice(end)) && !isRefusal({ start, end, words }, text);
  // “could not enter” and “nobody could enter” were not able to; “could not have entered” is a guess.
  if (/^could$/i.test(words))
    return (
      !/\b(?:neither|nobody|no one|none)\b[^,.;]*$/i.test(text.slice(0, start)) &&
      !/^\s+(?:not|no longer|never|hardly|barely)\b(?! have\b)/i.test(text.slice(end)) &&
      // “shots could be heard”
      !/^\s+(?:(?:still|even)\s+)?be\s+(?:heard|seen|smelled|felt)\b/i.test(text.slice(end))
    );
  return words.trim() !== '';
}

function trimmed({ start, words }: Stretch): Stretch {
  const lead = words.length - words.trimStart().length;
  const kept = words.trim();
  return { start: start + lead, end: start + lead + kept.length, words: kept };
}

const UNBOOSTED = new RegExp(`\\b(?:not|yet|far from|${NEARLY}|n[’']t)\\s+(?:\\w+\\s+)?$`, 'i');
const BOOSTER = phrases(
  'certainly',
  'definitely',
  'undoubtedly',
  'unquestionably',
  'surely',
  'inevitabl[ey]',
  'indisputabl[ey]',
  'clearly',
  'obviously',
  '(?:no|without|beyond|beyond any|without a) doubt',
  '(?:certain|sure|bound|guaranteed)(?= (?:to|that)\\b)',
  'for (?:certain|sure)',
  'guarantee[sd]?',
  'confirm(?:s|ed|ing)?',
  // “will prove useful” says that it will be.
  '(?<!\\b(?:will|would|may|might|could|to) )prove[sdn]?',
  'proof',
  'definite(?:ly)?',
  'established fact',
);

/** The words that make a statement more than plain: “certain to”, “definitely”, “has confirmed”. */
export function boostersIn(text: string): Stretch[] {
  return stretchesOf(text, BOOSTER).filter(({ start }) => !UNBOOSTED.test(text.slice(0, start)));
}

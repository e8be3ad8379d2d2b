import { stemmer } from 'stemmer';

/** Words of a text that say together what one word says. Offsets count UTF-16 units. */
export interface Phrase {
  readonly start: number;
  readonly end: number;
  /** The stem of that word. */
  readonly stem: string;
}

const PHRASES: readonly (readonly [pattern: string, word: string])[] = [
  [
    'turn(?:s|ed|ing)? (?:it |them |that |him |her |(?:the|its|his|her|their|this) [^\\s,]+ )?down|vot(?:e|es|ed|ing) down|sa(?:y|ys|id) no to',
    'reject',
  ],
  ['(?:tak|pull|tear|tor|knock|took|tore)(?:e|es|s|ed|en|n|ing)? (?:it |them )?down', 'demolish'],
  ['call(?:s|ed|ing)? off', 'cancel'],
  ['(?:come|comes|came|coming) back', 'return'],
  ['(?:break|breaks|broke|broken|breaking) down', 'fail'],
  ['stop(?:s|ped|ping)? working', 'fail'],
  ['put(?:s|ting)? off|push(?:es|ed|ing)? back', 'postpone'],
  ['set(?:s|ting)? up', 'establish'],
  ['(?:keep|keeps|kept|keeping) out', 'bar'],
  ['(?:hold|holds|held|holding) (?:up|off)', 'delay'],
  ['(?:sit|sits|sat|sitting) on', 'withhold'],
  ['(?:stav|ward|fend|head)(?:e|es|s|ed|ing)? off', 'prevent'],
  ['drop(?:s|ped|ping)? out|(?:leave|leaves|left|leaving) (?:[^\\s,]+ ){0,2}early', 'quit'],
  ['(?:go|goes|going|gone|went) up', 'rise'],
  ['(?:go|goes|going|gone|went) by', 'pass'],
  ['carr(?:y|ies|ied|ying) out', 'conduct'],
  ['speed(?:s|ed|ing)? up|sped up', 'accelerate'],
  ['g(?:ive|ives|ave|iven|iving) up', 'abandon'],
  ['step(?:s|ped|ping)? down', 'resign'],
  ['(?:lay|lays|laid|laying) off', 'fire'],
  ['(?:shut|shuts|shutting|close|closes|closed|closing) down', 'close'],
  ['burn(?:s|ed|t|ing)? down', 'destroy'],
  ['(?:take|takes|took|taken|taking) part(?: in)?', 'attend'],
  ['(?:make|makes|made|making) up (?:his|her|its|their) minds?', 'decide'],
  ['(?:pull|back)(?:s|ed|ing)? out(?: of)?', 'withdraw'],
  ['look(?:s|ed|ing)? into', 'investigate'],
  [
    '(?:take|takes|took|taken|taking) up(?= (?:the|this|that|an?|his|her|its|their) (?:invitation|offer))',
    'accept',
  ],
  ['(?:get|gets|got|getting) rid of', 'remove'],
  [
    '(?:side|sides|sided|siding) with|(?:see|sees|saw|seeing) eye to eye(?: with)?|of (?:one|the same) mind',
    'agree',
  ],
  ['(?:views?|opinions?) (?:is|are|was|were)(?: not)? shared', 'agree'],
  ['shar(?:e|es|ed|ing) (?:[^\\s,]+ ){1,4}(?:views?|opinions?|position)', 'agree'],
  ['(?:take|takes|took|taken|taking) the same view(?: as)?', 'agree'],
  ['(?:take|takes|took|taken|taking) (?:a different|another|the opposite) view', 'disagree'],
  ['in (?:full |complete |total |broad )?agreement(?: with)?', 'agree'],
  ['(?:see|sees|saw|seeing) (?:it|things|this|that) differently', 'disagree'],
  ['at odds(?: with)?', 'disagree'],
];
const PHRASE = new RegExp(
  `(?<![\\p{L}\\p{N}’'-])(?:${PHRASES.map(([pattern], index) => `(?<p${index}>${pattern})`).join('|')})(?![\\p{L}\\p{N}])`.replaceAll(
    ' ',
    '\\s+',
  ),
  'giu',
);

/**
 * The phrases of an English text that one word may stand for, in order.
 *
 * @example phrasesIn('They turned down the offer.') // [{ start: 5, end: 16, stem: 'reject' }]
 */
export function phrasesIn(text: string): Phrase[] {
  return Array.from(text.matchAll(PHRASE), ({ 0: words, index, groups = {} }) => {
    const [, meaning = ''] = PHRASES.find((_, at) => groups[`p${at}`] !== undefined) ?? [];
    return { start: index, end: index + words.length, stem: stemmer(meaning) };
  });
}

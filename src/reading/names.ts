import { type Stretch, stretch } from './stretch.ts';

/** A proper name, as far as capitals tell. */
export interface NameFound extends Stretch {
  /** It begins the sentence, where any word has a capital. */
  readonly isFirst: boolean;
}

const WORD = "\\p{Lu}[\\p{L}\\p{N}]*(?:[’'.&-]\\p{Lu}?[\\p{L}\\p{N}]+)*\\.?";
const LINK =
  '(?:\\s+(?:of|for|de|del|della|di|da|du|la|le|van|von|der|den|bin|ibn|al|el|y|&|and the|of the)(?=\\s+\\p{Lu}))?';
const NAME = new RegExp(`(?<![\\p{L}\\p{N}’'-])${WORD}(?:${LINK}[\\s-]+${WORD})*`, 'gu');
/** Words that have a capital for the place they stand in, or that name a time. */
const NO_NAME =
  /^(?:the|a|an|and|but|or|if|in|on|at|by|for|from|with|to|of|as|so|yet|no|not|it|its|he|she|they|we|you|i|his|her|their|our|my|your|this|that|these|those|there|here|what|who|when|where|why|how|which|while|although|though|because|since|after|before|until|unless|during|despite|unlike|like|only|even|also|today|yesterday|tomorrow|now|then|still|once|both|each|every|all|many|most|some|few|several|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|last|next|according|citing|asked|instead|meanwhile|however|moreover|perhaps|maybe|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mr|mrs|ms|dr)[.’']?s?$/i;

const HOLIDAY =
  /^(?:Christmas(?:\s(?:Eve|Day))?|Easter(?:\s(?:Sunday|Monday))?|Thanksgiving|Ramadan|Hanukkah|Passover|Diwali|Halloween|Lent)$/u;
/** “before Christmas” is a time; “the Christmas fair” may be a name. */
const isTime = (words: string, before: string, behind: string) =>
  HOLIDAY.test(words) &&
  (/\b(?:before|after|until|by|since|over|at|this|last|next|around|for|on|during)\s+$/iu.test(before) ||
    /^\s\p{Ll}/u.test(behind));

/**
 * The proper names of an English sentence, in order: runs of words with capitals, less the ’s of a possessive. A first
 * word is one only with another name behind it, or where it is no common word.
 *
 * @example namesIn('The harbour master, Ida Crome, left.').map(({ words }) => words) // ['Ida Crome']
 */
export function namesIn(text: string): NameFound[] {
  return Array.from(text.matchAll(NAME)).flatMap((match) => {
    let start = match.index;
    let words = match[0];
    // Words that are no names stand before names: “Last July”, “In Seoul”, “The Kremlin”.
    for (
      let first = /^[^\s]+/u.exec(words)?.[0];
      first && NO_NAME.test(first);
      first = /^[^\s]+/u.exec(words)?.[0]
    ) {
      const cut = /^[^\s]+\s*/u.exec(words)?.[0].length ?? words.length;
      start += cut;
      words = words.slice(cut);
    }
    // “AP’s Pyongyang” is two names; “New Year’s Day” and “St. Anne’s Church” are one.
    words = words
      .replace(/(?<!New Year|\bSt\.? \p{L}+(?=[’']s\s))[’']s(?:\s.*)?$/u, '')
      .replace(/[’']$/u, '')
      .replace(/(?<!\b\p{Lu}|\b(?:Mr|Dr|Mrs|Ms|St|Jr|Sr)|\.\p{Lu})\.$/u, '');
    if (words === '' || isTime(words, text.slice(0, start), text.slice(start + words.length))) return [];
    const isFirst = /^[\s“"‘'(—–-]*$/u.test(text.slice(0, start));
    return [{ ...stretch(text, start, start + words.length), isFirst }];
  });
}

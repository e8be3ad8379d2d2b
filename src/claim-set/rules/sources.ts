import type { Saying } from '../../reading/speakers.ts';
import type { Question, ReadClaim } from './context.ts';
import { REPORTS } from './sayings.ts';
import { wordsOf } from './terms.ts';

/** Whether a speaker goes by one of these names. */
export function isCalled({ speaker }: Saying, names: readonly string[]): boolean {
  const words = new Set(wordsOf(speaker?.words ?? '').map(withoutPossessive));
  return names.some((each) => nameWords(each).some((word) => words.has(word)));
}

/** Whether one of the claim's sources says it. */
export function isBy(saying: Saying, { claim, sentence, paragraph, namesOf, typeOf }: ReadClaim): boolean {
  const speaker = saying.speaker?.words.trim() ?? '';
  const isPronoun = PRONOUN.test(speaker);
  const { head, owners } = isPronoun ? { head: paragraph, owners: '' } : namingOf(saying, sentence.text);
  // “The inspection found” tells what the inspectors found.
  const isRoot = (one: string, other: string) =>
    saying.manner === 'show' && one.length > 5 && one.slice(0, 6) === other.slice(0, 6);
  return claim.attribution.some(({ source }) => {
    const type = typeOf(source);
    if (/^it$/i.test(speaker) && type === 'person') return false;
    if (/^s?he$/i.test(speaker) && type !== 'person') return false;
    // “A spokesman for the ministry said” is the ministry, and “Putin’s adviser” is not Putin.
    const words = new Set(
      wordsOf(type === 'organisation' || type === 'group' ? `${head} ${owners}` : head).map(
        withoutPossessive,
      ),
    );
    return namesOf(source).some((each) =>
      nameWords(each).some((word) => words.has(word) || [...words].some((other) => isRoot(word, other))),
    );
  });
}

/** The words that name a speaker, with what is set off behind them, and those that say whose or of what. */
function namingOf({ speaker, start, end }: Saying, text: string): { head: string; owners: string } {
  if (!speaker) return { head: '', owners: '' };
  const whole =
    speaker.end <= start
      ? text.slice(speaker.start, start)
      : text
          .slice(speaker.start)
          .replace(/[.;:“”"].*$|,[^,]*,.*$/su, (rest) => rest.split(',').slice(0, 2).join(','));
  const owners: string[] = [];
  const head = whole
    .slice(0, 300)
    .replace(
      /,\s*(?:who|which|whose)\b[^,]*(?:,|$)|[\p{L}\p{N}.\s-]+[’'](?:s\s|\s)|\b(?:of|in|for|from|at|to|with|on|by)\s[^,]*/gu,
      (part) => {
        owners.push(part);
        return ' ';
      },
    );
  return end > start ? { head, owners: owners.join(' ') } : { head: whole, owners: '' };
}

export const PRONOUN = /^(?:he|she|they|it|we|i|who)$/i;
const withoutPossessive = (word: string) => word.replace(/'s?$/, '');
/** The words of a name by which it is told from others: “Putin’s adviser” is an adviser. */
const nameWords = (name: string) =>
  wordsOf(name.replace(/^.*[’']s?\s/, ''))
    .map(withoutPossessive)
    .filter((word) => (word.length > 2 || isShortName(word, name)) && !/^(?:the|and|for)$/.test(word));

/** “Xi”, “Ek”: two letters with a capital, that are no article or preposition of a longer name. */
const isShortName = (word: string, name: string) =>
  word.length === 2 &&
  !/^(?:al|da|de|di|du|el|la|le)$/.test(word) &&
  name.split(/[^\p{L}]+/u).some((each) => each.toLowerCase() === word && /^\p{Lu}\p{Ll}$/u.test(each));

const ANONYMITY =
  /\b(?:condition of anonymity|(?:people|those|someone|somebody|\p{L}+s) (?:familiar with|with (?:direct |firsthand )?knowledge of|briefed on)|(?:people|persons?|officials?|sources?) close to|anonymously|anonymous|unnamed|unidentified|(?:not|declined|refused|asked not) (?:to )?be (?:named|identified)|not authori[sz]ed to (?:speak|talk|discuss))\b/iu;

/** A speaker who is not to be named, in a claim whose source is not anonymous. */
export function anonymity(context: ReadClaim): Question[] {
  const { sentence, reading } = context;
  const found = ANONYMITY.exec(sentence.text);
  if (!found) return [];
  const speakers = reading.sayings.filter(({ speaker, manner }) => speaker && REPORTS.has(manner));
  const own = speakers.find(
    ({ speaker, start, end }) =>
      speaker &&
      (speakers.length === 1 ||
        (speaker.start <= found.index && found.index <= Math.max(start, end)) ||
        (start <= found.index && !/[.;]/.test(sentence.text.slice(end, found.index)))),
  );
  return own && isBy(own, context)
    ? [{ field: 'attribution', message: `has no "anonymous": true, and the sentence says “${found[0]}”` }]
    : [];
}

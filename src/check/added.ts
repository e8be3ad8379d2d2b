import type { Range } from './clauses.ts';
import type { Case } from './differences/difference.ts';
import { wordsOf } from './words.ts';

/** How something is done, without what, and how many times: what a sentence is seldom told with unless it says so. */
const ADDED =
  /\b(?:(?:by|via)\s(?<how>\p{Ll}+)|without\s(?:any\s|much\s|further\s|an?\s)?(?<what>\p{Ll}+))(?=[.,;:]|$|\s(?:and|but|to|in|on|at|for|from|next|last|this)\b)|\b(?<count>twice|thrice|(?:two|three|four|five|six|seven|eight|nine|ten|several|many|\d+)\stimes)\b(?!\s(?:as|what|the)\b)/giu;

/** The words of a draft that add to what the article says how, without what or how many times, and that the article has nothing of. */
export function addedIn({ draft, support }: Case): Range[] {
  const { text } = draft;
  return Array.from(text.matchAll(ADDED)).flatMap(({ 0: words, index, groups = {} }) => {
    const { how, what, count } = groups;
    const [word] = wordsOf(how ?? what ?? '');
    const isKnown = count
      ? support.sentences.some(({ sentence }) => COUNTED.test(sentence.text))
      : !word ||
        word.isFunction ||
        support.sentences.some((home) => home.strengthOf(word.stem) > 0) ||
        /ing$/.test(word.term);
    const isNamed = draft.mentions.some(({ start, end }) => start < index + words.length && index < end);
    return isKnown || isNamed ? [] : [{ start: index, end: index + words.length }];
  });
}

const COUNTED = /\b(?:once|twice|thrice|times|again|visits|trips|meetings)\b/i;

import type { Stories } from '../model.ts';
import { termsOf } from './analysis.ts';

/** The words of a claim set's texts, folded for comparison: for each text one string, with a space before and after each word. */
export interface Words {
  /** Of the names of each entity. */
  readonly names: readonly (readonly string[])[];
  /** Of each sentence that has claims. */
  readonly sentences: readonly string[];
  /** Of each claim. */
  readonly claims: readonly { readonly text: string; readonly quote: string; readonly keywords: string }[];
}

/** Takes the texts of a claim set apart. */
export function wordsOf({ claims, entities }: Stories): Words {
  const sentences = claims.filter(({ sentence }, position) => sentence !== claims[position - 1]?.sentence);
  return {
    names: entities.map(({ name, aliases }) => [
      ...new Set([name, ...aliases].map((each) => joined(termsOfName(each)))),
    ]),
    sentences: sentences.map(({ sentence }) => joined(termsOf(sentence.text))),
    claims: claims.map(({ text, quote, keywords }) => ({
      text: joined(termsOf(text)),
      quote: joined(termsOf(quote.exact)),
      keywords: joined(termsOf(keywords.join('\n'))),
    })),
  };
}

const joined = (terms: readonly string[]) => ` ${terms.map((term) => `${term} `).join('')}`;

/** The words of one text. */
export const split = (words: string): string[] => words.split(' ').filter(Boolean);

/** How many words one text has. */
export function count(words: string): number {
  let spaces = 0;
  for (let at = words.indexOf(' '); at >= 0; at = words.indexOf(' ', at + 1)) spaces += 1;
  return spaces - 1;
}

/** Tells whether a text has a word, or words in a row. */
export function holding(term: string): (words: string) => boolean {
  const spaced = ` ${term} `;
  return (words) => words.includes(spaced);
}

/** The words that begin so; with '' all of them. */
export function wordsFrom(beginning: string, words: string): string[] {
  if (beginning === '') return split(words);
  const found: string[] = [];
  for (let at = words.indexOf(` ${beginning}`); at >= 0; at = words.indexOf(` ${beginning}`, at + 1)) {
    found.push(words.slice(at + 1, words.indexOf(' ', at + 1)));
  }
  return found;
}

/** A name's words without the article before it ("the West"). */
function termsOfName(name: string): string[] {
  const terms = termsOf(name);
  return terms[0] === 'the' && terms.length > 1 ? terms.slice(1) : terms;
}

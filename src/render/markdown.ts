import { visible } from './sinks.ts';

/** Text as it reads in Markdown: nothing in it becomes markup, HTML or a table's border. An address stays whole, and is a link. */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .split(ADDRESS)
    .map((part, index) => (index % 2 ? `<${part}>` : escapeWords(part)))
    .join('')
    .replace(
      /^(\s*)([-+=]|\d+[.)])/,
      (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    );
}

/** An address without the punctuation after it. */
const ADDRESS = /(https?:\/\/[^\s<>|\\`*"“”]*[^\s<>|\\`*"“”.,;:!?')\]}’…])/;

const escapeWords = (text: string): string =>
  text.replace(/[\\`*_[\]<>|#~&]/g, '\\$&').replace(/\bwww\./g, 'www&#46;');

/**
 * Words in bold between others. Asterisks beside letters do not count as marks where the words begin or end with
 * punctuation; a letter that is written by its number does not stand in their way.
 *
 * @example boldMarkdown('US', '$5 million', '.') // 'U&#83;**$5 million**.'
 */
export function boldMarkdown(before: string, words: string, after: string): string {
  // Emphasis neither begins nor ends with a space.
  const bold = escapeMarkdown(words.trim());
  if (bold === '') return escapeMarkdown(before + words + after);
  const start = words.length - words.trimStart().length;
  const left = visible(before + words.slice(0, start));
  const right = visible(words.slice(words.trimEnd().length) + after);
  const [lastBefore = ''] = Array.from(left.slice(-2)).slice(-1);
  const [firstAfter = ''] = Array.from(right.slice(0, 2));
  const isHeld = (inside: string, outside: string) => PUNCTUATION.test(inside) && WORD.test(outside);
  return [
    isHeld(bold.slice(0, 1), lastBefore)
      ? escapeMarkdown(left.slice(0, -lastBefore.length)) + byNumber(lastBefore)
      : escapeMarkdown(left),
    `**${bold}**`,
    isHeld(bold.slice(-1), firstAfter)
      ? byNumber(firstAfter) + escapeMarkdown(right.slice(firstAfter.length))
      : escapeMarkdown(right),
  ].join('');
}

const PUNCTUATION = /[\p{P}\p{S}]/u;
/** Neither space nor punctuation. */
const WORD = /[^\s\p{P}\p{S}]/u;

const byNumber = (character: string) => `&#${character.codePointAt(0)};`;

import type { Stretch } from './stretch.ts';

/** A word or a mark of a text. */
export interface Token extends Stretch {
  readonly lower: string;
  readonly isWord: boolean;
}

const TOKEN =
  /[\p{L}\p{N}$€£](?:[\p{L}\p{N}]|[’'.&-](?=[\p{L}\p{N}])|\.(?=\s\p{Lu}\p{Ll})(?<=\b(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Col|Lt|Sgt|Capt|Prof|Rev|St|Jr|Sr|\p{Lu})\.))*|[^\s\p{L}\p{N}]/gu;

/** The words and marks of an English text, in order. */
export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
    words,
    lower: words.toLowerCase().replaceAll('’', "'"),
    isWord: /^[\p{L}\p{N}$€£]/u.test(words),
  }));
}

export const wordSet = (words: string) => new Set(words.split(/\s+/));

export const DETERMINER = wordSet(
  'the a an this that these those his her its their our my your some any no each every another such one two three four five several many few most all both',
);

export const STOP = wordSet(
  'that and but or nor while although though because when if whether where which as since after before than so until unless to by who whom whose then what how why with without about into between among against during under over through despite amid',
);

export const LINKING = wordSet('of for in at from on');

export const PRONOUN = wordSet('he she they we you i it who');

export const AUXILIARY = wordSet(
  "has have had having is are was were be been being do does did will would may might could can cannot should must hasn't haven't hadn't isn't aren't wasn't weren't don't doesn't didn't won't wouldn't couldn't can't 'd",
);

import { lazily } from '../lazily.ts';
import words from './near-words.json' with { type: 'json' };
import { NEWS_WORDS } from './news-words.ts';
import { relateAll, unpacked } from './packed-relations.ts';

// From WordNet 3.1 (Princeton University), by scripts/near-words.js.
const near = lazily(() => relateAll(unpacked(words), [...NEWS_WORDS, ...MORE_NEAR]));
const opposite = lazily(() => relateAll(unpacked(words, '!'), MORE_OPPOSITES));

const NONE: ReadonlySet<string> = new Set();

/** Words that say the same of one thing, though nobody would search by one for the other, as stems. */
const MORE_NEAR = [
  'reach arriv',
  'evid proof',
  'break collaps',
  'presid head lead chair',
  'loan lend',
  'ask request',
  'media outlet',
  'convinc persuad',
  'seem appear',
  'tie link',
  'calm sooth',
  'dead death toll',
  'report document',
  'fall drop lose',
  'drop quit',
  'shrink dwindl',
];

/** Opposites of news that WordNet does not have as such, as stems. */
const MORE_OPPOSITES = [
  'start end',
  'start stop',
  'begin stop',
  'continu stop',
  'up down',
  'in out',
  'before after',
  'above below',
  'over under',
  'worsen improv',
  'increasingli decreasingli',
  'close apart',
  'close further',
  'reviv abandon',
  'start abandon',
  'eager reluct',
  'temporari perman',
  'approv reject',
  'support oppos',
  'hire fire',
  'boi man',
  'girl woman',
  'hope fear',
  'gain lose',
  'deni confirm',
  'deni admit',
  'deni conced',
  'join leav',
  'noon midnight',
  'bui sell',
  ...pairs('bar ban forbid prohibit', 'allow permit let'),
  ...pairs(
    'rise jump soar surg climb increas grow ralli gain',
    'fall drop plung sink tumbl slide declin decreas slump shrink lose',
  ),
];

/** Every word of one list with every word of the other. */
function pairs(ones: string, others: string): string[] {
  return ones.split(' ').flatMap((one) => others.split(' ').map((other) => `${one} ${other}`));
}

/** The stems of English words that may stand for one with this stem: `injur` for `hurt`. */
export const nearStems = (stem: string): ReadonlySet<string> => near().get(stem) ?? NONE;

/** The stems of English words that say the opposite: `reject` for `accept`. */
export const oppositeStems = (stem: string): ReadonlySet<string> => opposite().get(stem) ?? NONE;

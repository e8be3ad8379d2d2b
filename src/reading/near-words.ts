import { lazily } from '../lazily.ts';
import words from './near-words.json' with { type: 'json' };
import { type Related, relate, unpacked } from './packed-relations.ts';

// From WordNet 3.1 (Princeton University), by scripts/near-words.js.
const near = lazily(() => withMore(unpacked(words), MORE_NEAR));
const opposite = lazily(() => withMore(unpacked(words, '!'), MORE_OPPOSITES));

/** Relates all of each group, too. */
function withMore(related: Related, groups: readonly string[]): Related {
  for (const group of groups) {
    const stems = group.split(' ');
    stems.forEach((stem, at) => {
      for (const other of stems.slice(at + 1)) relate(related, stem, other);
    });
  }
  return related;
}

const NONE: ReadonlySet<string> = new Set();

/** Words that news have for each other and WordNet has not, or not alone, as stems. */
const MORE_NEAR = [
  'fire blaze',
  'hurt injur wound',
  'lack miss',
  'deni reject',
  'agre back endors',
  'expect think believ',
  'demolish raze dismantl scrap',
  'build construct erect',
  'bui acquir purchas',
  'worker employe staff',
  'firm compani busi',
  'cash monei fund',
  'chief head leader boss',
  'talk discuss negoti',
  'attend come',
  'trip visit journei travel tour',
  'flight launch mission',
  'earlier previou prior past',
  'fault problem flaw error',
  'examin analyz analys studi',
  'fail break malfunct',
  'postpon delai',
  'cancel scrap',
  'close shut',
  'repair fix mend',
  'plane airplan aircraft jet',
  'ship vessel boat',
  'probe investig inquiri',
  'flood water',
  'damag destroi wreck',
  'resign quit',
  'arrest detain',
  'cost price',
  'drop fall decreas',
  'rise grow increas climb',
  'halt stop',
  'want wish desir',
  'warn caution',
  'town citi',
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
  'bui sell',
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

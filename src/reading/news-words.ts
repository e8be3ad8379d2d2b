import { lazily } from '../lazily.ts';
import { relateAll } from './packed-relations.ts';

/** Words that news have for each other and WordNet has not, or not alone, as stems. */
export const NEWS_WORDS = [
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
  'chief head leader boss director',
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
  'media press newspap',
  'scientist research',
  'lawyer attornei',
  'doctor physician',
  'job post posit',
  'resid inhabit',
  'suspend halt paus',
  'speak spokesman spokeswoman spokesperson',
];

const near = lazily(() => relateAll(new Map(), NEWS_WORDS));
const NONE: ReadonlySet<string> = new Set();

/** The stems of words that news have for one with this stem. */
export const newsStems = (stem: string): ReadonlySet<string> => near().get(stem) ?? NONE;

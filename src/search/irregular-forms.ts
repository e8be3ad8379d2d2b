import { addTo } from '../group-by.ts';
import { lazily } from '../lazily.ts';
import { stemOf } from './tokens.ts';

/** Forms that no rule of endings makes: of each verb or noun all its forms, the first the one it is looked up by. */
const IRREGULAR = `arise arose arisen;awake awoke awoken;bear bore borne;beat beaten;become became;begin began begun;bend bent;bind bound;
bite bit bitten;bleed bled;blow blew blown;break broke broken;breed bred;bring brought;build built;burn burnt;buy bought;catch caught;
choose chose chosen;cling clung;come came;creep crept;deal dealt;die dying died;dig dug;draw drew drawn;dream dreamt;drink drank drunk;
drive drove driven;eat ate eaten;fall fell fallen;feed fed;feel felt;fight fought;find found;flee fled;fly flew flown;forbid forbade forbidden;
forget forgot forgotten;forgive forgave forgiven;freeze froze frozen;give gave given;grind ground;grow grew grown;hang hung;hear heard;
hide hid hidden;hold held;keep kept;kneel knelt;know knew known;lay laid;lead led;leap leapt;learn learnt;leave left;lend lent;lie lay lain lying;
light lit;lose lost;make made;mean meant;meet met;pay paid;prove proven;ride rode ridden;ring rang rung;rise rose risen;run ran;say said;
see saw seen;seek sought;sell sold;send sent;shake shook shaken;shine shone;shoot shot;show shown;shrink shrank shrunk;sing sang sung;
sink sank sunk;sit sat;sleep slept;slide slid;speak spoke spoken;spend spent;spin spun;spring sprang sprung;stand stood;steal stole stolen;
stick stuck;strike struck stricken;swear swore sworn;sweep swept;swim swam swum;swing swung;take took taken;teach taught;tear tore torn;tell told;
think thought;throw threw thrown;understand understood;wake woke woken;wear wore worn;weave wove woven;weep wept;win won;wind wound;
withdraw withdrew withdrawn;write wrote written;go went gone;child children;foot feet;goose geese;man men;mouse mice;person people;tooth teeth;
woman women;wife wives;life lives;half halves;leaf leaves;knife knives;wolf wolves;thief thieves;crisis crises;analysis analyses;basis bases;
good better best;bad worse worst;far further furthest;spokesman spokesmen spokeswoman spokeswomen spokesperson spokespeople;
chairman chairmen chairwoman chairperson`;

const groups = lazily(() => IRREGULAR.split(';').map((group) => group.trim().split(/\s+/)));
const groupsByForm = lazily(() => groupsBy((form) => form));
const groupsByStem = lazily(() => groupsBy(stemOf));

function groupsBy(keyOf: (form: string) => string): Map<string, string[][]> {
  const by = new Map<string, string[][]>();
  for (const group of groups()) for (const key of new Set(group.map(keyOf))) addTo(by, key, group);
  return by;
}

/** What is spelt in two ways, in Britain and America or of one and of many: a pattern, and what else may stand there. */
const OTHER_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{3})our(?=(?:s|ed|ing|ful|able|ers?|ites?)?$)/, 'or'],
  [/(?<=[a-z]{3})or(?=(?:s|ed|ing|ful|able|ers?|ites?)?$)/, 'our'],
  // Not the other way: Porter's stem of "-ize" is another word ("organize", "organ").
  [/(?<=[a-z]{4})iz(?=(?:e[srd]?|ers|ing|ations?)$)/, 'is'],
  [/(?<=[a-z]{2}[bt])re(?=s?$)/, 'er'],
  [/(?<=[a-z]{2}[bt])er(?=s?$)/, 're'],
  [/(?<=[a-z]{2})mans?$/, 'men'],
  [/(?<=[a-z]{2})mens?$/, 'man'],
];

/**
 * The other forms of a word that no rule of endings finds: `took` and `taken` for `take`, `takes` and `taking`, `harbour` for `harbor`,
 * `fishermen` for `fisherman`. Some are no words.
 */
export function irregularFormsOf(term: string): readonly string[] {
  const bases = [term, term.replace(/s$/, ''), term.replace(/ing$/, ''), term.replace(/ing$/, 'e')];
  const base = bases.find((each) => groupsByForm().has(each));
  const forms = base === undefined ? [] : (groupsByForm().get(base)?.flat() ?? []);
  const spelt = OTHER_SPELLINGS.flatMap(([pattern, other]) =>
    pattern.test(term) ? term.replace(pattern, other) : [],
  );
  return [...forms, ...spelt].filter((form) => form !== term);
}

/** All forms of the irregular words that one form of which has this stem. */
export const irregularFormsOfStem = (stem: string): readonly string[] =>
  groupsByStem().get(stem)?.flat() ?? [];

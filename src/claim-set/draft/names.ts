import type { EntityType } from '../../model.ts';
import type { Reading } from '../../reading/read.ts';
import { isRealWord } from '../../search/real-words.ts';
import { countryOf } from './countries.ts';

/** What a name stands for, as far as the words around it tell; `isSure` where they do, and not only its look. */
export interface Kind {
  readonly type: EntityType;
  readonly isSure: boolean;
}

/** A name in a sentence. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** Another word for it, that the sentence has: “Russian” of Russia. */
  readonly alias: string | null;
  readonly kind: Kind;
  /** “the Otters”, “Sport England, which …”: no person. */
  readonly isThing: boolean;
  /** It begins a sentence and may be a common word: a name only if the text has it elsewhere. */
  readonly isDoubtful: boolean;
}

const set = (words: string) => new Set(words.split(/\s+/));
const TITLES = set(
  'president vice prime deputy foreign defense defence finance interior minister chancellor secretary gov governor sen senator rep representative gen general lt col maj major capt captain sgt sergeant prof professor dr doctor sir dame lord lady king queen prince princess pope mayor judge justice chief officer director chairman chairwoman chair executive cllr councillor councilor rev reverend father sister bishop archbishop cardinal ambassador adm admiral detective inspector constable commissioner superintendent sheriff speaker premier leader congressman congresswoman attorney spokesman spokeswoman spokesperson mr mrs ms of state former acting senior',
);
const ORGANISATION =
  /\b(?:Union|Commission|Council|Committee|Ministry|Department|Agency|Bank|Party|Parliament|Congress|Senate|Assembly|Press|Post|Times|Gazette|Herald|Tribune|Telegraph|Observer|Guardian|Chronicle|Journal|Courier|Daily|News|Media|Broadcasting|Television|Radio|University|College|School|Academy|Institute|Office|Bureau|Court|Company|Co|Corp|Inc|Ltd|PLC|LLC|Holdings|Motors|Group|Association|Federation|Foundation|Trust|Society|Alliance|League|Board|Nations|Organi[sz]ation|Service|Authority|Fund|Army|Navy|Air Force|Guard|Police|Club|Airlines?|Airways|Railways?|Kremlin|White House|Pentagon|Hospital|Museum)\b\.?$|^(?:Ministry|Department|Bank|University|Institute|Office|Court|Association|House|Board)\s+of\b|^(?:Organi[sz]ation)\b/u;
const PLACE =
  /\b(?:Street|Road|Avenue|Lane|Square|Park|River|Lake|Islands?|Bay|Beach|Airport|Station|Bridge|Church|Cathedral|Hall|House|Baths|Valley|Mountains?|Hills?|Harbou?r|Port|Peninsula|Palace|Stadium|Castle|County|City|Town|Village|Province|Sea|Ocean|Desert|Forest|Gardens?|Sands|Coast)$|^(?:Mount|Lake|Port|Fort|Cape|North|South|East|West|New)\s\p{Lu}/u;
const EVENT = /\b(?:War(?:\s[IVX]+)?|Day|Games|Cup|Olympics|Festival|Championships?|Revolution|Summit)$/u;
/** What a name is, by the noun behind it: “the Penbury Otters swimming club”. */
const ORGANISATION_BEHIND =
  /^\s(?:\p{Ll}+\s){0,2}(?:club|company|group|agency|newspaper|party|union|firm|bank|team|council|magazine|charity|website|network|university|school|ministry|government)\b/u;
const ORGANISATION_BEFORE =
  /\b(?:club|company|group|agency|newspaper|daily|party|union|firm|bank|team|magazine|charity|website|network|broadcaster|channel|airline|[a-z]+maker),?\s+$/u;
const PLACE_BEHIND =
  /^(?:[’']s\s)?\s?(?:\p{Ll}+\s)?(?:hall|street|road|station|airport|river|region|province|district|city|town|village|area|coast)\b/u;
/** A lower-case role: “harbour master Ida Crome”. */
const ROLE_BEFORE =
  /(?<!\p{L})(?!(?:after|over|under|per|for|or|nor|never|ever|later|other|another|whether|rather|either|neither|number|however|earlier|further|better|former|before|together|river|summer|winter|october|november|december|september|order|power|letter|paper|border|tower|quarter|water|weather)\s)(?:\p{Ll}+(?:er|or|ist|ian)|president|chief|head|captain|coach|king|queen|pope|spokes\p{Ll}+|chair(?:man|woman)?)\s+$/u;
const AMONG = /\b(?:in|near|outside|across|around|throughout|inside)\s+$/u;
const TOWARDS =
  /\b(?:travel|trip|visit|fl[ey]w?|dr[io]ve|went|go|goes|going|mov|journey|miles|kilomet|road|train|flight|ferry|return|back|came|come|sail|walk)\p{L}*(?:\s\S+){0,3}\s(?:to|from|towards?)\s+$/u;
const ZONE = /^(?:UTC|MSK|[A-Z]{1,2}[SD]?T)$/;

/** The names of a sentence, in order, each with what it may stand for: that of its dateline is a place. */
export function mentionsIn({ names, sayings, text }: Reading, dateline: number): Mention[] {
  return names
    .filter(({ start }) => start >= dateline || !text.slice(0, start).includes('('))
    .flatMap(({ start, end, words }) =>
      split(words).map((part) => ({ ...part, start: start + part.at, whole: end })),
    )
    .flatMap(({ words, start, isTitled, whole }): Mention[] => {
      const end = start + words.length;
      const [before, behind] = [text.slice(start < dateline ? 0 : dateline, start), text.slice(end)];
      // “6 a.m. GMT”, “his New Year’s address”
      if (
        /^New Year(?:[’']s)?$/u.test(words) ||
        (ZONE.test(words) && /\d\s*(?:[ap]\.?m\.?\s*)?$/i.test(before))
      )
        return [];
      const country = countryOf(words);
      if (country === null && isAdjective(words, behind)) return [];
      const isThing = /\b[Tt]he\s+$/u.test(before) || /^,\s+which\b/u.test(behind);
      const speaks = sayings.some(
        ({ speaker }) =>
          speaker &&
          speaker.start <= start &&
          whole <= speaker.end &&
          text.slice(speaker.start, start).trim() === '',
      );
      const first = /(?:^|[“"‘(—–:]|[.!?]\s)\s*$/u.test(before);
      return [
        {
          start,
          end,
          name: country ?? words,
          alias: country !== null && country !== words && !/\./.test(words) ? words : null,
          kind:
            country === null && start >= dateline
              ? kindOf(words, before, behind, isTitled, isThing, speaks)
              : { type: 'place', isSure: true },
          isThing,
          isDoubtful: first && !words.includes(' ') && country === null && isRealWord(words.toLowerCase()),
        },
      ];
    });
}

interface NamePart {
  readonly words: string;
  readonly at: number;
  readonly isTitled: boolean;
}

/** “Russian President Vladimir Putin” is a country and a person; a title alone is no name. */
function split(words: string): NamePart[] {
  if (ORGANISATION.test(words)) return [{ words, at: 0, isTitled: false }];
  const tokens = Array.from(words.matchAll(/\S+/gu), ({ 0: word, index }) => ({ word, index }));
  const isTitle = tokens.map(
    ({ word }) => TITLES.has(word.toLowerCase().replace(/\.$/, '')) && word !== word.toUpperCase(),
  );
  const first = isTitle.indexOf(true);
  if (first === -1) return [{ words, at: 0, isTitled: false }];
  const behind = isTitle.indexOf(false, first);
  const last = behind === -1 ? tokens.length : behind;
  const head = words.slice(0, tokens[first]?.index).trim();
  const from = tokens[last]?.index ?? words.length;
  // “Sport Director” may be anything; a title before the name or behind a country is one.
  if (last === tokens.length && head !== '' && countryOf(head) === null)
    return [{ words, at: 0, isTitled: false }];
  return [
    { words: head, at: 0, isTitled: false },
    { words: words.slice(from), at: from, isTitled: true },
  ].filter((part) => part.words !== '');
}

/** “Baltic fishermen”: an adjective of a place that is no country. */
const isAdjective = (words: string, behind: string) =>
  /^(?:\p{L}+(?:ian|ese|ish)|European|African|Asian|Western|Eastern|Northern|Southern)$/u.test(words) &&
  (/^\s\p{Ll}/u.test(behind) || TITLES.has((/^\s(\p{L}+)/u.exec(behind)?.[1] ?? '').toLowerCase()));

function kindOf(
  name: string,
  before: string,
  behind: string,
  isTitled: boolean,
  isThing: boolean,
  speaks: boolean,
): Kind {
  const sure = (type: EntityType): Kind => ({ type, isSure: true });
  const guess = (type: EntityType): Kind => ({ type, isSure: false });
  if (ORGANISATION.test(name) || ORGANISATION_BEHIND.test(behind) || ORGANISATION_BEFORE.test(before))
    return sure('organisation');
  if (isTitled || /\b(?:Mrs?|Ms|Dr|Prof|Cllr)\.?\s+$/u.test(before)) return sure('person');
  if (EVENT.test(name)) return sure('event');
  if (PLACE.test(name) || PLACE_BEHIND.test(behind)) return sure('place');
  if (/^,\s+(?:who\b|\d{1,3},)/u.test(behind) || (!isThing && ROLE_BEFORE.test(before)))
    return sure('person');
  if (AMONG.test(before) || TOWARDS.test(before)) return sure('place');
  if (/^\p{Lu}{2,5}$/u.test(name)) return guess('organisation');
  const isSeveral = name.includes(' ');
  const isSetOff = /,\s+$/u.test(before) && /^(?:,|\s+(?:said|says|told))/u.test(behind);
  if (!isThing && isSeveral && (speaks || isSetOff))
    return { type: 'person', isSure: !name.split(' ').some((word) => isRealWord(word.toLowerCase())) };
  if (!isThing && isSeveral) return guess('person');
  return guess(
    /\b(?:to|from|at|of)\s+$/u.test(before) || /^[’']s\s/u.test(behind) ? 'place' : 'organisation',
  );
}

const PERSON_NOUN =
  /^(?:\p{L}+(?:er|or|ist|ian|man|woman|person)|president|chief|head|captain|coach|king|queen|pope|resident|student|parent|aide|source|witness|official)$/iu;
const WORK =
  /^(?:papers?|reports?|stud(?:y|ies)|documents?|statements?|surveys?|memos?|records?|letters?|polls?|filings?|law|bill|book|film)$/i;
const ORGANISATION_NOUN =
  /^(?:union|commission|council|committee|ministry|department|agency|bank|party|parliament|press|university|institute|office|court|company|association|service|authority|fund|army|navy|police|club|airline|newspaper|government|firm|group|hospital|school|board|team|media)$/i;

/** What a speaker without a name is, by the noun that it is called: “a spokesperson for the club”, “campaigners”. */
export function kindOfCalled(words: string): Kind {
  const [head = ''] = words.split(/\s(?:of|for|in|at|on|from|with|who|close|familiar)\s/);
  const noun = head.split(/\s/).at(-1) ?? '';
  const isSeveral =
    /^(?:two|three|four|five|some|many|several|other)\b/i.test(words) ||
    (/s$/.test(noun) && !/ss$/.test(noun));
  if (WORK.test(noun)) return { type: 'work', isSure: true };
  if (ORGANISATION_NOUN.test(noun)) return { type: 'organisation', isSure: true };
  if (PERSON_NOUN.test(noun)) return { type: 'person', isSure: true };
  return { type: 'group', isSure: isSeveral || /(?:men|women|people|children|staff)$/i.test(noun) };
}

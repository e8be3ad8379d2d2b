import type { NameFound } from '../../reading/names.ts';
import { lemmaOf } from '../../reading/saying-verbs.ts';
import { type Stretch, stretch } from '../../reading/stretch.ts';
import { type NamedEntity, overlap, type ReadClaim, type Rule } from './context.ts';
import { bare, contentWords, foldName, stemOf, wordsOf } from './terms.ts';

/** Two of the sentence that have changed places: “A relies on B” told as “B relies on A”, “A sued B” as “B sued A”. */
export const swappedNames: Rule<ReadClaim> = {
  name: 'swapped-names',
  ask: (context) => {
    const { reading, said } = context;
    const own = entitiesOf(context);
    const [there, here] = [
      mentionsIn(reading.text, own, reading.names),
      mentionsIn(said.text, own, said.names),
    ];
    const places = placesOf(reading.text, [...there, ...mentionsIn(reading.text, [], reading.names)]);
    const swapped = placesOf(said.text, [...here, ...mentionsIn(said.text, [], said.names)]).find(
      ({ key, of }) => {
        const theirs = places.filter((each) => each.key === key);
        return (
          theirs.length > 0 &&
          // “The storm made landfall” told as “Cyclone Neria made landfall”, which the storm is.
          ![of, ...here.filter((each) => overlap(each, of))].some((own) =>
            theirs.some((each) => isSame(each.of, own)),
          ) &&
          (there.some((each) => isSame(each, of)) || PRONOUN.test(reading.text)) &&
          // “approved the KNA commentary”: the name goes with the noun behind it.
          !theirs.some((each) => said.text.slice(of.end).startsWith(` ${each.of.words}`)) &&
          theirs.every((each) => here.some((other) => isSame(other, each.of)))
        );
      },
    );
    const theirs = places.find(({ key }) => key === swapped?.key);
    return swapped && theirs
      ? [
          {
            field: 'text',
            message: `says “${swapped.words}”, and the sentence says “${theirs.words}”: are they the right way round?`,
          },
        ]
      : [];
  },
};

/** Somebody of the sentence may stand there as a pronoun. */
const PRONOUN = /^(?:he|she|it|they)\b/i;

interface Place {
  readonly of: Mention;
  /** The words that stand before or behind. */
  readonly key: string;
  readonly words: string;
}

/** “reliance on |Beijing|”, “owing |Calder|”. */
const BEFORE =
  /(?<word>[\p{L}’'-]+)(?:\s(?<preposition>on|to|with|from|for|against|of|by|over|into|than|at|in))?\s(?:the\s)?$/iu;
/** “|Kestrian| trawlers”, “|Ada Rae| sued”, “|the council|, which suspended”. */
const BEHIND =
  /^(?<relative>,\s(?:which|who))?\s(?:(?:has|have|had|will|would)\s)?(?!\p{L}+sel(?:f|ves)\b)(?<word>\p{Ll}{3,})(?!\sby\b)/u;

/** “the ministers of Kestria and |Norvane| met”: what stands behind is not of the last name alone. */
const COORDINATED = /(?:,|\band|\bor)\s(?:the\s)?$/iu;

function placesOf(text: string, mentions: readonly Mention[]): Place[] {
  return mentions.flatMap((of): Place[] => {
    const { start, end, words } = of;
    const before = BEFORE.exec(text.slice(Math.max(0, start - 60), start));
    const { word = '', preposition = '' } = before?.groups ?? {};
    const { word: behind = '', relative } = BEHIND.exec(text.slice(end))?.groups ?? {};
    // “Ada Rae, the owner, who bought it”: she is the owner.
    const isApposition = relative !== undefined && /,\s(?:\p{Ll}+\s)*$/u.test(text.slice(0, start));
    // “its hometown of Ostra”: the town itself.
    const isPlace = /^of$/i.test(preposition) && PLACE.test(word);
    const isRole = preposition === '' && (!/(?:ed|ing|s)$/.test(word) || lemmaOf(word.toLowerCase()));
    return [
      ...(contentWords(word).length > 0 && /^\p{Ll}/u.test(word) && !isPlace && !isRole
        ? [
            {
              of,
              key: `${stemOf(word)} ${preposition.toLowerCase()} _`,
              words: `${before?.[0].trim()} ${words}`,
            },
          ]
        : []),
      ...(contentWords(behind).length > 0 &&
      !lemmaOf(behind)?.isInvertible &&
      preposition === '' &&
      !COORDINATED.test(text.slice(0, start)) &&
      !isApposition
        ? [{ of, key: `_${/[’']s?$/.test(words) ? 's' : ''} ${stemOf(behind)}`, words: `${words} ${behind}` }]
        : []),
    ];
  });
}

const PLACE = /(?:town|city|village|port|state|county|province|district|region|island|republic|kingdom)$/i;

function isSame(a: Mention, b: Mention): boolean {
  const words = new Set(wordsOf(a.words));
  return a.id === b.id || wordsOf(b.words).some((word) => words.has(word));
}

/** Two entities on the other sides of a verb: “the union accuses the firm” told as “the firm accuses the union”. */
export const swappedRoles: Rule<ReadClaim> = {
  name: 'swapped-roles',
  ask: (context) => {
    const { reading, said } = context;
    const own = entitiesOf(context);
    const there = pairsIn(reading.text, own, reading.names);
    const bearer = turnedBearer(said.text, reading.text);
    if (bearer) return [{ field: 'text', message: bearer }];
    const [turned] = pairsIn(said.text, own, said.names).filter(
      ({ first, second, verb }) =>
        there.some((each) => each.first === second && each.second === first && each.verb === verb) &&
        !there.some((each) => each.first === first && each.second === second && each.verb === verb),
    );
    return turned
      ? [{ field: 'text', message: `says “${turned.words}”: are the two the right way round?` }]
      : [];
  },
};

/**
 * “its main rival, the Kestrel” told as “The Tern is the main rival of the Kestrel”: the rival is another. So it is where
 * “Ada Rae, Holt’s rival” is told as “Holt is Ada Rae’s rival”.
 */
function turnedBearer(text: string, sentence: string): string | null {
  const { who = '', role, whose } = (OF_WHOM.exec(text) ?? WHOSE.exec(text))?.groups ?? {};
  if (!role || !whose) return null;
  const head = contentWords(role).at(-1);
  const apposition = new RegExp(
    `\\b(?:its|his|her|their|the|[\\p{L}]+[’']s?)\\s(?:[\\p{Ll}-]+\\s)*${head},?\\s(?<bearer>(?:the\\s)?\\p{Lu}[^,.;]*)`,
    'u',
  );
  const bearer = apposition.exec(sentence)?.groups?.['bearer'];
  if (bearer && foldName(bearer) === foldName(whose))
    return `says “${role} of ${whose}”, and in the sentence the ${head} is ${bearer}`;
  const owned = [who, whose].map(
    (name) => new RegExp(`\\b${name}[’']s? ${role}\\b`, 'u').exec(sentence)?.[0],
  );
  return who && owned[0] && !owned[1]
    ? `says “${whose}’s ${role}”, and the sentence says “${owned[0]}”`
    : null;
}

const OF_WHOM =
  /\b(?:is|was|are|were)\s+(?:an?\s|the\s)?(?<role>[\p{Ll}\s-]+?)\s+(?:of|for|to)\s+(?<whose>.+?)[.]?$/u;
const WHOSE =
  /^(?<who>[\p{L}\p{N}\s-]+)\s(?:is|was|are|were)\s(?<whose>[\p{L}\p{N}\s-]+)[’']s?\s(?<role>\p{Ll}[\p{Ll}\s-]*)[.]?$/u;

interface Pair {
  readonly first: string;
  readonly second: string;
  /** The stem of a word between the two. */
  readonly verb: string;
  readonly words: string;
}

/** So many characters may stand between the two. */
const APART = 80;

/** The entities of a claim, its sources among them. */
const entitiesOf = ({ claim, entities }: ReadClaim): NamedEntity[] =>
  entities.filter(
    ({ id }) =>
      claim.subject === id ||
      claim.entities.includes(id) ||
      claim.attribution.some(({ source }) => source === id),
  );

interface Mention extends Stretch {
  readonly id: string;
}

/** Where a text names entities, the longest names first, or has other names. */
function mentionsIn(text: string, entities: readonly NamedEntity[], names: readonly NameFound[]): Mention[] {
  const words = wordPlaces(text);
  const named = entities.flatMap(({ id, folded }) =>
    folded.flatMap((name) =>
      placesOfName(name, words).map(({ start, end }) => ({ id, ...stretch(text, start, end) })),
    ),
  );
  // Other names go by their words: “Kestrian boats”.
  const others = names
    .filter((name) => !named.some(({ start, end }) => start < name.end && name.start < end))
    .map((name) => ({ id: name.words, ...stretch(text, name.start, name.end) }));
  return [...named, ...others].filter(
    (each, _, all) =>
      !all.some(
        (other) =>
          other !== each &&
          other.start <= each.start &&
          each.end <= other.end &&
          other.end - other.start > each.end - each.start,
      ),
  );
}

function pairsIn(text: string, entities: readonly NamedEntity[], names: readonly NameFound[]): Pair[] {
  const places = mentionsIn(text, entities, names);
  return places.flatMap((one) =>
    places.flatMap((other) => {
      const between = text.slice(one.end, other.start);
      // “was accused by” turns the two round, “and” puts them on one side, and “is the” tells what one is.
      if (other.id === one.id || other.start <= one.end || between.length > APART) return [];
      if (/\bby\b|[.,;:]|^\s*(?:and|or|[’']|(?:is|was|are|were) (?:an?|the)\b)/.test(between)) return [];
      if (
        places.some(
          ({ start, id }) => one.end < start && start < other.start && id !== one.id && id !== other.id,
        )
      )
        return [];
      // Who says something stands before it or behind: `text-speaker` asks about that.
      return contentWords(between)
        .filter((word) => !lemmaOf(word)?.isInvertible)
        .map((word) => ({
          first: one.id,
          second: other.id,
          verb: stemOf(word),
          words: text.slice(one.start, other.end),
        }));
    }),
  );
}

interface WordPlace {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

const wordPlaces = (text: string): WordPlace[] =>
  Array.from(text.matchAll(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    word: bare(wordsOf(word)[0] ?? ''),
  }));

/** Where a folded name stands among words. */
function placesOfName(name: string, words: readonly WordPlace[]): { start: number; end: number }[] {
  const parts = name.split(' ');
  return words.flatMap(({ start }, at) => {
    const last = words[at + parts.length - 1];
    return last && parts.every((part, index) => words[at + index]?.word === part)
      ? [{ start, end: last.end }]
      : [];
  });
}

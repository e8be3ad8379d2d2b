import type { NameFound } from '../../reading/names.ts';
import { lemmaOf } from '../../reading/saying-verbs.ts';
import type { NamedEntity, ReadClaim, Rule } from './context.ts';
import { bare, contentWords, foldName, stemOf, wordsOf } from './terms.ts';

/** Two names of the sentence that have changed places: “A relies on B” told as “B relies on A”. */
export const swappedNames: Rule<ReadClaim> = {
  name: 'swapped-names',
  ask: ({ reading, said }) => {
    const places = placesOf(reading.text, reading.names);
    const own = placesOf(said.text, said.names);
    const swapped = own.filter(({ key, name }) => {
      const theirs = places.filter((each) => each.key === key);
      return (
        theirs.length > 0 &&
        !theirs.some((each) => isSame(each.name, name)) &&
        (reading.names.some(({ words }) => isSame(words, name)) || PRONOUN.test(reading.text)) &&
        theirs.every((each) => said.names.some(({ words }) => isSame(words, each.name)))
      );
    });
    const [first] = swapped;
    const there = places.find(({ key }) => key === first?.key);
    return first && there
      ? [
          {
            field: 'text',
            message: `says “${first.words}”, and the sentence says “${there.words}”: are they the right way round?`,
          },
        ]
      : [];
  },
};

/** Somebody of the sentence may stand there as a pronoun. */
const PRONOUN = /^(?:he|she|it|they)\b/i;

interface Place {
  readonly name: string;
  /** The word and the preposition before the name, or the word behind it. */
  readonly key: string;
  readonly words: string;
}

/** Names behind a word and a preposition: “reliance on |Beijing|”. */
const BEFORE = /([\p{L}’'-]+)\s+(on|to|with|from|for|against|of|by|over|into|than|at|in)\s+(?:the\s+)?$/iu;

/** “|Kestrian| trawlers”, “|Ada Rae| sued”: the word that a name stands before. */
const BEHIND = /^\s(\p{Ll}{3,})/u;

function placesOf(text: string, names: readonly NameFound[]): Place[] {
  return names.flatMap(({ start, end, words }) => {
    const [before = '', word, preposition] = BEFORE.exec(text.slice(Math.max(0, start - 60), start)) ?? [];
    const [, behind = ''] = BEHIND.exec(text.slice(end)) ?? [];
    const isSaying = lemmaOf(behind)?.isInvertible;
    return [
      // “its hometown of Ostra”: the town itself.
      ...(word && preposition && !(/^of$/i.test(preposition) && PLACE.test(word))
        ? [
            {
              name: words,
              key: `${stemOf(word.toLowerCase())} ${preposition.toLowerCase()}`,
              words: `${before.trim()} ${words}`,
            },
          ]
        : []),
      ...(contentWords(behind).length > 0 && !isSaying
        ? [{ name: words, key: stemOf(behind), words: `${words} ${behind}` }]
        : []),
    ];
  });
}

const PLACE = /(?:town|city|village|port|state|county|province|district|region|island|republic|kingdom)$/i;

function isSame(a: string, b: string): boolean {
  const words = new Set(wordsOf(a));
  return wordsOf(b).some((word) => words.has(word));
}

/** Two entities on the other sides of a verb: “the union accuses the firm” told as “the firm accuses the union”. */
export const swappedRoles: Rule<ReadClaim> = {
  name: 'swapped-roles',
  ask: ({ claim, reading, said, entities }) => {
    const own = entities.filter(
      ({ id }) =>
        claim.subject === id ||
        claim.entities.includes(id) ||
        claim.attribution.some(({ source }) => source === id),
    );
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

/** “its main rival, the Kestrel” told as “The Tern is the main rival of the Kestrel”: the rival is another. */
function turnedBearer(text: string, sentence: string): string | null {
  const { role, whose } =
    /\b(?:is|was|are|were)\s+(?:an?\s|the\s)?(?<role>[\p{Ll}\s-]+?)\s+(?:of|for|to)\s+(?<whose>.+?)[.]?$/u.exec(
      text,
    )?.groups ?? {};
  if (!role || !whose) return null;
  const head = contentWords(role).at(-1);
  const apposition = new RegExp(
    `\\b(?:its|his|her|their|the|[\\p{L}]+[’']s?)\\s(?:[\\p{Ll}-]+\\s)*${head},?\\s(?<bearer>(?:the\\s)?\\p{Lu}[^,.;]*)`,
    'u',
  );
  const bearer = apposition.exec(sentence)?.groups?.['bearer'];
  return bearer && foldName(bearer) === foldName(whose)
    ? `says “${role} of ${whose}”, and in the sentence the ${head} is ${bearer}`
    : null;
}

interface Pair {
  readonly first: string;
  readonly second: string;
  /** The stem of a word between the two. */
  readonly verb: string;
  readonly words: string;
}

/** So many characters may stand between the two. */
const APART = 80;

function pairsIn(text: string, entities: readonly NamedEntity[], names: readonly NameFound[]): Pair[] {
  const words = wordPlaces(text);
  const named = entities.flatMap(({ id, folded }) =>
    folded.flatMap((name) => placesOfName(name, words).map((place) => ({ id, ...place }))),
  );
  // Other names go by their words: “Kestrian boats”.
  const others = names
    .filter((name) => !named.some(({ start, end }) => start < name.end && name.start < end))
    .map(({ start, end, words: id }) => ({ id, start, end }));
  const places = [...named, ...others].filter(
    (each, _, all) =>
      !all.some(
        (other) =>
          other !== each &&
          other.start <= each.start &&
          each.end <= other.end &&
          other.end - other.start > each.end - each.start,
      ),
  );
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

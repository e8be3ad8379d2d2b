import { groupBy } from '../group-by.ts';
import type { Entity, EntityType } from '../model.ts';
import { measuresFor } from '../search/asking.ts';
import type { Expansions } from '../search/expansions.ts';
import { irregularFormsOf, irregularFormsOfStem } from '../search/irregular-forms.ts';
import { monthsFor } from '../search/months.ts';
import { numeralsFor } from '../search/numerals.ts';
import { relatedStems } from '../search/related-words.ts';
import { mayBeginAlike } from '../search/sound.ts';
import { stemOf } from '../search/tokens.ts';
import type { Connection } from './connection.ts';
import { entriesOf, placesOf } from './entries.ts';

/** The words that typed ones may stand for, by how many claims hold each or stand in a sentence that does. */
export async function wordsFor(
  { rows }: Connection,
  asked: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const together = asked.map((term, at) => term + (asked[at + 1] ?? ''));
  const stems = asked.flatMap((term) => [term, ...irregularFormsOf(term)]).map(stemOf);
  const found = await rows<Counted>(
    `SELECT term, claims FROM vocabulary WHERE claims > 0 AND term = ANY($1)
     UNION SELECT term, claims FROM vocabulary WHERE claims > 0 AND stem = ANY($2)`,
    [
      [
        ...new Set([
          ...asked,
          ...together,
          ...asked.flatMap(numeralsFor),
          ...asked.flatMap(monthsFor),
          ...asked.flatMap(measuresFor),
        ]),
      ],
      [...new Set(stems.flatMap(stemsNear))],
    ],
  );
  const known = new Set(found.map(({ term }) => term));
  const unknown = asked.filter((term) => !known.has(term));
  const near = unknown.length ? await nearWords({ rows }, unknown) : [];
  return new Map([...found, ...near].map(({ term, claims }) => [term, claims]));
}

/** Porter's rules leave some forms apart by a letter. */
const stemsNear = (stem: string): string[] => [
  stem,
  ...(stem.length > SHARED_STEM ? [stem.slice(0, -1)] : []),
  ...(stem.length >= SHARED_STEM ? LETTERS.map((letter) => stem + letter) : []),
];

const SHARED_STEM = 5;

interface Counted {
  readonly term: string;
  readonly claims: number;
}

type Reader = Pick<Connection, 'rows'>;

/** Words that begin so, halves of words run together, those that a slip parts from an unknown one, and those of a near sense. */
async function nearWords({ rows }: Reader, unknown: readonly string[]): Promise<Counted[]> {
  const searched = unknown.filter(({ length }) => length >= SHORTEST && length <= LONGEST);
  const slips = searched.flatMap((term) =>
    LETTERS.filter((initial) => mayBegin(initial, term)).map((initial) => {
      const isOwn = initial === term[0];
      return { term, initial, edits: isOwn ? MOST_EDITS : 2, lengths: isOwn ? LENGTHS : 1 };
    }),
  );
  const related = unknown
    .flatMap((term) => [term, ...irregularFormsOf(term)])
    .flatMap((term) => [...relatedStems(stemOf(term))]);
  const relatedForms = related.flatMap((stem) => irregularFormsOfStem(stem));
  return rows<Counted>(
    `SELECT longer.* FROM unnest($1::text[]) AS beginning, LATERAL (SELECT term, claims FROM vocabulary
       WHERE claims > 0 AND term >= beginning AND term < beginning || $8 ORDER BY claims DESC LIMIT ${MOST_LONGER}) AS longer
     UNION SELECT term, claims FROM vocabulary WHERE claims > 0 AND term = ANY($2)
     UNION SELECT term, claims FROM vocabulary WHERE claims > 0 AND stem = ANY($9)
     UNION SELECT near.term, near.claims
     FROM unnest($3::text[], $4::text[], $5::text[], $6::integer[], $7::integer[]) AS typed (term, first, last, edits, lengths),
       LATERAL (SELECT vocabulary.term, claims FROM vocabulary
         WHERE claims > 0 AND vocabulary.term >= typed.first AND vocabulary.term < typed.last
           AND length(vocabulary.term) BETWEEN length(typed.term) - typed.lengths AND length(typed.term) + typed.lengths
           AND levenshtein_less_equal(vocabulary.term, typed.term, typed.edits) <= typed.edits
         ORDER BY levenshtein_less_equal(vocabulary.term, typed.term, typed.edits), vocabulary.term LIMIT ${NEAREST}) AS near`,
    [
      unknown.filter(({ length }) => length >= 3),
      [...unknown.flatMap((term) => [...partsOf(term), ...otherInitials(term)]), ...relatedForms],
      slips.map(({ term }) => term),
      slips.map(({ initial }) => initial),
      slips.map(({ initial }) => String.fromCodePoint((initial.codePointAt(0) ?? 0) + 1)),
      slips.map(({ edits }) => edits),
      slips.map(({ lengths }) => lengths),
      LAST,
      related,
    ],
  );
}

/** Behind whatever goes on after a beginning. */
const LAST = '\u{10ffff}';
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const SHORTEST = 4;
const LONGEST = 32;
const MOST_EDITS = 4;
const LENGTHS = 4;
const NEAREST = 60;
const MOST_LONGER = 200;

/** Whether a word with this initial may have been meant: its own, one that sounds like it, or its second letter. */
const mayBegin = (initial: string, [first = '', second = '']: string) =>
  mayBeginAlike(initial, first) || initial === second;

/** The word with another first letter, one more or one less. */
const otherInitials = (term: string): string[] =>
  term.length < SHORTEST
    ? []
    : [term.slice(1), ...LETTERS.flatMap((letter) => [letter + term, letter + term.slice(1)])];

/** Every beginning and every end of a word, of two letters or more. */
const partsOf = (term: string): string[] => cutsOf(term).flat();

const cutsOf = (term: string): [string, string][] =>
  Array.from({ length: Math.max(0, Math.min(term.length, LONGEST) - 3) }, (_, index) => [
    term.slice(0, index + 2),
    term.slice(index + 2),
  ]);

/** Which of the words that unknown ones may be run together of stand side by side in a text or quote, as pairs. */
export async function neighboursIn(
  { rows }: Reader,
  asked: readonly string[],
  holders: ReadonlyMap<string, number>,
): Promise<ReadonlySet<string>> {
  const pairs = asked
    .filter((term) => !holders.has(term))
    .flatMap(cutsOf)
    .filter((halves) => halves.every((half) => holders.has(half)));
  if (!pairs.length) return new Set();
  const found = await rows<{ first: string; second: string; before: string; after: string }>(
    `SELECT pair.*, one.claims AS before, other.claims AS after
     FROM unnest($1::text[], $2::text[]) AS pair (first, second) CROSS JOIN LATERAL (
       SELECT article_id, claims FROM claim_words WHERE term = pair.first LIMIT ${MOST_ASKED}
     ) AS one JOIN claim_words AS other ON other.term = pair.second AND other.article_id = one.article_id`,
    [pairs.map(([first]) => first), pairs.map(([, second]) => second)],
  );
  return new Set(found.filter(areNeighbours).map(({ first, second }) => `${first} ${second}`));
}

/** Whether some claim has a word and the other one after it, by the entries of a story for each. */
function areNeighbours({ before, after }: { readonly before: string; readonly after: string }): boolean {
  const placesOfClaim = new Map(entriesOf(after).map(({ claim, places }) => [claim, placesOf(places)]));
  return entriesOf(before).some(({ claim, places }) =>
    placesOf(places).some((place) => placesOfClaim.get(claim)?.includes(place + 1)),
  );
}

/** In so many stories at most. */
const MOST_ASKED = 500;

/** In words; few names are longer. */
const LONGEST_NAME = 8;
/** So many ways to understand a row of words are looked for. */
const MOST_WAYS = 40;

/** Words that more claims hold are in the names of too many. */
const IN_FEW_NAMES = 2000;
const MOST_NAMES = 500;
/** So many go by one name; those first whose own name it is. */
const MOST_BEARERS = 200;
/** So many of those that go by the own name of one of them. */
const MOST_NAMESAKES = 10;

/**
 * Everyone and everything whose name a row of typed words may be (as typed or as understood, the family name first or last,
 * with a middle name left out), or in whose name a rare one of them stands. An entity has only such names, and its own.
 */
export async function namedBy(
  { rows }: Reader,
  asked: readonly string[],
  expansions: Expansions,
  holders: ReadonlyMap<string, number>,
): Promise<Entity[]> {
  const ways = asked.map((term) => [
    ...new Set([term, ...expansions.of(term, asked.length === 1).map((each) => each.term)]),
  ]);
  const names = new Set<string>();
  for (let at = 0; at < asked.length; at += 1)
    for (let length = 1; length <= Math.min(LONGEST_NAME, asked.length - at); length += 1)
      for (const words of rowsOf(ways.slice(at, at + length))) {
        const [first = '', ...others] = words;
        names.add(words.join(' ')).add(['the', ...words].join(' '));
        if (others.length)
          names.add([...others, first].join(' ')).add([words.at(-1), ...words.slice(0, -1)].join(' '));
        if (words.length === 3) names.add(`${first} ${words[2]}`);
      }
  const rare = [...new Set(ways.flat())].filter((term) => (holders.get(term) ?? Infinity) <= IN_FEW_NAMES);
  const found = await rows<{ words: string; entity_id: string; name: string; type: EntityType }>(
    `WITH rare AS MATERIALIZED (SELECT * FROM entity_name WHERE string_to_array(words, ' ') && $2), found AS (
       SELECT bearer.* FROM unnest($1::text[]) AS typed, LATERAL (
         SELECT * FROM entity_name WHERE words = typed ORDER BY name <> typed, entity_id LIMIT ${MOST_BEARERS}
       ) AS bearer
       UNION (SELECT * FROM rare LIMIT ${MOST_NAMES})
     )
     SELECT * FROM found
     UNION SELECT bearer.* FROM (SELECT DISTINCT name FROM found) AS own, LATERAL (
       SELECT * FROM entity_name WHERE words = own.name ORDER BY entity_id LIMIT ${MOST_NAMESAKES}
     ) AS bearer
     ORDER BY entity_id, name, words`,
    [[...new Set([...names, ...ways.flat()])], rare],
  );
  return [...groupBy(found, ({ entity_id, name }) => `${entity_id} ${name}`).values()].map(
    ([first, ...others]) => ({
      id: first?.entity_id ?? '',
      name: first?.name ?? '',
      type: first?.type ?? 'person',
      aliases: [first, ...others].map((each) => each?.words ?? ''),
      description: null,
    }),
  );
}

/** Every choice of one word each, as far as they are few. */
function rowsOf(ways: readonly (readonly string[])[]): string[][] {
  let chosen: string[][] = [[]];
  for (const each of ways) {
    const next = chosen.flatMap((row) => each.map((word) => [...row, word]));
    chosen = next.length > MOST_WAYS ? chosen.map((row) => [...row, each[0] ?? '']) : next;
  }
  return chosen;
}

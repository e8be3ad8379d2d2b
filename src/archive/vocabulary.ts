import { groupBy } from '../group-by.ts';
import type { Entity, EntityType } from '../model.ts';
import type { Expansions } from '../search/expansions.ts';
import { irregularFormsOf } from '../search/irregular-forms.ts';
import { numeralsFor } from '../search/numerals.ts';
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
  const longer = stems.filter((stem) => stem.length >= 5);
  const found = await rows<Counted>(
    `SELECT term, claims FROM vocabulary WHERE claims > 0 AND term = ANY($1)
     UNION SELECT term, claims FROM vocabulary WHERE claims > 0 AND stem = ANY($2)
     UNION SELECT term, claims FROM unnest($3::text[], $4::text[]) AS shorter (first, last)
     JOIN vocabulary ON claims > 0 AND stem > first AND stem < last AND length(stem) = length(first) + 1`,
    [
      [...new Set([...asked, ...together, ...asked.flatMap(numeralsFor)])],
      // Porter's rules leave some forms apart by a letter.
      [...new Set(stems.flatMap((stem) => (stem.length > 5 ? [stem, stem.slice(0, -1)] : [stem])))],
      longer,
      longer.map((stem) => `${stem}\u{10ffff}`),
    ],
  );
  const known = new Set(found.map(({ term }) => term));
  const unknown = asked.filter((term) => !known.has(term));
  const near = unknown.length ? await nearWords({ rows }, unknown) : [];
  return new Map([...found, ...near].map(({ term, claims }) => [term, claims]));
}

interface Counted {
  readonly term: string;
  readonly claims: number;
}

type Reader = Pick<Connection, 'rows'>;

/** Words that begin so, halves of words run together, and those that a slip parts from an unknown one. */
async function nearWords({ rows }: Reader, unknown: readonly string[]): Promise<Counted[]> {
  const searched = unknown.filter(({ length }) => length >= SHORTEST && length <= LONGEST);
  const slips = searched.flatMap((term) =>
    LETTERS.filter((initial) => mayBegin(initial, term)).map((initial) => {
      const isOwn = initial === term[0];
      return { term, initial, edits: isOwn ? MOST_EDITS : 2, lengths: isOwn ? LENGTHS : 1 };
    }),
  );
  return rows<Counted>(
    `SELECT term, claims FROM (SELECT term, claims FROM vocabulary
       WHERE claims > 0 AND term LIKE ANY($1) ORDER BY claims DESC LIMIT ${MOST_LONGER}) AS longer
     UNION SELECT term, claims FROM vocabulary WHERE claims > 0 AND term = ANY($2)
     UNION SELECT near.term, near.claims
     FROM unnest($3::text[], $4::text[], $5::text[], $6::integer[], $7::integer[]) AS typed (term, first, last, edits, lengths),
       LATERAL (SELECT vocabulary.term, claims FROM vocabulary
         WHERE claims > 0 AND vocabulary.term >= typed.first AND vocabulary.term < typed.last
           AND length(vocabulary.term) BETWEEN length(typed.term) - typed.lengths AND length(typed.term) + typed.lengths
           AND levenshtein_less_equal(vocabulary.term, typed.term, typed.edits) <= typed.edits
         ORDER BY levenshtein_less_equal(vocabulary.term, typed.term, typed.edits), vocabulary.term LIMIT ${NEAREST}) AS near`,
    [
      unknown.filter(({ length }) => length >= 3).map((term) => `${literalPattern(term)}%`),
      unknown.flatMap((term) => [...partsOf(term), ...otherInitials(term)]),
      slips.map(({ term }) => term),
      slips.map(({ initial }) => initial),
      slips.map(({ initial }) => String.fromCodePoint((initial.codePointAt(0) ?? 0) + 1)),
      slips.map(({ edits }) => edits),
      slips.map(({ lengths }) => lengths),
    ],
  );
}

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

const literalPattern = (text: string) => text.replace(/[\\%_]/g, '\\$&');

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
  const placesOfClaim = new Map(
    entriesOf('', after).map(({ claim_id, places }) => [claim_id, placesOf(places)]),
  );
  return entriesOf('', before).some(({ claim_id, places }) =>
    placesOf(places).some((place) => placesOfClaim.get(claim_id)?.includes(place + 1)),
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
  const rare = [...holders].flatMap(([term, claims]) => (claims <= IN_FEW_NAMES ? [term] : []));
  const found = await rows<{ words: string; entity_id: string; name: string; type: EntityType }>(
    `WITH found AS (
       SELECT * FROM entity_name WHERE words = ANY($1)
       UNION (SELECT * FROM entity_name WHERE string_to_array(words, ' ') && $2 LIMIT ${MOST_NAMES})
     )
     SELECT * FROM found UNION SELECT entity_name.* FROM entity_name JOIN found ON entity_name.words = found.name
     ORDER BY entity_id, name, words`,
    [[...names, ...holders.keys()], rare],
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

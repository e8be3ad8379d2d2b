import { boundsOf } from '../edtf.ts';
import type { Sentence } from '../model.ts';
import type { DateFound } from '../reading/dates.ts';
import { type Reading, read } from '../reading/read.ts';

/** What the rules see in an English article, for an author to go on from. */
export interface Draft {
  readonly entities: readonly object[];
  readonly claims: readonly object[];
}

/**
 * Proposes an unfinished claim for each sentence, marked `draft`: its names as entities, and its speaker, hedge,
 * negation, condition and dates in their fields. Its text is the sentence itself: only a person can say what it claims.
 */
export function draftOf(sentences: readonly Sentence[]): Draft {
  const entities = new Map<string, { id: string; name: string; type: string }>();
  const claims = sentences.map((sentence) => draftClaim(sentence, entities));
  return { entities: [...entities.values()], claims };
}

function draftClaim(
  { id, text }: Sentence,
  entities: Map<string, { id: string; name: string; type: string }>,
): object {
  const reading = read(text);
  const entityOf = (name: string, type: string): string => {
    const known = [...entities.values()].find((each) => each.name === name || endsIn(each.name, name));
    if (known) return known.id;
    const slug = slugOf(name) || `entity-${entities.size + 1}`;
    const free = entities.has(slug) || slug === 'article' ? `${slug}-${entities.size + 1}` : slug;
    entities.set(free, { id: free, name, type });
    return free;
  };
  const names = reading.names.map(({ words, start, end }) =>
    entityOf(words, typeOf(words, text.slice(0, start), text.slice(end))),
  );
  const speakers = speakersOf(reading).map(({ name, type }) => entityOf(name, type));
  const [hedge] = reading.hedges.filter(({ kind }) => kind !== 'approximation' && kind !== 'ability');
  const time = timeOf(reading.dates);
  return {
    id: `${id}.1`,
    draft: true,
    text,
    quote: text,
    entities: [...new Set([...names, ...speakers])],
    attribution: speakers.map((source) => ({ source })),
    certainty: hedge?.strength ?? 'certain',
    polarity: reading.negations.some(({ kind }) => kind === 'plain') ? 'negated' : 'affirmed',
    stance: reading.intentions.length ? 'intended' : 'asserted',
    conditional: reading.conditions.some(({ kind }) => kind !== 'would'),
    hedge: hedge?.words ?? null,
    ...(time ? { time } : {}),
  };
}

const ORGANISATION =
  /\b(?:Union|Commission|Council|Committee|Ministry|Department|Agency|Bank|Party|Parliament|Press|Post|Times|University|Institute|Office|Court|Company|Corp|Inc|Ltd|Group|Association|Nations|Organi[sz]ation|Service|Authority|Fund|Army|Navy|Police|Club|Airlines?|Courier|Daily|News)\b/;

/** A guess, by the words around a name; whoever reads the draft mends it. */
function typeOf(name: string, before: string, after: string): string {
  if (ORGANISATION.test(name) || /^\p{Lu}{2,5}$/u.test(name)) return 'organisation';
  if (/\b(?:in|at|to|from|near|across|neighbou?ring)\s+$/.test(before)) return 'place';
  // “Tavria’s minister”, “Russian President”: a single name that owns a role.
  if (!name.includes(' ') && /^(?:[’']s\s|\s*,?\s*(?:president|leader|government)\b)/iu.test(after))
    return 'place';
  const isSetOff = /,\s+$/.test(before) && /^(?:,|\s+(?:said|says|told))/.test(after);
  const hasTitle =
    /\b(?:\p{L}+er|\p{L}+or|president|chief|head|captain|mayor|spokes\p{L}+|Mrs?|Ms|Dr)\.?\s+$/iu.test(
      before,
    );
  return isSetOff || hasTitle || /^\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}*)+$/u.test(name) ? 'person' : 'organisation';
}

/** “Crome” of “Ida Crome”. */
const endsIn = (name: string, part: string) => name.endsWith(` ${part}`);

/** Who says something: by name, in the speaker’s own words or set off behind them, and not as an owner; else by what they are called. */
function speakersOf({ sayings, names, text }: Reading): { name: string; type: string }[] {
  const found = sayings
    .filter(({ isDenied, manner }) => !isDenied && manner !== 'want' && manner !== 'think')
    .flatMap(({ speaker, start, end, verb }) => {
      if (!speaker) return [];
      const to = speaker.end <= start ? start : Math.max(end, speaker.end);
      const own = names.filter(
        (name) =>
          speaker.start <= name.start &&
          name.end <= to &&
          !/^[’']s?\s/.test(text.slice(name.end)) &&
          !/\b(?:of|in|for|from|at|the)\s+$/i.test(text.slice(speaker.start, name.start)),
      );
      const isInner = /^(?:citing|quoting)$/.test(verb);
      const name = own.at(-1);
      if (name) return [{ name: name.words, type: 'person', isInner }];
      return PRONOUN.test(speaker.words) ? [] : [{ name: calledOf(speaker.words), type: 'group', isInner }];
    });
  const outer = found.filter(({ isInner }) => !isInner);
  return (outer.length ? outer : found).slice(0, 1);
}

const PRONOUN = /^(?:he|she|they|it|we|who|i|you)$/i;
/** “The service” within a sentence: “the service”. */
const calledOf = (words: string) =>
  words.replace(/^(?:The|An?|Two|Three|Some|Many|Local|State)\b/, (word) => word.toLowerCase());

/** The time of the first date with a year; the others need the day of the article. */
function timeOf(dates: readonly DateFound[]): { edtf: string; text: string } | null {
  for (const { year, month, day, words } of dates) {
    if (year === null) continue;
    const parts = [String(year), month, month === null ? null : day].filter((part) => part !== null);
    const edtf = parts.map((part) => String(part).padStart(2, '0')).join('-');
    try {
      boundsOf(edtf);
      return { edtf, text: words };
    } catch {
      // “February 30” is no day.
    }
  }
  return null;
}

const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

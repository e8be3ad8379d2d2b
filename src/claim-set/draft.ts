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
  const speakers = speakersOf(reading).map((name) => entityOf(name, 'person'));
  const names = reading.names.map(({ words, start }) =>
    entityOf(words, /\b(?:in|at|to|from|near)\s+$/.test(text.slice(0, start)) ? 'place' : 'organisation'),
  );
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

/** “Crome” of “Ida Crome”. */
const endsIn = (name: string, part: string) => name.endsWith(` ${part}`);

/** Those who are named and say something. */
function speakersOf({ sayings, names }: Reading): string[] {
  const found = sayings
    .filter(({ isDenied, manner }) => !isDenied && manner !== 'want' && manner !== 'think')
    .flatMap(({ speaker }) => {
      if (!speaker) return [];
      const name = names.find(({ start, end }) => speaker.start <= start && end <= speaker.end);
      return name ? [name.words] : [];
    });
  return [...new Set(found)].slice(0, 1);
}

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

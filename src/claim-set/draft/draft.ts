import type { Sentence } from '../../model.ts';
import { read } from '../../reading/read.ts';
import type { Saying } from '../../reading/speakers.ts';
import { datelineLength } from '../dateline.ts';
import { type DraftEntity, Entities } from './entities.ts';
import { BASIS, type Fields, fieldsOf } from './fields.ts';
import { mentionsIn } from './names.ts';
import { type Part, partsOf, wholeOf } from './parts.ts';
import { sayingsOf } from './speakers.ts';
import { type ReadSentence, type Source, Voices } from './voices.ts';

/** What the rules see in an English article, for an author to go on from. */
export interface Draft {
  readonly entities: readonly DraftEntity[];
  readonly claims: readonly DraftClaim[];
  /** Reasons that inferred times name. */
  readonly bases: Readonly<Record<string, string>>;
}

interface DraftClaim extends Fields {
  readonly id: string;
  readonly draft: true;
  readonly text: string;
  readonly quote: string;
  entities: readonly string[];
  attribution: readonly Source[];
}

/** In characters; a longer sentence is no prose, and its words are not read. */
const LONGEST = 5000;

/**
 * Proposes unfinished claims, marked `draft`: one for each clause of a sentence, with its speaker, hedge, negation, condition and date in
 * their fields. An entity is marked where nothing tells its type. Only a person can say what a sentence claims.
 *
 * @param issued the day of the article, from which “last month” is told; null where it is not known
 */
export function draftOf(sentences: readonly Sentence[], issued: string | null): Draft {
  const all = sentences.map((sentence): ReadSentence => {
    const reading = read(sentence.text.length > LONGEST ? '' : sentence.text);
    return { sentence, reading, mentions: mentionsIn(reading, datelineLength(reading.text)) };
  });
  const entities = new Entities(all.flatMap(({ mentions }) => mentions));
  const voices = new Voices(entities);
  const claims = all.flatMap((each) => draftSentence(each, entities, voices, issued));
  const used = new Set(
    claims.flatMap(({ entities, attribution }) => [...entities, ...attribution.map(({ source }) => source)]),
  );
  const isInferred = claims.some(({ time }) => time && 'basis' in time);
  return {
    entities: entities.list(used),
    claims,
    bases: isInferred && issued !== null ? { [BASIS]: `The article is of ${longDay(issued)}.` } : {},
  };
}

function draftSentence(
  read: ReadSentence,
  entities: Entities,
  voices: Voices,
  issued: string | null,
): DraftClaim[] {
  const { sentence, reading, mentions } = read;
  const isRead = reading.text !== '';
  const parts = !isRead
    ? [wholeOf(sentence.text)]
    : /\p{L}/u.test(sentence.text)
      ? partsOf(sentence.text)
      : [];
  const claims = parts.map((part, index) => {
    const said = sayingsOf(part, reading);
    const attribution = voices.of(said, read);
    const [speaker] = attribution;
    const names = mentions
      .filter(({ start, end }) => part.start <= start && end <= part.end)
      .flatMap(({ name }) => entities.idOf(name) ?? []);
    return {
      id: `${sentence.id}.${index + 1}`,
      draft: true as const,
      text: textOf(part, said, speaker ? entities.nameOf(speaker.source) : null, sentence.text),
      quote: part.words,
      entities: [...new Set([...names, ...attribution.map(({ source }) => source)])],
      attribution,
      ...fieldsOf(part, said, reading, issued),
    };
  });
  voices.next(read, claims);
  return claims;
}

/** The words of a clause, with who says them where that stands elsewhere in the sentence. */
function textOf(part: Part, said: readonly Saying[], speaker: string | null, sentence: string): string {
  if (part.words === sentence) return sentence;
  const isInside = said.some(({ start }) => part.start <= start && start < part.end);
  const clause = part.isRelative ? part.words.replace(/,\swho\s(?=\p{Ll}+(?:s|ed|d)?\s)/u, ' ') : part.words;
  const isOdd = (clause.match(/[“”"]/gu)?.length ?? 0) % 2 === 1;
  const words = (isOdd ? clause.replace(/[“”"]/gu, '') : clause).replace(/\.$/, '');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${speaker === null || isInside ? '' : `, ${speaker} said`}.`;
}

const longDay = (day: string) =>
  new Date(`${day}T00:00Z`).toLocaleDateString('en', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });

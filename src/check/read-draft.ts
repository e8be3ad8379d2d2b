import type { Entity } from '../model.ts';
import { type Reading, read } from '../reading/read.ts';
import type { Saying } from '../reading/speakers.ts';
import type { Stretch } from '../reading/stretch.ts';
import type { ReadArticle } from './article-words.ts';
import { clausesOf, type Range } from './clauses.ts';
import { type Duration, durationsIn } from './figures.ts';
import type { Mention } from './mentions.ts';
import { type StrengthOf, strengthAmong } from './stems.ts';
import { strangeIn } from './strange-names.ts';
import { contentOf, type Word, wordsOf } from './words.ts';

/** A sentence of a draft with what its words say. */
export interface ReadDraft {
  readonly text: string;
  readonly words: readonly Word[];
  readonly reading: Reading;
  /** The entities of the claim set that it names. */
  readonly mentions: readonly Mention[];
  readonly named: ReadonlySet<Entity>;
  /** The names, or parts of names, that the article has nothing of. */
  readonly strangers: readonly Stretch[];
  readonly clauses: readonly Range[];
  /** Where it says how sure, how much, and that somebody says so, and not what is said. */
  readonly markers: readonly Range[];
  /** How well a stem is at home in it. */
  readonly strengthOf: StrengthOf;
  readonly durations: readonly Duration[];
}

export function readDraft(text: string, { names, isAtHome }: ReadArticle): ReadDraft {
  const words = wordsOf(text);
  const reading = read(text);
  const mentions = names.mentionsIn(text, words);
  const strangers = reading.names.flatMap((name) => strangeIn(name, words, mentions, isAtHome) ?? []);
  return {
    text,
    words,
    reading,
    markers: [
      ...reading.hedges.filter(({ kind }) => kind !== 'doubt'),
      ...reading.boosters.filter(({ words }) => /ly$/i.test(words)),
      ...reading.extents,
      ...reading.sayings
        .filter(({ manner, verb }) => manner !== 'assert' || HOLDS.test(verb))
        .flatMap((saying) => [saying, ...speakerOf(saying, text)]),
      ...askedIn(text),
    ],
    mentions,
    named: new Set(mentions.flatMap(({ entities }) => [...entities])),
    strangers,
    clauses: withoutBareNames(text, clausesOf(text), words, [...mentions, ...strangers], reading.hedges),
    strengthOf: strengthAmong(new Map(contentOf(words).map(({ stem }) => [stem, 1]))),
    durations: durationsIn(text),
  };
}

/** Verbs of saying that add nothing to what is said but how. */
const HOLDS = /^(?:insist|maintain|contend|declare|assert|affirm|reiterate|proclaim)$/;

const OPENING =
  /^[“"]?(?:after|amid|as of|at|before|by|despite|during|for|from|in|on|over|since|throughout|to|under|until|with|within)\s(?:(?!(?:am|is|are|was|were|has|have|had|will|would|may|might|could|can|did|does|do|\p{L}{2,}ed|\p{L}{2,}ing)\b)[^\s]+\s*){1,7}$/iu;

/** “Asked about the report, she declined to comment.” */
const ASKED = /^(?:when\s)?asked\s[^,]*/i;

function askedIn(text: string): Range[] {
  const [asked] = ASKED.exec(text) ?? [];
  return asked ? [{ start: 0, end: asked.length }] : [];
}

/** Who speaks, with what is told of them behind: “an official who would not be named”, “officials whom it did not name”. */
function speakerOf({ speaker }: Saying, text: string): Range[] {
  if (!speaker) return [];
  const [told = ''] =
    /^,?\s+(?:who|whom|whose|which|that|(?:it|he|she|they)\s(?:did|do|does|would)\snot)\s[^,.;]*/.exec(
      text.slice(speaker.end),
    ) ?? [];
  return [{ start: speaker.start, end: speaker.end + told.length }];
}

/**
 * A name between commas is of the clause beside it: of the next at the start, else of the one before. So is what a sentence
 * begins with when it has no verb: “Before winter, …”. A hedge between commas, “is, in all likelihood, nearer”, parts nothing.
 */
function withoutBareNames(
  text: string,
  clauses: readonly Range[],
  words: readonly Word[],
  names: readonly Range[],
  hedges: readonly Range[],
): Range[] {
  const merged: Range[] = [];
  let begun: Range | null = null;
  let isParted = true;
  for (const clause of clauses) {
    const inside = words.filter(
      ({ start, term }) => term !== 'the' && clause.start <= start && start < clause.end,
    );
    const isOf = (ranges: readonly Range[]) =>
      inside.every((word) => ranges.some(({ start, end }) => start <= word.start && word.end <= end));
    const isHedge = isOf(hedges);
    const isBare = isHedge || isOf(names) || !isParted;
    isParted = !isHedge;
    const last = merged.at(-1);
    if (isBare && last) merged[merged.length - 1] = { start: last.start, end: clause.end };
    else if (
      isBare ||
      (!last && [OPENING, ASKED].some((pattern) => pattern.test(text.slice(clause.start, clause.end))))
    )
      begun ??= clause;
    else {
      merged.push({ start: begun?.start ?? clause.start, end: clause.end });
      begun = null;
    }
  }
  return merged.length ? merged : [...clauses];
}

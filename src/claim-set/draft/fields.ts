import type { Reading } from '../../reading/read.ts';
import type { Saying } from '../../reading/speakers.ts';
import type { Stretch } from '../../reading/stretch.ts';
import type { Part } from './parts.ts';
import { type DraftTime, timeOf } from './times.ts';

/** What words say of how a clause is meant. */
export interface Fields {
  readonly certainty: string;
  readonly polarity: string;
  readonly stance: string;
  readonly conditional: boolean;
  readonly hedge: string | null;
  readonly time?: object;
}

/** The name, in `article.bases`, of the reason that inferred times share. */
export const BASIS = 'day-of-article';

/** How sure a clause is, what it denies, what it is meant as, and when: by its own words alone. */
export function fieldsOf(
  part: Part,
  said: readonly Saying[],
  reading: Reading,
  issued: string | null,
): Fields {
  const { text } = reading;
  const isOwn = ({ start, end }: Stretch) =>
    part.from <= start &&
    end <= part.end &&
    !part.holes.some((hole) => hole.start <= start && start < hole.end) &&
    !UNSAID.test(text.slice(part.from, start));
  const [hedge] = reading.hedges.filter(
    (each) => isOwn(each) && each.kind !== 'approximation' && each.kind !== 'ability',
  );
  const isIntended = reading.intentions.some(isOwn);
  const isToCome = isIntended || /^(?:modal|expectation|schedule|chance)$/.test(hedge?.kind ?? '');
  const isPast = /\b(?:was|were|had|said|told|did|\p{L}{2,}ed)\b/u.test(text.slice(part.from, part.end));
  const time = reading.dates
    .filter((date) => isOwn(date) && isWhen(date, text) && !isOfSaying(date, said, text))
    .map((date) => timeOf(date, issued, isToCome ? 'future' : isPast ? 'past' : null))
    .find((each) => each !== null);
  const isNegated =
    said.some(({ manner }) => manner === 'deny') ||
    reading.negations.some(
      (each) =>
        (each.kind !== 'implied' || /\b(?:yet|still) to$/iu.test(each.words)) &&
        isOwn(each) &&
        !/\b(?:if|unless|whether)\b[^,;]*$/iu.test(text.slice(part.from, each.start)),
    );
  return {
    certainty: hedge?.strength ?? 'certain',
    polarity: isNegated ? 'negated' : 'affirmed',
    stance: part.isRelative ? 'presupposed' : isIntended ? 'intended' : 'asserted',
    conditional: reading.conditions.some((each) => each.kind !== 'would' && isOwn(each)),
    hedge: hedge?.words ?? null,
    ...(time ? { time: timeField(time) } : {}),
  };
}

/** “declined to say whether …”: what is left unsaid is not what the sentence tells. */
const UNSAID =
  /(?:\b(?:(?:declin|refus)\p{L}+ to|(?:did|would|does|will|has|have) not)|n[’']t) (?:say|said|comment(?:ed)?|tell|answer(?:ed)?|confirm(?:ed)?|discuss(?:ed)?|disclosed?)\b/u;

/** “said on Monday that”, “…,” he told a meeting on Monday: when it was said, and not when it was so. */
const isOfSaying = ({ start }: Stretch, said: readonly Saying[], text: string) =>
  said.some(({ end, speaker }) => {
    const from = Math.max(end, speaker?.end ?? end);
    const between = text.slice(from, start);
    return (
      from <= start &&
      (/^(?:\s(?:reporters|journalists|us|me|him|her|them|on|in|late|early))*\s$/u.test(between) ||
        (!/\bthat\b|[,;]\s/u.test(between) && /[,?!]["”’]/u.test(text.slice(0, from))))
    );
  });

/** Not “the 1974 building”, and not “before March 3”, of which a person must say what it means. */
const isWhen = ({ start, end }: Stretch, text: string) =>
  !(
    /\b(?:the|an?|its|his|her|their)\s+$/iu.test(text.slice(0, start)) && /^\s\p{Ll}/u.test(text.slice(end))
  ) &&
  !/\b(?:before|after|until|till|by|since|as early as|as late as|than|between(?:\s\S+){0,6})\s+$/iu.test(
    text.slice(0, start),
  );

const timeField = ({ edtf, text, isInferred }: DraftTime) =>
  isInferred ? { edtf, text, inferred: true, basis: BASIS } : { edtf, text };

import { partsOf } from '../../iso-day.ts';
import { type DateFound, datesIn } from '../../reading/dates.ts';
import { type NumberFound, numbersIn } from '../../reading/numbers.ts';
import {
  type NamedEntity,
  namesOfClaim,
  overlap,
  type Question,
  type ReadClaim,
  type Rule,
} from './context.ts';
import { bare, foldName, stemOf, wordsOf } from './terms.ts';

/** A number of the text that neither the sentence nor a name has. */
export const number: Rule<ReadClaim> = {
  name: 'number',
  ask: (context) => {
    const { said, reading, claim } = context;
    const known = new Set([
      ...numbersOf(reading.text),
      ...namesOfClaim(context).flatMap(numbersOf),
      // “denied this” tells what the sentence before says.
      ...(/\b(?:this|that|it|so|them|those|these)\b/i.test(claim.quote)
        ? numbersOf(context.before?.text ?? '')
        : []),
      ...numbersOf(`${claim.time?.edtf.replaceAll(/[-/]/g, ' ')} ${claim.time?.basis}`),
    ]);
    // “half” for 50 percent, “two fifths” for 40
    const isShare = ({ value, unit }: NumberFound) =>
      (unit === 'fraction' && known.has(value * 100)) || (unit === 'percent' && known.has(value / 100));
    return said.numbers
      .filter((each) => !isShare(each))
      .filter(({ value, words }) => !known.has(value) && (value > 1 || /\p{N}/u.test(words)))
      .slice(0, 1)
      .map(({ words }) => ({
        field: 'text',
        message: `says “${words}”, a number that the sentence does not have`,
      }));
  },
};

/** The values of all numbers, and those of their digits alone. */
function numbersOf(text: string): number[] {
  return [
    ...numbersIn(text).map(({ value }) => value),
    ...sharesIn(text),
    ...Array.from(text.matchAll(/\d+(?:[.,]\d+)*/g), ([digits]) => Number(digits.replaceAll(',', ''))),
  ];
}

/** “one in five” in percent and as a fraction. */
function sharesIn(text: string): number[] {
  const numbers = numbersIn(text);
  return numbers.flatMap((whole, at) => {
    const part = numbers[at - 1];
    return part && /^ (?:in|out of) (?:every )?$/.test(text.slice(part.end, whole.start))
      ? [part.value / whole.value, (part.value / whole.value) * 100]
      : [];
  });
}

/** A date of the text that neither the sentence nor the claim's time has. */
export const date: Rule<ReadClaim> = {
  name: 'date',
  ask: (context) => {
    const { said, reading, bounds, claim } = context;
    const known = [
      ...reading.dates,
      ...namesOfClaim(context).flatMap(datesIn),
      // “after that” tells what the sentence before says.
      ...(/\b(?:that|then|this|it)\b/i.test(claim.quote) ? datesIn(context.before?.text ?? '') : []),
    ];
    const ends = [bounds?.earliest, bounds?.latest].flatMap((day) => (day ? [partsOf(day)] : []));
    const isInferred = claim.time?.inferred === true;
    const has = (part: 'year' | 'month' | 'day' | 'weekday', value: number | null) =>
      value === null ||
      known.some((each) => each[part] === value) ||
      (!isInferred &&
        ends.some(([year, month, day]) => ({ year, month, day, weekday: null })[part] === value));
    // Of what is inferred the time tells so; the text may have the year with a month that the sentence has.
    const hasYear = ({ year, month }: DateFound) =>
      has('year', year) ||
      (isInferred &&
        reading.dates.some((each) => each.month === month && month !== null && each.relative === null) &&
        ends.some(([each]) => each === year));
    return said.dates
      .filter(
        (each) =>
          each.relative === null &&
          !(
            hasYear(each) &&
            has('month', each.month) &&
            has('day', each.day) &&
            has('weekday', each.weekday)
          ),
      )
      .slice(0, 1)
      .map(({ words }) => ({
        field: 'text',
        message: isInferred
          ? `says “${words}”, which the sentence does not; leave what is inferred to the time`
          : `says “${words}”, a date that neither the sentence nor the time has`,
      }));
  },
};

/** A name of the text that stands neither in the sentence nor among the names of the claim's entities. */
export const name: Rule<ReadClaim> = {
  name: 'name',
  ask: (context) => {
    const known = new Set([context.sentence.text, ...namesOfClaim(context)].flatMap(wordsOf).map(bare));
    return context.said.names
      .flatMap(({ words, isFirst }) => {
        // Any word that begins the text has a capital.
        const parts = wordsOf(words)
          .map(bare)
          .slice(isFirst ? 1 : 0);
        const strange = parts.filter(
          (part) =>
            !known.has(part) && !known.has(part.replace(/s$/, '')) && part.length > 1 && !LINK.has(part),
        );
        return strange.length ? [words] : [];
      })
      .slice(0, 1)
      .map((words) => ({
        field: 'text',
        message: `names “${words}”, whom or which neither the sentence nor its entities name`,
      }));
  },
};

const LINK = new Set([
  'of',
  'the',
  'and',
  'for',
  'de',
  'van',
  'von',
  'la',
  'al',
  'mr',
  'mrs',
  'ms',
  'dr',
  'president',
  'prime',
  'minister',
]);

/** Somebody or a place that the quote does not name, for one that it names: “Ida Crome said” told of Bo Tarn, “in Tolm” as “in Vellin”. */
export const otherName: Rule<ReadClaim> = {
  name: 'other-name',
  ask: ({ claim, sentence, quote, said, entities, typeOf }) => {
    // “|appeared in uniform|”: of whoever stands before.
    const quoted = HEADLESS.test(claim.quote) ? sentence.text.slice(0, quote.end) : claim.quote;
    // “his” may stand for anybody, and “its” for an organisation.
    const homeOf = (type: string | null) =>
      (type === 'person'
        ? /\b(?:he|she|they|his|her|their|him|them)\b/i
        : /\b(?:it|its|they|their|them)\b/i
      ).test(quoted)
        ? sentence.text
        : quoted;
    const [inText, inQuote] = [said.text, quoted].map((text) =>
      entities.filter((each) => isNamedIn(text, each, entities, typeOf)),
    ) as [NamedEntity[], NamedEntity[]];
    for (const strange of inText) {
      const isPlace = typeOf(strange.id) === 'place';
      const home = homeOf(typeOf(strange.id));
      const own = properWords(strange);
      // Another place stands behind the same words.
      const lead = leadTo(strange, said.text);
      // “The city” may stand for the City of Tolm.
      if (typeOf(strange.id) === 'organisation' && strange.names.some((name) => sharesWord(name, home)))
        continue;
      const lost = inQuote.find((each) => {
        // By a family name alone nobody of the family is told from another.
        const theirs = properWords(each).filter((word) => !own.includes(word));
        const telling = own.filter((word) => !properWords(each).includes(word));
        return (
          typeOf(each.id) === typeOf(strange.id) &&
          hasAny(said.text, telling) &&
          !hasAny(isPlace ? quoted : home, telling) &&
          hasAny(quoted, theirs) &&
          !hasAny(said.text, theirs) &&
          (!isPlace || (lead !== undefined && lead === leadTo(each, quoted)))
        );
      });
      if (lost)
        return [
          {
            field: 'text',
            message: `names ${strange.id}, whom or which the quote does not name, and not ${lost.id}`,
          },
        ];
    }
    return [];
  },
};

/** A quote that begins with its verb. */
const HEADLESS =
  /^(?:also\s|then\s)?(?:\p{Ll}+ed|was|were|is|are|has|have|had|will|would|may|might|could|can|did|does|said|told)\s/u;

/** Whether a text has a proper name of somebody or of a place, which nothing of another type has: “Moscow” is a government as well. */
function isNamedIn(
  text: string,
  { id, names }: NamedEntity,
  entities: readonly NamedEntity[],
  typeOf: ReadClaim['typeOf'],
): boolean {
  const type = typeOf(id) ?? '';
  const words = ` ${foldName(text)} `;
  return (
    /^(?:person|organisation|place)$/.test(type) &&
    names.some(
      (each) =>
        /\p{Lu}/u.test(each) &&
        text.includes(each) &&
        words.includes(` ${foldName(each)} `) &&
        !entities.some((other) => typeOf(other.id) !== type && other.names.includes(each)),
    )
  );
}

/** The words with a capital of all names of an entity. */
const properWords = ({ names }: NamedEntity) =>
  names
    .flatMap((each) => each.match(/\p{Lu}\S+/gu) ?? [])
    .flatMap(wordsOf)
    .map(bare)
    .filter((word) => !LINK.has(word));

const hasAny = (text: string, some: readonly string[]) => {
  const words = new Set(wordsOf(text).map(bare));
  return some.some((word) => words.has(word));
};

/** The preposition before the name of a place, and behind “town of” that as well. */
function leadTo({ names }: NamedEntity, text: string): string | undefined {
  const at = Math.max(...names.map((each) => text.indexOf(each)));
  return /\b(?:\p{Ll}+ of|in|at|near|to|from|on|off|outside|over|into|toward) (?:the )?$/u.exec(
    text.slice(0, at),
  )?.[0];
}

/** Whether a text has one of the longer words of a name. */
const sharesWord = (name: string, text: string) =>
  hasAny(
    text,
    wordsOf(name)
      .map(bare)
      .filter((word) => word.length > 1 && !LINK.has(word)),
  );

/** Entities that the text names and the claim does not have, and those that it has and nothing names. */
export const entities: Rule<ReadClaim> = {
  name: 'entities',
  ask: (context) => [...missingEntities(context), ...superfluousEntities(context)],
};

/** A subject that the text does not name, though it names another entity. */
export const subject: Rule<ReadClaim> = {
  name: 'subject',
  ask: ({ claim, said, namesOf, typeOf, entities }) => {
    if (claim.subject === null || namesOf(claim.subject).length === 0) return [];
    // “people close to the insurers” are people, and not insurers; of a person any part of the name tells.
    const stemsOfName = (id: string) =>
      namesOf(id).flatMap((each) =>
        foldName(typeOf(id) === 'person' && /\p{Lu}/u.test(headOf(each)) ? each : headOf(each))
          .split(' ')
          .map(stemOf)
          .filter((stem) => stem.length > 1 && !LINK.has(stem)),
      );
    const stems = stemsOfName(claim.subject);
    const isNamedIn = (text: string) => wordsOf(text).some((word) => stems.includes(stemOf(bare(word))));
    const start = foldName(said.text);
    const sources = claim.attribution.map(({ source }) => source);
    const other = entities.find(
      ({ id, folded }) =>
        claim.entities.includes(id) &&
        !sources.includes(id) &&
        folded.some((each) => each !== '' && `${start} `.startsWith(`${each} `)),
    );
    // “Moscow says” may be its government.
    if (!other || typeOf(other.id) === 'place' || isNamedIn(said.text)) return [];
    return isNamedIn(claim.quote)
      ? [
          {
            field: 'text',
            message: `begins with ${other.id}, and does not name ${claim.subject}, whom the claim is about`,
          },
        ]
      : [
          {
            field: 'subject',
            message: `is ${claim.subject}, which the text does not name; it names ${other.id}`,
          },
        ];
  },
};

/** A name without what says which: “two people” of “two people close to the insurers”. */
const headOf = (name: string) =>
  name
    .replace(/^.*[’']s?\s(?=\p{Ll})/u, '')
    .replace(
      /(?<=\p{L})\s+(?:of|for|from|in|at|on|to|with|by|who|that|which|close|near|over|against|around|between|about)\s.*$/u,
      '',
    );

/** A name in the quote that no entity of the claim set has: somebody forgotten. */
export const unknownName: Rule<ReadClaim> = {
  name: 'unknown-name',
  ask: ({ reading, quote, wordsOfNames: known }) => {
    const isKnown = (word: string) => known.has(word) || known.has(word.replace(/s$/, ''));
    return reading.names
      .filter(
        (found) =>
          !found.isFirst &&
          overlap(found, quote) &&
          // “Moscow-based” is no name.
          !/-\p{Ll}+$/u.test(found.words) &&
          !wordsOf(found.words).map(bare).some(isKnown),
      )
      .slice(0, 1)
      .map(({ words }) => ({
        field: 'entities',
        message: `lack “${words}”, which the quote names and no entity of the claim set does`,
      }));
  },
};

function missingEntities({ claim, said, entities }: ReadClaim): Question[] {
  const own = new Set([claim.subject, ...claim.entities, ...claim.attribution.map(({ source }) => source)]);
  const ownNames = entities.filter(({ id }) => own.has(id)).flatMap(({ folded }) => folded);
  const text = ` ${wordsOf(said.text).map(bare).join(' ')} `;
  const named = said.names.map(({ words }) => foldName(words));
  const missing = entities.filter(({ id, folded }) => {
    if (own.has(id)) return false;
    const [full = ''] = folded;
    // In small letters only a whole name counts: “council” may be any.
    const isWhole = full.includes(' ') && text.includes(` ${full} `);
    const matched = folded.filter((each) => named.includes(each) || (isWhole && each === full));
    // Another entity of the claim may go by the same name, or have it in its own.
    return (
      matched.length > 0 && !ownNames.some((each) => matched.some((one) => ` ${each} `.includes(` ${one} `)))
    );
  });
  return missing.slice(0, 1).map(({ id, names: [full = id] }) => ({
    field: 'entities',
    message: `lacks ${id}, and the text names “${full}”`,
  }));
}

function superfluousEntities({ claim, said, sentence, paragraph, namesOf, typeOf }: ReadClaim): Question[] {
  // “both sides” may be any two, and an event is told of by what happens in it.
  if (/\b(?:both|neither|either|(?:the )?two \p{Ll}+s|each other)\b/iu.test(`${sentence.text} ${said.text}`))
    return [];
  const sources = new Set(claim.attribution.map(({ source }) => source));
  const around = new Set(wordsOf(`${paragraph} ${said.text}`).map(bare));
  const isNamed = (id: string) =>
    namesOf(id)
      .flatMap(wordsOf)
      .map((word) => stemOf(bare(word)))
      .filter((stem) => stem.length > 1 && !LINK.has(stem))
      .some((stem) => [...around].some((word) => word.startsWith(stem) || stemOf(word) === stem));
  const index = claim.entities.findIndex(
    (id) =>
      /^(?:person|organisation|place)$/.test(typeOf(id) ?? '') &&
      !sources.has(id) &&
      id !== claim.subject &&
      namesOf(id).length > 0 &&
      !isNamed(id),
  );
  return index < 0
    ? []
    : [
        {
          field: `entities[${index}]`,
          message: `is ${claim.entities[index]}, which neither the text nor its paragraph names`,
        },
      ];
}

import type { Entity } from '../model.ts';
import { addedIn } from './added.ts';
import type { Range } from './clauses.ts';
import { certaintyRule } from './differences/certainty.ts';
import type { Case, Found, Rule } from './differences/difference.ts';
import { extentRule } from './differences/extent.ts';
import { figureRule } from './differences/figures.ts';
import { inPlaceOf } from './differences/in-place.ts';
import { equatedOf, nameRule, swapsOf, titledOtherwise } from './differences/names.ts';
import { negationRule } from './differences/negation.ts';
import { oppositesFound } from './differences/opposites.ts';
import { quotationsOf } from './differences/quotation.ts';
import { speakerRule } from './differences/speaker.ts';
import { type Told, type Weighed, weightIn } from './matching.ts';
import type { Mention } from './mentions.ts';
import { isOfPaper } from './publisher.ts';
import { NEAR } from './stems.ts';

const RULES: readonly Rule[] = [speakerRule, certaintyRule, negationRule, extentRule, nameRule, figureRule];

/** A claim that covers nearly as much of a clause as the best does may be meant as well. */
const AS_GOOD = 0.9;
/** How much of a claim the draft must tell, and of a clause that claim alone, to be held against it beside a better one. */
const WHOLE = 0.6;
const ALONE = 0.15;
/** How much of a claim a single word must tell to be borne out by it: “Kim will be a guest” tells little of any claim. */
const BORNE_OUT = 0.3;
/** Nearly all of a claim, and half of one. */
const NEARLY_ALL = 0.95;
const HALF = 0.5;
/** A claim whose time is told another way is told a little less. */
const NEAR_HALF = 0.1;
/** How much of what a claim accounts for another must account for to stand in its place. */
const SAME = 0.85;
/** How much of a clause a claim must account for to be held against it. */
const HELD = 0.25;
/** The same, where nearly everybody in the claim is somebody else. */
const HELD_OF_OTHERS = 0.5;
/**
 * Who says so and what is not so are asked only where a claim is told, or a clause accounted for, by as much as this: over 17
 * sets of drafts, of what fell short in both, five faithful sentences were asked about and one false one.
 */
const MUCH = 0.7;
const IS_ABOUT: ReadonlySet<string> = new Set(['speaker', 'negation']);
/** Whom nothing but a name or a stray word ties to a clause is not meant by it. */
const TIED = 0.08;

export interface Judgement {
  readonly differences: readonly Found[];
  /** Some claim that it tells agrees with it in everything. */
  readonly isBorneOut: boolean;
}

/**
 * Where a sentence of a draft departs from what it rests on. Several claims may account for the same words: a claim that
 * differs is passed over where one that agrees in everything accounts for what it accounts for.
 */
export function judge(checked: Case): Judgement {
  const judged = checked.support.told.map((told) => ({
    told,
    found: RULES.flatMap((rule) => rule(told, ofParts(told, checked))),
  }));
  let isBorneOut = false;
  let isUnsure = false;
  const found = checked.draft.clauses.flatMap((clause) => {
    const here = judged
      .filter(
        ({ told }) =>
          told.touched.includes(clause) &&
          (told.share >= 0.5 || told.share * told.cover >= TIED) &&
          !isLoose(told),
      )
      .map(({ told, found }) => ({
        share: told.share,
        isOfAWord: told.share < BORNE_OUT && told.words.length === 1,
        isStray: !told.clauses.includes(clause),
        isQuoted: isQuotedIn(clause, told, checked),
        words: told.covered.filter(({ word }) => clause.start <= word.start && word.start < clause.end),
        cover: weightIn(told.covered, clause),
        found: found.filter((each) => isOf(each, clause)),
      }))
      .sort((a, b) => b.cover - a.cover);
    const sound = here.filter(({ found, words }) => found.length === 0 && !isOfNames(words, clause, checked));
    isBorneOut ||= sound.some(({ isOfAWord }) => !isOfAWord);
    const most = here[0]?.cover ?? 0;
    const all = weightIn(checked.support.said, clause);
    const isAnswered = ({ words, cover, share }: (typeof here)[number]) =>
      sound.some((other) => {
        // What tells less than half of a claim may tell another one.
        if (other.share < Math.min(HALF, share) - NEAR_HALF) return false;
        const shared = words.filter(({ word }) => other.words.some((each) => each.word === word));
        // Another claim that lacks one of its names is no answer to a claim that is told whole.
        const needed = share < NEARLY_ALL ? SAME * cover : cover;
        return weightIn(shared, clause) >= needed;
      });
    // What no other claim that agrees accounts for is told by this one.
    const isAlone = ({ words, share }: (typeof here)[number]) =>
      share >= WHOLE &&
      weightIn(
        words.filter(({ word }) => !sound.some((other) => other.words.some((each) => each.word === word))),
        clause,
      ) >=
        ALONE * all;
    const unlike = here.filter(
      (each) =>
        !each.isStray &&
        (each.cover >= AS_GOOD * most || isAlone(each)) &&
        !isAnswered(each) &&
        !(each.share < WHOLE && isBorneOut && isOfSpeaker(each.found) && !each.isQuoted),
    );
    const held = unlike.filter(
      ({ found, cover, words, share }) =>
        cover >= (isOfOthers(found) ? HELD_OF_OTHERS : HELD) * all &&
        !(share < WHOLE && isAnother(found)) &&
        !(share < MUCH && cover < MUCH * all && found.every(({ kind }) => IS_ABOUT.has(kind))) &&
        !isOfNames(words, clause, checked),
    );
    isUnsure ||=
      unlike.length > held.length && held.length === 0 && unlike.some((each) => each.found.length > 0);
    return held.flatMap((each) => each.found);
  });
  const others = withoutRepeats([
    ...quotationsOf(checked),
    ...equatedOf(checked),
    ...swapsOf(checked),
    ...titledOtherwise(checked),
    ...oppositesFound(checked),
    ...found,
  ]);
  // What another rule asks about is asked about once.
  const isNewPlace = ({ said }: Found) =>
    !others.some((other) => said && other.said && other.said.start < said.end && said.start < other.said.end);
  const differences = [...others, ...withoutRepeats(inPlaceOf(checked).filter(isNewPlace))];
  // What the article gives nowhere is another statement, and no other figure.
  const asked = differences.every(isNew) ? [] : differences;
  const strangers = strangersIn(checked);
  if (asked.length || strangers.length === 0) {
    const isAll = differences.length === asked.length && !isUnsure && addedIn(checked).length === 0;
    return { differences: asked, isBorneOut: isBorneOut && isAll };
  }
  // A claim that is told but for a name may be passed over for another one, and is the one to ask about.
  const isOfStranger = ({ said }: Found) => strangers.some(({ start }) => said?.start === start);
  const [instead] = judged
    .filter(({ told, found }) => told.share >= HALF && found.length > 0 && found.every(isOfStranger))
    .sort((a, b) => b.told.share - a.told.share);
  return { differences: instead?.found.slice(0, 1) ?? [], isBorneOut: false };
}

/**
 * A sentence of which “; the mayor declined, and her spokesman said …” is no part for a claim that another part tells:
 * who speaks in a part speaks for all of it, and so nobody in another one does.
 */
function ofParts(told: Told, checked: Case): Case {
  const { draft } = checked;
  const parts = partsOf(draft).filter(({ start, end }) =>
    told.clauses.some((clause) => start <= clause.start && clause.start < end),
  );
  const { sayings } = draft.reading;
  const own = sayings.filter((saying) =>
    parts.some(({ start, end }) => start <= saying.start && saying.start < end),
  );
  if (own.length === sayings.length || !own.some(({ speaker }) => speaker !== null)) return checked;
  return { ...checked, draft: { ...draft, reading: { ...draft.reading, sayings: own } } };
}

/** The clauses of a sentence, together where none but a comma or a word such as “when” parts them. */
function partsOf({ clauses, text }: Case['draft']): Range[] {
  const parts: Range[] = [];
  for (const { start, end } of clauses) {
    const last = parts.at(-1);
    if (last && !APART.test(text.slice(start, end))) parts[parts.length - 1] = { start: last.start, end };
    else parts.push({ start, end });
  }
  return parts;
}

const APART = /^(?:;|,\s(?:and|but|yet|while|whereas|although|though)\b|\sbut\b)/i;

/** Who else, who says so and how sure: nothing is left of the claim. */
function isAnother(found: readonly Found[]): boolean {
  const kinds = new Set(found.map(({ kind }) => kind));
  return kinds.size > 2 && (kinds.has('person') || kinds.has('place')) && kinds.has('speaker');
}

/** Whether a clause quotes a claim word for word: whose words they are is not beside the point. */
const isQuotedIn = ({ start, end }: Range, { claim: { claim } }: Told, { draft }: Case): boolean =>
  draft.reading.quotations.some(
    (each) => start <= each.start && each.start < end && claim.text.includes(each.words),
  );

/** Who said something else, where the rest of the sentence is somebody's own: “the day of the first strike”. */
const isOfSpeaker = (found: readonly Found[]) => found.every(({ kind }) => kind === 'speaker');

/** Whether a single near word ties a claim to a draft: “believes” for “expects”. */
const isLoose = ({ words, claim, share }: Told) =>
  share < HALF && words.length === 1 && words.every(({ stem }) => claim.strengthOf(stem) === NEAR);

/** Whether names alone tie a claim to a clause that says something else of them. */
function isOfNames(covered: readonly Weighed[], { start, end }: Range, { draft }: Case): boolean {
  const isIn = (ranges: readonly Range[], word: Range) =>
    ranges.some((range) => range.start <= word.start && word.end <= range.end);
  const others = draft.words.filter(
    (word) =>
      start <= word.start &&
      word.start < end &&
      !word.isFunction &&
      !isIn([...draft.mentions, ...draft.strangers, ...draft.markers, ...draft.reading.dates], word) &&
      !covered.some((each) => each.word === word),
  );
  return covered.every(({ word }) => isIn(draft.mentions, word)) && others.length > 0;
}

const isNew = ({ kind, article }: Found) => (kind === 'date' || kind === 'number') && article === null;

const isOfOthers = (found: readonly Found[]) =>
  found.filter(({ kind }) => kind === 'person' || kind === 'place').length > 1 ||
  new Set(found.map(({ kind }) => kind)).size > 2;

/** “Korvath’s broadcaster”, “the Merren agency”: whose it is may be told in another sentence, which names both. */
function isOwner({ entities, words, end }: Mention, { draft, support, article }: Case): boolean {
  const isBefore = /[’']s?$/u.test(words) || /^(?:[’']s?)?\s\p{Ll}/u.test(draft.text.slice(end));
  const told = support.told.flatMap(({ claim }) => [...claim.entities]);
  const bodies = told.filter(({ type }) => type === 'organisation' || type === 'group');
  // “Northgate chief executive Martin Losey”, whose description says so.
  const isDescribed = told.some(({ description }) => description?.includes(words));
  return (
    isBefore &&
    (isDescribed ||
      bodies.some(
        (body) =>
          body.name.includes(words) ||
          article.sentences.some(
            ({ entities: all }) => all.has(body) && [...entities].some((entity) => all.has(entity)),
          ),
      ))
  );
}

/** The names that no claim has: whatever else is true of the sentence, the article does not say that of them. */
const strangersIn = (checked: Case): Range[] => [
  ...checked.draft.strangers,
  ...checked.draft.mentions.filter((mention) => {
    const { entities, isWhole, words } = mention;
    return (
      isWhole &&
      !isOwner(mention, checked) &&
      /\p{Lu}/u.test(words) &&
      !checked.support.sentences.some(({ sentence }) => sentence.text.includes(words)) &&
      [...entities].every(
        (entity) =>
          PROPER.test(entity.name) &&
          !checked.support.sentences.some((sentence) => sentence.entities.has(entity)),
      ) &&
      ![...entities].some((entity) => isPaper(entity, checked))
    );
  }),
];

/** A name and no description: “the Kestrel”, and not “the storm of 2019”. */
const PROPER = /^(?:the\s)?\p{Lu}[\p{L}\p{N}’.-]*(?:\s(?:of|the|and)?\s?\p{Lu}[\p{L}\p{N}’.-]*)*$/u;

const isPaper = ({ name, aliases }: Entity, { support: { nearest }, article: { names } }: Case) =>
  nearest !== null && isOfPaper(nearest.claim.article, [name, ...aliases], names);

/** A name or figure is of the clause that it stands in; a hedge, a “not” or a speaker is of all that tell the claim. */
const isOf = ({ kind, said }: Found, { start, end }: Range) =>
  !LOCATED.has(kind) || said === null || (start <= said.start && said.start < end);

const LOCATED: ReadonlySet<string> = new Set(['number', 'date', 'quotation', 'person', 'place', 'extent']);

/** One of each kind, and one at each name or figure: several claims of a sentence often say the same of it. */
function withoutRepeats(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ kind, said, claim }) => {
    const key = `${kind} ${LOCATED.has(kind) ? said?.start : claim.sentence.id}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

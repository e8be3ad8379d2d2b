import type { Entity } from '../../model.ts';
import { isDemonym } from '../../reading/demonyms.ts';
import type { Range } from '../clauses.ts';
import type { Told } from '../matching.ts';
import { isMainBearer, type Mention } from '../mentions.ts';
import type { ReadDraft } from '../read-draft.ts';
import { sharesRoot } from '../stems.ts';
import { contentWordsOf, LIGHT_STEMS, type Word, wordsOf } from '../words.ts';
import { type Case, type Found, inClauses, type Rule } from './difference.ts';

/** Another person or place than the article’s. */
export const nameRule: Rule = (told, checked) => {
  const found = [...foreignOf(told, checked), ...unknownOf(told, checked)];
  const all = found.length ? found : [...tellerOf(told, checked), ...governedOf(told, checked)];
  // “Odenby’s spokeswoman” is “a spokeswoman for Rafe Odenby”.
  const { text } = checked.draft;
  const isOwner = ({ said, article }: Found) =>
    said !== null &&
    / (?:for|of) /.test(article ?? '') &&
    article?.includes(text.slice(said.start, said.end).replace(/[’']s$/u, ''));
  return all.filter((each) => !isOwner(each));
};

const isPlace = ({ type }: Entity) => type === 'place';
const isPerson = ({ type }: Entity) => type === 'person';
const isOrganisation = ({ type }: Entity) => type === 'organisation';
const isActor = (entity: Entity) => isSomebody(entity) || isPlace(entity);
const isSomebody = ({ type }: Entity) => type === 'person' || type === 'group' || type === 'organisation';

/** Whom and what a claim speaks of and the draft leaves out. A name of several bearers, as “Kim”, names one of them. */
function unnamedIn(told: Told, { draft, article }: Case): Entity[] {
  const { claim, entities } = told.claim;
  const named = new Set<Entity>();
  for (const mention of draft.mentions) {
    const possible = [...mention.entities];
    const meant =
      possible.length === 1
        ? possible[0]
        : (possible.find((each) => each === claim.subject) ?? possible.find((each) => entities.has(each)));
    if (meant) named.add(meant);
  }
  const all = claim.subject ? [claim.subject, ...claim.entities] : claim.entities;
  const unnamed = [...new Set(all)].filter((entity) => !named.has(article.names.standsFor(entity)));
  const [person] = unnamed.filter(isPerson);
  const hasPronoun = told.clauses.some(({ start, end }) => PRONOUN.test(draft.text.slice(start, end)));
  return hasPronoun ? unnamed.filter((entity) => entity !== person) : unnamed;
}

const PRONOUN = /\b(?:he|she|him)\b/i;

/** A name that the claim set knows and the claim does not have, in the place of one that it has. */
function foreignOf(told: Told, checked: Case): Found[] {
  const { entities, claim } = told.claim;
  const publisher = claim.article.publisher ?? '';
  const isHere = (entity: Entity) => (isPlace(entity) ? told.home.entities : entities).has(entity);
  // “Belisar’s spokeswoman”, where the sentence names him too.
  const isOwner = ({ words, entities }: Mention) =>
    /[’']s?$/u.test(words) && [...entities].some((entity) => told.home.entities.has(entity));
  const isForeign = (mention: Mention) =>
    !isOwner(mention) &&
    !isOfOther(mention, told, checked) &&
    (mention.isWhole || isMainBearer(mention, checked.draft.mentions)) &&
    ![...mention.entities].some(
      (entity) => isHere(entity) || isInLike(entity, told) || publisher.includes(entity.name),
    );
  return inClauses(told, checked.draft.mentions)
    .filter(isForeign)
    .flatMap((mention) => {
      const isOne = [...mention.entities].every(isPlace) ? isPlace : isPerson;
      const missing = unnamedIn(told, checked).find(
        (entity) => isOne(checked.article.names.standsFor(entity)) && !isHinted(entity, told, checked),
      );
      if (isAdjective(mention, checked.draft) && !isBesideOwn(mention, told, checked.draft)) return [];
      // A country that acts is no place where something is.
      const isActing =
        isOne === isPlace && missing !== claim.subject && ACTS.test(checked.draft.text.slice(mention.end));
      return missing &&
        !isActing &&
        !isCommonPlace(mention, missing) &&
        !checked.draft.text.includes(missing.name) &&
        [...mention.entities].some(isOne)
        ? [differs(isOne === isPlace ? 'place' : 'person', mention, missing, claim)]
        : [];
    });
}

/** “across the border” names no country in the place of another. */
const isCommonPlace = ({ words }: Mention, meant: Entity) =>
  isPlace(meant) && !/\p{Lu}/u.test(words) && /^\p{Lu}/u.test(meant.name);

/** “Kestrian” of “the Kestrian leader”. */
const isAdjective = ({ words, end }: Mention, { text }: Pick<ReadDraft, 'text'>) =>
  isDemonym(words) && /^\s\p{Ll}/u.test(text.slice(end));

/** “Chinese media” for “South Korean media”: what it is said of is the claim’s. */
function isBesideOwn({ end }: Mention, { claim }: Told, { words }: ReadDraft): boolean {
  const next = words.find(({ start, isFunction }) => start >= end && !isFunction);
  return next !== undefined && claim.strengthOf(next.stem) > 0;
}

/** Whether another claim, which tells more of the same clause than the name, speaks of whom it names. */
function isOfOther(mention: Mention, told: Told, { draft, support }: Case): boolean {
  const clause = draft.clauses.find(({ start, end }) => start <= mention.start && mention.start < end);
  return (
    clause !== undefined &&
    support.told.some(
      (other) =>
        other.home !== told.home &&
        other.share >= HALF_TOLD &&
        [...mention.entities].some((entity) => other.claim.entities.has(entity)) &&
        other.words.some(
          (word) =>
            clause.start <= word.start &&
            word.start < clause.end &&
            (word.start < mention.start || word.start >= mention.end) &&
            !told.words.includes(word),
        ),
    )
  );
}

const HALF_TOLD = 0.5;

/** Whom the draft means without a name: by the last name alone, as “the country”, by a role, or by a word of what it is called. */
function isHinted(entity: Entity, told: Told, { draft, article }: Case): boolean {
  const isNamed = ({ start, end }: Range) =>
    draft.mentions.some((mention) => mention.start <= start && end <= mention.end);
  // “Opposition lawmaker Nadia Quill” is nobody but her.
  const isTitle = ({ end }: Range) =>
    [...draft.mentions, ...draft.strangers].some(({ start }) => start === end + 1);
  const said = draft.words.filter((word) => !word.isFunction && !isNamed(word) && !isTitle(word));
  const own = contentWordsOf(entity.name);
  if (
    isPlace(entity) &&
    /\b(?:the|its|this) (?:country|nation|city|capital|town|village)\b/i.test(draft.text)
  )
    return true;
  if (isPerson(entity) && draft.words.some(({ term, isCapital }) => isCapital && term === own.at(-1)?.term))
    return true;
  if (!isPlace(entity) && own.some((word) => !word.isCapital && said.some(({ stem }) => stem === word.stem)))
    return true;
  return article.sentences.some(({ claims }) =>
    claims.some(
      ({ claim, core, mentions }) =>
        claim.subject === entity &&
        claim.stance === 'presupposed' &&
        claim !== told.claim.claim &&
        isTold(
          core.filter((word) => !mentions.some(({ start, end }) => start <= word.start && word.end <= end)),
          draft,
        ),
    ),
  );
}

const isTold = (words: readonly Word[], draft: ReadDraft) =>
  words.length > 1 && words.every(({ stem }) => draft.strengthOf(stem) > 0);

/** Whether the sentence has the same said of somebody else too: “has invited Kim and the presidents of China and South Korea”. */
function isInLike(entity: Entity, { claim, home }: Told): boolean {
  const isName = ({ start, end }: Word, { mentions }: Told['claim']) =>
    mentions.some((mention) => mention.start <= start && end <= mention.end);
  const stemsOf = (each: Told['claim']) =>
    each.core.filter((word) => !isName(word, each)).map(({ stem }) => stem);
  const own = new Set(stemsOf(claim));
  return home.claims.some((other) => {
    if (other === claim || !other.entities.has(entity) || other.claim.subject !== claim.claim.subject)
      return false;
    const stems = stemsOf(other);
    return stems.length === own.size && stems.every((stem) => own.has(stem));
  });
}

const ACTS = /^\s(?:has|have|had|is|was|will|would|may|might|could|did|does)\b/i;

/** A name that no claim has at all. */
function unknownOf(told: Told, checked: Case): Found[] {
  const { draft, article } = checked;
  const isSeat = (entity: Entity) => isPlace(article.names.standsFor(entity));
  return inClauses(told, draft.strangers).map((name) => {
    const isAt = AT.test(draft.text.slice(0, name.start));
    const candidates = unnamedIn(told, checked).filter(isActor);
    // “Wick Bay” is meant for “Wick Sands”.
    const own = new Set(wordsOf(name.words).map(({ stem }) => stem));
    const alike = candidates.find((entity) =>
      wordsOf(entity.name).some(({ stem, isCapital }) => isCapital && own.has(stem)),
    );
    const likely = candidates.find((entity) => isSeat(entity) === isAt);
    const missing = titledIn(name, draft) ?? alike ?? likely ?? candidates[0];
    const kind = (missing ? isSeat(missing) : isAt) ? 'place' : 'person';
    return differs(kind, name, missing, told.claim.claim);
  });
}

/** Whom the words right before a name mean: “Chinese President Hu Jintao” has the title of another. */
function titledIn({ start }: Range, { mentions, text }: ReadDraft): Entity | undefined {
  const title = mentions.find(({ end }) => end < start && /^,?\s+$/.test(text.slice(end, start)));
  return title && [...title.entities].find(isPerson);
}

/** What stands before the name of a place. */
const AT =
  /\b(?:in|at|to|from|near|outside|into|through|across|of|visit(?:ed|s|ing)?|towards?)\s+(?:the\s+)?$/i;

const MOSTLY = 0.7;

/** Whoever comes before the verb is told the claim of, so that it must be the claim’s subject. */
function tellerOf(told: Told, checked: Case): Found[] {
  const { claim } = told.claim;
  const { subject } = claim;
  if (!subject || told.share < 0.25 || !unnamedIn(told, checked).includes(subject)) return [];
  const isOne = [isPerson, isPlace, isOrganisation].find((is) =>
    is(checked.article.names.standsFor(subject)),
  );
  if (isOne === isOrganisation && told.share < MOSTLY) return [];
  if (!isOne || isHinted(subject, told, checked)) return [];
  const verb = Math.min(...told.words.map(({ start }) => start));
  const { mentions, text } = checked.draft;
  const teller = inClauses(told, mentions).find(
    (mention) =>
      (mention.isWhole || isMainBearer(mention, mentions)) &&
      mention.end <= verb &&
      !isAdjective(mention, checked.draft) &&
      [...mention.entities].every(isOne) &&
      !/[’']s?$/u.test(mention.words) &&
      !/^\s+\p{Lu}/u.test(text.slice(mention.end)) &&
      !claim.attribution.some(({ source }) => mention.entities.has(source)),
  );
  return teller ? [differs(isOne === isPlace ? 'place' : 'person', teller, subject, claim)] : [];
}

/** A name behind a word behind which the article has another one: “ties with China” for “ties with Russia”. */
function governedOf(told: Told, { draft, article }: Case): Found[] {
  const { claim } = told.claim;
  const said = governedIn(draft);
  const own = told.home.claims.map((each) => governedIn(each));
  const here = governedIn(told.claim);
  return said
    .filter(({ mention }) => inClauses(told, [mention]).length > 0 && !isAdjective(mention, draft))
    .flatMap(({ stem, mention }) => {
      const isSame = (other: Mention) => [...other.entities].some((entity) => mention.entities.has(entity));
      const behind = here.filter((each) => each.stem === stem);
      const [other] = behind;
      if (!other || own.flat().some((each) => each.stem === stem && isSame(each.mention))) return [];
      const kinds = stem === TOLD ? [isPlace, isSomebody] : [isPlace, isPerson];
      const isOne = kinds.find((is) => [...mention.entities].every(is));
      if (!isOne) return [];
      const missing = [...claim.entities].find(
        (entity) =>
          isOne(article.names.standsFor(entity)) &&
          other.mention.entities.has(article.names.standsFor(entity)),
      );
      return missing && !isCommonPlace(mention, missing)
        ? [differs(isOne === isPlace ? 'place' : 'person', mention, missing, claim)]
        : [];
    });
}

/** Two who change places about a verb: “the council asked Lind” for “Lind asked the council”. */
export const swapsOf = (checked: Case): Found[] =>
  checked.support.told.flatMap((told) => (told.share >= SWAPPED ? swappedOf(told, checked) : []));

const SWAPPED = 0.5;

function swappedOf(told: Told, { draft }: Case): Found[] {
  const { claim, words, mentions } = told.claim;
  const actors = draft.mentions.filter(({ entities }) => [...entities].every(isActor));
  const isInName = ({ start, end }: Word) =>
    draft.mentions.some((mention) => mention.start <= start && end <= mention.end);
  for (const verb of told.words.filter((word) => !isInName(word))) {
    const own = words.find(({ stem, isFunction }) => !isFunction && sharesRoot(stem, verb.stem));
    const clause = draft.clauses.find(({ start, end }) => start <= verb.start && verb.start < end);
    const isHere = ({ start }: Mention) => clause && clause.start <= start && start < clause.end;
    const doer = actors.findLast((each) => isHere(each) && each.end <= verb.start);
    const other = actors.find((each) => isHere(each) && each.start >= verb.end);
    // Who says that somebody does something does not do it.
    const isSpeaker =
      doer !== undefined &&
      draft.reading.sayings.some(
        ({ speaker, start }) =>
          speaker && speaker.start < doer.end && doer.start < speaker.end && start !== verb.start,
      );
    const isPlaced = doer !== undefined && WITHIN.test(draft.text.slice(0, doer.start));
    const between = draft.text.slice(doer?.end, other?.start);
    const isTitle = TITLE.test(between) && (/\p{L}\s\p{L}/u.test(between) || verb.term !== own?.term);
    if (!own || !doer || !other || isSpeaker || isPlaced || isTitle) continue;
    if (NOUN.test(claim.text.slice(0, own.start)) || NOUN.test(draft.text.slice(0, verb.start))) continue;
    if (
      /\b(?:that|which|who|whether|if)\b/i.test(draft.text.slice(verb.end, other.start)) ||
      MUTUAL.test(draft.text.slice(verb.end, other.start)) ||
      APPOSED.test(draft.text.slice(verb.end, other.start)) ||
      MUTUAL.test(claim.text.slice(own.end))
    )
      continue;
    const isBefore = ({ entities }: Mention) =>
      mentions.some((each) => each.end <= own.start && overlaps(each.entities, entities));
    const isAfter = ({ entities }: Mention) =>
      mentions.some((each) => each.start >= own.end && overlaps(each.entities, entities));
    const [meant] = other.entities;
    if (isAfter(doer) && !isBefore(doer) && isBefore(other) && !isAfter(other) && meant)
      return [differs(isPlace(meant) ? 'place' : 'person', doer, meant, claim)];
  }
  return [];
}

/** “Span Works |maintenance head| Iver Brask”: the head of it. */
const TITLE = /^(?:\s(?!\p{L}+(?:ed|s|ing)\s)\p{Ll}+)+\s$/u;

/** “asked by” turns who asks whom; “ties with” and “between” have no first and second. */
const MUTUAL = /\b(?:by|with|between)\b/i;

/** “is the director of”: nobody does anything to anybody. */
const NOUN = /\b(?:an?|the|his|her|its|their|former)\s(?:\p{L}+\s)?$/iu;

/** “at a London briefing”: a place that does nothing. */
const WITHIN = /\b(?:at|in)\s(?:an?\s|the\s)?$/i;

/** “his partner, Carla Venn”: the one behind is what stands before. */
const APPOSED = /^,\s$/;

const overlaps = (one: ReadonlySet<Entity>, other: ReadonlySet<Entity>) =>
  [...one].some((entity) => other.has(entity));

/** “Nadia Quill is the chief executive”, where the chief executive is another. */
export const equatedOf = ({ draft, article }: Case): Found[] =>
  draft.mentions.flatMap((one, index) => {
    const other = draft.mentions[index + 1];
    if (!other || ![one, other].every(({ entities }) => [...entities].every(isPerson))) return [];
    const isRole = ({ words }: Mention) => /^\p{Ll}/u.test(words);
    if (isRole(one) === isRole(other) || overlaps(one.entities, other.entities)) return [];
    const between = draft.text.slice(one.end, other.start);
    const isApposed = /^,\s(?:the\s)?$/.test(between) && /^(?:,|\.?$)/.test(draft.text.slice(other.end));
    if (!isApposed && !IS.test(between)) return [];
    const [role, name] = isRole(one) ? [one, other] : [other, one];
    const [meant] = role.entities;
    const claims = article.sentences.flatMap((sentence) => sentence.claims.map(({ claim }) => claim));
    const claim = claims.find(({ subject }) => subject === meant);
    return meant && claim ? [differs('person', name, meant, claim)] : [];
  });

/** “Finance Minister Pavel Rusk”, where the article has him as Transport Minister. */
export const titledOtherwise = ({ draft, article, support }: Case): Found[] =>
  draft.mentions.flatMap((mention) => {
    const [person] = mention.entities;
    const [said] = titlesOf(mention.words, draft.text);
    const claim = support.told[0]?.claim.claim;
    if (!person || !said || !claim || !isPerson(person)) return [];
    const own = article.sentences
      .filter(({ entities }) => entities.has(person))
      .flatMap(({ sentence }) => titlesOf(person.name, sentence.text));
    const isOther = (title: string) => headOf(title) === headOf(said) && title !== said;
    const title = own.find(isOther);
    if (!title || !own.every(isOther)) return [];
    const start = mention.start - said.length - 1;
    const message = `the article says “${title}” here, not “${said}”`;
    return [{ kind: 'person', said: { start, end: mention.start - 1 }, article: title, message, claim }];
  });

/** The two words with capitals or more that stand right before a name. */
const titlesOf = (name: string, text: string): string[] => {
  const [before = ''] = text.split(name);
  const [, title] = /(?:^|[^.\p{L}]\s?)((?:\p{Lu}\p{Ll}+\s){2,4})$/u.exec(before) ?? [];
  return before !== text && title ? [title.trim()] : [];
};

const headOf = (title: string) => title.split(' ').at(-1);

const IS = /^\s(?:is|was|became|remains)\s(?:(?:also|still|now)\s)?(?:the|its|their)\s$/i;

interface Governed {
  /** Of the word before the name, which little words alone may part from it. */
  readonly stem: string;
  readonly mention: Mention;
}

const PARTED = /[,;:—–.]|\b(?:and|because|but|if|or|that|when|which|while|who)\b/u;

/** Whom one tells is told behind it. */
const TELLS = /^(?:tell|tells|told|telling)$/;
const TOLD = 'tell';

function governedIn({
  words,
  mentions,
  reading,
}: Pick<ReadDraft, 'words' | 'mentions' | 'reading'>): Governed[] {
  const isInName = ({ start, end }: Range) =>
    mentions.some((mention) => mention.start <= start && end <= mention.end);
  return mentions.flatMap((mention) => {
    const before: Word[] = words.filter(({ end }) => end <= mention.start).slice(-3);
    const governor = before.reverse().find(({ isFunction, term }) => !isFunction || TELLS.test(term));
    const isParted = governor && PARTED.test(reading.text.slice(governor.end, mention.start));
    // “accused by Quill” has her accuse, and “accused Quill” another one.
    const isPassive = governor && /\bby\b/i.test(reading.text.slice(governor.end, mention.start));
    return governor && !isParted && !isInName(governor) && !LIGHT_STEMS.has(governor.stem)
      ? [{ stem: isPassive ? `${governor.stem} by` : governor.stem, mention }]
      : [];
  });
}

function differs(
  kind: 'person' | 'place',
  said: Found['said'] & { words: string },
  article: Entity | undefined,
  claim: Found['claim'],
): Found {
  const message = article
    ? `the article says ${article.name} here, not “${said.words}”`
    : `the article does not name “${said.words}”`;
  return { kind, said, article: article?.name ?? null, message, claim };
}

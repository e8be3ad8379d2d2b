import type { Claim, Entity } from '../../model.ts';
import type { Saying } from '../../reading/speakers.ts';
import { isTakenBy, type Told } from '../matching.ts';
import type { ReadDraft } from '../read-draft.ts';
import { sharesRoot } from '../stems.ts';
import { wordsOf } from '../words.ts';
import { type Case, type Found, inClauses, type Rule } from './difference.ts';

/** A speaker left out or changed, or one layer of a relay missing. */
export const speakerRule: Rule = (checked) => {
  const attributed = checked.support.told.filter(({ claim }) => claim.claim.attribution.length > 0);
  const found = attributed.flatMap((told) => missingOf(told, checked));
  return found.length || attributed.length ? found : addedOf(checked);
};

function missingOf(told: Told, { draft, support }: Case): Found[] {
  const { claim } = told.claim;
  const isPlain = support.told.some(
    (other) =>
      other.claim.claim.attribution.length === 0 &&
      other.claim.reading.sayings.length === 0 &&
      isTakenBy(other, told),
  );
  // What is taken for granted of nobody in particular, as a “reported fear”, needs no speaker.
  const isTakenForGranted =
    claim.stance === 'presupposed' && claim.attribution.every(({ source }) => UNNAMED.test(source.name));
  if (isPlain || isTakenForGranted) return [];
  const speakers = draft.reading.sayings.filter(({ speaker, isDenied }) => speaker && !isDenied);
  const missing = claim.attribution.filter(
    ({ source, anonymous }) => !isNamed(source, anonymous, claim, draft),
  );
  const [other] = speakers.filter(
    (saying) =>
      isSomebodyElse(saying, claim, draft) && (missing.length > 0 || inClauses(told, [saying]).length > 0),
  );
  const isWrong = other !== undefined && !speakers.some((saying) => isOf(saying, claim, draft));
  // A source without a name is told by words such as “reportedly”, whoever else speaks.
  const isUnnamed = claim.attribution.some(({ source, anonymous }) => anonymous || UNNAMED.test(source.name));
  if (missing.length === 0 && (!isWrong || isUnnamed)) return [];
  const from = claim.attribution.map(({ source }) => source.name).join(' > ');
  const left = missing.map(({ source }) => source.name).join(' and ');
  const message =
    other?.speaker && isWrong
      ? `the article has this from ${from}; the draft says “${other.speaker.words}”`
      : `the article has this from ${from}; the draft leaves out ${left}`;
  return [
    { kind: 'speaker', said: isWrong ? (other?.speaker ?? null) : null, article: from, message, claim },
  ];
}

const UNNAMED =
  /\b(?:anonymous|unnamed|unidentified|not named|sources?|officials?|insiders?|reportedly|unconfirmed|(?:an?|one|some|several|two|three|many) (?:\p{L}+ )?(?:officials?|persons?|people|aides?|employees?|diplomats?)|(?:is|are|was|were|been|the|an?|unnamed) reports?(?:ed)?|reported(?= \p{Ll}+ of)|reports? (?:say|said|that|of)|rumou?r(?:s|ed)?|people familiar|said to|believed to|allegedly|some say|it is said)\b/iu;

/** Whether the draft names a source, by any of its names, by its role, or by a pronoun that says something. */
function isNamed(source: Entity, anonymous: boolean, claim: Claim, draft: ReadDraft): boolean {
  if (draft.mentions.some(({ entities }) => entities.has(source))) return true;
  if ((anonymous || UNNAMED.test(source.name)) && UNNAMED.test(draft.text)) return true;
  if (hasRole(source, draft.text)) return true;
  const isPerson = source.type === 'person' || source.type === 'group';
  return (
    isPerson &&
    draft.reading.sayings.some(
      ({ speaker }) => speaker !== null && /^(?:he|she|they|who)$/i.test(speaker.words),
    ) &&
    !othersSpeak(claim, draft)
  );
}

const othersSpeak = (claim: Claim, draft: ReadDraft) =>
  draft.reading.sayings.some((saying) => isSomebodyElse(saying, claim, draft));

/** Most words of a description or an alias: “her spokeswoman” for Park’s spokeswoman. */
function hasRole({ description, aliases, name }: Entity, text: string): boolean {
  const said = wordsOf(text).filter(({ isFunction }) => !isFunction);
  return [name, ...aliases, ...(description === null ? [] : [description])].some((each) => {
    // Whose spokeswoman she is may be left out; which country’s media they are may not.
    const words = wordsOf(each.replace(/\p{Lu}[\p{L}\s]*[’']s\s/gu, '')).filter(
      ({ isFunction, term }) => !isFunction && term.length > 3,
    );
    // “Chinese media” are not “South Korea’s media”.
    const isPlain = ({ start }: { start: number }) => !/\p{Lu}[\p{L}’'.]*\s$/u.test(text.slice(0, start));
    return (
      words.length > 0 &&
      words.every(({ stem }) =>
        said.some((word) => sharesRoot(word.stem, stem) && (word.isCapital || isPlain(word))),
      )
    );
  });
}

/** The entities that a speaker’s words name. */
const entitiesOf = ({ speaker }: Saying, { mentions }: ReadDraft): Entity[] =>
  speaker === null
    ? []
    : mentions
        .filter(({ start, end }) => start < speaker.end && speaker.start < end)
        .flatMap(({ entities }) => [...entities]);

const isOf = (saying: Saying, { attribution }: Claim, draft: ReadDraft): boolean =>
  entitiesOf(saying, draft).some((entity) => attribution.some(({ source }) => source === entity)) ||
  attribution.some(
    ({ source, anonymous }) =>
      saying.speaker !== null &&
      (hasRole(source, saying.speaker.words) ||
        ((anonymous || UNNAMED.test(source.name)) && UNNAMED.test(saying.speaker.words))),
  );

const SAID: ReadonlySet<string> = new Set(['say', 'assert', 'allege', 'hint', 'deny', 'show']);
const PAPER = /\b(?:article|report|story|newspaper|paper|agency|author|writer|reporter|correspondent)\b/i;

/** A speaker with a name or a determiner, who is neither one of the claim’s sources nor the article itself. */
function isSomebodyElse(saying: Saying, claim: Claim, draft: ReadDraft): boolean {
  const { speaker, manner } = saying;
  if (
    !speaker ||
    !SAID.has(manner) ||
    !/\p{Lu}|^(?:the|a|an|his|her|its|their|one|some|several|many)\s/u.test(speaker.words)
  )
    return false;
  if (PAPER.test(speaker.words) || isPublisher(claim, saying, draft)) return false;
  return !isOf(saying, claim, draft);
}

function isPublisher({ article }: Claim, saying: Saying, draft: ReadDraft): boolean {
  const names = [
    article.publisher ?? '',
    ...article.author.map(({ family, literal }) => family ?? literal ?? ''),
  ];
  const said = [
    saying.speaker?.words ?? '',
    ...entitiesOf(saying, draft).flatMap(({ name, aliases }) => [name, ...aliases]),
  ];
  const key = (name: string) =>
    wordsOf(name)
      .filter(({ isFunction }) => !isFunction)
      .map(({ term }) => term)
      .join(' ');
  const own = new Set(names.map(key).filter(Boolean));
  return said.some((name) => own.has(key(name)));
}

/** The article says it in its own voice, and the draft has somebody say it whom these sentences do not name. */
function addedOf({ draft, support }: Case): Found[] {
  const [best] = support.told;
  if (!best || best.claim.reading.sayings.length || best.share < 0.6) return [];
  const { claim } = best.claim;
  const named = new Set(support.sentences.flatMap(({ entities }) => [...entities]));
  const stranger = draft.reading.sayings.find(
    (saying) =>
      !saying.isDenied &&
      isSomebodyElse(saying, claim, draft) &&
      !entitiesOf(saying, draft).some((entity) => named.has(entity)),
  );
  if (!stranger?.speaker) return [];
  const message = `the article says this in its own voice; the draft has it from “${stranger.speaker.words}”`;
  return [{ kind: 'speaker', said: stranger.speaker, article: null, message, claim }];
}

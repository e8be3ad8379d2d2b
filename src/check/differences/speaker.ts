import type { Claim, Entity } from '../../model.ts';
import type { Saying } from '../../reading/speakers.ts';
import {
  hasRole,
  isCalled,
  isOfOthers,
  isOwned,
  isShortOf,
  isTitled,
  isToldOf,
  isUnnamed,
  isWithin,
  type Source,
  UNNAMED,
} from '../called.ts';
import type { Told } from '../matching.ts';
import type { Mention } from '../mentions.ts';
import { isOfPaper } from '../publisher.ts';
import type { ReadDraft } from '../read-draft.ts';
import { contentWordsOf } from '../words.ts';
import type { Case, Found, Rule } from './difference.ts';

/** A speaker left out or changed, or one layer of a relay missing. */
export const speakerRule: Rule = (told, checked) => {
  const sources = sourcesOf(told, checked);
  return sources.length ? missingOf(told, sources, checked) : addedOf(told, checked);
};

/** Whom a claim comes from: its attribution, or who speaks in its own words. */
function sourcesOf({ claim: { claim, reading, mentions } }: Told, { article }: Case): Source[] {
  if (claim.attribution.length)
    return claim.attribution.map(({ source, anonymous }) => ({ entity: source, anonymous }));
  const speakers = reading.sayings.filter(({ manner, speaker }) => speaker && SAID.has(manner));
  const named = speakers.flatMap(({ speaker }) =>
    mentions.filter(({ start, end }) => speaker && start < speaker.end && speaker.start < end),
  );
  return [...new Set(named.flatMap(({ entities }) => (entities.size === 1 ? [...entities] : [])))].map(
    (entity) => ({
      entity: claim.entities.find((each) => article.names.standsFor(each) === entity) ?? entity,
      anonymous: false,
    }),
  );
}

function missingOf(told: Told, sources: readonly Source[], checked: Case): Found[] {
  const { draft } = checked;
  const { claim } = told.claim;
  const isTakenForGranted = claim.stance === 'presupposed';
  const speakers = heardIn(draft).filter(({ speaker, isDenied }) => speaker && !isDenied);
  const missing = sources.filter((source) => !isNamed(source, sources, claim, checked));
  const governing = speakers.filter((saying) => governs(saying, told, draft));
  const [other] = (missing.length ? speakers : governing).filter((saying) =>
    isSomebodyElse(saying, sources, claim, checked),
  );
  const isWrong = other !== undefined && !speakers.some((saying) => isOf(saying, sources, claim, checked));
  // A source without a name is told by words such as “reportedly”, whoever else speaks.
  const hasUnnamed = sources.some(isUnnamed);
  // That somebody says something is the article's own to tell.
  const isOwn = claim.attribution.length === 0;
  if (missing.length === 0 && (!isWrong || hasUnnamed || isOwn)) return [];
  // What is taken for granted needs no speaker: where a village lies.
  if (isTakenForGranted && (!isWrong || hasUnnamed || isOwn)) return [];
  const from = sources.map(({ entity }) => entity.name).join(' > ');
  const left = missing.map(({ entity }) => entity.name).join(' and ');
  const message =
    other?.speaker && isWrong
      ? `the article has this from ${from}; the draft says “${other.speaker.words}”`
      : `the article has this from ${from}; the draft leaves out ${left}`;
  return [
    { kind: 'speaker', said: isWrong ? (other?.speaker ?? null) : null, article: from, message, claim },
  ];
}

/** Whether what the draft tells of a claim is what somebody says: “X says that …”, “…, says X”, “…, X says, …”. */
function governs(saying: Saying, told: Told, draft: ReadDraft): boolean {
  const start = Math.min(saying.start, saying.speaker?.start ?? saying.start);
  const end = Math.max(saying.end, saying.speaker?.end ?? saying.end);
  const isBehind =
    IS_BEHIND.test(draft.text.slice(0, start)) &&
    !/,\swhich\s$/i.test(draft.text.slice(0, start)) &&
    /^\s*(?:[.,;—–]|$)/u.test(draft.text.slice(end));
  const isLast =
    isBehind &&
    /^\s*(?:[.;—–]|$|,\s+(?:and|but|while|though|although|yet|so)\b)/u.test(draft.text.slice(end));
  // “The council, which Crome told so, votes”: what is told of somebody by the way ends with its comma.
  const aside = /,\s(?:which|whom|who|whose|as)\s[^,]*$/u.exec(draft.text.slice(0, start));
  const asideEnd = aside ? draft.text.indexOf(',', end) : -1;
  // Nor does it go beyond a semicolon.
  const semicolon = draft.text.indexOf(';', end);
  const reach = Math.min(...[asideEnd, semicolon].filter((at) => at >= 0), draft.text.length);
  const others = draft.reading.sayings.filter((each) => each !== saying && each.speaker);
  const between = (from: number, to: number) => others.some((each) => from <= each.start && each.start < to);
  return told.words.some(
    (word) =>
      (!isLast && word.start >= end && word.start < reach && !between(end, word.start)) ||
      (isBehind && word.end <= start && !between(word.end, start)),
  );
}

const IS_BEHIND = /[,”"’—–]\s*(?:\p{L}+\s+)?$/u;

/** Who says what in a draft: of “Doctors told the son so, he said” him alone, who says all of it. */
function heardIn(draft: ReadDraft): readonly Saying[] {
  const { sayings } = draft.reading;
  const last = sayings.filter((saying) => saying.speaker && isAtEnd(saying, draft));
  return last.length ? last : sayings;
}

/** “…, she said.” */
function isAtEnd({ start, end, speaker }: Saying, { text }: ReadDraft): boolean {
  const [first, last] = [Math.min(start, speaker?.start ?? start), Math.max(end, speaker?.end ?? end)];
  return IS_BEHIND.test(text.slice(0, first)) && /^\W*$/u.test(text.slice(last));
}

/** Whether the draft names a source, by any of its names, by its role, or by a pronoun that says something. */
function isNamed(source: Source, sources: readonly Source[], claim: Claim, checked: Case): boolean {
  const { draft, article } = checked;
  const { entity, anonymous } = source;
  // “reportedly”, and not “the paper reported”.
  const isReported = draft.reading.hedges.some(
    ({ kind, start, end }) =>
      kind === 'report' && !draft.reading.sayings.some((saying) => saying.start < end && start < saying.end),
  );
  const own = draft.mentions.filter(({ entities }) => entities.has(article.names.standsFor(entity)));
  if (own.length) return own.some((each) => !isBeside(each, draft)) || speaks(own, draft);
  if (entity === claim.subject && isToldWithout(entity, checked)) return true;
  const isMeant = (words: string) =>
    isShortOf(words, entity, article) ||
    isTitled(words, entity, article) ||
    isToldOf(entity, words, article) ||
    (anonymous && isWithin(words, entity, claim, article));
  // “South Korean media” are not the sources in Beijing whom they quote.
  const isAnother = (saying: Saying) =>
    sources.some(
      (other) =>
        other !== source && entitiesOf(saying, draft).includes(article.names.standsFor(other.entity)),
    );
  if (draft.reading.sayings.some((each) => each.speaker && isMeant(each.speaker.words) && !isAnother(each)))
    return true;
  if (isUnnamed(source)) {
    const others = draft.reading.sayings.flatMap(({ speaker }) =>
      speaker && isOfOthers(speaker.words, entity, claim, article) ? speaker : [],
    );
    const rest = others.reduce(
      (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
      draft.text,
    );
    if (UNNAMED.test(rest) || isReported) return true;
  }
  if (hasRole(entity, draft.text, draft.mentions, article) || isOwned(entity, draft.text)) return true;
  const isPerson = entity.type === 'person' || entity.type === 'group';
  const heard = heardIn(draft);
  return (
    isPerson &&
    heard.some(
      ({ speaker }) =>
        speaker !== null && /^(?:he|she|they|who|one|another|others|some)$/i.test(speaker.words),
    ) &&
    !heard.some((saying) => isSomebodyElse(saying, sources, claim, checked))
  );
}

/**
 * Whether somebody says something: one of these names is in a speaker, anyone at all says something, or a word such as “Tarn’s
 * warning” tells so. “Talks between Park and Kim” names Park, and has nothing from her.
 */
function speaks(own: readonly Mention[], { text, reading }: ReadDraft): boolean {
  return (
    reading.sayings.some(({ speaker }) => speaker !== null) ||
    own.some(({ end }) => WORD_OF.test(text.slice(end)))
  );
}

/** “between Park and Kim”, “with Park”: a name that has no verb of its own. */
const isBeside = ({ start, end }: Mention, { text }: ReadDraft) =>
  BESIDE.test(text.slice(0, start)) &&
  !(/^(?:to|for)\s(?:the\s)?$/i.test(text.slice(0, start)) && /^(?:\sof\s[^,]*)?,/.test(text.slice(end)));
const BESIDE =
  /\b(?:against|between(?:\s+[\p{L}\s]+\s+and)?|for|on|to|towards?|with)\s+(?:\p{Lu}?\p{L}+\s+){0,2}$/iu;
const WORD_OF =
  /^(?:[’']s?)?\s(?:\p{L}+\s){0,2}?(?:account|admission|announcement|answer|argument|assurance|belief|claim|comment|complaint|contention|denial|estimate|explanation|fear|forecast|hint|hope|insistence|letter|message|opinion|position|prediction|promise|remark|reply|report|speech|statement|story|suggestion|testimony|thinking|view|warning|willingness|word|eager|willing|open|ready)s?\b/iu;

/** The entities that a speaker’s words name. */
const entitiesOf = ({ speaker, start: verb }: Saying, { mentions, text }: ReadDraft): Entity[] =>
  speaker === null
    ? []
    : mentions
        .filter(
          ({ start, end }) =>
            (start < speaker.end && speaker.start < end) ||
            // “the maker, Orlan Dynamics, disputes it”, “two countries, Britain and Japan, have said”
            (start >= speaker.end &&
              end <= verb &&
              /^,\s(?:\p{Lu}[\p{L}’'.-]*\s(?:and\s)?)*$/u.test(text.slice(speaker.end, start))),
        )
        .flatMap(({ entities }) => [...entities]);

const isOf = (saying: Saying, sources: readonly Source[], claim: Claim, { draft, article }: Case): boolean =>
  sources.some(
    (source) =>
      entitiesOf(saying, draft).includes(article.names.standsFor(source.entity)) ||
      (saying.speaker !== null && isCalled(saying.speaker.words, source, claim, article)),
  );

/** “One nurse walked”, “she has not decided”: whom a claim is of may stand there without a name. */
function isToldWithout(entity: Entity, { draft, article }: Case): boolean {
  if (entity.type !== 'person') return false;
  if (draft.reading.sayings.some(({ speaker }) => speaker !== null) && A_SUBJECT.test(draft.text))
    return true;
  const roles = article.sentences.flatMap(({ claims }) =>
    claims.flatMap(({ claim: { subject, stance, text } }) =>
      subject === entity && stance === 'presupposed' ? (ROLE.exec(text)?.groups?.['role'] ?? []) : [],
    ),
  );
  return roles.flatMap(contentWordsOf).some(({ stem }) => draft.words.some((word) => word.stem === stem));
}

const A_SUBJECT = /\b(?:he|she)\s(?:(?:also|still)\s)?(?:has|had|is|was|will|would|may|might|could)\b/i;
/** The noun of “is a nurse at”, “is the authority’s director of enforcement” */
const ROLE =
  /\b(?:is|was)\s(?:an?|the)\s(?:[^\s]+\s){0,3}?(?<role>\p{Ll}+)(?=\s(?:of|at|for|in|with|on)\b|\.?$)/u;

const SAID: ReadonlySet<string> = new Set(['say', 'assert', 'allege', 'hint', 'deny', 'show']);
/** Whoever is told by what he does alone, as “the man who advises him”, may be anybody. */
const SOMEBODY = /^(?:an?|the|one|those|people|some)?\s*(?:man|woman|person|people|those|one)$/i;
const PAPER = /\b(?:article|report|story|newspaper|paper|agency|author|writer|reporter|correspondent)\b/i;

/** What explains or shows something and says nothing: “a shortage of staff”. */
const ABSTRACT = /(?:age|ance|ence|ity|ness|lack|loss|decline|rise|fall|change)s?$/i;
const A_PRONOUN = /^(?:he|she|they|it|who|we|you|i|one|another|others|some)$/i;
/** “if an inquiry found otherwise”: nobody has said so. */
const SUPPOSED = /\b(?:if|once|should|unless|until|whether)\s+$/i;

/** A speaker with a name or a determiner, who is neither one of the claim’s sources nor the article itself. */
function isSomebodyElse(saying: Saying, sources: readonly Source[], claim: Claim, checked: Case): boolean {
  const { speaker, manner } = saying;
  if (
    !speaker ||
    !SAID.has(manner) ||
    !/\p{Lu}|^(?:the|a|an|his|her|its|their|one|some|several|many)\s/u.test(speaker.words)
  )
    return false;
  if (A_PRONOUN.test(speaker.words) || SUPPOSED.test(checked.draft.text.slice(0, speaker.start)))
    return false;
  const [head = ''] = speaker.words.split(/\s(?:of|in|for|at)\s/);
  if (ABSTRACT.test(head) && !/\p{Lu}/u.test(head)) return false;
  if (PAPER.test(speaker.words) || SOMEBODY.test(speaker.words) || isPublisher(claim, saying, checked))
    return false;
  return !isOf(saying, sources, claim, checked);
}

function isPublisher({ article }: Claim, saying: Saying, { draft, article: { names } }: Case): boolean {
  const named = entitiesOf(saying, draft).flatMap(({ name, aliases }) => [name, ...aliases]);
  return isOfPaper(article, [saying.speaker?.words ?? '', ...named], names);
}

/** The article says it in its own voice, and the draft has somebody say it whom its sentence does not name. */
function addedOf(told: Told, checked: Case): Found[] {
  if (told.share < 0.6 || told.cover < 0.4) return [];
  const { draft } = checked;
  const { claim } = told.claim;
  const stranger = draft.reading.sayings.find(
    (saying) =>
      !saying.isDenied &&
      saying.manner !== 'show' &&
      // “his choice suggests”
      !(saying.manner === 'hint' && entitiesOf(saying, draft).length === 0) &&
      isSomebodyElse(saying, [], claim, checked) &&
      governs(saying, told, draft) &&
      !entitiesOf(saying, draft).some((entity) => told.home.entities.has(entity)) &&
      ![...told.home.entities].some((each) => isToldOf(each, saying.speaker?.words ?? '', checked.article)) &&
      !told.home.reading.sayings.some(
        ({ speaker }) => speaker !== null && speaker.words === saying.speaker?.words,
      ),
  );
  if (!stranger?.speaker) return [];
  const message = `the article says this in its own voice; the draft has it from “${stranger.speaker.words}”`;
  return [{ kind: 'speaker', said: stranger.speaker, article: null, message, claim }];
}

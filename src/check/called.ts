import type { Claim, Entity } from '../model.ts';
import { nearStems } from '../reading/near-words.ts';
import type { ReadArticle } from './article-words.ts';
import type { Mention } from './mentions.ts';
import { sharesRoot } from './stems.ts';
import { contentWordsOf, type Word } from './words.ts';

/** A source of a claim. */
export interface Source {
  readonly entity: Entity;
  readonly anonymous: boolean;
}

/** Whether a speaker's words may mean a source: by a role, a short form, a description, or as one without a name. */
export const isCalled = (words: string, source: Source, claim: Claim, article: ReadArticle): boolean =>
  hasRole(source.entity, words, [], article) ||
  isOwned(source.entity, words) ||
  isToldOf(source.entity, words, article) ||
  (source.entity.type === 'organisation' && A_BODY.test(words)) ||
  isShortOf(words, source.entity, article) ||
  isTitled(words, source.entity, article) ||
  // “the University of Brask” for “the study of the University of Brask”.
  (source.entity.type === 'work' && source.entity.name.includes(words)) ||
  (isUnnamed(source) && (UNNAMED.test(words) || isWithin(words, source.entity, claim, article)));

/** Whether a source has no name that would tell who it is. */
export const isUnnamed = ({ entity, anonymous }: Source): boolean => anonymous || UNNAMED.test(entity.name);

/** Words that tell of a source without a name. */
export const UNNAMED =
  /\b(?:anonymous|unnamed|unidentified|not named|some(?:one|body)|sources?|officials?|insiders?|reportedly|unconfirmed|(?:an?|one|some|several|two|three|many) (?:\p{L}+ )?(?:officials?|persons?|people|aides?|employees?|diplomats?)|(?:is|are|was|were|been) reported|unnamed reports?|reported(?= \p{Ll}+ of)|reports? (?:say|said|that|of)|rumou?r(?:s|ed)?|people familiar|said to|believed to|allegedly|some say|it is said)\b/iu;

/** “scientists in Kaunas” for virologists at the university there, by a keyword: whoever has no name may be told by where. */
export function isWithin(
  words: string,
  { name }: Entity,
  { keywords }: Claim,
  { names }: ReadArticle,
): boolean {
  const said = contentWordsOf(words);
  const known = [name, ...keywords].flatMap(names.contentOf);
  return (
    said.some(({ isCapital, start }) => isCapital && start > 0) &&
    said.every(({ stem }) => known.some((each) => each.stem === stem))
  );
}

/** “a Kremlin official”, where the article has sources in Beijing. */
export const isOfOthers = (
  words: string,
  { name, aliases }: Entity,
  { text }: Claim,
  { names }: ReadArticle,
): boolean =>
  UNNAMED.test(words) &&
  contentWordsOf(words).some(
    ({ isCapital, start, stem }) =>
      isCapital &&
      start > 0 &&
      ![name, ...aliases, text].some((each) =>
        names.contentOf(each).some((word) => sharesRoot(word.stem, stem)),
      ),
  );

/** “his spokeswoman” for “a spokeswoman for Rafe Odenby”. */
export function isOwned({ name }: Entity, text: string): boolean {
  const [, role] = /^(?:an?\s|the\s)?(\p{Ll}+)\s(?:for|of)\s\p{Lu}/u.exec(name) ?? [];
  return (
    role !== undefined &&
    new RegExp(`\\b(?:his|her|its|their)\\s${role}\\b|\\b${role}\\sfor\\s(?:him|her|it|them)\\b`, 'iu').test(
      text,
    )
  );
}

/** Most words of a description or an alias: “her spokeswoman” for Park’s spokeswoman. */
export function hasRole(
  { description, aliases, name, type }: Entity,
  text: string,
  mentions: readonly Mention[],
  { names }: ReadArticle,
): boolean {
  // The “press” of “Associated Press” is no press.
  const said = contentWordsOf(text).filter(
    ({ start }) => !mentions.some((mention) => mention.start < start && start < mention.end),
  );
  return [name, ...aliases, ...(description === null ? [] : [description])].some((each) => {
    // Whose spokeswoman she is may be left out; which country’s media they are may not.
    const words = names
      .contentOf(each.replace(/\p{Lu}[\p{L}\s]*[’']s\s/gu, ''))
      .filter(({ term }) => term.length > 3);
    // “Chinese media” are not “South Korea’s media”.
    const isPlain = ({ start }: { start: number }) =>
      !/(?!(?:The|An?|His|Her|Its|Their)\s$)(?<!\p{L})\p{Lu}[\p{L}’'.]*\s$/u.test(text.slice(0, start));
    const isSaid = ({ stem }: { stem: string }) =>
      said.some((word) => sharesRoot(word.stem, stem) && (word.isCapital || isPlain(word)));
    // “a draft by the board” for “the draft report”.
    return type === 'work' ? words.some(isSaid) : words.length > 0 && words.every(isSaid);
  });
}

/** “this week South Korean newspapers” */
const A_TIME = /^(?:this|last|next)\s(?:week|month|year)\s/i;

/** What any organisation may be called once it is named. */
const A_BODY =
  /^(?:the|its)\s(?:agency|association|authority|body|board|bureau|club|company|firm|department|federation|group|institute|maker|ministry|office|operator|organi[sz]ation|service|watchdog)$/i;

/** “the audit office” for “the national audit office”, “the interior ministry” for “the ministry of the interior”. */
export function isShortOf(words: string, { name, aliases }: Entity, { names }: ReadArticle): boolean {
  const short = contentWordsOf(words.replace(A_TIME, ''));
  const head = headOf(short, words);
  return [name, ...aliases].some((each) => {
    const whole = names.contentOf(each);
    const own = headOf(whole, each);
    return (
      short.length >= (/^\p{Ll}/u.test(each) ? 1 : 2) &&
      (head === own || nearStems(own).has(head)) &&
      short.every(({ stem }) => stem === head || whole.some((word) => word.stem === stem))
    );
  });
}

/** “The colonel” for whom his description calls “Colonel, commander of the Third Brigade”, and nobody else is called so. */
export function isTitled(words: string, entity: Entity, { names, stories }: ReadArticle): boolean {
  const said = contentWordsOf(words);
  const head = said.at(-1)?.stem;
  const isSo = ({ type, description }: Entity) => {
    const [title = ''] = (description ?? '').split(/[,;]|\s(?:of|for|at|in|from|who|that|with)\s/u);
    const own = names.contentOf(title);
    return (
      type === 'person' &&
      own.at(-1)?.stem === head &&
      said.every(({ stem }) => own.some((word) => word.stem === stem))
    );
  };
  return (
    said.length > 0 &&
    /^\p{L}+\s\p{Ll}/u.test(words) &&
    isSo(entity) &&
    stories.entities.filter(isSo).length === 1
  );
}

/** The last word before an “of” or its like. */
function headOf(words: readonly Word[], text: string): string {
  const end = text.search(/\s(?:of|for|from|in|at|who|with)\s/u);
  return words.findLast((word) => end < 0 || word.start < end)?.stem ?? '';
}

/**
 * “The leader of the fishermen”, where the article takes it for granted that Bo Tarn heads the fishermen’s union; “the
 * challenger”, where that is a keyword of what Irena Dovic does.
 */
export function isToldOf(entity: Entity, words: string, { sentences }: ReadArticle): boolean {
  const said = contentWordsOf(words);
  if (entity.type === 'place' || !said.some(({ isCapital }) => !isCapital)) return false;
  const own = sentences
    .filter(({ entities }) => entities.has(entity))
    .flatMap(({ claims }) => claims.filter(({ claim }) => claim.subject === entity));
  return said.every(({ stem }) =>
    own.some(
      ({ claim, strengthOf, keywords }) =>
        keywords.has(stem) || (claim.stance === 'presupposed' && strengthOf(stem) > 0),
    ),
  );
}

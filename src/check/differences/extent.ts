import type { Claim } from '../../model.ts';
import type { Extent } from '../../reading/extents.ts';
import { numbersIn } from '../../reading/numbers.ts';
import type { Told } from '../matching.ts';
import type { Mention } from '../mentions.ts';
import { contentOf, contentWordsOf, type Word } from '../words.ts';
import { type Case, type Found, inClauses, type Rule } from './difference.ts';
import { isTurned } from './negation.ts';

/** “some” told as “all”, “rarely” as “often”, “one of the” as “the”, “heavily” as “entirely” or “slightly”. */
export const extentRule: Rule = (told, checked) => {
  const { claim, reading, quote } = told.claim;
  const isSaid = (each: Extent) =>
    checked.draft.reading.extents.some(({ scale, level }) => scale === each.scale && level === each.level);
  const own = [...reading.extents, ...quote.extents].filter((each) => !isSaid(each));
  const found = inClauses(told, checked.draft.reading.extents).flatMap((said) => {
    if (
      [...reading.extents, ...quote.extents].some(
        (each) => each.scale === said.scale && each.level === said.level,
      )
    )
      return [];
    const article = own.find((each) => isOtherwise(each, said));
    if (!article || isTurnedRound(article, said, told, checked) || !isOfClaim(said, told, checked)) return [];
    const each: Found = {
      kind: 'extent',
      said,
      article: article.words,
      message: `the article says “${article.words}”; “${said.words}” ${said.level === 1 && !article.isDownward ? 'says otherwise' : 'says more'}`,
      claim,
    };
    return [each];
  });
  const more = [
    ...addedOf(told, checked),
    ...everyOf(told, checked),
    ...wholeOf(told, checked),
    ...mostOf(told, checked),
  ];
  return found.length ? found : [...more, ...boundless(told, checked)];
};

/** “not since 2009” told as “never”. */
function boundless(told: Told, { draft }: Case): Found[] {
  const never = draft.reading.extents.find(({ scale, level }) => scale === 'frequency' && level === 0);
  const { claim } = told.claim;
  const { time } = claim;
  if (!never || !time || claim.polarity !== 'negated' || told.share < 0.6 || draft.reading.dates.length)
    return [];
  const message = `the article says so of “${time.text}”; “${never.words}” says more`;
  return [{ kind: 'extent', said: never, article: time.text, message, claim }];
}

/** “always” or “never”, where the sentence has no word of the kind. */
function addedOf(told: Told, { draft }: Case): Found[] {
  const { claim } = told.claim;
  if (told.share < 0.5) return [];
  const isBound = ({ scale, level }: Extent) => scale !== 'firmness' && (level === 4 || level === 0);
  const own = [...told.home.reading.extents, ...told.claim.reading.extents];
  const negations = [...told.home.reading.negations, ...told.claim.reading.negations];
  const said = inClauses(told, draft.reading.extents);
  const often = said.filter(({ scale, level }) => scale === 'frequency' && level === 3);
  const text = `${told.home.sentence.text} ${claim.text}`;
  if (often.length && !own.some(({ scale }) => scale === 'frequency') && !OFTEN.test(text))
    return often.map((each) => saidOnlyByDraft(each, claim));
  if (own.some(isBound) || negations.length || ALONE.test(claim.text)) return [];
  return said
    .filter((each) => isBound(each) && (each.scale === 'frequency' || each.scale === 'degree'))
    .map((each) => saidOnlyByDraft(each, claim));
}

/** Words by which something is done more than once. */
const OFTEN =
  /\b(?:times|twice|again|used to|custom|usual|regular|repeated|always|every|each|annual|long|many|several)/i;

const saidOnlyByDraft = (said: Extent, claim: Claim): Found => ({
  kind: 'extent',
  said,
  article: null,
  message: `the article does not say “${said.words}”`,
  claim,
});

/** “every crane” for “the old crane”, where the sentence has no word of the kind. */
function everyOf(told: Told, { draft }: Case): Found[] {
  const { claim, reading, words } = told.claim;
  const isAll = ({ scale, level }: Extent) => level === 4 && scale !== 'degree';
  const isNone = ({ level }: Extent) => level === 0;
  const own = [...reading.extents, ...told.home.reading.extents];
  if (told.share < 0.5 || own.some((each) => isAll(each) || isNone(each))) return [];
  return inClauses(told, draft.reading.extents)
    .filter(({ scale, level, start, end }) => {
      if (scale !== 'quantity' || level !== 4 || /\bof\s$/i.test(draft.text.slice(0, start))) return false;
      // “all seven” and “each of his visits” count what the article counts.
      const behind = /^\s+(?:of\s+)?(?:(?:the|its|his|her|their|these|those)\s+)?(?!\p{N})([^,.;]*)/u.exec(
        draft.text.slice(end),
      );
      // “each year” for “a year” says how often.
      if (A_PERIOD.test(behind?.[1] ?? '')) return false;
      const [noun, next] = contentWordsOf(behind?.[1] ?? '');
      const isCounted = numbersIn(behind?.[1] ?? '').some(({ start }) => start <= (noun?.start ?? 0));
      return (
        !isCounted &&
        [noun, next].some(
          (each) => each && words.some(({ stem, isFunction }) => !isFunction && stem === each.stem),
        )
      );
    })
    .map((said) => saidOnlyByDraft(said, claim));
}

/** “most battalions” for “only one battalion”. */
function mostOf(told: Told, checked: Case): Found[] {
  const { claim } = told.claim;
  const [only] = ONLY.exec(claim.text) ?? [];
  if (only === undefined || told.share < 0.5 || ONLY.test(checked.draft.text)) return [];
  return inClauses(told, checked.draft.reading.extents)
    .filter((said) => said.scale === 'quantity' && said.level >= 3 && isOfClaim(said, told, checked))
    .map((said) => ({
      kind: 'extent',
      said,
      article: only,
      message: `the article says “${only}”; “${said.words}” says more`,
      claim,
    }));
}

const ONLY = /\b(?:only|just)\s(?:one|two|three|four|five|\p{N}+|a few|a handful|some)\b/iu;

const A_PERIOD = /^(?:second|minute|hour|day|night|week|month|season|quarter|year|decade)\b/i;

/** “half of the mill”, and what it is half of. */
const PART_OF =
  /\b(?<part>half|part|parts|some|most|many|several|few|a few|one|a third|a quarter|two thirds|three quarters|a number|a majority|dozens|hundreds|\p{N}+(?:\s?%|\spercent)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\sof\s(?:the\s|its\s|his\s|her\s|their\s)?(?<whole>[^,.;]+)/giu;
/** “some crews”, which “the crews” is more than. */
const SOME = /\b(?<part>some|several|many|most|a few|certain)\s(?!of\b)(?<whole>\p{Ll}+)/giu;
/** Of “half of the mill” the mill is more however it is told; of “one of the crews” a crew is as much. */
const MASS =
  /^(?:half|parts?|most|a (?:third|quarter)|two thirds|three quarters|a majority|\p{N}+\s?(?:%|percent))$/iu;
const DEFINITE = /\b(?:the|its|his|her|their|these|those)\s(?:\p{Ll}+\s)?$/u;

/** “destroyed the mill” for “destroyed half of the mill”, “the crews” for “some crews”. */
function wholeOf(told: Told, { draft }: Case): Found[] {
  const { claim, mentions } = told.claim;
  const { reading } = draft;
  const counts = inClauses(told, reading.numbers).some(({ unit }) => unit !== 'ordinal');
  const amounts = inClauses(told, reading.extents).some(
    ({ scale }) => scale === 'quantity' || scale === 'degree',
  );
  const text = told.clauses.map(({ start, end }) => draft.text.slice(start, end)).join(' ');
  if (told.share < 0.5 || counts || amounts || PARTLY.test(text)) return [];
  const differs = (pattern: RegExp, isAny: boolean) =>
    Array.from(claim.text.matchAll(pattern), ({ groups: { part = '', whole = '' } = {} }) => {
      const isNamed = ({ entities }: Mention) =>
        mentions.some(
          (name) => whole.startsWith(name.words) && [...name.entities].some((each) => entities.has(each)),
        );
      const noun = contentWordsOf(whole).find(({ term }) => numbersIn(term).length === 0);
      const isMass = isAny && MASS.test(part);
      const isNoun = ({ stem, start, isFunction }: Word) =>
        !isFunction && stem === noun?.stem && (isMass || DEFINITE.test(draft.text.slice(0, start)));
      const said =
        (isAny && inClauses(told, draft.mentions).find(isNamed)) || inClauses(told, draft.words).find(isNoun);
      const message = `the article says “${part}” here; the draft leaves it out`;
      return said ? [{ kind: 'extent' as const, said, article: part, message, claim }] : [];
    }).flat();
  return [...differs(PART_OF, true), ...differs(SOME, false)].slice(0, 1);
}

const PARTLY = /\b(?:part\p{L}*|half|one|an?\s(?:share|section|wing|member|leader))\b/iu;

/** Whether a word of the claim stands right beside it: of another thing the draft may say how much it likes. */
function isOfClaim({ start, end, level }: Extent, { claim }: Told, { draft }: Case): boolean {
  const content = contentOf(draft.words);
  const isLast = !/[\p{L}\p{N}]/u.test(draft.text.slice(end).replace(/[,;:].*$/su, ''));
  // “for everything” and “spoke fairly often” have nothing behind them.
  if (isLast && ALL_OF_IT.test(draft.text.slice(start, end))) return true;
  const beside = [
    ...content.filter((word) => word.start >= end).slice(0, level === 4 ? 3 : 2),
    ...(isLast ? content.filter((word) => word.end <= start).slice(-2) : []),
  ];
  const isNamed = (word: Word) =>
    draft.mentions.some(
      (mention) =>
        mention.start <= word.start &&
        word.end <= mention.end &&
        [...mention.entities].some((each) => claim.entities.has(each)),
    );
  return beside.some(
    (word) => claim.strengthOf(word.stem) > 0 || claim.keywords.has(word.stem) || isNamed(word),
  );
}

const ALL_OF_IT = /^(?:all|none|nothing|(?:every|no)(?:one|body|thing))$/i;

/** “most do not” for “few do”. */
const isTurnedRound = (article: Extent, said: Extent, told: Told, { draft }: Case): boolean =>
  // “every harbour stays open” for “no harbour is closed”.
  (article.level === 0 && said.level === 4 && isTurned(told, draft)) ||
  (/^not\s/i.test(said.words) && article.level === 1) ||
  (article.isDownward &&
    !said.isDownward &&
    said.level === 3 &&
    draft.reading.negations.some(({ start, kind }) => kind === 'plain' && start > said.end));

const ALONE = /\b(?:only|first|alone|sole)\b/i;

/** Whether the draft’s word departs from the article’s: it says more, or it turns much into little. */
function isOtherwise(article: Extent, said: Extent): boolean {
  if (article.scale !== said.scale) {
    const isBound = said.scale === 'frequency' && (said.level === 0 || said.level === 4);
    if (isBound && article.scale === 'quantity') return article.level > 0 && article.level < 4;
    // “most of the deals” for “one of the three deals”.
    if (said.scale === 'quantity' && said.level >= 3 && ONE_OF.test(article.words)) return true;
    // “all the loans” for “the largest of the loans”.
    if (said.scale === 'quantity' && said.level === 4 && article.scale === 'uniqueness')
      return article.level === 4;
    // “on China alone” for “heavily on China”.
    if (said.scale === 'uniqueness' && ALONE_IN_IT.test(said.words))
      return article.scale === 'degree' && article.level < 4;
    if (!isAmount(article) || !isAmount(said)) return false;
    if (article.isDownward !== said.isDownward) return Math.max(article.level, said.level) >= 2;
    return said.level === 4 && article.level > 0 && article.level < 4;
  }
  switch (said.scale) {
    case 'quantity':
      // “most” for “half” may be more than half.
      if (said.level === 3 && /\bhalf$/i.test(article.words)) return false;
      return (
        (said.level === 0 && article.isDownward) ||
        (said.level >= 3 && article.level < said.level) ||
        (article.isDownward && !said.isDownward && said.level >= 2)
      );
    case 'frequency':
      return said.level === 0 ? article.isDownward : said.level > article.level;
    case 'degree':
      return said.level === 4 || (said.level === 1) !== (article.level === 1);
    case 'uniqueness':
      return said.level === 4;
    default:
      return false;
  }
}

const ALONE_IN_IT = /^(?:alone|only|solely|exclusively)$/i;

const ONE_OF = /^one of/i;

const isAmount = ({ scale }: Extent) => scale === 'quantity' || scale === 'degree';

import type { Extent } from '../../reading/extents.ts';
import type { Told } from '../matching.ts';
import { type Case, type Found, inClauses, type Rule } from './difference.ts';

/** “some” told as “all”, “rarely” as “often”, “one of the” as “the”, “heavily” as “entirely” or “slightly”. */
export const extentRule: Rule = (told, checked) => {
  const { claim, reading, quote } = told.claim;
  const own = [...reading.extents, ...quote.extents];
  const found = inClauses(told, checked.draft.reading.extents).flatMap((said) => {
    if (own.some((each) => each.scale === said.scale && each.level === said.level)) return [];
    const article = own.find((each) => isOtherwise(each, said));
    if (!article) return [];
    const manner =
      said.level === 4 || (said.level === 0 && article.isDownward) ? 'says more' : 'says otherwise';
    const each: Found = {
      kind: 'extent',
      said,
      article: article.words,
      message: `the article says “${article.words}”; “${said.words}” ${manner}`,
      claim,
    };
    return [each];
  });
  return [...found, ...addedOf(told, checked), ...boundless(told, checked)];
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
  if (own.some(isBound) || negations.length || ALONE.test(claim.text)) return [];
  return inClauses(told, draft.reading.extents)
    .filter((said) => isBound(said) && (said.scale === 'frequency' || said.scale === 'degree'))
    .map((said) => ({
      kind: 'extent',
      said,
      article: null,
      message: `the article does not say “${said.words}”`,
      claim,
    }));
}

const ALONE = /\b(?:only|first|alone|sole)\b/i;

/** Whether the draft’s word departs from the article’s: it says more, or it turns much into little. */
function isOtherwise(article: Extent, said: Extent): boolean {
  if (article.scale !== said.scale) {
    if (!isAmount(article) || !isAmount(said)) return false;
    if (article.isDownward !== said.isDownward) return Math.max(article.level, said.level) >= 2;
    return said.level === 4 && article.level > 0 && article.level < 4;
  }
  switch (said.scale) {
    case 'quantity':
      return (
        said.level === 0 ||
        (said.level >= 3 && article.level < said.level) ||
        (article.isDownward !== said.isDownward && Math.max(article.level, said.level) >= 2)
      );
    case 'frequency':
      return said.level !== article.level && !(said.level === 2 && article.level === 3);
    case 'degree':
      return said.level === 4 || (said.level === 1) !== (article.level === 1);
    case 'uniqueness':
      return said.level === 4;
    default:
      return false;
  }
}

const isAmount = ({ scale }: Extent) => scale === 'quantity' || scale === 'degree';

import type { Extent } from '../../reading/extents.ts';
import type { ReadSentence } from '../article-words.ts';
import type { Case, Found, Rule } from './difference.ts';

/** “some” told as “all”, “rarely” as “never”, “one of the” as “the”, “heavily” as “entirely”. */
export const extentRule: Rule = (checked) => {
  const { draft, support } = checked;
  const [best] = support.told;
  const claim = best?.claim.claim ?? support.nearest?.claim;
  if (!claim) return [];
  const found = draft.reading.extents.flatMap((said) => {
    const home = support.sentences.find((sentence) => extentsOf(sentence).some((own) => isLess(own, said)));
    const article = home && extentsOf(home).find((own) => isLess(own, said));
    const isThere = support.sentences.some((sentence) =>
      extentsOf(sentence).some((each) => each.scale === said.scale && each.level === said.level),
    );
    if (!article || isThere) return [];
    const from = support.told.find((told) => home?.claims.includes(told.claim))?.claim.claim ?? claim;
    const each: Found = {
      kind: 'extent',
      said,
      article: article.words,
      message: `the article says “${article.words}”; “${said.words}” says more`,
      claim: from,
    };
    return [each];
  });
  return [...found, ...boundless(checked)];
};

/** “not since 2009” told as “never”. */
function boundless({ draft, support }: Case): Found[] {
  const never = draft.reading.extents.find(({ scale, level }) => scale === 'frequency' && level === 0);
  if (!never || draft.reading.dates.length) return [];
  const told = support.told.find(
    ({ claim: { claim } }) => claim.polarity === 'negated' && claim.time !== null,
  );
  const time = told?.claim.claim.time;
  if (!told || !time || told.share < 0.6) return [];
  const message = `the article says so of “${time.text}”; “${never.words}” says more`;
  return [{ kind: 'extent', said: never, article: time.text, message, claim: told.claim.claim }];
}

const extentsOf = ({ reading }: ReadSentence) => reading.extents;

/** Whether the article’s word falls short of the draft’s on the same scale. */
function isLess(article: Extent, said: Extent): boolean {
  if (article.scale !== said.scale) return false;
  if (said.level === 0) return article.level === 1;
  if (said.scale === 'quantity') return said.level >= 3 && article.level < said.level && article.level > 0;
  return said.level === 4 && article.level < 4 && article.level > 0;
}

import { nearStems, oppositeStems } from '../../reading/near-words.ts';
import type { Change } from './alignment.ts';
import { namesOfClaim, overlap, type ReadClaim, type Rule } from './context.ts';
import { contentWords, placedContentWords, placedWords, stemOf, stemsOf } from './terms.ts';

/** A word of the text that neither its sentence, nor a name, nor a word near one of them has: what is said goes beyond the quote. */
export const addedWord: Rule<ReadClaim> = {
  name: 'added-word',
  ask: (context) => {
    const { claim, said, paragraph, descriptionOf, changes } = context;
    const home = new Set(
      stemsOf(
        [
          paragraph,
          ...namesOfClaim(context),
          ...[claim.subject, ...claim.entities].map((id) => (id === null ? '' : descriptionOf(id))),
          claim.time?.basis ?? '',
        ]
          .join(' ')
          .replaceAll('-', ' '),
      ),
    );
    const [added] = placedContentWords(said.text).filter(
      ({ start, end, stem }) =>
        !LIGHT.has(stem) &&
        changes.some((each) => isInPlace(each) && each.own.some((word) => overlap(word, { start, end }))) &&
        !isTold({ start, end }, context) &&
        !home.has(stem) &&
        !partsOf(stem).every((part) => home.has(part)) &&
        ![...home].some(
          (other) =>
            sharesRoot(stem, other) ||
            nearStems(other).has(stem) ||
            oppositeStems(other).has(stem) ||
            isWithin(stem, other),
        ),
    );
    return added
      ? [{ field: 'text', message: `says “${added.words}”, which neither its sentence nor a name has` }]
      : [];
  },
};

/**
 * Whether a text has little else there than its sentence: a few words in the place of a few, or many between two that stand side
 * by side. Elsewhere a text is worded anew, and words that its sentence lacks say the same as often as not.
 */
const isInPlace = ({ theirs, own, before, behind, isWhole }: Change) =>
  isWhole &&
  before !== null &&
  (theirs.length > 0 ? theirs.length <= 3 && own.length <= 4 : behind !== null && own.length > 3);

/** Whether other rules ask about a word: how sure it is, how much, when, who. About opposites `opposite-word` asks. */
const isTold = ({ start, end }: { start: number; end: number }, { said }: ReadClaim) =>
  [
    ...said.hedges,
    ...said.sayings,
    ...said.sayings.flatMap(({ speaker }) => speaker ?? []),
    ...said.numbers,
    ...said.dates,
    ...said.negations,
    ...said.conditions,
    ...said.intentions,
    ...said.extents,
    ...said.names.filter(({ isFirst }) => !isFirst),
  ].some((each) => each.start <= start && end <= each.end);

/** A word of the quote that makes less of the next one, and that the text leaves out: “partly closed” told as “closed”. */
export const droppedWord: Rule<ReadClaim> = {
  name: 'dropped-word',
  ask: ({ claim, said, reading }) => {
    const own = new Set(stemsOf(said.text));
    const words = placedWords(claim.quote);
    const [dropped] = words.filter(({ words: word, stem }, at) => {
      const next = words[at + 1];
      const isKept =
        own.has(stem) || [...own].some((other) => nearStems(other).has(stem) || sharesRoot(stem, other));
      return (
        next &&
        contentWords(next.words).length > 0 &&
        isLimiting(word) &&
        own.has(next.stem) &&
        !isLimiting(next.words) &&
        !isKept
      );
    });
    const isAccounted =
      dropped &&
      ((claim.hedge ?? '').includes(dropped.words) ||
        // “six or more” for “at least six”
        (/^(?:least|most)$/.test(dropped.words) && said.numbers.length > 0) ||
        said.hedges.length > 0 ||
        said.extents.length > 0);
    // What is taken for granted stays so under a “likely”.
    const isHedge =
      (claim.stance === 'presupposed' || said.sayings.some(({ manner }) => manner === 'judge')) &&
      reading.hedges.some(({ words }) => words === dropped?.words);
    return dropped && !isAccounted && !isHedge
      ? [{ field: 'text', message: `leaves out “${dropped.words}”, by which its quote says less or other` }]
      : [];
  },
};

const isLimiting = (word: string) =>
  /^(?:even|almost|just|barely|still|yet|least|most|once|alone|without|except)$/i.test(word) ||
  (/\p{L}{3}ly$/u.test(word) && !OTHER_LY.test(word));

/** Words in “ly” that tell when, or are no adverbs. */
const OTHER_LY =
  /^(?:recent|current|previous|former|final|ear|dai|week|month|year|quick|sudden|immediate|initial|original|simultaneous|fami|supp|rep|app|al|assemb|ita|ju|ral|re|f|multip|on|anoma|monopo)ly$/i;

/** “one” and “day” of “one-day”. */
const partsOf = (stem: string): string[] =>
  stem
    .split('-')
    .filter((part) => !/^\p{N}*$/u.test(part))
    .map(stemOf);

/** “paid” is a part of “repaid” and “overpaid”, and “own” of “owner”. */
const isWithin = (stem: string, other: string) =>
  stemOf(other.replace(/^(?:re|over|under|pre|mis|out)(?=\p{L}{4})/u, '')) === stem ||
  stem.replace(/i?er$/u, '') === other;

/** “reliance” and “relies” share a root. */
function sharesRoot(one: string, other: string): boolean {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  return shared >= Math.max(4, Math.min(one.length, other.length) - 1);
}

/** Stems of words that say little by themselves, or that tell what an article is. */
const LIGHT: ReadonlySet<string> = new Set(
  stemsOf(
    'more less low lower high higher small smaller large larger young younger old older early late behind ahead stand issue appear cause word few fewer much many early make come get give take include one ones number something kind way thing part say report according tell article source time become go keep hold put use have speak call choose up out able need left provide vote state remain seem begin year month week day people person man woman story shortly event mark claim say ago old there say happen occur work place stay off mean either near back most far area general side long share member count end recent start let pass receive bring force turn hand step single do like such further allow herself himself itself themselves',
  ),
);

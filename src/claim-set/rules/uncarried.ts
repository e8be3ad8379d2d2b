import { namesOfClaim, overlap, type ReadClaim, type Rule } from './context.ts';
import { placedContentWords, stemsOf } from './terms.ts';

/** A quote that was cut before what the text tells: of all that is said of its subject it holds nothing. */
export const uncarried: Rule<ReadClaim> = {
  name: 'uncarried',
  ask: (context) => {
    const { claim, said, reading } = context;
    const [quoted, sentence, named] = [claim.quote, reading.text, namesOfClaim(context).join(' ')].map(
      (text) => new Set(stemsOf(text)),
    ) as [Set<string>, Set<string>, Set<string>];
    const beside = [
      ...said.names,
      ...said.sayings.filter(({ manner }) => manner !== 'want'),
      ...said.sayings.flatMap(({ speaker }) => speaker ?? []),
      ...said.hedges,
    ];
    const told = placedContentWords(said.text).filter(
      (word) => !named.has(word.stem) && !beside.some((each) => overlap(each, word)),
    );
    const lost = told.filter(({ stem }) => sentence.has(stem) && !quoted.has(stem));
    return lost.length >= LEAST && !told.some(({ stem }) => quoted.has(stem))
      ? [
          {
            field: 'quote',
            message: `has nothing of “${lost.map(({ words }) => words).join(' … ')}”, which the text tells; quote it too`,
          },
        ]
      : [];
  },
};

/** One word that stands elsewhere in the sentence may be told by another one of the quote. */
const LEAST = 2;

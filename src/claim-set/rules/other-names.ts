import type { NumberFound } from '../../reading/numbers.ts';
import type { Reading } from '../../reading/read.ts';
import type { Stretch } from '../../reading/stretch.ts';
import type { AlignedWord } from './alignment.ts';
import { overlap, type ReadClaim, type Rule } from './context.ts';
import { asking, replacedIn } from './replaced.ts';
import { contentWords, foldName, stemOf, stemsOf, wordsOf } from './terms.ts';

/** A number in the place of another: “a second day” told as “a third day”. */
export const otherFigure: Rule<ReadClaim> = {
  name: 'other-figure',
  ask: (context) => {
    const { reading, said } = context;
    const turned = replacedIn(context).find(({ theirs, own }) => {
      const [here, ...more] = over(said.numbers, own);
      const [there, ...others] = over(reading.numbers, theirs);
      return (
        here &&
        there &&
        more.length + others.length === 0 &&
        here.value !== there.value &&
        here.unit === there.unit &&
        saysNoMore(own, [here]) &&
        saysNoMore(theirs, [there]) &&
        !isOfItsOwnPlace(here, there, context)
      );
    });
    return turned ? [asking(turned)] : [];
  },
};

/** What of a text shares some of its words. */
const over = <T extends Stretch>(found: readonly T[], words: readonly AlignedWord[]): T[] =>
  found.filter((each) => words.some((word) => overlap(each, word)));

/** What of a text lies inside some of its words. */
const within = <T extends Stretch>(found: readonly T[], words: readonly AlignedWord[]): T[] => {
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? found.filter(({ start, end }) => first.start <= start && end <= last.end) : [];
};

/** Whether no other word there says something. */
const saysNoMore = (words: readonly AlignedWord[], found: readonly Stretch[]) =>
  words.every((word) => contentWords(word.lower).length === 0 || found.some((each) => overlap(each, word)));

/** “down from 40 a year earlier” told as “40 a year earlier”: the words around the other figure came along. */
function isOfItsOwnPlace(own: NumberFound, there: NumberFound, { reading, said }: ReadClaim): boolean {
  const around = ({ start, end }: Stretch) => [
    ...contentWords(reading.text.slice(0, start)).slice(-NEAR),
    ...contentWords(reading.text.slice(end)).slice(0, NEAR),
  ];
  const elsewhere = reading.numbers.filter(({ value, unit }) => value === own.value && unit === own.unit);
  const [known, told] = [around(there).map(stemOf), stemsOf(said.text)];
  return elsewhere
    .flatMap(around)
    .map(stemOf)
    .some((stem) => !/^\p{N}/u.test(stem) && !known.includes(stem) && told.includes(stem));
}

const NEAR = 3;

/** A name in the place of another: “arrested in Vellin” told as “arrested in Tolm”. */
export const replacedName: Rule<ReadClaim> = {
  name: 'replaced-name',
  ask: (context) => {
    const { reading, said, entities } = context;
    const sharesEntity = (one: string, other: string) =>
      entities.some(({ folded }) =>
        [one, other].every((words) => folded.some((each) => ` ${each} `.includes(` ${words} `))),
      ) || wordsOf(one).some((word) => wordsOf(other).includes(word));
    const namesOf = (words: readonly AlignedWord[], { text, names }: Reading) => {
      const telling = words.filter(({ lower }) => contentWords(lower).length > 0);
      const [first, last] = [telling[0], telling.at(-1)];
      const folded = first && last ? foldName(text.slice(first.start, last.end)) : '';
      const isEntity = entities.some((each) => each.folded.includes(folded));
      const found = within(names, words);
      return isEntity
        ? [folded]
        : saysNoMore(
              words.filter(({ lower }) => !PLACE.test(lower)),
              found,
            )
          ? found.map((each) => foldName(each.words))
          : [];
    };
    const isProper = ({ words, start }: AlignedWord) =>
      /^\p{Lu}/u.test(words) &&
      (start > 0 || entities.some(({ names }) => names.some((name) => wordsOf(name).includes(words))));
    const turned = replacedIn(context).find(({ theirs, own, behind }) => {
      // “Russian President |Vladimir Putin|”
      if (/^\p{Lu}/u.test(theirs.at(-1)?.words ?? '') && /^\p{Lu}/u.test(behind?.theirs.words ?? ''))
        return false;
      const [here, there] = [namesOf(own, said), namesOf(theirs, reading)];
      return (
        // “the authority” may be told by its name.
        theirs.some(isProper) &&
        here.length > 0 &&
        there.length > 0 &&
        !here.some((each) => there.some((other) => sharesEntity(each, other)))
      );
    });
    return turned ? [asking(turned)] : [];
  },
};

const PLACE =
  /^(?:town|city|village|port|state|county|province|district|region|island|republic|suburb|border)$/;

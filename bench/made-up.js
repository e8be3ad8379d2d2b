// @ts-check
// A claim set of any size, with the words of a real one as often as there, and a long tail of words that nobody has heard.
import { randomFrom } from './random.js';

const SEED = 2015;

const SYLLABLES = 'ba be do fi ga ha ju ka li mo na pe qua ro sa ti vu wo xe zu ram sel tor min'.split(' ');
const CLAIMS_A_SENTENCE = 5;
const LONG_TAIL = 0.08;

/**
 * @param claimSet the loaded claim set whose words, names and times are drawn from
 * @param size how many claims
 */
export function madeUpClaimSet(claimSet, size) {
  const random = randomFrom(SEED + size);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const words = claimSet.claims.flatMap(({ text }) => text.match(/[\p{L}\p{N}’-]+/gu) ?? []);
  const unheard = () => Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES)).join('');
  const phrase = (length) =>
    Array.from({ length }, () => (random() < LONG_TAIL ? unheard() : pick(words))).join(' ');
  const sentences = [];
  const claims = [];
  let start = 0;
  while (claims.length < size) {
    const text = `${phrase(25)}.`;
    const sentence = {
      id: `s${sentences.length + 1}`,
      text,
      paragraph: sentences.length + 1,
      start,
      end: start + text.length,
    };
    start += text.length + 2;
    sentences.push(sentence);
    for (let number = 1; number <= CLAIMS_A_SENTENCE && claims.length < size; number += 1) {
      const model = pick(claimSet.claims);
      const entities = [pick(claimSet.entities), pick(claimSet.entities)];
      const exact = text
        .split(' ')
        .slice(number, number + 8)
        .join(' ');
      claims.push({
        ...model,
        id: `${sentence.id}.${number}`,
        text: phrase(13),
        sentence,
        quote: { exact, prefix: '', suffix: '', start: sentence.start, end: sentence.start + exact.length },
        subject: entities[0],
        entities,
        attribution: [],
      });
    }
  }
  return { ...claimSet, article: { ...claimSet.article, sentences }, claims };
}

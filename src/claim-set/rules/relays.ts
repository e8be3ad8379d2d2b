import type { Saying } from '../../reading/speakers.ts';
import { overlap, type ReadClaim } from './context.ts';
import { sayingsInside, sayingsOver } from './sayings.ts';
import { isCalled, PRONOUN } from './sources.ts';
import { wordsOf } from './terms.ts';

/** “The daily, citing diplomats, reported”, “the media quoted sources as saying”, over or in the quote. */
export function relayOf(context: ReadClaim): { outer: Saying; inner: Saying } | null {
  const { reading, quote } = context;
  const inner = reading.sayings.find(
    ({ verb, speaker }, index, all) =>
      speaker !== null &&
      (/^(?:citing|quoting)$/.test(verb) ||
        (/^(?:quote|cite)$/.test(verb) && all[index - 1]?.start === all[index]?.start)),
  );
  const outer = reading.sayings.find(
    (each) => each !== inner && each.speaker !== null && (each.manner === 'say' || each.manner === 'assert'),
  );
  if (!inner || !outer) return null;
  const isCovered = [...sayingsOver(context), ...sayingsInside(context)].some(
    (each) => each === inner || each === outer,
  );
  return isCovered && quote.end - quote.start > 0 ? { outer, inner } : null;
}

/** “said that a deckhand had told him |…|”: whoever passes on what another one said, where the text is on what was said. */
export function passedOn({ claim, reading, quote, namesOf, said }: ReadClaim): Saying | undefined {
  const inside = reading.sayings.filter(
    (each) => each.speaker && !each.isDenied && each.manner === 'say' && overlap(each, quote),
  );
  return inside.find(
    (each, at) =>
      at > 0 &&
      each.verb === 'tell' &&
      each.speaker &&
      !PRONOUN.test(each.speaker.words) &&
      !(claim.subject !== null && isCalled(each, namesOf(claim.subject))) &&
      !said.sayings.some(
        ({ speaker }) =>
          speaker && wordsOf(speaker.words).join() === wordsOf(each.speaker?.words ?? '').join(),
      ) &&
      !claim.attribution.some(({ source }) => isCalled(each, namesOf(source))),
  );
}

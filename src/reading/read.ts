import { type Condition, conditionsIn } from './conditions.ts';
import { type DateFound, datesIn } from './dates.ts';
import { type Extent, extentsIn } from './extents.ts';
import { boostersIn, type Hedge, hedgesIn } from './hedges.ts';
import { type Intention, intentionsIn } from './intentions.ts';
import { type NameFound, namesIn } from './names.ts';
import { type Negation, negationsIn } from './negations.ts';
import { type NumberFound, numbersIn } from './numbers.ts';
import { quotationsIn } from './quotations.ts';
import { type Saying, sayingsIn } from './speakers.ts';
import type { Stretch } from './stretch.ts';

/** What the words of a sentence say, each list in the order of the text. */
export interface Reading {
  readonly text: string;
  readonly hedges: readonly Hedge[];
  readonly boosters: readonly Stretch[];
  readonly negations: readonly Negation[];
  readonly sayings: readonly Saying[];
  readonly numbers: readonly NumberFound[];
  readonly dates: readonly DateFound[];
  readonly names: readonly NameFound[];
  readonly conditions: readonly Condition[];
  readonly intentions: readonly Intention[];
  readonly extents: readonly Extent[];
  readonly quotations: readonly Stretch[];
}

/**
 * Reads an English sentence. Words decide, and no grammar, so it is right for most sentences and not for all: whoever
 * uses it asks, and does not judge.
 *
 * @example read('Rain may fall, the weather service said.').hedges[0]?.words // 'may'
 */
export function read(text: string): Reading {
  const dates = datesIn(text);
  const isInDate = ({ start, end }: Stretch) => dates.some((date) => date.start <= start && end <= date.end);
  const hedges = hedgesIn(text);
  // “in all likelihood” is no “all”.
  const isInHedge = ({ start, end }: Stretch) =>
    hedges.some(({ kind, ...hedge }) => kind === 'chance' && hedge.start < start && end < hedge.end);
  return {
    text,
    hedges,
    boosters: boostersIn(text),
    negations: negationsIn(text),
    sayings: sayingsIn(text),
    numbers: numbersIn(text).filter((number) => !isInDate(number)),
    dates,
    names: namesIn(text).filter((name) => !isInDate(name)),
    conditions: conditionsIn(text),
    intentions: intentionsIn(text),
    extents: extentsIn(text).filter((extent) => !isInHedge(extent)),
    quotations: quotationsIn(text),
  };
}

import type { Range } from './clauses.ts';
import { certaintyRule } from './differences/certainty.ts';
import type { Case, Found, Rule } from './differences/difference.ts';
import { extentRule } from './differences/extent.ts';
import { figureRule } from './differences/figures.ts';
import { appositionsOf, nameRule } from './differences/names.ts';
import { negationRule } from './differences/negation.ts';
import { quotationsOf } from './differences/quotation.ts';
import { speakerRule } from './differences/speaker.ts';

const RULES: readonly Rule[] = [speakerRule, certaintyRule, negationRule, extentRule, nameRule, figureRule];

/** A claim that covers nearly as much of a clause as another may be meant in its place. */
const AS_GOOD = 0.9;

/**
 * Where a sentence of a draft departs from what it rests on. Several claims may cover the same words: a clause is borne
 * out if one that covers it as well as any agrees with it in everything, and is held against the best of them otherwise.
 */
export function differencesOf(checked: Case): Found[] {
  const judged = checked.support.told.map((told) => ({
    told,
    found: RULES.flatMap((rule) => rule(told, checked)),
  }));
  const found = checked.draft.clauses.flatMap((clause) => {
    const here = judged
      .filter(({ told }) => told.clauses.includes(clause))
      .map(({ told, found }) => ({
        cover: told.coverOf(clause),
        found: found.filter((each) => isOf(each, clause)),
      }));
    const most = Math.max(...here.map(({ cover }) => cover));
    const best = here.filter(({ cover }) => cover >= AS_GOOD * most);
    return best.every((each) => each.found.length > 0) ? best.flatMap((each) => each.found) : [];
  });
  return withoutRepeats([...quotationsOf(checked), ...appositionsOf(checked), ...found]);
}

/** A name or figure is of the clause that it stands in; a hedge, a “not” or a speaker is of all that tell the claim. */
const isOf = ({ kind, said }: Found, { start, end }: Range) =>
  !LOCATED.has(kind) || said === null || (start <= said.start && said.start < end);

const LOCATED: ReadonlySet<string> = new Set(['number', 'date', 'quotation', 'person', 'place', 'extent']);

/** One of each kind at the same words: several claims of a sentence often say the same of it. */
function withoutRepeats(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ kind, article, said }) => {
    const key = `${kind} ${LOCATED.has(kind) ? said?.start : article}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

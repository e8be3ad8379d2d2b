import { conditionOf, unconditionalOf } from './condition.ts';
import type { Rule } from './difference.ts';
import { hedgeOf, isHedged, likelierOf } from './hedge.ts';
import { doneOf, intentionOf, intentionsOf, proposedOf } from './intention.ts';

/** A hedge dropped or strengthened, a condition or an intention told as a fact: what makes the draft surer than the article. */
export const certaintyRule: Rule = (told, checked) => {
  const more = [...proposedOf(told, checked), ...unconditionalOf(told, checked)];
  if (more.length) return more;
  const { conditional, stance } = told.claim.claim;
  if (conditional) {
    const found = conditionOf(told, checked);
    const likelier = found.length ? found : likelierOf(told, checked);
    return likelier.length || stance !== 'intended' ? likelier : intentionOf(told, checked);
  }
  const hedged = isHedged(told) ? hedgeOf(told, checked) : [];
  if (hedged.length) return hedged;
  return stance === 'intended' || intentionsOf(told).length
    ? intentionOf(told, checked)
    : doneOf(told, checked);
};

import { clauseEnd } from '../../reading/stretch.ts';
import type { Told } from '../matching.ts';
import type { ReadDraft } from '../read-draft.ts';
import { contentWordsOf } from '../words.ts';
import { type Case, type Found, spanning } from './difference.ts';

const NOT_CONDITIONAL: ReadonlySet<string> = new Set([
  'approximation',
  'schedule',
  'ability',
  'report',
  'hint',
]);
const MUST = /\b(?:must|needs? to|have to|has to|required?|with|without)\b/i;

export function conditionOf(told: Told, { draft }: Case): Found[] {
  const { claim } = told.claim;
  const { conditions, hedges } = draft.reading;
  const words = claim.hedge ?? told.claim.quote.conditions[0]?.words ?? null;
  const of = (message: string): Found[] => [
    { kind: 'condition', said: spanning(told.words), article: words, message, claim },
  ];
  const ifs = conditions.filter(({ kind }) => kind !== 'would');
  const cause =
    ifs.length || !told.claim.reading.conditions.some(({ kind }) => kind === 'if')
      ? null
      : CAUSE.exec(draft.text);
  if (cause) return of(`the article says it on a condition (“${words}”); “${cause[0]}” tells that as a fact`);
  const isSoft = conditions.length > 0 || hedges.some(({ kind }) => !NOT_CONDITIONAL.has(kind));
  // “it was too early to talk of it” tells no more than that it would be.
  if (!ifs.length && /\bit\s(?:is|was)\s(?:too\s)?\p{L}+\sto\b/iu.test(draft.text)) return [];
  if (isSoft) {
    const dropped = ifs.length ? null : droppedCondition(told, draft);
    return dropped ? of(`the article says it on a condition (“${dropped}”); the draft leaves it out`) : [];
  }
  if (MUST.test(draft.text) && !IS_FACT.test(draft.text)) return [];
  // To name the thing is not to say that it is so.
  if (!IS_FACT.test(textOf(told, draft.text)) && !/\bwill\b/i.test(draft.text)) return [];
  const under = words ? ` (“${words}”)` : '';
  return of(`the article says it under a condition${under}; the draft tells it as a fact`);
}

/** “without conditions”, of what the article says under one. */
export function unconditionalOf({ share, home }: Told, { draft: { text } }: Case): Found[] {
  const found = share < 0.25 ? null : UNCONDITIONAL.exec(text);
  const conditional = home.claims.find(({ claim }) => claim.conditional);
  if (!found || !conditional || UNCONDITIONAL.test(home.sentence.text)) return [];
  const { claim } = conditional;
  const [words] = found;
  const said = { start: found.index, end: found.index + words.length };
  const message = `the article says it under a condition; the draft says “${words}”`;
  return [{ kind: 'condition', said, article: claim.quote.exact, message, claim }];
}

const UNCONDITIONAL = /\b(?:unconditional(?:ly)?|without (?:any )?(?:(?:pre)?conditions?|strings))\b/i;

/** What a claim says must hold, if the draft tells what depends on it and nothing of that. */
function droppedCondition({ claim: { claim, reading } }: Told, draft: ReadDraft): string | null {
  const condition = reading.conditions.find(({ kind }) => kind !== 'would');
  if (!condition) return null;
  const { text } = claim;
  const end = clauseEnd(text, condition.end);
  // “must stop for talks to be productive”: what must hold stands before.
  const isGoal = /^for\b/i.test(condition.words);
  const isToldIn = (words: string) => {
    const said = contentWordsOf(words);
    return said.filter(({ stem }) => draft.strengthOf(stem) > 0).length / (said.length || 1);
  };
  const behind = text.slice(condition.start, end);
  const rest = text.slice(0, condition.start) + text.slice(end);
  const [needed, dependent] = isGoal ? [rest, behind] : [behind, rest];
  if (!isGoal && isToldIn(needed) >= 0.6 && IS_COMING.test(draft.text) && !DEPENDS.test(draft.text))
    return needed.trim();
  return isToldIn(needed) < 0.4 && isToldIn(dependent) >= 0.4 ? needed.trim() : null;
}

/** “is going to pull its guards out”, of what must come first. */
const IS_COMING = /\b(?:(?:is|are) going to|will|ha(?:s|ve) (?:agreed|decided|promised) to)\b/i;
const DEPENDS =
  /\b(?:once|when|after|before|must|need\p{L}*|requir\p{L}*|should|until|exchange|return|with|without)\b/iu;

const CAUSE = /\b(?:because|now that|(?:as|since)(?= \p{L}+(?: \p{L}+){0,3} (?:has|have|is|are)\b))/iu;

const textOf = ({ clauses }: Told, text: string) =>
  clauses.map(({ start, end }) => text.slice(start, end)).join(' ');

/** A verb that says that something is or was so. */
const IS_FACT =
  /\b(?:cannot|can[’']t|is|are|was|were|has|have|had|does|did|now that|will|gives|gave|made|went|came|took|became|got|saw|met|left|led|brought|began|\p{L}{2,}ed|\p{L}{3,}s)\b/iu;

import type { Claim, Entity } from '../model.ts';

/** What follows the name of someone where a claim says what they are, */
const ROLE =
  /^(?:(?:is|was|are|were) (?:the|an?|\S+['’]s?) |(?:heads|leads|runs|chairs|directs|owns|edits|represents) )/;
/** and what follows that where it says more. */
const MORE = / (?:when|who|that|which|if|where) /;
const BEARERS: ReadonlySet<string> = new Set(['person', 'group', 'organisation']);

/** Whom a claim gives a role, where it says no more: Bo Tarn, of “Bo Tarn heads the union”. */
export function roleBearer({ subject, text, attribution, polarity }: Claim): Entity | null {
  if (!subject || !BEARERS.has(subject.type) || attribution.length || polarity === 'negated') return null;
  const name = [subject.name, ...subject.aliases].find((each) => text.startsWith(`${each} `));
  const said = name === undefined ? '' : text.slice(name.length + 1);
  return ROLE.test(said) && !MORE.test(said) ? subject : null;
}

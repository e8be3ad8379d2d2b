import { CERTAINTIES, type Claim } from '../../model.ts';
import { CERTAINTY_MEANINGS, CERTAINTY_SIGNS } from '../emphasis.ts';
import { counted } from '../wording.ts';
import { claimMarks, claimsPerMark, type MarkedClaims, markText } from './claim-marks.ts';
import { html, type Markup } from './markup.ts';

/** How many claims are how certain; each certainty is a link to its claims. */
export function certaintyPicture(claims: readonly Claim[]): Markup {
  const groups = claimsByCertainty(claims);
  const perMark = claimsPerMark(claims.length);
  const rows = groups.map(([certainty, number]) => {
    const sign = CERTAINTY_SIGNS[certainty];
    return html`<li><span class="label"><a href="#certainty=${certainty}">${certainty}</a>${sign && html` <span aria-hidden="true">${sign}</span>`}</span> ${claimMarks([[certainty, number]], perMark)} <span class="count">${counted(number, 'claim')}</span> <span class="small">· ${CERTAINTY_MEANINGS[certainty]}</span></li>
`;
  });
  return html`<figure class="picture"><figcaption>How sure the sources are <span class="small">${markText(perMark)} The surest come first.</span></figcaption>
<ul>${rows}</ul></figure>
`;
}

/** The claims of each certainty that there is, the surest first. */
export function claimsByCertainty(claims: readonly Claim[]) {
  return CERTAINTIES.map(
    (kind) => [kind, claims.filter(({ certainty }) => certainty === kind).length] as const,
  ).filter(([, number]) => number > 0) satisfies MarkedClaims[];
}

import { type Article, type Claim, type Entity, OWN_VOICE } from '../../model.ts';
import { ownVoice, sourcesOf } from '../../spoken-of.ts';
import { type Relay, relayTree } from '../relay-tree.ts';
import { countsText } from '../wording.ts';
import { claimsByCertainty } from './certainty-picture.ts';
import { claimMarks, claimsPerMark } from './claim-marks.ts';
import { html, type Markup } from './markup.ts';

/** Who relays whom: the article's own voice, each source below the one that passes it on; each is a link to what it says. */
export function relayPicture(claims: readonly Claim[], article: Article): Markup {
  const tree = relayTree(claims);
  const perMark = claimsPerMark(claims.length);
  const claimsOf = new Map<Entity, number>();
  for (const source of claims.flatMap((claim) => [...new Set(sourcesOf(claim))]))
    claimsOf.set(source, (claimsOf.get(source) ?? 0) + 1);
  const row = (id: string, name: Markup, { claims, children }: Relay, all: number): Markup => {
    // A source may reach the article by several ways.
    const elsewhere = all > claims.length ? ` (${all} in all)` : '';
    const relayed = [...children].map(([source, relay]) =>
      row(source.id, html`<bdi>${source.name}</bdi>`, relay, claimsOf.get(source) ?? 0),
    );
    const label = all ? html`<a href="#said-by=${id}">${name}</a>` : name;
    return html`<li><span class="label">${label}</span> ${claimMarks(claimsByCertainty(claims), perMark)} <span class="count">${countsText(claims)}${elsewhere}</span>${relayed.length ? html`<ul>${relayed}</ul>` : null}</li>
`;
  };
  return html`<figure class="picture"><figcaption>Who relays whom <span class="small">Each source stands below the one that passes it on.</span></figcaption>
<ul>${row(OWN_VOICE, html`<bdi>${ownVoice(article)}</bdi>, in its own voice`, tree, tree.claims.length)}</ul></figure>
`;
}

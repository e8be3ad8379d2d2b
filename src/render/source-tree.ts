import { CERTAINTIES, type Claim, type Entity, OWN_VOICE } from '../model.ts';
import { draw } from './draw.ts';
import { joined, type Styled, styled } from './text.ts';
import type { Setting } from './view.ts';
import { counted, ownVoice } from './wording.ts';

interface Node {
  readonly claims: Claim[];
  readonly children: Map<Entity, Node>;
}

/**
 * Who relays whom, from the article's own voice down. Each source is followed by the claims that reach the article by
 * this way, its own and those that it passes on, by certainty.
 */
export function renderSourceTree(claims: readonly Claim[], { article, terminal }: Setting): string {
  const root: Node = { claims: [], children: new Map() };
  for (const claim of claims) {
    let node = root;
    if (claim.attribution.length === 0) root.claims.push(claim);
    for (const { source } of claim.attribution) {
      const next: Node = node.children.get(source) ?? { claims: [], children: new Map() };
      node.children.set(source, next);
      next.claims.push(claim);
      node = next;
    }
  }
  const label = (name: string, { claims }: Node): Styled =>
    joined([styled(name, terminal.paint.bold), styled(`  ${counts(claims)}`)]);
  const lineOf = (first: string, rest: string, text: Styled) =>
    first + draw(text, terminal.width - Math.max(first.length, rest.length)).replaceAll('\n', `\n${rest}`);
  const branchesOf = ({ children }: Node, indent: string): string[] =>
    [...children].flatMap(([source, node], index) => {
      const isLast = index === children.size - 1;
      const trunk = indent + (isLast ? '   ' : '│  ');
      const branch = indent + (isLast ? '└─ ' : '├─ ');
      return [lineOf(branch, trunk, label(source.name, node)), ...branchesOf(node, trunk)];
    });
  const own = label(`${ownVoice(article)}, in its own voice (${OWN_VOICE})`, root);
  return `${[lineOf('', root.children.size ? '│  ' : '', own), ...branchesOf(root, '')].join('\n')}\n`;
}

function counts(claims: readonly Claim[]): string {
  const kinds = CERTAINTIES.flatMap((certainty) => {
    const number = claims.filter((claim) => claim.certainty === certainty).length;
    return number ? [{ certainty, number }] : [];
  });
  const all = counted(claims.length, 'claim');
  const [only] = kinds;
  if (kinds.length > 1)
    return `${all}: ${kinds.map(({ certainty, number }) => `${number} ${certainty}`).join(', ')}`;
  return only ? `${all}, ${only.certainty}` : all;
}

import type { Terminal } from '../io.ts';
import { type Article, type Claim, OWN_VOICE } from '../model.ts';
import { ownVoices } from '../spoken-of.ts';
import { draw } from './draw.ts';
import { type Relay, relayTree } from './relay-tree.ts';
import { joinStyled, type Styled, styled } from './text.ts';
import { countsText } from './wording.ts';

/**
 * Who relays whom, from the article's own voice down. Each source is followed by the claims that reach the article by
 * this way, its own and those that it passes on, by certainty.
 */
export function renderSourceTree(
  claims: readonly Claim[],
  articles: readonly Article[],
  terminal: Terminal,
): string {
  const root = relayTree(claims);
  const label = (name: string, { claims }: Relay): Styled =>
    joinStyled([styled(name, terminal.paint.bold), styled(`  ${countsText(claims)}`)]);
  const lineOf = (first: string, rest: string, text: Styled) =>
    first + draw(text, terminal.width - Math.max(first.length, rest.length)).replaceAll('\n', `\n${rest}`);
  const branchesOf = ({ children }: Relay, indent: string): string[] =>
    [...children].flatMap(([source, node], index) => {
      const isLast = index === children.size - 1;
      const trunk = indent + (isLast ? '   ' : '│  ');
      const branch = indent + (isLast ? '└─ ' : '├─ ');
      return [
        lineOf(branch, node.children.size ? `${trunk}│  ` : trunk, label(source.name, node)),
        ...branchesOf(node, trunk),
      ];
    });
  const own = label(`${ownVoices(articles)}, in its own voice (${OWN_VOICE})`, root);
  return `${[lineOf('', root.children.size ? '│  ' : '', own), ...branchesOf(root, '')].join('\n')}\n`;
}

import type { Article, Claim } from '../../model.ts';
import { ownVoice } from '../../spoken-of.ts';
import { widthOf } from '../draw.ts';
import { type Relay, relayTree } from '../relay-tree.ts';
import { countsText } from '../wording.ts';
import { html, type Markup } from './markup.ts';

/** A source in the drawing: how deep it stands and the row that relays it. */
interface Row {
  readonly name: string;
  readonly claims: readonly Claim[];
  readonly depth: number;
  readonly parent: number;
}

// All in pixels.
const ROW = 40;
const INDENT = 22;
const MARGIN = 10;
/** A character of the counts, about. */
const CHARACTER = 6.4;

/** Who relays whom, as an SVG: the article's own voice on top, each source below the one that passes it on. */
export function relayPicture(claims: readonly Claim[], article: Article): Markup {
  const tree = relayTree(claims);
  const name = `${ownVoice(article)}, in its own voice`;
  const own: Row = { name, claims: tree.claims, depth: 0, parent: -1 };
  const rows = [own, ...relayed(tree, 1, 0, 1)];
  const xOf = ({ depth }: Row) => MARGIN + depth * INDENT;
  const yOf = (row: number) => ROW / 2 + row * ROW;
  const width = Math.ceil(
    Math.max(
      ...rows.map((row) => xOf(row) + 2 * MARGIN + CHARACTER * widthOf(countsText(row.claims))),
      ...rows.map((row) => xOf(row) + 2 * MARGIN + (CHARACTER + 1.6) * widthOf(row.name)),
    ),
  );
  const lines = rows.map((row, index) => {
    const parent = rows[row.parent];
    return parent
      ? html`<path class="line" d="M${xOf(parent)} ${yOf(row.parent)}V${yOf(index)}H${xOf(row)}"/>`
      : null;
  });
  const sources = rows.map(
    (row, index) =>
      html`<circle cx="${xOf(row)}" cy="${yOf(index)}" r="5"/><text x="${xOf(row) + MARGIN}" y="${yOf(index)}"><tspan class="name">${row.name}</tspan><tspan class="small" x="${xOf(row) + MARGIN}" dy="1.25em">${countsText(row.claims)}</tspan></text>`,
  );
  const told = rows.map((row) => {
    const relays = rows[row.parent];
    return `${row.name}${relays?.depth ? `, passed on by ${relays.name}` : ''}: ${countsText(row.claims)}.`;
  });
  return html`<svg role="img" aria-labelledby="relays-title relays-told" width="${width}" height="${rows.length * ROW}" viewBox="0 0 ${width} ${rows.length * ROW}"><title id="relays-title">Who relays whom</title><desc id="relays-told">${told.join(' ')}</desc>${lines}${sources}</svg>`;
}

/** @param first the row that the first of them takes */
function relayed({ children }: Relay, depth: number, parent: number, first: number): Row[] {
  const rows: Row[] = [];
  for (const [source, node] of children) {
    const row = first + rows.length;
    rows.push({ name: source.name, claims: node.claims, depth, parent });
    rows.push(...relayed(node, depth + 1, row, row + 1));
  }
  return rows;
}

import { partsOf } from '../../iso-day.ts';
import type { Era } from '../../model.ts';
import { widthOf } from '../draw.ts';
import { html, type Markup } from './markup.ts';

// All in pixels.
const ROW = 22;
const AXIS = 30;
const GAP = 8;
const CHARACTER = 7;
const YEAR = 17;
const OPEN = 10;

/**
 * The years that claims speak of, as an SVG: a bar an era, over the years that begin or end one. Their distances are not to
 * scale, since most lie close together.
 */
export function timePicture(eras: readonly Era[]): Markup {
  const spans = eras.map(({ claims }) => {
    const time = claims[0]?.time;
    return { from: yearOf(time?.earliest), to: yearOf(time?.latest) };
  });
  const known = spans.flatMap(({ from, to }) => [from, to]).filter((year) => year !== null);
  const years = [...new Set(known)].sort((a, b) => a - b);
  const countsOf = ({ claims }: Era) => {
    const inferred = claims.filter(({ time }) => time?.inferred).length;
    return `${claims.length}${inferred ? ` (${inferred} inferred)` : ''}`;
  };
  const left = GAP + CHARACTER * Math.max(0, ...eras.map(({ label }) => widthOf(label)));
  const right = left + 2 * GAP + years.length * YEAR + 2 * OPEN;
  const width = Math.ceil(
    right + CHARACTER * Math.max(0, ...eras.map((era) => widthOf(countsOf(era)))) + GAP,
  );
  const height = AXIS + eras.length * ROW;
  const startOf = (year: number) => left + GAP + OPEN + years.indexOf(year) * YEAR;
  const axis = years.map((year) => {
    const x = startOf(year) + YEAR / 2;
    return html`<path class="grid" d="M${x} ${AXIS}V${height}"/><text class="small" transform="translate(${x + 3} ${AXIS - 2})rotate(-50)">${year}</text>`;
  });
  const rows = eras.map((era, index) => {
    const y = AXIS + index * ROW;
    const { from, to } = spans[index] ?? { from: null, to: null };
    const start = from === null ? left + GAP : startOf(from) + 3;
    const end = to === null ? right - GAP : startOf(to) + YEAR - 3;
    const isInferred = era.claims.every(({ time }) => time?.inferred);
    return html`<text class="end" x="${left}" y="${y + 15}">${era.label}</text><rect class="${isInferred ? 'inferred' : 'stated'}" x="${start}" y="${y + 5}" width="${end - start}" height="${ROW - 10}"/><text class="small" x="${right}" y="${y + 15}">${countsOf(era)}</text>`;
  });
  const told = eras.map((era) => `Of ${era.label}: ${countsOf(era)}.`);
  return html`<svg role="img" aria-labelledby="times-title times-told" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title id="times-title">How many claims speak of which years</title><desc id="times-told">${told.join(' ')}</desc>${axis}${rows}</svg>`;
}

const yearOf = (day: string | null | undefined) => (day ? partsOf(day)[0] : null);

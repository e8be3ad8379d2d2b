import { parseEdtf, yearEdtf } from '../../edtf.ts';
import { isoDay, partsOf } from '../../iso-day.ts';
import type { Bounds, Claim, Time } from '../../model.ts';
import { yearsText } from '../../years.ts';
import { counted } from '../wording.ts';
import { claimMarks, claimsPerMark, markText } from './claim-marks.ts';
import { html, type Markup } from './markup.ts';

/** The years of a row: one, or as many as make the picture short enough. */
export interface Years {
  readonly first: number;
  readonly last: number;
}

/** The time of a claim: its first and last year, infinite where it is open. */
interface Span extends Years {
  /** From one to the other, rather than some time within. */
  readonly isLasting: boolean;
  readonly isInferred: boolean;
}

/** What the time of a claim is to the years of a row, by the class of its mark. */
interface Relation {
  readonly className: string;
  readonly text: string;
  readonly holds: (span: Span, years: Years) => boolean;
}

const isWithin = (span: Span, years: Years) => span.first >= years.first && span.last <= years.last;

const RELATIONS: readonly Relation[] = [
  { className: 'within', text: 'at that time', holds: isWithin },
  {
    className: 'lasting',
    text: 'for longer',
    holds: (span, years) => !isWithin(span, years) && span.isLasting,
  },
  {
    className: 'sometime',
    text: 'some time, perhaps then',
    holds: (span, years) => !isWithin(span, years) && !span.isLasting,
  },
];

/** Each of a stated and of an inferred time. */
const KINDS = RELATIONS.flatMap(({ className, text, holds }): Relation[] => [
  { className, text, holds: (span, years) => !span.isInferred && holds(span, years) },
  {
    className: `${className} inferred`,
    text: `${text} (inferred)`,
    holds: (span, years) => span.isInferred && holds(span, years),
  },
]);

/** More rows than this are drawn by tens, hundreds or thousands of years. */
const MOST_ROWS = 24;

/**
 * Which years claims speak of: a row for each year in which some time begins or ends, with a mark for each claim whose time overlaps
 * it and a link to these claims. Null where no claim has a date.
 */
export function timePicture(claims: readonly Claim[]): Markup | null {
  const times = claims.flatMap(({ time }) => time ?? []);
  const spans = times.map(spanOf);
  const rows = rowsOf(times).map((years) => {
    const own = spans.filter((span) => overlap(span, years));
    const kinds = KINDS.map(({ className, text, holds }) => ({
      className,
      text,
      number: own.filter((span) => holds(span, years)).length,
    })).filter(({ number }) => number > 0);
    return { years, kinds, number: own.length };
  });
  if (!rows.length) return null;
  const perMark = claimsPerMark(Math.max(...rows.map(({ number }) => number)));
  const used = new Set(rows.flatMap(({ kinds }) => kinds.map(({ className }) => className)));
  const legend = KINDS.filter(({ className }) => used.has(className)).map(
    ({ className, text }) => html`<span><i class="${className}"></i> ${text}</span> `,
  );
  const drawn = rows.map(({ years, kinds, number }, at) => {
    const isAfterGap = at > 0 && rows[at - 1]?.years.last !== years.first - 1;
    const told = kinds.map(({ text, number }) => `${number} ${text}`).join(', ');
    return html`<li${isAfterGap ? html` class="after-gap"` : null}><span class="label"><a href="#from=${yearEdtf(years.first)}&amp;to=${yearEdtf(years.last)}">${yearsText(boundsOf(years))}</a></span> ${claimMarks(
      kinds.map(({ className, number }) => [className, number]),
      perMark,
    )} <span class="count">${counted(number, 'claim')}<span class="unseen">: ${told}</span></span></li>
`;
  });
  return html`<figure class="picture"><figcaption>Which years the claims speak of <span class="small">${markText(perMark)} Years in which none begins or ends are left out.</span></figcaption>
<p class="key" aria-hidden="true">${legend}</p>
<ul class="years">
${drawn}</ul></figure>
`;
}

/** The years in which a time begins and ends, or what holds as many of them as make few enough rows. */
export function rowsOf(times: readonly Bounds[]): Years[] {
  const ends = new Set(
    times
      .map(yearsOf)
      .flatMap(({ first, last }) => [first, last])
      .filter(Number.isFinite),
  );
  for (let size = 1; ; size *= 10) {
    const starts = new Set([...ends].map((year) => Math.floor(year / size) * size));
    if (starts.size <= MOST_ROWS)
      return [...starts].sort((a, b) => a - b).map((first) => ({ first, last: first + size - 1 }));
  }
}

/** The first and the last year of a time, infinite where it is open. */
export const yearsOf = ({ earliest, latest }: Bounds): Years => ({
  first: earliest === null ? -Infinity : partsOf(earliest)[0],
  last: latest === null ? Infinity : partsOf(latest)[0],
});

export const overlap = (some: Years, others: Years): boolean =>
  some.first <= others.last && some.last >= others.first;

const spanOf = (time: Time): Span => ({
  ...yearsOf(time),
  isLasting: parseEdtf(time.edtf).kind === 'range',
  isInferred: time.inferred,
});

export const boundsOf = ({ first, last }: Years): Bounds => ({
  earliest: isoDay(first, 1, 1),
  latest: isoDay(last, 12, 31),
});

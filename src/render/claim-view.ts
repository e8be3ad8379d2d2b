import type { Terminal } from '../io.ts';
import type { Claim, Hit, MatchField, MatchKind, Sentence } from '../model.ts';
import { CLAIM_CSV_FIELDS } from './claim-fields.ts';
import { claimsMarkdown } from './claim-markdown.ts';
import { quoteInSentence } from './claim-words.ts';
import { dateText, timeText } from './dates.ts';
import { CERTAINTY_SIGNS, certaintyPaint, emphasised } from './emphasis.ts';
import { explainedRecord, hitRecord } from './records.ts';
import { joinStyled, type Styled, styled } from './text.ts';
import type { Column, View } from './view.ts';
import {
  certaintyText,
  citationText,
  qualifiersText,
  quotationMarks,
  reservationLines,
  speakersText,
} from './wording.ts';

/** Claims in a list. */
export const claimView: View<Hit> = {
  recordName: 'claimRecord',
  absent: ['match', 'context'],
  record: hitRecord,
  lines: ({ claim }) => [lineOf(claim)],
  csvFields: CLAIM_CSV_FIELDS,
  columns: (narrow) => (narrow ? [ID, CLAIM_WITH_QUALIFIERS] : [ID, CLAIM, WHO, HOW_SURE]),
  id: ({ claim }) => claim.id,
  body: (hit, terminal) => body(hit, terminal, []),
  markdown: claimsMarkdown,
};

/** Claims by the time that they speak of: without their sentence, with the reason for an inferred time. */
export const timelineView: View<Hit> = {
  ...claimView,
  lines: ({ claim }) => [[...lineOf(claim), claim.time ? timeText(claim.time) : '']],
  body: (hit, terminal) => [
    markedText(hit, terminal),
    ...reservations(hit.claim),
    qualifiers(hit.claim, terminal),
    ...timeBasis(hit.claim).map((line) => styled(line, terminal.paint.dim)),
  ],
};

/** What search found. */
export const hitView: View<Hit> = {
  ...claimView,
  absent: ['context', 'match.terms.field', 'match.terms.score'],
};

/** The same with the reason for each, under `--explain`. */
export const explainedHitView: View<Hit> = {
  ...claimView,
  absent: ['context'],
  addition: { option: '--explain', field: 'match', formats: ['cards', 'json', 'jsonl'] },
  record: explainedRecord,
  body: (hit, terminal) => body(hit, terminal, reasons(hit)),
};

/** Claims quoted: their citation goes with them. */
export const quotationView: View<Hit> = {
  ...claimView,
  absent: ['match'],
  body: (hit, terminal) => body(hit, terminal, [...timeBasis(hit.claim), citationText(hit.claim)]),
  renderers: {
    csl: async (hits) => (await import('./csl.ts')).renderCsl(hits.map(({ claim }) => claim)),
  },
};

/** The same with the sentences around them, under `--context`. */
export const quotationInContextView: View<Hit> = {
  ...quotationView,
  addition: { option: '--context', field: 'context', formats: ['cards', 'markdown', 'json', 'jsonl'] },
};

const lineOf = (claim: Claim): string[] => [claim.id, claim.certainty, speakersText(claim), claim.text];

const ID: Column<Hit> = { head: 'id', cell: ({ claim }, { paint }) => [styled(claim.id, paint.bold)] };
const CLAIM: Column<Hit> = {
  head: 'claim',
  wide: true,
  cell: (hit, terminal) => [markedText(hit, terminal), ...reservations(hit.claim)],
};
const WHO: Column<Hit> = {
  head: 'who says it',
  cell: ({ claim }, { paint }) => [
    styled(speakersText(claim), claim.attribution.length ? paint.bold : undefined),
  ],
};
const HOW_SURE: Column<Hit> = {
  head: 'how sure',
  cell: ({ claim }, { paint }) => {
    const sign = CERTAINTY_SIGNS[claim.certainty];
    const sure = emphasised(certaintyText(claim), claim, paint);
    return [sign ? joinStyled([styled(sign, certaintyPaint(claim.certainty, paint)), sure], ' ') : sure];
  },
};
const CLAIM_WITH_QUALIFIERS: Column<Hit> = {
  head: 'claim',
  wide: true,
  cell: (hit, terminal) => [
    markedText(hit, terminal),
    ...reservations(hit.claim),
    qualifiers(hit.claim, terminal),
  ],
};

function body(hit: Hit, terminal: Terminal, more: readonly string[]): Styled[] {
  const { paint } = terminal;
  const around = (sentences: readonly Sentence[]) => sentences.map(({ text }) => styled(text, paint.dim));
  return [
    markedText(hit, terminal),
    ...reservations(hit.claim),
    ...around(hit.context?.before ?? []),
    quotedSentence(hit, terminal),
    ...around(hit.context?.after ?? []),
    qualifiers(hit.claim, terminal),
    ...more.map((line) => styled(line, paint.dim)),
  ];
}

/** The claim, with what matched in bold. */
export function markedText({ claim, match }: Hit, { paint }: Terminal): Styled {
  const matched = match?.ranges.text ?? [];
  return { text: claim.text, marks: matched.map((span) => ({ ...span, paint: paint.bold })) };
}

/** The sentence in quotation marks, with the claim's words underlined and what matched in bold. */
export function quotedSentence({ claim, match }: Hit, { paint }: Terminal): Styled {
  const matched = match?.ranges.sentence ?? [];
  const marks = [
    { ...quoteInSentence(claim), paint: paint.underline },
    ...matched.map((span) => ({ ...span, paint: paint.bold })),
  ];
  const [open, close] = quotationMarks(claim.sentence.text);
  return joinStyled([styled(open), { text: claim.sentence.text, marks }, styled(close)]);
}

/** The claims without which it says too much. */
export const reservations = (claim: Claim): Styled[] => reservationLines(claim).map((line) => styled(line));

/** Who says it and how sure. */
export function qualifiers(claim: Claim, { paint }: Terminal): Styled {
  return emphasised(qualifiersText(claim), claim, paint);
}

const KINDS: Record<MatchKind, string> = {
  exact: 'as typed',
  form: 'another form of the word',
  prefix: 'a word that begins so',
  alias: 'by a name of it',
  related: 'a near word',
  typo: 'a likely misspelling',
};

const FIELDS: Record<MatchField, string> = {
  text: 'the claim',
  quote: 'its quoted words',
  name: 'whom or what it speaks of',
  keyword: 'its keywords',
  time: 'its time',
  sentence: 'the rest of its sentence',
};

/** `“ushakv” found “ushakov” in the claim: a likely misspelling (typo), 0.66 of 1.00` */
function reasons({ match }: Hit): string[] {
  if (!match) return [];
  return [
    ...match.terms.map(
      ({ query, matched, kind, field, score }) =>
        `“${query}” found “${matched}” in ${FIELDS[field]}: ${KINDS[kind]} (${kind}), ${score.toFixed(2)} of ${match.score.toFixed(2)}`,
    ),
    ...match.unmatched.map((word) => `“${word}” found nothing in this claim or its sentence`),
  ];
}

function timeBasis({ time }: Claim): string[] {
  return time?.inferred && time.basis !== null
    ? [`${dateText(time.edtf)}, inferred from “${time.text}”: ${time.basis}`]
    : [];
}

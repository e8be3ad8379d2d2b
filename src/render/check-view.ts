import type { CheckedSentence, Difference } from '../check/checked.ts';
import type { Terminal } from '../io.ts';
import { listed } from '../model.ts';
import { qualifiers, quotedSentence, reservations } from './claim-view.ts';
import { escapeMarkdown } from './markdown.ts';
import { claimRecord, type JsonRecord } from './records.ts';
import { joinStyled, type Styled, styled } from './text.ts';
import type { View } from './view.ts';
import { citationText, qualifiersText, quotationMarks, reservationLines } from './wording.ts';

/** A sentence of a draft, and the name of the draft that it is in. */
export interface CheckedLine {
  readonly draft: string;
  readonly sentence: CheckedSentence;
}

/** Sentences of a draft held against the claims. */
export const checkView: View<CheckedLine> = {
  recordName: 'checkRecord',
  absent: ['claims.match', 'claims.context'],
  record: ({ sentence }) => checkRecord(sentence),
  lines: ({ draft, sentence }) => linesOf(draft, sentence),
  csvFields: ['line', 'column', 'verdict', 'text'],
  columns: () => [],
  id: ({ sentence }) => `${sentence.line}:${sentence.column}`,
  body: ({ sentence }, terminal) => bodyOf(sentence, terminal),
  markdown: (items) => items.map(({ draft, sentence }) => `${markdownOf(draft, sentence)}\n`).join('\n'),
};

/** A sentence of a draft as scripts get it. */
function checkRecord(checked: CheckedSentence): JsonRecord {
  const { text, start, end, line, column, verdict, claims, differences } = checked;
  return {
    text,
    start,
    end,
    line,
    column,
    verdict,
    claims: claims.map(claimRecord),
    differences: differences.map(({ kind, said, article, message }) => ({ kind, said, article, message })),
  };
}

const place = (draft: string, { line, column }: CheckedSentence) => `${draft}:${line}:${column}`;

/** A line for each difference, as linters print them: `FILE:LINE:COLUMN`, kind, claim id, message. */
function linesOf(draft: string, sentence: CheckedSentence): string[][] {
  const at = place(draft, sentence);
  if (sentence.verdict === 'not-found')
    return [[at, 'not-found', sentence.claims[0]?.id ?? '', notFoundText(sentence)]];
  return sentence.differences.map(({ kind, claim, message }) => [at, kind, claim.id, message]);
}

const notFoundText = ({ claims: [nearest] }: CheckedSentence) =>
  nearest ? 'no claim says this; the nearest one is no match' : 'no claim says this';

function bodyOf(checked: CheckedSentence, terminal: Terminal): Styled[] {
  const { paint } = terminal;
  const { text, verdict, claims, differences } = checked;
  const marks = differences.flatMap(({ range }) =>
    range ? [{ start: range[0], end: range[1], paint: paint.underline.red }] : [],
  );
  const heading = verdict === 'matches' ? paint.bold : verdict === 'differs' ? paint.bold.red : paint.magenta;
  const label = verdict === 'not-found' ? notFoundText(checked) : verdict;
  // A claim that is told rightly needs less room than one that is not.
  const shown =
    verdict === 'matches' ? claims.slice(0, 1) : claims.filter((claim) => isAsked(claim, checked));
  return [
    { text, marks },
    styled(label, heading),
    ...shown.flatMap((claim) => [
      joinStyled([styled(`${claim.id}  `, paint.bold), styled(claim.text)]),
      ...reservations(claim),
      quotedSentence(listed(claim), terminal),
      qualifiers(claim, terminal),
      ...differences
        .filter((each) => each.claim === claim)
        .map(({ kind, message }) => joinStyled([styled(kind, paint.bold), styled(`: ${message}`)])),
    ]),
  ];
}

/** Whether a claim is one that a difference is about; where there is none, it is the nearest. */
const isAsked = (claim: Difference['claim'], { differences }: CheckedSentence) =>
  differences.length === 0 || differences.some((each) => each.claim === claim);

function markdownOf(draft: string, checked: CheckedSentence): string {
  const { text, verdict, claims, differences } = checked;
  const shown =
    verdict === 'matches' ? claims.slice(0, 1) : claims.filter((claim) => isAsked(claim, checked));
  const label = verdict === 'not-found' ? notFoundText(checked) : verdict;
  return [
    `> ${escapeMarkdown(text)}`,
    '',
    `${escapeMarkdown(place(draft, checked))}: **${label}**`,
    ...differences.map(({ kind, message }) => `- **${kind}**: ${escapeMarkdown(message)}`),
    ...shown.flatMap((claim) => [
      '',
      `**${escapeMarkdown(claim.id)}** ${escapeMarkdown(claim.text)}  `,
      ...reservationLines(claim).map((line) => `${escapeMarkdown(line)}  `),
      `${quotationMarks(claim.sentence.text).join(escapeMarkdown(claim.sentence.text))}  `,
      `${escapeMarkdown(qualifiersText(claim))}  `,
      escapeMarkdown(citationText(claim)),
    ]),
  ].join('\n');
}

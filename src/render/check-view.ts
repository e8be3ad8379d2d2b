import type { CheckedSentence } from '../check/checked.ts';
import type { Terminal } from '../io.ts';
import { listed } from '../model.ts';
import { claimsToRead, verdictText } from './check-wording.ts';
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
    return [[at, 'not-found', sentence.claims[0]?.id ?? '', verdictText(sentence)]];
  return sentence.differences.map(({ kind, claim, message }) => [at, kind, claim.id, message]);
}

function bodyOf(checked: CheckedSentence, terminal: Terminal): Styled[] {
  const { paint } = terminal;
  const { text, verdict, differences } = checked;
  const marks = differences.flatMap(({ range }) =>
    range ? [{ start: range[0], end: range[1], paint: paint.underline.red }] : [],
  );
  const heading = verdict === 'matches' ? paint.bold : verdict === 'differs' ? paint.bold.red : paint.magenta;
  return [
    { text, marks },
    styled(verdictText(checked), heading),
    ...claimsToRead(checked).flatMap((claim) => [
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

function markdownOf(draft: string, checked: CheckedSentence): string {
  const { text, differences } = checked;
  return [
    `> ${escapeMarkdown(text)}`,
    '',
    `${escapeMarkdown(place(draft, checked))}: **${verdictText(checked)}**`,
    ...differences.map(({ kind, message }) => `- **${kind}**: ${escapeMarkdown(message)}`),
    ...claimsToRead(checked).flatMap((claim) => [
      '',
      `**${escapeMarkdown(claim.id)}** ${escapeMarkdown(claim.text)}  `,
      ...reservationLines(claim).map((line) => `${escapeMarkdown(line)}  `),
      `${quotationMarks(claim.sentence.text).join(escapeMarkdown(claim.sentence.text))}  `,
      `${escapeMarkdown(qualifiersText(claim))}  `,
      escapeMarkdown(citationText(claim)),
    ]),
  ].join('\n');
}

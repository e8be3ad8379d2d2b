import type { ChalkInstance } from 'chalk';
import { codePointLength } from '../code-points.ts';
import { groupBy } from '../group-by.ts';
import type { Terminal } from '../io.ts';
import { type Article, CERTAINTIES, type Certainty, type Claim, type Sentence, type Span } from '../model.ts';
import { segmentsOf } from './certainty-segments.ts';
import { draw } from './draw.ts';
import { CERTAINTY_SIGNS, certaintyPaint } from './emphasis.ts';
import { joinStyled, type Mark, type Styled, styled } from './text.ts';
import { articleCitation } from './wording.ts';

/**
 * The article as it reads, a number before each sentence, the words of claims underlined; those of claims that are less
 * than certain are in brackets with a sign. Where claims overlap, the least certain shows.
 *
 * @param claims whose words are marked
 * @param found what a search matched, by sentence, in bold
 */
export function renderArticle(
  claims: readonly Claim[],
  found: ReadonlyMap<Sentence, readonly Span[]>,
  article: Article,
  terminal: Terminal,
): string {
  const bySentence = groupBy(claims, ({ sentence }) => sentence);
  // Without colour nothing is underlined, so that brackets show what a search found.
  const isBracketed = terminal.paint.level === 0 && found.size > 0;
  const numbered = (sentence: Sentence): Styled =>
    joinStyled([
      styled(sentence.id, terminal.paint.dim),
      styled(' '),
      sentenceByCertainty(
        sentence,
        bySentence.get(sentence) ?? [],
        found.get(sentence) ?? [],
        terminal.paint,
        isBracketed,
      ),
    ]);
  const paragraphs = groupBy(article.sentences, ({ paragraph }) => paragraph);
  const text = [...paragraphs.values()].map((sentences) =>
    draw(joinStyled(sentences.map(numbered), ' '), terminal.width),
  );
  const about = [
    styled(articleCitation(article), terminal.paint.dim),
    legend(terminal.paint, isBracketed),
  ].map((line) => draw(line, terminal.width));
  return `${[...text, about.join('\n')].join('\n\n')}\n`;
}

function sentenceByCertainty(
  sentence: Sentence,
  claims: readonly Claim[],
  found: readonly Span[],
  paint: ChalkInstance,
  isBracketed: boolean,
): Styled {
  let start = 0;
  const parts = segmentsOf(sentence, claims).map(({ words, certainty }) => {
    const matched = found.map((span) => ({
      start: span.start - start,
      end: span.end - start,
      paint: paint.bold,
    }));
    start += codePointLength(words);
    return claimWords(words, certainty, matched, paint, isBracketed);
  });
  return joinStyled(parts);
}

function claimWords(
  words: string,
  certainty: Certainty | null,
  matched: readonly Mark[],
  paint: ChalkInstance,
  isBracketed: boolean,
): Styled {
  const length = codePointLength(words);
  const inside = matched
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(length, mark.end) }))
    .filter(({ start, end }) => start < end);
  const marks = certainty === null ? inside : [{ start: 0, end: length, paint: paint.underline }, ...inside];
  const sign = certainty === null ? '' : CERTAINTY_SIGNS[certainty];
  const marked = { text: words, marks };
  if (certainty === null || (sign === '' && !isBracketed)) return marked;
  return joinStyled([styled('['), marked, styled(`]${sign}`, certaintyPaint(certainty, paint))]);
}

function legend(paint: ChalkInstance, isBracketed: boolean): Styled {
  const less = CERTAINTIES.flatMap((certainty) => {
    const sign = CERTAINTY_SIGNS[certainty];
    return sign ? [styled(`[…]${sign} ${certainty}`, certaintyPaint(certainty, paint))] : [];
  });
  const underlined = joinStyled([styled('underlined', paint.underline), styled(': the words of a claim')]);
  const bracketed = isBracketed ? [styled('[…]: the words of a claim')] : [];
  return joinStyled([...(paint.level ? [underlined] : bracketed), ...less], ' · ');
}

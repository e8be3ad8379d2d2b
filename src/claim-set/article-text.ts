import { codePointLength } from '../code-points.ts';
import type { Sentence } from '../model.ts';

/** An article's words: what offsets count in, and its sentences. */
export interface ArticleText {
  /** Paragraphs joined by a blank line, sentences by a space. */
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** The line of the file that each sentence is, from 1. */
  readonly lines: readonly number[];
}

/**
 * Reads `article.txt`: one sentence a line, a blank line between paragraphs.
 * The text that offsets count in joins sentences by a space and paragraphs by a blank line.
 */
export function parseArticleText(file: string): ArticleText {
  const sentences: Sentence[] = [];
  const lines: number[] = [];
  const parts: string[] = [];
  let [start, paragraph, isNewParagraph] = [0, 0, true];
  for (const [index, line] of file.split(/\r?\n/).entries()) {
    const text = line.trim();
    if (text === '') {
      isNewParagraph = true;
      continue;
    }
    if (isNewParagraph) paragraph += 1;
    const gap = sentences.length === 0 ? '' : isNewParagraph ? '\n\n' : ' ';
    start += gap.length;
    const end = start + codePointLength(text);
    sentences.push({ id: `s${sentences.length + 1}`, text, paragraph, start, end });
    lines.push(index + 1);
    parts.push(gap, text);
    start = end;
    isNewParagraph = false;
  }
  return { text: parts.join(''), sentences, lines };
}

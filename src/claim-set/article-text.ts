import { codePointLength } from '../code-points.ts';
import type { Sentence } from '../model.ts';

/** An article's words: what offsets count in, and its sentences. */
export interface ArticleText {
  /** Paragraphs joined by a blank line, sentences by a space. */
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/**
 * Reads `article.txt`: one sentence a line, a blank line between paragraphs.
 * The text that offsets count in joins sentences by a space and paragraphs by a blank line.
 */
export function parseArticleText(file: string): ArticleText {
  const paragraphs = file
    .split(/\r?\n[^\S\n]*(?:\r?\n[^\S\n]*)+/)
    .map((paragraph) =>
      paragraph
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .filter((lines) => lines.length > 0);
  const sentences: Sentence[] = [];
  let start = 0;
  paragraphs.forEach((lines, index) => {
    for (const text of lines) {
      const end = start + codePointLength(text);
      sentences.push({ id: `s${sentences.length + 1}`, text, paragraph: index + 1, start, end });
      start = end + 1;
    }
    start += 1;
  });
  return { text: paragraphs.map((lines) => lines.join(' ')).join('\n\n'), sentences };
}

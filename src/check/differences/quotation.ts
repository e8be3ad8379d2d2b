import { plainWords } from '../words.ts';
import type { Case, Found } from './difference.ts';

/** Words in quotation marks that the article does not have. */
export function quotationsOf({ draft, support, article }: Case): Found[] {
  const claim = support.told[0]?.claim.claim ?? support.nearest?.claim;
  if (!claim) return [];
  const texts = article.plain();
  return draft.reading.quotations.flatMap((quoted) => {
    const words = plainWords(quoted.words);
    if (words === '' || texts.some((text) => ` ${text} `.includes(` ${words} `))) return [];
    const nearest = nearestWords(
      words,
      support.sentences.map(({ sentence }) => sentence.text),
    );
    const found: Found = {
      kind: 'quotation',
      said: quoted,
      article: nearest,
      message: nearest ? `the article’s words are “${nearest}”` : 'the article does not have these words',
      claim,
    };
    return [found];
  });
}

/** The run of as many words, give or take two, that shares the most with those quoted; null where none shares half. */
function nearestWords(quoted: string, texts: readonly string[]): string | null {
  const wanted = quoted.split(' ');
  let best: { words: string; score: number } = { words: '', score: 0 };
  for (const text of texts) {
    const words = Array.from(text.matchAll(/[\p{L}\p{N}]+(?:[’'-][\p{L}]+)*/gu), ({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
      parts: plainWords(word).split(' '),
    }));
    for (let start = 0; start < words.length; start += 1)
      for (let end = start; end < Math.min(words.length, start + wanted.length + 2); end += 1) {
        const run = words.slice(start, end + 1);
        const parts = run.flatMap((word) => word.parts);
        const shared = wanted.filter((word) => parts.includes(word)).length;
        const score = (2 * shared) / (wanted.length + parts.length);
        const [first, last] = [words[start], words[end]];
        if (score > best.score && first && last) best = { words: text.slice(first.start, last.end), score };
      }
  }
  return best.score >= 0.5 ? best.words : null;
}

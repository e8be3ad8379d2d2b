import { codePointLength } from '../code-points.ts';
import { lazily } from '../lazily.ts';
import type { Stories } from '../model.ts';
import { readArticle } from './article-words.ts';
import type { CheckedSentence, Difference, Verdict } from './checked.ts';
import type { Case, Found } from './differences/difference.ts';
import { type DraftSentence, draftSentences } from './draft.ts';
import { type Judgement, judge } from './judge.ts';
import { type Support, supportOf } from './matching.ts';
import { readDraft } from './read-draft.ts';

/** How much of a sentence the article must cover for it to speak of the same thing. */
const FOUND = 0.44;
/** How much it must cover for its nearest claim to be worth a look. */
const NEAR = 0.15;

const NOTHING: Judgement = { differences: [], isBorneOut: false };

/**
 * Holds an English text against a claim set, sentence by sentence: what each rests on, and where it says it otherwise.
 * It tells of the article, and never of the world.
 *
 * @param stories a claim set, or several stories together
 * @param draft plain text, paragraphs by blank line
 * @example
 * const [checked] = checkDraft(claimSet, 'The old crane will be taken down before winter.');
 * checked.verdict // 'differs'
 * checked.differences.map(({ kind }) => kind) // ['speaker', 'hedge']
 */
export function checkDraft(stories: Stories, draft: string): CheckedSentence[] {
  return [...checkSentences(stories, draftSentences(draft))];
}

/** The same, a sentence at a time, so that whoever waits can be told how far it is. */
export function* checkSentences(
  stories: Stories,
  sentences: readonly DraftSentence[],
): Generator<CheckedSentence> {
  const article = lazily(() => readArticle(stories));
  for (const sentence of sentences) {
    const draft = readDraft(sentence.text, article());
    const support = supportOf(draft, article());
    const checked: Case = { draft, support, article: article() };
    const isNear = support.coverage >= FOUND && support.isWhole;
    const { differences, isBorneOut } = isNear ? judge(checked) : NOTHING;
    const isFound = isBorneOut || differences.length > 0;
    const verdict: Verdict = !isFound ? 'not-found' : differences.length ? 'differs' : 'matches';
    yield {
      ...sentence,
      verdict,
      claims: claimsOf(support, isFound, differences),
      differences: differences.map((each) => inCodePoints(each, sentence.text)),
    };
  }
}

/** Most claims to show for a sentence, best first; those of differences are always among them. */
const MOST_CLAIMS = 3;

function claimsOf({ told, nearest, coverage }: Support, isFound: boolean, found: readonly Found[]) {
  const best = told.slice(0, MOST_CLAIMS).map(({ claim }) => claim.claim);
  const all =
    isFound && best.length
      ? [...best, ...found.map(({ claim }) => claim)]
      : nearest && coverage >= NEAR
        ? [nearest.claim]
        : [];
  return [...new Set(all)];
}

function inCodePoints({ kind, said, article, message, claim }: Found, text: string): Difference {
  const range =
    said && ([codePointLength(text.slice(0, said.start)), codePointLength(text.slice(0, said.end))] as const);
  return { kind, said: said && text.slice(said.start, said.end).trim(), article, message, claim, range };
}

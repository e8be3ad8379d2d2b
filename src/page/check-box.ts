import { checkSentences } from '../check/check-draft.ts';
import type { CheckedSentence } from '../check/checked.ts';
import { draftSentences } from '../check/draft.ts';
import type { Claim, ClaimSet } from '../model.ts';
import { claimsToRead, summaryText, verdictText } from '../render/check-wording.ts';
import { claimBody } from '../render/html/claim-card.ts';
import { byId, make } from './dom.ts';

/** Holds what is written into the box against the article, sentence by sentence, while it is written. */
export function createCheckBox(claimSet: ClaimSet): void {
  const draft = byId<HTMLTextAreaElement>('draft');
  const told = byId('checked');
  const answers = byId('answers');
  let typing: ReturnType<typeof setTimeout> | undefined;
  let checking = 0;

  draft.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(check, PAUSE);
  });
  if (draft.value) check();

  async function check(): Promise<void> {
    checking += 1;
    const own = checking;
    const checked: CheckedSentence[] = [];
    const views: HTMLElement[] = [];
    let pause = performance.now();
    for (const each of checkSentences(claimSet, draftSentences(draft.value))) {
      checked.push(each);
      views.push(answerTo(each));
      if (performance.now() - pause < LONGEST_TASK) continue;
      told.textContent = `${checked.length} sentences checked …`;
      await new Promise((resolve) => setTimeout(resolve));
      if (own !== checking) return;
      pause = performance.now();
    }
    told.textContent = checked.length ? summaryText(checked) : '';
    answers.replaceChildren(...views);
  }
}

/** In milliseconds. */
const PAUSE = 400;
const LONGEST_TASK = 40;

function answerTo(checked: CheckedSentence): HTMLElement {
  const { verdict, differences } = checked;
  const reasons = differences.map(({ kind, message, claim }) =>
    make('li', {}, make('strong', {}, kind), `: ${message} (`, linkTo(claim), ')'),
  );
  return make(
    'li',
    { className: verdict },
    make('p', { className: 'said' }, ...markedWords(checked)),
    make('p', { className: 'verdict' }, verdictText(checked)),
    ...(reasons.length ? [make('ul', {}, ...reasons)] : []),
    ...claimsToRead(checked).map((claim) =>
      make('div', { className: 'rests', innerHTML: claimBody(claim).source }, linkTo(claim)),
    ),
  );
}

const linkTo = ({ id }: Claim) => make('a', { href: `#${id}`, textContent: id });

/** The sentence, with the words that differ marked. */
function markedWords({ text, differences }: CheckedSentence): (Node | string)[] {
  const codePoints = Array.from(text);
  const ranges = differences.flatMap(({ range }) => (range ? [range] : []));
  const words: (Node | string)[] = [];
  let at = 0;
  for (const [start, end] of ranges.sort(([a], [b]) => a - b)) {
    if (start < at) continue;
    words.push(codePoints.slice(at, start).join(''), make('mark', {}, codePoints.slice(start, end).join('')));
    at = end;
  }
  return [...words, codePoints.slice(at).join('')];
}

import { oppositeStems } from '../../reading/near-words.ts';
import type { Reading } from '../../reading/read.ts';
import type { ReadSentence } from '../article-words.ts';
import type { DifferenceKind } from '../checked.ts';
import type { Range } from '../clauses.ts';
import { contentOf, type Word } from '../words.ts';
import type { Case, Found } from './difference.ts';

/** Words of a draft that stand where a sentence of the article has others, between words that both have. */
interface Gap {
  readonly said: readonly Word[];
  readonly own: readonly Word[];
  readonly left: readonly Word[];
  readonly right: readonly Word[];
}

/** How many words a gap may have on either side, and how many must surround it. */
const MOST = 6;
const AROUND = 4;
const CONTENT_AROUND = 2;

/** What changes where a sentence of a draft otherwise has the article’s words in the article’s order. */
export function inPlaceOf(checked: Case): Found[] {
  const { draft, support } = checked;
  return support.sentences.flatMap((home) =>
    gapsIn(draft.words, home.words).flatMap((gap) => {
      for (const rule of [nameIn, numberIn, notIn, doneIn, hedgeIn, extentIn, kinIn, titleIn]) {
        const difference = rule(gap, home, checked);
        if (difference) return [difference];
      }
      return [];
    }),
  );
}

function gapsIn(words: readonly Word[], theirs: readonly Word[]): Gap[] {
  const runFrom = (at: number, other: number, step: 1 | -1) => {
    let length = 0;
    while (isSame(words[at + step * length], theirs[other + step * length])) length += 1;
    return length;
  };
  const gaps: (Gap & { at: number })[] = [];
  for (let at = 1; at < words.length; at += 1)
    for (let other = 1; other < theirs.length; other += 1) {
      const before = runFrom(at - 1, other - 1, -1);
      if (before === 0 || isSame(words[at], theirs[other])) continue;
      for (let size = 0; size <= MOST; size += 1)
        for (let own = 0; own <= MOST; own += 1) {
          const behind = runFrom(at + size, other + own, 1);
          const gap = {
            at,
            said: words.slice(at, at + size),
            own: theirs.slice(other, other + own),
            left: words.slice(at - before, at),
            right: words.slice(at + size, at + size + behind),
          };
          if (
            behind > 0 &&
            before + behind >= AROUND &&
            contentOf([...gap.left, ...gap.right]).length >= CONTENT_AROUND
          )
            gaps.push(gap);
        }
    }
  const around = ({ left, right }: Gap) => left.length + right.length;
  const inside = ({ said, own }: Gap) => said.length + own.length;
  gaps.sort((a, b) => around(b) - around(a) || inside(a) - inside(b));
  return gaps.filter((gap, index) => !gaps.slice(0, index).some(({ at }) => at === gap.at));
}

const isSame = (one?: Word, other?: Word) =>
  one !== undefined &&
  other !== undefined &&
  (one.term === other.term || (!one.isFunction && one.stem === other.stem));

const spanOf = (words: readonly Word[]): Range => ({
  start: words[0]?.start ?? 0,
  end: words.at(-1)?.end ?? 0,
});
const textOf = (words: readonly Word[], text: string) => text.slice(spanOf(words).start, spanOf(words).end);

type InPlace = (gap: Gap, home: ReadSentence, checked: Case) => Found | null;

function found(
  kind: DifferenceKind,
  { said, own, left, right }: Gap,
  home: ReadSentence,
  { draft, support }: Case,
): Found | null {
  const told = support.told.find((each) => each.home === home)?.claim ?? home.claims[0];
  if (!told) return null;
  const range = spanOf(said.length ? said : [...left.slice(-1), ...right.slice(0, 1)]);
  const theirs = textOf(own, home.sentence.text);
  const words = draft.text.slice(range.start, range.end);
  const message = !own.length
    ? `the article does not say “${words}” here`
    : said.length
      ? `the article says “${theirs}” here, not “${words}”`
      : `the article says “${theirs}” here; the draft leaves it out`;
  return { kind, said: range, article: own.length ? theirs : null, message, claim: told.claim };
}

/** Another name of the same kind: “in the port of Vellin” for “in the port of Garsund”. */
const nameIn: InPlace = (gap, home, checked) => {
  const { draft, article } = checked;
  const isIn = (words: readonly Word[]) => (each: Range) =>
    words.some(({ start, end }) => each.start <= start && end <= each.end);
  if (gap.said.length > 4 || gap.own.length > 5) return null;
  const name = draft.mentions.find(isIn(gap.said));
  const isName = name !== undefined || draft.strangers.some(isIn(gap.said));
  const own = article.names.mentionsIn(home.sentence.text, home.words).find(isIn(gap.own));
  if (!gap.own.some(({ isCapital, isFunction }) => isCapital && !isFunction)) return null;
  if (contentOf(gap.own).some(({ stem }) => draft.strengthOf(stem) > 0)) return null;
  const [entity] = own?.entities ?? [];
  // What stands behind “in” is where.
  const isAt = [gap.said, gap.own].every((words) => AT.test(leadOf(words, gap.left)));
  const isCapitals = (words: readonly Word[]) =>
    contentOf(words).length > 0 && contentOf(words).every(({ isCapital }) => isCapital);
  const isLike =
    isName &&
    entity !== undefined &&
    NAMED.has(entity.type) &&
    !(name && (draft.named.has(entity) || [...name.entities].some(({ type }) => type !== entity.type)));
  const isPlace = entity ? entity.type === 'place' : isAt;
  const isWhere =
    isAt && isPlace && isCapitals(gap.said) && (entity ? !draft.named.has(entity) : isCapitals(gap.own));
  if (!isLike && !isWhere) return null;
  return found(isPlace ? 'place' : 'person', gap, home, checked);
};

/** The little word before a name: its own, or that behind which the gap stands. */
const leadOf = ([first]: readonly Word[], left: readonly Word[]) =>
  (first?.isFunction && first.term !== 'the' ? first : left.at(-1))?.term ?? '';

const AT = /^(?:in|at|to|from|near|outside|inside|into)$/;
const NAMED: ReadonlySet<string> = new Set(['place', 'person', 'organisation', 'group']);

const NUMBER = /^\p{N}/u;

/** Another figure: “offered 9 percent” for “offered 5.5 percent”. */
const numberIn: InPlace = (gap, home, checked) => {
  const [said = '', own = ''] = [gap.said[0]?.term, gap.own[0]?.term];
  const isOther = NUMBER.test(said) && NUMBER.test(own) && !home.words.some(({ term }) => term === said);
  return isOther ? found('number', gap, home, checked) : null;
};

/** A “not” put in or left out. */
const notIn: InPlace = (gap, home, checked) => {
  const { said, own } = gap;
  // “None … has lifted” for “has not lifted”: what denies stands elsewhere.
  const isLost = said.length === 0 && isNot(own) && !deniesPlainly(checked.draft.reading);
  const isAdded = own.length === 0 && isNot(said) && !deniesPlainly(home.reading);
  if (isLost || isAdded) return found('negation', gap, home, checked);
  const [one, ...more] = said;
  const [other, ...others] = own;
  if (!one || !other || more.length || others.length || one.isFunction) return null;
  // “unable” for “not able”: both say the same.
  const isOpposite = oppositeStems(one.stem).has(other.stem) && !deniesPlainly(home.reading);
  return isOpposite ? found('negation', gap, home, checked) : null;
};

/** “have sued” for “intend to sue”, “has begun” for “is to begin next month”. */
const doneIn: InPlace = (gap, home, checked) => {
  const [said, own] = [textOf(gap.said, checked.draft.text), textOf(gap.own, home.sentence.text)];
  const isDone = (DONE.test(said) && TO_COME.test(own)) || (SETTLED.test(said) && WISHED.test(own));
  return isDone ? found('intention', gap, home, checked) : null;
};
const DONE = /^(?:has|have|had)\b(?! not\b)/i;
const TO_COME =
  /^(?:(?:is|are|was|were) (?:to|considering|planning|willing)|(?:intend|plan|want|hope|expect)(?:s|ed)? to|must|will|should|may|might|could)\b/i;
const SETTLED = /^(?:will\b(?! not\b)|(?:is|are|was|were) \p{L}+ing\b)/iu;
const WISHED = /^(?:(?:is|are|was|were) willing|(?:intend|want|hope)(?:s|ed)?) to\b/i;

/** A word of doubt left out. */
const hedgeIn: InPlace = (gap, home, checked) => {
  const own = textOf(gap.own, home.sentence.text);
  return gap.said.length === 0 && DOUBT.test(own) ? found('hedge', gap, home, checked) : null;
};
const DOUBT = /^(?:(?:appear|seem)(?:s|ed)? to(?: be)?|reportedly|apparently|allegedly|probably|possibly)$/i;

/** “club meets” for “most club meets”, “at least” for “as much as”. */
const extentIn: InPlace = (gap, home, checked) => {
  const [said, own] = [textOf(gap.said, checked.draft.text), textOf(gap.own, home.sentence.text)];
  const isNarrowed =
    said === '' && /^(?:most|some|many|several|partly|mostly|either|nearly|almost)$/i.test(own);
  const isTurned = BOUNDS.some(
    ([low, high]) => (low.test(said) && high.test(own)) || (high.test(said) && low.test(own)),
  );
  const isWidened =
    /\b(?:all|every|each|entire|whole)\b/i.test(said) && own === '' && !ALL.test(home.sentence.text);
  return isNarrowed || isTurned || isWidened ? found('extent', gap, home, checked) : null;
};
const ALL = /\b(?:all|every|each|entire|whole)\b/i;
const BOUNDS = [
  [/^(?:at least|more than|over)$/i, /^(?:at most|as much as|as many as|up to|less than|fewer than|under)$/i],
] as const;

/** “Brandt’s mother” for “Brandt”. */
const kinIn: InPlace = (gap, home, checked) => {
  const last = gap.left.at(-1);
  const [said, ...more] = gap.said;
  return last?.isCapital &&
    said &&
    !more.length &&
    home.strengthOf(said.stem) === 0 &&
    /[’']s?$/u.test(textOf([last], checked.draft.text)) &&
    !contentOf(gap.own).some(({ term }) => !NUMBER.test(term))
    ? found('person', { ...gap, own: [] }, home, checked)
    : null;
};

const deniesPlainly = ({ negations }: Pick<Reading, 'negations'>) =>
  negations.some(({ kind }) => kind !== 'implied');

const isNot = ([word, ...more]: readonly Word[]) =>
  more.length === 0 && /^(?:not|never)$/.test(word?.term ?? '');

/** “the Transport Ministry” for “the Finance Ministry”. */
const titleIn: InPlace = (gap, home, checked) => {
  const { left, right } = gap;
  const [said, own] = [contentOf(gap.said), contentOf(gap.own)];
  const [other, ...others] = own;
  const isTitle =
    right[0]?.isCapital &&
    other &&
    said.length > 0 &&
    others.length === 0 &&
    gap.said.length <= (left.length + right.length > 6 ? 2 : 1) &&
    gap.own.length <= 3 &&
    [...said, other].every(({ isCapital }) => isCapital) &&
    BEFORE_TITLE.test(left.at(-1)?.term ?? '');
  return isTitle && !checked.draft.words.some(({ stem }) => stem === other.stem)
    ? found('person', gap, home, checked)
    : null;
};
const BEFORE_TITLE = /^(?:the|a|an|this|its|their|his|her|at|in|on|of)$/;

import type { Sentence } from '../model.ts';
import type { ArticleText } from './article-text.ts';
import { type ClaimDocument, type ClaimSetDocument, sentenceIdOf } from './document.ts';
import { type Fault, type Finding, MOST_FAULTS } from './fault.ts';

/**
 * What breaks no rule, and yet is a slip more often than not: a claim that may read surer than its words, or hides who
 * says it. Claims with faults are passed over. What is told from words is told of English only. At most
 * {@link MOST_FAULTS}.
 */
export function warningsOf(
  document: ClaimSetDocument,
  faults: readonly Fault[],
  { sentences }: ArticleText,
): Finding[] {
  const faulty = faultyParts(faults);
  if (faulty === null) return [];
  if (document.claims.length === 0)
    return faults.length ? [] : [{ path: 'claims', message: 'holds no claim yet', rule: 'no-claims' }];
  const sound = document.claims
    .map((claim, index) => ({ path: `claims[${index}]`, claim }))
    .filter(({ path }) => !faulty.has(path));
  const isEnglish = /^en\b/i.test(document.article.language ?? 'en');
  const background: Background = {
    namesOf: new Map(
      document.entities
        .filter((_, index) => !faulty.has(`entities[${index}]`))
        .map(({ id, name, aliases }) => [id, [name, ...aliases]]),
    ),
    negated: new Set(
      sound.filter(({ claim }) => claim.polarity === 'negated').map(({ claim }) => sentenceIdOf(claim)),
    ),
  };
  const sentenceOf = new Map(sentences.map((sentence) => [sentence.id, sentence]));
  const places = [
    ...sound.flatMap(({ path, claim }) => [
      ...claimWarnings(path, claim, sentenceOf),
      ...(isEnglish ? wordWarnings({ path, claim }, background) : []),
    ]),
    ...alike(sound),
  ];
  return places.map((place) => ({ ...place, rule: 'words' })).slice(0, MOST_FAULTS);
}

/** The parts that have faults, such as `claims[3]`; null where one of them is a whole list. */
function faultyParts(faults: readonly Fault[]): ReadonlySet<string> | null {
  const parts = new Set(faults.map(({ path }) => /^[^.[]*(?:\[\d+\])?/.exec(path)?.[0] ?? ''));
  return ['', 'article', 'entities', 'topics', 'claims'].some((part) => parts.has(part)) ? null : parts;
}

type Place = Omit<Finding, 'rule'>;
interface Placed {
  readonly path: string;
  readonly claim: ClaimDocument;
}

/** What the words of a claim are held against. */
interface Background {
  readonly namesOf: ReadonlyMap<string, readonly string[]>;
  /** Sentences of which some claim is negated: a negation there is accounted for. */
  readonly negated: ReadonlySet<string>;
}

function claimWarnings(
  path: string,
  claim: ClaimDocument,
  sentenceOf: ReadonlyMap<string, Sentence>,
): Place[] {
  const sentence = sentenceOf.get(sentenceIdOf(claim));
  const places: Place[] = [];
  if (claim.certainty === 'certain' && claim.hedge !== null)
    places.push({ path: `${path}.certainty`, message: `is certain, in spite of the hedge “${claim.hedge}”` });
  if (sentence && sentence.text.indexOf(claim.quote) !== sentence.text.lastIndexOf(claim.quote))
    places.push({
      path: `${path}.quote`,
      message: `is in ${sentence.id} more than once; the first is taken`,
    });
  return places;
}

/** Words that make a statement less than certain; `May` is a month. */
const HEDGE =
  /\b(?:may(?! \d)|might|could|would|reportedly|allegedly|apparently|supposedly|presumably|seemingly|likely|unlikely|probably|possibly|perhaps|maybe|seem(?:s|ed)?|appear(?:s|ed)? to|expected to|believed to|thought to|said to|rumou?red)\b/;
/** Other words by which a text may say that something is not certain. */
const SOFT =
  /\b(?:suggest|signal|hint|whether|indicat|speculat|undecided|plan|hope|expect|believe|think|thought|doubt|if|report|seek|open to|want|intend|offer|consider)/i;
const SAYING =
  /\b(?:said|says|told|tells|announced|reported|claimed|claims|stated|warned|according to|quoted)\b/i;
const NEGATION =
  /\b(?:not|never|nobody|nothing|neither|nor|cannot)\b|n[’']t\b|\bno (?!doubt|longer\b|\d)|\bnone\b/i;
const NOT_ONLY = /\bnot (?:only|just|least)\b/gi;

function wordWarnings({ path, claim }: Placed, { namesOf, negated }: Background): Place[] {
  const { text, quote, certainty, hedge, conditional, stance, attribution, polarity } = claim;
  const places: Place[] = [];
  const warn = (field: string, message: string) => places.push({ path: `${path}.${field}`, message });
  const saying = SAYING.exec(quote)?.[0];
  // That somebody said it may itself be what the article claims.
  const isOfSaying = attribution.length === 0 && saying !== undefined && SAYING.test(text);
  if (attribution.length === 0 && saying && !isOfSaying)
    warn('attribution', `is empty, and the quote says “${saying}”: who says it?`);
  const hedged = HEDGE.exec(quote)?.[0];
  const isFlat = certainty === 'certain' && hedge === null && !conditional && stance !== 'intended';
  if (hedged && isFlat && !isOfSaying)
    warn('hedge', `is null, and the quote says “${hedged}”: how certain is it?`);
  const isSoft = hedge !== null && text.toLowerCase().includes(hedge.toLowerCase());
  if (certainty !== 'certain' && !conditional && !isSoft && !HEDGE.test(text) && !SOFT.test(text))
    warn('text', `reads as certain, and the claim is ${certainty}`);
  const negation = negationIn(text) ?? negationIn(quote);
  if (polarity === 'affirmed' && negation && (negationIn(text) || !negated.has(sentenceIdOf(claim))))
    warn('polarity', `is affirmed, and its words are “${negation}”`);
  const pronoun = loosePronoun(text);
  if (pronoun) warn('text', `says “${pronoun}” before it says whom or what that is`);
  const named = attribution.some(({ source }) => isNamed(namesOf.get(source) ?? [], text));
  if (attribution.length && !named && !SAYING.test(text)) warn('text', 'does not say who says it');
  return places;
}

const negationIn = (words: string) => NEGATION.exec(words.replace(NOT_ONLY, ''))?.[0].trim();

/** No “it” that stands for nothing, as in “it is likely that”. */
const PRONOUN = /\b(?:he|she|they|him|her|them|his|hers|their|theirs|its|it)\b/i;
const EXPLETIVE = /^it (?:is|was|will be|would be|may be|remains|takes|took|rain|snow|seems|appears)/i;
const FUNCTION_WORD =
  /^(?:in|on|at|by|for|from|with|without|after|before|since|until|during|while|when|if|unless|although|though|because|as|of|to|and|but|or|despite|unlike|like|under|over|according)$/i;

/** A pronoun of a text that nothing before it gives a meaning. */
function loosePronoun(text: string): string | null {
  if (EXPLETIVE.test(text)) return null;
  const found = PRONOUN.exec(text);
  if (!found) return null;
  const before = text.slice(0, found.index).match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  return before.every((word) => FUNCTION_WORD.test(word)) ? found[0] : null;
}

function isNamed(names: readonly string[], text: string): boolean {
  const said = text.toLowerCase();
  return names.some((name) =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .some((word) => word.length > 3 && said.includes(word)),
  );
}

/** Claims with the same text, or with the same quote and the same words in another order. */
function alike(claims: readonly Placed[]): Place[] {
  const first = new Map<string, string>();
  return claims.flatMap(({ path, claim }) => {
    const words = claim.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const keys = [words.join(' '), [sentenceIdOf(claim), claim.quote, ...[...words].sort()].join('\n')];
    const earlier = keys.map((key) => first.get(key)).find((each) => each !== undefined);
    for (const key of keys) if (!first.has(key)) first.set(key, path);
    return earlier === undefined ? [] : [{ path: `${path}.text`, message: `says the same as ${earlier}` }];
  });
}

/** Sentences without a claim, and those whose speaker no claim has. What a sentence lacks may stand in a claim with faults. */
export function sentenceWarnings(
  document: ClaimSetDocument,
  faults: readonly Fault[],
  { sentences, lines }: ArticleText,
): Fault[] {
  if (faults.length || document.claims.length === 0) return [];
  const isEnglish = /^en\b/i.test(document.article.language ?? 'en');
  const attributed = new Map<string, boolean>();
  for (const claim of document.claims) {
    const id = sentenceIdOf(claim);
    attributed.set(id, attributed.get(id) === true || claim.attribution.length > 0);
  }
  return sentences.flatMap(({ id, text }, index) => {
    const place = {
      file: 'article.txt',
      line: lines[index] ?? 1,
      id,
      path: id,
      severity: 'warning',
    } as const;
    if (!attributed.has(id)) return [{ ...place, message: 'has no claim', rule: 'unclaimed-sentence' }];
    const saying = isEnglish ? SAYING.exec(text)?.[0] : undefined;
    const message = `says “${saying}”, and none of its claims has an attribution`;
    return saying && attributed.get(id) === false ? [{ ...place, message, rule: 'lost-speaker' }] : [];
  });
}

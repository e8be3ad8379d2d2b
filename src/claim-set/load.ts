import { join } from 'node:path';
import { codePointIndexOf, codePointLength } from '../code-points.ts';
import { boundsOf } from '../edtf.ts';
import type { Article, Bounds, Claim, ClaimSet, Quote, Sentence } from '../model.ts';
import { shellWord } from '../shell-word.ts';
import { parseArticleText } from './article-text.ts';
import type { ClaimDocument, ClaimSetDocument } from './document.ts';
import { type Fault, faultLine, faultsOf, MOST_FAULTS } from './faults.ts';
import { parseJson } from './json-text.ts';
import { readTextFile } from './text-file.ts';

/** A claim set that breaks rules: exit code 2, the first fault told. */
export class UnsoundError extends Error {
  override readonly name = 'UnsoundError';
  constructor(directory: string, [first, ...others]: readonly [Fault, ...Fault[]]) {
    const verify = `kimtrip verify ${shellWord(directory)}`;
    const more = others.length
      ? `, and ${others.length + 1 < MOST_FAULTS ? '' : 'at least '}${others.length} more: see them all with ${verify}`
      : `; mend it and check with ${verify}`;
    super(faultLine(first) + more);
  }
}

/**
 * Loads the claim set of a folder, whole or not at all.
 *
 * @throws {UnreadableError} where a file cannot be read or parsed
 * @throws {UnsoundError} where a rule is broken
 */
export async function loadClaimSet(directory: string): Promise<ClaimSet> {
  const { json, repeated, text, sentences } = await readClaimSet(directory);
  const faults = faultsOf(json, repeated, sentences);
  const [first, ...others] = faults;
  if (first) throw new UnsoundError(directory, [first, ...others]);
  return link(json as ClaimSetDocument, text, sentences);
}

/** What a check of a claim set found. */
export interface Verdict {
  /** Broken rules; none where it is sound. */
  readonly faults: readonly Fault[];
  /** What breaks no rule, and is a slip more often than not. */
  readonly warnings: readonly Fault[];
  readonly claims: number;
  readonly sentences: number;
}

/**
 * Checks the claim set of a folder.
 *
 * @throws {UnreadableError} where a file cannot be read or parsed
 */
export async function verifyClaimSet(directory: string): Promise<Verdict> {
  const { json, repeated, sentences } = await readClaimSet(directory);
  const written = structuredClone(json);
  const faults = faultsOf(json, repeated, sentences);
  const { warningsOf } = await import('./warnings.ts');
  const warnings = warningsOf(json, written, faults, sentences);
  const claims = faults.length ? 0 : (json as ClaimSetDocument).claims.length;
  return { faults, warnings, claims, sentences: sentences.length };
}

async function readClaimSet(directory: string) {
  const hint = 'a claim set is a folder with article.txt and claims.json';
  const path = join(directory, 'claims.json');
  const claims = await readTextFile(path, hint);
  const article = await readTextFile(join(directory, 'article.txt'), hint);
  return { ...parseJson(claims, path), ...parseArticleText(article) };
}

/** Ids become what they stand for, words become offsets. The document is sound. */
function link(document: ClaimSetDocument, text: string, sentences: Sentence[]): ClaimSet {
  const entities = new Map(document.entities.map((entity) => [entity.id, entity]));
  const topics = new Map(document.topics.map((topic) => [topic.id, topic]));
  const sentenceOf = new Map(sentences.map((sentence) => [sentence.id, sentence]));
  const boundsBy = new Map<string, Bounds>();
  const withBounds = <T extends { edtf: string }>(time: T): T & Bounds => {
    const bounds = boundsBy.get(time.edtf) ?? boundsOf(time.edtf);
    boundsBy.set(time.edtf, bounds);
    return { ...time, ...bounds };
  };
  const codePoints = Array.from(text);
  const article: Article = { ...document.article, text, sentences };
  const linkClaim = (claim: ClaimDocument): Claim => {
    const sentence = known(sentenceOf, claim.id.split('.')[0] ?? '');
    return {
      ...claim,
      sentence,
      quote: anchor(claim.quote, sentence, codePoints),
      subject: claim.subject === null ? null : known(entities, claim.subject),
      entities: claim.entities.map((id) => known(entities, id)),
      topics: claim.topics.map((id) => known(topics, id)),
      attribution: claim.attribution.map(({ source, anonymous }) => ({
        source: known(entities, source),
        anonymous,
      })),
      time: claim.time && withBounds(claim.time),
    };
  };
  return {
    article,
    entities: document.entities,
    topics: document.topics,
    claims: document.claims.map(linkClaim).sort(byReadingOrder),
  };
}

function known<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id);
  if (value === undefined) throw new TypeError(`unchecked id: ${id}`);
  return value;
}

/** As many code points of context as the W3C's own examples and most annotation tools keep. */
const CONTEXT_LENGTH = 32;

function anchor(exact: string, sentence: Sentence, article: readonly string[]): Quote {
  const start = sentence.start + codePointIndexOf(sentence.text, exact);
  const end = start + codePointLength(exact);
  return {
    exact,
    prefix: article.slice(Math.max(0, start - CONTEXT_LENGTH), start).join(''),
    suffix: article.slice(end, end + CONTEXT_LENGTH).join(''),
    start,
    end,
  };
}

function byReadingOrder(a: Claim, b: Claim): number {
  const number = (claim: Claim) => Number(claim.id.split('.')[1]);
  return a.sentence.start - b.sentence.start || number(a) - number(b);
}

import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codePointIndexOf, codePointLength } from '../code-points.ts';
import { boundsOf } from '../edtf.ts';
import { UnreadableError } from '../errors.ts';
import type { Article, Bounds, Claim, ClaimSet, Quote, Sentence } from '../model.ts';
import { shellWord } from '../shell-word.ts';
import { parseArticleText } from './article-text.ts';
import type { ClaimDocument, ClaimSetDocument } from './document.ts';
import { type Fault, faultLine, faultsOf } from './faults.ts';

/** A claim set that breaks rules: exit code 2, the first fault told. */
export class UnsoundError extends Error {
  override readonly name = 'UnsoundError';
  constructor(directory: string, [first, ...others]: readonly [Fault, ...Fault[]]) {
    const verify = `kimtrip verify ${shellWord(directory)}`;
    const more = others.length
      ? `, and ${others.length} more: see them all with ${verify}`
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
  const { json, text, sentences } = readClaimSet(directory);
  const faults = faultsOf(json, sentences);
  const [first, ...others] = faults;
  if (first) throw new UnsoundError(directory, [first, ...others]);
  return link(json as ClaimSetDocument, text, sentences);
}

/**
 * Every fault of the claim set of a folder, none where it is sound.
 *
 * @throws {UnreadableError} where a file cannot be read or parsed
 */
export async function verifyClaimSet(
  directory: string,
): Promise<{ faults: Fault[]; claims: number; sentences: number }> {
  const { json, sentences } = readClaimSet(directory);
  const faults = faultsOf(json, sentences);
  const claims = faults.length ? 0 : (json as ClaimSetDocument).claims.length;
  return { faults, claims, sentences: sentences.length };
}

function readClaimSet(directory: string) {
  const claims = readText(join(directory, 'claims.json'));
  const article = readText(join(directory, 'article.txt'));
  return { json: parseJson(claims, join(directory, 'claims.json')), ...parseArticleText(article) };
}

const READ_FAILURES: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'its folder is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  ELOOP: 'its links run in a circle',
};

/** Read at once: there is nothing to do until it is there, and waiting for a file costs more than reading it. */
function readText(path: string): string {
  const bytes = readBytes(path);
  if (!isUtf8(bytes))
    throw new UnreadableError(`cannot read ${path}: it is not UTF-8 text; save it as UTF-8`);
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = READ_FAILURES[code ?? ''] ?? message;
    throw new UnreadableError(
      `cannot read ${path}: ${why}; a claim set is a folder with article.txt and claims.json`,
    );
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableError(`cannot read ${path}: ${(error as Error).message}; mend the JSON there`);
  }
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

import type { ErrorObject } from 'ajv';
import { boundsOf } from '../edtf.ts';
import { hasShape } from '../generated/has-shape.js';
import { shapeErrors } from '../generated/shape-errors.js';
import { OWN_VOICE, type Sentence } from '../model.ts';
import { didYouMean } from '../nearest.ts';
import { type ClaimDocument, type ClaimSetDocument, sentenceIdOf } from './document.ts';
import { type NearestWords, nearestWordsIn } from './nearest-words.ts';
import { inOrderOf, joinPath } from './path.ts';

/** A rule that a claim set breaks, and where: `claims.json`, `claims[3].quote`, `is not in s4`. */
export interface Fault {
  readonly file: string;
  readonly path: string;
  readonly message: string;
}

/** `claims.json: claims[3].quote is not in s4` */
export const faultLine = ({ file, path, message }: Fault): string =>
  [`${file}:`, path, message].filter(Boolean).join(' ');

/** So many are told, and no more are looked for: a claim set of a million faults is no claim set. */
export const MOST_FAULTS = 10_000;

/**
 * The rules that `json` breaks, at most {@link MOST_FAULTS}, in the order of the file. Fills in the schema's defaults on
 * the way, so that `json` is a {@link ClaimSetDocument} where no fault is returned.
 *
 * @param repeated the paths of keys that an object of the file has twice
 */
export function faultsOf(
  json: unknown,
  repeated: readonly string[],
  sentences: readonly Sentence[],
): Fault[] {
  const places: Place[] = [];
  for (const place of placesOf(json, repeated, sentences)) {
    if (places.length === MOST_FAULTS) break;
    places.push(place);
  }
  return inOrderOf(json, places).map((place) => ({ file: 'claims.json', ...place }));
}

type Place = Omit<Fault, 'file'>;

function* placesOf(
  json: unknown,
  repeated: readonly string[],
  sentences: readonly Sentence[],
): Generator<Place, void, undefined> {
  for (const path of repeated) yield { path, message: 'is given twice; only one of them can count' };
  const document = hasShape(json) ? (json as ClaimSetDocument) : yield* checkShape(json);
  if (document) yield* ruleFaults(document, sentences);
}

const LISTS = ['entities', 'topics', 'claims'] as const;

/**
 * Yields what the schema does not allow. Items are checked one by one, since Ajv takes time by the square of its errors.
 *
 * @returns the document without what is malformed of its claims, null where there is nothing more to check
 */
function* checkShape(json: unknown): Generator<Place, ClaimSetDocument | null, undefined> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    yield { path: '', message: 'must be object' };
    return null;
  }
  const document = json as Record<string, unknown>;
  const head: Record<string, unknown> = { ...document };
  for (const list of LISTS) if (Array.isArray(head[list])) head[list] = [];
  const errors = errorsOf(head);
  yield* errors.map((error) => schemaFault(error, ''));
  for (const list of LISTS) if (head[list] !== undefined) document[list] ??= head[list];
  const checked: Record<string, unknown> = { ...document };
  for (const list of LISTS) {
    const items = document[list];
    if (!Array.isArray(items)) return null;
    const kept: unknown[] = [];
    for (const [index, item] of items.entries()) {
      const found = errorsOfItem(list, item);
      for (const error of found) yield schemaFault(error, `${list}[${index}]`);
      kept.push(found.length && list === 'claims' ? withoutMalformed(item, found) : item);
    }
    checked[list] = kept;
  }
  if (errors.some(({ instancePath }) => instancePath.startsWith('/article')))
    checked['article'] = { issued: null };
  return 'article' in checked ? (checked as unknown as ClaimSetDocument) : null;
}

function errorsOf(json: unknown): ErrorObject[] {
  // What each branch of an `anyOf` lacks is told once, by the `anyOf`.
  return shapeErrors(json).filter(({ schemaPath }) => !schemaPath.includes('/anyOf/'));
}

/** The errors of an item, by itself in a claim set; their paths begin in the item. */
function errorsOfItem(list: (typeof LISTS)[number], item: unknown): ErrorObject[] {
  return errorsOf({ article: {}, claims: [], [list]: [item] }).map((error) => ({
    ...error,
    instancePath: error.instancePath.replace(`/${list}/0`, ''),
  }));
}

/** The claim with nothing in the place of its malformed fields. */
function withoutMalformed(claim: unknown, errors: readonly ErrorObject[]): unknown {
  const fields = errors
    .filter(({ keyword }) => keyword !== 'additionalProperties')
    .map(({ instancePath, params }) => instancePath.split('/')[1] ?? String(params['missingProperty'] ?? ''));
  if (fields.includes('')) return NOTHING;
  const nothing = Object.entries(NOTHING).filter(([field]) => fields.includes(field));
  return { ...(claim as object), ...Object.fromEntries(nothing) };
}

/** A claim of which there is nothing to check. */
const NOTHING: Partial<ClaimDocument> = {
  id: '',
  quote: '',
  subject: null,
  entities: [],
  topics: [],
  attribution: [],
  hedge: null,
  time: null,
};

/** `/quote` in `claims[3]` as `claims[3].quote`. */
function pathOf(base: string, pointer: string, ...more: string[]): string {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return [...keys, ...more].reduce(joinPath, base);
}

const PATTERN_EXAMPLES: Record<string, string> = {
  '\\S': 'must not be empty',
  '^[a-z0-9]+(-[a-z0-9]+)*$': 'must be small letters and digits joined by hyphens, such as kim-jong-un',
  '^s[1-9][0-9]*\\.[1-9][0-9]*$': 'must be a sentence and a number in it, such as s18.3',
};

function schemaFault(
  { instancePath, keyword, params, parentSchema, data }: ErrorObject,
  base: string,
): Place {
  const path = pathOf(base, instancePath);
  switch (keyword) {
    case 'required':
      return { path: pathOf(base, instancePath, String(params['missingProperty'])), message: 'is missing' };
    case 'additionalProperties': {
      const name = String(params['additionalProperty']);
      const known = Object.keys((parentSchema?.['properties'] as object | undefined) ?? {});
      return {
        path: pathOf(base, instancePath, name),
        message: `is not a known field${didYouMean(name, known)}`,
      };
    }
    case 'type':
      return { path, message: `must be ${[params['type']].flat().join(' or ')}` };
    case 'enum': {
      const allowed = params['allowedValues'] as string[];
      const meant = typeof data === 'string' ? didYouMean(data, allowed) : '';
      return { path, message: `must be one of ${allowed.join(', ')}${meant}` };
    }
    case 'pattern':
      return {
        path,
        message: PATTERN_EXAMPLES[String(params['pattern'])] ?? `must match ${params['pattern']}`,
      };
    case 'anyOf':
      return { path, message: 'needs a family or a literal name' };
    case 'uniqueItems':
      return { path: pathOf(base, instancePath, String(params['i'])), message: 'is named twice' };
    default:
      return { path, message: `breaks the schema’s ${keyword}` };
  }
}

function* ruleFaults(
  document: ClaimSetDocument,
  sentences: readonly Sentence[],
): Generator<Place, void, undefined> {
  const [entityIds, topicIds] = [idsOf(document.entities), idsOf(document.topics)];
  const [entities, topics] = [knownIds(entityIds), knownIds(topicIds)];
  const words = wordsOf(sentences);
  const { issued } = document.article;
  if (issued) yield* timeFaults('article.issued', issued);
  yield* repeats('entities', entityIds);
  for (const [index, id] of entityIds.entries())
    if (id === OWN_VOICE)
      yield { path: `entities[${index}].id`, message: 'is kept for the article’s own voice' };
  yield* repeats('topics', topicIds);
  yield* repeats('claims', idsOf(document.claims));
  for (const [index, claim] of document.claims.entries())
    yield* claimFaults(`claims[${index}]`, claim, entities, topics, words);
}

/** The ids of a list, empty where an item has none. */
function idsOf(list: readonly unknown[]): string[] {
  return list.map((item) => {
    const id = (item as { id?: unknown } | null)?.id;
    return typeof id === 'string' ? id : '';
  });
}

function claimFaults(
  path: string,
  claim: ClaimDocument,
  knownEntities: KnownIds,
  knownTopics: KnownIds,
  words: Words,
): Place[] {
  const { subject, entities, topics, attribution, time } = claim;
  return [
    ...wordFaults(path, claim, words),
    ...unknown(`${path}.subject`, subject === null ? [] : [subject], knownEntities, () => ''),
    ...unknown(`${path}.entities`, entities, knownEntities),
    ...unknown(`${path}.topics`, topics, knownTopics),
    ...unknown(
      `${path}.attribution`,
      attribution.map(({ source }) => source),
      knownEntities,
      (position) => `[${position}].source`,
    ),
    ...(time ? timeFaults(`${path}.time`, time) : []),
  ];
}

function repeats(list: string, ids: readonly string[]): Place[] {
  const seen = new Map<string, number>();
  return ids.flatMap((id, index) => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, index);
    return first === undefined || id === ''
      ? []
      : [{ path: `${list}[${index}].id`, message: `${id} is already ${list}[${first}]` }];
  });
}

/** The ids there are, and what one that is not there may have been meant for. */
interface KnownIds {
  has(id: string): boolean;
  hint(id: string): string;
}

/** Looking for what was meant takes long, and nobody reads more of it. */
const MOST_HINTS = 100;

function knownIds(ids: readonly string[]): KnownIds {
  const set = new Set(ids);
  const hints = new Map<string, string>();
  const hint = (id: string) => {
    const known = hints.get(id) ?? (hints.size < MOST_HINTS ? didYouMean(id, ids) : '');
    hints.set(id, known);
    return known;
  };
  return { has: (id) => set.has(id), hint };
}

function unknown(
  path: string,
  ids: readonly string[],
  known: KnownIds,
  place: (position: number) => string = (position) => `[${position}]`,
): Place[] {
  return ids.flatMap((id, position) =>
    known.has(id)
      ? []
      : [{ path: path + place(position), message: `names no known id: ${id}${known.hint(id)}` }],
  );
}

/** The sentences, and what words that are not in theirs may have been meant for. */
interface Words {
  readonly sentenceOf: ReadonlyMap<string, Sentence>;
  readonly hint: NearestWords;
}

function wordsOf(sentences: readonly Sentence[]): Words {
  const nearest = nearestWordsIn(sentences);
  let hints = 0;
  const hint: NearestWords = (words, sentence) => (++hints > MOST_HINTS ? null : nearest(words, sentence));
  return { sentenceOf: new Map(sentences.map((sentence) => [sentence.id, sentence])), hint };
}

/** Half of an astral character is found in the whole one. */
const HALF_CHARACTER = /[\ud800-\udfff]/u;

/** Quote, hedge and time words are verbatim. */
function wordFaults(path: string, claim: ClaimDocument, { sentenceOf, hint }: Words): Place[] {
  const sentenceId = sentenceIdOf(claim);
  const sentence = sentenceOf.get(sentenceId);
  if (sentenceId === '') return [];
  if (!sentence)
    return [{ path: `${path}.id`, message: `is of a sentence that article.txt lacks: ${sentenceId}` }];
  const verbatim = [
    ['quote', claim.quote],
    ['hedge', claim.hedge],
    ['time.text', claim.time?.text ?? null],
  ] as const;
  return verbatim.flatMap(([field, words]) => {
    if (words === null || (sentence.text.includes(words) && !HALF_CHARACTER.test(words))) return [];
    const near = HALF_CHARACTER.test(words) ? null : hint(words, sentence);
    return [
      { path: `${path}.${field}`, message: `is not in ${sentenceId}${near === null ? '' : ` (${near})`}` },
    ];
  });
}

function timeFaults(path: string, time: { edtf: string; inferred: boolean; basis: string | null }): Place[] {
  const faults: Place[] = [];
  try {
    boundsOf(time.edtf);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    faults.push({ path: `${path}.edtf`, message: error.message });
  }
  if (time.inferred && time.basis === null)
    faults.push({ path: `${path}.basis`, message: 'is missing: an inferred time says why' });
  return faults;
}

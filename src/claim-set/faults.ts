import type { ErrorObject } from 'ajv';
import { boundsOf } from '../edtf.ts';
import { validateClaimSet } from '../generated/validate-claim-set.js';
import { OWN_VOICE, type Sentence } from '../model.ts';
import { didYouMean } from '../nearest.ts';
import type { ClaimDocument, ClaimSetDocument } from './document.ts';

/** A rule that a claim set breaks, and where: `claims.json`, `claims[3].quote`, `is not in s4`. */
export interface Fault {
  readonly file: string;
  readonly path: string;
  readonly message: string;
}

/** `claims.json: claims[3].quote is not in s4` */
export const faultLine = ({ file, path, message }: Fault): string =>
  [`${file}:`, path, message].filter(Boolean).join(' ');

/**
 * Every rule that `json` breaks, those of the schema first. Fills in the schema's defaults on the way, so that `json` is a
 * {@link ClaimSetDocument} where no fault is returned.
 */
export function faultsOf(json: unknown, sentences: readonly Sentence[]): Fault[] {
  if (validateClaimSet(json)) return ruleFaults(json as ClaimSetDocument, sentences).map(inClaims);
  // What each branch of an `anyOf` lacks is told once, by the `anyOf`.
  const errors = (validateClaimSet.errors ?? []).filter(({ schemaPath }) => !schemaPath.includes('/anyOf/'));
  const faults = errors.map(schemaFault);
  // What is malformed is passed over by the other rules; where whole lists are, there is nothing more to check.
  const malformed = errors
    .filter(({ keyword }) => keyword !== 'additionalProperties')
    .map(({ instancePath, params }) =>
      `${instancePath}/${params['missingProperty'] ?? ''}`.split('/').filter(Boolean),
    );
  const hasLists = malformed.every(([list, item]) => list === 'article' || item !== undefined);
  const more = hasLists ? ruleFaults(withoutMalformed(json, malformed), sentences) : [];
  return [...faults, ...more].map(inClaims);
}

/** The document with nothing in the place of malformed fields, and with empty claims in that of malformed claims. */
function withoutMalformed(json: unknown, malformed: readonly (readonly string[])[]): ClaimSetDocument {
  const document = structuredClone(json) as ClaimSetDocument;
  for (const [list, item, field] of malformed) {
    if (list === 'article') document.article = { ...document.article, issued: null };
    if (list === 'claims' && field === undefined) document.claims[Number(item)] = NOTHING as ClaimDocument;
  }
  for (const [list, item, field] of malformed)
    if (list === 'claims' && field !== undefined)
      document.claims[Number(item)] = {
        ...(document.claims[Number(item)] as ClaimDocument),
        ...fieldOf(NOTHING, field),
      };
  return document;
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

const fieldOf = (claim: object, field: string) =>
  Object.fromEntries(Object.entries(claim).filter(([key]) => key === field));

type Place = Omit<Fault, 'file'>;

const inClaims = (place: Place): Fault => ({ file: 'claims.json', ...place });

/** `/claims/3/quote` as `claims[3].quote`. */
function pathOf(pointer: string, ...more: string[]): string {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return [...keys, ...more].reduce(
    (path, key) => (/^\d+$/.test(key) ? `${path}[${key}]` : path ? `${path}.${key}` : key),
    '',
  );
}

const PATTERN_EXAMPLES: Record<string, string> = {
  '\\S': 'must not be empty',
  '^[a-z0-9]+(-[a-z0-9]+)*$': 'must be small letters and digits joined by hyphens, such as kim-jong-un',
  '^s[1-9][0-9]*\\.[1-9][0-9]*$': 'must be a sentence and a number in it, such as s18.3',
};

function schemaFault({ instancePath, keyword, params, message, parentSchema }: ErrorObject): Place {
  const path = pathOf(instancePath);
  switch (keyword) {
    case 'required':
      return { path: pathOf(instancePath, String(params['missingProperty'])), message: 'is missing' };
    case 'additionalProperties': {
      const name = String(params['additionalProperty']);
      const known = Object.keys((parentSchema?.['properties'] as object | undefined) ?? {});
      return { path: pathOf(instancePath, name), message: `is not a known field${didYouMean(name, known)}` };
    }
    case 'type':
      return { path, message: `must be ${[params['type']].flat().join(' or ')}` };
    case 'enum':
      return { path, message: `must be one of ${(params['allowedValues'] as string[]).join(', ')}` };
    case 'pattern':
      return { path, message: PATTERN_EXAMPLES[String(params['pattern'])] ?? String(message) };
    case 'anyOf':
      return { path, message: 'needs a family or a literal name' };
    case 'uniqueItems':
      return { path: pathOf(instancePath, String(params['i'])), message: 'is named twice' };
    default:
      return { path, message: String(message) };
  }
}

function ruleFaults(document: ClaimSetDocument, sentences: readonly Sentence[]): Place[] {
  const [entityIds, topicIds] = [idsOf(document.entities), idsOf(document.topics)];
  const [entities, topics] = [knownIds(entityIds), knownIds(topicIds)];
  const sentenceOf = new Map(sentences.map((sentence) => [sentence.id, sentence]));
  const { issued } = document.article;
  return [
    ...(issued ? timeFaults('article.issued', issued) : []),
    ...repeats('entities', entityIds),
    ...entityIds.flatMap((id, index) =>
      id === OWN_VOICE
        ? [{ path: `entities[${index}].id`, message: 'is kept for the article’s own voice' }]
        : [],
    ),
    ...repeats('topics', topicIds),
    ...repeats('claims', idsOf(document.claims)),
    ...document.claims.flatMap((claim, index) =>
      claimFaults(`claims[${index}]`, claim, entities, topics, sentenceOf),
    ),
  ];
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
  sentenceOf: ReadonlyMap<string, Sentence>,
): Place[] {
  const { subject, entities, topics, attribution, time } = claim;
  return [
    ...wordFaults(path, claim, sentenceOf),
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

function knownIds(ids: readonly string[]): KnownIds {
  const set = new Set(ids);
  const hints = new Map<string, string>();
  const hint = (id: string) => {
    const known = hints.get(id) ?? didYouMean(id, ids);
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

/** Half of an astral character is found in the whole one. */
const HALF_CHARACTER = /\p{Cs}/u;

/** Quote, hedge and time words are verbatim. */
function wordFaults(path: string, claim: ClaimDocument, sentences: ReadonlyMap<string, Sentence>): Place[] {
  const [sentenceId = ''] = claim.id.split('.');
  const sentence = sentences.get(sentenceId);
  if (sentenceId === '') return [];
  if (!sentence)
    return [{ path: `${path}.id`, message: `is of a sentence that article.txt lacks: ${sentenceId}` }];
  const verbatim = [
    ['quote', claim.quote],
    ['hedge', claim.hedge],
    ['time.text', claim.time?.text ?? null],
  ] as const;
  return verbatim.flatMap(([field, words]) =>
    words === null || (sentence.text.includes(words) && !HALF_CHARACTER.test(words))
      ? []
      : [{ path: `${path}.${field}`, message: `is not in ${sentenceId}` }],
  );
}

function timeFaults(path: string, time: { edtf: string; inferred: boolean; basis: string | null }): Place[] {
  const faults: Place[] = [];
  try {
    boundsOf(time.edtf);
  } catch {
    faults.push({
      path: `${path}.edtf`,
      message: 'is not an EDTF date or interval of level 0 or 1, such as 2014-07 or 2010/2011',
    });
  }
  if (time.inferred && time.basis === null)
    faults.push({ path: `${path}.basis`, message: 'is missing: an inferred time says why' });
  return faults;
}

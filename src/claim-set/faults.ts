import { boundsOf } from '../edtf.ts';
import { OWN_VOICE, type Sentence } from '../model.ts';
import { didYouMean } from '../nearest.ts';
import { type ClaimDocument, type ClaimSetDocument, sentenceIdOf } from './document.ts';
import { type Finding, MOST_FAULTS } from './fault.ts';
import { type NearestWords, nearestWordsIn } from './nearest-words.ts';
import { shapeFindings } from './shape.ts';

/** What a claim set holds, and the rules that it breaks. */
export interface Checked {
  /** With the schema's defaults, and with nothing in the place of malformed fields; null where too little is well-formed. */
  readonly document: ClaimSetDocument | null;
  readonly findings: readonly Finding[];
}

/**
 * Checks parsed JSON against every rule. Fills in the schema's defaults on the way.
 *
 * @param repeated the paths of keys that an object of the file has twice
 * @returns at most {@link MOST_FAULTS} findings
 */
export function checkDocument(
  json: unknown,
  repeated: readonly string[],
  sentences: readonly Sentence[],
): Checked {
  const checking = findingsOf(json, repeated, sentences);
  const findings: Finding[] = [];
  for (let next = checking.next(); ; next = checking.next()) {
    if (next.done) return { document: next.value, findings };
    if (findings.length === MOST_FAULTS) return { document: null, findings };
    findings.push(next.value);
  }
}

function* findingsOf(
  json: unknown,
  repeated: readonly string[],
  sentences: readonly Sentence[],
): Generator<Finding, ClaimSetDocument | null, undefined> {
  for (const path of repeated)
    yield { path, message: 'is given twice; only one of them can count', rule: 'repeated-key' };
  const document = yield* shapeFindings(json);
  if (document) yield* documentFindings(document, sentences);
  return document;
}

function* documentFindings(
  document: ClaimSetDocument,
  sentences: readonly Sentence[],
): Generator<Finding, void, undefined> {
  const [entityIds, topicIds] = [idsOf(document.entities), idsOf(document.topics)];
  const [entities, topics] = [knownIds(entityIds), knownIds(topicIds)];
  const verbatim = verbatimIn(sentences);
  const { issued } = document.article;
  if (issued) yield* timeFindings('article.issued', issued);
  yield* unknownBases(document);
  yield* repeats('entities', entityIds);
  for (const [index, id] of entityIds.entries())
    if (id === OWN_VOICE)
      yield {
        path: `entities[${index}].id`,
        message: 'is kept for the article’s own voice',
        rule: 'reserved-id',
      };
  yield* repeats('topics', topicIds);
  yield* repeats('claims', idsOf(document.claims));
  for (const [index, claim] of document.claims.entries())
    yield* claimFindings(`claims[${index}]`, claim, entities, topics, verbatim);
  yield* qualifierFindings(document.claims);
}

/** The ids of a list, empty where an item has none. */
function idsOf(list: readonly unknown[]): string[] {
  return list.map((item) => {
    const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : null;
    return typeof id === 'string' ? id : '';
  });
}

function claimFindings(
  path: string,
  claim: ClaimDocument,
  knownEntities: KnownIds,
  knownTopics: KnownIds,
  verbatim: Verbatim,
): Finding[] {
  const { subject, entities, topics, attribution, time } = claim;
  return [
    ...wordFindings(path, claim, verbatim),
    ...unknown(`${path}.subject`, subject === null ? [] : [subject], knownEntities, () => ''),
    ...unknown(`${path}.entities`, entities, knownEntities),
    ...unknown(`${path}.topics`, topics, knownTopics),
    ...unknown(
      `${path}.attribution`,
      attribution.map(({ source }) => source),
      knownEntities,
      (position) => `[${position}].source`,
    ),
    ...(time ? timeFindings(`${path}.time`, time) : []),
  ];
}

function repeats(list: string, ids: readonly string[]): Finding[] {
  const seen = new Map<string, number>();
  return ids.flatMap((id, index) => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, index);
    return first === undefined || id === ''
      ? []
      : [
          {
            path: `${list}[${index}].id`,
            message: `${id} is already ${list}[${first}]`,
            rule: 'repeated-id',
          },
        ];
  });
}

/**
 * A claim is qualified by others of its sentence, and by whatever qualifies those, so that all of them are shown with it;
 * hence never by one that it qualifies itself.
 */
function* qualifierFindings(claims: readonly ClaimDocument[]): Generator<Finding, void, undefined> {
  const claimOf = new Map(claims.map((claim) => [claim.id, claim]));
  const known = knownIds(claims.map(({ id }) => id));
  for (const [index, claim] of claims.entries()) {
    const path = `claims[${index}].qualifiedBy`;
    yield* unknown(path, claim.qualifiedBy, known);
    for (const [position, id] of claim.qualifiedBy.entries()) {
      const message = qualifierFault(claim, claimOf.get(id));
      if (message) yield { path: `${path}[${position}]`, message, rule: 'qualifier' };
    }
  }
}

function qualifierFault(claim: ClaimDocument, qualifier: ClaimDocument | undefined): string | null {
  if (qualifier === undefined) return null;
  if (qualifier.id === claim.id) return 'is the claim itself';
  if (sentenceIdOf(qualifier) !== sentenceIdOf(claim)) return `is of another sentence: ${qualifier.id}`;
  const missing = qualifier.qualifiedBy.find((id) => !claim.qualifiedBy.includes(id));
  if (missing === claim.id) return `is qualified by this claim in turn: ${qualifier.id}`;
  return missing === undefined
    ? null
    : `is qualified by ${missing}, which this claim does not name: ${qualifier.id}`;
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
): Finding[] {
  return ids.flatMap((id, position) =>
    known.has(id)
      ? []
      : [
          {
            path: path + place(position),
            message: `names no known id: ${id}${known.hint(id)}`,
            rule: 'unknown-id',
          },
        ],
  );
}

/** The sentences, and what words that are not in theirs may have been meant for. */
interface Verbatim {
  readonly sentenceOf: ReadonlyMap<string, Sentence>;
  readonly hint: NearestWords;
}

function verbatimIn(sentences: readonly Sentence[]): Verbatim {
  const nearest = nearestWordsIn(sentences);
  let hints = 0;
  const hint: NearestWords = (words, sentence) => (++hints > MOST_HINTS ? null : nearest(words, sentence));
  return { sentenceOf: new Map(sentences.map((sentence) => [sentence.id, sentence])), hint };
}

/** A reason is more than one word, and the name of a shared one is not. */
const NAME_OF_BASIS = /^[a-z0-9]+(-[a-z0-9]+)+$/;

/** Half of an astral character is found in the whole one. */
const HALF_CHARACTER = /[\ud800-\udfff]/u;

/** Quote, hedge and time words are verbatim. */
function wordFindings(path: string, claim: ClaimDocument, { sentenceOf, hint }: Verbatim): Finding[] {
  const sentenceId = sentenceIdOf(claim);
  const sentence = sentenceOf.get(sentenceId);
  if (sentenceId === '') return [];
  if (!sentence)
    return [
      {
        path: `${path}.id`,
        message: `is of a sentence that article.txt lacks: ${sentenceId}`,
        rule: 'unknown-sentence',
      },
    ];
  const fields = [
    ['quote', claim.quote],
    ['hedge', claim.hedge],
    ['time.text', claim.time?.text ?? null],
  ] as const;
  return fields.flatMap(([field, words]) => {
    if (words === null || (sentence.text.includes(words) && !HALF_CHARACTER.test(words))) return [];
    const near = HALF_CHARACTER.test(words) ? null : hint(words, sentence);
    return [
      {
        path: `${path}.${field}`,
        message: `is not in ${sentenceId}${near === null ? '' : ` (${near})`}`,
        rule: 'verbatim',
      },
    ];
  });
}

/** A basis in one hyphenated word is the name of a shared one. */
function unknownBases({ article, claims }: ClaimSetDocument): Finding[] {
  const times = [
    { path: 'article.issued', time: article.issued },
    ...claims.map(({ time }, index) => ({ path: `claims[${index}].time`, time })),
  ];
  return times.flatMap(({ path, time }) =>
    time?.basis && NAME_OF_BASIS.test(time.basis) && !Object.hasOwn(article.bases, time.basis)
      ? [{ path: `${path}.basis`, message: `names no basis of article.bases: ${time.basis}`, rule: 'basis' }]
      : [],
  );
}

function timeFindings(
  path: string,
  time: { edtf: string; inferred: boolean; basis: string | null },
): Finding[] {
  const findings: Finding[] = [];
  try {
    boundsOf(time.edtf);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    findings.push({ path: `${path}.edtf`, message: error.message, rule: 'date' });
  }
  if (time.inferred && time.basis === null)
    findings.push({ path: `${path}.basis`, message: 'is missing: an inferred time says why', rule: 'basis' });
  return findings;
}

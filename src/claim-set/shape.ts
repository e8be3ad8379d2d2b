import type { ErrorObject } from 'ajv';
import { shapeErrors } from '../generated/shape-errors.js';
import { CERTAINTIES } from '../model.ts';
import { didYouMean } from '../nearest.ts';
import type { ClaimDocument, ClaimSetDocument } from './document.ts';
import type { Finding } from './fault.ts';
import { isObject } from './json-text.ts';
import { joinPath } from './path.ts';

const ITEMS = { entities: 'entity', topics: 'topic', claims: 'claim' } as const;

/**
 * Yields what the JSON Schema does not allow, and fills in its defaults. Items are checked one by one, since Ajv takes
 * time by the square of its errors.
 *
 * @returns the document without what is malformed of its claims, null where there is nothing more to check
 */
export function* shapeFindings(json: unknown): Generator<Finding, ClaimSetDocument | null, undefined> {
  if (!isObject(json)) {
    yield { path: '', message: 'must be object', rule: RULE };
    return null;
  }
  const head = { ...json };
  for (const list of Object.keys(ITEMS)) if (Array.isArray(head[list])) head[list] = [];
  const errors = errorsOf('claimSet', head);
  yield* errors.map((error) => findingOf(error, ''));
  const checked = { ...json };
  for (const [list, item] of Object.entries(ITEMS)) {
    if (head[list] !== undefined) json[list] ??= head[list];
    const items = json[list];
    if (!Array.isArray(items)) return null;
    checked[list] = yield* itemFindings(list, item, items);
  }
  if (errors.some(({ instancePath }) => instancePath.startsWith('/article')))
    checked['article'] = { issued: null, bases: {} };
  return 'article' in checked ? (checked as unknown as ClaimSetDocument) : null;
}

function* itemFindings(
  list: string,
  item: (typeof ITEMS)[keyof typeof ITEMS],
  items: readonly unknown[],
): Generator<Finding, unknown[], undefined> {
  const wellFormed: unknown[] = [];
  for (const [index, each] of items.entries()) {
    const errors = errorsOf(item, each);
    for (const error of errors) yield findingOf(error, `${list}[${index}]`);
    wellFormed.push(errors.length && item === 'claim' ? withoutMalformed(each, errors) : each);
  }
  return wellFormed;
}

const RULE = 'schema';

// What each branch of an `anyOf` lacks is told once, by the `anyOf`.
const errorsOf = (...part: Parameters<typeof shapeErrors>): ErrorObject[] =>
  shapeErrors(...part).filter(({ schemaPath }) => !schemaPath.includes('/anyOf/'));

/** The claim with nothing in the place of its malformed fields. */
function withoutMalformed(claim: unknown, errors: readonly ErrorObject[]): unknown {
  const fields = errors
    .filter(({ keyword }) => keyword !== 'additionalProperties')
    .map(({ instancePath, params }) => instancePath.split('/')[1] ?? String(params['missingProperty'] ?? ''));
  if (!isObject(claim) || fields.includes('')) return NOTHING;
  const nothing = Object.entries(NOTHING).filter(([field]) => fields.includes(field));
  return { ...claim, ...Object.fromEntries(nothing) };
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
  qualifiedBy: [],
};

/** `/quote` in `claims[3]` as `claims[3].quote`. */
function pathOf(base: string, pointer: string, ...more: string[]): string {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return [...keys, ...more].reduce(joinPath, base);
}

/** How sure an article is has no default: a first-time author would take it for granted. */
const MEANING_OF_MISSING: Record<string, string> = {
  certainty: `: say how sure the article is, one of ${CERTAINTIES.join(', ')}`,
};

const PATTERN_EXAMPLES: Record<string, string> = {
  '^[a-z]+(-[a-z]+)*(: \\S.*)?$':
    'must be the name of a rule and the reason, such as “name: the headline names her”',
  '\\S': 'must not be empty',
  '^[a-z0-9]+(-[a-z0-9]+)*$': 'must be small letters and digits joined by hyphens, such as kim-jong-un',
  '^s[1-9][0-9]*\\.[1-9][0-9]*$': 'must be a sentence and a number in it, such as s18.3',
};

function findingOf(error: ErrorObject, base: string): Finding {
  return { ...placeAndMessage(error, base), rule: RULE };
}

function placeAndMessage(
  { instancePath, keyword, params, parentSchema, data }: ErrorObject,
  base: string,
): Omit<Finding, 'rule'> {
  const path = pathOf(base, instancePath);
  switch (keyword) {
    case 'required': {
      const name = String(params['missingProperty']);
      return {
        path: pathOf(base, instancePath, name),
        message: `is missing${MEANING_OF_MISSING[name] ?? ''}`,
      };
    }
    case 'additionalProperties': {
      const name = String(params['additionalProperty']);
      const known = Object.keys(parentSchema?.['properties'] ?? {});
      return {
        path: pathOf(base, instancePath, name),
        message: `is not a known field${didYouMean(name, known)}`,
      };
    }
    case 'type':
      return { path, message: `must be ${[params['type']].flat().join(' or ')}` };
    case 'enum': {
      const allowed = [params['allowedValues']].flat().map(String);
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

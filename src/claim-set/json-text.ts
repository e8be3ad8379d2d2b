import { type JSONPath, visit } from 'jsonc-parser/lib/esm/main.js';
import { UnreadableError } from '../errors.ts';
import { joinPath } from './path.ts';

/** More than any claim set nests, and less than what recursion can take. */
const DEEPEST = 32;
/** More keys than any object has, and more items than any list but those of claims, entities and topics. */
const WIDEST = 10_000;

/**
 * Parses JSON, and finds the keys that an object has twice, of which `JSON.parse` would silently keep the last.
 *
 * @param name where the text comes from
 * @returns the value, and the paths of repeated keys, such as `claims[3].quote`
 * @throws {UnreadableError} where it is no JSON, or nests too deeply
 */
export function parseJson(text: string, name: string): { json: unknown; repeated: readonly string[] } {
  const json = parse(text, name);
  const { keys, depth, width } = measure(json);
  const refuse = (what: string) => new UnreadableError(`cannot read ${name}: ${what}; mend the JSON there`);
  if (depth > DEEPEST) throw refuse(`its JSON is nested ${depth} levels deep; the limit is ${DEEPEST}`);
  if (width > WIDEST) throw refuse(`it holds an object or list of ${width} items; the limit is ${WIDEST}`);
  // Every key is followed by a colon, so that only a text with more of them than there are keys needs a closer look.
  return { json, repeated: countKeysAtMost(text) > keys ? repeatedKeys(text) : [] };
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    // What V8 says of the place depends on its version, and often it says none.
    const what = message.replace(/ at position \d+.*/s, '');
    const offset = firstErrorIn(text);
    const place = offset === null ? '' : ` at ${lineAndColumn(text, offset)}`;
    throw new UnreadableError(`cannot read ${name}: ${what}${place}; mend the JSON there`);
  }
}

/** Where text stops being JSON; null where it nests too deeply to tell. */
function firstErrorIn(text: string): number | null {
  let first: number | null = null;
  try {
    visit(text, { onError: (_, offset) => (first ??= offset) }, { disallowComments: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return first;
}

function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

/** How many keys the objects of a value have in all, how deep it nests, and its largest object or list within an item. */
function measure(json: unknown): { keys: number; depth: number; width: number } {
  let keys = 0;
  let depth = 0;
  let width = 0;
  for (let level = [json].filter(isHolder); level.length; depth += 1) {
    const next: object[] = [];
    for (const value of level) {
      if (Array.isArray(value)) {
        for (const each of value) if (isHolder(each)) next.push(each);
        if (depth > 1) width = Math.max(width, value.length);
        continue;
      }
      const before = keys;
      for (const each of Object.values(value)) {
        keys += 1;
        if (isHolder(each)) next.push(each);
      }
      width = Math.max(width, keys - before);
    }
    level = next;
  }
  return { keys, depth, width };
}

/** Whether a value of JSON is an object with keys. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  isHolder(value) && !Array.isArray(value);

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;

function countKeysAtMost(text: string): number {
  if (/"\s+:/.test(text)) return Infinity;
  let count = 0;
  for (let at = text.indexOf('":'); at >= 0; at = text.indexOf('":', at + 2)) count += 1;
  return count;
}

const pathOf = (keys: JSONPath): string => keys.map(String).reduce(joinPath, '');

/** The paths of keys that an object has twice, in the order of the text, which is sound JSON. */
function repeatedKeys(text: string): string[] {
  const repeated: string[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (key, _offset, _length, _line, _column, holder) => {
      const keys = open.at(-1);
      if (keys?.has(key)) repeated.push(joinPath(pathOf(holder()), key));
      keys?.add(key);
    },
  });
  return repeated;
}

/** Where a path stands in a JSON text. */
export interface JsonPlace {
  /** From 1; the line of what should hold it, where the path itself is missing. */
  readonly line: number;
  /** Orders paths as they are read. What is missing comes last in what should hold it. */
  readonly order: number;
}

/**
 * Finds where paths such as `claims[3].quote` stand in a text, which is sound JSON.
 *
 * @returns a place for each path
 */
export function placesIn(text: string, paths: Iterable<string>): Map<string, JsonPlace> {
  const wanted = new Map([...paths].map((path) => [path, ancestorsOf(path)]));
  const sought = new Set([...wanted.values()].flat());
  const begins = new Map<string, JsonPlace>();
  const ends = new Map<string, number>();
  const begin = (path: string, order: number, line: number) => {
    if (sought.has(path)) begins.set(path, { line: line + 1, order });
  };
  const open: string[] = [];
  const beginHolder = (offset: number, line: number, keys: JSONPath) => {
    const path = pathOf(keys);
    open.push(path);
    // A key stands before its value.
    if (!begins.has(path)) begin(path, offset, line);
  };
  const endHolder = (offset: number) => {
    const path = open.pop() ?? '';
    if (sought.has(path)) ends.set(path, offset);
  };
  visit(text, {
    onObjectBegin: (offset, _length, line, _column, keys) => beginHolder(offset, line, keys()),
    onArrayBegin: (offset, _length, line, _column, keys) => beginHolder(offset, line, keys()),
    onObjectEnd: endHolder,
    onArrayEnd: endHolder,
    onObjectProperty: (key, offset, _length, line, _column, holder) =>
      begin(joinPath(pathOf(holder()), key), offset, line),
    onLiteralValue: (_value, offset, _length, line, _column, keys) => {
      const path = pathOf(keys());
      if (path.endsWith(']')) begin(path, offset, line);
    },
  });
  return new Map(
    [...wanted].map(([path, [itself = '', ...holders]]) => {
      const found = begins.get(itself);
      if (found) return [path, found];
      const holder = holders.find((each) => begins.has(each)) ?? '';
      return [path, { line: begins.get(holder)?.line ?? 1, order: ends.get(holder) ?? Infinity }];
    }),
  );
}

/** `claims[3].quote`, `claims[3]`, `claims`, and the whole. */
function ancestorsOf(path: string): string[] {
  const ends = Array.from(path.matchAll(/(?<=.)(?=[.[])/gs), ({ index }) => index);
  const inner = ends.map((end) => path.slice(0, end)).reverse();
  return path === '' ? [''] : [path, ...inner, ''];
}

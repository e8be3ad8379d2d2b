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
  if (depth > DEEPEST) throw refuse(`its JSON is nested ${depth} deep, and no more than ${DEEPEST} is read`);
  if (width > WIDEST)
    throw refuse(`it holds an object or list of ${width} items, and no more than ${WIDEST} are read`);
  // Every key is followed by a colon, so that only a text with more of them than there are keys needs a closer look.
  return { json, repeated: countKeysAtMost(text) > keys ? repeatedKeys(text) : [] };
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    // Newer versions of Node say the line, older ones only the position.
    const [said = message, position] = / at position (\d+)/.exec(message) ?? [];
    const place = position === undefined ? '' : ` at ${lineAndColumn(text, Number(position))}`;
    const what = position === undefined ? message : message.slice(0, message.indexOf(said));
    throw new UnreadableError(`cannot read ${name}: ${what}${place}; mend the JSON there`);
  }
}

function lineAndColumn(text: string, position: number): string {
  const before = text.slice(0, position).split('\n');
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
      for (const key in value) {
        keys += 1;
        const each = (value as Record<string, unknown>)[key];
        if (isHolder(each)) next.push(each);
      }
      width = Math.max(width, keys - before);
    }
    level = next;
  }
  return { keys, depth, width };
}

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;

function countKeysAtMost(text: string): number {
  if (/"\s+:/.test(text)) return Infinity;
  let count = 0;
  for (let at = text.indexOf('":'); at >= 0; at = text.indexOf('":', at + 2)) count += 1;
  return count;
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/gs;

/** The paths of keys that an object has twice, in the order of the text, which is sound JSON. */
function repeatedKeys(text: string): string[] {
  const repeated: string[] = [];
  const open: { path: string; keys: Set<string> | null; index: number; key: string | null }[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    const inside = open.at(-1);
    if (token === '{' || token === '[') {
      const path = inside ? joinPath(inside.path, inside.key ?? String(inside.index)) : '';
      open.push({ path, keys: token === '{' ? new Set() : null, index: 0, key: null });
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (token === ',') {
      if (inside) Object.assign(inside, { index: inside.index + 1, key: null });
    } else if (inside?.keys && inside.key === null) {
      inside.key = JSON.parse(token) as string;
      if (inside.keys.has(inside.key)) repeated.push(joinPath(inside.path, inside.key));
      inside.keys.add(inside.key);
    }
  }
  return repeated;
}

import type { Fault, Finding } from './fault.ts';
import { isObject } from './json-text.ts';

/** Findings by the place of their paths in the text, with line and id. */
export function locate(
  findings: readonly Finding[],
  severity: Fault['severity'],
  json: unknown,
  placesOf: (paths: Iterable<string>) => ReadonlyMap<string, { line: number; order: number }>,
): Fault[] {
  if (findings.length === 0) return [];
  const places = placesOf(new Set(findings.map(({ path }) => path)));
  const orderOf = ({ path }: Finding) => places.get(path)?.order ?? Infinity;
  return [...findings]
    .sort((a, b) => (orderOf(a) === orderOf(b) ? 0 : orderOf(a) - orderOf(b)))
    .map(({ path, message, rule }) => ({
      file: 'claims.json',
      line: places.get(path)?.line ?? 1,
      id: idAt(json, path),
      path,
      message,
      rule,
      severity,
    }));
}

/** The id of the item of a list that a path leads into, where it looks like one: that of `claims[3]` for `claims[3].quote`. */
function idAt(json: unknown, path: string): string | null {
  const [, list = '', index = ''] = /^(\w+)\[(\d+)\]/.exec(path) ?? [];
  const items = isObject(json) ? json[list] : null;
  const item: unknown = Array.isArray(items) ? items[Number(index)] : null;
  const id = isObject(item) ? item['id'] : null;
  return typeof id === 'string' && /^[a-z0-9.-]+$/.test(id) ? id : null;
}

/** `claims[3]` and `quote` as `claims[3].quote`; numbers are places in a list. */
export const joinPath = (path: string, key: string): string =>
  /^\d+$/.test(key) ? `${path}[${key}]` : path ? `${path}.${key}` : key;

/**
 * Sorts what has a path by where the path stands in the text that `json` was parsed from; what is missing there comes
 * last in its object, and the object itself before what is in it.
 */
export function inOrderOf<T extends { readonly path: string }>(json: unknown, items: readonly T[]): T[] {
  const orders = new WeakMap<object, Map<string, number>>();
  const orderIn = (holder: object) => {
    const order = orders.get(holder) ?? new Map(Object.keys(holder).map((key, index) => [key, index]));
    orders.set(holder, order);
    return order;
  };
  const placeOf = ({ path }: T): number[] => {
    let value = json;
    return path
      .split(/[.[\]]+/)
      .filter(Boolean)
      .map((key) => {
        if (typeof value !== 'object' || value === null) return Infinity;
        const holder = value as Record<string, unknown>;
        const place = Array.isArray(value) ? Number(key) : (orderIn(holder).get(key) ?? Infinity);
        value = holder[key];
        return place;
      });
  };
  return items
    .map((item) => ({ item, place: placeOf(item) }))
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ item }) => item);
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((place, level) => place !== b[level]);
  if (index < 0 || b[index] === undefined) return a.length - b.length;
  return (a[index] ?? 0) < b[index] ? -1 : 1;
}

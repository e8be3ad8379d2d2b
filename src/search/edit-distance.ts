/**
 * How many letters one must insert, delete, replace or swap with their neighbour to turn one word into the other: the
 * optimal string alignment distance (Damerau 1964, in the restricted form).
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? a.length;
}

/** Whether one edit turns one word into the other. */
export function isOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (a[start] === b[start]) start += 1;
  let [end, endOfB] = [a.length, b.length];
  while (end > start && endOfB > start && a[end - 1] === b[endOfB - 1]) [end, endOfB] = [end - 1, endOfB - 1];
  const others = Math.max(end, endOfB) - start;
  const isSwapped = others === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
  return others === 1 || isSwapped;
}

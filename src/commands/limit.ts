/** The first items under `--limit`, and a note that says how many there are if some are left out. */
export function limited<T>(
  items: readonly T[],
  limit: number,
  nouns: string,
): { readonly shown: readonly T[]; readonly notes: readonly string[] } {
  if (limit === 0 || items.length <= limit) return { shown: items, notes: [] };
  return {
    shown: items.slice(0, limit),
    notes: [`${limit} of ${items.length} ${nouns}; --limit 0 shows all`],
  };
}

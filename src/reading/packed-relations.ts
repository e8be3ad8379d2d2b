/** Which stems each stem is related to. */
export type Related = Map<string, Set<string>>;

/** Relations of stems as scripts/near-words.js packs them. */
export interface PackedRelations {
  readonly stems: string;
  readonly relations: string;
}

/** The characters that places are written in, two for each; the exclamation mark begins a list. */
const DIGITS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))
  .filter((character) => !'"\\!'.includes(character))
  .join('');

/** Both ways. */
function relate(related: Related, stem: string, other: string): void {
  for (const [from, to] of [
    [stem, other],
    [other, stem],
  ] as const) {
    const known = related.get(from);
    if (known) known.add(to);
    else related.set(from, new Set([to]));
  }
}

/** All of each group. */
export function relateAll(related: Related, groups: readonly string[]): Related {
  for (const group of groups) {
    const stems = group.split(' ');
    stems.forEach((stem, at) => {
      for (const other of stems.slice(at + 1)) relate(related, stem, other);
    });
  }
  return related;
}

/** Reads one of the relations, by the mark before its lists. */
export function unpacked({ stems: packedStems, relations }: PackedRelations, mark: '' | '!' = ''): Related {
  const stems = stemsIn(packedStems);
  const digits = new Map(Array.from(DIGITS, (digit, at) => [digit, at] as const));
  const placeAt = (at: number) => digits.get(relations.charAt(at)) ?? 0;
  const related: Related = new Map();
  let stem = 0;
  let current = '';
  for (let at = 0; at < relations.length; at += 1) {
    const character = relations.charAt(at);
    if (character === ' ') [stem, current] = [stem + 1, ''];
    else if (character === '!') current = '!';
    else {
      const further = placeAt(at) * DIGITS.length + placeAt(at + 1);
      at += 1;
      if (current === mark) relate(related, stems[stem] ?? '', stems[(stem + further) % stems.length] ?? '');
    }
  }
  return related;
}

/** Each stem is written as how many letters it shares with the one before, and the rest. */
function stemsIn(packed: string): string[] {
  let before = '';
  return (packed.match(/[0-9A-Z][a-z]*/g) ?? []).map((written) => {
    before = before.slice(0, Number.parseInt(written.charAt(0), 36)) + written.slice(1);
    return before;
  });
}

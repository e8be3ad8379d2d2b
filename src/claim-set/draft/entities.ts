import type { EntityType } from '../../model.ts';
import type { Kind, Mention } from './names.ts';

/** An entity as `claims.json` has it; `draft` where its type is a guess. */
export interface DraftEntity {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly aliases?: readonly string[];
  readonly draft?: true;
}

interface Known {
  readonly id: string;
  name: string;
  readonly aliases: Set<string>;
  /** What its mentions tell: the first that does for sure, else what the first looks like. */
  kind: Kind | null;
  isThing: boolean;
}

/** Who is who in a text: each name once, and what all its mentions tell of it. */
export class Entities {
  readonly #known: Known[] = [];
  readonly #byId = new Map<string, Known>();

  readonly #byName = new Map<string, Known>();
  /** By a first or a last word, which may stand for the whole: “Crome”. */
  readonly #byWord = new Map<string, Known[]>();

  /** @param mentions the names of the whole text, so that a later one can tell of an earlier */
  constructor(mentions: readonly Mention[]) {
    const certain = mentions.filter(({ isDoubtful }) => !isDoubtful);
    // The longest first: “Crome” is “Ida Crome”.
    for (const mention of [...certain].sort((a, b) => b.name.length - a.name.length)) this.#add(mention);
    const places = new Map<Known, number>();
    for (const [place, { name, kind, isThing, isDoubtful }] of mentions.entries()) {
      const known = this.#find(name);
      if (!known) continue;
      if (!places.has(known)) places.set(known, place);
      if (isDoubtful) learn(known, kind, isThing);
    }
    this.#known.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  }

  /** The id of a name; null where it is none. */
  idOf(name: string): string | null {
    return this.#find(name)?.id ?? null;
  }

  /** The id of somebody without a name. */
  called(words: string, kind: Kind): string {
    const known = this.#find(words) ?? this.#new(words);
    learn(known, kind, false);
    return known.id;
  }

  /** Those that claims speak of. */
  list(ids: ReadonlySet<string>): DraftEntity[] {
    return this.#known
      .filter(({ id }) => ids.has(id))
      .map((known) => {
        const { type, isSure } = kindOf(known);
        const aliases = [...known.aliases];
        return {
          id: known.id,
          name: known.name,
          type,
          ...(aliases.length ? { aliases } : {}),
          ...(isSure ? {} : { draft: true as const }),
        };
      });
  }

  nameOf(id: string): string {
    return this.#byId.get(id)?.name ?? id;
  }

  typeOf(id: string): EntityType | null {
    const known = this.#byId.get(id);
    return known ? kindOf(known).type : null;
  }

  #add({ name, alias, kind, isThing }: Mention): void {
    const known = this.#find(name) ?? this.#new(name);
    // “PENBURY” is Penbury.
    if (known.name === known.name.toUpperCase() && name !== name.toUpperCase()) known.name = name;
    if (alias !== null) known.aliases.add(alias);
    learn(known, kind, isThing);
  }

  #find(name: string): Known | undefined {
    const [first = '', last = ''] = endsOf(name);
    const isPerson = (part: (whole: string) => boolean) => (each: Known) =>
      part(each.name) && kindOf(each).type === 'person';
    const byFirst = this.#byWord.get(first)?.filter(isPerson((whole) => whole.startsWith(`${name} `))) ?? [];
    return (
      this.#byName.get(name.toLowerCase()) ??
      this.#byWord.get(last)?.find(isPerson((whole) => whole.endsWith(` ${name}`))) ??
      // “Park” is Park Geun-hye where nobody else begins so.
      (byFirst.length === 1 ? byFirst[0] : undefined)
    );
  }

  #new(name: string): Known {
    const slug = slugOf(name) || `entity-${this.#known.length + 1}`;
    const isTaken = slug === 'article' || this.#byId.has(slug);
    const known: Known = {
      id: isTaken ? `${slug}-${this.#known.length + 1}` : slug,
      name,
      aliases: new Set<string>(),
      kind: null,
      isThing: false,
    };
    this.#known.push(known);
    this.#byId.set(known.id, known);
    this.#byName.set(name.toLowerCase(), known);
    for (const word of new Set(endsOf(name)))
      this.#byWord.set(word, [...(this.#byWord.get(word) ?? []), known]);
    return known;
  }
}

const endsOf = (name: string): string[] => {
  const words = name.split(' ');
  return [words[0] ?? '', words.at(-1) ?? ''];
};

function learn(known: Known, kind: Kind, isThing: boolean): void {
  if (known.kind === null || (kind.isSure && !known.kind.isSure)) known.kind = kind;
  known.isThing ||= isThing;
}

/** “the Otters” are no person, whatever they look like. */
function kindOf({ kind, isThing }: Known): Kind {
  const { type, isSure } = kind ?? { type: 'group' as const, isSure: false };
  return isThing && type === 'person' && !isSure ? { type: 'organisation', isSure } : { type, isSure };
}

const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

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
  kinds: Kind[];
  isThing: boolean;
}

/** Who is who in a text: each name once, and what all its mentions tell of it. */
export class Entities {
  readonly #known: Known[] = [];

  /** @param mentions the names of the whole text, so that a later one can tell of an earlier */
  constructor(mentions: readonly Mention[]) {
    const certain = mentions.filter(({ isDoubtful }) => !isDoubtful);
    // The longest first: “Crome” is “Ida Crome”.
    for (const mention of [...certain].sort((a, b) => b.name.length - a.name.length)) this.#add(mention);
    for (const mention of mentions) {
      const known = this.#find(mention.name);
      if (!known || certain.includes(mention)) continue;
      known.kinds.push(mention.kind);
      known.isThing ||= mention.isThing;
    }
    const places = new Map(
      this.#known.map((each) => [each, mentions.findIndex(({ name }) => this.#find(name) === each)]),
    );
    this.#known.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  }

  /** The id of a name; null where it is none. */
  idOf(name: string): string | null {
    return this.#find(name)?.id ?? null;
  }

  /** The id of somebody without a name. */
  called(words: string, kind: Kind): string {
    const known = this.#find(words) ?? this.#new(words);
    known.kinds.push(kind);
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
    return this.#known.find((each) => each.id === id)?.name ?? id;
  }

  typeOf(id: string): EntityType | null {
    const known = this.#known.find((each) => each.id === id);
    return known ? kindOf(known).type : null;
  }

  #add({ name, alias, kind, isThing }: Mention): void {
    const known = this.#find(name) ?? this.#new(name);
    // “PENBURY” is Penbury.
    if (known.name === known.name.toUpperCase() && name !== name.toUpperCase()) known.name = name;
    if (alias !== null) known.aliases.add(alias);
    known.kinds.push(kind);
    known.isThing ||= isThing;
  }

  #find(name: string): Known | undefined {
    const lower = name.toLowerCase();
    const isPart = (part: (whole: string) => boolean) =>
      this.#known.filter((each) => part(each.name) && kindOf(each).type === 'person');
    const byLast = isPart((whole) => whole.endsWith(` ${name}`));
    const byFirst = isPart((whole) => whole.startsWith(`${name} `));
    return (
      this.#known.find((each) => each.name.toLowerCase() === lower) ??
      byLast[0] ??
      // “Park” is Park Geun-hye where nobody else begins so.
      (byFirst.length === 1 ? byFirst[0] : undefined)
    );
  }

  #new(name: string): Known {
    const slug = slugOf(name) || `entity-${this.#known.length + 1}`;
    const isTaken = slug === 'article' || this.#known.some(({ id }) => id === slug);
    const known = {
      id: isTaken ? `${slug}-${this.#known.length + 1}` : slug,
      name,
      aliases: new Set<string>(),
      kinds: [],
      isThing: false,
    };
    this.#known.push(known);
    return known;
  }
}

/** What one mention tells for sure goes before what others look like. */
function kindOf({ kinds, isThing }: Known): Kind {
  const kind = kinds.find(({ isSure }) => isSure) ?? kinds[0] ?? { type: 'group', isSure: false };
  return isThing && kind.type === 'person' && !kind.isSure ? { type: 'organisation', isSure: false } : kind;
}

const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

import type { Terminal } from '../io.ts';
import type { RecordName } from './field-names.ts';
import type { FormatName } from './format-names.ts';
import type { JsonRecord } from './records.ts';
import type { Styled } from './text.ts';

/** A column of a table; what is left of the width goes to the one that is `wide`. */
export interface Column<T> {
  readonly head: string;
  readonly wide?: boolean;
  /** Never broken, so that it can be copied. */
  readonly whole?: boolean;
  /** A line or several, each to be wrapped by itself. */
  cell(item: T, terminal: Terminal): readonly Styled[];
}

/** What an option adds to each item. */
export interface Addition {
  readonly option: string;
  /** The field of the record that holds it. */
  readonly field: string;
  /** The formats that show it without `--fields`. */
  readonly formats: readonly FormatName[];
}

/** Shows all items of a list at once. */
type ListRenderer<T> = (items: readonly T[], terminal: Terminal) => string | Promise<string>;

/** How one kind of thing is shown in every format. */
export interface View<T> {
  readonly recordName: RecordName;
  /** Fields of the record that its items never have. */
  readonly absent: readonly string[];
  record(item: T): JsonRecord;
  readonly addition?: Addition;
  /** Where no fields are asked for, in the place of a format that shows the items one by one: a tree, a timeline, a citation. */
  readonly renderers?: Readonly<Partial<Record<FormatName | 'csl', ListRenderer<T>>>>;
  /** The lines of an item, each as its cells, where no fields are asked for. */
  lines(item: T): readonly (readonly string[])[];
  /** The columns of CSV where none are asked for. */
  readonly csvFields: readonly string[];
  /** Columns at full width, and those for a narrow terminal, which lose nothing of who said it and how sure. */
  columns(narrow: boolean): readonly Column<T>[];
  /** What a card is headed by. */
  id(item: T): string;
  /** The paragraphs of a card. */
  body(item: T, terminal: Terminal): readonly Styled[];
  markdown(items: readonly T[], terminal: Terminal): string;
}

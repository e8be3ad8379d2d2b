import type { Terminal } from '../io.ts';
import type { RecordName } from './field-names.ts';
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

/** How one kind of thing is shown in every format. */
export interface View<T> {
  readonly recordName: RecordName;
  /** Fields of the record that its items never have. */
  readonly absent: readonly string[];
  record(item: T): JsonRecord;
  /** The cells of a line where no fields are asked for. */
  line(item: T, terminal: Terminal): readonly string[];
  /** The columns of CSV where none are asked for. */
  readonly csvFields: readonly string[];
  /** Columns at full width, and those for a narrow terminal, which lose nothing of who said it and how sure. */
  columns(narrow: boolean): readonly Column<T>[];
  /** What a card is headed by. */
  id(item: T): string;
  /** The paragraphs of a card. */
  body(item: T, terminal: Terminal): readonly Styled[];
  markdown(item: T, terminal: Terminal): string;
}

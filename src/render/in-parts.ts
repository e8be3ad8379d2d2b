import type { Terminal } from '../io.ts';
import type { FormatName } from './format-names.ts';
import { FORMATS } from './formats.ts';
import type { View } from './view.ts';

/** How the text of a part, rendered by itself, goes on after the parts before it. */
interface Joint {
  continued(part: string, isFirst: boolean): string;
  readonly end: string;
}

const AS_IT_IS: Joint = { continued: (part) => part, end: '' };
const ARRAY_END = '\n]\n';

const JOINTS: Readonly<Partial<Record<FormatName, Joint>>> = {
  lines: AS_IT_IS,
  jsonl: AS_IT_IS,
  // The header comes once.
  csv: { continued: (part, isFirst) => (isFirst ? part : part.slice(part.indexOf('\n') + 1)), end: '' },
  json: {
    continued: (part, isFirst) => (isFirst ? '' : ',') + part.slice(isFirst ? 0 : 1, -ARRAY_END.length),
    end: ARRAY_END,
  },
};

/** Whether a format can be written without holding all items. */
export const isInParts = (format: FormatName): boolean => JOINTS[format] !== undefined;

/** Renders items as their format does, part by part; a part without items adds nothing. */
export async function* renderedInParts<T>(
  parts: AsyncIterable<readonly T[]>,
  view: View<T>,
  format: FormatName,
  fields: readonly string[] | null,
  terminal: Terminal,
): AsyncGenerator<string> {
  const { continued, end } = JOINTS[format] ?? AS_IT_IS;
  let isFirst = true;
  for await (const items of parts) {
    if (!items.length) continue;
    yield continued(await FORMATS[format](items, view, fields, terminal), isFirst);
    isFirst = false;
  }
  if (!isFirst) yield end;
}

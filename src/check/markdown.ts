import { fromMarkdown } from 'mdast-util-from-markdown';

/** The prose of a Markdown text: what a reader reads, without the marks. */
export interface Prose {
  /** Blocks parted by a blank line. */
  readonly text: string;
  /** Where each UTF-16 unit of `text` stands in the Markdown text. */
  readonly offsets: readonly number[];
}

/** A node of the syntax tree, as much of it as is read. */
interface Node {
  readonly type: string;
  readonly value?: string | undefined;
  readonly children?: readonly Node[] | undefined;
  readonly position?:
    | {
        readonly start: { readonly offset?: number | undefined };
        readonly end: { readonly offset?: number | undefined };
      }
    | undefined;
}

/** Nodes that are no prose. */
const PASSED_OVER: ReadonlySet<string> = new Set([
  'code',
  'html',
  'definition',
  'thematicBreak',
  'image',
  'imageReference',
]);
/** Nodes whose words stand in a line with those around them. */
const INLINE: ReadonlySet<string> = new Set([
  'text',
  'inlineCode',
  'emphasis',
  'strong',
  'link',
  'linkReference',
  'break',
  'delete',
]);

/** Takes the prose out of a Markdown text (CommonMark): paragraphs, headings, items of lists and quotations. */
export function proseOf(markdown: string): Prose {
  const prose = { text: '', offsets: [] as number[] };
  add(fromMarkdown(withoutFrontMatter(markdown)), markdown, prose);
  return prose;
}

/** The same length, so that offsets stay. */
const withoutFrontMatter = (markdown: string) =>
  markdown.replace(/^---\r?\n[\s\S]*?\r?\n---(?=\r?\n|$)/, (matter) => matter.replace(/[^\r\n]/g, ' '));

function add(node: Node, markdown: string, prose: { text: string; offsets: number[] }): void {
  if (PASSED_OVER.has(node.type)) return;
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const put = (text: string, at: (index: number) => number) => {
    for (let index = 0; index < text.length; index += 1) prose.offsets.push(at(index));
    prose.text += text;
  };
  if (!INLINE.has(node.type) && prose.text !== '' && !prose.text.endsWith('\n\n')) put('\n\n', () => start);
  if (node.type === 'break') put('\n', () => start);
  if (node.value !== undefined) {
    const places = placesOf(node.value, markdown, start, end);
    put(node.value, (index) => places[index] ?? start);
  }
  for (const child of node.children ?? []) add(child, markdown, prose);
}

/** Where each unit of a node's text stands between two offsets: marks that quote a line and escapes lie between them. */
function placesOf(value: string, markdown: string, start: number, end: number): number[] {
  let at = start;
  return Array.from({ length: value.length }, (_, index) => {
    const found = markdown.indexOf(value[index] ?? '', at);
    const place = found >= 0 && found < end ? found : at;
    at = Math.min(end, place + 1);
    return place;
  });
}

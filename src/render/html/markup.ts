import { htmlText } from '../sinks.ts';

/** HTML that is safe to write. */
export class Markup {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/** What may stand in a template: text, which is escaped, markup, lists of both, or nothing. */
export type Content = string | number | Markup | null | readonly Content[];

/** A template of HTML: html`<p>${text}</p>`. Whatever is no markup already cannot become any. */
export function html(literals: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(String.raw({ raw: literals }, ...contents.map(sourceOf)));
}

function sourceOf(content: Content): string {
  if (content === null) return '';
  if (content instanceof Markup) return content.source;
  if (typeof content === 'object') return content.map(sourceOf).join('');
  return htmlText(String(content));
}
